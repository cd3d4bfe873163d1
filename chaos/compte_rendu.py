"""What a fault did, and the table of them all."""

import textwrap
from dataclasses import dataclass, field

from outillage.affichage import ecrire

RETABLISSEMENT_MAXIMAL = 30


class NonEssaye(Exception):
    """This machine does not let the fault be made; the message says why, in French."""


@dataclass
class Resultat:
    """`essais` in words; what was lost and what came twice, counted; seconds until healthy, None without a fault
    to recover from; what else is wrong (`defauts`) and what is worth knowing (`notes`), in French."""

    essais: str
    perdus: int = 0
    doubles: int = 0
    secondes: float | None = None
    defauts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def tenu(self) -> bool:
        a_temps = self.secondes is None or self.secondes <= RETABLISSEMENT_MAXIMAL
        return not (self.perdus or self.doubles or self.defauts) and a_temps

    def exiger(self, vrai: object, defaut: str) -> None:
        """Note `defaut` unless `vrai`."""
        if not vrai:
            self.defauts.append(defaut)


def raconter(nom: str, resultat: Resultat) -> None:
    """Print one fault as it ends: its figures, then what is wrong and what is worth knowing."""
    verdict = "tenu" if resultat.tenu else "ÉCHEC"
    retour = "" if resultat.secondes is None else f", saine en {_secondes(resultat.secondes)}"
    ecrire(f"    {nom} {verdict} : {resultat.perdus} perdu, {resultat.doubles} en double{retour}")
    for signe, phrases in (("!", resultat.defauts), ("·", resultat.notes)):
        for phrase in phrases:
            ecrire(f"      {signe} {phrase}")


def tableau(lignes: list[tuple[str, str, Resultat | str]]) -> None:
    """Print (name, title, result or why it was not tried) of each fault."""
    ecrire(f"\n{'faute':<6}{'ce qui est essayé':<58}{'perdus':>7}{'doubles':>8}{'saine en':>10}  verdict")
    for nom, titre, resultat in lignes:
        if isinstance(resultat, str):
            ecrire(f"{nom:<6}{titre:<83}  non essayé : {resultat}")
            continue
        premiere, *suite = textwrap.wrap(f"{titre} : {resultat.essais}", 57)
        ecrire(
            f"{nom:<6}{premiere:<58}{resultat.perdus:>7}{resultat.doubles:>8}{_secondes(resultat.secondes):>10}"
            f"  {'tenu' if resultat.tenu else 'ÉCHEC'}"
        )
        for ligne in suite:
            ecrire(f"{'':<6}{ligne}")


def _secondes(secondes: float | None) -> str:
    return "–" if secondes is None else f"{secondes:.1f} s".replace(".", ",")
