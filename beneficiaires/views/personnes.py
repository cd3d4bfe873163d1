"""The list of people, their creation, and the page that says who somebody is."""

from copy import copy
from types import SimpleNamespace

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from insertion.droits import Droit, droit_requis, peut
from insertion.gestes import proposer_retour
from insertion.isolation.contexte import contexte_exige
from insertion.isolation.historique import ecritures
from insertion.isolation.preparees import ListePreparee, RequetePreparee, ensemble
from insertion.journal import consigner
from insertion.models import Utilisateur
from insertion.recherche_scellee import ouvrir, recherche_scellee
from insertion.saisie_unique import une_seule_fois
from insertion.sans_ecraser import sans_ecraser

from ..enums import Stade
from ..filters import PersonnesFilter, natures_proposees
from ..forms import BeneficiaireCreateForm, BeneficiaireUpdateForm, nom_tape
from ..models import Beneficiaire, Referent

PAR_PAGE = 50
#: What is done with the people found: the pages that its buttons lead to.
AILLEURS = {"documents": ("parcours:lot_create",), "export": ("pilotage:export_create", "personnes")}
#: Whom the list may be narrowed to, asked for at each opening: its SQL is kept.
_collegues = RequetePreparee(lambda le: Utilisateur.objects.de_la_structure(contexte_exige().structures[0], le))


def _trouvees(role, demande, *, utilisateur, le):
    """The people whom `demande` ((filter, value)…) asks for, as far as `role` may see them."""
    visibles, qui = Beneficiaire.objects.visibles_pour(role, utilisateur), SimpleNamespace(pk=utilisateur)
    return PersonnesFilter(dict(demande), visibles, request=SimpleNamespace(user=qui), aujourdhui=le).resultats


_liste = ListePreparee(_trouvees, lambda personnes, le, **_: personnes.pour_liste(le))


@droit_requis(Droit.VOIR_PERSONNES)
@recherche_scellee(vers=AILLEURS)
def beneficiaire_list(request):
    """People of the structure: searched, filtered and sorted from the address; the table alone for htmx."""
    aujourdhui = timezone.localdate()
    visibles = Beneficiaire.objects.visibles_par(request.user)
    filtre = PersonnesFilter(request.GET, visibles, request=request, aujourdhui=aujourdhui)
    with ensemble():
        consigner(request, "liste des personnes")
        collegues = None if request.htmx else _collegues.demander(le=aujourdhui)
        page = Paginator(_a_diviser(filtre, request.user), PAR_PAGE).get_page(request.GET.get("page"))
    contexte = {"filtre": filtre, "page": page, "adresse": _adresse_des_fiches(request.user)}
    contexte["mots_du_stade"] = dict(Stade.choices)
    if request.htmx:
        return render(request, "beneficiaires/beneficiaire_list.html#tableau", contexte)
    contexte["collegues"] = collegues.lire()
    contexte |= {"natures": natures_proposees(request.user), "stades": Stade.choices}
    return render(request, "beneficiaires/beneficiaire_list.html", contexte)


def _a_diviser(filtre, utilisateur):
    """What the pages of the list divide. Words that are searched for are each time others: their SQL is not kept."""
    if filtre.data.get("q", "").strip():
        return filtre.resultats.pour_liste(filtre.aujourdhui)
    demande = tuple((nom, filtre.data[nom]) for nom in (*filtre.filters, "tri") if filtre.data.get(nom))
    return _liste(utilisateur.appartenance.role, demande, utilisateur=utilisateur.pk, le=filtre.aujourdhui)


def _adresse_des_fiches(utilisateur):
    """The two ends of a person's address, resolved once for fifty rows."""
    nom = (
        "parcours:personne_detail" if peut(utilisateur, Droit.VOIR_PARCOURS) else "beneficiaires:beneficiaire_detail"
    )
    avant, _, apres = reverse(nom, args=[0]).partition("0")
    return {"avant": avant, "apres": apres}


#: What one was about to write when somebody turned out not to be known yet.
ENSUITE = {"entretien": "parcours:entretien_create", "contact": "parcours:contact_create"}


@droit_requis(Droit.MODIFIER_PERSONNES)
@recherche_scellee
@une_seule_fois
def beneficiaire_create(request):
    """Quick creation; somebody who may be known already is shown once before it (beneficiaires/doublons.py).

    It starts with the name looked for in vain (`q`, sealed), and leads to what was to be written (`ensuite`).
    """
    initial = nom_tape(ouvrir(request.GET.get("q", "")))
    form = BeneficiaireCreateForm(
        request.POST or None, initial=initial, utilisateur=request.user, aujourdhui=timezone.localdate()
    )
    if form.is_valid():
        with ecritures(Beneficiaire, Referent) as ecrites:
            beneficiaire = form.save()
        phrase = f"Le dossier de {beneficiaire} est créé."
        proposer_retour(request, phrase, *ecrites, retour=reverse("beneficiaires:beneficiaire_list"))
        ensuite = ENSUITE.get(request.GET.get("ensuite")) if peut(request.user, Droit.ECRIRE_SUIVI) else None
        return redirect(ensuite, beneficiaire.pk) if ensuite else redirect(beneficiaire)
    status = 422 if form.is_bound else 200
    if form.is_bound:
        consigner(request, "personnes qui se ressemblent")
    return render(request, "beneficiaires/beneficiaire_create.html", {"form": form}, status=status)


@droit_requis(Droit.VOIR_PERSONNES)
def beneficiaire_detail(request, pk):
    """Who somebody is: identity, contact, situations, référents, documents."""
    aujourdhui = timezone.localdate()
    beneficiaire = fiche(request, pk)
    consigner(request, "identité", beneficiaire.pk)
    return render(
        request,
        "beneficiaires/beneficiaire_detail.html",
        contexte_de_fiche(beneficiaire)
        | {
            "situations": beneficiaire.situations.par_date(aujourdhui),
            "proches": beneficiaire.proches.pour_fiche(),
            "referents": beneficiaire.referents.pour_fiche(),
            "documents": beneficiaire.documents.pour_fiche(),
            "accords": beneficiaire.accords_envoi.pour_fiche(),
        },
    )


@droit_requis(Droit.MODIFIER_PERSONNES)
@sans_ecraser
def beneficiaire_update(request, pk):
    """Correct the identity; two versions side by side when a colleague saved meanwhile."""
    beneficiaire = fiche(request, pk)
    consigner(request, "identité", beneficiaire.pk)
    form = BeneficiaireUpdateForm(
        request.POST or None, instance=copy(beneficiaire), utilisateur=request.user, aujourdhui=timezone.localdate()
    )
    contexte = contexte_de_fiche(beneficiaire) | {"form": form}
    if form.is_valid():
        suite = reverse("beneficiaires:beneficiaire_detail", args=[pk])
        with ecritures(Beneficiaire) as ecrites:
            form.save()
        proposer_retour(request, "Identité enregistrée.", *ecrites, retour=suite)
        return redirect(suite)
    status = 422 if form.is_bound else 200
    return render(request, "beneficiaires/beneficiaire_update.html", contexte, status=status)


def fiche(request, pk):
    """The person of a page, as its header shows them; 404 for whoever may not see them."""
    visibles = Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate())
    return get_object_or_404(visibles, pk=pk)


def contexte_de_fiche(beneficiaire):
    """What `beneficiaires/_entete.jinja` asks for."""
    aujourdhui = timezone.localdate()
    return {
        "beneficiaire": beneficiaire,
        "parcours": beneficiaire.parcours.en_cours(aujourdhui).first(),
        "aujourdhui": aujourdhui,
        "onglet": "identite",
    }
