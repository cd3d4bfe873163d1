from datetime import date

import pytest
from django.core.management import call_command

from insertion.models.referentiels import referentiels
from tests.cellules import cellules


@cellules("modele", referentiels(), ids=lambda modele: modele.__name__)
def test_a_list_is_loaded_with_its_source_and_twice_changes_nothing(db, modele):
    if not modele.fichier().exists():
        pytest.skip("this list is loaded from the file that its publisher gives")
    call_command("charger_referentiels", sans_communes=True, verbosity=0)
    avant = list(modele.objects.values())

    call_command("charger_referentiels", sans_communes=True, verbosity=0)

    assert list(modele.objects.values()) == avant != []
    assert modele.fichier().read_text().startswith("# ")


@cellules("modele", referentiels(), ids=lambda modele: modele.__name__)
def test_a_retired_line_is_offered_no_more_and_stays(db, modele):
    call_command("charger_referentiels", sans_communes=True, verbosity=0)
    retiree = modele.objects.first() or modele(libelle="Ancien libellé")
    retiree.code, retiree.fin = "retiree", date(2025, 12, 31)
    retiree.save(force_insert=True)

    def offerte(le):
        return modele.objects.en_vigueur(le).filter(code="retiree").exists()

    assert (offerte(date(2025, 12, 31)), offerte(date(2026, 1, 1))) == (True, False)
