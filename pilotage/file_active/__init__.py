"""The supervisor's list: who is followed, by whom, what asks to be looked at and why."""

from .liste import Ligne, file_active
from .motifs import MOTIFS, a_regarder, motifs_de, motifs_de_la
from .releve import charges

__all__ = ["MOTIFS", "Ligne", "a_regarder", "charges", "file_active", "motifs_de", "motifs_de_la"]
