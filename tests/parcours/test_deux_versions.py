"""Nothing typed is lost: a refused form comes back whole, and two versions of one record keep the names of both."""

from datetime import date
from html.parser import HTMLParser
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from django.utils import timezone

from parcours.models import CritereEligibilite, CritereRetenu, Intervenant
from tests.cellules import cellules
from tests.usines import (
    CandidatureFactory,
    EntretienFactory,
    ParcoursFactory,
    ParticipantFactory,
    ParticipationFactory,
    ReunionFactory,
    SeanceFactory,
)

CHOIX = ("Garder le mien", "Prendre le sien", "Enregistrer la fusion")


class Formulaires(HTMLParser):
    """The forms of a page: {what the button says: what it sends}."""

    def __init__(self, reponse):
        super().__init__()
        self.envois, self.paires, self.texte = {}, [], None
        self.feed(reponse.content.decode())

    def handle_starttag(self, balise, attributs):
        attributs = dict(attributs)
        if balise == "form":
            self.paires = []
        case = attributs.get("type") in ("checkbox", "radio")
        if balise == "input" and "name" in attributs and (not case or "checked" in attributs):
            self.paires.append((attributs["name"], attributs.get("value", "on" if case else "")))
        if balise == "textarea":
            self.paires.append((attributs["name"], ""))
        self.texte = balise if balise in ("textarea", "button") else None

    def handle_endtag(self, balise):
        if balise == "form":  # a button further down sends nothing of it
            self.paires = []

    def handle_data(self, texte):
        if self.texte == "textarea":
            self.paires[-1] = (self.paires[-1][0], texte.removeprefix("\n"))
        if self.texte == "button":
            self.envois[texte.strip()] = self.paires
        self.texte = None


def tout_envoi(reponse):
    """What all the forms of a page would send, as they are shown."""
    return [paire for paires in Formulaires(reponse).envois.values() for paire in paires]


def choisir(client, url, reponse, bouton):
    """Press one of the three buttons of the page of a conflict."""
    envoi = urlencode(Formulaires(reponse).envois[bouton])
    assert client.post(url, envoi, content_type="application/x-www-form-urlencoded").status_code == 302


def note(*noms, **champs):
    """What the correction of an entretien sends, with who else was there."""
    lignes = {"present-TOTAL_FORMS": str(len(noms)), "present-INITIAL_FORMS": "0"}
    lignes |= {f"present-{rang}-nom": nom for rang, nom in enumerate(noms)}
    lignes |= {f"present-{rang}-qualite": "tuteur" for rang in range(len(noms))}
    envoi = {"mode": "sur_place", "genre": "bilan", "date": timezone.localtime().strftime("%Y-%m-%dT%H:%M")}
    return envoi | {"version": "0", "compte_rendu": "Version de Camille."} | lignes | champs


@pytest.fixture
def entretien(structure):
    return EntretienFactory(parcours=ParcoursFactory(date_entree=date(2026, 1, 5)))


@pytest.fixture
def client(client_de, cip):
    return client_de(cip)


def presents(entretien):
    return sorted(str(present) for present in entretien.participants.pour_liste())


@cellules(
    ("bouton", "texte"),
    [
        ("Garder le mien", "Version de Camille."),
        ("Prendre le sien", "Version de Karim."),
        ("Enregistrer la fusion", "Version de Karim.\n\nVersion de Camille."),
    ],
)
def test_names_of_both_versions_stay_whichever_is_chosen(client, client_de, collegue, entretien, bouton, texte):
    url = reverse("parcours:entretien_update", args=[entretien.pk])
    client_de(collegue).post(url, note("Mme Lefort", "M. Roy", compte_rendu="Version de Karim."))

    reponse = client.post(url, note("mme lefort", "Dr Abadie"))
    html = reponse.content.decode()
    choisir(client, url, reponse, bouton)

    entretien.refresh_from_db()
    assert "Mme Lefort (Tuteur, tutrice, curateur, curatrice), M. Roy" in html
    assert "Dr Abadie" in html
    assert entretien.compte_rendu.replace("\r", "") == texte
    assert [nom.casefold() for nom in presents(entretien)] == ["dr abadie", "m. roy", "mme lefort"]


def test_version_that_names_nobody_takes_nobody_away(client, client_de, collegue, entretien):
    url = reverse("parcours:entretien_update", args=[entretien.pk])
    client_de(collegue).post(url, note("Mme Lefort", compte_rendu="Version de Karim."))

    reponse = client.post(url, note())
    choisir(client, url, reponse, "Garder le mien")

    assert presents(entretien) == ["Mme Lefort"]
    assert "Prendre le sien" not in Formulaires(reponse).envois  # nobody to add: a plain link


def test_twelve_names_on_each_side_are_all_kept(client, client_de, collegue, entretien):
    url = reverse("parcours:entretien_update", args=[entretien.pk])
    client_de(collegue).post(url, note(*(f"Sien {rang}" for rang in range(12))))

    reponse = client.post(url, note(*(f"Mien {rang}" for rang in range(12))))
    choisir(client, url, reponse, "Garder le mien")

    assert entretien.participants.count() == 24


def test_colleague_recognised_on_both_sides_stays_once(client, client_de, collegue, encadrant, entretien):
    ParticipantFactory(entretien=entretien, utilisateur=encadrant, nom="")
    url = reverse("parcours:entretien_update", args=[entretien.pk])
    client_de(collegue).post(url, note("Louis Ferrand", "Mme Lefort"))

    choisir(client, url, client.post(url, note("Louis Ferrand", "M. Roy")), "Prendre le sien")

    assert [p.utilisateur for p in entretien.participants.pour_liste()] == [encadrant, None, None]


def seance_saisie(**champs):
    return {"jour": "2026-11-26", "heure_debut": "14:00", "heure_fin": "16:00", "version": "0"} | champs


@cellules(("bouton", "lieu"), [(CHOIX[0], "Salle 1"), (CHOIX[1], "Salle 2")])
def test_who_holds_a_seance_stays_whichever_is_chosen(
    client, client_de, cip, collegue, chef, structure, bouton, lieu
):
    seance = SeanceFactory()
    url = reverse("parcours:seance_update", args=[seance.pk])
    client_de(collegue).post(
        url, seance_saisie(lieu="Salle 2", heure_fin="17:00", animateurs=[collegue.pk], externes="Jean Vidal")
    )

    reponse = client.post(url, seance_saisie(lieu="Salle 1", animateurs=[cip.pk], externes="La Cimade\nJean Vidal"))
    html = reponse.content.decode()
    choisir(client, url, reponse, bouton)

    seance.refresh_from_db()
    anime = Intervenant.objects.filter(seance=seance)
    assert reponse.status_code == 409
    assert all(mot in html for mot in ("16:00", "17:00", "Camille Dubois", "Karim Benzema-Morel", "La Cimade"))
    assert seance.lieu == lieu
    assert {i.utilisateur_id for i in anime if i.utilisateur_id} == {cip.pk, collegue.pk}
    assert {i.nom for i in anime if i.nom} == {"Jean Vidal", "La Cimade"}


@cellules("bouton", CHOIX)
def test_people_of_a_meeting_stay_whichever_is_chosen(client, client_de, collegue, structure, bouton):
    reunion, siennes, miennes = ReunionFactory(), ParcoursFactory(), ParcoursFactory()
    url = reverse("parcours:reunion_update", args=[reunion.pk])
    envoi = {"date": "2026-11-20", "compte_rendu": "Le mien.", "concernees": [miennes.pk], "version": "0"}
    client_de(collegue).post(url, envoi | {"compte_rendu": "Le sien.", "concernees": [siennes.pk]})

    choisir(client, url, client.post(url, envoi), bouton)

    assert set(reunion.personnes.values_list("parcours_id", flat=True)) == {siennes.pk, miennes.pk}


def test_criteria_of_both_versions_are_shown(client, client_de, collegue, structure, referentiels):
    candidature = CandidatureFactory()
    url = reverse("parcours:candidature_eligibilite", args=[candidature.pk])
    rsa, ass = CritereEligibilite.objects.filter(liste="iae", niveau=1)[:2]
    client_de(collegue).post(url, {"version": "0", f"critere_{rsa.pk}": "on", f"preuve_{rsa.pk}": "2026-11-02"})

    reponse = client.post(url, {"version": "0", f"critere_{ass.pk}": "on", f"preuve_{ass.pk}": "2026-11-03"})
    html = reponse.content.decode()

    assert reponse.status_code == 409
    assert all(
        mot in html for mot in (rsa.libelle, ass.libelle, "2\u00a0novembre\u00a02026", "3\u00a0novembre\u00a02026")
    )
    assert [retenu.critere_id for retenu in CritereRetenu.objects.all()] == [rsa.pk]


def test_words_about_somebody_are_shown_on_both_sides(client, client_de, collegue, structure):
    presence = ParticipationFactory(presente=True)
    url, mot = reverse("parcours:seance_note", args=[presence.seance_id]), f"mot_{presence.pk}"
    client_de(collegue).post(url, {"version": "0", "note": "Calme.", mot: "A pris la parole."})

    reponse = client.post(url, {"version": "0", "note": "Calme.", mot: "Est partie tôt."})
    choisir(client, url, reponse, "Enregistrer la fusion")

    assert presence.mots.get().texte.replace("\r", "") == "A pris la parole.\n\nEst partie tôt."


def test_refused_entretien_keeps_who_was_there(client, entretien):
    url = reverse("parcours:entretien_update", args=[entretien.pk])

    reponse = client.post(url, note("Mme Lefort", "M. Roy", compte_rendu="", lieu="Mairie"))

    envoi = Formulaires(reponse).envois["Enregistrer"]
    assert reponse.status_code == 422
    assert {("present-0-nom", "Mme Lefort"), ("present-1-nom", "M. Roy"), ("lieu", "Mairie")} <= set(envoi)
    assert reponse.content.decode().count('value="tuteur" selected') == 2


@cellules("page", ["seance_create", "seance_update"])
def test_refused_seance_keeps_who_holds_it(client, cip, collegue, page):
    seance = SeanceFactory()
    url = reverse(f"parcours:{page}", args=[seance.atelier_id if page == "seance_create" else seance.pk])

    reponse = client.post(
        url, seance_saisie(heure_fin="13:00", animateurs=[collegue.pk], externes="Jean Vidal", semaines="3")
    )

    envoi = tout_envoi(reponse)
    assert reponse.status_code == 422
    assert [valeur for nom, valeur in envoi if nom == "animateurs"] == [str(collegue.pk)]
    assert ("externes", "Jean Vidal") in envoi


@cellules(
    ("page", "champs"),
    [("reunion_create", {"date": "hier"}), ("fait_create", {"texte": "", "date": "2026-11-20T10:00"})],
)
def test_refused_text_of_the_team_keeps_whom_it_is_about(client, structure, page, champs):
    parcours = ParcoursFactory(), ParcoursFactory()

    reponse = client.post(reverse(f"parcours:{page}"), champs | {"concernees": [parcours[0].pk]})

    envoi = tout_envoi(reponse)
    assert reponse.status_code == 422
    assert [valeur for nom, valeur in envoi if nom == "concernees"] == [str(parcours[0].pk)]


def test_refused_eligibility_keeps_its_criteria_and_their_dates(client, structure, referentiels):
    rsa = CritereEligibilite.objects.filter(liste="iae", niveau=1).first()
    url = reverse("parcours:candidature_eligibilite", args=[CandidatureFactory().pk])

    reponse = client.post(
        url, {"version": "0", "pass_numero": "12", f"critere_{rsa.pk}": "on", f"preuve_{rsa.pk}": "2026-11-02"}
    )

    envoi = tout_envoi(reponse)
    assert reponse.status_code == 422
    assert {(f"critere_{rsa.pk}", "on"), (f"preuve_{rsa.pk}", "2026-11-02")} <= set(envoi)


def test_word_about_somebody_no_longer_present_is_kept(client, structure):
    presence = ParticipationFactory(absente=True)

    client.post(
        reverse("parcours:seance_note", args=[presence.seance_id]),
        {"version": "0", "note": "Calme.", f"mot_{presence.pk}": "A aidé le groupe."},
    )

    assert presence.mots.get().texte == "A aidé le groupe."
