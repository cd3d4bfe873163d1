"""A gateway that keeps us waiting in vain is left alone by every structure for a while.

Each structure would otherwise hold a worker for the time of a timeout, and documents would wait behind them all.
"""

from time import monotonic

from django.core.cache import cache

from beneficiaires.enums import Canal

from ..enums import EtatEnvoi

#: Seconds: what a gateway that is well never takes, and how long a slow one is left alone.
LENT, REPIT = 5, 60
#: After one of these, nobody knows that the server is well.
EN_PEINE = (EtatEnvoi.A_ENVOYER, EtatEnvoi.INCERTAIN)


def confier(canal, porte, prise, maintenant):
    """Give the message of `prise` to the door of its channel (`porte`); return the `EtatEnvoi` reached, or None."""
    debut = monotonic()
    etat = porte(prise, maintenant)
    if etat in EN_PEINE and monotonic() - debut > LENT:
        cache.set(_cle(canal), True, REPIT)
    return etat


def en_repit():
    """The channels that are left alone for now."""
    laisses = cache.get_many([_cle(canal) for canal in Canal])
    return {canal for canal in Canal if _cle(canal) in laisses}


def _cle(canal):
    return f"passerelle:{canal}"
