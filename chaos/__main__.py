"""python -m chaos (`make chaos`). FAUTES=F1,F5 chooses some of them."""

import importlib
import os
import sys
import traceback

from outillage import paquets_front
from outillage.affichage import Abandon, dire, ecrire, etape
from outillage.processus import s_arreter_aux_signaux

from .compte_rendu import NonEssaye, Resultat, raconter, tableau
from .instance import Instance, instance, ouvrir_django

FAUTES = {
    "F1": "travailleurs_tues",
    "F2": "redis",
    "F3": "postgresql_coupe",
    "F4": "horloges",
    "F5": "disque_plein",
    "F6": "passerelles_malades",
    "F7": "web_tue",
    "F8": "migration_tuee",
    "F9": "antivirus",
    "F10": "restauration",
    "F11": "cle_perdue",
    "F12": "deux_a_la_fois",
    "F13": "hotes_separes",
}


def main() -> int:
    s_arreter_aux_signaux()
    try:
        noms = _choisies()
        with etape("Polices et icônes"):
            paquets_front.assurer()
        with instance() as une:
            une.preparer()
            ouvrir_django(une)
            lignes = [_eprouver(nom, une) for nom in noms]
    except Abandon as abandon:
        ecrire(f"\n{abandon}")
        return 1
    except KeyboardInterrupt:
        dire("Interrompu : rien ne reste.")
        return 130
    tableau(lignes)
    return int(any(isinstance(resultat, Resultat) and not resultat.tenu for _, _, resultat in lignes))


def _choisies() -> list[str]:
    noms = list(filter(None, os.environ.get("FAUTES", "").split(","))) or list(FAUTES)
    if inconnues := set(noms) - set(FAUTES):
        raise Abandon(f"Fautes inconnues : {', '.join(sorted(inconnues))}. Il y a : {', '.join(FAUTES)}.")
    return noms


def _eprouver(nom: str, une: Instance) -> tuple[str, str, Resultat | str]:
    """Make one fault; an instance that does not come back from it is one more failure, not the end of the run."""
    faute = importlib.import_module(f".fautes.{FAUTES[nom]}", __package__)
    dire(f"{nom} · {faute.TITRE}")
    try:
        resultat = faute.eprouver(une)
    except NonEssaye as raison:
        dire(f"{nom} non essayé : {raison}")
        return nom, faute.TITRE, str(raison)
    except Exception as echec:  # noqa: BLE001 -- the others are still to be tried; the traceback says where
        traceback.print_exc()
        resultat = Resultat("arrêté en chemin", defauts=[f"{type(echec).__name__} : {echec}"])
    raconter(nom, resultat)
    return nom, faute.TITRE, resultat


if __name__ == "__main__":
    sys.exit(main())
