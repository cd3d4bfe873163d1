"""A table of a report, and its lines, as dicts that JSON can hold."""

from ..indicateurs.chiffres import Chiffre, Unite


def table_de_rappel(definition):
    """The table of a `Bloc` that holds lines of several indicators, without a line yet."""
    return {
        "indicateur": definition.code,
        "libelle": definition.titre,
        "definition": "",
        "source": "",
        "libelle_lignes": "Chiffre",
        "rubrique": "",
        "lignes": [],
        "hors_calcul": [],
    }


def table_de(resultat, cibles):
    """The table of the `Resultat` of an indicator; `cibles` {(indicator, line): value} stand beside its lines."""
    definition = resultat.definition
    return {
        "indicateur": definition.code,
        "libelle": definition.libelle,
        "definition": definition.definition,
        "source": definition.reference,
        "libelle_lignes": definition.libelle_lignes,
        "rubrique": definition.rubrique,
        "lignes": [
            ligne_de(definition, ligne, cibles.get((definition.code, ligne.code))) for ligne in resultat.lignes
        ],
    }


def ligne_de(definition, ligne, cible):
    """One line of an indicator as `contenu` keeps it, with its target (None: none)."""
    chiffre = ligne.chiffre
    return {
        "indicateur": definition.code,
        "rubrique": definition.rubrique,
        "code": ligne.code,
        "libelle": ligne.libelle,
        "unite": str(chiffre.unite),
        "valeur": _texte(chiffre.valeur),
        "numerateur": _texte(chiffre.numerateur),
        "denominateur": _texte(chiffre.denominateur),
        "en_mots": chiffre.en_mots,
        "fraction": chiffre.fraction,
        "masque": False,
        "nature": str(chiffre.nature),
        "derriere": sorted(chiffre.derriere),
        "base": sorted(chiffre.base),
        "exclus": [{"raison": e.raison, "ids": sorted(e.ids)} for e in chiffre.exclus],
        "sensible": chiffre.sensible,
        "montants": {str(pk): mots for pk, mots in chiffre.montants.items()},
        "cible": _texte(cible),
        "cible_en_mots": "" if cible is None else Chiffre(_sans_zeros(cible), Unite(chiffre.unite)).en_mots,
    }


def _texte(nombre):
    return None if nombre is None else str(nombre)


def _sans_zeros(nombre):
    return int(nombre) if nombre == nombre.to_integral_value() else nombre
