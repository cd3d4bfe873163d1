"""What the territory of the demonstration offers: who serves what, trainings, schemes.

Public bodies under their public names; everything else is invented.
"""

from entreprises.enums import DomaineFormation as D
from entreprises.enums import FaitDemande as F
from entreprises.enums import GenreDispositif as G
from entreprises.enums import NiveauVise, TypePartenaire

#: name → what it serves and how one is sent there; the partners themselves come with the orientations (appuis.py).
SERVICES = {
    "CAF du Nord": {
        "themes": [
            "famille--garde-denfants",
            "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits",
            "logement-hebergement--se-maintenir-dans-le-logement",
        ],
        "presentation": "Aides au logement, RSA, prime d’activité, place en crèche, travailleur social.",
        "public": "Toute personne, avec ou sans enfant",
        "demarche": "Rendez-vous en ligne, ou par téléphone au 3230.",
        "a_apporter": "Numéro d’allocataire\nPièce d’identité\nDernier avis d’imposition",
    },
    "CPAM de Roubaix-Tourcoing": {
        "themes": ["sante--acces-aux-soins"],
        "presentation": "Ouvrir ou mettre à jour ses droits, Complémentaire santé solidaire, bilan de santé gratuit.",
        "demarche": "Sans rendez-vous le matin ; la mission accompagnement santé rappelle sous 48 heures.",
        "a_apporter": "Carte Vitale ou attestation\nPièce d’identité\nRIB",
    },
    "France Travail Roubaix Centre": {
        "themes": ["trouver-un-emploi--repondre-a-des-offres-demploi", "se-former--trouver-sa-formation"],
        "presentation": "Inscription, offres, formations, aides à la mobilité et à la garde d’enfants.",
        "demarche": "Écrire au conseiller dans l’espace personnel, ou appeler le 3949.",
    },
    "Mission locale du Val de Marque": {
        "themes": [
            "choisir-un-metier--confirmer-son-choix-de-metier",
            "preparer-sa-candidature--realiser-un-cv-et-ou-une-lettre-de-motivation",
            "remobilisation--bien-etre-confiance-en-soi",
        ],
        "presentation": "Accompagne les jeunes vers l’emploi, le logement, la santé. Contrat d’engagement jeune.",
        "public": "De 16 à 25 ans",
        "demarche": "Réunion d’accueil le lundi à 14 h, sans rendez-vous.",
        "a_apporter": "Pièce d’identité\nCV, s’il y en a un",
    },
    "CCAS de Roubaix": {
        "themes": [
            "equipement-et-alimentation--alimentation",
            "difficultes-financieres--ameliorer-sa-gestion-budgetaire",
        ],
        "presentation": "Secours d’urgence, épicerie solidaire, domiciliation, écoute budgétaire.",
        "public": "Les habitants de la commune",
        "demarche": "Prendre rendez-vous à l’accueil ; urgence alimentaire : le matin même.",
        "a_apporter": "Justificatif de domicile\nRessources des trois derniers mois",
    },
    "Maison Nord Solidarités": {
        "themes": [
            "difficultes-administratives-ou-juridiques--beneficier-dune-mesure-daccompagnement-adapte",
            "famille--soutien-a-la-parentalite-et-a-leducation",
            "logement-hebergement--reduire-les-impayes-de-loyer",
        ],
        "presentation": "Assistantes sociales de secteur, protection maternelle et infantile, dossiers FSL.",
    },
    "Banque de France": {
        "themes": ["difficultes-financieres--situation-dendettement-surendettement"],
        "presentation": "Dossier de surendettement, droit au compte, information sur les fichiers.",
        "demarche": "Dépôt en ligne, par courrier ou au guichet, sur rendez-vous au 3414.",
        "a_apporter": "Liste des crédits et des dettes\nRelevés de compte\nPièce d’identité",
    },
    "Habitat du Val de Marque": {
        "themes": ["logement-hebergement--louer-un-logement", "logement-hebergement--changer-de-logement"],
        "presentation": "Bailleur social : demandes, mutations, conseillère sociale.",
    },
    "Action Logement": {
        "themes": ["logement-hebergement--louer-un-logement", "mobilite--financer-ma-mobilite"],
        "presentation": "Garantie Visale, avance du dépôt de garantie, aide à la mobilité des salariés.",
        "public": "Salariés et jeunes de moins de 30 ans",
    },
    "SOLIHA Métropole Nord": {
        "themes": ["logement-hebergement--se-maintenir-dans-le-logement"],
        "presentation": "Logement humide, trop petit ou à adapter : visite, travaux, médiation avec le propriétaire.",
    },
    "GRETA Lille Métropole": {
        "themes": ["lecture-ecriture-calcul--maitriser-le-francais", "lecture-ecriture-calcul--maitriser-le-calcul"],
        "presentation": "Français, savoirs de base, titres professionnels.",
        "demarche": "Test de positionnement le jeudi matin, sur inscription.",
    },
    "Auto-école Le Volant solidaire": {
        "themes": ["mobilite--preparer-un-permis", "mobilite--etre-accompagne-dans-son-parcours-mobilite"],
        "presentation": "Code en petit groupe, conduite à tarif solidaire, reprise de confiance.",
        "public": "Personnes en insertion, sur prescription",
        "demarche": "Fiche de prescription par e-mail, réponse sous huit jours.",
        "a_apporter": "Pièce d’identité\nASSR 2 pour les moins de 21 ans",
    },
    "Point d’accès au droit": {
        "themes": [
            "difficultes-administratives-ou-juridiques--prendre-en-compte-une-problematique-judiciaire",
            "difficultes-administratives-ou-juridiques--connaitre-ses-droits-face-a-une-discrimination",
        ],
        "presentation": "Avocats et juristes, gratuits et confidentiels.",
        "horaires": "Mardi et vendredi, de 9 h à 12 h, sur rendez-vous",
    },
    "Emmaüs Connect": {
        "themes": ["numerique--acquerir-un-equipement", "numerique--maitriser-les-fondamentaux-du-numerique"],
        "presentation": "Ordinateurs et recharges à petit prix, ateliers pour débuter.",
        "demarche": "Bon d’orientation à remettre à la personne.",
    },
}
#: Partners that come with the network only: (name, type, commune, telephone, themes, what they do, for whom).
AUTRES = (
    (
        *("Crèche Les P’tits Pas", TypePartenaire.ASSOCIATION, "Roubaix", "03 53 01 61 10"),
        ["famille--garde-denfants"],
        "Places d’urgence pour un entretien ou une reprise d’emploi, dès 6 h 30.",
        "Parents en recherche d’emploi",
    ),
    (
        *("Garage Les Deux Clés", TypePartenaire.ASSOCIATION, "Wattrelos", "03 53 01 61 20"),
        ["mobilite--acceder-a-un-vehicule", "mobilite--entretenir-reparer-son-vehicule"],
        "Location de voiture à 6 € par jour, réparation à tarif solidaire, vélos.",
        "Sur prescription d’un référent",
    ),
    (
        *("Centre de soins La Passerelle", TypePartenaire.SANTE, "Tourcoing", "03 53 01 61 30"),
        ["sante--addictions", "sante--sante-mentale"],
        "Consultations gratuites et anonymes : alcool, cannabis, écrans, mal-être.",
        "Toute personne et ses proches",
    ),
    (
        *("Cap emploi", TypePartenaire.CAP_EMPLOI, "Lille", "03 53 01 61 40"),
        ["trouver-un-emploi--maintien-dans-lemploi", "sante--constituer-un-dossier-mdph-invalidite"],
        "Emploi et handicap : reconnaissance, aménagement du poste, maintien.",
        "Personnes en situation de handicap",
    ),
    (
        *("Centre social des Trois Ponts", TypePartenaire.ASSOCIATION, "Roubaix", "03 53 01 61 50"),
        ["remobilisation--lien-social", "famille--soutien-a-la-parentalite-et-a-leducation"],
        "Ateliers, sorties, aide aux devoirs, café des parents.",
        "Les habitants du quartier",
    ),
    (
        *("La Cravate du Nord", TypePartenaire.ASSOCIATION, "Lille", "03 53 01 61 60"),
        ["trouver-un-emploi--convaincre-un-recruteur-en-entretien", "equipement-et-alimentation--habillement"],
        "Une tenue et une heure de conseil avant un entretien d’embauche.",
        "Avec une convocation à un entretien",
    ),
)
FRANCAIS, CALCUL = "lecture-ecriture-calcul--maitriser-le-francais", "lecture-ecriture-calcul--maitriser-le-calcul"
SE_FORMER, MOBILITE = "se-former--trouver-sa-formation", "mobilite--preparer-un-permis"
#: (name, domain, partner, hours, financing, themes, what it asks and leads to).
FORMATIONS = (
    ("Français, du niveau A1 au niveau A2", D.FRANCAIS, "GRETA Lille Métropole", 120, "OPCO", [FRANCAIS], {}),
    (
        "Français professionnel, le soir",
        D.FRANCAIS,
        "Centre social des Trois Ponts",
        60,
        "Département",
        [FRANCAIS],
        {"francais": "a2"},
    ),
    (
        "Remise à niveau, calcul et écrit",
        D.SAVOIRS,
        "GRETA Lille Métropole",
        90,
        "Région",
        [FRANCAIS, CALCUL],
        {"francais": "a2"},
    ),
    (
        "Bases du numérique",
        D.NUMERIQUE,
        "Emmaüs Connect",
        35,
        "Département",
        ["numerique--maitriser-les-fondamentaux-du-numerique"],
        {"certification": "Pix"},
    ),
    (
        *("Agent de propreté et d’hygiène", D.QUALIFIANTE, "GRETA Lille Métropole", 420, "Région", [SE_FORMER]),
        {
            "niveau": NiveauVise.NIVEAU_3,
            "certification": "Titre professionnel agent de propreté et d’hygiène",
            "francais": "a2",
            "faits_tous": [F.FRANCE_TRAVAIL],
            "autres_conditions": "Pouvoir rester debout plusieurs heures\nAccepter des horaires décalés",
        },
    ),
    (
        *("Agent de restauration", D.QUALIFIANTE, "GRETA Lille Métropole", 450, "Région", [SE_FORMER]),
        {
            "niveau": NiveauVise.NIVEAU_3,
            "certification": "Titre professionnel agent de restauration",
            "francais": "a2",
        },
    ),
    (
        "CACES R489, chariots de manutention",
        D.HABILITATION,
        "France Travail Roubaix Centre",
        35,
        "France Travail",
        [SE_FORMER],
        {"age_min": 18, "certification": "CACES R489", "autres_conditions": "Avoir un projet d’emploi en logistique"},
    ),
    (
        "Sauveteur secouriste du travail",
        D.HABILITATION,
        "",
        14,
        "La structure",
        [SE_FORMER],
        {"certification": "SST"},
    ),
    (
        "Code de la route, en petit groupe",
        D.PERMIS,
        "Auto-école Le Volant solidaire",
        40,
        "Département",
        [MOBILITE],
        {"age_min": 17, "faits_tous": [F.SANS_PERMIS_B], "francais": "a2"},
    ),
    (
        "Prépa projet, six semaines",
        D.PROJET,
        "Mission locale du Val de Marque",
        150,
        "Région",
        ["choisir-un-metier--confirmer-son-choix-de-metier"],
        {"age_min": 16, "age_max": 25},
    ),
)
MINIMA = [F.RSA, F.ASS, F.SANS_RESSOURCES]
#: (name, nature, partner, what it pays, amount, delay, themes, what it asks and how).
DISPOSITIFS = (
    (
        *("Aide au permis B", G.PERMIS, "France Travail Roubaix Centre", "une partie du permis de conduire"),
        *("jusqu’à 1 200 €", "trois semaines", [MOBILITE]),
        {
            "age_min": 18,
            "faits_tous": [F.FRANCE_TRAVAIL, F.SANS_PERMIS_B],
            "autres_conditions": "Le permis manque pour un emploi précis",
            "a_apporter": "Devis de l’auto-école\nPromesse d’embauche, s’il y en a une",
            "demarche": "La demande se fait avec le conseiller, avant de signer avec l’auto-école.",
        },
    ),
    (
        *("FSL, accès au logement", G.FSL, "Maison Nord Solidarités", "le dépôt de garantie et le premier loyer"),
        *("jusqu’à 600 €", "un mois", ["logement-hebergement--louer-un-logement"]),
        {
            "faits_un": [*MINIMA, F.PRIME_ACTIVITE],
            "autres_conditions": "Le loyer ne dépasse pas le plafond\nLe bail n’est pas encore signé",
            "a_apporter": "Projet de bail\nRessources des trois derniers mois\nAttestation de la CAF",
        },
    ),
    (
        *("FSL, impayés d’énergie", G.FSL, "Maison Nord Solidarités", "une facture d’électricité, de gaz ou d’eau"),
        *("jusqu’à 350 €", "un mois", ["logement-hebergement--se-maintenir-dans-le-logement"]),
        {
            "faits_tous": [F.LOGEMENT_AUTONOME],
            "faits_un": MINIMA,
            "a_apporter": "Facture ou relance\nAvis d’imposition",
        },
    ),
    (
        *("Chèques mobilité", G.CHEQUES_MOBILITE, "CCAS de Roubaix", "l’abonnement de transport"),
        *("32 € par mois, trois mois", "huit jours", ["mobilite--financer-ma-mobilite"]),
        {"faits_un": MINIMA, "autres_conditions": "Habiter Roubaix"},
    ),
    (
        *("Microcrédit personnel", G.MICROCREDIT, "CCAS de Roubaix", "l’achat ou la réparation d’un véhicule"),
        *(
            "de 300 à 5 000 €, à rembourser",
            "trois semaines",
            ["mobilite--acceder-a-un-vehicule", "difficultes-financieres--ameliorer-sa-gestion-budgetaire"],
        ),
        {"autres_conditions": "Pouvoir rembourser chaque mois\nNe pas avoir de dossier de surendettement en cours"},
    ),
    (
        *(
            "AGEPI, garde d’enfants",
            G.GARDE_ENFANTS,
            "France Travail Roubaix Centre",
            "une partie de la garde des enfants",
        ),
        *("de 170 à 520 €", "quinze jours", ["famille--garde-denfants"]),
        {
            "faits_tous": [F.FRANCE_TRAVAIL],
            "faits_un": [F.PARENT_ISOLE],
            "autres_conditions": "Avoir un enfant de moins de 10 ans\nReprendre un emploi ou une formation",
            "demarche": "Au plus tard un mois après la reprise.",
        },
    ),
    (
        *("Fonds d’aide aux jeunes", G.FAJ, "Mission locale du Val de Marque", "une dépense urgente du projet"),
        *(
            "jusqu’à 500 € par an",
            "une semaine",
            ["difficultes-financieres--prevenir-une-degradation-de-la-situation-financiere"],
        ),
        {"age_min": 18, "age_max": 25},
    ),
    (
        *("Accompagnement logement renforcé", G.ACCOMPAGNEMENT, "SOLIHA Métropole Nord", "", "", "deux mois"),
        ["logement-hebergement--sinformer-sur-les-demarches-liees-a-lacces-au-logement"],
        {"public": "Ménages logés depuis moins d’un an", "faits_tous": [F.LOGEMENT_AUTONOME]},
    ),
)
