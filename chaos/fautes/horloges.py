"""F4: two beats and two workers, one of them an hour ahead; then the two nights that change the hour.

Clocks are moved in the processes of the worker and of beat (`chaos.horloge`); the machine's stays where it is.
"""

import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from insertion.isolation.contexte import contexte
from insertion.models import Utilisateur
from outillage.processus import pause
from parcours.models import Parcours, RendezVous
from pilotage import rappels

from .. import faits
from ..compte_rendu import Resultat
from ..instance import Instance
from .travailleurs_tues import bilan, tout_est_dit

TITRE = "deux calendriers, une heure d’avance, nuits du changement d’heure"
PARIS = ZoneInfo("Europe/Paris")
INVITES = 25
HEURE = datetime.strptime("02:20", "%H:%M").time()
AUTOMNE, PRINTEMPS = datetime(2025, 10, 26, tzinfo=PARIS), datetime(2026, 3, 29, tzinfo=PARIS)
#: Seconds given to a worker to be there before the hour comes, then to the hour to be past.
AVANCE, SUITE = 30, 60


def eprouver(une: Instance) -> Resultat:
    une.neuve()
    attendus = faits.inviter(INVITES)
    debut = time.time()
    une.demarrer("taches", "taches-avance", avance=3600)
    une.demarrer("calendrier", "calendrier-avance", avance=3600)
    fin = une.attendre(lambda: tout_est_dit(attendus), 180)
    resultat = bilan(une, attendus, f"{attendus} envois avec deux calendriers", None, fin)
    for nuit, instants, attendue in (
        ("26/10/2025", (_a(AUTOMNE, 2, 20, fold=0), _a(AUTOMNE, 2, 20, fold=1)), "02:20"),
        ("29/03/2026", (_a(PRINTEMPS, 3, 0),), "03:00"),
    ):
        _une_nuit(une, resultat, nuit, instants, attendue)
    resultat.essais += ", deux nuits"
    resultat.notes.append(f"en tout {time.time() - debut:.0f} s")
    return resultat


def _a(jour: datetime, heure: int, minute: int, fold: int = 0) -> datetime:
    return jour.replace(hour=heure, minute=minute, fold=fold)


def _une_nuit(une: Instance, resultat: Resultat, nuit: str, instants: tuple[datetime, ...], attendue: str) -> None:
    """Let each of these instants come, once, for a digest that is asked for at 02:20."""
    une.neuve(())
    destinataires = _prevoir(instants[0])
    vues = []
    for instant in instants:
        avance = instant.timestamp() - AVANCE - time.time()
        for serveur in ("taches", "calendrier"):
            une.demarrer(serveur, avance=avance, RYTHME="0")
        pause(AVANCE + SUITE)
        for serveur in ("taches", "calendrier"):
            une.arreter(serveur)
        vues += [datetime.fromtimestamp(recu.at + avance, PARIS) for recu in une.passerelles.recus[len(vues) :]]
    resultat.perdus += destinataires - len({recu.a_qui for recu in une.passerelles.recus})
    resultat.doubles += une.passerelles.en_double()
    heures = sorted({f"{vue:%H:%M}" for vue in vues})
    retards = [vue.timestamp() - instants[0].timestamp() for vue in vues]
    resultat.exiger(
        all(0 <= retard <= SUITE for retard in retards),
        f"nuit du {nuit} : rappels partis à {heures}, attendus à {attendue}",
    )
    resultat.notes.append(f"nuit du {nuit} : {len(vues)} courriels, à {' et '.join(heures)} (demandés à 02:20)")


def _prevoir(instant: datetime) -> int:
    """Give each chargé d'insertion an appointment that day, hence a reminder, and ask for the digest at 02:20."""
    jour = instant.astimezone(PARIS).date()
    Utilisateur.objects.update(heure_courriel=HEURE)
    for structure in faits.structures():
        with contexte(structure, origine=faits.ORIGINE):
            parcours = Parcours.objects.filter(date_sortie__isnull=True).order_by("pk").first()
            for collegue in Utilisateur.objects.de_la_structure(structure, jour):
                debut = timezone.make_aware(datetime.combine(jour, datetime.min.time()), PARIS) + timedelta(hours=14)
                RendezVous.objects.create(parcours=parcours, utilisateur=collegue, debut=debut)
        rappels.recalculer(structure, jour)
    return _avec_rappel()


def _avec_rappel() -> int:
    from pilotage.models import Rappel  # noqa: PLC0415

    with faits.partout():
        return Rappel.objects.actifs().values("utilisateur").distinct().count()
