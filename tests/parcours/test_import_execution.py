"""Running and undoing: all or nothing, once, resumed by the sweeper; what somebody wrote since is never lost."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion.enums import EtatTravail
from insertion.imports import apercu
from insertion.isolation.models import ModeleIsole
from insertion.models import Brouillon
from parcours.imports import annulation, depot, execution
from parcours.models import Dispositif, Evaluation, Import, LigneImport, Observation, Parcours
from parcours.tasks import executer_import
from tests.cellules import cellules
from tests.usines import (
    ActionFactory,
    BeneficiaireFactory,
    ContratFactory,
    EntretienFactory,
    ParcoursFactory,
    SortieFactory,
)

EXEMPLES = Path(__file__).parent / "exemples"


def deposer(structure, nom="suivi-asp-maison.xlsx", contenu=None):
    """An import checked and queued, as the wizard leaves it."""
    importation = depot.deposer(structure.pk, contenu or (EXEMPLES / nom).read_bytes(), nom)
    depot.verifier(importation, timezone.now())
    Import.objects.filter(pk=importation.pk).update(etat=EtatTravail.EN_FILE)
    return importation


def importer(structure, **fichier):
    importation = deposer(structure, **fichier)
    assert execution.executer(structure.pk, importation.pk)
    importation.refresh_from_db()
    return importation


def csv(*lignes, entetes="Nom;Prénom;Né le;Tél;Entrée;Commentaire"):
    return "\n".join([entetes, *lignes]).encode()


def tout_compter():
    """The number of rows of every isolated table that an import may leave something in."""
    laisses = {"import", "ligneimport", "soumission", "lecture"}  # lines stay 24 hours, to do it again
    return {
        modele._meta.label: modele.objects.count()
        for modele in apps.get_models()
        if issubclass(modele, ModeleIsole)
        and modele._meta.model_name not in laisses
        and not modele.__name__.endswith("Event")
    }


def test_stopped_halfway_nothing_is_written_and_it_can_run_again(structure, monkeypatch):
    monkeypatch.setattr(execution, "LOT", 10)
    importation = deposer(structure)
    avant = tout_compter()

    def arreter(faites):
        if faites >= 20:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        execution.executer(structure.pk, importation.pk, suivre=arreter)
    apres = tout_compter()
    importation.refresh_from_db()
    etat = importation.etat

    assert execution.lancer(importation, executer_import)
    assert execution.executer(structure.pk, importation.pk)
    assert (apres, etat) == (avant, EtatTravail.ECHEC)
    assert Beneficiaire.objects.count() == 38


def test_an_import_runs_once(structure):
    importation = importer(structure)
    fait = tout_compter()

    assert not execution.executer(structure.pk, importation.pk)
    assert not execution.lancer(importation, executer_import)
    assert tout_compter() == fait


def test_a_held_import_is_left_alone_until_its_lease_runs_out(structure):
    importation = deposer(structure)
    maintenant = timezone.now()
    Import.objects.update(etat=EtatTravail.EN_COURS, bail_at=maintenant + timedelta(minutes=1))

    pendant = execution.executer(structure.pk, importation.pk, horloge=lambda: maintenant)
    apres = execution.executer(structure.pk, importation.pk, horloge=lambda: maintenant + timedelta(minutes=2))

    assert (pendant, apres) == (False, True)
    assert Beneficiaire.objects.count() == 38


def test_a_worker_that_lost_its_lease_writes_nothing(structure):
    importation = deposer(structure)

    def prendre_la_place(faites):
        Import.objects.filter(pk=importation.pk).update(bail_at=timezone.now() + timedelta(hours=1))

    with pytest.raises(execution.BailPerdu):
        execution.executer(structure.pk, importation.pk, suivre=prendre_la_place)
    assert Beneficiaire.objects.count() == 0


def test_the_sweeper_rings_for_what_nobody_works_on(structure):
    importation = deposer(structure)

    execution.reprendre(executer_import, timezone.now())
    trop_tot = Beneficiaire.objects.count()
    execution.reprendre(executer_import, timezone.now() + timedelta(minutes=5))

    importation.refresh_from_db()
    assert (trop_tot, Beneficiaire.objects.count(), importation.etat) == (0, 38, EtatTravail.TERMINE)


@cellules("nom", ["emplois-candidatures.xlsx", "suivi-asp-maison.xlsx", "ancien-logiciel.csv"])
def test_undone_nothing_is_left(structure, nom):
    avant = tout_compter()
    importation = importer(structure, nom=nom)
    assert tout_compter() != avant

    bilan = annulation.annuler(importation, timezone.now())

    assert bilan["gardees"] == []
    assert tout_compter() == avant
    assert importation.etat == EtatTravail.ANNULE


def test_an_import_is_undone_for_24_hours_only(structure):
    importation = importer(structure)

    with pytest.raises(annulation.AnnulationImpossible):
        annulation.annuler(importation, timezone.now() + timedelta(hours=24, minutes=1))
    assert Beneficiaire.objects.count() == 38


def _entretien(parcours):
    EntretienFactory(parcours=parcours)


def _action(parcours):
    ActionFactory(parcours=parcours)


def _telephone(parcours):
    Beneficiaire.objects.filter(pk=parcours.beneficiaire_id).update(telephone="+33612345678")


def _diagnostic(parcours):
    Evaluation.objects.filter(diagnostic__parcours=parcours).update(niveau=3)


def _brouillon(parcours):
    Brouillon.objects.create(
        utilisateur=parcours.beneficiaire.referents.model._meta.get_field(
            "utilisateur"
        ).related_model.objects.first(),
        cle="entretien",
        titre="Entretien",
        url=f"/beneficiaires/{parcours.beneficiaire_id}/entretiens/nouveau/",
        champs={"compte_rendu": "Bonjour"},
    )


@pytest.fixture
def importation(structure, cip):
    return importer(structure)


@cellules("ecrire", [_entretien, _action, _telephone, _diagnostic, _brouillon])
def test_a_person_on_whom_somebody_wrote_is_kept_and_named(importation, ecrire):
    parcours = Parcours.objects.get(beneficiaire__nom="GEORGES")
    ecrire(parcours)

    bilan = annulation.annuler(importation, timezone.now())

    assert [gardee["pk"] for gardee in bilan["gardees"]] == [parcours.beneficiaire_id]
    assert list(Beneficiaire.objects.values_list("nom", flat=True)) == ["GEORGES"]
    assert Evaluation.objects.filter(diagnostic__parcours=parcours).count() == 4
    assert Dispositif.objects.count() == 1


def test_a_known_person_is_completed_then_given_back(structure):
    amina = BeneficiaireFactory(nom="Benali", prenom="Amina", telephone="", commune="Roubaix")
    contenu = csv("BENALI;Amina;12/03/1992;0639981234;01/02/2025;Vient du PLIE")

    importation = importer(structure, nom="liste.csv", contenu=contenu)
    amina.refresh_from_db()
    pendant = (amina.telephone, amina.nom, amina.version, amina.parcours.count(), importation.bilan["creations"])
    annulation.annuler(importation, timezone.now())

    amina.refresh_from_db()
    assert pendant == ("+33639981234", "Benali", 1, 1, 0)
    assert (amina.telephone, amina.commune, amina.parcours.count()) == ("", "Roubaix", 0)


def test_what_differs_is_kept_unless_the_import_replaces(structure):
    BeneficiaireFactory(nom="Benali", prenom="Amina", telephone="+33611111111")
    contenu = csv("Benali;Amina;12/03/1992;0622222222;;")

    importation = importer(structure, nom="liste.csv", contenu=contenu)
    garde = Beneficiaire.objects.get().telephone
    ligne = LigneImport.objects.get(importation=importation)
    autre = depot.deposer(structure.pk, contenu, "liste.csv")
    autre.correspondance["remplacer"] = True
    depot.verifier(autre, timezone.now())
    execution.lancer(autre, executer_import)
    execution.executer(structure.pk, autre.pk)

    assert garde == "+33611111111"
    assert any("la fiche est gardée" in a["message"] for a in ligne.avertissements)
    assert Beneficiaire.objects.get().telephone == "+33622222222"


def test_a_field_changed_since_is_not_given_back(structure):
    amina = BeneficiaireFactory(nom="Benali", prenom="Amina", telephone="", email="")
    importation = importer(
        structure,
        nom="liste.csv",
        contenu=csv("Benali;Amina;12/03/1992;0639981234;;", entetes="Nom;Prénom;Né le;Tél;;"),
    )
    Beneficiaire.objects.filter(pk=amina.pk).update(telephone="+33655555555")

    bilan = annulation.annuler(importation, timezone.now())

    assert bilan["gardees"] == [{"pk": amina.pk, "raison": annulation.MODIFIE_DEPUIS}]
    assert Beneficiaire.objects.get().telephone == "+33655555555"


def test_a_second_application_of_the_same_person_joins_the_first(structure):
    entetes = "Nom;Prénom;Date de naissance;Date de la candidature;Statut de la candidature;Métiers;Début PASS IAE"
    contenu = csv(
        "Benali;Amina;12/03/1992;01/02/2025;Candidature déclinée;Cuisine;",
        "Benali;Amina;12/03/1992;01/06/2025;Candidature acceptée;Nettoyage;10/06/2025",
        entetes=entetes,
    )

    importation = importer(structure, nom="liste.csv", contenu=contenu)

    amina = Beneficiaire.objects.get()
    assert list(amina.candidatures.order_by("date").values_list("statut", flat=True)) == ["declinee", "acceptee"]
    assert amina.parcours.get().pass_debut.isoformat() == "2025-06-10"
    assert (importation.bilan["creations"], importation.bilan["mises_a_jour"]) == (1, 1)
    assert annulation.annuler(importation, timezone.now())["gardees"] == []
    assert not Beneficiaire.objects.exists()


def test_two_imports_of_the_same_file_checked_together_create_once(structure):
    premier, second = deposer(structure), deposer(structure)

    execution.executer(structure.pk, premier.pk)
    execution.executer(structure.pk, second.pk)

    assert Beneficiaire.objects.count() == 38
    assert Observation.objects.count() == Observation.objects.values("texte", "parcours").distinct().count()


@cellules("nombre", [1, 3, 150])
def test_the_number_of_queries_does_not_grow_with_the_lines(structure, nombre):
    lignes = [f"Nom{n};Ana;0{n % 9 + 1}/03/1992;06399{n:05d};01/02/2025;Bien" for n in range(nombre)]
    importation = deposer(structure, nom="liste.csv", contenu=csv(*lignes))

    with CaptureQueriesContext(connection) as requetes:
        execution.executer(structure.pk, importation.pk)

    assert Beneficiaire.objects.count() == nombre
    assert len(requetes) <= 45


def test_another_line_with_the_same_telephone_is_pointed_out(structure):
    contenu = csv("Benali;Amina;12/03/1992;0639981234;;", "Benali;Amine;03/12/1992;06 39 98 12 34;;")
    importation = depot.deposer(structure.pk, contenu, "liste.csv")

    _, seconde = depot.verifier(importation, timezone.now())

    dits = [a["message"] for a in seconde.avertissements if a["champ"] == "telephone"]
    assert dits == ["Même téléphone que la ligne 2\u00a0: vérifiez que ce n’est pas la même personne."]
    assert [ligne.numero for ligne in importation.lignes.filtrees("doublons")] == [3], "the tab counts what lines say"
    seul = next(groupe for groupe in apercu.resumer(importation).avertissements if "téléphone" in groupe["message"])
    assert seul == {"message": dits[0], "lignes": [3], "details": []}, (
        "a sentence alone of its kind is not cut in two"
    )


def test_an_import_that_keeps_killing_its_worker_is_given_up(structure):
    importation = deposer(structure)
    Import.objects.update(etat=EtatTravail.EN_COURS, bail_at=timezone.now() - timedelta(minutes=1))
    importation.refresh_from_db()
    Import.objects.update(bilan=importation.bilan | {"perdus": execution.ESSAIS - 1})

    fait = execution.executer(structure.pk, importation.pk)

    importation.refresh_from_db()
    assert (fait, importation.etat, Beneficiaire.objects.count()) == (False, EtatTravail.ECHEC, 0)


def test_an_exit_already_noted_or_before_a_contract_is_not_taken_from_the_file(structure):
    sortie = SortieFactory(parcours__beneficiaire=BeneficiaireFactory(nom="Benali", prenom="Amina"))
    contrat = ContratFactory(
        parcours=ParcoursFactory(beneficiaire=BeneficiaireFactory(nom="Diallo", prenom="Seydou")),
        date_debut=date(2026, 7, 1),
        date_fin=date(2026, 12, 31),
    )
    contenu = csv(
        "Benali;Amina;12/03/1992;12/03/2026;15/09/2026",
        "Diallo;Seydou;12/03/1992;12/03/2026;30/06/2026",
        entetes="Nom;Prénom;Né le;Entrée;Date de sortie",
    )

    importation = depot.deposer(structure.pk, contenu, "liste.csv")
    importation.correspondance["remplacer"] = True
    depot.verifier(importation, timezone.now())
    execution.lancer(importation, executer_import)
    execution.executer(structure.pk, importation.pk)

    dits = [a["message"] for ligne in LigneImport.objects.order_by("pk") for a in ligne.avertissements]
    sortie.parcours.refresh_from_db()
    contrat.parcours.refresh_from_db()
    assert sortie.parcours.date_sortie == sortie.date
    assert contrat.parcours.date_sortie is None
    assert any("la sortie est déjà notée" in dit for dit in dits)
    assert any("un contrat commence le 01/07/2026" in dit for dit in dits)


# --- What the file says of parcours ---------------------------------------------------------------


def regler(structure, contenu, nom="liste.csv", **choix):
    """An import run with these answers to the questions on the whole file."""
    importation = depot.deposer(structure.pk, contenu, nom)
    importation.correspondance |= choix
    depot.verifier(importation, timezone.now())
    execution.lancer(importation, executer_import)
    execution.executer(structure.pk, importation.pk)
    importation.refresh_from_db()
    return importation


CONTRATS = "Nom;Prénom;Né le;Entrée;Fin contrat;Commentaire"


def test_an_end_of_contract_already_past_is_told_and_the_parcours_stays_open(structure):
    contenu = csv("Benali;Amina;12/03/1992;21/03/2025;19/07/2025;", entetes=CONTRATS)

    importation = regler(structure, contenu)

    parcours, ligne = Parcours.objects.get(), importation.lignes.get()
    assert (parcours.date_fin_prevue, parcours.date_sortie) == (date(2025, 7, 19), None)
    assert [a["message"] for a in ligne.avertissements] == [
        "Fin de contrat déjà passée (19/07/2025)\u00a0: le parcours reste ouvert, sans contrat."
    ]
    assert any("Aucun contrat n’est créé" in dit["message"] for dit in importation.bilan["generales"])


def test_a_parcours_whose_contract_is_over_ends_that_day_when_the_import_says_so(structure):
    contenu = csv(
        "Benali;Amina;12/03/1992;21/03/2025;19/07/2025;",
        "Carlier;Bruno;01/01/1980;21/03/2025;31/12/2030;",
        entetes=CONTRATS,
    )

    regler(structure, contenu, clore=True)

    fins = dict(Parcours.objects.values_list("beneficiaire__nom", "date_sortie"))
    assert fins == {"Benali": date(2025, 7, 19), "Carlier": None}


def test_each_person_of_a_file_that_speaks_of_parcours_gets_one(structure):
    contenu = csv("Benali;Amina;12/03/1992;;;Vient du PLIE", "Carlier;Bruno;01/01/1980;;;")

    importation = regler(structure, contenu)

    assert Parcours.objects.count() == importation.bilan["parcours"] == 2


def test_a_list_of_identities_opens_no_parcours(structure):
    importation = regler(structure, csv("Benali;Amina;12/03/1992", entetes="Nom;Prénom;Né le"))

    assert (Beneficiaire.objects.count(), Parcours.objects.count(), importation.bilan["parcours"]) == (1, 0, 0)


def test_without_a_parcours_to_open_what_is_not_taken_is_told(structure):
    importation = regler(structure, csv("Benali;Amina;12/03/1992;;01/02/2025;Vient du PLIE"), ouvrir=False)

    assert (Parcours.objects.count(), Observation.objects.count()) == (0, 0)
    assert "Aucun parcours ne s’ouvre" in importation.lignes.get().avertissements[0]["message"]


# --- What is read, and what is not lost -----------------------------------------------------------


def test_a_month_alone_is_no_date_but_stays_in_a_note(structure):
    contenu = csv("Benali;Amina;12/03/1992;septembre", entetes="Nom;Prénom;Né le;Dernier entretien")

    importation = regler(structure, contenu)

    dits = [a["message"] for a in importation.lignes.get().avertissements]
    assert "Gardé en note du dossier\u00a0: Dernier entretien «\u00a0septembre\u00a0»." in dits
    assert Observation.objects.get().texte == "Dernier entretien\u00a0: septembre"


def test_a_line_repeated_differs_only_by_what_is_read_differently(structure):
    contenu = csv(
        "TOUSSAINT;Raymond;09.05.1983;06 39 98 60 92;;", "Toussaint;raymond;09/05/1983;+33639986092;;Muté à Hem"
    )
    importation = depot.deposer(structure.pk, contenu, "liste.csv")

    _, seconde = depot.verifier(importation, timezone.now())

    dit = next(a["message"] for a in seconde.avertissements if "répète" in a["message"])
    assert dit.endswith("Elle diffère par\u00a0: Commentaire\u00a0: «\u00a0Muté à Hem\u00a0».")


def test_the_record_of_a_line_is_marked_only_where_it_says_something_else(structure):
    BeneficiaireFactory(
        nom="Benali", prenom="Amina", date_naissance=date(1992, 3, 12), telephone="+33639981234", commune="Hem"
    )
    contenu = csv("BENALI;amina;12.03.92;639981234;LILLE", entetes="Nom;Prénom;Né le;Tél;Commune")
    importation = depot.deposer(structure.pk, contenu, "liste.csv")

    depot.verifier(importation, timezone.now())

    assert importation.lignes.get().donnees["differe"] == ["commune"]


@cellules(
    ("adoucir", "nom", "commune"),
    [(True, "Le Gall-D’Almeida", "Brive-la-Gaillarde"), (False, "LE GALL-D’ALMEIDA", "BRIVE-LA-GAILLARDE")],
)
def test_capitals_are_softened_or_kept_as_the_import_says(structure, adoucir, nom, commune):
    contenu = csv("LE GALL-D’ALMEIDA;Zoé;12/03/1992;BRIVE-LA-GAILLARDE", entetes="Nom;Prénom;Né le;Commune")

    regler(structure, contenu, adoucir=adoucir)

    assert Beneficiaire.objects.values_list("nom", "prenom", "commune").get() == (nom, "Zoé", commune)


def test_a_name_typed_with_care_stays_as_it_is(structure):
    contenu = csv("de La Tour;McArthur;12/03/1992;L’Haÿ-les-Roses", entetes="Nom;Prénom;Né le;Commune")

    regler(structure, contenu, adoucir=True)

    attendu = ("de La Tour", "McArthur", "L’Haÿ-les-Roses")
    assert Beneficiaire.objects.values_list("nom", "prenom", "commune").get() == attendu


def test_each_line_of_a_group_of_messages_keeps_its_own_words(structure):
    contenu = csv("Benali;Amina;20/12/80;;;", "Carlier;Bruno;05/02/81;;;")
    importation = depot.deposer(structure.pk, contenu, "liste.csv")
    depot.verifier(importation, timezone.now())

    groupe = next(g for g in apercu.resumer(importation).avertissements if g["message"].startswith("Année"))

    assert groupe["details"] == [
        (2, "«\u00a020/12/80\u00a0» a été lu 20/12/1980."),
        (3, "«\u00a005/02/81\u00a0» a été lu 05/02/1981."),
    ]


def test_what_concerns_the_whole_file_is_told_of_no_line(structure):
    importation = depot.deposer(structure.pk, csv("Benali;Amina;12/03/1992;;01/02/2025;"), "liste.csv")
    depot.verifier(importation, timezone.now())

    resume = apercu.resumer(importation)

    assert resume.generales
    assert not resume.avertissements
    assert importation.lignes.filtrees("avertissements").count() == 0


# --- Doing again what was undone ------------------------------------------------------------------


def test_an_import_undone_is_done_again_as_it_was_corrected(structure):
    importation = deposer(structure, nom="liste.csv", contenu=csv("Benali;Amina;31/02/1992;;;", "Carlier;Bruno;;;;"))
    ligne = importation.lignes.get(numero=2)
    ligne.donnees["cellules"][2] = "12/03/1992"
    ligne.save()
    execution.executer(structure.pk, importation.pk)
    importation.refresh_from_db()
    annulation.annuler(importation, timezone.now())

    execution.lancer(importation, executer_import)
    execution.executer(structure.pk, importation.pk)

    importation.refresh_from_db()
    assert importation.etat == EtatTravail.TERMINE
    assert set(Beneficiaire.objects.values_list("nom", "date_naissance")) == {
        ("Benali", date(1992, 3, 12)),
        ("Carlier", None),
    }


def test_whom_the_undo_kept_is_not_created_again(structure):
    importation = importer(
        structure, nom="liste.csv", contenu=csv("Benali;Amina;12/03/1992;;01/02/2025;Vient du PLIE")
    )
    EntretienFactory(parcours=Parcours.objects.get())
    annulation.annuler(importation, timezone.now())

    execution.lancer(importation, executer_import)
    execution.executer(structure.pk, importation.pk)

    assert (Beneficiaire.objects.count(), Parcours.objects.count(), Observation.objects.count()) == (1, 1, 1)


def test_after_24_hours_what_was_undone_stays_undone_and_its_lines_are_forgotten(structure):
    importation = importer(structure, nom="liste.csv", contenu=csv("Benali;Amina;12/03/1992;;;"))
    annulation.annuler(importation, timezone.now())
    execution.reprendre(executer_import, timezone.now())
    gardees = LigneImport.objects.count()
    Import.objects.update(annule_at=timezone.now() - timedelta(hours=25))

    execution.reprendre(executer_import, timezone.now())

    assert (gardees, LigneImport.objects.count()) == (1, 0)
    assert not execution.lancer(importation, executer_import)


def test_a_word_of_the_file_takes_the_level_that_one_chooses(structure):
    contenu = csv(
        "Benali;Amina;12/03/1992;levé;non;fort", entetes="Nom;Prénom;Né le;Frein logement;Frein santé;Frein budget"
    )

    regler(structure, contenu, mots={"leve": "3", "non": "non_aborde"})

    assert dict(Evaluation.objects.values_list("domaine", "niveau")) == {"logement": 3, "sante": None, "budget": 1}
