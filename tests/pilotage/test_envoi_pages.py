"""What the team sees of the messages: what failed, here and beside the appointment; the digest at one's hour."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone

from pilotage.enums import EtatEnvoi
from pilotage.models import Envoi
from tests.cellules import cellules
from tests.usines import AccordEnvoiFactory, BeneficiaireFactory, ParcoursFactory, RendezVousFactory

PARIS = ZoneInfo("Europe/Paris")
LISTE = reverse("pilotage:envoi_list")


def un_envoi(cip, etat=EtatEnvoi.ECHEC, message="Refusé (SMS 400).", **champs):
    personne = BeneficiaireFactory(prenom="Amina", email="amina@exemple.fr")
    AccordEnvoiFactory(beneficiaire=personne)
    debut = timezone.now() + timedelta(days=2)
    rendez_vous = RendezVousFactory(parcours=ParcoursFactory(beneficiaire=personne), utilisateur=cip, debut=debut)
    return Envoi.objects.create(
        rendez_vous=rendez_vous, canal="courriel", debut=debut, etat=etat, message=message, **champs
    )


def test_what_failed_is_shown_first_and_all_of_it_on_demand(client_de, cip):
    un_envoi(cip)
    un_envoi(cip, EtatEnvoi.ENVOYE, "", envoye_at=datetime(2026, 11, 24, 9, tzinfo=PARIS))

    a_regarder, tous = (client_de(cip).get(adresse).content.decode() for adresse in (LISTE, f"{LISTE}?tous=1"))

    assert ("Refusé (SMS 400)." in a_regarder, "Envoyé le 24" in a_regarder) == (True, False)
    assert "Envoyé le 24" in tous


def test_somebody_asks_for_what_did_not_come_to_be_sent_again(client_de, cip):
    envoi = un_envoi(cip, EtatEnvoi.INCERTAIN, "Confirmation non reçue (pas de réponse à temps).", essais=3)

    client_de(cip).post(reverse("pilotage:envoi_renvoi", args=[envoi.pk]))

    envoi.refresh_from_db()
    assert (envoi.etat, envoi.essais, envoi.message) == (EtatEnvoi.A_ENVOYER, 0, "")


def test_what_was_sent_is_not_sent_again(client_de, cip):
    envoi = un_envoi(cip, EtatEnvoi.ENVOYE, "", envoye_at=timezone.now())

    client_de(cip).post(reverse("pilotage:envoi_renvoi", args=[envoi.pk]))

    envoi.refresh_from_db()
    assert envoi.etat == EtatEnvoi.ENVOYE


def test_the_appointment_says_what_became_of_its_message(client_de, cip):
    personne = un_envoi(cip).rendez_vous.parcours.beneficiaire

    page = client_de(cip).get(reverse("parcours:demarche_list", args=[personne.pk])).content.decode()

    assert '<span class="chip warn">Échec</span>' in page


def test_messages_are_closed_to_strangers_and_readers(client_de, cip, etranger, lecteur, encadrant):
    renvoi = reverse("pilotage:envoi_renvoi", args=[un_envoi(cip).pk])

    assert "Amina" not in client_de(etranger).get(LISTE).content.decode()
    assert [client_de(q).get(LISTE).status_code for q in (lecteur, encadrant)] == [403, 403]
    assert [client_de(q).post(renvoi).status_code for q in (etranger, lecteur)] == [404, 403]


@cellules("nombre", [1, 6])
def test_the_list_takes_as_many_queries_for_one_as_for_many(client_de, cip, requetes, nombre):
    for _ in range(nombre):
        un_envoi(cip)
    client = client_de(cip)
    client.get(LISTE)

    with requetes() as faites:
        client.get(LISTE)

    assert len(faites) <= 8, "\n".join(faites)


def test_a_worker_chooses_the_hour_of_their_digest_or_none(client_de, cip):
    client, adresse = client_de(cip), reverse("pilotage:courriel_reglage")

    client.post(adresse, {"courriel_rappels": "on", "heure_courriel": "08:15"})
    cip.refresh_from_db()
    choisie = (cip.courriel_rappels, cip.heure_courriel)
    client.post(adresse, {"heure_courriel": "08:15"})
    cip.refresh_from_db()

    assert choisie == (True, time(8, 15))
    assert cip.courriel_rappels is False


def test_an_hour_that_does_not_exist_is_refused(client_de, cip):
    reponse = client_de(cip).post(reverse("pilotage:courriel_reglage"), {"heure_courriel": "25:00"})

    assert reponse.status_code == 422
