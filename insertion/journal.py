"""The read journal: a page about somebody says so, in the transaction that read them."""

from django.db import connection
from django.utils import timezone

from .isolation.contexte import contexte_exige

#: One row of `Lecture`: every page about somebody writes one, and the ORM would say it more slowly than it is done.
ECRIRE = """
    INSERT INTO insertion_lecture (structure_id, utilisateur_id, beneficiaire_id, quoi, chemin, adresse_ip, at)
    VALUES (%s, %s, %s, %s, %s, %s, %s)
"""


def consigner(request, quoi, beneficiaire_id=None):
    """Record that the user of `request` read `quoi` (French, short) of a person's file.

    If the journal cannot be written the page fails: nothing is shown without a trace.
    """
    structure, adresse_ip = contexte_exige().structures[0], request.META.get("REMOTE_ADDR") or None
    valeurs = [structure, request.user.pk, beneficiaire_id, quoi, request.path[:200], adresse_ip, timezone.now()]
    with connection.cursor() as curseur:
        curseur.execute(ECRIRE, valeurs)
