"""The views of the list: those that everybody finds, and what the address of one holds."""

from django.http import QueryDict

from ..filters import FileActiveFilter

#: Name → what its address holds.
CONTRATS = ("Contrats à renouveler", "motif=renouvellement&tri=fin")
VUES = (
    ("Tout le monde", "tri=regard"),
    ("Sans contact depuis plus de 30 jours", "sans_contact=30&tri=contact"),
    CONTRATS,
    ("Entrées du mois", "entrees=mois&tri=nom"),
)
#: What makes a view; a search is not part of it, for names are in no address.
CLES = (*(nom for nom in FileActiveFilter.base_filters if nom != "q"), "tri")


def vues_de_la(structure):
    """The views that `structure` finds: where nobody is employed, none is of contracts."""
    return [vue for vue in VUES if vue != CONTRATS or structure.emploie]


def adresse(parametres):
    """What of the `parametres` of an address (QueryDict) makes a view, always written in the same order."""
    gardes = QueryDict(mutable=True)
    for cle in CLES:
        if valeur := parametres.get(cle, "").strip():
            gardes[cle] = valeur
    return gardes.urlencode()
