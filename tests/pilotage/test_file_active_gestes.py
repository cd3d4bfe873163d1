"""What is done from the list of the team: ticks that stay, news asked for, views kept, silences, completeness."""

import uuid
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from insertion.isolation.contexte import contexte
from pilotage.file_active.completude import remplissages
from pilotage.models import Reattribution, Relance, VueEnregistree
from pilotage.rappels import rappels_dus
from tests.conftest import membre
from tests.usines import EntretienFactory, ParcoursFactory, ReferentFactory
from tests.usines.parcours import PARIS

MATIN = datetime(2026, 11, 17, 9, 30, tzinfo=PARIS)
LE = date(2026, 11, 17)
LISTE = reverse("pilotage:file_active_list")
CHOIX = reverse("pilotage:file_active_choix")
RELANCER = reverse("pilotage:relance_create")
VUE = reverse("pilotage:vue_create")


@pytest.fixture(autouse=True)
def horloge():
    with time_machine.travel(MATIN, tick=False) as voyageur:
        yield voyageur


def suivi(referent, nom):
    """Somebody seen long ago, whose entretien is late."""
    parcours = ParcoursFactory(beneficiaire__nom=nom, beneficiaire__prenom="", date_entree=date(2026, 9, 1))
    if referent:
        ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=referent, debut=date(2026, 9, 1))
    return parcours


def lignes(client, requete="?tri=nom"):
    return {ligne.nom: ligne for ligne in client.get(f"{LISTE}{requete}").context["lignes"]}


def dus(structure, motif, le=LE):
    return [(du.utilisateur_id, du.beneficiaire_id) for du in rappels_dus(structure, le) if du.motif == motif]


def test_ticks_stay_from_page_to_page_and_through_the_filters(client_de, chef, cip, collegue):
    kaci, bako, diallo = (suivi(cip, nom).beneficiaire for nom in ("Kaci", "Bako", "Diallo"))
    client = client_de(chef)

    client.post(
        CHOIX, {"affichee": [kaci.pk, bako.pk], "personne": [kaci.pk, bako.pk]}, headers={"HX-Request": "true"}
    )
    client.post(CHOIX, {"affichee": [bako.pk]})
    page = client.get(f"{LISTE}?q=diallo")
    client.post(
        reverse("pilotage:reattribution_create"),
        {"affichee": [diallo.pk], "personne": [diallo.pk], "vers": collegue.pk, "motif": "autre"},
    )

    assert "1 personne cochée, dont 1 sur d’autres pages" in page.text
    assert set(lignes(client, "?choisies=1")) == set()  # forgotten once it is done
    assert Reattribution.objects.get().dossiers.keys() == {str(kaci.pk), str(diallo.pk)}


def test_the_referent_is_asked_for_news_until_a_contact(structure, client_de, chef, cip):
    kaci, seul = suivi(cip, "Kaci"), suivi(None, "Seul")
    donnees = {
        "personne": [kaci.beneficiaire_id, seul.beneficiaire_id],
        "mot": "Rappelez-la",
        "soumission": uuid.uuid4(),
    }
    client = client_de(chef)

    reponse = client.post(RELANCER, donnees, follow=True)
    client.post(RELANCER, donnees | {"soumission": uuid.uuid4()})

    assert "2 relances demandées" in reponse.text
    assert "1 sans référent à prévenir" in reponse.text
    assert Relance.objects.count() == 2
    assert dus(structure, "relance") == [(cip.pk, kaci.beneficiaire_id)]
    assert lignes(client)["Kaci"].relance is not None
    EntretienFactory(parcours=kaci, date=MATIN + timedelta(hours=1))
    assert dus(structure, "relance") == []


def test_the_word_is_read_in_the_list_of_reminders_and_one_click_takes_it_back(structure, client_de, chef, cip):
    kaci = suivi(cip, "Kaci")
    client = client_de(chef)
    client.post(RELANCER, {"personne": [kaci.beneficiaire_id], "mot": "Rappelez-la"})
    (du,) = [du for du in rappels_dus(structure, LE) if du.motif == "relance"]

    client.post(reverse("pilotage:relance_annulation", args=[Relance.objects.get().lot]))

    assert "Rappelez-la" not in du.texte
    assert not Relance.objects.exists()


def test_a_view_keeps_filters_and_sort_without_the_name_searched_and_opens_first(structure, client_de, chef):
    client = client_de(chef)
    autre = membre(structure, "direction")

    client.post(f"{VUE}?sans_contact=45&q=Kaci&tri=fin", {"nom": "Mes lundis", "par_defaut": "on", "partagee": "on"})
    client.post(f"{VUE}?tri=nom", {"nom": "Par nom", "par_defaut": "on"})
    vue = VueEnregistree.objects.get(nom="Mes lundis")

    assert vue.adresse == "sans_contact=45&tri=fin"
    assert client.get(LISTE).headers["Location"] == f"{LISTE}?tri=nom"
    assert client.post(f"{VUE}?tri=nom", {"nom": "Par nom"}).status_code == 422
    chez_elle = client_de(autre).get(LISTE)
    assert ("Mes lundis" in chez_elle.text, "Par nom" in chez_elle.text) == (True, False)
    assert client_de(autre).get(reverse("pilotage:vue_update", args=[vue.pk])).status_code == 404


def test_a_silence_that_is_expected_is_quiet_until_its_day_and_says_why(structure, client_de, chef, cip):
    kaci = suivi(cip, "Kaci").beneficiaire
    adresse = reverse("pilotage:silence_create", args=[kaci.pk])
    client = client_de(cip)
    avant = dus(structure, "entretien_en_retard")

    trop_tard = client.post(adresse, {"raison": "Saison", "jusqu_au": "2026-11-01", "version": 0})
    trop_long = client.post(adresse, {"raison": "Saison", "jusqu_au": "2028-01-01", "version": 0})
    client.post(adresse, {"raison": "Saison à Lyon", "jusqu_au": "2026-11-30", "version": 0})

    assert (trop_tard.status_code, trop_long.status_code) == (422, 422)
    assert avant == [(cip.pk, kaci.pk)]
    assert dus(structure, "entretien_en_retard") == []
    assert dus(structure, "entretien_en_retard", date(2026, 12, 1)) == avant
    ligne = lignes(client_de(chef))["Kaci"]
    assert (ligne.silence, ligne.silence_raison) == (date(2026, 11, 30), "Saison à Lyon")
    assert "Entretien en retard" not in ligne.motifs
    assert "Saison à Lyon" in client.get(kaci.get_absolute_url()).text
    encadrant = client_de(membre(structure, "encadrant"))
    assert "Saison à Lyon" not in encadrant.get(kaci.get_absolute_url()).text


def test_the_column_of_completeness_says_what_is_missing_in_constant_queries(
    structure, client_de, chef, cip, requetes
):
    kaci = suivi(cip, "Kaci").beneficiaire
    with requetes() as une:
        (rempli,) = remplissages(structure, [kaci.pk], LE).values()
    autres = [suivi(cip, f"Nom{rang}").beneficiaire_id for rang in range(6)]
    with requetes() as sept:
        tous = remplissages(structure, [kaci.pk, *autres], LE)

    assert "Diagnostic" in rempli.manques
    assert 0 <= rempli.pourcentage < 100
    assert (len(sept), len(tous)) == (len(une), 7)
    page = client_de(chef).get(reverse("pilotage:file_active_completude"), {"personnes": f"{kaci.pk}"})
    assert f'id="completude-{kaci.pk}"' in page.text


def test_these_gestures_are_for_supervisors_of_the_structure(client_de, chef, cip, autre_structure, etranger):
    kaci = suivi(cip, "Kaci").beneficiaire
    with contexte(autre_structure.pk):
        ailleurs = suivi(etranger, "Ailleurs").beneficiaire

    for adresse in (CHOIX, RELANCER, VUE):
        assert client_de(cip).post(adresse, {"personne": kaci.pk}).status_code == 403
    assert client_de(chef).post(RELANCER, {"personne": ailleurs.pk}).status_code == 404
    assert client_de(cip).get(reverse("pilotage:silence_create", args=[ailleurs.pk])).status_code == 404
