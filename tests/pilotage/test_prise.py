"""A message in the hands of one worker: each write says so or does nothing, and a failure says what comes next."""

import logging
from datetime import UTC, datetime, timedelta

import pytest

from beneficiaires.enums import Canal
from pilotage.enums import EtatEnvoi
from pilotage.envois.prise import BailPerdu, Prise
from pilotage.models import Envoi
from tests.usines import RendezVousFactory

MIDI = datetime(2026, 11, 24, 11, tzinfo=UTC)


@pytest.fixture
def prise(structure):
    rendez_vous = RendezVousFactory()
    envoi = Envoi.objects.create(
        rendez_vous=rendez_vous, canal=Canal.SMS, debut=rendez_vous.debut, etat=EtatEnvoi.PRIS, bail_at=MIDI, essais=1
    )
    return Prise(envoi, "message", "un essai")


def lue(prise):
    envoi = Envoi.objects.get(pk=prise.ligne.pk)
    return envoi.etat, envoi.essais, envoi.bail_at, envoi.message


def test_given_back_untried_it_waits_as_if_nobody_had_taken_it(prise):
    prise.rendre()

    assert lue(prise) == (EtatEnvoi.A_ENVOYER, 0, None, "")


def test_announced_then_taken_it_is_sent_with_what_the_provider_answered(prise):
    Envoi.objects.update(message="Refusé hier.")
    assert prise.annoncee is False
    prise.annoncer()
    assert (lue(prise)[0], prise.annoncee) == (EtatEnvoi.INCERTAIN, True)

    assert prise.reussir(MIDI, reference="abc-1") == EtatEnvoi.ENVOYE

    envoi = Envoi.objects.get()
    assert (envoi.etat, envoi.envoye_at, envoi.message, envoi.reference) == (EtatEnvoi.ENVOYE, MIDI, "", "abc-1")
    evenement = Envoi.events.rel.related_model.objects.filter(pgh_obj_id=envoi.pk).last()
    assert evenement.pgh_context["origine"] == "un essai"


def test_a_message_of_the_same_lease_is_not_written_in_its_place(prise):
    voisin = Envoi.objects.create(
        rendez_vous=RendezVousFactory(), canal=Canal.SMS, debut=MIDI, etat=EtatEnvoi.PRIS, bail_at=MIDI
    )

    prise.annoncer()

    assert (lue(prise)[0], Envoi.objects.get(pk=voisin.pk).etat) == (EtatEnvoi.INCERTAIN, EtatEnvoi.PRIS)


def test_a_message_withdrawn_meanwhile_is_not_announced(prise):
    Envoi.objects.update(etat=EtatEnvoi.RETIRE)

    with pytest.raises(BailPerdu):
        prise.annoncer()

    assert lue(prise)[0] == EtatEnvoi.RETIRE


def test_somebody_else_s_message_is_neither_announced_nor_changed(prise):
    Envoi.objects.update(bail_at=MIDI + timedelta(seconds=45))
    avant = lue(prise)

    with pytest.raises(BailPerdu):
        prise.annoncer()
    prise.rendre()
    prise.reussir(MIDI)
    prise.douter("silence")
    prise.echouer("refus", MIDI)

    assert (lue(prise), prise.annoncee) == (avant, False)


def test_a_silence_after_the_announcement_is_a_doubt_for_somebody_to_settle(prise, caplog):
    prise.annoncer()

    assert prise.douter("pas de réponse à temps") == EtatEnvoi.INCERTAIN

    assert lue(prise) == (EtatEnvoi.INCERTAIN, 1, MIDI, "Confirmation non reçue (pas de réponse à temps).")
    (ligne,) = caplog.records
    assert (ligne.levelno, ligne.getMessage()) == (
        logging.WARNING,
        f"un essai {prise.ligne.pk} de la structure {prise.ligne.structure_id} : pas de réponse à temps",
    )


@pytest.mark.parametrize("annoncee", [False, True])
def test_a_refusal_is_tried_again_later_and_later_then_given_up(prise, annoncee, caplog):
    attentes = {}
    for essais in range(1, 11):
        Envoi.objects.update(etat=EtatEnvoi.PRIS, bail_at=MIDI, essais=essais, prochain_essai_at=None)
        prise.ligne.essais, prise.annoncee = essais, False
        if annoncee:
            prise.annoncer()
        etat = prise.echouer("SMS 429", MIDI)
        prochain = Envoi.objects.get().prochain_essai_at
        attentes[essais] = prochain and (prochain - MIDI).total_seconds() / 60
        assert lue(prise) == (etat, essais, None, "Refusé (SMS 429).")

    assert attentes == {1: 1, 2: 5, 3: 15, 4: 30, 5: 60, 6: 60, 7: 60, 8: 60, 9: 60, 10: None}
    assert (etat, len(caplog.records)) == (EtatEnvoi.ECHEC, 10)


def test_what_will_never_be_accepted_is_given_up_at_once(prise):
    assert prise.echouer("SMS 400", MIDI, definitif=True) == EtatEnvoi.ECHEC

    assert lue(prise) == (EtatEnvoi.ECHEC, 1, None, "Refusé (SMS 400).")
