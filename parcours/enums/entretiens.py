from django.db import models


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
    """What an entretien is for, from the welcome to after the exit (metier.md §1 rows 64, 66, 73)."""

    ACCUEIL = "accueil", "Accueil"
    RECRUTEMENT = "recrutement", "Recrutement"
    INDIVIDUEL = "individuel", "Suivi individuel"
    TRIPARTITE = "tripartite", "Point tripartite"
    RENOUVELLEMENT = "renouvellement", "Renouvellement"
    RECADRAGE = "recadrage", "Recadrage"
    BILAN = "bilan", "Bilan"
    SORTIE = "sortie", "Sortie"
    POST_SORTIE = "post_sortie", "Après la sortie"
    CONTACT = "contact", "Contact rapide"


#: Received together with the encadrant (metier.md §1 row 66); the policy of the entretiens holds the same list.
GENRES_PARTAGES = (
    GenreEntretien.RECRUTEMENT,
    GenreEntretien.RENOUVELLEMENT,
    GenreEntretien.RECADRAGE,
    GenreEntretien.BILAN,
    GenreEntretien.TRIPARTITE,
)


class Qualite(models.TextChoices):
    """As what somebody else was there (metier.md §1 rows 2, 66)."""

    ENCADRANT = "encadrant", "Encadrant·e technique"
    COLLEGUE = "collegue", "Collègue"
    EDUCATEUR = "educateur", "Éducateur, éducatrice"
    SOCIAL = "social", "Travailleur social, travailleuse sociale"
    PRESCRIPTEUR = "prescripteur", "Conseiller·ère qui oriente"
    CONJOINT = "conjoint", "Conjoint, conjointe"
    PROCHE = "proche", "Famille, proche"
    TUTEUR = "tuteur", "Tuteur, tutrice, curateur, curatrice"
    EMPLOYEUR = "employeur", "Employeur"
    FORMATEUR = "formateur", "Formateur, formatrice"
    INTERPRETE = "interprete", "Interprète"
    BENEVOLE = "benevole", "Bénévole"
    AUTRE = "autre", "Autre"


class Famille(models.TextChoices):
    """The three families of accompaniment (metier.md §1 row 84)."""

    SOCIAL = "social", "Social"
    PROFESSIONNEL = "professionnel", "Professionnel"
    TECHNIQUE = "technique", "Technique"


class Accompagnement(models.TextChoices):
    """Themes beside the domains (metier.md §1 row 83); « poste » is the technical side of row 84."""

    ACCES_DROITS = "acces_droits", "Accès aux droits"
    REDYNAMISATION = "redynamisation", "Redynamisation"
    LEVEE_FREINS = "levee_freins", "Levée des freins"
    RYTHME = "rythme", "Rythme de travail"
    DROITS_DEVOIRS = "droits_devoirs", "Droits et devoirs"
    CODES_ENTREPRISE = "codes_entreprise", "Codes de l’entreprise"
    PROJET_PRO = "projet_pro", "Projet professionnel"
    POSTE = "poste", "Gestes et poste de travail"


class Interlocuteur(models.TextChoices):
    """Whom the person meets outside; no value means an appointment with us (metier.md §1 row 60)."""

    EMPLOYEUR = "employeur", "Employeur"
    MEDECIN = "medecin", "Médecin, soins"
    CAF = "caf", "CAF, Assurance maladie"
    FRANCE_TRAVAIL = "france_travail", "France Travail, mission locale"
    SOCIAL = "social", "Service social, Département"
    ADMINISTRATION = "administration", "Préfecture, mairie, impôts"
    LOGEMENT = "logement", "Bailleur, logement"
    JUSTICE = "justice", "Justice, avocat"
    FORMATION = "formation", "Organisme de formation"
    PARTENAIRE = "partenaire", "Autre partenaire"
    AUTRE = "autre", "Autre"


#: Appointments that only the roles which follow people may read; the policy holds the same list.
INTERLOCUTEURS_SENSIBLES = (Interlocuteur.MEDECIN, Interlocuteur.JUSTICE)


class Fait(models.TextChoices):
    """Who did the errand: the person, together, or somebody for them (metier.md §1 rows 33, 40)."""

    PAR = "par", "Par la personne"
    AVEC = "avec", "Avec la personne"
    POUR = "pour", "Pour la personne"


class Resultat(models.TextChoices):
    """What came of an errand."""

    FAITE = "faite", "Faite"
    EN_ATTENTE = "en_attente", "En attente de réponse"
    REFUSEE = "refusee", "Refusée"
    A_REFAIRE = "a_refaire", "À refaire"


class StatutRendezVous(models.TextChoices):
    """Statuses of an appointment (metier.md §5.b: unknown, seen, excused, revoked, noshow)."""

    PREVU = "prevu", "Prévu"
    VENU = "venu", "Venu"
    EXCUSE = "excuse", "Absence excusée"
    ABSENT = "absent", "Absence non excusée"
    ANNULE = "annule", "Annulé par la structure"
