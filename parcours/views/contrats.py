from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser
from parcours import horloge
from parcours.forms.contrats import AvenantForm, ContratForm, ContratUpdateForm, proposition
from parcours.models import Contrat, FormationSuivie, Parcours

from . import appuis

DOUBLON = "Un collègue vient d’enregistrer quelque chose qui empêche ceci. Rechargez la page pour le voir."


@droit_requis(Droit.VOIR_CONTRATS)
def contrat_list(request, pk):
    """The clock, the contracts from the first to the exit, the PASS with what suspends and prolongs it."""
    parcours = parcours_employeur(request, pk)
    consigner(request, "Contrats", parcours.beneficiaire_id)
    temps, contrats, suspensions, prolongations = horloge.ouvrir(parcours, timezone.localdate())
    contexte = entete(request, parcours) | {
        "horloge": temps,
        "contrats": contrats,
        "suspensions": suspensions,
        "prolongations": prolongations,
        "certifications": FormationSuivie.objects.filter(parcours=parcours).certifiees().order_by("resultat_le"),
        "autres": Parcours.objects.filter(beneficiaire=parcours.beneficiaire_id)
        .exclude(pk=pk)
        .select_related("dispositif"),
    }
    return render(request, "parcours/contrat_list.html", contexte)


@droit_requis(Droit.ECRIRE_CONTRATS)
@une_seule_fois
def contrat_create(request, pk):
    """Write a contract; `?renouvelle=` names the one it renews, `?mois=` how long the dossier proposes."""
    parcours = parcours_employeur(request, pk)
    contrat = Contrat(parcours=parcours, structure_id=parcours.structure_id)
    initial = proposition(parcours, _precedent(request, parcours), _mois(request))
    form = ContratForm(request.POST or None, instance=contrat, initial=initial, utilisateur=request.user)
    return saisir(request, form, parcours, "parcours/contrat_create.html", "Contrat enregistré.")


@droit_requis(Droit.ECRIRE_CONTRATS)
def contrat_update(request, pk):
    """Correct a contract, or end it before its term."""
    contrat = _contrat(request, pk)
    form = ContratUpdateForm(request.POST or None, instance=contrat, utilisateur=request.user)
    return saisir(
        request, form, contrat.parcours, "parcours/contrat_update.html", "Contrat enregistré.", contrat=contrat
    )


@droit_requis(Droit.ECRIRE_CONTRATS)
@une_seule_fois
def avenant_create(request, pk):
    """Change the hours or the end of a contract from a day on."""
    contrat = _contrat(request, pk)
    form = AvenantForm(request.POST or None, contrat=contrat, utilisateur=request.user)
    return saisir(
        request, form, contrat.parcours, "parcours/avenant_create.html", "Avenant enregistré.", contrat=contrat
    )


def parcours_employeur(request, pk):
    """The parcours of a page about contracts; 404 for a stranger, and for a structure that employs nobody."""
    parcours = get_object_or_404(Parcours.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    if not parcours.structure.emploie:
        raise Http404
    return parcours


def entete(request, parcours):
    """What the header and the tab of these pages ask for."""
    beneficiaire = appuis.personne(request, parcours.beneficiaire_id)
    return appuis.entete(beneficiaire, parcours) | {"onglet": "contrat"}


@sans_ecraser
def saisir(request, form, parcours, gabarit, phrase, **contexte):
    """Save `form` and go back to the contracts, or show again what was typed with the sentence of each refusal."""
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                form.save()
        except IntegrityError:  # what the form saw was true a moment ago: the database has the last word
            form.add_error(None, DOUBLON)
        else:
            messages.success(request, phrase)
            return redirect("parcours:contrat_list", parcours.pk)
    if request.method == "GET":
        consigner(request, "Contrats", parcours.beneficiaire_id)
    contexte |= entete(request, parcours) | {"form": form}
    return render(request, gabarit, contexte, status=422 if form.is_bound else 200)


def _contrat(request, pk):
    contrat = get_object_or_404(Contrat.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    if not contrat.parcours.structure.emploie:
        raise Http404
    return contrat


def _precedent(request, parcours):
    cle = request.GET.get("renouvelle", "")
    return parcours.contrats.filter(pk=int(cle)).first() if cle.isdecimal() and len(cle) < 19 else None


def _mois(request):
    mois = request.GET.get("mois", "")
    return int(mois) if mois.isdecimal() and 0 < len(mois) < 3 and int(mois) else None
