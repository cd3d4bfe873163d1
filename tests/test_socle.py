from beneficiaires.models import Beneficiaire
from tests.usines import BeneficiaireFactory, EntretienFactory, RendezVousFactory


def test_search_forgives_accents_and_typing_errors(structure):
    BeneficiaireFactory(prenom="Élodie", nom="Lœuillet")

    trouves = [Beneficiaire.objects.cherche(texte).count() for texte in ("elodie", "loeuillet", "loeuilet", "zzz")]

    assert trouves == [1, 1, 1, 0]


def test_factories_write_in_the_open_structure(structure):
    entretien, rendez_vous = EntretienFactory(), RendezVousFactory()

    assert {entretien.structure_id, rendez_vous.structure_id} == {structure.pk}
