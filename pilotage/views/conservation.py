"""How long files are kept: what is due, what is held, archived, limited, erased."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from beneficiaires.enums import CauseEffacement, GenreDemandeDroit
from beneficiaires.models import Archivage, Beneficiaire, Effacement, GelSuppression, Limitation
from insertion.droits import Droit, droit_requis
from insertion.isolation.contexte import contexte as contexte_isole
from insertion.journal import consigner
from insertion.models import Structure
from insertion.saisie_unique import une_seule_fois

from ..forms.vie_privee import ArchivageForm, EffacementForm, GelForm, LimitationForm, RaisonForm
from ..tasks import produire_extrait
from ..vie_privee import extraits
from ..vie_privee.conservation import archiver, archives, desarchiver, echus
from ..vie_privee.effacement import effacer, empechement, empechement_d_archiver
from .vie_privee import fiche, page_de_saisie


@droit_requis(Droit.CONSERVER)
@require_safe
def conservation_list(request):
    """The dry run: whose file ends, when and why, before anything is done; then what was erased."""
    le, structure = timezone.localdate(), request.user.appartenance.structure
    with contexte_isole(structure.pk, origine="conservation"):
        dus = echus(Structure.objects.get(pk=structure.pk), le)
    personnes = Beneficiaire.objects.visibles_par(request.user).avec_referents()
    personnes = personnes.in_bulk([echu.beneficiaire_id for echu in dus])
    consigner(request, "durées de conservation")
    contexte = {
        "dossiers": [(personnes[e.beneficiaire_id], e) for e in dus if e.beneficiaire_id in personnes],
        "effacements": Effacement.objects.visibles_par(request.user).order_by("-le", "-pk")[:50],
        "mois": structure.conservation_mois,
        "volet": "conservation",
    }
    return render(request, "pilotage/conservation_list.html", contexte)


@droit_requis(Droit.CONSERVER)
@require_safe
def archive_list(request):
    """Files out of the active base: who, why, until when."""
    consigner(request, "dossiers archivés")
    with archives(request.user.appartenance.structure_id, request.user.pk):
        contexte = {"archivages": list(_archivages(request).order_by("jusqu_au", "pk")), "volet": "archives"}
    return render(request, "pilotage/archive_list.html", contexte)


@droit_requis(Droit.REPONDRE_DROITS)
@une_seule_fois
def limitation_create(request, pk):
    beneficiaire = fiche(request, pk)
    return _decider(
        request,
        beneficiaire,
        LimitationForm,
        Limitation,
        titre="Limiter l’usage du dossier",
        explication=(
            "Le dossier reste lisible, mais plus rien ne s’y écrit jusqu’à ce que vous leviez la "
            "limitation : la personne conteste une donnée, ou s’oppose."
        ),
        bouton="Limiter",
    )


@droit_requis(Droit.CONSERVER)
@une_seule_fois
def gel_create(request, pk):
    beneficiaire = fiche(request, pk)
    return _decider(
        request,
        beneficiaire,
        GelForm,
        GelSuppression,
        titre="Empêcher l’effacement",
        explication=(
            "Tant que cette décision n’est pas levée, le dossier ne peut être effacé ni par quelqu’un, ni "
            "à la fin de sa durée de conservation."
        ),
        bouton="Conserver ce dossier",
    )


def _decider(request, beneficiaire, formulaire, modele, **page):
    """Take a decision about a file, for a reason."""
    consigner(request, "vie privée", beneficiaire.pk)
    decision = modele(
        structure_id=beneficiaire.structure_id,
        beneficiaire=beneficiaire,
        prise_le=timezone.localdate(),
        prise_par=request.user,
    )
    form = formulaire(request.POST or None, instance=decision, utilisateur=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, "Décision notée.")
        return redirect("pilotage:vie_privee_detail", beneficiaire.pk)
    return page_de_saisie(request, beneficiaire, form, **page)


@droit_requis(Droit.REPONDRE_DROITS)
@une_seule_fois
def limitation_levee(request, pk):
    return _lever(request, get_object_or_404(Limitation.objects.visibles_par(request.user).en_cours(), pk=pk))


@droit_requis(Droit.CONSERVER)
@une_seule_fois
def gel_levee(request, pk):
    return _lever(request, get_object_or_404(GelSuppression.objects.visibles_par(request.user).en_cours(), pk=pk))


def _lever(request, decision):
    """End a decision about a file, for a reason."""
    beneficiaire = fiche(request, decision.beneficiaire_id)
    form = RaisonForm(request.POST or None, utilisateur=request.user)
    if form.is_valid():
        decision.lever(timezone.localdate(), form.cleaned_data["motif"])
        messages.success(request, "Décision levée.")
        return redirect("pilotage:vie_privee_detail", beneficiaire.pk)
    return page_de_saisie(
        request,
        beneficiaire,
        form,
        titre=f"Lever la {decision._meta.verbose_name}",
        explication=f"Décidée le {decision.prise_le:%d/%m/%Y} : {decision.motif}",
        bouton="Lever",
    )


@droit_requis(Droit.CONSERVER)
@une_seule_fois
def archivage_create(request, pk):
    """Take a file out of the active base, for a written reason."""
    beneficiaire = fiche(request, pk)
    consigner(request, "vie privée", pk)
    aujourdhui = timezone.localdate()
    archivage = Archivage(
        structure_id=beneficiaire.structure_id, beneficiaire=beneficiaire, prise_le=aujourdhui, prise_par=request.user
    )
    form = ArchivageForm(request.POST or None, instance=archivage, utilisateur=request.user, aujourdhui=aujourdhui)
    if form.is_valid():
        if raison := empechement_d_archiver(beneficiaire, aujourdhui):
            form.add_error(None, raison)
        else:
            archiver(beneficiaire, form.save(commit=False))
            messages.success(request, "Dossier archivé : la direction seule peut encore le consulter.")
            return redirect("pilotage:archive_list")
    return page_de_saisie(
        request,
        beneficiaire,
        form,
        titre="Archiver le dossier",
        explication=(
            "Le dossier disparaît des listes et des recherches. La direction seule le consulte, pour une "
            "raison écrite, jusqu’à la date que vous choisissez ; il est effacé ensuite."
        ),
        bouton="Archiver",
    )


@droit_requis(Droit.CONSERVER)
@une_seule_fois
def archivage_levee(request, pk):
    """Bring a file back into the active base: the person is back, or it was archived by mistake."""
    archivage = _archivage(request, pk)
    form = RaisonForm(request.POST or None, utilisateur=request.user)
    if form.is_valid():
        desarchiver(archivage, timezone.localdate(), form.cleaned_data["motif"], par=request.user)
        messages.success(request, "Le dossier est revenu parmi les autres.")
        return redirect("pilotage:vie_privee_detail", archivage.beneficiaire_id)
    contexte = {"form": form, "archivage": archivage, "lever": True}
    return render(request, "pilotage/archive_saisie.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.CONSERVER)
@une_seule_fois
def archivage_consultation(request, pk):
    """Read an archived file: a copy of it, for a written reason, in the journal."""
    archivage = _archivage(request, pk)
    form = RaisonForm(request.POST or None, utilisateur=request.user)
    if form.is_valid():
        consigner(request, "consultation d’un dossier archivé", archivage.beneficiaire_id)
        extrait = extraits.demander(
            beneficiaire=archivage.beneficiaire,
            par=request.user,
            tache=produire_extrait,
            masques={},
            motif=form.cleaned_data["motif"],
        )
        return redirect("pilotage:extrait_detail", extrait.pk)
    contexte = {"form": form, "archivage": archivage}
    return render(request, "pilotage/archive_saisie.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.CONSERVER)
@une_seule_fois
def effacement_create(request, pk):
    """Erase somebody for good, once their name has been typed again."""
    beneficiaire = fiche(request, pk)
    consigner(request, "effacement demandé", pk)
    aujourdhui = timezone.localdate()
    form = EffacementForm(request.POST or None, utilisateur=request.user, beneficiaire=beneficiaire)
    if form.is_valid():
        if raison := empechement(beneficiaire, aujourdhui):
            form.add_error(None, raison)
        else:
            demandes = beneficiaire.demandes_droit.filter(genre=GenreDemandeDroit.EFFACEMENT)
            cause = CauseEffacement.DEMANDE if demandes.exists() else CauseEffacement.DECISION
            effacer(beneficiaire, aujourdhui, cause, par=request.user)
            messages.success(request, "La personne est effacée. Les chiffres passés restent, sans son nom.")
            return redirect("pilotage:conservation_list")
    return page_de_saisie(
        request,
        beneficiaire,
        form,
        titre="Effacer cette personne",
        explication=(
            "Identité, notes, documents, historique : tout ce qui la désigne est effacé, y compris dans "
            "les textes des autres dossiers. Seuls restent des faits sans nom, pour les bilans. Cela ne "
            "s’annule pas."
        ),
        bouton="Effacer définitivement",
        danger=True,
    )


def _archivages(request):
    """Archived files with the person, whom no role sees: their right was checked, and the page is in the journal."""
    return Archivage.objects.visibles_par(request.user).en_cours().select_related("beneficiaire", "prise_par")


def _archivage(request, pk):
    with archives(request.user.appartenance.structure_id, request.user.pk):
        return get_object_or_404(_archivages(request), pk=pk)
