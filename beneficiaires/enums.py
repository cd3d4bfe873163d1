from django.db import models


class Civilite(models.TextChoices):
    MADAME = "mme", "Mme"
    MONSIEUR = "m", "M."


class Stade(models.TextChoices):
    """Where somebody stands: their parcours first, else what they asked for."""

    EN_PARCOURS = "en_parcours", "En parcours"
    SORTIE = "sortie", "Sortie"
    CANDIDATURE = "candidature", "Candidature"
    SANS_PARCOURS = "sans_parcours", "Sans parcours"


class NiveauFormation(models.TextChoices):
    """Levels of qualification (nomenclature of 2019), below CAP split as the ASP does (metier.md §4.4)."""

    JAMAIS_SCOLARISE = "jamais_scolarise", "Jamais scolarisé"
    PRIMAIRE = "primaire", "École primaire"
    COLLEGE = "college", "Collège, sans diplôme"
    NIVEAU_3 = "niveau_3", "CAP, BEP (niveau 3)"
    NIVEAU_4 = "niveau_4", "Baccalauréat (niveau 4)"
    NIVEAU_5 = "niveau_5", "Bac + 2 (niveau 5)"
    NIVEAU_6 = "niveau_6", "Bac + 3 ou 4 (niveau 6)"
    NIVEAU_7 = "niveau_7", "Bac + 5 (niveau 7)"
    NIVEAU_8 = "niveau_8", "Doctorat (niveau 8)"
    ETRANGER = "etranger", "Diplôme étranger non reconnu"


class NatureSituation(models.TextChoices):
    """A right or a situation, true between two dates (metier.md §1 rows 35 and 70, §4.5)."""

    RSA = "rsa", "RSA"
    ASS = "ass", "ASS"
    ARE = "are", "Allocation chômage (ARE)"
    SALAIRE = "salaire", "Salaire ou revenu d’activité"
    PRIME_ACTIVITE = "prime_activite", "Prime d’activité"
    RETRAITE = "retraite", "Pension de retraite"
    FAMILIALES = "familiales", "Prestations familiales"
    LOGEMENT_AIDE = "logement_aide", "Aide au logement"
    INDEMNITES = "indemnites", "Indemnités journalières"
    SANS_RESSOURCES = "sans_ressources", "Sans ressources"
    AAH = "aah", "AAH"
    RQTH = "rqth", "RQTH"
    INVALIDITE = "invalidite", "Pension d’invalidité"
    FRANCE_TRAVAIL = "france_travail", "Inscription à France Travail"
    DELD = "deld", "Demandeur d’emploi de longue durée"
    DETLD = "detld", "Demandeur d’emploi de très longue durée (24 mois et plus)"
    SANS_QUALIFICATION = "sans_qualification", "Sans qualification reconnue"
    ASSURANCE_MALADIE = "assurance_maladie", "Assurance maladie à jour"
    COMPLEMENTAIRE = "complementaire", "Complémentaire santé (C2S ou autre)"
    MEDECIN_TRAITANT = "medecin_traitant", "Médecin traitant déclaré"
    DOMICILIATION = "domiciliation", "Domiciliation postale"
    PARENT_ISOLE = "parent_isole", "Parent isolé"
    ISOLE = "isole", "Personne isolée"
    QPV = "qpv", "Habite un quartier prioritaire"
    ZRR = "zrr", "Habite une zone de revitalisation rurale"
    ASE = "ase", "Sortie de l’aide sociale à l’enfance"
    TITRE_SEJOUR = "titre_sejour", "Titre de séjour"
    PROTECTION = "protection", "Réfugié ou protection internationale"
    PERMIS_B = "permis_b", "Permis B"
    PERMIS_EN_COURS = "permis_en_cours", "Permis en cours"
    VEHICULE = "vehicule", "Véhicule"
    LOGEMENT_AUTONOME = "logement_autonome", "Logement autonome"
    LOGEMENT_SEMI_DURABLE = "logement_semi_durable", "Logement semi-durable (résidence sociale, foyer…)"
    HEBERGE = "heberge", "Hébergé chez un proche"
    HEBERGEMENT_PRECAIRE = "hebergement_precaire", "Hébergement précaire (hôtel, squat…)"
    HEBERGEMENT_COLLECTIF = "hebergement_collectif", "Hébergement collectif"
    SANS_DOMICILE = "sans_domicile", "Sans domicile"
    MESURE_JUSTICE = "mesure_justice", "Mesure de justice"
    DETENTION = "detention", "Sortant de détention"
    TUTELLE = "tutelle", "Curatelle ou tutelle"


#: Health, justice, papers, protection: figures about them name nobody to whoever does not follow people.
SITUATIONS_SENSIBLES = (
    NatureSituation.AAH,
    NatureSituation.RQTH,
    NatureSituation.INVALIDITE,
    NatureSituation.TITRE_SEJOUR,
    NatureSituation.MESURE_JUSTICE,
    NatureSituation.INDEMNITES,
    NatureSituation.PROTECTION,
    NatureSituation.DETENTION,
    NatureSituation.TUTELLE,
)

#: Read by whoever sees the person (how one comes to work); the others by those who hold the file. The policy of the
#: table holds the same list.
SITUATIONS_OUVERTES = (NatureSituation.PERMIS_B, NatureSituation.PERMIS_EN_COURS, NatureSituation.VEHICULE)

#: The choices of the form, family by family (metier.md §1 rows 35 and 70).
FAMILLES_SITUATIONS = (
    (
        "Ressources",
        ("rsa", "ass", "are", "aah", "invalidite", "salaire", "prime_activite", "retraite", "familiales")
        + ("logement_aide", "indemnites", "sans_ressources"),
    ),
    ("Emploi", ("france_travail", "deld", "detld", "rqth", "sans_qualification")),
    (
        "Droits et papiers",
        ("titre_sejour", "protection", "assurance_maladie", "complementaire", "medecin_traitant")
        + ("domiciliation", "tutelle"),
    ),
    ("Situation de vie", ("parent_isole", "isole", "qpv", "zrr", "ase", "mesure_justice", "detention")),
    (
        "Logement",
        ("logement_autonome", "logement_semi_durable", "heberge", "hebergement_collectif", "hebergement_precaire")
        + ("sans_domicile",),
    ),
    ("Mobilité", ("permis_b", "permis_en_cours", "vehicule")),
)


class Lien(models.TextChoices):
    """Who a relative is to the person."""

    CONJOINT = "conjoint", "Conjoint·e ou partenaire"
    ENFANT = "enfant", "Enfant"
    PARENT = "parent", "Parent"
    FRATRIE = "fratrie", "Frère ou sœur"
    AUTRE = "autre", "Autre proche"


class GenreDocument(models.TextChoices):
    IDENTITE = "identite", "Pièce d’identité"
    CV = "cv", "CV"
    LETTRE = "lettre", "Lettre de motivation"
    DROITS = "droits", "Droits et attestations"
    CONTRAT = "contrat", "Contrat"
    DIPLOME = "diplome", "Diplôme ou certificat"
    AUTRE = "autre", "Autre"


class Canal(models.TextChoices):
    """How a message reaches somebody, once they have agreed to it."""

    COURRIEL = "courriel", "E-mail"
    SMS = "sms", "SMS"


class CanalInformation(models.TextChoices):
    """How somebody was told, or asked."""

    MAIN_PROPRE = "main_propre", "Remis en main propre"
    LU_ENSEMBLE = "lu_ensemble", "Lu ensemble"
    INTERPRETE = "interprete", "Lu avec un interprète"
    COURRIER = "courrier", "Courrier"
    COURRIEL = "courriel", "E-mail"


class ObjetConsentement(models.TextChoices):
    """What the accompaniment does not need, and so is asked (the rest stands on the mission: metier.md §4.10)."""

    PARTAGE = "partage", "Partage avec un partenaire"
    TEMOIGNAGE = "temoignage", "Photo ou témoignage"
    AUTRE = "autre", "Autre"


class GenreDemandeDroit(models.TextChoices):
    """The rights of the RGPD, art. 15 to 21."""

    ACCES = "acces", "Accès à ses données"
    RECTIFICATION = "rectification", "Rectification"
    EFFACEMENT = "effacement", "Effacement"
    LIMITATION = "limitation", "Limitation"
    OPPOSITION = "opposition", "Opposition"


class ReponseDroit(models.TextChoices):
    ACCEPTEE = "acceptee", "Acceptée"
    PARTIELLE = "partielle", "Acceptée en partie"
    REFUSEE = "refusee", "Refusée"


class GenreAppreciation(models.TextChoices):
    """What somebody wrote about the person, that they may contest."""

    DIAGNOSTIC = "diagnostic", "Diagnostic"
    ENTRETIEN = "entretien", "Compte rendu d’entretien"
    OBSERVATION = "observation", "Observation sur le chantier"
    RENOUVELLEMENT = "renouvellement", "Dossier de renouvellement"


class CauseEffacement(models.TextChoices):
    DEMANDE = "demande", "Demande de la personne"
    CONSERVATION = "conservation", "Fin de la durée de conservation"
    DECISION = "decision", "Décision de la direction"
