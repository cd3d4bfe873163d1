"""Behind a figure: the rows and the people that its reader may see, never more."""

from datetime import date, datetime

import pytest

from insertion.isolation.contexte import contexte
from parcours.models import MotifSortie
from pilotage.derriere import derriere, est_reserve
from pilotage.indicateurs.chiffres import Nature
from tests.cellules import cellules
from tests.usines import (
    AideFactory,
    BeneficiaireFactory,
    ContratFactory,
    DiagnosticFactory,
    EntrepriseFactory,
    EntretienFactory,
    EvaluationFactory,
    FormationSuivieFactory,
    ImmersionFactory,
    MiseEnRelationFactory,
    OffreFactory,
    ParcoursFactory,
    ParticipationFactory,
    PosteEquipeFactory,
    RendezVousFactory,
    SeanceFactory,
)
from tests.usines.parcours import PARIS

LE = date(2025, 12, 31)
UN_MATIN = datetime(2025, 3, 3, 9, tzinfo=PARIS)


@pytest.fixture
def parcours(structure):
    return ParcoursFactory(beneficiaire=BeneficiaireFactory(prenom="Nadia", nom="Kaci"), date_entree=date(2025, 1, 6))


def lus(nature, *lignes, par, sensible=False):
    """What `par` reads behind the rows: (name, day, fact) of each."""
    with contexte(par.appartenance.structure_id, utilisateur_id=par.pk, role=par.appartenance.role):
        trouve = derriere(nature, {ligne.pk for ligne in lignes}, par, sensible=sensible, le=LE)
        return [(str(r.personne or ""), r.quand, r.fait) for r in trouve.page.object_list], trouve.caches


def test_parcours_say_where_from_when_and_why_it_ended(referentiels, cip, parcours):
    parcours.sortir(motif=MotifSortie.objects.get(code="3"), le=date(2025, 6, 30), par=cip)
    [(nom, quand, fait)], caches = lus(Nature.PARCOURS, parcours, par=cip)
    assert (nom, quand, caches) == ("Nadia Kaci", date(2025, 1, 6), 0)
    assert "terminé le 30/06/2025\u00a0: " in fait


def test_parcours_open_or_without_motive_says_so(cip, parcours):
    sans_motif = ParcoursFactory(date_entree=date(2025, 1, 6), date_sortie=date(2025, 5, 2))
    faits = [fait for _, _, fait in lus(Nature.PARCOURS, parcours, sans_motif, par=cip)[0]]
    assert any(fait.endswith(", en cours") for fait in faits)
    assert any(fait.endswith("terminé le 02/05/2025, sans motif noté") for fait in faits)


@cellules(
    ("nature", "fabrique", "dit"),
    [
        (Nature.ENTRETIENS, EntretienFactory, "Entretien\u00a0: "),
        (Nature.RENDEZ_VOUS, RendezVousFactory, "Rendez-vous\u00a0: prévu"),
        (Nature.FORMATIONS, FormationSuivieFactory, ""),
        (Nature.IMMERSIONS, ImmersionFactory, "jusqu’au "),
        (Nature.AIDES, AideFactory, " €"),
        (Nature.MISES_EN_RELATION, MiseEnRelationFactory, ""),
    ],
)
def test_each_fact_is_named_with_its_person(cip, parcours, nature, fabrique, dit):
    [(nom, quand, fait)], _ = lus(nature, fabrique(parcours=parcours), par=cip)
    assert nom == "Nadia Kaci"
    assert quand is not None or nature == Nature.FORMATIONS
    assert fait
    assert dit in fait


def test_a_frein_says_its_domain_and_its_level(cip, parcours):
    diagnostic = DiagnosticFactory(parcours=parcours, date=date(2025, 1, 20))
    evaluation = EvaluationFactory(diagnostic=diagnostic, domaine="logement", niveau=1)
    [(nom, quand, fait)], _ = lus(Nature.FREINS, evaluation, par=cip)
    assert (nom, quand) == ("Nadia Kaci", date(2025, 1, 20))
    assert fait.startswith("Logement")


def test_people_are_listed_by_name_with_their_referent(cip, structure):
    zoe, adam = BeneficiaireFactory(nom="Zola"), BeneficiaireFactory(nom="Adam")
    adam.confier_a(cip, date(2025, 1, 1))
    with contexte(structure.pk, utilisateur_id=cip.pk, role=cip.appartenance.role):
        trouve = derriere(Nature.PERSONNES, {zoe.pk, adam.pk}, cip, sensible=False, le=LE)
    assert [(r.personne.nom, r.referents) for r in trouve.page.object_list] == [
        ("Adam", "Camille Dubois"),
        ("Zola", ""),
    ]


def test_people_say_why_they_count(referentiels, cip, parcours):
    """Where, under which contract, until when: what had begun when the figure stopped, and not what came after."""
    parcours.dispositif.nom = "Nettoyage"
    parcours.dispositif.save()
    ContratFactory(parcours=parcours, date_debut=date(2025, 1, 6), date_fin=date(2025, 6, 30))
    parcours.sortir(motif=MotifSortie.objects.get(code="3"), le=date(2025, 6, 30), par=cip)
    ParcoursFactory(beneficiaire=parcours.beneficiaire, date_entree=date(2026, 2, 2))

    [(nom, quand, fait)], _ = lus(Nature.PERSONNES, parcours.beneficiaire, par=cip)

    assert (nom, quand) == ("Nadia Kaci", date(2025, 1, 6))
    assert fait.startswith("Nettoyage, terminé le 30/06/2025\u00a0: ")
    assert fait.endswith(" du 06/01/2025 au 30/06/2025")


def test_who_came_to_a_seance_and_the_seance_itself(cip, parcours):
    seance = SeanceFactory(debut=UN_MATIN)
    venue = ParticipationFactory(seance=seance, beneficiaire=parcours.beneficiaire)
    [(nom, quand, _)], _ = lus(Nature.PARTICIPATIONS, venue, par=cip)
    assert (nom, quand) == ("Nadia Kaci", date(2025, 3, 3))
    assert lus(Nature.SEANCES, seance, par=cip)[0] == [("", date(2025, 3, 3), str(seance.atelier))]


def test_firms_and_offers_open_by_themselves(cip, structure):
    firme = EntrepriseFactory(raison_sociale="Biscuiterie du Moulin")
    offre = OffreFactory(entreprise=firme)
    assert lus(Nature.ENTREPRISES, firme, par=cip)[0] == [("", None, "Biscuiterie du Moulin")]
    assert (
        derriere(Nature.OFFRES, {offre.pk}, cip, sensible=False, le=LE).page.object_list[0].url
        == offre.get_absolute_url()
    )


def test_posts_of_the_team_are_those_of_colleagues(cip, structure):
    poste = PosteEquipeFactory(nom="Odile Marchand", fonction="Encadrante", debut=date(2025, 1, 1))
    assert lus(Nature.POSTES, poste, par=cip)[0] == [("", date(2025, 1, 1), "Odile Marchand, Encadrante")]


def test_a_sensitive_figure_gives_the_office_its_number_and_no_name(administratif, cip, parcours):
    assert lus(Nature.PARCOURS, parcours, par=administratif, sensible=True) == ([], 1)
    trouve = derriere(Nature.PARCOURS, {parcours.pk}, administratif, sensible=True, le=LE)
    assert (trouve.total, trouve.reserve, list(trouve.page)) == (1, True, [])
    assert lus(Nature.PARCOURS, parcours, par=cip, sensible=True)[1] == 0


def test_rows_that_the_role_does_not_read_are_counted_as_hidden(administratif, parcours):
    assert lus(Nature.ENTRETIENS, EntretienFactory(parcours=parcours), par=administratif) == ([], 1)


def test_rows_of_another_structure_stay_there(etranger, parcours):
    assert lus(Nature.PARCOURS, parcours, par=etranger) == ([], 1)


def test_a_row_that_is_gone_is_counted_as_hidden(cip, structure):
    trouve = derriere(Nature.PARCOURS, {987654321}, cip, sensible=False, le=LE)
    assert (trouve.total, trouve.caches) == (1, 1)


def test_reserved_rubrics_are_those_of_the_follow_up():
    assert est_reserve("Diagnostics et freins", False)
    assert est_reserve("Publics", True)
    assert not est_reserve("Sorties", False)


def _parcours(nombre):
    return {ParcoursFactory(date_entree=date(2025, 1, 6)).pk for _ in range(nombre)}


def _personnes(nombre):
    return {ParcoursFactory(date_entree=date(2025, 1, 6)).beneficiaire_id for _ in range(nombre)}


@cellules("nombre", [3, 12])
@cellules(("nature", "ids", "combien"), [(Nature.PARCOURS, _parcours, 4), (Nature.PERSONNES, _personnes, 5)])
def test_queries_do_not_grow_with_the_people(cip, structure, requetes, nature, ids, combien, nombre):
    eux = ids(nombre)
    with requetes() as faites:
        derriere(nature, eux, cip, sensible=False, le=LE)
    assert len(faites) == combien


def test_fifty_at_a_time(cip, structure):
    ids = {BeneficiaireFactory().pk for _ in range(51)}
    trouve = derriere(Nature.PERSONNES, ids, cip, sensible=False, le=LE, page="2")
    assert (len(trouve.page.object_list), trouve.page.paginator.num_pages, trouve.total) == (1, 2, 51)
