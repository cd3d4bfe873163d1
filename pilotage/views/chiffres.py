"""« Chiffres »: every indicator over a period, and who is behind each."""

from itertools import groupby

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from insertion.droits import Droit, droit_requis, peut
from insertion.journal import consigner
from parcours.selection import NOMMEES

from ..conventions import montrer
from ..derriere import derriere, est_reserve, ouvrir, personnes
from ..forms.perimetre import PerimetreForm
from ..indicateurs import INDICATEURS, calculer
from ..indicateurs.registre import RUBRIQUES
from ..models import Bilan
from ..periodes import annee_en_cours, raccourcis

#: Rubrics of one funder, or of the team.
A_PART = RUBRIQUES[RUBRIQUES.index("Après la sortie") + 1 :]


@droit_requis(Droit.VOIR_BILANS)
@require_safe
def chiffres(request):
    """The figures of the structure over the period asked for, each a link to who is behind it.

    What one funder alone asks for, and the team, are shown by themselves (`rubrique`).
    """
    form = perimetre_demande(request)
    if not form.is_valid():
        return render(request, "pilotage/chiffres.html", {"form": form}, status=422)
    rubrique = request.GET.get("rubrique", "")
    rubrique = rubrique if rubrique in A_PART else ""
    resultats = calculer(form.perimetre, _codes(rubrique)).values()
    contexte = {
        "form": form,
        "rubrique": rubrique,
        "a_part": A_PART,
        "requete": form.requete(),
        "raccourcis": [(p, form.requete(p.du, p.au)) for p in raccourcis(timezone.localdate())],
        "rubriques": [(nom, _avec_reperes(siens)) for nom, siens in groupby(resultats, _rubrique)],
    }
    return render(request, "pilotage/chiffres.html", contexte)


@droit_requis(Droit.VOIR_BILANS)
@require_safe
def chiffre(request, code, ligne):
    """One figure: its definition, and the people behind it (`part`: counted, of whom, or left out and why)."""
    form = perimetre_demande(request)
    if not form.is_valid():
        return redirect(f"{reverse('pilotage:chiffres')}?{request.GET.urlencode()}")
    definition = INDICATEURS.get(code)
    if definition is None:
        raise Http404("Cet indicateur n’existe pas.")
    lignes = {une.code: une for une in calculer(form.perimetre, [code])[code].lignes}
    if ligne not in lignes:
        raise Http404("Ce chiffre n’existe pas sur cette période.")
    trouve = lignes[ligne].chiffre
    listes = ouvrir(trouve.derriere, trouve.base, [(e.raison, e.ids) for e in trouve.exclus])
    sensible = est_reserve(definition.rubrique, trouve.sensible)
    qui = qui_derriere(request, listes, trouve.nature, sensible, form.perimetre.au, trouve.montants)
    consigner(request, f"Chiffre : {definition.libelle}"[:60])
    contexte = {
        "definition": definition,
        "ligne": lignes[ligne],
        "repere": _repere(definition, lignes[ligne]),
        "perimetre": form.perimetre,
        "dispositifs": form.cleaned_data["dispositif"],
        "requete": form.requete(),
        "bilan": _bilan(request),
    }
    return render(request, "pilotage/chiffre.html", contexte | qui)


def _bilan(request):
    """The report that one comes from (`?bilan=`), or None."""
    demande = request.GET.get("bilan", "")
    if not demande.isdecimal() or len(demande) > 18:
        return None
    return Bilan.objects.visibles_par(request.user).filter(pk=demande).first()


def qui_derriere(request, listes, nature, sensible, le, montants):
    """What the page of a figure, counted up to the day `le`, shows of who is behind it, and what each counts for
    (`montants`); 404 for a list that it does not open."""
    part = request.GET.get("part", "derriere")
    if part not in listes:
        raise Http404("Ce chiffre n’a pas cette partie.")
    ids = listes[part][1]
    trouve = derriere(
        nature, ids, request.user, sensible=sensible, le=le, page=request.GET.get("page"), montants=montants
    )
    nommees = [] if trouve.reserve else _nommees(nature, ids, request.user)
    return {
        "parts": [(cle, titre, len(siens)) for cle, (titre, siens) in listes.items()],
        "part": part,
        "derriere": trouve,
        "nommees": nommees,
        "parmi": ",".join(str(pk) for pk in nommees),
    }


def _nommees(nature, ids, utilisateur):
    """The people for whom the reader may have documents made from here; none when an address cannot name them all."""
    siennes = personnes(nature, ids, utilisateur) if peut(utilisateur, Droit.COURRIERS) else []
    return siennes if len(siennes) <= NOMMEES else []


def _codes(rubrique):
    """The indicators of a rubric shown by itself; without one, all those that belong to none of them."""
    siens = [rubrique] if rubrique else {d.rubrique for d in INDICATEURS.values()} - set(A_PART)
    return [code for code, definition in INDICATEURS.items() if definition.rubrique in siens]


def _rubrique(resultat):
    return resultat.definition.rubrique


def _avec_reperes(resultats):
    """[(`Resultat`, [(`Ligne`, its reference in words or "", the text that gives it)])]."""
    return [(r, [(ligne, *_repere(r.definition, ligne)) for ligne in r.lignes]) for r in resultats]


def _repere(definition, ligne):
    repere = definition.repere(ligne.code)
    return (montrer(repere.valeur, ligne.chiffre.unite), repere.source) if repere else ("", "")


def perimetre_demande(request):
    """The `PerimetreForm` of the address; without dates, the year so far."""
    aujourdhui = timezone.localdate()
    periode = annee_en_cours(aujourdhui)
    return PerimetreForm(request.GET, utilisateur=request.user, aujourdhui=aujourdhui, periode=periode)
