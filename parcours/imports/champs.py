"""What a column of a file may be, and how its heading usually reads."""

import re

from beneficiaires.enums import NatureSituation
from insertion.enums import Domaine
from insertion.imports.champs import CONSERVER, IGNORER, Catalogue, Champ

__all__ = ["CATALOGUE", "CHAMPS", "CONSERVER", "IGNORER"]

#: Words of a heading that say whose value it is, never which value.
_VIDES = (
    *("candidat", "candidate", "salarie", "salaries", "beneficiaire", "participant", "jeune", "membre", "usager"),
    "personne",
)

_IDENTITE, _CONTACT, _NIVEAUX = "Identité", "Coordonnées", "Niveaux"
_PARCOURS, _CANDIDATURE, _SUIVI = "Parcours", "Candidature", "Suivi"
_SITUATIONS, _FREINS = "Droits et situations", "Freins (premier diagnostic)"

_CHAMPS = [
    Champ("nom", "Nom", _IDENTITE, "texte", ("nom", "nom usage", "nom famille", "nom usuel", "noms"), 80),
    Champ("prenom", "Prénom", _IDENTITE, "texte", ("prenom", "prenoms"), 80),
    Champ("nom_complet", "Nom et prénom", _IDENTITE, "nom_complet", ("nom prenom", "nom prenoms", "identite"), 160),
    Champ(
        "nom_naissance",
        "Nom de naissance",
        _IDENTITE,
        "texte",
        ("nom naissance", "nom jeune fille", "nom patronymique"),
        80,
    ),
    Champ(
        "civilite", "Civilité", _IDENTITE, "civilite", ("civilite", "h f", "f h", "sexe", "genre", "titre", "m mme")
    ),
    Champ(
        "date_naissance",
        "Date de naissance",
        _IDENTITE,
        "naissance",
        ("date naissance", "ne le", "nee le", "ne", "nee", "naissance", "ddn", "date nais", "date nee", "ne e"),
    ),
    Champ(
        "identifiant_france_travail",
        "Identifiant France Travail",
        _IDENTITE,
        "france_travail",
        (
            *("n france travail", "numero france travail", "identifiant france travail", "id france travail"),
            *("n pole emploi", "numero pole emploi", "identifiant pole emploi", "ide", "n ft", "n pe"),
        ),
    ),
    Champ(
        "telephone",
        "Téléphone",
        _CONTACT,
        "telephone",
        (
            "telephone",
            "tel",
            "portable",
            "mobile",
            "tel portable",
            "telephone portable",
            "numero telephone",
            "n telephone",
            "n tel",
        ),
    ),
    Champ(
        "email",
        "Adresse e-mail",
        _CONTACT,
        "email",
        (
            "email",
            "e mail",
            "mail",
            "courriel",
            "adresse mail",
            "adresse email",
            "adresse e mail",
            "adresse courriel",
        ),
    ),
    Champ("adresse", "Adresse", _CONTACT, "texte", ("adresse", "adresse postale", "rue", "domicile"), 200),
    Champ("code_postal", "Code postal", _CONTACT, "code_postal", ("code postal", "cp", "c p")),
    Champ("commune", "Commune", _CONTACT, "texte", ("commune", "ville", "localite", "ville residence"), 80),
    Champ("langues", "Langues parlées", _NIVEAUX, "langues", ("langues", "langue parlee", "langues parlees")),
    Champ("niveau_formation", "Niveau de formation", _NIVEAUX, "formation", ("niveau formation", "niveau etudes")),
    Champ(
        "niveau_francais",
        "Niveau de français",
        _NIVEAUX,
        "francais",
        ("niveau francais", "niveau langue", "niveau fle"),
    ),
    Champ(
        "referent",
        "Référent",
        _PARCOURS,
        "referent",
        ("referent", "referente", "ref", "cip", "referent cip", "suivi par"),
    ),
    Champ("dispositif", "Dispositif", _PARCOURS, "texte", ("dispositif", "action", "chantier", "programme"), 80),
    Champ(
        "date_entree",
        "Date d’entrée",
        _PARCOURS,
        "date",
        (
            *(
                "entree",
                "date entree",
                "debut contrat",
                "date debut contrat",
                "debut parcours",
                "date debut",
                "debut",
            ),
            *("dates debut embauche", "date debut embauche", "date embauche", "embauche", "entre le"),
        ),
    ),
    Champ(
        "date_fin_prevue",
        "Fin prévue",
        _PARCOURS,
        "date",
        (
            *(
                "fin contrat",
                "date fin contrat",
                "fin prevue",
                "date fin prevue",
                "date fin",
                "fin",
                "echeance contrat",
            ),
            *("dates fin embauche", "date fin embauche"),
        ),
    ),
    Champ("date_sortie", "Date de sortie", _PARCOURS, "date", ("date sortie", "sortie", "sorti le", "sortie le")),
    Champ(
        "heures_hebdo",
        "Heures par semaine",
        _PARCOURS,
        "heures",
        (
            "h sem",
            "heures semaine",
            "heures par semaine",
            "h semaine",
            "heures hebdo",
            "temps travail",
            "h hebdo",
            "heures",
        ),
    ),
    Champ(
        "projet", "Projet professionnel", _PARCOURS, "texte", ("projet", "projet professionnel", "emploi vise"), 200
    ),
    Champ(
        "pass_numero", "Numéro de PASS IAE", _PARCOURS, "pass", ("numero pass iae", "n pass iae", "pass iae", "pass")
    ),
    Champ(
        "pass_debut", "Début du PASS IAE", _PARCOURS, "date", ("debut pass iae", "date debut pass iae", "debut pass")
    ),
    Champ("pass_fin", "Fin du PASS IAE", _PARCOURS, "date", ("fin pass iae", "date fin pass iae", "fin pass")),
    Champ(
        "prescripteur",
        "Organisation qui oriente",
        _PARCOURS,
        "texte",
        ("nom organisation prescripteur", "prescripteur", "orienteur", "oriente par", "organisme prescripteur"),
        120,
    ),
    Champ(
        "prescripteur_contact",
        "Interlocuteur qui oriente",
        _PARCOURS,
        "texte",
        ("nom utilisateur prescripteur", "contact prescripteur"),
        120,
    ),
    Champ("source", "Source de la candidature", _CANDIDATURE, "texte", ("source candidature", "source"), 80),
    Champ("candidature_date", "Date de la candidature", _CANDIDATURE, "date", ("date candidature",)),
    Champ("candidature_statut", "Statut de la candidature", _CANDIDATURE, "statut", ("statut candidature",)),
    Champ("metier", "Métier demandé", _CANDIDATURE, "texte", ("metiers", "metier", "poste", "metier demande"), 160),
    Champ("motif_refus", "Motif de refus", _CANDIDATURE, "texte", ("motifs refus", "motif refus"), 160),
    Champ("dernier_entretien", "Dernier entretien", _SUIVI, "date", ("dernier entretien", "dernier rdv", "vu le")),
    Champ(
        "commentaire",
        "Commentaire",
        _SUIVI,
        "texte",
        (
            "observations",
            "observation",
            "commentaire",
            "commentaires",
            "remarques",
            "remarque",
            "notes",
            "note",
            "divers",
        ),
    ),
]

_SYNONYMES_SITUATIONS = {
    NatureSituation.RSA: ("rsa", "brsa", "beneficiaire rsa"),
    NatureSituation.ASS: ("ass",),
    NatureSituation.ARE: ("are", "chomage"),
    NatureSituation.AAH: ("aah",),
    NatureSituation.RQTH: ("rqth", "th", "travailleur handicape"),
    NatureSituation.DELD: ("deld", "detld"),
    NatureSituation.QPV: ("qpv", "quartier prioritaire"),
    NatureSituation.ZRR: ("zrr",),
    NatureSituation.PARENT_ISOLE: ("parent isole",),
    NatureSituation.FRANCE_TRAVAIL: ("inscrit france travail", "inscrit pole emploi", "inscription france travail"),
    NatureSituation.VEHICULE: ("vehicule", "voiture"),
    NatureSituation.SANS_RESSOURCES: ("sans ressources",),
}
_CHAMPS += [Champ("permis", "Permis", _SITUATIONS, "permis", ("permis", "permis b", "permis conduire"))]
_CHAMPS += [
    Champ(f"situation_{nature}", nature.label, _SITUATIONS, "oui_non", _SYNONYMES_SITUATIONS.get(nature, ()))
    for nature in NatureSituation
    if nature not in (NatureSituation.PERMIS_B, NatureSituation.PERMIS_EN_COURS)
]

_MOTS_DOMAINES = {
    Domaine.LOGEMENT: ("logement", "hebergement"),
    Domaine.MOBILITE: ("mobilite", "transport"),
    Domaine.SANTE: ("sante",),
    Domaine.HANDICAP: ("handicap",),
    Domaine.ADDICTION: ("addiction", "addictions"),
    Domaine.DROITS: ("administratif", "administratifs", "administrative", "droits", "demarches", "acces droits"),
    Domaine.BUDGET: ("budget", "financier", "finances", "surendettement", "ressources", "dettes"),
    Domaine.LANGUE: ("langue", "francais", "linguistique", "fle"),
    Domaine.SAVOIRS: ("savoirs", "illettrisme", "lecture", "lecture ecriture calcul", "savoirs base"),
    Domaine.NUMERIQUE: ("numerique", "informatique"),
    Domaine.FAMILLE: ("famille", "familial", "garde", "garde enfants", "garde enfant"),
    Domaine.JUSTICE: ("justice", "judiciaire"),
    Domaine.FORMATION: ("formation", "qualification"),
    Domaine.PROJET: ("projet", "experience"),
    Domaine.CONFIANCE: ("confiance", "isolement", "lien social"),
    Domaine.DISPONIBILITE: ("disponibilite",),
    Domaine.AGE: ("age",),
}
_CHAMPS += [Champ(f"frein_{domaine}", f"Frein : {domaine.label}", _FREINS, "niveau") for domaine in Domaine]

#: Headings that les emplois exports and that have no place here: the structure itself, states computed elsewhere.
SANS_PLACE = {
    *("departement", "nom structure employeur", "type employeur", "eligibilite iae validee"),
    *("eligible controle", "statut pass iae"),
}
_DELICAT = re.compile(
    r"\b(sante|medic\w*|patholog\w*|handicap\w*|maladie\w*|traitement\w*|addict\w*|alcool\w*|justice|judiciaire\w*"
    r"|casier|spip|prison|detention|sejour|religion|ethni\w*|origine|nationalite|psy\w*|grossesse)\b"
)


class CataloguePersonnes(Catalogue):
    """The fields of a caseload: « frein mobilité » is guessed, what is delicate is left out."""

    def deviner_autrement(self, mots):
        """« Difficulté mobilité » is the level of a frein."""
        sans_frein = re.sub(r"\b(freins?|difficultes?|problematiques?)\b", "", mots).strip()
        if sans_frein == mots:
            return ""
        domaine = next((d for d, noms in _MOTS_DOMAINES.items() if sans_frein in noms), None)
        return f"frein_{domaine}" if domaine else ""

    def est_a_taire(self, entete):
        """What has no place here, and what announces health, justice or origins: never in a shared note."""
        mots = self.normaliser(entete)
        return mots in SANS_PLACE or bool(_DELICAT.search(mots))


CATALOGUE = CataloguePersonnes(
    _CHAMPS,
    vides=_VIDES,
    essentiels=("nom", "nom_complet"),
    manque="Indiquez quelle colonne contient le nom.",
    plusieurs=("commentaire",),
    nomment=("nom", "prenom", "nom_complet"),
)
CHAMPS = CATALOGUE.champs
#: What a column may feed that only hangs on a parcours.
DU_PARCOURS = {c.cle for c in _CHAMPS if c.groupe in (_PARCOURS, _CANDIDATURE, _SUIVI, _FREINS)} | {CONSERVER}
