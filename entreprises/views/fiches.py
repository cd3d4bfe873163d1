"""What is done with an entry of the local network, whatever its kind: say that it is still true, hand it over."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_annulation
from insertion.sans_ecraser import sans_ecraser

from ..conditions import conditions
from ..forms.reseau import RechercheForm, RetourVerificationForm
from ..fraicheur import fraicheur
from ..models import Formation
from ..recherche import MODELES


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@require_POST
def fiche_verification(request, genre, pk):
    """« Toujours exact »: nothing to retype (metier.md §2 row 17)."""
    fiche, le = _fiche(request, genre, pk), timezone.localdate()
    avant = {"le": fiche.verifie_le or "", "par": fiche.verifie_par_id or ""}
    fiche.confirmer(request.user, le)
    retour = f"{reverse('entreprises:fiche_verification_retour', args=[genre, pk])}?{urlencode(avant)}"
    phrase = f"{fiche} : à jour aujourd’hui."
    if not request.htmx:
        proposer_annulation(request, phrase, retour)
        return redirect(fiche)
    contexte = {"fiche": fiche, "fraicheur": fraicheur(le, le)}
    return proposer_annulation(request, phrase, retour, render(request, "entreprises/_fraicheur.html", contexte))


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@require_POST
def fiche_verification_retour(request, genre, pk):
    """Take one's own confirmation of today back: the address holds the one before."""
    fiche, le = _fiche(request, genre, pk), timezone.localdate()
    form = RetourVerificationForm(request.GET, structure_id=fiche.structure_id)
    if form.is_valid() and (fiche.verifie_le, fiche.verifie_par) == (le, request.user):
        par = form.cleaned_data["par"] if form.cleaned_data["le"] else None
        fiche.confirmer(par, form.cleaned_data["le"])
        messages.success(request, "La vérification est annulée.")
    else:
        messages.error(request, "Cette vérification n’est plus la vôtre : rien n’a changé.")
    return redirect(fiche)


@droit_requis(Droit.VOIR_ENTREPRISES)
def fiche_remise(request, genre, pk):
    """« Fiche à remettre »: one page to print for the person, in plain words."""
    fiche, le = _fiche(request, genre, pk), timezone.localdate()
    contexte = {"fiche": fiche, "aujourdhui": le, "conditions": conditions_de(fiche), "sessions": sessions(fiche, le)}
    return render(request, "entreprises/fiche_remise.html", contexte)


def page_de_fiche(request, fiche, **plus):
    """Show an entry, and what it may do for the person that the address names."""
    le = timezone.localdate()
    pour = RechercheForm(request.GET, request.session)
    contexte = {
        "fiche": fiche,
        "fraicheur": fraicheur(fiche.verifie_le, le),
        "conditions": conditions_de(fiche),
        "personne": pour.lu("personne"),
        "pour": pour.pour_qui,
        "retour": request.GET.urlencode(),
        "modifier_url": reverse(f"entreprises:{fiche.genre}_update", args=[fiche.pk]),
    }
    return render(request, f"entreprises/{fiche.genre}_detail.html", contexte | plus)


def conditions_de(fiche):
    """What `fiche` asks of people; a partner asks nothing by itself."""
    return conditions(fiche) if hasattr(fiche, "faits_tous") else []


def sessions(fiche, le):
    """The sessions to come of a training; nothing for any other entry."""
    return list(fiche.sessions.a_venir(le)) if isinstance(fiche, Formation) else []


@sans_ecraser
def enregistrer(request, form, gabarit, phrase, suite=None, **contexte):
    """Save `form`, then go where `suite` says, to the page of the row without it; else show it, or both versions."""
    if form.is_valid():
        ligne = form.save()
        messages.success(request, phrase.format(ligne))
        return redirect(suite(ligne) if suite else ligne)
    return render(request, gabarit, {"form": form} | contexte, status=422 if form.is_bound else 200)


def nouvelle(modele, request):
    """A new entry, true today: whoever writes it has just checked."""
    return modele(
        structure_id=request.user.appartenance.structure_id,
        verifie_le=timezone.localdate(),
        verifie_par=request.user,
    )


def _fiche(request, genre, pk):
    if genre not in MODELES:
        raise Http404
    return get_object_or_404(MODELES[genre].objects.visibles_par(request.user).pour_fiche(), pk=pk)
