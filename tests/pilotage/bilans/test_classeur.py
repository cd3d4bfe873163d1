"""The spreadsheet twin: real numbers and dates, no formula, nobody's name."""

from datetime import UTC, date, datetime
from io import BytesIO

from openpyxl import load_workbook

from pilotage.bilans.classeur import classeur
from pilotage.bilans.contenu import contenu
from pilotage.models import Bilan
from tests.cellules import cellules

LE = datetime(2026, 1, 20, 9, 30, tzinfo=UTC)
INJECTIONS = ["=1+1", "+33 6", "-2", "@SUM(A1)", "\t=1+1", "\r=1+1"]


def ouvrir(cle=1):
    fige = contenu(Bilan.objects.pour_fiche().get(), LE)
    return load_workbook(BytesIO(classeur(fige, cle)))


def test_every_figure_stands_on_the_first_sheet_and_leads_to_its_table(peuple, bilan):
    peuple(12)
    livre = ouvrir()
    premiere = livre.worksheets[0]
    lignes = list(premiere.iter_rows(min_row=2))

    accueillies = next(ligne for ligne in lignes if ligne[0].value == "Personnes accueillies")

    assert premiere.title == "Tous les chiffres"
    assert accueillies[2].value == 12
    assert accueillies[0].hyperlink.location == "'Personnes accueillies'!A1"
    tables = livre.worksheets[2 : livre.sheetnames.index("Ce qui manque")]
    assert len(lignes) == sum(feuille.max_row - 1 for feuille in tables)
    menees = {ligne[0].hyperlink.location.removesuffix("!A1").strip("'").replace("''", "'") for ligne in lignes}
    assert menees == {feuille.title for feuille in tables}


def test_one_sheet_per_table_after_the_note_and_before_the_annex(peuple, bilan):
    peuple(12)

    noms = ouvrir().sheetnames

    assert (noms[1], noms[-1]) == ("Lisez-moi", "Annexe")
    assert {"Personnes accueillies", "Sorties examinées", "Ce qui manque"} <= set(noms)


def test_numbers_and_dates_are_real(peuple, bilan):
    peuple(12)
    livre = ouvrir()

    accueillies = list(livre["Personnes accueillies"].iter_rows(values_only=True))[1]
    faits = {ligne[0]: ligne[1] for ligne in livre["Lisez-moi"].iter_rows(values_only=True)}

    assert accueillies[1:3] == (12, "personnes")
    assert (faits["Du"], faits["Données arrêtées le"]) == (datetime(2025, 1, 1), datetime(2026, 1, 20, 10, 30))
    assert livre["Lisez-moi"]["B7"].is_date


@cellules("hostile", INJECTIONS)
def test_a_typed_formula_stays_a_text(peuple, bilan, hostile):
    peuple(5)
    bilan.ecrire("presentation", hostile)
    Bilan.objects.update(titre=hostile.strip())

    livre = ouvrir()

    assert all(c.data_type != "f" for feuille in livre for ligne in feuille.iter_rows() for c in ligne)


def test_a_very_long_text_and_other_scripts_go_through(peuple, bilan):
    peuple(5)
    bilan.ecrire("presentation", "\u202eمرحبا 🧑‍🔧 " + "x" * 10_000 + "\x07")

    textes = [c for ligne in ouvrir()["Lisez-moi"].iter_rows(values_only=True) for c in ligne if isinstance(c, str)]

    assert any("مرحبا 🧑‍🔧" in texte and len(texte) > 10_000 for texte in textes)


def pseudonymes(livre, indicateur):
    lignes = livre["Annexe"].iter_rows(min_row=2, values_only=True)
    return {ligne[4] for ligne in lignes if ligne[0] == indicateur and ligne[2] == "compté"}


def test_annex_names_nobody(peuple, bilan):
    suivis = peuple(12)
    livre = ouvrir()

    tout = " ".join(str(c) for feuille in livre for ligne in feuille.iter_rows(values_only=True) for c in ligne)

    assert len(pseudonymes(livre, "Personnes accueillies")) == 12
    assert not any(parcours.beneficiaire.nom in tout for parcours in suivis)


def test_pseudonyms_are_those_of_one_report(peuple, bilan):
    peuple(12)

    premiere, seconde, autre = ouvrir(1), ouvrir(1), ouvrir(2)

    noms = [pseudonymes(livre, "Personnes accueillies") for livre in (premiere, seconde, autre)]
    assert noms[0] == noms[1]
    assert not noms[0] & noms[2]


def test_two_tables_can_be_crossed_only_by_who_receives_small_counts(peuple, bilan):
    peuple(12)

    def communs():
        livre = ouvrir()
        return pseudonymes(livre, "Personnes accueillies") & pseudonymes(livre, "Âge")

    assert communs() == set()
    Bilan.objects.update(masquer_petits=False)
    assert len(communs()) == 12


def test_hidden_and_sensitive_figures_have_no_list(peuple, bilan):
    peuple(12)
    annexe = list(ouvrir()["Annexe"].iter_rows(min_row=2, values_only=True))

    assert not any(ligne[:2] == ("Sorties examinées par catégorie", "Emploi durable") for ligne in annexe)
    assert not any(ligne[0] == "Freins levés, stables, aggravés" for ligne in annexe)


def test_an_amount_does_not_say_how_many_people_it_is_about(peuple, bilan):
    peuple(12)

    def listes():
        return {ligne[1] for ligne in ouvrir()["Annexe"].iter_rows(min_row=2, values_only=True)}

    assert "Heures travaillées" not in listes()
    Bilan.objects.update(masquer_petits=False)
    assert "Heures travaillées" in listes()


def test_a_period_that_is_not_over_says_up_to_which_day_it_is_counted(peuple, bilan):
    peuple(12)
    Bilan.objects.update(au=date(2026, 12, 31))

    faits = {ligne[0]: ligne[1] for ligne in ouvrir()["Lisez-moi"].iter_rows(values_only=True)}

    assert (faits["Au"], faits["Chiffres comptés jusqu’au"]) == (datetime(2026, 12, 31), datetime(2026, 1, 20))
