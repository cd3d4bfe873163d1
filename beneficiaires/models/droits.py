"""What a person is told, agrees to, asks for and contests: the facts of their rights (RGPD, art. 7 and 12 to 22)."""

from dateutil.relativedelta import relativedelta
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import (
    CanalInformation,
    GenreAppreciation,
    GenreDemandeDroit,
    ObjetConsentement,
    ReponseDroit,
)
from .beneficiaire import Beneficiaire

#: The answer is due in a month, in three once the person has been told why (RGPD, art. 12.3).
DELAI, DELAI_PROLONGE = relativedelta(months=1), relativedelta(months=3)


class NoticeQuerySet(QuerySetIsole):
    def en_vigueur(self):
        """The text that people receive now: the last one published."""
        return self.order_by("-numero").first()


@historise()
class Notice(ModeleIsole):
    """What people are told about their data (art. 13 and 14): a version, never changed once published."""

    numero = models.PositiveSmallIntegerField("version", editable=False)
    texte = models.TextField("texte remis aux personnes")
    publiee_le = models.DateField("publiée le", editable=False)
    auteur = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", editable=False)

    objects = ManagerIsole.from_queryset(NoticeQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "notice d’information"
        verbose_name_plural = "notices d’information"
        ordering = ["-numero"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "numero"], name="notice_numero"),
        ]

    def __str__(self):
        return f"Version {self.numero} du {self.publiee_le:%d/%m/%Y}"


class InformationDonneeQuerySet(QuerySetIsole):
    def pour_fiche(self):
        return self.select_related("notice", "donnee_par").order_by("-le", "-pk")

    def a_informer(self, personnes, notice):
        """Those of `personnes` (a queryset) who have not received `notice`."""
        return personnes.filter(~Exists(self.filter(beneficiaire=OuterRef("pk"), notice=notice)))


@historise()
class InformationDonnee(ModeleIsole):
    """Somebody received a version of the notice, on a day."""

    FUSION_PREMIER_DIT = "le"

    beneficiaire = CleIsolee(Beneficiaire, related_name="informations")
    notice = CleIsolee(Notice, on_delete=models.PROTECT, related_name="remises", editable=False)
    le = models.DateField("remise le")
    canal = models.CharField("comment", max_length=12, choices=CanalInformation)
    donnee_par = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", editable=False
    )

    objects = ManagerIsole.from_queryset(InformationDonneeQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "information donnée"
        verbose_name_plural = "informations données"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "beneficiaire", "notice"],
                name="information_une_fois",
                violation_error_message="Cette version est déjà notée comme remise.",
            ),
        ]

    def __str__(self):
        return f"{self.notice}, remise le {self.le:%d/%m/%Y}"


class ConsentementQuerySet(QuerySetIsole):
    def en_cours(self):
        return self.filter(retire_le=None)

    def pour_fiche(self):
        return self.select_related("recueilli_par").order_by(
            F("retire_le").desc(nulls_first=True), "-donne_le", "-pk"
        )


@historise()
class Consentement(ModeleIsole):
    """Somebody agreed to something that the accompaniment does not need; withdrawn as easily as given (art. 7)."""

    beneficiaire = CleIsolee(Beneficiaire, related_name="consentements")
    objet = models.CharField("à quoi", max_length=12, choices=ObjetConsentement)
    question = models.CharField("question posée, avec le destinataire", max_length=300)
    canal = models.CharField("comment", max_length=12, choices=CanalInformation)
    donne_le = models.DateField("donné le")
    recueilli_par = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", editable=False
    )
    retire_le = models.DateField("retiré le", null=True, editable=False)

    objects = ManagerIsole.from_queryset(ConsentementQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "consentement"
        verbose_name_plural = "consentements"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(retire_le__isnull=True) | Q(retire_le__gte=F("donne_le")),
                name="consentement_retire_apres",
                violation_error_message="Un consentement ne peut pas être retiré avant d’être donné.",
            ),
        ]

    def __str__(self):
        return f"{self.get_objet_display()}, le {self.donne_le:%d/%m/%Y}"

    def retirer(self, le):
        """Note that the person changed their mind on the day `le`; the first withdrawal stands."""
        type(self).objects.filter(pk=self.pk).en_cours().update(retire_le=max(le, self.donne_le))


class DemandeDroitQuerySet(QuerySetIsole):
    def a_repondre(self):
        return self.filter(repondue_le=None)

    def pour_fiche(self):
        return self.select_related("recueillie_par").order_by(
            F("repondue_le").desc(nulls_first=True), "-recue_le", "-pk"
        )

    def pour_liste(self):
        """What waits for an answer, the oldest first, with the person, in one query."""
        return self.select_related("beneficiaire").order_by("recue_le", "pk")


@historise()
class DemandeDroit(ModeleIsole):
    """Somebody uses one of their rights: received on a day, answered within a month."""

    beneficiaire = CleIsolee(Beneficiaire, related_name="demandes_droit")
    genre = models.CharField("demande", max_length=14, choices=GenreDemandeDroit)
    recue_le = models.DateField("reçue le")
    precision = models.TextField("ce que la personne demande, avec ses mots", blank=True)
    recueillie_par = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", editable=False
    )
    prolongee_le = models.DateField("personne prévenue du délai le", null=True, editable=False)
    prolongation_motif = models.CharField(
        "pourquoi il faut plus de temps", max_length=300, blank=True, editable=False
    )
    repondue_le = models.DateField("répondue le", null=True, editable=False)
    reponse = models.CharField("réponse", max_length=10, choices=ReponseDroit, blank=True, editable=False)
    reponse_motif = models.CharField("ce qui a été répondu, et pourquoi", max_length=500, blank=True, editable=False)

    objects = ManagerIsole.from_queryset(DemandeDroitQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "demande d’exercice d’un droit"
        verbose_name_plural = "demandes d’exercice de droits"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(prolongee_le=None, prolongation_motif="")
                | Q(prolongee_le__gte=F("recue_le")) & ~Q(prolongation_motif=""),
                name="demande_droit_prolongation",
                violation_error_message="Une prolongation a sa date, après la demande, et sa raison.",
            ),
            models.CheckConstraint(
                condition=Q(repondue_le=None, reponse="") | Q(repondue_le__gte=F("recue_le")) & ~Q(reponse=""),
                name="demande_droit_reponse",
                violation_error_message="Une réponse a sa date, après la demande.",
            ),
            models.CheckConstraint(
                condition=~Q(reponse=ReponseDroit.REFUSEE) | ~Q(reponse_motif=""),
                name="demande_droit_refus_motive",
                violation_error_message="Un refus se motive : la personne peut le contester auprès de la CNIL.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "beneficiaire"], name="demande_droit_par_personne")]

    def __str__(self):
        return f"{self.get_genre_display()}, demande du {self.recue_le:%d/%m/%Y}"

    def get_absolute_url(self):
        return reverse("pilotage:demande_droit_detail", args=[self.pk])

    @property
    def echeance(self):
        """The last day to answer."""
        return self.recue_le + (DELAI_PROLONGE if self.prolongee_le else DELAI)

    @property
    def est_ouverte(self):
        return self.repondue_le is None

    def jours_restants(self, le):
        """Days left on the day `le`; negative once it is late."""
        return (self.echeance - le).days

    def prolonger(self, le, motif):
        """The person was told on the day `le` why two more months are needed; once only."""
        ouverte = type(self).objects.filter(pk=self.pk, repondue_le=None, prolongee_le=None)
        return bool(ouverte.update(prolongee_le=le, prolongation_motif=motif))

    def repondre(self, le, reponse, motif=""):
        """Close it on the day `le`; the first answer stands."""
        ouverte = type(self).objects.filter(pk=self.pk, repondue_le=None)
        return bool(ouverte.update(repondue_le=le, reponse=reponse, reponse_motif=motif))


class DesaccordQuerySet(QuerySetIsole):
    def sur(self, appreciation, objets):
        """Statements about these appreciations of one kind (ids), in one query."""
        return self.filter(appreciation=appreciation, objet_id__in=objets).order_by("le", "pk")


@historise()
class Desaccord(ModeleIsole):
    """What the person says against an appreciation about them: it stays beside it (art. 16).

    `objet_id` is the id of the appreciation, one floor up, as `appreciation` tells.
    """

    beneficiaire = CleIsolee(Beneficiaire, related_name="desaccords")
    appreciation = models.CharField("sur quoi", max_length=14, choices=GenreAppreciation)
    objet_id = models.BigIntegerField(editable=False)
    texte = models.TextField("ce que la personne conteste, avec ses mots")
    le = models.DateField("dit le")
    auteur = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", editable=False)

    objects = ManagerIsole.from_queryset(DesaccordQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "désaccord de la personne"
        verbose_name_plural = "désaccords de la personne"
        indexes = [models.Index(fields=["structure", "appreciation", "objet_id"], name="desaccord_par_objet")]

    def __str__(self):
        return f"Désaccord du {self.le:%d/%m/%Y}"
