import uuid
from datetime import timedelta

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.text import slugify

from insertion.enums import EtatTravail
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole
from insertion.models import Travail, TravailQuerySet
from insertion.texte import SansAccents, sans_accents

from ..enums import ModeleBilan
from .conventions import Convention


class BilanQuerySet(QuerySetIsole):
    def pour_liste(self):
        """With the agreement and its funder, the latest touched first, in one query."""
        return self.select_related("convention__financeur", "auteur").order_by("-updated_at", "-pk")

    def pour_fiche(self):
        """With all that its content reads beside the figures, in three queries."""
        liees = ("structure", "convention__financeur", "convention__structure", "auteur")
        return self.select_related(*liees).prefetch_related("convention__cibles", "convention__couverts__dispositif")

    def cherches(self, mots):
        """Those whose title, agreement or funder holds `mots`, accents and case aside."""
        mots = sans_accents(mots)
        lieux = {"t": "titre", "i": "convention__intitule", "f": "convention__financeur__nom"}
        trouves = Q()
        for nom in lieux:
            trouves |= Q(**{f"{nom}__contains": mots})
        return self.alias(**{nom: SansAccents(champ) for nom, champ in lieux.items()}).filter(trouves)


@historise("updated_at")
class Bilan(ModeleIsole):
    """A report being written: for whom, over which period, which blocks in which order, with which words.

    `blocs` is a list of {"code", "actif", "texte", "version"} in the order of the pages, where `version` counts how
    often the text was saved: two people who write in two blocks are in nobody's way; `dispositifs` (ids) empty
    means all of them. `entres_du`, `entres_au` and `publics` (codes of `indicateurs.cohorte`) are its cohort; all
    three empty: everybody. What was produced from it is a `BilanProduit`, and never moves.
    """

    titre = models.CharField("titre", max_length=160)
    modele = models.CharField("modèle", max_length=16, choices=ModeleBilan)
    convention = CleIsolee(
        Convention, on_delete=models.PROTECT, related_name="bilans", null=True, blank=True, verbose_name="convention"
    )
    du = models.DateField("du")
    au = models.DateField("au")
    dispositifs = ArrayField(models.BigIntegerField(), verbose_name="dispositifs", default=list, blank=True)
    entres_du = models.DateField("entrés à partir du", null=True, blank=True)
    entres_au = models.DateField("entrés jusqu’au", null=True, blank=True)
    publics = ArrayField(models.CharField(max_length=20), verbose_name="publics", default=list, blank=True)
    masquer_petits = models.BooleanField("masquer les nombres de 1 à 4 personnes", default=True)
    blocs = models.JSONField(default=list)
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(BilanQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "bilan"
        verbose_name_plural = "bilans"
        ordering = ["-updated_at", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(au__gte=F("du")),
                name="bilan_fin_apres_debut",
                violation_error_message="La période ne peut pas finir avant de commencer.",
            ),
            models.CheckConstraint(
                condition=Q(entres_au__isnull=True) | Q(entres_du__isnull=True) | Q(entres_au__gte=F("entres_du")),
                name="bilan_entrees_dans_l_ordre",
                violation_error_message="Les entrées ne peuvent pas finir avant de commencer.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "-updated_at"], name="bilan_recents")]

    def __str__(self):
        return self.titre

    def get_absolute_url(self):
        return reverse("pilotage:bilan_detail", args=[self.pk])

    def bloc(self, code):
        """The block `code` as it is kept; raises `KeyError` when the report has none."""
        return {bloc["code"]: bloc for bloc in self.blocs}[code]

    def ecrire(self, code, texte):
        """Write the text of one block, and count one more version of it."""
        bloc = self.bloc(code)
        bloc["texte"], bloc["version"] = texte, bloc["version"] + 1
        self.save(update_fields=["blocs", "updated_at"])


def chemin_bilan(produit, nom):
    return f"{produit.structure_id}/bilans/{uuid.uuid4().hex}{nom}"


class BilanProduitQuerySet(TravailQuerySet):
    def termines(self):
        return self.filter(etat=EtatTravail.TERMINE)

    def pour_fiche(self):
        """With its report, its funder and who asked for it, in one query."""
        return self.select_related("bilan__convention__financeur", "demande_par")

    def sans_contenu(self):
        """What a list of versions shows: the figures, long, stay in the base."""
        return self.select_related("demande_par").defer("contenu")


class BilanProduit(Travail):
    """A report as it was produced: figures, definitions, filters, instant of the data, version of its template.

    Nothing of a finished one ever changes: the database refuses it. `contenu` holds all that the PDF and the
    spreadsheet show, so that both can be made again and compared, number for number.
    """

    BAIL = timedelta(minutes=8)
    FICHIERS = {"fichier": ".pdf", "tableur": ".xlsx"}
    DEBUT = "Calcul des chiffres"

    bilan = CleIsolee(Bilan, on_delete=models.PROTECT, related_name="produits")
    numero = models.PositiveSmallIntegerField("version")
    demande_par = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+")
    role_demandeur = models.CharField(max_length=20, editable=False)
    contenu = models.JSONField(default=dict)
    donnees_at = models.DateTimeField("données arrêtées le", null=True)
    modele_version = models.CharField("version du modèle", max_length=20, blank=True)
    fichier = models.FileField(upload_to=chemin_bilan, blank=True)
    tableur = models.FileField(upload_to=chemin_bilan, blank=True)
    empreinte = models.CharField("empreinte SHA-256 du PDF", max_length=64, blank=True)
    empreinte_tableur = models.CharField("empreinte SHA-256 du tableur", max_length=64, blank=True)

    objects = ManagerIsole.from_queryset(BilanProduitQuerySet)()

    class Meta(Travail.Meta):
        verbose_name = "bilan produit"
        verbose_name_plural = "bilans produits"
        ordering = ["-numero"]
        constraints = [
            *Travail.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "bilan", "numero"], name="bilan_produit_numero_unique"),
            models.CheckConstraint(
                condition=~Q(etat="termine")
                | Q(termine_at__isnull=False, donnees_at__isnull=False)
                & ~Q(fichier="")
                & ~Q(tableur="")
                & ~Q(empreinte="")
                & ~Q(empreinte_tableur=""),
                name="bilan_produit_termine_complet",
                violation_error_message="Un bilan terminé a ses deux fichiers.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="bilan_produit_fige",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__etat="termine"),
            )
        ]

    def __str__(self):
        return f"{self.bilan}, version {self.numero}"

    def get_absolute_url(self):
        return reverse("pilotage:produit_detail", args=[self.pk])

    @property
    def nom_fichier(self):
        """What the downloaded files are called, without their ending."""
        return f"{slugify(self.bilan.titre.replace('’', ' '))[:80]}-v{self.numero}"
