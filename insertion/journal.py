"""The read journal: a page about somebody says so, in the transaction that read them."""

from .models import Lecture


def consigner(request, quoi, beneficiaire_id=None):
    """Record that the user of `request` read `quoi` (French, short) of a person's file.

    If the journal cannot be written the page fails: nothing is shown without a trace.
    """
    Lecture.objects.create(
        utilisateur_id=request.user.pk,
        beneficiaire_id=beneficiaire_id,
        quoi=quoi,
        chemin=request.path[:200],
        adresse_ip=request.META.get("REMOTE_ADDR") or None,
    )
