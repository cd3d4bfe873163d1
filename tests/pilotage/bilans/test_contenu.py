"""The content of a report: the figures of the command, beside the targets, with what was left out and what is
missing."""

import json
from datetime import UTC, date, datetime
from io import StringIO

from django.core.management import call_command

from pilotage.bilans.contenu import annee_avant, contenu, lignes
from pilotage.bilans.ecarts import comparer, ecarts
from pilotage.bilans.modeles import agir
from pilotage.conventions import avancements
from pilotage.indicateurs import INDICATEURS
from pilotage.indicateurs.references import REFERENCES
from pilotage.models import Bilan
from tests.cellules import cellules
from tests.usines import BeneficiaireFactory, DispositifFactory, ParcoursFactory
from tests.usines.bilans import CibleFactory, ConventionFactory

LE = datetime(2026, 1, 20, 9, 30, tzinfo=UTC)


def lu(bilan):
    return contenu(Bilan.objects.pour_fiche().get(pk=bilan.pk), LE)


def test_figures_are_those_of_the_command(structure, peuple, bilan):
    peuple(12)
    Bilan.objects.update(masquer_petits=False)
    sortie = StringIO()
    call_command(
        "indicateurs", structure=structure.siret, du=bilan.du, au=bilan.au, json=True, indicateur=None, stdout=sortie
    )
    commande = {
        (fiche["code"], ligne["code"]): ligne for fiche in json.loads(sortie.getvalue()) for ligne in fiche["lignes"]
    }

    trouvees = lignes(lu(bilan))

    assert len(trouvees) > 60
    for cle, ligne in trouvees.items():
        lue = [None if ligne[n] is None else float(ligne[n]) for n in ("valeur", "numerateur", "denominateur")]
        dite = [commande[cle][n] for n in ("valeur", "numerateur", "denominateur")]
        assert lue == [None if n is None else float(n) for n in dite], cle


def test_content_survives_json(peuple, bilan):
    peuple(6)
    fige = lu(bilan)

    assert json.loads(json.dumps(fige)) == fige


def test_head_says_period_filters_author_and_instant(structure, bilan, chef):
    dispositif = DispositifFactory(nom="Maraîchage")
    Bilan.objects.update(dispositifs=[dispositif.pk])

    entete = lu(bilan)["entete"]

    assert (entete["du"], entete["au"], entete["filtres"]) == ("2025-01-01", "2025-12-31", "Maraîchage")
    assert entete["auteur"] == "Aude Lebrun"
    assert entete["donnees_at"] == "2026-01-20T10:30:00+01:00"
    assert entete["modele_version"]


def test_only_the_dispositifs_chosen_are_counted(peuple, bilan):
    dispositif = DispositifFactory()
    peuple(5)
    peuple(6, dispositif)
    Bilan.objects.update(dispositifs=[dispositif.pk])

    assert lignes(lu(bilan))["accueillis", "total"]["valeur"] == "6"


def test_target_stands_beside_its_line_and_in_its_block(peuple, bilan, convention):
    peuple(12)
    Bilan.objects.update(convention=convention)

    fige = lu(bilan)

    assert lignes(fige)["taux_dynamiques", "b"]["cible_en_mots"].replace("\N{NO-BREAK SPACE}", " ") == "60,0 %"
    face_aux_cibles = next(bloc for bloc in fige["blocs"] if bloc["code"] == "cibles")
    assert [table["lignes"][0]["indicateur"] for table in face_aux_cibles["tables"]] == ["taux_dynamiques"]


def test_a_block_taken_away_is_neither_shown_nor_computed(peuple, bilan):
    peuple(6)
    for code in ("publics", "conformite"):
        bilan.blocs = agir(bilan.blocs, code, "retirer")
    bilan.save()

    fige = lu(bilan)

    assert "publics" not in [bloc["code"] for bloc in fige["blocs"]]
    assert not any(indicateur == "publics_age" for indicateur, _ in lignes(fige))


def test_a_blank_report_says_nothing(structure, bilan):
    Bilan.objects.update(blocs=[])

    fige = lu(bilan)

    assert (fige["blocs"], fige["lacunes"], fige["sources"]) == ([], [], [])


def test_what_is_missing_is_counted_with_its_reason(structure, bilan, referentiels):
    for _ in range(6):
        ParcoursFactory(date_entree=date(2025, 1, 6), date_sortie=date(2025, 9, 30))

    lacunes = {(lacune["indicateur"], lacune["raison"]): lacune["nombre"] for lacune in lu(bilan)["lacunes"]}

    assert lacunes["taux_dynamiques", "sortie sans motif noté"] == "6"


def test_small_counts_are_hidden_only_when_the_report_says_so(peuple, bilan):
    peuple(3)

    caches = lignes(lu(bilan))["accueillis", "total"]
    Bilan.objects.update(masquer_petits=False)
    montres = lignes(lu(bilan))["accueillis", "total"]

    assert (caches["valeur"], caches["masque"], len(caches["derriere"])) == (None, True, 3)
    assert (montres["valeur"], montres["masque"]) == ("3", False)


def test_two_contents_differ_line_by_line(peuple, bilan):
    peuple(6)
    avant = lu(bilan)
    ParcoursFactory(date_entree=date(2025, 10, 1), beneficiaire=BeneficiaireFactory())

    changes = ecarts(avant, lu(bilan))

    assert [(e.avant, e.apres) for e in changes if e.indicateur == "Entrées"] == [("0", "masqué")] * 2
    assert len(comparer(avant, avant)) > 60
    assert ecarts(avant, avant) == []


def test_the_year_before_has_the_same_days_and_blocks(peuple, bilan):
    peuple(6)
    fige = lu(bilan)

    ancien = annee_avant(Bilan.objects.pour_fiche().get(pk=bilan.pk), fige, LE)

    assert (ancien["entete"]["du"], ancien["entete"]["au"]) == ("2024-01-01", "2024-12-31")
    assert [b["code"] for b in ancien["blocs"]] == [b["code"] for b in fige["blocs"]]
    assert lignes(ancien)["entrees", "total"]["valeur"] == "6"


def test_the_cohort_of_the_year_before_entered_one_year_earlier(peuple, bilan):
    peuple(6)
    criteres = {"entres_du": date(2025, 1, 1), "entres_au": date(2025, 12, 31), "publics": ["femmes"]}
    Bilan.objects.update(masquer_petits=False, **criteres)
    fige = lu(bilan)
    avant = fige | {"entete": {nom: v for nom, v in fige["entete"].items() if not nom.startswith("cohorte")}}

    ancien = annee_avant(Bilan.objects.pour_fiche().get(pk=bilan.pk), fige, LE)
    sans = annee_avant(Bilan.objects.pour_fiche().get(pk=bilan.pk), avant, LE)  # frozen before cohorts were

    assert lignes(fige)["entrees", "total"]["valeur"] == "0"
    assert lignes(ancien)["entrees", "total"]["valeur"] == "4"
    assert ancien["entete"]["cohorte"] == "entrées du 01/01/2024 au 31/12/2024, public\u00a0: Femmes"
    assert lignes(sans)["entrees", "total"]["valeur"] == "6"


@cellules("nombre", [20, 60])
def test_queries_do_not_grow_with_the_people(peuple, bilan, requetes, nombre):
    peuple(nombre)
    with requetes() as faites:
        lu(bilan)
    assert len(faites) == REQUETES


#: One reading per matter, the report, its structure, its author and its agreement; the role of the system, once.
REQUETES = 29


EN_COURS = datetime(2025, 5, 20, 9, 30, tzinfo=UTC)


def test_a_period_that_is_not_over_stops_today_and_says_so(peuple, bilan):
    """Twelve people are there in May; six leave at the end of June, and the hours noted are those of January."""
    peuple(12)
    Bilan.objects.update(masquer_petits=False)
    relu = Bilan.objects.pour_fiche().get(pk=bilan.pk)

    en_cours, finie = contenu(relu, EN_COURS), contenu(relu, LE)

    assert lignes(en_cours)["presents", "total"]["valeur"] == "12"
    assert lignes(finie)["presents", "total"]["valeur"] == "0"
    attendues = [lignes(lu)["etp", "realises"]["denominateur"] for lu in (en_cours, finie)]
    assert attendues == ["758.3", "1820.0"]  # five months of 1 820 h a year, then the year
    assert en_cours["entete"]["en_cours"].replace("\N{NO-BREAK SPACE}", " ") == (
        "La période n’est pas finie : les chiffres sont comptés jusqu’au 20 mai 2025 compris."
    )
    assert finie["entete"]["en_cours"] == ""


def test_the_year_before_a_period_under_way_stops_on_the_same_day(peuple, bilan):
    peuple(6)
    relu = Bilan.objects.pour_fiche().get(pk=bilan.pk)
    fige = contenu(relu, EN_COURS)

    assert annee_avant(relu, fige, EN_COURS)["entete"]["au"] == "2024-05-20"


def test_a_target_reads_as_on_the_dashboard_whatever_the_report_is_narrowed_to(structure, peuple, bilan):
    """Six people of the dispositif paid for, six of another; the report keeps the women alone."""
    convention = ConventionFactory()
    paye = DispositifFactory(nom="Maraîchage")
    peuple(6, paye)
    peuple(6)
    convention.couvrir([paye])
    CibleFactory(convention=convention, indicateur="accueillis", ligne="total", valeur=40)
    Bilan.objects.update(convention=convention, publics=["femmes"], masquer_petits=False)

    fige = lu(bilan)

    cible = next(bloc for bloc in fige["blocs"] if bloc["code"] == "cibles")["tables"][0]
    [ligne], [suivie] = cible["lignes"], avancements(convention, LE.date())
    assert (ligne["valeur"], ligne["etat"]) == (str(suivie.chiffre.valeur), "Non atteinte") == ("6", "Non atteinte")
    assert "Maraîchage, tous les publics, du 01/01/2025 au 31/12/2025" in cible["definition"]
    assert lignes(fige)["accueillis", "total"]["cible"] is None, "a target of others stands beside no line"


def test_the_state_of_a_hidden_target_is_not_said(structure, peuple, bilan):
    convention = ConventionFactory()
    peuple(3)
    CibleFactory(convention=convention, indicateur="accueillis", ligne="total", valeur=2)
    Bilan.objects.update(convention=convention)

    [ligne] = next(bloc for bloc in lu(bilan)["blocs"] if bloc["code"] == "cibles")["tables"][0]["lignes"]

    assert (ligne["en_mots"], ligne["etat"]) == ("masqué", "")


def test_sources_are_texts_that_the_funder_can_find(peuple, bilan):
    peuple(6)

    sources = {source["indicateur"]: source["source"] for source in lu(bilan)["sources"]}

    assert "Circulaire DGEFP n°\N{NO-BREAK SPACE}2008-21" in sources["taux_dynamiques"]
    assert "1\N{NARROW NO-BREAK SPACE}820\N{NO-BREAK SPACE}heures" in sources["etp"]
    assert not [texte for texte in sources.values() if "metier" in texte or "§" in texte or "_" in texte]


def test_every_indicator_says_where_it_comes_from():
    assert REFERENCES.keys() == INDICATEURS.keys()
