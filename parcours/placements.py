"""What placing people gave: for a firm, all that it did for them; for a parcours, the exit that its hire proposes."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, Subquery

from entreprises.models import Offre

from .enums import ConclusionImmersion, FormeEmploi
from .models import BilanImmersion, Embauche, Immersion, MiseEnRelation, MotifSortie, Sortie, SuiviPostSortie
from .rapprochement import famille
from .sorties import incoherence

#: How many rows of each kind the page of a firm shows; its counts take them all.
MONTREES = 30
#: Codes of the motives that a job of this form may have, the best first (metier.md §4.2).
MOTIFS = {
    FormeEmploi.CDI: ("3", "PLIE-EMPLOI", "ACC-EMPLOI"),
    FormeEmploi.CDD: ("9", "10", "PLIE-EMPLOI", "PLIE-COURT", "ACC-EMPLOI"),
    FormeEmploi.INTERIM: ("9", "10", "PLIE-EMPLOI", "PLIE-COURT", "ACC-EMPLOI"),
    FormeEmploi.PUBLIC: ("11", "PLIE-EMPLOI", "ACC-EMPLOI"),
    FormeEmploi.INDEPENDANT: ("4", "PLIE-CREATION", "ACC-EMPLOI"),
}
#: Forms whose length decides of the motive: without a last day, none is proposed.
A_TERME = (FormeEmploi.CDD, FormeEmploi.INTERIM)


@dataclass(frozen=True)
class FaitPourDesPersonnes:
    """What a firm did for people: how many of each, and the latest rows."""

    proposees: int
    immersions: int
    embauches: int
    mises_en_relation: list
    immersions_recentes: list
    sorties: list


def fait_par(entreprise):
    """The `FaitPourDesPersonnes` of a firm, in a constant number of queries; rows hold the people's names.

    An immersion has `conclusion` (words, or empty), an exit has `nouvelles` (its `SuiviPostSortie`, by date): that of
    somebody who went to this firm, or whom it hired (metier.md §2 row 20).
    """
    bilans = BilanImmersion.objects.filter(immersion=OuterRef("pk"))
    siennes = MiseEnRelation.objects.d_une_entreprise(entreprise)
    immersions = Immersion.objects.d_une_entreprise(entreprise).tenues()
    comptes = MiseEnRelation.objects.filter(entreprise=entreprise).aggregate(
        proposees=Count("pk", distinct=True), embauches=Count("embauches", distinct=True)
    )
    recentes = list(immersions.annotate(bilan=Subquery(bilans.values("conclusion")[:1]))[:MONTREES])
    for immersion in recentes:
        immersion.conclusion = ConclusionImmersion(immersion.bilan).label if immersion.bilan else ""
    return FaitPourDesPersonnes(
        proposees=comptes["proposees"],
        embauches=comptes["embauches"],
        immersions=immersions.count(),
        mises_en_relation=list(siennes[:MONTREES]),
        immersions_recentes=recentes,
        sorties=_sorties(entreprise),
    )


def _sorties(entreprise):
    embauches = Embauche.objects.filter(mise_en_relation__entreprise=entreprise)
    la_bas = Q(entreprise=entreprise) | Q(
        entreprise__isnull=True, parcours__in=embauches.values("mise_en_relation__parcours")
    )
    sorties = list(Sortie.objects.filter(la_bas).pour_fiche().order_by("-date", "-pk")[:MONTREES])
    nouvelles = SuiviPostSortie.objects.filter(parcours__in=[s.parcours_id for s in sorties]).order_by("date", "pk")
    par_parcours = {}
    for nouvelle in nouvelles:
        par_parcours.setdefault(nouvelle.parcours_id, []).append(nouvelle)
    for sortie in sorties:
        sortie.nouvelles = par_parcours.get(sortie.parcours_id, [])
    return sorties


def postes_restants(offre):
    """How many posts of an offer nobody was hired for yet; 0 when it is filled."""
    pourvus = Embauche.objects.filter(mise_en_relation__offre=offre).count()
    return max(0, offre.postes - pourvus)


def sortie_proposee(parcours):
    """What the exit of `parcours` may say, from its latest hire: initial values of the form; empty without any.

    The motive is the one that fits the form and the length of the job; the person who writes may change it all.
    """
    embauches = Embauche.objects.filter(mise_en_relation__parcours=parcours)
    embauche = embauches.select_related("mise_en_relation__entreprise").order_by("-debut", "-pk").first()
    if embauche is None:
        return {}
    entreprise = embauche.mise_en_relation.entreprise
    return {
        "entreprise": entreprise.pk,
        "destination": entreprise.raison_sociale,
        "poste": embauche.poste,
        "forme_emploi": embauche.forme,
        "emploi_debut": embauche.debut,
        "emploi_fin": embauche.fin,
        "heures_hebdo": embauche.heures_hebdo,
        "motif": motif_propose(embauche, MotifSortie.objects.pour_structure(parcours.structure)),
    }


def motif_propose(embauche, motifs):
    """The code of the motive that fits a hire, among `motifs`; None when its length or its form does not say."""
    if embauche.forme in A_TERME and embauche.fin is None:
        return None
    connus = {motif.code: motif for motif in motifs}
    possibles = [connus[code] for code in MOTIFS.get(embauche.forme, ()) if code in connus]
    justes = (m.code for m in possibles if not incoherence(m, embauche.debut, embauche.fin))
    return next(justes, None)


def en_poste(parcours, le):
    """The job, found before, that the person of `parcours` has on the day `le` or will have; None without any."""
    siens = Embauche.objects.filter(mise_en_relation__parcours__beneficiaire=parcours.beneficiaire_id)
    courants = siens.filter(Q(fin__isnull=True) | Q(fin__gte=le))
    return courants.select_related("mise_en_relation__entreprise").order_by("-debut").first()


def offres_ouvertes(profil, le, *, toutes=False):
    """Offers that may be proposed on the day `le`, the latest received first, in the families that somebody aims at.

    Whoever aims at no job with a ROME code sees them all, as with `toutes`.
    """
    familles = {famille(metier.rome) for metier in profil.metiers if metier.rome}
    ouvertes = Offre.objects.ouvertes(le).pour_liste()
    if toutes or not familles:
        return ouvertes
    visees = Q()
    for premier, dernier in sorted(familles):
        visees |= Q(rome__gte=premier, rome__lte=dernier)
    return ouvertes.filter(visees)
