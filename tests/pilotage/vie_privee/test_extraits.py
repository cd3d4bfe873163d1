"""The copy of a file: everything known, others masked, made by the worker, given once to who asked."""

import json
from datetime import date

import pytest

from pilotage.models import ExtraitDossier
from pilotage.vie_privee.dossier import masquer, rubriques, tiers
from pilotage.vie_privee.extraits import contenu_de, en_json
from tests.usines import (
    BeneficiaireFactory,
    EntretienFactory,
    NoteConfidentielleFactory,
    ParcoursFactory,
    ProcheFactory,
)
from tests.usines.dossier import dossier_complet

LE = date(2026, 11, 30)


@pytest.fixture
def personne(structure):
    personne = BeneficiaireFactory(nom="Benali", prenom="Amina")
    ProcheFactory(beneficiaire=personne, prenom="Inaya")
    parcours = ParcoursFactory(beneficiaire=personne)
    EntretienFactory(parcours=parcours, compte_rendu="Inaya est malade, Inayat aussi.")
    NoteConfidentielleFactory(parcours=parcours, texte="Reprendre avec recul.")
    return personne


def test_every_table_that_knows_somebody_is_in_their_copy(structure, referentiels):
    personne = BeneficiaireFactory()
    rangees = dossier_complet(personne, "Zqxsecret")
    dites = {rubrique.modele for rubrique in rubriques(personne)}

    muettes = {modele.__name__ for modele in rangees if modele not in dites}
    assert muettes <= {"Utilisateur", "PersonneDuFait", "Entreprise", "Partenaire"} | {
        m.__name__ for m in rangees if not hasattr(m, "beneficiaire") and not hasattr(m, "parcours")
    }


def test_others_are_proposed_then_masked_everywhere(personne):
    extrait = ExtraitDossier(beneficiaire=personne, structure=personne.structure, masques={"mots": ["Inaya"]})
    copie = json.dumps(en_json(contenu_de(extrait)), ensure_ascii=False)

    assert [(un.nom, un.professionnel) for un in tiers(personne)][0] == ("2019", False) or "Inaya" in [
        un.nom for un in tiers(personne)
    ]
    assert "[personne tierce] est malade, Inayat aussi." in copie
    assert "Reprendre avec recul." in copie  # the right of access goes to the notes that one keeps for oneself


def test_masking_hides_whole_words_whatever_their_case():
    assert masquer("INAYA, Inayat et Léo D. (inaya)", ["Inaya", "Léo D."]) == (
        "[personne tierce], Inayat et [personne tierce] ([personne tierce])"
    )
