from django.db import models
from django.db.models import F, Q

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import Canal
from .beneficiaire import Beneficiaire

#: What the person is asked, kept with each agreement: a text that changes later changes nothing agreed before.
DEMANDE = "Acceptez-vous de recevoir un message deux jours avant vos rendez-vous avec nous ?"


class AccordEnvoiQuerySet(QuerySetIsole):
    def en_cours(self):
        """Agreements that nobody withdrew."""
        return self.filter(retire_le__isnull=True)

    def pour_fiche(self):
        """Somebody's agreements, those in force first, in one query."""
        return self.select_related("recueilli_par").order_by(F("retire_le").desc(nulls_first=True), "canal", "-pk")


@historise()
class AccordEnvoi(ModeleIsole):
    """Somebody agreed, on a day, to be written to by e-mail or by SMS; without it nothing is sent to them."""

    FUSION_PREMIER_DIT = "donne_le"

    beneficiaire = CleIsolee(Beneficiaire, related_name="accords_envoi")
    canal = models.CharField("par quel moyen", max_length=10, choices=Canal)
    demande = models.CharField("question posée", max_length=200, default=DEMANDE, editable=False)
    donne_le = models.DateField("accord donné le")
    recueilli_par = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", editable=False
    )
    retire_le = models.DateField("accord retiré le", null=True, editable=False)

    objects = ManagerIsole.from_queryset(AccordEnvoiQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "accord pour des messages"
        verbose_name_plural = "accords pour des messages"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "beneficiaire", "canal"],
                condition=Q(retire_le__isnull=True),
                name="accord_envoi_un_par_canal",
                violation_error_message="Cet accord est déjà noté.",
            ),
            models.CheckConstraint(
                condition=Q(retire_le__isnull=True) | Q(retire_le__gte=F("donne_le")),
                name="accord_envoi_retire_apres",
                violation_error_message="Un accord ne peut pas être retiré avant d’être donné.",
            ),
        ]

    def __str__(self):
        return f"{self.get_canal_display()}, accord du {self.donne_le:%d/%m/%Y}"

    @property
    def adresse(self):
        """Where this agreement lets us write; an empty text when it is not known any more."""
        personne = self.beneficiaire
        if self.canal == Canal.COURRIEL:
            return personne.email
        return personne.telephone.as_e164 if personne.telephone else ""

    def retirer(self, le):
        """Note that the person changed their mind on the day `le`; the first withdrawal stands."""
        type(self).objects.filter(pk=self.pk).en_cours().update(retire_le=max(le, self.donne_le))
