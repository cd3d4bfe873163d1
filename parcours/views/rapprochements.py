"""Offers beside people, from both sides; reasons in words, people by name, never ranked."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from beneficiaires.models import Beneficiaire
from entreprises.enums import EtatOffre, MotifCloture
from entreprises.models import Entreprise, Offre
from insertion.distances import kilometres, situer
from insertion.droits import Droit, droit_requis, peut
from insertion.gestes import proposer_annulation
from insertion.isolation.preparees import ensemble as ensemble_de_requetes
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois

from ..enums import AccordPersonne
from ..forms.placements import PropositionForm
from ..models import Immersion, MiseEnRelation, Parcours
from ..placements import fait_par, offres_ouvertes
from ..profils import METIERS, PAR_PAGE, candidat, candidats, demander_candidats, offre_lue, profil_de, proposees
from ..rapprochement import comparer, ensemble


@droit_requis(Droit.VOIR_PLACEMENTS)
@require_safe
def offre_personnes(request, pk):
    """Who was proposed for an offer, and who could be, with the reasons; htmx gets the section alone."""
    le, trouvees = timezone.localdate(), offre_lue(offre=pk)
    if not trouvees:
        raise Http404
    offre, choix = trouvees[0], _choisis(request)
    with ensemble_de_requetes():
        consigner(request, "Personnes et offre")
        mises = proposees.demander(offre=pk)
        demande = _demander(request, offre, le, choix)  # the last, for it takes the longest
        contexte = {"offre": offre, "etat": offre.etat(le), "proposees": mises.lire()}
        contexte["restants"] = max(0, offre.postes - sum(m.embauche_le is not None for m in contexte["proposees"]))
        if demande:
            contexte |= _candidats(request, choix, candidats(offre, demande, le))
    gabarit = "parcours/offre_personnes.html"
    return render(request, f"{gabarit}#personnes" if request.htmx else gabarit, contexte)


def _choisis(request):
    """What the address asks for: {metier, miennes, page}."""
    lus = request.GET
    page = int(lus["page"]) if lus.get("page", "").isdecimal() and len(lus["page"]) < 6 else 1
    return {
        "metier": lus.get("metier") if lus.get("metier") in METIERS else "famille",
        "miennes": lus.get("referent") == "moi",
        "page": max(page, 1),
    }


def _demander(request, offre, le, choix):
    if not peut(request.user, Droit.PLACER):
        return None
    metier, miennes, page = choix.values()
    depuis = (page - 1) * PAR_PAGE
    return demander_candidats(offre, le=le, utilisateur=request.user, metier=metier, miennes=miennes, depuis=depuis)


def _candidats(request, choix, trouves):
    metier, miennes, page = choix.values()
    personnes, suite = trouves
    return {
        "candidats": personnes,
        "par_metier": [(libelle, _adresse(slug, miennes), slug == metier) for slug, libelle in METIERS.items()],
        "par_referent": [
            ("Toute l’équipe", _adresse(metier, miennes=False), not miennes),
            ("Les personnes que je suis", _adresse(metier, miennes=True), miennes),
        ],
        "numero": page,
        "suivante": _adresse(metier, miennes, page + 1) if suite else "",
        "precedente": _adresse(metier, miennes, page - 1) if page > 1 else "",
        "accords": AccordPersonne.choices,
        "suite": request.get_full_path(),
    }


def _adresse(metier, miennes, page=1):
    """The part of an address that asks for this view of the people."""
    return f"?metier={metier}{'&referent=moi' if miennes else ''}{f'&page={page}' if page > 1 else ''}"


@droit_requis(Droit.PLACER)
@require_POST
@une_seule_fois
def proposition_create(request):
    """Propose somebody for an offer, with their answer; the reasons of that day are kept. One click undoes it."""
    le, form = timezone.localdate(), PropositionForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest("Il manque l’offre, la personne ou sa réponse.")
    clic = form.cleaned_data
    offre = _offre(request, clic["offre"])
    beneficiaire = get_object_or_404(Beneficiaire.objects.visibles_par(request.user), pk=clic["personne"])
    vers = clic["suite"] or reverse("parcours:offre_personnes", args=[offre.pk])
    trouve = candidat(offre, beneficiaire, le)
    if trouve is None:
        raise Http404
    if offre.etat(le) != EtatOffre.OUVERTE:
        messages.error(request, "Cette offre n’est plus ouverte.")
        return redirect(vers)
    mise = _proposer(request, offre, trouve, clic["accord"], le)
    if mise is None:
        messages.error(request, f"{beneficiaire} : déjà dans la liste des personnes proposées pour cette offre.")
        return redirect(vers)
    retour = reverse("parcours:mise_en_relation_delete", args=[mise.pk])
    proposer_annulation(request, f"{beneficiaire} : proposition notée ({mise.get_accord_display().lower()}).", retour)
    return redirect(vers)


def _proposer(request, offre, trouve, accord, le):
    """The row written; None when a colleague was quicker."""
    try:
        with transaction.atomic():
            return MiseEnRelation.objects.create(
                structure_id=offre.structure_id,
                parcours_id=trouve.parcours_id,
                entreprise=offre.entreprise,
                offre=offre,
                contact=offre.contact,
                poste=offre.intitule,
                proposee_le=le,
                accord=accord,
                accord_le=le,
                raisons=[raison.en_json() for raison in trouve.raisons],
                auteur=request.user,
            )
    except IntegrityError:
        return None


@droit_requis(Droit.PLACER)
@require_POST
def offre_pourvoir(request, pk):
    """Close an offer whose posts are filled."""
    offre = _offre(request, pk)
    if offre.cloturee_le is None:
        offre.clore(MotifCloture.POURVUE, timezone.localdate())
        messages.success(request, "L’offre est close : pourvue.")
    return redirect("parcours:offre_personnes", pk)


@droit_requis(Droit.VOIR_PLACEMENTS)
@require_safe
def personne_offres(request, pk):
    """« Emploi »: where somebody was proposed, their immersions, and the open offers with the reasons."""
    le = timezone.localdate()
    personnes = Beneficiaire.objects.visibles_par(request.user).pour_fiche(le)
    beneficiaire = get_object_or_404(personnes, pk=pk)
    consigner(request, "Emploi", pk)
    contexte = {
        "beneficiaire": beneficiaire,
        "parcours": Parcours.objects.d_une_personne(beneficiaire).first(),
        "aujourdhui": le,
        "onglet": "emploi",
        "mises_en_relation": MiseEnRelation.objects.d_une_personne(beneficiaire),
        "immersions": Immersion.objects.d_une_personne(beneficiaire),
    }
    profil = profil_de(beneficiaire, le) if peut(request.user, Droit.PLACER) else None
    if profil:
        contexte |= _offres(request, profil, le)
    return render(request, "parcours/personne_offres.html", contexte)


def _offres(request, profil, le):
    """A page of offers, each with its reasons, and how it was proposed already."""
    toutes = request.GET.get("metier") == "tous"
    page = Paginator(offres_ouvertes(profil, le, toutes=toutes), PAR_PAGE).get_page(request.GET.get("page"))
    lieux = {offre.pk: (offre.lieu.code_postal, offre.lieu.commune) for offre in page}
    points = situer([profil.lieu, *lieux.values()])
    lignes = []
    for offre in page:
        km = kilometres(points.get(profil.lieu), points.get(lieux[offre.pk]))
        raisons = comparer(offre, profil.a_distance(km), le)
        lignes.append(
            {
                "offre": offre,
                "raisons": raisons,
                "ensemble": ensemble(raisons),
                "deja": profil.proposition_pour(offre),
            }
        )
    sans_metier = not any(metier.rome for metier in profil.metiers)
    return {
        "page": page,
        "lignes": lignes,
        "toutes": toutes,
        "sans_metier": sans_metier,
        "accords": AccordPersonne.choices,
        "suite": request.get_full_path(),
    }


@droit_requis(Droit.VOIR_PLACEMENTS)
@require_safe
def entreprise_placements(request, pk):
    """« Ce que cette entreprise a fait pour les personnes »: a piece of the firm's page, and a page of its own."""
    entreprise = get_object_or_404(Entreprise.objects.visibles_par(request.user), pk=pk)
    consigner(request, "Personnes et entreprise")
    contexte = {"entreprise": entreprise, "fait": fait_par(entreprise)}
    gabarit = "parcours/entreprise_placements.html"
    return render(request, f"{gabarit}#placements" if request.htmx else gabarit, contexte)


def _offre(request, pk):
    return get_object_or_404(Offre.objects.visibles_par(request.user).pour_fiche(), pk=pk)
