"""Firms: the call that was promised, those of an immersion and its bilan."""

from datetime import timedelta

from entreprises.models import Entreprise
from entreprises.relation import a_appeler, avec_promesse
from insertion.droits import Droit
from parcours.immersions import attentes
from parcours.models import Immersion

from ..enums import MotifRappel
from .dus import DERNIERE_RELANCE, RappelDu, aux, en_lettres


def entreprises(equipe, le):
    """The call promised to a firm, on its day: to the colleague in charge of it, else to who promised."""
    promises = avec_promesse(Entreprise.objects, le)
    for entreprise in a_appeler(promises, le):
        candidats = (entreprise.referent_id, entreprise.promise_par)
        qui = next((pk for pk in candidats if equipe.peut(pk, Droit.ECRIRE_ENTREPRISES)), None)
        if qui is None:
            continue
        yield RappelDu(
            utilisateur_id=qui,
            entreprise_id=entreprise.pk,
            motif=MotifRappel.ENTREPRISE_A_RAPPELER,
            objet_id=entreprise.promesse_id,
            echeance=entreprise.rappeler_le,
            texte=f"Appel promis pour le {en_lettres(entreprise.rappeler_le)} : l’échange suivant l’effacera d’ici.",
            url=entreprise.get_absolute_url(),
        )


def immersions(equipe, le):
    """The host to call at mid-term, then the bilan; one of long ago is left to the list « À appeler »."""
    for attente in attentes(Immersion.objects.en_attente(le).pour_fiche(), le):
        if attente.depuis < le - timedelta(days=DERNIERE_RELANCE):
            continue
        beneficiaire_id = attente.immersion.parcours.beneficiaire_id
        yield from aux(
            equipe.au_depart(beneficiaire_id),
            beneficiaire_id=beneficiaire_id,
            motif=MotifRappel.BILAN_IMMERSION if attente.est_bilan else MotifRappel.IMMERSION_A_APPELER,
            objet_id=attente.immersion.pk,
            echeance=attente.depuis,
            texte=_texte_immersion(attente),
            url=attente.url,
        )


def _texte_immersion(attente):
    if attente.est_bilan:
        return f"Immersion terminée le {en_lettres(attente.immersion.finie_le)} : le bilan reste à faire."
    return f"Immersion en cours jusqu’au {en_lettres(attente.immersion.fin)} : appelez l’entreprise à mi-parcours."
