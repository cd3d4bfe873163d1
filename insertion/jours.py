"""Where a day begins and ends as an instant, in the time zone of the site."""

from datetime import datetime, time, timedelta

from django.db.models.functions import TruncDate
from django.utils import timezone


def minuit(jour):
    """The first instant of a day (Europe/Paris)."""
    return timezone.make_aware(datetime.combine(jour, time.min))


def bornes(du, au=None):
    """Midnight of the first day, midnight after the last (`du` alone: that day); 23 and 25 h days too."""
    return minuit(du), minuit((au or du) + timedelta(days=1))


class Jour(TruncDate):
    """The day of an instant, for the database. It is a date as it comes: of thousands of rows, none is converted."""

    def get_db_converters(self, connection):
        return []
