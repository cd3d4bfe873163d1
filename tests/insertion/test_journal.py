"""No page names somebody without a trace, and none shows anything when the trace cannot be kept."""

from types import SimpleNamespace

import pytest
from django.urls import NoReverseMatch, reverse

from beneficiaires.models import Beneficiaire
from insertion.enums import Role
from insertion.journal import ECRIRE, TropDeLectures, consigner
from insertion.models import AlerteLecture, Lecture
from tests import usines
from tests.conftest import membre
from tests.test_droits import VUES

#: One number for every row, so that one try per address finds its object.
PK = 4242
NOM = "Zyxovitch"


@pytest.fixture
def monde(structure):
    """Somebody about whom each kind of page has something to show."""
    structure.type = "chrs"  # with the contracts below, pages of both kinds of structure open
    direction = membre(structure, Role.DIRECTION)
    personne = usines.BeneficiaireFactory(pk=PK, nom=NOM)
    parcours = usines.ParcoursFactory(pk=PK, beneficiaire=personne)
    for nom in ("Referent", "Situation", "Proche", "AccordEnvoi", "MetierVise", "EtapeLogement", "Candidature"):
        getattr(usines, f"{nom}Factory")(pk=PK, beneficiaire=personne)
    for nom in ("Contrat", "Diagnostic", "Objectif", "Action", "Entretien", "Observation", "RendezVous", "Demarche"):
        getattr(usines, f"{nom}Factory")(pk=PK, parcours=parcours)
    for nom in ("Aide", "Orientation", "MiseEnRelation", "Immersion", "FormationSuivie"):
        getattr(usines, f"{nom}Factory")(pk=PK, parcours=parcours)
    usines.SeanceFactory(pk=PK)
    usines.OffreFactory(pk=PK)
    return direction


def _adresses():
    """Pages of the floors that know people: `entreprises` cannot name one."""
    for nom in sorted(nom for nom in VUES if not nom.startswith("entreprises:")):
        for arguments in ([PK], []):
            try:
                yield nom, reverse(nom, args=arguments)
            except NoReverseMatch:
                continue
            break


def test_no_page_names_somebody_without_a_trace(monde, client_de):
    client, montrees, muettes = client_de(monde), [], []
    for nom, adresse in _adresses():
        avant = Lecture.objects.count()
        reponse = client.get(adresse)
        if reponse.status_code == 200 and NOM.encode() in b"".join(reponse):
            montrees.append(nom)
            if Lecture.objects.count() == avant:
                muettes.append(nom)

    assert muettes == []
    assert len(montrees) >= 90, f"{len(montrees)} pages ont montré la personne"


def test_a_page_whose_trace_cannot_be_kept_shows_nothing(monde, client_de, monkeypatch):
    monkeypatch.setattr("insertion.journal.ECRIRE", ECRIRE.replace("insertion_lecture", "table_absente"))
    client = client_de(monde)
    client.raise_request_exception = False

    reponse = client.get(Beneficiaire.objects.get().get_absolute_url())

    assert (reponse.status_code, NOM in reponse.content.decode()) == (500, False)


@pytest.mark.parametrize(("proxys", "gardee"), [(1, "203.0.113.9"), (0, "10.0.0.2")])
def test_the_trace_keeps_the_address_of_the_visitor_that_the_throttle_counts(
    monde, client_de, settings, proxys, gardee
):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxys
    transmise = {"REMOTE_ADDR": "10.0.0.2", "headers": {"X-Forwarded-For": "198.51.100.1, 203.0.113.9"}}

    client_de(monde).get(Beneficiaire.objects.get().get_absolute_url(), **transmise)

    assert Lecture.objects.latest("at").adresse_ip == gardee


def test_mass_reading_is_stopped_and_the_direction_is_told(structure, cip, collegue, chef, client_de, monkeypatch):
    monkeypatch.setattr("insertion.journal.DOSSIERS", 2)
    adresses = [usines.BeneficiaireFactory().get_absolute_url() for _ in "123"]
    client = client_de(cip)

    statuts = [client.get(adresse).status_code for adresse in [*adresses, adresses[2], adresses[0]]]

    assert statuts == [200, 200, 429, 429, 200]  # what was open stays open
    assert "plus de 2 dossiers ouverts en dix minutes" in client.get(adresses[2]).content.decode()
    assert client_de(collegue).get(adresses[2]).status_code == 200
    equipe = client_de(chef).get(reverse("pilotage:file_active_list")).content.decode()
    assert equipe.count("Camille Dubois</strong> a été arrêté·e") == 1
    alerte = AlerteLecture.objects.get()
    client_de(chef).post(reverse("pilotage:alerte_vue", args=[alerte.pk]))
    assert "a été arrêté·e" not in client_de(chef).get(reverse("pilotage:file_active_list")).content.decode()


def test_too_many_documents_taken_away_in_an_hour_are_stopped_too(structure, cip, monkeypatch):
    monkeypatch.setattr("insertion.journal.SORTIES", 2)
    requete = SimpleNamespace(user=cip, path="/", META={}, headers={})
    for quoi in ("téléchargement : dossier", "document demandé : dossier", "identité"):
        consigner(requete, quoi, PK)

    with pytest.raises(TropDeLectures, match="documents ou exports en une heure"):
        consigner(requete, "export demandé : contrats")
