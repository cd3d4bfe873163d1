"""« Comment la saisie se passe »: four figures of the structure, none by colleague, a constant number of queries."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion.models import Saisie
from parcours.models import Entretien
from pilotage.qualite_saisie import mesurer
from tests.usines import BeneficiaireFactory, EntretienFactory, ParcoursFactory

LE = date(2026, 11, 24)
NOVEMBRE = date(2026, 11, 1)
PAGE = "/tableau-de-bord/saisie/"


def instant(jour, heure=10):
    return timezone.make_aware(datetime(2026, 11, jour, heure))


def de_novembre(code):
    suite = next(suite for mesure, suite in mesurer(LE) if mesure.code == code)
    return dict(suite)[NOVEMBRE]


def commencer(structure, *minutes, jour=2):
    for duree in minutes:
        fin = None if duree is None else instant(jour) + timedelta(minutes=duree)
        Saisie.objects.create(structure=structure, commencee_at=instant(jour), enregistree_at=fin)


def test_delay_is_the_median_and_an_entry_never_saved_is_abandoned(structure):
    commencer(structure, 2, 4, 9, 60, 8 * 24 * 60, None)
    commencer(structure, None, jour=20)  # four days ago: it may still be saved

    assert (de_novembre("delai").en_mots, de_novembre("delai").base) == ("9\u00a0min", 5)
    assert (de_novembre("abandons").en_mots, de_novembre("abandons").base) == ("33\u00a0%", 6)


def test_under_five_facts_no_figure_is_given(structure):
    commencer(structure, 2, 4, 9, 60)

    assert (de_novembre("delai").nombre, de_novembre("delai").en_mots) == (None, "trop peu")
    assert de_novembre("notes_du_jour").en_mots == "—"


def test_note_written_after_midnight_is_not_of_the_same_day(structure):
    parcours = ParcoursFactory()
    for jour, ecrite in ((2, instant(2, 23)), (2, instant(3, 0)), (4, instant(4)), (5, instant(5)), (6, instant(6))):
        entretien = EntretienFactory(parcours=parcours, date=instant(jour))
        Entretien.objects.filter(pk=entretien.pk).update(created_at=ecrite)

    assert de_novembre("notes_du_jour").en_mots == "80\u00a0%"


def test_field_filled_a_month_after_the_entry_is_late(structure, requetes, monkeypatch):
    """Of three people, known by their date of birth then by their commune, one was opened long ago without either."""
    histoire, jour = Beneficiaire.events.rel.related_model, timezone.localdate()
    personnes = [BeneficiaireFactory(commune="Calais", code_postal="62100") for _ in range(3)]
    for personne in personnes:
        ParcoursFactory(beneficiaire=personne, date_entree=jour - timedelta(days=40))
    monkeypatch.setattr(histoire._meta.get_field("pgh_created_at"), "auto_now_add", False)
    for personne, vide in zip(personnes, ({"commune": "", "code_postal": ""}, {}, {}), strict=True):
        fait = histoire.objects.get(pgh_obj=personne)
        for nom, valeur in ({"pk": None, "pgh_created_at": timezone.now() - timedelta(days=39)} | vide).items():
            setattr(fait, nom, valeur)
        fait.save(force_insert=True)

    with requetes() as faites:
        mesures = mesurer(jour)

    suite = dict(next(suite for mesure, suite in mesures if mesure.code == "champs_tardifs"))
    valeur = suite[(jour - timedelta(days=40)).replace(day=1)]
    assert (len(faites), valeur.base, valeur.en_mots) == (5, 9, "22\u00a0%")


@pytest.mark.parametrize(("qui", "statut"), [("chef", 200), ("cip", 403)])
def test_who_answers_for_the_team_reads_the_page(request, client_de, structure, qui, statut):
    commencer(structure, 2, 4, 9, 60, 9)

    assert client_de(request.getfixturevalue(qui)).get(PAGE).status_code == statut
