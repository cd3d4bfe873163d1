"""What each table declares about people, in `<floor>/donnees_personnelles.toml`, and how its rows belong to them.

One declaration drives the access request, the erasure and the registre: a column that nobody declared is found by
`manques()`, with the line to add (docs/decisions/0014-droits-des-personnes.md).
"""

import tomllib
from collections import deque
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.apps import apps

from beneficiaires.models import Beneficiaire

FLOORS = ("insertion", "beneficiaires", "entreprises", "parcours", "pilotage")
FICHIER = "donnees_personnelles.toml"
#: What no table declares: keys, and the lock against silent overwriting.
PROPRES = {"id", "structure", "version"}
RUBRIQUES = ("fait", "sujet", "tiers")


@dataclass(frozen=True)
class Declaration:
    """What one table knows: `exclu` is {column: why}, or why the whole table is about no person.

    `cite_par` (« PersonneDuFait.fait ») is for a text about several people: the key of the rows that name them;
    `efface_si_seul` when it goes with the last of them.
    """

    modele: type
    pourquoi: str = ""
    fait: tuple = ()
    sujet: tuple = ()
    tiers: tuple = ()
    exclu: dict | str = field(default_factory=dict)
    cite_par: str = ""
    efface_si_seul: bool = False

    @property
    def citation(self):
        """The key (a field) by which another table says of whom this row speaks among others; None without any."""
        if not self.cite_par:
            return None
        table, cle = self.cite_par.split(".")
        return apps.get_model(self.modele._meta.app_label, table)._meta.get_field(cle)

    @property
    def est_exclue(self):
        return isinstance(self.exclu, str)

    @property
    def est_gardee(self):
        """Whether its rows stay, without a name, when the person is erased."""
        return bool(self.fait)

    @property
    def chemin(self):
        """The names of the keys that lead to the person, () for the person; None when no key does."""
        return chemin(self.modele)

    @property
    def declares(self):
        return {*self.fait, *self.sujet, *self.tiers, *(() if self.est_exclue else self.exclu)}

    @property
    def dits(self):
        """The columns that an access request gives, those about others included, in the order of the table."""
        dits = {*self.fait, *self.sujet, *self.tiers}
        return [champ for champ in self.modele._meta.concrete_fields if champ.name in dits]


@cache
def declarations():
    """{model: `Declaration`} of every table declared, floor by floor."""
    trouvees = {}
    for floor in FLOORS:
        texte = Path(apps.get_app_config(floor).path, FICHIER).read_text(encoding="utf-8")
        for nom, rubriques in tomllib.loads(texte).items():
            modele = apps.get_model(floor, nom)
            trouvees[modele] = Declaration(modele, **rubriques)
    return trouvees


def personnelles():
    """The declarations of the tables whose rows belong to somebody, the nearest to the person first."""
    siennes = [d for d in declarations().values() if not d.est_exclue and d.chemin is not None]
    return sorted(siennes, key=lambda d: len(d.chemin))


def modeles():
    """Every table of ours that the database keeps, its history left out: it follows the table that it tracks."""
    return [
        modele
        for modele in apps.get_models(include_auto_created=True)
        if modele._meta.app_label in FLOORS and not hasattr(modele, "pgh_tracked_model")
    ]


def manques():
    """What is not declared, or declared twice, or declared and gone: sentences with the line to write."""
    connues = declarations()
    for modele in modeles():
        fichier, nom = f"{modele._meta.app_label}/{FICHIER}", modele.__name__
        declaration = connues.get(modele)
        if declaration is None:
            colonnes = ", ".join(f'"{nom}"' for nom in _a_declarer(modele))
            yield f'{fichier} : ajoutez\n\n[{nom}]\nsujet = [{colonnes}]\n\nou exclu = "pourquoi".'
        elif not declaration.est_exclue:
            yield from _manques_d_une_table(declaration, f"{fichier}, [{nom}]")


def _manques_d_une_table(declaration, ou):
    attendues = set(_a_declarer(declaration.modele))
    if oubliees := sorted(attendues - declaration.declares):
        colonnes = ", ".join(f'"{nom}"' for nom in oubliees)
        yield f"{ou} : ajoutez {colonnes} à fait, sujet ou tiers, ou dans exclu avec la raison."
    if disparues := sorted(declaration.declares - attendues):
        yield f"{ou} : retirez {', '.join(disparues)}, qui n’existe plus."
    if len(declaration.declares) != sum(len(getattr(declaration, r)) for r in (*RUBRIQUES, "exclu")):
        yield f"{ou} : une colonne y est dite deux fois."


def _a_declarer(modele):
    trajet = chemin(modele) or ()
    return [c.name for c in modele._meta.concrete_fields if c.name not in PROPRES and c.name not in trajet[:1]]


@cache
def chemin(modele):
    """The shortest keys that lead from a row to its person, those always filled first; None without any.

    An optional key counts only for the row itself (a document produced for nobody belongs to nobody).
    """
    if modele is Beneficiaire:
        return ()
    vus, file = {modele}, deque([(modele, ())])
    while file:
        courant, trajet = file.popleft()
        for cle in sorted(_cles(courant), key=lambda cle: cle.null):
            cible = cle.related_model
            if cible is Beneficiaire:
                return (*trajet, cle.name)
            if not cle.null and cible not in vus:
                vus.add(cible)
                file.append((cible, (*trajet, cle.name)))
    return None


def _cles(modele):
    """Keys towards tables of a structure: those of colleagues and of published lists lead to nobody."""
    return [
        champ
        for champ in modele._meta.local_fields
        if champ.is_relation and any(f.name == "structure" for f in champ.related_model._meta.fields)
    ]
