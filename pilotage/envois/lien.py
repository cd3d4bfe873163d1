"""« Je ne peux pas venir »: what the secret link of a message opens, without an account."""

from django.utils import timezone
from django.utils.formats import date_format

from insertion import jetons
from insertion.isolation.contexte import contexte
from parcours.enums import StatutRendezVous
from parcours.models import RendezVous

from ..models import Envoi
from ..rappels.rendez_vous import HEURE
from .messages import dire

ORIGINE = "lien d’un message"


def ouvrir(jeton, maintenant):
    """Return what the page says of the appointment (`messages.dire`, and `refuse`); None when the link is dead."""
    lu = jetons.lire(jeton)
    if lu is None:
        return None
    structure, empreinte = lu
    with contexte(structure, origine=ORIGINE):
        envoi = _envoi(empreinte, maintenant)
        return envoi and dire(envoi.rendez_vous, envoi.structure) | {"refuse": bool(envoi.refuse_at)}


def refuser(jeton, maintenant, prevenir):
    """Note that the person cannot come; return whether the link opens. Said twice, it is noted once.

    `prevenir(structure_id)` is called in the same transaction, for whoever receives them to be told.
    """
    lu = jetons.lire(jeton)
    if lu is None:
        return False
    structure, empreinte = lu
    with contexte(structure, origine=ORIGINE):
        envoi = _envoi(empreinte, maintenant)
        if envoi is None:
            return False
        rendez_vous = RendezVous.objects.select_for_update().get(pk=envoi.rendez_vous_id)
        if rendez_vous.statut == StatutRendezVous.PREVU:
            rendez_vous.passer_a(StatutRendezVous.EXCUSE, _phrase(maintenant))
            rendez_vous.envois.filter(debut=rendez_vous.debut).update(refuse_at=maintenant)
            prevenir(structure)
        return True


def _envoi(empreinte, maintenant):
    return (
        Envoi.objects.ouverts(maintenant).filter(empreinte=empreinte).pour_liste().select_related("structure").first()
    )


def _phrase(maintenant):
    quand = timezone.localtime(maintenant)
    heure = date_format(quand, HEURE)
    return f"A prévenu le {quand:%d/%m/%Y} à {heure}, par le lien du message, ne pas pouvoir venir."
