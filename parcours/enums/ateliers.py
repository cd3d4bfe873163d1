from django.db import models


class PresenceSeance(models.TextChoices):
    """What became of somebody's place at a séance (metier.md §5.b: seen, excused, noshow)."""

    PRESENT = "present", "Présent"
    EXCUSE = "excuse", "Absence excusée"
    ABSENT = "absent", "Absence non excusée"


class ReponseFormation(models.TextChoices):
    """What the person answers to a training proposed to them (metier.md §1 row 75)."""

    ACCEPTEE = "acceptee", "Acceptée"
    REFUSEE = "refusee", "Refusée"


class EtatFormation(models.TextChoices):
    """Where a training is on a day; read from its dates, never stored."""

    PROPOSEE = "proposee", "Proposée, en attente de réponse"
    REFUSEE = "refusee", "Refusée par la personne"
    A_PLANIFIER = "a_planifier", "Acceptée, dates à fixer"
    A_VENIR = "a_venir", "À venir"
    EN_COURS = "en_cours", "En cours"
    TERMINEE = "terminee", "Terminée"
    INTERROMPUE = "interrompue", "Interrompue"


class Certification(models.TextChoices):
    """Result of the certification aimed at (metier.md §1 row 82)."""

    OBTENUE = "obtenue", "Obtenue"
    PARTIELLE = "partielle", "Obtenue en partie (blocs)"
    NON_OBTENUE = "non_obtenue", "Non obtenue"
