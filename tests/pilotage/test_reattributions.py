"""Files that go to another colleague, all at once, and come back in one click."""

import uuid
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from beneficiaires.models import Beneficiaire, Referent
from insertion.isolation.contexte import contexte
from pilotage.models import Depart, Reattribution
from tests.usines import ActionFactory, ParcoursFactory, ReferentFactory
from tests.usines.parcours import PARIS

LISTE = reverse("pilotage:file_active_list")
CONFIER = reverse("pilotage:reattribution_create")
IMPRIMER = reverse("pilotage:file_active_impression")
MATIN = datetime(2026, 11, 17, 9, 30, tzinfo=PARIS)
HIER = date(2026, 11, 16)


@pytest.fixture
def horloge():
    with time_machine.travel(MATIN, tick=False) as voyageur:
        yield voyageur


@pytest.fixture(autouse=True)
def un_mardi(horloge):
    return horloge


def suivi(referent, nom):
    parcours = ParcoursFactory(beneficiaire__nom=nom, beneficiaire__prenom="", date_entree=date(2026, 9, 1))
    if referent:
        ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=referent, debut=HIER)
    return parcours.beneficiaire


def referents():
    """{name: who is in charge now}."""
    actuels = Referent.objects.filter(fin=None).select_related("beneficiaire", "utilisateur").order_by("pk")
    qui = {}
    for referent in actuels:
        qui.setdefault(referent.beneficiaire.nom, []).append(referent.utilisateur.nom)
    return qui


def envoyer(client, vers, *personnes, requete="", **champs):
    donnees = {"personne": [p.pk for p in personnes], "vers": vers.pk, "motif": "depart", "soumission": uuid.uuid4()}
    return client.post(f"{CONFIER}{requete}", donnees | champs)


def annulation():
    return reverse("pilotage:reattribution_annulation", args=[Reattribution.objects.get().pk])


def test_the_people_ticked_go_to_the_colleague_and_the_operation_is_written_down(client_de, chef, cip, collegue):
    kaci, bako = suivi(cip, "Kaci"), suivi(cip, "Bako")
    suivi(cip, "Reste")

    reponse = envoyer(client_de(chef), collegue, kaci, bako)

    assert (reponse.status_code, reponse.headers["Location"]) == (302, LISTE)
    assert referents() == {"Kaci": ["Benzema-Morel"], "Bako": ["Benzema-Morel"], "Reste": ["Dubois"]}
    (faite,) = Reattribution.objects.all()
    assert (faite.de, faite.vers, faite.par, faite.motif, faite.nombre) == (
        "Camille Dubois",
        collegue,
        chef,
        "depart",
        2,
    )
    assert Referent.objects.get(utilisateur=cip, beneficiaire=kaci).fin == date(2026, 11, 17)


def test_all_the_results_of_the_filter_go_beyond_the_page(client_de, chef, cip, collegue):
    for rang in range(55):
        suivi(cip, f"Nom{rang}")
    suivi(collegue, "Autre")

    envoyer(client_de(chef), chef, requete=f"?referent={cip.pk}&tous=1")

    faite = Reattribution.objects.get()
    assert (faite.nombre, faite.selection) == (55, "référent·e\u00a0: Camille Dubois")
    assert referents()["Autre"] == ["Benzema-Morel"]


def test_one_click_gives_every_file_back_as_it_was(client_de, chef, cip, collegue):
    kaci, seul = suivi(cip, "Kaci"), suivi(None, "Seul")
    client = client_de(chef)
    envoyer(client, collegue, kaci, seul)

    reponse = client.post(annulation(), follow=True)

    assert referents() == {"Kaci": ["Dubois"]}
    assert Referent.objects.get(utilisateur=cip).debut == HIER
    assert "2 dossiers rendus à qui les avait." in reponse.text
    assert "annulée par Aude Lebrun" in reponse.text


def test_a_file_moved_since_is_left_and_named(client_de, chef, cip, collegue):
    kaci, bako = suivi(cip, "Kaci"), suivi(cip, "Bako")
    client = client_de(chef)
    envoyer(client, collegue, kaci, bako)
    Beneficiaire.objects.get(pk=bako.pk).confier_a(chef, date(2026, 11, 17))

    reponse = client.post(annulation(), follow=True)

    assert referents() == {"Kaci": ["Dubois"], "Bako": ["Lebrun"]}
    assert "rien n’est touché pour\u00a0: Bako" in reponse.text


def test_it_is_undone_once_and_within_a_day(client_de, chef, cip, collegue, horloge):
    kaci = suivi(cip, "Kaci")
    client = client_de(chef)
    envoyer(client, collegue, kaci)
    horloge.shift(timedelta(hours=25))

    tard = client_de(chef).post(annulation(), follow=True)
    horloge.move_to(MATIN)
    client.post(annulation())
    deux_fois = client.post(annulation(), follow=True)

    assert "ce délai est passé" in tard.text
    assert "déjà annulée" in deux_fois.text
    assert referents() == {"Kaci": ["Dubois"]}


def test_the_same_form_sent_twice_moves_once(client_de, chef, cip, collegue):
    kaci, cle = suivi(cip, "Kaci"), uuid.uuid4()
    client = client_de(chef)

    for _ in range(2):
        envoyer(client, collegue, kaci, soumission=cle)

    assert Reattribution.objects.count() == 1
    assert Referent.objects.filter(beneficiaire=kaci).count() == 2


def test_whoever_was_one_of_two_becomes_the_only_one_and_one_click_brings_the_other_back(
    client_de, chef, cip, collegue
):
    kaci = suivi(cip, "Kaci")
    ReferentFactory(beneficiaire=kaci, utilisateur=collegue, debut=HIER)
    client = client_de(chef)

    envoyer(client, collegue, kaci)
    apres = referents()
    client.post(annulation())

    assert apres == {"Kaci": ["Benzema-Morel"]}
    assert set(referents()["Kaci"]) == {"Dubois", "Benzema-Morel"}
    assert Referent.objects.filter(beneficiaire=kaci).count() == 2


def test_what_is_already_theirs_writes_nothing(client_de, chef, cip):
    reponse = envoyer(client_de(chef), cip, suivi(cip, "Kaci"))

    assert reponse.status_code == 302
    assert not Reattribution.objects.exists()


def test_without_a_colleague_the_form_is_shown_again_with_its_people(client_de, chef, cip):
    kaci = suivi(cip, "Kaci")

    reponse = client_de(chef).post(CONFIER, {"personne": [kaci.pk], "vers": "", "motif": "depart"})

    assert reponse.status_code == 422
    assert f'name="personne" value="{kaci.pk}"' in reponse.text


def test_nobody_and_nothing_of_another_structure_can_be_named(client_de, chef, cip, autre_structure, etranger):
    kaci = suivi(cip, "Kaci")
    with contexte(autre_structure.pk):
        ailleurs = suivi(etranger, "Ailleurs")
    client = client_de(chef)

    assert envoyer(client, cip, kaci, ailleurs).status_code == 404
    assert envoyer(client, etranger, kaci).status_code == 422
    assert client.get(reverse("pilotage:file_active_detail", args=[ailleurs.pk])).status_code == 404
    assert referents() == {"Kaci": ["Dubois"]}


def test_whoever_does_not_supervise_can_neither_move_nor_undo_nor_look(client_de, chef, cip, collegue):
    kaci = suivi(cip, "Kaci")
    envoyer(client_de(chef), collegue, kaci)
    client = client_de(cip)

    assert envoyer(client, cip, kaci).status_code == 403
    assert client.post(annulation()).status_code == 403
    assert client.post(IMPRIMER).status_code == 403
    assert client.get(reverse("pilotage:file_active_detail", args=[kaci.pk])).status_code == 403


def test_printing_goes_to_the_documents_of_the_people_ticked(client_de, chef, cip):
    kaci, bako = suivi(cip, "Kaci"), suivi(cip, "Bako")
    client = client_de(chef)

    reponse = client.post(IMPRIMER, {"personne": [kaci.pk, bako.pk]})

    assert reponse.headers["Location"] == f"{reverse('parcours:lot_create')}?parmi={bako.pk},{kaci.pk}"
    assert client.get(reponse.headers["Location"]).context["choisies"].personnes == (bako.pk, kaci.pk)


def test_forty_files_ask_as_many_questions_as_one(client_de, chef, cip, collegue, requetes):
    client = client_de(chef)
    premiere = suivi(cip, "Kaci")
    with requetes() as une:
        envoyer(client, collegue, premiere)
    plusieurs = [suivi(cip, f"Nom{rang}") for rang in range(12)]
    with requetes() as douze:
        envoyer(client, collegue, *plusieurs)

    assert len(douze) == len(une)


def test_the_panel_says_why_and_what_comes_next_beside_the_list_or_on_a_page(client_de, chef, cip):
    kaci = suivi(cip, "Kaci")
    ActionFactory(parcours=kaci.parcours.get(), intitule="Inscrire à l’auto-école")
    adresse = reverse("pilotage:file_active_detail", args=[kaci.pk])
    client = client_de(chef)

    page, fragment = client.get(adresse), client.get(adresse, headers={"HX-Request": "true"})

    assert "Entretien en retard" in page.text
    assert "Inscrire à l’auto-école" in page.text
    assert "Pas encore d’entretien." in fragment.text
    assert "<html" in page.text
    assert "<html" not in fragment.text
    assert kaci.get_absolute_url() in fragment.text


def test_the_list_stays_as_it_was_narrowed_once_files_are_given(client_de, chef, cip, collegue):
    kaci = suivi(cip, "Kaci")

    reponse = envoyer(client_de(chef), collegue, kaci, requete=f"?referent={cip.pk}&tri=nom&tous=1")

    assert reponse.headers["Location"] == f"{LISTE}?referent={cip.pk}&tri=nom"


def test_files_go_only_to_who_may_follow_people(client_de, chef, cip, collegue, lecteur, administratif, encadrant):
    kaci = suivi(cip, "Kaci")
    client = client_de(chef)
    proposes = {pk for pk, _ in client.get(LISTE).context["form"]["vers"].choices}

    assert {cip.pk, collegue.pk, chef.pk} <= proposes
    assert not {lecteur.pk, administratif.pk, encadrant.pk} & proposes
    for qui in (lecteur, administratif, encadrant):
        assert envoyer(client, qui, kaci).status_code == 422
    assert referents() == {"Kaci": ["Dubois"]}


def test_the_day_on_which_a_colleague_leaves_stands_beside_their_name(client_de, chef, cip, collegue):
    suivi(cip, "Kaci")
    Depart.objects.create(utilisateur=collegue, dernier_jour=date(2026, 12, 21), prepare_par=chef)

    noms = dict(client_de(chef).get(LISTE).context["form"]["vers"].choices)

    assert noms[collegue.pk] == f"{collegue}, part le 21/12"
    assert noms[cip.pk] == str(cip)
