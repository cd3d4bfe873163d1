"""What is found of a page: faults by control, in words; its weight; its pictures."""

import gzip
from collections import Counter
from dataclasses import dataclass, field
from itertools import product

from playwright.sync_api import BrowserContext, Page
from tinyhtml5.parser import HTMLParser

#: Control → (what it is, number of experience.md §4 when it has one).
TITRES = {
    "axe": "axe : pages, pleines, vides et en erreur (1)",
    "axe_dialogue": "axe : dialogues, volets, menus et plis ouverts (1)",
    "lecture": "titres, champs, groupes, tableaux, liens (11 à 19, 21, 23, 27, 30)",
    "html": "HTML valide (24)",
    "debordement": "rien à faire défiler de côté à 320, 390 et 1280 px (3)",
    "espacement": "texte espacé : rien n’est coupé (4)",
    "cibles": "cibles d’au moins 24 px (5)",
    "mouvement": "aucun mouvement quand on n’en veut pas (22)",
    "identifiants": "identifiants uniques, après les échanges (24)",
    "impression": "sur papier : le contenu seul, daté (26)",
    "sans_script": "sans JavaScript : chercher, noter, absence, bilan (27)",
    "boutons": "un seul bouton plein par page",
    "decalage": "rien ne se décale quand la page arrive",
    "autre_hote": "aucune requête vers un autre hôte",
    "premiere": "première page d’au plus 150 ko compressés",
    "suivante": "page suivante d’au plus 30 ko compressés",
    "visite": "la page s’affiche",
}
#: Widths and themes that each state is read in.
VARIANTES = tuple(product((1280, 390), ("light", "dark")))
PREMIERE, SUIVANTE = 150_000, 30_000
REGLES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: What axe reads in the light theme; the dark one changes colours and nothing else.
LECTURES = {
    "light": {"runOnly": {"type": "tag", "values": REGLES}, "resultTypes": ["violations"]},
    "dark": {
        "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
        "resultTypes": ["violations"],
    },
}


@dataclass
class Releve:
    """What was found of a page of this name; `fois` counts how many times each control looked."""

    nom: str
    chemin: str
    qui: str
    etat: str
    fautes: dict[str, list[str]] = field(default_factory=dict)
    fois: Counter = field(default_factory=Counter)
    images: list[str] = field(default_factory=list)
    poids: dict[str, int] = field(default_factory=dict)
    #: State → variant (« 390 dark ») → violations of axe.
    vues: dict[str, dict[str, int]] = field(default_factory=dict)
    #: Form → whether it was refused, sent empty.
    formes: dict[str, bool] = field(default_factory=dict)
    statut: int = 200

    def noter(self, controle: str, *fautes: str) -> None:
        self.fois[controle] += 1
        if fautes:
            self.fautes.setdefault(controle, []).extend(fautes)

    def voir(self, etat: str, largeur: int, theme: str, refus: int) -> None:
        variantes = self.vues.setdefault(etat, {})
        variante = f"{largeur} {theme}"
        variantes[variante] = variantes.get(variante, 0) + refus

    def peser(self) -> None:
        if self.poids:
            for controle, limite, poids in (
                ("premiere", PREMIERE, self.poids["premiere"]),
                ("suivante", SUIVANTE, self.poids["suivante"]),
            ):
                self.noter(controle, *([f"{poids / 1000:.1f} ko"] if poids > limite else []))

    def dire(self) -> dict:
        return {**vars(self), "fois": dict(self.fois)}


def bruts(page: Page, controle: str):
    return page.evaluate(f"window.controles.{controle}()")


def controler(page: Page, controle: str, ou: str) -> list[str]:
    return [f"[{ou}] {faute}" for faute in bruts(page, controle)]


def axe(page: Page, ou: str, theme: str, quoi: str = "") -> list[str]:
    lire = "([quoi, lecture]) => window.controles.lire(quoi, lecture)"
    return [
        f"[{ou}] {refus['id']} : {refus['help']} {[noeud['target'] for noeud in refus['nodes']][:4]}"
        for refus in page.evaluate(lire, [quoi, LECTURES[theme]])
    ]


def html(texte: str) -> list[str]:
    """What a strict parser refuses."""
    lecteur = HTMLParser()
    lecteur.parse(texte)
    return [f"{erreur} {donnees} {position}" for position, erreur, donnees in lecteur.errors]


def peser(page: Page, contexte: BrowserContext) -> dict[str, int]:
    """Compressed bytes of a first page (the page and all that it needs) and of a navigation (what was not there)."""
    poids = bruts(page, "poids")
    la_page, reste = poids["page"], poids["reste"]
    if la_page == poids["brut"]:  # sent as it is: counted as the proxy sends it
        la_page = _comprime(page.content().encode())
    for adresse, brut in poids["fragments"]:
        fragment = contexte.request.get(adresse, headers={"HX-Request": "true"}).body()
        reste += _comprime(fragment) - brut
    return {"premiere": la_page + reste, "suivante": la_page}


def _comprime(corps: bytes) -> int:
    return len(gzip.compress(corps, 6))
