"""Which messages are due: made from appointments and agreements, withdrawn when they are not true any more."""

from datetime import time, timedelta

from django.utils import timezone

from beneficiaires.enums import Canal
from beneficiaires.models import AccordEnvoi, Limitation
from insertion.isolation.contexte import contexte
from parcours.models import RendezVous

from ..models import Envoi
from . import sms

ORIGINE = "message avant un rendez-vous"
#: The second day before the appointment; what was late that day still leaves on its eve.
AVANT = timedelta(days=2)
#: Nobody is woken up by a message.
DE, A = time(9), time(19)


def preparer(structure_id, maintenant):
    """Arm and withdraw the messages of the structure at the instant `maintenant`; return the ids to send now."""
    local = timezone.localtime(maintenant)
    with contexte(structure_id, origine=ORIGINE):
        Envoi.objects.fermer(local.date(), maintenant)
        Envoi.objects.retirer(maintenant)
        _armer(structure_id, local.date(), maintenant)
        if not DE <= local.time() < A:
            return []
        a_prendre = Envoi.objects.a_prendre(maintenant).filter(canal__in=_canaux())
        return list(a_prendre.order_by("essais", "debut", "pk").values_list("pk", flat=True))


def _canaux():
    return [canal for canal in Canal if canal != Canal.SMS or sms.ouvert()]


def _armer(structure_id, le, maintenant):
    """One row for each appointment of the two days to come and each channel that its person agreed to."""
    prevus = RendezVous.objects.prevus().avec_nous().entre(le + timedelta(days=1), le + AVANT)
    lus = prevus.values_list("pk", "debut", "parcours__beneficiaire")
    par_personne = _accords({personne for _pk, _debut, personne in lus})
    dus = {
        (pk, accord.canal): debut
        for pk, debut, personne in lus
        for accord in par_personne.get(personne, ())
        if accord.adresse
    }
    connus = set(Envoi.objects.filter(rendez_vous__in=prevus).values_list("rendez_vous", "canal"))
    nouveaux = [
        Envoi(structure_id=structure_id, rendez_vous_id=pk, canal=canal, debut=debut)
        for (pk, canal), debut in dus.items()
        if (pk, canal) not in connus
    ]
    Envoi.objects.bulk_create(nouveaux, ignore_conflicts=True)
    for envoi in Envoi.objects.filter(rendez_vous__in=prevus).a_rearmer(maintenant):
        if debut := dus.get((envoi.rendez_vous_id, envoi.canal)):
            Envoi.objects.filter(pk=envoi.pk).a_rearmer(maintenant).rearmer(debut=debut, empreinte="", refuse_at=None)


def _accords(personnes):
    """{person: agreements in force that this installation can serve}; none for whose file is limited."""
    limites = Limitation.objects.en_cours().values("beneficiaire")
    accords = AccordEnvoi.objects.en_cours().filter(beneficiaire__in=personnes, canal__in=_canaux())
    accords = accords.exclude(beneficiaire__in=limites)
    par_personne = {}
    for accord in accords.select_related("beneficiaire"):
        par_personne.setdefault(accord.beneficiaire_id, []).append(accord)
    return par_personne
