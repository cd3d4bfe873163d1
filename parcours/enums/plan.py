from django.db import models


class EtatObjectif(models.TextChoices):
    EN_COURS = "en_cours", "En cours"
    ATTEINT = "atteint", "Atteint"
    ABANDONNE = "abandonne", "Abandonné"


class EtatAction(models.TextChoices):
    A_FAIRE = "a_faire", "À faire"
    EN_COURS = "en_cours", "En cours"
    FAIT = "fait", "Fait"
    ABANDONNE = "abandonne", "Abandonné"


class Acteur(models.TextChoices):
    """Who does it: the person, with them, or for them (metier.md §1 row 33)."""

    PERSONNE = "personne", "La personne"
    ENSEMBLE = "ensemble", "Ensemble"
    PROFESSIONNEL = "professionnel", "Le référent"
    PARTENAIRE = "partenaire", "Un partenaire"


class Accord(models.TextChoices):
    """What the person says of an objectif; not yet talked about is no row at all (metier.md §4.1.a, user_consent)."""

    OUI = "oui", "D’accord"
    NON = "non", "Pas d’accord"


class EtatAxe(models.TextChoices):
    EN_COURS = "en_cours", "En cours"
    ACQUIS = "acquis", "Acquis"
    ABANDONNE = "abandonne", "Abandonné"


class ButSortie(models.TextChoices):
    """What the accompaniment aims at, said before anything is known of the exit itself (metier.md §1 rows 42, 86)."""

    EMPLOI_DURABLE = "emploi_durable", "Un emploi durable (CDI, CDD de six mois et plus)"
    EMPLOI_TRANSITION = "emploi_transition", "Un emploi de transition (CDD court, intérim)"
    FORMATION = "formation", "Une formation qualifiante"
    CREATION = "creation", "Créer son activité"
    AUTRE_SIAE = "autre_siae", "Une autre structure d’insertion"
    PROTEGE = "protege", "Le milieu protégé ou adapté"
    LOGEMENT = "logement", "Un logement durable"
    SOINS = "soins", "Se stabiliser, se soigner avant l’emploi"
    RETRAITE = "retraite", "La retraite"
    AUTRE = "autre", "Autre chose"


class DecisionPlan(models.TextChoices):
    """What is answered to whoever asks that a plan be validated (experience.md job B3)."""

    VALIDE = "valide", "Plan validé"
    RENVOYE = "renvoye", "Plan à revoir"
