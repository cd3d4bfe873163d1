"""The digest is sent once: never twice by two workers, never lost by a killed one, never on a day without news."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail

from insertion.enums import Role
from insertion.isolation.contexte import contexte
from pilotage import courriels
from pilotage.enums import EtatEnvoi, MotifRappel
from pilotage.envois.prise import BailPerdu
from pilotage.models import CourrielRappels, Rappel
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import BeneficiaireFactory

PARIS = ZoneInfo("Europe/Paris")
MARDI = date(2026, 11, 24)
MATIN = datetime(2026, 11, 24, 7, 30, tzinfo=PARIS)


def rappeler(utilisateur, echeance=MARDI, **champs):
    champs = {"prenom": "Amina", "nom": "Benali"} | champs
    return Rappel.objects.create(
        utilisateur=utilisateur,
        beneficiaire=BeneficiaireFactory(**champs),
        motif=MotifRappel.RENDEZ_VOUS,
        objet_id=Rappel.objects.count() + 1,
        echeance=echeance,
        texte="Rendez-vous prévu mardi 24 novembre 2026 à 10 h 00.",
        url="/beneficiaires/7/parcours/",
    )


def passer(structure, maintenant):
    """One ring of the doorbell: what each e-mail became."""
    prets = courriels.preparer(structure.pk, maintenant)
    return [courriels.envoyer(structure.pk, pk, maintenant) for pk in prets]


def test_one_digest_a_day_says_everything_and_names_nobody_in_full(structure, cip, settings):
    rappeler(cip)
    rappeler(cip, echeance=MARDI + timedelta(days=1), prenom="Jean-Marc", nom="Élie")
    rappeler(cip, echeance=date(2026, 11, 12), prenom="", nom="<b>Sow</b>")

    etats = passer(structure, MATIN) + passer(structure, MATIN + timedelta(hours=1))

    (message,) = mail.outbox
    html = message.alternatives[0].content
    assert etats == [EtatEnvoi.ENVOYE]
    assert message.to == [cip.email]
    assert message.subject == "Tremplin : vos rappels du mardi 24 novembre"
    assert message.body.index("En retard") < message.body.index("Aujourd’hui") < message.body.index("Demain")
    for texte in (message.body, html):
        assert "Amina B." in texte
        assert "Jean-Marc É." in texte
        assert f"{settings.SITE_URL}/beneficiaires/7/parcours/" in texte
        assert "Benali" not in texte
        assert "Sow" not in texte


def test_nothing_to_say_sends_nothing(structure, cip, collegue):
    rappeler(cip).faire(MATIN)

    assert passer(structure, MATIN) == []
    assert not CourrielRappels.objects.exists()


@cellules(
    "champs",
    [{"courriel_rappels": False}, {"is_active": False}, {"heure_courriel": time(7, 31)}],
)
def test_only_who_wants_it_gets_it_and_not_before_their_hour(structure, cip, champs):
    rappeler(cip)
    type(cip).objects.filter(pk=cip.pk).update(**champs)

    assert passer(structure, MATIN) == []


def test_who_left_meanwhile_gets_nothing(structure, cip):
    rappeler(cip)
    (pk,) = courriels.preparer(structure.pk, MATIN)
    cip.appartenance.fin = date(2026, 11, 23)
    cip.appartenance.save()

    assert courriels.envoyer(structure.pk, pk, MATIN) is None
    assert mail.outbox == []


def test_two_structures_two_digests_each_with_its_own_people(structure, cip, autre_structure, etranger):
    rappeler(cip)
    with contexte(autre_structure.pk):
        rappeler(etranger, prenom="Yasmine")

    passer(structure, MATIN)

    (message,) = mail.outbox
    assert message.to == [cip.email]
    assert "Yasmine" not in message.body


@cellules(
    ("instants", "envois"),
    [
        # 25 October 2026: 2:30 comes twice; 28 March 2027: it never comes.
        (["2026-10-24T22:00Z", "2026-10-25T00:29Z"], 0),
        (["2026-10-25T00:30Z", "2026-10-25T01:30Z", "2026-10-25T22:59Z"], 1),
        (["2027-03-27T23:00Z", "2027-03-28T00:59Z"], 0),
        (["2027-03-28T00:59Z", "2027-03-28T01:00Z", "2027-03-28T21:59Z"], 1),
    ],
)
def test_the_hour_is_that_of_the_wall_clock_on_both_nights_of_change(structure, instants, envois):
    rappeler(membre(structure, Role.CHARGE_INSERTION, heure_courriel=time(2, 30)))

    for instant in instants:
        passer(structure, datetime.fromisoformat(instant))

    assert len(mail.outbox) == envois


def test_yesterday_s_digest_is_not_sent_beside_today_s(structure, cip):
    rappeler(cip)
    courriels.preparer(structure.pk, MATIN)

    passer(structure, MATIN + timedelta(days=1))

    hier = CourrielRappels.objects.get(jour=MARDI)
    assert len(mail.outbox) == 1
    assert (hier.etat, hier.message) == (EtatEnvoi.ECHEC, "La journée s’est terminée avant l’envoi.")


def test_a_lease_holds_then_expires(structure, cip):
    rappeler(cip)
    (pk,) = courriels.preparer(structure.pk, MATIN)
    CourrielRappels.objects.filter(pk=pk).prendre(MATIN)  # its worker dies here

    pendant = passer(structure, MATIN + timedelta(seconds=40))
    apres = passer(structure, MATIN + timedelta(seconds=46))

    assert (pendant, apres, len(mail.outbox)) == ([], [EtatEnvoi.ENVOYE], 1)


def test_a_slow_worker_whose_lease_was_taken_sends_nothing(structure, cip):
    rappeler(cip)
    (pk,) = courriels.preparer(structure.pk, MATIN)
    lente = courriels._prendre(structure.pk, pk, MATIN)
    passer(structure, MATIN + timedelta(minutes=1))

    with pytest.raises(BailPerdu):
        lente.annoncer()

    assert len(mail.outbox) == 1


def test_unknown_outcome_waits_for_somebody(structure, cip):
    rappeler(cip)
    (pk,) = courriels.preparer(structure.pk, MATIN)
    courriels._prendre(structure.pk, pk, MATIN).annoncer()  # its worker dies while the text is leaving

    etats = [passer(structure, MATIN + timedelta(hours=h)) for h in range(1, 12)]
    CourrielRappels.objects.get().renvoyer()
    redemande = passer(structure, MATIN + timedelta(hours=12))

    assert etats == [[]] * 11
    assert (redemande, len(mail.outbox)) == ([EtatEnvoi.ENVOYE], 1)


def test_each_try_carries_the_same_message_id(structure, cip):
    rappeler(cip)
    (pk,) = courriels.preparer(structure.pk, MATIN)

    identifiants = {
        courriels._prendre(structure.pk, pk, MATIN + timedelta(minutes=m)).message.extra_headers["Message-ID"]
        for m in (0, 1)
    }

    assert identifiants == {f"<rappels.{structure.pk}.{cip.pk}.20261124@localhost>"}


@cellules("nombre", [1, 3])
def test_preparing_takes_as_many_queries_for_one_as_for_many(structure, cip, nombre, django_assert_num_queries):
    for rang in range(nombre):
        rappeler(membre(structure, Role.CHARGE_INSERTION, nom=f"Dubois {rang}"))

    with django_assert_num_queries(9):
        courriels.preparer(structure.pk, MATIN)
