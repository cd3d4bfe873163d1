"""Inviting somebody by e-mail, and the page that the link opens, for whoever holds it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from .. import comptes, jetons
from ..droits import Droit, droit_requis
from ..forms_comptes import InvitationForm, ReponseForm
from ..isolation.contexte import contexte
from ..models import Invitation
from ..saisie_unique import une_seule_fois

SANS_COURRIEL = "L’invitation est gardée, mais le message n’est pas parti : renvoyez-la dans un moment."


@droit_requis(Droit.COMPTES)
@une_seule_fois
def invitation_create(request):
    nouvelle = Invitation(
        structure_id=request.user.appartenance.structure_id, par=request.user, debut=timezone.localdate()
    )
    form = InvitationForm(request.POST or None, instance=nouvelle, utilisateur=request.user)
    if form.is_valid():
        _ouvrir_et_envoyer(request, form.save(commit=False))
        return redirect("insertion:compte_list")
    return render(request, "insertion/invitation_create.html", {"form": form}, status=422 if form.is_bound else 200)


@require_POST
@droit_requis(Droit.COMPTES)
def invitation_renvoi(request, pk):
    """A new link, for seven days; the former no longer opens anything."""
    _ouvrir_et_envoyer(request, _en_attente(request, pk))
    return redirect("insertion:compte_list")


@require_POST
@droit_requis(Droit.COMPTES)
def invitation_annulation(request, pk):
    _en_attente(request, pk).delete()
    messages.success(request, "Invitation annulée : son lien n’ouvre plus rien.")
    return redirect("insertion:compte_list")


@login_not_required
def invitation(request, jeton):
    """What the link opens: one's account is created by oneself, who alone knows the password."""
    quand, lu = timezone.now(), jetons.lire(jeton)
    if lu is None:
        return render(request, "insertion/invitation_perdue.html", status=404)
    with contexte(lu[0], origine="invitation"):
        valables = Invitation.objects.valables(quand).select_related("structure").select_for_update(of=("self",))
        trouvee = valables.filter(empreinte=lu[1]).first()
        if trouvee is None:
            return render(request, "insertion/invitation_perdue.html", status=404)
        return _repondre(request, trouvee, quand)


def _repondre(request, trouvee, quand):
    connu = comptes.compte_existant(trouvee.email)
    form = ReponseForm(request.POST or None, invitation=trouvee)
    if request.method == "POST" and (connu or form.is_valid()):
        comptes.accepter(trouvee, quand, **({} if connu else form.cleaned_data))
        messages.success(request, f"Bienvenue à {trouvee.structure.nom}. Connectez-vous avec {trouvee.email}.")
        return redirect("account_login")
    statut = 422 if form.is_bound else 200
    return render(
        request, "insertion/invitation.html", {"form": form, "invitation": trouvee, "connu": connu}, status=statut
    )


def _en_attente(request, pk):
    return get_object_or_404(Invitation.objects.visibles_par(request.user).en_attente(), pk=pk)


def _ouvrir_et_envoyer(request, nouvelle):
    jeton = nouvelle.ouvrir(timezone.now())
    if comptes.envoyer_invitation(nouvelle, jeton, timezone.now()):
        messages.success(request, f"Invitation partie à {nouvelle.email}, valable sept jours.")
    else:
        messages.warning(request, SANS_COURRIEL)
