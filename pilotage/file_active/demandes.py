"""The list as its address asks for it, in SQL written once a day (docs/decisions/0008-requetes-preparees.md).

Writing the SQL of eight reasons and fifteen columns took the ORM longer than running it takes the database. The day,
the role and the thresholds of the structure are in the SQL; the structure, the reader and the hour are given at each
opening.
"""

from types import SimpleNamespace

from django.utils import timezone

from insertion.isolation.contexte import contexte_exige
from insertion.isolation.preparees import RequetePreparee
from insertion.models import Structure

from ..filters import FileActiveFilter
from .liste import COLONNES, file_active

#: What the reasons read of the structure.
SEUILS = ("delai_diagnostic_jours", "alerte_contrat_jours", "alerte_renouvellement_jours", "alerte_pass_jours")
#: What an address may say for its SQL to be kept; a name that is searched, or people ticked, are of one opening.
GARDES = ("tri", "referent", "motif", "sans_contact", "entrees")


class Resultats:
    """The rows of a `Paginator`: their count, then those of one page."""

    def __init__(self, filtre):
        utilisateur = filtre.request.user
        appartenance = utilisateur.appartenance
        seuils = tuple(getattr(appartenance.structure, seuil) for seuil in SEUILS)
        demande = tuple((nom, filtre.data[nom]) for nom in GARDES if filtre.data.get(nom))
        self.constantes = (filtre.aujourdhui, appartenance.role, seuils, demande)
        self.valeurs = {"utilisateur": utilisateur.pk, "maintenant": timezone.now()}

    def count(self):
        return len(_personnes(*self.constantes, **self.valeurs))

    def __getitem__(self, tranche):
        if tranche.start == tranche.stop:
            return []
        return _lignes(tranche.start, tranche.stop, *self.constantes, **self.valeurs)


def est_gardee(filtre):
    """Whether the SQL of the list that the address asks for is one of those kept."""
    return not any(valeur for nom, valeur in filtre.data.items() if nom not in (*GARDES, "page", "tous"))


def _filtrer(le, role, seuils, demande, *, utilisateur, maintenant):
    structure = Structure(pk=contexte_exige().structures[0], **dict(zip(SEUILS, seuils, strict=True)))
    appartenance = SimpleNamespace(structure=structure, structure_id=structure.pk, role=role)
    lecteur = SimpleNamespace(pk=utilisateur, appartenance=appartenance)
    personnes = file_active(lecteur, le, maintenant)
    return FileActiveFilter(dict(demande), personnes, request=SimpleNamespace(user=lecteur), aujourdhui=le)


_personnes = RequetePreparee(
    lambda *constantes, **valeurs: _filtrer(*constantes, **valeurs).qs.order_by().values_list("pk")
)
_lignes = RequetePreparee(
    lambda debut, fin, *constantes, **valeurs: _filtrer(*constantes, **valeurs).resultats.values_list(*COLONNES)[
        debut:fin
    ]
)
