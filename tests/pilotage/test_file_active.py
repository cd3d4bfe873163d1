"""« Équipe »: who asks to be looked at and why, how the work is shared."""

from datetime import date, datetime, timedelta
from itertools import cycle

import pytest
import time_machine
from django.urls import reverse

from insertion.enums import Role, TypeStructure
from insertion.isolation.contexte import contexte
from parcours.enums import TypeContrat
from pilotage.enums import MotifSourdine
from pilotage.file_active import MOTIFS, Ligne, charges
from pilotage.file_active.liste import COLONNES
from pilotage.filters import FileActiveFilter
from pilotage.models import Sourdine
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import (
    ActionFactory,
    ContratFactory,
    DiagnosticFactory,
    DispositifFactory,
    EntretienFactory,
    ParcoursFactory,
    ReferentFactory,
    RendezVousFactory,
)
from tests.usines.parcours import PARIS

LISTE = reverse("pilotage:file_active_list")
LE = date(2026, 11, 17)


@pytest.fixture(autouse=True)
def un_mardi():
    with time_machine.travel(datetime(2026, 11, 17, 9, 30, tzinfo=PARIS), tick=False):
        yield


def suivi(referent, nom, *, vu=LE - timedelta(days=3), entree=date(2026, 9, 1), **champs):
    """Somebody of whom nothing is late but what the test adds; `vu` None: never seen."""
    champs.setdefault("dispositif", DispositifFactory(duree_max_mois=None))
    parcours = ParcoursFactory(beneficiaire__nom=nom, beneficiaire__prenom="", date_entree=entree, **champs)
    DiagnosticFactory(parcours=parcours, date=date(2026, 10, 1))
    if vu:
        EntretienFactory(parcours=parcours, date=datetime.combine(vu, datetime.min.time(), tzinfo=PARIS))
    if referent:
        ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=referent)
    return parcours


def lignes(client, requete=""):
    return {ligne.nom: ligne for ligne in client.get(f"{LISTE}{requete}").context["lignes"]}


@cellules("role", [Role.CHARGE_INSERTION, Role.ENCADRANT, Role.ADMINISTRATIF, Role.BENEVOLE])
def test_whoever_does_not_supervise_is_refused(structure, client_de, role):
    assert client_de(membre(structure, role)).get(LISTE).status_code == 403


def test_each_reason_is_said_in_words_and_the_worst_file_comes_first(client_de, chef, cip):
    suivi(cip, "Calme")
    suivi(cip, "Muet", vu=date(2026, 9, 10))
    suivi(None, "Seul")
    ActionFactory(parcours=suivi(cip, "Action"), echeance=date(2026, 11, 1))
    contrat = {"type": TypeContrat.CDDI, "date_debut": date(2026, 6, 1), "date_fin": date(2026, 12, 10)}
    ContratFactory(parcours=suivi(cip, "Contrat", entree=date(2026, 6, 1)), **contrat)
    temps = DispositifFactory(duree_max_mois=3)
    suivi(cip, "Terme", dispositif=temps)

    trouvees = lignes(client_de(chef))

    assert {nom: ligne.motifs for nom, ligne in trouvees.items()} == {
        "Seul": ["Sans référent en poste"],
        "Muet": ["Entretien en retard"],
        "Contrat": ["Contrat à renouveler"],
        "Terme": ["Fin du PASS IAE ou du parcours"],
        "Action": ["Action en retard"],
        "Calme": [],
    }
    assert list(trouvees) == ["Seul", "Muet", "Contrat", "Terme", "Action", "Calme"]


def test_where_nobody_is_employed_no_view_and_no_filter_names_a_contract(client_de, chef, structure):
    def page():
        return client_de(chef).get(LISTE).content.decode()

    assert ("Contrats à renouveler" in page(), 'value="fin_de_contrat"' in page()) == (True, True)
    structure.type = TypeStructure.CHRS
    structure.save()
    assert ("Contrats à renouveler" in page(), 'value="fin_de_contrat"' in page()) == (False, False)


def test_a_row_says_the_last_contact_the_next_rendez_vous_what_is_late_and_what_ends(client_de, chef, cip):
    parcours = suivi(cip, "Kaci", date_fin_prevue=date(2027, 2, 28))
    demain = datetime(2026, 11, 18, 10, tzinfo=PARIS)
    RendezVousFactory(parcours=parcours, utilisateur=cip, debut=demain)
    ActionFactory(parcours=parcours, echeance=date(2026, 11, 2))
    ActionFactory(parcours=parcours, echeance=date(2026, 11, 3))
    ActionFactory(parcours=parcours, echeance=date(2026, 12, 3))
    suivi(cip, "Parti", date_sortie=date(2026, 11, 1))

    (ligne,) = lignes(client_de(chef)).values()

    assert (ligne.jours, ligne.rendez_vous, ligne.actions, ligne.fin) == (3, demain, 2, date(2027, 2, 28))
    assert ligne.noms_referents == "Camille Dubois"


def test_a_colleague_who_left_leaves_their_people_without_a_referent(client_de, chef, cip):
    suivi(cip, "Kaci")
    cip.appartenance.fin = LE - timedelta(days=1)
    cip.appartenance.save()

    client = client_de(chef)

    assert lignes(client)["Kaci"].motifs == ["Sans référent en poste"]
    assert [(str(c), c.en_poste) for c in client.get(LISTE).context["charges"]] == [("Camille Dubois", False)]


@cellules(
    ("sortie", "motifs"),
    [(LE, []), (LE + timedelta(days=1), ["Entretien en retard"])],
    ids=["today", "tomorrow"],
)
def test_no_entretien_is_late_of_somebody_who_leaves_today(client_de, chef, cip, sortie, motifs):
    suivi(cip, f"Parti {sortie}", vu=date(2026, 9, 10), date_sortie=sortie)

    assert lignes(client_de(chef))[f"Parti {sortie}"].motifs == motifs


def test_nothing_is_asked_about_somebody_whose_reminders_are_paused(client_de, chef, cip):
    parcours = suivi(cip, "Kaci", vu=None)
    Sourdine.objects.create(
        beneficiaire=parcours.beneficiaire, motif=MotifSourdine.CONGE, debut=date(2026, 11, 1), auteur=chef
    )

    assert lignes(client_de(chef))["Kaci"].motifs == []


def test_filters_add_up_and_travel_in_the_address(client_de, chef, cip, collegue):
    chantier = DispositifFactory(nom="Chantier", duree_max_mois=None)
    suivi(cip, "Kaci", vu=date(2026, 9, 10), dispositif=chantier)
    suivi(cip, "Bako", dispositif=chantier)
    suivi(collegue, "Diallo", vu=date(2026, 9, 10))
    suivi(None, "Neuf", entree=date(2026, 11, 3))
    client = client_de(chef)

    assert set(lignes(client, f"?referent={cip.pk}")) == {"Kaci", "Bako"}
    assert set(lignes(client, "?referent=personne")) == {"Neuf"}
    assert set(lignes(client, f"?dispositif={chantier.pk}&motif=entretien_en_retard")) == {"Kaci"}
    assert set(lignes(client, "?sans_contact=30")) == {"Kaci", "Diallo"}
    assert set(lignes(client, "?entrees=mois")) == {"Neuf"}
    assert set(lignes(client, "?q=diall")) == {"Diallo"}
    assert list(lignes(client, "?tri=nom")) == ["Bako", "Diallo", "Kaci", "Neuf"]


def test_an_address_that_says_nothing_known_narrows_nothing(client_de, chef, cip):
    suivi(cip, "Kaci")

    assert set(lignes(client_de(chef), "?motif=rien&dispositif=abc&sans_contact=-4&referent=x&tri=y")) == {"Kaci"}


def test_every_heading_sorts(client_de, chef, cip):
    suivi(cip, "Kaci")
    client = client_de(chef)
    for colonne in client.get(LISTE).context["filtre"].colonnes():
        assert client.get(f"{LISTE}?tri={colonne['tri']}").status_code == 200


def test_the_list_whose_sql_is_kept_is_the_one_that_is_asked_for(client_de, structure, chef, cip, autre_structure):
    """Sorted in any way and narrowed in another at each sort, by two structures that do not worry on the same day."""
    structure.delai_diagnostic_jours = 200
    structure.save()
    suivi(cip, "Muet", vu=date(2026, 9, 10))
    suivi(None, "Seul")
    ParcoursFactory(beneficiaire__nom="Neuf", date_entree=date(2026, 9, 1))
    with contexte(autre_structure.pk, origine="test"):
        ailleurs = ParcoursFactory(
            structure=autre_structure, beneficiaire__nom="Ailleurs", date_entree=date(2026, 9, 1)
        )
    voisin = membre(autre_structure, Role.CHEF_SERVICE)

    demandes = ("", f"referent={cip.pk}", "referent=personne", "motif=sans_referent", "sans_contact=5")
    for tri, demande in zip(FileActiveFilter.tris, cycle(demandes), strict=False):
        page = client_de(chef).get(f"{LISTE}?{demande}&tri={tri}").context
        filtre = page["filtre"]
        demandees = [Ligne(*valeurs, le=LE) for valeurs in filtre.resultats.values_list(*COLONNES)]
        assert page["lignes"] == demandees, (demande, tri)
        assert page["page"].paginator.count == len(demandees)

    assert lignes(client_de(chef))["Neuf"].motifs == ["Sans référent en poste", "Entretien en retard"]
    assert set(lignes(client_de(voisin))) == {"Ailleurs"}
    assert MOTIFS["diagnostic_initial"] in lignes(client_de(voisin))[ailleurs.beneficiaire.nom].motifs


def test_people_of_another_structure_are_never_there(client_de, chef, autre_structure, etranger):
    with contexte(autre_structure.pk):
        suivi(etranger, "Ailleurs")

    reponse = client_de(chef).get(LISTE)

    assert reponse.context["lignes"] == []
    assert "Le Goff" not in reponse.text


def test_the_load_is_weighted_by_the_rhythm_and_ordered_by_name(structure, client_de, chef, cip, collegue):
    suivi(cip, "Souvent", rythme_entretiens=10)
    suivi(cip, "Muet", rythme_entretiens=30, vu=date(2026, 9, 10))
    ActionFactory(parcours=suivi(cip, "Rare", rythme_entretiens=60), echeance=date(2026, 11, 1))

    benzema, dubois = charges(structure, LE)

    assert (str(benzema), benzema.personnes, benzema.entretiens) == ("Karim Benzema-Morel", 0, 0)
    assert (dubois.personnes, dubois.entretiens) == (3, 4)  # 3 + 1 + 1/2 a month, rounded
    assert (dubois.entretiens_en_retard, dubois.actions_en_retard) == (1, 1)
    page = client_de(chef).get(LISTE)
    assert "jamais pour les classer" in page.text
    assert page.context["mediane"] == 2  # of 0 and 4: what a share is compared with, not the longest bar


def test_the_page_asks_as_many_questions_for_one_as_for_many(client_de, chef, cip, collegue, requetes):
    client = client_de(chef)
    suivi(cip, "Kaci")
    client.get(LISTE)
    with requetes() as une:
        client.get(LISTE)
    for rang in range(12):
        suivi((cip, collegue)[rang % 2], f"Nom{rang}", vu=None)
    with requetes() as douze:
        client.get(LISTE)

    assert len(douze) == len(une)
    assert len(une) < 20


def test_the_sheet_of_a_one_to_one_holds_all_the_people_of_the_colleague_and_no_note(
    client_de, chef, cip, collegue, requetes
):
    client = client_de(chef)
    adresse = reverse("pilotage:file_active_collegue", args=[cip.pk])
    parcours = suivi(cip, "Kaci")
    EntretienFactory(parcours=parcours, compte_rendu="Nuit difficile", date=datetime(2026, 11, 10, tzinfo=PARIS))
    suivi(collegue, "Autre")
    client.get(adresse)
    with requetes() as une:
        client.get(adresse)
    for rang in range(60):
        suivi(cip, f"Nom{rang}", vu=None)

    with requetes() as plusieurs:
        reponse = client.get(adresse)

    assert len(plusieurs) == len(une)
    assert len(reponse.context["lignes"]) == 61
    assert "Nuit difficile" not in reponse.text
    assert "Autre" not in reponse.text


def test_the_sheet_is_for_supervisors_and_their_own_team(client_de, chef, cip, etranger):
    siennes, ailleurs = (reverse("pilotage:file_active_collegue", args=[qui.pk]) for qui in (cip, etranger))

    assert client_de(cip).get(siennes).status_code == 403
    assert client_de(chef).get(ailleurs).status_code == 404
