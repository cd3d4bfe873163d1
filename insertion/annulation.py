"""How long what was done can be undone, and the refusal to undo it (experience.md §2.5): see gestes.py."""

from datetime import timedelta

DELAI = timedelta(hours=24)


class AnnulationImpossible(Exception):
    """What was done cannot be undone any more; the message is French."""
