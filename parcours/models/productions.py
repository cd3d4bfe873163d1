import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.text import slugify

from beneficiaires.models import Beneficiaire
from insertion.enums import EtatTravail
from insertion.isolation.models import CleIsolee, ManagerIsole
from insertion.langues import Langue
from insertion.models import Travail, TravailQuerySet
from insertion.texte import SansAccents

from ..enums import GenreProduction
from .entretiens import Entretien

#: A document of a batch that ended so many workers is given up.
ESSAIS = 3


def genres_production():
    """A function, so that one more kind of document is no change of the schema."""
    return GenreProduction.choices


def chemin_production(production, nom):
    return f"{production.structure_id}/productions/{uuid.uuid4().hex}.pdf"


class ProductionQuerySet(TravailQuerySet):
    def visibles_par(self, utilisateur):
        """The documents that they asked for themselves: each holds what *they* may read (the policy agrees)."""
        return super().visibles_par(utilisateur).filter(demande_par=utilisateur)

    def a_prendre_du_lot(self, lot_id, le):
        """The next document of a batch that nobody holds, locked; a worker beside takes the one after."""
        suivantes = self.filter(lot_id=lot_id).a_prendre(le).order_by("rang")
        return suivantes.select_related("demande_par", "structure").select_for_update(skip_locked=True, of=("self",))

    def pour_personne(self, beneficiaire):
        """What the list of documents produced about somebody shows, newest first, in one query.

        What was made in a batch goes with its batch, but for a letter that was really made.
        """
        envoyes = Q(genre=GenreProduction.COURRIER, etat=EtatTravail.TERMINE)
        siennes = self.filter(Q(lot=None) | envoyes, beneficiaire=beneficiaire)
        return siennes.select_related("entretien")

    def du_lot(self, lot):
        """The documents of a batch in their order, with the person, in one query."""
        return self.filter(lot=lot).select_related("beneficiaire").order_by("rang")

    def pour_fiche(self):
        """What the page of one document shows, in one query."""
        return self.select_related("beneficiaire", "entretien")


class Production(Travail):
    """A PDF asked for, about somebody most often.

    `objet_id` is a plain number: the document stays when what it printed is gone.
    """

    DEBUT = "Lecture du dossier"

    beneficiaire = CleIsolee(Beneficiaire, related_name="productions", null=True, blank=True)
    entretien = CleIsolee(Entretien, related_name="productions", null=True, blank=True)
    objet_id = models.BigIntegerField("ce qui est imprimé", null=True, editable=False)
    lot = CleIsolee("parcours.Lot", related_name="productions", null=True, blank=True, editable=False)
    rang = models.PositiveIntegerField("rang dans le lot", null=True, editable=False)
    intitule = models.CharField("intitulé", max_length=120, blank=True, editable=False)
    recherche = models.GeneratedField(
        expression=SansAccents("intitule"), output_field=models.TextField(), db_persist=True
    )
    essais = models.PositiveSmallIntegerField(default=0, editable=False)
    genre = models.CharField("document", max_length=24, choices=genres_production)
    langue = models.CharField(
        "langue, à côté du français",
        max_length=2,
        choices=Langue,
        default=Langue.FRANCAIS,
        db_default=Langue.FRANCAIS,
    )
    avec_confidentiel = models.BooleanField("joindre les notes confidentielles", default=False)
    demande_par = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+")
    role_demandeur = models.CharField(max_length=20, editable=False)
    fichier = models.FileField(upload_to=chemin_production, blank=True)
    empreinte = models.CharField("empreinte SHA-256", max_length=64, blank=True)

    objects = ManagerIsole.from_queryset(ProductionQuerySet)()

    class Meta(Travail.Meta):
        verbose_name = "document produit"
        verbose_name_plural = "documents produits"
        ordering = ["-created_at"]
        constraints = [
            *Travail.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(etat="termine") | Q(termine_at__isnull=False) & ~Q(fichier="") & ~Q(empreinte=""),
                name="production_terminee_avec_fichier",
                violation_error_message="Un document terminé a son fichier.",
            ),
            models.CheckConstraint(
                condition=~Q(genre="compte_rendu") | Q(entretien__isnull=False) | Q(etat="echec"),
                name="production_compte_rendu_entretien",
                violation_error_message="Choisissez l’entretien dont vous voulez le compte rendu.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["structure", "beneficiaire", "-created_at"],
                name="production_par_personne",
            ),
            models.Index(
                fields=["structure", "lot", "rang"],
                condition=Q(lot__isnull=False),
                name="production_par_lot",
            ),
        ]

    def __str__(self):
        return f"{self.libelle} du {self.date:%d/%m/%Y}"

    @property
    def libelle(self):
        """What it is called: the title of a letter, else its kind."""
        return self.intitule or self.get_genre_display()

    @property
    def date(self):
        """The day that the document tells about: that of the entretien, else that of the request (Europe/Paris)."""
        if self.entretien_id:
            return timezone.localdate(self.entretien.date)
        return timezone.localdate(self.created_at)

    @property
    def nom_fichier(self):
        """What the downloaded file is called: nobody's name shows in a folder or in an e-mail."""
        debut = slugify(self.libelle.replace("’", " "))
        return f"{debut}-{self.date:%Y-%m-%d}.pdf"

    @property
    def mention(self):
        """What it holds that must not lie about, in French; an empty text when there is nothing of the kind."""
        if not self.avec_confidentiel:
            return ""
        if self.genre == GenreProduction.DIAGNOSTIC:
            return "Avec les domaines confidentiels : santé, handicap, addiction, justice"
        return "Avec les notes confidentielles"

    def _prise(self, le):
        return super()._prise(le) | {"essais": F("essais") + 1}
