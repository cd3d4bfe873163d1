"""A limited file is read, and nothing is written in it by any door until it is lifted."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from beneficiaires.models import Proche
from insertion.isolation.fonctions import tables_armees
from insertion.isolation.middleware import DOSSIER_LIMITE
from parcours.models import Entretien
from pilotage.rappels import rappels_dus
from pilotage.vie_privee.limitation import FONCTION, OUVERTES, POSER, ordres, tables
from tests.usines import BeneficiaireFactory, EntretienFactory, ParcoursFactory, ProcheFactory, ReferentFactory

LE = date(2026, 11, 30)


def test_nothing_is_written_in_a_limited_file_until_it_is_lifted(structure, cip):
    parcours, autre = ParcoursFactory(), ParcoursFactory()
    limite = parcours.beneficiaire.limitations.create(
        motif="Elle conteste son diagnostic", prise_le=LE, prise_par=cip
    )
    refuses = (
        lambda: EntretienFactory(parcours=parcours),
        lambda: ProcheFactory(beneficiaire=parcours.beneficiaire),
        lambda: type(parcours).objects.filter(pk=parcours.pk).update(projet="Autre"),
        parcours.delete,
    )
    for ecrire in refuses:
        with pytest.raises(IntegrityError, match="Ce dossier est limité"), transaction.atomic():
            ecrire()
    EntretienFactory(parcours=autre)
    limite.lever(LE, "Vérifié avec elle")
    EntretienFactory(parcours=parcours)

    assert Entretien.objects.count() == 2


def test_whoever_types_is_told_that_the_file_is_limited(structure, cip, client_de):
    personne = BeneficiaireFactory()
    personne.limitations.create(motif="Elle conteste", prise_le=LE, prise_par=cip)
    client, adresse = client_de(cip), reverse("beneficiaires:proche_create", args=[personne.pk])
    reponse = client.post(adresse, {"lien": "enfant", "prenom": "Inaya"})

    assert (reponse.status_code, "Ce dossier est limité" in reponse.content.decode()) == (409, True)
    assert client.get(reverse("beneficiaires:beneficiaire_detail", args=[personne.pk])).status_code == 200
    assert not Proche.objects.exists()


def test_nothing_is_asked_about_a_limited_file_but_what_the_law_dates(structure, cip, chef):
    parcours = ParcoursFactory(date_entree=date(2026, 3, 1))
    personne = parcours.beneficiaire
    ReferentFactory(beneficiaire=personne, utilisateur=cip)
    personne.demandes_droit.create(genre="limitation", recue_le=LE, recueillie_par=cip)
    avant = {rappel.motif for rappel in rappels_dus(structure, LE)}
    personne.limitations.create(motif="Elle conteste", prise_le=LE, prise_par=cip)

    assert {"demande_droit", "entretien_en_retard"} <= avant
    assert {rappel.motif for rappel in rappels_dus(structure, LE)} == {"demande_droit"}


def test_every_table_of_an_accompaniment_is_armed_and_those_of_the_rights_are_not(db):
    armees, declarees = tables_armees(connection, DOSSIER_LIMITE), tables()

    assert armees == set(declarees)
    assert {
        t: declarees[t] for t in ("beneficiaires_beneficiaire", "beneficiaires_proche", "parcours_entretien")
    } == {
        "beneficiaires_beneficiaire": "",
        "beneficiaires_proche": "beneficiaire",
        "parcours_entretien": "parcours",
    }
    assert {modele._meta.db_table for modele in OUVERTES} & armees == set()
    assert len(OUVERTES) == 12
    assert not {table for table in armees if table.startswith("pilotage_")}


def test_after_a_migration_only_the_new_tables_are_armed(db):
    toutes = set(tables())

    assert ordres(toutes) == (FONCTION,)
    fonction, *declencheurs = ordres(toutes - {"beneficiaires_proche"})
    assert fonction == FONCTION
    assert declencheurs == [POSER.format("beneficiaires_proche", "beneficiaire")]
