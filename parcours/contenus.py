"""What each printed document holds, loaded whole under the role of whoever asked for it.

The database leaves out what that role may not read, so a section that comes back empty is simply not printed.
Everything is loaded here: the pages are drawn afterwards, outside any transaction.
"""

from django.db.models import Prefetch
from django.utils.formats import date_format

from beneficiaires.models import Referent, Situation

from .enums import StatutRendezVous
from .evolution import mesurer
from .fil import LIBELLES_DOMAINES, evenements
from .models import Action, Contrat, Entretien, Evaluation, NoteConfidentielle, Objectif, Parcours, RendezVous
from .radar import radar

#: A thread longer than this is not printed whole; the page says so.
FIL_MAXIMUM = 2000


def compte_rendu(beneficiaire, entretien_id):
    """Return the context of `pdf/compte_rendu.html`; raise `Entretien.DoesNotExist` when it may not be read."""
    entretien = Entretien.objects.select_related("auteur", "parcours__dispositif").get(
        pk=entretien_id, parcours__beneficiaire=beneficiaire
    )
    suivants = RendezVous.objects.avec_nous().filter(parcours__beneficiaire=beneficiaire, debut__gt=entretien.date)
    return {
        "beneficiaire": beneficiaire,
        "entretien": entretien,
        "themes": libelles([*entretien.themes, *entretien.accompagnements]),
        "presents": list(entretien.participants.pour_liste()),
        "actions": list(entretien.actions.order_by("pk")),
        "rendez_vous": suivants.exclude(statut=StatutRendezVous.ANNULE).select_related("utilisateur").first(),
    }


def dossier(beneficiaire, le, avec_confidentiel=False):
    """Return the context of `pdf/dossier.html`, as known on the day `le`.

    `avec_confidentiel` joins the confidential notes that the role of the open context may read, and no other.
    """
    parcours = list(Parcours.objects.d_une_personne(beneficiaire).avec_pass())
    evolution = mesurer(Evaluation.objects.d_une_personne(beneficiaire))
    fil = evenements(beneficiaire, nombre=FIL_MAXIMUM)
    notes = dict(_notes(beneficiaire)) if avec_confidentiel else {}
    return {
        "beneficiaire": beneficiaire,
        "situations": list(Situation.objects.filter(beneficiaire=beneficiaire)),
        "referents": list(Referent.objects.filter(beneficiaire=beneficiaire).select_related("utilisateur")),
        "parcours_page": parcours,
        "contrats": list(Contrat.objects.filter(parcours__in=parcours)),
        "evolution": evolution,
        "radar": radar(evolution),
        "plans": _plans(parcours),
        "fil": [_marque(e, notes) for e in fil if e.genre != "note" or e.pk in notes],
        "fil_coupe": len(fil) == FIL_MAXIMUM,
        "avec_confidentiel": avec_confidentiel,
        "le": le,
    }


def libelles(themes):
    """Return the French names of a list of slugs of `Domaine` and `Accompagnement`."""
    return [LIBELLES_DOMAINES.get(theme, theme) for theme in themes]


def _marque(evenement, notes):
    """One mark of the printed thread: the event, its month, its text (a confidential note included), its themes."""
    return {
        "evenement": evenement,
        "mois": date_format(evenement.jour, "F Y"),
        "texte": notes[evenement.pk] if evenement.genre == "note" else evenement.texte,
        "themes": evenement.themes if "themes" in evenement.details else [],
    }


def _notes(beneficiaire):
    notes = NoteConfidentielle.objects.filter(parcours__beneficiaire=beneficiaire)
    return [(note.pk, note.texte) for note in notes]


def _plans(parcours):
    """The objectifs of each parcours with their actions, then the actions that stand alone, newest parcours first."""
    objectifs = list(
        Objectif.objects.filter(parcours__in=parcours).prefetch_related(
            Prefetch("actions", queryset=Action.objects.all())
        )
    )
    seules = list(Action.objects.filter(parcours__in=parcours, objectif=None))
    plans = []
    for un in parcours:
        siens = [objectif for objectif in objectifs if objectif.parcours_id == un.pk]
        libres = [action for action in seules if action.parcours_id == un.pk]
        if siens or libres:
            plans.append({"parcours": un, "objectifs": siens, "actions": libres})
    return plans
