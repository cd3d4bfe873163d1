from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from parcours.forms.notes import NoteConfidentielleForm, ObservationForm
from parcours.models import Competence, NoteConfidentielle, Observation, Parcours

from .appuis import personne
from .sans_parcours import ouvrir_d_abord


def _ecrire(request, pk, modele, formulaire, nom, options=lambda parcours: {}):
    """Write a short dated text about somebody, on their current parcours; `options(parcours)` go to the form."""
    beneficiaire = get_object_or_404(
        Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate()), pk=pk
    )
    parcours = Parcours.objects.d_une_personne(beneficiaire).first()
    if parcours is None:
        return ouvrir_d_abord(request, pk, "ce que vous notez")
    texte = modele(parcours=parcours, auteur=request.user, date=timezone.now(), structure_id=parcours.structure_id)
    form = formulaire(request.POST or None, instance=texte, utilisateur=request.user, **options(parcours))
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(f"{beneficiaire.get_absolute_url()}#fil")
    consigner(request, modele._meta.verbose_name.capitalize(), pk)
    contexte = {"beneficiaire": beneficiaire, "parcours": parcours, "form": form, "onglet": "parcours"}
    contexte["aujourdhui"] = timezone.localdate()
    return render(request, f"parcours/{nom}_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.OBSERVER)
@une_seule_fois
def observation_create(request, pk):
    """What was seen at the workplace, shared with the team."""
    return _ecrire(request, pk, Observation, ObservationForm, "observation", _du_poste(request))


def _du_poste(request):
    """Where people work, the form asks about presence, events and the skills of the post."""
    if not request.user.appartenance.structure.emploie:
        return lambda parcours: {}
    competences = Competence.objects.visibles_par(request.user)
    return lambda parcours: {"competences": competences.du_poste(parcours.dispositif_id)}


@droit_requis(Droit.VOIR_CONFIDENTIEL)
@une_seule_fois
def note_confidentielle_create(request, pk):
    """A working note for its author and the chef de service only."""
    return _ecrire(request, pk, NoteConfidentielle, NoteConfidentielleForm, "note_confidentielle")


@droit_requis(Droit.VOIR_CONFIDENTIEL)
def note_confidentielle_detail(request, pk):
    """Show one confidential note; each reading is recorded."""
    note = get_object_or_404(NoteConfidentielle.objects.visibles_par(request.user).pour_fiche(), pk=pk)
    beneficiaire = personne(request, note.parcours.beneficiaire_id)
    consigner(request, "Note confidentielle", beneficiaire.pk)
    contexte = {"note_confidentielle": note, "beneficiaire": beneficiaire, "parcours": note.parcours}
    contexte |= {"onglet": "parcours", "aujourdhui": timezone.localdate()}
    gabarit = "parcours/note_confidentielle_detail.html"
    return render(request, f"{gabarit}#note" if request.htmx else gabarit, contexte)
