"""« Tableau de bord »: the structure at a glance; every number is that of a report and opens its list."""

from datetime import date, datetime
from types import SimpleNamespace

import pytest
import time_machine
from django.urls import reverse

from insertion.enums import Role
from insertion.models import Appartenance
from parcours.models import Contrat, Parcours
from pilotage.completude import de_la_convention
from pilotage.conventions import avancements
from pilotage.indicateurs import Perimetre, calculer
from pilotage.tableau_de_bord import BLOCS, attentes
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import ContratFactory, DispositifFactory, ParcoursFactory, ReferentFactory
from tests.usines.conventions import CibleFactory, ConventionFactory
from tests.usines.parcours import PARIS

PAGE = reverse("pilotage:tableau_de_bord")
LE = date(2026, 11, 17)


@pytest.fixture(autouse=True)
def un_mardi():
    with time_machine.travel(datetime(2026, 11, 17, 9, 30, tzinfo=PARIS), tick=False):
        yield


@pytest.fixture
def nettoyage(structure):
    return DispositifFactory(nom="Nettoyage", places=12)


def entree(dispositif, referent=None, **personne):
    """Somebody under contract since March, until 10 December."""
    parcours = ParcoursFactory(
        dispositif=dispositif,
        date_entree=date(2026, 3, 2),
        **{f"beneficiaire__{champ}": valeur for champ, valeur in personne.items()},
    )
    ContratFactory(parcours=parcours, date_debut=date(2026, 3, 2), date_fin=date(2026, 12, 10))
    if referent:
        ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=referent)
    return parcours


def test_each_figure_is_that_of_the_reports_over_the_year_so_far(client_de, chef, structure, nettoyage):
    entree(nettoyage)
    annee = Perimetre(structure, date(2026, 1, 1), LE)

    montres = dict(client_de(chef).get(PAGE).context["blocs"])

    for titre, lus in BLOCS.items():
        if titre in montres:
            attendus = [calculer(annee, [code])[code].ligne(ligne) for code, ligne in lus]
            assert [ligne for _, ligne in montres[titre]] == attendus
    assert montres["Effectifs"][2][1].chiffre.valeur == 1


def test_each_figure_opens_the_people_it_counts(client_de, chef, nettoyage):
    entree(nettoyage, prenom="Nadia", nom="Kaci")
    client = client_de(chef)
    adresse = f"{reverse('pilotage:chiffre', args=['entrees', 'total'])}?du=2026-01-01&au=2026-11-17"

    assert f'href="{adresse.replace("&", "&amp;")}"' in client.get(PAGE).content.decode()
    assert "Nadia Kaci" in client.get(adresse).content.decode()


def test_places_used_open_who_is_there(client_de, chef, nettoyage):
    la, parti = entree(nettoyage, prenom="Nadia", nom="Kaci"), entree(nettoyage, nom="Partie")
    Parcours.objects.filter(pk=parti.pk).update(date_sortie=date(2026, 10, 1))
    client = client_de(chef)

    (occupation,) = client.get(PAGE).context["places"]
    liste = client.get(reverse("pilotage:tableau_places", args=[nettoyage.pk]))

    assert (occupation.occupees, occupation.places) == (1, 12)
    assert [r.personne for r in liste.context["derriere"].page] == [la.beneficiaire]


def test_what_waits_is_what_the_reminders_ask(client_de, chef, cip, structure, nettoyage):
    entree(nettoyage, cip, prenom="Nadia", nom="Kaci")
    client = client_de(chef)

    assert ("renouvellement", 1) in attentes(structure, LE)
    reponse = client.get(reverse("pilotage:tableau_attente", args=["renouvellement"]))
    (rangee,) = reponse.context["derriere"].page
    assert (str(rangee.personne), rangee.fait) == (
        "Nadia Kaci",
        "Contrat jusqu’au 10 décembre 2026 : le renouvellement reste à décider.",
    )


def test_a_contract_that_ends_does_not_bear_the_name_of_a_renewal_to_decide(client_de, chef, cip, nettoyage):
    """« Ma journée » counts as « renouvellements à décider » those sent to who decides, and no other page may."""
    entree(nettoyage, cip, prenom="Nadia", nom="Kaci")
    client = client_de(chef)

    tableau = client.get(PAGE).content.decode()

    assert ("Contrat à renouveler" in tableau, "Renouvellement à décider" in tableau) == (True, False)
    assert client.get(reverse("pilotage:accueil")).context["a_decider"] == []


def test_somebody_with_two_referents_waits_once(client_de, chef, cip, collegue, structure, nettoyage):
    parcours = entree(nettoyage, cip)
    ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=collegue)

    assert dict(attentes(structure, LE))["renouvellement"] == 1
    reponse = client_de(chef).get(reverse("pilotage:tableau_attente", args=["renouvellement"]))
    assert len(reponse.context["derriere"].page) == reponse.context["derriere"].total == 1


def test_agreements_in_force_say_where_they_stand_and_what_their_files_lack(client_de, chef, nettoyage):
    entree(nettoyage)
    convention = ConventionFactory(intitule="Annexe financière 2026")
    CibleFactory(convention=convention, valeur=40)
    ConventionFactory(intitule="Finie", debut=date(2025, 1, 1), fin=date(2025, 12, 31))

    (suivi,) = client_de(chef).get(PAGE).context["suivis"]

    assert suivi.convention == convention
    assert [(a.chiffre.valeur, a.etat) for a in suivi.avancements] == [(1, "en retard")]
    assert (suivi.completude.complets, suivi.completude.total) == (0, 1)


def test_period_that_ends_before_it_begins_is_refused_in_words(client_de, chef):
    reponse = client_de(chef).get(PAGE, {"du": "2026-12-31", "au": "2026-01-01"})

    assert reponse.status_code == 422
    assert "La période ne peut pas finir avant d’avoir commencé." in reponse.content.decode()


@cellules("role", [Role.CHARGE_INSERTION, Role.ADMINISTRATIF, Role.ENCADRANT, Role.LECTURE])
def test_only_who_answers_for_the_team_opens_it(client_de, structure, nettoyage, role):
    client = client_de(membre(structure, role))

    for adresse in (
        PAGE,
        reverse("pilotage:tableau_places", args=[nettoyage.pk]),
        reverse("pilotage:tableau_attente", args=["renouvellement"]),
    ):
        assert client.get(adresse).status_code == 403


def test_another_structure_s_dispositif_and_an_unknown_reason_are_not_found(
    client_de, structure, autre_structure, nettoyage
):
    client = client_de(membre(autre_structure, Role.CHEF_SERVICE))

    assert client.get(reverse("pilotage:tableau_places", args=[nettoyage.pk])).status_code == 404
    assert client.get(reverse("pilotage:tableau_attente", args=["inconnu"])).status_code == 404
    assert list(client.get(PAGE).context["places"]) == []


def test_queries_do_not_depend_on_the_people(client_de, chef, cip, nettoyage, requetes):
    CibleFactory(convention=ConventionFactory())
    client = client_de(chef)
    entree(nettoyage, cip)
    client.get(PAGE)
    with requetes() as une:
        client.get(PAGE)
    for _ in range(8):
        entree(nettoyage, cip)
    with requetes() as neuf:
        client.get(PAGE)

    assert len(neuf) == len(une)


def test_queries_do_not_depend_on_the_agreements(client_de, chef, cip, nettoyage, requetes):
    """Six agreements that began on different days, for different dispositifs and funders, are read together."""
    cuisine = DispositifFactory(nom="Cuisine")
    for dispositif in (nettoyage, cuisine):
        entree(dispositif, cip)
    client, pages, comptes = client_de(chef), (PAGE, reverse("pilotage:chiffres")), []
    for rang in range(1, 7):
        convention = ConventionFactory(
            intitule=f"Convention {rang}",
            financeur__genre="dreets" if rang % 2 else "departement",
            debut=date(2026, rang, 1),
            fin=date(2027, rang, 1),
        )
        convention.couvrir([nettoyage, cuisine] if rang % 2 else [nettoyage])
        for code, ligne in (("entrees", "total"), ("taux_dynamiques", "b"), ("heures_accompagnement", "individuel")):
            CibleFactory(convention=convention, indicateur=code, ligne=ligne, valeur=40)
        if rang in (1, 2, 6):
            client.get(PAGE)
            with requetes() as faites:
                for page in pages:
                    client.get(page)
            comptes.append(len(faites))

    ConventionFactory(intitule="Toute la structure", debut=date(2026, 4, 10))
    montres = client.get(PAGE).context["suivis"]
    assert comptes == comptes[:1] * 3
    assert [_chiffres(suivi) for suivi in montres] == [_chiffres(_seule(suivi.convention)) for suivi in montres]


def _chiffres(suivi):
    return [a.chiffre for a in suivi.avancements], suivi.completude.manques


def _seule(convention):
    """The same agreement, read alone."""
    return SimpleNamespace(avancements=avancements(convention, LE), completude=de_la_convention(convention, LE))


def test_what_waits_is_read_by_deadline_with_who_follows_the_person(client_de, chef, cip, structure, nettoyage):
    """The day shown is that on which the contract ends, not the one on which the reminder began."""
    tard, tot = entree(nettoyage, cip, nom="Abadie"), entree(nettoyage, cip, nom="Zola")
    Contrat.objects.filter(parcours=tot).update(date_fin=date(2026, 11, 30))

    reponse = client_de(chef).get(reverse("pilotage:tableau_attente", args=["renouvellement"]))

    lues = [(r.personne, r.quand, r.referents) for r in reponse.context["derriere"].page]
    assert lues == [
        (tot.beneficiaire, date(2026, 11, 30), str(cip)),
        (tard.beneficiaire, date(2026, 12, 10), str(cip)),
    ]
    html = reponse.content.decode()
    assert "Échéance" in html
    assert "la plus proche échéance d’abord" in html


def test_more_people_than_places_is_flagged_and_the_two_counts_are_told_apart(client_de, chef, structure):
    chantier, ouvert = DispositifFactory(nom="Nettoyage", places=1), DispositifFactory(nom="Cuisine", places=None)
    for dispositif in (chantier, chantier, chantier, ouvert):
        entree(dispositif)

    reponse = client_de(chef).get(PAGE)

    assert {d.nom: d.en_trop for d in reponse.context["places"]} == {"Nettoyage": 2, "Cuisine": 0}
    html = reponse.content.decode()
    assert "2 en trop" in html
    assert "0 en trop" not in html
    assert "ne compte que les personnes sous contrat ce jour-là" in html


def test_people_whom_nobody_follows_are_counted_and_listed(client_de, chef, cip, structure, nettoyage):
    client = client_de(chef)
    entree(nettoyage, cip)
    assert "Sans référent·e" not in client.get(PAGE).content.decode()

    entree(nettoyage, prenom="Nadia", nom="Kaci")

    html = client.get(PAGE).content.decode()
    assert "Sans référent·e\u00a0: 1" in html
    adresse = f"{reverse('pilotage:file_active_list')}?motif=sans_referent"
    assert f'href="{adresse}"' in html
    assert "Kaci" in client.get(adresse).content.decode()


def test_the_figure_and_the_card_agree_on_whom_nobody_follows(client_de, chef, cip, collegue, benevole, nettoyage):
    Appartenance.objects.filter(utilisateur=collegue).update(fin=date(2026, 11, 16))
    for referent in (cip, collegue, benevole, None):
        entree(nettoyage, referent)

    lu = client_de(chef).get(PAGE).context

    chiffres = {(d.code, ligne.code): ligne.chiffre for _, lus in lu["blocs"] for d, ligne in lus}
    assert (lu["sans_referent"], chiffres["equipe_charge", "sans_referent"].valeur) == (3, 3)
    assert chiffres["equipe_charge", "moyenne"].fraction == "1\u00a0/\u00a01"


def test_targets_say_what_they_are_counted_on(client_de, chef, structure, nettoyage):
    convention = ConventionFactory(intitule="Annexe financière 2026")
    convention.couvrir([nettoyage])
    CibleFactory(convention=convention, valeur=40)

    assert "Comptés sur\u00a0: Nettoyage, tous les publics, du " in client_de(chef).get(PAGE).content.decode()
