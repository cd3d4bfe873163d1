"""What changed between two contents of a report: two versions, or two years."""

from dataclasses import dataclass

from .contenu import lignes

ABSENT = "–"


@dataclass(frozen=True)
class Ecart:
    """One line in two contents, as each reads; `change` says whether they differ."""

    indicateur: str
    ligne: str
    avant: str
    apres: str

    @property
    def change(self):
        return self.avant != self.apres


def comparer(avant, apres):
    """Every line of either content, in the order of `apres`, as `Ecart`s."""
    anciennes, nouvelles = lignes(avant), lignes(apres)
    noms = _noms(avant) | _noms(apres)
    return [
        Ecart(
            noms[code],
            (nouvelles.get((code, ligne)) or anciennes[code, ligne])["libelle"],
            _lu(anciennes.get((code, ligne))),
            _lu(nouvelles.get((code, ligne))),
        )
        for code, ligne in dict.fromkeys([*nouvelles, *anciennes])
    ]


def ecarts(avant, apres):
    """The lines that do not read the same in both."""
    return [ecart for ecart in comparer(avant, apres) if ecart.change]


def _noms(contenu):
    """{indicator: how it is called}."""
    return {source["indicateur"]: source["libelle"] for source in contenu["sources"]}


def _lu(ligne):
    if ligne is None:
        return ABSENT
    return f"{ligne['en_mots']} ({ligne['fraction']})" if ligne["fraction"] else ligne["en_mots"]
