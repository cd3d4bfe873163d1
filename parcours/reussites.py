"""What somebody has reached, the latest first: theirs, never compared with anybody (metier.md §1 row 51)."""

from dataclasses import dataclass
from datetime import date

from insertion.texte import minuscule

from .enums import EtapeMetier, EtatAction, EtatAxe, EtatObjectif
from .grilles import GRILLES
from .models import Action, AxeEvolution, EtapeProjet, Evaluation, Objectif, PointRecherche


@dataclass(frozen=True)
class Reussite:
    """One thing reached. `le` is None for an old record that never said when."""

    icone: str
    nature: str
    texte: str
    le: date | None
    detail: str = ""


@dataclass(frozen=True)
class Avancement:
    """How much of what was planned is done; what was given up is not counted."""

    atteints: int
    objectifs: int
    faites: int
    actions: int


def avancement(beneficiaire):
    """Return the `Avancement` of somebody over all their parcours, in two queries."""
    objectifs = list(Objectif.objects.filter(parcours__beneficiaire=beneficiaire).values_list("etat", flat=True))
    actions = list(Action.objects.filter(parcours__beneficiaire=beneficiaire).values_list("etat", flat=True))
    return Avancement(
        objectifs.count(EtatObjectif.ATTEINT),
        len(objectifs) - objectifs.count(EtatObjectif.ABANDONNE),
        actions.count(EtatAction.FAIT),
        len(actions) - actions.count(EtatAction.ABANDONNE),
    )


def reussites(beneficiaire):
    """Return every `Reussite` of somebody that the role of the open context may read, in six queries."""
    siennes = {"parcours__beneficiaire": beneficiaire}
    objectifs = Objectif.objects.filter(**siennes, etat=EtatObjectif.ATTEINT)
    axes = AxeEvolution.objects.filter(**siennes, etat=EtatAxe.ACQUIS)
    actions = Action.objects.filter(**siennes, etat=EtatAction.FAIT)
    etapes = EtapeProjet.objects.filter(
        metier__beneficiaire=beneficiaire, etape__in=(EtapeMetier.CONFIRME, EtapeMetier.VALIDE)
    ).select_related("metier")
    outils = PointRecherche.objects.filter(beneficiaire=beneficiaire)
    trouvees = [
        *(Reussite("target", "Objectif atteint", o.intitule, o.date_fin, o.critere) for o in objectifs),
        *(Reussite("bulb", "Axe d’évolution acquis", a.intitule, a.date_fin) for a in axes),
        *(Reussite("circle-check", "Action faite", a.intitule, a.date_fin) for a in actions),
        *(
            Reussite("briefcase", f"Métier {minuscule(e.get_etape_display())}", e.metier.intitule, e.le, e.constat)
            for e in etapes
        ),
        *(Reussite("list-check", "Prêt pour la recherche", p.get_outil_display(), p.fait_le) for p in outils),
        *_progres(beneficiaire),
    ]
    return sorted(trouvees, key=lambda r: (r.le is not None, r.le or date.min), reverse=True)


def _progres(beneficiaire):
    """A domain whose last level is above its first one in the same grid; « non abordé » counts for nothing."""
    evaluations = Evaluation.objects.filter(diagnostic__parcours__beneficiaire=beneficiaire, niveau__isnull=False)
    lus = evaluations.order_by("diagnostic__date", "pk")
    premiers, derniers = {}, {}
    for grille, domaine, niveau, le in lus.values_list("diagnostic__grille", "domaine", "niveau", "diagnostic__date"):
        premiers.setdefault((grille, domaine), niveau)
        derniers[grille, domaine] = (niveau, le)
    for (nom, domaine), (niveau, le) in derniers.items():
        premier, grille = premiers[nom, domaine], GRILLES[nom]
        if niveau > premier:
            avant, apres = grille.niveau(premier).en_mots, grille.niveau(niveau).en_mots
            yield Reussite("chart-bar", "Diagnostic", f"{grille.libelle(domaine)} : de « {avant} » à « {apres} »", le)
