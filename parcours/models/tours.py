from django.db import models, transaction
from django.utils import timezone

from insertion.models import Structure


class TourQuerySet(models.QuerySet):
    def placer(self, structure_id):
        """Put a structure at the end of the queue, once what it waits for is committed: nobody waits for this row."""
        place = Tour(structure_id=structure_id, at=timezone.now())
        self.bulk_create([place], update_conflicts=True, unique_fields=["structure"], update_fields=["at"])

    def donner(self, sauf=()):
        """Give the turn to the structure that had it longest ago, but for `sauf` (ids); None when nobody waits."""
        with transaction.atomic():
            tour = self.exclude(pk__in=sauf).select_for_update().order_by("at").first()
            if tour is not None:
                tour.at = timezone.now()
                tour.save(update_fields=["at"])
        return tour


class Tour(models.Model):
    """The place of a structure among those that wait for batches: each makes one document, then lets the others go.

    Read by a worker to choose a structure, hence outside the isolation. Whether there is work is said by the rows.
    """

    structure = models.OneToOneField(Structure, on_delete=models.CASCADE, primary_key=True, related_name="+")
    at = models.DateTimeField("dernier tour")

    objects = TourQuerySet.as_manager()

    class Meta:
        verbose_name = "tour de rôle"
        verbose_name_plural = "tours de rôle"

    def __str__(self):
        return f"Tour de la structure {self.pk}"

    def rendre(self):
        """Leave the queue, unless the structure asked for something since it was given this turn."""
        Tour.objects.filter(pk=self.pk, at=self.at).delete()
