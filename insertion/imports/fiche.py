"""What one line means, cell by cell. Each cell that is not blank ends in a field, in a note, or in an alert."""

from dataclasses import dataclass, field

from . import valeurs
from .champs import CONSERVER, IGNORER


@dataclass
class FicheLue:
    """A line once understood. `notes` are (heading, text) kept in words; `restes`, cells that no field could take."""

    numero: int
    valeurs: dict = field(default_factory=dict)
    mots: dict = field(default_factory=dict)
    notes: list = field(default_factory=list)
    restes: list = field(default_factory=list)
    erreurs: list = field(default_factory=list)
    avertissements: list = field(default_factory=list)

    #: Fields whose unread words may not be repeated in a note that every colleague reads.
    tus = frozenset()

    def erreur(self, champ, message):
        self.erreurs.append({"champ": champ, "message": message})

    def avertir(self, champ, message):
        self.avertissements.append({"champ": champ, "message": message})

    def lire(self, cellules, entetes, colonnes, catalogue, lecteurs, le):
        """Read every cell: `colonnes` maps ranks (text) to fields, `lecteurs` genres to readers; `le`: the day."""
        for rang, brut in enumerate(cellules):
            cle = colonnes.get(str(rang), IGNORER)
            if not brut or brut in valeurs.TIRETS or cle == IGNORER:
                continue
            if cle == CONSERVER:
                self.notes.append((entetes[rang], brut))
            elif cle in catalogue.plusieurs:
                self.notes.append(("", brut))
            else:
                self._lire(catalogue[cle], brut, lecteurs, le)

    def _lire(self, champ, brut, lecteurs, le):
        lu = lecteurs[champ.genre](brut, le)
        if lu.bloquant:
            self.erreur(champ.cle, lu.alerte)
        elif lu.alerte:
            self.avertir(champ.cle, lu.alerte)
        if lu.valeur is None:
            if champ.cle not in self.tus:
                self.restes.append((champ.libelle, brut))
            return
        self.valeurs[champ.cle] = self.couper(champ, lu.valeur)
        self.mots[champ.cle] = brut

    def couper(self, champ, valeur):
        """A text longer than its field is cut, kept whole in the note, and said."""
        if not champ.taille or not isinstance(valeur, str) or len(valeur) <= champ.taille:
            return valeur
        self.avertir(champ.cle, f"Texte de plus de {champ.taille} caractères : coupé ici, gardé entier en note.")
        self.restes.append((champ.libelle, valeur))
        return valeur[: champ.taille].strip()

    def en_note(self):
        """What no field took, line by line."""
        return [f"{entete} : {texte}" if entete else texte for entete, texte in (*self.notes, *self.restes)]
