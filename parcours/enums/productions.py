from django.db import models


class GenreProduction(models.TextChoices):
    COMPTE_RENDU = "compte_rendu", "Compte rendu d’entretien"
    DOSSIER = "dossier", "Dossier de suivi"
    DEMANDE_AIDE = "demande_aide", "Demande d’aide"
    ATTESTATION = "attestation", "Attestation de compétences"
    DIAGNOSTIC = "diagnostic", "Diagnostic partagé"
    RENOUVELLEMENT = "renouvellement", "Dossier de renouvellement"
    EMARGEMENT = "emargement", "Feuille d’émargement"
    EVENEMENT = "evenement", "Fiche d’information"

    PLAN = "plan", "Plan à remettre"
    CONVENTION_IMMERSION = "convention_immersion", "Convention d’immersion"
    COURRIER = "courrier", "Courrier"


class FormeLot(models.TextChoices):
    """What a batch of documents becomes."""

    PDF = "pdf", "Un seul PDF, à imprimer d’un coup"
    ZIP = "zip", "Un fichier par personne, dans une archive ZIP"
