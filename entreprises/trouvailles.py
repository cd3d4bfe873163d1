"""What the search of everything finds on this floor: firms, and the entries of the local network."""

from django.urls import reverse

from insertion.droits import Droit
from insertion.trouvailles import Source, Trouvaille

from .enums import GenreFiche
from .models import Entreprise
from .recherche import ressemblantes


def entreprises(utilisateur, texte, limite):
    """Firms that still exist, by name, commune or SIRET."""
    trouvees = Entreprise.objects.visibles_par(utilisateur).actives().cherche(texte)[:limite]
    return [
        Trouvaille(str(e), e.get_absolute_url(), " · ".join(filter(None, (e.commune, e.get_secteur_display()))))
        for e in trouvees
    ]


def reseau(utilisateur, texte, limite):
    """Partners, trainings and schemes, by the words of their entry."""
    return [
        Trouvaille(
            fiche["nom"],
            reverse(f"entreprises:{fiche['genre_fiche']}_detail", args=[fiche["pk"]]),
            " · ".join(filter(None, (GenreFiche(fiche["genre_fiche"]).label, fiche["commune"]))),
        )
        for fiche in ressemblantes(utilisateur, texte)[:limite]
    ]


SOURCES = (
    Source("entreprises", "Entreprises", "building", Droit.VOIR_ENTREPRISES, entreprises),
    Source("reseau", "Partenaires, formations et dispositifs", "users-group", Droit.VOIR_ENTREPRISES, reseau),
)
