"""What people ask about their data: received, answered within a month; the copy of a file, once it is reviewed."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from beneficiaires.models import DemandeDroit
from insertion.droits import Droit, droit_requis
from insertion.isolation.contexte import contexte as contexte_isole
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois

from ..forms.vie_privee import DemandeDroitForm, RaisonForm, ReponseForm, RevueForm
from ..models import ExtraitDossier
from ..tasks import produire_extrait
from ..vie_privee import extraits
from ..vie_privee.dossier import destinataires, documents, tiers
from .vie_privee import entete, fiche, page_de_saisie, saisir


@droit_requis(Droit.REPONDRE_DROITS)
@require_safe
def demande_droit_list(request):
    """What waits for an answer, the oldest first, with the days left."""
    le = timezone.localdate()
    demandes = DemandeDroit.objects.visibles_par(request.user).a_repondre().pour_liste()
    contexte = {"demandes": [(demande, demande.jours_restants(le)) for demande in demandes], "volet": "demandes"}
    consigner(request, "demandes sur les données")
    return render(request, "pilotage/demande_droit_list.html", contexte)


@droit_requis(Droit.MODIFIER_PERSONNES)
@une_seule_fois
def demande_droit_create(request, pk):
    beneficiaire = fiche(request, pk)
    consigner(request, "vie privée", pk)
    demande = DemandeDroit(
        structure_id=beneficiaire.structure_id, beneficiaire=beneficiaire, recueillie_par=request.user
    )
    form = DemandeDroitForm(
        request.POST or None, instance=demande, utilisateur=request.user, aujourdhui=timezone.localdate()
    )
    return saisir(
        request,
        beneficiaire,
        form,
        titre="Noter une demande sur ses données",
        explication=(
            "La personne n’a pas à dire pourquoi, ni à remplir un formulaire. La réponse est due dans le "
            "mois, et gratuite."
        ),
        fait="Demande notée : le chef de service et la direction ont un rappel.",
    )


@droit_requis(Droit.REPONDRE_DROITS)
@require_safe
def demande_droit_detail(request, pk):
    """One request: its deadline, what there is to do, what was done."""
    demande = _demande(request, pk)
    beneficiaire = fiche(request, demande.beneficiaire_id)
    consigner(request, "vie privée", beneficiaire.pk)
    contexte = entete(beneficiaire) | {
        "demande": demande,
        "jours": demande.jours_restants(timezone.localdate()),
        "extraits": ExtraitDossier.objects.telechargeables_par(request.user).filter(demande=demande),
        "destinataires": destinataires(beneficiaire),
    }
    return render(request, "pilotage/demande_droit_detail.html", contexte)


@droit_requis(Droit.REPONDRE_DROITS)
@une_seule_fois
def demande_droit_prolongation(request, pk):
    """Two more months, once the person was told why."""
    demande = _ouverte(request, pk)
    beneficiaire = fiche(request, demande.beneficiaire_id)
    form = RaisonForm(request.POST or None, utilisateur=request.user)
    if form.is_valid():
        demande.prolonger(timezone.localdate(), form.cleaned_data["motif"])
        messages.success(request, "Délai prolongé de deux mois.")
        return redirect(demande)
    return page_de_saisie(
        request,
        beneficiaire,
        form,
        titre="Prolonger le délai de deux mois",
        explication=(
            "Prévenez d’abord la personne, dans le mois de sa demande, et dites-lui pourquoi. Une demande "
            "ne se prolonge qu’une fois."
        ),
        bouton="La personne est prévenue",
    )


@droit_requis(Droit.REPONDRE_DROITS)
@une_seule_fois
def demande_droit_reponse(request, pk):
    """Close a request: accepted, in part, or refused with the reason."""
    demande = _ouverte(request, pk)
    beneficiaire = fiche(request, demande.beneficiaire_id)
    form = ReponseForm(request.POST or None, utilisateur=request.user)
    if form.is_valid():
        demande.repondre(timezone.localdate(), form.cleaned_data["choix"], form.cleaned_data["motif"])
        messages.success(request, "Réponse notée.")
        return redirect(demande)
    return page_de_saisie(
        request,
        beneficiaire,
        form,
        titre="Noter la réponse",
        explication=(
            "Dites aussi à la personne, en cas de refus, qu’elle peut saisir la CNIL (www.cnil.fr/fr/plaintes)."
        ),
    )


@droit_requis(Droit.REPONDRE_DROITS)
@une_seule_fois
def extrait_create(request, pk):
    """The reviewed step: who else is named in the file, what does not leave with the copy."""
    demande = _ouverte(request, pk)
    beneficiaire = fiche(request, demande.beneficiaire_id)
    consigner(request, "relecture avant copie du dossier", beneficiaire.pk)
    with contexte_isole(beneficiaire.structure_id, origine="copie d’un dossier"):
        autres, pieces = tiers(beneficiaire), list(documents(beneficiaire))
    form = RevueForm(request.POST or None, utilisateur=request.user, tiers=autres, documents=pieces)
    if form.is_valid():
        extrait = extraits.demander(
            beneficiaire=beneficiaire,
            demande=demande,
            par=request.user,
            tache=produire_extrait,
            masques=form.masques(),
        )
        return redirect("pilotage:extrait_detail", extrait.pk)
    contexte = entete(beneficiaire) | {"form": form, "demande": demande, "tiers": autres, "documents": pieces}
    return render(request, "pilotage/extrait_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.REPONDRE_DROITS)
@require_safe
def extrait_detail(request, pk):
    """How far the copy is; the page asks again each second and gets 204 as long as nothing moved."""
    extrait = _extrait(request, pk)
    retour = reverse("pilotage:archive_list") if extrait.demande is None else extrait.demande.get_absolute_url()
    contexte = {"extrait": extrait, "repere": extrait.repere(timezone.now()), "retour_url": retour}
    if request.htmx:
        if request.GET.get("vu") == contexte["repere"]:
            return HttpResponse(status=204)
        return render(request, "pilotage/extrait_detail.html#avancement", contexte)
    return render(request, "pilotage/extrait_detail.html", contexte)


@droit_requis(Droit.REPONDRE_DROITS)
@require_safe
def extrait_fichier(request, pk):
    """Give the copy to who prepared it, for 48 hours; write that it left."""
    extrait = _extrait(request, pk)
    if not extrait.est_pret or timezone.now() > extrait.expire_at:
        raise Http404("Cette copie n’est pas prête, ou son fichier n’est plus là.")
    consigner(request, "téléchargement : copie du dossier", extrait.beneficiaire_id)
    ExtraitDossier.objects.filter(pk=extrait.pk, remis_at=None).update(remis_at=timezone.now())
    return FileResponse(
        extrait.fichier.open("rb"), as_attachment=True, filename=extrait.nom_fichier, content_type="application/zip"
    )


def _demande(request, pk):
    return get_object_or_404(DemandeDroit.objects.visibles_par(request.user).pour_fiche(), pk=pk)


def _ouverte(request, pk):
    return get_object_or_404(DemandeDroit.objects.visibles_par(request.user).a_repondre().pour_fiche(), pk=pk)


def _extrait(request, pk):
    miens = ExtraitDossier.objects.telechargeables_par(request.user).select_related("demande")
    return get_object_or_404(miens, pk=pk)
