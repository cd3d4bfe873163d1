from django.db import models
from django.db.models import Q

from insertion.isolation.models import ManagerIsole, ModeleIsole, QuerySetIsole


class VueEnregistreeQuerySet(QuerySetIsole):
    def proposees_a(self, utilisateur):
        """One's own, then those that colleagues share, each by name."""
        siennes = self.filter(Q(utilisateur=utilisateur) | Q(partagee=True)).select_related("utilisateur")
        return siennes.order_by(models.Case(models.When(utilisateur=utilisateur, then=0), default=1), "nom", "pk")


class VueEnregistree(ModeleIsole):
    """The list of the team as somebody likes to open it: `adresse` is what its filters and its sort say.

    What is searched by name never enters it: names are in no address.
    """

    utilisateur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.CASCADE, related_name="+", editable=False
    )
    nom = models.CharField("nom de la vue", max_length=60)
    adresse = models.CharField("filtres", max_length=300, blank=True, editable=False)
    partagee = models.BooleanField("la partager avec les responsables de l’équipe", default=False)
    par_defaut = models.BooleanField("l’ouvrir d’abord quand je vais sur Équipe", default=False)

    objects = ManagerIsole.from_queryset(VueEnregistreeQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "vue enregistrée"
        verbose_name_plural = "vues enregistrées"
        ordering = ["nom", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "utilisateur", "nom"],
                name="vue_un_nom",
                violation_error_code="vue_un_nom",
                violation_error_message="Une de vos vues porte déjà ce nom.",
            ),
            models.UniqueConstraint(
                fields=["structure", "utilisateur"], condition=Q(par_defaut=True), name="vue_une_par_defaut"
            ),
        ]

    def __str__(self):
        return self.nom

    def ecrire(self):
        """Save it; the one that opened first until now no longer does when this one asks to."""
        if self.par_defaut:
            siennes = type(self).objects.filter(structure_id=self.structure_id, utilisateur=self.utilisateur)
            siennes.filter(par_defaut=True).exclude(pk=self.pk).update(par_defaut=False)
        self.save()
