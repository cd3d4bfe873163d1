"""All that a structure holds, to leave Tremplin without losing anything: one archive, read with any tool.

Every table of the structure is found from the models, one CSV and one JSON each, then the files, their meaning in
words, and the SHA-256 of everything. Rows go one after the other from the database to the disk.
"""

import base64
import csv
import json
import tempfile
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from hashlib import sha256

from django.apps import apps
from django.core.files.storage import default_storage
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.template.loader import render_to_string
from django.utils import timezone

from insertion.enums import EtatAnalyse
from insertion.isolation import replique
from insertion.isolation.contexte import contexte
from insertion.isolation.models import ModeleIsole
from insertion.models import FichierDepose, Structure, Utilisateur
from insertion.models.chiffres import dechiffrer_la_ligne
from insertion.models.referentiels import Referentiel
from insertion.tableur import neutraliser

FLOORS = ("insertion", "beneficiaires", "entreprises", "parcours", "pilotage")
#: Models that are left out, and why.
HORS = {
    "insertion.Soumission": "clés et empreintes qui empêchent un formulaire d’être enregistré deux fois",
    "insertion.Compteur": "freins contre les essais de mots de passe",
    "insertion.Battement": "mécanismes de l’installation",
    "insertion.Sauvegarde": "sauvegardes de l’installation",
    "parcours.Tour": "mécanismes de l’installation",
    "parcours.DernierContact": "dates des entretiens, qui sont dans l’archive",
    "insertion.Commune": "liste publique des communes, la même pour tout le monde",
}
#: What is never given: it opens an account.
SECRETS = {"insertion.Utilisateur": {"password", "last_login"}}
#: Models whose files only pass: what they hold is in the archive already.
FICHIERS_DE_PASSAGE = {"parcours.Lot", "pilotage.Export", "pilotage.ExtraitDossier"}
#: The entry that says the SHA-256 of all the others.
EMPREINTES = "empreintes-sha256.txt"
PAQUET = 1000
MORCEAU = 1 << 20


def modeles():
    """Every model whose rows belong to a structure, or are needed to read them, floor by floor."""
    tous = [m for m in apps.get_models(include_auto_created=True) if m._meta.managed and m._meta.app_label in FLOORS]
    retenus = [m for m in tous if m._meta.label not in HORS]
    return sorted(retenus, key=lambda m: (FLOORS.index(m._meta.app_label), m._meta.model_name))


def rangees(modele, structure_id):
    """The rows of one model that go with the structure."""
    toutes = modele._default_manager.all()
    if modele is Structure:
        return toutes.filter(pk=structure_id)
    if modele is Utilisateur:
        return toutes.filter(appartenances__structure=structure_id).distinct()
    if any(champ.name == "structure" for champ in modele._meta.fields):
        return toutes.filter(structure_id=structure_id)
    if issubclass(modele, Referentiel):
        return toutes
    raise LookupError(f"{modele._meta.label} : à quelle structure vont ces lignes ? (pilotage/exports/complet.py)")


def champs(modele):
    """The columns of one model that are given: not those that the database computes, nor secrets."""
    secrets = SECRETS.get(modele._meta.label, set())
    return [c for c in modele._meta.concrete_fields if not c.generated and c.name not in secrets]


@dataclass(frozen=True)
class Contenu:
    """What an archive holds: {model: rows}, the number of its files, the names of those that the disk lost."""

    nombres: dict
    documents: int
    manquants: list

    @property
    def lignes(self):
        return sum(self.nombres.values())


def ecrire(fichier, structure, demandeur, avancer, origine, lire=replique.lire):
    """Write the archive in the file `fichier`; return its `Contenu`. `origine` is what asked for it."""
    le = timezone.now()
    with zipfile.ZipFile(fichier, "w", zipfile.ZIP_DEFLATED) as zip_ouvert:
        archive = Archive(zip_ouvert)
        contenu = remplir(archive, structure.pk, avancer, origine, lire)
        avancer(95, "Mode d’emploi")
        _mode_d_emploi(archive, structure, demandeur, le, contenu)
    return contenu


def remplir(archive, structure_id, avancer, origine, lire=replique.lire):
    """Give the rows and the files of the structure to `archive` (an `Archive`, or `Empreintes`); return a `Contenu`.

    Read under the role of the system: it is the structure that leaves, with what each of its colleagues wrote. `lire`
    chooses the database that a table is read from.
    """
    nombres, noms = {}, []
    a_ecrire = modeles()
    for rang, modele in enumerate(a_ecrire):
        avancer(10 + 65 * rang // len(a_ecrire), "Données")
        with contexte(structure_id, origine=origine):
            nombres[modele] = lire(partial(_table, archive, modele, structure_id, noms))
    avancer(75, "Documents")
    manquants = [nom for nom in noms if not _document(archive, nom)]
    return Contenu(nombres, len(noms) - len(manquants), manquants)


class Empreintes:
    """The SHA-256 of each entry of an archive that is not written."""

    def __init__(self):
        self.trouvees = {}

    def ajouter(self, nom, source):
        """Read the file `source` (open for reading bytes), a piece at a time."""
        self.trouvees[nom] = empreinte(source)


class Archive:
    """A zip that remembers the SHA-256 of each of its entries."""

    def __init__(self, ouvert):
        self.ouvert, self.empreintes = ouvert, []

    def ajouter(self, nom, source):
        """Copy the file `source` (open for reading bytes) as the entry `nom`, a piece at a time."""
        with self.ouvert.open(nom, "w", force_zip64=True) as entree:
            self.empreintes.append((empreinte(source, entree.write), nom))

    def ajouter_texte(self, nom, texte):
        contenu = texte.encode()
        self.ouvert.writestr(nom, contenu)
        self.empreintes.append((sha256(contenu).hexdigest(), nom))


def empreinte(source, copier=None):
    """The SHA-256 of the file `source`, each piece of which is given to `copier` too."""
    somme = sha256()
    for morceau in iter(partial(source.read, MORCEAU), b""):
        somme.update(morceau)
        if copier:
            copier(morceau)
    return somme.hexdigest()


def _table(archive, modele, structure_id, noms):
    """Write one model as CSV and JSON in one reading; add the names of its files to `noms`; return its rows.

    The archive is written once all is read: what fails may be read again elsewhere.
    """
    colonnes, total, fichiers = champs(modele), 0, list(_fichiers(modele, structure_id))
    titres = [champ.attname for champ in colonnes]
    with tempfile.TemporaryFile() as en_csv, tempfile.TemporaryFile() as en_json:
        tableau = _Tableau(en_csv, titres)
        en_json.write(b"[")
        lignes = rangees(modele, structure_id).order_by("pk").values_list(*titres)
        for total, ligne in enumerate(lignes.iterator(chunk_size=PAQUET), start=1):  # noqa: B007 -- kept after the loop
            ligne = dechiffrer_la_ligne(modele, titres, ligne)
            tableau.ecrire(ligne)
            texte = json.dumps(dict(zip(titres, ligne, strict=True)), cls=_Encodeur, ensure_ascii=False)
            en_json.write((b",\n" if total > 1 else b"\n") + texte.encode())
        en_json.write(b"\n]\n")
        for suffixe, source in (("csv", en_csv), ("json", en_json)):
            source.seek(0)
            archive.ajouter(f"donnees/{modele._meta.label_lower}.{suffixe}", source)
    noms.extend(fichiers)
    return total


def _fichiers(modele, structure_id):
    """Yield the names of the files to give: not those that only pass, nor those that the antivirus holds."""
    if modele._meta.label in FICHIERS_DE_PASSAGE or not issubclass(modele, ModeleIsole):  # the latter is history
        return
    lignes = rangees(modele, structure_id).order_by("pk")
    if issubclass(modele, FichierDepose):
        lignes = lignes.filter(analyse__in=EtatAnalyse.ouvertes())
    for champ in champs(modele):
        if isinstance(champ, models.FileField):
            yield from lignes.exclude(**{champ.name: ""}).values_list(champ.name, flat=True)


class _Tableau:
    """A CSV that a French spreadsheet opens: semicolons, UTF-8 with its mark, no text that would be a formula."""

    def __init__(self, fichier, titres):
        self.fichier, self.ecrivain = fichier, csv.writer(self, delimiter=";", lineterminator="\r\n")
        fichier.write(b"\xef\xbb\xbf")
        self.ecrivain.writerow(titres)

    def write(self, texte):
        self.fichier.write(texte.encode())

    def ecrire(self, ligne):
        self.ecrivain.writerow([_en_texte(valeur) for valeur in ligne])


def _en_texte(valeur):
    if valeur is None:
        return ""
    if isinstance(valeur, bool):
        return "oui" if valeur else "non"
    if isinstance(valeur, int):
        return str(valeur)
    if isinstance(valeur, datetime | date | time):
        return valeur.isoformat()
    if isinstance(valeur, list | tuple | dict):
        return neutraliser(json.dumps(valeur, cls=_Encodeur, ensure_ascii=False))
    return neutraliser(_brut(valeur))


def _brut(valeur):
    return base64.b64encode(valeur).decode() if isinstance(valeur, bytes | memoryview) else str(valeur)


class _Encodeur(DjangoJSONEncoder):
    def default(self, valeur):
        try:
            return super().default(valeur)
        except TypeError:
            return _brut(valeur)


def _document(archive, nom):
    """Copy one kept file into the archive; False when it is not on disk."""
    if not default_storage.exists(nom):
        return False
    with default_storage.open(nom, "rb") as source:
        archive.ajouter(f"documents/{nom}", source)
    return True


def _mode_d_emploi(archive, structure, demandeur, le, contenu):
    """What is in the archive, in words; the meaning of each column; the SHA-256 of each entry."""
    with tempfile.TemporaryFile() as fichier:
        tableau = _Tableau(fichier, ["fichier", "colonne", "sens", "genre", "valeurs possibles"])
        for modele in contenu.nombres:
            for champ in champs(modele):
                tableau.ecrire([modele._meta.label_lower, champ.attname, *_sens(champ)])
        fichier.seek(0)
        archive.ajouter("dictionnaire.csv", fichier)
    contexte_du_texte = {
        "structure": structure,
        "demandeur": demandeur,
        "le": le,
        "tables": [(m._meta.label_lower, libelle(m), nombre) for m, nombre in contenu.nombres.items()],
        "lignes": contenu.lignes,
        "documents": contenu.documents,
        "manquants": contenu.manquants,
        "hors": HORS.items(),
    }
    archive.ajouter_texte("LISEZ-MOI.txt", render_to_string("pilotage/export_complet.txt", contexte_du_texte))
    archive.ajouter_texte(EMPREINTES, "".join(f"{empreinte}  {nom}\n" for empreinte, nom in archive.empreintes))


def libelle(modele):
    """What a table holds, in French; a table of history says of what."""
    suivi = getattr(modele, "pgh_tracked_model", None)
    return f"historique : {suivi._meta.verbose_name_plural}" if suivi else modele._meta.verbose_name_plural


def _sens(champ):
    """What a column means: its name in French, its kind, its possible values with their labels."""
    choix = "\n".join(f"{code} = {libelle}" for code, libelle in champ.flatchoices)
    vers = f"lien vers {champ.related_model._meta.label_lower}" if champ.is_relation else champ.description
    genre = vers % {"max_length": champ.max_length or ""} if "%(" in str(vers) else vers
    return str(champ.verbose_name), str(genre), choix
