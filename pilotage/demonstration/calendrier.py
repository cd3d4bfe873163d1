"""Days on which people work, hours at which they meet, and dates in words."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

JOURS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
MOIS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
FERIES = {(1, 1), (1, 5), (8, 5), (14, 7), (15, 8), (1, 11), (11, 11), (25, 12)}
MOIS_MOYEN = 30.44


def jour_ouvre(jour):
    """The day itself, or the next one that is neither a week-end nor a public holiday of fixed date."""
    while jour.weekday() > 4 or (jour.day, jour.month) in FERIES:
        jour += timedelta(days=1)
    return jour


def apres(debut, mois):
    """The working day about `mois` (a decimal number) after `debut`; week-ends spread over the week that follows."""
    jour = debut + timedelta(days=round(mois * MOIS_MOYEN))
    if jour.weekday() > 4:
        jour += timedelta(days=7 - jour.weekday() + jour.toordinal() // 7 % 5)
    return jour_ouvre(jour)


def en_toutes_lettres(jour: date):
    """« mardi 3 mars »."""
    return f"{JOURS[jour.weekday()]} {'1er' if jour.day == 1 else jour.day} {MOIS[jour.month - 1]}"


class Agenda:
    """The hours already taken, so that nobody meets two people at once."""

    def __init__(self):
        self.pris = set()

    def placer(self, rng, qui, jour):
        """Take a free half hour of `qui` on that day, between 9 h and 16 h 30 but for lunch; return its datetime."""
        heures = [time(h, m) for h in (9, 10, 11, 14, 15, 16) for m in (0, 30)]
        rng.shuffle(heures)
        heure = next((h for h in heures if (qui, jour, h) not in self.pris), heures[0])
        self.pris.add((qui, jour, heure))
        return timezone.make_aware(datetime.combine(jour, heure))
