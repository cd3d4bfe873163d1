"""Confidential notes and drafts are unreadable in the database, in their own row only, with a key kept elsewhere."""

import secrets
from copy import copy

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.mfa.utils import decrypt
from django.core.exceptions import FieldError, ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.urls import reverse
from django.utils import timezone

from insertion import brouillons, chiffrement
from insertion.isolation.contexte import contexte
from insertion.models import Brouillon
from parcours.models import NoteConfidentielle
from tests.conftest import membre
from tests.usines import NoteConfidentielleFactory, ParcoursFactory, StructureFactory

TELEPHONE = generate_totp_secret()
SECRET = "Elle a quitté le foyer."
ANCIENNE, NOUVELLE = (f"{nom}:{secrets.token_hex(32)}" for nom in "ab")


def _stockes(table="parcours_noteconfidentielle", colonne="texte", base="default"):
    with connections[base].cursor() as curseur:
        curseur.execute(f"SELECT {colonne} FROM {table} ORDER BY 1")
        return [valeur for (valeur,) in curseur]


def _ecrire(ordre, *valeurs):
    with connection.cursor() as curseur:
        curseur.execute(ordre, valeurs)


def _saisie(texte):
    return {"titre": "Entretien", "url": "/", "champs": {"compte_rendu": [texte]}}


def test_a_note_is_read_by_the_application_and_by_nothing_else(structure, chef):
    parcours = ParcoursFactory()
    ensemble = [NoteConfidentielle(parcours=parcours, auteur=chef, date=timezone.now(), texte=SECRET) for _ in "12"]
    for note in ensemble:
        note.structure_id = structure.pk
    NoteConfidentielle.objects.bulk_create(ensemble)
    NoteConfidentielleFactory(parcours=parcours, texte=SECRET)

    stockes = _stockes() + _stockes("parcours_noteconfidentielleevent")

    assert {note.texte for note in NoteConfidentielle.objects.all()} == {SECRET}
    assert {evenement.texte for evenement in NoteConfidentielle.events.rel.related_model.objects.all()} == {SECRET}
    assert all(texte.startswith("chiffre:") and "foyer" not in texte for texte in stockes)
    assert len(set(_stockes())) == 3  # never twice the same for one text


def test_a_draft_is_kept_encrypted_and_an_empty_one_is_still_found(structure, cip):
    brouillons.enregistrer(cip, "entretien:1", _saisie(SECRET))
    brouillons.enregistrer(cip, "entretien:1", _saisie(SECRET + " Hier."))
    brouillons.enregistrer(cip, "entretien:2", {"titre": "", "url": "/", "champs": {}})

    assert "foyer" not in "".join(_stockes("insertion_brouillon", "contenu"))
    assert brouillons.lire(cip, "entretien:1").champs == {"compte_rendu": [SECRET + " Hier."]}
    assert Brouillon.objects.get(contenu="").champs == {}


def test_a_text_opens_in_its_own_row_only(structure):
    une, autre = NoteConfidentielleFactory(texte=SECRET), NoteConfidentielleFactory(texte="Autre")
    _ecrire(
        "UPDATE parcours_noteconfidentielle SET texte ="
        " (SELECT texte FROM parcours_noteconfidentielle WHERE id = %s) WHERE id = %s",
        *(une.pk, autre.pk),
    )

    with pytest.raises(chiffrement.ChiffreAltere, match="modifié ou déplacé"):
        _ = NoteConfidentielle.objects.get(pk=autre.pk).texte
    _ecrire("UPDATE parcours_noteconfidentielle SET texte = 'en clair' WHERE id = %s", autre.pk)
    with pytest.raises(chiffrement.ChiffreAltere, match="devrait être chiffré"):
        _ = NoteConfidentielle.objects.get(pk=autre.pk).texte


def test_an_encrypted_text_is_neither_searched_nor_written_in_clear(structure):
    note = NoteConfidentielleFactory(texte=SECRET)

    with pytest.raises(FieldError):
        NoteConfidentielle.objects.filter(texte__icontains="foyer")
    with pytest.raises(TypeError, match="en clair"):
        NoteConfidentielle.objects.filter(texte=SECRET).exists()
    with pytest.raises(TypeError, match="en clair"):
        NoteConfidentielle.objects.update(texte="En clair")
    with pytest.raises(TypeError, match="en clair"):
        NoteConfidentielle.objects.bulk_update([copy(note)], ["texte"])


def test_what_did_not_change_is_not_encrypted_anew(structure):
    note = NoteConfidentielle.objects.get(pk=NoteConfidentielleFactory(texte=SECRET).pk)
    avant = _stockes()

    note.texte = SECRET
    note.save()

    assert _stockes() == avant


@pytest.mark.parametrize("cles", [NOUVELLE, f"a:{secrets.token_hex(32)}"], ids=["lost", "another of the same name"])
def test_without_its_key_a_text_is_neither_read_nor_written_over(structure, cip, client_de, settings, cles):
    settings.CLES_CHIFFREMENT = ANCIENNE
    note = NoteConfidentielleFactory(texte=SECRET, auteur=cip)
    brouillons.enregistrer(cip, "entretien:1", _saisie(SECRET))
    avant = _stockes(), _stockes("insertion_brouillon", "contenu")
    settings.CLES_CHIFFREMENT = cles
    client = client_de(cip)
    client.raise_request_exception = False
    relue = NoteConfidentielle.objects.get(pk=note.pk)

    page = client.get(reverse("parcours:note_confidentielle_detail", args=[note.pk]))
    assert (page.status_code, "ne peut pas être lu pour le moment" in page.content.decode()) == (500, True)
    with pytest.raises(chiffrement.Indechiffrable, match="clé «\u00a0a\u00a0»"):
        relue.texte = "Remplacée"
    with pytest.raises(chiffrement.Indechiffrable, match="clé «\u00a0a\u00a0»"):
        brouillons.enregistrer(cip, "entretien:1", _saisie("Remplacé"))
    relue.date = timezone.now()
    relue.save()

    assert (_stockes(), _stockes("insertion_brouillon", "contenu")) == avant


@pytest.fixture
def deux_notes(transactional_db, settings):
    """Notes of two structures, encrypted with the old key; the new one is ready."""
    settings.CLES_CHIFFREMENT = ANCIENNE
    for _ in "12":
        structure = StructureFactory()
        with contexte(structure.pk):
            auteur = membre(structure, "charge_insertion")
            NoteConfidentielleFactory(texte=SECRET, auteur=auteur)
            brouillons.enregistrer(auteur, "entretien:1", _saisie(SECRET))
            TOTP.activate(auteur, TELEPHONE)
            RecoveryCodes.activate(auteur)
    settings.CLES_CHIFFREMENT = f"{NOUVELLE},{ANCIENNE}"
    return structure


@pytest.mark.django_db(databases=["default", "owner"], transaction=True)
def test_after_a_change_of_key_the_old_one_can_go(deux_notes, settings, monkeypatch, capsys):
    monkeypatch.setattr("insertion.changement_de_cle.LOT", 1)
    evenements = len(_stockes("parcours_noteconfidentielleevent", base="owner"))

    call_command("changer_cle")
    call_command("changer_cle")  # nothing is left to do

    settings.CLES_CHIFFREMENT = NOUVELLE
    with contexte(deux_notes.pk):
        assert [note.texte for note in NoteConfidentielle.objects.all()] == [SECRET]
        assert Brouillon.objects.get().champs == {"compte_rendu": [SECRET]}
        telephone, secours = Authenticator.objects.order_by("-pk")[:2][::-1]
        assert decrypt(telephone.data["secret"]) == TELEPHONE
        assert len(RecoveryCodes(secours).get_unused_codes()) == 10
        assert [e.texte for e in NoteConfidentielle.events.rel.related_model.objects.all()] == [SECRET]
    assert len(_stockes("parcours_noteconfidentielleevent", base="owner")) == evenements
    assert all(texte.startswith("chiffre:b:") for texte in _stockes(base="owner"))
    assert TELEPHONE not in str(_stockes("mfa_authenticator", "data::text"))
    assert "peuvent être retirées" in capsys.readouterr().out


@pytest.mark.django_db(databases=["default", "owner"], transaction=True)
def test_a_change_of_key_leaves_what_it_cannot_read_and_says_so(deux_notes, settings, capsys):
    avant = _stockes(base="owner")
    settings.CLES_CHIFFREMENT = NOUVELLE

    with pytest.raises(CommandError, match="gardez les anciennes clés"):
        call_command("changer_cle")

    assert _stockes(base="owner") == avant
    assert "absente de CLES_CHIFFREMENT" in capsys.readouterr().err


@pytest.mark.django_db(databases=["default", "owner"], transaction=True)
def test_a_second_factor_that_cannot_be_read_stops_no_other(deux_notes, capsys):
    abime, *lisibles = Authenticator.objects.order_by("pk")
    abime.data = {"secret": "chiffre:a:abime"}
    abime.save()

    with pytest.raises(CommandError, match="gardez les anciennes clés"):
        call_command("changer_cle")

    secrets_gardes = [str(facteur.data) for facteur in Authenticator.objects.order_by("pk")]
    assert len(secrets_gardes) == 1 + len(lisibles)
    assert "chiffre:a:abime" in secrets_gardes[0]
    assert all("chiffre:b:" in garde for garde in secrets_gardes[1:])


@pytest.mark.parametrize(
    "reglage",
    ["", "1", "1:court", f"{ANCIENNE},{ANCIENNE}", f"a b:{secrets.token_hex(32)}"],
    ids=["nothing", "no secret", "short", "twice", "no name"],
)
def test_a_wrong_setting_stops_the_start_with_its_reason(settings, reglage):
    settings.CLES_CHIFFREMENT = reglage

    with pytest.raises(ImproperlyConfigured, match="CLES_CHIFFREMENT s’écrit"):
        chiffrement.cles()
