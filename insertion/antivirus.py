"""The antivirus (clamd): a file brought stays in quarantine until it says that the file is clean (surete.md P0-16).

`CLAMD` names its socket, `unix:///run/clamav/clamd.ctl` or `host:3310`; empty, files are kept « non analysé ».
"""

import logging
from datetime import UTC, datetime

from clamav_client.clamd import ClamdNetworkSocket, ClamdUnixSocket, CommunicationError, ResponseError
from django.apps import apps
from django.conf import settings
from django.utils import timezone

from .enums import EtatAnalyse
from .isolation.contexte import contexte
from .models import FichierDepose, Structure

logger = logging.getLogger(__name__)

#: Seconds given to the antivirus for one file of 10 MB.
DELAI = 30
VERDICTS = {"OK": EtatAnalyse.SAIN, "FOUND": EtatAnalyse.INFECTE}


class Injoignable(ConnectionError):
    """The antivirus did not answer: the file stays in quarantine."""


def juger(fichier):
    """Return the `EtatAnalyse` of a file open for reading bytes; raise `Injoignable` when no verdict came."""
    try:
        ((verdict, _),) = _clamd().instream(fichier).values()
    except (CommunicationError, ResponseError, OSError, ValueError) as erreur:
        raise Injoignable(str(erreur)) from erreur
    if verdict not in VERDICTS:
        raise Injoignable(f"verdict « {verdict} »")
    return VERDICTS[verdict]


def age_des_signatures(maintenant):
    """How old the signatures of clamd are at the instant `maintenant`, as a duration; raise when it does not say."""
    date = _clamd().version().rsplit("/", 1)[1]  # « ClamAV 1.4.3/27500/Sun Nov 29 09:41:12 2026 »
    return maintenant - timezone.make_aware(datetime.strptime(date, "%a %b %d %H:%M:%S %Y"), UTC)


def analyser():
    """Judge all that waits, structure by structure; a silence of the antivirus ends it, the next ring goes on.

    Run twice at once, two workers judge the same file and write the same verdict.
    """
    if not settings.CLAMD:
        return
    try:
        for structure_id in Structure.objects.values_list("pk", flat=True):
            for modele in _modeles():
                _analyser(modele, structure_id)
    except Injoignable as silence:
        logger.warning("Antivirus injoignable, les fichiers déposés attendent : %s", silence)


def _analyser(modele, structure_id):
    with contexte(structure_id, origine="antivirus"):
        depots = list(modele.objects.a_analyser().only("pk", "structure_id", "fichier"))
    for depot in depots:
        try:
            with depot.fichier.open("rb") as fichier:
                verdict = juger(fichier)
        except FileNotFoundError:
            continue  # erased meanwhile, or being restored from a backup
        with contexte(structure_id, origine="antivirus"):
            modele.objects.a_analyser().filter(pk=depot.pk).update(analyse=verdict)


def _modeles():
    return [modele for modele in apps.get_models() if issubclass(modele, FichierDepose)]


def _clamd():
    hote, _, port = settings.CLAMD.rpartition(":")
    if settings.CLAMD.startswith("unix://"):
        return ClamdUnixSocket(settings.CLAMD, timeout=DELAI)
    return ClamdNetworkSocket(hote, int(port), timeout=DELAI)
