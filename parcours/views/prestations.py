"""Who works on a service sold to a firm: a section of its page, for whoever may know who is placed where."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from beneficiaires.models import Beneficiaire
from entreprises.models import Prestation
from insertion.droits import Droit, droit_requis
from insertion.gestes import supprimer
from insertion.journal import consigner
from insertion.recherche_scellee import ouvrir, recherche_scellee
from insertion.saisie_unique import une_seule_fois

from ..forms.prestations import PersonnePrestationForm
from ..models import Parcours, PersonnePrestation

#: Parcours offered at once while one picks somebody.
REPONSES = 20


@droit_requis(Droit.VOIR_PLACEMENTS)
@require_safe
def prestation_personnes(request, pk):
    """The people who work on it; without htmx, a page."""
    prestation = get_object_or_404(Prestation.objects.visibles_par(request.user), pk=pk)
    personnes = list(PersonnePrestation.objects.filter(prestation=prestation).pour_liste())
    consigner(request, "personnes d’une prestation")
    contexte = {"prestation": prestation, "personnes": personnes}
    gabarit = "parcours/_prestation_personnes.html" if request.htmx else "parcours/prestation_personnes.html"
    return render(request, gabarit, contexte)


@droit_requis(Droit.PLACER)
@recherche_scellee
@une_seule_fois
def personne_prestation_create(request, pk):
    """Add somebody in an open parcours, found by name."""
    prestation = get_object_or_404(Prestation.objects.visibles_par(request.user), pk=pk)
    texte = (request.POST.get("q") or ouvrir(request.GET.get("q", ""))).replace("\x00", "").strip()[:80]
    ligne = PersonnePrestation(prestation=prestation, structure_id=prestation.structure_id)
    form = PersonnePrestationForm(
        request.POST or None, instance=ligne, utilisateur=request.user, proposes=_proposes(request, texte)
    )
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("entreprises:prestation_detail", pk)
    consigner(request, "personnes à placer sur une prestation")
    contexte = {"prestation": prestation, "form": form, "q": texte}
    status = 422 if form.is_bound else 200
    return render(request, "parcours/personne_prestation_create.html", contexte, status=status)


def _proposes(request, texte):
    """Open parcours, narrowed to the people that `texte` finds; a form sent may name any of the open ones."""
    ouverts = Parcours.objects.visibles_par(request.user).en_cours(timezone.localdate())
    if texte and request.method == "GET":
        trouvees = Beneficiaire.objects.visibles_par(request.user).cherche(texte).order_by().values("pk")[:REPONSES]
        ouverts = ouverts.filter(beneficiaire__in=trouvees)
    elif request.method == "GET":
        ouverts = ouverts.none()
    return ouverts.select_related("beneficiaire", "dispositif").order_by("beneficiaire__tri", "pk")


@droit_requis(Droit.PLACER)
@require_POST
def personne_prestation_delete(request, pk):
    """Take somebody off a service; « Annuler » puts them back, with their dates."""
    siennes = PersonnePrestation.objects.visibles_par(request.user).select_related("parcours__beneficiaire")
    ligne = get_object_or_404(siennes, pk=pk)
    suite = reverse("entreprises:prestation_detail", args=[ligne.prestation_id])
    supprimer(request, ligne, f"{ligne.parcours.beneficiaire} n’y travaille plus.", suite)
    return redirect(suite)
