"""What the file says: which sheet, which line holds the headings, and what each other line is."""

import re
from dataclasses import dataclass, field

from stdnum.fr import nir

from insertion import tableur
from insertion.tableur import FichierRefuse
from insertion.texte import sans_accents

DONNEE, VIDE, TITRE, TOTAL = "donnee", "vide", "titre", "total"
TITRES_MAX = 30  # lines that may stand above the headings
_TOTAL = re.compile(r"^(sous[- ]?)?totaux?\b|^(sous[- ]?)?total\b|^(moyenne|effectif|nombre|somme)\b")
_NOMBRE = re.compile(r"^[\d\s.,%€h:/-]*$")
_NIR_POSSIBLE = re.compile(r"^[12]\d{12}(\d{2})?$")


@dataclass(frozen=True)
class LigneLue:
    """One line under or above the headings; `numero` is the row that a spreadsheet shows (csv included)."""

    numero: int
    cellules: list[str]
    nature: str


@dataclass(frozen=True)
class Tableau:
    """The table of a file. `remarques` (French) tell what was left unread; `nir` that such numbers were removed."""

    entetes: list[str]
    ligne_entete: int
    lignes: list[LigneLue]
    source: str
    remarques: list[str] = field(default_factory=list)
    nir: bool = False


def lire(contenu, nom, catalogue):
    """Return the `Tableau` of a file (bytes), its headings told by the `catalogue`.

    Raise `FichierRefuse` (French) when there is none to read.
    """
    feuilles = [(f, _entetes(f.lignes, catalogue)) for f in tableur.lire(contenu, nom)]
    remplies = [(f, rang) for f, rang in feuilles if any(any(ligne) for ligne in f.lignes)]
    if not remplies:
        raise FichierRefuse("Ce fichier ne contient aucune ligne.")
    visibles = [paire for paire in remplies if paire[0].visible] or remplies
    feuille, rang = max(
        visibles, key=lambda paire: (_score(paire[0].lignes[paire[1]], catalogue), len(paire[0].lignes))
    )
    largeur = max(map(len, feuille.lignes))
    lignes = [[*ligne, *[""] * (largeur - len(ligne))] for ligne in feuille.lignes]
    if not any(any(ligne) for ligne in lignes[rang + 1 :]):
        raise FichierRefuse("Ce fichier ne contient aucune ligne sous ses en-têtes.")
    lignes, nir_trouve = _sans_nir(lignes, rang, catalogue)
    return Tableau(
        entetes=_nommer(lignes[rang]),
        ligne_entete=rang + 1,
        lignes=_classer(lignes, rang),
        source=feuille.source,
        remarques=[
            f"La feuille « {autre.nom} » n’a pas été lue : importez-la à part si elle contient une liste."
            for autre, _ in remplies
            if autre is not feuille
        ],
        nir=nir_trouve,
    )


def _score(ligne, catalogue):
    """How many different fields the line names as headings."""
    return len({champ for cellule in ligne if (champ := catalogue.deviner(cellule))})


def _entetes(lignes, catalogue):
    """The rank of the line of headings: the one that names most fields, else the first that is well filled."""
    if not lignes:
        return 0
    debut = lignes[:TITRES_MAX]
    meilleur = max(range(len(debut)), key=lambda rang: (_score(debut[rang], catalogue), -rang))
    if _score(debut[meilleur], catalogue) >= 2:
        return meilleur
    return max(range(len(debut)), key=lambda rang: (sum(map(bool, debut[rang])), -rang))


def _nommer(ligne):
    return [" ".join(cellule.split()) or f"Colonne {_lettre(rang)}" for rang, cellule in enumerate(ligne)]


def _lettre(rang):
    return chr(65 + rang) if rang < 26 else chr(64 + rang // 26) + chr(65 + rang % 26)


def _sans_nir(lignes, rang, catalogue):
    """Remove social security numbers: the columns that announce them, and any cell that holds one."""
    bannies = {colonne for colonne, entete in enumerate(lignes[rang]) if catalogue.est_un_nir(entete)}
    trouve, propres = bool(bannies), [*lignes[: rang + 1]]
    for ligne in lignes[rang + 1 :]:
        propre = [
            "" if colonne in bannies or est_un_nir(cellule) else cellule for colonne, cellule in enumerate(ligne)
        ]
        trouve = trouve or propre != ligne
        propres.append(propre)
    return propres, trouve


def est_un_nir(cellule):
    """Whether a cell holds a social security number, which Tremplin never keeps (metier.md §4.10)."""
    chiffres = re.sub(r"[\s.-]", "", cellule)
    if not _NIR_POSSIBLE.match(chiffres):
        return False
    return len(chiffres) == 13 or nir.is_valid(chiffres)


def _classer(lignes, rang):
    """The nature of each line but the headings'."""
    remplies = sorted(sum(map(bool, ligne)) for ligne in lignes[rang + 1 :] if any(ligne))
    courante = remplies[len(remplies) // 2]
    return [
        LigneLue(numero, ligne, _nature(ligne, numero - 1 < rang, lignes[rang], courante))
        for numero, ligne in enumerate(lignes, start=1)
        if numero - 1 != rang
    ]


def _nature(ligne, au_dessus, entetes, courante):
    cellules = [cellule for cellule in ligne if cellule]
    if not cellules:
        return VIDE
    if au_dessus or ligne == entetes:
        return TITRE
    if _TOTAL.match(sans_accents(cellules[0])) and all(_NOMBRE.match(cellule) for cellule in cellules[1:]):
        return TOTAL
    return TITRE if len(cellules) == 1 and courante >= 3 else DONNEE
