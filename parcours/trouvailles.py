"""What the search of everything finds on this floor: documents that one had made, actions still to do."""

from django.db.models import F
from django.urls import reverse
from django.utils.timezone import localdate

from insertion.droits import Droit
from insertion.enums import EtatTravail
from insertion.recherche import chercher_au_sujet
from insertion.texte import en_mots
from insertion.trouvailles import Source, Trouvaille

from .enums import GenreProduction
from .models import Action, Production


def productions(utilisateur, texte):
    """The documents that `utilisateur` had made, by their title or their kind, and the name of the person."""
    prets = Production.objects.visibles_par(utilisateur).filter(etat=EtatTravail.TERMINE)
    return chercher_au_sujet(
        prets.select_related("beneficiaire"),
        texte,
        "beneficiaire__recherche",
        "-created_at",
        "-pk",
        genres=GenreProduction.choices,
    )


def _productions(utilisateur, trouvees):
    return [
        Trouvaille(
            p.libelle,
            reverse("parcours:production_detail", args=[p.pk]),
            _de(p.beneficiaire, en_mots(localdate(p.created_at))),
        )
        for p in trouvees
    ]


def actions(utilisateur, texte):
    """Actions still to do, by their words or their partner, and the name of the person."""
    ouvertes = Action.objects.visibles_par(utilisateur).ouvertes().select_related("parcours__beneficiaire")
    return chercher_au_sujet(
        ouvertes,
        texte,
        "parcours__beneficiaire__recherche",
        F("echeance").asc(nulls_last=True),
        "pk",
    )


def _actions(utilisateur, trouvees):
    return [
        Trouvaille(
            a.intitule,
            f"{reverse('parcours:plan_detail', args=[a.parcours_id])}#action-{a.pk}",
            _de(a.parcours.beneficiaire, a.echeance and f"pour le {en_mots(a.echeance)}"),
        )
        for a in trouvees
    ]


def _de(personne, quand):
    return " · ".join(filter(None, (personne and str(personne), quand)))


SOURCES = (
    Source(
        "productions",
        "Documents produits",
        "printer",
        Droit.COURRIERS,
        productions,
        _productions,
        tuple(GenreProduction.choices),
    ),
    Source("actions", "Actions des plans", "list-check", Droit.VOIR_PARCOURS, actions, _actions),
)
