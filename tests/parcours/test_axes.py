"""Axes d'évolution, agreement of the person, exit aimed at, what was reached (metier.md §1 rows 6, 42, 51, 76)."""

import uuid
from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from insertion.enums import Domaine
from insertion.isolation.contexte import contexte
from parcours.enums import Accord, ButSortie, EtapeMetier, EtatAxe, EtatObjectif
from parcours.fil import evenements
from parcours.models import AccordObjectif, AxeEvolution, Objectif, PointRecherche, SortieVisee
from parcours.reussites import Avancement, avancement, reussites
from parcours.tableau import colonnes
from tests.cellules import cellules
from tests.usines import (
    ActionFactory,
    AxeEvolutionFactory,
    DiagnosticFactory,
    EtapeProjetFactory,
    EvaluationFactory,
    MetierViseFactory,
    ObjectifFactory,
    ParcoursFactory,
)

LE = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def aujourdhui():
    with time_machine.travel("2026-11-22 10:00+01:00"):
        yield


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


@pytest.fixture
def plan(parcours):
    return reverse("parcours:plan_detail", args=[parcours.pk])


@pytest.fixture
def objectif(parcours):
    return ObjectifFactory(parcours=parcours)


@pytest.fixture
def axe(parcours):
    return AxeEvolutionFactory(parcours=parcours)


def axe_saisi(**champs):
    saisie = {"intitule": "Tenir le rythme", "constat": "Fatigue après 15 h.", "domaine": "", "pose_le": "2026-11-02"}
    return saisie | {"soumission": uuid.uuid4()} | champs


def correction(**champs):
    return axe_saisi(version=0, etat="en_cours") | champs


def objectif_corrige(**champs):
    return {"version": 0, "intitule": "Passer le code", "domaine": "mobilite", "etat": "en_cours"} | champs


def test_axe_joins_the_plan_once(client_de, cip, parcours, plan):
    client, donnees = client_de(cip), axe_saisi()

    for _ in range(2):
        response = client.post(reverse("parcours:axe_create", args=[parcours.pk]), donnees)

    axe = AxeEvolution.objects.get()
    assert response.url == plan
    assert (axe.intitule, axe.pose_le, axe.etat) == ("Tenir le rythme", date(2026, 11, 2), EtatAxe.EN_COURS)
    assert "Fatigue après 15 h." in client.get(plan).content.decode()


@cellules(
    "champs",
    [{"intitule": ""}, {"pose_le": "2026-11-23"}, {"constat": "x" * 10_000}],
    ids=["empty", "tomorrow", "huge"],
)
def test_refused_axe_keeps_what_was_typed(client_de, cip, parcours, champs):
    donnees = axe_saisi(**champs)

    response = client_de(cip).post(reverse("parcours:axe_create", args=[parcours.pk]), donnees)

    assert response.status_code == 422
    assert donnees["constat"] in response.content.decode()


def test_axe_reached_says_so_on_its_day_and_in_the_thread(client_de, cip, parcours, axe):
    client_de(cip).post(
        reverse("parcours:axe_update", args=[axe.pk]), correction(etat="acquis", pose_le="2026-04-02")
    )

    axe.refresh_from_db()
    (evenement,) = evenements(parcours.beneficiaire, "actions")
    assert (axe.etat, axe.date_fin) == (EtatAxe.ACQUIS, LE)
    assert (evenement.titre, evenement.texte) == ("Axe d’évolution acquis", "Tenir le rythme")


def test_two_people_changing_an_axe_see_both_texts(client_de, cip, collegue, axe):
    adresse = reverse("parcours:axe_update", args=[axe.pk])
    client_de(collegue).post(adresse, correction(constat="Ose parler devant trois."))

    response = client_de(cip).post(adresse, correction(constat="Parle au café."))

    html = response.content.decode()
    assert response.status_code == 409
    assert "Ose parler devant trois." in html
    assert "Parle au café." in html


@cellules(
    "champs",
    [{"etat": "acquis"}, {"etat": "acquis", "date_fin": date(2026, 4, 1)}],
    ids=["no day", "before it began"],
)
def test_database_refuses_an_axe_reached_without_its_day_or_before_it_began(parcours, champs):
    with pytest.raises(IntegrityError, match="axe_"), transaction.atomic():
        AxeEvolutionFactory(parcours=parcours, **champs)


@cellules("domaine", ["", Domaine.SANTE])
def test_axe_without_domain_or_sensitive_stays_out_of_the_workshop(structure, encadrant, parcours, domaine):
    AxeEvolutionFactory(parcours=parcours, domaine=domaine)
    AxeEvolutionFactory(parcours=parcours, domaine=Domaine.MOBILITE, intitule="Prendre le bus")

    with contexte(structure.pk, utilisateur_id=encadrant.pk, role=encadrant.appartenance.role):
        assert [axe.intitule for axe in AxeEvolution.objects.all()] == ["Prendre le bus"]


def test_no_answer_is_not_discussed_yet(client_de, cip, objectif, plan):
    html = client_de(cip).get(plan).content.decode()

    assert "Pas encore discuté avec la personne" in html
    assert not AccordObjectif.objects.exists()


def test_agreement_is_a_dated_row_and_the_last_one_counts(client_de, cip, parcours, objectif, plan):
    client, adresse = client_de(cip), reverse("parcours:objectif_update", args=[objectif.pk])
    client.post(adresse, objectif_corrige(accord="oui", accord_le="2026-11-03", accord_paroles="C’est mon idée."))
    client.post(
        adresse, objectif_corrige(version=1, accord="non", accord_le="2026-11-10", accord_paroles="Trop tôt.")
    )

    page = client.get(adresse).content.decode()
    assert list(objectif.accords.dernier_dabord().values_list("accord", "le", "auteur")) == [
        (Accord.NON, date(2026, 11, 10), cip.pk),
        (Accord.OUI, date(2026, 11, 3), cip.pk),
    ]
    assert colonnes(parcours)[0].accord.accord == Accord.NON
    assert page.index("Trop tôt.") < page.rindex("C’est mon idée.")
    assert "La personne n’est pas d’accord" in client.get(plan).content.decode()


def test_saving_an_objectif_again_adds_no_agreement(client_de, cip, objectif):
    client, adresse = client_de(cip), reverse("parcours:objectif_update", args=[objectif.pk])

    for version in range(2):
        client.post(adresse, objectif_corrige(version=version, accord="oui", accord_paroles=""))

    assert [accord.le for accord in AccordObjectif.objects.all()] == [LE]


@cellules(
    ("le", "phrase"), [("2026-11-23", "pas encore venu"), ("2026-11-02", "en a parlé plus tard, le 03/11/2026")]
)
def test_agreement_of_another_day_is_refused_in_words(client_de, cip, objectif, le, phrase):
    AccordObjectif.objects.create(objectif=objectif, accord=Accord.OUI, le=date(2026, 11, 3))
    donnees = objectif_corrige(accord="non", accord_le=le)

    response = client_de(cip).post(reverse("parcours:objectif_update", args=[objectif.pk]), donnees)

    assert response.status_code == 422
    assert phrase in response.content.decode()


def test_agreement_is_read_by_those_who_follow_only(client_de, structure, lecteur, objectif, plan):
    AccordObjectif.objects.create(objectif=objectif, accord=Accord.NON, le=LE)

    html = client_de(lecteur).get(plan).content.decode()

    assert "Passer le code" in html
    assert "d’accord" not in html
    with contexte(structure.pk, utilisateur_id=lecteur.pk, role=lecteur.appartenance.role):
        assert not AccordObjectif.objects.exists()


def test_objectif_reached_has_its_day_and_loses_it_when_it_goes_on(client_de, cip, objectif):
    client, adresse = client_de(cip), reverse("parcours:objectif_update", args=[objectif.pk])
    client.post(adresse, objectif_corrige(etat="atteint"))
    atteint = Objectif.objects.get().date_fin

    client.post(adresse, objectif_corrige(version=1))

    assert (atteint, Objectif.objects.get().date_fin) == (LE, None)


def test_database_refuses_an_end_to_an_objectif_under_way(parcours):
    with pytest.raises(IntegrityError, match="objectif_en_cours_sans_fin"), transaction.atomic():
        ObjectifFactory(parcours=parcours, date_fin=LE)


def test_page_of_an_objectif_tells_how_it_changed(client_de, cip, collegue, objectif):
    adresse = reverse("parcours:objectif_update", args=[objectif.pk])
    client_de(collegue).post(adresse, objectif_corrige(echeance="2026-12-15", etat="atteint"))

    html = client_de(cip).get(adresse).content.decode()

    assert "Pour le 15 décembre 2026" in html
    assert "État : atteint" in html
    assert "Karim Benzema-Morel" in html


def test_exit_aimed_at_changes_and_keeps_its_history(client_de, cip, parcours, plan):
    client, adresse = client_de(cip), reverse("parcours:sortie_visee_create", args=[parcours.pk])
    for but, le in (("formation", "2026-05-04"), ("emploi_durable", "2026-11-02")):
        client.post(adresse, {"but": but, "le": le, "precision": "CDI en mairie", "soumission": uuid.uuid4()})

    html = client.get(plan).content.decode()

    assert [v.but for v in SortieVisee.objects.dernier_dabord()] == [ButSortie.EMPLOI_DURABLE, ButSortie.FORMATION]
    assert "Un emploi durable" in html
    assert "Une formation qualifiante" in client.get(adresse).content.decode()


def test_exit_aimed_at_may_speak_of_health_so_it_stays_with_those_who_follow(structure, encadrant, lecteur, parcours):
    SortieVisee.objects.create(parcours=parcours, but=ButSortie.SOINS, le=LE)

    for qui in (encadrant, lecteur):
        with contexte(structure.pk, utilisateur_id=qui.pk, role=qui.appartenance.role):
            assert not SortieVisee.objects.exists()


@cellules("nom", ["axe_create", "sortie_visee_create"])
def test_day_offered_is_today(client_de, cip, parcours, nom):
    assert 'value="2026-11-22"' in client_de(cip).get(reverse(f"parcours:{nom}", args=[parcours.pk])).content.decode()


@cellules("champs", [{"but": ""}, {"but": "lune"}, {"le": "2026-11-23"}])
def test_refused_exit_keeps_what_was_typed(client_de, cip, parcours, champs):
    donnees = {"but": "formation", "le": "2026-05-04", "precision": "CAP cuisine"} | champs

    response = client_de(cip).post(reverse("parcours:sortie_visee_create", args=[parcours.pk]), donnees)

    assert (response.status_code, SortieVisee.objects.count()) == (422, 0)
    assert "CAP cuisine" in response.content.decode()


@cellules(("qui", "attendu"), [("etranger", 404), ("encadrant", 403), ("lecteur", 403)])
def test_axes_and_exit_are_written_by_those_who_follow_only(request, client_de, parcours, axe, qui, attendu):
    client = client_de(request.getfixturevalue(qui))
    adresses = [reverse(f"parcours:{nom}", args=[parcours.pk]) for nom in ("axe_create", "sortie_visee_create")]

    codes = [client.post(adresse, axe_saisi()).status_code for adresse in adresses]
    codes.append(client.post(reverse("parcours:axe_update", args=[axe.pk]), correction()).status_code)

    assert codes == [attendu] * 3


def test_what_was_reached_is_listed_the_latest_first(parcours):
    personne = parcours.beneficiaire
    ObjectifFactory(parcours=parcours, etat=EtatObjectif.ATTEINT, date_fin=date(2026, 10, 1))
    ObjectifFactory(parcours=parcours, intitule="Ancien", etat=EtatObjectif.ATTEINT)
    ObjectifFactory(parcours=parcours, etat=EtatObjectif.ABANDONNE, date_fin=date(2026, 9, 1))
    ActionFactory(parcours=parcours, faite=True)
    ActionFactory(parcours=parcours)
    AxeEvolutionFactory(parcours=parcours, etat=EtatAxe.ACQUIS, date_fin=date(2026, 8, 1))
    EtapeProjetFactory(metier=MetierViseFactory(beneficiaire=personne), etape=EtapeMetier.CONFIRME)
    PointRecherche.objects.create(beneficiaire=personne, outil="cv", fait_le=date(2026, 7, 1))
    for jour, niveau in ((date(2026, 3, 20), 1), (date(2026, 9, 20), 3)):
        EvaluationFactory(diagnostic=DiagnosticFactory(parcours=parcours, date=jour), niveau=niveau)

    trouvees = reussites(personne)

    assert [r.nature for r in trouvees] == [
        "Action faite",
        "Objectif atteint",
        "Diagnostic",
        "Axe d’évolution acquis",
        "Prêt pour la recherche",
        "Métier confirmé",
        "Objectif atteint",
    ]
    assert trouvees[2].texte == "Logement : de « Frein fort » à « Gêne légère »"
    assert avancement(personne) == Avancement(atteints=2, objectifs=2, faites=1, actions=2)


def test_levels_of_two_grids_are_never_a_progress(parcours):
    for jour, grille, niveau in ((date(2026, 3, 20), "tremplin", 1), (date(2026, 9, 20), "reference", 3)):
        EvaluationFactory(diagnostic=DiagnosticFactory(parcours=parcours, date=jour, grille=grille), niveau=niveau)

    assert reussites(parcours.beneficiaire) == []


def test_page_of_what_was_reached_is_closed_to_strangers_and_volunteers(client_de, etranger, benevole, parcours):
    adresse = reverse("parcours:reussite_list", args=[parcours.beneficiaire_id])

    assert [client_de(qui).get(adresse).status_code for qui in (etranger, benevole)] == [404, 403]


def test_sensitive_success_stays_out_of_the_workshop(client_de, encadrant, parcours):
    soins = {"domaine": Domaine.SANTE, "etat": EtatObjectif.ATTEINT, "date_fin": date(2026, 10, 1)}
    ObjectifFactory(parcours=parcours, intitule="Reprendre les soins", **soins)

    html = (
        client_de(encadrant).get(reverse("parcours:reussite_list", args=[parcours.beneficiaire_id])).content.decode()
    )

    assert "Reprendre les soins" not in html
