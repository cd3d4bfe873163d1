"""What waits for the decision of who answers for the structure: the renewals of contracts.

The plan waits for the agreement of the person, an aid for that of its fund: no supervisor decides them.
"""

from django.db.models import OuterRef, Subquery

from beneficiaires.models.beneficiaire import NomsReferents
from parcours.models import Contrat, Renouvellement


def dossiers(utilisateur):
    """The dossiers to decide, the contract that ends first first, with `noms_referents`; one query."""
    attendus = Renouvellement.objects.visibles_par(utilisateur).a_decider().pour_fiche()
    suivis = attendus.annotate(
        noms_referents=NomsReferents("structure_id", "contrat__parcours__beneficiaire_id"),
    )
    return suivis.order_by("contrat__date_fin", "pk")


def sans_dossier(utilisateur, le):
    """The contracts whose renewal must be decided soon (delay of the structure) and whose dossier is not ready.

    Annotates `noms_referents`, and `renvoi` and `renvoye_le` of a dossier that was sent back; one query.
    """
    structure = utilisateur.appartenance.structure
    delais = {"fin": structure.alerte_contrat_jours, "decision": structure.alerte_renouvellement_jours}
    finissent = Contrat.objects.visibles_par(utilisateur).qui_finissent(le, **delais).pour_fiche()
    siens = Renouvellement.objects.filter(contrat=OuterRef("pk"))
    return (
        finissent.filter(a_decider=True)
        .exclude(dossiers__in=Renouvellement.objects.a_decider())
        .annotate(
            noms_referents=NomsReferents("structure_id", "parcours__beneficiaire_id"),
            renvoi=Subquery(siens.values("renvoi_motif")[:1]),
            renvoye_le=Subquery(siens.values("renvoye_le")[:1]),
        )
        .order_by("derniere", "pk")
    )
