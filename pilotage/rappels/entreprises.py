"""Firms: the call that was promised."""

from entreprises.models import Entreprise
from entreprises.relation import a_appeler, avec_promesse, avec_relation
from insertion.droits import Droit

from ..enums import MotifRappel
from .dus import RappelDu, en_lettres


def entreprises(equipe, le):
    """The call promised to a firm, on its day: to the colleague in charge of it, else to who promised."""
    promises = avec_promesse(avec_relation(Entreprise.objects.all(), le), le)
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
