"""What protects an entry: the draft kept while typing, and the key that makes a POST happen once."""

import json

from django.db import models

from ..isolation.models import CleIsolee, ModeleIsole
from .chiffres import ModeleChiffre, TexteChiffre


class Saisie(ModeleIsole):
    """One entry begun, whoever began it: when, and when it was saved. All that the measures of the structure read.

    Nothing says whose it is once its draft is gone; a null `enregistree_at` is an entry that nobody has saved.
    """

    commencee_at = models.DateTimeField("commencée")
    enregistree_at = models.DateTimeField("enregistrée", null=True)

    class Meta(ModeleIsole.Meta):
        verbose_name = "saisie commencée"
        verbose_name_plural = "saisies commencées"
        indexes = [models.Index(fields=["structure", "commencee_at"], name="saisie_commencee")]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(enregistree_at__gte=models.F("commencee_at")),
                name="saisie_dans_l_ordre",
                violation_error_message="Une saisie s’enregistre après avoir été commencée.",
            ),
        ]

    def __str__(self):
        return f"saisie du {self.commencee_at:%d/%m/%Y}"


class Brouillon(ModeleChiffre):
    """An entry not yet saved, kept encrypted from its first keystroke; only its author can read it.

    `cle` names the form and its object (« entretien:12 »); `titre` and `url` let Ma journée offer to resume it.
    """

    utilisateur = models.ForeignKey(
        "insertion.Utilisateur",
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,
    )
    cle = models.CharField(max_length=80)
    titre = models.CharField(max_length=160)
    url = models.CharField(max_length=200)
    contenu = TexteChiffre(blank=True)
    saisie = CleIsolee(Saisie, on_delete=models.SET_NULL, related_name="+", null=True, db_index=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta(ModeleIsole.Meta):
        verbose_name = "brouillon"
        verbose_name_plural = "brouillons"
        ordering = ["-updated_at"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "utilisateur", "cle"], name="brouillon_unique"),
        ]

    def __str__(self):
        return self.titre

    @property
    def champs(self):
        """{name of a field: [values typed]}"""
        return json.loads(self.contenu) if self.contenu else {}

    @champs.setter
    def champs(self, champs):
        self.contenu = json.dumps(champs, ensure_ascii=False) if champs else ""


class Soumission(ModeleIsole):
    """A form already received: the same `cle` again answers with the same `reponse` (a URL) and writes nothing.

    `empreinte` tells its content from another under the same key; empty, it was received by the release before.
    """

    utilisateur = models.ForeignKey(
        "insertion.Utilisateur",
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,
    )
    cle = models.UUIDField()
    reponse = models.CharField(max_length=300, blank=True)
    empreinte = models.CharField(max_length=64, blank=True, db_default="")
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta(ModeleIsole.Meta):
        verbose_name = "soumission"
        verbose_name_plural = "soumissions"
        constraints = [
            models.UniqueConstraint(fields=["structure", "utilisateur", "cle"], name="soumission_unique"),
        ]

    def __str__(self):
        return str(self.cle)
