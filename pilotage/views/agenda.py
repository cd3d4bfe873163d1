from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.recherche import chercher, mots_et_chiffres
from insertion.recherche_scellee import ouvrir, recherche_scellee
from insertion.transport import en_https_seulement
from parcours.forms.rendez_vous import CreneauForm
from parcours.models import Parcours

from ..agenda import composition, periodes
from ..agenda.flux import lire_le_flux

PAR_PAGE = 50


@droit_requis(Droit.OUVRIR)
def agenda(request):
    """A day, a week or a month of somebody, or of the team: `?vue=semaine&jour=2026-12-01&agenda=12`."""
    maintenant = timezone.now()
    aujourdhui = timezone.localdate(maintenant)
    periode = periodes.periode_demandee(request.GET.get("vue"), request.GET.get("jour"), aujourdhui)
    choix = periodes.choix_demande(request.GET.get("agenda"), request.user, aujourdhui)
    consigner(request, f"Agenda : {periode.vue} du {periode.jour:%d/%m/%Y}, {choix.choisi or 'équipe'}"[:60])
    page = composition.composer(request.user, periode, choix, maintenant)
    return render(request, "pilotage/agenda.html", {"agenda": page, "vues": periodes.VUES})


@droit_requis(Droit.ECRIRE_SUIVI)
@recherche_scellee
def agenda_rendez_vous(request):
    """A free slot was chosen: with whom? People of whom one is the référent come first."""
    prevu = CreneauForm(request.GET).prevu()
    ouverts = Parcours.objects.visibles_par(request.user).filter(
        date_sortie__isnull=True, beneficiaire=OuterRef("pk")
    )
    personnes = Beneficiaire.objects.visibles_par(request.user).filter(Exists(ouverts))
    cherche = ouvrir(request.GET.get("q", ""))
    if cherche.strip():
        personnes = chercher(personnes, *mots_et_chiffres(cherche), "tri", "pk")
    else:
        personnes = personnes.suivies_par(request.user).order_by("tri", "pk")
    page = Paginator(personnes, PAR_PAGE).get_page(request.GET.get("page"))
    consigner(request, "Personnes à qui donner un rendez-vous")
    contexte = {"page": page, "cherche": cherche, "debut": prevu.get("debut"), "avec": prevu.get("utilisateur")}
    return render(request, "pilotage/agenda_rendez_vous.html", contexte)


@require_safe
@login_not_required
@en_https_seulement
def agenda_flux(request, jeton):
    """The agenda that an outside calendar reads, without a session: the address is the key."""
    contenu = lire_le_flux(jeton, timezone.now())
    if contenu is None:
        raise Http404
    return HttpResponse(
        contenu,
        content_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow"},
    )
