"""docs/asvs.csv answers each requirement of OWASP ASVS 5.0, L1 and L2: a test or a page that exists, or a reason."""

import ast
import csv
import re
from functools import cache
from hashlib import sha256
from pathlib import Path

RACINE = Path(__file__).parents[2]
RAISONS = ("n/a : parce que ", "non tenu : ")
#: The imprint of « id level » of each requirement of levels 1 and 2, in the order of version 5.0.0.
EXIGENCES = "3765ed9541ee1523694f731f53d3201978aa23cf9cac70481d40476d8a2d1e27"


@cache
def lignes():
    texte = (RACINE / "docs" / "asvs.csv").read_text().splitlines()
    return list(csv.DictReader(ligne for ligne in texte if not ligne.startswith("#")))


def test_every_requirement_has_its_row():
    numeros = "\n".join(f"{ligne['id']} {ligne['niveau']}" for ligne in lignes())

    assert (len(lignes()), sha256(numeros.encode()).hexdigest()) == (253, EXIGENCES)


def test_every_answer_exists():
    assert [faute for ligne in lignes() for faute in fautes(ligne)] == []


def test_what_is_not_held_is_said_in_the_documentation_and_nothing_else():
    ecrits = (RACINE / "docs" / "surete.md").read_text().partition("\n## Not held\n")[2].partition("\n## ")[0]
    dits = {ligne["id"] for ligne in lignes() if ligne["reponse"].startswith("non tenu")}

    assert set(re.findall(r"V\d+\.\d+\.\d+", ecrits)) == dits


def fautes(ligne):
    if not all(valeur and valeur.strip() for valeur in ligne.values()):
        yield f"{ligne['id']} : une case est vide"
    elif not ligne["reponse"].startswith(RAISONS):
        for reponse in ligne["reponse"].split(" ; "):
            if not (_est_un_essai(reponse) if "::" in reponse else _est_une_page(reponse)):
                yield f"{ligne['id']} : {reponse} n’existe pas"


def _est_un_essai(reponse):
    fichier, _, nom = reponse.partition("::")
    return fichier.startswith("tests/") and nom in _essais(fichier)


@cache
def _essais(fichier):
    """The tests that the file itself holds, « Class::test » for those of a class."""
    chemin = RACINE / fichier
    if not chemin.is_file() or not chemin.name.startswith("test_"):
        return set()
    corps = ast.parse(chemin.read_text()).body
    noms = {n.name for n in corps if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")}
    for classe in (n for n in corps if isinstance(n, ast.ClassDef)):
        noms |= {f"{classe.name}::{n.name}" for n in classe.body if isinstance(n, ast.FunctionDef)}
    return noms


def _est_une_page(reponse):
    fichier, _, ancre = reponse.partition("#")
    chemin = RACINE / fichier
    return chemin.is_file() and (not ancre or ancre in _ancres(chemin))


@cache
def _ancres(chemin):
    """As GitHub makes them of the titles: lower case, spaces to dashes, no other sign."""
    titres = re.findall(r"^#+ (.+)$", chemin.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", titre.lower()).replace(" ", "-") for titre in titres}
