"""What the list shows of each person, in one query."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce, TruncDate

from beneficiaires.models import Beneficiaire
from beneficiaires.models.beneficiaire import NomsReferents
from parcours.models import Action, Contrat, Entretien, Parcours, RendezVous, SilenceAttendu

from ..models import Relance
from .motifs import motifs_de, poids


@dataclass(frozen=True)
class Ligne:
    """One person of the list on the day `le`.

    `silence`: until when no news of them are expected; `relance`: since when the référent is asked for some.
    """

    pk: int
    nom: str
    prenom: str
    dispositif: str
    entree: date
    vu_le: date | None
    rendez_vous: datetime | None
    actions: int
    fin: date | None
    noms_referents: str
    regard: int
    silence: date | None
    silence_raison: str | None
    relance: datetime | None
    le: date

    @property
    def jours(self):
        """Days since the person was last seen or spoken to; None: never."""
        return (self.le - self.vu_le).days if self.vu_le else None

    @property
    def motifs(self):
        return list(motifs_de(self.regard))


#: How much of each the panel of one person shows.
CONTACTS, RENDEZ_VOUS, ACTIONS = 5, 3, 8

#: What `Ligne` is made of, `le` apart.
COLONNES = tuple(nom for nom in Ligne.__dataclass_fields__ if nom != "le")


def file_active(utilisateur, le, maintenant):
    """The people with an open parcours on the day `le`, with every column of the list."""
    ouverts = Parcours.objects.en_cours(le)
    dernier = ouverts.filter(beneficiaire=OuterRef("pk")).order_by("-date_entree", "-pk")
    attendus = (
        RendezVous.objects.prevus().avec_nous().a_venir(maintenant).filter(parcours__beneficiaire=OuterRef("pk"))
    )
    actions = Action.objects.en_retard(le).de_parcours_ouverts(le).filter(parcours__beneficiaire=OuterRef("pk"))
    contrats = Contrat.objects.sans_suite().filter(parcours__beneficiaire=OuterRef("pk"), derniere__isnull=False)
    silences = SilenceAttendu.objects.en_cours(le).filter(beneficiaire=OuterRef("pk"))
    relances = Relance.objects.en_attente(le).filter(beneficiaire=OuterRef("pk")).order_by("-created_at")
    nombre = actions.order_by().values("parcours__beneficiaire").annotate(n=Count("pk")).values("n")
    visibles = Beneficiaire.objects.visibles_par(utilisateur)
    return visibles.filter(pk__in=ouverts.order_by().values("beneficiaire")).annotate(
        dispositif=Subquery(dernier.values("dispositif__nom")[:1]),
        entree=Subquery(dernier.values("date_entree")[:1]),
        vu_le=TruncDate(Entretien.objects.dernier_de("pk")),
        rendez_vous=Subquery(attendus.order_by("debut").values("debut")[:1]),
        actions=Coalesce(Subquery(nombre, output_field=IntegerField()), 0),
        fin=Coalesce(
            Subquery(contrats.order_by("-derniere").values("derniere")[:1]),
            Subquery(dernier.values("date_fin_prevue")[:1]),
        ),
        noms_referents=NomsReferents("structure_id", "pk"),
        regard=poids(utilisateur.appartenance.structure, le),
        silence=Subquery(silences.values("jusqu_au")[:1]),
        silence_raison=Subquery(silences.values("raison")[:1]),
        relance=Subquery(relances.values("created_at")[:1]),
    )


def apercu(utilisateur, pk, maintenant):
    """The last contacts and the next steps of the person `pk`, as `utilisateur` may see them; no note is quoted."""
    siens = {
        "contacts": Entretien.objects.select_related("auteur").order_by("-date", "-pk"),
        "rendez_vous": RendezVous.objects.prevus().avec_nous().a_venir(maintenant).select_related("utilisateur"),
        "etapes": Action.objects.ouvertes().order_by(F("echeance").asc(nulls_last=True), "pk"),
    }
    siens = {nom: lignes.visibles_par(utilisateur).filter(parcours__beneficiaire=pk) for nom, lignes in siens.items()}
    return {
        "contacts": siens["contacts"][:CONTACTS],
        "rendez_vous": siens["rendez_vous"].order_by("debut", "pk")[:RENDEZ_VOUS],
        "etapes": siens["etapes"][:ACTIONS],
    }
