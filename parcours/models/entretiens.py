from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import ExpressionWrapper, F, OuterRef, Q, Subquery
from django.db.models.functions import Left
from django.utils import timezone

from insertion.enums import Domaine
from insertion.isolation.historique import historise
from insertion.isolation.models import (
    CleIsolee,
    ManagerIsole,
    ModeleIsole,
    QuerySetIsole,
)
from insertion.isolation.preparees import RequetePreparee, ensemble
from insertion.jours import bornes
from insertion.models.chiffres import ModeleChiffre, QuerySetChiffre, TexteChiffre

from ..enums import (
    Accompagnement,
    EvenementChantier,
    GenreEntretien,
    Interlocuteur,
    Mode,
    Presence,
    StatutRendezVous,
)
from .parcours import Parcours

#: Minutes of travel that one day can hold.
TRAJET_MAXIMAL = 600
#: Somebody who comes so early comes for that appointment; a call noted sooner announces it, or puts it off.
AVANCE = timedelta(minutes=15)


class SurParcoursQuerySet(QuerySetIsole):
    def pour_fiche(self):
        """With the parcours and the person that its page names, in one query."""
        return self.select_related("parcours__beneficiaire", "parcours__dispositif", "auteur")


class EntretienQuerySet(SurParcoursQuerySet):
    def durees_et_lieux_de(self, auteur):
        """(minutes, place) of the entretiens that `auteur` wrote, the latest first."""
        return self.filter(auteur=auteur).order_by("-date", "-pk").values_list("duree_minutes", "lieu")

    def dernier_de(self, personne):
        """An expression: when the person of the outer query (the column `personne`) was last seen or spoken to."""
        siens = Parcours.objects.filter(beneficiaire=OuterRef(personne)).order_by()
        # Not the aggregate of Django, which groups: one maximum per person is all that is asked.
        return Subquery(siens.values(dernier=models.Func(self.dernier_du_parcours(), function="MAX")))

    def dernier_du_parcours(self):
        """An expression: the last one of the parcours of the outer query, the first line of an index.

        `Parcours.avec_dernier_contact` says it of a whole team, as the database keeps it.
        """
        return Subquery(self.filter(parcours=OuterRef("pk")).order_by("-date").values("date")[:1])


@historise()
class Entretien(ModeleIsole):
    """An entretien and its compte rendu. The person may ask to read it."""

    parcours = CleIsolee(Parcours, related_name="entretiens")
    auteur = models.ForeignKey(
        "insertion.Utilisateur",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
    )
    date = models.DateTimeField("date et heure")
    duree_minutes = models.PositiveSmallIntegerField("durée (minutes)", null=True, blank=True)
    mode = models.CharField("mode", max_length=10, choices=Mode, default=Mode.SUR_PLACE)
    genre = models.CharField(
        "genre",
        max_length=14,
        choices=GenreEntretien,
        default=GenreEntretien.INDIVIDUEL,
    )
    themes = ArrayField(
        models.CharField(max_length=20, choices=Domaine),
        verbose_name="thèmes",
        default=list,
        blank=True,
    )
    accompagnements = ArrayField(
        models.CharField(max_length=20, choices=Accompagnement),
        verbose_name="accompagnement",
        default=list,
        blank=True,
    )
    lieu = models.CharField("lieu", max_length=120, blank=True)
    trajet_minutes = models.PositiveSmallIntegerField("trajet (minutes)", null=True, blank=True)
    imprevu = models.BooleanField("imprévu", default=False)
    compte_rendu = models.TextField("compte rendu")
    paroles = models.TextField("avec ses mots", blank=True)
    convenu = models.TextField("ce qui est convenu", blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(EntretienQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "entretien"
        verbose_name_plural = "entretiens"
        ordering = ["-date", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(compte_rendu=""),
                name="entretien_compte_rendu_rempli",
                violation_error_message="Écrivez quelques mots, ou notez une absence.",
            ),
            models.CheckConstraint(
                condition=Q(trajet_minutes__isnull=True) | Q(trajet_minutes__lte=TRAJET_MAXIMAL),
                name="entretien_trajet",
                violation_error_message=f"Le trajet ne dépasse pas {TRAJET_MAXIMAL} minutes.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "parcours", "-date"], name="entretien_par_parcours")]

    def __str__(self):
        return f"Entretien du {self.date:%d/%m/%Y}"

    def validate_constraints(self, exclude=None):
        """Django works out the whole row before it finds that a rule is of a field left out: not if all are."""
        exclus = set(exclude or ())
        regles = [regle for regle in self._meta.constraints if isinstance(regle, models.CheckConstraint)]
        if not all(exclus & set(regle.condition.referenced_base_fields) for regle in regles):
            super().validate_constraints(exclude)

    def consigner(self, rendez_vous=None, **suite):
        """Save a new entretien with all that follows from it (`suite`, see `Parcours.donner_suite`).

        `rendez_vous` is the appointment it answers; else, of those planned that day, the one that has just begun.
        """
        jour = timezone.localdate(self.date)
        matin, soir = bornes(jour)
        with transaction.atomic(savepoint=False):
            with ensemble():
                attendus = _attendus.demander(parcours=self.parcours_id, matin=matin, soir=soir)
                self.save()
            self._honorer(rendez_vous or commence(attendus.lire(), self.date))
            self.parcours.donner_suite(self.date, self.auteur, entretien=self, **suite)

    def _honorer(self, rendez_vous):
        """Mark the appointment as kept, whoever was to receive the person; one outside only when it is named."""
        if rendez_vous:
            prevus = RendezVous.objects.prevus().filter(pk=rendez_vous.pk)
            prevus.update(statut=StatutRendezVous.VENU, entretien=self, version=F("version") + 1)


class NoteConfidentielleQuerySet(QuerySetChiffre, SurParcoursQuerySet):
    """Notes have their number before they are written in bulk."""


@historise()
class NoteConfidentielle(ModeleChiffre):
    """A working note, encrypted: the database shows it to its author and to the chef de service only."""

    parcours = CleIsolee(Parcours, related_name="notes_confidentielles")
    auteur = models.ForeignKey(
        "insertion.Utilisateur",
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    date = models.DateTimeField("date et heure")
    texte = TexteChiffre("note")

    objects = ManagerIsole.from_queryset(NoteConfidentielleQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "note confidentielle"
        verbose_name_plural = "notes confidentielles"
        ordering = ["-date"]
        indexes = [models.Index(fields=["structure", "parcours", "-date"], name="note_par_parcours")]

    def __str__(self):
        return f"Note du {self.date:%d/%m/%Y}"


@historise()
class Observation(ModeleIsole):
    """A short shared note: seen at the workplace, or taken over from an imported file (`origine`)."""

    parcours = CleIsolee(Parcours, related_name="observations")
    auteur = models.ForeignKey(
        "insertion.Utilisateur",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
    )
    date = models.DateTimeField("date et heure")
    texte = models.TextField("observation")
    presence = models.CharField("présence", max_length=16, choices=Presence, blank=True)
    evenement = models.CharField("fait marquant", max_length=12, choices=EvenementChantier, blank=True)
    origine = models.CharField("reprise de", max_length=160, blank=True, editable=False)

    class Meta(ModeleIsole.Meta):
        verbose_name = "observation"
        verbose_name_plural = "observations"
        ordering = ["-date"]
        indexes = [
            models.Index(
                fields=["structure", "parcours", "-date"],
                name="observation_par_parcours",
            )
        ]

    def __str__(self):
        return f"Observation du {self.date:%d/%m/%Y}"

    def constater(self, competence, niveau):
        """Note the level of a skill seen that day by the author; the last word of a day counts."""
        return self.parcours.competences.update_or_create(
            competence=competence,
            date=timezone.localdate(self.date),
            structure_id=self.structure_id,
            defaults={"niveau": niveau, "observation": self, "auteur": self.auteur},
        )[0]


class RendezVousQuerySet(QuerySetIsole):
    def pour_fiche(self):
        """With the parcours and the person, in one query."""
        return self.select_related("parcours__beneficiaire")

    def a_venir(self, maintenant):
        return self.filter(debut__gte=maintenant)

    def prevus(self):
        return self.filter(statut=StatutRendezVous.PREVU)

    def avec_nous(self):
        """Appointments with somebody of the structure."""
        return self.filter(avec="")

    def exterieurs(self):
        """Appointments of the person elsewhere, accompanied or not."""
        return self.exclude(avec="")

    def qui_occupent(self):
        """Those that take time of their `utilisateur`: with us, or outside and accompanied by that very colleague."""
        return self.filter(Q(avec="") | Q(accompagne=True, accompagnant=""))

    def manque_a(self, quand):
        """The one that somebody who is said absent at `quand` misses, or None: planned with us that day.

        The nearest that has begun by then; else the next of the day, of somebody who excuses themselves before it.
        """
        attendus = list(self.prevus().avec_nous().du_jour(timezone.localdate(quand)).order_by("debut", "pk"))
        return commence(attendus, quand) or next(iter(attendus), None)

    def manques(self):
        """Those that did not take place, whose person is expected again."""
        return self.exclude(statut__in=(StatutRendezVous.PREVU, StatutRendezVous.VENU))

    def prochains(self, beneficiaires, maintenant):
        """{id of the person: instant} of the next planned appointment with us of each of `beneficiaires` (ids)."""
        a_venir = self.prevus().avec_nous().filter(parcours__beneficiaire__in=beneficiaires, debut__gt=maintenant)
        return dict(a_venir.order_by().values_list("parcours__beneficiaire").annotate(debut=models.Min("debut")))

    def pour_liste(self):
        """With who receives or accompanies, the latest first."""
        return self.select_related("utilisateur").order_by("-debut", "-pk")

    def du_jour(self, le):
        """Appointments of the day `le` (Europe/Paris), whatever became of them."""
        return self.entre(le, le)

    def entre(self, debut, fin):
        """Appointments from the day `debut` to the day `fin`, both included (Europe/Paris, 23 and 25 h days too)."""
        matin, soir = bornes(debut, fin)
        return self.filter(debut__gte=matin, debut__lt=soir)

    def qui_touchent(self, debut, fin):
        """Those still planned that share an instant with [debut, fin), two aware datetimes."""
        duree = ExpressionWrapper(F("duree_minutes") * timedelta(minutes=1), output_field=models.DurationField())
        termine = ExpressionWrapper(F("debut") + duree, output_field=models.DateTimeField())
        return self.prevus().annotate(termine=termine).filter(debut__lt=fin, termine__gt=debut)

    def pour_journee(self, utilisateur, matin, soir):
        """The day line of `utilisateur` from an instant to the other, in the order of the hours, with the people."""
        siens = self.filter(utilisateur=utilisateur, debut__gte=matin, debut__lt=soir).qui_occupent()
        return siens.select_related("parcours__beneficiaire").order_by("debut", "pk")

    def avec_derniere_note(self):
        """Annotate `derniere_note`: how the latest note about the person begins, if the role may read it."""
        notes = Entretien.objects.filter(parcours__beneficiaire=OuterRef("parcours__beneficiaire_id"))
        debut = notes.order_by("-date", "-pk").values(debut=Left("compte_rendu", 240))
        return self.annotate(derniere_note=Subquery(debut[:1]))


@historise()
class RendezVous(ModeleIsole):
    """An appointment, and what became of it. An absence is an appointment to which the person did not come.

    Without `avec` the person meets `utilisateur` here. With it they are expected outside, alone or accompanied: by
    `utilisateur`, or by `accompagnant` when a name is written there (metier.md §1 row 60).
    """

    parcours = CleIsolee(Parcours, related_name="rendez_vous")
    utilisateur = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="rendez_vous")
    entretien = CleIsolee(
        Entretien,
        on_delete=models.SET_NULL,
        related_name="rendez_vous",
        null=True,
        blank=True,
        editable=False,
    )
    debut = models.DateTimeField("date et heure")
    duree_minutes = models.PositiveSmallIntegerField("durée (minutes)", default=30)
    lieu = models.CharField("lieu", max_length=120, blank=True)
    avec = models.CharField("avec", max_length=16, choices=Interlocuteur, blank=True, default="")
    aupres = models.CharField("nom, service", max_length=120, blank=True, default="")
    accompagne = models.BooleanField("la personne est accompagnée", default=False)
    accompagnant = models.CharField("accompagnée par une autre personne", max_length=120, blank=True, default="")
    trajet_minutes = models.PositiveSmallIntegerField("trajet (minutes)", null=True, blank=True)
    statut = models.CharField("statut", max_length=8, choices=StatutRendezVous, default=StatutRendezVous.PREVU)
    commentaire = models.TextField("commentaire", blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(RendezVousQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "rendez-vous"
        verbose_name_plural = "rendez-vous"
        ordering = ["debut"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(avec="", accompagne=False, aupres="") | ~Q(avec=""),
                name="rendez_vous_exterieur",
                violation_error_message="Dites avec qui est ce rendez-vous à l’extérieur.",
            ),
            models.CheckConstraint(
                condition=Q(accompagne=True) | Q(accompagnant="", trajet_minutes__isnull=True),
                name="rendez_vous_accompagne",
                violation_error_message="Le nom de qui accompagne et le trajet vont avec un accompagnement.",
            ),
            models.CheckConstraint(
                condition=Q(trajet_minutes__isnull=True) | Q(trajet_minutes__lte=TRAJET_MAXIMAL),
                name="rendez_vous_trajet",
                violation_error_message=f"Le trajet ne dépasse pas {TRAJET_MAXIMAL} minutes.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["structure", "utilisateur", "debut"],
                name="rendez_vous_par_jour",
            ),
            models.Index(
                fields=["structure", "parcours", "-debut"],
                name="rendez_vous_par_parcours",
            ),
        ]

    def __str__(self):
        return f"Rendez-vous du {self.debut:%d/%m/%Y à %H h %M}"

    @property
    def fin(self):
        return self.debut + timedelta(minutes=self.duree_minutes)

    def a_completer(self, maintenant):
        """Whether it is over at the instant `maintenant` and nobody wrote what became of it."""
        attendus = (StatutRendezVous.PREVU,) if self.avec else (StatutRendezVous.PREVU, StatutRendezVous.VENU)
        return self.statut in attendus and self.entretien_id is None and self.fin <= maintenant

    @property
    def interlocuteur(self):
        """Whom the person meets: « CAF, Assurance maladie (Mme Diallo) » outside, the colleague here."""
        if not self.avec:
            return str(self.utilisateur)
        return f"{self.get_avec_display()} ({self.aupres})" if self.aupres else self.get_avec_display()

    def reporter(self, debut):
        """Plan it again at the instant `debut`, with the same colleague, as long and as here; twice makes one."""
        memes = {"utilisateur": self.utilisateur, "debut": debut, "statut": StatutRendezVous.PREVU, "avec": ""}
        reprise = {"duree_minutes": self.duree_minutes, "lieu": self.lieu, "structure_id": self.structure_id}
        return self.parcours.rendez_vous.get_or_create(**memes, defaults=reprise)[0]

    def passer_a(self, statut, commentaire=""):
        """Say what became of the appointment; a comment already written is kept above the new one."""
        self.statut = statut
        self.commentaire = "\n".join(filter(None, (self.commentaire, commentaire.strip())))
        self.version = F("version") + 1
        self.save(update_fields=["statut", "commentaire", "version"])


def commence(attendus, quand):
    """Of appointments, the nearest to the instant `quand` that has begun by then, or is about to; or None."""
    commences = [rendez_vous for rendez_vous in attendus if rendez_vous.debut <= quand + AVANCE]
    return min(commences, key=lambda rendez_vous: abs(rendez_vous.debut - quand), default=None)


#: Asked for at each note, when there is seldom one: its SQL is kept.
_attendus = RequetePreparee(
    lambda parcours, matin, soir: (
        RendezVous.objects.prevus()
        .avec_nous()
        .filter(parcours=parcours, debut__gte=matin, debut__lt=soir)
        .order_by("debut", "pk")
    )
)
