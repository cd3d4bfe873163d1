"""What a column of a file of firms may be."""

from insertion.imports.champs import Catalogue, Champ

_FIRME, _LIEU, _CONTACT, _RELATION = "Entreprise", "Où et comment la joindre", "Contact", "Relation"

_CHAMPS = [
    Champ(
        "raison_sociale",
        "Raison sociale",
        _FIRME,
        "texte",
        (
            *("raison sociale", "entreprise", "nom entreprise", "nom", "societe", "nom societe", "denomination"),
            *("etablissement", "employeur", "structure", "enseigne", "nom commercial", "client"),
        ),
        160,
    ),
    Champ("siret", "SIRET", _FIRME, "siret", ("siret", "n siret", "numero siret", "no siret", "siret entreprise")),
    Champ("naf", "Code NAF", _FIRME, "naf", ("naf", "code naf", "ape", "code ape", "naf ape", "code ape naf")),
    Champ(
        "secteur",
        "Secteur",
        _FIRME,
        "secteur",
        ("secteur", "secteur activite", "activite", "domaine", "domaine activite", "branche"),
    ),
    Champ(
        "secteurs_verts",
        "Secteurs verts",
        _FIRME,
        "verts",
        ("secteurs verts", "secteur vert", "filiere verte", "vert", "verte"),
    ),
    Champ(
        "effectif",
        "Effectif",
        _FIRME,
        "effectif",
        ("effectif", "effectifs", "taille", "nombre salaries", "nb salaries", "salaries", "tranche effectif"),
    ),
    Champ(
        "adresse",
        "Adresse",
        _LIEU,
        "texte",
        ("adresse", "adresse postale", "rue", "voie", "adresse entreprise", "adresse 1"),
        200,
    ),
    Champ("code_postal", "Code postal", _LIEU, "code_postal", ("code postal", "cp", "c p")),
    Champ("commune", "Commune", _LIEU, "texte", ("commune", "ville", "localite"), 80),
    Champ(
        "telephone",
        "Téléphone",
        _LIEU,
        "numero",
        ("telephone", "tel", "standard", "telephone standard", "tel fixe", "fixe", "n telephone", "tel entreprise"),
    ),
    Champ(
        "email",
        "Adresse e-mail",
        _LIEU,
        "email",
        ("email", "e mail", "mail", "courriel", "adresse mail", "adresse email", "adresse e mail", "mail entreprise"),
    ),
    Champ("site", "Site internet", _LIEU, "site", ("site", "site internet", "site web", "web", "url")),
    Champ(
        "contact",
        "Contact : nom",
        _CONTACT,
        "texte",
        (
            *("contact", "nom contact", "contact nom", "interlocuteur", "nom interlocuteur", "responsable"),
            *("personne contact", "correspondant", "dirigeant", "gerant", "rh", "drh"),
        ),
        80,
    ),
    Champ(
        "contact_prenom", "Contact : prénom", _CONTACT, "texte", ("contact prenom", "prenom contact", "prenom"), 80
    ),
    Champ(
        "contact_fonction",
        "Contact : fonction",
        _CONTACT,
        "texte",
        ("fonction", "contact fonction", "fonction contact", "poste", "poste contact", "qualite"),
        120,
    ),
    Champ(
        "contact_telephone",
        "Contact : téléphone",
        _CONTACT,
        "numero",
        (
            *("contact telephone", "telephone contact", "tel contact", "contact tel", "portable", "mobile"),
            *("ligne directe", "tel portable", "telephone portable", "portable contact"),
        ),
    ),
    Champ(
        "contact_email",
        "Contact : e-mail",
        _CONTACT,
        "email",
        (
            *("contact email", "contact e mail", "email contact", "mail contact", "contact mail"),
            *("e mail contact", "adresse mail contact", "courriel contact"),
        ),
    ),
    Champ(
        "referent",
        "Suivie par",
        _RELATION,
        "texte",
        (
            "referent",
            "referente",
            "suivie par",
            "suivi par",
            "cip",
            "charge relation entreprise",
            "cre",
            "responsable suivi",
        ),
    ),
    Champ(
        "dernier_echange",
        "Dernier échange",
        _RELATION,
        "date",
        (
            *("dernier contact", "date dernier contact", "dernier echange", "dernier appel", "date contact"),
            *("derniere visite", "contacte le", "contactee le", "date dernier echange", "dernier rdv"),
        ),
    ),
    Champ(
        "remarques",
        "Remarques",
        _RELATION,
        "texte",
        (
            *("remarques", "remarque", "observations", "observation", "commentaire", "commentaires", "notes"),
            *("note", "divers", "a savoir", "precisions"),
        ),
    ),
]

#: What our own export says besides, and that is computed from facts.
CALCULES = ("Relation", "À rappeler le")


class CatalogueEntreprises(Catalogue):
    def est_a_taire(self, entete):
        """What the export computed reads back as nothing."""
        return self.normaliser(entete) in {self.normaliser(calcule) for calcule in CALCULES}


CATALOGUE = CatalogueEntreprises(
    _CHAMPS,
    vides=("personne",),
    essentiels=("raison_sociale",),
    manque="Indiquez quelle colonne contient la raison sociale.",
    plusieurs=("remarques",),
)

#: Columns of our own model file, and of the export, in their order.
MODELE = (
    *("raison_sociale", "siret", "naf", "secteur", "secteurs_verts", "effectif"),
    *("adresse", "code_postal", "commune", "telephone", "email", "site"),
    *("contact", "contact_prenom", "contact_fonction", "contact_telephone", "contact_email"),
    *("referent", "dernier_echange", "remarques"),
)
