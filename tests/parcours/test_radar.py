from datetime import date

import pytest
from django.template.loader import render_to_string

from insertion.enums import Domaine
from parcours.enums import Moment
from parcours.evolution import mesurer, remplacer
from parcours.models import Evaluation
from parcours.radar import radar
from tests.cellules import cellules
from tests.usines import DiagnosticFactory, EvaluationFactory, ParcoursFactory

#: The picture that the drawing must match: entry and now, from noon, clockwise.
NIVEAUX = {
    Domaine.LOGEMENT: (1, 3),
    Domaine.MOBILITE: (1, 1),
    Domaine.DROITS: (3, 2),
    Domaine.BUDGET: (0, 2),
}


def diagnostic(parcours, le, moment, niveaux):
    """A diagnostic of the day `le` whose evaluations are `niveaux`, {domaine: level or None}."""
    fait = DiagnosticFactory(parcours=parcours, date=le, moment=moment)
    for domaine, niveau in niveaux.items():
        EvaluationFactory(diagnostic=fait, domaine=domaine, niveau=niveau)
    return fait


def evolution_de(parcours):
    return mesurer(Evaluation.objects.d_une_personne(parcours.beneficiaire))


@pytest.fixture
def parcours(structure):
    return ParcoursFactory()


@pytest.fixture
def evolution(parcours):
    """Two diagnostics with the levels of `NIVEAUX`."""
    diagnostic(parcours, date(2026, 3, 12), Moment.ENTREE, {d: n[0] for d, n in NIVEAUX.items()})
    diagnostic(parcours, date(2026, 9, 9), Moment.BILAN, {d: n[1] for d, n in NIVEAUX.items()})
    return evolution_de(parcours)


def test_change_since_entry_is_counted_domain_by_domain(evolution):
    assert [d.libelle for d in evolution.domaines] == ["Logement +2", "Mobilité", "Droits −1", "Budget +2"]
    assert [d.ecart for d in evolution.domaines] == [2, 0, -1, 2]
    assert [d.en_mots for d in evolution.domaines] == [
        "gagne 2 niveaux",
        "inchangé",
        "perd 1 niveau",
        "gagne 2 niveaux",
    ]
    assert (evolution.premier.date, evolution.dernier.date) == (date(2026, 3, 12), date(2026, 9, 9))


def test_domain_not_discussed_is_never_zero(parcours):
    diagnostic(parcours, date(2026, 3, 12), Moment.ENTREE, {Domaine.LOGEMENT: None, Domaine.BUDGET: 2})
    diagnostic(parcours, date(2026, 9, 9), Moment.BILAN, {Domaine.LOGEMENT: 3, Domaine.BUDGET: None})

    logement, budget = evolution_de(parcours).domaines

    assert (logement.entree, logement.actuel, logement.ecart, logement.libelle) == (None, 3, None, "Logement")
    assert (budget.entree, budget.actuel, budget.actuel_le, budget.ecart) == (2, 2, date(2026, 3, 12), 0)


def test_domain_never_discussed_is_counted_apart(parcours):
    diagnostic(parcours, date(2026, 3, 12), Moment.ENTREE, {Domaine.LOGEMENT: None, Domaine.BUDGET: 2})

    assert [d.domaine for d in evolution_de(parcours).sans_niveau] == [Domaine.LOGEMENT]


def test_first_diagnostic_is_a_state_without_change(parcours):
    diagnostic(parcours, date(2026, 3, 12), Moment.ENTREE, {d: n[0] for d, n in NIVEAUX.items()})

    evolution = evolution_de(parcours)

    assert [d.ecart for d in evolution.domaines] == [None] * 4
    assert not evolution.compare
    assert radar(evolution).points_entree == ()


def test_person_who_comes_back_starts_anew(parcours):
    diagnostic(parcours, date(2024, 3, 12), Moment.ENTREE, {Domaine.LOGEMENT: 0})
    retour = ParcoursFactory(beneficiaire=parcours.beneficiaire, date_entree=date(2026, 1, 5))
    diagnostic(retour, date(2026, 1, 5), Moment.ENTREE, {Domaine.LOGEMENT: 2})
    diagnostic(retour, date(2026, 6, 5), Moment.BILAN, {Domaine.LOGEMENT: 3})

    toutes = list(Evaluation.objects.d_une_personne(parcours.beneficiaire))

    assert mesurer(toutes).domaines[0].libelle == "Logement +1"
    assert mesurer(toutes, parcours).domaines[0].actuel == 0


def test_nobody_evaluated_has_no_radar(parcours):
    evolution = evolution_de(parcours)

    assert (evolution.passages, evolution.domaines, evolution.dernier, radar(evolution)) == ((), (), None, None)


def test_evolution_is_read_in_one_query(parcours, evolution, django_assert_num_queries):
    with django_assert_num_queries(1):
        evolution_de(parcours)


def test_radar_places_each_level_on_its_spoke(evolution):
    dessin = radar(evolution)

    assert dessin.polygone_actuel == "200.0,76.0 228.0,160.0 200.0,216.0 144.0,160.0"
    assert dessin.polygone_entree == "200.0,132.0 228.0,160.0 200.0,244.0 200.0,160.0"
    assert dessin.anneaux[3] == "200.0,48.0 312.0,160.0 200.0,272.0 88.0,160.0"
    assert [(a.libelle.x, a.libelle.y, a.ancre) for a in dessin.axes] == [
        ("200.0", "37.4", "middle"),
        ("326.6", "164.0", "start"),
        ("200.0", "290.6", "middle"),
        ("73.4", "164.0", "end"),
    ]
    assert [a.sens for a in dessin.axes] == ["mieux", "", "moins", "mieux"]
    assert "Droits et démarches : 3 puis 2 sur 4" in dessin.description


def test_radar_draws_no_point_for_a_domain_not_discussed(parcours):
    diagnostic(parcours, date(2026, 3, 12), Moment.ENTREE, {Domaine.SANTE: None} | dict.fromkeys(NIVEAUX, 4))

    dessin = radar(evolution_de(parcours))

    assert (len(dessin.axes), len(dessin.points_actuels)) == (5, 4)
    assert "200.0,160.0" not in dessin.polygone_actuel


@cellules(("connus", "dessine"), [(2, False), (3, True)])
def test_radar_needs_three_known_levels(parcours, connus, dessine):
    niveaux = {domaine: 2 if rang < connus else None for rang, domaine in enumerate(NIVEAUX)}
    diagnostic(parcours, date(2026, 3, 12), Moment.ENTREE, niveaux)

    assert (radar(evolution_de(parcours)) is not None) == dessine


def test_long_labels_stay_inside_the_drawing(parcours):
    for le, niveau in ((date(2026, 3, 12), 1), (date(2026, 9, 9), 3)):
        diagnostic(parcours, le, Moment.BILAN, dict.fromkeys(Domaine, niveau))

    dessin = radar(evolution_de(parcours))

    for axe in dessin.axes:
        largeur = max(len(ligne) for ligne in axe.lignes) * dessin.cadre.corps * 0.56
        gauche = {"start": 0, "middle": largeur / 2, "end": largeur}[axe.ancre]
        assert float(axe.libelle.x) - gauche >= 0
        assert float(axe.libelle.x) - gauche + largeur <= dessin.cadre.largeur


def test_partial_gives_the_drawing_and_its_table(evolution):
    html = render_to_string(
        "parcours/_radar.jinja", {"evolution": evolution, "radar": radar(evolution, "fiche")}, using="jinja2"
    )

    assert 'aria-labelledby="fiche-titre fiche-detail"' in html
    assert '<th scope="row">Droits et démarches</th>' in html
    assert "Droits −1" in html
    assert "style=" not in html


def test_answers_being_given_can_be_drawn_before_they_are_saved(parcours, evolution):
    essai = DiagnosticFactory.build(parcours=parcours, date=date(2026, 11, 2), moment=Moment.BILAN)
    lues = list(Evaluation.objects.d_une_personne(parcours.beneficiaire))

    apres = mesurer(remplacer(lues, essai, {Domaine.LOGEMENT: {"niveau": 4}, Domaine.BUDGET: {"niveau": None}}))

    assert [d.libelle for d in apres.domaines] == ["Logement +3", "Mobilité", "Droits −1", "Budget +2"]
