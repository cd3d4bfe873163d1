from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render

from insertion.droits import Droit, droit_requis
from insertion.retours import de_chez_nous
from insertion.saisie_unique import une_seule_fois

from ..enums import TypePartenaire
from ..forms.partenaires import PartenaireForm, PartenaireUpdateForm
from ..models import DispositifLocal, Formation, Partenaire, ProjetPartenarial
from .fiches import enregistrer, nouvelle, page_de_fiche

PAR_PAGE = 50


@droit_requis(Droit.VOIR_ENTREPRISES)
def partenaire_list(request):
    """The directory of the structure, searched by name or commune and filtered by type."""
    texte, genre = request.GET.get("q", "").strip()[:80], request.GET.get("type", "")
    partenaires = Partenaire.objects.visibles_par(request.user).cherche(texte)
    if genre in TypePartenaire.values:
        partenaires = partenaires.filter(type=genre)
    page = Paginator(partenaires, PAR_PAGE).get_page(request.GET.get("page"))
    contexte = {"page": page, "q": texte, "type": genre, "types": TypePartenaire.choices, "onglet": "partenaires"}
    return render(request, "entreprises/partenaire_list.html", contexte)


@droit_requis(Droit.VOIR_ENTREPRISES)
def partenaire_detail(request, pk):
    """One partner: what for, how to send them somebody, what they give, the projects shared with them."""
    partenaire = _partenaire(request, pk)
    projets = ProjetPartenarial.objects.visibles_par(request.user).filter(liens__partenaire=partenaire)
    offre = [
        *Formation.objects.visibles_par(request.user).actifs().filter(organisme=partenaire),
        *DispositifLocal.objects.visibles_par(request.user).actifs().filter(organisme=partenaire),
    ]
    return page_de_fiche(request, partenaire, offre=offre, projets=projets)


@droit_requis(Droit.ECRIRE_ENTREPRISES)
@une_seule_fois
def partenaire_create(request):
    """Add a partner, then go back to the page that asked for one."""
    partenaire = nouvelle(Partenaire, request)
    form = PartenaireForm(request.POST or None, instance=partenaire, utilisateur=request.user)
    phrase = "{} est dans l’annuaire."
    return enregistrer(request, form, "entreprises/partenaire_create.html", phrase, suite=_suite(request))


@droit_requis(Droit.ECRIRE_ENTREPRISES)
def partenaire_update(request, pk):
    """Correct a partner, or take them out of what is proposed."""
    partenaire = _partenaire(request, pk)
    nom = str(partenaire)
    form = PartenaireUpdateForm(request.POST or None, instance=partenaire, utilisateur=request.user)
    gabarit = "entreprises/partenaire_update.html"
    return enregistrer(request, form, gabarit, "Partenaire enregistré.", nom=nom, fiche=partenaire)


def _partenaire(request, pk):
    return get_object_or_404(Partenaire.objects.visibles_par(request.user).pour_fiche(), pk=pk)


def _suite(request):
    """Where one goes: the page named by the address when it is one of ours, told whom to choose; else their page."""
    suite = de_chez_nous(request.GET.get("suite"))
    if not suite:
        return None
    return lambda partenaire: f"{suite}{'&' if '?' in suite else '?'}partenaire={partenaire.pk}"
