"""The accounts of a structure: somebody is invited, changes role, loses a telephone, leaves, or is forgotten."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import partial
from io import StringIO

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.core.management import CommandError, call_command

from insertion import comptes, sessions
from insertion.enums import ROLES_EN_UNE_PHRASE, GenreEvenementCompte, Role
from insertion.isolation.contexte import contexte
from insertion.models import Appartenance, EvenementCompte, Invitation, Structure, Utilisateur
from pilotage.models import AbonnementAgenda
from tests.conftest import membre
from tests.usines import BeneficiaireFactory, ReferentFactory

BON = "quatre chevaux dorment debout"
INVITATION = {"email": "Leïla.Nouvelle@exemple.fr", "role": Role.CHARGE_INSERTION, "debut": "2026-11-30", "fin": ""}


@pytest.fixture
def direction(structure):
    return membre(structure, Role.DIRECTION, prenom="Philippe", nom="Arnaud")


def inviter(client, **champs):
    reponse = client.post("/equipe/invitations/nouvelle/", INVITATION | {"email": "leila@exemple.fr"} | champs)
    assert reponse.status_code == 302, reponse.content.decode()
    return re.search(r"http://[^/]+(/invitation/\S+)", mail.outbox[-1].body)[1]


def genres(utilisateur):
    return list(EvenementCompte.objects.filter(utilisateur=utilisateur).values_list("genre", flat=True))


@time_machine.travel("2026-11-30 10:00 +0100", tick=False)
def test_somebody_invited_opens_their_own_account_and_the_link_serves_once(chef, client, client_de, structure):
    lien = inviter(client_de(chef))
    page = client.get(lien).content.decode()
    refus = client.post(lien, {"prenom": "Leïla", "nom": "Nouvelle", "password": "Ressourcerie du Canal"})
    accord = client.post(lien, {"prenom": "Leïla", "nom": "Nouvelle", "password": BON})

    assert "Ressourcerie du Canal" in page
    assert re.findall(r'<input type="(\w+)" name="password"', page) == ["password"]
    assert (refus.status_code, "Sans votre nom" in refus.content.decode(), accord.status_code) == (422, True, 302)
    leila = Utilisateur.objects.get(email="leila@exemple.fr")
    assert leila.check_password(BON)
    assert leila.appartenances.get().role == Role.CHARGE_INSERTION
    assert genres(leila) == [GenreEvenementCompte.REJOINT]
    assert client.get(lien).status_code == 404
    entree = client.post("/compte/login/", {"login": leila.email, "password": BON}, follow=True)
    assert "Encore une étape" in entree.content.decode()


def test_a_structure_is_opened_by_a_command_that_invites_its_first_direction(client, db):
    ouvrir = partial(call_command, "creer_structure", "812 345 676 00017", "L’Étape", type="aci", stdout=StringIO())
    ouvrir(direction="perdue@exemple.fr")
    ouvrir(direction="anne@exemple.fr")  # the first link was lost, or its address was wrong
    perdu, lien = (re.search(r"http://[^/]+(/invitation/\S+)", message.body)[1] for message in mail.outbox)
    structure = Structure.objects.get(siret="81234567600017")
    assert "L’Étape entre dans Tremplin." in client.get(lien).content.decode()
    client.post(lien, {"prenom": "Anne", "nom": "Roy", "password": BON})

    assert client.get(perdu).status_code == 404
    assert structure.appartenances.values_list("utilisateur__email", "role").get() == ("anne@exemple.fr", "direction")
    with pytest.raises(CommandError, match="quelqu’un y travaille"):
        ouvrir(direction="anne@exemple.fr")
    with pytest.raises(CommandError, match="SIRET"):
        call_command("creer_structure", "123", "L’Étape", type="aci", direction="anne@exemple.fr")


def test_an_invitation_dies_after_seven_days_when_sent_again_or_cancelled(chef, client, client_de):
    with time_machine.travel("2026-11-30 10:00 +0100", tick=False) as horloge:
        navigateur = client_de(chef)
        premier = inviter(navigateur)
        invitation = Invitation.objects.get()
        navigateur.post(f"/equipe/invitations/{invitation.pk}/renvoi/")
        second = re.search(r"(/invitation/\S+)", mail.outbox[-1].body)[1]
        assert [client.get(lien).status_code for lien in (premier, second)] == [404, 200]
        horloge.shift(timedelta(days=7, minutes=1))
        assert client.get(second).status_code == 404

        client_de(chef).post(f"/equipe/invitations/{invitation.pk}/annulation/")
    assert not Invitation.objects.exists()


def test_an_account_that_exists_joins_without_another_password(chef, client, client_de, etranger, structure):
    lien = inviter(client_de(chef), email=etranger.email, role=Role.BENEVOLE)

    assert "déjà un compte" in client.get(lien).content.decode()
    client.post(lien)

    assert etranger.appartenances.get(structure=structure).role == Role.BENEVOLE
    assert Utilisateur.objects.filter(email=etranger.email).count() == 1


def test_no_line_break_typed_reaches_the_head_of_a_message(chef, client_de, structure):
    structure.nom = "Ressourcerie\r\nBcc: ailleurs@exemple.fr"
    structure.save()

    inviter(client_de(chef))

    entete = mail.outbox[-1].message()
    assert entete["Subject"] == "Tremplin : Ressourcerie Bcc: ailleurs@exemple.fr vous invite"
    assert entete["Bcc"] is None


def test_a_chef_invites_but_neither_names_nor_changes_a_direction(chef, cip, direction, client_de, etranger):
    navigateur = client_de(chef)
    refus = navigateur.post("/equipe/invitations/nouvelle/", INVITATION | {"role": Role.DIRECTION})
    deja = navigateur.post("/equipe/invitations/nouvelle/", INVITATION | {"email": cip.email})

    assert (refus.status_code, "déjà un accès" in deja.content.decode()) == (422, True)
    statuts = {
        "direction": navigateur.post(f"/equipe/comptes/{direction.appartenance.pk}/fermeture/").status_code,
        "soi": navigateur.post(f"/equipe/comptes/{chef.appartenance.pk}/modification/").status_code,
        "ailleurs": navigateur.get(f"/equipe/comptes/{etranger.appartenance.pk}/").status_code,
        "téléphone": navigateur.post(f"/equipe/comptes/{cip.appartenance.pk}/second-facteur/").status_code,
        "cip": client_de(cip).get("/equipe/comptes/").status_code,
    }
    assert statuts == {"direction": 403, "soi": 403, "ailleurs": 404, "téléphone": 403, "cip": 403}


@time_machine.travel("2026-11-30 10:00 +0100", tick=False)
def test_another_role_counts_at_once_and_the_former_is_kept(chef, cip, client_de, structure):
    navigateur = client_de(cip)
    assert navigateur.get("/equipe/comptes/").status_code == 403

    client_de(chef).post(
        f"/equipe/comptes/{cip.appartenance.pk}/modification/", {"role": Role.CHEF_SERVICE, "fin": "2027-06-30"}
    )

    assert navigateur.get("/equipe/comptes/").status_code == 200
    roles = cip.appartenances.order_by("debut").values_list("role", "fin")
    assert list(roles) == [(Role.CHARGE_INSERTION, date(2026, 11, 29)), (Role.CHEF_SERVICE, date(2027, 6, 30))]
    assert EvenementCompte.objects.get().detail == "Chargé·e d’insertion → Chef·fe de service"


@time_machine.travel("2026-11-30 10:00 +0100", tick=False)
def test_a_leaver_is_out_everywhere_at_the_next_request(chef, cip, client, client_de, structure, settings):
    settings.SECOND_FACTEUR = False
    client.post("/compte/login/", {"login": cip.email, "password": "un mot de passe de test"})
    jeton = AbonnementAgenda(structure=structure, utilisateur=cip, libelle="Téléphone").ouvrir()
    assert client.get("/beneficiaires/").status_code == 200

    client_de(chef).post(f"/equipe/comptes/{cip.appartenance.pk}/fermeture/")

    assert client.get("/beneficiaires/").headers["Location"].startswith("/compte/login/")
    assert client.get(f"/agenda/{jeton}.ics").status_code == 404
    assert (AbonnementAgenda.objects.count(), sessions.ouvertes(cip)) == (0, [])
    assert cip.appartenances.get().fin == date(2026, 11, 29)
    assert genres(cip) == [GenreEvenementCompte.FERME]


def test_a_lost_telephone_is_forgotten_by_the_direction_with_a_trace(direction, cip, client_de):
    TOTP.activate(cip, generate_totp_secret())

    client_de(direction).post(f"/equipe/comptes/{cip.appartenance.pk}/second-facteur/")

    assert not Authenticator.objects.filter(user=cip).exists()
    assert genres(cip) == [GenreEvenementCompte.SECOND_FACTEUR]
    assert "Philippe Arnaud vient de réinitialiser" in mail.outbox[-1].body
    page = client_de(direction).get(f"/equipe/comptes/{cip.appartenance.pk}/").content.decode()
    assert "Second facteur réinitialisé, par Philippe Arnaud" in page


def test_accesses_are_looked_at_every_six_months(direction, cip, client_de, structure):
    Appartenance.objects.filter(structure=structure).update(debut=date(2026, 1, 15))
    cip.appartenance.debut = date(2026, 1, 15)
    with time_machine.travel("2026-07-14 10:00 +0200", tick=False) as horloge:
        comptes.rappeler_les_revues(date(2026, 7, 14))
        assert mail.outbox == []
        horloge.shift(timedelta(days=1))
        comptes.rappeler_les_revues(date(2026, 7, 15))
        assert [(m.to, "2 accès" in m.body) for m in mail.outbox] == [([direction.email], True)]

        navigateur = client_de(direction)
        assert "Camille Dubois" in navigateur.get("/equipe/comptes/?a_revoir=1").content.decode()
        navigateur.post(f"/equipe/comptes/{cip.appartenance.pk}/confirmation/", {"liste": "1"})
        reste = navigateur.get("/equipe/comptes/?a_revoir=1").context["lignes"]

    assert [ligne.utilisateur for ligne in reste] == [direction]
    assert genres(cip) == [GenreEvenementCompte.CONFIRME]


def test_an_account_unused_for_ninety_days_is_suspended_then_reopened(direction, cip, client, client_de, settings):
    settings.SECOND_FACTEUR = False
    depart = datetime(2026, 6, 1, 8, tzinfo=UTC)
    Utilisateur.objects.update(created_at=depart, last_login=depart)
    comptes.suspendre_les_inutilises(depart + timedelta(days=90))
    assert not Utilisateur.objects.filter(suspendu_at__isnull=False).exists()
    Utilisateur.objects.filter(pk=direction.pk).update(last_login=depart + timedelta(days=10))

    comptes.suspendre_les_inutilises(depart + timedelta(days=91))

    entrer = {"login": cip.email, "password": "un mot de passe de test"}
    assert "suspendu" in client.post("/compte/login/", entrer, follow=True).content.decode()
    assert list(Utilisateur.objects.filter(suspendu_at__isnull=False)) == [cip]
    assert "Compte suspendu" in client_de(direction).get("/equipe/comptes/").content.decode()
    client_de(direction).post(f"/equipe/comptes/{cip.appartenance.pk}/reouverture/")
    assert client.post("/compte/login/", entrer).status_code == 302
    assert genres(cip) == [GenreEvenementCompte.ROUVERT, GenreEvenementCompte.SUSPENDU]


def test_the_list_costs_the_same_whatever_the_number_of_colleagues(chef, structure, client_de, requetes):
    mesures = []
    for _ in range(2):
        with requetes() as faites:
            client_de(chef).get("/equipe/comptes/")
        mesures.append(len(faites))
        for _ in range(5):
            membre(structure, Role.CHARGE_INSERTION)

    assert mesures[0] == mesures[1]


def test_another_structure_reads_nothing_of_the_accounts(chef, cip, client_de, autre_structure):
    EvenementCompte.noter(cip, GenreEvenementCompte.CONFIRME, chef)
    inviter(client_de(chef))

    with contexte(autre_structure.pk):
        assert (EvenementCompte.objects.count(), Invitation.objects.count()) == (0, 0)


def test_who_left_stays_in_a_list_with_the_files_to_entrust(client_de, chef, structure):
    odile = membre(structure, Role.BENEVOLE, prenom="Odile", nom="Marchand")
    Appartenance.objects.filter(utilisateur=odile).update(debut=date(2026, 1, 5))
    for _ in range(2):
        ReferentFactory(beneficiaire=BeneficiaireFactory(), utilisateur=odile)
    client = client_de(chef)
    fermeture = f"/equipe/comptes/{odile.appartenances.get().pk}/fermeture/"

    avant = client.get(fermeture).content.decode()
    apres = client.post(fermeture, follow=True).content.decode()

    assert "2 dossiers restent à confier" in avant
    assert "2 dossiers à confier à quelqu’un d’autre." in apres
    fermes = apres[apres.index("Accès fermés") :]
    assert "Odile Marchand" in fermes
    assert f'href="/equipe/?referent={odile.pk}">2 dossiers à confier' in fermes


def test_who_came_back_is_not_among_those_who_left(structure, chef):
    partie = membre(structure, Role.BENEVOLE)
    ancienne = partie.appartenances.get()
    ancienne.debut, ancienne.fin = date(2025, 1, 6), date(2025, 6, 30)
    ancienne.save()
    assert [ligne.utilisateur for ligne in comptes.fermes(structure.pk, date(2026, 11, 30))] == [partie]

    Appartenance.objects.create(utilisateur=partie, structure=structure, role=Role.BENEVOLE, debut=date(2026, 1, 5))

    assert comptes.fermes(structure.pk, date(2026, 11, 30)) == []


def test_each_role_is_explained_where_it_is_chosen(client_de, direction):
    html = client_de(direction).get("/equipe/invitations/nouvelle/").content.decode()

    assert set(ROLES_EN_UNE_PHRASE) == set(Role)
    assert all(phrase in html for phrase in ROLES_EN_UNE_PHRASE.values())


def test_a_colleague_is_invited_from_the_page_of_the_team(client_de, chef):
    assert 'href="/equipe/invitations/nouvelle/"' in client_de(chef).get("/equipe/").content.decode()
