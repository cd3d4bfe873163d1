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
    return rencontres([rendez_vous], lecteur)[0]


def rencontres(tous, lecteur):
    """The same of several appointments, in their order, each in the time of its own `utilisateur`: three queries."""
    occupent = [rdv for rdv in tous if not rdv.avec or (rdv.accompagne and not rdv.accompagnant)]
    if not occupent:
        return [[] for _ in tous]
    debut, fin = min(rdv.debut for rdv in occupent), max(rdv.fin for rdv in occupent)
    collegues = {rdv.utilisateur_id for rdv in occupent}
    absences = AbsenceCollegue.objects.visibles_par(lecteur).filter(utilisateur__in=collegues)
    absences = list(absences.qui_touchent(debut, fin).order_by("debut"))
    autres = RendezVous.objects.visibles_par(lecteur).filter(utilisateur__in=collegues).qui_occupent()
    autres = autres.qui_touchent(debut, fin).select_related("parcours__beneficiaire").order_by("debut", "pk")
    animees = Intervenant.objects.visibles_par(lecteur).filter(
        utilisateur__in=collegues, seance__annulee_le=None, seance__debut__lt=fin, seance__fin__gt=debut
    )
    pris = absences, list(autres), list(animees.select_related("seance__atelier").order_by("seance__debut"))
    return [[*_ferie(rdv), *_dans(rdv, *pris)] if rdv in occupent else [] for rdv in tous]


def _ferie(rendez_vous):
    jour = timezone.localdate(rendez_vous.debut)
    if nom := feries.nom_du_ferie(jour):
        yield f"Le {en_mots(jour)} est un jour férié : {nom}."


def _dans(rdv, absences, autres, animees):
    """What `rdv` meets of what was read for all."""
    for absence in absences:
        if absence.utilisateur_id == rdv.utilisateur_id and _se_touchent(rdv, absence):
            yield f"Une absence de {rdv.utilisateur} est notée {absence.en_mots}."
            break
    for autre in autres:
        if autre.utilisateur_id == rdv.utilisateur_id and autre.pk != rdv.pk and _se_touchent(rdv, autre):
            yield f"{rdv.utilisateur} a déjà rendez-vous à {_heure(autre)} avec {autre.parcours.beneficiaire}."
    for animee in animees:
        if animee.utilisateur_id == rdv.utilisateur_id and _se_touchent(rdv, animee.seance):
            yield f"{rdv.utilisateur} anime « {animee.seance.atelier.titre} » à {_heure(animee.seance)}."


def _se_touchent(un, autre):
    return un.debut < autre.fin and autre.debut < un.fin


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
