from django.db import models


class MotifRappel(models.TextChoices):
    RENDEZ_VOUS = "rendez_vous", "Rendez-vous demain"
    ENTRETIEN_EN_RETARD = "entretien_en_retard", "Entretien à prévoir"
    ACTION_EN_RETARD = "action_en_retard", "Action en retard"
    SORTIE_A_DOCUMENTER = "sortie_a_documenter", "Sortie à documenter"
    ENTREPRISE_A_RAPPELER = "entreprise_a_rappeler", "Entreprise à rappeler"
    SUIVI_POST_SORTIE = "suivi_post_sortie", "Nouvelles à prendre après la sortie"


class EtatEnvoi(models.TextChoices):
    A_ENVOYER = "a_envoyer", "À envoyer"
    PRIS = "pris", "Envoi en cours"
    ENVOYE = "envoye", "Envoyé"
    INCERTAIN = "incertain", "Envoyé, confirmation non reçue"
    ECHEC = "echec", "Échec"
