"""Exports: who may, what is in the file, who downloads it and until when; nothing in it runs as a formula."""

from datetime import date, datetime, timedelta
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from beneficiaires.enums import NatureSituation
from insertion.enums import EtatTravail, Role
from insertion.models import Appartenance, Lecture
from pilotage import tasks
from pilotage.exports import demandes
from pilotage.exports.listes import LISTES
from pilotage.models import Export
from pilotage.models.exports import COMPLET
from tests.cellules import cellules
from tests.conftest import membre
from tests.parcours.test_productions import Sonnette
from tests.usines import (
    BeneficiaireFactory,
    CandidatureFactory,
    ContratFactory,
    EntrepriseFactory,
    EntretienFactory,
    OffreFactory,
    ParcoursFactory,
    ReferentFactory,
    RendezVousFactory,
    SituationFactory,
)
from tests.usines.parcours import PARIS

PAGE = reverse("pilotage:export_list")


def adresse(liste, **choix):
    return reverse("pilotage:export_create", args=[liste]) + ("?" + "&".join(f"{c}={v}" for c, v in choix.items()))


def exporter(par, liste="personnes", **parametres):
    """An export asked for by `par` and made by the worker."""
    titre = LISTES[liste].titre
    export = demandes.demander(genre=liste, intitule=titre, par=par, tache=Sonnette(), parametres=parametres)
    demandes.produire(export.structure_id, export.pk)
    export.refresh_from_db()
    return export


def feuille(export):
    return load_workbook(BytesIO(export.fichier.open().read())).active


def lignes(export):
    return list(feuille(export).iter_rows(values_only=True))


# --- Asking ---------------------------------------------------------------------------------------


def test_the_list_as_filtered_leaves_as_a_spreadsheet(chef, client_de, django_capture_on_commit_callbacks):
    BeneficiaireFactory(nom="Benali", commune="Roubaix")
    BeneficiaireFactory(nom="Diallo", commune="Lille")

    with django_capture_on_commit_callbacks(execute=True):
        reponse = client_de(chef).post(adresse("personnes", commune="roubaix"))

    export = Export.objects.get()
    assert reponse.url == reverse("pilotage:export_detail", args=[export.pk])
    assert (export.etat, export.lignes, export.filtres) == (EtatTravail.TERMINE, 1, "commune\u00a0: roubaix")
    assert [ligne[1] for ligne in lignes(export)] == ["Nom d’usage", "Benali"]


def test_page_says_how_many_lines_and_which_columns(chef, client_de):
    ReferentFactory(beneficiaire=BeneficiaireFactory(), utilisateur=chef)
    BeneficiaireFactory()

    page = client_de(chef).get(adresse("personnes", referent="moi")).content.decode()

    assert "1 ligne</strong> · référent·e\u00a0: Aude Lebrun" in page
    assert "Niveau de formation" in page


def test_each_list_page_leads_to_its_export_with_its_filters(chef, client_de):
    CandidatureFactory()

    page = client_de(chef).get(reverse("parcours:candidature_list"), {"etat": "ouvertes"}).content.decode()

    assert f'href="{adresse("candidatures", etat="ouvertes")}"' in page


def test_the_list_of_people_leads_to_its_export_with_what_is_typed(chef, client_de):
    BeneficiaireFactory(commune="Roubaix")
    BeneficiaireFactory(commune="Lille")
    client, liste = client_de(chef), reverse("beneficiaires:beneficiaire_list")

    page = client.post(liste, {"chercher": "1", "q": "", "commune": "rou", "vers": "export"}, follow=True)

    assert 'name="vers" value="export"' in client.get(liste).content.decode()
    assert "1 ligne</strong> · commune\u00a0: rou" in page.content.decode()


@cellules("liste", sorted(LISTES))
def test_every_list_can_be_exported(liste, chef):
    parcours = ParcoursFactory()
    CandidatureFactory()
    OffreFactory()
    RendezVousFactory(parcours=parcours)

    export = exporter(chef, liste)

    assert export.etat == EtatTravail.TERMINE, export.message
    assert lignes(export)[0] == tuple(colonne.titre for colonne in LISTES[liste].colonnes)
    assert export.lignes == len(lignes(export)) - 1


def test_a_column_leaves_with_who_may_read_it(structure, chef):
    """Whoever keeps the books takes the contracts away, not when somebody was last seen."""
    parcours = ParcoursFactory(date_entree=date(2026, 9, 1), projet="Cariste")
    debut, fin = timezone.localdate() - timedelta(days=3), timezone.localdate() + timedelta(days=150)
    ContratFactory(parcours=parcours, date_debut=debut, date_fin=fin)
    EntretienFactory(parcours=parcours, date=datetime(2026, 10, 5, 9, tzinfo=PARIS))

    du_chef = dict(zip(*lignes(exporter(chef)), strict=True))
    des_comptes = dict(zip(*lignes(exporter(membre(structure, Role.ADMINISTRATIF))), strict=True))

    assert len(du_chef) >= 30
    assert du_chef["Dernier entretien"].date() == date(2026, 10, 5)
    assert set(du_chef) - set(des_comptes) == {"Dernier entretien", "Prochain rendez-vous"}
    assert (des_comptes["Contrat en cours"], des_comptes["Fin du contrat en cours"].date()) == (
        "CDDI (insertion)",
        fin,
    )
    assert des_comptes["Projet professionnel"] == "Cariste"


@cellules("liste", [slug for slug, liste in LISTES.items() if liste.page])
def test_every_list_page_opens_with_its_link(liste, chef, client_de):
    CandidatureFactory()
    OffreFactory()
    ParcoursFactory(clos=True)

    assert client_de(chef).get(LISTES[liste].adresse).status_code == 200
    assert client_de(chef).get(adresse(liste)).status_code == 200


def test_facts_of_a_period_only(chef):
    ParcoursFactory(date_entree=date(2026, 3, 31))
    ParcoursFactory(date_entree=date(2026, 4, 1))

    assert exporter(chef, "parcours", du="2026-04-01", au="2026-04-30").lignes == 1


def test_period_that_ends_before_it_begins_is_refused(chef, client_de):
    reponse = client_de(chef).post(adresse("parcours"), {"du": "2026-05-01", "au": "2026-04-01"})

    page = reponse.content.decode()
    assert reponse.status_code == 422
    assert "La période ne peut pas finir avant de commencer." in page
    assert 'value="2026-05-01"' in page


@cellules(("liste", "fabrique"), [("personnes", BeneficiaireFactory), ("offres", OffreFactory)])
def test_only_the_columns_ticked_leave(chef, client_de, django_capture_on_commit_callbacks, liste, fabrique):
    fabrique()
    premiere, seconde = (colonne.titre for colonne in LISTES[liste].colonnes[:2])

    with django_capture_on_commit_callbacks(execute=True):
        client_de(chef).post(adresse(liste), {"demandees": "True", "colonnes": [seconde, premiere]})

    assert [len(ligne) for ligne in lignes(Export.objects.get())] == [2, 2]
    assert lignes(Export.objects.get())[0] == (premiere, seconde)


def test_a_list_written_row_by_row_keeps_its_columns_in_place(chef):
    EntrepriseFactory(raison_sociale="Les Jardins du Canal", commune="Roubaix")

    export = exporter(chef, "entreprises", colonnes=["Commune", "Raison sociale"])

    entete, ligne = lignes(export)
    assert dict(zip(entete, ligne, strict=True)) == {"Raison sociale": "Les Jardins du Canal", "Commune": "Roubaix"}


def test_columns_kept_are_ticked_the_next_time(chef, client_de, django_capture_on_commit_callbacks):
    client = client_de(chef)
    avant = client.get(adresse("personnes")).context["form"]["colonnes"].value()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(adresse("personnes"), {"demandees": "True", "colonnes": ["Nom d’usage", "Prénom"]})

    assert len(avant) == len(LISTES["personnes"].colonnes)
    assert client.get(adresse("personnes")).context["form"]["colonnes"].value() == ["Nom d’usage", "Prénom"]


def test_a_spreadsheet_without_columns_is_refused(chef, client_de):
    reponse = client_de(chef).post(adresse("personnes"), {"demandees": "True"})

    assert reponse.status_code == 422
    assert "Gardez au moins une colonne." in reponse.content.decode()
    assert not Export.objects.exists()


def test_form_sent_twice_exports_once(chef, client_de):
    client, cle = client_de(chef), {"soumission": "8a4ff2fa-1f2e-4fd6-9d1e-2f5bd1f7a003"}

    assert client.post(adresse("personnes"), cle).url == client.post(adresse("personnes"), cle).url
    assert Export.objects.count() == 1


@cellules("role", ["cip", "lecteur", "encadrant", "benevole"])
def test_who_may_not_export_gets_403(role, client_de, request):
    client = client_de(request.getfixturevalue(role))

    assert client.post(adresse("personnes")).status_code == 403
    assert client.get(PAGE).status_code == 403


def test_office_staff_export_contracts_and_not_what_they_may_not_read(administratif, client_de):
    client = client_de(administratif)

    assert client.get(adresse("contrats")).status_code == 200
    assert client.get(adresse("entretiens")).status_code == 404
    assert client.get(adresse("rien-de-tel")).status_code == 404


def test_rows_are_read_under_the_role_that_asks(chef):
    """Somebody who may export and reads fewer situations finds fewer in the file."""
    SituationFactory(beneficiaire=BeneficiaireFactory(), nature=NatureSituation.RQTH)
    export = demandes.demander(genre="personnes", intitule="Personnes", par=chef, tache=Sonnette())
    assert lignes(exporter(chef))[1][15] == "RQTH"
    assert export.role_demandeur == Role.CHEF_SERVICE


# --- In the file ----------------------------------------------------------------------------------


@cellules("debut", ["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_becomes_a_formula(debut, chef):
    BeneficiaireFactory(nom=f"{debut} Benali")

    cellules = [cellule for ligne in feuille(exporter(chef)).iter_rows() for cellule in ligne]

    assert {cellule.data_type for cellule in cellules} & {"f"} == set()


def test_days_are_real_dates_shown_as_in_french(chef):
    BeneficiaireFactory(date_naissance=date(1992, 3, 12))

    cellule = feuille(exporter(chef)).cell(2, 5)

    assert cellule.value.date() == date(1992, 3, 12)
    assert cellule.number_format == "dd/mm/yyyy"


def test_names_of_any_script_and_length_hold(chef):
    BeneficiaireFactory(nom="عائشة 🌻", prenom="x" * 80)

    assert lignes(exporter(chef))[1][1:3] == ("عائشة 🌻", "x" * 80)


@cellules("nombre", [1, 3])
def test_export_reads_with_the_same_number_of_queries(nombre, chef, requetes):
    for _ in range(nombre):
        SituationFactory(beneficiaire=ParcoursFactory().beneficiaire)
    export = demandes.demander(genre="personnes", intitule="Personnes", par=chef, tache=Sonnette())

    with requetes() as faites:
        demandes.produire(export.structure_id, export.pk)

    assert len([sql for sql in faites if "set_config" not in sql]) == 12


# --- Dying, expiring ------------------------------------------------------------------------------


def test_rights_lost_since_stop_the_export(chef):
    export = demandes.demander(genre="personnes", intitule="Personnes", par=chef, tache=Sonnette())
    Appartenance.objects.filter(utilisateur=chef).update(role=Role.CHARGE_INSERTION)

    demandes.produire(export.structure_id, export.pk)

    export.refresh_from_db()
    assert (export.etat, export.message) == (EtatTravail.ECHEC, demandes.DROITS_CHANGES)


def test_killed_worker_is_made_up_for_once(chef):
    export = demandes.demander(genre="personnes", intitule="Personnes", par=chef, tache=Sonnette())
    export.prendre(timezone.now() - timedelta(hours=1))
    default_storage.save(export.fichier.name, ContentFile(b"une moiti\xc3\xa9"))
    Export.objects.update(created_at=timezone.now() - timedelta(hours=1))
    sonnette = Sonnette()

    demandes.reprendre(sonnette)
    for appel in sonnette.appels:
        demandes.produire(**appel)
        demandes.produire(**appel)

    export.refresh_from_db()
    assert sonnette.appels == [{"structure_id": export.structure_id, "export_id": export.pk}]
    assert export.etat == EtatTravail.TERMINE
    assert len(default_storage.listdir(f"{export.structure_id}/exports")[1]) == 1


def test_worker_that_lost_its_lease_keeps_nothing(chef):
    export = demandes.demander(genre="personnes", intitule="Personnes", par=chef, tache=Sonnette())
    export.prendre(timezone.now() - timedelta(hours=1))
    perdu = Export.objects.get(pk=export.pk)
    export.prendre(timezone.now())

    demandes._ranger(perdu, BytesIO(b"trop tard"), 1)

    export.refresh_from_db()
    assert export.etat == EtatTravail.EN_COURS
    assert not default_storage.exists(export.fichier.name)


def test_export_that_kills_its_workers_is_given_up(chef):
    export = demandes.demander(genre="personnes", intitule="Personnes", par=chef, tache=Sonnette())
    Export.objects.update(essais=3)

    demandes.produire(export.structure_id, export.pk)

    export.refresh_from_db()
    assert (export.etat, export.message) == (EtatTravail.ECHEC, demandes.ECHEC)


def test_file_leaves_as_an_attachment_and_is_written_down(chef, client_de):
    export = exporter(chef)

    reponse = client_de(chef).get(reverse("pilotage:export_fichier", args=[export.pk]))

    nom = f"personnes-{timezone.localdate():%Y-%m-%d}.xlsx"
    assert reponse.headers["Content-Disposition"] == f'attachment; filename="{nom}"'
    assert b"".join(reponse.streaming_content).startswith(b"PK")
    assert Lecture.objects.last().quoi == "téléchargement d’un export\u00a0: personnes"


@cellules(("qui", "reponse"), [("administratif", 404), ("etranger", 403), ("cip", 403)])
@cellules("vue", ["export_detail", "export_fichier"])
def test_only_who_asked_downloads(vue, qui, reponse, chef, client_de, request):
    export = exporter(chef)

    client = client_de(request.getfixturevalue(qui))

    assert client.get(reverse(f"pilotage:{vue}", args=[export.pk])).status_code == reponse


def test_chief_of_another_structure_finds_nothing(chef, autre_structure, client_de):
    export, voisin = exporter(chef), membre(autre_structure, Role.CHEF_SERVICE)
    client = client_de(voisin)

    assert client.get(reverse("pilotage:export_fichier", args=[export.pk])).status_code == 404
    assert "Personnes</" not in client.get(PAGE).content.decode().partition("titre-journal")[2]


def test_journal_shows_colleagues_what_left_without_giving_the_file(chef, administratif, client_de):
    export = exporter(chef, commune="rou")

    page = client_de(administratif).get(PAGE).content.decode()

    assert "Aude Lebrun" in page
    assert "pour qui l’a demandé" in page
    assert reverse("pilotage:export_fichier", args=[export.pk]) not in page


def test_link_ends_after_48_hours_even_before_the_purge(chef, client_de):
    export = exporter(chef)
    Export.objects.update(termine_at=timezone.now() - timedelta(hours=49))

    assert client_de(chef).get(reverse("pilotage:export_fichier", args=[export.pk])).status_code == 404


def test_purge_deletes_the_file_and_keeps_the_row(chef, client_de, django_capture_on_commit_callbacks):
    export = exporter(chef)
    Export.objects.update(termine_at=timezone.now() - timedelta(hours=49))

    with django_capture_on_commit_callbacks(execute=True):
        tasks.purger_les_exports()

    assert not default_storage.exists(export.fichier.name)
    assert "effacé" in client_de(chef).get(PAGE).content.decode()
    assert client_de(chef).get(reverse("pilotage:export_fichier", args=[export.pk])).status_code == 404


def test_page_polls_until_the_export_is_ready(chef, client_de):
    export = demandes.demander(genre="personnes", intitule="Personnes", par=chef, tache=Sonnette())
    client, url = client_de(chef), reverse("pilotage:export_detail", args=[export.pk])
    attente = client.get(url).content.decode()
    rien_de_neuf = client.get(url, {"vu": "en_file-0-0"}, headers={"HX-Request": "true"})

    demandes.produire(export.structure_id, export.pk)
    fini = client.get(url, {"vu": "en_file-0-0"}, headers={"HX-Request": "true"}).content.decode()

    assert "every 1s" in attente
    assert rien_de_neuf.status_code == 204
    assert "Télécharger le tableur" in fini
    assert "<html" not in fini


@cellules("nombre", [1, 3])
def test_journal_asks_the_same_number_of_queries(nombre, chef, client_de, requetes):
    for _ in range(nombre):
        exporter(chef)
    client = client_de(chef)

    with requetes() as faites:
        client.get(PAGE)

    assert len(faites) == 8


# --- What the people of a list may know -----------------------------------------------------------


def test_the_journal_of_each_person_says_that_a_list_left_with_them(chef, client_de):
    amina, autre = BeneficiaireFactory(commune="Roubaix"), BeneficiaireFactory(commune="Lille")
    ContratFactory(parcours=ParcoursFactory(beneficiaire=autre))

    exporter(chef, commune="roubaix")
    exporter(chef, "contrats")

    traces = [(trace.beneficiaire_id, trace.quoi) for trace in Lecture.objects.order_by("pk")]
    assert traces == [(amina.pk, "export : personnes"), (autre.pk, "export : contrats")]
    journal = client_de(chef).get(reverse("pilotage:personne_journal", args=[amina.pk])).content.decode()
    assert "a exporté une liste où est cette personne\u00a0: personnes" in journal


def test_the_complete_export_is_in_the_journal_of_everybody(structure):
    direction = membre(structure, Role.DIRECTION)
    personnes = {BeneficiaireFactory().pk, BeneficiaireFactory().pk}
    export = demandes.demander(genre=COMPLET, intitule="Export complet", par=direction, tache=Sonnette())

    demandes.produire(structure.pk, export.pk)

    assert set(Lecture.objects.values_list("beneficiaire_id", "quoi")) == {
        (pk, "export : export complet") for pk in personnes
    }


def test_a_list_of_firms_is_in_nobody_s_journal(chef):
    BeneficiaireFactory()

    exporter(chef, "entreprises")

    assert not Lecture.objects.exists()


def test_a_long_list_that_leaves_does_not_close_the_files_to_who_asked(chef, client_de):
    personnes = BeneficiaireFactory.create_batch(101)

    exporter(chef)

    assert Lecture.objects.count() == 101
    assert (
        client_de(chef).get(reverse("beneficiaires:beneficiaire_detail", args=[personnes[0].pk])).status_code == 200
    )
