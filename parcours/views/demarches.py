from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser
from parcours import temps
from parcours.autonomie import dessiner, suivre
from parcours.forms.demarches import DemarcheForm, DemarcheUpdateForm
from parcours.models import Demarche, Parcours, Passage, RendezVous

from .appuis import personne
from .sans_parcours import ouvrir_d_abord

PAR_PAGE = 50
RENDEZ_VOUS = 30


@droit_requis(Droit.VOIR_SUIVI)
def demarche_list(request, pk):
    """« Démarches et rendez-vous »: what was done, by whom, what is expected, and the time that it all took."""
    aujourdhui = timezone.localdate()
    beneficiaire = get_object_or_404(Beneficiaire.objects.visibles_par(request.user).pour_fiche(aujourdhui), pk=pk)
    consigner(request, "Démarches et rendez-vous", pk)
    parcours = list(Parcours.objects.d_une_personne(beneficiaire))
    demarches = Demarche.objects.visibles_par(request.user).d_une_personne(beneficiaire)
    autonomie = suivre(demarches.values_list("date", "fait"), le=aujourdhui)
    du, au = _periode(request, parcours, aujourdhui)
    contexte = _entete(beneficiaire, next(iter(parcours), None)) | {
        "page": Paginator(demarches.pour_liste(), PAR_PAGE).get_page(request.GET.get("page")),
        "a_relancer": list(demarches.a_relancer(aujourdhui).order_by("relance", "pk")[:PAR_PAGE]),
        "autonomie": autonomie,
        "dessin": dessiner(autonomie),
        "temps": temps.passe(parcours, du, au),
        "passages": Passage.objects.filter(beneficiaire=beneficiaire, date__range=(du, au)).count(),
    }
    return render(request, "parcours/demarche_list.html", contexte | _rendez_vous(request, parcours))


def _rendez_vous(request, parcours):
    """The appointments to come, and the latest that have passed."""
    tous = RendezVous.objects.visibles_par(request.user).filter(parcours__in=parcours).pour_liste()
    tous = tous.prefetch_related("envois")
    recents = list(tous[:RENDEZ_VOUS])
    maintenant = timezone.now()
    return {
        "a_venir": [r for r in reversed(recents) if r.debut >= maintenant],
        "passes": [r for r in recents if r.debut < maintenant],
    }


def _periode(request, parcours, aujourdhui):
    """The days asked for, else from the entry in the current parcours to today."""
    entree = parcours[0].date_entree if parcours else aujourdhui
    du, au = (_jour(request.GET.get(nom)) for nom in ("du", "au"))
    du, au = du or min(entree, aujourdhui), au or aujourdhui
    return (du, au) if du <= au else (au, du)


def _jour(texte):
    try:
        return parse_date(texte or "")
    except ValueError:
        return None


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def demarche_create(request, pk):
    """Note an errand, on the latest parcours of the person."""
    beneficiaire = get_object_or_404(
        Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate()), pk=pk
    )
    parcours = Parcours.objects.d_une_personne(beneficiaire).first()
    if parcours is None:
        return ouvrir_d_abord(request, pk, "la démarche")
    demarche = Demarche(parcours=parcours, auteur=request.user, structure_id=parcours.structure_id)
    initial = {"date": timezone.localdate()}
    form = DemarcheForm(request.POST or None, instance=demarche, initial=initial, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Démarche notée.")
        return redirect("parcours:demarche_list", pk)
    consigner(request, "Démarche", pk)
    contexte = _entete(beneficiaire, parcours) | {"form": form}
    return render(request, "parcours/demarche_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_SUIVI)
@sans_ecraser
def demarche_update(request, pk):
    """Correct an errand, or write the answer that came."""
    demarche = get_object_or_404(Demarche.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    beneficiaire = demarche.parcours.beneficiaire
    form = DemarcheUpdateForm(request.POST or None, instance=demarche, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("parcours:demarche_list", beneficiaire.pk)
    if request.method == "GET":
        consigner(request, "Démarche", beneficiaire.pk)
    contexte = _entete(personne(request, beneficiaire.pk), demarche.parcours) | {"form": form, "demarche": demarche}
    return render(request, "parcours/demarche_update.html", contexte, status=422 if form.is_bound else 200)


def _entete(beneficiaire, parcours):
    return {
        "beneficiaire": beneficiaire,
        "parcours": parcours,
        "aujourdhui": timezone.localdate(),
        "onglet": "demarches",
    }
