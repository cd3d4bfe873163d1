from django.db import models


class NiveauCompetence(models.IntegerChoices):
    """How well something is done at the workplace; the words say more than the figure."""

    DECOUVERTE = 1, "Découverte"
    AVEC_AIDE = 2, "Avec de l’aide"
    SEUL = 3, "En autonomie"
    TRANSMET = 4, "Peut montrer aux autres"


class Presence(models.TextChoices):
    """What was seen of somebody's presence at the workplace."""

    A_L_HEURE = "a_l_heure", "À l’heure"
    RETARD = "retard", "En retard"
    PARTI_TOT = "parti_tot", "Départ en cours de journée"
    ABSENT_PREVENU = "absent_prevenu", "Absence annoncée"
    ABSENT = "absent", "Absence sans nouvelles"


class EvenementChantier(models.TextChoices):
    """What made the day different."""

    REUSSITE = "reussite", "Réussite"
    PROGRES = "progres", "Progrès"
    ENTRAIDE = "entraide", "Aide apportée à un collègue"
    ENGAGEMENT = "engagement", "Engagement pour le collectif ou l’environnement"
    DIFFICULTE = "difficulte", "Difficulté au poste"
    CONFLIT = "conflit", "Tension dans l’équipe"
    INCIDENT = "incident", "Incident"
