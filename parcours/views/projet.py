"""The project of a person: target jobs, CV and letters, what is ready for the job search, what was reached."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from beneficiaires.models import Beneficiaire, Document
from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..enums import OutilRecherche, StatutPiece
from ..forms.projet import (
    EtapeProjetForm,
    MetierViseCreateForm,
    MetierViseForm,
    PieceForm,
    PointRechercheForm,
    ProjetForm,
    StatutPieceForm,
    VersionPieceForm,
)
from ..models import EtapeProjet, MetierVise, Parcours, PointRecherche, Projet, VersionPiece
from ..projet import GENRES_PIECES, pieces, points
from ..reussites import avancement, reussites

PAR_PAGE = 50


@droit_requis(Droit.VOIR_PARCOURS)
@require_safe
def projet_detail(request, pk):
    """What somebody aims at, how far it is, and what is ready for the search."""
    beneficiaire = _personne(request, pk)
    consigner(request, "Projet professionnel", pk)
    etapes = EtapeProjet.objects.filter(metier__beneficiaire=beneficiaire).select_related("metier", "auteur")
    contexte = _entete(beneficiaire) | {
        "projet": Projet.objects.filter(beneficiaire=beneficiaire).first(),
        "metiers": MetierVise.objects.filter(beneficiaire=beneficiaire).pour_projet(),
        "etapes": Paginator(etapes, PAR_PAGE).get_page(request.GET.get("page")),
        "pieces": pieces(beneficiaire),
        "points": points(beneficiaire),
    }
    return render(request, "parcours/projet_detail.html", contexte)


@droit_requis(Droit.ECRIRE_SUIVI)
def projet_update(request, pk):
    """Write what the person says of work, and within which limits."""
    beneficiaire = _personne(request, pk)
    projet = Projet.objects.filter(beneficiaire=beneficiaire).first()
    if projet is None:
        projet = Projet(beneficiaire=beneficiaire, structure_id=beneficiaire.structure_id)
        if request.method == "POST":
            projet, _ = Projet.objects.get_or_create(
                beneficiaire=beneficiaire, defaults={"structure_id": beneficiaire.structure_id}
            )
    blanc = {"version": projet.version}  # which is what a page shown before the row was there has seen of it
    form = ProjetForm(request.POST or None, instance=projet, initial=blanc, utilisateur=request.user)
    return _modifier(request, "parcours/projet_update.html", beneficiaire, form)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def metier_vise_create(request, pk):
    """Add a target job; `?intitule=` proposes one (the project written in an imported file)."""
    beneficiaire = _personne(request, pk)
    metier = MetierVise(beneficiaire=beneficiaire, structure_id=beneficiaire.structure_id)
    initial = {"intitule": request.GET.get("intitule", "")[:160]}
    form = MetierViseCreateForm(request.POST or None, instance=metier, initial=initial, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("parcours:projet_detail", pk)
    return _page(request, "parcours/metier_vise_create.html", beneficiaire, form)


@droit_requis(Droit.ECRIRE_SUIVI)
def metier_vise_update(request, pk):
    """Correct the words or the code of a target job."""
    metier = get_object_or_404(MetierVise.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    form = MetierViseForm(request.POST or None, instance=metier, utilisateur=request.user)
    return _modifier(request, "parcours/metier_vise_update.html", _personne(request, metier.beneficiaire_id), form)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def etape_projet_create(request, pk):
    """Say where a target job stands now; what was said before stays."""
    metier = get_object_or_404(MetierVise.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    beneficiaire = _personne(request, metier.beneficiaire_id)
    etape = EtapeProjet(structure_id=metier.structure_id, metier=metier, auteur=request.user)
    form = EtapeProjetForm(
        request.POST or None, instance=etape, initial={"etape": metier.etape}, utilisateur=request.user
    )
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("parcours:projet_detail", beneficiaire.pk)
    return _page(request, "parcours/etape_projet_create.html", beneficiaire, form, metier=metier)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def piece_create(request, pk):
    """Receive a new version of a CV or of a letter."""
    beneficiaire = _personne(request, pk)
    document = Document(structure_id=beneficiaire.structure_id, beneficiaire=beneficiaire, depose_par=request.user)
    genre = request.GET.get("genre")
    initial = {"genre": genre if genre in GENRES_PIECES else GENRES_PIECES[0]}
    form = PieceForm(
        request.POST or None, request.FILES or None, instance=document, initial=initial, utilisateur=request.user
    )
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Nouvelle version déposée.")
        return redirect("parcours:projet_detail", pk)
    return _page(request, "parcours/piece_create.html", beneficiaire, form)


@droit_requis(Droit.ECRIRE_SUIVI)
def piece_update(request, pk):
    """Say for which job a version is, and when it was read again."""
    version = _version(request, pk)
    form = VersionPieceForm(request.POST or None, instance=version, utilisateur=request.user)
    return _modifier(request, "parcours/piece_update.html", version.document.beneficiaire, form, version=version)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def piece_statut(request, pk):
    """Say in one click that a version was read again, or is ready; one click undoes it."""
    version = _version(request, pk)
    form = StatutPieceForm(request.GET.dict() | request.POST.dict())
    if not form.is_valid():
        return HttpResponseBadRequest("Cet état n’existe pas.")
    avant, statut = version.statut, StatutPiece(form.cleaned_data["statut"])
    version.passer_a(statut, le=timezone.localdate())
    retour = f"{reverse('parcours:piece_statut', args=[pk])}?{urlencode({'statut': avant.value})}"
    proposer_annulation(request, f"« {version.document.nom} » : {statut.label.lower()}.", retour)
    return redirect("parcours:projet_detail", version.document.beneficiaire_id)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def point_recherche(request, pk):
    """Tick a line of the job-search checklist, or untick it; one click undoes it."""
    beneficiaire = _personne(request, pk)
    form = PointRechercheForm(request.GET.dict() | request.POST.dict())
    if not form.is_valid():
        return HttpResponseBadRequest("Cette ligne n’existe pas.")
    outil, fait = OutilRecherche(form.cleaned_data["outil"]), form.cleaned_data["fait"]
    siens = PointRecherche.objects.filter(beneficiaire=beneficiaire, outil=outil)
    if not fait:
        siens.delete()
    elif not siens.exists():
        PointRecherche.objects.get_or_create(
            beneficiaire=beneficiaire,
            outil=outil,
            defaults={
                "structure_id": beneficiaire.structure_id,
                "fait_le": timezone.localdate(),
                "auteur": request.user,
            },
        )
    retour = urlencode({"outil": outil.value, "fait": "" if fait else "on"})
    phrase = f"« {outil.label} » : {'prêt' if fait else 'à faire'}."
    proposer_annulation(request, phrase, f"{reverse('parcours:point_recherche', args=[pk])}?{retour}")
    return redirect(f"{reverse('parcours:projet_detail', args=[pk])}#points")


@droit_requis(Droit.VOIR_PARCOURS)
@require_safe
def reussite_list(request, pk):
    """What somebody has reached since the first day."""
    beneficiaire = _personne(request, pk)
    consigner(request, "Réussites", pk)
    contexte = _entete(beneficiaire) | {
        "avancement": avancement(beneficiaire),
        "page": Paginator(reussites(beneficiaire), PAR_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "parcours/reussite_list.html", contexte)


def _personne(request, pk):
    personnes = Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate())
    return get_object_or_404(personnes, pk=pk)


def _version(request, pk):
    """The version of the document `pk`, unsaved when nobody has said anything of it yet."""
    documents = Document.objects.visibles_par(request.user).select_related("beneficiaire")
    document = get_object_or_404(documents, pk=pk, genre__in=GENRES_PIECES)
    connue = VersionPiece.objects.filter(document=document).pour_fiche().first()
    return connue or VersionPiece(structure_id=document.structure_id, document=document)


def _entete(beneficiaire):
    """What `beneficiaires/_entete.jinja` asks for."""
    parcours = Parcours.objects.d_une_personne(beneficiaire).first()
    return {
        "beneficiaire": beneficiaire,
        "parcours": parcours,
        "aujourdhui": timezone.localdate(),
        "onglet": "projet",
    }


def _page(request, template, beneficiaire, form, **contexte):
    if request.method == "GET":
        consigner(request, "Projet professionnel", beneficiaire.pk)
    beneficiaire = _personne(request, beneficiaire.pk)
    contexte = _entete(beneficiaire) | {"form": form} | contexte
    return render(request, template, contexte, status=422 if form.is_bound else 200)


@sans_ecraser
def _modifier(request, template, beneficiaire, form, **contexte):
    """Save a correction, show both texts when somebody was quicker, or show again what was typed."""
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("parcours:projet_detail", beneficiaire.pk)
    return _page(request, template, beneficiaire, form, **contexte)
