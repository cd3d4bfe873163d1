from django.db import models


class EtapeMetier(models.TextChoices):
    """Where a target job stands (metier.md §1 row 61: project, viability by immersion, then skills)."""

    EXPLORE = "explore", "Exploré"
    CONFIRME = "confirme", "Confirmé"
    VALIDE = "valide", "Validé par immersion"
    ABANDONNE = "abandonne", "Abandonné"


class StatutPiece(models.TextChoices):
    """State of a CV or of a letter (metier.md §1 row 14)."""

    BROUILLON = "brouillon", "Brouillon"
    RELU = "relu", "Relu"
    PRET = "pret", "Prêt à envoyer"


class OutilRecherche(models.TextChoices):
    """What somebody needs at hand to look for a job (metier.md §1 row 43)."""

    CV = "cv", "CV à jour"
    LETTRE = "lettre", "Lettre de motivation prête"
    PRESENTATION = "presentation", "Se présenter en deux minutes"
    ENTRETIEN = "entretien", "Entretien d’embauche préparé"
    FRANCE_TRAVAIL = "france_travail", "Inscription à France Travail à jour"
    MESSAGERIE = "messagerie", "Adresse e-mail et messagerie utilisables"
    SITES = "sites", "Alertes sur les sites d’offres"
    RESEAU = "reseau", "Réseau : proches et anciens collègues prévenus"
    ENTREPRISES = "entreprises", "Liste d’entreprises à contacter"
    SUIVI = "suivi", "Tableau des candidatures et des relances"
    REFERENCES = "references", "Employeurs qui peuvent recommander"
    TENUE = "tenue", "Tenue et trajet prêts pour un entretien"
