"""The traces of closings, beside those of erased people: outside the database, for the backups to be restored.

A closing is announced before it is committed and confirmed after: one that is only announced may not have happened,
and nothing is erased again because of it.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import storages

FERMETURES, ANNONCE, FAITE = "fermeture-", ".json", ".faite"


@dataclass(frozen=True)
class Fermeture:
    """One closing: which structure, when (ISO), by whom, the SHA-256 of its archive, {table: rows} taken out."""

    structure: int
    siret: str
    nom: str
    le: str
    par: str
    archive: str
    lignes: dict
    comptes: int
    comptes_gardes: int
    fichiers: int

    @property
    def nom_de_trace(self):
        return f"{FERMETURES}{self.structure}-{self.instant:%Y%m%dT%H%M%S}"

    @property
    def instant(self):
        return datetime.fromisoformat(self.le)


def annoncer(fermeture):
    """Write the closing: what follows may be cut."""
    _ecrire(f"{fermeture.nom_de_trace}{ANNONCE}", asdict(fermeture))


def confirmer(fermeture):
    """Write that the closing was committed."""
    _ecrire(f"{fermeture.nom_de_trace}{FAITE}", {"structure": fermeture.structure})


def derniere(siret):
    """The last closing announced of the structure of this SIRET; None when there was none."""
    siennes = [fermeture for fermeture in _annoncees(_noms()) if fermeture.siret == siret]
    return max(siennes, key=lambda fermeture: fermeture.instant, default=None)


def faites():
    """The closings that were committed."""
    noms = _noms()
    return [fermeture for fermeture in _annoncees(noms) if f"{fermeture.nom_de_trace}{FAITE}" in noms]


def _noms():
    return {nom for nom, _ in storages["effacements"].tous() if nom.startswith(FERMETURES)}


def _annoncees(noms):
    traces = [nom for nom in sorted(noms) if nom.endswith(ANNONCE)]
    return [Fermeture(**json.loads(storages["effacements"].open(nom).read())) for nom in traces]


def _ecrire(nom, faits):
    storages["effacements"].save(nom, ContentFile(json.dumps(faits, ensure_ascii=False).encode()))
