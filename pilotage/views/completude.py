"""« Ce qui manque »: field × person before a report, filled in the cell, entrusted to the référents."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import reselect, reswap, retarget

from beneficiaires.models import Beneficiaire, Referent, Situation
from insertion.droits import Droit, droit_requis, peut
from insertion.forms import Perime
from insertion.gestes import proposer_annulation
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.travaux import sonner_apres_commit
from parcours.enums import EcheanceSuivi, MomentFse
from parcours.models import Parcours

from ..completude import completude
from ..exigences import CHAMPS, SITUATIONS, Champ
from ..forms.completude import (
    IDENTITE,
    ORIENTEUR,
    CompletudeForm,
    IdentiteCelluleForm,
    OrienteurCelluleForm,
    SituationCelluleForm,
)
from ..models import DossierACompleter
from ..tasks import recalculer_les_rappels

PAR_PAGE = 50
SUR_PLACE = {*IDENTITE, *SITUATIONS, "orienteur"}
#: What one must be allowed to write to fill a field; the others are those of an identity.
DROITS_CHAMPS = {
    "orienteur": Droit.ECRIRE_SUIVI,
    "eligibilite": Droit.ECRIRE_SUIVI,
    "pass_iae": Droit.ECRIRE_SUIVI,
    "diagnostic": Droit.ECRIRE_SUIVI,
    "heures": Droit.SAISIR_HEURES,
    "sortie": Droit.ECRIRE_SUIVI,
    "fse_entree": Droit.ECRIRE_CONTRATS,
    "fse_sortie": Droit.ECRIRE_CONTRATS,
    "engagement": Droit.ECRIRE_CONTRATS,
    "nouvelles": Droit.ECRIRE_SUIVI,
}


#: The page of a parcours that holds a field.
PAGES = {
    "diagnostic": "parcours:diagnostic_create",
    "pass_iae": "parcours:parcours_update",
    "engagement": "parcours:engagement_create",
}


@dataclass(frozen=True)
class Cellule:
    """One field of one person: `etat` is "rempli", "manque" or "sans_objet"; `url` fills it ("": no right to).

    `sur_place` tells that the cell opens there; otherwise `url` is the page of a whole form.
    """

    pk: int
    champ: Champ
    etat: str
    url: str
    sur_place: bool


@droit_requis(Droit.VOIR_BILANS)
@require_safe
def completude_list(request):
    """Who lacks what for the report of an agreement, the share complete, and when it is due.

    A field that everybody has takes no column: its share says it.
    """
    form = _demande(request)
    if not form.is_valid():
        return render(request, "pilotage/completude.html", {"form": form}, status=422)
    personnes = _personnes(request, form)
    resultat = completude(form.zone, form.champs).restreinte(set(personnes.values_list("pk", flat=True)))
    montrees = resultat.dossiers if form.cleaned_data["tous"] else resultat.incomplets
    if form.seul_champ:
        montrees = resultat.sans(form.seul_champ)
    siennes = personnes.filter(pk__in=montrees).avec_referents().order_by("tri", "pk")
    page = Paginator(siennes, PAR_PAGE).get_page(request.GET.get("page"))
    confies = _confies(form, page.object_list)
    consigner(request, "ce qui manque")
    champs = [part.champ for part in resultat.parts if part.manquants]
    contexte = {
        "form": form,
        "champs": champs,
        "resultat": resultat,
        "page": page,
        "lignes": [
            (p, [_cellule(request, form, resultat, champ, p.pk) for champ in champs], confies.get(p.pk))
            for p in page.object_list
        ],
        "requete": _requete(form),
        "sans_champ": _requete(form, sans=("champ",)),
        "aujourdhui": timezone.localdate(),
    }
    if form.accord and peut(request.user, Droit.ECRIRE_BILANS):
        contexte["a_confier"] = _a_confier(request, form, resultat)
    return render(request, "pilotage/completude.html", contexte)


@droit_requis(Droit.VOIR_BILANS)
@une_seule_fois
def completude_champ(request, pk, code):
    """Fill one field of one person: in the cell with htmx, on a page without; both come back to the list."""
    if code not in SUR_PLACE:
        raise Http404("Ce champ se remplit sur sa propre page.")
    _exiger(request.user, code)
    form = _demande(request)
    if not form.is_valid() or CHAMPS[code] not in form.champs:
        raise Http404("Ce champ n’est pas demandé.")
    personne = get_object_or_404(Beneficiaire.objects.visibles_par(request.user), pk=pk)
    dossier = completude(form.zone, form.champs).dossiers.get(pk)
    if dossier is None:
        raise Http404("Cette personne n’est pas dans ce bilan.")
    consigner(request, "ce qui manque", pk)
    saisie = _saisie(request, personne, dossier, code)
    if request.method == "POST" and saisie.is_valid():
        try:
            saisie.save()
        except Perime as perime:
            return _deux_versions(request, saisie, perime.actuel)
        return _remplie(request, form, personne, code)
    contexte = {
        "saisie": saisie,
        "personne": personne,
        "champ": CHAMPS[code],
        "requete": _requete(form),
        "retour_url": _liste(form),
    }
    if request.htmx and "annuler" in request.GET:
        resultat = completude(form.zone, form.champs)
        contexte["cellule"] = _cellule(request, form, resultat, CHAMPS[code], pk)
        return render(request, "pilotage/_completude_cellule.html", contexte)
    gabarit = "pilotage/_completude_saisie.html" if request.htmx else "pilotage/completude_champ.html"
    return render(request, gabarit, contexte, status=422 if saisie.is_bound else 200)


@droit_requis(Droit.ECRIRE_BILANS)
@require_POST
def completude_confier(request):
    """Entrust incomplete files to the référents of the people, one or all those of the list: a reminder for each.

    With « reprendre=12-57 » in the address, take back those that were just entrusted.
    """
    form = _demande(request)
    if not form.is_valid() or form.accord is None:
        raise Http404("Choisissez une convention.")
    if bornes := request.GET.get("reprendre"):
        return _reprendre(request, form, bornes)
    a_confier = _a_confier(request, form, completude(form.zone, form.champs))
    suivis, le = list(a_confier.dossiers), timezone.localdate()
    confies = DossierACompleter.objects.confier(form.accord, suivis, request.user, le)
    pks = sorted(confies.values_list("pk", flat=True))
    sonner_apres_commit(recalculer_les_rappels, structure_id=form.structure.pk)
    if pks:
        requete = _requete(form, sans=("personne",))
        adresse = f"{reverse('pilotage:completude_confier')}?{requete}&reprendre={pks[0]}-{pks[-1]}"
        proposer_annulation(request, f"{a_confier.a_qui}\u00a0: {a_confier.pour_quoi}.", adresse)
    else:
        messages.warning(request, "Personne n’a été prévenu\u00a0: sans référent, ou déjà prévenu.")
    return redirect(_liste(form, sans=("personne",)))


def _reprendre(request, form, bornes):
    """Entrust no more the files of the agreement whose ids are within `bornes` (« 12-57 »), if the user entrusted
    them."""
    debut, _, fin = bornes.partition("-")
    if not (debut.isdecimal() and fin.isdecimal() and len(bornes) < 40):
        raise Http404
    siens = DossierACompleter.objects.filter(convention=form.accord, demande_par=request.user)
    siens.filter(pk__range=(int(debut), int(fin))).delete()
    sonner_apres_commit(recalculer_les_rappels, structure_id=form.structure.pk)
    messages.success(request, "C’est annulé\u00a0: le rappel de ces dossiers est retiré.")
    return redirect(_liste(form, sans=("personne",)))


@dataclass(frozen=True)
class AConfier:
    """Whom it would tell: `dossiers` are {person: ids of their référents}; `sans_referent` have nobody to tell."""

    dossiers: dict
    sans_referent: int

    @property
    def referents(self):
        return set().union(*self.dossiers.values())

    @property
    def a_qui(self):
        """« 5 référents prévenus », in French."""
        n = len(self.referents)
        return f"{n} référents prévenus" if n > 1 else "1 référent prévenu"

    @property
    def pour_quoi(self):
        """« un rappel pour chacun des 3 dossiers à compléter », in French."""
        n = len(self.dossiers)
        return (
            f"un rappel pour chacun des {n} dossiers à compléter" if n > 1 else "un rappel pour 1 dossier à compléter"
        )


def _a_confier(request, form, resultat):
    """The incomplete files of the list that nobody was asked to complete yet, and their référents of today."""
    manquants = resultat.sans(form.seul_champ) if form.seul_champ else resultat.incomplets
    deja = DossierACompleter.objects.filter(convention=form.accord).values("beneficiaire")
    personnes = _personnes(request, form).filter(pk__in=manquants).exclude(pk__in=deja)
    voulues = set(personnes.values_list("pk", flat=True))
    dossiers = {}
    actuels = Referent.objects.filter(beneficiaire__in=voulues, fin=None)
    for personne, referent in actuels.values_list("beneficiaire_id", "utilisateur_id"):
        dossiers.setdefault(personne, set()).add(referent)
    return AConfier(dossiers, len(voulues) - len(dossiers))


@droit_requis(Droit.ECRIRE_BILANS)
@require_POST
def completude_reprise(request, pk):
    """Entrust a file no more: its reminder goes."""
    dossier = get_object_or_404(DossierACompleter.objects.visibles_par(request.user), pk=pk)
    dossier.delete()
    sonner_apres_commit(recalculer_les_rappels, structure_id=dossier.structure_id)
    return redirect(f"{reverse('pilotage:completude')}?{urlencode({'convention': dossier.convention_id})}")


def _demande(request):
    return CompletudeForm(request.GET, utilisateur=request.user, aujourdhui=timezone.localdate())


def _personnes(request, form):
    """The people that the reader may see and that the filters keep."""
    personnes = Beneficiaire.objects.visibles_par(request.user)
    referent, seule = form.cleaned_data["referent"], form.cleaned_data["personne"]
    if seule:
        personnes = personnes.filter(pk=seule)
    if referent == "moi":
        return personnes.suivies_par(request.user)
    if referent:
        return personnes.confiees_a(None if referent == "personne" else int(referent))
    return personnes


def _confies(form, personnes):
    """{person: `DossierACompleter`} of the agreement, for the people of the page."""
    if form.accord is None:
        return {}
    dossiers = DossierACompleter.objects.filter(convention=form.accord, beneficiaire__in=[p.pk for p in personnes])
    return {dossier.beneficiaire_id: dossier for dossier in dossiers}


def _requete(form, sans=()):
    """What the address of the same question holds after « ? »."""
    noms = ("convention", "genre", "du", "au", "referent", "champ", "tous", "personne")
    valeurs = {nom: form.data.get(nom, "") for nom in noms if nom not in sans}
    return urlencode({nom: valeur for nom, valeur in valeurs.items() if valeur or nom == "convention"})


def _liste(form, sans=()):
    return f"{reverse('pilotage:completude')}?{_requete(form, sans)}"


def _cellule(request, form, resultat, champ, pk):
    dossier = resultat.dossiers[pk]
    if not champ.demande(dossier):
        return Cellule(pk, champ, "sans_objet", "", sur_place=False)
    if champ.code not in resultat.manques[pk]:
        return Cellule(pk, champ, "rempli", "", sur_place=False)
    permis = peut(request.user, DROITS_CHAMPS.get(champ.code, Droit.MODIFIER_PERSONNES))
    sur_place = champ.code in SUR_PLACE
    url = _url(form, dossier, champ.code) if permis else ""
    return Cellule(pk, champ, "manque", url, sur_place=sur_place and permis)


def _url(form, dossier, code):
    """Where the field is filled: its cell, or the form that holds it, which comes back to the list."""
    if code in SUR_PLACE:
        adresse = reverse("pilotage:completude_champ", args=[dossier.identite.pk, code])
        return f"{adresse}?{_requete(form)}"
    vue, arguments, options = _formulaire(form, dossier, code)
    adresse = reverse(vue, args=arguments)
    return f"{adresse}?{urlencode(options | {'retour': _liste(form)})}"


def _formulaire(form, dossier, code):
    """(view, arguments, options of the address) of the whole form that holds a field."""
    parcours = dossier.dernier.pk
    if code == "fse_sortie":
        return "parcours:questionnaire_fse_update", [dossier.sans_questionnaire[-1].pk, MomentFse.SORTIE.value], {}
    if code == "fse_entree":
        return "parcours:questionnaire_fse_update", [parcours, MomentFse.ENTREE.value], {}
    if code == "sortie":
        muets = (s.pk for s in dossier.sortis if s.pk not in dossier.faits.documentes)
        return "parcours:sortie_create", [next(muets, parcours)], {}
    if code == "nouvelles":
        muets = (s.pk for s in dossier.dus if s.pk not in dossier.faits.nouvelles)
        return "parcours:suivi_sortie_create", [next(muets, parcours)], {"echeance": EcheanceSuivi.SIX.value}
    if code == "heures":
        return "parcours:heures_mois", [], {"mois": f"{_dernier_mois(form.zone.au):%Y-%m}"}
    if code == "eligibilite" and parcours in dossier.faits.candidatures:
        return "parcours:candidature_eligibilite", [dossier.faits.candidatures[parcours]], {}
    if code == "eligibilite":
        return "parcours:candidature_create", [dossier.identite.pk], {}
    return PAGES[code], [parcours], {}


def _dernier_mois(au):
    """The first day of the last month that was over on the day `au`."""
    return ((au + timedelta(days=1)).replace(day=1) - timedelta(days=1)).replace(day=1)


def _exiger(utilisateur, code):
    if not peut(utilisateur, DROITS_CHAMPS.get(code, Droit.MODIFIER_PERSONNES)):
        raise PermissionDenied


def _saisie(request, personne, dossier, code):
    """The form of the cell: the record's own, narrowed to the field."""
    options = {"utilisateur": request.user, "auto_id": f"id_{personne.pk}_{code}_%s"}
    if code in IDENTITE:
        aujourdhui = timezone.localdate()
        return IdentiteCelluleForm(
            request.POST or None, instance=personne, noms=IDENTITE[code], aujourdhui=aujourdhui, **options
        )
    if code == "orienteur":
        parcours = get_object_or_404(Parcours.objects.visibles_par(request.user), pk=dossier.dernier.pk)
        return OrienteurCelluleForm(request.POST or None, instance=parcours, noms=ORIENTEUR, **options)
    situation = Situation(structure_id=personne.structure_id, beneficiaire=personne)
    entree = dossier.dernier.entree
    return SituationCelluleForm(
        request.POST or None, instance=situation, famille=code, entree=entree, initial={"debut": entree}, **options
    )


def _remplie(request, form, personne, code):
    """The cell as it reads now, with the shares of the page; without htmx, back to the list."""
    if not request.htmx:
        messages.success(request, f"{CHAMPS[code].libelle} : enregistré pour {personne}.")
        return redirect(_liste(form))
    ids = set(_personnes(request, form).values_list("pk", flat=True))
    resultat = completude(form.zone, form.champs).restreinte(ids | {personne.pk})
    contexte = {
        "form": form,
        "resultat": resultat,
        "sans_champ": _requete(form, sans=("champ",)),
        "cellule": _cellule(request, form, resultat, CHAMPS[code], personne.pk),
        "personne": personne,
        "aujourdhui": timezone.localdate(),
        "ailleurs": True,
    }
    return render(request, "pilotage/_completude_cellule.html", contexte)


def _deux_versions(request, saisie, actuel):
    """Both versions side by side; with htmx they take the place of the whole page, not of the cell."""
    response = render(request, "composants/conflit.html", {"form": saisie, "actuel": actuel}, status=409)
    return reswap(reselect(retarget(response, "#contenu"), "#contenu"), "outerHTML") if request.htmx else response
