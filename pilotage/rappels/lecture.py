"""How reminders are shown to somebody: by due date, with what they may read today."""

from datetime import timedelta

from parcours.models import Action

from ..enums import MotifRappel


def grouper(rappels, le):
    """Return [(title, reminders)] by due date as seen on the day `le`; groups without a reminder are left out."""
    groupes = {"En retard": [], "Aujourd’hui": [], "Demain": [], "Plus tard": []}
    titres = {le: "Aujourd’hui", le + timedelta(days=1): "Demain"}
    for rappel in rappels:
        passe = "En retard" if rappel.echeance < le else "Plus tard"
        groupes[titres.get(rappel.echeance, passe)].append(rappel)
    return [(titre, siens) for titre, siens in groupes.items() if siens]


def avec_intitules(rappels, utilisateur):
    """Give each reminder its `intitule`: the title of a late action, read now, with the rights of now; one query."""
    objets = [rappel.objet_id for rappel in rappels if rappel.motif == MotifRappel.ACTION_EN_RETARD]
    actions = Action.objects.visibles_par(utilisateur).in_bulk(objets)
    for rappel in rappels:
        action = actions.get(rappel.objet_id) if rappel.motif == MotifRappel.ACTION_EN_RETARD else None
        rappel.intitule = action.intitule if action else ""
    return rappels
