"""Applications and orientations received: the list, one of them, what is known of it."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis, peut
from insertion.gestes import proposer_retour
from insertion.isolation.historique import ecritures
from insertion.journal import consigner
from insertion.recherche_scellee import recherche_scellee
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser
from parcours.eligibilite import aide_geiq, diagnostic_expire_le, liste_de, manques
from parcours.enums import ListeCriteres
from parcours.filters import CandidaturesFilter
from parcours.forms.candidatures import (
    AcceptationForm,
    AdmissionForm,
    CandidatForm,
    CandidatureForm,
    CandidatureUpdateForm,
    EligibiliteForm,
)
from parcours.models import Candidature, Dispositif, EntretienAdmission

PAR_PAGE = 50


@droit_requis(Droit.VOIR_CANDIDATURES)
@recherche_scellee
def candidature_list(request):
    """What was received, by state; those that wait for somebody first."""
    visibles = Candidature.objects.visibles_par(request.user)
    filtre = CandidaturesFilter(request.GET, visibles, request=request)
    consigner(request, "liste des candidatures")
    contexte = {
        "filtre": filtre,
        "onglets": filtre.onglets(),
        "dispositifs": Dispositif.objects.visibles_par(request.user).pour_liste(),
        "page": Paginator(filtre.candidatures, PAR_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "parcours/candidature_list.html", contexte)


@droit_requis(Droit.VOIR_CANDIDATURES)
def candidature_attente(request):
    """The waiting lists, one per dispositif, in their order, beside the places."""
    aujourdhui = timezone.localdate()
    candidatures = Candidature.objects.visibles_par(request.user).en_attente().select_related("beneficiaire")
    dispositifs = Dispositif.objects.visibles_par(request.user).avec_occupation(aujourdhui).in_bulk()
    listes = {}
    for candidature in candidatures:
        listes.setdefault(candidature.dispositif_id, []).append(candidature)
    consigner(request, "listes d’attente")
    contexte = {
        "listes": [(dispositifs.get(pk), rangees) for pk, rangees in listes.items()],
        "aujourdhui": aujourdhui,
    }
    return render(request, "parcours/candidature_attente.html", contexte)


@droit_requis(Droit.MODIFIER_PERSONNES)
@une_seule_fois
def candidat_create(request):
    """Somebody not known yet applies, or is sent: the person and the application in one page."""
    aujourdhui, structure_id = timezone.localdate(), request.user.appartenance.structure_id
    identite = CandidatForm(request.POST or None, utilisateur=request.user, aujourdhui=aujourdhui)
    candidature = Candidature(structure_id=structure_id)
    form = CandidatureForm(request.POST or None, instance=candidature, utilisateur=request.user)
    if request.method == "POST" and all([identite.is_valid(), form.is_valid()]):
        with ecritures(Beneficiaire, Candidature) as ecrites:
            candidature.beneficiaire = identite.save()
            form.save()
        phrase = f"Le dossier de {candidature.beneficiaire} est créé, et sa demande enregistrée."
        proposer_retour(request, phrase, *ecrites, retour=reverse("parcours:candidature_list"))
        return redirect(candidature)
    status = 422 if form.is_bound else 200
    if form.is_bound:
        consigner(request, "personnes qui se ressemblent")
    return render(request, "parcours/candidat_create.html", {"identite": identite, "form": form}, status=status)


@droit_requis(Droit.MODIFIER_PERSONNES)
def candidature_create(request, pk):
    """Somebody already known applies, or is sent again."""
    if "reprise" in request.POST:
        # Typed on the page of somebody new, then recognised: to read again, so the key of that page is not spent.
        champs = CandidatureForm.Meta.fields
        saisis = {nom: request.POST[nom] for nom in champs if nom in request.POST}
        return _demande_de(request, pk, initial=saisis)
    return _recevoir(request, pk)


@une_seule_fois
def _recevoir(request, pk):
    return _demande_de(request, pk, data=request.POST or None)


def _demande_de(request, pk, **saisie):
    beneficiaire = get_object_or_404(_personnes(request), pk=pk)
    candidature = Candidature(beneficiaire=beneficiaire, structure_id=beneficiaire.structure_id)
    form = CandidatureForm(instance=candidature, utilisateur=request.user, **saisie)
    return _editer(request, "parcours/candidature_create.html", candidature, form)


@droit_requis(Droit.VOIR_CANDIDATURES)
def candidature_detail(request, pk):
    """Who sent whom, what is missing, what was said, what was decided."""
    candidature = trouver(request, pk)
    consigner(request, "candidature", candidature.beneficiaire_id)
    return render(request, "parcours/candidature_detail.html", contexte_de_fiche(request, candidature))


@droit_requis(Droit.MODIFIER_PERSONNES)
def candidature_update(request, pk):
    candidature = trouver(request, pk)
    form = CandidatureUpdateForm(request.POST or None, instance=candidature, utilisateur=request.user)
    return _editer(request, "parcours/candidature_update.html", candidature, form)


@droit_requis(Droit.ECRIRE_SUIVI)
def candidature_eligibilite(request, pk):
    """The criteria and their proofs (metier.md §4.5)."""
    candidature = trouver(request, pk)
    form = EligibiliteForm(request.POST or None, instance=candidature, utilisateur=request.user)
    return _editer(request, "parcours/candidature_eligibilite.html", candidature, form, liste=form.liste)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def admission_create(request, pk):
    """The interview before entry; a new application is then under study."""
    candidature = trouver(request, pk)
    entretien = EntretienAdmission(
        candidature=candidature, structure_id=candidature.structure_id, auteur=request.user
    )
    initial = {"date": timezone.localtime().replace(second=0, microsecond=0)}
    form = AdmissionForm(request.POST or None, instance=entretien, initial=initial, utilisateur=request.user)
    if form.is_bound and form.is_valid() and candidature.statut == "nouvelle":
        candidature.etudier()
    return _editer(request, "parcours/admission_create.html", candidature, form)


@droit_requis(Droit.ECRIRE_SUIVI)
def admission_update(request, pk):
    visibles = EntretienAdmission.objects.visibles_par(request.user).pour_fiche()
    entretien = get_object_or_404(visibles, pk=pk)
    form = AdmissionForm(request.POST or None, instance=entretien, utilisateur=request.user)
    return _editer(request, "parcours/admission_update.html", trouver(request, entretien.candidature_id), form)


def trouver(request, pk):
    """One application that the user may see, ready for its page; 404 otherwise."""
    return get_object_or_404(Candidature.objects.visibles_par(request.user).pour_fiche(), pk=pk)


def contexte_de_fiche(request, candidature, acceptation=None):
    """What the page of an application shows. Criteria are judged only for whoever may read them all."""
    aujourdhui = timezone.localdate()
    contexte = entete(request, candidature) | {"liste": liste_de(candidature.structure)}
    if not peut(request.user, Droit.ECRIRE_SUIVI):
        return contexte
    trouves = manques(candidature, aujourdhui) if candidature.est_ouverte else []
    bloquants = [manque for manque in trouves if manque.bloquant]
    contexte |= {
        "manques": trouves,
        "bloquants": bloquants,
        "criteres": candidature.criteres.pour_candidature(),
        "diagnostic_fin": diagnostic_expire_le(candidature),
        "entretiens": candidature.entretiens.pour_candidature(),
    }
    if contexte["liste"] == ListeCriteres.GEIQ and candidature.est_ouverte:
        contexte["aide"] = aide_geiq(candidature, aujourdhui)
    if candidature.est_ouverte:
        contexte["acceptation"] = acceptation or AcceptationForm(
            utilisateur=request.user, candidature=candidature, aujourdhui=aujourdhui, bloquants=bloquants
        )
    return contexte


def _personnes(request):
    return Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate())


def entete(request, candidature):
    beneficiaire = get_object_or_404(_personnes(request), pk=candidature.beneficiaire_id)
    aujourdhui = timezone.localdate()
    return {
        "beneficiaire": beneficiaire,
        "parcours": beneficiaire.parcours.en_cours(aujourdhui).first(),
        "aujourdhui": aujourdhui,
        "onglet": "",
        "candidature": candidature,
    }


@sans_ecraser
def _editer(request, gabarit, candidature, form, **autres):
    """Save and come back to the page of the application, or show again what was typed."""
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(candidature)
    if not form.is_bound:
        consigner(request, "candidature", candidature.beneficiaire_id)
    contexte = entete(request, candidature) | {"form": form} | autres
    return render(request, gabarit, contexte, status=422 if form.is_bound else 200)
