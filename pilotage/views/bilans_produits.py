"""Reports as they were produced: asked for, awaited, read, downloaded, compared."""

from datetime import date

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from insertion.droits import Droit, droit_requis
from insertion.enums import EtatTravail
from insertion.gabarits import soumission
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.tableur import CLASSEUR

from ..bilans.contenu import annee_avant, lignes, periode_comptee
from ..bilans.ecarts import comparer, ecarts
from ..bilans.graphiques import barres
from ..bilans.production import demander
from ..derriere import est_reserve, ouvrir
from ..models import Bilan, BilanProduit
from ..tasks import produire_bilan
from .chiffres import qui_derriere


@droit_requis(Droit.ECRIRE_BILANS)
@require_POST
@une_seule_fois
def produit_create(request, pk):
    """Ask for one more version, with the data of today; the worker makes it."""
    bilan = get_object_or_404(Bilan.objects.visibles_par(request.user), pk=pk)
    if request.user.appartenance.structure.exemple_at:
        messages.error(request, "Un bilan produit reste pour toujours\u00a0: retirez d’abord l’exemple.")
        return redirect(bilan)
    return redirect(demander(bilan, par=request.user, tache=produire_bilan))


@droit_requis(Droit.VOIR_BILANS)
@require_safe
def produit_detail(request, pk):
    """How far a version is, then the version itself; a page that polls gets 204 as long as nothing moved."""
    produit, le = _produit(request, pk), timezone.now()
    contexte = {"produit": produit, "repere": produit.repere(le), "tarde": produit.tarde(le)}
    contexte["soumission"] = soumission()
    if request.htmx:
        if request.GET.get("vu") == contexte["repere"]:
            return HttpResponse(status=204)
        if produit.est_pret:
            return HttpResponse(headers={"HX-Redirect": produit.get_absolute_url()})
        return render(request, "pilotage/produit_detail.html#avancement", contexte)
    if produit.est_pret:
        avant = _version_d_avant(produit)
        contexte |= {
            "contenu": produit.contenu,
            "dessiner": barres,
            "lien": _lien_fige(produit),
            "avant": avant,
            "ecarts": ecarts(avant.contenu, produit.contenu) if avant else [],
        }
    return render(request, "pilotage/produit_detail.html", contexte)


@droit_requis(Droit.VOIR_BILANS)
@require_safe
def produit_pdf(request, pk):
    produit = _pret(request, pk)
    return _remettre(request, produit, produit.fichier, f"{produit.nom_fichier}.pdf", "application/pdf")


@droit_requis(Droit.VOIR_BILANS)
@require_safe
def produit_tableur(request, pk):
    produit = _pret(request, pk)
    return _remettre(request, produit, produit.tableur, f"{produit.nom_fichier}.xlsx", CLASSEUR)


@droit_requis(Droit.VOIR_BILANS)
@require_safe
def produit_comparaison(request, pk):
    """The figures of a version beside those of the same perimeter one year earlier, with the data of today."""
    produit = _pret(request, pk)
    bilan = get_object_or_404(Bilan.objects.visibles_par(request.user).pour_fiche(), pk=produit.bilan_id)
    ancien = annee_avant(bilan, produit.contenu, timezone.now())
    contexte = {
        "produit": produit,
        "ancien": ancien,
        "periode": periode_comptee(produit.contenu["entete"]),
        "lignes": comparer(ancien, produit.contenu),
    }
    return render(request, "pilotage/produit_comparaison.html", contexte)


@droit_requis(Droit.VOIR_BILANS)
@require_safe
def produit_chiffre(request, pk, indicateur, ligne):
    """Who was behind a figure the day it was frozen (`part`: counted, of whom, or left out and why)."""
    produit = _pret(request, pk)
    trouvee = lignes(produit.contenu).get((indicateur, ligne))
    if trouvee is None:
        raise Http404("Ce bilan n’a pas ce chiffre.")
    exclus = [(e["raison"], e["ids"]) for e in trouvee["exclus"]]
    listes = ouvrir(trouvee["derriere"], trouvee["base"], exclus)
    sensible = est_reserve(trouvee["rubrique"], trouvee["sensible"])
    entete = produit.contenu["entete"]
    jusqu_au = date.fromisoformat(entete.get("compte_au") or entete["au"])
    montants = {int(pk): mots for pk, mots in trouvee.get("montants", {}).items()}  # older reports have none
    qui = qui_derriere(request, listes, trouvee["nature"], sensible, jusqu_au, montants)
    consigner(request, f"Chiffre d’un bilan : {trouvee['libelle']}"[:60])
    contexte = {
        "produit": produit,
        "source": next(s for s in produit.contenu["sources"] if s["indicateur"] == indicateur),
        "ligne": trouvee,
    }
    return render(request, "pilotage/produit_chiffre.html", contexte | qui)


def _produit(request, pk):
    return get_object_or_404(BilanProduit.objects.visibles_par(request.user).pour_fiche(), pk=pk)


def _pret(request, pk):
    produit = _produit(request, pk)
    if not produit.est_pret:
        raise Http404("Ce bilan n’est pas encore prêt.")
    return produit


def _version_d_avant(produit):
    """The last finished version before this one, or None."""
    memes = BilanProduit.objects.filter(bilan_id=produit.bilan_id, etat=EtatTravail.TERMINE)
    return memes.filter(numero__lt=produit.numero).order_by("-numero").first()


def _remettre(request, produit, fichier, nom, genre):
    """Give the file as an attachment, and write that it left."""
    consigner(request, f"téléchargement : bilan, version {produit.numero}")
    return FileResponse(fichier.open("rb"), as_attachment=True, filename=nom, content_type=genre)


def _lien_fige(produit):
    """(indicator, line, part) → who was behind that figure of the frozen version."""
    modele = reverse("pilotage:produit_chiffre", args=[produit.pk, "INDICATEUR", "LIGNE"])

    def lien(indicateur, ligne, part):
        return f"{modele.replace('INDICATEUR', indicateur).replace('LIGNE', ligne)}?part={part}"

    return lien
