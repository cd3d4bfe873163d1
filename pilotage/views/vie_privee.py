"""The tab « Vie privée » of a person: what they were told, agreed to, asked for; what becomes of their file."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from beneficiaires.enums import GenreAppreciation
from beneficiaires.models import Beneficiaire, Consentement, Desaccord, InformationDonnee, Notice
from beneficiaires.views.personnes import contexte_de_fiche
from insertion.droits import Droit, droit_requis, peut
from insertion.isolation.contexte import contexte as contexte_isole
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from parcours.models import Diagnostic, Entretien, Observation, Renouvellement

from ..forms.vie_privee import ConsentementForm, DesaccordForm, InformationForm
from ..vie_privee.conservation import fin_prevue

#: What somebody may contest: its kind, its table, how it is called.
APPRECIATIONS = (
    (GenreAppreciation.DIAGNOSTIC, Diagnostic, "date"),
    (GenreAppreciation.ENTRETIEN, Entretien, "date"),
    (GenreAppreciation.OBSERVATION, Observation, "date"),
)


@droit_requis(Droit.MODIFIER_PERSONNES)
@require_safe
def vie_privee_detail(request, pk):
    """What the person was told, agreed to and asked for, and until when their file is kept."""
    beneficiaire = fiche(request, pk)
    consigner(request, "vie privée", pk)
    le = timezone.localdate()
    with contexte_isole(beneficiaire.structure_id, origine="conservation"):
        fin = fin_prevue(beneficiaire, le)
    contexte = entete(beneficiaire) | {
        "fin": fin,
        "notice": Notice.objects.en_vigueur(),
        "informations": beneficiaire.informations.pour_fiche(),
        "consentements": beneficiaire.consentements.pour_fiche(),
        "demandes": beneficiaire.demandes_droit.pour_fiche(),
        "limitation": beneficiaire.limitations.en_cours().first(),
        "gel": beneficiaire.gels.en_cours().first() if peut(request.user, Droit.REPONDRE_DROITS) else None,
        "desaccords": beneficiaire.desaccords.order_by("-le", "-pk"),
    }
    return render(request, "pilotage/vie_privee_detail.html", contexte)


@droit_requis(Droit.MODIFIER_PERSONNES)
@une_seule_fois
def information_create(request, pk):
    """The person received the notice in force."""
    beneficiaire = fiche(request, pk)
    consigner(request, "vie privée", pk)
    notice = Notice.objects.en_vigueur()
    if notice is None:
        messages.warning(
            request, "Publiez d’abord la notice d’information : c’est le chef de service ou la direction qui le fait."
        )
        return redirect("pilotage:vie_privee_detail", pk)
    remise = InformationDonnee(
        structure_id=beneficiaire.structure_id, beneficiaire=beneficiaire, notice=notice, donnee_par=request.user
    )
    form = InformationForm(
        request.POST or None, instance=remise, utilisateur=request.user, aujourdhui=timezone.localdate()
    )
    return saisir(
        request,
        beneficiaire,
        form,
        titre="Noter que la personne est informée",
        explication=f"La notice en vigueur est la version {notice.numero}, publiée le {notice.publiee_le:%d/%m/%Y}.",
        fait="Information notée.",
    )


@droit_requis(Droit.MODIFIER_PERSONNES)
@une_seule_fois
def consentement_create(request, pk):
    beneficiaire = fiche(request, pk)
    consigner(request, "vie privée", pk)
    consentement = Consentement(
        structure_id=beneficiaire.structure_id, beneficiaire=beneficiaire, recueilli_par=request.user
    )
    form = ConsentementForm(
        request.POST or None, instance=consentement, utilisateur=request.user, aujourdhui=timezone.localdate()
    )
    return saisir(
        request,
        beneficiaire,
        form,
        titre="Noter un consentement",
        explication=(
            "L’accompagnement lui-même n’en a pas besoin. On le demande pour ce qui sort de la structure "
            "ou n’est pas nécessaire, et la personne le retire quand elle veut."
        ),
        fait="Consentement noté.",
    )


@require_POST
@droit_requis(Droit.MODIFIER_PERSONNES)
def consentement_retrait(request, pk):
    """The person changed their mind."""
    consentement = get_object_or_404(Consentement.objects.visibles_par(request.user), pk=pk)
    beneficiaire = fiche(request, consentement.beneficiaire_id)
    consentement.retirer(timezone.localdate())
    messages.success(request, "Consentement retiré.")
    return redirect("pilotage:vie_privee_detail", beneficiaire.pk)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def desaccord_create(request, pk):
    """What the person contests in an appreciation about them, kept beside it."""
    beneficiaire = fiche(request, pk)
    consigner(request, "vie privée", pk)
    desaccord = Desaccord(structure_id=beneficiaire.structure_id, beneficiaire=beneficiaire, auteur=request.user)
    form = DesaccordForm(
        request.POST or None,
        instance=desaccord,
        utilisateur=request.user,
        aujourdhui=timezone.localdate(),
        appreciations=_appreciations(request.user, beneficiaire),
        initial={"sur": request.GET.get("sur", "")},
    )
    return saisir(
        request,
        beneficiaire,
        form,
        titre="Noter un désaccord",
        explication=(
            "Ce que la personne conteste reste écrit à côté de l’appréciation, avec ses mots. Une erreur "
            "de fait, elle, se corrige."
        ),
        fait="Désaccord noté : il se lit à côté de l’appréciation.",
    )


def _appreciations(utilisateur, beneficiaire):
    """[(« diagnostic:12 », « Diagnostic du 3 mars 2026 »)] of what was written about somebody, the latest first."""
    siennes = []
    for genre, modele, jour in APPRECIATIONS:
        lues = modele.objects.visibles_par(utilisateur).filter(parcours__beneficiaire=beneficiaire)
        siennes += [(getattr(une, jour), f"{genre}:{une.pk}", genre.label) for une in lues]
    dossiers = Renouvellement.objects.visibles_par(utilisateur).filter(contrat__parcours__beneficiaire=beneficiaire)
    siennes += [
        (d.date, f"{GenreAppreciation.RENOUVELLEMENT}:{d.pk}", GenreAppreciation.RENOUVELLEMENT.label)
        for d in dossiers
    ]
    siennes.sort(key=lambda une: f"{une[0]:%Y-%m-%d}", reverse=True)
    return [(cle, f"{libelle} du {le:%d/%m/%Y}") for le, cle, libelle in siennes]


def fiche(request, pk):
    """The person of a page, as its header shows them; 404 for whoever may not see them."""
    return get_object_or_404(Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate()), pk=pk)


def entete(beneficiaire):
    """What `beneficiaires/_entete.jinja` asks for, under the tab « Vie privée »."""
    return contexte_de_fiche(beneficiaire) | {"onglet": "vie_privee"}


def saisir(request, beneficiaire, form, *, titre, explication, fait, bouton="Enregistrer"):
    """The page of a form with one thing to say about somebody: saved and back to their tab, or shown (again)."""
    if form.is_valid():
        form.save()
        messages.success(request, fait)
        return redirect("pilotage:vie_privee_detail", beneficiaire.pk)
    return page_de_saisie(request, beneficiaire, form, titre=titre, explication=explication, bouton=bouton)


def page_de_saisie(request, beneficiaire, form, *, titre, explication, bouton="Enregistrer", danger=False):
    contexte = entete(beneficiaire) | {
        "form": form,
        "titre_saisie": titre,
        "explication": explication,
        "bouton": bouton,
        "danger": danger,
    }
    return render(request, "pilotage/vie_privee_saisie.html", contexte, status=422 if form.is_bound else 200)
