from datetime import timedelta

from dateutil.relativedelta import relativedelta
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils.functional import cached_property

from entreprises.models import Entreprise
from insertion.enums import TypeStructure
from insertion.isolation.historique import evenements, historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole
from insertion.models.referentiels import Referentiel, ReferentielQuerySet

from ..enums import (
    SITUATIONS_EN_EMPLOI,
    CategorieSortie,
    DocumentSortie,
    EcheanceSuivi,
    FormeEmploi,
    ListeMotifs,
    RubriqueConvergence,
    Satisfaction,
    SituationApres,
)
from ..sorties import FENETRE, examiner
from .parcours import Parcours


class MotifSortieQuerySet(ReferentielQuerySet):
    def pour_structure(self, structure):
        """The motives that a structure chooses from: ASP for who employs, else its own list (metier.md §6.3)."""
        return self.filter(liste__in=listes_de(structure)).order_by("rang", "code")


def listes_de(structure):
    """The lists of motives of a structure, by its type."""
    if structure.type == TypeStructure.EITI:
        return (ListeMotifs.ASP, ListeMotifs.EITI, ListeMotifs.TOUTES)
    if structure.emploie:
        return (ListeMotifs.ASP, ListeMotifs.TOUTES)
    if structure.type == TypeStructure.PLIE:
        return (ListeMotifs.PLIE, ListeMotifs.TOUTES)
    return (ListeMotifs.ACCOMPAGNEMENT, ListeMotifs.TOUTES)


class MotifSortie(Referentiel):
    """Why a parcours ends, and what it then counts as (metier.md §4.2).

    `sourcee` is false where the category is a reconstruction, to be checked with the annexe of the ASP. A motive
    about a job of a given length says it: `mois_min` (at least) or `mois_max` (less than).
    """

    liste = models.CharField("liste", max_length=16, choices=ListeMotifs)
    categorie = models.CharField("catégorie", max_length=12, choices=CategorieSortie)
    cvg = models.CharField("rubrique Convergence", max_length=16, choices=RubriqueConvergence, blank=True)
    sourcee = models.BooleanField("catégorie vérifiée dans une source", default=False)
    mois_min = models.PositiveSmallIntegerField("au moins (mois)", null=True, blank=True)
    mois_max = models.PositiveSmallIntegerField("moins de (mois)", null=True, blank=True)
    rang = models.PositiveSmallIntegerField("rang", default=0)
    edition = models.CharField("édition", max_length=10)

    objects = MotifSortieQuerySet.as_manager()

    class Meta(Referentiel.Meta):
        verbose_name = "motif de sortie"
        verbose_name_plural = "motifs de sortie"


class SortieQuerySet(QuerySetIsole):
    def pour_fiche(self):
        """With the parcours, the person and who wrote it, in one query."""
        return self.select_related(
            "parcours__beneficiaire", "parcours__dispositif", "parcours__structure", "auteur", "entreprise"
        )

    def touchees_par(self, mois, parcours):
        """Exits that hours noted on these parcours (ids) for the month `mois` (its first day) may judge otherwise."""
        memes = Parcours.objects.filter(pk__in=parcours).order_by().values("beneficiaire")
        touchees = self.filter(date__year=mois.year, date__gte=mois, parcours__beneficiaire__in=memes)
        return touchees.select_related("parcours__structure")

    def a_suivre(self, le):
        """Exits whose news at 3, 6 or 12 months may be due on the day `le` (`sorties.echeances` says which).

        Exits withdrawn from the count (death, retirement, another dispositif) and people who came back ask nothing;
        nor does a due date more than `FENETRE` days old.
        """
        ouverts = Parcours.objects.filter(
            beneficiaire=OuterRef("parcours__beneficiaire_id"), date_sortie__isnull=True
        )
        recentes = self.filter(
            date__gte=le - relativedelta(months=max(EcheanceSuivi)) - timedelta(days=FENETRE),
            date__lte=le - relativedelta(months=min(EcheanceSuivi), days=-3),
        )
        return recentes.exclude(categorie=CategorieSortie.RETRAIT).filter(~Exists(ouverts))


@historise()
class Sortie(ModeleIsole):
    """Why and how a parcours ended: one per parcours, at its date of exit (docs/decisions/0004-fin-de-parcours.md).

    The motive is kept as it read that day (code, label, category, edition): a later edition of the list changes
    nothing in last year's report (metier.md §6.5). `Parcours.sortir` writes it.
    """

    parcours = CleIsolee(Parcours, related_name="sorties")
    date = models.DateField("date de sortie")
    motif_code = models.CharField("code du motif", max_length=40, editable=False)
    motif_libelle = models.CharField("motif", max_length=255, editable=False)
    categorie = models.CharField("catégorie", max_length=12, choices=CategorieSortie, editable=False)
    edition = models.CharField("édition de la liste", max_length=10, editable=False)
    examinee = models.BooleanField("comptée parmi les sorties examinées", default=True, editable=False)
    raison_examen = models.CharField("pourquoi", max_length=200, blank=True, editable=False)
    destination = models.CharField("employeur ou organisme", max_length=160, blank=True)
    entreprise = CleIsolee(
        Entreprise,
        on_delete=models.SET_NULL,
        related_name="sorties",
        null=True,
        blank=True,
        verbose_name="entreprise",
    )
    poste = models.CharField("poste ou formation", max_length=160, blank=True)
    forme_emploi = models.CharField("forme de l’emploi", max_length=12, choices=FormeEmploi, blank=True)
    emploi_debut = models.DateField("début", null=True, blank=True)
    emploi_fin = models.DateField("fin prévue", null=True, blank=True)
    heures_hebdo = models.DecimalField("heures par semaine", max_digits=4, decimal_places=2, null=True, blank=True)
    heures_travaillees = models.DecimalField(
        "heures travaillées dans la structure", max_digits=7, decimal_places=2, null=True, blank=True
    )
    satisfaction = models.PositiveSmallIntegerField(
        "pour la personne, son parcours est", choices=Satisfaction, null=True, blank=True
    )
    paroles = models.TextField("avec ses mots", blank=True)
    entretien_le = models.DateField("entretien de sortie le", null=True, blank=True)
    remarques = models.TextField("ce qui reste en cours, conseils donnés", blank=True)
    documents_remis = ArrayField(
        models.CharField(max_length=12, choices=DocumentSortie),
        verbose_name="documents remis",
        default=list,
        blank=True,
    )
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(SortieQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "sortie"
        verbose_name_plural = "sorties"
        ordering = ["-date", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "parcours"],
                name="sortie_une_par_parcours",
                violation_error_message="La sortie de ce parcours est déjà notée.",
            ),
            models.CheckConstraint(
                condition=Q(emploi_debut__isnull=True)
                | Q(emploi_fin__isnull=True)
                | Q(emploi_fin__gte=F("emploi_debut")),
                name="sortie_emploi_fin_apres_debut",
                violation_error_message="La fin de l’emploi ne peut pas précéder son début.",
            ),
            models.CheckConstraint(
                condition=Q(categorie__in=CategorieSortie.values),
                name="sortie_categorie_connue",
            ),
        ]
        indexes = [models.Index(fields=["structure", "date"], name="sortie_par_date")]

    def __str__(self):
        return self.motif_libelle

    @property
    def papiers(self):
        """The labels of the documents handed over."""
        return [DocumentSortie(code).label for code in self.documents_remis]

    def figer(self, motif, par, examen):
        """Copy the motive and its category as they read now; `examen` is what `sorties.examiner` answered."""
        self.motif_code, self.motif_libelle = motif.code, motif.libelle
        self.categorie, self.edition = motif.categorie, motif.edition
        self.examinee, self.raison_examen = examen.examinee, examen.raison
        self.auteur = self.auteur or par

    def reexaminer(self):
        """Judge the presence again with the hours known now; the motive and its category stay as they were frozen."""
        examen = examiner(self.parcours, self.categorie, self.date, self.heures_travaillees)
        if (self.examinee, self.raison_examen) != (examen.examinee, examen.raison):
            self.examinee, self.raison_examen = examen.examinee, examen.raison
            self.save(update_fields=["examinee", "raison_examen"])

    def enregistrer(self):
        """Save the exit and give the parcours (and the contacts made since) its date, in one transaction."""
        with transaction.atomic():
            Parcours.objects.filter(pk=self.parcours_id).exclude(date_sortie=self.date).update(
                date_sortie=self.date, version=F("version") + 1
            )
            self.parcours.suivis_sortie.exclude(sortie_le=self.date).update(sortie_le=self.date)
            self.parcours.date_sortie = self.date
            self.save()

    @cached_property
    def fin_d_avant(self):
        """The end that the parcours had when the exit was written, as its history tells; None when it was open."""
        ecrite = evenements(Sortie, self.pk).filter(pgh_label="insert").first()
        if ecrite is None:
            return None
        siens = evenements(Parcours, self.parcours_id)
        avec = siens.filter(pgh_created_at=ecrite.pgh_created_at, pgh_context=ecrite.pgh_context).last()
        if avec is None:  # the end was of that day already
            return ecrite.date
        avant = siens.filter(pgh_id__lt=avec.pgh_id).first()
        return avant and avant.date_sortie

    def empechement(self):
        """Why the exit cannot be taken back, in French; an empty text when it can."""
        fin = self.fin_d_avant
        if fin == self.date:
            return ""
        if self.parcours.suivis_sortie.exists():
            return "Des nouvelles ont été prises depuis cette sortie : corrigez-la au lieu de l’annuler."
        if fin is not None:
            tardifs = self.parcours.contrats.filter(date_debut__gt=fin)
            return "Un contrat a commencé depuis : corrigez cette sortie au lieu de l’annuler." if tardifs else ""
        rouverts = Parcours.objects.filter(
            beneficiaire=self.parcours.beneficiaire_id, dispositif=self.parcours.dispositif_id, date_sortie=None
        )
        if rouverts.exists():
            return "Un autre parcours est ouvert dans ce dispositif : corrigez cette sortie au lieu de l’annuler."
        return ""

    def annuler(self):
        """Take the exit back; return the end that the parcours had before it, None when it is open again."""
        fin = self.fin_d_avant
        with transaction.atomic():
            self.delete()
            Parcours.objects.filter(pk=self.parcours_id).update(date_sortie=fin, version=F("version") + 1)
        return fin


class SuiviPostSortieQuerySet(QuerySetIsole):
    def pour_fiche(self):
        return self.select_related("parcours__beneficiaire", "parcours__dispositif", "auteur")


@historise()
class SuiviPostSortie(ModeleIsole):
    """News of somebody after their exit: at 3, 6, 12 months, or whenever they call (metier.md §1 row 22)."""

    parcours = CleIsolee(Parcours, related_name="suivis_sortie")
    sortie_le = models.DateField(editable=False)
    date = models.DateField("date du contact")
    echeance = models.PositiveSmallIntegerField("pour l’échéance", choices=EcheanceSuivi, null=True, blank=True)
    situation = models.CharField("situation", max_length=12, choices=SituationApres)
    destination = models.CharField("employeur ou organisme", max_length=160, blank=True)
    texte = models.TextField("ce qui s’est dit", blank=True)
    paroles = models.TextField("avec ses mots", blank=True)
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(SuiviPostSortieQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "contact après la sortie"
        verbose_name_plural = "contacts après la sortie"
        ordering = ["-date", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "parcours", "echeance"],
                condition=Q(echeance__isnull=False),
                name="suivi_sortie_un_par_echeance",
                violation_error_message="Le contact de cette échéance est déjà noté : modifiez-le.",
            ),
            models.CheckConstraint(
                condition=Q(date__gte=F("sortie_le")),
                name="suivi_sortie_apres_la_sortie",
                violation_error_message="Ce contact ne peut pas précéder la sortie.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "parcours", "-date"], name="suivi_sortie_par_parcours")]

    def __str__(self):
        return f"Contact du {self.date:%d/%m/%Y}"

    @property
    def en_emploi(self):
        return self.situation in SITUATIONS_EN_EMPLOI
