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


class AuteurDiagnostic(models.TextChoices):
    """Who made the diagnostic of eligibility: its life and what it asks for depend on it (metier.md §4.5)."""

    PRESCRIPTEUR = "prescripteur", "Un prescripteur habilité"
    EMPLOYEUR = "employeur", "Notre structure"


class MotifDecision(models.TextChoices):
    """Why it was declined or fell through (metier.md §5.b « Application refusal motives », and places)."""

    NON_JOIGNABLE = "non_joignable", "Personne non joignable"
    ABSENT = "absent", "Absente à l’entretien"
    INDISPONIBLE = "indisponible", "Indisponible : en emploi ou en formation"
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


class NiveauReference(models.IntegerChoices):
    """Scale of the public grid (metier.md §4.1.d), from vulnerable to available; higher is better here too."""

    VULNERABLE = 1, "Vulnérable"
    FRAGILE = 2, "Fragile"
    EN_BONNE_VOIE = 3, "En bonne voie"
    DISPONIBLE = 4, "Disponible"


class Impact(models.TextChoices):
    """What a frein changes for work (metier.md §1 row 28)."""

    AUCUN = "aucun", "Aucun"
    FAIBLE = "faible", "Faible"
    FORT = "fort", "Fort"
    EMPECHE = "empeche", "Empêche de travailler pour l’instant"


class Priorite(models.TextChoices):
    """In which order the freins are worked on (metier.md §1 row 28)."""

    D_ABORD = "d_abord", "À traiter d’abord"
    ENSUITE = "ensuite", "Ensuite"
    PLUS_TARD = "plus_tard", "Plus tard"


class RechercheEmploi(models.TextChoices):
    """Whether looking for work is for now: « not yet » is an answer (metier.md §1 row 28)."""

    MAINTENANT = "maintenant", "Oui, c’est le moment"
    EN_PARALLELE = "en_parallele", "Oui, en même temps que le reste"
    PAS_ENCORE = "pas_encore", "Pas encore : autre chose passe avant"


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
    """The seven states of a request (metier.md §4.8, source MSS)."""

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


class NiveauCompetence(models.IntegerChoices):
    """How well something is done at the workplace; the words say more than the figure."""

    DECOUVERTE = 1, "Découverte"
    AVEC_AIDE = 2, "Avec de l’aide"
    SEUL = 3, "En autonomie"
    TRANSMET = 4, "Peut montrer aux autres"


class Presence(models.TextChoices):
    """What was seen of somebody's presence at the workplace."""

    A_L_HEURE = "a_l_heure", "À l’heure"
    RETARD = "retard", "En retard"
    PARTI_TOT = "parti_tot", "Départ en cours de journée"
    ABSENT_PREVENU = "absent_prevenu", "Absence annoncée"
    ABSENT = "absent", "Absence sans nouvelles"


class EvenementChantier(models.TextChoices):
    """What made the day different."""

    REUSSITE = "reussite", "Réussite"
    PROGRES = "progres", "Progrès"
    ENTRAIDE = "entraide", "Aide apportée à un collègue"
    ENGAGEMENT = "engagement", "Engagement pour le collectif ou l’environnement"
    DIFFICULTE = "difficulte", "Difficulté au poste"
    CONFLIT = "conflit", "Tension dans l’équipe"
    INCIDENT = "incident", "Incident"


class Accord(models.TextChoices):
    """What the person says of an objectif; not yet talked about is no row at all (metier.md §4.1.a, user_consent)."""

    OUI = "oui", "D’accord"
    NON = "non", "Pas d’accord"


class EtatAxe(models.TextChoices):
    EN_COURS = "en_cours", "En cours"
    ACQUIS = "acquis", "Acquis"
    ABANDONNE = "abandonne", "Abandonné"


class ButSortie(models.TextChoices):
    """What the accompaniment aims at, said before anything is known of the exit itself (metier.md §1 rows 42, 86)."""

    EMPLOI_DURABLE = "emploi_durable", "Un emploi durable (CDI, CDD de six mois et plus)"
    EMPLOI_TRANSITION = "emploi_transition", "Un emploi de transition (CDD court, intérim)"
    FORMATION = "formation", "Une formation qualifiante"
    CREATION = "creation", "Créer son activité"
    AUTRE_SIAE = "autre_siae", "Une autre structure d’insertion"
    PROTEGE = "protege", "Le milieu protégé ou adapté"
    LOGEMENT = "logement", "Un logement durable"
    SOINS = "soins", "Se stabiliser, se soigner avant l’emploi"
    RETRAITE = "retraite", "La retraite"
    AUTRE = "autre", "Autre chose"


class EtapeMetier(models.TextChoices):
    """Where a target job stands (metier.md §1 row 61: project, viability by immersion, then skills)."""

    EXPLORE = "explore", "Exploré"
    CONFIRME = "confirme", "Confirmé"
    VALIDE = "valide", "Validé par immersion"
    ABANDONNE = "abandonne", "Abandonné"


class StatutPiece(models.TextChoices):
    """State of a CV or of a letter (metier.md §1 row 14)."""

    BROUILLON = "brouillon", "Brouillon"
    RELU = "relu", "Relu"
    PRET = "pret", "Prêt à envoyer"


class OutilRecherche(models.TextChoices):
    """What somebody needs at hand to look for a job (metier.md §1 row 43)."""

    CV = "cv", "CV à jour"
    LETTRE = "lettre", "Lettre de motivation prête"
    PRESENTATION = "presentation", "Se présenter en deux minutes"
    ENTRETIEN = "entretien", "Entretien d’embauche préparé"
    FRANCE_TRAVAIL = "france_travail", "Inscription à France Travail à jour"
    MESSAGERIE = "messagerie", "Adresse e-mail et messagerie utilisables"
    SITES = "sites", "Alertes sur les sites d’offres"
    RESEAU = "reseau", "Réseau : proches et anciens collègues prévenus"
    ENTREPRISES = "entreprises", "Liste d’entreprises à contacter"
    SUIVI = "suivi", "Tableau des candidatures et des relances"
    REFERENCES = "references", "Employeurs qui peuvent recommander"
    TENUE = "tenue", "Tenue et trajet prêts pour un entretien"


class TypeContrat(models.TextChoices):
    """Contracts of the inclusion by work (metier.md §4.4, source les-emplois)."""

    CDDI = "cddi", "CDDI (insertion)"
    PREMIERES_HEURES = "premieres_heures", "Premières Heures (CTPH)"
    CONVERGENCE = "convergence", "CDDI Convergence"
    CDI_INCLUSION = "cdi_inclusion", "CDI inclusion"
    TREMPLIN = "tremplin", "CDD tremplin"
    USAGE = "usage", "CDD d’usage"
    TEMPORAIRE = "temporaire", "Contrat de travail temporaire"
    PROFESSIONNALISATION = "professionnalisation", "Contrat de professionnalisation"
    APPRENTISSAGE = "apprentissage", "Contrat d’apprentissage"
    CDD = "cdd", "CDD"
    CDI = "cdi", "CDI"
    CREATION = "creation", "Création d’activité"
    AUTRE = "autre", "Autre contrat"


#: What each type is called where there is little room.
TYPES_EN_BREF = {TypeContrat.CDDI: "CDDI", TypeContrat.PREMIERES_HEURES: "CTPH", TypeContrat.TEMPORAIRE: "Intérim"}
#: Contracts without a term.
TYPES_SANS_TERME = (TypeContrat.CDI_INCLUSION, TypeContrat.CDI, TypeContrat.CREATION)


class MotifDerogation(models.TextChoices):
    """Why a contract goes beyond a limit (L.5132-15-1, metier.md §4.4). Age and RQTH share one line, so that the
    contract tells nobody which."""

    FORMATION = "formation", "Formation à terminer"
    AGE_OU_RQTH = "age_ou_rqth", "50 ans et plus, ou RQTH"
    DIFFICULTES = "difficultes", "Difficultés particulièrement importantes"
    AUTRE = "autre", "Autre, à préciser"


class MotifSuspension(models.TextChoices):
    """Reasons that the state's platform offers today (metier.md §4.6). The older ones (illness, prison…) told too
    much: a suspension taken over from an old file is « autre »."""

    CONTRAT_SUSPENDU = "contrat_suspendu", "Contrat suspendu depuis plus de 15 jours"
    CONTRAT_ROMPU = "contrat_rompu", "Contrat rompu"
    CONTRAT_TERMINE = "contrat_termine", "Contrat terminé"
    ACCORD_CTA = "accord_cta", "Accord du comité technique d’animation"
    PASSERELLE = "passerelle", "Contrat passerelle (EI et ACI)"
    AUTRE = "autre", "Motif d’un ancien dossier"


class MotifProlongation(models.TextChoices):
    """Reasons for prolonging a PASS (metier.md §4.6); their ceilings are in models/pass_iae.py."""

    SENIOR_CDI = "senior_cdi", "CDI conclu avec une personne de plus de 57 ans"
    FORMATION = "formation", "Fin d’une formation"
    RQTH = "rqth", "Reconnaissance de travailleur handicapé (RQTH)"
    SENIOR = "senior", "50 ans et plus"
    DIFFICULTES = "difficultes", "Difficultés particulièrement importantes (AI et ACI)"


class Appreciation(models.IntegerChoices):
    """The grid of a renewal: higher is better; an empty line is « non évalué », never 0."""

    PAS_ENCORE = 0, "0 · Pas encore"
    FRAGILE = 1, "1 · Fragile"
    EN_PROGRES = 2, "2 · En progrès"
    ACQUIS = 3, "3 · Acquis"
    POINT_FORT = 4, "4 · Point fort"


class AvisRenouvellement(models.TextChoices):
    FAVORABLE = "favorable", "Favorable"
    RESERVES = "reserves", "Favorable avec réserves"
    DEFAVORABLE = "defavorable", "Défavorable"


class DecisionRenouvellement(models.TextChoices):
    RENOUVELE = "renouvele", "Contrat renouvelé"
    NON_RENOUVELE = "non_renouvele", "Contrat non renouvelé"


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
    DEMANDE_AIDE = "demande_aide", "Demande d’aide"
    ATTESTATION = "attestation", "Attestation de compétences"
    DIAGNOSTIC = "diagnostic", "Diagnostic partagé"
    RENOUVELLEMENT = "renouvellement", "Dossier de renouvellement"
    EMARGEMENT = "emargement", "Feuille d’émargement"

    PLAN = "plan", "Plan à remettre"


class Choix(models.TextChoices):
    """What to do with one line of an imported file."""

    CREER = "creer", "Créer"
    METTRE_A_JOUR = "mettre_a_jour", "Mettre à jour"
    IGNORER = "ignorer", "Ignorer"


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


class Habitat(models.TextChoices):
    """Where somebody lives, from the street to a home of their own, in this order (metier.md §1 row 72, §5.b)."""

    RUE = "rue", "À la rue"
    PRECAIRE = "precaire", "Hébergement précaire"
    URGENCE = "urgence", "Hébergement d’urgence"
    COLLECTIF = "collectif", "Hébergement provisoire ou collectif"
    SEMI_DURABLE = "semi_durable", "Logement semi-durable"
    AUTONOME = "autonome", "Logement autonome, durable"


class PresenceSeance(models.TextChoices):
    """What became of somebody's place at a séance (metier.md §5.b: seen, excused, noshow)."""

    PRESENT = "present", "Présent"
    EXCUSE = "excuse", "Absence excusée"
    ABSENT = "absent", "Absence non excusée"


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


class ReponseFormation(models.TextChoices):
    """What the person answers to a training proposed to them (metier.md §1 row 75)."""

    ACCEPTEE = "acceptee", "Acceptée"
    REFUSEE = "refusee", "Refusée"


class EtatFormation(models.TextChoices):
    """Where a training is on a day; read from its dates, never stored."""

    PROPOSEE = "proposee", "Proposée, en attente de réponse"
    REFUSEE = "refusee", "Refusée par la personne"
    A_PLANIFIER = "a_planifier", "Acceptée, dates à fixer"
    A_VENIR = "a_venir", "À venir"
    EN_COURS = "en_cours", "En cours"
    TERMINEE = "terminee", "Terminée"
    INTERROMPUE = "interrompue", "Interrompue"


class Certification(models.TextChoices):
    """Result of the certification aimed at (metier.md §1 row 82)."""

    OBTENUE = "obtenue", "Obtenue"
    PARTIELLE = "partielle", "Obtenue en partie (blocs)"
    NON_OBTENUE = "non_obtenue", "Non obtenue"
