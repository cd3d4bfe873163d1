"""What was written by mistake about contracts and the PASS is taken back, unless something depends on it."""

from datetime import date

import pytest
from django.urls import reverse

from insertion.enums import TypeStructure
from parcours import horloge
from parcours.models import Avenant, Contrat, Parcours, Prolongation, Suspension
from parcours.models.pass_iae import fin_effective
from tests.cellules import cellules
from tests.usines import (
    ContratFactory,
    HeuresMoisFactory,
    ParcoursAvecPassFactory,
    ProlongationFactory,
    RenouvellementFactory,
    SuspensionFactory,
)

LE = date(2026, 7, 20)


@pytest.fixture
def parcours(structure):
    return ParcoursAvecPassFactory()


@pytest.fixture
def contrat(parcours):
    return ContratFactory(parcours=parcours)


@pytest.fixture
def client(client_de, cip):
    return client_de(cip)


def amender(contrat, **champs):
    avenant = Avenant(**{"date_effet": date(2026, 6, 1)} | champs)
    contrat.amender(avenant)
    return avenant


def retirer(client, objet):
    """The two clicks: what the page says then."""
    url = reverse(f"parcours:{type(objet).__name__.lower()}_delete", args=[objet.pk])
    return lisible(client.post(url, follow=True))


def lisible(reponse):
    """The page with ordinary spaces."""
    return reponse.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_contract_is_taken_back_said_and_kept_in_the_history(client, parcours, contrat):
    page = lisible(client.get(reverse("parcours:contrat_list", args=[parcours.pk])))

    suite = retirer(client, contrat)

    assert "Retirer le contrat du 12 mars 2026" in page
    assert "Le contrat CDDI du 12 mars 2026 au 11 septembre 2026 est retiré." in suite
    assert not Contrat.objects.exists()
    traces = Contrat.pgh_event_model.objects.filter(pgh_obj_id=contrat.pk)
    assert list(traces.order_by("pgh_id").values_list("pgh_label", flat=True)) == ["insert", "delete"]


def test_without_the_contract_the_clock_goes_back(client, parcours):
    premier = ContratFactory(parcours=parcours)
    erreur = ContratFactory(
        parcours=parcours, renouvelle=premier, date_debut=date(2026, 9, 12), date_fin=date(2027, 3, 11)
    )

    retirer(client, erreur)

    temps = horloge.ouvrir(parcours, LE)[0]
    assert (temps.contrat, temps.prochaine_fin) == (premier, date(2026, 9, 11))


def _renouvele(contrat):
    ContratFactory(
        parcours=contrat.parcours, renouvelle=contrat, date_debut=date(2026, 9, 12), date_fin=date(2027, 3, 11)
    )


def _sorti(contrat):
    Parcours.objects.filter(pk=contrat.parcours_id).update(date_sortie=date(2026, 9, 11))


DEPENDANCES = [
    pytest.param(_renouvele, "a été renouvelé par celui du 12 septembre 2026", id="renewed"),
    pytest.param(lambda c: amender(c, heures=30), "a un avenant", id="avenant"),
    pytest.param(lambda c: RenouvellementFactory(contrat=c), "Un dossier de renouvellement est écrit", id="dossier"),
    pytest.param(
        lambda c: HeuresMoisFactory(parcours=c.parcours, mois=date(2026, 9, 1), heures=3),
        "Des heures sont notées pendant ce contrat (septembre 2026)",
        id="hours in its last month",
    ),
    pytest.param(_sorti, "Le parcours a pris fin le 11 septembre 2026 : annulez d’abord la sortie", id="exit"),
]


@cellules(("dependre", "phrase"), DEPENDANCES)
def test_contract_on_which_something_depends_stays(client, contrat, dependre, phrase):
    dependre(contrat)

    assert phrase in retirer(client, contrat)
    assert Contrat.objects.filter(pk=contrat.pk).exists()


@cellules("mois", [date(2026, 2, 1), date(2026, 10, 1)])
def test_hours_before_or_after_the_contract_do_not_hold_it(client, contrat, mois):
    HeuresMoisFactory(parcours=contrat.parcours, mois=mois, heures=3)

    assert "est retiré" in retirer(client, contrat)


def test_hours_of_a_month_that_another_contract_touches_are_not_those_of_the_mistake(client, parcours):
    ContratFactory(parcours=parcours, date_fin=date(2026, 9, 11))
    erreur = ContratFactory(parcours=parcours, date_debut=date(2026, 9, 12), date_fin=date(2027, 1, 11))
    HeuresMoisFactory(parcours=parcours, mois=date(2026, 9, 1), heures=80)

    assert "est retiré" in retirer(client, erreur)


def test_avenant_taken_back_gives_the_contract_its_hours_and_its_end_again(client, contrat):
    avenant = amender(contrat, heures=30, date_fin=date(2026, 12, 11))

    suite = retirer(client, avenant)

    contrat.refresh_from_db()
    assert "L’avenant au 1er juin 2026 est retiré : le contrat revient à 26 heures par semaine et" in suite
    assert (contrat.heures, contrat.date_fin, contrat.version) == (26, date(2026, 9, 11), 2)
    assert Avenant.pgh_event_model.objects.filter(pgh_obj_id=avenant.pk, pgh_label="delete").exists()


def _corrige(contrat):
    Contrat.objects.filter(pk=contrat.pk).update(heures=24)


def _suivi(contrat):
    amender(contrat, heures=32, date_effet=date(2026, 7, 1))


def _remplace(contrat):
    Contrat.objects.filter(pk=contrat.pk).update(date_fin=date(2026, 7, 31))
    Avenant.objects.update(date_fin=date(2026, 7, 31))
    ContratFactory(parcours=contrat.parcours, date_debut=date(2026, 8, 1), date_fin=date(2026, 12, 31))


@cellules(
    ("dependre", "phrase"),
    [
        (_corrige, "a été corrigé depuis cet avenant"),
        (_suivi, "Un autre avenant a suivi, à partir du 1er juillet 2026"),
        (_remplace, "Sans cet avenant, le contrat sort de la règle. Un contrat CDDI court déjà du 1er août 2026"),
    ],
)
def test_avenant_on_which_something_depends_stays(client, contrat, dependre, phrase):
    avenant = amender(contrat, heures=30, date_fin=date(2026, 12, 11))
    dependre(contrat)

    assert phrase in retirer(client, avenant)
    assert Avenant.objects.filter(pk=avenant.pk).exists()


def test_avenant_of_the_end_of_a_renewed_contract_stays(client, contrat):
    avenant = amender(contrat, date_fin=date(2026, 9, 30))
    ContratFactory(
        parcours=contrat.parcours, renouvelle=contrat, date_debut=date(2026, 10, 1), date_fin=date(2027, 3, 11)
    )

    assert "a été renouvelé par celui du 1er octobre 2026" in retirer(client, avenant)


def fin_du_pass(parcours):
    return fin_effective(
        parcours, Suspension.objects.du_parcours(parcours), Prolongation.objects.du_parcours(parcours)
    )


def test_prolongation_taken_back_ends_the_pass_where_it_began(client, parcours):
    prolongation = ProlongationFactory(parcours=parcours)

    suite = retirer(client, prolongation)

    assert "du 10 mars 2028 au 10 juin 2028 est retirée : le PASS finit le 10 mars 2028." in suite
    assert fin_du_pass(parcours) == date(2028, 3, 10)
    assert Prolongation.pgh_event_model.objects.filter(pgh_obj_id=prolongation.pk, pgh_label="delete").exists()


def test_prolongation_followed_by_another_stays(client, parcours):
    premiere = ProlongationFactory(parcours=parcours)
    ProlongationFactory(
        parcours=parcours, date_debut=date(2028, 6, 10), date_fin=date(2028, 9, 10), demandee_le=date(2028, 6, 1)
    )

    assert "retirez-la d’abord" in retirer(client, premiere)
    assert Prolongation.objects.count() == 2


@cellules(("debut", "reste"), [(date(2028, 3, 10), 0), (date(2028, 3, 11), 1)])
def test_prolongation_under_a_suspension_stays(client, parcours, debut, reste):
    prolongation = ProlongationFactory(parcours=parcours)
    SuspensionFactory(parcours=parcours, date_debut=debut, date_fin=date(2028, 5, 1), saisie_le=debut)

    retirer(client, prolongation)

    assert Prolongation.objects.count() == reste


def test_suspension_taken_back_ends_the_pass_sooner(client, parcours):
    suspension = SuspensionFactory(parcours=parcours)

    assert "est retirée : le PASS finit le 10 mars 2028." in retirer(client, suspension)
    assert not Suspension.objects.exists()


def test_suspension_before_a_prolongation_stays(client, parcours):
    suspension = SuspensionFactory(parcours=parcours)
    ProlongationFactory(parcours=parcours, date_debut=date(2028, 4, 9))

    assert "part de la fin repoussée" in retirer(client, suspension)


@cellules("nom", ["contrat", "avenant", "prolongation", "suspension"])
def test_only_who_writes_contracts_takes_them_back(client_de, cip, collegue, lecteur, etranger, contrat, nom):
    objets = {
        "contrat": lambda: contrat,
        "avenant": lambda: amender(contrat, heures=30),
        "prolongation": lambda: ProlongationFactory(parcours=contrat.parcours),
        "suspension": lambda: SuspensionFactory(parcours=contrat.parcours),
    }
    url = reverse(f"parcours:{nom}_delete", args=[objets[nom]().pk])

    assert [client_de(qui).post(url).status_code for qui in (lecteur, etranger)] == [403, 404]
    assert client_de(cip).get(url).status_code == 405
    assert client_de(collegue).post(url).status_code == 302
    assert client_de(cip).post(url).status_code == 404


def test_structure_that_employs_nobody_has_no_contract_to_take_back(client, structure, contrat):
    structure.type = TypeStructure.CHRS
    structure.save()

    assert client.post(reverse("parcours:contrat_delete", args=[contrat.pk])).status_code == 404
