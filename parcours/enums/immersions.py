from django.db import models


class ObjetImmersion(models.TextChoices):
    """The three objects that a PMSMP may have, one per convention (metier.md §4.7)."""

    DECOUVRIR = "decouvrir", "Découvrir un métier ou un secteur d’activité"
    CONFIRMER = "confirmer", "Confirmer un projet professionnel"
    RECRUTER = "recruter", "Initier une démarche de recrutement"


class ConclusionImmersion(models.TextChoices):
    """What the bilan says of the project (metier.md §1 row 61, §5 « PMSMP »)."""

    CONFIRME = "confirme", "Confirme le projet"
    NUANCE = "nuance", "À approfondir"
    INFIRME = "infirme", "Infirme le projet"


class Jour(models.IntegerChoices):
    """Days of the week, as ISO counts them."""

    LUNDI = 1, "Lundi"
    MARDI = 2, "Mardi"
    MERCREDI = 3, "Mercredi"
    JEUDI = 4, "Jeudi"
    VENDREDI = 5, "Vendredi"
    SAMEDI = 6, "Samedi"
    DIMANCHE = 7, "Dimanche"
