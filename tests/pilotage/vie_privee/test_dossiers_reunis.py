"""Two files that became one: one person in every figure and list, one journal, one erasure that leaves nothing."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from beneficiaires.enums import CauseEffacement
from beneficiaires.fusions import annuler, fusionner
from beneficiaires.models import Beneficiaire, Effacement, FusionDossiers, Situation
from insertion.annulation import AnnulationImpossible
from insertion.enums import TypeStructure
from insertion.fusions import ABSORBEE
from insertion.isolation.contexte import contexte
from insertion.models import Geste
from parcours.models import Parcours
from pilotage.indicateurs import Perimetre, calculer
from pilotage.vie_privee.dossier import lectures
from pilotage.vie_privee.effacement import effacer, rejouer
from tests.usines import (
    BeneficiaireFactory,
    DispositifFactory,
    EntretienFactory,
    ParcoursFactory,
    ReferentFactory,
    SituationFactory,
    StructureFactory,
    UtilisateurFactory,
)
from tests.usines.dossier import dossier_complet

from .test_effacement import LE, dump

#: How the two files name the person: nothing of it may be left.
MOTS = ("zqx", "zorglubine", "zorglubova", "etoile@", "612345678", "698765432", "1987-06-05")


def restes():
    return [ligne for ligne in dump() if any(mot in ligne.lower() for mot in MOTS)]


def tables(lignes):
    return {ligne.split(" ", 1)[0] for ligne in lignes}


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_nothing_that_names_somebody_is_left_once_erased_after_a_merge(referentiels):
    structure = StructureFactory()
    with contexte(structure.pk):
        gardee = BeneficiaireFactory(
            nom="Zorglubine", prenom="Étoile", date_naissance=date(1987, 6, 5), telephone="+33612345678"
        )
        absorbee = BeneficiaireFactory(
            nom="Zorglubova", prenom="Étoile", email="etoile@exemple.fr", telephone="+33698765432"
        )
        dossier_complet(absorbee, "Zqxsecret")
        ParcoursFactory(projet="Vue avec Étoile Zorglubova, 06 98 76 54 32")  # in the file of somebody else
        auteur = UtilisateurFactory()
        fusion = fusionner(gardee, absorbee, {"email": ABSORBEE}, auteur)
        Geste.objects.create(
            utilisateur=auteur,
            phrase="Les deux dossiers de Étoile Zorglubova sont réunis ici.",
            fait_at=timezone.now(),
        )
    avant = tables(restes())
    with contexte(structure.pk):
        effacer(gardee, LE, CauseEffacement.DEMANDE)

    assert restes() == []
    assert len(avant) > 100
    with contexte(structure.pk):
        assert set(Effacement.objects.values_list("beneficiaire_id", flat=True)) >= {gardee.pk, absorbee.pk}
        assert not FusionDossiers.objects.exists()
        assert not Geste.objects.exists()
        with pytest.raises(FusionDossiers.DoesNotExist):
            annuler(fusion, timezone.now(), auteur)


def test_undo_is_refused_once_the_person_is_erased(structure, cip):
    gardee, absorbee = BeneficiaireFactory(nom="Benali"), BeneficiaireFactory(nom="Ben Ali")
    fusion = fusionner(gardee, absorbee, {}, cip)
    with pytest.raises(AnnulationImpossible):
        annuler(fusion, timezone.now() + timedelta(days=2), cip)
    effacer(gardee, LE, CauseEffacement.DEMANDE)

    assert not FusionDossiers.objects.filter(pk=fusion.pk).exists()
    assert list(Beneficiaire.objects.values_list("nom", flat=True)) == ["Personne effacée"]


def test_file_that_a_backup_made_before_the_merge_brings_back_is_erased_again(structure):
    revenue = BeneficiaireFactory(nom="Revenue")
    trace = {"structure": structure.pk, "personne": revenue.pk, "le": "2026-11-30", "cause": "demande", "par": None}

    assert rejouer([trace]) == 1
    assert not Beneficiaire.objects.presentes().exists()


def test_erasing_one_of_two_files_whose_merge_was_undone_leaves_the_other_whole(structure, cip):
    gardee = BeneficiaireFactory(prenom="Amina", nom="Benali", telephone="+33612345678")
    autre = BeneficiaireFactory(prenom="Lina", nom="Haddad", telephone="+33698765432", email="lina@exemple.fr")
    situation, partie = (
        SituationFactory(beneficiaire=autre, precision="Depuis mars"),
        SituationFactory(beneficiaire=autre, nature="ass"),
    )
    entretien = EntretienFactory(
        parcours=ParcoursFactory(beneficiaire=autre, clos=True), compte_rendu="Lina Haddad, 06 98 76 54 32."
    )
    choix = dict.fromkeys(("prenom", "nom", "telephone", "email"), ABSORBEE)
    annuler(fusionner(gardee, autre, choix, cip), timezone.now(), cip)
    numero, _ = partie.pk, partie.delete()

    effacer(gardee, LE, CauseEffacement.DEMANDE)

    autre.refresh_from_db()
    entretien.refresh_from_db()
    assert (str(autre), autre.telephone, autre.email) == ("Lina Haddad", "+33698765432", "lina@exemple.fr")
    assert entretien.compte_rendu == "Lina Haddad, 06 98 76 54 32."
    assert Situation.objects.get().precision == situation.precision
    assert Situation.events.rel.related_model.objects.filter(pgh_obj_id=numero, pgh_label="delete").exists()


def test_journal_of_both_files_is_read_from_the_kept_one(client_de, chef, cip):
    gardee, absorbee = BeneficiaireFactory(nom="Benali"), BeneficiaireFactory(nom="Ben Ali", telephone="+33698765432")
    client_de(cip).get(reverse("parcours:diagnostic_evolution", args=[absorbee.pk]))
    fusionner(gardee, absorbee, {}, cip)

    page = " ".join(
        client_de(chef)
        .get(reverse("pilotage:personne_journal", args=[gardee.pk], query={"quoi": ""}))
        .content.decode()
        .split()
    )

    assert "<strong>Camille Dubois</strong> a consulté les diagnostics" in page
    assert "<strong>Camille Dubois</strong> a ajouté une réunion de dossiers" in page
    assert page.count("a ajouté l’identité") == 1  # said twice by the same, in a row
    assert "diagnostics" in [quoi.lower() for *_, quoi in lectures(gardee)]  # the copy that the person asks for too


def test_figures_lists_and_search_count_one_person(client_de, chef, structure):
    structure.type = TypeStructure.CHRS
    dispositif = DispositifFactory()
    gardee, absorbee = (BeneficiaireFactory(nom=nom, telephone="+33612345678") for nom in ("Benali", "Ben Ali"))
    ParcoursFactory(
        beneficiaire=gardee, dispositif=dispositif, date_entree=date(2025, 3, 1), date_sortie=date(2025, 9, 1)
    )
    ParcoursFactory(beneficiaire=absorbee, dispositif=dispositif, date_entree=date(2025, 10, 1))
    for personne in (gardee, absorbee):
        ReferentFactory(beneficiaire=personne, utilisateur=chef)

    def compter():
        client = client_de(chef)
        perimetre = Perimetre(structure, date(2025, 1, 1), date(2025, 12, 31))
        accueillies = calculer(perimetre, ["accueillis"])["accueillis"].ligne("total").chiffre.valeur
        return (
            accueillies,
            client.get(reverse("beneficiaires:beneficiaire_list")).context["page"].paginator.count,
            Beneficiaire.objects.cherche("612345678").count(),
            Parcours.objects.count(),
        )

    avant = compter()
    fusionner(gardee, absorbee, {}, chef)

    assert (avant, compter()) == ((2, 2, 2, 2), (1, 1, 1, 2))


def test_limitation_of_the_kept_file_stops_the_undo(structure, cip):
    gardee, absorbee = BeneficiaireFactory(nom="Benali"), BeneficiaireFactory(nom="Ben Ali")
    fusion = fusionner(gardee, absorbee, {}, cip)
    gardee.limitations.create(motif="Contestation", prise_le=LE, prise_par=cip)

    with pytest.raises(AnnulationImpossible, match="est limité depuis"):
        annuler(fusion, timezone.now(), cip)
