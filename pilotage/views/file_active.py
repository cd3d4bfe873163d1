"""« Équipe »: the files of the team, what asks to be looked at, how the work is shared."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.models import AlerteLecture
from parcours.models import Dispositif

from ..file_active import MOTIFS, Ligne, charges, file_active
from ..file_active.liste import COLONNES, apercu
from ..filters import FileActiveFilter
from ..forms.file_active import ReattributionForm
from ..models import Reattribution

PAR_PAGE = 50
#: The saved views: name → what their address holds.
VUES = (
    ("Tout le monde", ""),
    ("Sans contact depuis plus de 30 jours", "sans_contact=30&tri=contact"),
    ("Contrats à renouveler", "motif=renouvellement&tri=fin"),
    ("Entrées du mois", "entrees=mois&tri=nom"),
)


@droit_requis(Droit.VOIR_EQUIPE)
@require_safe
def file_active_list(request):
    """The people of the team as the address narrows and sorts them; the table alone for htmx."""
    filtre = lire(request)
    aujourdhui = filtre.aujourdhui
    page = Paginator(filtre.resultats.values_list(*COLONNES), PAR_PAGE).get_page(request.GET.get("page"))
    consigner(request, "file active de l’équipe")
    contexte = {
        "filtre": filtre,
        "page": page,
        "lignes": [Ligne(*valeurs, le=aujourdhui) for valeurs in page.object_list],
        "form": ReattributionForm(utilisateur=request.user, aujourdhui=aujourdhui, auto_id="reattribution-%s"),
        "tous": "tous" in request.GET,
        "requete": requete(request),
    }
    if request.htmx and not request.htmx.history_restore_request:
        return render(request, "pilotage/file_active_list.html#tableau", contexte)
    equipe = charges(request.user.appartenance.structure, aujourdhui)
    contexte |= {
        "charges": equipe,
        "plus_grande": max((charge.entretiens for charge in equipe), default=0) or 1,
        "dispositifs": Dispositif.objects.visibles_par(request.user),
        "motifs": reversed(list(MOTIFS.items())),
        "vues": VUES,
        "alertes": AlerteLecture.objects.visibles_par(request.user).a_voir(),
        "recentes": Reattribution.objects.visibles_par(request.user).recentes(timezone.now()),
    }
    return render(request, "pilotage/file_active_list.html", contexte)


@droit_requis(Droit.VOIR_EQUIPE)
@require_safe
def file_active_detail(request, pk):
    """One person of the list: beside it with htmx, on a page without."""
    maintenant = timezone.now()
    aujourdhui = timezone.localdate(maintenant)
    trouvees = file_active(request.user, aujourdhui, maintenant).filter(pk=pk).values_list(*COLONNES)
    valeurs = trouvees.first()
    if valeurs is None:
        raise Http404("Cette personne n’a pas de parcours ouvert.")
    consigner(request, "file active de l’équipe", pk)
    contexte = {"ligne": Ligne(*valeurs, le=aujourdhui), "aujourdhui": aujourdhui} | apercu(
        request.user, pk, maintenant
    )
    gabarit = "pilotage/_file_active_panneau.html" if request.htmx else "pilotage/file_active_detail.html"
    return render(request, gabarit, contexte)


@droit_requis(Droit.VOIR_EQUIPE)
@require_safe
def file_active_collegue(request, pk):
    """The people of one colleague on one sheet, to prepare a one-to-one; no note is on it."""
    maintenant = timezone.now()
    aujourdhui = timezone.localdate(maintenant)
    portees = {charge.utilisateur: charge for charge in charges(request.user.appartenance.structure, aujourdhui)}
    if pk not in portees:
        raise Http404("Ce collègue ne suit personne ici.")
    siennes = file_active(request.user, aujourdhui, maintenant).confiees_a(pk)
    rangees = siennes.order_by(*FileActiveFilter.tris["regard"]).values_list(*COLONNES)
    consigner(request, "file active d’un collègue")
    contexte = {
        "charge": portees[pk],
        "lignes": [Ligne(*valeurs, le=aujourdhui) for valeurs in rangees],
        "aujourdhui": aujourdhui,
    }
    return render(request, "pilotage/file_active_collegue.html", contexte)


def requete(request):
    """What the address of the list says after « ? »."""
    return request.GET.urlencode()


def lire(request):
    """The list that the address of `request` asks for."""
    maintenant = timezone.now()
    aujourdhui = timezone.localdate(maintenant)
    personnes = file_active(request.user, aujourdhui, maintenant)
    return FileActiveFilter(request.GET, personnes, request=request, aujourdhui=aujourdhui)
