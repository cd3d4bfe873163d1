"""The address book: its list, its file, and the page of a firm."""

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from insertion import tableur
from insertion.droits import Droit, droit_requis, peut
from insertion.fil import page_du_fil
from insertion.gabarits import fragment
from insertion.gestes import proposer_annulation
from insertion.models import Utilisateur
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..enums import EtatRelation, Origine, Secteur, SecteurVert
from ..export import ENTETES, lignes
from ..fil import FILTRES, evenements
from ..filters import ETATS, EntreprisesFilter
from ..forms.echanges import EchangeForm
from ..forms.entreprises import (
    ComparaisonForm,
    EntrepriseCreateForm,
    EntrepriseUpdateForm,
    ressemblances_a_montrer,
)
from ..models import Echange, Entreprise, FusionEntreprise
from ..relation import ASPECTS, avec_relation

PAR_PAGE = 50


def _filtre(request):
    visibles = Entreprise.objects.visibles_par(request.user)
    return EntreprisesFilter(request.GET, visibles, request=request, aujourdhui=timezone.localdate())


@droit_requis(Droit.VOIR_ENTREPRISES)
@require_safe
def entreprise_list(request):
    """Firms of the structure: searched, filtered and sorted from GET; the table alone for htmx."""
    filtre, aujourdhui = _filtre(request), timezone.localdate()
    page = Paginator(filtre.resultats, PAR_PAGE).get_page(request.GET.get("page"))
    contexte = {"filtre": filtre, "page": page, "aujourdhui": aujourdhui, "aspects": ASPECTS}
    contexte["adresse"] = _adresse()
    if request.htmx:
        return render(request, "entreprises/entreprise_list.html#tableau", contexte)
    contexte["collegues"] = Utilisateur.objects.de_la_structure(request.user.appartenance.structure_id, aujourdhui)
    contexte |= {"etats": ETATS, "secteurs": Secteur.choices, "verts": SecteurVert.choices}
    return render(request, "entreprises/entreprise_list.html", contexte)


def _adresse():
    """The two ends of a firm's address, resolved once for fifty rows."""
    avant, _, apres = reverse("entreprises:entreprise_detail", args=[0]).partition("0")
    return {"avant": avant, "apres": apres}


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@require_safe
def entreprise_export(request):
    """The firms of the list as a spreadsheet, under the headings that the import reads."""
    contenu = tableur.ecrire("Entreprises", ENTETES, lignes(_filtre(request).resultats))
    nom = f"entreprises-{timezone.localdate():%Y-%m-%d}.xlsx"
    entetes = {"Content-Disposition": f'attachment; filename="{nom}"'}
    return HttpResponse(contenu, content_type=tableur.CLASSEUR, headers=entetes)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@une_seule_fois
def entreprise_create(request):
    """Quick creation; a firm that may be known already is shown once before it (entreprises/doublons.py)."""
    entreprise = Entreprise(structure_id=request.user.appartenance.structure_id)
    initial = {"raison_sociale": request.GET.get("nom", ""), "referent": request.user.pk}
    initial["origine"] = Origine.PROSPECTION
    form = EntrepriseCreateForm(request.POST or None, instance=entreprise, initial=initial, utilisateur=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, f"{entreprise} est dans le carnet.")
        return redirect(entreprise)
    status = 422 if form.is_bound else 200
    return render(request, "entreprises/entreprise_create.html", {"form": form}, status=status)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@require_POST
def entreprise_ressemblances(request):
    """Firms that look like what is typed so far."""
    form = ComparaisonForm(request.POST)
    form.is_valid()
    ecartees = request.POST.getlist("ecartees")
    contexte = {"ressemblantes": ressemblances_a_montrer(form.cleaned_data, ecartees), "ecartees": ecartees}
    return render(request, "entreprises/entreprise_ressemblances.html", contexte)


def fiche(request, pk):
    """The firm of a page, with where the relation stands today; 404 for whoever may not see it."""
    visibles = Entreprise.objects.visibles_par(request.user).pour_fiche()
    return get_object_or_404(avec_relation(visibles, timezone.localdate()), pk=pk)


def contexte_de_fiche(entreprise):
    """What `entreprises/_entete.html` asks for."""
    return {
        "entreprise": entreprise,
        "aspect": ASPECTS[EtatRelation(entreprise.etat_relation)],
        "aujourdhui": timezone.localdate(),
    }


@droit_requis(Droit.VOIR_ENTREPRISES)
def entreprise_detail(request, pk):
    """The working page of a firm: the box of the exchanges, their thread, contacts, sites.

    The address of a firm that was merged leads to the one that was kept.
    """
    if fusion := FusionEntreprise.objects.visibles_par(request.user).en_vigueur().filter(absorbee_id=pk).first():
        return redirect("entreprises:entreprise_detail", fusion.gardee_id)
    entreprise = fiche(request, pk)
    contexte = contexte_de_fiche(entreprise)
    contexte |= page_du_fil(request, FILTRES, partial(evenements, entreprise))
    if request.htmx:
        return fragment(request, "entreprises/_fil_section.jinja", contexte)
    if peut(request.user, Droit.ECRIRE_ENTREPRISES) and entreprise.fermee_le is None:
        echange = Echange(entreprise=entreprise, structure_id=entreprise.structure_id)
        contexte["form"] = EchangeForm(instance=echange, utilisateur=request.user)
    contexte["contacts"] = entreprise.contacts.order_by("parti_le", "nom", "prenom", "pk")
    contexte["etablissements"] = entreprise.etablissements.all()
    return render(request, "entreprises/entreprise_detail.html", contexte)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@sans_ecraser
def entreprise_update(request, pk):
    """Correct a firm; two versions side by side when a colleague saved meanwhile."""
    entreprise = get_object_or_404(Entreprise.objects.visibles_par(request.user), pk=pk)
    nom = str(entreprise)
    form = EntrepriseUpdateForm(request.POST or None, instance=entreprise, utilisateur=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, "Entreprise enregistrée.")
        return redirect(entreprise)
    contexte = {"form": form, "nom": nom, "entreprise": entreprise}
    return render(request, "entreprises/entreprise_update.html", contexte, status=422 if form.is_bound else 200)


@require_POST
@droit_requis(Droit.ECRIRE_ENTREPRISES)
def entreprise_fermeture(request, pk):
    """The firm has ceased: it leaves the lists, its history stays."""
    entreprise = get_object_or_404(Entreprise.objects.visibles_par(request.user), pk=pk)
    entreprise.fermer(timezone.localdate())
    proposer_annulation(
        request, f"{entreprise} a cessé son activité.", reverse("entreprises:entreprise_reouverture", args=[pk])
    )
    return redirect(entreprise)


@require_POST
@droit_requis(Droit.ECRIRE_ENTREPRISES)
def entreprise_reouverture(request, pk):
    """Undo « a cessé son activité »."""
    entreprise = get_object_or_404(Entreprise.objects.visibles_par(request.user), pk=pk)
    entreprise.rouvrir()
    messages.success(request, f"{entreprise} est de nouveau dans le carnet.")
    return redirect(entreprise)
