from django.db import models


class Reponse(models.TextChoices):
    """An answer to a question of a funder; an empty one is « non renseigné », never « no »."""

    OUI = "oui", "Oui"
    NON = "non", "Non"
    SANS_REPONSE = "sans_reponse", "Ne souhaite pas répondre"


class MomentFse(models.TextChoices):
    ENTREE = "entree", "À l’entrée"
    SORTIE = "sortie", "À la sortie"


class StatutFse(models.TextChoices):
    """Place on the labour market (metier.md §4.9: annex I of Reg. 2021/1057 at entry, EECR01, 02 and 04 at exit)."""

    RECHERCHE = "recherche", "Sans emploi, en recherche d’emploi"
    INACTIF = "inactif", "Sans emploi, sans en chercher pour l’instant"
    FORMATION = "formation", "En études ou en formation"
    EMPLOI = "emploi", "En emploi ou à son compte"


class Rupture(models.TextChoices):
    """How a contract stopped before its term (metier.md §5 « GEIQ »)."""

    ESSAI = "essai", "Rupture pendant la période d’essai"
    HORS_ESSAI = "hors_essai", "Rupture après la période d’essai"
    SANS = "sans", "Pas une rupture : suivi d’un autre contrat"
