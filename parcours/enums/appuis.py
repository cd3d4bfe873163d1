from django.db import models


class MotifAide(models.TextChoices):
    """What a financial aid is asked for (metier.md §4.8, with the aids to mobility of `CT:ref_action`)."""

    ENERGIE = "energie", "Énergie (eau, gaz, électricité)"
    ALIMENTATION = "alimentation", "Alimentation"
    LOGEMENT = "logement", "Logement (loyer, dépôt de garantie, mobilier)"
    MOBILITE = "mobilite", "Mobilité (transport, véhicule)"
    PERMIS = "permis", "Permis de conduire"
    FORMATION = "formation", "Formation et équipement"
    ENFANTS = "enfants", "Garde d’enfants"
    DEMARCHES = "demarches", "Frais de démarches"
    AUTRE = "autre", "Autre"


class DispositifAide(models.TextChoices):
    """Which fund is asked (metier.md §4.8)."""

    FSL = "fsl", "Fonds de solidarité pour le logement (FSL)"
    FAJ = "faj", "Fonds d’aide aux jeunes (FAJ)"
    MICROCREDIT = "microcredit", "Microcrédit"
    CHEQUES_MOBILITE = "cheques_mobilite", "Chèques mobilité"
    AIDE_MOBILITE = "aide_mobilite", "Aide à la mobilité ou au permis"
    SECOURS = "secours", "Secours d’urgence"
    CAF = "caf", "Aide de la CAF"
    CCAS = "ccas", "Aide du CCAS"
    DEPARTEMENT = "departement", "Aide du Département"
    ASSOCIATION = "association", "Aide d’une association"
    AUTRE = "autre", "Autre"


class EtatAide(models.TextChoices):
    """The seven states of a request (metier.md §4.8, source MSS), and the three before it goes to the fund."""

    ACCORD = "accord", "Attend l’accord du responsable"
    A_REVOIR = "a_revoir", "À revoir avant l’envoi"
    A_ENVOYER = "a_envoyer", "Accord donné, à envoyer"
    INCOMPLETE = "incomplete", "Pièces manquantes"
    INSTRUCTION = "instruction", "En instruction"
    ACCORDEE = "accordee", "Accordée"
    REFUSEE = "refusee", "Refusée"
    AJOURNEE = "ajournee", "Ajournée"
    ANNULEE = "annulee", "Annulée par la personne"
    SANS_SUITE = "sans_suite", "Sans suite"


class ModePaiement(models.TextChoices):
    """How an aid is paid (metier.md §4.8)."""

    VIREMENT = "virement", "Virement"
    CHEQUE = "cheque", "Chèque"
    ESPECES = "especes", "Espèces"
    CARTE = "carte", "Carte bancaire"
    BONS = "bons", "Bons ou chèques d’achat"


class AccordPersonne(models.TextChoices):
    """What the person answers to an orientation (metier.md §1 row 75)."""

    OUI = "oui", "Oui"
    NON = "non", "Non"
    REFLECHIT = "reflechit", "Veut y réfléchir"


class RetourPartenaire(models.TextChoices):
    """What the partner answers (metier.md §1 row 32: « orientation with return of information »)."""

    ACCUEILLI = "accueilli", "Accueillie par le partenaire"
    ATTENTE = "attente", "Sur liste d’attente"
    REFUS = "refus", "Refusée par le partenaire"
    NON_VENUE = "non_venue", "N’est pas venue"
    SANS_OBJET = "sans_objet", "N’en a plus besoin"


class EtatCondition(models.TextChoices):
    """What the file says of a condition; what it does not say is to check, never a refusal (metier.md §1 row 48)."""

    REMPLIE = "remplie", "Rempli"
    A_VERIFIER = "a_verifier", "À vérifier"
    CONTRAIRE = "contraire", "Pas d’après la fiche"
