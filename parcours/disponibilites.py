"""What an appointment meets in the time of the colleague who holds it: said in words, never forbidden.

And the slot that is proposed instead of one to which the person did not come.
"""

from datetime import datetime, timedelta

from django.utils import timezone

from insertion import feries
from insertion.jours import bornes
from insertion.models import AbsenceCollegue
from insertion.texte import en_mots

from .models import Intervenant, RendezVous

#: The same hour a week later, else one of the days that follow.
UNE_SEMAINE, ESSAIS = timedelta(days=7), 14


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


def creneaux_proposes(manques, utilisateur, le):
    """Return {id: instant} of what is proposed instead of each of `manques`, appointments of `utilisateur`.

    The same hour a week later, else the next working day at which `utilisateur` is free; never before the day after
    `le`. Three queries, whatever the number of appointments; one that finds nothing free has no proposal.
    """
    jours = {rdv.pk: _jours(rdv, le) for rdv in manques}
    bornes = [jour for siens in jours.values() for jour in siens]
    if not bornes:
        return {}
    pris = _pris(utilisateur, min(bornes), max(bornes))
    proposes = {}
    for rdv in manques:
        heure, duree = timezone.localtime(rdv.debut).time(), rdv.fin - rdv.debut
        debuts = (timezone.make_aware(datetime.combine(jour, heure)) for jour in jours[rdv.pk])
        debut = next((d for d in debuts if not any(a < d + duree and b > d for a, b in pris)), None)
        if debut is not None:
            proposes[rdv.pk] = debut
            pris.append((debut, debut + duree))
    return proposes


def _jours(rendez_vous, le):
    """The working days that follow, from a week later on."""
    premier = max(timezone.localdate(rendez_vous.debut) + UNE_SEMAINE, le + timedelta(days=1))
    suivants = (premier + timedelta(days=rang) for rang in range(ESSAIS))
    return [jour for jour in suivants if jour.weekday() < 5 and not feries.nom_du_ferie(jour)]


def _pris(utilisateur, du, au):
    """[(start, end)] of all that takes the time of `utilisateur` between two days."""
    rendez_vous = RendezVous.objects.visibles_par(utilisateur).filter(utilisateur=utilisateur).qui_occupent().prevus()
    debut, fin = bornes(du, au)
    seances = Intervenant.objects.visibles_par(utilisateur).filter(utilisateur=utilisateur, seance__annulee_le=None)
    seances = seances.filter(seance__debut__lt=fin, seance__fin__gt=debut)
    absences = AbsenceCollegue.objects.visibles_par(utilisateur).filter(utilisateur=utilisateur)
    return [
        *((rdv.debut, rdv.fin) for rdv in rendez_vous.entre(du, au)),
        *seances.values_list("seance__debut", "seance__fin"),
        *absences.qui_touchent(debut, fin).values_list("debut", "fin"),
    ]
