"""The words that a structure uses for the people it accompanies and for what it receives (metier.md §1 row 1)."""

from dataclasses import dataclass, replace

from .enums import Vocabulaire


@dataclass(frozen=True)
class Mots:
    """« salarié·e », « salarié·es », and « un·e » before it: what titles and buttons are made of.

    `employeur`: people apply to whoever hires; elsewhere somebody asks for their admission.
    """

    singulier: str
    pluriel: str
    un: str = "un·e"
    employeur: bool = True

    @property
    def titre(self):
        """The plural as a title: « Salarié·es »."""
        return self.pluriel[0].upper() + self.pluriel[1:]

    @property
    def aucun(self):
        return f"Aucun·e {self.singulier}"

    @property
    def demande(self):
        return "candidature" if self.employeur else "demande d’admission"

    @property
    def demandes(self):
        """As a title."""
        return "Candidatures" if self.employeur else "Demandes d’admission"

    @property
    def rail(self):
        """As short as the rail asks for."""
        return "Candidatures" if self.employeur else "Demandes"

    @property
    def entretien(self):
        """The interview before entry."""
        return "entretien de recrutement" if self.employeur else "entretien d’admission"


MOTS = {
    Vocabulaire.BENEFICIAIRE: Mots("bénéficiaire", "bénéficiaires"),
    Vocabulaire.SALARIE: Mots("salarié·e", "salarié·es"),
    Vocabulaire.MEMBRE: Mots("membre", "membres"),
    Vocabulaire.JEUNE: Mots("jeune", "jeunes"),
    Vocabulaire.PARTICIPANT: Mots("participant·e", "participant·es"),
}


def mots(structure):
    """The words of `structure`."""
    return replace(MOTS[structure.vocabulaire], employeur=structure.emploie)
