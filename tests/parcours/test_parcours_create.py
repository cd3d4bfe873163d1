"""A second parcours in the same dispositif is refused in a sentence, and a new one opens today."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from tests.cellules import cellules
from tests.usines import BeneficiaireFactory, DispositifFactory, ParcoursFactory, ReferentFactory


def page(parcours):
    return reverse("parcours:parcours_create", args=[parcours.beneficiaire_id])


def test_the_entry_proposed_is_today(structure, cip, client_de):
    parcours = ParcoursFactory(clos=True)

    form = client_de(cip).get(page(parcours)).context["form"]

    assert form["date_entree"].value() == timezone.localdate()


def ouvrir(client, personne, referent, entree="2026-11-02"):
    saisie = {"dispositif": DispositifFactory().pk, "date_entree": entree, "referent": referent}
    return client.post(reverse("parcours:parcours_create", args=[personne.pk]), saisie)


def test_whoever_opens_a_parcours_leaves_the_file_to_its_referents(structure, cip, collegue, chef, client_de):
    personne, client = BeneficiaireFactory(), client_de(cip)
    ReferentFactory(beneficiaire=personne, utilisateur=collegue)
    ReferentFactory(beneficiaire=personne, utilisateur=chef, debut=date(2026, 2, 2))

    form = client.get(reverse("parcours:parcours_create", args=[personne.pk])).context["form"]
    ouvrir(client, personne, form["referent"].value())

    assert form["referent"].value() == collegue.pk
    assert set(personne.referents.filter(fin=None).values_list("utilisateur", flat=True)) == {collegue.pk, chef.pk}


def test_whoever_opens_a_parcours_is_chosen_when_nobody_follows(structure, cip, client_de):
    form = client_de(cip).get(page(ParcoursFactory(clos=True))).context["form"]

    assert form["referent"].value() == cip.pk


def test_somebody_entrusted_from_a_day_past_was_followed_until_their_referent_began(
    structure, cip, collegue, client_de
):
    personne = BeneficiaireFactory()
    avant = ReferentFactory(beneficiaire=personne, utilisateur=collegue, debut=date(2026, 3, 13))

    ouvrir(client_de(cip), personne, cip.pk, entree="2026-01-05")

    avant.refresh_from_db()
    assert (avant.debut, avant.fin) == (date(2026, 3, 13), date(2026, 3, 13))
    assert personne.referents.get(fin=None).utilisateur == cip


def test_a_second_open_parcours_in_the_dispositif_is_refused_beside_what_was_typed(structure, cip, client_de):
    parcours = ParcoursFactory()
    saisie = {"dispositif": parcours.dispositif_id, "date_entree": "2026-11-02", "prescripteur": "Mission locale"}

    reponse = client_de(cip).post(page(parcours), saisie)

    assert reponse.status_code == 422
    html = reponse.content.decode()
    assert "déjà un parcours ouvert dans ce dispositif" in html
    assert "Mission locale" in html


def corriger(client, parcours, **champs):
    saisie = {"dispositif": parcours.dispositif_id, "date_entree": "2026-03-12", "version": 0} | champs
    return client.post(reverse("parcours:parcours_update", args=[parcours.pk]), saisie | {"projet": "Cuisinière"})


@cellules(("entree", "code"), [("2026-09-30", 302), ("2026-10-01", 422)], ids=["the last day", "the day after"])
def test_the_entry_into_a_closed_parcours_is_not_moved_after_its_exit(structure, cip, client_de, entree, code):
    reponse = corriger(client_de(cip), ParcoursFactory(clos=True), date_entree=entree)

    assert reponse.status_code == code
    if code == 422:
        assert "le 30/09/2026" in reponse.context["form"].errors["date_entree"][0]
        assert 'value="Cuisinière"' in reponse.content.decode()


@cellules(("sortie", "code"), [(None, 422), (date(2026, 9, 30), 302)], ids=["open", "closed"])
def test_a_parcours_is_not_moved_to_a_dispositif_where_the_person_has_one(structure, cip, client_de, sortie, code):
    ouvert = ParcoursFactory()
    parcours = ParcoursFactory(beneficiaire=ouvert.beneficiaire, date_sortie=sortie)

    reponse = corriger(client_de(cip), parcours, dispositif=ouvert.dispositif_id)

    assert reponse.status_code == code
    if code == 422:
        assert "déjà un parcours ouvert" in reponse.context["form"].errors["dispositif"][0]


@cellules("page", ["diagnostic_evolution", "appuis_list", "financeurs_detail"])
def test_a_page_that_wants_a_parcours_opens_one_and_is_come_back_to(structure, cip, client_de, page):
    personne, dispositif = BeneficiaireFactory(), DispositifFactory()
    ici, client = reverse(f"parcours:{page}", args=[personne.pk]), client_de(cip)
    ouvrir = f"{reverse('parcours:parcours_create', args=[personne.pk])}?retour={ici}"

    assert f'href="{ouvrir}"' in client.get(ici).content.decode()
    reponse = client.post(ouvrir, {"dispositif": dispositif.pk, "date_entree": timezone.localdate().isoformat()})

    assert (reponse.status_code, reponse.url) == (302, ici)
