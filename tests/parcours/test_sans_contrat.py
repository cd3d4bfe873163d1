"""A structure that signs no work contract never reads a word about one (metier.md §6.3, issue « Must show » 2)."""

import re
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from insertion.enums import TypeStructure
from tests.cellules import cellules
from tests.usines import (
    EtapeLogementFactory,
    ObjectifFactory,
    ParcoursFactory,
    ProcheFactory,
    ReferentFactory,
    SituationFactory,
    SortieFactory,
    SuiviPostSortieFactory,
)

INTERDITS = re.compile(r"contrat|CDDI|CTPH|\bPASS\b|salarié|avenant|renouvellement", re.IGNORECASE)
SUR_LA_PERSONNE = (
    "parcours:personne_detail",
    "beneficiaires:beneficiaire_detail",
    "beneficiaires:beneficiaire_update",
    "beneficiaires:situation_create",
    "beneficiaires:proche_create",
    "beneficiaires:document_create",
    "parcours:diagnostic_evolution",
    "parcours:parcours_create",
    "parcours:entretien_create",
    "parcours:rendez_vous_create",
    "parcours:projet_detail",
    "parcours:personne_offres",
    "parcours:mise_en_relation_create",
    "parcours:appuis_list",
    "parcours:demarche_list",
    "parcours:contact_create",
    "parcours:formation_create",
    "parcours:logement_detail",
    "parcours:etape_logement_create",
)
SUR_LE_PARCOURS = (
    "parcours:parcours_update",
    "parcours:diagnostic_create",
    "parcours:plan_detail",
    "parcours:plan_remis",
    "parcours:objectif_create",
    "parcours:action_create",
    "parcours:sortie_create",
    "parcours:sortie_detail",
    "parcours:suivi_sortie_create",
)


@pytest.fixture(autouse=True)
def aujourdhui():
    with time_machine.travel("2026-11-22 10:00+01:00", tick=False):
        yield


@pytest.fixture(params=[TypeStructure.CHRS, TypeStructure.PLIE, TypeStructure.CLUBHOUSE], ids=str)
def personne(request, structure, referentiels, cip):
    """Somebody who left, came back, and of whom something of everything is known."""
    structure.type = request.param
    structure.save()
    sortie = SortieFactory(
        motif_code="LOG-AUTONOME",
        motif_libelle="Accès à un logement autonome",
        categorie="logement",
        edition="2026-11",
    )
    beneficiaire = sortie.parcours.beneficiaire
    SuiviPostSortieFactory(parcours=sortie.parcours)
    ObjectifFactory(parcours=ParcoursFactory(beneficiaire=beneficiaire, date_entree=date(2026, 10, 5)))
    ReferentFactory(beneficiaire=beneficiaire, utilisateur=cip)
    SituationFactory(beneficiaire=beneficiaire)
    ProcheFactory(beneficiaire=beneficiaire)
    EtapeLogementFactory(beneficiaire=beneficiaire)
    return beneficiaire


def lus(html):
    """What a reader sees, and what a screen reader says: the tags go, their labels stay."""
    corps = re.sub(r"<(script|style|head)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return re.sub(r"<(?!option)[^>]*?(?:aria-label=\"([^\"]*)\")?[^>]*>", r" \1 ", corps)


@cellules("nom", SUR_LA_PERSONNE)
def test_no_page_of_the_person_speaks_of_contracts(client_de, cip, structure, personne, nom):
    reponse = client_de(cip).get(reverse(nom, args=[personne.pk]))

    assert reponse.status_code == (404 if "logement" in nom and not structure.heberge else 200)
    assert INTERDITS.findall(lus(reponse.content.decode())) == []


@cellules("nom", SUR_LE_PARCOURS)
def test_no_page_of_the_parcours_speaks_of_contracts(client_de, cip, personne, nom):
    for parcours in personne.parcours.all():
        reponse = client_de(cip).get(reverse(nom, args=[parcours.pk]))

        assert reponse.status_code in (200, 302)
        assert INTERDITS.findall(lus(reponse.content.decode())) == []


def test_the_words_are_there_where_people_are_employed(client_de, cip, structure, referentiels):
    parcours = ParcoursFactory(pass_numero="999991234567")

    page = client_de(cip).get(parcours.beneficiaire.get_absolute_url()).content.decode()

    assert "PASS IAE" in page
