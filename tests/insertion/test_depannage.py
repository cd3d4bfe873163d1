"""The support enters for one hour, once two colleagues agree; the structure reads what it read."""

from datetime import timedelta

import pytest
import time_machine

from insertion.enums import Role
from insertion.models import AccesSupport
from tests.conftest import membre
from tests.usines import AppartenanceFactory, BeneficiaireFactory, UtilisateurFactory


@pytest.fixture
def depanneuse(db):
    return UtilisateurFactory(prenom="Sonia", nom="Technique", depannage=True)


@time_machine.travel("2026-11-30 10:00 +0100", tick=False)
def test_the_support_enters_for_one_hour_once_a_second_person_agrees(chef, structure, client_de, depanneuse):
    personne = BeneficiaireFactory(nom="Benali")
    direction = membre(structure, Role.DIRECTION)
    demandeur, approbateur, entree = client_de(chef), client_de(direction), client_de(depanneuse)
    demandeur.post("/equipe/depannage/", {"intervenant": depanneuse.pk, "motif": "La liste ne s’affiche plus"})
    acces = AccesSupport.objects.get()

    assert entree.get("/beneficiaires/").status_code == 403
    assert demandeur.post(f"/equipe/depannage/{acces.pk}/approbation/").status_code == 403
    approbateur.post(f"/equipe/depannage/{acces.pk}/approbation/")

    entree = client_de(depanneuse)
    with time_machine.travel("2026-11-30 10:20 +0100", tick=False):
        fiche = entree.get(f"/beneficiaires/{personne.pk}/").content.decode()
        assert "Dépannage, en lecture, jusqu’à 11:00" in fiche
        assert entree.post(f"/beneficiaires/{personne.pk}/modification/", {"nom": "Autre"}).status_code == 403
        assert "Sonia" not in approbateur.get("/equipe/comptes/").content.decode()
        lu = approbateur.get(f"/equipe/depannage/{acces.pk}/").content.decode()
        assert f"dossier n° {personne.pk}" in lu
    with time_machine.travel("2026-11-30 11:01 +0100", tick=False):
        assert client_de(depanneuse).get("/beneficiaires/").status_code == 403


def test_the_structure_closes_before_the_hour_and_can_open_again_the_same_day(chef, structure, client_de, depanneuse):
    direction = client_de(membre(structure, Role.DIRECTION))
    for _ in range(2):
        client_de(chef).post("/equipe/depannage/", {"intervenant": depanneuse.pk, "motif": "Un écran vide"})
        acces = AccesSupport.objects.latest("pk")
        direction.post(f"/equipe/depannage/{acces.pk}/approbation/")
        assert client_de(depanneuse).get("/beneficiaires/").status_code == 200
        direction.post(f"/equipe/depannage/{acces.pk}/fin/")
        assert client_de(depanneuse).get("/beneficiaires/").status_code == 403

    acces.refresh_from_db()
    assert acces.fin_at - acces.approuve_at < timedelta(hours=1)


def test_a_colleague_or_a_stranger_never_passes_for_the_support(chef, cip, etranger, client_de):
    for quelqu_un in (cip, etranger):
        reponse = client_de(chef).post("/equipe/depannage/", {"intervenant": quelqu_un.pk, "motif": "x"})
        assert reponse.status_code == 422
    assert client_de(cip).get("/equipe/depannage/").status_code == 403


def test_somebody_who_came_to_work_here_since_reads_with_their_own_access(chef, structure, client_de, depanneuse):
    client_de(chef).post("/equipe/depannage/", {"intervenant": depanneuse.pk, "motif": "Un écran vide"})
    AppartenanceFactory(utilisateur=depanneuse, structure=structure, role=Role.LECTURE)

    approbateur = client_de(membre(structure, Role.DIRECTION))
    reponse = approbateur.post(f"/equipe/depannage/{AccesSupport.objects.get().pk}/approbation/")

    assert reponse.status_code == 403
