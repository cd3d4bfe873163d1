"""The draft of a form: kept for its author alone, gone with the save, never back to life."""

import json
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from insertion import brouillons
from insertion.models import Brouillon, Saisie, Soumission
from parcours.models import Entretien
from tests.cellules import cellules
from tests.usines import BeneficiaireFactory, ParcoursFactory, RenouvellementFactory

URL = "/brouillons/entretien:12/"
CHAMPS = {"compte_rendu": ["A visité deux crèches."], "themes": ["logement", "sante"]}

PAR_HTMX = {"HX-Request": "true"}


def saisie(**changements):
    page = {"titre": "Entretien avec Amina Benali", "url": "/beneficiaires/12/entretiens/nouveau/", "champs": CHAMPS}
    return {**page, **changements}


def poster(client, contenu, url=URL):
    return client.post(url, json.dumps(contenu), content_type="application/json")


def test_draft_is_kept_then_given_back_to_its_author(cip, client_de):
    client = client_de(cip)

    gardee, relue = poster(client, saisie()), client.get(URL)

    assert (gardee.status_code, relue.json()["champs"]) == (200, CHAMPS)
    assert gardee.json()["heure"] == relue.json()["heure"]


def test_second_save_replaces_the_first(cip, client_de):
    client = client_de(cip)
    poster(client, saisie())

    poster(client, saisie(champs={"compte_rendu": ["Relu."]}))

    assert Brouillon.objects.get().champs == {"compte_rendu": ["Relu."]}


def test_what_another_window_wrote_is_not_written_over(cip, client_de):
    client, autre = client_de(cip), client_de(cip)
    ordinateur = poster(client, saisie(depuis=None)).json()["le"]
    telephone = poster(autre, saisie(depuis=ordinateur, champs={"compte_rendu": ["Du téléphone."]})).json()["le"]

    refus = poster(client, saisie(depuis=ordinateur, champs={"compte_rendu": ["De l’ordinateur."]}))
    vide = poster(client, {"depuis": ordinateur}, f"{URL}suppression/")
    choisi = poster(client, saisie(depuis=telephone, champs={"compte_rendu": ["Les deux."]}))

    assert (refus.status_code, vide.status_code, choisi.status_code) == (409, 409, 200)
    assert refus.json()["champs"] == {"compte_rendu": ["Du téléphone."]}
    assert refus.json()["le"] == telephone
    assert Brouillon.objects.get().champs == {"compte_rendu": ["Les deux."]}


def test_window_that_never_saw_the_draft_does_not_write_over_it(cip, client_de):
    client = client_de(cip)
    poster(client, saisie(depuis=None))

    assert poster(client, saisie(depuis=None, champs={"compte_rendu": ["Autre."]})).status_code == 409
    assert poster(client, saisie(depuis=None)).status_code == 200, "the very same text: an answer was lost"


@cellules("autre", ["collegue", "chef", "etranger"])
def test_nobody_else_reads_a_draft(request, cip, client_de, autre):
    poster(client_de(cip), saisie())

    lue = client_de(request.getfixturevalue(autre)).get(URL)

    assert lue.json() == {"champs": None}


def test_nobody_else_deletes_a_draft(cip, collegue, client_de):
    poster(client_de(cip), saisie())

    client_de(collegue).post(f"{URL}suppression/")

    assert Brouillon.objects.filter(utilisateur=cip).count() == 1


def test_reader_may_keep_a_draft_of_their_own(lecteur, client_de):
    assert poster(client_de(lecteur), saisie()).status_code == 200


def test_draft_is_deleted_by_its_author(cip, client_de):
    client = client_de(cip)
    poster(client, saisie())

    reponse = client.post(f"{URL}suppression/", headers={"X-Requested-With": "XMLHttpRequest"})

    assert (reponse.status_code, Brouillon.objects.count()) == (204, 0)


@cellules(
    "contenu",
    [
        "pas un objet",
        saisie(champs=["liste"]),
        saisie(champs={"compte_rendu": "texte nu"}),
        saisie(champs={"compte_rendu": [1]}),
        saisie(titre=None),
        saisie(url="https://ailleurs.example/"),
        saisie(url="//ailleurs.example/"),
        saisie(url="javascript:alert(1)"),
        saisie(url="/" + "a" * 200),
    ],
)
def test_anything_but_a_draft_is_refused(cip, client_de, contenu):
    reponse = poster(client_de(cip), contenu)

    assert (reponse.status_code, Brouillon.objects.count()) == (400, 0)
    assert reponse.json()["message"]


def test_unreadable_json_is_refused(cip, client_de):
    assert client_de(cip).post(URL, "{", content_type="application/json").status_code == 400


def test_too_long_a_text_is_refused_with_a_clear_message(cip, client_de):
    reponse = poster(client_de(cip), saisie(champs={"compte_rendu": ["a" * brouillons.LIMITE]}))

    assert (reponse.status_code, "trop long" in reponse.json()["message"]) == (413, True)


def test_key_longer_than_the_column_is_refused(cip, client_de):
    assert poster(client_de(cip), saisie(), f"/brouillons/{'c' * 81}/").status_code == 400


def test_null_characters_do_not_break_the_save(cip, client_de):
    poster(client_de(cip), saisie(champs={"compte_rendu": ["a\0b"]}))

    assert Brouillon.objects.get().champs == {"compte_rendu": ["ab"]}


def test_late_copy_of_a_saved_form_does_not_come_back(cip, client_de):
    cle = uuid.uuid4()
    Soumission.objects.create(utilisateur=cip, cle=cle)

    reponse = poster(client_de(cip), saisie(champs={**CHAMPS, "soumission": [str(cle)]}))

    assert (reponse.status_code, Brouillon.objects.count()) == (410, 0)


def test_window_whose_form_was_sent_elsewhere_is_told_and_keeps_its_text_under_another_key(cip, client_de):
    client, cle = client_de(cip), uuid.uuid4()
    envoyee = Soumission.objects.create(utilisateur=cip, cle=cle)

    refus = poster(client, saisie(champs={**CHAMPS, "soumission": [str(cle)]})).json()
    gardee = poster(client, saisie(champs={**CHAMPS, "soumission": [refus["soumission"]]}))

    assert f"déjà enregistrée à {timezone.localtime(envoyee.created_at):%H:%M}" in refus["message"]
    assert (gardee.status_code, Brouillon.objects.get().champs["compte_rendu"]) == (200, CHAMPS["compte_rendu"])


@pytest.fixture
def note():
    """The address of the draft of a note about somebody, and `envoyer(client, texte, connu)`: the draft it knows."""
    personne = ParcoursFactory().beneficiaire_id
    url, cle = f"/beneficiaires/{personne}/entretiens/nouveau/", f"entretien:{personne}"
    rien = {"action-TOTAL_FORMS": "0", "action-INITIAL_FORMS": "0", "mode": "sur_place", "genre": "individuel"}
    rien |= {"date": timezone.localtime().strftime("%Y-%m-%dT%H:%M"), "brouillon": cle}

    def envoyer(client, texte, connu=None):
        entetes = {} if connu is None else {"X-Brouillon": connu}
        return client.post(url, rien | {"compte_rendu": texte}, headers=entetes)

    return f"/brouillons/{cle}/", envoyer


@cellules(
    ("connu", "texte", "restent"),
    [
        ("aucun", "Écrit ici.", 1),
        ("2026-11-30T08:00:00.000001+00:00", "Écrit ici.", 1),
        ("aucun", "Écrit\r\nailleurs.", 0),
        (None, "Écrit ici.", 0),
    ],
    ids=["none known", "an older one known", "the same text", "the page of a release before"],
)
def test_saved_form_ends_only_the_draft_that_its_window_knew(cip, client_de, note, connu, texte, restent):
    client, (brouillon, envoyer) = client_de(cip), note
    champs = {"compte_rendu": ["Écrit\nailleurs."], "soumission": [str(uuid.uuid4())]}
    poster(client, saisie(depuis=None, champs=champs), brouillon)

    assert envoyer(client, texte, connu).status_code == 302

    assert (Entretien.objects.count(), Brouillon.objects.count()) == (1, restent)


def test_saved_form_ends_the_draft_that_its_window_wrote(cip, client_de, note):
    client, (brouillon, envoyer) = client_de(cip), note
    le = poster(client, saisie(depuis=None), brouillon).json()["le"]

    envoyer(client, "Un mot de plus que le brouillon.", le)

    assert (Brouillon.objects.count(), Saisie.objects.filter(enregistree_at=None).count()) == (0, 0)


@pytest.fixture
def renvoi(chef, client_de):
    """`envoyer(motif, **headers)`: a word about a renewal, sent from its line by htmx over the draft of that word."""
    dossier = RenouvellementFactory(avis="favorable", annonce_le=timezone.localdate())
    url, client = reverse("pilotage:approbation_renvoi", args=[dossier.pk]), client_de(chef)
    cle, champs = url.replace("/", ":"), {"vue": [str(dossier.version)], "motif": ["Il manque l’avis du chantier."]}
    poster(client, saisie(depuis=None, champs=champs), f"/brouillons/{cle}/")

    def envoyer(motif=champs["motif"][0], vue=dossier.version, **entetes):
        return client.post(url, {"vue": vue, "motif": motif, "brouillon": cle}, headers=PAR_HTMX | entetes)

    return envoyer


@cellules(
    ("envoi", "statut", "restent"),
    [
        ({"X-Brouillon": "aucun"}, 200, 0),
        ({"X-Brouillon": "aucun", "motif": "Autre chose."}, 200, 1),
        ({"X-Brouillon": "aucun", "motif": ""}, 422, 1),
        ({"X-Brouillon": "aucun", "vue": 99}, 200, 1),
        ({}, 200, 1),
    ],
    ids=[
        "saved",
        "another window wrote the draft",
        "refused",
        "too late, said elsewhere",
        "only asked with its fields",
    ],
)
def test_form_that_htmx_sends_ends_its_draft_once_it_is_saved(renvoi, envoi, statut, restent):
    assert renvoi(**envoi).status_code == statut

    assert Brouillon.objects.count() == restent


def test_preview_of_a_form_leaves_its_draft(cip, client_de):
    parcours, client = ParcoursFactory(), client_de(cip)
    cle = f"diagnostic:{parcours.pk}"
    poster(client, saisie(), f"/brouillons/{cle}/")

    client.post(reverse("parcours:diagnostic_apercu", args=[parcours.pk]), {"brouillon": cle}, headers=PAR_HTMX)

    assert Brouillon.objects.get().champs == CHAMPS


def test_error_said_elsewhere_keeps_the_draft(cip, client_de, structure):
    """« Absence » pressed for somebody without an open parcours: one is sent to their page, which says why."""
    personne = BeneficiaireFactory()
    cle = f"entretien:{personne.pk}"
    poster(client_de(cip), saisie(), f"/brouillons/{cle}/")

    client_de(cip).post(f"/beneficiaires/{personne.pk}/absences/nouvelle/", {"statut": "excuse", "brouillon": cle})

    assert Brouillon.objects.get().champs == CHAMPS


def test_entry_given_up_counts_as_abandoned_but_for_a_few_keys(cip, client_de):
    client = client_de(cip)
    for minutes in (0, 5):
        poster(client, saisie())
        Saisie.objects.update(commencee_at=timezone.now() - timedelta(minutes=minutes))
        client.post(f"{URL}suppression/")

    assert Saisie.objects.filter(enregistree_at=None).count() == 1


@cellules("page", ["contacts/nouveau/", "rendez-vous/nouveau/?debut=2026-11-20&retour=%2F", "parcours/"])
def test_page_is_drawn_with_the_line_of_the_draft_it_takes_up(cip, client_de, page):
    client, personne = client_de(cip), ParcoursFactory().beneficiaire_id
    adresse = f"/beneficiaires/{personne}/{page}"
    cles = {"contacts": f"contact:{personne}", "parcours": f"entretien:{personne}"}
    cle = cles.get(page.split("/")[0], f":beneficiaires:{personne}:rendez-vous:nouveau:debut=2026-11-20")

    avant = client.get(adresse).content.decode()
    poster(client, saisie(), f"/brouillons/{cle}/")
    pendant = client.get(adresse).content.decode()

    assert ("data-reprise" in avant, "data-reprise" in pendant) == (False, True)
    assert f"Brouillon de {timezone.localtime():%H:}" in pendant
