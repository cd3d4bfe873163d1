"""The structure at a glance: figures of the reports, agreements, what waits; each number opens its list.

Nothing is counted here that a report, a reminder or the settings do not count already.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import F
from django.db.models.functions import Greatest

from beneficiaires.models import Beneficiaire
from insertion.isolation.contexte import contexte
from parcours.models import Dispositif, Parcours

from .completude import Completude, de_la_convention
from .conventions import Temps, avancements, donnees_de, etendue, temps
from .derriere import PAR_PAGE, Derriere, Rangee
from .enums import MotifRappel
from .file_active.motifs import SANS_REFERENT, a_regarder
from .forms.perimetre import requete
from .indicateurs import calculer
from .models import Convention
from .rappels.approbations import aides_a_valider, contrats_a_etablir, plans_a_valider, renouvellements_a_valider
from .rappels.dus import equipe_du_jour
from .rappels.echeances import contrats, documents, droits, justificatifs, pass_iae, suspensions
from .rappels.sorties import nouvelles, sorties
from .rappels.suivi import actions, diagnostics, entretiens

#: What a chef reads first: title → (indicator, line), in their order.
BLOCS = {
    "Effectifs": (
        ("presents", "total"),
        ("accueillis", "total"),
        ("entrees", "total"),
        ("sorties_constatees", "total"),
    ),
    "ETP": (("etp", "realises"), ("etp", "conventionnes"), ("etp", "taux")),
    "Sorties": (
        ("taux_dynamiques", "b"),
        ("taux_durable", "b"),
        ("sorties_constatees", "sans_motif"),
        ("duree_moyenne", "total"),
    ),
    "Accompagnement": (
        ("diagnostics_a_temps", "total"),
        ("entretien_trimestriel", "total"),
        ("equipe_echeances", "a_temps"),
        ("equipe_charge", "moyenne"),
        ("equipe_charge", "sans_referent"),
    ),
}
#: Blocks that make sense only where work contracts are signed.
EMPLOYEURS = ("ETP",)
#: The reminders about people that the whole team answers for; each is asked from the facts in a constant number of
#: queries. A colleague's own rows (`Rappel`) are read by nobody else.
FAITS = (
    *(contrats, pass_iae, suspensions, entretiens, actions, diagnostics),
    *(sorties, nouvelles, droits, documents, justificatifs),
    *(renouvellements_a_valider, contrats_a_etablir, plans_a_valider, aides_a_valider),
)


@dataclass(frozen=True)
class Suivi:
    """An agreement in force on the day, with its `Avancement`s and its files; `requete` is the address of figures,
    `etendue` what they are counted on, in words."""

    convention: Convention
    temps: Temps
    avancements: list
    completude: Completude
    requete: str
    etendue: str


def blocs(zone):
    """Return [(title, [(`Definition`, `Ligne`)])] of a `Perimetre`; the queries do not depend on the people."""
    retenus = {titre: lus for titre, lus in BLOCS.items() if zone.structure.emploie or titre not in EMPLOYEURS}
    resultats = calculer(zone, dict.fromkeys(code for lus in retenus.values() for code, _ in lus))
    return [
        (titre, [(resultats[code].definition, resultats[code].ligne(ligne)) for code, ligne in lus])
        for titre, lus in retenus.items()
    ]


def places(utilisateur, le):
    """The dispositifs open to entries, with `places`, `occupees` and `en_trop` (how many more) on the day `le`; one
    query."""
    ouverts = Dispositif.objects.visibles_par(utilisateur).ouverts().avec_occupation(le)
    return ouverts.annotate(en_trop=Greatest(F("occupees") - F("places"), 0)).order_by("nom", "pk")


def sans_referent(utilisateur, le):
    """How many people with an open parcours nobody of the team follows, as the file active lists them."""
    ouverts = Parcours.objects.en_cours(le).order_by().values("beneficiaire")
    condition = a_regarder(utilisateur.appartenance.structure, le, motifs=[SANS_REFERENT])[SANS_REFERENT]
    return Beneficiaire.objects.visibles_par(utilisateur).filter(condition, pk__in=ouverts).count()


def suivis(utilisateur, le):
    """The `Suivi` of each agreement in force on the day `le`, the report due first first.

    The queries grow neither with the agreements nor with the people.
    """
    en_vigueur = Convention.objects.visibles_par(utilisateur).en_vigueur(le).pour_fiche()
    conventions = list(en_vigueur.order_by("bilan_le", "fin", "pk"))
    with contexte(utilisateur.appartenance.structure_id, origine="indicateurs"):  # opened once for all the figures
        donnees = donnees_de(conventions, le)
        return [_suivi(convention, le, donnees[convention.pk]) for convention in conventions]


def _suivi(convention, le, donnees):
    couverts = [couvert.dispositif_id for couvert in convention.couverts.all()]
    return Suivi(
        convention,
        temps(convention.debut, convention.fin, le),
        avancements(convention, le, donnees),
        de_la_convention(convention, le, donnees),
        requete(convention.debut, le, couverts),
        etendue(convention, donnees.perimetre),
    )


def ce_qui_attend(structure, le):
    """Yield the `RappelDu`s of the whole team that are not muted (`Sourdine`), once for each référent."""
    equipe = equipe_du_jour(structure, le)
    for faits in FAITS:
        yield from (du for du in faits(equipe, le) if du.beneficiaire_id not in equipe.muettes)


def attentes(structure, le):
    """Return [(`MotifRappel`, number of people)] of what the facts ask on the day `le`, in their order."""
    personnes = defaultdict(set)
    for du in ce_qui_attend(structure, le):
        personnes[du.motif].add(du.beneficiaire_id)
    return [(motif, len(personnes[motif])) for motif in MotifRappel if motif in personnes]


def qui_attend(motif, utilisateur, le, page=1):
    """Return the `Derriere` of one reason: each thing due, said in words, with who follows the person; what ends
    first comes first."""
    dus = {du.objet_id: du for du in ce_qui_attend(utilisateur.appartenance.structure, le) if du.motif == motif}
    visibles = Beneficiaire.objects.visibles_par(utilisateur).avec_referents()
    personnes = visibles.in_bulk({du.beneficiaire_id for du in dus.values()})
    vus = [du for du in dus.values() if du.beneficiaire_id in personnes]
    vus.sort(key=lambda du: (du.pour_le, personnes[du.beneficiaire_id].tri, du.objet_id))
    montrees = Paginator(vus, PAR_PAGE).get_page(page)
    montrees.object_list = [
        Rangee(personne, du.pour_le, du.texte, du.url, personne.noms_referents)
        for du in montrees.object_list
        for personne in [personnes[du.beneficiaire_id]]
    ]
    caches = len(dus) - len(vus)
    return Derriere(len(dus), montrees, caches, jour="Échéance", ordre="la plus proche échéance d’abord")
