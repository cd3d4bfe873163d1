"""Stories kept as data (`textes/*.toml`), and said in the words of one person.

In a text: `[il|elle]` agrees with the person (`venu[e]`: the ending of women only), `<a|b>` is drawn by chance,
`{enfant}` is a fact of that life, `{j+7}` a working day seven days after the note, `[e_auteur]` agrees with its
author.
Typing is plain; apostrophes and no-break spaces are set here.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

from .calendrier import en_toutes_lettres, jour_ouvre

TEXTES = Path(__file__).parent / "textes"
TRAMES = ("chantier", "chantier_suite", "hebergement", "logistique", "annexes")

ACCORD = re.compile(r"\[([^\[\]|]*)(?:\|([^\[\]]*))?\]")
CHOIX = re.compile(r"<([^<>]*)>")
JOUR = re.compile(r"(avant )?\{j\+(\d+)\}")
FAIT = re.compile(r"(?:\b(à|de|que) )?\{(\w+)\}")
CONTRACTIONS = {("à", "le"): "au", ("à", "les"): "aux", ("de", "le"): "du", ("de", "les"): "des"}
#: How many times a text is drawn again before something is added to it.
ESSAIS_SANS_TOUCHE = 10
TYPOGRAPHIE = (
    (re.compile(r" ([;:!?»])"), "\u00a0\\1"),
    (re.compile(r"« "), "«\u00a0"),
    (re.compile(r"\b([dD])e (?=[aâeéèêiîoôuAÂEÉÈÊIÎOÔU])"), "\\1’"),
)
DEBUT_DE_PHRASE = re.compile(r"(^|[.!?] |\n)\Z")


@dataclass(frozen=True)
class Trame:
    """One thread of a life, in one domain: its notes in order, its levels, its goal."""

    cle: str
    structures: tuple
    domaine: str
    temps: tuple
    niveaux: tuple
    dispositif: str = ""
    domaines: tuple = ()
    avec: tuple = ()
    genre: str = ""
    age: tuple = (22, 57)
    enfants: int = 0
    allophone: bool = False
    projet: str = ""
    atouts: str = ""
    orienteur: str = ""
    dit: tuple = ()
    remarques: tuple = ()
    objectif: dict | None = None
    situations: tuple = ()
    confidentiel: tuple = ()
    choix: dict | None = None
    passage: dict | None = None
    sortie: float | None = None

    @property
    def principale(self):
        return bool(self.dispositif)


@cache
def trames():
    """Every `Trame`, in the order of the files."""
    return tuple(_trame(lue) for nom in TRAMES for lue in _lire(nom)["trame"])


def _trame(lue):
    return Trame(**{cle: tuple(valeur) if isinstance(valeur, list) else valeur for cle, valeur in lue.items()})


@cache
def quotidien():
    """Short texts of every day, by kind."""
    return _lire("quotidien")


def _lire(nom):
    texte = (TEXTES / f"{nom}.toml").read_text(encoding="utf-8")
    return tomllib.loads(texte.replace("'", "’"))


class Conteur:
    """Says texts in the words of one person; what was already said to anybody (`dits`) is said otherwise."""

    def __init__(self, rng, profil, dits):
        self.rng, self.profil, self.dits = rng, profil, dits
        self.faits = {"prenom": profil.prenom, "collegue": profil.collegue}
        self.faits |= dict(zip(("enfant", "enfant2"), profil.enfants, strict=False))

    def apprendre(self, choix):
        """Draw once and for all the facts of a thread (the firm, the nursery…)."""
        for cle, valeurs in (choix or {}).items():
            self.faits[cle] = self._accorder(self.rng.choice(valeurs))

    def dire(self, gabarit, jour, auteur_genre="f"):
        texte = self._accorder(gabarit.replace("[e_auteur]", "e" if auteur_genre == "f" else ""))
        texte = CHOIX.sub(lambda choix: self.rng.choice(choix[1].split("|")), texte)
        texte = JOUR.sub(lambda m: _date(m, jour), texte)
        return typographier(FAIT.sub(self._remplacer, texte))

    def dire_autrement(self, gabarits, jour, auteur_genre="f", touches=()):
        """Say one of `gabarits` as nobody was told before; when all was said, add one of `touches`, if any."""
        for essai in range(80):
            gabarit = self.rng.choice(gabarits)
            if touches and essai >= ESSAIS_SANS_TOUCHE:
                gabarit = f"{gabarit} {self.rng.choice(touches)}"
            texte = self.dire(gabarit, jour, auteur_genre)
            if texte not in self.dits:
                break
        self.dits.add(texte)
        return texte

    def _accorder(self, texte):
        feminin = self.profil.genre == "f"
        return ACCORD.sub(
            lambda m: (m[1] if m[2] is None else m[2]) if feminin else (m[1] if m[2] is not None else ""), texte
        )

    def _remplacer(self, trouve):
        mot, valeur = trouve[1], self.faits[trouve[2]]
        if not mot:
            return (
                valeur[0].upper() + valeur[1:] if DEBUT_DE_PHRASE.search(trouve.string[: trouve.start()]) else valeur
            )
        article, _, reste = valeur.partition(" ")
        if contraction := CONTRACTIONS.get((mot, article)):
            return f"{contraction} {reste}"
        if mot != "à" and valeur[0].lower() in "aeiouéèêh":
            return f"{mot[:-1]}’{valeur}"
        return f"{mot} {valeur}"


def _date(trouve, jour):
    texte = en_toutes_lettres(jour_ouvre(jour + timedelta(days=int(trouve[2]))))
    return f"avant le {texte}" if trouve[1] else texte


def typographier(texte):
    """Set the no-break spaces of French, and « d’ » before a word that was filled in and begins with a vowel."""
    for motif, remplacement in TYPOGRAPHIE:
        texte = motif.sub(remplacement, texte)
    return texte
