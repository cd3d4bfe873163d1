"""Agreements: how far each target is, judged by hand; and their pages."""

import uuid
from datetime import date, datetime
from decimal import Decimal

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from insertion.enums import Role
from parcours.models import MotifSortie
from pilotage.conventions import Etat, avancements, etat, mesures, temps
from pilotage.indicateurs import Perimetre, calculer
from pilotage.models import Cible, Convention, Financeur, PieceConvention
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import (
    DispositifFactory,
    ParcoursFactory,
    RendezVousFactory,
)
from tests.usines.conventions import CibleFactory, ConventionFactory, FinanceurFactory
from tests.usines.parcours import PARIS

LISTE = reverse("pilotage:convention_list")
ANNEE = (date(2026, 1, 1), date(2026, 12, 31))
#: 182 days of 365: not quite half of the year.
FIN_JUIN = date(2026, 7, 1)


@pytest.fixture(autouse=True)
def un_mercredi():
    with time_machine.travel(datetime(2026, 7, 1, 9, 30, tzinfo=PARIS), tick=False):
        yield


@pytest.fixture
def convention(structure):
    return ConventionFactory(intitule="Annexe financière 2026", financeur=FinanceurFactory(nom="DREETS du Nord"))


def adresse(nom, objet):
    return reverse(f"pilotage:{nom}", args=[objet.pk])


def saisie(**champs):
    base = {"intitule": "Annexe financière 2026", "debut": "2026-01-01", "fin": "2026-12-31", "modele": "dreets"}
    base |= {"nouveau_financeur": "DREETS du Nord", "genre_financeur": "dreets", "soumission": uuid.uuid4()}
    return base | champs


@cellules(
    ("le", "pourcentage", "commence", "fini"),
    [
        (date(2025, 12, 31), 0, False, False),
        (date(2026, 1, 1), 0, True, False),
        (date(2026, 7, 2), 50, True, False),
        (date(2026, 12, 31), 100, True, False),
        (date(2027, 1, 1), 100, True, True),
    ],
)
def test_elapsed_share_of_a_period(le, pourcentage, commence, fini):
    trouve = temps(*ANNEE, le)
    assert (trouve.pourcentage, trouve.commence, trouve.fini) == (pourcentage, commence, fini)


@cellules(
    ("valeur", "le", "attendu"),
    [
        (40, FIN_JUIN, Etat.ATTEINTE),  # 40 of 40
        (22, FIN_JUIN, Etat.EN_AVANCE),  # 22 of the 19,9 expected: 110 %
        (20, FIN_JUIN, Etat.DANS_LES_TEMPS),  # 100 %
        (19, FIN_JUIN, Etat.DANS_LES_TEMPS),  # 95,3 %
        (18, FIN_JUIN, Etat.A_SURVEILLER),  # 90 %
        (14, FIN_JUIN, Etat.EN_RETARD),  # 70 %
        (0, date(2025, 12, 31), Etat.PAS_COMMENCEE),
        (39, date(2027, 1, 1), Etat.NON_ATTEINTE),
        (None, FIN_JUIN, Etat.NON_CALCULABLE),
    ],
)
def test_a_count_of_forty_is_judged_on_the_time_elapsed(valeur, le, attendu):
    assert etat(valeur, Decimal(40), temps(*ANNEE, le), cumulatif=True, plafond=False) == attendu


@cellules(
    ("valeur", "attendu"),
    [(60, Etat.ATTEINTE), (58, Etat.DANS_LES_TEMPS), (50, Etat.A_SURVEILLER), (44, Etat.EN_RETARD)],
)
def test_a_rate_of_sixty_is_judged_on_the_target_itself(valeur, attendu):
    assert etat(Decimal(valeur), Decimal(60), temps(*ANNEE, FIN_JUIN), cumulatif=False, plafond=False) == attendu


@cellules(
    ("valeur", "le", "attendu"),
    [
        (4, FIN_JUIN, Etat.DANS_LES_TEMPS),
        (6, FIN_JUIN, Etat.A_SURVEILLER),
        (11, FIN_JUIN, Etat.DEPASSEE),
        (10, date(2027, 1, 1), Etat.ATTEINTE),
    ],
)
def test_a_ceiling_of_ten_is_not_to_be_passed(valeur, le, attendu):
    assert etat(valeur, Decimal(10), temps(*ANNEE, le), cumulatif=True, plafond=True) == attendu


def test_progress_counts_the_dispositifs_covered_until_today(convention, referentiels, cip):
    nettoyage, autre = DispositifFactory(nom="Nettoyage"), DispositifFactory(nom="Cuisine")
    convention.couvrir([nettoyage])
    for rang in range(3):
        ParcoursFactory(dispositif=nettoyage, date_entree=date(2026, 2, 1 + rang))
    ParcoursFactory(dispositif=autre, date_entree=date(2026, 2, 1))
    ParcoursFactory(dispositif=nettoyage, date_entree=date(2026, 9, 1))  # still to come
    sorti = ParcoursFactory(dispositif=nettoyage, date_entree=date(2025, 2, 1))
    sorti.sortir(motif=MotifSortie.objects.get(code="3"), le=date(2026, 5, 4), par=cip)
    CibleFactory(convention=convention, indicateur="entrees", ligne="total", valeur=8)
    CibleFactory(convention=convention, indicateur="taux_dynamiques", ligne="b", valeur=60)
    CibleFactory(convention=convention, indicateur="disparu", ligne="total", valeur=1)

    entrees, taux, disparu = avancements(Convention.objects.pour_fiche().get(), FIN_JUIN)

    assert (entrees.chiffre.valeur, entrees.attendu, entrees.part, entrees.etat) == (3, "4", 38, Etat.A_SURVEILLER)
    assert (taux.chiffre.valeur, taux.vise, taux.attendu, taux.etat) == (100, "60\u00a0%", "", Etat.ATTEINTE)
    assert (disparu.libelle, disparu.chiffre, disparu.etat) == ("disparu", None, Etat.NON_CALCULABLE)


def test_absences_have_a_ceiling(convention):
    parcours = ParcoursFactory(date_entree=date(2026, 1, 5))
    for statut in ("absent", "venu", "venu", "venu"):
        RendezVousFactory(parcours=parcours, debut=datetime(2026, 3, 3, 9, tzinfo=PARIS), statut=statut)
    CibleFactory(convention=convention, indicateur="absences", ligne="non_excusees", valeur=20)
    [suivi] = avancements(Convention.objects.pour_fiche().get(), FIN_JUIN)
    assert (suivi.chiffre.valeur, suivi.plafond, suivi.etat) == (25, True, Etat.DEPASSEE)


def test_any_line_of_any_indicator_may_be_aimed_at(structure):
    ParcoursFactory(date_entree=date(2026, 2, 1))
    groupes = dict(mesures(calculer(Perimetre(structure, *ANNEE)).values(), "freins_entree/logement"))
    assert ("publics_genre/femmes", "Femmes et hommes\u00a0: Femmes (en %)") in groupes["Publics"]
    assert ("etp/realises", "ETP réalisés (ETP)") in groupes["Effectifs et ETP"]
    assert groupes["Déjà visé"] == [("freins_entree/logement", "Freins à l’entrée")]


def test_an_agreement_is_written_with_a_new_funder_and_what_it_covers(client_de, administratif, structure):
    dispositif = DispositifFactory()
    envoi = saisie(dispositifs=[dispositif.pk], sections=["Publics", "Sorties"], montant="12000.50")
    response = client_de(administratif).post(reverse("pilotage:convention_create"), envoi)

    convention = Convention.objects.get()
    assert response.url == convention.get_absolute_url()
    assert str(convention) == "Annexe financière 2026 (DREETS du Nord)"
    assert [c.dispositif for c in convention.couverts.all()] == [dispositif]
    assert (convention.sections, convention.montant) == (["Publics", "Sorties"], Decimal("12000.50"))


def test_the_same_form_sent_twice_is_one_agreement(client_de, chef, structure):
    client, envoi = client_de(chef), saisie()
    assert client.post(reverse("pilotage:convention_create"), envoi).status_code == 302
    assert client.post(reverse("pilotage:convention_create"), envoi).status_code == 302
    assert (Convention.objects.count(), Financeur.objects.count()) == (1, 1)


@cellules(
    ("champs", "champ", "message"),
    [
        ({"fin": "2025-12-31"}, "fin", "La fin ne peut pas précéder le début."),
        ({"montant": "-1"}, "montant", "Un montant ne peut pas être négatif."),
        ({"nouveau_financeur": ""}, "financeur", "Choisissez un financeur, ou écrivez-en un nouveau."),
        ({"genre_financeur": ""}, "genre_financeur", "Dites qui est ce financeur."),
        ({"nouveau_financeur": "dreets DU nord "}, "nouveau_financeur", "Un financeur porte déjà ce nom"),
        ({"sections": ["Météo"]}, "sections", "Météo"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_nothing_is_lost(
    client_de, chef, structure, champs, champ, message
):
    if "nord" in str(champs.get("nouveau_financeur", "")):
        FinanceurFactory(nom="DREETS du Nord")
    response = client_de(chef).post(reverse("pilotage:convention_create"), saisie(**champs))
    assert response.status_code == 422
    assert message in response.context["form"].errors[champ][0]
    assert response.context["form"]["intitule"].value() == "Annexe financière 2026"
    assert not Convention.objects.exists()


def test_a_colleague_s_change_is_never_overwritten(client_de, chef, convention):
    Convention.objects.filter(pk=convention.pk).update(numero="A2", version=1)
    envoi = saisie(financeur=convention.financeur_id, nouveau_financeur="", numero="A3", version=0)
    response = client_de(chef).post(adresse("convention_update", convention), envoi)
    assert response.status_code == 409
    assert "A2" in response.content.decode()
    convention.refresh_from_db()
    assert convention.numero == "A2"


def test_its_history_is_kept(client_de, chef, convention):
    envoi = saisie(financeur=convention.financeur_id, nouveau_financeur="", montant="9000", version=0)
    client_de(chef).post(adresse("convention_update", convention), envoi)
    montants = [evenement.montant for evenement in convention.events.order_by("pgh_id")]
    assert (montants[0], montants[-1]) == (None, Decimal(9000))


def test_its_page_says_where_each_target_stands_in_words(client_de, cip, convention):
    ParcoursFactory(date_entree=date(2026, 2, 1))
    CibleFactory(convention=convention, indicateur="entrees", ligne="total", valeur=40)
    texte = client_de(cip).get(convention.get_absolute_url()).content.decode()
    assert "En retard" in texte
    assert "cible\u00a0: 40" in texte
    assert "attendu à ce jour\u00a0: 20" in texte
    assert "Comptés sur\u00a0: tous les dispositifs, tous les publics, du 01/01/2026 au 01/07/2026." in texte
    chiffre = reverse("pilotage:chiffre", args=["entrees", "total"])
    assert f'href="{chiffre}?du=2026-01-01&amp;au=2026-07-01"' in texte
    assert adresse("convention_update", convention) not in texte  # who follows people reads, does not write


def test_a_target_is_added_changed_taken_away_and_put_back(client_de, chef, convention):
    ParcoursFactory(date_entree=date(2026, 2, 1))
    client = client_de(chef)
    envoi = {"mesure": "entrees/total", "valeur": "40", "soumission": uuid.uuid4()}
    client.post(adresse("cible_create", convention), envoi)
    cible = Cible.objects.get()
    assert (cible.indicateur, cible.ligne, cible.valeur) == ("entrees", "total", 40)

    client.post(adresse("cible_update", cible), {"mesure": "entrees/total", "valeur": "45", "version": 0})
    cible.refresh_from_db()
    assert cible.valeur == 45

    client.post(adresse("cible_suppression", cible))
    assert not Cible.objects.exists()
    client.post(reverse("pilotage:cible_reprise", args=[convention.pk, "entrees", "total", "45.00"]))
    assert Cible.objects.get().valeur == 45


@cellules(
    ("champs", "champ", "message"),
    [
        ({"mesure": "entrees/total"}, "mesure", "Cette convention vise déjà une valeur pour cet indicateur."),
        ({"mesure": "meteo/total"}, "mesure", "meteo/total"),
        ({"mesure": ""}, "mesure", "Choisissez ce qui est visé."),
        ({"mesure": "presents/total", "valeur": "-3"}, "valeur", "Un montant ne peut pas être négatif."),
        ({"mesure": "presents/total", "valeur": "beaucoup"}, "valeur", ""),
    ],
)
def test_a_wrong_target_is_told_beside_its_field(client_de, chef, convention, champs, champ, message):
    CibleFactory(convention=convention, indicateur="entrees", ligne="total")
    response = client_de(chef).post(adresse("cible_create", convention), {"valeur": "40"} | champs)
    assert response.status_code == 422
    assert message in response.context["form"].errors[champ][0]


@cellules("valeur", ["-4", "abc", "9" * 30])
def test_undoing_with_a_forged_value_writes_nothing(client_de, chef, convention, valeur):
    client_de(chef).post(reverse("pilotage:cible_reprise", args=[convention.pk, "entrees", "total", valeur]))
    assert not Cible.objects.exists()


def test_a_funder_is_written_and_two_have_two_names(client_de, chef, structure):
    client, envoi = client_de(chef), {"nom": "Département du Nord", "genre": "departement", "actif": "on"}
    assert client.post(reverse("pilotage:financeur_create"), envoi).url == LISTE
    response = client.post(reverse("pilotage:financeur_create"), envoi)
    assert "Un financeur porte déjà ce nom." in response.content.decode()
    financeur = Financeur.objects.get()
    client.post(adresse("financeur_update", financeur), envoi | {"interlocuteur": "Marc Vanhove", "version": 0})
    financeur.refresh_from_db()
    assert financeur.interlocuteur == "Marc Vanhove"


def test_documents_are_kept_sent_and_erased(client_de, chef, cip, convention, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client = client_de(chef)
    pdf = SimpleUploadedFile("convention signée.pdf", b"%PDF-1.7\n%%EOF", "application/pdf")
    client.post(adresse("piece_create", convention), {"fichier": pdf})
    piece = PieceConvention.objects.get()
    assert "convention signée.pdf" in client_de(cip).get(convention.get_absolute_url()).content.decode()
    response = client_de(cip).get(adresse("piece_fichier", piece))
    assert b"".join(response.streaming_content) == b"%PDF-1.7\n%%EOF"
    assert "attachment" in response["Content-Disposition"]
    client.post(adresse("piece_delete", piece))
    assert not PieceConvention.objects.exists()


def test_a_program_is_no_document(client_de, chef, convention):
    programme = SimpleUploadedFile("convention.exe", b"MZ", "application/octet-stream")
    response = client_de(chef).post(adresse("piece_create", convention), {"fichier": programme})
    assert response.status_code == 422
    assert "Ce type de fichier n’est pas accepté" in response.content.decode()


ECRITURES = ("convention_create", "financeur_create")


@cellules("qui", ["cip", "encadrant", "lecteur", "benevole"])
def test_who_does_not_write_reports_changes_nothing(client_de, request, convention, qui):
    cible = CibleFactory(convention=convention)
    client = client_de(request.getfixturevalue(qui))
    adresses = [reverse(f"pilotage:{nom}") for nom in ECRITURES]
    adresses += [adresse(nom, convention) for nom in ("convention_update", "cible_create", "piece_create")]
    adresses += [adresse("cible_update", cible), adresse("financeur_update", convention.financeur)]
    assert {client.get(a).status_code for a in adresses} == {403}
    assert client.post(adresse("cible_suppression", cible)).status_code == 403
    attendu = 200 if qui == "cip" else 403
    assert client.get(LISTE).status_code == client.get(convention.get_absolute_url()).status_code == attendu


def test_another_structure_finds_nothing(client_de, autre_structure, convention):
    cible, client = CibleFactory(convention=convention), client_de(membre(autre_structure, Role.CHEF_SERVICE))
    adresses = [adresse(nom, convention) for nom in ("convention_detail", "convention_update", "cible_create")]
    adresses += [adresse("cible_update", cible), adresse("financeur_update", convention.financeur)]
    assert {client.get(a).status_code for a in adresses} == {404}
    assert client.post(adresse("cible_suppression", cible)).status_code == 404
    assert "Annexe financière 2026" not in client.get(LISTE).content.decode()


def test_queries_do_not_grow_with_the_agreements_nor_the_people(client_de, chef, structure, requetes):
    client, nombres = client_de(chef), []
    for arrives in (3, 9):
        for _ in range(arrives):
            convention = ConventionFactory()
            ParcoursFactory(date_entree=date(2026, 2, 1))
        CibleFactory(convention=convention)
        with requetes() as liste:
            client.get(LISTE)
        with requetes() as page:
            client.get(convention.get_absolute_url())
        nombres.append((len(liste), len(page)))
    assert nombres[0] == nombres[1]
