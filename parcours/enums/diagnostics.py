from django.db import models


class AuteurDiagnostic(models.TextChoices):
    """Who made the diagnostic of eligibility: its life and what it asks for depend on it (metier.md §4.5)."""

    PRESCRIPTEUR = "prescripteur", "Un prescripteur habilité"
    EMPLOYEUR = "employeur", "Notre structure"


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

    @property
    def en_mots(self):
        """What a level says out of its column, where « Fort » alone would read as a strength."""
        if self is Niveau.LEGER:
            return "Gêne légère"
        return self.label if self is Niveau.APPUI else f"Frein {self.label.lower()}"


class NiveauReference(models.IntegerChoices):
    """Scale of the public grid (metier.md §4.1.d), from vulnerable to available; higher is better here too."""

    VULNERABLE = 1, "Vulnérable"
    FRAGILE = 2, "Fragile"
    EN_BONNE_VOIE = 3, "En bonne voie"
    DISPONIBLE = 4, "Disponible"

    @property
    def en_mots(self):
        return self.label


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
