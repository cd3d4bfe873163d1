"""The three files that real users bring, imported by the command: exact counts, and every line explained."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from beneficiaires.enums import NatureSituation
from beneficiaires.models import Beneficiaire, Referent, Situation
from insertion.enums import Domaine, GrilleDiagnostic, Role
from parcours.enums import Niveau, StatutCandidature
from parcours.models import Candidature, Diagnostic, Evaluation, Import, LigneImport, Observation, Parcours
from tests.conftest import membre
from tests.usines import DispositifFactory

EXEMPLES = Path(__file__).parent / "exemples"
COMPTES = ("format", "lignes", "creations", "mises_a_jour", "doublons", "ignorees")


def importer(structure, nom, *options, capsys):
    call_command("importer", str(EXEMPLES / nom), "--structure", structure.siret, "--json", *options)
    return json.loads(capsys.readouterr().out)


def comptes(bilan):
    return [bilan[cle] for cle in COMPTES]


def test_les_emplois_opens_a_parcours_for_each_accepted_application(structure, capsys):
    bilan = importer(structure, "emplois-candidatures.xlsx", capsys=capsys)

    assert comptes(bilan) == ["les_emplois", 60, 60, 0, 0, 0]
    assert bilan["erreurs"] == []
    assert (Beneficiaire.objects.count(), Parcours.objects.count(), Candidature.objects.count()) == (60, 32, 60)


def test_an_accepted_application_brings_its_pass_and_its_dates(structure, capsys):
    importer(structure, "emplois-candidatures.xlsx", capsys=capsys)

    parcours = Parcours.objects.get(beneficiaire__nom="Bailly", beneficiaire__prenom="Claire")
    candidature = Candidature.objects.get(beneficiaire=parcours.beneficiaire)
    assert (parcours.pass_numero, parcours.pass_debut, parcours.pass_fin) == (
        "999990283375",
        date(2025, 5, 12),
        date(2027, 5, 11),
    )
    assert (parcours.date_entree, parcours.date_fin_prevue) == (date(2025, 5, 12), date(2025, 11, 8))
    assert (candidature.parcours, candidature.statut, candidature.date) == (parcours, "acceptee", date(2025, 5, 1))
    assert (candidature.prescripteur, candidature.prescripteur_contact) == ("Mission locale", "René Lemonnier")


def test_another_status_is_kept_as_an_application_only(structure, capsys):
    importer(structure, "emplois-candidatures.xlsx", capsys=capsys)

    refusee = Candidature.objects.get(beneficiaire__nom="Sauvage")
    assert (refusee.statut, refusee.motif_refus, refusee.parcours) == ("declinee", "Candidat non joignable", None)
    assert not Candidature.objects.exclude(statut=StatutCandidature.ACCEPTEE).exclude(parcours=None).exists()


def test_hand_made_workbook_counts_and_refused_lines(structure, capsys):
    bilan = importer(structure, "suivi-asp-maison.xlsx", capsys=capsys)

    assert comptes(bilan) == ["classeur_suivi", 47, 38, 0, 2, 5]
    assert [(e["ligne"], e["champ"]) for e in bilan["erreurs"]] == [(15, "date_naissance"), (20, "nom")]
    assert "31/02/1990" in bilan["erreurs"][0]["message"]
    assert Beneficiaire.objects.count() == 38


def test_hand_made_workbook_warns_about_what_it_does_not_guess(structure, capsys):
    bilan = importer(structure, "suivi-asp-maison.xlsx", capsys=capsys)

    dits = {(a["ligne"], a["champ"]) for a in bilan["avertissements"]}
    septembre = {6, 7, 9, 10, 18, 20, 21, 27, 29, 31, 32, 35, 36, 39, 40, 46, 47}
    assert {ligne for ligne, champ in dits if champ == "dernier_entretien"} == septembre
    assert (15, "email") in dits
    assert {(46, "nom"), (47, "nom")} <= dits
    assert {a["message"] for a in bilan["avertissements"] if a["ligne"] == 46 and a["champ"] == "nom"} == {
        "Cette ligne répète la ligne 40\u00a0: une seule personne est créée."
    }


def test_every_line_of_the_hand_made_workbook_is_accounted_for(structure, capsys):
    bilan = importer(structure, "suivi-asp-maison.xlsx", capsys=capsys)

    en_erreur = len({e["ligne"] for e in bilan["erreurs"]})
    assert bilan["lignes"] == sum(bilan[c] for c in ("creations", "mises_a_jour", "doublons", "ignorees")) + en_erreur


def test_hand_made_values_reach_their_fields(structure, capsys):
    importer(structure, "suivi-asp-maison.xlsx", capsys=capsys)

    paul = Beneficiaire.objects.get(nom="MÜLLER", prenom="Paul")
    parcours = paul.parcours.get()
    assert (str(paul.telephone), paul.date_naissance, paul.civilite) == ("+33639986517", date(1966, 6, 27), "m")
    assert (parcours.date_entree, parcours.date_fin_prevue, parcours.heures_hebdo) == (
        date(2025, 4, 25),
        date(2026, 4, 25),
        24.5,
    )
    assert set(Situation.objects.filter(beneficiaire=paul).values_list("nature", flat=True)) == {
        NatureSituation.RSA,
        NatureSituation.RQTH,
        NatureSituation.PERMIS_B,
    }


def test_levels_in_words_become_a_first_diagnostic_to_confirm(structure, capsys):
    importer(structure, "suivi-asp-maison.xlsx", capsys=capsys)

    niveaux = Evaluation.objects.filter(diagnostic__parcours__beneficiaire__nom="GEORGES").values_list(
        "domaine", "niveau", "remarque"
    )
    assert sorted(niveaux) == [
        (Domaine.DROITS, None, "D’après le fichier\u00a0: «\u00a0?\u00a0»."),
        (Domaine.LOGEMENT, Niveau.MOYEN, "D’après le fichier\u00a0: «\u00a0oui\u00a0»."),
        (Domaine.MOBILITE, Niveau.BLOQUANT, "D’après le fichier\u00a0: «\u00a0bloquant\u00a0»."),
        (Domaine.SANTE, Niveau.FORT, "D’après le fichier\u00a0: «\u00a0fort\u00a0»."),
    ]
    assert set(Diagnostic.objects.values_list("a_confirmer", "moment")) == {(True, "entree")}


def test_first_diagnostic_lands_on_the_grid_of_the_structure_with_the_words_of_the_file(structure, capsys):
    structure.grille = GrilleDiagnostic.REFERENCE
    structure.save()

    importer(structure, "suivi-asp-maison.xlsx", capsys=capsys)

    reponses = Evaluation.objects.filter(diagnostic__parcours__beneficiaire__nom="GEORGES")
    assert sorted(reponses.values_list("domaine", "niveau", "non_evalue", "remarque")) == [
        (Domaine.DROITS, None, False, "D’après le fichier\u00a0: «\u00a0?\u00a0»."),
        (Domaine.LOGEMENT, None, True, "D’après le fichier\u00a0: «\u00a0oui\u00a0»."),
        (Domaine.MOBILITE, None, True, "D’après le fichier\u00a0: «\u00a0bloquant\u00a0»."),
        (Domaine.SANTE, None, True, "D’après le fichier\u00a0: «\u00a0fort\u00a0»."),
    ]
    assert set(Diagnostic.objects.values_list("grille", "a_confirmer", "moment")) == {("reference", True, "entree")}


def test_referents_are_matched_by_name_and_others_are_said(structure, capsys):
    aude = membre(structure, Role.CHARGE_INSERTION, prenom="Aude", nom="Lebrun")

    bilan = importer(structure, "suivi-asp-maison.xlsx", capsys=capsys)

    assert set(Referent.objects.values_list("utilisateur_id", flat=True)) == {aude.pk}
    assert Referent.objects.count() == 13
    inconnus = {a["message"] for a in bilan["avertissements"] if a["champ"] == "referent"}
    assert len(inconnus) == 2


def test_what_no_field_could_take_stays_readable_in_a_note(structure, capsys):
    importer(structure, "suivi-asp-maison.xlsx", capsys=capsys)

    note = Observation.objects.get(parcours__beneficiaire__nom="MAILLET")
    assert note.texte == (
        "Attention : absences répétées\nDernier entretien\u00a0: septembre\nRéférent\u00a0: Aude Lebrun"
    )
    assert note.origine == "suivi-asp-maison.xlsx, ligne 10"


def test_old_tool_keeps_line_breaks_and_an_inert_formula(structure, capsys):
    bilan = importer(structure, "ancien-logiciel.csv", capsys=capsys)

    assert comptes(bilan) == ["ancien_logiciel", 45, 45, 0, 0, 0]
    textes = list(Observation.objects.order_by("pk").values_list("texte", flat=True))
    assert textes.count("Ligne 1\nLigne 2") == 10
    assert textes.count('=HYPERLINK("http://127.0.0.1/";"clic")') == 9
    assert textes.count("Coût : 12 €") == len(textes) - 19
    lucie = Beneficiaire.objects.get(nom="Lœuillet")
    assert (lucie.prenom, lucie.nom_naissance, lucie.code_postal) == ("Suzanne", "Pasquier", "02894")
    assert lucie.identifiant_france_travail == "1389764C"


def test_a_parcours_opened_without_a_date_of_entry_says_so(structure, capsys):
    bilan = importer(structure, "ancien-logiciel.csv", capsys=capsys)

    dits = [a for a in bilan["avertissements"] if a["champ"] == "date_entree"]
    assert len(dits) == Parcours.objects.count() == Beneficiaire.objects.count() == 45
    assert Observation.objects.count() == 28, "a comment is not what opens a parcours"


def test_ignored_columns_are_named(structure, capsys):
    bilan = importer(structure, "emplois-candidatures.xlsx", capsys=capsys)

    assert [a["champ"] for a in bilan["avertissements"] if "Colonne ignorée" in a["message"]] == [
        "Département candidat",
        "Nom structure employeur",
        "Type employeur",
        "Éligibilité IAE validée",
        "Eligible au contrôle",
        "Statut PASS IAE",
    ]


def test_simulation_says_the_same_and_writes_nothing(structure, capsys):
    simule = importer(structure, "suivi-asp-maison.xlsx", "--simuler", capsys=capsys)
    ecrits = [m.objects.count() for m in (Beneficiaire, Parcours, Import, LigneImport)]
    vrai = importer(structure, "suivi-asp-maison.xlsx", capsys=capsys)

    assert ecrits == [0, 0, 0, 0]
    assert simule == vrai


@pytest.mark.parametrize("nom", ["emplois-candidatures.xlsx", "suivi-asp-maison.xlsx", "ancien-logiciel.csv"])
def test_the_same_file_twice_creates_nothing(structure, capsys, nom):
    modeles = (Beneficiaire, Parcours, Candidature, Observation, Situation, Diagnostic, Evaluation)
    importer(structure, nom, capsys=capsys)
    avant = [modele.objects.count() for modele in modeles]

    bilan = importer(structure, nom, capsys=capsys)

    assert (bilan["creations"], bilan["mises_a_jour"]) == (0, 0)
    assert [modele.objects.count() for modele in modeles] == avant


def test_parcours_open_in_the_named_dispositif(structure, capsys):
    DispositifFactory(nom="Chantier Nettoyage")
    choisi = DispositifFactory(nom="Premières Heures")

    importer(structure, "suivi-asp-maison.xlsx", "--dispositif", "premieres heures", capsys=capsys)

    assert set(Parcours.objects.values_list("dispositif_id", flat=True)) == {choisi.pk}


def test_with_several_dispositifs_and_none_chosen_the_first_is_taken_and_said(structure, capsys):
    premier = DispositifFactory(nom="Chantier Nettoyage")
    DispositifFactory(nom="Premières Heures")

    bilan = importer(structure, "suivi-asp-maison.xlsx", capsys=capsys)

    assert set(Parcours.objects.values_list("dispositif_id", flat=True)) == {premier.pk}
    assert [a["ligne"] for a in bilan["avertissements"] if a["champ"] == "dispositif"] == [4]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["{pdf}", "--structure", "{siret}"], "Ce fichier est un PDF"),
        (["{absent}", "--structure", "{siret}"], "ne peut pas être ouvert"),
        (["{bon}", "--structure", "80000000100000"], "Aucune structure n’a le SIRET"),
        (["{bon}", "--structure", "{siret}", "--dispositif", "Inconnu"], "n’existe pas dans la structure"),
        (["{sans_nom}", "--structure", "{siret}"], "Aucune colonne"),
    ],
)
def test_the_command_refuses_in_french(structure, tmp_path, arguments, message):
    (tmp_path / "liste.pdf").write_bytes(b"%PDF-1.7 liste")
    (tmp_path / "sans.csv").write_text("Ville;CP\nRoubaix;59100\n")
    noms = {
        "pdf": tmp_path / "liste.pdf",
        "absent": tmp_path / "absent.csv",
        "bon": EXEMPLES / "ancien-logiciel.csv",
        "sans_nom": tmp_path / "sans.csv",
        "siret": structure.siret,
    }

    with pytest.raises(CommandError, match=message):
        call_command("importer", *(a.format(**noms) for a in arguments))


def test_the_summary_reads_in_french(structure, capsys):
    call_command("importer", str(EXEMPLES / "suivi-asp-maison.xlsx"), "--structure", structure.siret, "--simuler")

    sortie = capsys.readouterr().out
    assert "38 créations, 0 mise à jour, 2 doublons, 5 ignorées, 2 erreurs" in sortie
    assert "ligne 20, nom" in sortie
