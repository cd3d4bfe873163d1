from django.db import models


class NatureOffre(models.TextChoices):
    EMPLOI = "emploi", "Emploi"
    IMMERSION = "immersion", "Immersion"
    FORMATION = "formation", "Alternance ou formation en entreprise"


class ContratOffert(models.TextChoices):
    CDI = "cdi", "CDI"
    CDD_LONG = "cdd_long", "CDD de 6 mois et plus"
    CDD_COURT = "cdd_court", "CDD de moins de 6 mois"
    INTERIM = "interim", "Intérim"
    ALTERNANCE = "alternance", "Alternance"
    SAISONNIER = "saisonnier", "Saisonnier"


class PermisDemande(models.TextChoices):
    """What an offer asks of whoever drives; nothing asked is an empty value."""

    PERMIS_B = "permis_b", "Permis B"
    VEHICULE = "vehicule", "Permis B et véhicule"


class EtatOffre(models.TextChoices):
    """Computed from dates (`Offre.etat`)."""

    OUVERTE = "ouverte", "Ouverte"
    EXPIREE = "expiree", "Expirée"
    CLOSE = "close", "Close"


class MotifCloture(models.TextChoices):
    POURVUE = "pourvue", "Pourvue par une personne accompagnée"
    POURVUE_AILLEURS = "pourvue_ailleurs", "Pourvue autrement"
    RETIREE = "retiree", "Retirée par l’entreprise"
    ERREUR = "erreur", "Saisie par erreur"
