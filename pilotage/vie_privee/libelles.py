"""What the columns are called in the copy of a file, where their model gives them no name that reads well there.

A column that a copy gives has a `verbose_name`, or a line here (tests/pilotage/vie_privee/test_extraits.py).
"""

#: name of the column, in every table → what the person reads.
PARTOUT = {
    "adresse": "Adresse",
    "auteur": "Noté par",
    "avis": "Avis",
    "code_postal": "Code postal",
    "commentaire": "Commentaire",
    "commune": "Commune",
    "competence": "Compétence",
    "compte_rendu": "Compte rendu",
    "contact": "Contact",
    "convention": "Convention",
    "created_at": "Noté le",
    "date": "Date",
    "date_fin_avant": "Date de fin d’avant",
    "decidee_par": "Décidé par",
    "demande": "Demande",
    "demande_par": "Demandé par",
    "demandee_par": "Demandé par",
    "depart": "Départ",
    "depose_par": "Déposé par",
    "dernier_contact": "Dernier contact",
    "dispositif": "Dispositif",
    "documents_remis": "Documents remis",
    "domaine": "Domaine",
    "donnee_par": "Donnée par",
    "donnees": "Ce qui a été lu dans le fichier",
    "entreprise": "Entreprise",
    "entretien": "Entretien",
    "envoye_at": "Envoyé le",
    "expire_le": "Valable jusqu’au",
    "fait": "Fait",
    "fichier": "Fichier",
    "financeur": "Financeur",
    "genre": "Genre",
    "grille": "Grille",
    "habitat": "Logement",
    "heures": "Heures",
    "heures_avant": "Heures d’avant",
    "horaires": "Horaires",
    "horaires_possibles": "Horaires possibles",
    "importation": "Import",
    "interrompue_le": "Interrompue le",
    "jours": "Jours",
    "le": "Le",
    "lien": "Lien",
    "lieu": "Lieu",
    "lot": "Lot",
    "mode": "Mode",
    "moment": "Moment",
    "mois": "Mois",
    "motif": "Motif",
    "nature": "Nature",
    "niveau": "Niveau",
    "nom": "Nom",
    "note_par": "Noté par",
    "notice": "Notice d’information",
    "objectif": "Objectif",
    "objet": "Objet",
    "observation": "Observation",
    "offre": "Offre",
    "organisme": "Organisme",
    "outil": "Outil",
    "par": "Demandé par",
    "parcours": "Parcours",
    "partenaire": "Partenaire",
    "plafond": "Heures au plus",
    "plancher": "Heures au moins",
    "pointe_par": "Présence notée par",
    "poste": "Poste",
    "prescripteur": "Prescripteur",
    "prestation": "Prestation",
    "prise_par": "Décidé par",
    "raison": "Raison",
    "raisons": "Raisons",
    "rang": "Rang",
    "rang_max": "Rang le plus haut",
    "recueilli_par": "Recueilli par",
    "recueillie_par": "Recueillie par",
    "relu_le": "Relu le",
    "remarque": "Remarque",
    "renouvelle": "Renouvelle",
    "reunion": "Réunion",
    "saisie_le": "Saisie le",
    "seance": "Séance",
    "sensible": "Réservée à l’équipe de suivi",
    "site": "Site",
    "situation": "Situation",
    "sortie_le": "Date de sortie",
    "statut": "Suite",
    "tuteur": "Tuteur ou tutrice",
    "utilisateur": "Collègue",
}
#: « Model.column » → the same, where the name of every table or of the page would say something else.
ICI = {
    "Beneficiaire.created_at": "Dossier ouvert le",
    "Participation.sensible": "Réservée à l’équipe de suivi",
    "PointRecherche.outil": "Démarche de recherche",
    "Referent.utilisateur": "Référent·e",
    "RendezVous.avec": "Chez qui",
    "RendezVous.utilisateur": "Avec",
    "Rappel.utilisateur": "Pour",
    "Renouvellement.motivation": "Motivation",
    "Renouvellement.autonomie": "Autonomie",
    "Renouvellement.participation": "Participation",
    "Renouvellement.projet": "Projet",
    "Renouvellement.assiduite_commentaire": "Commentaire sur l’assiduité",
    "Renouvellement.motivation_commentaire": "Commentaire sur la motivation",
    "Renouvellement.autonomie_commentaire": "Commentaire sur l’autonomie",
    "Renouvellement.participation_commentaire": "Commentaire sur la participation",
    "Renouvellement.projet_commentaire": "Commentaire sur le projet",
}


def libelle(champ):
    """What the column `champ` is called in a copy, with its capital."""
    nom = f"{champ.model.__name__}.{champ.name}"
    return ICI.get(nom) or (PARTOUT.get(champ.name) if est_sans_nom(champ) else None) or majuscule(champ.verbose_name)


def est_sans_nom(champ):
    """Whether its model left Django to name the column after itself (« created at »)."""
    return str(champ.verbose_name) == champ.name.replace("_", " ")


def majuscule(texte):
    """`texte` with a capital, the others as they are (« FSE+ »)."""
    return f"{str(texte)[:1].upper()}{str(texte)[1:]}"
