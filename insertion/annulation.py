"""« Annuler » for ten seconds, and for a day what is bigger, instead of « Êtes-vous sûr ? » (experience.md §2.5)."""

from datetime import timedelta

from django.contrib import messages
from django_htmx.http import trigger_client_event

#: How long an import or a merge can be undone.
DELAI = timedelta(hours=24)


class AnnulationImpossible(Exception):
    """What was done cannot be undone any more; the message is French."""


def proposer_annulation(request, phrase, url, response=None):
    """Show `phrase` with a button that POSTs to `url`, which undoes it.

    Without `response` the bar comes with the next page (after a redirect); with one (an htmx fragment), at once.
    """
    if response is None:
        messages.success(request, phrase, extra_tags=f"annuler={url}")
        return None
    return trigger_client_event(response, "annulable", {"phrase": phrase, "url": url})
