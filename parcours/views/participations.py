"""Who is registered and who came: from the séance, on a telephone, one tap a person."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis, peut
from insertion.gestes import proposer_annulation, proposer_retour
from insertion.isolation.historique import ecritures
from insertion.journal import consigner
from insertion.sans_ecraser import sans_ecraser

from ..enums import PresenceSeance
from ..forms.ateliers import AnonymesForm, InscriptionForm, NoteSeanceForm, PersonnesForm, PointageForm
from ..models import MotParticipation, Participation, Seance
from .seances import annoncer_places, contexte_de_seance

REPONSES = 20
#: What goes when somebody leaves the list, the word about them first: undone, they are back before it.
ECRITS = (MotParticipation, Participation)


@droit_requis(Droit.ECRIRE_SUIVI)
def inscription_create(request, pk):
    """Register several people at once; those beyond the seats go to the waiting list."""
    return _choisir(request, pk, venues=False)


@droit_requis(Droit.ANIMER)
def venue_create(request, pk):
    """Note people who came without being registered."""
    return _choisir(request, pk, venues=True)


def _choisir(request, pk, venues):
    """Search people, tick them, search again: what is ticked stays, with JavaScript or without."""
    seance = _seance(request, pk)
    envoyee = request.method == "POST" and not request.htmx and "chercher" not in request.POST
    form = PersonnesForm(request.POST if envoyee else None, utilisateur=request.user)
    if form.is_valid() and not seance.est_annulee:
        _ajouter(request, seance, form.cleaned_data["personnes"], venues)
        return redirect("parcours:seance_detail", pk)
    contexte = {"seance": seance, "form": form, "venues": venues} | _trouvees(request, seance)
    if request.htmx:
        return render(request, "parcours/inscription_create.html#trouvees", contexte)
    return render(request, "parcours/inscription_create.html", contexte, status=422 if form.is_bound else 200)


def _ajouter(request, seance, personnes, venues):
    quand = timezone.now()
    if venues:
        seance.accueillir(personnes, request.user, quand)
        return
    attente = [p for p in seance.inscrire(personnes, quand) if p.attend]
    if attente:
        noms = ", ".join(str(p.beneficiaire) for p in attente)
        messages.warning(request, f"La séance est complète. Sur la liste d’attente : {noms}.")


def _trouvees(request, seance):
    """Those ticked already, then those found (without a search: the people that the user follows)."""
    texte = (request.POST.get("q") or request.GET.get("q", "")).replace("\x00", "").strip()
    deja = Participation.objects.filter(seance=seance).values("beneficiaire")
    visibles = Beneficiaire.objects.visibles_par(request.user).exclude(pk__in=deja)
    cochees = {int(pk) for pk in request.POST.getlist("personnes") if pk.isdecimal() and len(pk) < 19}
    choisies = list(visibles.filter(pk__in=cochees).pour_choix().order_by("tri", "pk"))
    autres = visibles.exclude(pk__in=cochees)
    trouvees = autres.cherche(texte) if texte else autres.suivies_par(request.user).order_by("tri", "pk")
    consigner(request, "recherche" if texte else "inscriptions à un atelier")
    return {"texte": texte, "choisies": choisies, "trouvees": list(trouvees.pour_choix()[:REPONSES])}


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def inscription_delete(request, pk):
    """Take somebody off the list; the first who waits gets the seat."""
    siennes = Participation.objects.visibles_par(request.user).select_related("seance__atelier", "beneficiaire")
    participation = get_object_or_404(siennes, pk=pk)
    seance, nom = participation.seance, str(participation.beneficiaire)
    with ecritures(*ECRITS) as ecrites:
        appeles = seance.desinscrire(participation, timezone.now())
    suite = reverse("parcours:seance_detail", args=[seance.pk])
    proposer_retour(request, f"{nom} n’est plus sur la liste.", *ecrites, retour=suite)
    annoncer_places(request, appeles)
    return redirect(suite)


@droit_requis(Droit.ANIMER)
@require_POST
def seance_pointage(request, pk):
    """One tap: present, excused, absent; the same tap again takes it back. « Tous présents » is one tap too."""
    seance = _seance(request, pk)
    donnees = request.GET.copy()
    donnees.update(request.POST)
    form = PointageForm(donnees, seance=seance)
    if not form.is_valid() or seance.est_annulee:
        return HttpResponseBadRequest("Cette présence ne peut pas être notée.")
    presence, visees = form.cleaned_data["presence"], form.visees(seance)
    if presence == "" and not peut(request.user, Droit.ECRIRE_SUIVI):
        visees = visees.exclude(inscrit_at=None)  # a word that they may not read may be written about a walk-in
    pks = list(visees.values_list("pk", flat=True))
    appeles = seance.pointer(visees, presence, request.user, timezone.now())
    annoncer_places(request, appeles)
    if form.cleaned_data["tous"]:
        return _tous(request, seance, pks)
    if not request.htmx:
        return redirect("parcours:seance_detail", pk)
    contexte = contexte_de_seance(request, seance)
    contexte["p"] = next((p for p in contexte["liste"] if p.pk in pks), None)
    if appeles or len(pks) != 1 or any(p.pk in pks for p in contexte["attente"]):
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "parcours/seance_detail.html#pointee", contexte)


def _tous(request, seance, pks):
    retour = (
        f"{reverse('parcours:seance_pointage', args=[seance.pk])}?{urlencode({'participation': pks}, doseq=True)}"
    )
    phrase = f"{len(pks)} personnes notées présentes." if len(pks) > 1 else "Tout le monde est noté."
    if not request.htmx:
        proposer_annulation(request, phrase, retour)
        return redirect("parcours:seance_detail", seance.pk)
    response = render(request, "parcours/seance_detail.html#feuille", contexte_de_seance(request, seance))
    return proposer_annulation(request, phrase, retour, response)


@droit_requis(Droit.ANIMER)
@require_POST
def seance_anonymes(request, pk):
    """How many came without giving their name."""
    seance = _seance(request, pk)
    form = AnonymesForm(request.POST)
    if form.is_valid():
        Seance.objects.filter(pk=seance.pk).update(anonymes=form.cleaned_data["anonymes"])
        return redirect("parcours:seance_detail", pk)
    contexte = contexte_de_seance(request, seance) | {"form_anonymes": form}
    return render(request, "parcours/seance_detail.html", contexte, status=422)


@droit_requis(Droit.ECRIRE_SUIVI)
@sans_ecraser
def seance_note(request, pk):
    """One note for all those present, and a word for some; two people who write at once see both texts."""
    seance = _seance(request, pk)
    feuille = seance.participations.pour_feuille()
    # A word about somebody marked absent meanwhile is written all the same.
    presentes = [
        p for p in feuille if p.presence == PresenceSeance.PRESENT or request.POST.get(NoteSeanceForm.nom(p))
    ]
    form = NoteSeanceForm(request.POST or None, instance=seance, participations=presentes, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, f"La note est dans le fil de {len(presentes)} personne{'s'[: len(presentes) > 1]}.")
        return redirect("parcours:seance_detail", pk)
    consigner(request, "note d’une séance d’atelier")
    contexte = {"seance": seance, "form": form}
    return render(request, "parcours/seance_note.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_SUIVI)
@require_POST
def participation_create(request, pk):
    """Register somebody to a séance, from their own page."""
    beneficiaire = get_object_or_404(Beneficiaire.objects.visibles_par(request.user), pk=pk)
    form = InscriptionForm(
        request.POST, utilisateur=request.user, beneficiaire=beneficiaire, maintenant=timezone.now()
    )
    if not form.is_valid():
        messages.error(request, "Cette séance n’est plus ouverte, ou la personne y est déjà inscrite.")
        return redirect("parcours:appuis_list", pk)
    seance = form.cleaned_data["seance"]
    attend = any(p.attend for p in seance.inscrire([beneficiaire], timezone.now()))
    phrase = "sur la liste d’attente de" if attend else "inscrit·e à"
    messages.success(request, f"{beneficiaire} est {phrase} « {seance.atelier} ».")
    return redirect("parcours:appuis_list", pk)


def _seance(request, pk):
    return get_object_or_404(Seance.objects.visibles_par(request.user).pour_fiche(), pk=pk)
