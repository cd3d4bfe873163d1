"""One search over partners, trainings and schemes: by words, by need, by territory."""

from dataclasses import dataclass

from django.db.models import CharField, F, Value

from insertion.texte import SansAccents

from .models import DispositifLocal, Formation, Partenaire

MODELES = {modele.genre: modele for modele in (Partenaire, Formation, DispositifLocal)}


@dataclass(frozen=True)
class Besoin:
    """What is looked for; an empty value asks nothing. `themes` are codes of thématiques."""

    texte: str = ""
    themes: tuple = ()
    territoire: str = ""
    genre: str = ""
    avant: object = None  # the day before which a confirmation is too old: those entries only


def chercher(utilisateur, besoin):
    """The entries that `utilisateur` may propose for `besoin`: rows (genre, pk) in the order of the names."""
    genres = [besoin.genre] if besoin.genre else list(MODELES)
    premier, *autres = [_dans(genre, utilisateur, besoin) for genre in genres]
    return premier.union(*autres, all=True).order_by("tri", "genre_fiche", "pk")


def charger(lignes):
    """The entries behind `lignes` (rows of `chercher`), in their order; one query for each kind that is there."""
    lignes, trouvees = list(lignes), {}
    for genre, modele in MODELES.items():
        cles = [ligne["pk"] for ligne in lignes if ligne["genre_fiche"] == genre]
        if cles:
            trouvees[genre] = modele.objects.pour_liste().in_bulk(cles)
    return [trouvees[ligne["genre_fiche"]][ligne["pk"]] for ligne in lignes]


def ressemblantes(utilisateur, texte):
    """The entries that `texte` may mean, typing errors forgiven: rows with their name, the best first."""
    premier, *autres = [
        modele.objects.visibles_par(utilisateur)
        .actifs()
        .ressemblant_a(texte)
        .order_by()
        .values("pk", "nom", "commune", "ressemblance", genre_fiche=Value(str(genre), output_field=CharField()))
        for genre, modele in MODELES.items()
    ]
    return premier.union(*autres, all=True).order_by("-ressemblance", "nom", "pk")


def _dans(genre, utilisateur, besoin):
    fiches = MODELES[genre].objects.visibles_par(utilisateur).actifs()
    fiches = fiches.cherche(besoin.texte).sur(besoin.territoire)
    if besoin.themes:
        fiches = fiches.pour_themes(list(besoin.themes))
    if besoin.avant:
        fiches = fiches.verifiees_avant(besoin.avant)
    return fiches.order_by().values(
        "pk", tri=SansAccents(F("nom")), genre_fiche=Value(str(genre), output_field=CharField())
    )
