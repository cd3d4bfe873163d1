from django.db import models


class CategorieSortie(models.TextChoices):
    """What an exit counts as: the ASP's five (metier.md §4.3), and those of who signs no work contract (§6.3)."""

    DURABLE = "durable", "Emploi durable"
    TRANSITION = "transition", "Emploi de transition"
    POSITIVE = "positive", "Sortie positive"
    LOGEMENT = "logement", "Logement"
    EMPLOI = "emploi", "Emploi"
    FORMATION = "formation", "Formation"
    AUTRE = "autre", "Autre sortie"
    RETRAIT = "retrait", "Retrait des sorties constatées"


class ListeMotifs(models.TextChoices):
    """Who a list of exit motives is for (metier.md §4.2, §6.3)."""

    ASP = "asp", "Structures de l’IAE"
    EITI = "eiti", "Travail indépendant"
    PLIE = "plie", "PLIE"
    ACCOMPAGNEMENT = "accompagnement", "Hébergement et accompagnement"
    TOUTES = "toutes", "Toutes les structures"


class RubriqueConvergence(models.TextChoices):
    """The eight headings of the Convergence sheet (metier.md §4.2)."""

    EMPLOI = "emploi", "Emploi (CDI, CDD, création…)"
    INSERTION = "insertion", "Suite de parcours en insertion"
    FORMATION = "formation", "Formation"
    RETRAITE = "retraite", "Retraite"
    SANS_SOLUTION = "sans_solution", "Sans solution emploi"
    SANS_NOUVELLES = "sans_nouvelles", "Sans nouvelles"
    NEUTRE = "neutre", "Sortie neutre"
    POSITIVE = "positive", "Autre reconnue positive"


class FormeEmploi(models.TextChoices):
    CDI = "cdi", "CDI"
    CDD = "cdd", "CDD"
    INTERIM = "interim", "Intérim"
    ALTERNANCE = "alternance", "Alternance"
    PUBLIC = "public", "Fonction publique"
    INDEPENDANT = "independant", "À son compte"
    AUTRE = "autre", "Autre"


class Satisfaction(models.IntegerChoices):
    """How the person judges their own parcours (metier.md §1 row 40b)."""

    PAS_DU_TOUT = 1, "Pas réussi"
    PEU = 2, "Peu réussi"
    EN_PARTIE = 3, "En partie réussi"
    PLUTOT = 4, "Plutôt réussi"
    COMPLETEMENT = 5, "Complètement réussi"


class DocumentSortie(models.TextChoices):
    """Papers that an employer hands over at the end (metier.md §5.b)."""

    SOLDE = "solde", "Solde de tout compte"
    CERTIFICAT = "certificat", "Certificat de travail"
    ATTESTATION = "attestation", "Attestation France Travail"


class SituationApres(models.TextChoices):
    """What somebody has become when they are called back after the exit (metier.md §5, « Maintien post-sortie »)."""

    CDI = "cdi", "En emploi, CDI"
    CDD = "cdd", "En emploi, CDD"
    INTERIM = "interim", "En emploi, intérim"
    AUTRE_EMPLOI = "autre_emploi", "En emploi, autre forme"
    INDEPENDANT = "independant", "À son compte"
    INSERTION = "insertion", "Dans une autre structure d’insertion"
    FORMATION = "formation", "En formation"
    RECHERCHE = "recherche", "En recherche d’emploi"
    AUTRE = "autre", "Autre situation"
    INJOIGNABLE = "injoignable", "Injoignable"


#: What counts as « in employment » when an exit is followed up.
SITUATIONS_EN_EMPLOI = (
    SituationApres.CDI,
    SituationApres.CDD,
    SituationApres.INTERIM,
    SituationApres.AUTRE_EMPLOI,
    SituationApres.INDEPENDANT,
)


class EcheanceSuivi(models.IntegerChoices):
    """Contacts expected so many months after the exit (metier.md §5, issue « 3, 6 and 12 months »)."""

    TROIS = 3, "À 3 mois"
    SIX = 6, "À 6 mois"
    DOUZE = 12, "À 12 mois"
