from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion import pastilles
from insertion.brouillons import demander_la_reprise, dire_la_reprise
from insertion.droits import Droit, droit_requis, peut
from insertion.fil import montrer_le_fil, tranche_du_fil
from insertion.gabarits import fragment
from insertion.isolation.preparees import RequetePreparee, ensemble
from insertion.journal import consigner
from insertion.retours import suite
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser
from parcours import fil
from parcours.evolution import mesurer
from parcours.fil import FILTRES
from parcours.forms.entretiens import note_vierge
from parcours.forms.parcours import ParcoursForm, ParcoursUpdateForm
from parcours.horloge import puces
from parcours.models import Action, Evaluation, Parcours, RendezVous
from parcours.radar import radar

from .appuis import personne
from .entretiens import initial


@droit_requis(Droit.VOIR_PARCOURS)
def personne_detail(request, pk):
    """The working page: the note box, the thread, the radar, the next steps."""
    with ensemble():
        fiche = Beneficiaire.objects.demander_fiche(request.user, pk, timezone.localdate())
        demandes, tranche = _demander(request, pk), tranche_du_fil(request, FILTRES)
        consigner(request, "Fil du parcours", pk)  # undone with the rest when nobody is there
        demandes["fil"] = fil.demander(pk, **tranche)  # takes the longest: read last, after what else the page shows
        beneficiaire = next(iter(fiche.lire()), None)
        if beneficiaire is None:
            raise Http404
        contexte = _entete(beneficiaire, demandes["parcours"].lire())
        contexte["puces"] = puces(contexte["parcours"], timezone.localdate())
        if not request.htmx:
            contexte |= _autour(request, contexte, demandes)
        evenements = fil.lire(demandes["fil"])
        contexte |= montrer_le_fil(evenements, FILTRES, tranche)
        contexte["contacts"] = fil.derniers_contacts(evenements)
    if request.htmx:
        return fragment(request, "parcours/_fil_section.jinja", contexte)
    return render(request, "parcours/personne_detail.html", contexte)


def _demander(request, pk):
    """Send what the page asks of the database beside the thread, {name: `Demande`}."""
    contrats = request.user.appartenance.structure.emploie and peut(request.user, Droit.VOIR_CONTRATS)
    suivi = peut(request.user, Droit.VOIR_SUIVI)
    demandes = {"parcours": _parcours.demander(contrats, suivi, personne=pk, le=timezone.localdate())}
    if not request.htmx:
        if peut(request.user, Droit.VOIR_DIAGNOSTIC):
            demandes["evaluations"] = _evaluations.demander(personne=pk)
        pastilles.demander(request)
        if peut(request.user, Droit.ECRIRE_SUIVI):
            demandes["reprise"] = demander_la_reprise(request.user, f"entretien:{pk}")
        demandes["actions"] = _actions.demander(personne=pk)
        demandes["rendez_vous"] = _rendez_vous.demander(personne=pk, maintenant=timezone.now())
    return demandes


def _autour(request, contexte, demandes):
    """What stands around the thread: the note box above it, the radar and the next steps beside it."""
    autour = {}
    if "reprise" in demandes:
        ouverts = [parcours for parcours in contexte["tous_les_parcours"] if parcours.date_sortie is None]
        autour |= {"form": note_vierge(request.user, ouverts, initial(request)), "compacte": True}
        autour["reprise"] = dire_la_reprise(demandes["reprise"])
    if "evaluations" in demandes:
        suite = mesurer(demandes["evaluations"].lire(), contexte["parcours"])
        autour |= {"evolution": suite, "radar": radar(suite)}
    return autour | {nom: demandes[nom].lire() for nom in ("actions", "rendez_vous")}


def _parcours_lus(contrats, suivi, personne, le):
    """Every parcours of somebody, with its clock for who reads contracts, the silence expected for who follows."""
    lus = Parcours.objects.d_une_personne(personne)
    lus = lus.avec_horloge(le) if contrats else lus
    return lus.avec_silence(le) if suivi else lus


# What this page reads at each opening, written once.
_parcours = RequetePreparee(_parcours_lus)
_evaluations = RequetePreparee(lambda personne: Evaluation.objects.d_une_personne(personne))
_actions = RequetePreparee(lambda personne: Action.objects.ouvertes().filter(parcours__beneficiaire=personne))
_rendez_vous = RequetePreparee(
    lambda personne, maintenant: (
        RendezVous.objects.prevus().a_venir(maintenant).filter(parcours__beneficiaire=personne)[:3]
    )
)


def _entete(beneficiaire, parcours):
    """What `beneficiaires/_entete.jinja` asks for; the current parcours is the first, open ones coming first."""
    return {
        "beneficiaire": beneficiaire,
        "tous_les_parcours": parcours,
        "parcours": next(iter(parcours), None),
        "aujourdhui": timezone.localdate(),
        "onglet": "parcours",
    }


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def parcours_create(request, pk):
    """Open a parcours for somebody."""
    beneficiaire = get_object_or_404(
        Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate()), pk=pk
    )
    parcours = Parcours(beneficiaire=beneficiaire, structure_id=beneficiaire.structure_id)
    form = ParcoursForm(request.POST or None, instance=parcours, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(suite(request, beneficiaire))
    consigner(request, "Parcours", pk)
    contexte = _entete(beneficiaire, []) | {"form": form}
    return render(request, "parcours/parcours_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_SUIVI)
@sans_ecraser
def parcours_update(request, pk):
    """Correct the dates, the prescripteur, the PASS of a parcours."""
    parcours = get_object_or_404(Parcours.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    consigner(request, "Parcours", parcours.beneficiaire_id)
    form = ParcoursUpdateForm(request.POST or None, instance=parcours, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(suite(request, parcours.beneficiaire))
    contexte = _entete(personne(request, parcours.beneficiaire_id), [parcours]) | {"form": form}
    return render(request, "parcours/parcours_update.html", contexte, status=422 if form.is_bound else 200)
