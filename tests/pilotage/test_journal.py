"""« Qui a consulté, qui a modifié »: the file of one person, in sentences, for those who answer for it."""

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from insertion.enums import Role
from insertion.isolation.contexte import contexte
from insertion.models import Lecture
from parcours.models import NoteConfidentielle
from pilotage.journal.genres import genres
from pilotage.journal.phrases import CHAMPS, QUOI, est_sans_nom, libelle, montres
from tests.conftest import membre
from tests.usines import BeneficiaireFactory, EntretienFactory, ParcoursFactory


@pytest.fixture
def personne(structure):
    return BeneficiaireFactory(nom="Benali", telephone="+33612345678")


@pytest.fixture
def direction(structure):
    return membre(structure, Role.DIRECTION)


def adresse(personne, **filtres):
    return reverse("pilotage:personne_journal", args=[personne.pk], query=filtres)


def par(utilisateur):
    """Work as a request of `utilisateur` does."""
    appartenance = utilisateur.appartenance
    return contexte(appartenance.structure_id, utilisateur_id=utilisateur.pk, role=appartenance.role, origine="essai")


def page(client, *arguments, **filtres):
    filtres = {"quoi": ""} | filtres
    return " ".join(client.get(adresse(*arguments, **filtres)).content.decode().split())


def test_who_read_and_who_changed_is_said_in_french(client_de, chef, cip, personne):
    client_de(cip).get(reverse("parcours:diagnostic_evolution", args=[personne.pk]))
    with par(cip):
        personne.telephone = "+33712345678"
        personne.save()

    html = page(client_de(chef), personne)

    assert "<strong>Camille Dubois</strong> a consulté les diagnostics" in html
    assert "127.0.0.1" not in html  # kept in the sealed log, of no use to who reads this page
    assert "<strong>Camille Dubois</strong> a modifié l’identité" in html
    assert (
        '06 12 34 56 78 <span aria-hidden="true">→</span><span class="visually-hidden">devient</span> 07 12' in html
    )
    assert "<strong>Tremplin</strong> a ajouté l’identité" in html


def test_what_was_deleted_and_what_was_done_past_the_application_show_too(client_de, chef, personne):
    parcours = ParcoursFactory(beneficiaire=personne)
    entretien = EntretienFactory(parcours=parcours)
    with par(chef):
        entretien.delete()
    with connection.cursor() as curseur:
        curseur.execute("SELECT set_config('pghistory.context_metadata', '', true)")
        curseur.execute("UPDATE beneficiaires_beneficiaire SET commune = 'Lille' WHERE id = %s", [personne.pk])

    html = page(client_de(chef), personne)

    assert "Aude Lebrun</strong> a supprimé un entretien" in html
    assert "Quelqu’un, directement dans la base de données,</strong> a modifié l’identité" in html


def test_events_of_a_sensitive_table_follow_its_policy_and_its_text_never_shows(
    client_de, cip, chef, direction, personne
):
    parcours = ParcoursFactory(beneficiaire=personne)
    with par(cip):
        note = NoteConfidentielle.objects.create(parcours=parcours, auteur=cip, date=timezone.now(), texte="Secret A")
        note.texte = "Secret B"
        note.save()

    assert "a modifié une note confidentielle" in page(client_de(chef), personne)
    assert "Secret" not in page(client_de(chef), personne)
    assert "note confidentielle" not in page(client_de(direction), personne)


def test_the_journal_is_filtered_by_colleague_kind_and_period(client_de, chef, cip, collegue, personne):
    for qui in (cip, collegue):
        client_de(qui).get(reverse("beneficiaires:beneficiaire_detail", args=[personne.pk]))
    client = client_de(chef)

    du_collegue = page(client, personne, auteur=collegue.pk, quoi="lectures")

    assert "Karim Benzema-Morel</strong> a consulté l’identité" in du_collegue
    assert "Camille Dubois</strong>" not in du_collegue
    assert "</strong> a consulté" not in page(client, personne, quoi="modifications")
    assert "Rien dans ce journal" in page(client, personne, du="2099-01-01")
    assert client.get(adresse(personne, du="hier", auteur="x", quoi="'", page="-1")).status_code == 200


def test_the_journal_is_for_the_chef_and_the_direction_of_the_structure(
    client_de, chef, cip, encadrant, administratif, etranger, direction, personne
):
    statuts = {u.appartenance.role: client_de(u).get(adresse(personne)).status_code for u in (chef, direction)}
    refus = [client_de(u).get(adresse(personne)).status_code for u in (cip, encadrant, administratif, etranger)]

    assert statuts == {"chef_service": 200, "direction": 200}
    assert refus == [403, 403, 403, 403]


def test_the_journal_costs_the_same_for_one_event_as_for_many(client_de, chef, personne, requetes):
    parcours, client = ParcoursFactory(beneficiaire=personne), client_de(chef)
    couts = []
    for nombre in (1, 8):
        for _ in range(nombre):
            EntretienFactory(parcours=parcours)
            Lecture.objects.create(utilisateur_id=chef.pk, beneficiaire_id=personne.pk, quoi="Emploi", chemin="/")
        with requetes() as faites:
            client.get(adresse(personne))
        couts.append(len(faites))

    assert couts[0] == couts[1]


def test_every_table_that_speaks_of_somebody_has_its_words():
    assert set(QUOI) == set(genres())
    assert {apps.get_model(nom)._meta.label_lower for nom in QUOI} == set(QUOI)


#: Columns whose bare name is already the French word.
DEJA_FRANCAIS = {
    *("adresse", "auteur", "autonomie", "avis", "candidature", "commentaire", "commune", "contact", "contrat"),
    *("convention", "date", "diagnostic", "dispositif", "document", "domaine", "entreprise", "entretien", "fichier"),
    *("financeur", "genre", "grille", "habitat", "heures", "horaires", "immersion", "jours", "lien", "lieu"),
    *("message", "mode", "mois", "moment", "motif", "motivation", "niveau", "nom", "notice", "objectif", "objet"),
    *("observation", "offre", "organisme", "outil", "parcours", "partenaire", "participation", "plafond"),
    *("plancher", "poste", "prescripteur", "prestation", "projet", "raison", "raisons", "remarque", "renouvelle"),
    *("sensible", "site", "situation", "statut", "tuteur"),
}


def test_every_field_that_a_change_may_name_has_a_french_name():
    muets = {
        champ.name
        for genre in genres().values()
        for champ in montres(genre.histoire)
        if est_sans_nom(champ) and champ.name not in CHAMPS
    }

    assert muets - DEJA_FRANCAIS == set()
    champ = apps.get_model("parcours.validationplan")._meta.get_field("decidee_par")
    assert libelle(champ) == "décidée par"


def test_the_journal_opens_on_who_read_under_no_tab(client_de, cip, chef, personne):
    client_de(cip).get(reverse("beneficiaires:beneficiaire_detail", args=[personne.pk]))
    with par(cip):
        personne.commune = "Lille"
        personne.save()

    html = " ".join(client_de(chef).get(adresse(personne)).content.decode().split())

    assert ("a consulté l’identité" in html, "a modifié l’identité" in html) == (True, False)
    assert 'aria-current="page">Identité' not in html
