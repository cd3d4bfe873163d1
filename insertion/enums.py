from django.db import models


class Role(models.TextChoices):
    CHARGE_INSERTION = "charge_insertion", "Chargé·e d’insertion"
    ENCADRANT = "encadrant", "Encadrant·e technique"
    CHEF_SERVICE = "chef_service", "Chef·fe de service"
    DIRECTION = "direction", "Direction"
    ADMINISTRATIF = "administratif", "Administratif et bilans"
    LECTURE = "lecture", "Lecture seule"
    BENEVOLE = "benevole", "Bénévole"


#: What each role is for, beside the choice; what it may do line by line is in docs/habilitations.md.
ROLES_EN_UNE_PHRASE = {
    Role.CHARGE_INSERTION: "suit les personnes : entretiens, diagnostic, plan, contrats, placements",
    Role.ENCADRANT: "note ce qui se voit au poste, les heures, les ateliers ; ne lit ni santé, ni justice, ni dettes",
    Role.CHEF_SERVICE: "fait ce que fait l’équipe, répartit les dossiers, valide, règle la structure, invite",
    Role.DIRECTION: "fait tout cela, décide des durées de conservation et sort toutes les données",
    Role.ADMINISTRATIF: "tient identité, contrats, heures, imports et bilans ; ne lit pas les entretiens",
    Role.LECTURE: "lit le parcours, le plan et le diagnostic, sans santé ni justice ; n’écrit rien",
    Role.BENEVOLE: "voit le nom et le téléphone des seules personnes qui lui sont confiées",
}


class GenreEvenementCompte(models.TextChoices):
    REJOINT = "rejoint", "A rejoint la structure"
    ROLE = "role", "Accès modifié"
    FERME = "ferme", "Accès fermé"
    SECOND_FACTEUR = "second_facteur", "Second facteur réinitialisé"
    RELIE = "relie", "Relié à une identité extérieure"
    CONFIRME = "confirme", "Toujours utile : confirmé"
    SUSPENDU = "suspendu", "Suspendu : 90 jours sans connexion"
    ROUVERT = "rouvert", "Rouvert"


class Touches(models.TextChoices):
    """Which keys act without Ctrl (RGAA 12.10: whoever speaks to their computer must be able to do without)."""

    AUCUNE = "aucune", "Aucune touche seule"
    AIDE = "aide", "La touche ? seulement : elle montre la liste des touches"
    SEULES = "seules", "Toutes les touches seules de la liste"


#: The role under which tasks and commands work; nobody signs in with it.
ROLE_SYSTEME = "systeme"


class EtatPas(models.TextChoices):
    """The five first steps of a newcomer, on Ma journée."""

    OUVERTS = "ouverts", "En cours"
    FERMES = "fermes", "Mis de côté"
    FINIS = "finis", "Terminés"


class TypeStructure(models.TextChoices):
    ACI = "aci", "Atelier et chantier d’insertion"
    EI = "ei", "Entreprise d’insertion"
    AI = "ai", "Association intermédiaire"
    ETTI = "etti", "Entreprise de travail temporaire d’insertion"
    EITI = "eiti", "Entreprise d’insertion par le travail indépendant"
    GEIQ = "geiq", "Groupement d’employeurs pour l’insertion et la qualification"
    CHRS = "chrs", "Centre d’hébergement et de réinsertion sociale"
    PLIE = "plie", "Plan local pour l’insertion et l’emploi"
    MISSION_LOCALE = "mission_locale", "Mission locale"
    CLUBHOUSE = "clubhouse", "Clubhouse"
    AUTRE = "autre", "Autre structure d’insertion"


#: Structures that hire the people they accompany: only they see contracts (metier.md §4.4, §6.3).
TYPES_EMPLOYEURS = (
    TypeStructure.ACI,
    TypeStructure.EI,
    TypeStructure.AI,
    TypeStructure.ETTI,
    TypeStructure.EITI,
    TypeStructure.GEIQ,
)


class Vocabulaire(models.TextChoices):
    """The word that the structure uses for the people it accompanies (metier.md §1 row 1)."""

    BENEFICIAIRE = "beneficiaire", "bénéficiaire"
    SALARIE = "salarie", "salarié"
    MEMBRE = "membre", "membre"
    JEUNE = "jeune", "jeune"
    PARTICIPANT = "participant", "participant"


class GrilleDiagnostic(models.TextChoices):
    """The grid that a structure takes stock with (metier.md §4.1.d is the public one)."""

    TREMPLIN = "tremplin", "Grille de Tremplin : vos domaines, de 0 à 4"
    REFERENCE = "reference", "Grille publique de référence : 8 axes, de 1 à 4"


class GenreConventionnement(models.TextChoices):
    CONVENTION = "convention", "Conventionnement"
    ANNEXE = "annexe", "Annexe financière"
    AUTORISATION = "autorisation", "Autorisation ou habilitation"


class GenreAbsence(models.TextChoices):
    """Why a colleague is not there: nothing of their health is asked."""

    CONGE = "conge", "Congé"
    FORMATION = "formation", "Formation"
    ABSENCE = "absence", "Absence"


class DemiJournee(models.TextChoices):
    MATIN = "matin", "matin"
    APRES_MIDI = "apres_midi", "après-midi"


class Domaine(models.TextChoices):
    """Domains of the diagnostic: the union recommended by metier.md §4.1."""

    LOGEMENT = "logement", "Logement"
    MOBILITE = "mobilite", "Mobilité"
    SANTE = "sante", "Santé"
    HANDICAP = "handicap", "Handicap"
    ADDICTION = "addiction", "Addiction"
    DROITS = "droits", "Droits et démarches"
    BUDGET = "budget", "Budget"
    LANGUE = "langue", "Français"
    SAVOIRS = "savoirs", "Lecture, écriture, calcul"
    NUMERIQUE = "numerique", "Numérique"
    FAMILLE = "famille", "Famille et garde d’enfants"
    JUSTICE = "justice", "Justice"
    FORMATION = "formation", "Formation et qualification"
    PROJET = "projet", "Expérience et projet"
    CONFIANCE = "confiance", "Confiance et lien social"
    DISPONIBILITE = "disponibilite", "Disponibilité"
    AGE = "age", "Âge"


#: Read only by the roles that need them; the database policy holds the same list.
DOMAINES_SENSIBLES = (
    Domaine.SANTE,
    Domaine.HANDICAP,
    Domaine.ADDICTION,
    Domaine.JUSTICE,
)

#: What an encadrant never reads besides, debts and papers included (surete.md §5); the policies hold the same list.
DOMAINES_TUS_A_L_ENCADRANT = (*DOMAINES_SENSIBLES, Domaine.DROITS, Domaine.BUDGET)

DOMAINES_PAR_DEFAUT = (
    Domaine.LOGEMENT,
    Domaine.MOBILITE,
    Domaine.SANTE,
    Domaine.DROITS,
    Domaine.BUDGET,
    Domaine.LANGUE,
    Domaine.NUMERIQUE,
    Domaine.FAMILLE,
    Domaine.FORMATION,
    Domaine.PROJET,
)


class EtatAnalyse(models.TextChoices):
    """What the antivirus says of a file that somebody brought."""

    ABSENTE = "absente", "Non analysé par un antivirus"
    EN_ATTENTE = "en_attente", "Analyse antivirus en cours"
    SAIN = "sain", "Analysé par l’antivirus"
    INFECTE = "infecte", "Retenu par l’antivirus"

    @classmethod
    def ouvertes(cls):
        """Those in which a file may be opened."""
        return cls.ABSENTE, cls.SAIN


class EtatTravail(models.TextChoices):
    """State of something long that the worker does (an import, a PDF)."""

    A_VERIFIER = "a_verifier", "À vérifier"
    EN_FILE = "en_file", "En attente"
    EN_COURS = "en_cours", "En cours"
    TERMINE = "termine", "Terminé"
    ECHEC = "echec", "Échec"
    ANNULE = "annule", "Annulé"


class Choix(models.TextChoices):
    """What to do with one line of an imported file."""

    CREER = "creer", "Créer"
    METTRE_A_JOUR = "mettre_a_jour", "Mettre à jour"
    IGNORER = "ignorer", "Ignorer"


class NiveauFrancais(models.TextChoices):
    """Levels of French, in their order: what a person has, what a post asks for."""

    NON_LECTEUR = "non_lecteur", "Ne lit pas encore"
    A1 = "a1", "A1 : quelques mots"
    A2 = "a2", "A2 : la vie courante"
    B1 = "b1", "B1 : autonome"
    B2 = "b2", "B2 : à l’aise"
    C1 = "c1", "C1 et plus"


class Horaire(models.TextChoices):
    """When a post is worked, and when somebody can work."""

    JOURNEE = "journee", "En journée"
    MATIN = "matin", "Tôt le matin"
    SOIR = "soir", "Le soir"
    NUIT = "nuit", "La nuit"
    WEEK_END = "week_end", "Le week-end"
    COUPES = "coupes", "Horaires coupés"


class OuiNon(models.TextChoices):
    """An answer given; not asked yet is an empty value, never « no »."""

    OUI = "oui", "Oui"
    NON = "non", "Non"
