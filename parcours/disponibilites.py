"""What an appointment meets in the time of the colleague who holds it: said in words, never forbidden."""

from django.utils import timezone

from insertion import feries
from insertion.models import AbsenceCollegue
from insertion.texte import en_mots

from .models import Intervenant, RendezVous


def avertissements(rendez_vous, lecteur):
    """Return what the reader should know of the hours of `rendez_vous`, a list of French sentences; three queries.

    Only an appointment that takes time of its `utilisateur` is looked at, and only what `lecteur` may read is told.
    """
    if rendez_vous.avec and (not rendez_vous.accompagne or rendez_vous.accompagnant):
        return []
    return [*_ferie(rendez_vous), *_absence(rendez_vous, lecteur), *_ensemble(rendez_vous, lecteur)]


def _ferie(rendez_vous):
    jour = timezone.localdate(rendez_vous.debut)
    if nom := feries.nom_du_ferie(jour):
        yield f"Le {en_mots(jour)} est un jour férié : {nom}."


def _absence(rendez_vous, lecteur):
    absences = AbsenceCollegue.objects.visibles_par(lecteur).filter(utilisateur=rendez_vous.utilisateur_id)
    if absence := absences.qui_touchent(rendez_vous.debut, rendez_vous.fin).first():
        yield f"Une absence de {rendez_vous.utilisateur} est notée {absence.en_mots}."


def _ensemble(rendez_vous, lecteur):
    autres = RendezVous.objects.visibles_par(lecteur).filter(utilisateur=rendez_vous.utilisateur_id).qui_occupent()
    autres = autres.qui_touchent(rendez_vous.debut, rendez_vous.fin).exclude(pk=rendez_vous.pk)
    for autre in autres.select_related("parcours__beneficiaire").order_by("debut", "pk"):
        yield f"{rendez_vous.utilisateur} a déjà rendez-vous à {_heure(autre)} avec {autre.parcours.beneficiaire}."
    animees = Intervenant.objects.visibles_par(lecteur).filter(
        utilisateur=rendez_vous.utilisateur_id,
        seance__annulee_le=None,
        seance__debut__lt=rendez_vous.fin,
        seance__fin__gt=rendez_vous.debut,
    )
    for animee in animees.select_related("seance__atelier").order_by("seance__debut"):
        titre = animee.seance.atelier.titre
        yield f"{rendez_vous.utilisateur} anime « {titre} » à {_heure(animee.seance)}."


def _heure(objet):
    return en_mots(timezone.localtime(objet.debut), r"G \h i")
