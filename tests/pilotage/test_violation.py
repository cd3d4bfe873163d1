"""After a theft of password: whose data could be seen, in one command."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.core.management import CommandError, call_command

from insertion.models import Lecture
from tests.usines import BeneficiaireFactory


def _lire(quand, utilisateur, quoi, beneficiaire_id=None):
    with time_machine.travel(datetime(2026, *quand, tzinfo=UTC), tick=False):
        Lecture.objects.create(utilisateur_id=utilisateur.pk, quoi=quoi, beneficiaire_id=beneficiaire_id, chemin="/")


def test_the_people_exposed_are_named_with_what_was_read(cip, collegue, capsys):
    amina = BeneficiaireFactory(prenom="Amina", nom="Benali")
    _lire((3, 12, 9), cip, "identité", amina.pk)
    _lire((3, 12, 22, 30), cip, "Diagnostic", amina.pk)
    _lire((3, 12, 23, 30), cip, "Emploi", amina.pk)  # the 13th in Paris
    _lire((3, 12, 9), cip, "Emploi", amina.pk + 1)
    _lire((3, 12, 9), cip, "liste des personnes")
    _lire((3, 12, 9), collegue, "identité", amina.pk + 2)

    jour = ["--du", "2026-03-12", "--au", "2026-03-12"]

    call_command("violation", "--utilisateur", cip.email, *jour)

    lignes = capsys.readouterr().out.splitlines()
    assert f"Amina Benali (n° {amina.pk});2;12/03/2026 10:00 → 12/03/2026 23:30;Diagnostic, identité" in lignes[1]
    assert f"Dossier effacé (n° {amina.pk + 1});1;" in "".join(lignes)
    assert "Listes, sans une personne;1;" in "".join(lignes)
    assert lignes[-1] == "2 personne(s) exposée(s)"
    with pytest.raises(CommandError, match="Aucun compte"):
        call_command("violation", "--utilisateur", "personne@example.org", *jour)
