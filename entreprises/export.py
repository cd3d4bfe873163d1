"""The address book as a spreadsheet: what goes out reads back in."""

from django.db.models import Prefetch

from .enums import EtatRelation
from .imports.champs import CALCULES, CATALOGUE, MODELE
from .models import Contact

ENTETES = [*(CATALOGUE[cle].libelle for cle in MODELE), *CALCULES]


def lignes(entreprises):
    """The rows of `entreprises` (annotated by `avec_relation`) under `ENTETES`, two queries whatever their number."""
    actuels = Prefetch("contacts", Contact.objects.actuels(), to_attr="joignables")
    return [ligne(entreprise) for entreprise in entreprises.prefetch_related(actuels)]


def ligne(entreprise):
    """The cells of one firm that `joignables` (its contacts of today) was prefetched for, under `ENTETES`."""
    contact = next(iter(entreprise.joignables), None)
    valeurs = {
        **{nom: getattr(entreprise, nom) for nom in MODELE if hasattr(entreprise, nom)},
        "secteur": entreprise.get_secteur_display(),
        "secteurs_verts": " ; ".join(entreprise.libelles_verts),
        "effectif": entreprise.get_effectif_display(),
        "referent": str(entreprise.referent) if entreprise.referent_id else "",
        "dernier_echange": entreprise.dernier_echange_le,
        "contact": contact.nom if contact else "",
        "contact_prenom": contact.prenom if contact else "",
        "contact_fonction": (contact.fonction or contact.get_role_display()) if contact else "",
        "contact_telephone": contact.telephone if contact else "",
        "contact_email": contact.email if contact else "",
    }
    return [valeurs[cle] for cle in MODELE] + [EtatRelation(entreprise.etat_relation).label, entreprise.rappeler_le]
