"""The local network seen from one person: whom one looks for, what a scheme asks of them, what is proposed."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from beneficiaires.models import Beneficiaire
from entreprises.enums import GenreDispositif, GenreFiche
from entreprises.forms.reseau import RechercheForm
from entreprises.models import DispositifLocal
from entreprises.recherche import MODELES
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner

from ..models import Parcours
from ..reseau import faits_de, verifier
from .appuis import entete, personne
from .sans_parcours import ouvrir_d_abord

PAR_PAGE = 50


@droit_requis(Droit.VOIR_PARCOURS)
def reseau_personne(request, pk):
    """For whom one looks in the network: a fragment, the network itself does not know people."""
    beneficiaire = get_object_or_404(Beneficiaire.objects.visibles_par(request.user), pk=pk)
    consigner(request, "Recherche dans le réseau", pk)
    return render(request, "parcours/reseau_personne.html", {"beneficiaire": beneficiaire})


@droit_requis(Droit.VOIR_SUIVI)
def conditions_list(request, pk):
    """Each scheme of the territory beside what is known of somebody (metier.md §1 row 48)."""
    beneficiaire = personne(request, pk)
    consigner(request, "Dispositifs et conditions", pk)
    contexte = entete(beneficiaire)
    dispositifs = DispositifLocal.objects.visibles_par(request.user).actifs().pour_liste()
    page = Paginator(dispositifs, PAR_PAGE).get_page(request.GET.get("page"))
    faits = faits_de(beneficiaire, contexte["aujourdhui"])
    contexte |= {"page": page, "lignes": [(dispositif, verifier(dispositif, faits)) for dispositif in page]}
    gabarit = "parcours/conditions_list.html"
    return render(request, f"{gabarit}#liste" if request.htmx else gabarit, contexte)


@droit_requis(Droit.ECRIRE_SUIVI)
def proposition(request, genre, pk):
    """From an entry of the network to the form that proposes it to the person one looks for, in their parcours."""
    pour = RechercheForm(request.GET, request.session)
    beneficiaire = get_object_or_404(Beneficiaire.objects.visibles_par(request.user), pk=pour.lu("personne"))
    if genre not in MODELES:
        raise Http404
    choisie = get_object_or_404(MODELES[genre].objects.visibles_par(request.user), pk=pk)
    parcours = Parcours.objects.d_une_personne(beneficiaire).first()
    if parcours is None:
        return ouvrir_d_abord(request, beneficiaire.pk, "ce que vous proposez")
    return redirect(_formulaire(parcours, choisie, pour.lu("pour") or ""))


def _formulaire(parcours, fiche, pour):
    """The address of the form: money is asked for, a training proposed, anybody else is somebody to be sent to."""
    if fiche.genre == GenreFiche.FORMATION:
        return _adresse("formation_create", parcours.beneficiaire_id, {"formation": fiche.pk})
    if fiche.genre == GenreFiche.DISPOSITIF and fiche.nature != GenreDispositif.ACCOMPAGNEMENT:
        return _adresse("aide_create", parcours.pk, {"dispositif": fiche.pk})
    partenaire = fiche.pk if fiche.genre == GenreFiche.PARTENAIRE else fiche.organisme_id
    return _adresse("orientation_create", parcours.pk, {"partenaire": partenaire or "", "pour": pour})


def _adresse(vue, pk, parametres):
    return f"{reverse(f'parcours:{vue}', args=[pk])}?{urlencode(parametres)}"
