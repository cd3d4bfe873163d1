"""« Mes préférences »: how one works with Tremplin, the same in every structure."""

from django.contrib import messages
from django.shortcuts import redirect, render

from ..droits import Droit, droit_requis
from ..forms_comptes import PreferencesForm
from ..models import Utilisateur


@droit_requis(Droit.OUVRIR)
def preferences(request):
    compte = Utilisateur.objects.get(pk=request.user.pk)
    form = PreferencesForm(request.POST or None, instance=compte, utilisateur=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, "Vos préférences sont enregistrées.")
        return redirect("insertion:preferences")
    return render(request, "insertion/preferences.html", {"form": form}, status=422 if form.is_bound else 200)
