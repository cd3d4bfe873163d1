"""A13: a funder narrows a report until one person is left: the cell is withheld, and the total gives nothing back."""

from tests.pilotage.bilans.test_masque import *  # noqa: F403
