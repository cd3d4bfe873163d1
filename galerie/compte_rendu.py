"""What is kept of a walk: the figures of each page, the table at the end, an index of the pictures."""

import csv
import json
from collections import Counter, defaultdict
from html import escape
from pathlib import Path

from outillage.affichage import ecrire

from .controles import TITRES, VARIANTES, Releve

RELEVES, TABLEAU = "releves.jsonl", "tableau.csv"
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
        self._tableau()
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
        self._formes()
        pages = [releve for releve in self.releves.values() if releve["statut"] == 200]
        ecrire(f"{len(pages)} pages, {self.dossier}/index.html")
        return sum(fautes.values())

    def _formes(self) -> None:
        """Which forms took what was sent with nothing in it: their state of error was not seen."""
        formes = [(releve["nom"], *forme) for releve in self.releves.values() for forme in releve["formes"].items()]
        prises = [f"{nom} : {forme}" for nom, forme, refusee in formes if not refusee]
        ecrire("\n  ".join([f"\n{len(formes)} formulaires envoyés vides, {len(prises)} acceptés", *prises]))

    def _tableau(self) -> None:
        """Pages × state × width × theme: seen, and the violations of axe; page by page in `tableau.csv`."""
        noms = [f"{largeur} {theme}" for largeur, theme in VARIANTES]
        vues, refus, pages, lignes = Counter(), Counter(), Counter(), []
        for releve in self.releves.values():
            for etat, variantes in releve.get("vues", {}).items():
                pages[etat] += 1
                vues.update((etat, variante) for variante in variantes)
                refus[etat] += sum(variantes.values())
                lignes.append([releve["nom"], releve["etat"], etat, *(variantes.get(nom, "") for nom in noms)])
            if not releve.get("vues"):
                lignes.append([releve["nom"], releve["etat"], f"pas de page ({releve['statut']})", *[""] * len(noms)])
        with (self.dossier / TABLEAU).open("w", newline="") as fichier:
            csv.writer(fichier).writerows([["adresse", "structure", "état", *noms], *sorted(lignes)])
        if pages:
            ecrire(f"\n{'état':<12}{'pages':>8}" + "".join(f"{nom:>14}" for nom in noms) + f"{'violations':>14}")
            for etat in pages:
                vue = "".join(f"{vues[etat, nom]:>14}" for nom in noms)
                ecrire(f"{etat:<12}{pages[etat]:>8}{vue}{refus[etat]:>14}")

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
