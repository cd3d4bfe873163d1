from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from beneficiaires.enums import GenreAppreciation
from beneficiaires.models import Beneficiaire, Desaccord
from insertion.droits import Droit, droit_requis
from insertion.gabarits import fragment
from insertion.gestes import proposer_retour
from insertion.isolation.historique import Depuis, ecritures
from insertion.isolation.preparees import RequetePreparee, ensemble
from insertion.journal import consigner
from insertion.retours import de_chez_nous, suite
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser
from parcours.enums import GenreEntretien, Mode
from parcours.forms.entretiens import EntretienForm, EntretienUpdateForm
from parcours.models import Action, Entretien, NoteConfidentielle, Parcours, Participant, RendezVous

from .appuis import personne


def initial(request):
    """What a new note starts with: now, here, half an hour; the appointment it answers comes from the address."""
    return {
        "date": timezone.localtime().replace(second=0, microsecond=0),
        "duree_minutes": 30,
        "rendez_vous": request.GET.get("rendez_vous"),
        "genre": request.GET.get("genre", GenreEntretien.INDIVIDUEL),
    }


def _du_rendez_vous(request):
    """What the note of an appointment starts with: its parcours, its hour once begun; outside, where and how far."""
    pk = request.GET.get("rendez_vous", "")
    vises = RendezVous.objects.visibles_par(request.user).filter(pk=pk) if pk.isdecimal() else []
    connus = {}
    for rendez_vous in vises:
        connus["parcours"] = rendez_vous.parcours_id
        if rendez_vous.debut <= timezone.now():
            connus |= {"date": timezone.localtime(rendez_vous.debut), "duree_minutes": rendez_vous.duree_minutes}
        if rendez_vous.avec:
            connus |= {
                "mode": Mode.EXTERIEUR,
                "lieu": rendez_vous.lieu or rendez_vous.interlocuteur[:120],
                "duree_minutes": rendez_vous.duree_minutes,
                "trajet_minutes": rendez_vous.trajet_minutes,
            }
    return connus


#: What one note may write.
ECRITS = (Parcours, Entretien, Participant, Action, RendezVous, NoteConfidentielle)
#: What a note is written about, asked for at each note: its SQL is kept.
_ouverts = RequetePreparee(lambda personne: Parcours.objects.d_une_personne(personne).filter(date_sortie=None))


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def entretien_create(request, pk):
    """Log an entretien: one screen, one save; from Ma journée, the note box alone opens in place."""
    with ensemble():
        fiche = Beneficiaire.objects.demander_fiche(request.user, pk, timezone.localdate())
        parcours = _ouverts.demander(personne=pk)
        depuis = Depuis(*ECRITS) if request.method == "POST" else None
    beneficiaire, ouverts = next(iter(fiche.lire()), None), parcours.lire()
    if beneficiaire is None:
        raise Http404
    form = EntretienForm(
        request.POST or None,
        utilisateur=request.user,
        beneficiaire=beneficiaire,
        ouverts=ouverts,
        initial=initial(request) | _du_rendez_vous(request),
    )
    if request.method == "POST" and form.is_valid():
        form.save()
        fil = f"{beneficiaire.get_absolute_url()}#fil"
        proposer_retour(request, form.recit(), *depuis.ecrites(), retour=fil)
        return redirect(suite(request, fil))
    if request.method == "GET":
        consigner(request, "Saisie d’entretien", pk)
    return page_de_la_note(request, beneficiaire, ouverts, form)


def page_de_la_note(request, beneficiaire, ouverts, form, **contexte):
    """The note box and what helps to write in it; once refused, with all that was typed."""
    contexte |= {
        "beneficiaire": beneficiaire,
        "form": form,
        "parcours": next(iter(ouverts), None),
        "onglet": "parcours",
        "retour": de_chez_nous(request.GET.get("retour")),
        "ecrire": not form.is_bound,  # one comes here to write: the caret is in the note
        "aujourdhui": timezone.localdate(),
        "dernier": Entretien.objects.filter(parcours__beneficiaire=beneficiaire).pour_fiche().first(),
        "actions": Action.objects.ouvertes().filter(parcours__in=ouverts),
    }
    if request.htmx and not form.is_bound:
        contexte |= {"compacte": True, "sur_place": request.get_full_path()}
        return fragment(request, "parcours/_note_sur_place.jinja", contexte)
    return render(request, "parcours/entretien_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_SUIVI)
@sans_ecraser
def entretien_update(request, pk):
    """Correct a note; what a colleague saved meanwhile is shown beside it, never overwritten."""
    entretien = get_object_or_404(Entretien.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    beneficiaire = entretien.parcours.beneficiaire
    form = EntretienUpdateForm(request.POST or None, instance=entretien, utilisateur=request.user)
    if request.method == "POST" and form.is_valid():
        with ecritures(Entretien, Participant) as ecrites:
            form.save()
        fil = f"{beneficiaire.get_absolute_url()}#fil"
        phrase = f"Entretien avec {beneficiaire} corrigé."
        proposer_retour(request, phrase, *ecrites, retour=fil)
        return redirect(suite(request, fil))
    if request.method == "GET":
        form.fields["compte_rendu"].widget.attrs["autofocus"] = True
        consigner(request, "Compte rendu d’entretien", beneficiaire.pk)
    contexte = {"entretien": entretien, "beneficiaire": personne(request, beneficiaire.pk), "form": form}
    contexte["onglet"] = "parcours"
    contexte |= {"parcours": entretien.parcours, "aujourdhui": timezone.localdate()}
    contexte["desaccords"] = Desaccord.objects.sur(GenreAppreciation.ENTRETIEN, [pk])
    return render(request, "parcours/entretien_update.html", contexte, status=422 if form.is_bound else 200)
