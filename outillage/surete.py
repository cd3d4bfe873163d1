"""`make surete`: every attack that the application must withstand, on a real PostgreSQL and a real Redis.

It ends with a table: what was tried, how many times, how many failures. `make test` runs the cheap part only.
"""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from outillage import paquets_front
from outillage.affichage import Abandon, dire, ecrire, etape
from outillage.dossier import RACINE, Dossier
from outillage.processus import environnement_propre, interruptible, s_arreter_aux_signaux
from outillage.services import services
from outillage.tester import MIGRER, MODELE, base_du_modele, base_modele

# All of tests/surete, what `make test` runs too included.
PYTEST = [sys.executable, "-m", "pytest", "-n", "2", "-m", "", "-p", "outillage.surete"]
ESSAIS = "1000"  # passwords


def main() -> int:
    s_arreter_aux_signaux()
    try:
        dossier = Dossier(RACINE / ".tremplin" / "surete").ouvrir()
        with etape("Polices et icônes"):
            paquets_front.assurer()
        with services(dossier, rapide=True) as reglages:
            environnement = {**environnement_propre(), **reglages}
            return attaquer(environnement)
    except Abandon as abandon:
        ecrire(f"\n{abandon}")
    except KeyboardInterrupt:
        dire("Interrompu.")
    return 1


def attaquer(environnement: dict[str, str]) -> int:
    with base_modele(environnement) as modele:
        with etape(MODELE):
            en_plus = {"DJANGO_SETTINGS_MODULE": "insertion.settings", **modele}
            subprocess.run(MIGRER, cwd=RACINE, env={**environnement, **en_plus}, check=True)
        environnement |= {"TREMPLIN_MODELE": base_du_modele(modele), "COOKIES_SECURES": "0", "ESSAIS": ESSAIS}
        demandes = sys.argv[1:] or ["tests/surete"]
        with interruptible():
            return subprocess.run([*PYTEST, *demandes], cwd=RACINE, env=environnement).returncode


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter) -> Iterator[None]:
    """The table, above pytest's closing line; a measure is what a test gave to its fixture `mesurer`."""
    yield
    sommes: dict[str, list] = {}
    for rapports in terminalreporter.stats.values():
        for rapport in rapports:
            if getattr(rapport, "when", "") == "call":
                _ajouter(sommes, rapport)
    terminalreporter.section("Sûreté")
    terminalreporter.write_line(f"{'ce qui est essayé':<64}{'combien':>12}{'échecs':>9}")
    for quoi, (combien, echecs) in sorted(sommes.items()):
        nombre = f"{combien:,}".replace(",", "\u202f") if isinstance(combien, int) else str(combien)
        terminalreporter.write_line(f"{quoi:<64}{nombre:>12}{echecs:>9}")


def _ajouter(sommes: dict[str, list], rapport) -> None:
    mesures = [valeur for nom, valeur in rapport.user_properties if nom == "mesure"]
    fichier = rapport.nodeid.partition("::")[0].rpartition("/")[2]
    for quoi, combien in mesures or [[f"essais de {fichier}", 1]]:
        somme = sommes.setdefault(quoi, [0 if isinstance(combien, int) else combien, 0])
        if isinstance(combien, int):
            somme[0] += combien
        somme[1] += int(rapport.failed)


if __name__ == "__main__":
    sys.exit(main())
