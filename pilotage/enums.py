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
    DIAGNOSTIC_INITIAL = "diagnostic_initial", "Premier diagnostic à faire"
    DIAGNOSTIC_ANCIEN = "diagnostic_ancien", "Diagnostic à refaire"
    RENOUVELLEMENT_A_DECIDER = "renouvellement", "Contrat à renouveler"
    RENOUVELLEMENT_A_VALIDER = "renouvellement_a_valider", "Renouvellement à approuver"
    CONTRAT_A_ETABLIR = "contrat_a_etablir", "Renouvellement accordé, contrat à établir"
    FIN_DE_CONTRAT = "fin_de_contrat", "Fin de contrat"
    FIN_DU_PASS = "fin_du_pass", "Fin du PASS IAE"
    FIN_DU_PARCOURS = "fin_du_parcours", "Durée maximale du parcours"
    FIN_DE_SUSPENSION = "fin_de_suspension", "Fin de suspension"
    DROIT_EXPIRE = "droit_expire", "Droit à renouveler"
    DOCUMENT_EXPIRE = "document_expire", "Document à renouveler"
    QUESTIONNAIRE_FSE = "questionnaire_fse", "Questionnaire FSE+ de sortie"
    BILAN_A_REMETTRE = "bilan_a_remettre", "Bilan à remettre"
    DOSSIER_A_COMPLETER = "dossier_a_completer", "Dossier à compléter"
    PERSONNE_EMPECHEE = "personne_empechee", "Ne peut pas venir, à rappeler"
    RELANCE = "relance", "À relancer, à la demande du responsable"
    PASSATION = "passation", "Dossier reçu d’un collègue"
    JUSTIFICATIF_EXPIRE = "justificatif_expire", "Justificatif d’éligibilité à renouveler"
    DOSSIER_A_EFFACER = "dossier_a_effacer", "Dossier bientôt effacé"
    PLAN_A_VALIDER = "plan_a_valider", "Plan à valider"
    PLAN_RENVOYE = "plan_renvoye", "Plan à revoir"
    PLAN_VALIDE = "plan_valide", "Plan validé, à remettre"
    AIDE_A_VALIDER = "aide_a_valider", "Aide à valider"
    AIDE_RENVOYEE = "aide_renvoyee", "Demande d’aide à revoir"
    AIDE_A_ENVOYER = "aide_a_envoyer", "Demande d’aide à envoyer"
    DEMANDE_DROIT = "demande_droit", "Demande d’une personne sur ses données"


class MotifSourdine(models.TextChoices):
    """Why nothing is asked about somebody for a while (issue « Rappels »)."""

    HOSPITALISATION = "hospitalisation", "Hospitalisation"
    INCARCERATION = "incarceration", "Incarcération"
    CONGE = "conge", "Congé, absence longue"
    AUTRE = "autre", "Autre raison"


class MotifReattribution(models.TextChoices):
    """Why files go from one colleague to another."""

    EQUILIBRE = "equilibre", "Répartition de la charge"
    DEPART = "depart", "Départ d’un collègue"
    ABSENCE = "absence", "Absence d’un collègue"
    AUTRE = "autre", "Autre raison"


class EtatEnvoi(models.TextChoices):
    A_ENVOYER = "a_envoyer", "À envoyer"
    PRIS = "pris", "Envoi en cours"
    ENVOYE = "envoye", "Envoyé"
    INCERTAIN = "incertain", "Envoyé, confirmation non reçue"
    ECHEC = "echec", "Échec"
    RETIRE = "retire", "Retiré"


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
