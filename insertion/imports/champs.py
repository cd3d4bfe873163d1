"""What a column of a file may be, and how its heading usually reads."""

import re
from dataclasses import dataclass

from insertion.texte import sans_accents

IGNORER, CONSERVER = "ignorer", "conserver"

#: Words of a heading that say whose value it is, never which value.
_VIDES = {"du", "de", "la", "le", "les", "l", "d", "des", "e", "s", "en", "au", "a", "et", "un", "une"}
_NIR = re.compile(r"\b(nir|securite sociale|secu|secu sociale|numero ss|n ss|immatriculation sociale)\b")


@dataclass(frozen=True)
class Champ:
    """A field that a column may feed. `genre` names the reader in `valeurs`; `taille` is the longest text kept."""

    cle: str
    libelle: str
    groupe: str
    genre: str = "texte"
    synonymes: tuple[str, ...] = ()
    taille: int = 0


class Catalogue:
    """The fields of one kind of file.

    `vides` are its own words that say only « whose »; `essentiels`, the keys of which one at least must be there,
    `manque` the sentence otherwise; `plusieurs`, those that several columns may feed, kept as notes; `nomment`, the
    keys that say whom or what a line is about, in their order.
    """

    def __init__(self, champs, *, vides=(), essentiels=(), manque="", plusieurs=(), nomment=()):
        self.champs = {champ.cle: champ for champ in champs}
        self.essentiels, self.manque, self.plusieurs = set(essentiels), manque, set(plusieurs)
        self.nomment = nomment or tuple(essentiels)
        self._vides = _VIDES | set(vides)
        self._par_synonyme = {s: champ.cle for champ in reversed(champs) for s in champ.synonymes}

    def __getitem__(self, cle):
        return self.champs[cle]

    def __contains__(self, cle):
        return cle in self.champs

    def normaliser(self, entete):
        """The heading in plain words: lower case, no accent, no punctuation, no word that says only « whose »."""
        mots = re.sub(r"[^a-z0-9]+", " ", sans_accents(entete)).split()
        return " ".join(mot for mot in mots if mot not in self._vides) or " ".join(mots)

    def deviner(self, entete):
        """Return the key of the field that the heading names, '' when nothing is sure."""
        mots = self.normaliser(entete)
        return self._par_synonyme.get(mots) or self.deviner_autrement(mots) if mots else ""

    def deviner_autrement(self, mots):
        """What a heading may mean beyond the synonyms; a floor may know more."""
        return ""

    def est_a_taire(self, entete):
        """Whether an unknown heading is left out rather than kept as a note; a floor may know some."""
        return False

    def est_un_nir(self, entete):
        """Whether the heading announces social security numbers, which are never kept (metier.md §4.10)."""
        return bool(_NIR.search(self.normaliser(entete)))

    def libelle(self, cle):
        return "Note" if cle == CONSERVER else self.champs[cle].libelle

    def par_groupe(self):
        """Return [(group, [Champ…])…] in the order of the list, for a choice of fields."""
        groupes = {}
        for champ in self.champs.values():
            groupes.setdefault(champ.groupe, []).append(champ)
        return list(groupes.items())
