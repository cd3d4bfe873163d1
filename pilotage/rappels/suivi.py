"""The accompaniment itself: entretiens, actions, diagnostics that are late."""

from datetime import timedelta

from dateutil.relativedelta import relativedelta
from django.urls import reverse
from django.utils import timezone

from insertion.jours import minuit
from parcours.models import Action, Parcours

from ..enums import MotifRappel
from .dus import aux, en_lettres

#: Months after which a diagnostic is done again.
DIAGNOSTIC_MOIS = 6


def entretiens(equipe, le):
    """One reminder per person and référent: of two parcours, the one that waits the longest speaks."""
    en_retard = Parcours.objects.entretien_en_retard(le).avec_prochain_rendez_vous(minuit(le))
    vus = set()
    for parcours in en_retard.select_related("beneficiaire"):
        if parcours.beneficiaire_id in vus:
            continue
        vus.add(parcours.beneficiaire_id)
        yield from aux(
            equipe.suivent(parcours.beneficiaire_id),
            beneficiaire_id=parcours.beneficiaire_id,
            motif=MotifRappel.ENTRETIEN_EN_RETARD,
            objet_id=parcours.pk,
            echeance=parcours.attendu_le,
            texte=_texte_entretien(parcours),
            url=parcours.beneficiaire.get_absolute_url(),
        )


def _texte_entretien(parcours):
    if parcours.vu_le is None:
        depuis = f"Pas encore d’entretien depuis l’entrée le {en_lettres(parcours.date_entree)}"
    else:
        depuis = f"Pas d’entretien depuis le {en_lettres(parcours.vu_le)}"
    if parcours.prochain_rendez_vous is None:
        suite = "proposez un rendez-vous."
    else:
        suite = f"rendez-vous déjà pris le {en_lettres(timezone.localdate(parcours.prochain_rendez_vous))}."
    return f"{depuis} (rythme prévu : {parcours.rythme_jours} jours) : {suite}"


def actions(equipe, le):
    en_retard = Action.objects.en_retard(le).de_parcours_ouverts(le).select_related("parcours")
    for action in en_retard.order_by("echeance", "pk"):
        yield from aux(
            equipe.suivent(action.parcours.beneficiaire_id),
            beneficiaire_id=action.parcours.beneficiaire_id,
            motif=MotifRappel.ACTION_EN_RETARD,
            objet_id=action.pk,
            echeance=action.echeance,
            texte=(
                f"Une action du plan était prévue pour le {en_lettres(action.echeance)} : "
                "terminez-la ou changez sa date."
            ),
            url=reverse("parcours:plan_detail", args=[action.parcours_id]),
        )


def diagnostics(equipe, le):
    """The first diagnostic, late after the delay of the structure; then the one that is more than six months old.

    metier.md §5 « Diagnostics à temps » (30 days after the entry); the issue for the six months.
    """
    delai = equipe.structure.delai_diagnostic_jours
    en_retard = Parcours.objects.diagnostic_en_retard(le, delai, DIAGNOSTIC_MOIS)
    for parcours in en_retard.order_by("pk"):
        dernier = parcours.dernier_diagnostic
        premier = dernier is None
        du = (
            parcours.date_entree + timedelta(days=delai)
            if premier
            else dernier + relativedelta(months=DIAGNOSTIC_MOIS)
        )
        yield from aux(
            equipe.suivent(parcours.beneficiaire_id),
            beneficiaire_id=parcours.beneficiaire_id,
            motif=MotifRappel.DIAGNOSTIC_INITIAL if premier else MotifRappel.DIAGNOSTIC_ANCIEN,
            objet_id=parcours.pk,
            echeance=du,
            texte=_texte_diagnostic(parcours, premier),
            url=reverse("parcours:diagnostic_create", args=[parcours.pk]),
        )


def _texte_diagnostic(parcours, premier):
    if premier:
        return f"Entrée le {en_lettres(parcours.date_entree)} : le premier diagnostic n’est pas fait."
    return f"Dernier diagnostic le {en_lettres(parcours.dernier_diagnostic)} : refaites le point ensemble."
