"""Every list that can be taken away as a spreadsheet: who may, its rows as the page filters them, its columns.

A list that has a page shares its filter, and its address; one that has none is narrowed by a period.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace

from django.http import QueryDict
from django.urls import reverse

from entreprises import export
from insertion.droits import Droit, peut
from insertion.filters import en_mots
from insertion.models import Utilisateur
from insertion.texte import en_mots as date_en_mots
from parcours.models import (
    AideFinanciere,
    Contrat,
    Demarche,
    Entretien,
    FormationSuivie,
    HeuresMois,
    Immersion,
    MiseEnRelation,
    Orientation,
    Parcours,
    RendezVous,
    Sortie,
)

from ..vie_privee.declarations import chemin
from . import entetes, sources
from .colonnes import en_cellule


@dataclass(frozen=True)
class Demande:
    """Who asks, the parameters of the address, and the day."""

    utilisateur: Utilisateur
    parametres: QueryDict
    le: datetime.date

    @property
    def requete(self):
        """What a filter asks of a request: its user."""
        return SimpleNamespace(user=self.utilisateur)

    def jour(self, nom):
        """A date of the address; None when it is not one."""
        try:
            return datetime.date.fromisoformat(self.parametres.get(nom, ""))
        except ValueError:
            return None


@dataclass(frozen=True)
class Liste:
    """`rangees(demande)` gives the rows in their order, as the reader may see them; `mots(demande)` says in French
    how they were narrowed. `page` is the address where the list is seen, `cles` what is kept of it. `periode` says of
    which date a list without a page is narrowed. `ligne` gives all the cells of a row at once.
    """

    titre: str
    droit: Droit
    rangees: Callable
    colonnes: tuple
    page: str = ""
    cles: tuple = ()
    mots: Callable = lambda demande: ""
    periode: str = ""
    pour_employeurs: bool = False
    ligne: Callable | None = None

    def gardes(self, parametres):
        """Keep of an address what narrows this list, as a dict."""
        noms = self.cles or ("du", "au")
        return {nom: parametres[nom] for nom in noms if parametres.get(nom, "").strip()}

    def colonnes_de(self, utilisateur, choisies=()):
        """The columns that `utilisateur` may read; only those whose headings are `choisies`, if any are."""
        lisibles = (c for c in self.colonnes if c.droit is None or peut(utilisateur, c.droit))
        return tuple(c for c in lisibles if not choisies or c.titre in choisies)

    def lignes(self, demande, paquet, choisies=()):
        """The cells of every row, under `colonnes_de` whoever asks; `paquet` rows are read at once."""
        colonnes = self.colonnes_de(demande.utilisateur, choisies)
        rangees = self.rangees(demande).iterator(chunk_size=paquet)
        if self.ligne:
            rangs = [self.colonnes.index(colonne) for colonne in colonnes]
            entieres = (list(self.ligne(rangee)) for rangee in rangees)
            return [[en_cellule(entiere[rang]) for rang in rangs] for entiere in entieres]
        return [[colonne.lire(rangee) for colonne in colonnes] for rangee in rangees]

    def personnes(self, demande):
        """The ids of the people whom its rows are about; none for a list of firms."""
        rangees = self.rangees(demande).order_by()
        trajet = chemin(rangees.model)
        return set() if trajet is None else set(rangees.values_list("__".join((*trajet, "pk")), flat=True)) - {None}

    def ouverte_a(self, utilisateur):
        """Whether `utilisateur` may take it away."""
        emploie = utilisateur.appartenance.structure.emploie
        return peut(utilisateur, self.droit) and (emploie or not self.pour_employeurs)

    @property
    def adresse(self):
        return reverse(self.page) if self.page else ""


def _filtree(filtre, resultats, mots=en_mots):
    """Rows and words of a list whose page has a django-filter: `filtre(demande)` makes it."""
    return {"rangees": lambda d: resultats(filtre(d)), "mots": lambda d: mots(filtre(d))}


def _sur_periode(titre, droit, modele, champ, de, colonnes, lies=(), preparer=None, *, pour_employeurs=False):
    """A list without a page: the rows whose date `champ` is in the period, the latest first."""

    def rangees(demande):
        lignes = modele.objects.visibles_par(demande.utilisateur).select_related(*lies)
        lignes = preparer(lignes, demande) if preparer else lignes
        suffixe = "__date" if modele._meta.get_field(champ).get_internal_type() == "DateTimeField" else ""
        bornes = {f"{champ}{suffixe}__gte": demande.jour("du"), f"{champ}{suffixe}__lte": demande.jour("au")}
        return lignes.filter(**{nom: jour for nom, jour in bornes.items() if jour}).order_by(f"-{champ}", "-pk")

    return Liste(titre, droit, rangees, colonnes, mots=_periode, periode=de, pour_employeurs=pour_employeurs)


def _periode(demande):
    du, au = demande.jour("du"), demande.jour("au")
    dits = [f"{mot} {date_en_mots(jour)}" for mot, jour in (("du", du), ("au", au)) if jour]
    return " ".join(dits)


SUR_PARCOURS = ("parcours__beneficiaire", "parcours__dispositif")

LISTES = {
    "personnes": Liste(
        "Personnes",
        Droit.VOIR_PERSONNES,
        colonnes=entetes.PERSONNES,
        page="beneficiaires:beneficiaire_list",
        cles=("q", "referent", "suivi", "situation", "commune", "tri"),
        **_filtree(sources.personnes, sources.personnes_et_parcours),
    ),
    "candidatures": Liste(
        "Candidatures",
        Droit.VOIR_CANDIDATURES,
        colonnes=entetes.CANDIDATURES,
        page="parcours:candidature_list",
        cles=("q", "dispositif", "etat"),
        **_filtree(sources.candidatures, lambda filtre: filtre.candidatures, sources.mots_et_etat),
    ),
    "sorties-a-documenter": Liste(
        "Sorties à documenter",
        Droit.VOIR_SUIVI,
        lambda d: (
            Parcours.objects.visibles_par(d.utilisateur)
            .sans_motif_de_sortie(d.le)
            .pour_fiche()
            .order_by("-date_sortie")
        ),
        entetes.SORTIES_A_DOCUMENTER,
        page="parcours:sortie_list",
    ),
    "orientations-en-attente": Liste(
        "Orientations en attente",
        Droit.VOIR_SUIVI,
        lambda d: (
            Orientation.objects.visibles_par(d.utilisateur).attendues().pour_fiche().order_by("relance_le", "pk")
        ),
        entetes.ORIENTATIONS,
        page="parcours:orientation_list",
    ),
    "seances": Liste(
        "Séances d’ateliers",
        Droit.VOIR_PARCOURS,
        sources.seances,
        entetes.SEANCES,
        page="parcours:seance_list",
        cles=("quand",),
        mots=lambda d: "séances passées" if d.parametres.get("quand") == "passees" else "séances à venir",
    ),
    "entreprises": Liste(
        "Entreprises",
        Droit.VOIR_ENTREPRISES,
        colonnes=entetes.ENTREPRISES,
        ligne=export.ligne,
        page="entreprises:entreprise_list",
        cles=("q", "etat", "secteur", "vert", "referent", "commune", "rappel", "tri"),
        **_filtree(sources.entreprises, sources.entreprises_et_contacts),
    ),
    "offres": Liste(
        "Offres",
        Droit.VOIR_ENTREPRISES,
        colonnes=entetes.OFFRES,
        page="entreprises:offre_list",
        cles=("nature", "secteur", "rome", "commune", "etat"),
        **_filtree(sources.offres, lambda filtre: filtre.offres, sources.mots_et_etat),
    ),
    "partenaires": Liste(
        "Partenaires",
        Droit.VOIR_ENTREPRISES,
        sources.partenaires,
        entetes.PARTENAIRES,
        page="entreprises:partenaire_list",
        cles=("q", "type"),
        mots=sources.mots_partenaires,
    ),
    "evenements": Liste(
        "Événements",
        Droit.VOIR_ENTREPRISES,
        sources.evenements,
        entetes.EVENEMENTS,
        page="entreprises:evenement_list",
        cles=("quand",),
        mots=lambda d: "événements passés" if d.parametres.get("quand") == "passes" else "événements à venir",
    ),
    "parcours": _sur_periode(
        "Parcours",
        Droit.VOIR_PARCOURS,
        Parcours,
        "date_entree",
        "entrés",
        entetes.PARCOURS,
        ("beneficiaire", "dispositif"),
        lambda lignes, d: lignes.avec_pass(),
    ),
    "contrats": _sur_periode(
        "Contrats",
        Droit.VOIR_CONTRATS,
        Contrat,
        "date_debut",
        "commencés",
        entetes.CONTRATS,
        SUR_PARCOURS,
        lambda lignes, d: lignes.avec_fin(),
        pour_employeurs=True,
    ),
    "heures": _sur_periode(
        "Heures travaillées",
        Droit.SAISIR_HEURES,
        HeuresMois,
        "mois",
        "mois",
        entetes.HEURES,
        SUR_PARCOURS,
        pour_employeurs=True,
    ),
    "entretiens": _sur_periode(
        "Entretiens (sans leur texte)",
        Droit.VOIR_SUIVI,
        Entretien,
        "date",
        "tenus",
        entetes.ENTRETIENS,
        (*SUR_PARCOURS, "auteur"),
    ),
    "rendez-vous": _sur_periode(
        "Rendez-vous",
        Droit.VOIR_SUIVI,
        RendezVous,
        "debut",
        "prévus",
        entetes.RENDEZ_VOUS,
        (*SUR_PARCOURS, "utilisateur"),
    ),
    "demarches": _sur_periode(
        "Démarches", Droit.VOIR_SUIVI, Demarche, "date", "faites", entetes.DEMARCHES, (*SUR_PARCOURS, "auteur")
    ),
    "orientations": _sur_periode(
        "Orientations",
        Droit.VOIR_SUIVI,
        Orientation,
        "date",
        "proposées",
        entetes.ORIENTATIONS,
        (*SUR_PARCOURS, "partenaire"),
    ),
    "aides": _sur_periode(
        "Aides financières",
        Droit.VOIR_SUIVI,
        AideFinanciere,
        "date",
        "demandées",
        entetes.AIDES,
        SUR_PARCOURS,
        lambda lignes, d: lignes.avec_etat(),
    ),
    "formations": _sur_periode(
        "Formations suivies",
        Droit.VOIR_PARCOURS,
        FormationSuivie,
        "proposee_le",
        "proposées",
        entetes.FORMATIONS,
        SUR_PARCOURS,
    ),
    "mises-en-relation": _sur_periode(
        "Mises en relation",
        Droit.VOIR_PLACEMENTS,
        MiseEnRelation,
        "proposee_le",
        "proposées",
        entetes.MISES_EN_RELATION,
        (*SUR_PARCOURS, "entreprise"),
        lambda lignes, d: lignes.avec_etape(),
    ),
    "immersions": _sur_periode(
        "Immersions",
        Droit.VOIR_PLACEMENTS,
        Immersion,
        "debut",
        "commencées",
        entetes.IMMERSIONS,
        (*SUR_PARCOURS, "entreprise"),
    ),
    "sorties": _sur_periode(
        "Sorties", Droit.VOIR_PARCOURS, Sortie, "date", "prononcées", entetes.SORTIES, SUR_PARCOURS
    ),
}
