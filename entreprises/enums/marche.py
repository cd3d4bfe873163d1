from django.db import models


class TypeEvenement(models.TextChoices):
    """Professional events, and what is held to inform the public (metier.md §1 row 21)."""

    FORUM = "forum", "Forum de l’emploi"
    JOB_DATING = "job_dating", "Job dating"
    VISITE = "visite", "Visite d’entreprise"
    ENQUETE = "enquete", "Enquête métier"
    REUNION = "reunion", "Réunion d’information"
    PORTES_OUVERTES = "portes_ouvertes", "Portes ouvertes"
    SENSIBILISATION = "sensibilisation", "Sensibilisation d’entreprises"
    AUTRE = "autre", "Autre"


class TypePrestation(models.TextChoices):
    """What the structure sells to firms (metier.md §1 row 46)."""

    TRAVAIL = "travail", "Travail à façon, sous-traitance"
    MISE_A_DISPOSITION = "mise_a_disposition", "Mise à disposition de personnel"
    INTERIM = "interim", "Travail temporaire"
    OUTPLACEMENT = "outplacement", "Outplacement, reclassement"
    FORMATION = "formation", "Formation"
    CONSEIL = "conseil", "Conseil, sensibilisation"
    AUTRE = "autre", "Autre"


class EtatPrestation(models.TextChoices):
    """Computed from dates (`Prestation.etat`)."""

    DEVIS = "devis", "Devis envoyé"
    REFUSEE = "refusee", "Refusée"
    ACCEPTEE = "acceptee", "Acceptée"
    EN_COURS = "en_cours", "En cours"
    TERMINEE = "terminee", "Terminée, à facturer"
    FACTUREE = "facturee", "Facturée"
