"""A second parcours in the same dispositif is refused in a sentence, and a new one opens today."""

from django.urls import reverse
from django.utils import timezone

from tests.cellules import cellules
from tests.usines import BeneficiaireFactory, DispositifFactory, ParcoursFactory


def page(parcours):
    return reverse("parcours:parcours_create", args=[parcours.beneficiaire_id])


def test_the_entry_proposed_is_today(structure, cip, client_de):
    parcours = ParcoursFactory(clos=True)

    form = client_de(cip).get(page(parcours)).context["form"]

    assert form["date_entree"].value() == timezone.localdate()


def test_a_second_open_parcours_in_the_dispositif_is_refused_beside_what_was_typed(structure, cip, client_de):
    parcours = ParcoursFactory()
    saisie = {"dispositif": parcours.dispositif_id, "date_entree": "2026-11-02", "prescripteur": "Mission locale"}

    reponse = client_de(cip).post(page(parcours), saisie)

    assert reponse.status_code == 422
    html = reponse.content.decode()
    assert "déjà un parcours ouvert dans ce dispositif" in html
    assert "Mission locale" in html


@cellules("page", ["diagnostic_evolution", "appuis_list", "financeurs_detail"])
def test_a_page_that_wants_a_parcours_opens_one_and_is_come_back_to(structure, cip, client_de, page):
    personne, dispositif = BeneficiaireFactory(), DispositifFactory()
    ici, client = reverse(f"parcours:{page}", args=[personne.pk]), client_de(cip)
    ouvrir = f"{reverse('parcours:parcours_create', args=[personne.pk])}?retour={ici}"

    assert f'href="{ouvrir}"' in client.get(ici).content.decode()
    reponse = client.post(ouvrir, {"dispositif": dispositif.pk, "date_entree": timezone.localdate().isoformat()})

    assert (reponse.status_code, reponse.url) == (302, ici)
