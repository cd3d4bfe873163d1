from django.db import models


class TypePartenaire(models.TextChoices):
    """Whom people are sent to (metier.md §5.b « Partners to seed », §1 row 79)."""

    FRANCE_TRAVAIL = "france_travail", "France Travail"
    MISSION_LOCALE = "mission_locale", "Mission locale"
    CAP_EMPLOI = "cap_emploi", "Cap emploi"
    DEPARTEMENT = "departement", "Département"
    CCAS = "ccas", "CCAS"
    CAF = "caf", "CAF"
    CPAM = "cpam", "CPAM"
    ANTS = "ants", "ANTS"
    FINANCES_PUBLIQUES = "finances_publiques", "Finances publiques"
    BANQUE_DE_FRANCE = "banque_de_france", "Banque de France"
    BAILLEUR = "bailleur", "Bailleur"
    ACTION_LOGEMENT = "action_logement", "Action Logement"
    SOLIHA = "soliha", "SOLIHA"
    ORGANISME_FORMATION = "organisme_formation", "Organisme de formation"
    OPCO = "opco", "OPCO"
    AUTO_ECOLE = "auto_ecole", "Auto-école sociale"
    SANTE = "sante", "Lieu de soin"
    SPIP = "spip", "SPIP"
    AVOCAT = "avocat", "Avocat, accès au droit"
    ASSOCIATION = "association", "Association"
    AUTRE = "autre", "Autre"


class DomaineFormation(models.TextChoices):
    """What a training is about (metier.md §1 rows 39 and 62)."""

    FRANCAIS = "francais", "Français (FLE, alphabétisation)"
    SAVOIRS = "savoirs", "Savoirs de base, remise à niveau"
    NUMERIQUE = "numerique", "Numérique"
    QUALIFIANTE = "qualifiante", "Formation qualifiante ou diplômante"
    HABILITATION = "habilitation", "Sécurité, habilitation, CACES"
    PERMIS = "permis", "Code et permis"
    PROJET = "projet", "Orientation, projet professionnel"
    AUTRE = "autre", "Autre"


class NiveauVise(models.TextChoices):
    """What a training leads to (nomenclature of 2019); empty when nobody wrote it."""

    AUCUN = "aucun", "Sans diplôme ni titre"
    NIVEAU_3 = "niveau_3", "CAP, BEP (niveau 3)"
    NIVEAU_4 = "niveau_4", "Baccalauréat (niveau 4)"
    NIVEAU_5 = "niveau_5", "Bac + 2 (niveau 5)"
    NIVEAU_6 = "niveau_6", "Bac + 3 et plus"


class GenreFiche(models.TextChoices):
    """The three kinds of entries of the local network; the value is in addresses."""

    PARTENAIRE = "partenaire", "Partenaire"
    FORMATION = "formation", "Formation"
    DISPOSITIF = "dispositif", "Dispositif ou aide"


class GenreDispositif(models.TextChoices):
    """What a local scheme gives: money for one thing, or something else (metier.md §4.8, §1 row 48)."""

    FSL = "fsl", "Fonds de solidarité pour le logement (FSL)"
    FAJ = "faj", "Fonds d’aide aux jeunes (FAJ)"
    MICROCREDIT = "microcredit", "Microcrédit"
    CHEQUES_MOBILITE = "cheques_mobilite", "Chèques mobilité"
    PERMIS = "permis", "Aide au permis"
    MOBILITE = "mobilite", "Aide à la mobilité"
    GARDE_ENFANTS = "garde_enfants", "Aide à la garde d’enfants"
    SECOURS = "secours", "Secours d’urgence"
    CAF = "caf", "Aide de la CAF"
    CCAS = "ccas", "Aide du CCAS"
    DEPARTEMENT = "departement", "Aide du Département"
    ASSOCIATION = "association", "Aide d’une association"
    ACCOMPAGNEMENT = "accompagnement", "Accompagnement, sans argent"
    AUTRE = "autre", "Autre dispositif"


class FaitDemande(models.TextChoices):
    """What a training or a scheme may ask of a person, besides their age and their French.

    The values are those of the situations that people have (one floor up knows both), but for the last one.
    """

    RSA = "rsa", "Recevoir le RSA"
    ASS = "ass", "Recevoir l’ASS"
    ARE = "are", "Recevoir l’allocation chômage (ARE)"
    PRIME_ACTIVITE = "prime_activite", "Recevoir la prime d’activité"
    SALAIRE = "salaire", "Avoir un salaire"
    SANS_RESSOURCES = "sans_ressources", "Être sans ressources"
    FRANCE_TRAVAIL = "france_travail", "Être inscrit à France Travail"
    DELD = "deld", "Chercher un emploi depuis plus d’un an"
    SANS_QUALIFICATION = "sans_qualification", "Ne pas avoir de qualification reconnue"
    RQTH = "rqth", "Avoir la RQTH"
    PARENT_ISOLE = "parent_isole", "Élever seul un enfant"
    QPV = "qpv", "Habiter un quartier prioritaire"
    ZRR = "zrr", "Habiter une zone de revitalisation rurale"
    LOGEMENT_AUTONOME = "logement_autonome", "Avoir un logement à son nom"
    ASSURANCE_MALADIE = "assurance_maladie", "Avoir une assurance maladie à jour"
    TITRE_SEJOUR = "titre_sejour", "Avoir un titre de séjour en cours, si nécessaire"
    PERMIS_B = "permis_b", "Avoir le permis B"
    PERMIS_EN_COURS = "permis_en_cours", "Avoir commencé le permis"
    VEHICULE = "vehicule", "Avoir un véhicule"
    SANS_PERMIS_B = "sans_permis_b", "Ne pas avoir encore le permis B"


class EtatProjetPartenarial(models.TextChoices):
    """Where a project with partners stands, read from its dates."""

    EN_COURS = "en_cours", "En cours"
    A_VENIR = "a_venir", "À venir"
    TERMINE = "termine", "Terminé"
