from dateutil.relativedelta import relativedelta
from django.apps import apps
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Greatest, Least, TruncDate
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion.isolation.historique import historise
from insertion.isolation.models import (
    CleIsolee,
    ManagerIsole,
    ModeleIsole,
    QuerySetIsole,
)

from ..enums import EtatAction, Orienteur
from ..sorties import examiner
from .dispositifs import Dispositif

numero_pass = RegexValidator(r"^\d{12}$", "Un numéro de PASS IAE compte 12 chiffres.")


class Ecart(models.Func):
    """The number of days from the second date to the first (Django alone would make an interval of it)."""

    arg_joiner = " - "
    template = "(%(expressions)s)"
    output_field = models.IntegerField()

    def get_db_converters(self, connection):
        """None: a difference of days is a whole number already, and there is one for each of thousands of rows."""
        return []


def _jours_du_pass(modele, jours, **filtre):
    """The sum of `jours` over the rows of `modele` of the PASS of the outer parcours; 0 without any."""
    lignes = apps.get_model("parcours", modele).objects.du_pass(OuterRef("beneficiaire_id"), OuterRef("pass_numero"))
    total = lignes.filter(**filtre).order_by().values("beneficiaire_id").annotate(total=models.Sum(jours))
    return Cast(Coalesce(Subquery(total.values("total")), 0), models.IntegerField())


def _plus_jours(date, jours):
    """A date, so many days later."""
    return ExpressionWrapper(date + jours, output_field=models.DateField())


def _ouvert(le):
    return Q(Q(date_sortie__isnull=True) | Q(date_sortie__gte=le), date_entree__lte=le)


class FinMaximale(models.Func):
    """The twin of `Parcours.fin_maximale`: a date, so many months later; None without a number of months."""

    arg_joiner = " + make_interval(months => "
    template = "(%(expressions)s))::date"
    output_field = models.DateField()


class ParcoursQuerySet(QuerySetIsole):
    def en_cours(self, le):
        """Parcours open on the day `le`."""
        return self.filter(_ouvert(le))

    def avec_ouvert(self, le):
        """Annotate `ouvert`: whether the parcours is open on the day `le`, as `en_cours` finds them."""
        return self.annotate(ouvert=_ouvert(le))

    def avec_dernier_contact(self):
        """Annotate `dernier_contact_le`, the day that the database keeps (`DernierContact`); None without one."""
        de_la_structure = Q(dernier_contact__structure=F("structure"))  # so that its index serves
        garde = models.FilteredRelation("dernier_contact", condition=de_la_structure)
        return self.annotate(garde=garde).annotate(dernier_contact_le=F("garde__jour"))

    def pour_fiche(self):
        """With the person, the dispositif and the structure, in one query."""
        return self.select_related("beneficiaire", "dispositif", "structure")

    def avec_vue_par(self, utilisateur, depuis):
        """Annotate `vue`: whether `utilisateur` noted an observation of theirs, or a fact, since the day `depuis`."""
        observees = apps.get_model("parcours.Observation").objects.filter(auteur=utilisateur, date__date__gte=depuis)
        faits = apps.get_model("parcours.PersonneDuFait").objects.filter(
            fait__auteur=utilisateur, fait__date__date__gte=depuis
        )
        return self.annotate(
            vue=Exists(observees.filter(parcours=OuterRef("pk"))) | Exists(faits.filter(parcours=OuterRef("pk")))
        )

    def d_une_personne(self, beneficiaire):
        """Every parcours of somebody, the open and the latest first, with what their page shows, in one query."""
        return (
            self.filter(beneficiaire=beneficiaire)
            .select_related("dispositif")
            .order_by(F("date_sortie").desc(nulls_first=True), "-date_entree", "-pk")
        )

    def avec_silence(self, le):
        """Annotate `silence` (until when no news of the person are expected on the day `le`) and `silence_raison`."""
        silences = apps.get_model("parcours.SilenceAttendu").objects.en_cours(le)
        siens = silences.filter(beneficiaire=OuterRef("beneficiaire"))
        return self.annotate(
            silence=Subquery(siens.values("jusqu_au")[:1]), silence_raison=Subquery(siens.values("raison")[:1])
        )

    def sans_motif_de_sortie(self, le):
        """« Sorties non documentées »: parcours ended before the day `le` or on it, whose exit has no motive."""
        sorties = apps.get_model("parcours.Sortie").objects.filter(parcours=OuterRef("pk"))
        return self.filter(~Exists(sorties), date_sortie__lte=le)

    def avec_bornes_de_sortie(self):
        """Annotate what a new date of exit must respect: `sortie_notee` (bool) and `dernier_contrat` (first day)."""
        contrats = apps.get_model("parcours.Contrat").objects.filter(parcours=OuterRef("pk"))
        sorties = apps.get_model("parcours.Sortie").objects.filter(parcours=OuterRef("pk"))
        suivis = apps.get_model("parcours.SuiviPostSortie").objects.filter(parcours=OuterRef("pk"))
        return self.annotate(
            sortie_notee=Exists(sorties) | Exists(suivis),
            dernier_contrat=Subquery(contrats.order_by("-date_debut").values("date_debut")[:1]),
        )

    def suivis_par(self, utilisateur):
        """Parcours of the people whose référent is `utilisateur` now."""
        return self.filter(
            beneficiaire__referents__utilisateur=utilisateur, beneficiaire__referents__fin__isnull=True
        )

    def avec_rythme(self):
        """Annotate `rythme_jours`: days between two entretiens, the person's own, else the structure's."""
        return self.annotate(rythme_jours=Coalesce("rythme_entretiens", "structure__rythme_entretiens"))

    def avec_entretien_attendu(self):
        """Annotate `vu_le` (last entretien with the person, None: never), `rythme_jours` and `attendu_le`.

        The rhythm is the person's own, else the structure's, and counts from the last entretien, whatever the
        parcours, or from the entry when it is later (metier.md §1 row 11).
        """
        entretiens = apps.get_model("parcours.Entretien").objects
        return (
            self.avec_rythme()
            .annotate(vu_le=TruncDate(entretiens.dernier_de("beneficiaire_id")))
            .annotate(attendu_le=_plus_jours(Greatest("date_entree", "vu_le"), F("rythme_jours")))
        )

    def entretien_en_retard(self, le):
        """Open parcours whose next entretien was due before the day `le`, the longest wait first.

        Of whom a silence is expected (`SilenceAttendu`), nothing is late; nor of whom leaves that very day, which
        `en_cours` counts among those present.
        """
        silences = apps.get_model("parcours.SilenceAttendu").objects.en_cours(le).values("beneficiaire")
        restent = self.en_cours(le).filter(Q(date_sortie__isnull=True) | Q(date_sortie__gt=le))
        attendus = restent.avec_entretien_attendu().exclude(beneficiaire__in=silences)
        return attendus.filter(attendu_le__lt=le).order_by("attendu_le", "pk")

    def avec_pass(self):
        """Annotate `pass_fin_effective`: the end of the PASS pushed by its suspensions and prolongations.

        Without PASS it is None. The twin in Python is `pass_iae.fin_effective` (metier.md §4.6).
        """
        return self.annotate(
            jours_suspendus=_jours_du_pass("Suspension", Ecart("date_fin", "date_debut") + 1),
            jours_prolonges=_jours_du_pass("Prolongation", Ecart("date_fin", "date_debut")),
        ).annotate(
            pass_fin_effective=ExpressionWrapper(
                F("pass_fin") + F("jours_suspendus") + F("jours_prolonges"), output_field=models.DateField()
            )
        )

    def avec_fin_du_temps(self):
        """Annotate `fin_du_temps`: the end of the PASS, else of the time that the dispositif allows."""
        return self.avec_pass().annotate(
            fin_du_temps=Coalesce(
                "pass_fin_effective",
                FinMaximale("date_entree", Cast("dispositif__duree_max_mois", models.IntegerField())),
            )
        )

    def diagnostic_en_retard(self, le, jours, mois):
        """Open parcours whose first diagnostic is late, or whose last one is old; annotates `dernier_diagnostic`."""
        en_retard = self.premier_diagnostic_en_retard(le, jours) | self.diagnostic_ancien(le, mois)
        return en_retard.annotate(dernier_diagnostic=models.Max("diagnostics__date"))

    def premier_diagnostic_en_retard(self, le, jours):
        """Open parcours without any diagnostic `jours` days after the entry."""
        diagnostics = apps.get_model("parcours.Diagnostic").objects.filter(parcours=OuterRef("pk"))
        return self.en_cours(le).filter(~Exists(diagnostics), date_entree__lt=le - relativedelta(days=jours))

    def diagnostic_ancien(self, le, mois):
        """Open parcours whose last diagnostic is more than `mois` months old: one before that day, none since."""
        diagnostics, limite = apps.get_model("parcours.Diagnostic").objects, le - relativedelta(months=mois)
        # Two lists that the database reads once, not a question asked again of each of thousands of parcours.
        anciens, recents = diagnostics.filter(date__lt=limite), diagnostics.filter(date__gte=limite)
        return self.en_cours(le).filter(Q(pk__in=anciens.values("parcours")) & ~Q(pk__in=recents.values("parcours")))

    def avec_contrat(self, le):
        """Annotate `contrat_type` and `contrat_fin` of the contract that runs on the day `le` (None: none)."""
        contrats = apps.get_model("parcours.Contrat").objects.en_vigueur(le).filter(parcours=OuterRef("pk"))
        return self.annotate(
            contrat_type=Subquery(contrats.values("type")[:1]), contrat_fin=Subquery(contrats.values("derniere")[:1])
        )

    def avec_horloge(self, le):
        """Annotate what `horloge.puces` reads on the day `le`, without one query more."""
        suspensions = apps.get_model("parcours.Suspension").objects.du_pass(
            OuterRef("beneficiaire_id"), OuterRef("pass_numero")
        )
        ecoules = Ecart(Least("date_fin", Value(le, models.DateField())), "date_debut") + 1
        return (
            self.avec_pass()
            .avec_contrat(le)
            .annotate(
                jours_suspendus_ecoules=_jours_du_pass("Suspension", ecoules, date_debut__lte=le),
                suspendu=Exists(suspensions.filter(date_debut__lte=le, date_fin__gte=le)),
                seuil_decision=F("structure__alerte_renouvellement_jours"),
            )
        )

    def avec_prochain_rendez_vous(self, maintenant):
        """Annotate `prochain_rendez_vous`: when the person is expected next (None: nothing planned)."""
        prevus = apps.get_model("parcours.RendezVous").objects.prevus().avec_nous().a_venir(maintenant)
        siens = prevus.filter(parcours__beneficiaire=OuterRef("beneficiaire_id")).order_by("debut")
        return self.annotate(prochain_rendez_vous=Subquery(siens.values("debut")[:1]))


@historise()
class Parcours(ModeleIsole):
    """One dated accompaniment of one person in one dispositif. Everything that happens hangs on it.

    `date_sortie` says when it ended; why is a `Sortie`, and an end without one is a « sortie non documentée »
    (docs/decisions/0004-fin-de-parcours.md).
    """

    FUSION_REFUSEE = "Terminez l’un des deux parcours, ou écrivez tout dans le même, puis revenez."

    beneficiaire = CleIsolee(Beneficiaire, related_name="parcours")
    dispositif = CleIsolee(Dispositif, on_delete=models.PROTECT, related_name="parcours")
    date_entree = models.DateField("date d’entrée")
    date_fin_prevue = models.DateField("fin prévue", null=True, blank=True)
    date_sortie = models.DateField("date de sortie", null=True, blank=True)
    heures_hebdo = models.DecimalField("heures par semaine", max_digits=4, decimal_places=2, null=True, blank=True)
    orienteur = models.CharField("orientation par", max_length=20, choices=Orienteur, blank=True)
    prescripteur = models.CharField("prescripteur", max_length=120, blank=True)
    projet = models.CharField("projet professionnel", max_length=200, blank=True)
    pass_numero = models.CharField("numéro de PASS IAE", max_length=12, blank=True, validators=[numero_pass])
    pass_debut = models.DateField("début du PASS IAE", null=True, blank=True)
    pass_fin = models.DateField("fin du PASS IAE", null=True, blank=True)
    rythme_entretiens = models.PositiveSmallIntegerField(
        "rythme des entretiens (jours)",
        null=True,
        blank=True,
        help_text="Laissez vide pour suivre celui de la structure.",
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(ParcoursQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "parcours"
        verbose_name_plural = "parcours"
        ordering = ["-date_entree", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "beneficiaire", "dispositif"],
                condition=Q(date_sortie__isnull=True),
                name="parcours_un_seul_ouvert",
                violation_error_message="Cette personne a déjà un parcours ouvert dans ce dispositif.",
            ),
            models.UniqueConstraint(fields=["structure", "id", "date_sortie"], name="parcours_et_sa_sortie"),
            models.CheckConstraint(
                condition=Q(date_sortie__isnull=True) | Q(date_sortie__gte=F("date_entree")),
                name="parcours_sortie_apres_entree",
                violation_error_message="La sortie ne peut pas précéder l’entrée.",
            ),
            models.CheckConstraint(
                condition=Q(date_fin_prevue__isnull=True) | Q(date_fin_prevue__gte=F("date_entree")),
                name="parcours_fin_prevue_apres_entree",
                violation_error_message="La fin prévue ne peut pas précéder l’entrée.",
            ),
            models.CheckConstraint(
                condition=Q(pass_debut__isnull=True) | Q(pass_fin__isnull=True) | Q(pass_fin__gte=F("pass_debut")),
                name="parcours_pass_fin_apres_debut",
                violation_error_message="La fin du PASS IAE ne peut pas précéder son début.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["structure", "beneficiaire", "-date_entree"],
                name="parcours_par_personne",
            ),
            models.Index(fields=["structure", "date_sortie"], name="parcours_ouverts"),
        ]

    def __str__(self):
        return f"{self.dispositif}, depuis le {self.date_entree:%d/%m/%Y}"

    def rythme(self):
        """Days allowed between two entretiens: the person's own, else the structure's (metier.md §1 row 11)."""
        return self.rythme_entretiens or self.structure.rythme_entretiens

    def noter_absence(self, statut, quand, utilisateur, commentaire="", rendez_vous=None, **suite):
        """Record that the person did not come at `quand` (date and time), with what follows; return the `RendezVous`.

        `rendez_vous` takes the absence, else the appointment of that day, of whichever of their open parcours;
        without one, a row is made so that it counts. `suite` is that of `donner_suite`.
        """
        ouverts = {"parcours__beneficiaire": self.beneficiaire_id, "parcours__date_sortie": None}
        manque = rendez_vous or apps.get_model("parcours.RendezVous").objects.filter(**ouverts).manque_a(quand)
        if manque:
            manque.passer_a(statut, commentaire)
        else:
            dit = {"statut": statut, "commentaire": commentaire.strip()}
            manque = self.rendez_vous.create(utilisateur=utilisateur, debut=quand, **dit)
        self.donner_suite(quand, utilisateur, **suite)
        return manque

    def donner_suite(self, quand, auteur, entretien=None, faites=(), nouvelles=(), prochain=None, note_privee=""):
        """Write what follows from an entretien, or from an absence, at `quand`.

        `faites` are open actions that end that day, `nouvelles` the fields of actions that start (domaine left to
        the objectif that will hold them), `prochain` the fields of the next appointment, `note_privee` the working
        note kept apart.
        """
        for action in faites:
            action.passer_a(EtatAction.FAIT, le=timezone.localdate(quand))
        for champs in nouvelles:
            self.actions.create(entretien=entretien, **champs)
        if prochain:
            self.rendez_vous.create(**prochain)
        if note_privee:
            self.notes_confidentielles.create(auteur=auteur, date=quand, texte=note_privee)

    def sortir(self, *, motif, le, par, **details):
        """End the parcours on the day `le` for `motif` (a `MotifSortie`), written by `par`; return the `Sortie`.

        `details` are the other fields of the exit (employer, the person's words…). An end already dated but not
        documented takes its motive and the date `le`.
        """
        sortie = apps.get_model("parcours.Sortie")(parcours=self, structure_id=self.structure_id, date=le, **details)
        sortie.figer(motif, par, examiner(self, motif.categorie, le, details.get("heures_travaillees")))
        sortie.enregistrer()
        return sortie

    def fin_maximale(self):
        """The day on which the dispositif's maximum is reached; None when it has none (metier.md §4.4)."""
        if self.dispositif.duree_max_mois is None:
            return None
        return self.date_entree + relativedelta(months=self.dispositif.duree_max_mois)
