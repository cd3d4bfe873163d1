"""Registration, waiting list, attendance by one tap, the note common to all, and the sheet to sign."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import IntegrityError, connections, transaction
from django.urls import reverse
from pypdf import PdfReader

from insertion.isolation.contexte import contexte
from insertion.models import Geste
from parcours.enums import GenreProduction, PresenceSeance
from parcours.fil import evenements
from parcours.models import MotParticipation, Participation, Production, Seance
from parcours.productions import produire
from tests.cellules import cellules
from tests.usines import (
    AtelierFactory,
    BeneficiaireFactory,
    ParcoursFactory,
    ParticipationFactory,
    ReferentFactory,
    SeanceFactory,
    StructureFactory,
)

PARIS = ZoneInfo("Europe/Paris")
AVANT, PENDANT = datetime(2026, 11, 20, 9, 0, tzinfo=PARIS), datetime(2026, 11, 24, 14, 10, tzinfo=PARIS)
HTMX = {"HX-Request": "true"}


@pytest.fixture
def seance(structure):
    return SeanceFactory(atelier=AtelierFactory(titre="CV et lettre"))


@pytest.fixture
def url_pointage(seance):
    return reverse("parcours:seance_pointage", args=[seance.pk])


@pytest.fixture
def amina(structure):
    return BeneficiaireFactory(prenom="Amina", nom="Benali")


@pytest.fixture
def pendant():
    with time_machine.travel(PENDANT, tick=False):
        yield


def noter(client, url, participation, presence, **options):
    return client.post(url, {"participation": participation.pk, "presence": presence}, **options)


def etats(seance):
    return {p.beneficiaire.prenom: p.etat for p in seance.participations.select_related("beneficiaire")}


def liste():
    """Who is on the lists, and the words about them."""
    return [list(m.objects.order_by("pk").values()) for m in (Participation, MotParticipation)]


def test_several_people_are_registered_at_once_the_last_ones_wait(client_de, cip, seance):
    Seance.objects.update(capacite=2)
    gens = [BeneficiaireFactory(prenom=prenom) for prenom in ("Amina", "Bakary", "Chloé")]

    response = client_de(cip).post(
        reverse("parcours:inscription_create", args=[seance.pk]), {"personnes": [g.pk for g in gens]}, follow=True
    )

    assert sorted(etats(seance).values()) == ["Inscrit", "Inscrit", "Liste d’attente"]
    assert "Sur la liste d’attente : " in response.content.decode()


def test_registering_twice_changes_nothing(client_de, cip, seance, amina):
    client, url = client_de(cip), reverse("parcours:inscription_create", args=[seance.pk])

    codes = [client.post(url, {"personnes": [amina.pk]}).status_code for _ in range(2)]

    assert codes == [302, 302]
    assert Participation.objects.count() == 1


def test_search_keeps_those_already_ticked(client_de, cip, seance, amina):
    bakary = BeneficiaireFactory(prenom="Bakary", nom="Diarra")
    url = reverse("parcours:inscription_create", args=[seance.pk])

    response = client_de(cip).post(url, {"q": "diarra", "chercher": "1", "personnes": [amina.pk]})

    assert response.status_code == 200
    assert [list(response.context[nom]) for nom in ("choisies", "trouvees")] == [[amina], [bakary]]
    assert Participation.objects.count() == 0


def test_registration_offers_first_the_people_that_one_follows(client_de, cip, seance, amina):
    ReferentFactory(beneficiaire=amina, utilisateur=cip)
    BeneficiaireFactory()

    response = client_de(cip).get(reverse("parcours:inscription_create", args=[seance.pk]))

    assert response.context["trouvees"] == [amina]


@cellules("personnes", [[], ["0"], ["x"]])
def test_registration_of_nobody_answers_422(client_de, cip, seance, personnes):
    url = reverse("parcours:inscription_create", args=[seance.pk])

    assert client_de(cip).post(url, {"personnes": personnes}).status_code == 422


def test_nobody_of_another_structure_can_be_registered(client_de, cip, seance, autre_structure):
    with contexte(autre_structure.pk):
        ailleurs = BeneficiaireFactory()

    response = client_de(cip).post(
        reverse("parcours:inscription_create", args=[seance.pk]), {"personnes": [ailleurs.pk]}
    )

    assert response.status_code == 422
    assert Participation.objects.count() == 0


def test_when_somebody_leaves_the_first_who_waits_has_the_seat(client_de, cip, seance):
    Seance.objects.update(capacite=1)
    part = ParticipationFactory(seance=seance, beneficiaire__prenom="Amina")
    ParticipationFactory(seance=seance, en_attente=True, beneficiaire__prenom="Bakary")
    ParticipationFactory(
        seance=seance, en_attente=True, beneficiaire__prenom="Chloé", inscrit_at=AVANT - timedelta(days=30)
    )

    with time_machine.travel(AVANT):
        response = client_de(cip).post(reverse("parcours:inscription_delete", args=[part.pk]), follow=True)

    assert etats(seance) == {"Bakary": "Liste d’attente", "Chloé": "Inscrit"}
    assert "Une place se libère : Chloé" in response.content.decode()


def test_somebody_taken_off_by_mistake_is_back_with_the_word_about_them(client_de, cip, seance):
    Seance.objects.update(capacite=1)
    part = ParticipationFactory(seance=seance, beneficiaire__prenom="Amina")
    MotParticipation.objects.create(participation=part, texte="Très à l’aise.", auteur=cip)
    ParticipationFactory(seance=seance, en_attente=True, beneficiaire__prenom="Bakary")
    avant, client = liste(), client_de(cip)

    with time_machine.travel(AVANT):
        client.post(reverse("parcours:inscription_delete", args=[part.pk]))
        sans_elle = (etats(seance), MotParticipation.objects.exists())
        client.post(reverse("insertion:geste_annulation", args=[Geste.objects.get().pk]))

    assert sans_elle == ({"Bakary": "Inscrit"}, False)
    assert liste() == avant


@cellules(("quand", "etat"), [(AVANT, "Inscrit"), (PENDANT, "Liste d’attente")], ids=["before", "once begun"])
def test_somebody_excused_before_the_seance_gives_their_seat_back(client_de, cip, seance, url_pointage, quand, etat):
    Seance.objects.update(capacite=1)
    part = ParticipationFactory(seance=seance)
    ParticipationFactory(seance=seance, en_attente=True, beneficiaire__prenom="Bakary")

    with time_machine.travel(quand):
        noter(client_de(cip), url_pointage, part, PresenceSeance.EXCUSE)

    assert etats(seance)["Bakary"] == etat


@cellules(
    ("presence", "etat"), [("present", "Présent"), ("excuse", "Absence excusée"), ("absent", "Absence non excusée")]
)
def test_one_tap_notes_a_presence_and_the_same_tap_takes_it_back(
    client_de, cip, seance, url_pointage, pendant, presence, etat
):
    part, client = ParticipationFactory(seance=seance), client_de(cip)

    noter(client, url_pointage, part, presence)
    part.refresh_from_db()
    note = (part.etat, part.pointe_par, part.pointe_at)
    noter(client, url_pointage, part, "")
    part.refresh_from_db()

    assert note == (etat, cip, PENDANT)
    assert (part.etat, part.pointe_at) == ("Inscrit", None)


def test_a_tap_by_htmx_answers_with_that_line_and_the_count(client_de, cip, seance, url_pointage, pendant):
    part, autre = ParticipationFactory.create_batch(2, seance=seance)

    html = noter(client_de(cip), url_pointage, part, "present", headers=HTMX).content.decode()

    assert f'id="p-{part.pk}"' in html
    assert f'id="p-{autre.pk}"' not in html
    assert "1 présent" in html


def test_everybody_present_in_one_tap_but_for_those_noted_and_undone_in_another(
    client_de, cip, seance, url_pointage, pendant
):
    ParticipationFactory(seance=seance, beneficiaire__prenom="Amina")
    ParticipationFactory(seance=seance, beneficiaire__prenom="Bakary", absente=True)
    ParticipationFactory(seance=seance, beneficiaire__prenom="Chloé", en_attente=True)
    client = client_de(cip)

    response = client.post(url_pointage, {"tous": "1", "presence": "present"}, headers=HTMX)
    apres = etats(seance)
    client.post(response.headers["HX-Trigger"].split('"url": "')[1].split('"')[0])

    assert apres == {"Amina": "Présent", "Bakary": "Absence non excusée", "Chloé": "Liste d’attente"}
    assert etats(seance)["Amina"] == "Inscrit"


def test_walk_in_is_noted_present_and_taken_back(client_de, cip, seance, url_pointage, pendant, amina):
    attendait = ParticipationFactory(seance=seance, en_attente=True, beneficiaire__prenom="Bakary")
    client = client_de(cip)

    client.post(
        reverse("parcours:venue_create", args=[seance.pk]), {"personnes": [amina.pk, attendait.beneficiaire_id]}
    )
    apres = etats(seance)
    noter(client, url_pointage, Participation.objects.get(beneficiaire=amina), "")
    noter(client, url_pointage, attendait, "")

    assert apres == {"Amina": "Venu sans inscription", "Bakary": "Présent"}
    assert etats(seance) == {"Bakary": "Liste d’attente"}


def test_those_who_give_no_name_are_counted(client_de, cip, seance):
    client, url = client_de(cip), reverse("parcours:seance_anonymes", args=[seance.pk])

    codes = [client.post(url, {"anonymes": n}).status_code for n in ("4", "-1", "beaucoup")]

    seance.refresh_from_db()
    assert (codes, seance.anonymes) == ([302, 422, 422], 4)


def test_encadrant_notes_who_came_but_registers_nobody(client_de, encadrant, seance, url_pointage, pendant):
    part, client = ParticipationFactory(seance=seance), client_de(encadrant)

    noter(client, url_pointage, part, "present")
    part.refresh_from_db()
    refus = [
        client.post(reverse(f"parcours:{nom}", args=[seance.pk])).status_code
        for nom in ("inscription_create", "seance_note")
    ]

    assert part.presence == "present"
    assert refus == [403, 403]


@cellules(("role", "code"), [("lecteur", 403), ("benevole", 403), ("etranger", 404)])
@cellules("nom", ["seance_pointage", "seance_anonymes", "venue_create", "inscription_create", "seance_note"])
def test_readers_and_strangers_change_no_list(request, client_de, seance, nom, role, code):
    url = reverse(f"parcours:{nom}", args=[seance.pk])

    assert client_de(request.getfixturevalue(role)).post(url, {"anonymes": "1"}).status_code == code


@cellules(("role", "code"), [("lecteur", 403), ("encadrant", 403), ("etranger", 404)])
def test_nobody_else_takes_somebody_off_the_list(request, client_de, seance, role, code):
    url = reverse("parcours:inscription_delete", args=[ParticipationFactory(seance=seance).pk])

    assert client_de(request.getfixturevalue(role)).post(url).status_code == code


def test_a_tap_about_another_seance_changes_nothing(client_de, cip, seance, url_pointage):
    ailleurs = ParticipationFactory()

    assert noter(client_de(cip), url_pointage, ailleurs, "present").status_code == 400


def test_nothing_is_noted_on_a_cancelled_seance(client_de, cip, seance, url_pointage, pendant):
    part = ParticipationFactory(seance=seance)
    seance.annuler(AVANT.date())

    assert noter(client_de(cip), url_pointage, part, "present").status_code == 400


@cellules(
    "champs",
    [
        {"presence": "present"},
        {"pointe_at": PENDANT},
        {"inscrit_at": None, "place_at": None},
        {"place_at": None, "presence": "absent", "pointe_at": PENDANT},
    ],
    ids=[
        "presence without its date",
        "date without presence",
        "neither registered nor come",
        "absence without a seat",
    ],
)
def test_database_refuses_an_impossible_participation(seance, champs):
    with pytest.raises(IntegrityError), transaction.atomic():
        ParticipationFactory(seance=seance, **champs)


def test_one_note_goes_to_the_thread_of_each_one_present_and_of_nobody_else(client_de, cip, seance, amina, pendant):
    ParcoursFactory(beneficiaire=amina)
    presente = ParticipationFactory(seance=seance, beneficiaire=amina, presente=True)
    autre = ParticipationFactory(seance=seance, presente=True, beneficiaire__prenom="Bakary")
    absente = ParticipationFactory(seance=seance, absente=True)
    donnees = {"version": 0, "note": "Chacun a refait son CV.", f"mot_{presente.pk}": "A aidé ses voisins."}

    client_de(cip).post(reverse("parcours:seance_note", args=[seance.pk]), donnees)

    fils = [evenements(p.beneficiaire) for p in (presente, autre, absente)]
    assert [[(e.titre, e.texte) for e in fil if e.genre == "atelier"] for fil in fils] == [
        [("Atelier : CV et lettre", "Chacun a refait son CV.\n\nA aidé ses voisins.")],
        [("Atelier : CV et lettre", "Chacun a refait son CV.")],
        [("Absence non excusée : CV et lettre", "")],
    ]
    page = client_de(cip).get(reverse("parcours:personne_detail", args=[amina.pk])).content.decode()
    assert "Chacun a refait son CV." in page
    assert "Bakary" not in page


def test_word_about_somebody_is_corrected_and_taken_back(client_de, cip, seance, pendant):
    part, client = ParticipationFactory(seance=seance, presente=True), client_de(cip)
    url = reverse("parcours:seance_note", args=[seance.pk])
    textes = []

    for version, mot in enumerate(("Discrète.", "Très à l’aise.", "")):
        client.post(url, {"version": version, "note": "", f"mot_{part.pk}": mot})
        textes.append(list(MotParticipation.objects.values_list("texte", flat=True)))

    assert textes == [["Discrète."], ["Très à l’aise."], []]


def test_word_about_somebody_is_read_by_the_follow_up_team_only(encadrant, structure, seance, amina, pendant):
    part = ParticipationFactory(seance=seance, beneficiaire=amina, presente=True)
    MotParticipation.objects.create(participation=part, texte="Très à l’aise.")

    with contexte(structure.pk, utilisateur_id=encadrant.pk, role="encadrant"):
        vus = [e.texte for e in evenements(amina) if e.genre == "atelier"]

    assert vus == [""]


def test_whoever_may_not_write_the_note_is_not_invited_to(client_de, cip, encadrant, seance, pendant):
    vues = [
        client_de(qui).get(reverse("parcours:seance_detail", args=[seance.pk])).content.decode()
        for qui in (cip, encadrant)
    ]

    assert ["Une seule note" in vue for vue in vues] == [True, False]
    assert "Pas encore de note." in vues[1]


def test_note_too_long_answers_422_and_keeps_the_words(client_de, cip, seance, pendant):
    part = ParticipationFactory(seance=seance, presente=True)
    donnees = {"version": 0, "note": "x" * 10_000, f"mot_{part.pk}": "Très à l’aise."}

    response = client_de(cip).post(reverse("parcours:seance_note", args=[seance.pk]), donnees)

    assert response.status_code == 422
    assert "Très à l’aise." in response.content.decode()


def test_two_colleagues_who_write_the_note_see_both_texts(client_de, cip, collegue, seance):
    url = reverse("parcours:seance_note", args=[seance.pk])
    client_de(collegue).post(url, {"version": 0, "note": "Séance calme."})

    response = client_de(cip).post(url, {"version": 0, "note": "Séance vive."})

    assert response.status_code == 409
    assert "Séance calme." in response.content.decode()


def test_somebody_is_registered_from_their_own_page(client_de, cip, seance, amina):
    client, url = client_de(cip), reverse("parcours:participation_create", args=[amina.pk])

    with time_machine.travel(AVANT):
        client.post(url, {"seance": seance.pk})
        page = client.get(reverse("parcours:appuis_list", args=[amina.pk])).content.decode()
        encore = client.post(url, {"seance": seance.pk}, follow=True).content.decode()

    assert etats(seance) == {"Amina": "Inscrit"}
    assert "CV et lettre" in page
    assert "déjà inscrite" in encore


@cellules(("role", "code"), [("lecteur", 403), ("etranger", 404)])
def test_registration_from_the_page_of_somebody_is_closed_to_others(request, client_de, seance, amina, role, code):
    url = reverse("parcours:participation_create", args=[amina.pk])

    assert client_de(request.getfixturevalue(role)).post(url, {"seance": seance.pk}).status_code == code


@pytest.mark.django_db(transaction=True)
def test_two_colleagues_who_give_the_last_seat_at_once_give_it_once():
    structure = StructureFactory()
    with contexte(structure.pk):
        seance, gens = SeanceFactory(capacite=1), BeneficiaireFactory.create_batch(4)
    depart = Barrier(4)

    def inscrire(personne):
        try:
            depart.wait()
            with contexte(structure.pk):
                return [p.attend for p in Seance.objects.get(pk=seance.pk).inscrire([personne], AVANT)]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as bassin:
        attentes = list(bassin.map(inscrire, gens))

    assert sorted(attentes) == [[False], [True], [True], [True]]


def test_seance_page_asks_as_many_questions_for_one_and_for_twelve(client_de, cip, seance, requetes, pendant):
    client, url = client_de(cip), reverse("parcours:seance_detail", args=[seance.pk])
    ParticipationFactory(seance=seance, presente=True)
    client.get(url)
    with requetes() as une:
        client.get(url)
    ParticipationFactory.create_batch(8, seance=seance, presente=True)
    ParticipationFactory.create_batch(3, seance=seance, en_attente=True)
    with requetes() as douze:
        client.get(url)

    assert len(douze) == len(une)


def test_registering_many_asks_as_many_questions_as_registering_one(seance, requetes):
    gens = BeneficiaireFactory.create_batch(9)
    with requetes() as une:
        seance.inscrire(gens[:1], AVANT)
    with requetes() as huit:
        seance.inscrire(gens[1:], AVANT)

    assert len(huit) == len(une)


@pytest.mark.parametrize(
    ("heures", "colonnes"), [((14, 16), ["Signature"]), ((9, 12), ["Signature"]), ((9, 17), ["Matin", "Après-midi"])]
)
def test_sheet_to_sign_names_those_registered_and_is_about_nobody(
    client_de, cip, seance, settings, tmp_path, heures, colonnes
):
    settings.MEDIA_ROOT = tmp_path
    jour = PENDANT.replace(minute=0)
    Seance.objects.update(debut=jour.replace(hour=heures[0]), fin=jour.replace(hour=heures[1]))
    ParticipationFactory(seance=seance, beneficiaire__nom="Zerbib")
    ParticipationFactory(seance=seance, en_attente=True, beneficiaire__nom="Attente")

    client_de(cip).post(reverse("parcours:seance_emargement", args=[seance.pk]))
    production = Production.objects.get()
    produire(production.structure_id, production.pk)

    production.refresh_from_db()
    texte = _texte(production)
    assert (production.genre, production.beneficiaire, production.etat) == (
        GenreProduction.EMARGEMENT,
        None,
        "termine",
    )
    assert "Zerbib" in texte
    assert "Attente" not in texte
    assert all(colonne in texte for colonne in colonnes)


def test_sheet_of_ten_people_holds_on_one_page(client_de, cip, seance, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    ParticipationFactory.create_batch(10, seance=seance)

    client_de(cip).post(reverse("parcours:seance_emargement", args=[seance.pk]))
    production = Production.objects.get()
    produire(production.structure_id, production.pk)

    production.refresh_from_db()
    assert len(PdfReader(production.fichier.path).pages) == 1
    assert "Feuille d’émargement éditée le" in _texte(production)


def _texte(production):
    return "".join(page.extract_text() for page in PdfReader(production.fichier.path).pages)


@cellules(("role", "code"), [("encadrant", 403), ("lecteur", 403), ("etranger", 404)])
def test_sheet_to_sign_is_for_those_who_may_print(request, client_de, seance, role, code):
    url = reverse("parcours:seance_emargement", args=[seance.pk])

    assert client_de(request.getfixturevalue(role)).post(url).status_code == code
