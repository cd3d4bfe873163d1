from django.db import models


class MotifRappel(models.TextChoices):
    RENDEZ_VOUS = "rendez_vous", "Rendez-vous demain"
    ENTRETIEN_EN_RETARD = "entretien_en_retard", "Entretien à prévoir"
    ACTION_EN_RETARD = "action_en_retard", "Action en retard"
    SORTIE_A_DOCUMENTER = "sortie_a_documenter", "Sortie à documenter"
    ENTREPRISE_A_RAPPELER = "entreprise_a_rappeler", "Entreprise à rappeler"
    IMMERSION_A_APPELER = "immersion_a_appeler", "Appel de mi-parcours d’une immersion"
    BILAN_IMMERSION = "bilan_immersion", "Bilan d’immersion à faire"
    SUIVI_POST_SORTIE = "suivi_post_sortie", "Nouvelles à prendre après la sortie"


class EtatEnvoi(models.TextChoices):
    A_ENVOYER = "a_envoyer", "À envoyer"
    PRIS = "pris", "Envoi en cours"
    ENVOYE = "envoye", "Envoyé"
    INCERTAIN = "incertain", "Envoyé, confirmation non reçue"
    ECHEC = "echec", "Échec"


class GenreFinanceur(models.TextChoices):
    """Who funds (metier.md §5)."""

    DREETS = "dreets", "DREETS"
    DEPARTEMENT = "departement", "Conseil départemental"
    FSE = "fse", "Fonds social européen"
    PLIE = "plie", "PLIE"
    CONVERGENCE = "convergence", "Convergence, Premières Heures"
    REGION = "region", "Région"
    COMMUNE = "commune", "Commune, intercommunalité"
    OPCO = "opco", "OPCO"
    FONDATION = "fondation", "Fondation, mécène"
    AUTRE = "autre", "Autre"


class ModeleBilan(models.TextChoices):
    """The templates of reports that we ship; their blocks are in `bilans/modeles.py`."""

    DREETS = "dreets", "Dialogue de gestion DREETS"
    IAE = "iae", "Bilan annuel IAE"
    FSE = "fse", "Bilan FSE+"
    DEPARTEMENT = "departement", "Conseil départemental (bénéficiaires du RSA)"
    PLIE = "plie", "Bilan PLIE"
    CONVERGENCE = "convergence", "Convergence, Premières Heures"
    GEIQ = "geiq", "Bilan GEIQ"
    INTERNE = "interne", "Rapport d’activité interne"
    VIERGE = "vierge", "Bilan vierge"
