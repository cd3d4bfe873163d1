"""The last contact of each parcours, that the database keeps: true whatever is written, moved, deleted or undone."""

import random
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from insertion.isolation.contexte import contexte
from insertion.isolation.historique import revenir
from parcours.models import DernierContact, Entretien, Parcours
from tests.usines import EntretienFactory, ParcoursFactory

GESTES = ("noter", "noter", "reprendre", "dater", "dater en bloc", "confier", "supprimer", "annuler")


def gardes():
    return dict(DernierContact.objects.values_list("parcours", "jour"))


def relus():
    """{parcours: the day of its last contact}, as the plain question finds it."""
    dates = Parcours.objects.annotate(dernier=Entretien.objects.dernier_du_parcours()).values_list("pk", "dernier")
    return {pk: timezone.localdate(dernier) for pk, dernier in dates if dernier}


@pytest.mark.parametrize("graine", range(4))
def test_it_is_the_last_entretien_whatever_happens_to_the_entretiens(structure, cip, graine):
    hasard, maintenant = random.Random(graine), timezone.now()
    parcours = [ParcoursFactory() for _ in range(3)]
    auteur = {"auteur": cip, "structure": structure, "compte_rendu": "Vu."}

    def un_jour():
        return maintenant - timedelta(hours=hasard.randrange(30 * 24))

    for _ in range(60):
        siens = Entretien.objects.filter(parcours=hasard.choice(parcours)).order_by("pk")
        un, geste = siens.first(), hasard.choice(GESTES)
        if geste == "noter":
            EntretienFactory(parcours=hasard.choice(parcours), date=un_jour())
        elif geste == "reprendre":
            Entretien.objects.bulk_create(
                [Entretien(parcours=hasard.choice(parcours), date=un_jour(), **auteur) for _ in range(3)]
            )
        elif geste == "dater en bloc":
            siens.update(date=un_jour())
        elif geste == "supprimer":
            siens.filter(pk__in=list(siens.values_list("pk", flat=True)[:2])).delete()
        elif un and geste == "annuler":
            revenir(Entretien, un.pk)
        elif un:
            champ, valeur = ("date", un_jour()) if geste == "dater" else ("parcours", hasard.choice(parcours))
            setattr(un, champ, valeur)
            un.save()
        assert gardes() == relus(), geste
    parcours[0].entretiens.all().delete()
    parcours[0].delete()

    assert gardes() == relus()


def test_only_the_database_writes_it(structure):
    EntretienFactory()
    for ordre in ("UPDATE {} SET jour = now()", "DELETE FROM {}", "INSERT INTO {} SELECT * FROM {}"):
        refuse = pytest.raises(DatabaseError, match="permission denied")
        with refuse, transaction.atomic(), connection.cursor() as curseur:
            curseur.execute(ordre.replace("{}", "parcours_derniercontact"))


def test_it_counts_what_its_writer_may_not_read_and_says_nothing_to_them(structure, cip, encadrant):
    parcours, hier = ParcoursFactory(), timezone.now() - timedelta(days=1)
    EntretienFactory(parcours=parcours, auteur=cip, date=hier)
    with contexte(structure.pk, utilisateur_id=encadrant.pk, role="encadrant"):
        assert not DernierContact.objects.exists()
    assert gardes() == {parcours.pk: timezone.localdate(hier)}


def test_no_other_structure_sees_it(structure, autre_structure):
    EntretienFactory()
    with contexte(autre_structure.pk, role="direction"):
        assert not DernierContact.objects.exists()
