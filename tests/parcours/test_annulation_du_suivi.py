"""What is written about somebody is undone for a day: all that one save wrote together, or nothing, in words."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from beneficiaires.models import Beneficiaire, Referent
from insertion.isolation.historique import evenements
from insertion.models import Geste
from parcours.models import (
    AccordObjectif,
    Action,
    Candidature,
    Diagnostic,
    Entretien,
    Evaluation,
    NoteConfidentielle,
    Objectif,
    Parcours,
    Participant,
    RendezVous,
)
from tests.cellules import cellules
from tests.usines import (
    ActionFactory,
    BeneficiaireFactory,
    DiagnosticFactory,
    DispositifFactory,
    EntretienFactory,
    EvaluationFactory,
    ObjectifFactory,
    ParcoursFactory,
    RendezVousFactory,
)

from .test_entretien import note

PAGE = reverse("insertion:activite")
SUIVI = (
    Beneficiaire,
    Referent,
    Candidature,
    Parcours,
    Entretien,
    Participant,
    Objectif,
    AccordObjectif,
    Action,
    RendezVous,
    NoteConfidentielle,
    Diagnostic,
    Evaluation,
)


@pytest.fixture
def parcours(structure):
    return ParcoursFactory(date_entree=date(2026, 1, 5))


def dossier():
    """All that is written of people, but for the versions, which go on."""
    return {m: [{**ligne, "version": 0} for ligne in m.objects.order_by("pk").values()] for m in SUIVI}


def annuler(client):
    """Press « Annuler » of the latest gesture, and read the page."""
    client.post(reverse("insertion:geste_annulation", args=[Geste.objects.first().pk]), {"suite": PAGE})
    return client.get(PAGE).content.decode()


def entretien_et_suites(parcours, cip):
    ActionFactory(parcours=parcours, intitule="Appeler la CAF")
    RendezVousFactory(parcours=parcours, utilisateur=cip, debut=timezone.now())
    suites = {"prochain_date": "2027-01-05", "prochain_heure": "10:00", "note_privee": "À part."}
    suites |= {"action-0-intitule": "Apporter le RIB", "action-0-acteur": "personne"}
    suites |= {"actions_faites": [Action.objects.get().pk]}
    return reverse("parcours:entretien_create", args=[parcours.beneficiaire_id]), note(**suites)


def entretien_corrige(parcours, cip):
    entretien = EntretienFactory(parcours=parcours, auteur=cip)
    corrige = note(version=0, compte_rendu="Autre texte.")
    corrige |= {
        "present-TOTAL_FORMS": 1,
        "present-INITIAL_FORMS": 0,
        "present-0-nom": "Mme Roy",
        "present-0-qualite": "",
    }
    return reverse("parcours:entretien_update", args=[entretien.pk]), corrige


def premier_entretien(parcours, cip):
    personne, dispositif = BeneficiaireFactory(), DispositifFactory()
    return reverse("parcours:entretien_create", args=[personne.pk]), note(dispositif=dispositif.pk)


def objectif_et_accord(parcours, cip):
    dit = {"intitule": "Passer le permis", "domaine": "mobilite", "accord": "oui", "accord_le": "2026-03-20"}
    return reverse("parcours:objectif_create", args=[parcours.pk]), dit


def objectif_corrige(parcours, cip):
    objectif = ObjectifFactory(parcours=parcours, domaine="famille")
    ActionFactory(parcours=parcours, objectif=objectif)
    dit = {"version": 0, "intitule": "Autre", "domaine": "mobilite", "etat": "atteint"}
    return reverse("parcours:objectif_update", args=[objectif.pk]), dit


def action(parcours, cip):
    return reverse("parcours:action_create", args=[parcours.pk]), {"intitule": "Écrire", "acteur": "personne"}


def diagnostic(parcours, cip):
    dit = {"version": 0, "moment": "entree", "date": "2026-03-20", "niveau_logement": "1"}
    return reverse("parcours:diagnostic_create", args=[parcours.pk]), dit


def diagnostic_corrige(parcours, cip):
    evaluation = EvaluationFactory(diagnostic=DiagnosticFactory(parcours=parcours), niveau=1)
    dit = {"version": 0, "moment": "entree", "date": "2026-03-20", "niveau_logement": "4", "niveau_budget": "2"}
    return reverse("parcours:diagnostic_update", args=[evaluation.diagnostic_id]), dit


def personne(parcours, cip):
    return reverse("beneficiaires:beneficiaire_create"), {"prenom": "Bruno", "nom": "Lecomte", "referent": cip.pk}


def demande_recue(parcours, cip):
    recue = {"prenom": "Bruno", "nom": "Lecomte", "date": "2026-11-02"}
    return reverse("parcours:candidat_create"), recue


@cellules(
    "geste",
    [
        entretien_et_suites,
        entretien_corrige,
        premier_entretien,
        objectif_et_accord,
        objectif_corrige,
        action,
        diagnostic,
        diagnostic_corrige,
        personne,
        demande_recue,
    ],
)
def test_what_was_written_is_undone_with_all_that_went_with_it(client_de, cip, parcours, geste):
    url, donnees = geste(parcours, cip)
    avant, client = dossier(), client_de(cip)
    assert client.post(url, donnees | {"soumission": uuid.uuid4()}).status_code == 302
    fait = dossier()

    page = annuler(client)

    assert "Annulé à" in page
    assert fait != avant == dossier()


def test_the_bar_tells_all_that_a_first_note_created(client_de, cip, parcours):
    url, donnees = premier_entretien(parcours, cip)
    suites = {"prochain_date": "2027-01-05", "prochain_heure": "10:00"}
    suites |= {"action-0-intitule": "Apporter le RIB", "action-0-acteur": "personne"}

    reponse = client_de(cip).post(url, donnees | suites, follow=True)

    dispositif = Parcours.objects.exclude(pk=parcours.pk).get().dispositif
    page = reponse.content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "Rendez-vous le mardi 5 janvier à 10 h 00, action à faire « Apporter le RIB »" in page
    assert f"parcours ouvert : {dispositif}." in page


def test_what_was_undone_stays_in_the_history(client_de, cip, parcours):
    url, donnees = entretien_et_suites(parcours, cip)
    client = client_de(cip)
    client.post(url, donnees)
    entretien = Entretien.objects.get()

    annuler(client)

    (efface, _) = evenements(Entretien, entretien.pk)
    assert (efface.pgh_label, efface.compte_rendu) == ("delete", entretien.compte_rendu)


def test_nothing_of_a_note_is_undone_once_somebody_touched_a_part_of_it(client_de, cip, collegue, parcours):
    url, donnees = entretien_et_suites(parcours, cip)
    client = client_de(cip)
    client.post(url, donnees)
    nouvelle = Action.objects.get(intitule="Apporter le RIB")
    client_de(collegue).post(reverse("parcours:action_etat", args=[nouvelle.pk]), {"etat": "fait"})
    fait = dossier()
    (sien,) = Geste.objects.filter(utilisateur=cip)

    client.post(reverse("insertion:geste_annulation", args=[sien.pk]), {"suite": PAGE})

    assert f"{collegue} l’a modifié depuis" in client.get(PAGE).content.decode()
    assert dossier() == fait


def test_a_new_person_goes_only_while_nothing_else_is_written_in_their_file(client_de, cip, parcours):
    url, donnees = personne(parcours, cip)
    client = client_de(cip)
    client.post(url, donnees | {"soumission": uuid.uuid4()})
    bruno = Beneficiaire.objects.get(nom="Lecomte")
    EntretienFactory(parcours=ParcoursFactory(beneficiaire=bruno))

    page = annuler(client)

    assert "autre chose s’y est rattaché depuis" in page
    assert Beneficiaire.objects.filter(pk=bruno.pk).exists()


def test_an_objectif_under_which_an_action_was_put_since_stays(client_de, cip, parcours):
    url, donnees = objectif_et_accord(parcours, cip)
    client = client_de(cip)
    client.post(url, donnees | {"soumission": uuid.uuid4()})
    ActionFactory(parcours=parcours, objectif=Objectif.objects.get())

    assert "autre chose s’y est rattaché depuis (action)" in annuler(client)
    assert Action.objects.get().objectif == Objectif.objects.get()


def test_what_one_may_not_see_of_a_file_holds_it_too(client_de, cip, collegue, parcours):
    """A working note of a colleague: the refusal does not say what it is."""
    url, donnees = premier_entretien(parcours, cip)
    client = client_de(cip)
    client.post(url, donnees)
    ouvert = Parcours.objects.exclude(pk=parcours.pk).get()
    ouvert.notes_confidentielles.create(auteur=collegue, date=timezone.now() - timedelta(hours=1), texte="À part.")

    page = annuler(client)

    assert "Cela ne s’annule plus" in page
    assert Entretien.objects.exists()
