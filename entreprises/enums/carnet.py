from django.db import models


class Secteur(models.TextChoices):
    """What a firm lives from: few words that a chargé d'insertion uses, beside the NAF code of its papers."""

    AGRICULTURE = "agriculture", "Agriculture, maraîchage"
    ESPACES_VERTS = "espaces_verts", "Espaces verts"
    BATIMENT = "batiment", "Bâtiment, travaux publics"
    INDUSTRIE = "industrie", "Industrie, conditionnement"
    LOGISTIQUE = "logistique", "Logistique, transport"
    COMMERCE = "commerce", "Commerce, distribution"
    RESTAURATION = "restauration", "Hôtellerie, restauration"
    PROPRETE = "proprete", "Propreté"
    AIDE = "aide", "Aide à la personne, santé"
    ADMINISTRATION = "administration", "Bureau, administration, accueil"
    REEMPLOI = "reemploi", "Réemploi, recyclage"
    NUMERIQUE = "numerique", "Numérique"
    AUTRE = "autre", "Autre"


class SecteurVert(models.TextChoices):
    """Green sectors that the trade looks for (metier.md §1 row 52)."""

    ENERGIES = "energies", "Énergies renouvelables"
    BIO = "bio", "Agriculture biologique"
    CIRCULAIRE = "circulaire", "Économie circulaire, réemploi"
    RENOVATION = "renovation", "Rénovation énergétique"
    NATURE = "nature", "Entretien de la nature"
    MOBILITE = "mobilite", "Mobilité douce"


class Effectif(models.TextChoices):
    """Size of a firm, in people employed."""

    AUCUN = "0", "Aucun salarié"
    TRES_PETITE = "1_9", "1 à 9 salariés"
    PETITE = "10_49", "10 à 49 salariés"
    MOYENNE = "50_249", "50 à 249 salariés"
    GRANDE = "250", "250 salariés et plus"


class Origine(models.TextChoices):
    """How the structure came to know the firm."""

    PROSPECTION = "prospection", "Prospection"
    RESEAU = "reseau", "Réseau de l’équipe"
    PERSONNE = "personne", "Une personne accompagnée"
    PARTENAIRE = "partenaire", "Un partenaire"
    EVENEMENT = "evenement", "Un forum, un événement"
    CLIENT = "client", "Cliente de la structure"
    SPONTANEE = "spontanee", "Elle nous a contactés"
    FICHIER = "fichier", "Un fichier importé"


class RoleContact(models.TextChoices):
    DIRECTION = "direction", "Direction"
    RH = "rh", "Ressources humaines"
    ENCADREMENT = "encadrement", "Encadrement d’équipe"
    TUTEUR = "tuteur", "Tuteur ou tutrice"
    ACHATS = "achats", "Achats, clientèle"
    ACCUEIL = "accueil", "Accueil, secrétariat"
    AUTRE = "autre", "Autre"


class PreferenceContact(models.TextChoices):
    TELEPHONE = "telephone", "Au téléphone"
    EMAIL = "email", "Par e-mail"
    VISITE = "visite", "De vive voix, sur place"


class ModeEchange(models.TextChoices):
    """How somebody of the team and a firm spoke."""

    APPEL = "appel", "Appel"
    VISITE = "visite", "Visite"
    RENCONTRE = "rencontre", "Rendez-vous dans nos murs"
    EVENEMENT = "evenement", "Forum, événement"
    COURRIEL = "courriel", "E-mail ou courrier"


#: Modes in which people met.
MODES_RENCONTRE = (ModeEchange.VISITE, ModeEchange.RENCONTRE, ModeEchange.EVENEMENT)


class ObjetEchange(models.TextChoices):
    """What an exchange is about (metier.md §1 row 17: prospection, sensibilisation au handicap psychique…)."""

    PROSPECTION = "prospection", "Prospection"
    SENSIBILISATION = "sensibilisation", "Sensibilisation au handicap"
    SENSIBILISATION_INSERTION = "sensibilisation_insertion", "Sensibilisation à l’insertion"
    OFFRE = "offre", "Offre ou besoin de recrutement"
    IMMERSION = "immersion", "Immersion"
    SUIVI = "suivi", "Suivi d’une personne en poste"
    PRESTATION = "prestation", "Prestation vendue"
    BILAN = "bilan", "Bilan du partenariat"
    ENQUETE = "enquete", "Enquête métier, visite d’entreprise"
    AUTRE = "autre", "Autre"


class ResultatEchange(models.TextChoices):
    """What came of it, in one tap (the call logged in 20 seconds)."""

    INTERESSE = "interesse", "Intéressé"
    OFFRE = "offre", "A une offre"
    RENDEZ_VOUS = "rendez_vous", "Rendez-vous pris"
    RAPPELER = "rappeler", "À rappeler"
    MESSAGE = "message", "Message laissé"
    SANS_REPONSE = "sans_reponse", "Pas de réponse"
    PAS_MAINTENANT = "pas_maintenant", "Pas pour le moment"
    REFUS = "refus", "Ne veut plus être contacté"


#: Results of a call that reached nobody: it does not make the firm « prospectée ».
RESULTATS_SANS_PERSONNE = (ResultatEchange.MESSAGE, ResultatEchange.SANS_REPONSE)


class EtatRelation(models.TextChoices):
    """Where the relation with a firm stands; computed from facts, never typed (`relation.py`)."""

    A_PROSPECTER = "a_prospecter", "À prospecter"
    PROSPECTEE = "prospectee", "Prospectée"
    RENCONTREE = "rencontree", "Rencontrée"
    PARTENAIRE = "partenaire", "Partenaire"
    EN_SOMMEIL = "en_sommeil", "En sommeil"
