"""Who, or what, is behind a figure, as its reader may see them: on screen now, or years later in a frozen report.

A figure is that of the whole structure; the names are those that the role of the reader lets through, row by row.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import OuterRef, Prefetch, Subquery
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from beneficiaires.models.beneficiaire import NomsReferents
from entreprises.models import Entreprise, Offre
from insertion.droits import Droit, peut
from insertion.models import PosteEquipe
from parcours.models import (
    Action,
    AideFinanciere,
    Contrat,
    Entretien,
    Evaluation,
    FormationSuivie,
    Immersion,
    MiseEnRelation,
    Parcours,
    Participation,
    RendezVous,
    Seance,
)

from .indicateurs.chiffres import Nature, nombre

PAR_PAGE = 50
#: Rubrics whose facts are read by the roles that follow people only, whoever they are about.
RUBRIQUES_RESERVEES = ("Diagnostics et freins", "Accompagnement", "Aides financières", "Après la sortie")


@dataclass(frozen=True)
class Rangee:
    """One line behind a figure: `fait` says why it is there, `referents` who follows the person, when it is told.

    `personne` is None for a fact about nobody (a séance, a firm): `url` opens it. `montant` is what it adds to a sum.
    """

    personne: Beneficiaire | None
    quand: date | None
    fait: str
    url: str = ""
    referents: str = ""
    montant: str = ""


@dataclass(frozen=True)
class Derriere:
    """What is behind a figure of `total` rows. `page` holds the `Rangee`s to show, `jour` says what their day is.

    `caches` are those that the reader may not see, or that no longer exist; `reserve`: none of the names is for them.
    """

    total: int
    page: Page
    caches: int = 0
    reserve: bool = False
    jour: str = "Date"
    ordre: str = "par ordre alphabétique"


@dataclass(frozen=True)
class _Vue:
    """How the rows of one nature are read: `chemin` leads to the person ("": the row itself, None: there is none)."""

    modele: type
    chemin: str | None
    quand: str
    fait: Callable
    avec: tuple = ()
    prefetch: tuple = ()
    options: Callable = field(default=lambda lignes, utilisateur, le: lignes)
    jour: str = "Date"


def est_reserve(rubrique, sensible):
    """Whether the names behind a figure of `rubrique` are for the roles that follow people only."""
    return sensible or rubrique in RUBRIQUES_RESERVEES


def ouvrir(comptes, base, exclus):
    """{key of the address: (title, ids)} of the lists that a figure opens.

    `comptes` are the ids counted, `base` those they are counted among (none for a plain count), `exclus` pairs of a
    reason and the ids it leaves out.
    """
    comptes, base = set(comptes), set(base)
    listes = {"derriere": ("Comptés", comptes)}
    if base and base != comptes:
        listes |= {"base": ("Sur un total de", base), "autres": ("Les autres", base - comptes)}
    for rang, (raison, ids) in enumerate(exclus, start=1):
        listes[f"exclus-{rang}"] = (f"Hors calcul : {raison}", ids)
    return listes


def derriere(nature, ids, utilisateur, *, sensible, le, page=1, montants=None):
    """Return the `Derriere` of the rows `ids` of a `Nature`, by name, `PAR_PAGE` at a time; six queries at most.

    `le` is the last day of the figure: nothing begun later says why somebody counts in it.
    `sensible` (see `est_reserve`): a reader who does not follow people gets the number and no name. `page` is what
    the address asks for, whatever it is; `montants` {id: words} what each adds to a sum. Raises `ValueError` for an
    unknown nature.
    """
    if sensible and not peut(utilisateur, Droit.VOIR_SUIVI):
        return Derriere(len(ids), Paginator([], PAR_PAGE).get_page(1), len(ids), reserve=True)
    vue = _VUES[Nature(nature)]
    montrees = Paginator(_lignes(vue, ids, utilisateur, le), PAR_PAGE).get_page(page)
    montrees.object_list = [_rangee(vue, ligne, (montants or {}).get(ligne.pk, "")) for ligne in montrees.object_list]
    return Derriere(len(ids), montrees, len(ids) - montrees.paginator.count, jour=vue.jour)


def personnes(nature, ids, utilisateur):
    """The ids of the people that the rows `ids` of a `Nature` are about, as `utilisateur` may see them, each once."""
    vue = _VUES[Nature(nature)]
    if vue.chemin is None:
        return []
    lignes = _visibles(vue, ids, utilisateur).order_by()
    return sorted(set(lignes.values_list(vue.chemin or "pk", flat=True)))


def _lignes(vue, ids, utilisateur, le):
    lignes = vue.options(_visibles(vue, ids, utilisateur), utilisateur, le)
    lignes = lignes.select_related(*vue.avec) if vue.avec else lignes
    if vue.chemin is not None:
        lignes = lignes.annotate(noms_referents=NomsReferents("structure_id", vue.chemin or "pk"))
    tri = [] if vue.chemin is None else [f"{vue.chemin}__tri" if vue.chemin else "tri"]
    return lignes.prefetch_related(*vue.prefetch).order_by(*tri, *filter(None, [vue.quand]), "pk")


def _visibles(vue, ids, utilisateur):
    """The rows `ids` that the reader may see, about people that they may see."""
    lignes = vue.modele.objects.visibles_par(utilisateur).filter(pk__in=ids)
    if vue.chemin:
        lignes = lignes.filter(**{f"{vue.chemin}__in": Beneficiaire.objects.visibles_par(utilisateur)})
    return lignes


def _rangee(vue, ligne, montant):
    personne = ligne if vue.chemin == "" else None
    if vue.chemin:
        personne = ligne
        for nom in vue.chemin.split("__"):
            personne = getattr(personne, nom)
    url = personne.get_absolute_url() if personne else _adresse(ligne)
    referents = ligne.noms_referents if personne else ""
    return Rangee(personne, _jour(ligne, vue.quand), vue.fait(ligne), url, referents, montant)


def _jour(ligne, chemin):
    valeur = ligne
    for nom in filter(None, chemin.split("__")):
        valeur = getattr(valeur, nom)
    if isinstance(valeur, datetime):
        return timezone.localdate(valeur)
    return valeur if isinstance(valeur, date) else None


def _adresse(ligne):
    return ligne.get_absolute_url() if hasattr(ligne, "get_absolute_url") else ""


def _parcours(parcours):
    """« Nettoyage, en cours ; CDDI du 2 mars au… » : where, with which contract, until when and why."""
    contrat = next(iter(parcours.contrats.all()), None)
    return f"{_issue(parcours)} ; {_contrat_entier(contrat)}" if contrat else _issue(parcours)


def _issue(parcours):
    sortie = next(iter(parcours.sorties.all()), None)
    if parcours.date_sortie is None:
        return f"{parcours.dispositif}, en cours"
    fin = f"{parcours.dispositif}, terminé le {parcours.date_sortie:%d/%m/%Y}"
    return f"{fin} : {sortie.motif_libelle}" if sortie else f"{fin}, sans motif noté"


def _contrat_entier(contrat):
    debut = f"{contrat.get_type_display()} du {contrat.date_debut:%d/%m/%Y}"
    fin = contrat.fin_anticipee_le or contrat.date_fin
    return f"{debut} au {fin:%d/%m/%Y}" if fin else f"{debut}, sans terme"


def _avec_ce_qui_fait_compter(lignes, utilisateur, le):
    """Parcours with their exit and their contracts begun by the day `le`, the last one first."""
    contrats = Contrat.objects.visibles_par(utilisateur).filter(date_debut__lte=le).order_by("-date_debut", "-pk")
    return lignes.select_related("dispositif").prefetch_related("sorties", Prefetch("contrats", contrats))


def _avec_leur_parcours(personnes, utilisateur, le):
    """People with the parcours begun by the day `le`, the last one first."""
    siens = Parcours.objects.visibles_par(utilisateur).filter(date_entree__lte=le).order_by("-date_entree", "-pk")
    siens = _avec_ce_qui_fait_compter(siens, utilisateur, le)
    entree = siens.filter(beneficiaire=OuterRef("pk")).prefetch_related(None).values("date_entree")[:1]
    personnes = personnes.annotate(entree_du_dernier=Subquery(entree))
    return personnes.prefetch_related(Prefetch("parcours", siens, to_attr="leurs_parcours"))


def _personne(personne):
    dernier = next(iter(personne.leurs_parcours), None)
    return _parcours(dernier) if dernier else "Aucun parcours que vous puissiez lire"


def _frein(evaluation):
    return f"{evaluation.libelle}, à l’entrée : {evaluation.get_niveau_display() or evaluation.sans_niveau}"


def _formation(suivie):
    heures = f", {nombre(suivie.heures)} h" if suivie.heures else ""
    return f"{suivie.intitule}{heures}"


def _immersion(immersion):
    arret = f", interrompue le {immersion.interrompue_le:%d/%m/%Y}" if immersion.interrompue_le else ""
    return f"{immersion.poste}, {immersion.entreprise}, jusqu’au {immersion.fin:%d/%m/%Y}{arret}"


def _aide(aide):
    return f"{aide.get_dispositif_display()}, {aide.objet} : {nombre(aide.montant_demande, 2)} €"


def _mise_en_relation(proposee):
    return f"{proposee.poste}, {proposee.entreprise}" if proposee.poste else str(proposee.entreprise)


def _contrat(contrat):
    fin = contrat.fin_anticipee_le or contrat.date_fin
    return (
        f"{contrat.get_type_display()}, jusqu’au {fin:%d/%m/%Y}"
        if fin
        else f"{contrat.get_type_display()}, sans terme"
    )


def _action(action):
    return f"{action.intitule} ({action.get_etat_display().lower()})"


_SUR_PARCOURS = ("parcours__beneficiaire",)
_VUES = {
    Nature.PERSONNES: _Vue(
        Beneficiaire,
        "",
        "entree_du_dernier",
        _personne,
        options=_avec_leur_parcours,
        jour="Entrée",
    ),
    Nature.PARCOURS: _Vue(
        Parcours,
        "beneficiaire",
        "date_entree",
        _parcours,
        ("beneficiaire",),
        options=_avec_ce_qui_fait_compter,
        jour="Entrée",
    ),
    Nature.FREINS: _Vue(
        Evaluation,
        "diagnostic__parcours__beneficiaire",
        "diagnostic__date",
        _frein,
        ("diagnostic__parcours__beneficiaire",),
    ),
    Nature.ENTRETIENS: _Vue(
        Entretien,
        "parcours__beneficiaire",
        "date",
        lambda e: f"Entretien : {e.get_genre_display().lower()}",
        _SUR_PARCOURS,
    ),
    Nature.RENDEZ_VOUS: _Vue(
        RendezVous,
        "parcours__beneficiaire",
        "debut",
        lambda r: f"Rendez-vous : {r.get_statut_display().lower()}",
        _SUR_PARCOURS,
    ),
    Nature.SEANCES: _Vue(Seance, None, "debut", lambda s: str(s.atelier), ("atelier",)),
    Nature.PARTICIPATIONS: _Vue(
        Participation,
        "beneficiaire",
        "seance__debut",
        lambda p: f"{p.seance.atelier} : {p.etat.lower()}",
        ("beneficiaire", "seance__atelier"),
    ),
    Nature.FORMATIONS: _Vue(FormationSuivie, "parcours__beneficiaire", "debut", _formation, _SUR_PARCOURS),
    Nature.IMMERSIONS: _Vue(Immersion, "parcours__beneficiaire", "debut", _immersion, (*_SUR_PARCOURS, "entreprise")),
    Nature.AIDES: _Vue(AideFinanciere, "parcours__beneficiaire", "date", _aide, _SUR_PARCOURS),
    Nature.CONTRATS: _Vue(Contrat, "parcours__beneficiaire", "date_debut", _contrat, _SUR_PARCOURS),
    Nature.ACTIONS: _Vue(Action, "parcours__beneficiaire", "echeance", _action, _SUR_PARCOURS),
    Nature.ENTREPRISES: _Vue(Entreprise, None, "", str),
    Nature.OFFRES: _Vue(Offre, None, "recue_le", lambda o: f"{o.intitule}, {o.entreprise}", ("entreprise",)),
    Nature.MISES_EN_RELATION: _Vue(
        MiseEnRelation, "parcours__beneficiaire", "proposee_le", _mise_en_relation, (*_SUR_PARCOURS, "entreprise")
    ),
    Nature.POSTES: _Vue(PosteEquipe, None, "debut", str, jour="Depuis le"),
}
