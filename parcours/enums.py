from django.db import models


class GenreDispositif(models.TextChoices):
    """What kind of programme a dispositif is (metier.md §1 rows 72, 80 to 82)."""

    PREMIERES_HEURES = "premieres_heures", "Premières Heures"
    CHANTIER = "chantier", "Chantier ou poste d’insertion"
    QUALIFIANT = "qualifiant", "Chantier qualifiant"
    HEBERGEMENT = "hebergement", "Hébergement"
    ACCOMPAGNEMENT = "accompagnement", "Accompagnement"
    AUTRE = "autre", "Autre"


class UniteHeures(models.TextChoices):
    SEMAINE = "semaine", "par semaine"
    MOIS = "mois", "par mois"


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


class Moment(models.TextChoices):
    ENTREE = "entree", "Diagnostic d’entrée"
    BILAN = "bilan", "Bilan d’étape"
    SORTIE = "sortie", "Diagnostic de sortie"


class Niveau(models.IntegerChoices):
    """Scale of the diagnostic: higher is always better; an empty level is « non abordé », never 0."""

    BLOQUANT = 0, "Bloquant"
    FORT = 1, "Fort"
    MOYEN = 2, "Moyen"
    LEGER = 3, "Léger"
    APPUI = 4, "Point d’appui"


class EtatObjectif(models.TextChoices):
    EN_COURS = "en_cours", "En cours"
    ATTEINT = "atteint", "Atteint"
    ABANDONNE = "abandonne", "Abandonné"


class EtatAction(models.TextChoices):
    A_FAIRE = "a_faire", "À faire"
    EN_COURS = "en_cours", "En cours"
    FAIT = "fait", "Fait"
    ABANDONNE = "abandonne", "Abandonné"


class Acteur(models.TextChoices):
    """Who does it: the person, with them, or for them (metier.md §1 row 33)."""

    PERSONNE = "personne", "La personne"
    ENSEMBLE = "ensemble", "Ensemble"
    PROFESSIONNEL = "professionnel", "Le référent"
    PARTENAIRE = "partenaire", "Un partenaire"


class Mode(models.TextChoices):
    """How an interview is held (metier.md §5.b, nine media)."""

    SUR_PLACE = "sur_place", "Sur place"
    TELEPHONE = "telephone", "Téléphone"
    VISIO = "visio", "Visio"
    DOMICILE = "domicile", "Domicile"
    EXTERIEUR = "exterieur", "À l’extérieur"
    SPONTANE = "spontane", "Passage spontané"
    TIERS = "tiers", "Avec un tiers"
    MESSAGE = "message", "E-mail"
    COURRIER = "courrier", "Courrier"


class GenreEntretien(models.TextChoices):
    INDIVIDUEL = "individuel", "Individuel"
    TRIPARTITE = "tripartite", "Tripartite"


class StatutRendezVous(models.TextChoices):
    """Statuses of an appointment (metier.md §5.b: unknown, seen, excused, revoked, noshow)."""

    PREVU = "prevu", "Prévu"
    VENU = "venu", "Venu"
    EXCUSE = "excuse", "Absence excusée"
    ABSENT = "absent", "Absence non excusée"
    ANNULE = "annule", "Annulé par la structure"


class EtatTravail(models.TextChoices):
    """State of something long that the worker does (an import, a PDF)."""

    A_VERIFIER = "a_verifier", "À vérifier"
    EN_FILE = "en_file", "En attente"
    EN_COURS = "en_cours", "En cours"
    TERMINE = "termine", "Terminé"
    ECHEC = "echec", "Échec"
    ANNULE = "annule", "Annulé"


class GenreProduction(models.TextChoices):
    COMPTE_RENDU = "compte_rendu", "Compte rendu d’entretien"
    DOSSIER = "dossier", "Dossier de suivi"


class Choix(models.TextChoices):
    """What to do with one line of an imported file."""

    CREER = "creer", "Créer"
    METTRE_A_JOUR = "mettre_a_jour", "Mettre à jour"
    IGNORER = "ignorer", "Ignorer"
