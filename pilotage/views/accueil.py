from django.shortcuts import render
from django.utils import timezone

from insertion.droits import Droit, droit_requis, peut
from insertion.journal import consigner

from .. import journee
from ..approbations import PRESSE
from ..premiers_pas import premiers_pas
from ..responsable import a_decider, dans_l_equipe


@droit_requis(Droit.OUVRIR)
def accueil(request):
    """« Ma journée », the landing page; `?jour=2026-11-24` shows another day."""
    maintenant = timezone.now()
    jour = journee.jour_demande(request.GET.get("jour"), timezone.localdate(maintenant))
    consigner(request, f"Ma journée du {jour:%d/%m/%Y}")
    pas, sans_personne = premiers_pas(request.user)
    contexte = {"journee": journee.composer(request.user, jour, maintenant), "premiers_pas": pas}
    aujourdhui = contexte["journee"].aujourdhui
    if jour == aujourdhui and peut(request.user, Droit.APPROUVER):
        contexte |= {
            "a_decider": a_decider(request.user, aujourdhui),
            "dans_l_equipe": dans_l_equipe(request.user, aujourdhui),
            "aujourdhui": aujourdhui,
            "bientot": aujourdhui + PRESSE,
        }
    faits = sum(fait for _, fait in pas)
    contexte |= {"pas_faits": faits, "pas_replies": bool(faits) or not contexte["journee"].est_vide}
    contexte["exemple_possible"] = sans_personne and peut(request.user, Droit.MODIFIER_PERSONNES)
    return render(request, "pilotage/accueil.html", contexte)
