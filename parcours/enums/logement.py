from django.db import models


class Habitat(models.TextChoices):
    """Where somebody lives, from the street to a home of their own, in this order (metier.md §1 row 72, §5.b)."""

    RUE = "rue", "À la rue"
    PRECAIRE = "precaire", "Hébergement précaire"
    URGENCE = "urgence", "Hébergement d’urgence"
    COLLECTIF = "collectif", "Hébergement provisoire ou collectif"
    SEMI_DURABLE = "semi_durable", "Logement semi-durable"
    AUTONOME = "autonome", "Logement autonome, durable"
