"""Collective work: a catalogue of ateliers, their séances, and who came (metier.md §1 rows 12, 13, 45, 78)."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.db.models import Case, Count, F, Q, When
from django.db.models.functions import Coalesce

from insertion.enums import DOMAINES_SENSIBLES, Domaine
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import PresenceSeance
from .participations import Participation

UN_AU_MOINS = MinValueValidator(1, "Comptez au moins une place, ou laissez vide : sans limite.")


class AtelierQuerySet(QuerySetIsole):
    def pour_liste(self):
        """The catalogue, what is still offered first, each with its number of séances (`nombre_seances`)."""
        return self.annotate(nombre_seances=Count("seances")).order_by("-actif", "titre")


@historise()
class Atelier(ModeleIsole):
    """One line of the catalogue: a theme of the structure's own, tied to insertion or not (metier.md §1 rows 12, 45).

    `sensible` follows `domaines`: who comes to a séance about health or justice is read by the follow-up roles only,
    and the policies of the database read the row's own column (docs/decisions/0002-isolation.md).
    """

    titre = models.CharField("titre", max_length=120)
    theme = models.CharField("thème", max_length=80, blank=True)
    domaines = ArrayField(
        models.CharField(max_length=20, choices=Domaine), verbose_name="domaines", default=list, blank=True
    )
    description = models.TextField("description", blank=True)
    lie_insertion = models.BooleanField("lié à l’insertion", default=True)
    capacite = models.PositiveSmallIntegerField(
        "places par séance", null=True, blank=True, validators=[UN_AU_MOINS], default=12
    )
    actif = models.BooleanField("proposé actuellement", default=True)
    sensible = models.BooleanField(default=False, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(AtelierQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "atelier"
        verbose_name_plural = "ateliers"
        ordering = ["titre"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "titre"],
                name="atelier_titre_unique",
                violation_error_message="Un atelier porte déjà ce titre.",
            ),
            models.CheckConstraint(
                condition=Q(capacite__isnull=True) | Q(capacite__gt=0),
                name="atelier_capacite",
                violation_error_message="Comptez au moins une place, ou laissez vide : sans limite.",
            ),
        ]

    def __str__(self):
        return self.titre

    def save(self, *args, **kwargs):
        """What is sensitive in an atelier is so in its séances and in who came."""
        self.sensible = any(domaine in DOMAINES_SENSIBLES for domaine in self.domaines)
        modifie = self.pk is not None
        super().save(*args, **kwargs)
        if modifie:
            Participation.objects.filter(seance__atelier=self).exclude(sensible=self.sensible).update(
                sensible=self.sensible
            )
            self.seances.exclude(sensible=self.sensible).update(sensible=self.sensible)

    @property
    def themes(self):
        """Its theme in the structure's words, then its domains, as French labels."""
        return list(filter(None, [self.theme, *(Domaine(code).label for code in self.domaines)]))


class SeanceQuerySet(QuerySetIsole):
    def maintenues(self):
        return self.filter(annulee_le__isnull=True)

    def a_venir(self, maintenant):
        """Those not over at the instant `maintenant`, cancelled ones included, the next one first."""
        return self.filter(fin__gte=maintenant).order_by("debut", "pk")

    def passees(self, maintenant):
        return self.filter(fin__lt=maintenant).order_by("-debut", "-pk")

    def tenues(self, maintenant):
        """Those that took place: over at the instant `maintenant`, and not cancelled."""
        return self.maintenues().filter(fin__lte=maintenant)

    def pour_fiche(self):
        return self.select_related("atelier").prefetch_related("intervenants__utilisateur")

    def pour_liste(self):
        """What a list of séances shows, in two queries: `places_prises`, `en_attente`, `presents`, `a_noter`."""
        place = Q(participations__place_at__isnull=False)
        return self.pour_fiche().annotate(
            places_prises=Count("participations", filter=place & ~Q(participations__presence=PresenceSeance.EXCUSE)),
            en_attente=Count(
                "participations", filter=Q(participations__place_at__isnull=True, participations__presence="")
            ),
            presents=Count("participations", filter=Q(participations__presence=PresenceSeance.PRESENT)),
            a_noter=Count("participations", filter=place & Q(participations__presence="")),
        )


@historise()
class Seance(ModeleIsole):
    """One date of an atelier. `note` is common to those present: it names nobody and holds nothing sensitive."""

    atelier = CleIsolee(Atelier, related_name="seances")
    debut = models.DateTimeField("début")
    fin = models.DateTimeField("fin")
    lieu = models.CharField("lieu", max_length=120, blank=True)
    capacite = models.PositiveSmallIntegerField("places", null=True, blank=True, validators=[UN_AU_MOINS])
    anonymes = models.PositiveSmallIntegerField("personnes venues sans donner leur nom", default=0)
    note = models.TextField("ce qui s’est passé", blank=True)
    annulee_le = models.DateField("annulée le", null=True, blank=True, editable=False)
    sensible = models.BooleanField(default=False, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(SeanceQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "séance"
        verbose_name_plural = "séances"
        ordering = ["debut", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(fin__gt=F("debut")),
                name="seance_fin_apres_debut",
                violation_error_message="La séance doit finir après avoir commencé.",
            ),
            models.CheckConstraint(
                condition=Q(capacite__isnull=True) | Q(capacite__gt=0),
                name="seance_capacite",
                violation_error_message="Comptez au moins une place, ou laissez vide : sans limite.",
            ),
        ]
        indexes = [
            models.Index(fields=["structure", "debut"], name="seance_par_date"),
            models.Index(fields=["structure", "atelier", "-debut"], name="seance_par_atelier"),
        ]

    def __str__(self):
        return f"{self.atelier}, le {self.debut:%d/%m/%Y}"

    def save(self, *args, **kwargs):
        self.sensible = self.atelier.sensible
        super().save(*args, **kwargs)

    @property
    def duree(self):
        """How long it lasts, a timedelta."""
        return self.fin - self.debut

    @property
    def animee_par(self):
        """The names of the facilitators, colleagues then external ones, in one text (metier.md §1 row 13)."""
        return ", ".join(str(intervenant) for intervenant in self.intervenants.all())

    @property
    def est_annulee(self):
        return self.annulee_le is not None

    def places_libres(self):
        """Seats that nobody holds; None when there is no limit. Somebody excused gives theirs back."""
        if self.capacite is None:
            return None
        return max(
            0, self.capacite - self.participations.avec_place().exclude(presence=PresenceSeance.EXCUSE).count()
        )

    def annuler(self, le):
        """Cancel it on the day `le`; None puts it back."""
        self.annulee_le = le
        type(self).objects.filter(pk=self.pk).update(annulee_le=le, version=F("version") + 1)

    def inscrire(self, beneficiaires, quand):
        """Register people at the instant `quand`; return the new `Participation`s, those without a seat wait.

        The row of the séance is locked: two colleagues who give the last seat at once give it to one person.
        """
        with transaction.atomic():
            self._verrouiller()
            connus = set(self.participations.values_list("beneficiaire_id", flat=True))
            nouveaux = [b for b in beneficiaires if b.pk not in connus]
            libres = self.places_libres()
            return Participation.objects.bulk_create(
                self._participation(b, inscrit_at=quand, place_at=quand if libres is None or rang < libres else None)
                for rang, b in enumerate(nouveaux)
            )

    def accueillir(self, beneficiaires, par, quand):
        """Note people who came at the instant `quand`, registered or not; a walk-in is never refused for a seat."""
        with transaction.atomic():
            self._verrouiller()
            connus = self.participations.filter(beneficiaire__in=beneficiaires)
            deja = set(connus.values_list("beneficiaire_id", flat=True))
            self.pointer(connus, PresenceSeance.PRESENT, par, quand)
            Participation.objects.bulk_create(
                self._participation(b, presence=PresenceSeance.PRESENT, pointe_at=quand, pointe_par=par)
                for b in beneficiaires
                if b.pk not in deja
            )

    def pointer(self, participations, presence, par, quand):
        """Write `presence` ("" takes it back) on a queryset of its participations; return who gets a seat by it.

        Taking back the presence of a walk-in takes away their row, and that of somebody who waited their seat.
        """
        with transaction.atomic():
            self._verrouiller()
            participations = self.participations.filter(pk__in=list(participations.values_list("pk", flat=True)))
            if presence == "":
                participations.filter(inscrit_at__isnull=True).delete()
                participations.filter(place_at=F("pointe_at")).update(
                    place_at=None, presence="", pointe_at=None, pointe_par=None
                )
                participations.update(presence="", pointe_at=None, pointe_par=None)
            elif presence == PresenceSeance.PRESENT:
                siege = Case(When(inscrit_at__isnull=True, then=None), default=Coalesce("place_at", quand))
                participations.update(presence=presence, pointe_at=quand, pointe_par=par, place_at=siege)
            else:
                participations.avec_place().update(presence=presence, pointe_at=quand, pointe_par=par)
            return self._appeler(quand) if presence == PresenceSeance.EXCUSE else []

    def desinscrire(self, participation, quand):
        """Take somebody off the list; return those who waited and get a seat by it."""
        with transaction.atomic():
            self._verrouiller()
            participation.delete()
            return self._appeler(quand)

    def appeler_les_suivants(self, quand):
        """Give the free seats to those who wait, in the order of their registration, until the séance begins."""
        with transaction.atomic():
            self._verrouiller()
            return self._appeler(quand)

    def _appeler(self, quand):
        if quand >= self.debut or self.est_annulee:
            return []
        attente = self.participations.en_attente().select_related("beneficiaire")
        appeles = list(attente[: self.places_libres()])
        self.participations.filter(pk__in=[p.pk for p in appeles]).update(place_at=quand)
        return appeles

    def _participation(self, beneficiaire, **champs):
        return Participation(
            structure_id=self.structure_id, seance=self, beneficiaire=beneficiaire, sensible=self.sensible, **champs
        )

    def _verrouiller(self):
        """Whoever changes the list waits for its turn, and reads the capacity as it is now."""
        ligne = type(self).objects.select_for_update().only("capacite", "annulee_le").get(pk=self.pk)
        self.capacite, self.annulee_le = ligne.capacite, ligne.annulee_le


@historise()
class Intervenant(ModeleIsole):
    """Who holds a séance: a colleague, or somebody from outside by name (metier.md §1 row 13)."""

    seance = CleIsolee(Seance, related_name="intervenants")
    utilisateur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    nom = models.CharField("nom", max_length=120, blank=True)

    class Meta(ModeleIsole.Meta):
        verbose_name = "intervenant"
        verbose_name_plural = "intervenants"
        ordering = ["nom", "pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(utilisateur__isnull=False, nom="") | Q(utilisateur__isnull=True) & ~Q(nom=""),
                name="intervenant_collegue_ou_nom",
                violation_error_message="Un intervenant est un collègue, ou une personne extérieure avec son nom.",
            ),
            models.UniqueConstraint(
                fields=["structure", "seance", "utilisateur"],
                name="intervenant_une_fois",
                violation_error_message="Ce collègue anime déjà cette séance.",
            ),
        ]

    def __str__(self):
        return self.nom or str(self.utilisateur)
