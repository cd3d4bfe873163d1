"""When somebody leaves, the secret addresses of their agenda go: coming back, they would ask for new ones."""

from django.dispatch import receiver

from insertion.isolation.contexte import contexte
from insertion.models.structures import compte_ferme

from ..models import AbonnementAgenda


@receiver(compte_ferme)
def retirer_les_abonnements(sender, appartenance, **kwargs):
    with contexte(
        appartenance.structure_id, origine="départ"
    ):  # a subscription shows to its owner and the system only
        AbonnementAgenda.objects.filter(utilisateur=appartenance.utilisateur).delete()
