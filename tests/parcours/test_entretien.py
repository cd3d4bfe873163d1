import json
from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from insertion.models import Brouillon, Lecture, Saisie
from parcours.enums import EtatAction, StatutRendezVous
from parcours.models import Action, Entretien, Parcours, RendezVous
from tests.cellules import cellules
from tests.usines import (
    ActionFactory,
    BeneficiaireFactory,
    DispositifFactory,
    EntretienFactory,
    ParcoursFactory,
    RendezVousFactory,
)

VIDE = {"action-TOTAL_FORMS": "1", "action-INITIAL_FORMS": "0", "action-0-intitule": "", "action-0-echeance": ""}


def note(**champs):
    """What the note box sends."""
    date_heure = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    return (
        {"mode": "sur_place", "genre": "individuel", "date": date_heure, "compte_rendu": "Dossier déposé."}
        | VIDE
        | champs
    )


@pytest.fixture
def parcours(structure):
    return ParcoursFactory(date_entree=date(2026, 1, 5))


@pytest.fixture
def url(parcours):
    return reverse("parcours:entretien_create", args=[parcours.beneficiaire_id])


def test_a_note_needs_only_its_text(client_de, cip, parcours, url):
    reponse = client_de(cip).post(url, note(duree_minutes="30"))

    entretien = Entretien.objects.get()
    assert (reponse.status_code, entretien.compte_rendu, entretien.auteur) == (302, "Dossier déposé.", cip)
    assert (entretien.parcours, entretien.duree_minutes) == (parcours, 30)


def test_one_save_ticks_actions_adds_others_and_plans_the_next_rendez_vous(client_de, cip, parcours, url):
    ancienne = ActionFactory(parcours=parcours)
    demain = timezone.localdate() + timedelta(days=1)

    client_de(cip).post(
        url,
        note(
            **{
                "actions_faites": [ancienne.pk],
                "action-0-intitule": "Appeler la mutuelle",
                "action-0-acteur": "ensemble",
                "action-0-echeance": demain.isoformat(),
                "prochain_date": demain.isoformat(),
                "prochain_heure": "10:30",
                "prochain_lieu": "Bureau 2",
                "themes": ["sante", "droits"],
            }
        ),
    )

    ancienne.refresh_from_db()
    nouvelle = Action.objects.exclude(pk=ancienne.pk).get()
    prochain = RendezVous.objects.get()
    assert (ancienne.etat, ancienne.date_fin) == (EtatAction.FAIT, timezone.localdate())
    assert (nouvelle.intitule, nouvelle.entretien) == ("Appeler la mutuelle", Entretien.objects.get())
    assert timezone.localtime(prochain.debut).strftime("%H:%M") == "10:30"
    assert prochain.debut.date() == demain
    assert Entretien.objects.get().themes == ["sante", "droits"]


def test_a_note_honours_the_rendez_vous_of_the_day(client_de, cip, parcours, url):
    rendez_vous = RendezVousFactory(parcours=parcours, debut=timezone.now(), utilisateur=cip)

    client_de(cip).post(url, note())

    rendez_vous.refresh_from_db()
    assert (rendez_vous.statut, rendez_vous.entretien) == (StatutRendezVous.VENU, Entretien.objects.get())


def test_an_empty_note_is_refused_beside_its_field_and_keeps_the_rest(client_de, cip, url):
    reponse = client_de(cip).post(url, note(compte_rendu="", convenu="Revenir jeudi."))

    page = reponse.content.decode()
    assert reponse.status_code == 422
    assert "Écrivez quelques mots sur l’entretien" in page
    assert "Revenir jeudi." in page


def test_a_date_without_its_hour_is_refused(client_de, cip, url):
    reponse = client_de(cip).post(url, note(prochain_date="2027-01-04"))

    assert reponse.status_code == 422
    assert "Choisissez aussi l’heure" in reponse.content.decode()


def test_the_next_appointment_does_not_come_before_the_interview(client_de, cip, url):
    veille = timezone.localdate() - timedelta(days=1)

    reponse = client_de(cip).post(url, note(prochain_date=veille.isoformat(), prochain_heure="10:00"))

    assert reponse.status_code == 422
    assert "Le prochain rendez-vous vient après l’entretien" in reponse.content.decode()


def test_an_interview_written_up_late_keeps_the_appointment_that_followed_it(client_de, cip, url):
    avant = timezone.localtime() - timedelta(days=9)
    suivant = timezone.localdate() - timedelta(days=2)
    saisie = note(date=avant.strftime("%Y-%m-%dT%H:%M"), prochain_date=suivant.isoformat(), prochain_heure="10:00")

    assert client_de(cip).post(url, saisie).status_code == 302


@cellules(("avant", "code"), [(1, 422), (0, 302)])
def test_an_action_is_not_due_before_the_interview(client_de, cip, url, avant, code):
    pour = timezone.localdate() - timedelta(days=avant)
    saisie = note(**{"action-0-intitule": "Appeler la mutuelle", "action-0-echeance": pour.isoformat()})

    reponse = client_de(cip).post(url, saisie)

    assert reponse.status_code == code
    assert ("Cette date précède l’entretien" in reponse.content.decode()) is (code == 422)


def test_an_action_too_long_says_how_long_it_may_be(client_de, cip, url):
    reponse = client_de(cip).post(url, note(**{"action-0-intitule": "a" * 201}))

    assert reponse.status_code == 422
    assert "Ce texte est trop long\u00a0: 200 caractères au plus, il en a 201." in reponse.content.decode()


@cellules(
    ("dit", "garde"),
    [
        ("« Je veux travailler. »", "Je veux travailler."),
        ('"Pas le mercredi."', "Pas le mercredi."),
        ("« Oui », puis « non »", "« Oui », puis « non »"),
        ("Il dit « bientôt ».", "Il dit « bientôt »."),
    ],
)
def test_words_typed_between_guillemets_are_shown_between_one_pair(client_de, cip, url, dit, garde):
    client_de(cip).post(url, note(paroles=dit))

    assert Entretien.objects.get().paroles == garde


def test_somebody_without_parcours_gets_one_with_the_first_note(client_de, cip, structure):
    personne, dispositif = BeneficiaireFactory(), DispositifFactory(nom="Accompagnement")
    url = reverse("parcours:entretien_create", args=[personne.pk])

    client_de(cip).post(url, note(dispositif=dispositif.pk))

    parcours = Parcours.objects.get()
    assert (parcours.beneficiaire, parcours.dispositif, parcours.entretiens.count()) == (personne, dispositif, 1)


def test_a_first_note_opens_no_parcours_that_nobody_chose(client_de, cip, structure):
    personne = BeneficiaireFactory()
    DispositifFactory(nom="Nettoyage"), DispositifFactory(nom="Accompagnement")
    client, url = client_de(cip), reverse("parcours:entretien_create", args=[personne.pk])

    fiche = client.get(personne.get_absolute_url()).content.decode()
    reponse = client.post(url, note(compte_rendu="Premier contact."))

    assert '<option value="">Choisir…</option>' in fiche
    assert reponse.status_code == 422
    assert "Choisissez le dispositif" in reponse.content.decode()
    assert "Premier contact." in reponse.content.decode()
    assert not Parcours.objects.exists()


def test_the_same_note_sent_twice_is_saved_once(client_de, cip, url):
    client = client_de(cip)
    envoi = note(soumission="6a0c6a52-2bd5-4d39-bd1c-0a4f7f1a7a10")

    premiere, seconde = client.post(url, envoi), client.post(url, envoi)

    assert (premiere.url, premiere.status_code) == (seconde.url, seconde.status_code)
    assert Entretien.objects.count() == 1


def test_a_refused_note_can_be_sent_again_corrected(client_de, cip, url):
    client, cle = client_de(cip), "6a0c6a52-2bd5-4d39-bd1c-0a4f7f1a7a11"
    client.post(url, note(soumission=cle, compte_rendu=""))

    client.post(url, note(soumission=cle))

    assert Entretien.objects.count() == 1


def test_saving_ends_the_draft_and_counts_how_long_it_took(client_de, cip, parcours, url):
    client, cle = client_de(cip), f"entretien:{parcours.beneficiaire_id}"
    contenu = {"titre": "Entretien", "url": url, "champs": {"compte_rendu": ["A"]}}
    client.post(f"/brouillons/{cle}/", json.dumps(contenu), content_type="application/json")

    client.post(url, note(brouillon=cle, compte_rendu=""))
    assert Brouillon.objects.count() == 1  # refused: nothing is lost
    client.post(url, note(brouillon=cle))

    saisie = Saisie.objects.get()
    assert (Brouillon.objects.count(), saisie.enregistree_at >= saisie.commencee_at) == (0, True)


def test_a_colleague_may_write_a_stranger_finds_nothing_a_reader_is_refused(
    client_de, collegue, etranger, lecteur, url
):
    reponses = [client_de(u).post(url, note()).status_code for u in (collegue, etranger, lecteur)]

    assert reponses == [302, 404, 403]


def test_an_action_of_somebody_else_cannot_be_ticked(client_de, cip, url):
    ailleurs = ActionFactory()

    reponse = client_de(cip).post(url, note(actions_faites=[ailleurs.pk]))

    ailleurs.refresh_from_db()
    assert (reponse.status_code, ailleurs.etat) == (422, EtatAction.A_FAIRE)


def test_two_editors_one_saves_the_other_sees_both_texts(client_de, cip, collegue, parcours):
    entretien = EntretienFactory(parcours=parcours)
    url = reverse("parcours:entretien_update", args=[entretien.pk])
    premiere = client_de(cip).post(url, note(version="0", compte_rendu="Version de Camille."))

    seconde = client_de(collegue).post(url, note(version="0", compte_rendu="Version de Karim."))

    page = seconde.content.decode()
    entretien.refresh_from_db()
    assert (premiere.status_code, seconde.status_code) == (302, 409)
    assert entretien.compte_rendu == "Version de Camille."
    assert "Version de Camille." in page
    assert "Version de Karim." in page


@pytest.mark.parametrize("ou", ["nouveau", "modification"])
def test_a_choice_refused_says_so_beside_it(client_de, cip, parcours, url, ou):
    if ou == "modification":
        url = reverse("parcours:entretien_update", args=[EntretienFactory(parcours=parcours).pk])
    faux = {"themes": ["invente"], "accompagnements": ["invente"], "genre": "invente", "duree_minutes": "x"}

    reponse = client_de(cip).post(url, note(version="0", **faux))

    page = reponse.content.decode()
    assert reponse.status_code == 422
    assert [nom for nom in faux if f'id="id_{nom}_error"' not in page] == []


def test_absence_takes_the_planned_rendez_vous_and_keeps_what_was_typed(client_de, cip, parcours):
    rendez_vous = RendezVousFactory(parcours=parcours, debut=timezone.now(), utilisateur=cip)
    url = reverse("parcours:absence_create", args=[parcours.beneficiaire_id])

    client_de(cip).post(url, {"statut": "excuse", "compte_rendu": "Enfant malade."})

    rendez_vous.refresh_from_db()
    assert (rendez_vous.statut, rendez_vous.commentaire) == (StatutRendezVous.EXCUSE, "Enfant malade.")


def test_absence_without_rendez_vous_counts_all_the_same(client_de, cip, parcours):
    url = reverse("parcours:absence_create", args=[parcours.beneficiaire_id])

    client_de(cip).post(url, {"statut": "absent"})

    assert RendezVous.objects.get().statut == StatutRendezVous.ABSENT


def test_the_page_of_a_person_leaves_a_trace(client_de, cip, parcours):
    client_de(cip).get(reverse("parcours:personne_detail", args=[parcours.beneficiaire_id]))

    lecture = Lecture.objects.get()
    assert (lecture.utilisateur_id, lecture.beneficiaire_id) == (cip.pk, parcours.beneficiaire_id)


def test_the_page_of_somebody_who_is_not_there_leaves_none(client_de, cip, parcours):
    reponse = client_de(cip).get(reverse("parcours:personne_detail", args=[parcours.beneficiaire_id + 1]))

    assert reponse.status_code == 404
    assert not Lecture.objects.exists()


def test_an_entretien_to_come_is_refused(client_de, cip, url):
    futur = datetime(2100, 1, 1, 9, 0).strftime("%Y-%m-%dT%H:%M")

    reponse = client_de(cip).post(url, note(date=futur))

    assert reponse.status_code == 422


def test_a_refused_note_opens_only_what_is_to_be_put_right(client_de, cip, url):
    seul = client_de(cip).post(url, note(compte_rendu="")).content.decode()
    a_deux = (
        client_de(cip)
        .post(
            url,
            note(
                compte_rendu="",
                **{"present-TOTAL_FORMS": "1", "present-INITIAL_FORMS": "0", "present-0-nom": "Mme Petit"},
            ),
        )
        .content.decode()
    )

    assert '<details class="cadre">' in seul
    assert '<details class="cadre" open>' in a_deux
