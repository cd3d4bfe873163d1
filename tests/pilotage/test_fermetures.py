"""What is taken out of the database with a structure; the whole is in tests/surete/test_depart_d_une_structure.py."""

import pytest
from django.utils import timezone

from beneficiaires.models import Beneficiaire, Limitation
from insertion.enums import Role
from insertion.isolation import retrait
from insertion.isolation.contexte import contexte
from insertion.models import Lecture, Utilisateur
from tests.conftest import membre
from tests.usines import AppartenanceFactory, BeneficiaireFactory, StructureFactory


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_what_is_taken_out_leaves_journals_and_a_colleague_shared_with_another_structure():
    part, reste = StructureFactory(), StructureFactory()
    seule, partagee = membre(part, Role.DIRECTION), membre(part, Role.CHARGE_INSERTION)
    AppartenanceFactory(utilisateur=partagee, structure=reste)
    for une in (part, reste):
        with contexte(une.pk):
            Lecture.objects.create(utilisateur_id=partagee.pk, beneficiaire_id=BeneficiaireFactory().pk, quoi="fiche")
    with contexte(part.pk):  # a file that nothing may be written in
        Limitation.objects.create(
            beneficiaire=Beneficiaire.objects.get(), motif="Contestée", prise_le=timezone.localdate(), prise_par=seule
        )

    with retrait.instant():
        retire = retrait.retirer(part.pk)

    assert retrait.restes(part.pk) == {}
    assert retire.lignes["insertion_lecture"] == retire.lignes["beneficiaires_beneficiaireevent"] == 1
    assert (retire.comptes, retire.comptes_gardes) == (1, 1)
    assert list(Utilisateur.objects.filter(pk__in=[seule.pk, partagee.pk])) == [partagee]
    with contexte(reste.pk):
        assert (Lecture.objects.count(), Beneficiaire.objects.count()) == (1, 1)
