from django.db import models


class EtapePlacement(models.TextChoices):
    """What happens after somebody was proposed to a firm, each with its date (metier.md §1 rows 31 and 44)."""

    ENVOYEE = "envoyee", "Candidature envoyée"
    ENTRETIEN = "entretien", "Entretien avec l’entreprise"
    ESSAI = "essai", "Essai au poste"
    REFUS_ENTREPRISE = "refus_entreprise", "Refus de l’entreprise"
    REFUS_PERSONNE = "refus_personne", "Refus de la personne"
    SANS_SUITE = "sans_suite", "Sans suite"


#: Steps that end a mise en relation, beside a hire.
ETAPES_FINALES = (EtapePlacement.REFUS_ENTREPRISE, EtapePlacement.REFUS_PERSONNE, EtapePlacement.SANS_SUITE)


class MotifRefus(models.TextChoices):
    """Why it stopped (metier.md §5.b « Application refusal motives », those that a firm or a person can give)."""

    NON_JOIGNABLE = "non_joignable", "Personne non joignable"
    ABSENT = "absent", "Absente à l’entretien"
    INDISPONIBLE = "indisponible", "Indisponible : en emploi ou en formation"
    NON_MOBILE = "non_mobile", "Ne peut pas se déplacer jusque-là"
    NON_INTERESSEE = "non_interessee", "Poste non souhaité"
    HORAIRES = "horaires", "Horaires ou conditions qui ne conviennent pas"
    COMPETENCES = "competences", "Compétences insuffisantes pour le poste"
    FREIN_POSTE = "frein_poste", "Frein incompatible avec le poste"
    PAS_DE_POSTE = "pas_de_poste", "Plus de recrutement en cours"
    AUTRE_CANDIDAT = "autre_candidat", "Autre candidature retenue"
    INCOMPLETE = "incomplete", "Candidature pas assez renseignée"
    AUTRE = "autre", "Autre"


class Verdict(models.TextChoices):
    """What comparing a condition of an offer with what is known of somebody says; « non renseigné » is neither."""

    CORRESPOND = "correspond", "Correspond"
    A_VERIFIER = "a_verifier", "À vérifier"
    NE_CONVIENT_PAS = "ne_convient_pas", "Ne convient pas"
