"""Who agreed to be written to before their appointments, what was sent, what did not arrive, who cannot come."""

from datetime import timedelta

from django.utils import timezone

from beneficiaires.enums import Canal
from beneficiaires.models import AccordEnvoi
from insertion import jetons
from insertion.jours import minuit
from parcours.enums import StatutRendezVous
from parcours.models import Parcours, RendezVous

from ..enums import EtatEnvoi
from ..envois.preparation import AVANT
from ..models import Envoi

#: How far back messages are kept in the demonstration.
PASSES = timedelta(days=30)
#: What became of the messages of the appointments to come, by their rank; one in three waits for the next round.
INCIDENTS = {
    1: {"etat": EtatEnvoi.ECHEC, "message": "Trop d’essais interrompus.", "envoye_at": None},
    4: {
        "etat": EtatEnvoi.INCERTAIN,
        "message": "Confirmation non reçue (pas de réponse à temps).",
        "envoye_at": None,
    },
}
ATTEND = {"etat": EtatEnvoi.A_ENVOYER, "essais": 0, "envoye_at": None, "empreinte": ""}


def ecrire_aux_personnes(structure, le):
    """Write the agreements and the messages of a structure as they stand on the day `le`, in the open context."""
    accords = AccordEnvoi.objects.bulk_create(_accords(structure, le))
    par_personne = {accord.beneficiaire_id: accord for accord in accords if accord.retire_le is None}
    rendez_vous = RendezVous.objects.avec_nous().entre(le - PASSES, le + AVANT).select_related("parcours")
    rendez_vous = rendez_vous.exclude(statut=StatutRendezVous.ANNULE).order_by("debut", "pk")
    dits = rendez_vous.filter(parcours__beneficiaire__in=par_personne)
    envois = [_envoi(structure, r, par_personne[r.parcours.beneficiaire_id]) for r in dits]
    a_venir = [envoi for envoi in envois if envoi.debut >= minuit(le + timedelta(days=1))]
    for rang, envoi in enumerate(a_venir):
        for nom, valeur in INCIDENTS.get(rang, ATTEND if rang % 3 == 2 else {}).items():
            setattr(envoi, nom, valeur)
    Envoi.objects.bulk_create(envois)
    _ne_peut_pas_venir(a_venir, le)


def _accords(structure, le):
    """Three people out of four agreed, on entering, by one means that they have; one of them changed their mind."""
    ouverts = Parcours.objects.en_cours(le).order_by("beneficiaire", "date_entree")
    ouverts = ouverts.select_related("beneficiaire").prefetch_related("beneficiaire__referents")
    personnes = {parcours.beneficiaire_id: parcours for parcours in ouverts}
    accords = []
    for rang, parcours in enumerate(personnes.values()):
        referent = next((r for r in parcours.beneficiaire.referents.all() if r.fin is None), None)
        canal = Canal.SMS if parcours.beneficiaire.telephone and rang % 2 else Canal.COURRIEL
        accord = AccordEnvoi(
            structure=structure,
            beneficiaire=parcours.beneficiaire,
            canal=canal,
            donne_le=parcours.date_entree,
            retire_le=le if rang == 5 else None,
        )
        if rang % 4 and referent and accord.adresse:
            accord.recueilli_par_id = referent.utilisateur_id
            accords.append(accord)
    return accords


def _envoi(structure, rendez_vous, accord):
    """The message of one appointment: sent at nine, the second day before."""
    return Envoi(
        structure=structure,
        rendez_vous=rendez_vous,
        canal=accord.canal,
        debut=rendez_vous.debut,
        etat=EtatEnvoi.ENVOYE,
        essais=1,
        envoye_at=minuit(timezone.localdate(rendez_vous.debut) - AVANT) + timedelta(hours=9, minutes=3),
        empreinte=jetons.nouveau(structure.pk)[1],
    )


def _ne_peut_pas_venir(a_venir, le):
    """The first who is expected in the days to come, and was told so, has answered by the link this morning."""
    dits = (envoi for envoi in a_venir if envoi.etat == EtatEnvoi.ENVOYE)
    envoi = next((e for e in dits if e.rendez_vous.statut == StatutRendezVous.PREVU), None)
    if envoi is None:
        return
    envoi.rendez_vous.passer_a(
        StatutRendezVous.EXCUSE, f"A prévenu le {le:%d/%m/%Y} à 8 h 12, par le lien du message, ne pas pouvoir venir."
    )
    Envoi.objects.filter(pk=envoi.pk).update(refuse_at=minuit(le) + timedelta(hours=8, minutes=12))
