"""Reports being written: the list, the first step, the builder with its live preview, « Vérifier »."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from insertion.droits import Droit, droit_requis, peut
from insertion.gabarits import soumission
from insertion.gestes import supprimer
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..bilans.blocs import BLOCS
from ..bilans.contenu import contenu
from ..bilans.etendue import cohorte, compte_jusqu_au
from ..bilans.graphiques import barres
from ..bilans.modeles import MODELES, a_jour, agir
from ..bilans.verification import verifier
from ..forms.bilans import BilanCreateForm, BilanUpdateForm, TexteBlocForm
from ..forms.perimetre import requete
from ..models import Bilan, BilanProduit, Convention

PAR_PAGE = 50


@droit_requis(Droit.VOIR_BILANS)
@require_safe
def bilan_list(request):
    """Every report, the latest touched first, with its versions."""
    recherche = request.GET.get("q", "").strip()[:100]
    bilans = Bilan.objects.visibles_par(request.user)
    if recherche:
        bilans = bilans.cherches(recherche)
    versions = Prefetch("produits", BilanProduit.objects.sans_contenu())
    page = Paginator(bilans.pour_liste().prefetch_related(versions), PAR_PAGE).get_page(request.GET.get("page"))
    return render(request, "pilotage/bilan_list.html", {"page": page, "recherche": recherche})


@droit_requis(Droit.ECRIRE_BILANS)
@une_seule_fois
def bilan_create(request):
    """Choose a template, a funder, a period; `?convention=` brings those of an agreement."""
    bilan = Bilan(structure_id=request.user.appartenance.structure_id, auteur=request.user)
    form = BilanCreateForm(
        request.POST or None, instance=bilan, utilisateur=request.user, initial=_d_une_convention(request)
    )
    return _enregistrer(request, form, "pilotage/bilan_create.html")


@droit_requis(Droit.ECRIRE_BILANS)
def bilan_update(request, pk):
    """Change the title, the funder, the period or the dispositifs of a report."""
    bilan = _bilan(request, pk)
    form = BilanUpdateForm(request.POST or None, instance=bilan, utilisateur=request.user)
    return _enregistrer(request, form, "pilotage/bilan_update.html", bilan=_bilan(request, pk))


@droit_requis(Droit.ECRIRE_BILANS)
@require_POST
def bilan_delete(request, pk):
    """Take away a report never produced, at once; what was produced stays for good."""
    bilan = get_object_or_404(Bilan.objects.visibles_par(request.user).select_for_update(), pk=pk)
    if bilan.produits.exists():
        messages.error(request, "Ce bilan a déjà une version\u00a0: il ne peut plus être supprimé.")
        return redirect(bilan)
    suite = reverse("pilotage:bilan_list")
    supprimer(request, bilan, f"Le bilan «\u00a0{bilan}\u00a0» est supprimé.", suite)
    return redirect(suite)


@droit_requis(Droit.VOIR_BILANS)
@require_safe
def bilan_detail(request, pk):
    """The builder: blocks on the left, the sheets as they will be printed on the right."""
    return render(request, "pilotage/bilan_detail.html", _atelier(request, _bilan(request, pk)))


@droit_requis(Droit.ECRIRE_BILANS)
@require_POST
def bilan_bloc(request, pk, code):
    """Show a block, take it away, move it; the page answers with its plan and its sheets."""
    bilan = get_object_or_404(Bilan.objects.visibles_par(request.user).select_for_update(), pk=pk)
    if code not in BLOCS:
        raise Http404("Ce bloc n’existe pas.")
    try:
        bilan.blocs = agir(a_jour(bilan.blocs), code, request.POST.get("action"))
    except KeyError:
        return HttpResponseBadRequest("Cette action n’existe pas.")
    bilan.save(update_fields=["blocs", "updated_at"])
    if request.htmx:
        contexte = _atelier(request, _bilan(request, pk)) | {"touche": code, "seul": True}
        return render(request, "pilotage/bilan_detail.html#plan", contexte)
    return redirect(f"{reverse('pilotage:bilan_detail', args=[pk])}#plan")


@droit_requis(Droit.ECRIRE_BILANS)
@sans_ecraser
def bilan_texte(request, pk, code):
    """Write the words of a block, beside the sheets."""
    bilan = _bilan(request, pk)
    if code not in BLOCS:
        raise Http404("Ce bloc n’existe pas.")
    form = TexteBlocForm(request.POST or None, instance=bilan, utilisateur=request.user, code=code)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(f"{reverse('pilotage:bilan_detail', args=[pk])}#bloc-{code}")
    contexte = _atelier(request, bilan) | {"form": form, "bloc": BLOCS[code]}
    return render(request, "pilotage/bilan_detail.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.VOIR_BILANS)
@require_safe
def bilan_verification(request, pk):
    """What to look at before producing: dates, texts, small counts, what is missing."""
    bilan, le = _bilan(request, pk), timezone.now()
    lu = contenu(bilan, le)
    contexte = {
        "bilan": bilan,
        "remarques": verifier(bilan, lu, timezone.localdate(le)),
        "contenu": lu,
        "lien": lien_vivant(bilan),
        "soumission": soumission(),
    }
    return render(request, "pilotage/bilan_verification.html", contexte)


def lien_vivant(bilan):
    """(indicator, line, part) → the page of that figure over the perimeter of `bilan`, with the data of today.

    That page leads back to the report (`bilan`).
    """
    modele = reverse("pilotage:chiffre", args=["INDICATEUR", "LIGNE"])
    au = compte_jusqu_au(bilan, timezone.localdate())
    filtre = requete(bilan.du, au, bilan.dispositifs, cohorte(bilan))

    def lien(indicateur, ligne, part):
        adresse = modele.replace("INDICATEUR", indicateur).replace("LIGNE", ligne)
        return f"{adresse}?{filtre}&part={part}&bilan={bilan.pk}"

    return lien


def _bilan(request, pk):
    return get_object_or_404(Bilan.objects.visibles_par(request.user).pour_fiche(), pk=pk)


def _d_une_convention(request):
    """What a new report is filled with when the address names an agreement."""
    demandee = request.GET.get("convention", "")
    if not demandee.isdecimal() or len(demandee) > 18:
        return {}
    convention = Convention.objects.visibles_par(request.user).pour_fiche().filter(pk=demandee).first()
    if convention is None:
        return {}
    return {
        "convention": convention.pk,
        "modele": convention.modele,
        "du": convention.debut,
        "au": convention.fin,
        "choix_dispositifs": [couvert.dispositif_id for couvert in convention.couverts.all()],
        "publics": list(MODELES[convention.modele].publics),
        "masquer_petits": not convention.financeur.voit_petits_effectifs,
    }


@sans_ecraser
def _enregistrer(request, form, gabarit, **contexte):
    """Save and open the builder, show both versions when somebody was quicker, or show again what was typed."""
    if request.method == "POST" and form.is_valid():
        bilan = form.save()
        if repris := getattr(form, "repris", None):
            messages.info(request, f"Repris pour vous : {', '.join(repris)}. Vous pouvez le changer dans Réglages.")
        return redirect(bilan)
    return render(request, gabarit, {"form": form} | contexte, status=422 if form.is_bound else 200)


def _atelier(request, bilan):
    """What the builder shows of `bilan`."""
    blocs = [bloc | {"titre": BLOCS[bloc["code"]].titre} for bloc in a_jour(bilan.blocs)]
    peut_ecrire = peut(request.user, Droit.ECRIRE_BILANS)
    modele = reverse("pilotage:bilan_texte", args=[bilan.pk, "bloc"])
    return {
        "bilan": bilan,
        "montres": [bloc for bloc in blocs if bloc["actif"]],
        "autres": [bloc for bloc in blocs if not bloc["actif"]],
        "contenu": contenu(bilan, timezone.now()),
        "dessiner": barres,
        "lien": lien_vivant(bilan),
        "vides": True,
        "ecrire": (lambda code: modele.replace("/bloc/", f"/{code}/")) if peut_ecrire else None,
        "soumission": soumission(),
        "versions": BilanProduit.objects.filter(bilan=bilan).sans_contenu(),
    }
