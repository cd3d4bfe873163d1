"""« Équipe »: the files of the team, what asks to be looked at, how the work is shared."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_POST, require_safe

from beneficiaires.models import Beneficiaire
from insertion import pastilles
from insertion.annulation import DELAI
from insertion.droits import Droit, droit_requis
from insertion.forms import pks
from insertion.formulaire_vierge import FormulaireVierge
from insertion.gabarits import fragment
from insertion.isolation.preparees import RequetePreparee, ensemble
from insertion.journal import Consignation, consigner
from insertion.models import AlerteLecture
from insertion.recherche_scellee import recherche_scellee
from parcours.models import Dispositif

from ..file_active import Ligne, charges, file_active, motifs_de_la, releve
from ..file_active.charges import mediane
from ..file_active.choix import oublier, retenir, retenues, tous
from ..file_active.completude import remplissages
from ..file_active.demandes import Resultats, est_gardee
from ..file_active.liste import COLONNES, apercu
from ..file_active.vues import adresse, vues_de_la
from ..filters import FileActiveFilter
from ..forms.file_active import ReattributionForm, RelanceForm, VueForm
from ..models import Reattribution, VueEnregistree

PAR_PAGE = 40
#: « ?choisies=1 » shows the people ticked alone.
CHOISIES = "choisies"
# What the page reads at each opening, written once.
AUTOUR = {
    "alertes": RequetePreparee(lambda: AlerteLecture.objects.a_voir()),
    "dispositifs": RequetePreparee(lambda: Dispositif.objects.all()),
}
RECENTES = RequetePreparee(lambda depuis: Reattribution.objects.depuis(depuis))
ENREGISTREES = RequetePreparee(lambda utilisateur: VueEnregistree.objects.proposees_a(utilisateur))


@droit_requis(Droit.VOIR_EQUIPE)
@recherche_scellee
@require_safe
def file_active_list(request):
    """The people of the team as the address narrows and sorts them; the table alone for htmx.

    An address that says nothing opens the view that the reader chose to open first.
    """
    vues = _vues(request)
    if not request.GET and (premiere := next((v for v in vues["siennes"] if v.par_defaut), None)):
        return redirect(f"{reverse('pilotage:file_active_list')}?{premiere.adresse}")
    filtre, page, lignes, autour = _trouver(request)
    choix, montrees = retenues(request), [ligne.pk for ligne in lignes]
    contexte = {
        "filtre": filtre,
        "page": page,
        "lignes": lignes,
        "form": FormulaireVierge(ReattributionForm, {}, {"vers": autour.pop("collegues")}),
        "relance_form": FormulaireVierge(RelanceForm, {}, {}),
        "tous": tous(request),
        "choix": choix,
        "requete": requete(request),
        "numeros": ",".join(map(str, montrees)),
        "ailleurs": len(choix.difference(montrees)),
    }
    if request.htmx:
        return fragment(request, "pilotage/_file_active_tableau.jinja", contexte)
    return render(request, "pilotage/file_active_list.html", contexte | autour | vues)


def _trouver(request):
    """What the address asks for, the page of the list, its `Ligne`s, and what stands around them."""
    structure, le = request.user.appartenance.structure, timezone.localdate()
    with ensemble():  # the database reads everybody, looks for the people, then for their rows, while we do the rest
        lecture = Consignation(request, "file active de l’équipe")
        lus = releve.demander(structure, le)
        filtre = lire(request)
        gardee = est_gardee(filtre)
        resultats = Resultats(filtre) if gardee else filtre.resultats.values_list(*COLONNES)
        demandes = {} if request.htmx else _demander_autour(request)
        lecture.verifier()
        equipe = releve.composer(le, releve.lire(lus))
        if gardee:
            resultats.releve = equipe
        page = Paginator(resultats, PAR_PAGE).get_page(request.GET.get("page"))
        autour = {"collegues": equipe.collegues} | ({} if request.htmx else _charges(equipe))
        lignes = list(page.object_list)
    if not gardee:
        lignes = [Ligne(*valeurs, le=le) for valeurs in lignes]
    autour |= {nom: demande.lire() for nom, demande in demandes.items()}
    return filtre, page, lignes, autour | {"motifs": reversed(motifs_de_la(structure))}


@droit_requis(Droit.VOIR_EQUIPE)
@require_POST
def file_active_choix(request):
    """Keep what is ticked on this page, or forget it all (`vider`): nothing for htmx, the same page without."""
    if "vider" in request.POST:
        oublier(request)
    else:
        retenir(request)
    return HttpResponse(status=204) if request.htmx else redirect(liste(request))


@droit_requis(Droit.VOIR_EQUIPE)
@require_safe
def file_active_completude(request):
    """How complete the files of a page are, for its column: it comes after the list, which nobody waits for."""
    demandees = pks(request.GET.get("personnes", "").split(","))[:PAR_PAGE]
    visibles = Beneficiaire.objects.visibles_par(request.user).filter(pk__in=demandees)
    structure = request.user.appartenance.structure
    trouves = remplissages(structure, list(visibles.values_list("pk", flat=True)), timezone.localdate())
    consigner(request, "file active de l’équipe")
    return render(request, "pilotage/_file_active_completude.html", {"remplissages": trouves.values()})


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
    contexte = {
        "ligne": Ligne(*valeurs, le=aujourdhui),
        "aujourdhui": aujourdhui,
        "remplissage": remplissages(request.user.appartenance.structure, [pk], aujourdhui).get(pk),
    } | apercu(request.user, pk, maintenant)
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


def _demander_autour(request):
    """Send what stands around the list, whatever it is narrowed to."""
    pastilles.demander(request)
    demandes = {nom: requete.demander() for nom, requete in AUTOUR.items()}
    return demandes | {"recentes": RECENTES.demander(depuis=timezone.now() - DELAI)}


def _charges(equipe):
    """How the work is shared."""
    return {
        "charges": equipe.charges,
        "mediane": mediane(equipe.charges),
        "plus_grande": max((charge.entretiens for charge in equipe.charges), default=0) or 1,
    }


def liste(request, sans=()):
    """The address of the list as it was narrowed and sorted, without what `sans` names."""
    gardee = request.GET.copy()
    for nom in sans:
        gardee.pop(nom, None)
    adresse = reverse("pilotage:file_active_list")
    return f"{adresse}?{gardee.urlencode()}" if gardee else adresse


def _vues(request):
    """The views that the reader finds, and the one that the address is (`vue`, one of theirs or None)."""
    enregistrees = ENREGISTREES(utilisateur=request.user.pk)
    siennes = [vue for vue in enregistrees if vue.utilisateur_id == request.user.pk]
    ici = adresse(request.GET)
    return {
        "vues": vues_de_la(request.user.appartenance.structure),
        "siennes": siennes,
        "partagees": [vue for vue in enregistrees if vue.utilisateur_id != request.user.pk],
        "ici": ici or "tri=regard",
        "vue": next((vue for vue in siennes if vue.adresse == ici), None),
        "vue_form": FormulaireVierge(VueForm, {}, {}),
    }


def requete(request):
    """What the address of the list says after « ? »."""
    return request.GET.urlencode()


def lire(request):
    """The list that the address of `request` asks for; its SQL is written when it is read, if it is."""
    maintenant = timezone.now()
    aujourdhui = timezone.localdate(maintenant)

    def personnes():
        toutes = file_active(request.user, aujourdhui, maintenant)
        return toutes.filter(pk__in=retenues(request)) if CHOISIES in request.GET else toutes

    filtre = FileActiveFilter(request.GET, request=request, aujourdhui=aujourdhui)
    filtre.queryset = SimpleLazyObject(personnes)
    return filtre
