"""What the pages show of an import: the counts in words, the lines with their cells, who was kept by an undo."""

from dataclasses import dataclass
from datetime import date

from phonenumber_field.phonenumber import PhoneNumber

from insertion.enums import Choix
from insertion.models.imports import LigneDeFichier
from insertion.texte import telephone

from . import lecture
from .analyse import raconter
from .champs import IGNORER

FILTRES = {"": "Toutes", "erreurs": "Erreurs", "doublons": "Doublons possibles", "avertissements": "À vérifier"}
#: How messages of one kind begin: told together in the summary, each line with its own words.
SEMBLABLES = (
    *("Année sur deux chiffres", "Fin de contrat déjà passée", "Gardé en note du dossier"),
    *("Sans parcours où les noter", "Même téléphone", "Même adresse e-mail"),
)
NATURES = {lecture.VIDE: "Ligne vide", lecture.TITRE: "Ligne de titre", lecture.TOTAL: "Ligne de total"}


@dataclass(frozen=True)
class Cellule:
    """One cell of the grid: its rank in the file, its heading, its text, and whether it is in error.

    `fiche` is what the record that exists says there, `differe` whether that is something else.
    """

    rang: int
    entete: str
    texte: str
    en_erreur: bool = False
    a_verifier: bool = False
    fiche: str = ""
    differe: bool = False


@dataclass(frozen=True)
class LigneVue:
    """One line of the grid; `choix` are (value, label) of what may be done with it.

    `qui` names whom or what it is about, `connu` is the record that it was recognised as.
    """

    ligne: LigneDeFichier
    cellules: list
    choix: list
    nature: str
    qui: str
    connu: object = None


@dataclass(frozen=True)
class Resume:
    """The summary of an import: the counts in words, and what to read before running it: of the file (`generales`),
    then of lines."""

    phrase: str
    generales: list
    erreurs: list
    avertissements: list
    ignorees: list
    gardees: list
    a_ecrire: int


def colonnes(filiere, importation):
    """The columns that feed something: [{rang, entete, libelle, cle}]."""
    correspondance = importation.correspondance
    return [
        {"rang": rang, "entete": entete, "libelle": filiere.catalogue.libelle(cle), "cle": cle}
        for rang, entete in enumerate(correspondance["entetes"])
        if (cle := correspondance["colonnes"].get(str(rang), IGNORER)) != IGNORER
    ]


def lignes(filiere, importation, lues):
    """The lines of a page, as `LigneVue`."""
    affichees = colonnes(filiere, importation)
    return [_vue(ligne, affichees, filiere.catalogue.nomment) for ligne in lues]


def _vue(ligne, affichees, nomment):
    en_erreur, a_verifier = ({dit["champ"] for dit in dits} for dits in (ligne.erreurs, ligne.avertissements))
    connu, differe = getattr(ligne, ligne.CONNU), ligne.donnees.get("differe", ())
    cellules = [
        Cellule(
            c["rang"],
            c["entete"],
            ligne.donnees["cellules"][c["rang"]],
            c["cle"] in en_erreur,
            c["cle"] in a_verifier,
            _en_clair(connu, c["cle"]) if connu else "",
            c["cle"] in differe,
        )
        for c in affichees
    ]
    possibles = ligne.donnees.get("possibles", [])
    choix = [choix for choix in Choix.choices if choix[0] in possibles]
    nature = NATURES.get(ligne.nature, "") if ligne.choix == Choix.IGNORER else ""
    mots = {c["cle"]: ligne.donnees["cellules"][c["rang"]] for c in affichees if c["cle"] in nomment}
    qui = "" if nature else " ".join(mots[cle] for cle in nomment if mots.get(cle))
    return LigneVue(ligne, cellules, choix, nature, qui, connu)


def _en_clair(connu, cle):
    """What the record says in this column; nothing for what it does not hold itself."""
    if cle not in {champ.name for champ in connu._meta.concrete_fields}:
        return ""
    dit = getattr(connu, f"get_{cle}_display", lambda: getattr(connu, cle))()
    if isinstance(dit, date):
        return f"{dit:%d/%m/%Y}"
    if isinstance(dit, PhoneNumber):
        return telephone(dit.as_e164)
    return ", ".join(dit) if isinstance(dit, list) else dit or ""


def filtres(importation):
    """The tabs of the grid: [(slug, label, number of lines)]."""
    return [(slug, libelle, importation.lignes.filtrees(slug).count()) for slug, libelle in FILTRES.items()]


def resumer(importation):
    """Return the `Resume` of an import that was checked, run or undone."""
    bilan = importation.bilan
    dites = importation.lignes.order_by("numero").exclude(erreurs=[], avertissements=[])
    dits = [(ligne.numero, ligne.erreurs, ligne.avertissements) for ligne in dites]
    generales = bilan.get("generales", [])
    return Resume(
        phrase=raconter(bilan),
        generales=[dit["message"] for dit in generales if not _ignoree(dit)],
        erreurs=_regrouper((numero, dit) for numero, erreurs, _ in dits for dit in erreurs),
        avertissements=_regrouper((numero, dit) for numero, _, alertes in dits for dit in alertes),
        ignorees=[dit["champ"] for dit in generales if _ignoree(dit)],
        gardees=_gardees(importation, bilan.get("gardees", [])),
        a_ecrire=bilan["creations"] + bilan["mises_a_jour"],
    )


def _ignoree(dit):
    return dit["message"].startswith("Colonne ignorée")


def _regrouper(dits):
    """[{message, lignes, details}]: the same message about several lines is said once; of those of one kind, each
    line has its own words in `details`, [(number, words)]. One that is alone of its kind keeps its sentence."""
    groupes = {}
    for numero, dit in dits:
        message = dit["message"]
        genre = next((debut for debut in SEMBLABLES if message.startswith(debut)), "")
        groupe = groupes.setdefault(genre or message, {"message": message, "lignes": [], "details": []})
        groupe["lignes"].append(numero)
        if genre:
            groupe["details"].append((numero, message.removeprefix(genre).lstrip(" \u00a0:")))
    return [_dire(genre, groupe) for genre, groupe in groupes.items()]


def _dire(genre, groupe):
    return groupe | ({"message": genre} if len(groupe["details"]) > 1 else {"details": []})


def _gardees(importation, gardees):
    """What the undo kept, [{objet, raison}]: what a line is about, as the model of the lines names it."""
    ligne = importation.lignes.model
    sujet = ligne._meta.get_field(ligne.CONNU).related_model
    objets = sujet.objects.in_bulk([gardee["pk"] for gardee in gardees]) if gardees else {}
    return [
        {"objet": objets[gardee["pk"]], "raison": gardee["raison"]} for gardee in gardees if gardee["pk"] in objets
    ]
