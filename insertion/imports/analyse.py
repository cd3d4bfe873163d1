"""The preview: what is wrong with each line, what to do with each; and the counts."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from insertion.enums import Choix
from insertion.texte import sans_accents

from .champs import IGNORER
from .fiche import FicheLue
from .lecture import DONNEE, VIDE


@dataclass(frozen=True)
class Rapprochement:
    """What is known of a line: `pk` of what it may be, `sur` when it is that, why (French) otherwise."""

    pk: int | None = None
    sur: bool = False
    raison: str = ""


@dataclass
class LigneAnalysee:
    """One line and its fate. `doublon_de` is the number of the line of the same file that it repeats; `connu` and
    `ecriture` are the floor's own: what exists already, what the line would write. `differe`: the fields in which
    what exists says something else.
    """

    numero: int
    nature: str
    cellules: list
    voulu: str = ""
    fiche: FicheLue | None = None
    rapprochement: Rapprochement = field(default_factory=Rapprochement)
    connu: Any = None
    ecriture: Any = None
    doublon_de: int | None = None
    choix: str = Choix.IGNORER
    avertissements: list = field(default_factory=list)
    differe: list = field(default_factory=list)

    @property
    def erreurs(self):
        return self.fiche.erreurs if self.fiche else []

    @property
    def est_lue(self):
        """Whether the line is read: a line of data, or one taken for a title that people claim back."""
        return self.nature == DONNEE or self.nature != VIDE and self.voulu == Choix.CREER

    @property
    def completable(self):
        """Whether the line may be about something that exists."""
        return bool(self.rapprochement.pk)

    @property
    def repete(self):
        """The number of the earlier line that this one is about too, or None."""
        return self.doublon_de

    @property
    def possibles(self):
        """The choices that people have for this line."""
        if self.nature == VIDE:
            return []
        if self.erreurs:
            return [Choix.IGNORER]
        if self.completable:
            return [Choix.CREER, Choix.METTRE_A_JOUR, Choix.IGNORER]
        return [Choix.CREER, Choix.IGNORER]

    @property
    def sort(self):
        """What the line counts as: erreur, doublon, ignoree, creation or mise_a_jour."""
        if self.erreurs:
            return "erreur"
        if self.choix == Choix.IGNORER:
            return "doublon" if self.doublon_de else "ignoree"
        return "creation" if self.choix == Choix.CREER else "mise_a_jour"

    def avertir(self, champ, message):
        self.avertissements.append({"champ": champ, "message": message})


def differences(premiere, ligne, entetes, colonnes):
    """« Elle diffère par : Ville : « Lens ». », for a line that repeats another; '' when it says nothing else."""
    autres = [
        f"{entetes[rang]} : « {autre} »"
        for rang, (une, autre) in enumerate(zip(premiere.cellules, ligne.cellules, strict=False))
        if autre
        and (cle := colonnes.get(str(rang), IGNORER)) != IGNORER
        and not pareils(premiere.fiche.valeurs.get(cle, une), ligne.fiche.valeurs.get(cle, autre))
    ]
    return f" Elle diffère par : {', '.join(autres)}." if autres else ""


def pareils(une, autre):
    """Whether two values say the same thing once read: accents, case and spaces do not count in a text."""
    if isinstance(une, str) and isinstance(autre, str):
        return sans_accents(une).split() == sans_accents(autre).split()
    return une == autre


def compter(lignes):
    """Return the counts of the lines: rows created, rows changed, repeats, lines left out, lines in error."""
    sorts = Counter(ligne.sort for ligne in lignes)
    return {
        "lignes": len(lignes),
        "creations": sorts["creation"],
        "mises_a_jour": sorts["mise_a_jour"],
        "doublons": sorts["doublon"],
        "ignorees": sorts["ignoree"],
        "lignes_en_erreur": sorts["erreur"],
    }


def raconter(bilan):
    """The counts in words: « 38 créations, 0 mise à jour, 2 doublons, 5 ignorées, 2 erreurs »."""
    mots = (
        ("creations", "création", "créations"),
        ("mises_a_jour", "mise à jour", "mises à jour"),
        ("doublons", "doublon", "doublons"),
        ("ignorees", "ignorée", "ignorées"),
        ("lignes_en_erreur", "erreur", "erreurs"),
    )
    return ", ".join(f"{bilan[cle]} {un if bilan[cle] < 2 else plusieurs}" for cle, un, plusieurs in mots)
