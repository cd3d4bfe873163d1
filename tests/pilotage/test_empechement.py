"""« Je ne peux pas venir » in one tap: a secret link, no account, nothing said by a robot that opens links."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from insertion.isolation.contexte import contexte
from parcours.enums import StatutRendezVous
from pilotage import rappels
from pilotage.enums import EtatEnvoi, MotifRappel
from pilotage.envois.lien import ouvrir, refuser
from pilotage.envois.remise import distribuer
from pilotage.models import Envoi, Rappel
from tests.cellules import cellules
from tests.usines import AccordEnvoiFactory, BeneficiaireFactory, ParcoursFactory, RendezVousFactory

PARIS = ZoneInfo("Europe/Paris")
LE_RENDEZ_VOUS = datetime(2026, 11, 26, 10, 30, tzinfo=PARIS)


@pytest.fixture(autouse=True)
def deux_jours_avant():
    """It is 9 h on Tuesday 24 November 2026."""
    with time_machine.travel(datetime(2026, 11, 24, 9, 0, tzinfo=PARIS), tick=False) as voyage:
        yield voyage


@pytest.fixture
def rendez_vous(structure, cip):
    personne = BeneficiaireFactory(prenom="Amina", nom="Benali", email="amina@exemple.fr")
    AccordEnvoiFactory(beneficiaire=personne)
    parcours = ParcoursFactory(beneficiaire=personne)
    return RendezVousFactory(parcours=parcours, utilisateur=cip, debut=LE_RENDEZ_VOUS, lieu="Bureau 2")


@pytest.fixture
def lien(structure, rendez_vous):
    """The link of the message that was sent."""
    distribuer(structure.pk, timezone.now)
    return re.search(r"/r/[\w-]+/", mail.outbox[0].body).group()


def html(lien):
    return Client().get(lien).content.decode()


def test_the_page_says_when_where_and_with_whom_and_nothing_else(lien):
    page = html(lien)

    for dit in ("Jeudi 26 novembre", "Bureau 2", "avec Camille", "Je ne peux pas venir"):
        assert dit in page
    for tu in ("Benali", "Amina", "Dubois", "Ressourcerie"):
        assert tu not in page


@cellules(
    ("langue", "sens", "dits"),
    [
        ("en", "ltr", ("Your appointment", "Thursday 26 November · 10:30", "with Camille", "I can’t come")),
        ("ar", "rtl", ("موعدك", "الخميس 26 نوفمبر · 10:30", "مع Camille", "لا أستطيع الحضور")),
        ("uk", "ltr", ("Ваша зустріч", "Четвер 26 листопада · 10:30", "з Camille", "Я не зможу прийти")),
    ],
)
def test_the_page_is_offered_in_each_language_beside_french(lien, langue, sens, dits):
    choisie, du_telephone = (
        Client().get(lien, {"langue": langue}),
        Client(headers={"Accept-Language": langue}).get(lien),
    )

    for page in (choisie.text.replace("\u00a0", " "), du_telephone.text.replace("\u00a0", " ")):
        assert [f'lang="{langue}" dir="{sens}">{dit}</span>' in page for dit in dits] == [True] * len(dits)
        assert "Jeudi 26 novembre" in page
        assert page.count(f'lang="{langue}" dir="{sens}"') == len(dits) + 1


def test_the_page_is_in_french_alone_unless_asked(lien):
    for page in (html(lien), html(f"{lien}?langue=fr"), html(f"{lien}?langue=xx")):
        assert "dir=" not in page
        assert [f'href="?langue={langue}"' in page for langue in ("en", "ar", "uk")] == [True] * 3


def test_the_language_of_the_file_is_not_told_to_whoever_opens_the_link(lien, rendez_vous):
    type(rendez_vous.parcours.beneficiaire).objects.update(langues=["arabe"])

    assert "dir=" not in html(lien)


def test_the_answer_and_a_closed_link_keep_the_language_chosen(lien, rendez_vous):
    reponse = Client().post(f"{lien}?langue=ar", follow=True)
    type(rendez_vous).objects.update(statut=StatutRendezVous.ANNULE)
    ferme = Client().get(f"{lien}?langue=ar")

    assert 'dir="rtl">تم التسجيل: لا يمكنك الحضور. تم إبلاغ Camille وسيتم الاتصال بك.' in reponse.text
    assert 'dir="rtl">لم يعد هذا الرابط يعمل' in ferme.text
    assert ferme.status_code == 404


def test_the_link_holds_a_secret_of_which_only_an_imprint_is_kept(lien):
    secret = lien.strip("/").partition("-")[2]

    assert len(secret) == 43
    assert secret not in str(Envoi.objects.values().get())


def test_opening_the_link_says_nothing_for_the_person(lien, rendez_vous):
    reponse = Client().get(lien)
    Client().head(lien)

    rendez_vous.refresh_from_db()
    assert rendez_vous.statut == StatutRendezVous.PREVU
    assert "no-store" in reponse["Cache-Control"]
    assert "noindex" in reponse["X-Robots-Tag"]


def test_one_tap_tells_the_worker_once(structure, lien, rendez_vous, cip, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(2):
            reponse = Client().post(lien, follow=True)

    rendez_vous.refresh_from_db()
    rappels.recalculer(structure.pk, timezone.localdate())
    rappel = Rappel.objects.get(motif=MotifRappel.PERSONNE_EMPECHEE)
    assert "C’est noté" in reponse.content.decode()
    assert rendez_vous.statut == StatutRendezVous.EXCUSE
    assert rendez_vous.commentaire.count("A prévenu le 24/11/2026 à 9") == 1
    assert "par le lien du message, ne pas pouvoir venir." in rendez_vous.commentaire
    assert rappel.utilisateur == cip
    assert rappel.texte.startswith("Ne peut pas venir jeudi 26 novembre 2026 à 10")
    assert rappel.url == rendez_vous.parcours.beneficiaire.get_absolute_url()


def test_nobody_posts_without_the_page(lien):
    assert Client(enforce_csrf_checks=True).post(lien).status_code == 403


@cellules("methode", ["get", "post"])
@cellules(
    "change",
    [
        {"debut": LE_RENDEZ_VOUS + timedelta(hours=1)},
        {"statut": StatutRendezVous.ANNULE},
        {"statut": StatutRendezVous.EXCUSE},
    ],
)
def test_a_moved_or_cancelled_appointment_closes_its_link(lien, rendez_vous, methode, change):
    type(rendez_vous).objects.update(**change)

    reponse = getattr(Client(), methode)(lien)
    assert reponse.status_code == 404
    assert "Ce lien ne s’ouvre plus" in reponse.text
    assert "tremplin" not in reponse.text.partition("<body")[2].casefold()


def test_the_link_dies_at_the_hour_of_the_appointment(lien, deux_jours_avant):
    deux_jours_avant.move_to(LE_RENDEZ_VOUS - timedelta(minutes=1))
    avant = Client().get(lien).status_code
    deux_jours_avant.move_to(LE_RENDEZ_VOUS)

    assert (avant, Client().get(lien).status_code, Client().post(lien).status_code) == (200, 404, 404)


def test_a_message_withdrawn_opens_nothing(lien):
    Envoi.objects.update(etat=EtatEnvoi.RETIRE)

    assert Client().get(lien).status_code == 404


@cellules("jeton", ["x", "0-", "-secret", "1-secret", "9" * 30 + "-secret", "١-secret", "1-\u0000"])
def test_an_unknown_link_opens_nothing(db, jeton):
    adresse = reverse("pilotage:empechement", args=[jeton])

    assert (Client().get(adresse).status_code, Client().post(adresse).status_code) == (404, 404)


def test_a_secret_opens_nothing_in_another_structure(lien, autre_structure, rendez_vous):
    secret = lien.strip("/").partition("-")[2]

    assert Client().get(reverse("pilotage:empechement", args=[f"{autre_structure.pk}-{secret}"])).status_code == 404


def test_a_worker_of_another_structure_who_opens_the_link_sees_what_the_person_sees(client_de, etranger, lien):
    page = client_de(etranger).get(lien).content.decode()

    assert "avec Camille" in page
    assert "Benali" not in page


def test_a_history_says_that_the_link_did_it(structure, lien, rendez_vous):
    Client().post(lien)

    with contexte(structure.pk):
        trace = rendez_vous.events.order_by("-pgh_id").first()
    assert trace.pgh_context["origine"] == "lien d’un message"


def test_outside_the_page_an_unknown_link_says_nothing_and_tells_nobody(db):
    prevenus = []

    assert (ouvrir("x", timezone.now()), refuser("x", timezone.now(), prevenus.append)) == (None, False)
    assert prevenus == []


def test_the_structure_is_told_in_the_same_gesture(structure, lien):
    prevenus = []

    for _ in range(2):
        assert refuser(lien.split("/")[-2], timezone.now(), prevenus.append)

    assert prevenus == [structure.pk]
