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
