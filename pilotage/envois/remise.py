"""From the row to the server: claimed a few at a time, announced, sent, each once."""

from beneficiaires.enums import Canal
from insertion import jetons
from insertion.isolation.contexte import contexte

from ..enums import EtatEnvoi
from ..models import Envoi
from ..models.envoi_unique import BAIL
from . import courriel, pannes, sms
from .messages import composer
from .preparation import ORIGINE, preparer
from .prise import Prise

PORTES = {Canal.COURRIEL: courriel.remettre, Canal.SMS: sms.remettre}
#: Claimed at once; what a slow server leaves of them past this time is given back, long before the lease ends.
LOT, PATIENCE = 10, BAIL / 3


def distribuer(structure_id, horloge):
    """Send what is due in the structure; `horloge()` gives the instant, read again for each message.

    The server of a channel that is in trouble is left alone until the next ring, longer when it is slow.
    """
    en_peine, dus = pannes.en_repit(), preparer(structure_id, horloge())
    for rang in range(0, len(dus), LOT):
        debut = horloge()
        for prise in _prendre(structure_id, dus[rang : rang + LOT], debut, en_peine):
            maintenant, canal = horloge(), prise.ligne.canal
            if canal in en_peine or maintenant - debut > PATIENCE:
                prise.rendre()
            elif pannes.confier(canal, PORTES[canal], prise, maintenant) in pannes.EN_PEINE:
                en_peine.add(canal)


def _prendre(structure_id, ids, maintenant, sauf):
    """Claim those rows that nobody has, each with a new secret, and compose their messages: [`Prise`].

    Two workers that come at once share them; what is not true any more is withdrawn, `sauf` some channels left alone.
    """
    with contexte(structure_id, origine=ORIGINE):
        pks = Envoi.objects.filter(pk__in=ids).exclude(canal__in=sauf).libres(maintenant)
        lignes = Envoi.objects.filter(pk__in=pks)
        if not pks or not lignes.prendre(maintenant):
            return []
        lues = {envoi.pk: envoi for envoi in lignes.attendus().pour_liste().select_related("structure")}
        partent = [lues[pk] for pk in ids if pk in lues and lues[pk].adresse]
        prises = [_composer(structure_id, envoi) for envoi in partent]
        Envoi.objects.bulk_update(partent, ["empreinte"])
        retires = set(pks) - {envoi.pk for envoi in partent}
        Envoi.objects.filter(pk__in=retires).update(etat=EtatEnvoi.RETIRE, empreinte="", bail_at=None)
        return prises


def _composer(structure_id, envoi):
    jeton, envoi.empreinte = jetons.nouveau(structure_id)
    return Prise(envoi, composer(envoi, jeton), ORIGINE)
