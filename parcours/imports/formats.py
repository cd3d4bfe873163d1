"""Which file this is."""

from .champs import CATALOGUE, CHAMPS

LIBELLES = {
    "les_emplois": "Export des Emplois de l’inclusion",
    "classeur_suivi": "Classeur de suivi de la structure",
    "ancien_logiciel": "Export d’un ancien logiciel",
    "modele": "Modèle de Tremplin",
    "tableau": "Tableau",
}
_SIGNATURES = {
    "les_emplois": {"candidature_statut", "pass_numero", "pass_debut", "pass_fin", "source"},
    "ancien_logiciel": {"nom", "nom_naissance", "date_naissance", "identifiant_france_travail", "commentaire"},
}
#: Columns of our own model file, in their order.
MODELE = (
    *("nom", "prenom", "civilite", "date_naissance", "telephone", "email", "adresse", "code_postal", "commune"),
    *("referent", "date_entree", "date_fin_prevue", "heures_hebdo", "situation_rsa", "permis"),
    *("frein_mobilite", "frein_logement", "dernier_entretien", "commentaire"),
)


def entetes_du_modele():
    return [CHAMPS[cle].libelle for cle in MODELE]


def reconnaitre(tableau):
    """Return the slug of the format of a `Tableau` (keys of `LIBELLES`)."""
    trouves = {CATALOGUE.deviner(entete) for entete in tableau.entetes}
    if tableau.entetes == entetes_du_modele():
        return "modele"
    for slug, signature in _SIGNATURES.items():
        if signature <= trouves:
            return slug
    freins = sum(cle.startswith("frein_") for cle in trouves)
    return "classeur_suivi" if freins >= 2 and {"nom", "date_entree"} & trouves else "tableau"
