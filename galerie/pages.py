"""The pages to look at: which address, of which structure, asked for by whom."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

from insertion.enums import Role
from pilotage.demonstration.structures import ESCALE, RESSOURCERIE
from tests.surete import matrice
from tests.surete.adresses import D_UN_CHRS, Adresse, adresses
from tests.surete.rangees import FLOORS

from .exemples import Lieu, avec_ses_facteurs, avec_un_referent, demonstration, sans_rien

#: Whoever an address opens to, asked in this order.
ROLES = (
    *(Role.CHARGE_INSERTION, Role.CHEF_SERVICE, Role.DIRECTION, Role.ADMINISTRATIF),
    *(Role.ENCADRANT, Role.LECTURE, Role.BENEVOLE),
)
DEHORS = "dehors"
PLEIN, VIDE = "plein", "vide"
#: What a page of either becomes: a form refused, something opened over it or in it.
ERREUR, DIALOGUE = "erreur", "dialogue"
#: Pages that everybody may open and that show what each role does of them.
DE_CHACUN = ("pilotage:accueil", "parcours:beneficiaire_parcours")
#: Closed in the matrix: this instance alone opens it.
DE_L_ATELIER = "pilotage:atelier_graphique"


@dataclass(frozen=True)
class Page:
    """`qui` is a role, or `DEHORS`; `etat` says how full the structure is."""

    nom: str
    chemin: str
    qui: str
    etat: str
    lieu: Lieu
    adresse: Adresse | None = None

    @classmethod
    def de(cls, adresse: Adresse, qui: str, etat: str, lieu: Lieu) -> "Page":
        return cls(adresse.nom, adresse.avec(lieu, None), qui, etat, lieu, adresse)

    @property
    def rangees(self) -> list[str]:
        return self.adresse.rangees if self.adresse else []

    def refaite(self) -> "Page":
        """The same page of rows that are made for it."""
        self.lieu.refaire(self.rangees, self.qui)
        return Page.de(self.adresse, self.qui, self.etat, self.lieu)

    @property
    def cle(self) -> str:
        qui = "" if self.nom not in DE_CHACUN else f".{self.qui}"
        return f"{self.nom.replace(':', '.')}{qui}.{self.etat}"


class Pages:
    """Every page, by address; those whose name begins with one of the words of PAGES when it is set."""

    def __init__(self) -> None:
        self.debuts = tuple(filter(None, os.environ.get("PAGES", "").split(",")))
        self.pleins = {False: demonstration(RESSOURCERIE.nom), True: demonstration(ESCALE.nom)}
        self.vide, self.neuve = sans_rien("Structure sans rien"), avec_un_referent(sans_rien("Structure d’une fiche"))
        self.ouvre = matrice.lire()[0]

    def __iter__(self) -> Iterator[Page]:
        for adresse in adresses():
            if not self.debuts or adresse.nom.startswith(self.debuts):
                yield from self._de(adresse)
        yield from (page for page in self._autres() if not self.debuts or page.nom.startswith(self.debuts))

    def _de(self, adresse: Adresse) -> Iterator[Page]:
        qui = [role for role in ROLES if self.ouvre[role].get(adresse.nom, "r").startswith("o")]
        if not qui and self.ouvre[DEHORS].get(adresse.nom, "c").startswith("o"):
            qui = [DEHORS]
        if adresse.nom == DE_L_ATELIER:
            qui = [Role.CHARGE_INSERTION]
        plein = self.pleins[adresse.nom in D_UN_CHRS]
        for role in qui if adresse.nom in DE_CHACUN else qui[:1]:
            if role == DEHORS or role in plein.equipe:
                yield Page.de(adresse, role, PLEIN, plein)
        if qui and adresse.nom not in D_UN_CHRS:
            yield Page.de(adresse, qui[0], VIDE, self.neuve if adresse.rangees else self.vide)

    def _autres(self) -> Iterator[Page]:
        """The pages of the libraries (account, second factor), and that of an address that is nowhere."""
        avec_ses_facteurs(self.pleins[False], Role.DIRECTION)
        for nom, chemin in _des_bibliotheques(get_resolver()):
            for qui in (Role.CHARGE_INSERTION, DEHORS, *[Role.DIRECTION] * nom.startswith("mfa_")):
                yield Page(f"compte:{nom}.{qui}", chemin, qui, PLEIN, self.pleins[False])
        yield Page("compte:introuvable", "/absente/", Role.CHARGE_INSERTION, PLEIN, self.pleins[False])


def _des_bibliotheques(resolveur) -> Iterator[tuple[str, str]]:
    """Name and address of the pages that are none of ours and ask for no argument."""
    for motif in resolveur.url_patterns:
        if not isinstance(motif, URLPattern):
            yield from _des_bibliotheques(motif)
        elif motif.callback.__module__.split(".")[0] not in FLOORS:
            with suppress(NoReverseMatch):
                yield motif.name, reverse(motif.name)
