from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from insertion.isolation.models import ModeleIsole, QuerySetIsole

from ..enums import EtatEnvoi

#: A worker keeps a message this long; one that is slower finds its lease gone and sends nothing.
BAIL = timedelta(seconds=45)
ESSAIS_MAX = 10


class EnvoiUniqueQuerySet(QuerySetIsole):
    """Rows that stand for one message each (docs/decisions/0005-courriels.md)."""

    def a_prendre(self, maintenant):
        """What may be sent at the instant `maintenant`: waiting, or left by a worker whose lease is over."""
        en_attente = Q(etat=EtatEnvoi.A_ENVOYER) & (
            Q(prochain_essai_at__isnull=True) | Q(prochain_essai_at__lte=maintenant)
        )
        abandonne = Q(etat=EtatEnvoi.PRIS, bail_at__lt=maintenant)
        return self.filter(en_attente | abandonne, essais__lt=ESSAIS_MAX)

    def a_remettre(self, maintenant):
        """What should have left at the instant `maintenant`, whoever has it."""
        return self.filter(etat__in=(EtatEnvoi.A_ENVOYER, EtatEnvoi.PRIS), demande_at__lte=maintenant)

    def libres(self, maintenant):
        """The ids of those that may be sent, kept from others until the transaction ends; what they hold is left."""
        libres = self.a_prendre(maintenant).select_for_update(skip_locked=True)
        return list(libres.order_by().values_list("pk", flat=True))

    def prendre(self, maintenant, **champs):
        """Claim at most the rows that may still be sent; return their number (0: somebody else has it)."""
        return self.a_prendre(maintenant).update(
            etat=EtatEnvoi.PRIS, bail_at=maintenant + BAIL, essais=F("essais") + 1, **champs
        )

    def rearmer(self, **champs):
        """Make these rows ask to be sent, as if nothing had been tried."""
        neuf = {"etat": EtatEnvoi.A_ENVOYER, "essais": 0, "prochain_essai_at": None, "bail_at": None, "message": ""}
        return self.update(**neuf, demande_at=timezone.now(), **champs)

    def fermer_les_epuises(self, maintenant):
        """Give up what was interrupted at every try."""
        epuises = self.filter(etat=EtatEnvoi.PRIS, bail_at__lt=maintenant, essais__gte=ESSAIS_MAX)
        epuises.update(etat=EtatEnvoi.ECHEC, message="Trop d’essais interrompus.")


class EnvoiUnique(ModeleIsole):
    """One message that leaves once: its row is claimed before the sending."""

    etat = models.CharField("état", max_length=10, choices=EtatEnvoi, default=EtatEnvoi.A_ENVOYER)
    demande_at = models.DateTimeField("à envoyer depuis", default=timezone.now, editable=False)
    essais = models.PositiveSmallIntegerField(default=0)
    prochain_essai_at = models.DateTimeField(null=True)
    bail_at = models.DateTimeField("pris par un travailleur jusqu’à", null=True)
    envoye_at = models.DateTimeField(null=True)
    message = models.TextField(blank=True)

    class Meta(ModeleIsole.Meta):
        abstract = True
