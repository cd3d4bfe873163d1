"""The rules of the funders at their boundaries (metier.md §4.3, §4.4, §4.9, §5), and the figures of the team."""

from datetime import date, datetime, timedelta

import pytest

from insertion.enums import Role, TypeStructure
from insertion.models import Appartenance
from parcours.models import Contrat
from pilotage.indicateurs import INDICATEURS, Perimetre, calculer
from pilotage.indicateurs.chiffres import Unite
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import (
    ActionFactory,
    BeneficiaireFactory,
    ContratFactory,
    EntretienFactory,
    EtapeLogementFactory,
    FormationSuivieFactory,
    ImmersionFactory,
    MotifSortieFactory,
    ParcoursFactory,
    ParticipationFactory,
    QuestionnaireFseFactory,
    ReferentFactory,
    SeanceFactory,
    SituationFactory,
    SortieFactory,
)
from tests.usines.parcours import PARIS

ANNEE = (date(2025, 1, 1), date(2025, 12, 31))


@pytest.fixture
def chiffre(structure):
    """`chiffre("brsa", "entrees")`: the figure of the line over 2025, or over the days given."""

    def lire(code, ligne="total", periode=ANNEE):
        return calculer(Perimetre(structure, *periode), [code])[code].ligne(ligne).chiffre

    return lire


def raisons(chiffre):
    return {exclusion.raison: exclusion.ids for exclusion in chiffre.exclus}


def midi(jour):
    return datetime(jour.year, jour.month, jour.day, 12, tzinfo=PARIS)


@cellules(
    ("code", "valeur"), [("taux_dynamiques", 60), ("taux_durable", 25)], ids=["60 % dynamiques", "25 % durable"]
)
def test_reference_targets_of_2008_stand_beside_both_methods(code, valeur):
    definition = INDICATEURS[code]
    assert [definition.repere(methode).valeur for methode in "ba"] == [valeur, valeur]
    assert "2008-21" in definition.repere("b").source
    assert definition.repere("inconnue") is None


def test_every_reference_is_that_of_a_line_that_exists(annee):
    for code, definition in INDICATEURS.items():
        lignes = {ligne.code for ligne in annee.toute[code].lignes}
        assert {repere.ligne for repere in definition.reperes} <= lignes, code


@cellules(("jours", "nombre"), [(28, 1), (29, 0)])
def test_only_the_status_of_the_28_days_after_the_exit_counts(chiffre, jours, nombre):
    parti = ParcoursFactory(date_entree=date(2025, 1, 6), date_sortie=date(2025, 6, 30))
    le = parti.date_sortie + timedelta(days=jours)
    QuestionnaireFseFactory(parcours=parti, moment="sortie", date=le, statut="emploi")
    assert chiffre("fse_sorties", "emploi").numerateur == nombre
    assert chiffre("fse_sorties", "inconnu").numerateur == 1 - nombre


@cellules(("au", "denominateur"), [(date(2025, 7, 27), 0), (date(2025, 7, 28), 1)])
def test_an_exit_waits_for_its_28_days(chiffre, au, denominateur):
    ParcoursFactory(date_entree=date(2025, 1, 6), date_sortie=date(2025, 6, 30))
    assert chiffre("fse_sorties", "inconnu", (date(2025, 1, 1), au)).denominateur == denominateur


def test_searching_and_working_at_the_exit_exclude_each_other(chiffre):
    parti = ParcoursFactory(date_entree=date(2025, 1, 6), date_sortie=date(2025, 6, 30))
    rempli = QuestionnaireFseFactory(parcours=parti, moment="sortie", date=date(2025, 7, 1), statut="recherche")
    rempli.statut = "emploi"  # the last status replaces the first one
    rempli.save()
    assert (chiffre("fse_sorties", "recherche").numerateur, chiffre("fse_sorties", "emploi").numerateur) == (0, 1)


def test_who_comes_back_in_the_period_is_one_fse_participant(chiffre):
    personne = BeneficiaireFactory()
    for entree, sortie in ((date(2025, 1, 6), date(2025, 3, 31)), (date(2025, 9, 1), None)):
        ParcoursFactory(beneficiaire=personne, date_entree=entree, date_sortie=sortie)
    assert chiffre("fse_entrees").valeur == 1


@cellules(
    ("naissance", "ligne"),
    [
        (date(2007, 6, 2), "moins_18"),
        (date(2007, 6, 1), "de_18_a_29"),
        (date(1995, 6, 2), "de_18_a_29"),
        (date(1970, 6, 2), "de_30_a_54"),
        (date(1970, 6, 1), "plus_55"),
    ],
)
def test_fse_ages_are_those_of_the_day_of_entry(chiffre, naissance, ligne):
    ParcoursFactory(beneficiaire=BeneficiaireFactory(date_naissance=naissance), date_entree=date(2025, 6, 1))
    assert chiffre("fse_entrees", ligne).numerateur == 1


@cellules("ligne", ["handicap", "pays_tiers", "origine_etrangere"])
def test_fse_health_and_origin_open_for_who_follows_people_only(chiffre, ligne):
    assert chiffre("fse_entrees", ligne).sensible


@cellules(
    ("debut", "fin", "compte"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), True),  # on the day of the entry
        (date(2025, 6, 1), date(2025, 6, 30), True),  # one day of the period
        (date(2024, 1, 1), date(2024, 9, 1), False),  # over before
        (None, None, True),
    ],
)
def test_at_the_rsa_on_entry_or_one_day_of_the_period(chiffre, debut, fin, compte):
    parcours = ParcoursFactory(date_entree=date(2024, 10, 1))
    SituationFactory(beneficiaire=parcours.beneficiaire, debut=debut, fin=fin)
    assert chiffre("brsa", "accompagnes").numerateur == compte


def _accompagner(parcours, cip, *, presence=7, distance=5, collectif=7, actions=3, immersion=True):
    """A year at the rhythm of Lyon: so many entretiens met and by telephone, séances, actions, and an immersion."""
    for rang in range(presence + distance):
        mode = "sur_place" if rang < presence else "telephone"
        EntretienFactory(parcours=parcours, auteur=cip, mode=mode, date=midi(date(2025, 1 + rang % 12, 3)))
    for rang in range(collectif):
        seance = SeanceFactory(
            debut=midi(date(2025, 2, 1 + rang)), fin=midi(date(2025, 2, 1 + rang)) + timedelta(hours=1)
        )
        ParticipationFactory(seance=seance, beneficiaire=parcours.beneficiaire, presente=True)
    for rang in range(actions):
        ActionFactory(parcours=parcours, etat="fait", date_fin=date(2025, 5, 1 + rang))
    if immersion:
        ImmersionFactory(parcours=parcours, debut=date(2025, 3, 3), fin=date(2025, 3, 14))


@cellules(
    ("moins", "manquees"),
    [
        ({}, set()),
        ({"distance": 4}, {"contacts"}),
        ({"presence": 6, "distance": 6}, {"physiques"}),
        ({"collectif": 6}, {"collectifs"}),
        ({"actions": 2}, {"actions"}),
        ({"actions": 4, "immersion": False}, {"entreprise"}),
    ],
    ids=["all of it", "11 contacts", "6 met", "6 séances", "3 actions", "no firm"],
)
def test_the_rhythm_of_a_reinforced_year_is_12_7_7_4(chiffre, cip, moins, manquees):
    parcours = ParcoursFactory(date_entree=date(2024, 10, 1))
    SituationFactory(beneficiaire=parcours.beneficiaire)
    _accompagner(parcours, cip, **moins)
    lignes = ("contacts", "physiques", "collectifs", "actions", "entreprise")
    assert {ligne for ligne in lignes if not chiffre("brsa_contacts", ligne).numerateur} == manquees
    assert chiffre("brsa_contacts", "complet").numerateur == (not manquees)


def test_an_immersion_counts_among_the_actions(chiffre, cip):
    parcours = ParcoursFactory(date_entree=date(2024, 10, 1))
    SituationFactory(beneficiaire=parcours.beneficiaire)
    ImmersionFactory(parcours=parcours, debut=date(2025, 3, 3), fin=date(2025, 3, 14))
    assert chiffre("brsa_contacts", "actions").numerateur == 0
    for rang in (1, 2, 3):
        ActionFactory(parcours=parcours, etat="fait", date_fin=date(2025, 5, rang))
    assert chiffre("brsa_contacts", "actions").numerateur == 1


def test_less_is_expected_of_who_was_there_part_of_the_year(chiffre, cip):
    parcours = ParcoursFactory(date_entree=date(2025, 7, 1), date_sortie=date(2025, 9, 30))  # 92 days: 3 of 12
    SituationFactory(beneficiaire=parcours.beneficiaire)
    for mois in (7, 8, 9):
        EntretienFactory(parcours=parcours, auteur=cip, mode="telephone", date=midi(date(2025, mois, 3)))
    assert chiffre("brsa_contacts", "contacts").numerateur == 1
    assert chiffre("brsa_contacts", "physiques").numerateur == 0  # one met in person was expected
    assert raisons(chiffre("brsa_contacts", "entreprise")) == {
        "présence trop courte pour en attendre un": {parcours.pk}
    }


@pytest.mark.parametrize(
    ("motif", "categorie", "positive"),
    [
        ("PLIE-EMPLOI", "positive", True),
        ("PLIE-FORMATION", "positive", True),
        ("PLIE-COURT", "autre", False),
        ("9", "durable", True),  # CDD of 6 months and more
        ("10", "transition", False),
        ("5", "positive", False),  # a training begun is not a training validated
    ],
)
def test_a_positive_exit_of_the_plie_lasts_six_months(structure, chiffre, motif, categorie, positive):
    structure.type = TypeStructure.PLIE
    MotifSortieFactory(code=motif, categorie=categorie, cvg="emploi")
    clos = ParcoursFactory(date_entree=date(2024, 9, 1), date_sortie=date(2025, 6, 30))
    SortieFactory(parcours=clos, motif_code=motif, categorie=categorie)
    positives = chiffre("plie_sorties", "positives")
    assert (positives.numerateur, positives.denominateur) == (positive, 1)


@cellules(("mois", "nombre"), [((2, 3), 1), ((2,), 0)])
def test_a_participant_of_the_plie_is_met_each_whole_month(chiffre, cip, mois, nombre):
    parcours = ParcoursFactory(date_entree=date(2025, 1, 15), date_sortie=date(2025, 4, 14), orienteur="plie")
    for m in mois:
        EntretienFactory(parcours=parcours, auteur=cip, date=midi(date(2025, m, 28)))
    assert (chiffre("plie_entretiens").numerateur, chiffre("plie_entretiens").denominateur) == (nombre, 1)


@cellules(
    ("champs", "motif", "ligne"),
    [
        ({}, "7", "terme"),
        ({"fin_anticipee_le": date(2025, 5, 31)}, "7", "inconnu"),
        ({"fin_anticipee_le": date(2025, 5, 31)}, "21", "essai"),
        ({"fin_anticipee_le": date(2025, 5, 31), "rupture": "hors_essai"}, "21", "hors_essai"),
        ({"fin_anticipee_le": date(2025, 5, 31), "rupture": "sans"}, "7", "terme"),
    ],
    ids=["at its term", "nobody said", "the exit says", "the contract says", "another contract follows"],
)
def test_how_a_contract_stopped_is_said_never_guessed(chiffre, champs, motif, ligne):
    parcours = ParcoursFactory(date_entree=date(2025, 1, 6), date_sortie=date(2025, 6, 30))
    ContratFactory(parcours=parcours, date_debut=date(2025, 1, 6), date_fin=date(2025, 6, 30), **champs)
    MotifSortieFactory(code=motif)
    SortieFactory(parcours=parcours, motif_code=motif)
    assert chiffre("geiq_ruptures", ligne).numerateur == 1


@cellules(("dernier", "a_justifier"), [(date(2025, 3, 31), 0), (date(2025, 3, 30), 1)])
def test_below_90_days_in_the_year_an_aid_asked_for_is_justified(chiffre, dernier, a_justifier):
    parcours = ParcoursFactory(date_entree=date(2024, 10, 1))
    contrat = ContratFactory(
        parcours=parcours, date_debut=date(2024, 10, 1), date_fin=date(2025, 9, 30), fin_anticipee_le=dernier
    )
    Contrat.objects.filter(pk=contrat.pk).update(aide_demandee="oui")
    assert chiffre("geiq_aides", "courts").valeur == a_justifier


def test_a_certification_of_another_year_still_qualifies(chiffre):
    parcours = ParcoursFactory(date_entree=date(2023, 1, 2), date_sortie=date(2025, 6, 30))
    FormationSuivieFactory(
        parcours=parcours,
        proposee_le=date(2023, 1, 2),
        reponse="acceptee",
        reponse_le=date(2023, 1, 2),
        debut=date(2023, 2, 1),
        certification="CACES 3",
        resultat="obtenue",
        resultat_le=date(2023, 6, 1),
    )
    assert chiffre("geiq_qualifications").numerateur == 1


def test_the_path_towards_a_home_goes_before_the_situation_noted(chiffre):
    parcours = ParcoursFactory(date_entree=date(2025, 1, 6))
    ContratFactory(parcours=parcours, date_debut=date(2025, 1, 6), date_fin=date(2025, 12, 31))
    SituationFactory(beneficiaire=parcours.beneficiaire, nature="heberge", debut=date(2024, 1, 1))
    assert chiffre("cvg_habitat", "precaire").numerateur == 1
    EtapeLogementFactory(beneficiaire=parcours.beneficiaire, habitat="semi_durable", debut=date(2025, 1, 6))
    assert (chiffre("cvg_habitat", "precaire").numerateur, chiffre("cvg_habitat", "semi_durable").numerateur) == (
        0,
        1,
    )


@cellules(("nombre", "tranche"), [(9, "de_0"), (10, "de_10"), (19, "de_10"), (20, "de_20"), (30, "de_30")])
def test_caseload_brackets_of_the_team(structure, chiffre, nombre, tranche):
    cip = membre(structure, Role.CHARGE_INSERTION)
    for _ in range(nombre):
        parcours = ParcoursFactory(date_entree=date(2025, 1, 6))
        ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=cip, debut=date(2025, 1, 6))
    lignes = calculer(Perimetre(structure, *ANNEE), ["equipe_charge"])["equipe_charge"].lignes
    assert {li.code: li.chiffre.valeur for li in lignes if li.chiffre.unite == Unite.NOMBRE} == {
        "de_0": 0,
        "de_10": 0,
        "de_20": 0,
        "de_30": 0,
    } | {tranche: 1}


def test_a_colleague_who_left_follows_nobody_any_more_and_still_did_before(structure, chiffre):
    inaya = membre(structure, Role.CHARGE_INSERTION)
    Appartenance.objects.filter(utilisateur=inaya).update(fin=date(2025, 6, 30))
    suivie = ParcoursFactory(date_entree=date(2025, 1, 6)).beneficiaire
    ReferentFactory(beneficiaire=suivie, utilisateur=inaya, debut=date(2025, 1, 6))  # never closed

    def lus(periode):
        lignes = [chiffre("equipe_charge", ligne, periode) for ligne in ("de_0", "moyenne", "sans_referent")]
        return [li.valeur for li in lignes], lignes[-1].derriere

    assert lus((date(2025, 1, 1), date(2025, 6, 30))) == ([1, 1, 0], set())
    assert lus(ANNEE) == ([0, None, 1], {suivie.pk})


@cellules(
    ("role", "seules"),
    [(Role.CHARGE_INSERTION, 0), (Role.CHEF_SERVICE, 0), (Role.ENCADRANT, 1), (Role.BENEVOLE, 1)],
)
def test_who_does_not_write_in_the_files_is_no_referent_of_the_figures(structure, chiffre, role, seules):
    suivie = ParcoursFactory(date_entree=date(2025, 1, 6)).beneficiaire
    ReferentFactory(beneficiaire=suivie, utilisateur=membre(structure, role), debut=date(2025, 1, 6))

    lus = [chiffre("equipe_charge", ligne).valeur for ligne in ("de_0", "sans_referent")]

    assert lus == [1 - seules, seules]


def test_the_support_is_no_colleague(structure, chiffre):
    depanneur = membre(structure, Role.CHARGE_INSERTION)
    expire = datetime.now(PARIS) + timedelta(hours=1)
    Appartenance.objects.filter(utilisateur=depanneur).update(expire_at=expire)

    lus = [chiffre("equipe_charge", "de_0").valeur, chiffre("equipe_encadrement", "charges").valeur]

    assert lus == [0, 0]


def test_no_figure_of_the_team_lists_or_ranks_colleagues(annee):
    for code in ("equipe_charge", "equipe_encadrement"):
        for ligne in annee.toute[code].lignes:
            assert ligne.code == "sans_referent" or not ligne.chiffre.derriere | ligne.chiffre.base


def test_a_team_without_its_leader_has_no_ratio(chiffre, cip):
    assert chiffre("equipe_encadrement", "rapport").en_mots == "non calculable"
