"""The grid that a structure takes stock with, and what each domain is called by the funders (metier.md §4.1)."""

from django.contrib import messages
from django.shortcuts import redirect, render

from insertion.domaines import CODES, FREINS_ASP, famille
from insertion.droits import Droit, droit_requis
from parcours.forms.grilles import GrilleForm
from parcours.grilles import GRILLES


@droit_requis(Droit.REGLER)
def grille_update(request):
    """Choose the grid of the next diagnostics, with the sentences of the public one to judge by."""
    form = GrilleForm(request.POST or None, instance=request.user.appartenance.structure, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Grille enregistrée : elle vaut pour les prochains diagnostics.")
        return redirect("parcours:grille_update")
    reference = GRILLES["reference"]
    contexte = {
        "form": form,
        "niveaux": reference.niveaux,
        "axes": [
            (reference.libelle(domaine), [cartes.get(niveau, "") for niveau in reference.niveaux])
            for domaine, cartes in reference.phrases.items()
        ],
        "codes": [
            (domaine.label, famille(domaine), FREINS_ASP.get(codes.code_asp, ""), codes)
            for domaine, codes in CODES.items()
        ],
    }
    return render(request, "parcours/grille_update.html", contexte, status=422 if form.is_bound else 200)
