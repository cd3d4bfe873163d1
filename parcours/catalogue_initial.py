"""The catalogue that a structure starts with: objectifs and actions often agreed, in plain words (metier.md §4.1.a).

The themes are those of carnet-de-bord (Apache-2.0); the sentences are ours. A structure changes them as it likes.
"""

from insertion.enums import Domaine

from .enums import Acteur

_P, _E, _R, _X = Acteur.PERSONNE, Acteur.ENSEMBLE, Acteur.PROFESSIONNEL, Acteur.PARTENAIRE

#: Domain → (objectif, how one will know that it is reached).
OBJECTIFS = {
    Domaine.LOGEMENT: (
        ("Trouver un hébergement pour les prochaines semaines", "j’ai une place et une date"),
        ("Déposer une demande de logement social", "j’ai mon numéro unique"),
        ("Garder mon logement et réduire l’impayé de loyer", "l’échéancier est signé et suivi"),
        ("Changer de logement", "le bail est signé"),
    ),
    Domaine.MOBILITE: (
        ("Savoir aller seul·e sur mon lieu de travail", "j’ai fait le trajet trois fois sans aide"),
        ("Passer le code de la route", "j’ai le code"),
        ("Passer le permis de conduire", "j’ai le permis"),
        ("Trouver une solution pour les horaires décalés", "je suis à l’heure, même tôt ou tard"),
    ),
    Domaine.SANTE: (
        ("Trouver un médecin traitant", "le médecin est déclaré"),
        ("Mettre à jour ma couverture santé", "ma carte Vitale est à jour"),
        ("Reprendre les soins mis de côté", "le premier rendez-vous a eu lieu"),
    ),
    Domaine.HANDICAP: (
        ("Déposer un dossier à la MDPH", "j’ai l’accusé de réception"),
        ("Demander un aménagement de poste", "l’aménagement est en place"),
    ),
    Domaine.ADDICTION: (("Rencontrer un service qui peut m’aider", "je suis allé·e au premier rendez-vous"),),
    Domaine.DROITS: (
        ("Ouvrir mes droits ou les renouveler", "la notification est arrivée"),
        ("Refaire une pièce d’identité ou un titre de séjour", "j’ai le document"),
        ("Faire mes démarches sans aide", "j’ai fait une démarche du début à la fin"),
    ),
    Domaine.BUDGET: (
        ("Faire le point sur mon budget", "je sais ce qui entre et ce qui sort chaque mois"),
        ("Déposer un dossier de surendettement", "le dossier est déclaré recevable"),
        ("Mettre en place un échéancier", "trois mensualités sont payées"),
    ),
    Domaine.LANGUE: (
        ("Suivre un cours de français", "je suis inscrit·e et je viens chaque semaine"),
        ("Comprendre les consignes au travail", "je n’ai plus besoin qu’on me les répète"),
    ),
    Domaine.SAVOIRS: (
        ("Remplir un formulaire sans aide", "j’ai rempli un formulaire complet"),
        ("Reprendre le calcul utile au travail", "je sais compter les quantités de mon poste"),
    ),
    Domaine.NUMERIQUE: (
        ("Créer et utiliser une adresse e-mail", "j’envoie un message avec une pièce jointe"),
        ("Avoir un téléphone ou un ordinateur et une connexion", "je peux me connecter chez moi"),
        ("Faire mes démarches en ligne", "je me suis actualisé·e sans aide"),
    ),
    Domaine.FAMILLE: (
        ("Trouver une solution de garde", "la place est réservée aux heures de travail"),
        ("Organiser l’aide à un proche", "quelqu’un prend le relais quand je travaille"),
        ("Rompre l’isolement", "je vois quelqu’un ou fais une activité chaque semaine"),
    ),
    Domaine.JUSTICE: (("Concilier mes rendez-vous obligatoires et le travail", "aucun rendez-vous n’est manqué"),),
    Domaine.FORMATION: (
        ("Choisir une formation", "j’ai rencontré deux organismes"),
        ("Entrer en formation qualifiante", "j’ai une date d’entrée"),
        ("Faire reconnaître mon diplôme ou mon expérience", "le dossier est accepté"),
    ),
    Domaine.PROJET: (
        ("Découvrir un métier", "j’ai parlé avec deux personnes qui le font"),
        ("Confirmer mon projet par un stage", "le bilan du stage est fait"),
        ("Refaire mon CV et ma lettre", "les deux sont relus et prêts à envoyer"),
        ("Préparer un entretien d’embauche", "j’ai fait un entretien blanc"),
        ("Chercher un emploi de façon régulière", "j’envoie deux candidatures par semaine"),
    ),
    Domaine.CONFIANCE: (
        ("Participer à une activité chaque semaine", "je suis venu·e quatre semaines de suite"),
        ("Mettre en avant ce que je sais faire", "je peux citer cinq savoir-faire"),
    ),
    Domaine.DISPONIBILITE: (("Libérer des demi-journées fixes", "mon planning est donné à l’équipe"),),
    Domaine.AGE: (("Préparer mes arguments face aux employeurs", "je sais répondre à la question de l’âge"),),
}

#: Domain → (action, who does it most often).
ACTIONS = {
    Domaine.LOGEMENT: (
        ("Remplir la demande de logement social", _E),
        ("Appeler le 115 ou le SIAO", _E),
        ("Demander le fonds de solidarité pour le logement", _E),
        ("Prendre rendez-vous avec l’assistante sociale du bailleur", _P),
    ),
    Domaine.MOBILITE: (
        ("Faire le trajet à blanc", _P),
        ("S’inscrire à l’auto-école sociale", _P),
        ("Réviser le code en ligne, un quart d’heure par jour", _P),
        ("Demander la carte de transport à tarif solidaire", _P),
        ("Louer un vélo ou un scooter auprès d’une association", _X),
    ),
    Domaine.SANTE: (
        ("Faire le bilan de santé gratuit de l’Assurance maladie", _P),
        ("Prendre rendez-vous chez le médecin", _P),
        ("Demander la Complémentaire santé solidaire", _E),
        ("Rencontrer le médecin bénévole", _X),
    ),
    Domaine.HANDICAP: (
        ("Remplir le dossier MDPH", _E),
        ("Faire remplir le certificat médical", _P),
        ("Contacter Cap emploi", _R),
    ),
    Domaine.ADDICTION: (
        ("Appeler le CSAPA pour un premier rendez-vous", _P),
        ("Aller au premier rendez-vous à deux", _E),
    ),
    Domaine.DROITS: (
        ("Rassembler les papiers demandés", _P),
        ("Appeler la CAF, en présence de la personne", _E),
        ("Demander le renouvellement du titre de séjour en ligne", _E),
        ("Prendre rendez-vous à France Services", _P),
        ("Faire la déclaration de ressources", _P),
    ),
    Domaine.BUDGET: (
        ("Noter ses dépenses pendant un mois", _P),
        ("Faire le tableau des entrées et des sorties", _E),
        ("Rencontrer le Point conseil budget", _X),
        ("Écrire aux créanciers", _E),
        ("Suivre l’atelier budget", _P),
    ),
    Domaine.LANGUE: (
        ("Passer le test de positionnement en français", _P),
        ("S’inscrire à un cours de français", _E),
        ("Apprendre les mots du métier avec la formatrice", _X),
    ),
    Domaine.SAVOIRS: (
        ("Rencontrer l’organisme qui lutte contre l’illettrisme", _X),
        ("Remplir sa feuille d’heures chaque semaine", _P),
    ),
    Domaine.NUMERIQUE: (
        ("Créer une adresse e-mail", _E),
        ("Suivre l’atelier numérique", _P),
        ("Demander un ordinateur reconditionné", _E),
        ("S’actualiser sur le site de France Travail", _P),
    ),
    Domaine.FAMILLE: (
        ("Visiter deux crèches ou assistantes maternelles", _P),
        ("Déposer le dossier de crèche", _P),
        ("Prendre rendez-vous avec l’assistante sociale", _P),
    ),
    Domaine.JUSTICE: (
        ("Donner le calendrier des rendez-vous à son référent", _P),
        ("Appeler le conseiller d’insertion et de probation", _R),
        ("Rencontrer un avocat au Point-justice", _X),
    ),
    Domaine.FORMATION: (
        ("Aller à une réunion d’information", _P),
        ("Remplir le dossier d’inscription", _E),
        ("Demander le financement", _R),
        ("Faire traduire et comparer son diplôme", _P),
    ),
    Domaine.PROJET: (
        ("Rencontrer un professionnel du métier", _P),
        ("Chercher une entreprise pour une immersion", _R),
        ("Refaire le CV", _E),
        ("Écrire une lettre de motivation", _E),
        ("Faire un entretien d’embauche blanc", _E),
        ("Mettre à jour son inscription à France Travail", _P),
    ),
    Domaine.CONFIANCE: (
        ("Venir à l’atelier de la semaine", _P),
        ("Lister ce que je sais faire, avec des exemples", _E),
        ("Rencontrer la psychologue de l’équipe", _X),
    ),
    Domaine.DISPONIBILITE: (("Écrire le planning de la semaine", _E),),
    Domaine.AGE: (
        ("Demander son relevé de carrière", _P),
        ("Préparer ses réponses sur l’âge", _E),
    ),
}
