from django.db import models


class Orienteur(models.TextChoices):
    """Who sent the person (Convergence's 12, metier.md §5.b)."""

    FRANCE_TRAVAIL = "france_travail", "France Travail"
    MISSION_LOCALE = "mission_locale", "Mission locale"
    CAP_EMPLOI = "cap_emploi", "Cap emploi"
    PLIE = "plie", "PLIE / PMIE"
    AUTRE_SPE = "autre_spe", "Autre acteur local du service public de l’emploi"
    HEBERGEMENT = "hebergement", "Structure d’hébergement"
    MARAUDE = "maraude", "Maraude, accueil de jour, veille sociale"
    PREMIERES_HEURES = "premieres_heures", "Premières Heures en Chantier"
    AUTRE_SIAE = "autre_siae", "Autre SIAE"
    DEPARTEMENT = "departement", "Services sociaux du Département"
    AUTRE = "autre", "Autre acteur local d’accompagnement"
    SPONTANEE = "spontanee", "Candidature spontanée"


class StatutCandidature(models.TextChoices):
    """States of an application (metier.md §4.4, source les-emplois)."""

    NOUVELLE = "nouvelle", "Nouvelle"
    A_L_ETUDE = "a_l_etude", "À l’étude"
    EN_ATTENTE = "en_attente", "En attente"
    ACCEPTEE = "acceptee", "Acceptée"
    DECLINEE = "declinee", "Déclinée"
    ANNULEE = "annulee", "Annulée"


class MotifDecision(models.TextChoices):
    """Why it was declined or fell through (metier.md §5.b « Application refusal motives », and places)."""

    NON_JOIGNABLE = "non_joignable", "Personne non joignable"
    ABSENT = "absent", "Absente à l’entretien"
    INDISPONIBLE = "indisponible", "Indisponible : en emploi ou en formation"
    NON_ELIGIBLE = "non_eligible", "Non éligible"
    NON_MOBILE = "non_mobile", "Ne peut pas se déplacer jusqu’ici"
    NON_INTERESSEE = "non_interessee", "Ne souhaite pas poursuivre"
    COMPETENCES = "competences", "Compétences insuffisantes pour le poste"
    FREIN_POSTE = "frein_poste", "Frein incompatible avec le poste"
    PAS_DE_POSTE = "pas_de_poste", "Pas de recrutement en cours"
    PAS_DE_PLACE = "pas_de_place", "Pas de place"
    REORIENTEE = "reorientee", "Réorientée vers une autre structure"
    HORS_MISSION = "hors_mission", "Ne relève pas de notre mission"
    DOUBLON = "doublon", "Doublon"
    NON_CONVENTIONNEE = "non_conventionnee", "Structure plus conventionnée"
    INCOMPLETE = "incomplete", "Demande pas assez renseignée"
    AUTRE = "autre", "Autre"


#: Motives that only make sense where people are hired.
MOTIFS_D_EMPLOYEUR = (
    MotifDecision.COMPETENCES,
    MotifDecision.FREIN_POSTE,
    MotifDecision.PAS_DE_POSTE,
    MotifDecision.NON_CONVENTIONNEE,
)


class ListeCriteres(models.TextChoices):
    """Whose eligibility a criterion decides (metier.md §4.5)."""

    IAE = "iae", "Insertion par l’activité économique"
    GEIQ = "geiq", "GEIQ"


class Annexe(models.TextChoices):
    """Where a criterion of the GEIQ stands in the arrêté du 10 mars 2022; only those of annexe 2 have a level."""

    UNE = "1", "annexe 1"
    DEUX = "2", "annexe 2"
    LES_DEUX = "1+2", "annexes 1 et 2"
