from django.db import models, transaction
from django.db.models import Count, F, Max, Q
from django.urls import reverse

from beneficiaires.models import Beneficiaire
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import AuteurDiagnostic, MotifDecision, Orienteur, StatutCandidature
from .dispositifs import Dispositif
from .parcours import Parcours, numero_pass

OUVERTES = (StatutCandidature.NOUVELLE, StatutCandidature.A_L_ETUDE, StatutCandidature.EN_ATTENTE)
RANG_SEULEMENT_EN_ATTENTE = "Seule une demande en liste d’attente a un rang."


class CandidatureQuerySet(QuerySetIsole):
    def ouvertes(self):
        """Those that wait for a decision, the waiting list included."""
        return self.filter(statut__in=OUVERTES)

    def en_attente(self):
        """The waiting lists, one dispositif after the other, each in its order (metier.md §1 row 2)."""
        return self.filter(statut=StatutCandidature.EN_ATTENTE).order_by(
            F("dispositif__nom").asc(nulls_last=True),
            F("rang").asc(nulls_last=True),
            F("date").asc(nulls_last=True),
            "pk",
        )

    def pour_liste(self):
        """What a line of the list shows, in one query: the latest first."""
        return self.select_related("beneficiaire", "dispositif").order_by(F("date").desc(nulls_last=True), "-pk")

    def pour_fiche(self):
        return self.select_related("beneficiaire", "dispositif", "structure", "parcours__dispositif", "decidee_par")

    def par_statut(self):
        """{statut: how many}."""
        return dict(self.order_by().values_list("statut").annotate(n=Count("pk")))


@historise()
class Candidature(ModeleIsole):
    """An application or an orientation received, kept whatever became of it (metier.md §1 row 2, §4.4).

    `rang` is the place on the waiting list of the dispositif asked for; an imported line has none and comes after.
    `motif_refus` is the free text beside `motif` (or the whole of it when the line was imported).
    """

    beneficiaire = CleIsolee(Beneficiaire, related_name="candidatures")
    parcours = CleIsolee(
        Parcours, on_delete=models.SET_NULL, related_name="candidatures", null=True, blank=True, editable=False
    )
    dispositif = CleIsolee(
        Dispositif,
        on_delete=models.SET_NULL,
        related_name="candidatures",
        null=True,
        blank=True,
        verbose_name="dispositif souhaité",
    )
    date = models.DateField("reçue le", null=True, blank=True)
    statut = models.CharField(
        "état", max_length=12, choices=StatutCandidature, default=StatutCandidature.NOUVELLE, editable=False
    )
    orienteur = models.CharField("orientation par", max_length=20, choices=Orienteur, blank=True)
    prescripteur = models.CharField("organisation qui oriente", max_length=120, blank=True)
    prescripteur_contact = models.CharField("interlocuteur", max_length=120, blank=True)
    metier = models.CharField("métier demandé", max_length=160, blank=True)

    diagnostic_le = models.DateField("diagnostic d’éligibilité du", null=True, blank=True)
    diagnostic_auteur = models.CharField("fait par", max_length=12, choices=AuteurDiagnostic, blank=True)
    pass_numero = models.CharField("numéro de PASS IAE", max_length=12, blank=True, validators=[numero_pass])
    pass_debut = models.DateField("début du PASS IAE", null=True, blank=True)
    pass_fin = models.DateField("fin du PASS IAE", null=True, blank=True)

    attente_depuis = models.DateField("en liste d’attente depuis le", null=True, blank=True, editable=False)
    rang = models.PositiveSmallIntegerField("rang", null=True, blank=True, editable=False)
    decidee_le = models.DateField("décision du", null=True, blank=True, editable=False)
    decidee_par = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, blank=True, editable=False
    )
    motif = models.CharField("motif", max_length=20, choices=MotifDecision, blank=True)
    motif_refus = models.CharField("précision", max_length=160, blank=True)
    derogation = models.CharField("acceptée malgré un point manquant, parce que", max_length=200, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(CandidatureQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "candidature"
        verbose_name_plural = "candidatures"
        ordering = ["-date", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(rang__isnull=True) | Q(statut="en_attente"),
                name="candidature_rang_en_attente",
                violation_error_message=RANG_SEULEMENT_EN_ATTENTE,
            ),
            models.UniqueConstraint(
                fields=["structure", "dispositif", "rang"],
                name="candidature_rang_unique",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message="Deux demandes ne peuvent pas avoir le même rang.",
            ),
            models.CheckConstraint(
                condition=Q(date__isnull=True) | Q(decidee_le__isnull=True) | Q(decidee_le__gte=F("date")),
                name="candidature_decidee_apres_reception",
                violation_error_message="La décision ne peut pas précéder la réception.",
            ),
            models.CheckConstraint(
                condition=Q(pass_debut__isnull=True) | Q(pass_fin__isnull=True) | Q(pass_fin__gte=F("pass_debut")),
                name="candidature_pass_fin_apres_debut",
                violation_error_message="La fin du PASS IAE ne peut pas précéder son début.",
            ),
        ]
        indexes = [
            models.Index(fields=["structure", "beneficiaire"], name="candidature_par_personne"),
            models.Index(fields=["structure", "statut"], name="candidature_par_statut"),
        ]

    def __str__(self):
        return f"Candidature {self.get_statut_display().lower()}"

    def get_absolute_url(self):
        return reverse("parcours:candidature_detail", args=[self.pk])

    @property
    def est_ouverte(self):
        """Whether it still waits for a decision."""
        return self.statut in OUVERTES

    def etudier(self):
        """Take it up, or take it up again: off the waiting list, no decision any more."""
        self._poser(
            statut=StatutCandidature.A_L_ETUDE,
            attente_depuis=None,
            decidee_le=None,
            decidee_par=None,
            motif="",
            motif_refus="",
        )

    @transaction.atomic
    def mettre_en_attente(self, le):
        """Put it at the end of the waiting list of its dispositif on the day `le`; twice changes nothing."""
        if self.statut == StatutCandidature.EN_ATTENTE and self.rang:
            return
        dernier = self._liste().aggregate(dernier=Max("rang"))["dernier"] or 0
        self._poser(
            statut=StatutCandidature.EN_ATTENTE,
            attente_depuis=self.attente_depuis or le,
            rang=dernier + 1,
        )

    def decider(self, statut, motif, le, par, precision=""):
        """Say no (DECLINEE), or note that it falls through (ANNULEE), with a motive of the closed list."""
        self._poser(
            statut=statut, attente_depuis=None, motif=motif, motif_refus=precision, decidee_le=le, decidee_par=par
        )

    def nouveau_parcours(self, le):
        """The unsaved parcours that accepting on the day `le` opens: who sent the person and the PASS are kept."""
        return Parcours(
            structure_id=self.structure_id,
            beneficiaire=self.beneficiaire,
            dispositif=self.dispositif,
            date_entree=le,
            orienteur=self.orienteur,
            prescripteur=self.prescripteur,
            pass_numero=self.pass_numero,
            pass_debut=self.pass_debut,
            pass_fin=self.pass_fin,
        )

    @transaction.atomic
    def accepter(self, parcours, le, par, derogation=""):
        """Accept on the day `le` and open `parcours` (unsaved, from `nouveau_parcours`)."""
        parcours.save()
        self._poser(
            statut=StatutCandidature.ACCEPTEE,
            attente_depuis=None,
            parcours=parcours,
            derogation=derogation,
            decidee_le=le,
            decidee_par=par,
            motif="",
            motif_refus="",
        )

    @transaction.atomic
    def deplacer(self, vers_le_haut):
        """Change places with its neighbour on the waiting list; the first cannot go up nor the last go down."""
        liste = list(self._liste().en_attente().select_for_update(of=("self",)))
        place = next((i for i, autre in enumerate(liste) if autre.pk == self.pk), None)
        cible = None if place is None else place - 1 if vers_le_haut else place + 1
        if cible is not None and 0 <= cible < len(liste):
            liste[place], liste[cible] = liste[cible], liste[place]
        deplacees = []
        for rang, candidature in enumerate(liste, start=1):
            if candidature.rang != rang:
                candidature.rang = rang
                deplacees.append(candidature)
        Candidature.objects.bulk_update(deplacees, ["rang"])

    def _liste(self):
        """Its waiting list, held until the end of the transaction: two people moving it come one after the other."""
        list(Dispositif.objects.filter(pk=self.dispositif_id).select_for_update())
        return Candidature.objects.filter(structure_id=self.structure_id, dispositif_id=self.dispositif_id)

    def _poser(self, **champs):
        """Write these fields and count one more version; a state other than waiting has no rank."""
        champs = {"rang": None} | champs
        for nom, valeur in champs.items():
            setattr(self, nom, valeur)
        self.version += 1
        self.save(update_fields=[*champs, "version"])


class EntretienAdmissionQuerySet(QuerySetIsole):
    def pour_candidature(self):
        return self.select_related("auteur").order_by("-date", "-pk")

    def pour_fiche(self):
        return self.select_related("candidature__beneficiaire", "candidature__structure")


@historise()
class EntretienAdmission(ModeleIsole):
    """The interview before entry: recruitment or admission, with whoever came along (metier.md §1 rows 2, 63, 66).

    Its notes may speak of health or justice: only the roles that follow people read it.
    """

    candidature = CleIsolee(Candidature, related_name="entretiens")
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    date = models.DateTimeField("date et heure")
    lieu = models.CharField("lieu", max_length=120, blank=True)
    presents = models.CharField("personnes présentes", max_length=200, blank=True)
    notes = models.TextField("ce qui s’est dit", blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(EntretienAdmissionQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "entretien avant l’entrée"
        verbose_name_plural = "entretiens avant l’entrée"
        ordering = ["-date", "-pk"]
        indexes = [models.Index(fields=["structure", "candidature"], name="admission_par_candidature")]

    def __str__(self):
        return f"Entretien du {self.date:%d/%m/%Y}"
