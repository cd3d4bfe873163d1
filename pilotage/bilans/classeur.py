"""The spreadsheet twin of a report: every figure on one sheet, then one sheet per table, what it is made of, and who
is behind each figure.

Nobody is named: `Annexe` gives pseudonyms, keyed by the secret of the installation, that nothing turns back into
people. They are the same all along a report, so that a funder entitled to small counts may cross its tables; in a
report that hides small counts they change with each line, or crossing two would give back what is hidden. Hidden and
sensitive figures (health, justice…) have no list at all, nor, in such a report, an amount: hours do not say how many
people they are those of, and no rule weighs that number.
"""

import hmac
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings

from insertion.tableur import Onglet, ecrire_onglets

from ..indicateurs.chiffres import SUFFIXES, Nature
from .masque import COMPTES

TOUS, LISEZ_MOI, ANNEXE = "Tous les chiffres", "Lisez-moi", "Annexe"
ENTETES = ["Ligne", "Valeur", "Unité", "Numérateur", "Dénominateur", "Cible", "Lecture"]

#: What is counted, when its code is no French word.
NATURES = {
    Nature.RENDEZ_VOUS: "rendez-vous",
    Nature.SEANCES: "séances",
    Nature.MISES_EN_RELATION: "mises en relation",
}


def classeur(contenu, cle):
    """Return the bytes of the xlsx of `contenu`; `cle` (the report) is what the pseudonyms are stable for."""
    tables = _tables(contenu)
    onglets = [_tous_les_chiffres(tables), Onglet(LISEZ_MOI, ["À savoir", ""], _lisez_moi(contenu))]
    onglets += [Onglet(table["libelle"], ENTETES, [_ligne(ligne) for ligne in table["lignes"]]) for table in tables]
    if contenu["lacunes"]:
        onglets.append(
            Onglet("Ce qui manque", ["Indicateur", "Lignes", "Ce qui manque", "Réponses"], _lacunes(contenu))
        )
    annexe = list(_annexe(tables, cle, contenu["entete"]["masquer_petits"]))
    onglets.append(Onglet(ANNEXE, ["Indicateur", "Ligne", "Rôle", "De quoi", "Pseudonyme"], annexe))
    return ecrire_onglets(onglets)


def _tous_les_chiffres(tables):
    """Every line of every table, its name leading to its sheet: the first table comes after two other sheets."""
    rangees = [
        (rang, table["libelle"], _ligne(ligne)) for rang, table in enumerate(tables, 2) for ligne in table["lignes"]
    ]
    return Onglet(
        TOUS,
        ["Tableau", *ENTETES],
        [[libelle, *ligne] for _, libelle, ligne in rangees],
        tuple(rang for rang, *_ in rangees),
    )


def _tables(contenu):
    """The tables of the report, each once however many blocks show it."""
    return list({t["indicateur"]: t for bloc in contenu["blocs"] for t in bloc["tables"]}.values())


def _ligne(ligne):
    unite = SUFFIXES.get(ligne["unite"]) or nature(ligne)
    nombres = (_nombre(ligne[nom]) for nom in ("numerateur", "denominateur", "cible"))
    lecture = f"{ligne['en_mots']} ({ligne['fraction']})" if ligne["fraction"] else ligne["en_mots"]
    lecture += f" ; cible : {ligne['etat'].lower()}" if ligne.get("etat") else ""
    valeur = ligne["en_mots"] if ligne["valeur"] is None else _nombre(ligne["valeur"])
    return [ligne["libelle"], valeur, unite, *nombres, lecture]


def nature(ligne):
    """What a line counts, in French: « personnes », « mises en relation »."""
    return NATURES.get(ligne["nature"], ligne["nature"])


def _nombre(texte):
    return None if texte is None else Decimal(texte)


def _lisez_moi(contenu):
    entete = contenu["entete"]
    faits = [
        ("Bilan", entete["titre"]),
        ("Structure", entete["structure"]),
        ("SIRET", entete["siret"]),
        ("Financeur", entete["financeur"]),
        ("Convention", " ".join(filter(None, (entete["convention"], entete["convention_numero"])))),
        ("Du", date.fromisoformat(entete["du"])),
        ("Au", date.fromisoformat(entete["au"])),
        *([("Chiffres comptés jusqu’au", date.fromisoformat(entete["compte_au"]))] if entete.get("en_cours") else []),
        ("Dispositifs", entete["filtres"]),
        ("Cohorte", entete.get("cohorte") or "toutes les personnes"),
        ("Données arrêtées le", datetime.fromisoformat(entete["donnees_at"]).replace(tzinfo=None)),
        ("Établi par", entete["auteur"]),
        ("Modèle", f"{entete['modele']}, version {entete['modele_version']}"),
        ("Nombres de 1 à 4 personnes", "masqués" if entete["masquer_petits"] else "montrés"),
        ("Pseudonymes de l’annexe", "propres à chaque ligne" if entete["masquer_petits"] else "propres à ce bilan"),
    ]
    faits += [("", ""), ("Définitions", "")]
    faits += [(s["libelle"], f"{s['definition']} Source : {s['source']}") for s in contenu["sources"]]
    textes = [(bloc["titre"], bloc["texte"]) for bloc in contenu["blocs"] if bloc["texte"]]
    return faits + ([("", ""), ("Textes", ""), *textes] if textes else [])


def _lacunes(contenu):
    return [
        [lacune["libelle"], lacune["detail"], lacune["raison"], int(nombre) if nombre.isdecimal() else nombre]
        for lacune in contenu["lacunes"]
        for nombre in [lacune["nombre"]]
    ]


def _annexe(tables, cle, masque):
    """(indicator, line, role, nature, pseudonym) of everybody behind the figures that may be opened."""
    for table in tables:
        if not table["rubrique"]:
            continue  # recalls lines of other tables
        for ligne in table["lignes"]:
            if ligne["masque"] or ligne["sensible"] or (masque and not _dit_combien(ligne)):
                continue
            espace = f"{cle}:{table['indicateur']}:{ligne['code']}" if masque else cle
            dedans = set(ligne["derriere"])
            for pk in sorted(dedans | set(ligne["base"]), key=lambda pk: _pseudonyme(espace, ligne["nature"], pk)):
                role = "compté" if pk in dedans else "dans la base seulement"
                pseudonyme = _pseudonyme(espace, ligne["nature"], pk)
                yield [table["libelle"], ligne["libelle"], role, nature(ligne), pseudonyme]


def _dit_combien(ligne):
    """Whether the line itself gives the number of those listed: an amount does not, and its list would."""
    return bool(ligne["base"]) or ligne["unite"] in COMPTES


def _pseudonyme(espace, nature, pk):
    secret = settings.SECRET_KEY.encode()
    return hmac.digest(secret, f"bilan:{espace}:{nature}:{pk}".encode(), "sha256").hex()[:10].upper()
