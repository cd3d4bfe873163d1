"""What a cell of a file of firms means, beyond what any file says (insertion/imports/valeurs.py)."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from stdnum.exceptions import InvalidChecksum
from stdnum.exceptions import ValidationError as NumeroFaux
from stdnum.fr import siret as siret_fr

from insertion.imports import valeurs
from insertion.imports.valeurs import Lu, parmi
from insertion.texte import sans_accents, telephone

from ..enums import Effectif, Secteur, SecteurVert

_NAF = re.compile(r"^(\d{2})\.?(\d{2})([A-Z])$")
_adresse_web = URLValidator(schemes=["http", "https"])


def siret(brut, le):
    """A SIRET whose key is wrong keeps the line out: a wrong number would hide a double for ever."""
    chiffres = re.sub(r"[\s.\u00a0\u202f-]", "", brut)
    if chiffres.isdigit() and len(chiffres) == 13 and siret_fr.is_valid(f"0{chiffres}"):
        return Lu(f"0{chiffres}")  # a spreadsheet drops the first 0
    try:
        return Lu(siret_fr.validate(chiffres))
    except InvalidChecksum:
        raison = "sa clé est fausse"
    except NumeroFaux:
        raison = "un SIRET compte 14 chiffres"
    return Lu(None, f"Le SIRET « {brut} » n’est pas valide ({raison}) : corrigez-le, ou videz la cellule.", True)


def naf(brut, le):
    """« 3811z » is « 38.11Z »."""
    if trouve := _NAF.match(brut.upper().replace(" ", "")):
        division, classe, lettre = trouve.groups()
        return Lu(f"{division}.{classe}{lettre}")
    return Lu(None, f"« {brut} » n’est pas un code NAF (38.11Z) : non repris.")


#: Beginnings of words that tell a sector.
_MOTS_SECTEUR = {
    Secteur.AGRICULTURE: ("agri", "maraich", "horti", "elevage"),
    Secteur.ESPACES_VERTS: ("espaces verts", "paysag", "jardin", "elagage"),
    Secteur.BATIMENT: ("batiment", "btp", "travaux", "macon", "peinture", "menuis", "couvreur", "second oeuvre"),
    Secteur.INDUSTRIE: ("industr", "condition", "usine", "production", "agroalim", "metall"),
    Secteur.LOGISTIQUE: ("logist", "transport", "entrepot", "livraison", "messagerie"),
    Secteur.COMMERCE: ("commerce", "distrib", "magasin", "vente", "grande surface", "boulang"),
    Secteur.RESTAURATION: ("restau", "hotel", "cuisine", "traiteur"),
    Secteur.PROPRETE: ("proprete", "nettoy", "menage"),
    Secteur.AIDE: ("aide a", "sante", "ehpad", "soin", "services a la personne", "petite enfance"),
    Secteur.ADMINISTRATION: ("bureau", "administr", "accueil", "secretar", "collectivite", "mairie"),
    Secteur.REEMPLOI: ("reemploi", "recycl", "dechet", "ressourcerie"),
    Secteur.NUMERIQUE: ("numeri", "informat"),
}


def secteur(brut, le):
    """A sector by its label, or by a word that only one of them has."""
    lu = parmi(brut, Secteur, {}, "un secteur connu")
    if lu.valeur is not None:
        return lu
    mot = sans_accents(brut)
    trouves = {s for s, debuts in _MOTS_SECTEUR.items() if any(re.search(rf"\b{d}", mot) for d in debuts)}
    return Lu(trouves.pop().value) if len(trouves) == 1 else lu


def verts(brut, le):
    """Green sectors, separated by semicolons: a label may hold a comma of its own."""
    lus = [parmi(mot.strip(), SecteurVert, {}, "un secteur vert connu") for mot in re.split(r"[;/\n]", brut)]
    connus = list(dict.fromkeys(lu.valeur for lu in lus if lu.valeur))
    return Lu(connus or None, next((lu.alerte for lu in lus if lu.valeur is None), ""))


_BORNES = ((0, Effectif.AUCUN), (9, Effectif.TRES_PETITE), (49, Effectif.PETITE), (249, Effectif.MOYENNE))


def effectif(brut, le):
    """A bracket by its label, or the one that a number of employees falls in."""
    lu = parmi(brut, Effectif, {"tpe": Effectif.TRES_PETITE}, "un effectif connu")
    nombre = re.fullmatch(r"(?:env(?:iron)?\.?\s*)?(\d{1,6})(?:\s*(?:salaries?|personnes?|etp))?", sans_accents(brut))
    if lu.valeur is not None or not nombre:
        return lu
    return Lu(next((tranche for borne, tranche in _BORNES if int(nombre[1]) <= borne), Effectif.GRANDE).value)


def numero(brut, le):
    """A telephone as it is shown: « 03 20 00 00 00 »."""
    lu = valeurs.telephone(brut, le)
    return Lu(telephone(lu.valeur)[:20]) if lu.valeur else lu


def site(brut, le):
    adresse = brut if "://" in brut else f"https://{brut}"
    try:
        _adresse_web(adresse)
    except ValidationError:
        return Lu(None, f"« {brut} » n’est pas l’adresse d’un site : non repris.")
    return Lu(adresse[:200])


LECTEURS = valeurs.LECTEURS | {
    "siret": siret,
    "naf": naf,
    "secteur": secteur,
    "verts": verts,
    "effectif": effectif,
    "numero": numero,
    "site": site,
}
