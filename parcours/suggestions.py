"""Objectifs often agreed, offered while typing; the words stay free (metier.md §4.1.a)."""

from insertion.enums import Domaine

OBJECTIFS = {
    Domaine.LOGEMENT: (
        "Trouver un hébergement pour les prochaines semaines",
        "Déposer une demande de logement social",
        "Garder mon logement et réduire l’impayé de loyer",
        "Changer de logement",
    ),
    Domaine.MOBILITE: (
        "Savoir aller seul·e sur mon lieu de travail",
        "Passer le code de la route",
        "Passer le permis de conduire",
        "Trouver une solution pour les horaires décalés",
    ),
    Domaine.SANTE: (
        "Trouver un médecin traitant",
        "Mettre à jour ma couverture santé",
        "Reprendre les soins mis de côté",
    ),
    Domaine.HANDICAP: (
        "Déposer un dossier à la MDPH",
        "Demander un aménagement de poste",
    ),
    Domaine.ADDICTION: ("Rencontrer un service qui peut m’aider",),
    Domaine.DROITS: (
        "Ouvrir mes droits ou les renouveler",
        "Refaire une pièce d’identité ou un titre de séjour",
        "Faire mes démarches sans aide",
    ),
    Domaine.BUDGET: (
        "Faire le point sur mon budget",
        "Déposer un dossier de surendettement",
        "Mettre en place un échéancier",
    ),
    Domaine.LANGUE: (
        "Suivre un cours de français",
        "Comprendre les consignes au travail",
    ),
    Domaine.SAVOIRS: (
        "Remplir un formulaire sans aide",
        "Reprendre le calcul utile au travail",
    ),
    Domaine.NUMERIQUE: (
        "Créer et utiliser une adresse e-mail",
        "Avoir un téléphone ou un ordinateur et une connexion",
        "Faire mes démarches en ligne",
    ),
    Domaine.FAMILLE: (
        "Trouver une solution de garde",
        "Organiser l’aide à un proche",
        "Rompre l’isolement",
    ),
    Domaine.JUSTICE: ("Concilier mes rendez-vous obligatoires et le travail",),
    Domaine.FORMATION: (
        "Choisir une formation",
        "Entrer en formation qualifiante",
        "Faire reconnaître mon diplôme ou mon expérience",
    ),
    Domaine.PROJET: (
        "Découvrir un métier",
        "Confirmer mon projet par un stage",
        "Refaire mon CV et ma lettre",
        "Préparer un entretien d’embauche",
    ),
    Domaine.CONFIANCE: (
        "Participer à une activité chaque semaine",
        "Mettre en avant ce que je sais faire",
    ),
    Domaine.DISPONIBILITE: ("Libérer des demi-journées fixes",),
    Domaine.AGE: ("Préparer mes arguments face aux employeurs",),
}
