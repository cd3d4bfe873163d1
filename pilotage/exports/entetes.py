"""The columns of each list: one line each, its heading and where it is read."""

from entreprises import export
from insertion.droits import Droit
from insertion.enums import Domaine
from parcours.enums import Accompagnement, EtapePlacement, EtatAide, MotifRefus, TypeContrat

from .colonnes import Colonne, colonnes

TYPES_CONTRAT = dict(TypeContrat.choices)
THEMES = dict(Domaine.choices) | dict(Accompagnement.choices)


def _libelle(choix, nom):
    """Read an annotation that holds a code of `choix`."""
    libelles = dict(choix.choices)
    return lambda rangee: libelles.get(getattr(rangee, nom), "")


def _dernier_parcours(nom, libelles=None):
    """Read the last parcours of a person; a code in the words of `libelles`, if given."""
    colonne = Colonne("", nom)

    def lire(personne):
        valeur = colonne.lire(personne.les_parcours[-1]) if personne.les_parcours else None
        return libelles.get(valeur, "") if libelles else valeur

    return lire


def _themes(entretien):
    return [THEMES.get(code, code) for code in (*entretien.themes, *entretien.accompagnements)]


PERSONNE = (
    Colonne("Nom", "parcours.beneficiaire.nom"),
    Colonne("Prénom", "parcours.beneficiaire.prenom"),
    Colonne("Dispositif", "parcours.dispositif"),
)

PERSONNES = (
    *colonnes(
        ("Civilité", "get_civilite_display"),
        ("Nom d’usage", "nom"),
        ("Prénom", "prenom"),
        ("Nom de naissance", "nom_naissance"),
        ("Date de naissance", "date_naissance"),
        ("Téléphone", "telephone"),
        ("Adresse e-mail", "email"),
        ("Adresse", "adresse"),
        ("Code postal", "code_postal"),
        ("Commune", "commune"),
        ("Langues parlées", "langues"),
        ("Niveau de français", "get_niveau_francais_display"),
        ("Niveau de formation", "get_niveau_formation_display"),
        ("Identifiant France Travail", "identifiant_france_travail"),
        ("Référent·e", "noms_referents"),
        ("Situations en cours", lambda p: [s.get_nature_display() for s in p.du_jour]),
        ("Créée le", "created_at"),
    ),
    *colonnes(
        ("Dispositif", _dernier_parcours("dispositif")),
        ("Date d’entrée", _dernier_parcours("date_entree")),
        ("Fin prévue", _dernier_parcours("date_fin_prevue")),
        ("Date de sortie", _dernier_parcours("date_sortie")),
        ("Motif de sortie", _dernier_parcours("motif_sortie")),
        ("Orientation par", _dernier_parcours("get_orienteur_display")),
        ("Organisation qui oriente", _dernier_parcours("prescripteur")),
        ("Projet professionnel", _dernier_parcours("projet")),
        droit=Droit.VOIR_PARCOURS,
    ),
    *colonnes(
        ("Numéro de PASS IAE", _dernier_parcours("pass_numero")),
        ("Début du PASS IAE", _dernier_parcours("pass_debut")),
        ("Fin du PASS IAE", _dernier_parcours("pass_fin_effective")),
        ("Contrat en cours", _dernier_parcours("contrat_type", TYPES_CONTRAT)),
        ("Fin du contrat en cours", _dernier_parcours("contrat_fin")),
        ("Heures par semaine", _dernier_parcours("heures_hebdo")),
        droit=Droit.VOIR_CONTRATS,
    ),
    *colonnes(
        ("Dernier entretien", "vu_le"),
        ("Prochain rendez-vous", "prochain"),
        droit=Droit.VOIR_SUIVI,
    ),
)

CANDIDATURES = colonnes(
    ("Nom", "beneficiaire.nom"),
    ("Prénom", "beneficiaire.prenom"),
    ("Reçue le", "date"),
    ("État", "get_statut_display"),
    ("Dispositif souhaité", "dispositif"),
    ("Orientation par", "get_orienteur_display"),
    ("Organisation qui oriente", "prescripteur"),
    ("Interlocuteur", "prescripteur_contact"),
    ("Métier demandé", "metier"),
    ("En attente depuis le", "attente_depuis"),
    ("Décision du", "decidee_le"),
    ("Motif", "get_motif_display"),
)

PARCOURS = colonnes(
    ("Nom", "beneficiaire.nom"),
    ("Prénom", "beneficiaire.prenom"),
    ("Dispositif", "dispositif"),
    ("Date d’entrée", "date_entree"),
    ("Fin prévue", "date_fin_prevue"),
    ("Date de sortie", "date_sortie"),
    ("Heures par semaine", "heures_hebdo"),
    ("Orientation par", "get_orienteur_display"),
    ("Prescripteur", "prescripteur"),
    ("Numéro de PASS IAE", "pass_numero"),
    ("Début du PASS IAE", "pass_debut"),
    ("Fin du PASS IAE", "pass_fin_effective"),
)

SORTIES_A_DOCUMENTER = colonnes(
    ("Nom", "beneficiaire.nom"),
    ("Prénom", "beneficiaire.prenom"),
    ("Dispositif", "dispositif"),
    ("Date d’entrée", "date_entree"),
    ("Date de sortie", "date_sortie"),
)

CONTRATS = (
    *PERSONNE,
    *colonnes(
        ("Type de contrat", "get_type_display"),
        ("Du", "date_debut"),
        ("Au", "date_fin"),
        ("Fin anticipée le", "fin_anticipee_le"),
        ("Heures", "heures"),
        ("Comptées", "get_unite_heures_display"),
        ("Poste", "poste"),
        ("Support de travail", "support"),
        ("Site", "site"),
    ),
)

HEURES = (
    *PERSONNE,
    *colonnes(("Mois", "mois"), ("Heures travaillées", "heures"), ("Heures d’absence", "heures_absence")),
)

ENTRETIENS = (
    *PERSONNE,
    *colonnes(
        ("Date et heure", "date"),
        ("Genre", "get_genre_display"),
        ("Mode", "get_mode_display"),
        ("Durée (minutes)", "duree_minutes"),
        ("Trajet (minutes)", "trajet_minutes"),
        ("Lieu", "lieu"),
        ("Thèmes", _themes),
        ("Imprévu", "imprevu"),
        ("Mené par", "auteur"),
    ),
)

RENDEZ_VOUS = (
    *PERSONNE,
    *colonnes(
        ("Date et heure", "debut"),
        ("Durée (minutes)", "duree_minutes"),
        ("Avec", "interlocuteur"),
        ("Lieu", "lieu"),
        ("Statut", "get_statut_display"),
        ("Accompagné", "accompagne"),
    ),
)

DEMARCHES = (
    *PERSONNE,
    *colonnes(
        ("Date", "date"),
        ("Démarche", "intitule"),
        ("Organisme", "organisme"),
        ("Domaine", "get_domaine_display"),
        ("Faite", "get_fait_display"),
        ("La personne était présente", "personne_presente"),
        ("Résultat", "get_resultat_display"),
        ("À relancer le", "relance"),
        ("Durée (minutes)", "duree_minutes"),
        ("Notée par", "auteur"),
    ),
)

ORIENTATIONS = (
    *PERSONNE,
    *colonnes(
        ("Proposée le", "date"),
        ("Partenaire", "partenaire"),
        ("Pour lever un frein", "get_domaine_display"),
        ("Réponse de la personne", "get_accord_display"),
        ("Relancer le", "relance_le"),
        ("Réponse du partenaire", "get_retour_display"),
        ("Reçue le", "retour_le"),
    ),
)

AIDES = (
    *PERSONNE,
    *colonnes(
        ("Demandée le", "date"),
        ("Dispositif sollicité", "get_dispositif_display"),
        ("Organisme", "organisme"),
        ("Motif", "get_motif_display"),
        ("Objet", "objet"),
        ("Montant demandé (€)", "montant_demande"),
        ("État", _libelle(EtatAide, "etat")),
        ("Depuis le", "etat_le"),
        ("Montant accordé (€)", "montant_accorde"),
        ("Payée le", "paye_le"),
    ),
)

FORMATIONS = (
    *PERSONNE,
    *colonnes(
        ("Formation", "intitule"),
        ("Domaine", "get_domaine_display"),
        ("Organisme", "organisme"),
        ("Interne", "interne"),
        ("Proposée le", "proposee_le"),
        ("Réponse", "get_reponse_display"),
        ("Du", "debut"),
        ("Au", "fin"),
        ("Heures", "heures"),
        ("Financeur", "financeur"),
        ("Certification visée", "certification"),
        ("Résultat", "get_resultat_display"),
    ),
)

MISES_EN_RELATION = (
    *PERSONNE,
    *colonnes(
        ("Entreprise", "entreprise"),
        ("Poste", "poste"),
        ("Proposée le", "proposee_le"),
        ("Réponse de la personne", "get_accord_display"),
        ("Dernière étape", _libelle(EtapePlacement, "etape")),
        ("Le", "etape_le"),
        ("Motif", _libelle(MotifRefus, "motif")),
        ("Embauche à partir du", "embauche_le"),
    ),
)

IMMERSIONS = (
    *PERSONNE,
    *colonnes(
        ("Entreprise", "entreprise"),
        ("Métier ou poste", "poste"),
        ("Objet", "get_objet_display"),
        ("Du", "debut"),
        ("Au", "fin"),
        ("Heures par semaine", "heures_hebdo"),
        ("Prescripteur", "prescripteur"),
        ("Numéro de convention", "numero_convention"),
        ("Convention signée le", "signee_le"),
        ("Interrompue le", "interrompue_le"),
    ),
)

SORTIES = (
    *PERSONNE,
    *colonnes(
        ("Date de sortie", "date"),
        ("Catégorie", "get_categorie_display"),
        ("Motif", "motif_libelle"),
        ("Code du motif", "motif_code"),
        ("Employeur ou organisme", "destination"),
        ("Poste ou formation", "poste"),
        ("Forme de l’emploi", "get_forme_emploi_display"),
        ("Heures par semaine", "heures_hebdo"),
        ("Entretien de sortie le", "entretien_le"),
    ),
)

SEANCES = colonnes(
    ("Atelier", "atelier"),
    ("Thèmes", "atelier.themes"),
    ("Début", "debut"),
    ("Fin", "fin"),
    ("Lieu", "lieu"),
    ("Animée par", "animee_par"),
    ("Places", "capacite"),
    ("Places prises", "places_prises"),
    ("Présents", "presents"),
    ("Annulée le", "annulee_le"),
)

#: Those of the file that the import of firms reads back.
ENTREPRISES = colonnes(*((titre, "") for titre in export.ENTETES))

OFFRES = colonnes(
    ("Entreprise", "entreprise"),
    ("Poste", "intitule"),
    ("Nature", "get_nature_display"),
    ("Métier (ROME)", "rome"),
    ("Contrat", "get_contrat_display"),
    ("Heures par semaine", "heures_hebdo"),
    ("À partir du", "debut"),
    ("Jusqu’au", "fin"),
    ("Postes", "postes"),
    ("Commune", "lieu.commune"),
    ("Reçue le", "recue_le"),
    ("Expire le", "expire_le"),
    ("Close le", "cloturee_le"),
)

PARTENAIRES = colonnes(
    ("Nom", "nom"),
    ("Type", "get_type_display"),
    ("Interlocuteur", "interlocuteur"),
    ("Téléphone", "telephone"),
    ("E-mail", "email"),
    ("Adresse", "adresse"),
    ("Commune", "commune"),
    ("Site internet", "site"),
    ("À quoi ça sert", "presentation"),
    ("À jour au", "verifie_le"),
)

EVENEMENTS = colonnes(
    ("Nom", "nom"),
    ("Type", "get_type_display"),
    ("Jour", "jour"),
    ("De", "heure_debut"),
    ("À", "heure_fin"),
    ("Lieu", "lieu"),
    ("Entreprise", "entreprise"),
    ("Entreprises rencontrées", "rencontrees"),
    ("Annulé le", "annule_le"),
)
