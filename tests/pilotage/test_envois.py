"""What a person receives before an appointment: agreed to, two days before, once, and nothing of what it is about."""

import ssl
import threading
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from ipaddress import ip_address
from zoneinfo import ZoneInfo

import pytest
import time_machine
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.core import mail

from beneficiaires.enums import Canal
from insertion.isolation.contexte import contexte
from parcours.enums import StatutRendezVous
from pilotage import tasks
from pilotage.enums import EtatEnvoi
from pilotage.envois import pannes
from pilotage.envois.preparation import ORIGINE, preparer
from pilotage.envois.remise import PATIENCE, distribuer
from pilotage.models import Envoi
from tests.cellules import cellules
from tests.usines import AccordEnvoiFactory, BeneficiaireFactory, ParcoursFactory, RendezVousFactory

PARIS = ZoneInfo("Europe/Paris")
LE_RENDEZ_VOUS = datetime(2026, 11, 26, 10, 30, tzinfo=PARIS)
J_MOINS_2 = datetime(2026, 11, 24, 9, 0, tzinfo=PARIS)


class Prestataire(BaseHTTPRequestHandler):
    """A provider of SMS: `code` is what it answers, `recus` what it was asked."""

    code, recus, muet = 202, [], False

    def do_POST(self):
        corps = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.recus.append((dict(self.headers), corps))
        if self.muet:
            return
        self.send_response(self.code)
        self.send_header("Location", "/ailleurs")
        self.end_headers()
        self.wfile.write(b'{"id": "abc-1"}')

    def log_message(self, *args):
        """Say nothing on the terminal."""


@pytest.fixture
def prestataire(settings):
    """A class of its own for each test, behind a real HTTP server."""
    genre = type("UnPrestataire", (Prestataire,), {"recus": []})
    serveur = ThreadingHTTPServer(("127.0.0.1", 0), genre)
    threading.Thread(target=serveur.serve_forever, daemon=True).start()
    settings.SMS_URL = f"http://127.0.0.1:{serveur.server_port}/messages"
    settings.SMS_JETON, settings.SMS_DELAI = "jeton-du-test", 2
    yield genre
    serveur.shutdown()
    serveur.server_close()


@pytest.fixture
def amina(structure):
    return BeneficiaireFactory(prenom="Amina", nom="Benali", email="amina@exemple.fr", telephone="+33612345678")


@pytest.fixture
def rendez_vous(amina, cip):
    parcours = ParcoursFactory(beneficiaire=amina)
    return RendezVousFactory(parcours=parcours, utilisateur=cip, debut=LE_RENDEZ_VOUS, lieu="12 rue des Écluses")


def passer(structure, maintenant=J_MOINS_2):
    """One ring of the doorbell."""
    distribuer(structure.pk, lambda: maintenant)


def etats():
    return dict(Envoi.objects.values_list("canal", "etat"))


def test_without_an_agreement_nothing_is_sent(structure, rendez_vous):
    passer(structure)

    assert (mail.outbox, etats()) == ([], {})


def test_an_email_says_when_where_and_with_whom_and_nothing_else(structure, amina, rendez_vous, settings):
    AccordEnvoiFactory(beneficiaire=amina)

    passer(structure)

    (message,) = mail.outbox
    assert (message.to, message.subject) == (["amina@exemple.fr"], "Votre rendez-vous du jeudi 26 novembre")
    for texte in (message.body, message.alternatives[0].content):
        assert "Bonjour Amina" in texte
        for dit in ("jeudi 26 novembre à 10", "12 rue des Écluses", "avec Camille", f"{settings.SITE_URL}/r/"):
            assert dit in texte
        for tu in ("Ressourcerie", "insertion", "Benali", "Dubois", "Tremplin"):
            assert tu not in texte
    assert etats() == {Canal.COURRIEL: EtatEnvoi.ENVOYE}


def test_a_place_that_names_the_structure_is_not_said(structure, amina, rendez_vous):
    type(rendez_vous).objects.update(lieu="Accueil de la RESSOURCERIE du canal")
    AccordEnvoiFactory(beneficiaire=amina)

    passer(structure)

    assert "ressourcerie" not in mail.outbox[0].body.casefold()


def test_an_sms_goes_to_the_provider_with_our_token(structure, amina, rendez_vous, prestataire):
    AccordEnvoiFactory(beneficiaire=amina, canal=Canal.SMS)

    passer(structure)

    ((entetes, corps),) = prestataire.recus
    envoi = Envoi.objects.get()
    assert entetes["Authorization"] == "Bearer jeton-du-test"
    assert '"to": "+33612345678"' in corps
    assert "avec Camille" in corps
    assert (envoi.etat, envoi.reference) == (EtatEnvoi.ENVOYE, "abc-1")


def test_the_console_prints_instead_of_sending(structure, amina, rendez_vous, settings, capsys):
    settings.SMS_URL = "console:"
    AccordEnvoiFactory(beneficiaire=amina, canal=Canal.SMS)

    passer(structure)

    assert "SMS +33612345678\u00a0: Rendez-vous jeudi 26 novembre" in capsys.readouterr().out


def test_without_a_provider_no_sms_waits(structure, amina, rendez_vous, settings):
    settings.SMS_URL = ""
    AccordEnvoiFactory(beneficiaire=amina, canal=Canal.SMS)

    passer(structure)

    assert etats() == {}


@cellules(
    ("maintenant", "partis"),
    [
        (J_MOINS_2 - timedelta(minutes=1), 0),
        (J_MOINS_2, 1),
        (J_MOINS_2.replace(hour=19), 0),
        (J_MOINS_2 + timedelta(days=1), 1),
        (J_MOINS_2 + timedelta(days=2), 0),
        (J_MOINS_2 - timedelta(days=1), 0),
    ],
)
def test_it_leaves_by_day_from_the_second_day_before_to_the_eve(structure, amina, rendez_vous, maintenant, partis):
    AccordEnvoiFactory(beneficiaire=amina)

    passer(structure, maintenant)

    assert len(mail.outbox) == partis


@cellules("champs", [{"avec": "caf"}, {"statut": StatutRendezVous.ANNULE}, {"statut": StatutRendezVous.VENU}])
def test_only_an_appointment_with_us_that_is_still_planned_is_reminded(structure, amina, rendez_vous, champs):
    AccordEnvoiFactory(beneficiaire=amina)
    type(rendez_vous).objects.update(**champs)

    passer(structure)

    assert mail.outbox == []


def test_an_agreement_taken_back_while_the_message_leaves_stops_it(structure, amina, rendez_vous, monkeypatch):
    accord = AccordEnvoiFactory(beneficiaire=amina)
    pret = preparer(structure.pk, J_MOINS_2)
    accord.retirer(date(2026, 11, 24))
    monkeypatch.setattr("pilotage.envois.remise.preparer", lambda *args: pret)

    passer(structure)

    envoi = Envoi.objects.get()
    assert (mail.outbox, envoi.etat, envoi.empreinte, envoi.bail_at) == ([], EtatEnvoi.RETIRE, "", None)


def test_the_history_says_that_the_machine_sent_it(structure, amina, rendez_vous):
    AccordEnvoiFactory(beneficiaire=amina)

    passer(structure)

    gestes = Envoi.events.rel.related_model.objects.order_by("pgh_id").values_list("etat", "pgh_context__origine")
    assert [*gestes] == [
        (EtatEnvoi.A_ENVOYER, ORIGINE),
        (EtatEnvoi.PRIS, ORIGINE),
        (EtatEnvoi.INCERTAIN, ORIGINE),
        (EtatEnvoi.ENVOYE, ORIGINE),
    ]


def test_a_cancelled_appointment_withdraws_its_message_and_planned_again_asks_anew(structure, amina, rendez_vous):
    AccordEnvoiFactory(beneficiaire=amina)
    preparer(structure.pk, J_MOINS_2)

    type(rendez_vous).objects.update(statut=StatutRendezVous.ANNULE)
    passer(structure)
    annule = etats()
    type(rendez_vous).objects.update(statut=StatutRendezVous.PREVU)
    passer(structure)

    assert annule == {Canal.COURRIEL: EtatEnvoi.RETIRE}
    assert len(mail.outbox) == 1


def test_a_moved_appointment_is_told_again_two_days_before_its_new_hour(structure, amina, rendez_vous):
    AccordEnvoiFactory(beneficiaire=amina)
    passer(structure)
    Envoi.objects.update(refuse_at=J_MOINS_2)  # they could not come that day
    type(rendez_vous).objects.update(debut=LE_RENDEZ_VOUS + timedelta(days=7))

    passer(structure, J_MOINS_2 + timedelta(hours=2))
    preparer(structure.pk, J_MOINS_2 + timedelta(days=7))
    arme = Envoi.objects.get()
    assert (arme.empreinte, arme.refuse_at, arme.debut) == ("", None, LE_RENDEZ_VOUS + timedelta(days=7))
    passer(structure, J_MOINS_2 + timedelta(days=7))
    passer(structure, J_MOINS_2 + timedelta(days=7, hours=1))

    assert [m.subject for m in mail.outbox] == [
        "Votre rendez-vous du jeudi 26 novembre",
        "Votre rendez-vous du jeudi 3 décembre",
    ]
    assert Envoi.objects.count() == 1


@cellules(
    ("code", "etat", "message"),
    [
        (400, EtatEnvoi.ECHEC, "Refusé (SMS 400)."),
        (429, EtatEnvoi.A_ENVOYER, "Refusé (SMS 429)."),
        (503, EtatEnvoi.A_ENVOYER, "Refusé (SMS 503)."),
        (500, EtatEnvoi.INCERTAIN, "Confirmation non reçue (SMS 500)."),
        (302, EtatEnvoi.INCERTAIN, "Confirmation non reçue (SMS 302)."),  # a redirection is not followed
    ],
)
def test_what_the_provider_answers_says_whether_to_try_again(
    structure, amina, rendez_vous, prestataire, code, etat, message
):
    AccordEnvoiFactory(beneficiaire=amina, canal=Canal.SMS)
    prestataire.code = code
    prestataire.recus.clear()

    passer(structure)

    envoi = Envoi.objects.get()
    assert (envoi.etat, envoi.message, len(prestataire.recus)) == (etat, message, 1)


def test_a_provider_whose_certificate_is_not_trusted_gets_nothing(
    structure, amina, rendez_vous, prestataire, settings, tmp_path, caplog
):
    AccordEnvoiFactory(beneficiaire=amina, canal=Canal.SMS)
    contexte = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    contexte.load_cert_chain(certificat_de_personne(tmp_path / "certificat.pem"))
    with HTTPServer(("127.0.0.1", 0), prestataire) as serveur:
        serveur.socket = contexte.wrap_socket(serveur.socket, server_side=True)
        serveur.handle_error = lambda *args: None
        threading.Thread(target=serveur.handle_request, daemon=True).start()
        settings.SMS_URL = f"https://127.0.0.1:{serveur.server_port}/messages"

        passer(structure)

    assert (prestataire.recus, Envoi.objects.get().message) == ([], "Refusé (certificat ou chiffrement refusé).")
    assert "certificat ou chiffrement refusé" in caplog.text


def certificat_de_personne(chemin):
    """A certificate that its own key signed, and the key, in one file."""
    cle, nom = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    certificat = (
        x509.CertificateBuilder()
        .subject_name(nom)
        .issuer_name(nom)
        .public_key(cle.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2036, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=True)
        .sign(cle, hashes.SHA256())
    )
    clair = cle.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    chemin.write_bytes(clair + certificat.public_bytes(serialization.Encoding.PEM))
    return chemin


def test_a_provider_that_takes_it_and_says_nothing_is_never_asked_twice(structure, amina, rendez_vous, prestataire):
    AccordEnvoiFactory(beneficiaire=amina, canal=Canal.SMS)
    prestataire.muet = True

    for heures in range(4):
        passer(structure, J_MOINS_2 + timedelta(hours=heures))

    assert len(prestataire.recus) == 1
    assert etats() == {Canal.SMS: EtatEnvoi.INCERTAIN}


def test_a_provider_out_of_reach_is_tried_again_with_longer_and_longer_waits(structure, amina, rendez_vous, settings):
    settings.SMS_URL = "http://127.0.0.1:1/messages"
    AccordEnvoiFactory(beneficiaire=amina, canal=Canal.SMS)
    instant, attentes = J_MOINS_2, []
    for _ in range(4):
        passer(structure, instant)
        prochain = Envoi.objects.get().prochain_essai_at
        attentes.append((prochain - instant).total_seconds() / 60)
        instant = prochain

    assert attentes == [1, 5, 15, 30]


def test_what_never_left_is_given_up_on_the_day_itself(structure, amina, rendez_vous, settings):
    settings.SMS_URL = "http://127.0.0.1:1/messages"
    AccordEnvoiFactory(beneficiaire=amina, canal=Canal.SMS)
    passer(structure)

    passer(structure, J_MOINS_2 + timedelta(days=2))

    envoi = Envoi.objects.get()
    assert (envoi.etat, envoi.message) == (EtatEnvoi.ECHEC, "Le jour du rendez-vous est venu avant l’envoi.")


def test_a_server_in_trouble_is_left_alone_and_the_other_channel_goes_on(
    structure, amina, rendez_vous, cip, settings
):
    settings.SMS_URL = "http://127.0.0.1:1/messages"
    for canal in Canal:
        AccordEnvoiFactory(beneficiaire=amina, canal=canal)
    RendezVousFactory(parcours=rendez_vous.parcours, utilisateur=cip, debut=LE_RENDEZ_VOUS + timedelta(hours=3))

    passer(structure)

    assert len(mail.outbox) == 2
    assert sorted(Envoi.objects.filter(canal=Canal.SMS).values_list("essais", flat=True)) == [0, 1]


def test_a_gateway_that_keeps_us_waiting_in_vain_is_left_alone_by_every_structure(
    structure, amina, rendez_vous, autre_structure, settings, monkeypatch
):
    settings.SMS_URL = "http://127.0.0.1:1/messages"
    AccordEnvoiFactory(beneficiaire=amina, canal=Canal.SMS)
    with contexte(autre_structure.pk):
        parcours = ParcoursFactory(beneficiaire__telephone="+33612345679")
        AccordEnvoiFactory(beneficiaire=parcours.beneficiaire, canal=Canal.SMS)
        RendezVousFactory(parcours=parcours, debut=LE_RENDEZ_VOUS)
    monkeypatch.setattr(pannes, "LENT", 0)  # any failure is a slow one

    passer(structure)
    passer(autre_structure)

    assert pannes.en_repit() == {Canal.SMS}
    assert Envoi.objects.get().essais == 1
    with contexte(autre_structure.pk):
        assert Envoi.objects.get().essais == 0


def test_what_a_slow_server_leaves_of_a_batch_is_given_back_untried(structure, amina, rendez_vous, cip):
    AccordEnvoiFactory(beneficiaire=amina)
    RendezVousFactory(parcours=rendez_vous.parcours, utilisateur=cip, debut=LE_RENDEZ_VOUS + timedelta(hours=3))
    instants = iter([*[J_MOINS_2] * 3, J_MOINS_2 + PATIENCE + timedelta(seconds=1)])

    distribuer(structure.pk, lambda: next(instants))
    rendu = Envoi.objects.get(etat=EtatEnvoi.A_ENVOYER)
    passer(structure, J_MOINS_2 + timedelta(minutes=1))

    assert (rendu.essais, rendu.bail_at) == (0, None)
    assert len(mail.outbox) == 2


def test_preparing_takes_as_many_queries_for_one_as_for_many(structure, cip, requetes):
    def compter():
        with requetes() as faites:
            preparer(structure.pk, J_MOINS_2)
        return len(faites)

    def prendre(nombre):
        for _ in range(nombre):
            parcours = ParcoursFactory(beneficiaire=BeneficiaireFactory(email="a@exemple.fr"))
            AccordEnvoiFactory(beneficiaire=parcours.beneficiaire)
            RendezVousFactory(parcours=parcours, utilisateur=cip, debut=LE_RENDEZ_VOUS)

    prendre(1)
    une = compter()
    prendre(5)

    assert compter() == une


def test_the_bell_rings_for_every_structure_and_mixes_nothing(
    structure, amina, rendez_vous, autre_structure, etranger
):
    AccordEnvoiFactory(beneficiaire=amina)
    with contexte(autre_structure.pk):
        ailleurs = BeneficiaireFactory(email="yves@exemple.fr")
        AccordEnvoiFactory(beneficiaire=ailleurs)
        RendezVousFactory(parcours=ParcoursFactory(beneficiaire=ailleurs), utilisateur=etranger, debut=LE_RENDEZ_VOUS)

    with time_machine.travel(J_MOINS_2, tick=False):
        tasks.envoyer_les_messages.delay()
        tasks.envoyer_les_messages.delay()

    assert sorted(m.to[0] for m in mail.outbox) == ["amina@exemple.fr", "yves@exemple.fr"]
    assert Envoi.objects.count() == 1
