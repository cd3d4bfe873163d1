from django.db import models


class GenreDispositif(models.TextChoices):
    """What kind of programme a dispositif is (metier.md §1 rows 72, 80 to 82)."""

    PREMIERES_HEURES = "premieres_heures", "Premières Heures"
    CHANTIER = "chantier", "Chantier ou poste d’insertion"
    QUALIFIANT = "qualifiant", "Chantier qualifiant"
    HEBERGEMENT = "hebergement", "Hébergement"
    ACCOMPAGNEMENT = "accompagnement", "Accompagnement"
    AUTRE = "autre", "Autre"


class UniteHeures(models.TextChoices):
    SEMAINE = "semaine", "par semaine"
    MOIS = "mois", "par mois"
