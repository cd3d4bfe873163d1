"""« Mes sessions »: where one is signed in, and closing it from afar."""

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from .. import sessions
from ..droits import Droit, droit_requis


@droit_requis(Droit.OUVRIR)
def session_list(request):
    ouvertes = sessions.ouvertes(request.user)
    for une in ouvertes:
        une.ici = une.session_key == request.session.session_key
    return render(request, "insertion/session_list.html", {"sessions": ouvertes})


@require_POST
@droit_requis(Droit.OUVRIR)
def session_fermeture(request, pk):
    une = get_object_or_404(UserSession.objects.filter(user=request.user), pk=pk)
    if une.session_key == request.session.session_key:
        return _sortir(request)
    return _fermer(request, une)


@reauthentication_required
def _fermer(request, une):
    sessions.fermer([une])
    messages.success(request, "Session fermée : cet appareil devra se reconnecter.")
    return redirect("insertion:session_list")


@require_POST
@droit_requis(Droit.OUVRIR)
@reauthentication_required
def sessions_fermeture(request):
    """« Déconnecter partout », here included."""
    sessions.fermer_toutes(request.user)
    return _sortir(request)


def _sortir(request):
    suite = get_adapter(request).get_logout_redirect_url(request)
    logout(request)
    return redirect(suite)
