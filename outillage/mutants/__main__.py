"""`make mutants`: MODULES=chiffrement.py for some, PART=3 for one fault in three, JSON=file for the details."""

import subprocess
import sys

from outillage import paquets_front
from outillage.affichage import Abandon, dire, ecrire, etape
from outillage.dossier import RACINE, Dossier
from outillage.mutants.boucle import reglages
from outillage.processus import environnement_propre, interruptible, s_arreter_aux_signaux
from outillage.services import services
from outillage.tester import MIGRER, MODELE, base_du_modele, base_modele

PYTEST = [sys.executable, "-m", "pytest", "-q", "-s", "-m", "", "-p", "no:randomly", "-p", "outillage.mutants.boucle"]


def main() -> int:
    s_arreter_aux_signaux()
    try:
        dossier = Dossier(RACINE / ".tremplin" / "mutants").ouvrir()
        with etape("Polices et icônes"):
            paquets_front.assurer()
        with services(dossier, rapide=True) as serveurs, base_modele(environnement_propre() | serveurs) as modele:
            return eprouver({**environnement_propre(), **serveurs}, modele)
    except Abandon as abandon:
        ecrire(f"\n{abandon}")
    except KeyboardInterrupt:
        dire("Interrompu.")
    return 1


def eprouver(environnement: dict[str, str], modele: dict[str, str]) -> int:
    with etape(MODELE):
        en_plus = {"DJANGO_SETTINGS_MODULE": "insertion.settings", **modele}
        subprocess.run(MIGRER, cwd=RACINE, env={**environnement, **en_plus}, check=True)
    environnement |= {"TREMPLIN_MODELE": base_du_modele(modele), "COOKIES_SECURES": "0"}
    essais = dict.fromkeys(essai for siens in reglages().values() for essai in siens)
    with interruptible():
        return subprocess.run([*PYTEST, *essais], cwd=RACINE, env=environnement).returncode


if __name__ == "__main__":
    sys.exit(main())
