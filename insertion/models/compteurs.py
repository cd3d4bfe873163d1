from django.db import models


class Compteur(models.Model):
    """What the throttle of the entrance counts: the table of Django's database cache (settings, `CACHES`).

    In the database, so that it is the same for every process and stands when Redis is down.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self):
        return self.cache_key
