import uuid
from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.text import slugify

from insertion.isolation.models import ManagerIsole
from insertion.models import FichierPassager, PassagerQuerySet, Travail, TravailQuerySet

#: The export of everything; any other `genre` is a list of `exports/listes.py`.
COMPLET = "complet"
#: Where the parameters of an export keep the headings of the columns chosen.
COLONNES = "colonnes"


def chemin_export(export, nom):
    return f"{export.structure_id}/exports/{uuid.uuid4().hex}.{export.extension}"


class ExportQuerySet(PassagerQuerySet, TravailQuerySet):
    def dernieres_colonnes(self, utilisateur, genre):
        """The headings that `utilisateur` kept in their last export of this kind; None: all of them, or no export."""
        siens = self.filter(demande_par=utilisateur, genre=genre).order_by("-created_at", "-pk")
        return (siens.values_list("parametres", flat=True).first() or {}).get(COLONNES)

    def pour_liste(self):
        """The journal: who had what made, the latest first, in one query."""
        return self.select_related("demande_par")


class Export(FichierPassager, Travail):
    """Something that left, or is about to: who asked, what, how narrowed, how many lines, until when.

    The rows are the journal of exports: their file goes, they stay.
    """

    BAIL = timedelta(minutes=20)
    FICHIERS = {"fichier": ""}
    ABANDON = None
    DROITS_CHANGES = "Vos droits ont changé depuis la demande : rien n’a été exporté."
    TROP_LONG = "L’export est trop long à préparer. Prévenez la personne qui gère Tremplin."
    ECHEC = "L’export n’a pas pu être préparé. Demandez-le de nouveau ; si cela recommence, signalez-le."

    genre = models.CharField("données", max_length=40)
    intitule = models.CharField("intitulé", max_length=120)
    filtres = models.TextField("filtres", blank=True)
    parametres = models.JSONField(default=dict, editable=False)
    lignes = models.PositiveIntegerField("lignes", null=True)
    essais = models.PositiveSmallIntegerField(default=0, editable=False)
    fichier = models.FileField(upload_to=chemin_export, blank=True)

    objects = ManagerIsole.from_queryset(ExportQuerySet)()

    class Meta(Travail.Meta):
        verbose_name = "export"
        verbose_name_plural = "exports"
        ordering = ["-created_at", "-pk"]
        constraints = [
            *Travail.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(etat="termine")
                | Q(termine_at__isnull=False, lignes__isnull=False)
                & ~Q(empreinte="")
                & (~Q(fichier="") | Q(purge_at__isnull=False)),
                name="export_termine_avec_fichier",
                violation_error_message="Un export terminé a son fichier, tant qu’il n’est pas effacé.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "-created_at"], name="export_recents")]

    def __str__(self):
        return self.intitule

    @property
    def est_complet(self):
        return self.genre == COMPLET

    @property
    def extension(self):
        return "zip" if self.est_complet else "xlsx"

    @property
    def nom_fichier(self):
        """What the downloaded file is called: nobody's name shows in it."""
        debut = slugify(self.intitule.replace("’", " "))
        return f"{debut}-{timezone.localdate(self.created_at):%Y-%m-%d}.{self.extension}"

    def _prise(self, le):
        return super()._prise(le) | {"essais": F("essais") + 1}
