import uuid
from datetime import timedelta

from django.db import models
from django.db.models import Q

from beneficiaires.models import Beneficiaire, DemandeDroit
from insertion.isolation.models import CleIsolee, ManagerIsole
from insertion.models import FichierPassager, PassagerQuerySet, Travail, TravailQuerySet


def chemin_extrait(extrait, nom):
    return f"{extrait.structure_id}/extraits/{uuid.uuid4().hex}.zip"


class ExtraitDossierQuerySet(PassagerQuerySet, TravailQuerySet):
    pass


class ExtraitDossier(FichierPassager, Travail):
    """Everything known about somebody, in one archive, made once a colleague has reviewed what names others.

    `masques` says what is hidden: {"mots": [texts], "documents": [ids left out]}.
    """

    BAIL = timedelta(minutes=20)
    FICHIERS = {"fichier": ".zip"}
    DROITS_CHANGES = "Vos droits ont changé depuis la demande : rien n’a été préparé."
    TROP_LONG = "La copie est trop longue à préparer. Prévenez la personne qui gère Tremplin."
    ECHEC = "La copie n’a pas pu être préparée. Demandez-la de nouveau ; si cela recommence, signalez-le."

    beneficiaire = CleIsolee(Beneficiaire, related_name="extraits")
    demande = CleIsolee(DemandeDroit, related_name="extraits", null=True)
    motif = models.CharField("pourquoi", max_length=300, blank=True)
    masques = models.JSONField(default=dict, editable=False)
    fichier = models.FileField(upload_to=chemin_extrait, blank=True)
    remis_at = models.DateTimeField("téléchargée le", null=True)

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
    def nom_fichier(self):
        """What the downloaded file is called: nobody's name shows in it."""
        return f"copie-du-dossier-{self.beneficiaire_id}.zip"
