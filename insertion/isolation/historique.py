"""Change history by database triggers: `update()`, raw SQL, bulk writes and deletions all leave their event."""

import pghistory


def historise(*exclus):
    """Decorate an isolated model: each insertion, change and deletion is kept, but for the columns `exclus`.

    Who and where from is read by the trigger from the settings that the isolation door made (contexte.py).
    """
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=list(exclus) or None,
        context_field=pghistory.ContextJSONField(),
        context_id_field=None,
    )
