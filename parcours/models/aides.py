from django.db import models, transaction
from django.db.models import F, OuterRef, Q, Subquery

from entreprises.models import DispositifLocal
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import DispositifAide, EtatAide, ModePaiement, MotifAide
from .parcours import Parcours

#: States after which nothing more is expected.
FINALES = (EtatAide.ACCORDEE, EtatAide.REFUSEE, EtatAide.ANNULEE, EtatAide.SANS_SUITE)
#: States of a request that the fund has not received: they are written by asking for an agreement and answering.
AVANT_ENVOI = (EtatAide.ACCORD, EtatAide.A_REVOIR, EtatAide.A_ENVOYER)
#: What may still become of a request that its supervisor has not agreed to.
SANS_ACCORD = (EtatAide.ANNULEE, EtatAide.SANS_SUITE)


class AideFinanciereQuerySet(QuerySetIsole):
    def avec_etat(self):
        """Annotate what the latest step says: `etat`, `etat_le`, `montant_accorde`, `paye_le` (None: no step)."""
        etapes = EtapeAide.objects.filter(aide=OuterRef("pk")).order_by("-date", "-pk")
        return self.annotate(
            etat=Subquery(etapes.values("etat")[:1]),
            etat_le=Subquery(etapes.values("date")[:1]),
            montant_accorde=Subquery(etapes.values("montant_accorde")[:1]),
            paye_le=Subquery(etapes.values("paye_le")[:1]),
        )

    def en_cours(self):
        """Requests of which something is still expected."""
        return self.avec_etat().exclude(etat__in=FINALES)

    def attend_accord(self):
        """Requests that wait for the agreement of who answers for the team, the oldest first."""
        return self.avec_etat().filter(etat=EtatAide.ACCORD).order_by("etat_le", "pk")

    def d_une_personne(self, beneficiaire):
        """The requests of somebody with their steps, the latest first: two queries."""
        siennes = self.filter(parcours__beneficiaire=beneficiaire).select_related("parcours")
        return siennes.prefetch_related(models.Prefetch("etapes", EtapeAide.objects.all())).order_by("-date", "-pk")

    def pour_fiche(self):
        etapes = models.Prefetch("etapes", EtapeAide.objects.select_related("auteur"))
        return self.select_related("parcours__beneficiaire", "auteur", "fiche").prefetch_related(etapes)


@historise()
class AideFinanciere(ModeleIsole):
    """Money asked for somebody; where the request stands is its latest `EtapeAide` (metier.md §4.8, §1 row 23)."""

    parcours = CleIsolee(Parcours, related_name="aides")
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    fiche = CleIsolee(
        DispositifLocal,
        on_delete=models.SET_NULL,
        related_name="aides_demandees",
        null=True,
        editable=False,
        verbose_name="dispositif du réseau",
    )
    date = models.DateField("demandée le")
    motif = models.CharField("motif", max_length=14, choices=MotifAide)
    dispositif = models.CharField("dispositif sollicité", max_length=18, choices=DispositifAide)
    organisme = models.CharField("organisme", max_length=120, blank=True)
    objet = models.CharField("ce que l’aide doit payer", max_length=200)
    montant_demande = models.DecimalField("montant demandé (€)", max_digits=8, decimal_places=2)
    situation = models.TextField("situation et budget", blank=True)
    paroles = models.TextField("avec les mots de la personne", blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(AideFinanciereQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "aide financière"
        verbose_name_plural = "aides financières"
        ordering = ["-date", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(montant_demande__gt=0),
                name="aide_montant_positif",
                violation_error_message="Le montant demandé est supérieur à zéro.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "parcours", "-date"], name="aide_par_parcours")]

    def __str__(self):
        return f"{self.get_dispositif_display()}, {self.objet}"

    @property
    def derniere(self):
        """The step that says where the request stands; None before the first one. Steps are read newest first."""
        return next(iter(self.etapes.all()), None)

    @property
    def pieces_manquantes(self):
        """The pieces that are still expected, when the latest step says so."""
        return self.derniere.liste_pieces if self.derniere else []

    @property
    def etat_actuel(self):
        """The state that the latest step says; "" before the first one."""
        return self.derniere.etat if self.derniere else ""

    @property
    def suites_possibles(self):
        """The states that may be noted next: what the supervisor has not agreed to does not go to the fund."""
        if self.etat_actuel in (EtatAide.ACCORD, EtatAide.A_REVOIR):
            return SANS_ACCORD
        return tuple(etat for etat in EtatAide if etat not in AVANT_ENVOI)

    def demander(self, pieces="", *, avec_accord=False):
        """Save a new request with its first step: the supervisor is asked first, pieces are missing (one per line),
        or the fund has it."""
        etat = EtatAide.INCOMPLETE if pieces.strip() else EtatAide.INSTRUCTION
        with transaction.atomic():
            self.save()
            self._noter(EtatAide.ACCORD if avec_accord else etat, self.auteur, self.date, pieces=pieces.strip())

    def soumettre(self, par, le):
        """Put it before who answers for the team, anew once it was gone over; the pieces still expected stay."""
        self._noter(EtatAide.ACCORD, par, le, pieces="\n".join(self.pieces_manquantes))

    def approuver(self, version, par, le):
        """Agree on the day `le` that it be sent, when it is still as `version` showed it and waits.

        Whether it was this call that decided: of two at once, one does.
        """
        return self._repondre(version, EtatAide.A_ENVOYER, par, le)

    def renvoyer(self, version, motif, par, le):
        """Send it back with what is to be looked at again; as `approuver`."""
        return self._repondre(version, EtatAide.A_REVOIR, par, le, commentaire=motif)

    def rouvrir(self):
        """Undo the answer: it waits again. Not once something followed."""
        reponse = self.derniere
        if reponse is None or reponse.etat not in (EtatAide.A_ENVOYER, EtatAide.A_REVOIR):
            return False
        return bool(self.etapes.filter(pk=reponse.pk).delete()[0])

    def _repondre(self, version, etat, par, le, **champs):
        attendues = type(self).objects.filter(pk__in=type(self).objects.attend_accord().values("pk"))
        with transaction.atomic():
            if not attendues.filter(pk=self.pk, version=version).update(version=F("version") + 1):
                return False
            self._noter(etat, par, le, pieces="\n".join(self.pieces_manquantes), **champs)
        return True

    def _noter(self, etat, par, le, **champs):
        self.etapes.create(structure_id=self.structure_id, etat=etat, date=le, auteur=par, **champs)


@historise()
class EtapeAide(ModeleIsole):
    """One dated fact of a request: it was sent, completed, decided, paid (metier.md §4.8)."""

    aide = CleIsolee(AideFinanciere, related_name="etapes")
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    etat = models.CharField("la demande est", max_length=12, choices=EtatAide)
    date = models.DateField("depuis le")
    pieces = models.TextField("pièces manquantes", blank=True)
    montant_accorde = models.DecimalField(
        "montant accordé (€)", max_digits=8, decimal_places=2, null=True, blank=True
    )
    mode_paiement = models.CharField("mode de paiement", max_length=10, choices=ModePaiement, blank=True)
    paye_le = models.DateField("payée le", null=True, blank=True)
    motif_refus = models.CharField("raison du refus", max_length=200, blank=True)
    commentaire = models.TextField("commentaire", blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta(ModeleIsole.Meta):
        verbose_name = "étape d’une aide"
        verbose_name_plural = "étapes d’une aide"
        ordering = ["-date", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(etat="accordee", montant_accorde__isnull=False, montant_accorde__gt=0)
                | ~Q(etat="accordee") & Q(montant_accorde__isnull=True),
                name="etape_aide_montant_accorde",
                violation_error_message="Une aide accordée porte son montant, et elle seule.",
            ),
            models.CheckConstraint(
                condition=Q(etat="accordee") | Q(mode_paiement="", paye_le__isnull=True),
                name="etape_aide_paiement_accorde",
                violation_error_message="Seule une aide accordée se paie.",
            ),
            models.CheckConstraint(
                condition=~Q(etat="refusee") | ~Q(motif_refus=""),
                name="etape_aide_refus_motive",
                violation_error_message="Un refus porte sa raison.",
            ),
            models.CheckConstraint(
                condition=Q(etat__in=("incomplete", "accord", "a_revoir", "a_envoyer")) | Q(pieces=""),
                name="etape_aide_pieces",
                violation_error_message="La liste des pièces manquantes va avec l’état « Pièces manquantes ».",
            ),
            models.CheckConstraint(
                condition=~Q(etat="a_revoir") | ~Q(commentaire=""),
                name="etape_aide_renvoi_motive",
                violation_error_message="Une demande renvoyée dit ce qu’il faut revoir.",
            ),
            models.CheckConstraint(
                condition=Q(paye_le__isnull=True) | Q(paye_le__gte=F("date")),
                name="etape_aide_paye_apres_decision",
                violation_error_message="Le paiement ne peut pas précéder la décision.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "aide", "-date"], name="etape_par_aide")]

    def __str__(self):
        return f"{self.get_etat_display()} le {self.date:%d/%m/%Y}"

    @property
    def est_interne(self):
        """Whether it was written between colleagues: such a step is not corrected, another one follows."""
        return self.etat in AVANT_ENVOI

    @property
    def liste_pieces(self):
        """The missing pieces, one text each."""
        return [ligne.strip() for ligne in self.pieces.splitlines() if ligne.strip()]
