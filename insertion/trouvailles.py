"""What the search of everything (Ctrl+K) finds: each floor says its sources, `pilotage` asks them all."""

from collections.abc import Callable
from dataclasses import dataclass

from .droits import Droit
from .isolation.contexte import contexte_exige
from .isolation.preparees import Demande, Mot, RequetePreparee
from .models import Appartenance, Utilisateur
from .recherche import mots_simples


@dataclass(frozen=True)
class Trouvaille:
    """One answer: what it is called, where it leads, what tells it from its namesakes."""

    titre: str
    adresse: str
    precision: str = ""
    detail: str = ""  # beside the title: « né·e en 1992 »
    pk: int | None = None  # of somebody about whom one may at once do something
    de_loin: bool = False  # it only looks like what was typed: Enter does not open it


@dataclass(frozen=True)
class Source:
    """One kind of things that can be found, in one query.

    `lignes(utilisateur, texte)` are the rows that this user may see, the best first; `montrer(utilisateur, lignes)`
    makes a `Trouvaille` of each. `genres` are the choices that a word may name.
    """

    code: str
    titre: str
    icone: str
    droit: Droit
    lignes: Callable
    montrer: Callable
    genres: tuple = ()

    def __post_init__(self):
        object.__setattr__(self, "_gardee", RequetePreparee(self._de_mots))

    def demander(self, utilisateur, texte, limite):
        """Send the query of at most `limite` rows; return its `Demande`. The SQL of plain words is kept."""
        mots = mots_simples(texte, self.genres)
        if not mots:
            return Demande(self.lignes(utilisateur, texte)[:limite])
        valeurs = {f"mot{rang}": Mot(mot) for rang, mot in enumerate(mots)}
        return self._gardee.demander(utilisateur.appartenance.role, limite, **valeurs, utilisateur=utilisateur.pk)

    def _de_mots(self, role, limite, *, utilisateur, **mots):
        lecteur = Utilisateur(pk=utilisateur)
        lecteur.appartenance = Appartenance(structure_id=contexte_exige().structures[0], role=role)
        return self.lignes(lecteur, " ".join(mots.values()))[:limite]
