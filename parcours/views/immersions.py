"""Immersions (PMSMP), from the firm chosen to the bilan that moves the project (metier.md §4.7, §1 row 61)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from entreprises.models import Entreprise, Offre
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..enums import GenreProduction
from ..forms.immersions import BilanImmersionForm, ImmersionForm, InterruptionForm
from ..models import BilanImmersion, Immersion
from ..productions import demander
from ..tasks import produire
from .appuis import entete, parcours_de, personne

PROPOSEES = 20


@droit_requis(Droit.PLACER)
@une_seule_fois
def immersion_create(request, pk):
    """Prepare an immersion; the address names the firm (or an offer), else one is chosen first."""
    parcours, le = parcours_de(request, pk), timezone.localdate()
    immersion = _neuve(request, parcours)
    if immersion is None:
        return _choisir_l_entreprise(request, parcours)
    initial = {"metier": request.GET.get("metier"), "prescripteur": str(parcours.structure)}
    form = ImmersionForm(
        request.POST or None, instance=immersion, initial=initial, utilisateur=request.user, aujourdhui=le
    )
    if form.is_valid():
        form.save()
        messages.success(request, "Immersion enregistrée : vous pouvez imprimer la convention.")
        return redirect("parcours:immersion_detail", immersion.pk)
    return _formulaire(request, "parcours/immersion_create.html", parcours, form, immersion=immersion)


@droit_requis(Droit.VOIR_PLACEMENTS)
@require_safe
def immersion_detail(request, pk):
    """One immersion: where, when, its convention, its calls, its bilan for the roles that follow people."""
    immersion = _immersion(request, pk)
    beneficiaire = personne(request, immersion.parcours.beneficiaire_id)
    consigner(request, "Immersion", beneficiaire.pk)
    contexte = _entete(beneficiaire, immersion.parcours) | {
        "immersion": immersion,
        "etat": immersion.etat(timezone.localdate()),
        "bilan": BilanImmersion.objects.filter(immersion=immersion).select_related("auteur").first(),
        "renouvellement": immersion.renouvellements.first(),
    }
    return render(request, "parcours/immersion_detail.html", contexte)


@droit_requis(Droit.PLACER)
def immersion_update(request, pk):
    """Correct an immersion; the limits are read again."""
    immersion = _immersion(request, pk)
    options = {"utilisateur": request.user, "aujourdhui": timezone.localdate()}
    form = ImmersionForm(request.POST or None, instance=immersion, **options)
    return _modifier(request, "parcours/immersion_update.html", immersion, form)


@droit_requis(Droit.PLACER)
def immersion_interruption(request, pk):
    """Say that it stopped before its end, and why."""
    immersion = _immersion(request, pk)
    form = InterruptionForm(request.POST or None, instance=immersion, utilisateur=request.user)
    return _modifier(request, "parcours/immersion_interruption.html", immersion, form)


@droit_requis(Droit.PLACER)
@require_POST
def immersion_appel(request, pk):
    """The host was called at mid-term, today."""
    immersion = _immersion(request, pk)
    immersion.noter_appel(timezone.localdate())
    messages.success(request, "Appel de mi-parcours noté.")
    return redirect("parcours:immersion_detail", pk)


@droit_requis(Droit.PRODUIRE_DOCUMENTS)
@require_POST
@une_seule_fois
def immersion_convention(request, pk):
    """Ask for the convention to sign, filled from what is known."""
    immersion = _immersion(request, pk)
    production = demander(
        immersion.parcours.beneficiaire,
        genre=GenreProduction.CONVENTION_IMMERSION,
        objet_id=pk,
        par=request.user,
        tache=produire,
    )
    consigner(request, "document demandé : convention d’immersion", immersion.parcours.beneficiaire_id)
    return redirect("parcours:production_detail", production.pk)


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def bilan_immersion(request, pk):
    """Write the bilan, or correct it: an immersion has one."""
    immersion, le = _immersion(request, pk), timezone.localdate()
    bilan = BilanImmersion.objects.filter(immersion=immersion).first()
    if bilan is None:
        bilan = BilanImmersion(structure_id=immersion.structure_id, auteur=request.user, le=max(le, immersion.debut))
    bilan.immersion = immersion
    form = BilanImmersionForm(request.POST or None, instance=bilan, utilisateur=request.user, aujourdhui=le)
    return _modifier(request, "parcours/bilan_immersion.html", immersion, form)


def _neuve(request, parcours):
    """A blank immersion in the firm (or for the offer, or renewing the one) that the address names; None without."""
    commun = {"parcours": parcours, "structure_id": parcours.structure_id, "auteur": request.user}
    if request.GET.get("renouvelle", "").isdecimal():
        avant = get_object_or_404(Immersion.objects.visibles_par(request.user), pk=request.GET["renouvelle"])
        repris = ("entreprise", "etablissement", "tuteur", "metier", "poste", "objet", "taches", "jours", "horaires")
        return Immersion(renouvelle=avant, **{nom: getattr(avant, nom) for nom in repris}, **commun)
    if request.GET.get("offre", "").isdecimal():
        offre = get_object_or_404(Offre.objects.visibles_par(request.user).pour_fiche(), pk=request.GET["offre"])
        lieu = {"entreprise": offre.entreprise, "etablissement": offre.etablissement, "tuteur": offre.contact}
        return Immersion(offre=offre, poste=offre.intitule, debut=offre.debut, fin=offre.fin, **lieu, **commun)
    if request.GET.get("entreprise", "").isdecimal():
        firmes = Entreprise.objects.visibles_par(request.user)
        return Immersion(entreprise=get_object_or_404(firmes, pk=request.GET["entreprise"]), **commun)
    return None


def _choisir_l_entreprise(request, parcours):
    texte = request.GET.get("q", "").strip()[:80]
    firmes = Entreprise.objects.visibles_par(request.user).actives()
    trouvees = firmes.cherche(texte) if texte else firmes
    consigner(request, "Immersion", parcours.beneficiaire_id)
    contexte = _entete(personne(request, parcours.beneficiaire_id), parcours)
    contexte |= {"q": texte, "entreprises": trouvees[:PROPOSEES], "il_y_en_a_plus": trouvees.count() > PROPOSEES}
    return render(request, "parcours/immersion_entreprise.html", contexte)


def _immersion(request, pk):
    return get_object_or_404(Immersion.objects.visibles_par(request.user).pour_fiche(), pk=pk)


def _entete(beneficiaire, parcours):
    return entete(beneficiaire, parcours) | {"onglet": "emploi"}


def _formulaire(request, gabarit, parcours, form, **plus):
    """Show a form about an immersion: 422 with what was typed when it was refused."""
    consigner(request, "Immersion", parcours.beneficiaire_id)
    contexte = _entete(personne(request, parcours.beneficiaire_id), parcours) | {"form": form} | plus
    return render(request, gabarit, contexte, status=422 if form.is_bound else 200)


@sans_ecraser
def _modifier(request, gabarit, immersion, form):
    if form.is_valid():
        form.save()
        return redirect("parcours:immersion_detail", immersion.pk)
    return _formulaire(request, gabarit, immersion.parcours, form, immersion=immersion)
