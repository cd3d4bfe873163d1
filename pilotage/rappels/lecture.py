"""How reminders are shown to somebody: by due date, with what they may read today."""

from datetime import timedelta

from parcours.models import Action

from ..enums import MotifRappel
from ..models import Relance

#: What waits since a day, and is due for none: it is asked for, it is not late.
DEPUIS = {
    MotifRappel.PLAN_A_VALIDER,
    MotifRappel.PLAN_RENVOYE,
    MotifRappel.PLAN_VALIDE,
    MotifRappel.AIDE_A_VALIDER,
    MotifRappel.AIDE_RENVOYEE,
    MotifRappel.AIDE_A_ENVOYER,
    MotifRappel.PASSATION,
    MotifRappel.RELANCE,
}


def grouper(rappels, le):
    """Return [(title, reminders)] by the day each is due for, as seen on the day `le`; empty groups are left out."""
    groupes = {"En retard": [], "En attente": [], "Aujourd’hui": [], "Demain": [], "Plus tard": []}
    titres = {le: "Aujourd’hui", le + timedelta(days=1): "Demain"}
    for rappel in rappels:
        depuis = "En attente" if rappel.motif in DEPUIS else "En retard"
        groupes[titres.get(rappel.pour_le, depuis if rappel.pour_le < le else "Plus tard")].append(rappel)
    return [(titre, siens) for titre, siens in groupes.items() if siens]


def avec_intitules(rappels, utilisateur):
    """Give each reminder its `intitule`: the title of a late action, the word of who asks for news.

    They are read now, with the rights of now: two queries.
    """
    actions = Action.objects.visibles_par(utilisateur).in_bulk(_objets(rappels, MotifRappel.ACTION_EN_RETARD))
    relances = Relance.objects.visibles_par(utilisateur).in_bulk(_objets(rappels, MotifRappel.RELANCE))
    mots = {(MotifRappel.ACTION_EN_RETARD, pk): action.intitule for pk, action in actions.items()}
    mots |= {(MotifRappel.RELANCE, pk): relance.mot for pk, relance in relances.items()}
    for rappel in rappels:
        rappel.intitule = mots.get((rappel.motif, rappel.objet_id), "")
    return rappels


def _objets(rappels, motif):
    return [rappel.objet_id for rappel in rappels if rappel.motif == motif]
