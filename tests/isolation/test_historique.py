"""The history of a row: what it keeps, how a deleted row comes back, how the last change is undone."""

from datetime import UTC, date, datetime

import pgtrigger
import pytest
from django.apps import apps
from django.utils import timezone

from beneficiaires.models import Beneficiaire, Referent
from insertion.isolation.historique import evenements, retablir, revenir
from insertion.models import Invitation
from pilotage.models import Bilan
from tests.usines import BeneficiaireFactory, ReferentFactory
from tests.usines.bilans import BilanFactory

NE_LE = datetime(2026, 1, 5, 9, tzinfo=UTC)


@pytest.fixture
def personne(structure):
    """Somebody written down in January: a row made again by mistake would have the date of today."""
    cle = BeneficiaireFactory(commune="Lille").pk
    Beneficiaire.objects.filter(pk=cle).update(created_at=NE_LE)
    return Beneficiaire.objects.get(pk=cle)


def ecrire(objet, **champs):
    type(objet).objects.filter(pk=objet.pk).update(**champs)


def ligne(modele, pk):
    return modele.objects.values().get(pk=pk)


def recit(modele, pk):
    return [evenement.pgh_label for evenement in evenements(modele, pk)]


def test_the_history_leaves_out_the_columns_that_a_table_asks_it_to():
    suivies = {champ.name for champ in Invitation.events.rel.related_model._meta.concrete_fields}

    assert "empreinte" not in suivies
    assert {"email", "role", "pgh_context"} <= suivies


def test_every_table_with_a_history_keeps_insertions_changes_and_deletions():
    suivis = [modele for modele in apps.get_models() if hasattr(modele, "events")]

    assert len(suivis) > 50
    for modele in suivis:
        poses = {trigger.name for suivi, trigger in pgtrigger.registered() if suivi is modele}
        assert {"insert_insert", "update_update", "delete_delete"} <= poses, modele


def test_what_happened_to_a_row_is_told_the_latest_first_and_of_it_alone(personne):
    BeneficiaireFactory()
    cle = personne.pk
    personne.delete()

    assert recit(Beneficiaire, cle) == ["delete", "update", "insert"]


def test_a_row_brought_back_is_the_one_that_was_deleted_with_its_dates(personne):
    cle, avant = personne.pk, ligne(Beneficiaire, personne.pk)
    personne.delete()

    revenue = retablir(Beneficiaire, cle)

    assert (revenue.pk, ligne(Beneficiaire, cle)) == (cle, avant)


def test_a_row_brought_back_begins_again_what_its_history_left_out(structure):
    bilan = BilanFactory()
    ecrire(bilan, updated_at=NE_LE, created_at=NE_LE)
    bilan.delete()

    revenu = retablir(Bilan, Bilan.events.rel.related_model.objects.last().pgh_obj_id)

    assert (revenu.created_at, revenu.updated_at.date()) == (NE_LE, timezone.now().date())


def test_a_row_brought_back_is_written_over_no_other(personne, django_assert_num_queries):
    cle = personne.pk
    personne.delete()

    with django_assert_num_queries(3) as faites:  # what it was, whether it is there, itself
        retablir(Beneficiaire, cle)

    assert faites[-1]["sql"].startswith("INSERT")


def test_a_row_that_is_there_or_was_never_deleted_is_not_brought_back(personne):
    cle = personne.pk
    assert retablir(Beneficiaire, cle) is None
    personne.delete()
    retablir(Beneficiaire, cle)

    assert retablir(Beneficiaire, cle) is None
    assert retablir(Beneficiaire, cle + 1000) is None


def test_a_row_is_brought_back_only_if_it_was_then_what_is_asked(personne):
    cle = personne.pk
    personne.delete()

    assert retablir(Beneficiaire, cle, nom="Quelqu’un d’autre") is None
    assert retablir(Beneficiaire, cle, nom=personne.nom).nom == personne.nom


def test_what_is_asked_of_a_row_is_asked_of_it_when_it_was_deleted(personne):
    cle = personne.pk
    ecrire(personne, commune="Roubaix")
    Beneficiaire.objects.filter(pk=cle).delete()

    assert retablir(Beneficiaire, cle, commune="Lille") is None


def test_a_row_deleted_twice_comes_back_as_it_was_the_second_time(personne):
    cle = personne.pk
    personne.delete()
    ecrire(retablir(Beneficiaire, cle), commune="Roubaix")
    Beneficiaire.objects.filter(pk=cle).delete()

    assert retablir(Beneficiaire, cle).commune == "Roubaix"


def test_undoing_the_first_thing_takes_the_row_away_and_no_other(structure):
    voisine, personne = BeneficiaireFactory(), BeneficiaireFactory()

    revenir(Beneficiaire, personne.pk)

    assert [*Beneficiaire.objects.all()] == [voisine]


def test_undoing_a_deletion_brings_the_row_back(personne):
    cle, avant = personne.pk, ligne(Beneficiaire, personne.pk)
    personne.delete()

    revenir(Beneficiaire, cle)

    assert ligne(Beneficiaire, cle) == avant


def test_undoing_a_change_says_again_what_was_said_just_before_and_the_version_goes_on(personne):
    ecrire(personne, commune="Roubaix", version=1)
    avant = ligne(Beneficiaire, personne.pk)
    ecrire(personne, commune="Tourcoing", date_naissance=date(1990, 3, 1), version=2)

    revenir(Beneficiaire, personne.pk)

    assert ligne(Beneficiaire, personne.pk) == {**avant, "version": 3}
    assert recit(Beneficiaire, personne.pk)[0] == "update"


def test_undoing_a_change_leaves_the_other_rows_alone(personne):
    voisine = BeneficiaireFactory(commune="Douai")
    ecrire(personne, commune="Tourcoing")

    revenir(Beneficiaire, personne.pk)

    assert ligne(Beneficiaire, voisine.pk)["commune"] == "Douai"
    assert ligne(Beneficiaire, personne.pk)["commune"] == "Lille"


def test_a_change_is_undone_in_a_table_whose_rows_have_no_version(structure, collegue):
    referent = ReferentFactory(debut=date(2026, 1, 5))
    avant = ligne(Referent, referent.pk)
    ecrire(referent, fin=date(2026, 3, 1), utilisateur=collegue)

    revenir(Referent, referent.pk)

    assert ligne(Referent, referent.pk) == avant


def test_a_column_that_the_history_leaves_out_stays_as_it_is_when_a_change_is_undone(structure, chef):
    champs = {"debut": "2026-01-05", "expire_at": NE_LE, "par": chef}
    invitation = Invitation.objects.create(email="a@example.org", role="benevole", empreinte="avant", **champs)
    ecrire(invitation, email="b@example.org", empreinte="depuis")

    revenir(Invitation, invitation.pk)

    assert Invitation.objects.values_list("email", "empreinte").get() == ("a@example.org", "depuis")


def test_what_the_history_does_not_tell_cannot_be_undone(personne):
    with pytest.raises(Beneficiaire.DoesNotExist):
        revenir(Beneficiaire, personne.pk + 1000)


def test_a_change_whose_history_begins_with_it_cannot_be_undone(personne, monkeypatch):
    dernier = evenements(Beneficiaire, personne.pk).first()
    derniers = evenements(Beneficiaire, personne.pk).filter(pk=dernier.pk)
    monkeypatch.setattr("insertion.isolation.historique.evenements", lambda modele, pk: derniers)

    with pytest.raises(Beneficiaire.DoesNotExist):
        revenir(Beneficiaire, personne.pk)
