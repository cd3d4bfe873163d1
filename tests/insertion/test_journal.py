"""No page names somebody without a trace, and none shows anything when the trace cannot be kept."""

import pytest
from django.urls import NoReverseMatch, reverse

from beneficiaires.models import Beneficiaire
from insertion.enums import Role
from insertion.journal import ECRIRE
from insertion.models import Lecture
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
