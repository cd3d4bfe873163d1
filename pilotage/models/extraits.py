import uuid
from datetime import timedelta

from django.db import models
from django.db.models import Q

from beneficiaires.models import Beneficiaire, DemandeDroit
from insertion.isolation.models import CleIsolee, ManagerIsole
from insertion.models import Travail, TravailQuerySet

#: How long the copy of a file can be downloaded.
VALIDITE = timedelta(hours=48)


def chemin_extrait(extrait, nom):
    return f"{extrait.structure_id}/extraits/{uuid.uuid4().hex}.zip"


class ExtraitDossierQuerySet(TravailQuerySet):
    def telechargeables_par(self, utilisateur):
        """Those that they asked for themselves."""
        return self.visibles_par(utilisateur).filter(demande_par=utilisateur)

    def expires(self, le):
        """Those whose file may no longer be kept at the instant `le`."""
        return self.filter(termine_at__lt=le - VALIDITE, purge_at=None)


class ExtraitDossier(Travail):
    """Everything known about somebody, in one archive, made once a colleague has reviewed what names others.

    `masques` says what is hidden: {"mots": [texts], "documents": [ids left out]}. The file goes after 48 hours, the
    row stays.
    """

    BAIL = timedelta(minutes=20)
    FICHIERS = {"fichier": ".zip"}
    DROITS_CHANGES = "Vos droits ont changé depuis la demande : rien n’a été préparé."
    TROP_LONG = "La copie est trop longue à préparer. Prévenez la personne qui gère Tremplin."
    ECHEC = "La copie n’a pas pu être préparée. Demandez-la de nouveau ; si cela recommence, signalez-le."

    beneficiaire = CleIsolee(Beneficiaire, related_name="extraits")
    demande = CleIsolee(DemandeDroit, related_name="extraits", null=True)
    motif = models.CharField("pourquoi", max_length=300, blank=True)
    masques = models.JSONField(default=dict, editable=False)
    demande_par = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+")
    role_demandeur = models.CharField(max_length=20, editable=False)
    fichier = models.FileField(upload_to=chemin_extrait, blank=True)
    empreinte = models.CharField("empreinte SHA-256", max_length=64, blank=True)
    remis_at = models.DateTimeField("téléchargée le", null=True)
    purge_at = models.DateTimeField("fichier effacé le", null=True)

    objects = ManagerIsole.from_queryset(ExtraitDossierQuerySet)()

    class Meta(Travail.Meta):
        verbose_name = "copie d’un dossier"
        verbose_name_plural = "copies de dossiers"
        ordering = ["-created_at", "-pk"]
        constraints = [
            *Travail.Meta.constraints,
            models.CheckConstraint(
                condition=Q(demande__isnull=False) | ~Q(motif=""),
                name="extrait_demande_ou_motif",
                violation_error_message="Une copie se fait pour une demande, ou pour une raison écrite.",
            ),
        ]
        indexes = [models.Index(fields=["structure", "beneficiaire"], name="extrait_par_personne")]

    def __str__(self):
        return f"Copie du dossier, {self.created_at:%d/%m/%Y}"

    @property
    def est_pret(self):
        return super().est_pret and self.purge_at is None

    @property
    def expire_at(self):
        """When the file goes; None as long as there is none."""
        return self.termine_at + VALIDITE if self.termine_at else None

    @property
    def nom_fichier(self):
        """What the downloaded file is called: nobody's name shows in it."""
        return f"copie-du-dossier-{self.beneficiaire_id}.zip"
