"""« Phrases types » and what makes a note faster: one's own, the structure's, and nobody else's."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from insertion.enums import Role
from insertion.isolation.contexte import contexte
from parcours.habitudes import Habitudes, habitudes
from parcours.models import Entretien, PhraseType
from tests.conftest import membre
from tests.usines import EntretienFactory, ParcoursFactory

LISTE = reverse("parcours:phrase_list")
CREER = reverse("parcours:phrase_create")


@pytest.fixture
def parcours(structure):
    return ParcoursFactory(beneficiaire__prenom="Nadia", beneficiaire__nom="Kaci")


def test_a_phrase_is_seen_by_its_author_only_and_that_of_the_structure_by_all(
    structure, autre_structure, cip, chef, client_de
):
    collegue = membre(structure, Role.CHARGE_INSERTION)
    client_de(cip).post(CREER, {"nom": "à moi", "texte": "Les mots du myosotis.", "version": 0, "a_tous": "on"})
    client_de(chef).post(CREER, {"nom": "à tous", "texte": "Les mots de la maison.", "version": 0, "a_tous": "on"})
    with contexte(autre_structure.pk):
        PhraseType.objects.create(nom="ailleurs", texte="Les mots d’en face.")

    vues = {qui: client_de(qui).get(LISTE).text for qui in (cip, collegue, chef)}

    assert [("myosotis" in vue, "de la maison" in vue, "en face" in vue) for vue in vues.values()] == [
        (True, True, False),
        (False, True, False),
        (False, True, False),
    ]
    with contexte(
        structure.pk, utilisateur_id=collegue.pk, role=Role.CHARGE_INSERTION
    ):  # the database itself says so
        assert set(PhraseType.objects.values_list("nom", flat=True)) == {"à tous"}


def test_only_who_sets_the_structure_up_changes_its_phrases_and_a_deletion_comes_back(
    structure, cip, chef, client_de
):
    commune = PhraseType.objects.create(nom="à tous", texte="Les mots de la maison.")
    modifier = reverse("parcours:phrase_update", args=[commune.pk])
    supprimer = reverse("parcours:phrase_delete", args=[commune.pk])

    assert [client_de(cip).get(modifier).status_code, client_de(cip).post(supprimer).status_code] == [404, 404]
    client = client_de(chef)
    assert (
        client.post(modifier, {"nom": "à tous", "texte": "Mieux dit.", "version": 0, "a_tous": "on"}).status_code
        == 302
    )
    client.post(supprimer)
    assert not PhraseType.objects.exists()
    client.post(client.get(LISTE).text.split('action="/activite/')[1].split('"')[0].join(["/activite/", ""]))

    assert PhraseType.objects.get().texte == "Mieux dit."


def test_a_name_is_used_once_by_each(structure, cip, client_de):
    deux = [
        client_de(cip).post(CREER, {"nom": "cv", "texte": "Un texte.", "version": 0}).status_code for _ in range(2)
    ]

    assert deux == [302, 422]


def test_usual_durations_and_places_are_those_that_come_back():
    lignes = [(45, "Bureau 2"), (20, "Chez elle"), (45, "Bureau 2"), (20, ""), (90, "Parc"), (None, "")]

    assert habitudes(lignes) == Habitudes([20, 45], ["Bureau 2"])


def test_beside_the_note_are_the_last_time_of_the_person_and_the_habits_of_the_writer_alone(
    parcours, cip, client_de, structure
):
    le = timezone.now() - timedelta(days=3)
    collegue = membre(structure, Role.CHARGE_INSERTION)
    for _ in range(2):
        EntretienFactory(parcours=parcours, auteur=collegue, date=le, duree_minutes=110, lieu="Chez le collègue")
        EntretienFactory(parcours=ParcoursFactory(), auteur=cip, date=le, duree_minutes=35, lieu="Mairie annexe")

    page = client_de(cip).get(reverse("parcours:entretien_habitudes", args=[parcours.beneficiaire_id])).text

    assert 'data-duree="110" data-lieu="Chez le collègue"' in page
    assert 'data-durees="35"' in page
    assert ('<option value="Mairie annexe">' in page, '<option value="Chez le collègue">' in page) == (True, False)


def test_a_transcription_of_a_hundred_thousand_characters_is_kept_whole_and_folded_in_the_thread(
    parcours, cip, client_de
):
    texte = "— Vous avez pu appeler l’école ? — Oui, hier matin. " * 2000
    client = client_de(cip)
    adresse = reverse("parcours:entretien_create", args=[parcours.beneficiaire_id])
    page = client.get(adresse)
    champs = {nom: valeur for nom, valeur in page.context["form"].initial.items() if valeur is not None}
    lignes = {f"{p}-{c}": v for p in ("action", "present") for c, v in (("TOTAL_FORMS", 0), ("INITIAL_FORMS", 0))}
    reponse = client.post(
        adresse, champs | lignes | {"compte_rendu": texte, "mode": "sur_place", "duree_minutes": 55}
    )

    assert reponse.status_code == 302
    entretien = Entretien.objects.get()
    assert (entretien.compte_rendu, entretien.duree_minutes) == (texte.strip(), 55)
    assert "Lire tout, " in client.get(reverse("parcours:personne_detail", args=[parcours.beneficiaire_id])).text
