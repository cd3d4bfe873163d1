"""From the row to the server: claimed, announced, sent, each once."""

from beneficiaires.enums import Canal
from insertion import jetons
from insertion.isolation.contexte import contexte

from ..enums import EtatEnvoi
from ..models import Envoi
from . import courriel, sms
from .messages import composer
from .preparation import ORIGINE, preparer
from .prise import Prise

PORTES = {Canal.COURRIEL: courriel.remettre, Canal.SMS: sms.remettre}
#: After one of these the server of the channel is left alone until the next ring.
EN_PEINE = (EtatEnvoi.A_ENVOYER, EtatEnvoi.INCERTAIN)


def distribuer(structure_id, horloge):
    """Send what is due in the structure; `horloge()` gives the instant, read again for each message."""
    en_peine = set()
    for envoi_id in preparer(structure_id, horloge()):
        canal, etat = envoyer(structure_id, envoi_id, horloge(), sauf=en_peine)
        if etat in EN_PEINE:
            en_peine.add(canal)


def envoyer(structure_id, envoi_id, maintenant, sauf=()):
    """Send one message if nobody else does; return (channel, `EtatEnvoi` reached), Nones when nothing was done."""
    prise = _prendre(structure_id, envoi_id, maintenant, sauf)
    if prise is None:
        return None, None
    return prise.ligne.canal, PORTES[prise.ligne.canal](prise, maintenant)


def _prendre(structure_id, envoi_id, maintenant, sauf):
    """Claim the row with a new secret and compose its message; None when it is taken, or not true any more."""
    jeton, empreinte = jetons.nouveau(structure_id)
    with contexte(structure_id, origine=ORIGINE):
        lignes = Envoi.objects.filter(pk=envoi_id)
        if not lignes.exclude(canal__in=sauf).prendre(maintenant, empreinte=empreinte):
            return None
        envoi = lignes.attendus().pour_liste().select_related("structure").first()
        if envoi is None or not envoi.adresse:
            lignes.update(etat=EtatEnvoi.RETIRE, empreinte="", bail_at=None)
            return None
        return Prise(envoi, composer(envoi, jeton), ORIGINE)
