"""A report frozen by the worker: its content, its spreadsheet, its PDF (`insertion.productions` says how)."""

from hashlib import sha256

from django.utils import timezone

from insertion import pdf
from insertion import productions as travaux
from insertion.isolation.contexte import contexte
from insertion.travaux import sonner_apres_commit

from ..models import Bilan, BilanProduit
from .classeur import classeur
from .contenu import contenu
from .graphiques import barres


def demander(bilan, *, par, tache):
    """Create the next version of `bilan` for `par`, and ring for `tache` once it is committed; return it."""
    Bilan.objects.select_for_update().get(pk=bilan.pk)  # two at once: the second counts after the first
    dernier = BilanProduit.objects.filter(bilan=bilan).order_by("-numero").values_list("numero", flat=True).first()
    produit = BilanProduit.objects.create(
        bilan=bilan, numero=(dernier or 0) + 1, demande_par=par, role_demandeur=par.appartenance.role
    )
    sonner_apres_commit(tache, structure_id=produit.structure_id, produit_id=produit.pk)
    return produit


def produire(structure_id, produit_id):
    """Make one version, once."""
    travaux.produire(BilanProduit, structure_id, produit_id, _faire)


def reprendre(tache, le):
    """Ring again, at the instant `le`, for the versions that nobody works on."""
    travaux.reprendre(BilanProduit, tache, "produit_id", le)


def _faire(produit):
    le = timezone.now()
    fige = _lire(produit, le)
    travaux.avancer(produit, 40, "Écriture du tableur")
    tableur = classeur(fige, cle=produit.bilan_id)
    travaux.avancer(produit, 55, "Mise en page")
    document = pdf.rendre(
        "pdf/bilan.html",
        {"contenu": fige, "structure": produit.structure, "dessiner": barres},
        titre=fige["entete"]["titre"],
        pieces=_pieces(fige, tableur),
    )
    travaux.avancer(produit, 90, "Enregistrement")
    travaux.ranger(
        produit,
        {"fichier": document, "tableur": tableur},
        contenu=fige,
        donnees_at=le,
        modele_version=fige["entete"]["modele_version"],
        empreinte=sha256(document).hexdigest(),
        empreinte_tableur=sha256(tableur).hexdigest(),
    )


def _lire(produit, le):
    """The content of the report at the instant `le`, signed by whoever asked for it."""
    demandeur = travaux.demandeur(produit, le)
    with contexte(produit.structure_id, origine=f"bilan produit {produit.pk}"):
        fige = contenu(Bilan.objects.pour_fiche().get(pk=produit.bilan_id), le)
    fige["entete"]["auteur"] = str(demandeur)
    return fige


def _pieces(fige, tableur):
    """A report for a funder is made for archives, and carries its spreadsheet (experience.md « Printing »)."""
    if not fige["entete"]["financeur"]:
        return ()
    return (pdf.Piece("chiffres.xlsx", tableur, "Les chiffres de ce bilan, un tableau par feuille"),)
