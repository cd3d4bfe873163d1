"""Who sees which reminders and which agenda: each their own, in their own structure, whatever the role."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from insertion.enums import Role
from insertion.isolation.contexte import contexte
from pilotage.models import Rappel
from pilotage.rappels import recalculer
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import BeneficiaireFactory, DiagnosticFactory, ParcoursFactory, ReferentFactory, RendezVousFactory
from tests.usines.conventions import ConventionFactory

PARIS = ZoneInfo("Europe/Paris")
LUNDI = date(2026, 11, 23)
#: Role: (motives of the reminders, names in one's own agenda of the week).
ATTENDUS = {
    Role.CHEF_SERVICE: ({"rendez_vous", "bilan_a_remettre"}, {"Personne chef_service"}),
    Role.DIRECTION: ({"rendez_vous", "bilan_a_remettre"}, {"Personne direction"}),
    Role.CHARGE_INSERTION: ({"rendez_vous", "entretien_en_retard"}, {"Personne charge_insertion"}),
    Role.ENCADRANT: ({"rendez_vous"}, {"Personne encadrant"}),
    Role.LECTURE: ({"rendez_vous"}, {"Personne lecture"}),
}


@pytest.fixture(autouse=True)
def _lundi_matin():
    with time_machine.travel(datetime(2026, 11, 23, 8, tzinfo=PARIS), tick=False):
        yield


def recevoir(utilisateur, nom, **champs):
    """Tomorrow `utilisateur` receives somebody of that name; return the parcours."""
    personne = BeneficiaireFactory(prenom="Personne", nom=nom)
    parcours = ParcoursFactory(beneficiaire=personne, dispositif__duree_max_mois=None, **champs)
    DiagnosticFactory(parcours=parcours, date=date(2026, 11, 2))
    RendezVousFactory(parcours=parcours, utilisateur=utilisateur, debut=datetime(2026, 11, 24, 10, tzinfo=PARIS))
    return parcours


@pytest.fixture
def equipe(structure, autre_structure):
    """One colleague of each role in A and a worker of B, each with an appointment; the CIP follows somebody late."""
    membres = {role: membre(structure, role) for role in ATTENDUS}
    for role, utilisateur in membres.items():
        parcours = recevoir(utilisateur, role.value)
        if role == Role.CHARGE_INSERTION:
            ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=utilisateur)
    ConventionFactory(bilan_le=date(2026, 12, 31))
    membres["B"] = membre(autre_structure, Role.CHARGE_INSERTION)
    with contexte(autre_structure.pk):
        recevoir(membres["B"], "de B")
    for une in (structure, autre_structure):
        recalculer(une.pk, LUNDI)
    return membres


@cellules("role", ATTENDUS)
def test_each_role_sees_exactly_its_own_reminders_and_its_own_agenda(equipe, client_de, role):
    motifs, noms = ATTENDUS[role]
    client = client_de(equipe[role])

    groupes = client.get(reverse("pilotage:rappel_list"))
    agenda = client.get(reverse("pilotage:agenda")).context["agenda"]

    page = groupes.content.decode()
    assert set(Rappel.objects.pour(equipe[role]).values_list("motif", flat=True)) == motifs
    assert {autre for autre in ATTENDUS if f"Personne {autre.value}" in page} == {role}
    assert ("Annexe financière" in page) == ("bilan_a_remettre" in motifs)
    assert {ligne.evenement.titre for colonne in agenda.colonnes for ligne in colonne.lignes} == noms


def test_worker_of_another_structure_sees_nothing_of_ours(equipe, client_de):
    client = client_de(equipe["B"])

    page = client.get(reverse("pilotage:rappel_list")).content.decode()
    agenda = client.get(reverse("pilotage:agenda")).context["agenda"]

    assert "Personne de B" in page
    assert not [role for role in ATTENDUS if f"Personne {role.value}" in page]
    assert {ligne.evenement.titre for c in agenda.colonnes for ligne in c.lignes} == {"Personne de B"}


def test_nobody_opens_the_reminder_of_a_colleague(equipe, client_de):
    rappel = Rappel.objects.get(motif="entretien_en_retard")
    for qui, utilisateur in equipe.items():
        statut = client_de(utilisateur).get(reverse("pilotage:rappel_report", args=[rappel.pk])).status_code
        assert statut == (200 if qui == Role.CHARGE_INSERTION else 404), qui
