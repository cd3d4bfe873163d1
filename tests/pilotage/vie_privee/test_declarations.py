"""Nothing about people is stored without being declared: access, erasure and the registre follow from it."""

from beneficiaires.models import Beneficiaire, Proche
from parcours.models import Entretien, Evaluation, NoteConfidentielle
from pilotage.vie_privee.declarations import declarations, manques, personnelles


def test_every_column_of_every_table_is_declared():
    oublis = list(manques())

    assert oublis == [], "\n".join(oublis)


def test_a_row_belongs_to_the_person_by_the_keys_of_its_table():
    chemins = {d.modele: d.chemin for d in personnelles()}

    assert chemins[Beneficiaire] == ()
    assert chemins[Proche] == ("beneficiaire",)
    assert chemins[Evaluation] == ("diagnostic", "parcours", "beneficiaire")


def test_what_was_said_goes_and_what_was_counted_stays():
    connues = declarations()

    assert {"compte_rendu", "paroles"} <= set(connues[Entretien].sujet)
    assert "date" in connues[Entretien].fait
    assert not connues[NoteConfidentielle].est_gardee
    assert "prenom" in connues[Proche].tiers
