"""Two fragments that answer while somebody types: who is it, and do we know them already."""

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis, peut
from insertion.journal import consigner

from ..forms import ComparaisonForm, ressemblances_a_montrer
from ..models import Beneficiaire

REPONSES = 8
#: What the palette was opened for → the page that writes it.
SAISIES = {"entretien": "parcours:entretien_create", "contact": "parcours:contact_create"}


@droit_requis(Droit.VOIR_PERSONNES)
def recherche(request):
    """The people found, for the palette; `mode` may lead straight to a new note, or quick contact, about them."""
    texte = request.GET.get("q", "").replace("\x00", "").strip()
    personnes = []
    if texte:
        consigner(request, "recherche")
        personnes = Beneficiaire.objects.visibles_par(request.user).cherche(texte).pour_choix()[:REPONSES]
    contexte = {"personnes": personnes, "texte": texte, "adresse": _adresse(request)}
    contexte["tout"] = request.GET.get("mode") not in SAISIES
    return render(request, "beneficiaires/recherche.html", contexte)


def _adresse(request):
    """The two ends of the address that an answer opens."""
    nom = "beneficiaires:beneficiaire_detail"
    saisie = SAISIES.get(request.GET.get("mode"))
    if saisie and peut(request.user, Droit.ECRIRE_SUIVI):
        nom = saisie
    elif peut(request.user, Droit.VOIR_PARCOURS):
        nom = "parcours:personne_detail"
    avant, _, apres = reverse(nom, args=[0]).partition("0")
    return {"avant": avant, "apres": apres}


@droit_requis(Droit.MODIFIER_PERSONNES)
@require_POST
def doublons(request):
    """People who look like what is typed so far. POST, so that nothing typed reaches an address or a log."""
    form = ComparaisonForm(request.POST)
    form.is_valid()
    ressemblantes = ressemblances_a_montrer(form.cleaned_data, request.POST.getlist("ecartees"))
    if ressemblantes:
        consigner(request, "recherche de doublons")
    contexte = {
        "ressemblantes": ressemblantes,
        "ecartees": request.POST.getlist("ecartees"),
        "suite": request.POST.get("suite"),
    }
    return render(request, "beneficiaires/doublons.html", contexte)
