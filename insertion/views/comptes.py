"""« Comptes et accès »: who may enter the structure, since when, with what; the review is the same list."""

import copy

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from .. import comptes, sessions
from ..droits import Droit, droit_requis
from ..enums import GenreEvenementCompte
from ..forms_comptes import AccesForm
from ..models import Appartenance, EvenementCompte
from ..texte import de


@droit_requis(Droit.COMPTES)
def compte_list(request):
    """Everybody who has an access; `?a_revoir=1` keeps those that nobody looked at for six months."""
    le = timezone.localdate()
    lignes = list(comptes.acces(request.user.appartenance.structure_id, le))
    for ligne in lignes:
        ligne.a_revoir = comptes.a_revoir(ligne, le)
        ligne.gerable = ligne.gerable_par(request.user)
    en_revue = [ligne for ligne in lignes if ligne.a_revoir]
    seulement = "a_revoir" in request.GET
    contexte = {
        "lignes": en_revue if seulement else lignes,
        "seulement": seulement,
        "en_revue": len(en_revue),
        "fermes": [] if seulement else comptes.fermes(request.user.appartenance.structure_id, le),
        "invitations": comptes.invitations(request.user.appartenance.structure_id),
        "maintenant": timezone.now(),
    }
    return render(request, "insertion/compte_list.html", contexte)


@droit_requis(Droit.COMPTES)
def compte_detail(request, pk):
    """One access, and what happened to the account here."""
    ligne = _acces(request, pk)
    contexte = {
        "ligne": ligne,
        "gerable": ligne.gerable_par(request.user),
        "a_revoir": comptes.a_revoir(ligne, timezone.localdate()),
        "evenements": EvenementCompte.objects.visibles_par(request.user)
        .filter(utilisateur=ligne.utilisateur)
        .select_related("par"),
    }
    return render(request, "insertion/compte_detail.html", contexte)


@droit_requis(Droit.COMPTES)
def compte_update(request, pk):
    """Another role, at once; another last day."""
    ligne = _gerable(request, pk)
    form = AccesForm(request.POST or None, instance=copy.copy(ligne), utilisateur=request.user)
    if form.is_valid():
        donnees = form.cleaned_data
        ligne = ligne.changer(donnees["role"], donnees["fin"], timezone.localdate(), request.user)
        messages.success(request, f"Accès {de(ligne.utilisateur)} enregistré.")
        return redirect("insertion:compte_detail", ligne.pk)
    return render(
        request, "insertion/compte_update.html", {"form": form, "ligne": ligne}, status=422 if form.is_bound else 200
    )


@droit_requis(Droit.COMPTES)
def compte_fermeture(request, pk):
    """Somebody leaves: asked once, done at once."""
    ligne = _gerable(request, pk)
    if request.method == "POST":
        ligne.fermer(timezone.localdate(), request.user)
        messages.success(
            request, f"L’accès {de(ligne.utilisateur)} est fermé, sessions et agenda compris.{_reste(ligne)}"
        )
        return redirect(f"{reverse('insertion:compte_list')}#t-fermes")
    contexte = {"ligne": ligne, "dossiers": _dossiers(ligne)}
    return render(request, "insertion/compte_fermeture.html", contexte)


def _dossiers(ligne):
    return comptes.dossiers([ligne.utilisateur_id]).get(ligne.utilisateur_id, 0)


def _reste(ligne):
    nombre = _dossiers(ligne)
    return f" {nombre} dossier{'s' if nombre > 1 else ''} à confier à quelqu’un d’autre." if nombre else ""


@droit_requis(Droit.REINITIALISER)
def compte_second_facteur(request, pk):
    """A telephone is lost: the colleague will set another up at the next sign-in."""
    ligne = _gerable(request, pk)
    if request.method == "POST":
        comptes.reinitialiser_second_facteur(ligne.utilisateur, request.user)
        sessions.fermer_toutes(ligne.utilisateur)
        messages.success(request, f"Second facteur {de(ligne.utilisateur)} réinitialisé. Un message le lui dit.")
        return redirect("insertion:compte_detail", ligne.pk)
    return render(request, "insertion/compte_second_facteur.html", {"ligne": ligne})


@require_POST
@droit_requis(Droit.COMPTES)
def compte_confirmation(request, pk):
    """« Toujours utile »: the access was looked at."""
    ligne = _gerable(request, pk)
    EvenementCompte.noter(ligne.utilisateur, GenreEvenementCompte.CONFIRME, request.user)
    messages.success(request, f"Accès {de(ligne.utilisateur)} confirmé pour six mois.")
    if "liste" in request.POST:
        return redirect(f"{reverse('insertion:compte_list')}?a_revoir=1")
    return redirect("insertion:compte_detail", pk)


@require_POST
@droit_requis(Droit.COMPTES)
def compte_reouverture(request, pk):
    """A suspended account opens again."""
    ligne = _gerable(request, pk)
    if ligne.utilisateur.suspendu_at:
        comptes.rouvrir(ligne.utilisateur, request.user, timezone.now())
        messages.success(request, f"Compte {de(ligne.utilisateur)} rouvert.")
    return redirect("insertion:compte_detail", ligne.pk)


def _acces(request, pk):
    return get_object_or_404(comptes.acces(request.user.appartenance.structure_id, timezone.localdate()), pk=pk)


def _gerable(request, pk):
    """The access `pk`, if whoever asks may change it: not their own, nor that of a direction unless they are it."""
    ligne = get_object_or_404(
        Appartenance.objects.filter(structure=request.user.appartenance.structure_id, expire_at__isnull=True)
        .pas_finies(timezone.localdate())
        .select_related("utilisateur", "structure"),
        pk=pk,
    )
    if not ligne.gerable_par(request.user):
        raise PermissionDenied
    return ligne
