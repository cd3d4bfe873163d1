"""python -m galerie (`make galerie`; with AXE=1, `make accessibilite`).

DOSSIER is where the pictures and the findings go (outside the repository; by default beside the private servers'
data), PAGES the beginnings of names of addresses (« PAGES=pilotage:agenda,parcours:action »). SUITE=1 leaves out what
DOSSIER holds. A walk that reads draws no picture, which takes as long as reading: IMAGES=1 has both.
"""

import os
import sys
from pathlib import Path

from outillage import paquets_front
from outillage.affichage import Abandon, dire, ecrire, etape
from outillage.dossier import RACINE
from outillage.processus import interruptible, s_arreter_aux_signaux

from .compte_rendu import Carnet
from .controles import Releve
from .instance import instance


def main() -> int:
    s_arreter_aux_signaux()
    lire = os.environ.get("AXE") == "1"
    carnet = Carnet(Path(os.environ.get("DOSSIER") or RACINE / ".tremplin" / "galerie-images").resolve())
    try:
        with etape("Polices et icônes"):
            paquets_front.assurer()
        with instance() as url, interruptible():
            parcourir(url, carnet, lire)
    except Abandon as abandon:
        ecrire(f"\n{abandon}")
        return 1
    except KeyboardInterrupt:
        dire("Interrompu : SUITE=1 reprend où l’on en était.")
        return 130
    return int(bool(carnet.conclure()))


def parcourir(url: str, carnet: Carnet, lire: bool) -> None:
    """See each page once; an address that its row does not open is asked for again with a row made for it."""
    from .pages import Pages  # noqa: PLC0415 -- after setup
    from .sans_script import eprouver  # noqa: PLC0415 -- after setup
    from .visite import navigateur  # noqa: PLC0415 -- after setup

    vues, pages = set(carnet.releves) if os.environ.get("SUITE") == "1" else set(), Pages()
    images = not lire or os.environ.get("IMAGES") == "1"
    with navigateur(url, carnet.dossier, lire, images) as visite:
        if lire and "sans_script" not in vues:
            carnet.garder("sans_script", eprouver(visite.navigateur, url, pages.pleins[False]))
        for page in pages:
            if page.cle in vues:
                continue
            statut = visite.ouvre(page)
            if statut == 404 and page.rangees:
                page = page.refaite()
                statut = visite.ouvre(page)
            if statut == 200 or page.nom == "compte:introuvable":
                dire(page.cle)
                carnet.garder(page.cle, visite.voir(page))
            else:
                if statut not in (0, 405):
                    dire(f"{page.cle} : {statut} {page.chemin}")
                carnet.garder(page.cle, Releve(page.nom, page.chemin, page.qui, page.etat, statut=statut))


if __name__ == "__main__":
    sys.exit(main())
