"""The feed of the agenda: who may read its address, and what another calendar makes of it, hour by hour.

What is written by one library is read back here by hand, after RFC 5545 and nothing else, with the hours of
`zoneinfo`: a fault of the library in both directions would not show otherwise.
"""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from insertion.enums import Domaine, Role
from insertion.isolation.contexte import contexte
from parcours.enums import Interlocuteur, StatutRendezVous
from parcours.models import Intervenant, RendezVous
from pilotage.agenda.evenements import Genre, lire
from pilotage.agenda.flux import fenetre
from pilotage.models import AbonnementAgenda
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import (
    AbsenceFactory,
    AppartenanceFactory,
    AtelierFactory,
    BeneficiaireFactory,
    ParcoursFactory,
    RendezVousFactory,
    ReunionFactory,
    SeanceFactory,
)

PARIS = ZoneInfo("Europe/Paris")
MAINTENANT = datetime(2026, 10, 12, 8, tzinfo=PARIS)
#: « DTSTART;TZID=Europe/Paris:20261025T093000 »: a name, its parameters, its value (RFC 5545 § 3.1).
LIGNE = re.compile(r'^(?P<nom>[A-Z0-9-]+)(?P<parametres>(?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(?P<valeur>.*)$')


@pytest.fixture(autouse=True)
def _un_lundi():
    with time_machine.travel(MAINTENANT, tick=False):
        yield


def abonner(utilisateur, structure):
    """The path of a new secret address of that colleague."""
    jeton = AbonnementAgenda(structure_id=structure.pk, utilisateur=utilisateur, libelle="Téléphone").ouvrir()
    return reverse("pilotage:agenda_flux", args=[jeton])


def rendez_vous(utilisateur, debut, **champs):
    champs.setdefault("parcours", ParcoursFactory(beneficiaire=BeneficiaireFactory(prenom="Amina", nom="Benali")))
    return RendezVousFactory(utilisateur=utilisateur, debut=debut, **champs)


# --- Reading RFC 5545 by hand -----------------------------------------------------------------------------


def deplier(octets):
    """The lines of the feed: CRLF, at most 75 octets each, folded by a space (§ 3.1)."""
    assert octets.endswith(b"\r\n")
    assert b"\n" not in octets.replace(b"\r\n", b"")
    physiques = octets.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, physiques)) <= 75
    return octets.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")


def composants(octets):
    """[(name of the component, {property: (parameters, value)})], each BEGIN closed by its END (§ 3.4, § 3.6)."""
    ouverts, lus = [], []
    for ligne in deplier(octets):
        lue = LIGNE.match(ligne)
        assert lue, ligne
        nom, valeur = lue["nom"], lue["valeur"]
        if nom == "BEGIN":
            ouverts.append((valeur, {}))
        elif nom == "END":
            assert ouverts[-1][0] == valeur
            lus.append(ouverts.pop())
        else:
            assert nom not in ouverts[-1][1], f"{nom} deux fois"
            parametres = dict(p.split("=", 1) for p in lue["parametres"].split(";") if p)
            ouverts[-1][1][nom] = (parametres, valeur)
    assert ouverts == []
    return lus


def instant(propriete):
    """An aware instant, or the date of a whole day; a local hour must say its zone (§ 3.3.4, § 3.3.5)."""
    parametres, valeur = propriete
    if parametres.get("VALUE") == "DATE":
        return datetime.strptime(valeur, "%Y%m%d").date()
    if valeur.endswith("Z"):
        assert "TZID" not in parametres
        return datetime.strptime(valeur, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return datetime.strptime(valeur, "%Y%m%dT%H%M%S").replace(tzinfo=ZoneInfo(parametres["TZID"]))


def texte(valeur):
    """§ 3.3.11."""
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], valeur)


def evenements(octets):
    """{uid: properties} of the feed; each has what § 3.6.1 requires, and its uid is its own."""
    lus = [proprietes for nom, proprietes in composants(octets) if nom == "VEVENT"]
    for evenement in lus:
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= evenement.keys()
        assert instant(evenement["DTSTAMP"]) == MAINTENANT
    par_uid = {evenement["UID"][1]: evenement for evenement in lus}
    assert len(par_uid) == len(lus)
    return par_uid


def bornes(evenement):
    """(start, end) in UTC, or two dates."""
    lus = (instant(evenement[nom]) for nom in ("DTSTART", "DTEND"))
    return tuple(lu.astimezone(UTC) if isinstance(lu, datetime) else lu for lu in lus)


def lue(adresse):
    reponse = Client().get(adresse)
    assert (reponse.status_code, reponse["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert reponse["Cache-Control"] == "private, no-store"
    return reponse.content


# --- Hour by hour -----------------------------------------------------------------------------------------


@cellules("changement", [date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31)], ids=lambda jour: f"{jour:%Y-%m}")
def test_feed_is_the_agenda_hour_by_hour_over_the_change_of_clock(structure, cip, changement):
    """Two days before, the night itself at each half-hour, two days after; with a séance, an absence, a meeting."""
    with time_machine.travel(datetime.combine(changement - timedelta(days=13), MAINTENANT.timetz()), tick=False):
        minuit = datetime(changement.year, changement.month, changement.day, tzinfo=PARIS).astimezone(UTC)
        for demie in range(12):
            rendez_vous(cip, minuit + timedelta(minutes=30 * demie), duree_minutes=30)
        for jours in (-2, -1, 1, 2):
            rendez_vous(cip, datetime.combine(changement + timedelta(days=jours), datetime.min.time(), PARIS))
        seance = SeanceFactory(debut=minuit + timedelta(hours=20), fin=minuit + timedelta(hours=22))
        Intervenant.objects.create(seance=seance, utilisateur=cip)
        ReunionFactory(date=changement)
        lendemain = datetime.combine(changement + timedelta(days=1), datetime.min.time(), PARIS)
        AbsenceFactory(utilisateur=cip, debut=lendemain, fin=lendemain + timedelta(hours=12))
        octets = lue(abonner(cip, structure))
        attendus = lire(cip, [cip], fenetre(changement - timedelta(days=13)))

    lus = {
        uid.partition("@")[0]: bornes(proprietes)
        for uid, proprietes in ((e["UID"][1], e) for n, e in composants(octets) if n == "VEVENT")
    }
    attendus = {e.cle: _attendues(e) for e in attendus if e.genre != Genre.FERIE}
    assert lus == attendus
    assert len(lus) == 19


def _attendues(evenement):
    """(start, end) as the agenda shows them: dates for whole days, instants otherwise."""
    locales = [instant.astimezone(PARIS) for instant in (evenement.debut, evenement.fin)]
    if evenement.journee and not any(local.hour for local in locales):
        return tuple(local.date() for local in locales)
    return evenement.debut.astimezone(UTC), evenement.fin.astimezone(UTC)


def test_calendar_that_does_not_know_paris_finds_its_rule_in_the_feed(structure, cip):
    """VTIMEZONE, applied by hand, gives the hours of `zoneinfo` on each side of each change until 2030."""
    lus = dict(composants(lue(abonner(cip, structure))))

    assert lus["VTIMEZONE"]["TZID"][1] == "Europe/Paris"
    for nom, mois, heure in (("DAYLIGHT", 3, 2), ("STANDARD", 10, 3)):
        regle = lus[nom]
        assert set(regle["RRULE"][1].split(";")) == {"FREQ=YEARLY", f"BYMONTH={mois}", "BYDAY=-1SU"}
        assert regle["DTSTART"][1].endswith(f"T{heure:02}0000")
        avant, apres = (_decalage(regle[borne][1]) for borne in ("TZOFFSETFROM", "TZOFFSETTO"))
        for annee in range(2026, 2031):
            passage = datetime.combine(_dernier_dimanche(annee, mois), datetime.min.time(), UTC)
            passage += timedelta(hours=heure) - avant
            assert (passage - timedelta(seconds=1)).astimezone(PARIS).utcoffset() == avant
            assert passage.astimezone(PARIS).utcoffset() == apres


def _decalage(valeur):
    return timedelta(hours=int(valeur[:3]), minutes=int(valeur[0] + valeur[3:]))


def _dernier_dimanche(annee, mois):
    dernier = date(annee, mois, 31)
    return dernier - timedelta(days=dernier.isoweekday() % 7)


def test_moved_and_cancelled_appointments_keep_their_uid(structure, cip):
    adresse = abonner(cip, structure)
    deplace = rendez_vous(cip, datetime(2026, 10, 13, 10, tzinfo=PARIS))
    annule = rendez_vous(cip, datetime(2026, 10, 14, 10, tzinfo=PARIS))
    avant = evenements(lue(adresse))

    RendezVous.objects.filter(pk=deplace.pk).update(debut=datetime(2026, 10, 20, 9, tzinfo=PARIS), version=1)
    annule.passer_a(StatutRendezVous.ANNULE)
    apres = evenements(lue(adresse))

    assert avant.keys() == apres.keys()
    uid_deplace, uid_annule = sorted(apres, key=lambda uid: apres[uid]["STATUS"][1], reverse=True)
    assert bornes(apres[uid_deplace])[0] == datetime(2026, 10, 20, 7, tzinfo=UTC)
    assert int(apres[uid_deplace]["SEQUENCE"][1]) > int(avant[uid_deplace]["SEQUENCE"][1])
    assert apres[uid_annule]["STATUS"][1] == "CANCELLED"
    assert apres[uid_annule]["TRANSP"][1] == "TRANSPARENT"


def test_feed_says_initials_and_no_sensitive_word(structure, cip):
    debut = datetime(2026, 10, 13, 10, tzinfo=PARIS)
    rendez_vous(cip, debut, lieu="Bureau 2, rez-de-chaussée ; sonner")
    rendez_vous(cip, debut, avec=Interlocuteur.MEDECIN, aupres="CMP", lieu="Hôpital", accompagne=True)
    atelier = AtelierFactory(titre="Arrêter l’alcool", domaines=[Domaine.ADDICTION])
    seance = SeanceFactory(atelier=atelier, debut=debut, fin=debut + timedelta(hours=2), lieu="Centre de soins")
    Intervenant.objects.create(seance=seance, utilisateur=cip)
    AbsenceFactory(utilisateur=cip)

    octets = lue(abonner(cip, structure))

    titres = {texte(evenement["SUMMARY"][1]) for evenement in evenements(octets).values()}
    assert titres == {
        "Rendez-vous A. B., Bureau 2, rez-de-chaussée ; sonner",
        "Accompagnement A. B.",
        "Atelier",
        "Absence",
    }
    dit = "\n".join(deplier(octets))
    assert not [mot for mot in ("Amina", "Benali", "CMP", "Hôpital", "alcool", "soins", "édecin") if mot in dit]


# --- Who may read -----------------------------------------------------------------------------------------


def test_revoked_address_opens_nothing_from_then_on(structure, cip, client_de):
    adresse, autre = abonner(cip, structure), abonner(cip, structure)
    lue(adresse)
    abonnement = AbonnementAgenda.objects.order_by("pk").first()

    client_de(cip).post(reverse("pilotage:abonnement_suppression", args=[abonnement.pk]))

    assert Client().get(adresse).status_code == 404
    assert Client().get(autre).status_code == 200


def test_ended_membership_opens_nothing_from_its_last_day_on(structure, cip):
    adresse = abonner(cip, structure)
    cip.appartenance.fin = MAINTENANT.date()
    cip.appartenance.save()
    dernier_jour = Client().get(adresse).status_code

    with time_machine.travel(MAINTENANT + timedelta(days=1), tick=False):
        assert (dernier_jour, Client().get(adresse).status_code) == (200, 404)


def test_closed_account_opens_nothing(structure, cip):
    adresse = abonner(cip, structure)
    cip.is_active = False
    cip.save()

    assert Client().get(adresse).status_code == 404


def test_address_shows_the_agenda_of_its_structure_alone(structure, autre_structure, cip):
    """Of somebody who works for two structures; the number changed by hand opens nothing of the other."""
    rendez_vous(cip, datetime(2026, 10, 13, 10, tzinfo=PARIS))
    adresse = abonner(cip, structure)
    with contexte(autre_structure.pk):
        AppartenanceFactory(utilisateur=cip, structure=autre_structure, role=Role.CHARGE_INSERTION)
        rendez_vous(cip, datetime(2026, 10, 14, 10, tzinfo=PARIS))
        la_bas = abonner(cip, autre_structure)

    (ici,), (ailleurs,) = (evenements(lue(une)).values() for une in (adresse, la_bas))

    assert [bornes(e)[0].day for e in (ici, ailleurs)] == [13, 14]
    change = adresse.replace(f"/{structure.pk}-", f"/{autre_structure.pk}-")
    assert Client().get(change).status_code == 404


@cellules("jeton", ["x", "1", "1-", "-secret", "1-secret", "²-secret", f"{'9' * 30}-secret"])
def test_invented_address_opens_nothing(structure, jeton):
    assert Client().get(reverse("pilotage:agenda_flux", args=[jeton])).status_code == 404


def test_address_is_that_of_one_colleague_and_no_other_revokes_it(structure, cip, collegue, chef, client_de):
    rendez_vous(collegue, datetime(2026, 10, 13, 10, tzinfo=PARIS))
    adresse = abonner(cip, structure)
    (abonnement,) = AbonnementAgenda.objects.all()
    suppression = reverse("pilotage:abonnement_suppression", args=[abonnement.pk])

    assert evenements(lue(adresse)) == {}
    assert {client_de(qui).post(suppression).status_code for qui in (collegue, chef)} == {404}
    assert Client().get(adresse).status_code == 200


def test_reader_of_the_file_feeds_their_own_hours_only(structure, cip):
    lecteur = membre(structure, Role.LECTURE)
    rendez_vous(cip, datetime(2026, 10, 13, 10, tzinfo=PARIS))

    assert evenements(lue(abonner(lecteur, structure))) == {}
