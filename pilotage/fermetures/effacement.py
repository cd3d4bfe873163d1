"""Erase a whole structure, once its archive is found to say all that it holds: rows, history, accounts, files.

Stopped halfway, it is taken up again by the same command: the register says what was committed.
"""

from contextlib import contextmanager

from django.core.files.storage import default_storage
from django.db import DatabaseError

from beneficiaires.models import GelSuppression
from insertion.isolation import retrait
from insertion.isolation.contexte import contexte
from insertion.models import EvenementCompte, Invitation, Lecture, Structure

from . import archive, registre
from .archive import ORIGINE

#: A structure whose colleagues came back after its closing is not the one that was closed.
VIE = ((Lecture, "at"), (EvenementCompte, "at"), (Invitation, "created_at"))


class FermetureImpossible(Exception):
    """Nothing was erased, or not all; the message says what, in French."""


def fermer(structure, chemin, par, le):
    """Erase the structure, whose archive is at `chemin`, on behalf of `par`; return the `registre.Fermeture`."""
    relue = archive.relire(chemin)
    _refuser_les_gels(structure)
    with _en_francais(), retrait.instant() as instant:
        _exiger_que_tout_y_soit(relue, structure, instant)
        retire = retrait.retirer(structure.pk)
        fermeture = registre.Fermeture(
            structure=structure.pk,
            siret=structure.siret,
            nom=structure.nom,
            le=le.isoformat(),
            par=par,
            archive=relue.sha256,
            lignes=retire.lignes,
            comptes=retire.comptes,
            comptes_gardes=retire.comptes_gardes,
            fichiers=len(_fichiers(structure.pk)),
        )
        registre.annoncer(fermeture)
    registre.confirmer(fermeture)
    return fermeture


def reprendre(siret):
    """The closing of a structure that is gone already, which was perhaps cut before its end; None without any."""
    fermeture = registre.derniere(siret)
    if fermeture and fermeture not in registre.faites():
        registre.confirmer(fermeture)
    return fermeture


def finir(fermeture):
    """Erase the files, then look for anything that is left; raise `FermetureImpossible` when something is."""
    _effacer_les_fichiers(fermeture.structure)
    restes = retrait.restes(fermeture.structure)
    fichiers = len(_fichiers(fermeture.structure))
    if restes or fichiers:
        trouve = [f"{table} ({nombre})" for table, nombre in restes.items()] + [f"fichiers ({fichiers})"] * bool(
            fichiers
        )
        raise FermetureImpossible(
            f"Tout n’est pas effacé, il reste : {', '.join(trouve)}. Aucun certificat n’est fait. Relancez la même"
            " commande."
        )


def rejouer(fermetures):
    """Erase again the structures that a restored backup brought back; return how many were."""
    return sum(_rejouer(fermeture) for fermeture in fermetures)


def _rejouer(fermeture):
    structure = Structure.objects.filter(pk=fermeture.structure, siret=fermeture.siret).first()
    if structure is None:
        return False
    if _a_vecu_depuis(fermeture):
        raise FermetureImpossible(
            f"{structure} (SIRET {structure.siret}) a été fermée le {fermeture.instant:%d/%m/%Y}, mais on y a"
            " travaillé depuis : elle n’est pas effacée. Si c’est bien elle, fermez-la de nouveau (fermer_structure)."
        )
    with _en_francais(), retrait.instant():
        retrait.retirer(structure.pk)
    _effacer_les_fichiers(structure.pk)
    return True


def _refuser_les_gels(structure):
    with contexte(structure.pk, origine=ORIGINE):
        nombre = GelSuppression.objects.en_cours().count()
    if nombre:
        dossiers = "1 dossier doit être conservé" if nombre == 1 else f"{nombre} dossiers doivent être conservés"
        raise FermetureImpossible(
            f"{dossiers} (conservation imposée) : rien n’est effacé. La direction lève cette décision depuis la page"
            " « Vie privée » de la personne."
        )


def _exiger_que_tout_y_soit(relue, structure, instant):
    if ecarts := archive.ecarts(relue, structure.pk, instant):
        raise FermetureImpossible(
            "L’archive ne dit plus tout ce que contient la base : rien n’est effacé.\n- "
            + "\n- ".join(ecarts)
            + "\nRefaites l’archive sous un autre nom, puis relancez avec elle."
        )


@contextmanager
def _en_francais():
    """Say why the database refused."""
    try:
        yield
    except DatabaseError as erreur:
        raise FermetureImpossible(_pourquoi(erreur)) from erreur


def _pourquoi(erreur):
    diag = getattr(erreur.__cause__, "diag", None)
    if diag and diag.sqlstate == "42501":
        return "DATABASE_OWNER_URL doit désigner le compte qui possède les tables et passe l’isolation (BYPASSRLS)."
    return (
        "Quelqu’un écrivait dans la structure au même moment : rien n’est effacé. Fermez d’abord les accès, refaites"
        f" l’archive, puis relancez. ({diag.message_primary if diag else erreur})"
    )


def _a_vecu_depuis(fermeture):
    with contexte(fermeture.structure, origine=ORIGINE):
        return any(modele.objects.filter(**{f"{champ}__gt": fermeture.le}).exists() for modele, champ in VIE)


def _fichiers(structure_id):
    """All that the storage keeps for a structure: each of its files is in the folder of its number."""
    return [nom for nom, _ in default_storage.tous(f"{structure_id}/")]


def _effacer_les_fichiers(structure_id):
    for nom in _fichiers(structure_id):
        default_storage.delete(nom)
