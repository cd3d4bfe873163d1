"""Small counts of a report: what is not published of them (metier.md §5 « Common rules », §6.8).

A number of 1 to 4 people is written « 1 à 4 », as is a share whose numerator or base is one; its value is withheld.
When one line alone of a breakdown is hidden, the next smallest is withheld too, or a subtraction would give it back:
lines are a breakdown when nobody is on two of them and they are counted in the same unit over the same base (for a
share, when they add up to that base). The screen, the PDF and the spreadsheet show the same content, so what is
hidden is hidden in all three; the ids stay, so that somebody of the structure can open the figure. Firms, offers and
séances are not people: their numbers are never hidden.
"""

from itertools import combinations

from ..indicateurs.chiffres import NBSP, PETIT_EFFECTIF, Nature, Unite

PETIT = f"1{NBSP}à{NBSP}{PETIT_EFFECTIF - 1}"
RETENU = "masqué"
#: What the ids of a figure may be without being about anybody.
PAS_DES_GENS = (Nature.SEANCES, Nature.ENTREPRISES, Nature.OFFRES)
#: The units in which lines may add up to something published elsewhere.
ADDITIVES = (Unite.PERSONNES, Unite.TAUX)


def masquer(lignes):
    """Hide, in the `lignes` of one table (dicts of `contenu`), the small counts and what would give them back."""
    for ligne in lignes:
        if est_petite(ligne):
            _cacher(ligne)
    for groupe in _ventilations(lignes):
        caches = [ligne for ligne in groupe if ligne["masque"]]
        visibles = [ligne for ligne in groupe if not ligne["masque"] and ligne["derriere"]]
        if len(caches) == 1 and visibles:
            _cacher(min(visibles, key=lambda ligne: len(ligne["derriere"])))


def est_petite(ligne):
    """Whether publishing that line could name somebody: 1 to 4 people counted, or in its base."""
    if ligne["nature"] in PAS_DES_GENS:
        return False
    return _petit(len(ligne["derriere"])) or _petit(len(ligne["base"]))


def nombre_public(ids, masque):
    """How many `ids` there are, as it may be read once `masque` says whether small counts are hidden."""
    return PETIT if masque and _petit(len(ids)) else str(len(ids))


def _petit(effectif):
    return 0 < effectif < PETIT_EFFECTIF


def _ventilations(lignes):
    """The groups of lines of which nobody is on two, over the same base."""
    groupes = {}
    for ligne in lignes:
        if ligne["unite"] in ADDITIVES:
            groupes.setdefault((ligne["nature"], ligne["unite"], tuple(ligne["base"])), []).append(ligne)
    return [groupe for groupe in groupes.values() if len(groupe) > 1 and _est_une_ventilation(groupe)]


def _est_une_ventilation(groupe):
    ensembles = [set(ligne["derriere"]) for ligne in groupe]
    if any(a & b for a, b in combinations(ensembles, 2)):
        return False
    base = set(groupe[0]["base"])
    return not base or set().union(*ensembles) == base


def _cacher(ligne):
    taille = PETIT if _petit(len(ligne["derriere"])) else RETENU
    ligne["en_mots"] = taille if ligne["unite"] == Unite.PERSONNES else RETENU
    if ligne["denominateur"] is not None:
        base = PETIT if _petit(len(ligne["base"])) else ligne["fraction"].split("/")[1].strip()
        ligne["fraction"] = f"{taille}{NBSP}/{NBSP}{base}"
        ligne["denominateur"] = None if _petit(len(ligne["base"])) else ligne["denominateur"]
    ligne["valeur"] = ligne["numerateur"] = None
    ligne["masque"] = True
