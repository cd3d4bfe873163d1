"""The limits of metier.md §4.7: each warns, on its boundary date, and a motive forces it."""

from datetime import date

import pytest

from insertion.enums import TypeStructure
from parcours.enums import ConclusionImmersion, ObjetImmersion
from parcours.immersions import attentes, avertissements
from parcours.models import Immersion
from tests.cellules import cellules
from tests.usines import (
    BilanImmersionFactory,
    EntrepriseFactory,
    ImmersionFactory,
    MetierViseFactory,
    ParcoursFactory,
)

LE = date(2026, 11, 1)


@pytest.fixture
def parcours(structure):
    return ParcoursFactory(beneficiaire__date_naissance=date(1990, 5, 4), date_entree=date(2025, 1, 1))


@pytest.fixture
def hote(structure):
    return EntrepriseFactory()


def codes(parcours, hote, debut, fin, autres=(), le=LE, **champs):
    immersion = Immersion(
        parcours=parcours, entreprise=hote, debut=debut, fin=fin, **{"objet": ObjetImmersion.CONFIRMER} | champs
    )
    return [a.code for a in avertissements(immersion, list(autres), le)]


@cellules(
    ("debut", "fin", "attendus"),
    [
        (date(2027, 1, 1), date(2027, 1, 31), []),
        (date(2027, 1, 1), date(2027, 2, 1), ["duree"]),
        (date(2027, 2, 1), date(2027, 2, 28), []),
        (date(2027, 2, 1), date(2027, 3, 1), ["duree"]),
        (date(2028, 2, 1), date(2028, 2, 29), []),
        (date(2027, 1, 15), date(2027, 2, 14), []),
        (date(2027, 1, 15), date(2027, 2, 15), ["duree"]),
    ],
    ids=["un-mois", "un-jour-de-plus", "fevrier", "1er-mars", "29-fevrier", "date-a-date", "lendemain"],
)
def test_one_month_date_to_date(parcours, hote, debut, fin, attendus):
    assert codes(parcours, hote, debut, fin) == attendus


@cellules(
    ("naissance", "attendus"),
    [(date(2010, 11, 9), []), (date(2010, 11, 10), ["age"]), (None, [])],
    ids=["16-ans-ce-jour", "la-veille", "non-renseignee"],
)
def test_sixteen_years_on_the_first_day(parcours, hote, naissance, attendus):
    parcours.beneficiaire.date_naissance = naissance
    assert codes(parcours, hote, date(2026, 11, 9), date(2026, 11, 20)) == attendus


@cellules(
    ("prescripteur", "attendus"), [("", ["prescripteur"]), ("France Travail Roubaix", [])], ids=["elle-meme", "nomme"]
)
def test_etti_prescribes_none_itself(parcours, hote, prescripteur, attendus):
    parcours.structure.type = TypeStructure.ETTI
    jours = (date(2026, 11, 9), date(2026, 11, 20))
    assert codes(parcours, hote, *jours, prescripteur=prescripteur) == attendus


def test_renewable_once(parcours, hote):
    premiere = ImmersionFactory(parcours=parcours, entreprise=hote)
    seconde = ImmersionFactory(
        parcours=parcours, entreprise=hote, renouvelle=premiere, debut=date(2026, 11, 21), fin=date(2026, 11, 30)
    )
    jours, autres = (date(2026, 12, 1), date(2026, 12, 5)), (premiere, seconde)
    assert "renouvellement" not in codes(parcours, hote, *jours, autres[:1], renouvelle=premiere)
    assert "renouvellement" in codes(parcours, hote, *jours, autres, renouvelle=seconde)


@cellules(("dernier", "depasse"), [(date(2026, 12, 30), False), (date(2026, 12, 31), True)])
def test_sixty_days_in_one_host_over_twelve_months(parcours, hote, dernier, depasse):
    avant = ImmersionFactory(parcours=parcours, entreprise=hote, debut=date(2026, 3, 1), fin=date(2026, 3, 30))
    trouves = codes(parcours, hote, date(2026, 12, 1), dernier, [avant], objet=ObjetImmersion.DECOUVRIR)
    assert ("jours_hote" in trouves) is depasse


def test_days_older_than_twelve_months_are_forgotten(parcours, hote):
    avant = ImmersionFactory(parcours=parcours, entreprise=hote, debut=date(2025, 11, 25), fin=date(2025, 12, 20))
    assert codes(parcours, hote, date(2026, 12, 1), date(2026, 12, 20), [avant]) == []


def test_two_conventions_with_different_objects_in_one_host(parcours, hote):
    avant = ImmersionFactory(parcours=parcours, entreprise=hote, debut=date(2026, 9, 1), fin=date(2026, 9, 5))
    encore = ImmersionFactory(
        parcours=parcours, entreprise=hote, debut=date(2026, 10, 1), fin=date(2026, 10, 5), objet="decouvrir"
    )
    jours = (date(2026, 11, 9), date(2026, 11, 20))
    assert codes(parcours, hote, *jours, [avant]) == ["objet_hote"]
    assert codes(parcours, hote, *jours, [avant], objet=ObjetImmersion.RECRUTER) == []
    assert codes(parcours, hote, *jours, [avant, encore], objet=ObjetImmersion.RECRUTER) == ["conventions_hote"]
    assert codes(parcours, EntrepriseFactory(), *jours, [avant, encore]) == []


@cellules(
    ("champs", "attendus"),
    [
        ({"signee_le": date(2026, 11, 9)}, []),
        ({"signee_le": date(2026, 11, 10)}, ["antidatee"]),
        ({"le": date(2026, 11, 10)}, ["antidatee"]),
        ({"le": date(2026, 11, 9)}, []),
    ],
    ids=["signee-le-jour-meme", "signee-apres", "deja-commencee", "commence-aujourd-hui"],
)
def test_convention_is_signed_before_the_first_day(parcours, hote, champs, attendus):
    assert codes(parcours, hote, date(2026, 11, 9), date(2026, 11, 20), **champs) == attendus


def test_two_immersions_on_one_day_and_days_outside_the_parcours(parcours, hote):
    avant = ImmersionFactory(parcours=parcours, debut=date(2026, 11, 1), fin=date(2026, 11, 9))
    assert codes(parcours, hote, date(2026, 11, 9), date(2026, 11, 20), [avant]) == ["chevauchement"]
    avant.interrompue_le = date(2026, 11, 8)
    assert codes(parcours, hote, date(2026, 11, 9), date(2026, 11, 20), [avant]) == []
    parcours.date_sortie = date(2026, 11, 19)
    assert codes(parcours, hote, date(2026, 11, 9), date(2026, 11, 20)) == ["parcours"]


@cellules(
    ("conclusion", "etape"),
    [("confirme", "valide"), ("infirme", "abandonne"), ("nuance", None)],
)
def test_bilan_moves_the_job_aimed_at_once(structure, conclusion, etape):
    metier = MetierViseFactory()
    immersion = ImmersionFactory(metier=metier)
    bilan = BilanImmersionFactory.build(
        immersion=immersion, structure_id=structure.pk, conclusion=ConclusionImmersion(conclusion)
    )
    bilan.enregistrer()
    bilan.enregistrer()
    assert list(metier.etapes.values_list("etape", flat=True)) == ([etape] if etape else [])


def attendus(le):
    """What is waited for on the day `le`: « bilan » or « appel » of each immersion."""
    immersions = Immersion.objects.en_attente(le).pour_fiche()
    return ["bilan" if attente.est_bilan else "appel" for attente in attentes(immersions, le)]


@cellules(
    ("le", "attendu"),
    [
        (date(2026, 11, 13), []),
        (date(2026, 11, 14), ["appel"]),
        (date(2026, 11, 20), ["appel"]),
        (date(2026, 11, 21), ["bilan"]),
    ],
    ids=["avant-le-milieu", "au-milieu", "dernier-jour", "finie"],
)
def test_host_is_called_from_the_middle_on_then_the_bilan_is_due(structure, le, attendu):
    immersion = ImmersionFactory()
    assert immersion.mi_parcours_le == date(2026, 11, 14)
    assert attendus(le) == attendu


def test_bilan_once_made_is_waited_for_no_more(structure):
    BilanImmersionFactory(immersion=ImmersionFactory())
    assert attendus(date(2026, 11, 21)) == []
