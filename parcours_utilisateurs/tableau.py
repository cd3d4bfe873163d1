"""What a job cost, and the table of them all."""

from dataclasses import dataclass, field

from outillage.affichage import ecrire

from .travaux import Travail


@dataclass
class Resultat:
    travail: Travail
    gestes: int = 0
    deplacements: int = 0
    pages: int = 0
    secondes: float = 0.0
    defauts: list[str] = field(default_factory=list)

    @property
    def tenu(self) -> bool:
        cible = self.travail
        a_temps = cible.secondes is None or self.secondes <= cible.secondes
        return not self.defauts and self.gestes <= cible.gestes and self.pages <= cible.pages and a_temps


def tableau(resultats: list[Resultat]) -> None:
    """Print the table, then what is wrong with each job."""
    ecrire(
        f"\n{'travail':<52}{'par':<9}{'gestes':>7}{'cible':>6}{'tab.':>6}{'pages entières':>15}{'cible':>6}"
        f"{'durée':>9}{'cible':>7}  verdict"
    )
    for un in resultats:
        cible = un.travail
        ecrire(
            f"{cible.code:<4}{cible.titre:<48}{'pouce' if cible.pouce else 'clavier':<9}"
            f"{un.gestes:>7}{cible.gestes:>6}"
            f"{un.deplacements:>6}{un.pages:>15}{cible.pages:>6}{un.secondes:>7.1f} s"
            f"{f'{cible.secondes:.0f} s' if cible.secondes else '–':>7}  {'tenu' if un.tenu else 'ÉCHEC'}"
        )
        for defaut in un.defauts:
            ecrire(f"      ! {defaut}")
    tenus = sum(un.tenu for un in resultats)
    ecrire(
        f"\n{tenus} sur {len(resultats)} tenus. « tab. » : appuis sur Tab ou une flèche, d’une commande à l’autre."
    )
