"""The firm's page says what it did for people, and the exit is filled from the hire (metier.md §2 row 20)."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from insertion.enums import Role
from insertion.models import Lecture
from parcours.enums import ConclusionImmersion, FormeEmploi
from parcours.models import Embauche, MotifSortie, Sortie
from parcours.placements import motif_propose
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import (
    BilanImmersionFactory,
    EmbaucheFactory,
    EntrepriseFactory,
    ImmersionFactory,
    MiseEnRelationFactory,
    ParcoursFactory,
    SortieFactory,
    SuiviPostSortieFactory,
)

pytestmark = pytest.mark.usefixtures("_aujourdhui")


@pytest.fixture
def _aujourdhui():
    with time_machine.travel("2026-11-22 10:00+01:00"):
        yield


@pytest.fixture
def firme(structure):
    return EntrepriseFactory(raison_sociale="Conserverie du Port")


def page(firme):
    return reverse("parcours:entreprise_placements", args=[firme.pk])


def histoire(firme, nom="Zidi"):
    """Somebody proposed, in immersion, hired, gone, and called back at six months."""
    parcours = ParcoursFactory(beneficiaire__nom=nom, date_entree=date(2025, 3, 1), date_sortie=date(2026, 5, 1))
    mise = MiseEnRelationFactory(parcours=parcours, entreprise=firme)
    BilanImmersionFactory(
        immersion__parcours=parcours, immersion__entreprise=firme, conclusion=ConclusionImmersion.CONFIRME
    )
    EmbaucheFactory(mise_en_relation=mise, debut=date(2026, 5, 2))
    SortieFactory(parcours=parcours, entreprise=firme, poste="Agent de conditionnement")
    SuiviPostSortieFactory(parcours=parcours, echeance=6, date=date(2026, 11, 2))
    return parcours


def test_the_firm_counts_what_it_did_and_tells_the_news(client_de, cip, firme):
    histoire(firme)
    MiseEnRelationFactory(entreprise=firme)
    MiseEnRelationFactory()

    response = client_de(cip).get(page(firme), headers={"HX-Request": "true"})

    fait, html = response.context["fait"], response.content.decode()
    assert (fait.proposees, fait.immersions, fait.embauches) == (2, 1, 1)
    for phrase in (
        "Amina Zidi",
        "Embauche le 2\N{NO-BREAK SPACE}mai\N{NO-BREAK SPACE}2026",
        "confirme le projet",
        "le 2\N{NO-BREAK SPACE}novembre\N{NO-BREAK SPACE}2026",
        "en emploi, CDD",
    ):
        assert phrase in html, phrase
    assert "<main" not in html


def test_news_at_six_months_show_on_both_pages(client_de, cip, firme):
    parcours = histoire(firme)
    client = client_de(cip)

    for url in (page(firme), reverse("parcours:sortie_detail", args=[parcours.pk])):
        assert "2\N{NO-BREAK SPACE}novembre\N{NO-BREAK SPACE}2026" in client.get(url).content.decode()
    assert "Conserverie du Port" in client.get(reverse("parcours:sortie_detail", args=[parcours.pk])).content.decode()


def test_somebody_hired_there_counts_even_when_the_exit_names_no_firm(client_de, cip, firme):
    parcours = histoire(firme)
    Sortie.objects.filter(parcours=parcours).update(entreprise=None)

    assert "Après la sortie" in client_de(cip).get(page(firme)).content.decode()


def test_an_immersion_given_up_before_it_began_is_not_counted(client_de, cip, firme):
    ImmersionFactory(entreprise=firme, interrompue_le=date(2026, 11, 1), motif_interruption="Machine en panne")

    assert client_de(cip).get(page(firme)).context["fait"].immersions == 0


def test_names_show_to_the_right_alone_and_reading_them_is_journaled(client_de, structure, firme, lecteur, etranger):
    histoire(firme)
    bureau = membre(structure, Role.ADMINISTRATIF)

    assert client_de(lecteur).get(page(firme)).status_code == 403
    assert client_de(etranger).get(page(firme)).status_code == 404
    html = client_de(bureau).get(page(firme)).content.decode()
    assert "Amina Zidi" in html
    assert "confirme le projet" not in html
    assert Lecture.objects.filter(quoi="Personnes et entreprise", utilisateur_id=bureau.pk).exists()


@cellules("nombre", [1, 3])
def test_the_firm_costs_as_much_for_one_as_for_three(client_de, cip, firme, requetes, nombre):
    for rang in range(nombre):
        histoire(firme, f"Zidi {rang}")
    client = client_de(cip)

    with requetes() as faites:
        client.get(page(firme))

    assert len(faites) == 13


def test_the_exit_is_filled_from_the_latest_hire(client_de, cip, firme, referentiels):
    parcours = ParcoursFactory()
    EmbaucheFactory(mise_en_relation__parcours=parcours, debut=date(2026, 4, 1))
    EmbaucheFactory(
        mise_en_relation__parcours=parcours,
        mise_en_relation__entreprise=firme,
        poste="Agent de conditionnement",
        forme=FormeEmploi.CDI,
        heures_hebdo=30,
    )
    client, url = client_de(cip), reverse("parcours:sortie_create", args=[parcours.pk])

    initial = client.get(url).context["form"].initial

    assert (initial["entreprise"], initial["destination"]) == (firme.pk, "Conserverie du Port")
    assert (initial["motif"], initial["forme_emploi"], initial["heures_hebdo"]) == ("3", "cdi", 30)
    champs = {nom: initial[nom] for nom in ("entreprise", "destination", "poste", "motif", "forme_emploi")}
    client.post(url, champs | {"date": "2026-11-20", "emploi_debut": "2026-12-01"})
    sortie = Sortie.objects.get()
    assert (sortie.entreprise, sortie.categorie, sortie.poste) == (firme, "durable", "Agent de conditionnement")
    assert "Amina" in client.get(page(firme)).content.decode()


def test_an_exit_without_hire_proposes_nothing(client_de, cip, structure, referentiels):
    form = client_de(cip).get(reverse("parcours:sortie_create", args=[ParcoursFactory().pk])).context["form"]

    assert ("entreprise" in form.fields, "motif" in form.initial) == (False, False)


@cellules(
    ("forme", "fin", "code"),
    [
        ("cdi", None, "3"),
        ("cdd", date(2027, 5, 31), "9"),
        ("cdd", date(2027, 5, 30), "10"),
        ("cdd", None, None),
        ("interim", date(2026, 12, 31), "10"),
        ("public", None, "11"),
        ("independant", None, "4"),
        ("alternance", date(2028, 8, 31), None),
        ("autre", None, None),
    ],
)
def test_the_motive_fits_the_job(structure, referentiels, forme, fin, code):
    embauche = Embauche(forme=forme, debut=date(2026, 12, 1), fin=fin)

    assert motif_propose(embauche, MotifSortie.objects.pour_structure(structure)) == code
