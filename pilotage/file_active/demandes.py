"""The list as its address asks for it, in SQL written once a day (docs/decisions/0008-requetes-preparees.md).

Who is found comes in the order of a column; the orders that mix what is read of everybody are made here. The columns
are then read of the people of one page. The day, the role and the thresholds of the structure are in the SQL; the
structure, the reader and the hour are given at each opening.
"""

from functools import cached_property, partial
from types import SimpleNamespace

from django.contrib.postgres.aggregates import ArrayAgg
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from insertion.isolation.contexte import contexte_exige
from insertion.isolation.preparees import RequetePreparee, en_liste
from insertion.models import Structure

from ..filters import FileActiveFilter
from .liste import COLONNES, Ligne, file_active
from .motifs import SEUILS
from .releve import TRIS

#: What an address may say for its SQL to be kept; a name that is searched, or people ticked, are of one opening.
GARDES = ("tri", "referent", "motif", "sans_contact", "entrees")
#: What is left to read of the people of one page, once everybody's has been.
LUES = tuple(nom for nom in COLONNES if nom not in ("regard", "vu_le", "actions"))


class Resultats:
    """The `Ligne`s of a `Paginator`: how many people are found, then those of one page.

    Who is found is asked for at once; `releve`, which sorts them and says what was read of everybody, is given after.
    """

    def __init__(self, filtre):
        utilisateur = filtre.request.user
        appartenance = utilisateur.appartenance
        seuils = tuple(getattr(appartenance.structure, seuil) for seuil in SEUILS)
        self.tri, self.releve = filtre.tri, None
        demande = {nom: filtre.data[nom] for nom in GARDES if filtre.data.get(nom)}
        if self.tri in TRIS:
            demande["tri"] = "nom"
        self.constantes = (filtre.aujourdhui, appartenance.role, seuils)
        self.valeurs = {"utilisateur": utilisateur.pk, "maintenant": timezone.now()}
        self.trouvees = _personnes.demander(*self.constantes, tuple(demande.items()), **self.valeurs)

    @cached_property
    def personnes(self):
        trouvees = [pk for (pks,) in self.trouvees.lire() for pk in pks]
        return self.releve.ordonner(trouvees, self.tri) if self.tri in TRIS else trouvees

    def count(self):
        return len(self.personnes)

    def __getitem__(self, tranche):
        """The `Ligne`s of a page: asked for at once, read when somebody looks at them."""
        siennes = self.personnes[tranche]
        demande = _lignes.demander(*self.constantes, **self.valeurs, choisies=en_liste(siennes))
        return SimpleLazyObject(partial(self._lire, siennes, demande))

    def _lire(self, siennes, demande):
        lues = {valeurs[0]: dict(zip(LUES, valeurs, strict=True)) for valeurs in demande.lire()}
        return [Ligne(**lues[pk], **self.releve.de(pk)) for pk in siennes]


def est_gardee(filtre):
    """Whether the SQL of the list that the address asks for is one of those kept."""
    return not any(valeur for nom, valeur in filtre.data.items() if nom not in (*GARDES, "page", "tous"))


def _filtrer(le, role, seuils, demande, *, utilisateur, maintenant):
    structure = Structure(pk=contexte_exige().structures[0], **dict(zip(SEUILS, seuils, strict=True)))
    appartenance = SimpleNamespace(structure=structure, structure_id=structure.pk, role=role)
    lecteur = SimpleNamespace(pk=utilisateur, appartenance=appartenance)
    personnes = file_active(lecteur, le, maintenant)
    return FileActiveFilter(dict(demande), personnes, request=SimpleNamespace(user=lecteur), aujourdhui=le)


def _en_une_ligne(personnes):
    """Their ids as one array, in their order: to make thousands of rows takes longer than to read them."""
    rangees = personnes.order_by().values("structure")
    return rangees.annotate(pks=ArrayAgg("pk", order_by=personnes.query.order_by)).values_list("pks")


_personnes = RequetePreparee(lambda *constantes, **valeurs: _en_une_ligne(_filtrer(*constantes, **valeurs).resultats))
_lignes = RequetePreparee(
    lambda *constantes, choisies, **valeurs: (
        _filtrer(*constantes, (), **valeurs).qs.filter(pk__parmi=choisies).order_by().values_list(*LUES)
    )
)
