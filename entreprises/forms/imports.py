from insertion.imports import formulaires


class CorrespondanceForm(formulaires.CorrespondanceForm):
    """What each column is, and what to do of a firm already known."""

    SUJET = "une entreprise déjà connue"
