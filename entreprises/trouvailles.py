"""What the search of everything finds on this floor: firms, and the entries of the local network."""

from django.urls import reverse

from insertion.droits import Droit
from insertion.trouvailles import Source, Trouvaille

from .enums import GenreFiche
from .models import Entreprise
from .recherche import ressemblantes


def entreprises(utilisateur, texte):
    """Firms that still exist, by name, commune or SIRET."""
    return Entreprise.objects.visibles_par(utilisateur).actives().cherche(texte)


def _entreprises(utilisateur, trouvees):
    return [
        Trouvaille(str(e), e.get_absolute_url(), " · ".join(filter(None, (e.commune, e.get_secteur_display()))))
        for e in trouvees
    ]


def _reseau(utilisateur, fiches):
    return [
        Trouvaille(
            fiche["nom"],
            reverse(f"entreprises:{fiche['genre_fiche']}_detail", args=[fiche["pk"]]),
            " · ".join(filter(None, (GenreFiche(fiche["genre_fiche"]).label, fiche["commune"]))),
        )
        for fiche in fiches
    ]


SOURCES = (
    Source("entreprises", "Entreprises", "building", Droit.VOIR_ENTREPRISES, entreprises, _entreprises),
    Source(
        "reseau",
        "Partenaires, formations et dispositifs",
        "users-group",
        Droit.VOIR_ENTREPRISES,
        ressemblantes,
        _reseau,
    ),
)
