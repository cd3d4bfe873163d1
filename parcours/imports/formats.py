"""Which file this is, and what each of its columns is: guessed once, corrected by people, then remembered."""

import hashlib

from ..models import CorrespondanceMemorisee
from . import champs

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
    return [champs.CHAMPS[cle].libelle for cle in MODELE]


def reconnaitre(tableau):
    """Return the slug of the format of a `Tableau` (keys of `LIBELLES`)."""
    trouves = {champs.deviner(entete) for entete in tableau.entetes}
    if tableau.entetes == entetes_du_modele():
        return "modele"
    for slug, signature in _SIGNATURES.items():
        if signature <= trouves:
            return slug
    freins = sum(cle.startswith("frein_") for cle in trouves)
    return "classeur_suivi" if freins >= 2 and {"nom", "date_entree"} & trouves else "tableau"


def empreinte(entetes):
    """The fingerprint of headings under which a structure's mapping is remembered."""
    return hashlib.sha256("\n".join(map(champs.normaliser, entetes)).encode()).hexdigest()


def deviner_les_colonnes(tableau):
    """Return {rank of the column (text): field key}. A heading that nothing explains is kept, as a note; two columns
    never feed one field; what is delicate or has no place here is left out, and shown as such.
    """
    colonnes, prises = {}, set()
    for rang, entete in enumerate(tableau.entetes):
        cle = _deviner(entete, tableau, rang)
        if cle in prises:
            cle = champs.CONSERVER
        if cle not in (champs.CONSERVER, champs.IGNORER):
            prises.add(cle)
        colonnes[str(rang)] = cle
    return colonnes


def _deviner(entete, tableau, rang):
    if champs.est_un_nir(entete) or not any(ligne.cellules[rang] for ligne in tableau.lignes):
        return champs.deviner(entete) or champs.IGNORER
    if cle := champs.deviner(entete):
        return cle
    if champs.normaliser(entete) in champs.SANS_PLACE or champs.est_delicat(entete):
        return champs.IGNORER
    return champs.CONSERVER


def memorisee(entetes):
    """Return the mapping that the structure used for these headings, or None."""
    ligne = CorrespondanceMemorisee.objects.filter(entetes=empreinte(entetes)).first()
    return ligne.correspondance if ligne else None


def memoriser(structure_id, entetes, colonnes):
    """Remember, for the structure, what each column of files with these headings is."""
    CorrespondanceMemorisee.objects.update_or_create(
        structure_id=structure_id,
        entetes=empreinte(entetes),
        defaults={"correspondance": {"colonnes": colonnes}},
    )
