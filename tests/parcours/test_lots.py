"""Batches: one document for each person of a list, made once, whoever dies; who has none is named with the reason."""

import zipfile
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from beneficiaires.models import Beneficiaire
from insertion.enums import EtatTravail, Role, TypeStructure
from insertion.isolation.contexte import contexte
from insertion.models import Appartenance, Lecture, Structure
from parcours import lots, tasks
from parcours.enums import FormeLot, GenreProduction
from parcours.models import Lot, Production, Tour
from tests.cellules import cellules
from tests.parcours.test_productions import Sonnette
from tests.usines import (
    BeneficiaireFactory,
    CompetenceMontreeFactory,
    DiagnosticFactory,
    EntretienFactory,
    EvaluationFactory,
    ParcoursFactory,
    ReferentFactory,
    SeanceFactory,
)

pytestmark = pytest.mark.usefixtures("pages_blanches")

NOUVEAU = reverse("parcours:lot_create")


@pytest.fixture
def personnes(structure):
    return [ParcoursFactory(beneficiaire__prenom=prenom).beneficiaire for prenom in ("Amina", "Bruno", "Chloé")]


def demander(cip, personnes, genre=GenreProduction.DOSSIER, forme=FormeLot.PDF, **plus):
    ids = [personne.pk for personne in personnes]
    return lots.demander(ids, genre=genre, forme=forme, par=cip, tache=Sonnette(), **plus)


def tous_les_tours():
    """A single worker, as long as anything can be done; each structure has its place, as the commit gives it."""
    for structure_id in Structure.objects.values_list("pk", flat=True):
        Tour.objects.placer(structure_id)
    while lots.avancer(Sonnette()):
        pass


def tout_faire(lot):
    tous_les_tours()
    lot.refresh_from_db()
    return lot


def pages(lot):
    return [page.extract_text() for page in PdfReader(BytesIO(lot.fichier.open().read())).pages]


# --- Asking ---------------------------------------------------------------------------------------


def test_the_list_as_filtered_gets_its_documents(
    dessin, cip, client_de, personnes, django_capture_on_commit_callbacks
):
    ReferentFactory(beneficiaire=personnes[1], utilisateur=cip)

    with django_capture_on_commit_callbacks(execute=True):
        reponse = client_de(cip).post(f"{NOUVEAU}?referent=moi", {"genre": "dossier", "forme": "pdf"})

    lot = Lot.objects.get()
    assert reponse.url == reverse("parcours:lot_detail", args=[lot.pk])
    assert (lot.etat, lot.total, lot.selection) == (EtatTravail.TERMINE, 1, "référent·e\u00a0: Camille Dubois")
    assert "Bruno" in pages(lot)[0]


def test_page_says_who_is_concerned_and_offers_what_can_be_made(cip, client_de, personnes):
    page = client_de(cip).get(f"{NOUVEAU}?q=amina").content.decode()

    assert "1 personne</strong>" in page
    assert "chaque personne" not in page
    assert "ZIP" not in page
    assert "recherche\u00a0: amina" in page
    assert "Dossier de suivi" in page
    assert "Attestation de compétences" in page


def test_page_says_before_anything_is_made_who_left_and_who_has_no_address(cip, client_de, personnes):
    BeneficiaireFactory(prenom="Driss", adresse="")
    personnes[0].parcours.update(date_entree=date(2024, 1, 1), date_sortie=date(2025, 1, 1))
    Beneficiaire.objects.exclude(prenom="Driss").update(adresse="3 rue du Canal")

    html = client_de(cip).get(NOUVEAU).content.decode()

    assert "toute la liste, sans filtre" in html
    for dit in ("En parcours\u00a0: 2", "Sortie\u00a0: 1", "Sans parcours\u00a0: 1"):
        assert dit in html
    assert "1 personne sans adresse postale" in html
    assert "<strong>2 personnes</strong>" in client_de(cip).get(f"{NOUVEAU}?&suivi=en_parcours").content.decode()


def test_structure_that_hires_nobody_is_offered_no_attestation(cip, client_de, personnes, structure):
    type(structure).objects.filter(pk=structure.pk).update(type=TypeStructure.CHRS)

    assert "Attestation de compétences" not in client_de(cip).get(NOUVEAU).content.decode()


def test_nobody_in_the_list_makes_no_batch(cip, client_de, personnes):
    reponse = client_de(cip).post(f"{NOUVEAU}?q=zzzz", {"genre": "dossier", "forme": "pdf"})

    assert reponse.status_code == 422
    assert not Lot.objects.exists()


def test_what_is_not_a_document_is_refused(cip, client_de, personnes):
    assert client_de(cip).post(NOUVEAU, {"genre": "emargement", "forme": "pdf"}).status_code == 422


def test_form_sent_twice_asks_once(cip, client_de, personnes):
    client, champs = (
        client_de(cip),
        {"genre": "dossier", "forme": "zip", "soumission": "8a4ff2fa-1f2e-4fd6-9d1e-2f5bd1f7a002"},
    )

    assert client.post(NOUVEAU, champs).url == client.post(NOUVEAU, champs).url
    assert Lot.objects.count() == 1


def test_people_named_one_by_one_are_counted_when_out_of_sight(cip, client_de, personnes):
    client_de(cip).post(f"{NOUVEAU}?parmi={personnes[0].pk},999999", {"genre": "dossier", "forme": "pdf"})

    assert Lot.objects.values_list("total", "non_visibles").get() == (1, 1)


@cellules("role", ["lecteur", "encadrant", "benevole"])
def test_who_may_not_produce_gets_403(role, client_de, request, personnes):
    assert client_de(request.getfixturevalue(role)).post(NOUVEAU, {"genre": "dossier"}).status_code == 403


def test_office_staff_are_offered_letters_and_attestations_only(administratif, client_de, personnes):
    client = client_de(administratif)

    page = client.get(NOUVEAU).content.decode()

    assert "Attestation de compétences" in page
    assert "Dossier de suivi" not in page
    assert client.post(NOUVEAU, {"genre": "dossier", "forme": "pdf"}).status_code == 422


def test_office_staff_print_the_sheet_of_a_seance_and_the_attestation_of_a_person(
    dessin, administratif, client_de, personnes, django_capture_on_commit_callbacks
):
    seance = SeanceFactory(atelier__titre="CV et lettre")
    montree = CompetenceMontreeFactory(parcours=personnes[0].parcours.get(), competence__intitule="Trier le textile")
    client = client_de(administratif)
    boutons = client.get(reverse("parcours:seance_detail", args=[seance.pk])).content.decode()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("parcours:seance_emargement", args=[seance.pk]))
        client.post(reverse("parcours:attestation_create", args=[montree.parcours_id]))

    feuille, attestation = (_texte(production) for production in Production.objects.order_by("pk"))
    assert "Feuille d’émargement" in boutons
    assert "CV et lettre" in feuille
    assert "Trier le textile" in attestation


def _texte(production):
    return PdfReader(BytesIO(production.fichier.open().read())).pages[0].extract_text()


# --- Making ---------------------------------------------------------------------------------------


def test_one_pdf_in_the_order_of_the_list_with_a_bookmark_for_each_and_a_summary(dessin, cip, personnes):
    lot = tout_faire(demander(cip, personnes))

    lu = PdfReader(BytesIO(lot.fichier.open().read()))
    assert [signet.title for signet in lu.outline] == [*map(str, personnes), "Récapitulatif du lot"]
    assert [str(p) in texte for p, texte in zip(personnes, pages(lot), strict=False)] == [True, True, True]
    assert "3 sur 3" in pages(lot)[-1]


def test_bound_pages_stay_tagged(dessin, cip, personnes):
    racine = PdfReader(BytesIO(tout_faire(demander(cip, personnes)).fichier.open().read())).trailer["/Root"]

    assert racine["/MarkInfo"]["/Marked"]
    (ensemble,) = racine["/StructTreeRoot"]["/K"]
    assert len(ensemble.get_object()["/K"]) == 4
    assert racine["/Lang"] == "fr-FR"


def test_archive_has_a_file_for_each_person(cip, personnes):
    lot = tout_faire(demander(cip, personnes, forme=FormeLot.ZIP))

    noms = zipfile.ZipFile(lot.fichier.open()).namelist()
    assert [nom.rsplit("-", 1)[-1] for nom in noms] == ["amina.pdf", "bruno.pdf", "chloe.pdf", "recapitulatif.pdf"]


def test_who_lacks_the_document_is_named_with_the_reason(dessin, cip, client_de, personnes):
    EvaluationFactory(diagnostic=DiagnosticFactory(parcours=personnes[0].parcours.get()))

    lot = tout_faire(demander(cip, personnes, GenreProduction.DIAGNOSTIC))

    page = client_de(cip).get(reverse("parcours:lot_detail", args=[lot.pk])).content.decode()
    assert lot.etat == EtatTravail.TERMINE
    assert "Bruno" in pages(lot)[-1]
    assert "Aucun diagnostic n’est enregistré" in pages(lot)[-1]
    assert "Non produits (2)" in page
    assert str(personnes[2]) in page


def test_nobody_has_the_document(cip, client_de, personnes):
    lot = tout_faire(demander(cip, personnes, GenreProduction.DIAGNOSTIC))

    page = client_de(cip).get(reverse("parcours:lot_detail", args=[lot.pk])).content.decode()
    assert lot.etat == EtatTravail.ECHEC
    assert "Aucun document n’a pu être produit" in page
    assert "Non produits (3)" in page


def test_person_gone_out_of_sight_since_is_set_aside(cip, personnes):
    lot = demander(cip, personnes)
    benevole = Appartenance.objects.filter(utilisateur=cip)
    benevole.update(role=Role.BENEVOLE)
    Lot.objects.update(role_demandeur=Role.BENEVOLE)
    Production.objects.update(role_demandeur=Role.BENEVOLE)

    tout_faire(lot)

    assert set(Production.objects.values_list("message", flat=True)) == {
        "Ce que vous vouliez imprimer n’existe plus, ou vous n’y avez plus accès."
    }


def test_role_lost_since_stops_every_document(cip, personnes):
    lot = demander(cip, personnes)
    Appartenance.objects.filter(utilisateur=cip).update(role=Role.ENCADRANT)

    assert tout_faire(lot).etat == EtatTravail.ECHEC
    assert "Vos droits ont changé" in Production.objects.first().message


def test_each_person_read_is_in_the_journal(cip, personnes):
    tout_faire(demander(cip, personnes))

    lectures = Lecture.objects.order_by("pk").values_list("beneficiaire_id", "utilisateur_id", "quoi")
    quoi = "lot de documents\u00a0: dossier de suivi"
    assert list(lectures) == [(personne.pk, cip.pk, quoi) for personne in personnes]


def test_structures_and_then_their_batches_have_one_document_each_in_turn(cip, personnes, etranger, monkeypatch):
    premier, second = demander(cip, personnes), demander(cip, personnes)
    with contexte(etranger.appartenance.structure_id):
        ailleurs = demander(etranger, [ParcoursFactory().beneficiaire])
    faits, sonnette = [], Sonnette()
    for structure in (premier.structure_id, ailleurs.structure_id):
        Tour.objects.placer(structure)
    monkeypatch.setattr(lots.productions, "faire", lambda production: faits.append(production.lot_id))

    for _ in range(4):
        lots.avancer(sonnette)

    assert faits == [premier.pk, ailleurs.pk, second.pk, premier.pk]
    assert sonnette.appels == [{}] * 4


def test_task_delegates(cip, personnes):
    lot = demander(cip, personnes[:1])
    Tour.objects.placer(lot.structure_id)

    tasks.avancer_les_lots()

    lot.refresh_from_db()
    assert lot.etat == EtatTravail.TERMINE


# --- Dying ----------------------------------------------------------------------------------------


def test_document_held_by_a_neighbour_is_left_to_them_and_the_batch_waits(cip, personnes):
    lot = demander(cip, personnes)
    Production.objects.get(rang=2).prendre(timezone.now())

    tout_faire(lot)

    assert lot.etat == EtatTravail.EN_COURS
    assert list(Production.objects.order_by("rang").values_list("etat", flat=True)) == [
        "termine",
        "en_cours",
        "termine",
    ]


def test_killed_worker_is_made_up_for_once(dessin, cip, personnes, django_capture_on_commit_callbacks):
    lot = demander(cip, personnes)
    perdue = Production.objects.get(rang=1)
    perdue.prendre(timezone.now() - timedelta(minutes=10))
    default_storage.save(perdue.fichier.name, ContentFile(b"une moiti\xc3\xa9 de fichier"))
    Lot.objects.update(etat=EtatTravail.EN_COURS, signe_at=timezone.now() - timedelta(minutes=10))
    sonnette = Sonnette()

    with django_capture_on_commit_callbacks(execute=True):
        lots.reprendre(sonnette)
    tout_faire(lot)

    assert len(sonnette.appels) == lots.CHAINES
    assert lot.etat == EtatTravail.TERMINE
    assert "Amina" in pages(lot)[0]
    assert Production.objects.filter(etat=EtatTravail.TERMINE).count() == 3
    assert len(default_storage.listdir(f"{lot.structure_id}/lots")[1]) == 1


def test_worker_killed_while_it_binds_leaves_no_half_file(dessin, cip, personnes):
    lot = demander(cip, personnes[:1])
    tout_faire(lot)
    Lot.objects.update(etat=EtatTravail.EN_COURS, bail_at=timezone.now() - timedelta(minutes=1))
    default_storage.delete(lot.fichier.name)
    default_storage.save(lot.fichier.name, ContentFile(b"une moiti\xc3\xa9"))

    lots.reunir(lot.structure_id, lot.pk)

    lot.refresh_from_db()
    assert lot.etat == EtatTravail.TERMINE
    assert "Amina" in pages(lot)[0]
    assert len(default_storage.listdir(f"{lot.structure_id}/lots")[1]) == 1


def test_worker_that_lost_its_lease_keeps_nothing(cip, personnes):
    lot = demander(cip, personnes[:1])
    Production.objects.update(etat=EtatTravail.ECHEC)
    Lot.objects.update(etat=EtatTravail.EN_COURS)
    perdu = Lot.objects.get()
    perdu.prendre(timezone.now() - timedelta(minutes=10))
    Lot.objects.get().prendre(timezone.now())

    lots._ranger(perdu, BytesIO(b"trop tard"))

    lot.refresh_from_db()
    assert lot.etat == EtatTravail.EN_COURS
    assert not default_storage.exists(perdu.fichier.name)


def test_document_that_kills_its_workers_is_given_up(cip, personnes):
    lot = demander(cip, personnes[:2])
    Production.objects.filter(rang=1).update(essais=3)

    tout_faire(lot)

    assert lot.etat == EtatTravail.TERMINE
    assert "n’a pas pu être produit" in Production.objects.get(rang=1).message


def test_batch_at_work_is_not_rung_for(cip, personnes):
    demander(cip, personnes)
    sonnette = Sonnette()

    lots.reprendre(sonnette)

    assert sonnette.appels == []


# --- Reading --------------------------------------------------------------------------------------


def test_file_leaves_as_an_attachment_without_a_name_and_is_written_down(cip, client_de, personnes):
    lot = tout_faire(demander(cip, personnes[:1]))

    reponse = client_de(cip).get(reverse("parcours:lot_fichier", args=[lot.pk]))

    jour = timezone.localdate()
    assert reponse.headers["Content-Disposition"] == f'attachment; filename="dossier-de-suivi-{jour:%Y-%m-%d}.pdf"'
    assert b"".join(reponse.streaming_content).startswith(b"%PDF-1.7")
    assert Lecture.objects.last().quoi == "téléchargement du lot\u00a0: dossier de suivi"


@pytest.fixture
def lot_fait(cip, personnes):
    return tout_faire(demander(cip, personnes[:1]))


@cellules(("qui", "reponse"), [("collegue", 404), ("chef", 404), ("etranger", 404), ("encadrant", 403)])
@cellules("vue", ["lot_detail", "lot_fichier"])
def test_only_who_asked_reads_the_batch(vue, qui, reponse, client_de, lot_fait, request):
    response = client_de(request.getfixturevalue(qui)).get(reverse(f"parcours:{vue}", args=[lot_fait.pk]))

    assert response.status_code == reponse


def test_link_ends_after_48_hours_even_before_the_purge(cip, client_de, personnes):
    lot = tout_faire(demander(cip, personnes[:1]))
    Lot.objects.update(termine_at=timezone.now() - timedelta(hours=49))

    assert client_de(cip).get(reverse("parcours:lot_fichier", args=[lot.pk])).status_code == 404


def test_purge_deletes_the_files_and_keeps_the_row(cip, client_de, personnes, django_capture_on_commit_callbacks):
    lot = tout_faire(demander(cip, personnes))
    noms = [lot.fichier.name, *Production.objects.values_list("fichier", flat=True)]
    Lot.objects.update(termine_at=timezone.now() - timedelta(hours=49))

    with django_capture_on_commit_callbacks(execute=True):
        tasks.purger_les_lots()

    page = client_de(cip).get(reverse("parcours:lot_detail", args=[lot.pk])).content.decode()
    assert not any(map(default_storage.exists, noms))
    assert not Production.objects.exists()
    assert "effacé 48 heures après" in page


def test_page_polls_until_the_batch_is_ready(cip, client_de, personnes):
    lot = demander(cip, personnes[:2])
    client, url = client_de(cip), reverse("parcours:lot_detail", args=[lot.pk])
    attente = client.get(url).content.decode()
    rien_de_neuf = client.get(url, {"vu": "en_file-0"}, headers={"HX-Request": "true"})

    tout_faire(lot)
    fini = client.get(url, {"vu": "en_file-0"}, headers={"HX-Request": "true"}).content.decode()

    assert "every 1s" in attente
    assert rien_de_neuf.status_code == 204
    assert "every 1s" not in fini
    assert "Télécharger le PDF" in fini
    assert "<html" not in fini


def test_document_of_a_batch_does_not_crowd_the_list_of_the_person(cip, client_de, personnes):
    tout_faire(demander(cip, personnes))

    page = client_de(cip).get(reverse("parcours:production_list", args=[personnes[0].pk])).content.decode()

    assert "Vous n’avez encore produit aucun document" in page


@cellules("nombre", [1, 3])
def test_pages_ask_the_same_number_of_queries(nombre, cip, client_de, requetes, structure):
    personnes = BeneficiaireFactory.create_batch(nombre)
    for _ in range(nombre):
        lot = demander(cip, personnes, GenreProduction.DIAGNOSTIC)
    tout_faire(lot)
    client = client_de(cip)

    for adresse, attendues in (
        (NOUVEAU, 10),
        (reverse("parcours:lot_list"), 7),
        (reverse("parcours:lot_detail", args=[lot.pk]), 9),
    ):
        with requetes() as faites:
            client.get(adresse)
        assert len(faites) == attendues, (adresse, len(faites))


def test_whoever_has_no_entretien_is_set_aside_in_a_batch_of_comptes_rendus(cip, structure):
    sans, avec = ParcoursFactory().beneficiaire, EntretienFactory(auteur=cip).parcours.beneficiaire
    lot = tout_faire(demander(cip, [sans, avec], genre=GenreProduction.COMPTE_RENDU))

    assert lot.etat == EtatTravail.TERMINE
    assert list(lot.productions.order_by("rang").values_list("etat", "message")) == [
        (EtatTravail.ECHEC, "Aucun entretien n’est enregistré."),
        (EtatTravail.TERMINE, ""),
    ]
