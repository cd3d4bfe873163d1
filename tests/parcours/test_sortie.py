"""The exit of a parcours: written, frozen, corrected, taken back."""

import uuid
from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from insertion.enums import TypeStructure
from insertion.models import Geste
from parcours.enums import CategorieSortie, DocumentSortie
from parcours.fil import evenements
from parcours.models import MotifSortie, Parcours, Sortie
from tests.cellules import cellules
from tests.usines import (
    ContratFactory,
    DispositifFactory,
    HeuresMoisFactory,
    ParcoursFactory,
    SortieFactory,
    SuiviPostSortieFactory,
)

pytestmark = pytest.mark.usefixtures("referentiels")
LE = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def aujourdhui():
    with time_machine.travel("2026-11-22 10:00+01:00", tick=False):
        yield


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


def adresse(nom, parcours):
    return reverse(f"parcours:{nom}", args=[parcours.pk])


def saisie(**champs):
    return {"date": "2026-11-20", "motif": "3", "soumission": uuid.uuid4()} | champs


def test_exit_ends_the_parcours_with_its_motive_and_all_that_was_said(client_de, cip, parcours):
    envoi = saisie(
        motif="9",
        destination="Clinique du Parc",
        emploi_debut="2026-12-01",
        emploi_fin="2027-05-31",
        satisfaction="5",
        paroles="Un parcours complètement réussi.",
        documents_remis=["solde", "attestation"],
    )

    reponse = client_de(cip).post(adresse("sortie_create", parcours), envoi)

    parcours.refresh_from_db()
    sortie = Sortie.objects.get()
    assert reponse.url == adresse("sortie_detail", parcours)
    assert parcours.date_sortie == sortie.date == date(2026, 11, 20)
    assert (sortie.motif_code, sortie.categorie, sortie.edition) == ("9", CategorieSortie.DURABLE, "2026-11")
    assert (sortie.auteur, sortie.satisfaction, sortie.examinee) == (cip, 5, True)
    assert sortie.papiers == [DocumentSortie.SOLDE.label, DocumentSortie.ATTESTATION.label]


def test_a_later_edition_of_the_list_changes_no_exit(cip, parcours):
    sortie = parcours.sortir(motif=MotifSortie.objects.get(code="3"), le=LE, par=cip)

    MotifSortie.objects.filter(code="3").update(libelle="Autrement dit", categorie="autre", edition="2027-01")

    sortie.refresh_from_db()
    assert (sortie.motif_libelle, sortie.categorie, sortie.edition) == (
        "Embauche en CDI non aidé",
        "durable",
        "2026-11",
    )


@cellules(
    ("champs", "message"),
    [
        ({"motif": ""}, "Choisissez le motif"),
        ({"motif": "LOG-AUTONOME"}, "choix"),
        ({"date": "2026-03-11"}, "La sortie ne peut pas précéder l’entrée"),
        ({"date": "2026-11-23"}, "Une sortie se note le jour"),
        ({"motif": "9", "emploi_debut": "2026-12-01", "emploi_fin": "2027-05-30"}, "dure moins de 6 mois"),
        ({"motif": "10", "emploi_debut": "2026-12-01", "emploi_fin": "2027-05-31"}, "dure 6 mois ou plus"),
        ({"emploi_debut": "2026-12-01", "emploi_fin": "2026-11-30"}, "ne peut pas précéder son début"),
        ({"remarques": "x" * 20_001}, "raccourcissez-le"),
    ],
)
def test_refused_exit_says_why_and_keeps_what_was_typed(client_de, cip, parcours, champs, message):
    envoi = saisie(paroles="J’ai tenu.") | champs

    reponse = client_de(cip).post(adresse("sortie_create", parcours), envoi)

    html = reponse.content.decode()
    assert reponse.status_code == 422
    assert message in html
    assert "J’ai tenu." in html
    assert not Sortie.objects.exists()
    assert Parcours.objects.get().date_sortie is None


def test_exit_on_the_day_of_the_entry_is_accepted(client_de, cip, parcours):
    client_de(cip).post(adresse("sortie_create", parcours), saisie(date="2026-03-12"))

    assert Sortie.objects.get().examinee is False


def test_the_database_refuses_an_exit_of_another_date_than_the_parcours(structure):
    def mal_dater():
        SortieFactory(parcours=ParcoursFactory(clos=True), date=date(2026, 9, 29))
        connection.check_constraints()

    with pytest.raises(IntegrityError, match="meme_date"), transaction.atomic():
        mal_dater()


def test_exit_sent_twice_is_written_once(client_de, cip, parcours):
    client, envoi = client_de(cip), saisie()

    for _ in range(2):
        client.post(adresse("sortie_create", parcours), envoi)
    client.post(adresse("sortie_create", parcours), saisie(motif="7"))

    assert Sortie.objects.get().motif_code == "3"


@cellules("nom", ["sortie_create", "sortie_update", "sortie_annuler", "suivi_sortie_create"])
def test_exit_is_closed_to_strangers_and_readers(client_de, etranger, encadrant, lecteur, benevole, nom):
    url = adresse(nom, SortieFactory().parcours)

    codes = [client_de(qui).post(url, saisie()).status_code for qui in (etranger, encadrant, lecteur, benevole)]

    assert codes == [404, 403, 403, 403]
    assert [
        client_de(q).get(adresse("sortie_detail", Parcours.objects.get())).status_code for q in (etranger, lecteur)
    ] == [
        404,
        403,
    ]


def test_exit_taken_back_opens_the_parcours_again(client_de, cip, parcours):
    client = client_de(cip)
    page = client.post(adresse("sortie_create", parcours), saisie(), follow=True).content.decode()

    client.post(adresse("sortie_annuler", parcours))

    parcours.refresh_from_db()
    assert adresse("sortie_annuler", parcours) in page
    assert parcours.date_sortie is None
    assert not Sortie.objects.exists()


def par_la_barre(client, parcours):
    client.post(reverse("insertion:geste_annulation", args=[Geste.objects.get().pk]))


def par_le_bouton(client, parcours):
    client.post(adresse("sortie_annuler", parcours))


@cellules("annuler", [par_la_barre, par_le_bouton])
@cellules(("notee", "corrigee"), [("2026-09-30", ""), ("2026-10-02", ""), ("2026-09-30", "2026-10-05")])
def test_end_known_before_its_motive_stays_known_once_that_motive_is_taken_back(
    client_de, cip, structure, annuler, notee, corrigee
):
    clos, client = ParcoursFactory(clos=True), client_de(cip)
    client.post(adresse("sortie_create", clos), saisie(date=notee))
    if corrigee:
        client.post(adresse("sortie_update", clos), saisie(version=0, date=corrigee))

    annuler(client, clos)

    clos.refresh_from_db()
    garde = corrigee and annuler is par_la_barre  # the bar does not write over a correction
    assert clos.date_sortie == (date.fromisoformat(corrigee) if garde else date(2026, 9, 30))
    assert Sortie.objects.exists() is bool(garde)


@cellules("annuler", [par_la_barre, par_le_bouton])
def test_motive_noted_after_news_is_taken_back_and_the_news_stay(client_de, cip, structure, annuler):
    clos, client = ParcoursFactory(clos=True), client_de(cip)
    SuiviPostSortieFactory(parcours=clos)
    client.post(adresse("sortie_create", clos), saisie(date="2026-09-30"))

    annuler(client, clos)

    clos.refresh_from_db()
    assert clos.date_sortie == clos.suivis_sortie.get().sortie_le == date(2026, 9, 30)
    assert not Sortie.objects.exists()


@cellules("annuler", [par_la_barre, par_le_bouton])
def test_exit_of_an_open_parcours_is_taken_back_either_way(client_de, cip, parcours, annuler):
    client = client_de(cip)
    client.post(adresse("sortie_create", parcours), saisie())

    annuler(client, parcours)

    parcours.refresh_from_db()
    assert (parcours.date_sortie, Sortie.objects.exists()) == (None, False)


def test_exit_is_not_taken_back_to_a_day_before_a_contract(client_de, cip, structure):
    clos, client = ParcoursFactory(clos=True), client_de(cip)
    client.post(adresse("sortie_create", clos), saisie(date="2026-11-20"))
    ContratFactory(parcours=clos, date_debut=date(2026, 10, 1), date_fin=date(2027, 3, 31))

    page = client.post(adresse("sortie_annuler", clos), follow=True).content.decode()

    assert "Un contrat a commencé depuis" in page
    assert Sortie.objects.exists()


def test_exit_is_not_taken_back_once_the_person_came_back_or_gave_news(client_de, cip):
    revenue = SortieFactory().parcours
    ParcoursFactory(beneficiaire=revenue.beneficiaire, dispositif=revenue.dispositif, date_entree=LE)
    suivie = SortieFactory().parcours
    SuiviPostSortieFactory(parcours=suivie)

    pages = [
        client_de(cip).post(adresse("sortie_annuler", p), follow=True).content.decode() for p in (revenue, suivie)
    ]

    assert "Un autre parcours est ouvert" in pages[0]
    assert "Des nouvelles ont été prises" in pages[1]
    assert Sortie.objects.count() == 2


def test_re_entry_opens_a_new_parcours_and_keeps_the_history(client_de, cip):
    sortie = SortieFactory()
    beneficiaire = sortie.parcours.beneficiaire

    ParcoursFactory(beneficiaire=beneficiaire, dispositif=sortie.parcours.dispositif, date_entree=LE)

    page = client_de(cip).get(adresse("sortie_detail", sortie.parcours)).content.decode()
    assert sortie.motif_libelle in page
    assert beneficiaire.parcours.count() == 2


def test_correction_moves_both_dates_and_freezes_again(client_de, cip):
    sortie = SortieFactory()
    envoi = saisie(version=0, date="2026-10-02", motif="10")

    client_de(cip).post(adresse("sortie_update", sortie.parcours), envoi)

    sortie.refresh_from_db()
    assert (sortie.date, sortie.parcours.date_sortie) == (date(2026, 10, 2), date(2026, 10, 2))
    assert (sortie.motif_code, sortie.categorie) == ("10", CategorieSortie.TRANSITION)


def test_late_correction_shows_both_texts(client_de, cip, collegue):
    url = adresse("sortie_update", SortieFactory().parcours)
    client_de(collegue).post(url, saisie(version=0, date="2026-09-30", destination="GRETA"))

    reponse = client_de(cip).post(url, saisie(version=0, date="2026-09-30", destination="AFPA"))

    assert reponse.status_code == 409
    assert "GRETA" in reponse.content.decode()


def test_documenting_an_end_already_dated_starts_from_its_date(client_de, cip, structure):
    clos = ParcoursFactory(clos=True)

    page = client_de(cip).get(adresse("sortie_create", clos)).content.decode()
    client_de(cip).post(adresse("sortie_create", clos), saisie(date="2026-09-30"))

    assert 'value="2026-09-30"' in page
    assert Sortie.objects.get().parcours == clos


def test_an_earlier_parcours_counts_in_the_presence(cip, structure):
    avant = ParcoursFactory(date_entree=date(2026, 1, 5), date_sortie=date(2026, 2, 28))
    apres = ParcoursFactory(
        beneficiaire=avant.beneficiaire, dispositif=DispositifFactory(), date_entree=date(2026, 3, 1)
    )

    sortie = apres.sortir(motif=MotifSortie.objects.get(code="7"), le=date(2026, 4, 10), par=cip)

    assert sortie.examinee is True


@cellules(
    ("heures", "examinee", "raison"),
    [
        ((), True, "heures de 2026 non renseignées, la règle d’une heure reste à vérifier."),
        ((0,) * 9, False, "Moins d’une heure de travail en 2026, l’année de la sortie"),
        ((0,) * 8 + (1,), True, "au moins une heure de travail en 2026."),
        ((0,) * 8, True, "reste à vérifier"),
    ],
    ids=["unknown hours never leave out", "none from March to November", "one hour", "November is unknown"],
)
def test_hours_of_the_year_of_the_exit_are_looked_at(client_de, cip, parcours, heures, examinee, raison):
    for mois, valeur in enumerate(heures, start=3):
        HeuresMoisFactory(parcours=parcours, mois=date(2026, mois, 1), heures=valeur)

    page = client_de(cip).post(adresse("sortie_create", parcours), saisie(), follow=True).content.decode()

    assert Sortie.objects.get().examinee is examinee
    assert raison in page


def test_withdrawn_motive_is_not_counted_and_says_why(cip, parcours):
    sortie = parcours.sortir(motif=MotifSortie.objects.get(code="20"), le=LE, par=cip)

    assert (sortie.examinee, sortie.raison_examen) == (
        False,
        "Motif retiré des sorties constatées : pas comptée.",
    )


def test_thread_says_the_motive_to_who_follows_the_person_only(client_de, cip, encadrant):
    sortie = SortieFactory(destination="Clinique du Parc")
    fil = reverse("parcours:personne_detail", args=[sortie.parcours.beneficiaire_id])

    (evenement,) = [e for e in evenements(sortie.parcours.beneficiaire) if e.genre == "sortie"]
    pages = [client_de(qui).get(fil).content.decode() for qui in (cip, encadrant)]

    assert evenement.titre == f"Fin du parcours : {sortie.parcours.dispositif}, emploi durable"
    assert "Clinique du Parc" in pages[0]
    assert "Fin du parcours" in pages[1]
    assert "Clinique du Parc" not in pages[1]
    assert "durable" not in pages[1]


def test_list_holds_the_exits_without_a_motive(client_de, cip, structure):
    sans = ParcoursFactory(clos=True)
    avec = SortieFactory().parcours

    page = client_de(cip).get(reverse("parcours:sortie_list")).content.decode()

    liste = client_de(cip).get(reverse("beneficiaires:beneficiaire_list")).content.decode()
    assert reverse("parcours:sortie_list") in liste
    assert adresse("sortie_create", sans) in page
    assert adresse("sortie_create", avec) not in page


@cellules("nombre", [1, 3])
def test_list_takes_as_many_queries_for_one_as_for_many(client_de, cip, requetes, nombre):
    ParcoursFactory.create_batch(nombre, clos=True)
    client = client_de(cip)
    client.get(reverse("parcours:sortie_list"))

    with requetes() as faites:
        client.get(reverse("parcours:sortie_list"))

    assert len(faites) == 8


def test_a_structure_without_contracts_is_asked_no_paper(client_de, cip, structure, parcours):
    structure.type = TypeStructure.CHRS
    structure.save()

    page = client_de(cip).get(adresse("sortie_create", parcours)).content.decode()

    assert "documents_remis" not in page
    assert "Accès à un logement autonome" in page


@cellules(("jour", "accepte"), [("2026-06-30", False), ("2026-07-01", True)], ids=["la-veille", "le-premier-jour"])
def test_exit_is_not_before_the_last_contract_begins(client_de, cip, parcours, jour, accepte):
    ContratFactory(parcours=parcours, date_debut=date(2026, 7, 1), date_fin=date(2026, 12, 31))

    reponse = client_de(cip).post(adresse("sortie_create", parcours), saisie(date=jour))

    assert (reponse.status_code == 302) is accepte
    if not accepte:
        assert "ne peut pas précéder le début du dernier contrat, le 01/07/2026" in reponse.content.decode()


def test_the_database_holds_that_no_contract_begins_after_the_exit(parcours):
    ContratFactory(parcours=parcours, date_debut=date(2026, 7, 1), date_fin=date(2026, 12, 31))

    with pytest.raises(IntegrityError, match="dernier contrat"), transaction.atomic():
        Parcours.objects.filter(pk=parcours.pk).update(date_sortie=date(2026, 6, 30))
    with pytest.raises(IntegrityError, match="dernier contrat"), transaction.atomic():
        ContratFactory(parcours=ParcoursFactory(clos=True), date_debut=date(2026, 10, 1), date_fin=date(2027, 3, 31))


def test_page_says_that_a_contract_outlives_the_exit(client_de, cip, parcours):
    contrat = ContratFactory(parcours=parcours, date_debut=date(2026, 7, 1), date_fin=date(2026, 12, 31))

    page = client_de(cip).post(adresse("sortie_create", parcours), saisie(), follow=True).content.decode()

    assert reverse("parcours:contrat_update", args=[contrat.pk]) in page


def test_hours_of_the_months_are_proposed_where_hours_make_the_rule(client_de, cip, structure, parcours):
    structure.type = TypeStructure.AI
    structure.save()
    for mois, heures in ((date(2026, 4, 1), 90), (date(2026, 5, 1), 60)):
        HeuresMoisFactory(parcours=parcours, mois=mois, heures=heures)

    page = client_de(cip).get(adresse("sortie_create", parcours)).content.decode()
    client_de(cip).post(adresse("sortie_create", parcours), saisie(heures_travaillees="149.5"))

    assert 'value="150.00"' in page
    assert Sortie.objects.get().examinee is False
