"""Work that takes time: the row in the database is the truth, the queue is only its doorbell."""

import logging
from functools import partial

from django.db import transaction
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)


def sonner(tache, **ids):
    """Queue the Celery task `tache` with these ids; False, and a line in the log, when the broker is down.

    Nothing is lost then: the row waits for the sweeper (`reprendre_les_travaux` of each floor).
    """
    try:
        tache.apply_async(kwargs=ids, retry=False)
    except (OperationalError, OSError):
        logger.warning("File d’attente injoignable : %s %s attend la reprise.", tache.name, ids)
        return False
    return True


def sonner_apres_commit(tache, **ids):
    """Queue `tache` once the transaction that wrote its row is committed; never before, never if it is undone."""
    transaction.on_commit(partial(sonner, tache, **ids))
