"""« Appuis »: what helps somebody besides the accompaniment itself (aids, orientations, training, skills)."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis, peut
from insertion.journal import consigner

from ..competences import acquis
from ..models import AideFinanciere, Orientation, Parcours
from .formations import formations_et_ateliers


@droit_requis(Droit.VOIR_PARCOURS)
def appuis_list(request, pk):
    """The page of one person; each section shows to the roles that may read it."""
    beneficiaire = personne(request, pk)
    consigner(request, "Appuis", pk)
    contexte = entete(beneficiaire) | formations_et_ateliers(request, beneficiaire)
    if peut(request.user, Droit.VOIR_SUIVI):
        contexte["aides"] = list(AideFinanciere.objects.d_une_personne(beneficiaire))
        contexte["orientations"] = [
            {"orientation": orientation, "a_relancer": orientation.est_a_relancer(contexte["aujourdhui"])}
            for orientation in Orientation.objects.d_une_personne(beneficiaire)
        ]
    if request.user.appartenance.structure.emploie:
        contexte["acquis"] = acquis(beneficiaire)
    return render(request, "parcours/appuis_list.html", contexte)


def personne(request, pk):
    """The person of a page, as its header shows them; 404 for whoever may not see them."""
    personnes = Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate())
    return get_object_or_404(personnes, pk=pk)


def parcours_de(request, pk):
    """The parcours of a page; 404 for whoever may not see it."""
    return get_object_or_404(Parcours.objects.visibles_par(request.user).pour_fiche(), pk=pk)


def entete(beneficiaire, parcours=None):
    """What `beneficiaires/_entete.jinja` asks for."""
    parcours = parcours or Parcours.objects.d_une_personne(beneficiaire).first()
    aujourdhui = timezone.localdate()
    return {"beneficiaire": beneficiaire, "parcours": parcours, "aujourdhui": aujourdhui, "onglet": "appuis"}


def formulaire(request, gabarit, parcours, form, **plus):
    """Show a form about the person of `parcours`: 422 with what was typed when it was refused."""
    beneficiaire = personne(request, parcours.beneficiaire_id)
    if request.method == "GET":
        consigner(request, "Appuis", beneficiaire.pk)
    contexte = entete(beneficiaire, parcours) | {"form": form} | plus
    return render(request, gabarit, contexte, status=422 if form.is_bound else 200)
