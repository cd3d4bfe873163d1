"""The project of a person: target jobs, stages, CV and letters, checklist (metier.md §1 rows 4, 14, 36, 43, 61)."""

import uuid
from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.urls import reverse

from beneficiaires.enums import GenreDocument
from beneficiaires.models import Document
from insertion.isolation.contexte import contexte
from insertion.models import Geste, Lecture, Rome
from parcours.enums import EtapeMetier, StatutPiece
from parcours.fil import evenements
from parcours.models import EtapeProjet, MetierVise, PointRecherche, Projet, VersionPiece
from parcours.projet import pieces
from tests.cellules import cellules
from tests.usines import BeneficiaireFactory, CvFactory, EtapeProjetFactory, MetierViseFactory, ParcoursFactory

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
PUBLIE = (
    "code_rome,code_fiche_em,libelle_rome,statut\nK2204,32,Nettoyage de locaux,1\nG1602,18,Personnel de cuisine,1\n"
)


@pytest.fixture
def amina(structure):
    return BeneficiaireFactory(prenom="Amina", nom="Benali")


@pytest.fixture
def rome(tmp_path, db):
    fichier = tmp_path / "rome.csv"
    fichier.write_text(PUBLIE, encoding="utf-8-sig")
    call_command("charger_referentiels", sans_communes=True, rome=fichier, verbosity=0)
    return fichier


@pytest.fixture
def metier(amina):
    return MetierViseFactory(beneficiaire=amina, intitule="Agente de propreté")


@pytest.fixture
def url(amina):
    return reverse("parcours:projet_detail", args=[amina.pk])


def nouveau(**champs):
    return {
        "version": 0,
        "intitule": "Agente de propreté",
        "etape": "explore",
        "le": "2026-05-04",
        "soumission": uuid.uuid4(),
    } | champs


def souhaits(**champs):
    return {"version": 0, "paroles": "Je veux bouger.", "rayon_km": 15, "heures_souhaitees": "26"} | champs


def test_rome_of_france_travail_is_loaded_twice_without_doubles(rome):
    call_command("charger_referentiels", sans_communes=True, rome=rome, verbosity=0)

    assert [str(fiche) for fiche in Rome.objects.all()] == ["G1602 Personnel de cuisine", "K2204 Nettoyage de locaux"]


@pytest.mark.parametrize("contenu", ["", "nom;prenom\nDupont;Jean\n", "code;libelle\nZ9999;Rien\n"])
def test_file_without_jobs_is_refused_in_french(tmp_path, db, contenu):
    fichier = tmp_path / "autre.csv"
    fichier.write_text(contenu)

    with pytest.raises(CommandError, match="Aucune fiche ROME"):
        call_command("charger_referentiels", sans_communes=True, rome=fichier, verbosity=0)


def test_target_job_joins_the_project_with_its_stage_and_its_code(client_de, cip, amina, rome, url):
    response = client_de(cip).post(
        reverse("parcours:metier_vise_create", args=[amina.pk]), nouveau(code_rome="k2204 Nettoyage de locaux")
    )

    metier = MetierVise.objects.avec_etape().get()
    assert response.url == url
    assert (metier.beneficiaire, metier.rome_id) == (amina, "K2204")
    assert (metier.etape, metier.etape_le) == (EtapeMetier.EXPLORE, date(2026, 5, 4))


@cellules(
    ("champs", "phrase"),
    [
        ({"code_rome": "X1234"}, "pas dans la liste du ROME"),
        ({"intitule": ""}, "obligatoire"),
        ({"le": "2999-01-01"}, "pas encore venu"),
        ({"etape": "valide"}, "Dites ce qui valide ce métier"),
        ({"intitule": "x" * 10_000}, "160"),
    ],
    ids=["unknown code", "no label", "tomorrow", "validated by nothing", "huge"],
)
@time_machine.travel("2026-11-22 10:00+01:00")
def test_refused_target_job_keeps_what_was_typed(client_de, cip, amina, champs, phrase):
    saisie = nouveau(constat="" if champs.get("etape") else "Stage au lycée") | champs

    response = client_de(cip).post(reverse("parcours:metier_vise_create", args=[amina.pk]), saisie)

    html = response.content.decode()
    assert (response.status_code, MetierVise.objects.count()) == (422, 0)
    assert phrase in html
    assert saisie["constat"] in html


def test_same_job_twice_is_refused_in_words(client_de, cip, amina, metier):
    response = client_de(cip).post(reverse("parcours:metier_vise_create", args=[amina.pk]), nouveau())

    assert response.status_code == 422
    assert "déjà dans le projet" in response.content.decode()


def test_job_sent_twice_is_written_once(client_de, cip, amina):
    client, donnees = client_de(cip), nouveau()

    for _ in range(2):
        client.post(reverse("parcours:metier_vise_create", args=[amina.pk]), donnees)

    assert (MetierVise.objects.count(), EtapeProjet.objects.count()) == (1, 1)


def test_stages_are_dated_rows_and_the_last_one_counts(client_de, cip, metier, url):
    EtapeProjetFactory(metier=metier, le=date(2026, 4, 2))
    suite = {"etape": "valide", "le": "2026-06-01", "constat": "Immersion de dix jours", "soumission": uuid.uuid4()}

    client_de(cip).post(reverse("parcours:etape_projet_create", args=[metier.pk]), suite)

    html = client_de(cip).get(url).content.decode()
    assert MetierVise.objects.avec_etape().get().etape == EtapeMetier.VALIDE
    assert "Immersion de dix jours" in html
    assert html.index("Validé par immersion") < html.index("exploré")


def test_stage_typed_late_does_not_hide_the_latest_one(metier):
    EtapeProjetFactory(metier=metier, etape=EtapeMetier.ABANDONNE, le=date(2026, 6, 1))
    EtapeProjetFactory(metier=metier, etape=EtapeMetier.EXPLORE, le=date(2026, 5, 1))

    assert MetierVise.objects.avec_etape().get().etape == EtapeMetier.ABANDONNE


def test_database_refuses_a_job_validated_by_nothing(metier):
    with pytest.raises(IntegrityError, match="etape_validee_dit_ou"), transaction.atomic():
        EtapeProjetFactory(metier=metier, etape=EtapeMetier.VALIDE)


def test_stages_show_in_the_thread(metier, amina):
    EtapeProjetFactory(metier=metier, etape=EtapeMetier.CONFIRME, constat="Visite d’entreprise")

    (evenement,) = evenements(amina, "actions")

    assert evenement.titre == "Projet professionnel : Agente de propreté, confirmé"
    assert (evenement.texte, evenement.date_seule) == ("Visite d’entreprise", True)


def test_wishes_and_limits_are_kept_in_one_row(client_de, cip, amina, url):
    client = client_de(cip)
    client.post(reverse("parcours:projet_update", args=[amina.pk]), souhaits())

    response = client.post(reverse("parcours:projet_update", args=[amina.pk]), souhaits(version=1, rayon_km=30))

    projet = Projet.objects.get()
    assert response.url == url
    assert (projet.paroles, projet.rayon_km, projet.heures_souhaitees) == ("Je veux bouger.", 30, 26)


@cellules(
    ("champs", "phrase"),
    [({"heures_souhaitees": "49"}, "de 1 à 48"), ({"rayon_km": 301}, "300"), ({"rayon_km": -1}, "0")],
    ids=["hours above the legal week", "radius too long", "negative radius"],
)
def test_refused_wishes_keep_the_words(client_de, cip, amina, champs, phrase):
    response = client_de(cip).post(reverse("parcours:projet_update", args=[amina.pk]), souhaits(**champs))

    html = response.content.decode()
    assert response.status_code == 422
    assert phrase in html
    assert "Je veux bouger." in html


def test_two_people_writing_the_project_see_both_texts(client_de, cip, collegue, amina):
    adresse = reverse("parcours:projet_update", args=[amina.pk])
    client_de(collegue).post(adresse, souhaits(paroles="Pas la nuit."))

    response = client_de(cip).post(adresse, souhaits(paroles="Près de chez moi."))

    html = response.content.decode()
    assert response.status_code == 409
    assert "Pas la nuit." in html
    assert "Près de chez moi." in html


@time_machine.travel("2026-11-22 10:00+01:00")
def test_cv_versions_are_numbered_dated_and_said_ready(client_de, cip, amina, metier):
    client = client_de(cip)
    CvFactory(beneficiaire=amina)
    depot = {"fichier": SimpleUploadedFile("cv2.pdf", PDF, "application/pdf"), "genre": "cv", "metier": metier.pk}
    client.post(reverse("parcours:piece_create", args=[amina.pk]), depot | {"soumission": uuid.uuid4()})

    nouvelle = Document.objects.get(nom="cv2.pdf")
    client.post(reverse("parcours:piece_statut", args=[nouvelle.pk]), {"statut": "pret"})

    derniere, premiere = pieces(amina)
    assert [(p.numero, p.statut) for p in (premiere, derniere)] == [(1, StatutPiece.BROUILLON), (2, StatutPiece.PRET)]
    assert (derniere.version.metier, derniere.statut_le) == (metier, date(2026, 11, 22))


def test_cv_is_judged_like_any_file(client_de, cip, amina):
    depot = {"fichier": SimpleUploadedFile("cv.exe", b"MZ", "application/pdf"), "genre": "cv"}

    response = client_de(cip).post(reverse("parcours:piece_create", args=[amina.pk]), depot)

    assert (response.status_code, Document.objects.count()) == (422, 0)
    assert "Ce type de fichier" in response.content.decode()


def test_one_click_undoes_the_status_of_a_cv(client_de, cip, amina):
    document = CvFactory(beneficiaire=amina)
    adresse = reverse("parcours:piece_statut", args=[document.pk])
    client = client_de(cip)
    client.post(adresse, {"statut": "relu"})

    client.post(f"{adresse}?statut=brouillon")

    assert VersionPiece.objects.get().statut == StatutPiece.BROUILLON


def test_cv_taken_away_comes_back_read_again_and_ready_for_its_job(client_de, cip, amina, metier):
    document, client = CvFactory(beneficiaire=amina), client_de(cip)
    dit = {"relu_le": date(2026, 3, 3), "pret_le": date(2026, 3, 5), "remarque": "Photo à changer"}
    VersionPiece.objects.create(document=document, metier=metier, **dit)
    avant = VersionPiece.objects.values().get()
    client.post(reverse("beneficiaires:document_delete", args=[document.pk]))
    assert not VersionPiece.objects.exists()

    client.post(reverse("insertion:geste_annulation", args=[Geste.objects.get().pk]))

    assert VersionPiece.objects.values().get() == avant


def test_no_other_paper_than_a_cv_or_a_letter_has_versions(client_de, cip, amina):
    identite = CvFactory(beneficiaire=amina, genre=GenreDocument.IDENTITE)

    response = client_de(cip).post(reverse("parcours:piece_statut", args=[identite.pk]), {"statut": "relu"})

    assert response.status_code == 404


def test_version_ready_before_it_was_read_again_is_refused(client_de, cip, amina):
    document = CvFactory(beneficiaire=amina)
    dates = {"relu_le": "2026-05-02", "pret_le": "2026-05-01", "version": "-1"}

    response = client_de(cip).post(reverse("parcours:piece_update", args=[document.pk]), dates)

    assert response.status_code == 422
    assert "a été relue avant" in response.content.decode()


def test_two_people_speaking_of_one_cv_for_the_first_time_see_both_texts(client_de, cip, collegue, amina):
    adresse = reverse("parcours:piece_update", args=[CvFactory(beneficiaire=amina).pk])
    client_de(collegue).post(adresse, {"remarque": "Photo à changer", "version": "-1"})

    response = client_de(cip).post(adresse, {"remarque": "Trop long", "version": "-1"})

    assert response.status_code == 409
    assert VersionPiece.objects.get().remarque == "Photo à changer"


@time_machine.travel("2026-11-22 10:00+01:00")
def test_checklist_is_ticked_dated_and_unticked(client_de, cip, amina):
    adresse = reverse("parcours:point_recherche", args=[amina.pk])
    client = client_de(cip)
    for _ in range(2):
        client.post(adresse, {"outil": "cv", "fait": "on"})
    coche = list(PointRecherche.objects.values_list("outil", "fait_le", "auteur"))

    client.post(f"{adresse}?outil=cv&fait=")

    assert coche == [("cv", date(2026, 11, 22), cip.pk)]
    assert not PointRecherche.objects.exists()


def test_unknown_line_of_the_checklist_is_refused(client_de, cip, amina):
    adresse = reverse("parcours:point_recherche", args=[amina.pk])

    assert client_de(cip).post(adresse, {"outil": "fusee", "fait": "on"}).status_code == 400


ECRITURES = ["projet_update", "metier_vise_create", "piece_create", "point_recherche"]


@cellules("nom", ECRITURES)
@cellules(("qui", "attendu"), [("etranger", 404), ("encadrant", 403), ("lecteur", 403)])
def test_project_is_written_by_those_who_follow_only(request, client_de, amina, nom, qui, attendu):
    adresse = reverse(f"parcours:{nom}", args=[amina.pk])

    assert client_de(request.getfixturevalue(qui)).post(adresse, nouveau(outil="cv")).status_code == attendu


@cellules("nom", ["metier_vise_update", "etape_projet_create"])
@cellules(("qui", "attendu"), [("etranger", 404), ("encadrant", 403), ("lecteur", 403)])
def test_target_job_is_changed_by_those_who_follow_only(request, client_de, metier, nom, qui, attendu):
    adresse = reverse(f"parcours:{nom}", args=[metier.pk])

    assert client_de(request.getfixturevalue(qui)).post(adresse, nouveau()).status_code == attendu


@cellules("nom", ["piece_update", "piece_statut"])
@cellules(("qui", "attendu"), [("etranger", 404), ("encadrant", 403), ("lecteur", 403)])
def test_cv_is_changed_by_those_who_follow_only(request, client_de, amina, nom, qui, attendu):
    adresse = reverse(f"parcours:{nom}", args=[CvFactory(beneficiaire=amina).pk])

    assert client_de(request.getfixturevalue(qui)).post(adresse, {"statut": "relu"}).status_code == attendu


def test_workshop_reads_the_job_and_nothing_more(client_de, encadrant, structure, amina, metier, url):
    EtapeProjetFactory(metier=metier, constat="Mal au dos pendant le stage")
    Projet.objects.create(beneficiaire=amina, contraintes="Pas de port de charges")

    html = client_de(encadrant).get(url).content.decode()

    assert "Agente de propreté" in html
    assert "Mal au dos" not in html
    assert "Pas de port de charges" not in html
    with contexte(structure.pk, utilisateur_id=encadrant.pk, role=encadrant.appartenance.role):
        assert (EtapeProjet.objects.count(), Projet.objects.count(), PointRecherche.objects.count()) == (0, 0, 0)


def test_reading_the_project_leaves_a_trace(client_de, collegue, amina, url):
    client_de(collegue).get(url)

    assert Lecture.objects.get(quoi="Projet professionnel").beneficiaire_id == amina.pk


@cellules(("qui", "attendu"), [("etranger", 404), ("benevole", 403)])
def test_project_page_is_closed_to_strangers_and_volunteers(request, client_de, url, qui, attendu):
    assert client_de(request.getfixturevalue(qui)).get(url).status_code == attendu


def test_project_typed_in_the_parcours_is_offered_as_a_target_job(client_de, cip, amina, url):
    ParcoursFactory(beneficiaire=amina, projet="Cariste")

    html = client_de(cip).get(url).content.decode()

    assert f"{reverse('parcours:metier_vise_create', args=[amina.pk])}?intitule=Cariste" in html


@cellules("nombre", [1, 3])
def test_project_page_costs_the_same_for_one_job_or_three(client_de, cip, amina, url, requetes, nombre):
    for rang in range(nombre):
        EtapeProjetFactory(metier=MetierViseFactory(beneficiaire=amina, intitule=f"Métier {rang}"), auteur=cip)
        VersionPiece.objects.create(document=CvFactory(beneficiaire=amina))
        PointRecherche.objects.create(beneficiaire=amina, outil=["cv", "lettre", "tenue"][rang], fait_le="2026-05-01")
    client = client_de(cip)

    with requetes() as faites:
        client.get(url)

    assert len(faites) == 15
