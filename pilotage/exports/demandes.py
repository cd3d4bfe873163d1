"""An export: asked for by a page, made by the worker (`insertion.productions` says how), gone after 48 hours."""

import tempfile
from functools import partial
from hashlib import file_digest

from django.core.files import File
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion import productions as travaux
from insertion import tableur
from insertion.droits import Droit, peut
from insertion.isolation import replique
from insertion.isolation.contexte import contexte
from insertion.journal import consigner_export
from insertion.travaux import sonner_apres_commit

from ..models import Export
from ..models.exports import COLONNES
from . import complet
from .listes import LISTES, Demande

#: An export that ended so many workers is given up.
ESSAIS = 3
#: Rows read at once: what hangs on them is asked for once a packet, and their objects go with it.
PAQUET = 10_000

DROITS_CHANGES, ECHEC = Export.DROITS_CHANGES, Export.ECHEC


def demander(*, genre, intitule, par, tache, parametres=None, filtres=""):
    """Create the row of an export of `par`, and ring for `tache` once it is committed; return the `Export`.

    `genre` is a list of `LISTES` or `COMPLET`, `parametres` a dict of what its address narrows it by and, under
    `COLONNES`, of the headings kept (all of them without it); `filtres` the same in French.
    """
    export = Export.objects.create(
        genre=genre,
        intitule=intitule,
        filtres=filtres,
        parametres=parametres or {},
        demande_par=par,
        role_demandeur=par.appartenance.role,
    )
    sonner_apres_commit(tache, structure_id=export.structure_id, export_id=export.pk)
    return export


def produire(structure_id, export_id):
    """Make one export, once."""
    travaux.produire(Export, structure_id, export_id, _faire)


def reprendre(tache, le=None):
    """Ring again for the exports that nobody works on."""
    travaux.reprendre(Export, tache, "export_id", le or timezone.now())


def purger(le=None):
    """Delete the files of the exports ended more than 48 hours ago, structure by structure; the rows stay."""
    travaux.purger(Export, le or timezone.now(), "purge des exports")


def _faire(export):
    if export.essais >= ESSAIS:
        raise travaux.Impossible(ECHEC)
    demandeur = _demandeur(export)
    with tempfile.TemporaryFile() as fichier:
        ecrire = _ecrire_tout if export.est_complet else _ecrire_liste
        lignes = ecrire(fichier, export, demandeur, partial(travaux.avancer, export))
        fichier.seek(0)
        _ranger(export, fichier, lignes)


def _demandeur(export):
    """Who asked, with the membership of the day; raise `Impossible` when they may not export any more."""
    demandeur = travaux.demandeur(export, timezone.now())
    droit = Droit.EXPORTER_TOUT if export.est_complet else Droit.EXPORTER
    if not peut(demandeur, droit) or not export.est_complet and not LISTES[export.genre].ouverte_a(demandeur):
        raise travaux.Impossible(DROITS_CHANGES)
    return demandeur


def _ecrire_tout(fichier, export, demandeur, avancer):
    """Write the archive of the structure; return its number of rows."""
    with contexte(export.structure_id, origine=f"export {export.pk}"):
        _consigner(export, demandeur, set(Beneficiaire.objects.values_list("pk", flat=True)))
    return complet.ecrire(fichier, export.structure, demandeur, avancer, f"export {export.pk}").lignes


def _ecrire_liste(fichier, export, demandeur, avancer):
    """Write a list as a spreadsheet, read under the role of whoever asked; return its number of rows."""
    liste = LISTES[export.genre]
    parametres = QueryDict(mutable=True)
    parametres.update(export.parametres)
    choisies = export.parametres.get(COLONNES, ())
    demande = Demande(demandeur, parametres, timezone.localdate())
    with contexte(
        export.structure_id, utilisateur_id=demandeur.pk, role=export.role_demandeur, origine=f"export {export.pk}"
    ):
        _consigner(export, demandeur, liste.personnes(demande))
        lignes = replique.lire(lambda: liste.lignes(demande, PAQUET, choisies))
    avancer(60, "Mise en forme")
    entetes = [colonne.titre for colonne in liste.colonnes_de(demandeur, choisies)]
    tableur.ecrire_en_flux(fichier, liste.titre, entetes, lignes)
    return len(lignes)


def _consigner(export, demandeur, personnes):
    adresse = reverse("pilotage:export_detail", args=[export.pk])
    consigner_export(demandeur.pk, export.intitule, adresse, personnes)


def _ranger(export, fichier, lignes):
    empreinte = file_digest(fichier, "sha256").hexdigest()
    fichier.seek(0)
    travaux.ranger(export, {"fichier": File(fichier)}, lignes=lignes, empreinte=empreinte)
