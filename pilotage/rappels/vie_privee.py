"""What the law gives a date to: files that reach the end of their time, requests of people about their data."""

from django.urls import reverse

from beneficiaires.models import DemandeDroit, PreavisEffacement
from insertion.droits import Droit

from ..enums import MotifRappel
from ..vie_privee.conservation import PREAVIS
from .dus import aux, en_lettres


def conservations(equipe, le):
    """The notice before an erasure, to whoever followed the person, else to the direction."""
    for preavis in PreavisEffacement.objects.order_by("donne_le", "pk"):
        fin = preavis.donne_le + PREAVIS
        yield from aux(
            equipe.au_depart(preavis.beneficiaire_id) or equipe.qui_peuvent(Droit.CONSERVER),
            beneficiaire_id=preavis.beneficiaire_id,
            motif=MotifRappel.DOSSIER_A_EFFACER,
            objet_id=preavis.pk,
            echeance=fin,
            texte=(
                f"Sans contact depuis le {en_lettres(preavis.dernier_contact)} : le dossier sera effacé à partir du "
                f"{en_lettres(fin)}. Reprenez contact, ou dites à la direction pourquoi le garder."
            ),
            url=reverse("pilotage:vie_privee_detail", args=[preavis.beneficiaire_id]),
        )


def demandes(equipe, le):
    """A request about their data, from the day it is received until it is answered, to those who answer."""
    for demande in DemandeDroit.objects.a_repondre().order_by("recue_le", "pk"):
        yield from aux(
            equipe.qui_peuvent(Droit.REPONDRE_DROITS),
            beneficiaire_id=demande.beneficiaire_id,
            motif=MotifRappel.DEMANDE_DROIT,
            objet_id=demande.pk,
            echeance=demande.echeance,
            texte=f"Demande d’une personne sur ses données : à répondre avant le {en_lettres(demande.echeance)}.",
            url=demande.get_absolute_url(),
        )
