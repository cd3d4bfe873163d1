"""What is kept of a walk: the figures of each page, the table at the end, an index of the pictures."""

import json
from collections import Counter, defaultdict
from html import escape
from pathlib import Path

from outillage.affichage import ecrire

from .controles import TITRES, Releve

RELEVES = "releves.jsonl"
TETE = (
    '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Pages de Tremplin</title><h1>Pages de Tremplin</h1>'
)


class Carnet:
    """The findings of a folder, one line a page; those of an earlier walk stay until the page is seen again."""

    def __init__(self, dossier: Path) -> None:
        self.dossier = dossier
        dossier.mkdir(parents=True, exist_ok=True)
        self.releves: dict[str, dict] = {}
        if (fichier := dossier / RELEVES).exists():
            for ligne in fichier.read_text().splitlines():
                cle, releve = json.loads(ligne)
                self.releves[cle] = releve

    def garder(self, cle: str, releve: Releve) -> None:
        releve.peser()
        self.releves[cle] = releve.dire()
        with (self.dossier / RELEVES).open("a") as fichier:
            fichier.write(json.dumps([cle, self.releves[cle]], ensure_ascii=False) + "\n")

    def conclure(self) -> int:
        """Write the index and the table; the number of failures."""
        (self.dossier / "index.html").write_text(self._index())
        fois, fautes = Counter(), Counter()
        for releve in self.releves.values():
            fois.update(releve["fois"])
            for controle, phrases in releve["fautes"].items():
                fautes[controle] += len(phrases)
                for phrase in phrases:
                    ecrire(f"{controle} · {releve['nom']} {releve['chemin']} ({releve['qui']}) : {phrase}")
        ecrire(f"\n{'contrôle':<64}{'fois':>8}{'fautes':>8}")
        for controle, titre in TITRES.items():
            if fois[controle]:
                ecrire(f"{titre:<64}{fois[controle]:>8}{fautes[controle]:>8}")
        ecrire(f"{len(self.releves)} pages, {self.dossier}/index.html")
        return sum(fautes.values())

    def _index(self) -> str:
        """Every picture, by floor; written with what the folder holds, read without a server."""
        familles = defaultdict(list)
        for cle, releve in sorted(self.releves.items()):
            familles[releve["nom"].partition(":")[0]].append((cle, releve))
        return TETE + "".join(
            f"<h2>{escape(famille)}</h2>" + "".join(_figure(cle, releve) for cle, releve in pages)
            for famille, pages in familles.items()
        )


def _figure(cle: str, releve: dict) -> str:
    images = "".join(
        f'<a href="{escape(nom)}"><img src="{escape(nom)}" width="240" loading="lazy" alt="{escape(nom)}"></a> '
        for nom in releve["images"]
    )
    return f"<details><summary>{escape(cle)} · {escape(releve['chemin'])}</summary>{images}</details>"
