"""« Version à remettre »: one page, large type, nothing sensitive (metier.md §2 row 9)."""

import re
import uuid
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from pypdf import PdfReader

from insertion.enums import Domaine, EtatTravail
from parcours import productions
from parcours.enums import Acteur, GenreProduction
from parcours.models import Production
from parcours.remise import a_remettre
from tests.cellules import cellules
from tests.usines import (
    ActionFactory,
    AxeEvolutionFactory,
    ObjectifFactory,
    ParcoursFactory,
    ReferentFactory,
    RendezVousFactory,
)

LONG = "Refaire avec la formatrice le dossier de demande de logement social et le déposer " * 2


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


def imprimer(client_de, cip, parcours, langue="fr"):
    demande = {"soumission": uuid.uuid4(), "langue": langue}
    client_de(cip).post(reverse("parcours:plan_production", args=[parcours.pk]), demande)
    productions.produire(parcours.structure_id, Production.objects.get().pk)
    production = Production.objects.get()
    assert (production.genre, production.etat) == (GenreProduction.PLAN, EtatTravail.TERMINE), production.message
    return PdfReader(production.fichier)


def test_axes_and_partners_are_on_the_paper(parcours):
    AxeEvolutionFactory(parcours=parcours)
    ActionFactory(
        parcours=parcours, intitule="Rencontrer un conseiller.", acteur=Acteur.PARTENAIRE, partenaire="l’UDAF"
    )

    rubriques = {titre: [p.texte for p in phrases] for titre, phrases in a_remettre(parcours).rubriques}

    assert rubriques == {
        "Ce que fait un partenaire": ["Rencontrer un conseiller, avec l’UDAF"],
        "Ce que vous voulez développer": ["Prendre la parole en groupe"],
    }


def test_paper_says_each_date_and_each_heading_in_both_languages(client_de, cip, parcours):
    ActionFactory(parcours=parcours, intitule="Appeler la CAF", echeance=date(2026, 12, 1))

    page = client_de(cip).get(reverse("parcours:plan_remis", args=[parcours.pk]), {"langue": "uk"}).content.decode()

    assert "Appeler la CAF, avant le 1er\u00a0décembre\u00a02026" in page
    assert '<span class="autre" lang="uk" dir="ltr">до 1 грудня 2026</span>' in page
    assert '<h2>Ce que vous faites <span class="autre" lang="uk" dir="ltr">Що робите ви</span></h2>' in page


def test_the_paper_says_when_we_meet_again_and_whom_to_call(client_de, cip, structure, parcours):
    structure.telephone = "03 20 00 11 22"
    structure.save()
    ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=cip)
    debut = datetime(2027, 1, 5, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
    RendezVousFactory(parcours=parcours, utilisateur=cip, debut=debut, lieu="Bureau 2")

    page = client_de(cip).get(reverse("parcours:plan_remis", args=[parcours.pk])).content.decode()
    papier = " ".join(imprimer(client_de, cip, parcours).pages[0].extract_text().split())

    assert "<h2>Votre prochain rendez-vous</h2>" in page
    assert "le 5\u00a0janvier\u00a02027, 9 h 30" in page
    assert "Bureau 2" in papier
    assert f"Pour joindre votre référent : {cip}, 03 20 00 11 22" in papier


def test_two_referents_are_said_as_two_the_volunteer_last(client_de, cip, benevole, parcours):
    for qui, debut in ((benevole, date(2026, 1, 5)), (cip, date(2026, 9, 1))):
        ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=qui, debut=debut)
    ActionFactory(parcours=parcours, intitule="Appeler la CAF", acteur=Acteur.PROFESSIONNEL)

    papier = " ".join(imprimer(client_de, cip, parcours).pages[0].extract_text().split())

    assert f"Pour joindre vos référents : {cip}, {benevole}" in papier
    assert "Ce que font vos référents" in papier
    assert "parlez-en avec vos référents" in papier
    assert "votre référent" not in papier


@cellules(
    ("nombre", "attendu"),
    [
        (1, "Un autre point de votre plan ne tient pas sur cette page. Demandez à le voir."),
        (3, "3 autres points de votre plan ne tiennent pas sur cette page. Demandez à les voir."),
    ],
)
def test_what_does_not_fit_is_said_as_one_says_it(monkeypatch, client_de, cip, parcours, nombre, attendu):
    monkeypatch.setattr("parcours.remise.LIGNES", 3)
    for rang in range(nombre + 1):
        ActionFactory(parcours=parcours, intitule=f"Appeler la CAF {rang}", echeance=None)

    page = client_de(cip).get(reverse("parcours:plan_remis", args=[parcours.pk])).content.decode()

    assert attendu in re.findall(r"<p>(.+?)</p>", page)


def test_no_line_of_a_paper_in_two_languages_begins_with_a_mark(client_de, cip, structure, parcours):
    structure.telephone = "03 20 00 11 22"
    structure.save()
    ActionFactory(parcours=parcours, intitule="Appeler la CAF", echeance=date(2026, 12, 1))
    ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=cip)
    RendezVousFactory(parcours=parcours, utilisateur=cip, debut=datetime(2027, 1, 5, 9, 30, tzinfo=UTC))

    papier = imprimer(client_de, cip, parcours, "uk").pages[0].extract_text()

    assert [ligne for ligne in papier.splitlines() if ligne.strip()[:1] in (":", ",", ".")] == []


def test_sensitive_axes_stay_off_the_paper(parcours):
    AxeEvolutionFactory(parcours=parcours, domaine=Domaine.ADDICTION)

    assert a_remettre(parcours).rubriques == ()


def test_what_does_not_fit_is_counted_and_every_heading_has_its_first_line(parcours):
    for _ in range(20):
        ObjectifFactory(parcours=parcours, intitule=LONG, critere=LONG)
    ActionFactory(parcours=parcours, intitule="Appeler la CAF")

    remise = a_remettre(parcours)

    assert [titre for titre, _ in remise.rubriques] == ["Ce que vous voulez atteindre", "Ce que vous faites"]
    assert remise.reste == 21 - sum(len(phrases) for _, phrases in remise.rubriques) > 10


@cellules(("nombre", "langue"), [(0, "fr"), (2, "fr"), (15, "fr"), (15, "ar")])
def test_pdf_holds_on_one_page_whatever_the_plan(client_de, cip, parcours, nombre, langue):
    for rang in range(nombre):
        objectif = ObjectifFactory(parcours=parcours, intitule=LONG, critere=LONG, echeance=date(2026, 12, 15))
        for acteur in Acteur:
            ActionFactory(parcours=parcours, objectif=objectif, intitule=f"{LONG} {rang}"[:190], acteur=acteur)
        AxeEvolutionFactory(parcours=parcours)

    lecteur = imprimer(client_de, cip, parcours, langue)

    assert len(lecteur.pages) == 1
    assert "Signature de votre référent" in lecteur.pages[0].extract_text()


def test_pdf_says_nothing_sensitive(client_de, cip, parcours):
    soins = ObjectifFactory(parcours=parcours, domaine=Domaine.SANTE, intitule="Reprendre les soins")
    ActionFactory(parcours=parcours, objectif=soins, intitule="Rappeler le médecin")
    ActionFactory(parcours=parcours, intitule="Chercher une vélo-école")

    texte = imprimer(client_de, cip, parcours).pages[0].extract_text()

    assert "Chercher une vélo-école" in texte
    assert "soins" not in texte
    assert "médecin" not in texte


@cellules(("qui", "attendu"), [("etranger", 404), ("encadrant", 403), ("lecteur", 403), ("benevole", 403)])
def test_pdf_is_asked_for_by_those_who_follow_only(request, client_de, parcours, qui, attendu):
    adresse = reverse("parcours:plan_production", args=[parcours.pk])

    assert client_de(request.getfixturevalue(qui)).post(adresse).status_code == attendu
    assert not Production.objects.exists()
