from datetime import timedelta

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from beneficiaires.enums import Canal
from beneficiaires.models import AccordEnvoi
from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole
from insertion.jours import minuit
from parcours.enums import StatutRendezVous
from parcours.models import RendezVous

from ..enums import EtatEnvoi
from .envoi_unique import EnvoiUnique, EnvoiUniqueQuerySet

#: States in which nothing is left to send, and nobody is sending.
_FINIS = (EtatEnvoi.ENVOYE, EtatEnvoi.INCERTAIN, EtatEnvoi.ECHEC, EtatEnvoi.RETIRE)
#: States that somebody should look at.
A_SIGNALER = (EtatEnvoi.INCERTAIN, EtatEnvoi.ECHEC)


class EnvoiQuerySet(EnvoiUniqueQuerySet):
    def attendus(self):
        """Messages that still say something true, to somebody who still agrees to receive them."""
        accords = AccordEnvoi.objects.en_cours().filter(
            canal=OuterRef("canal"), beneficiaire=OuterRef("rendez_vous__parcours__beneficiaire")
        )
        return self.filter(Exists(accords), rendez_vous__statut=StatutRendezVous.PREVU, rendez_vous__avec="").filter(
            rendez_vous__debut=F("debut")
        )

    def en_attente(self, maintenant):
        """Not sent yet, and in nobody's hands."""
        return self.filter(Q(etat=EtatEnvoi.A_ENVOYER) | Q(etat=EtatEnvoi.PRIS, bail_at__lt=maintenant))

    def retirer(self, maintenant):
        """Withdraw what waits to say something that is not true any more, or not wanted."""
        attendus = self.attendus().values("pk")
        self.en_attente(maintenant).exclude(pk__in=attendus).update(etat=EtatEnvoi.RETIRE, empreinte="", bail_at=None)

    def fermer(self, le, maintenant):
        """Give up what has not left on the day of the appointment: a reminder would come too late."""
        perimes = self.en_attente(maintenant).filter(debut__lt=minuit(le + timedelta(days=1)))
        perimes.update(etat=EtatEnvoi.ECHEC, message="Le jour du rendez-vous est venu avant l’envoi.")
        self.fermer_les_epuises(maintenant)

    def a_rearmer(self, maintenant):
        """Rows of an appointment that moved, or that was cancelled then planned again: a message is due anew."""
        finis = Q(etat__in=_FINIS) & (Q(bail_at__isnull=True) | Q(bail_at__lt=maintenant))
        deplace = ~Q(rendez_vous__debut=F("debut"))
        return self.filter(finis, deplace | Q(etat=EtatEnvoi.RETIRE))

    def a_signaler(self):
        """What did not arrive, or of which nobody knows."""
        return self.filter(etat__in=A_SIGNALER)

    def pour_liste(self):
        """With the appointment, who receives and the person, the latest appointment first: one query."""
        return self.select_related("rendez_vous__utilisateur", "rendez_vous__parcours__beneficiaire").order_by(
            "-debut", "canal", "-pk"
        )

    def ouverts(self, maintenant):
        """Messages whose link still opens: sent, before the hour that they tell, for an appointment not cancelled."""
        prevu = Q(rendez_vous__statut=StatutRendezVous.PREVU)
        refuse = Q(rendez_vous__statut=StatutRendezVous.EXCUSE, refuse_at__isnull=False)
        return self.filter(
            prevu | refuse, etat__in=(EtatEnvoi.INCERTAIN, EtatEnvoi.ENVOYE), debut__gt=maintenant
        ).filter(rendez_vous__debut=F("debut"))


@historise("empreinte", "bail_at", "prochain_essai_at", "demande_at")
class Envoi(EnvoiUnique):
    """The message that reminds somebody of one appointment, by one channel; `debut` is the hour that it tells.

    Its link holds a secret, of which `empreinte` is the imprint; `refuse_at` is when the person used it.
    """

    rendez_vous = CleIsolee(RendezVous, related_name="envois")
    canal = models.CharField("moyen", max_length=10, choices=Canal)
    debut = models.DateTimeField("heure annoncée")
    empreinte = models.CharField(max_length=64, blank=True, editable=False)
    reference = models.CharField("réponse du prestataire", max_length=120, blank=True, editable=False)
    refuse_at = models.DateTimeField("a répondu ne pas pouvoir venir", null=True, editable=False)

    objects = ManagerIsole.from_queryset(EnvoiQuerySet)()

    class Meta(EnvoiUnique.Meta):
        verbose_name = "message avant un rendez-vous"
        verbose_name_plural = "messages avant un rendez-vous"
        constraints = [
            *EnvoiUnique.Meta.constraints,
            models.UniqueConstraint(fields=["structure", "rendez_vous", "canal"], name="envoi_un_par_canal"),
        ]
        indexes = [
            models.Index(fields=["structure", "empreinte"], name="envoi_par_empreinte"),
            models.Index(fields=["structure", "debut"], name="envoi_par_heure"),
        ]

    def __str__(self):
        return f"{self.get_canal_display()} du rendez-vous du {self.debut:%d/%m/%Y}"

    @property
    def adresse(self):
        """Where it goes; an empty text when the person has no such address any more."""
        return AccordEnvoi(beneficiaire=self.rendez_vous.parcours.beneficiaire, canal=self.canal).adresse

    @property
    def peut_repartir(self):
        """Whether somebody may ask for it to be sent again."""
        return self.etat in A_SIGNALER

    def renvoyer(self):
        """Ask for it to be sent again, by somebody who knows that it did not come."""
        type(self).objects.filter(pk=self.pk).a_signaler().rearmer()
