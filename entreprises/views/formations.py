from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from insertion.droits import Droit, droit_requis
from insertion.gestes import supprimer
from insertion.saisie_unique import une_seule_fois

from ..forms.formations import FormationForm, FormationUpdateForm, SessionForm, SessionUpdateForm
from ..models import Formation, SessionFormation
from .fiches import enregistrer, nouvelle, page_de_fiche, sessions


@droit_requis(Droit.VOIR_ENTREPRISES)
def formation_detail(request, pk):
    """One training of the catalogue: what it asks, what it leads to, when it is given next."""
    formation = _formation(request, pk)
    return page_de_fiche(request, formation, sessions=sessions(formation, timezone.localdate()))


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@une_seule_fois
def formation_create(request):
    """Add a training to the catalogue, from its partner when the address names one."""
    initial = {"organisme": request.GET.get("organisme")}
    form = FormationForm(
        request.POST or None, instance=nouvelle(Formation, request), initial=initial, utilisateur=request.user
    )
    return enregistrer(request, form, "entreprises/formation_create.html", "« {} » est dans le catalogue.")


@droit_requis(Droit.ECRIRE_ENTREPRISES)
def formation_update(request, pk):
    """Correct a training, or take it out of what is proposed."""
    formation = _formation(request, pk)
    nom = str(formation)
    form = FormationUpdateForm(request.POST or None, instance=formation, utilisateur=request.user)
    gabarit = "entreprises/formation_update.html"
    return enregistrer(request, form, gabarit, "Formation enregistrée.", nom=nom, fiche=formation)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@une_seule_fois
def session_create(request, pk):
    """Say when a training is given next."""
    formation = _formation(request, pk)
    session = SessionFormation(structure_id=formation.structure_id, formation=formation)
    form = SessionForm(request.POST or None, instance=session, utilisateur=request.user)
    return _session(request, form, "entreprises/session_create.html", formation)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
def session_update(request, pk):
    """Correct the dates of a session."""
    session = _trouver_session(request, pk)
    form = SessionUpdateForm(request.POST or None, instance=session, utilisateur=request.user)
    return _session(request, form, "entreprises/session_update.html", session.formation, session=session)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@require_POST
def session_delete(request, pk):
    """Take away a session that will not be."""
    session = _trouver_session(request, pk)
    suite = session.formation.get_absolute_url()
    supprimer(request, session, f"La session du {session.debut:%d/%m/%Y} est retirée.", suite)
    return redirect(suite)


def _session(request, form, gabarit, formation, **plus):
    def suite(session):
        return session.formation

    return enregistrer(request, form, gabarit, "Session enregistrée.", suite, formation=formation, **plus)


def _trouver_session(request, pk):
    sessions_vues = SessionFormation.objects.visibles_par(request.user).select_related("formation")
    return get_object_or_404(sessions_vues, pk=pk)


def _formation(request, pk):
    return get_object_or_404(Formation.objects.visibles_par(request.user).pour_fiche(), pk=pk)
