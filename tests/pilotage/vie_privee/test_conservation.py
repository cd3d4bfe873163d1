"""Two years after the last contact: told at −30 days, erased at the day, never before, never twice."""

from datetime import UTC, date, datetime

from beneficiaires.models import Beneficiaire, Effacement, PreavisEffacement
from insertion.enums import Role
from insertion.isolation.contexte import contexte
from pilotage.enums import MotifRappel
from pilotage.rappels import rappels_dus
from pilotage.vie_privee.conservation import appliquer, archiver, desarchiver, echus
from tests.conftest import membre
from tests.usines import EntretienFactory, ParcoursFactory, ReferentFactory

SORTIE = date(2024, 11, 30)
PREAVIS, VEILLE, JOUR, APRES = date(2026, 10, 31), date(2026, 11, 29), date(2026, 11, 30), date(2026, 12, 30)


def partie(**champs):
    """Somebody who left on 30 November 2024."""
    return ParcoursFactory(date_entree=date(2024, 1, 8), date_sortie=SORTIE, **champs).beneficiaire


def test_a_file_is_announced_thirty_days_before_and_erased_at_two_years(structure, cip):
    personne = partie()
    ReferentFactory(beneficiaire=personne, utilisateur=cip, fin=SORTIE)
    effaces = {}
    for le in (date(2026, 10, 30), PREAVIS, PREAVIS, VEILLE):
        effaces[le] = appliquer(structure.pk, le)
    annonces = [
        (r.utilisateur_id, r.echeance)
        for r in rappels_dus(structure, VEILLE)
        if r.motif == MotifRappel.DOSSIER_A_EFFACER
    ]
    effaces[JOUR], effaces[APRES] = appliquer(structure.pk, JOUR), appliquer(structure.pk, APRES)

    assert list(effaces.values()) == [0, 0, 0, 1, 0]
    assert annonces == [(cip.pk, JOUR)]
    assert Effacement.objects.get().cause == "conservation"
    assert not PreavisEffacement.objects.exists()


def test_nobody_is_erased_without_having_been_announced_thirty_days(structure):
    partie()

    assert [appliquer(structure.pk, le) for le in (APRES, date(2027, 1, 28), date(2027, 1, 29))] == [0, 0, 1]


def test_the_dry_run_shows_what_the_run_does(structure):
    oubliee, recente = (
        partie(),
        ParcoursFactory(date_entree=date(2025, 1, 8), date_sortie=date(2026, 1, 30)).beneficiaire,
    )
    appliquer(structure.pk, PREAVIS)
    a_blanc = [echu.beneficiaire_id for echu in echus(structure, JOUR) if echu.a_effacer]
    appliquer(structure.pk, JOUR)

    assert a_blanc == [oubliee.pk]
    assert list(Beneficiaire.objects.presentes()) == [recente]


def test_a_contact_noted_in_between_saves_the_file(structure):
    personne = partie()
    appliquer(structure.pk, PREAVIS)
    EntretienFactory(parcours=personne.parcours.get(), date=datetime(2026, 11, 20, 9, tzinfo=UTC))

    assert (appliquer(structure.pk, JOUR), echus(structure, JOUR)) == (0, [])
    assert not PreavisEffacement.objects.exists()


def test_what_is_held_limited_asked_about_or_accompanied_is_kept(structure, cip):
    gelee, limitee, demandeuse = partie(), partie(), partie()
    ParcoursFactory(date_entree=date(2024, 1, 8))
    gelee.gels.create(motif="Procès", prise_le=SORTIE, prise_par=cip)
    limitee.limitations.create(motif="Conteste", prise_le=SORTIE, prise_par=cip)
    demandeuse.demandes_droit.create(genre="acces", recue_le=date(2024, 11, 1), recueillie_par=cip)

    assert [echu.retenu for echu in echus(structure, JOUR)] == [
        "à conserver : Procès",
        "dossier limité : Conteste",
        "une demande de la personne attend une réponse",
    ]
    assert [appliquer(structure.pk, le) for le in (PREAVIS, JOUR, APRES)] == [0, 0, 0]


def test_the_number_of_queries_does_not_grow_with_the_files(structure, requetes):
    comptes = []
    for nombre in (1, 3):
        for _ in range(nombre):
            partie()
        with requetes() as faites:
            assert len(echus(structure, JOUR)) == (1 if nombre == 1 else 4)
        comptes.append(len(faites))

    assert comptes[0] == comptes[1]


def test_an_archived_file_is_hidden_by_the_database_from_every_role(structure, cip):
    personne = partie()
    archivage = personne.archivages.model(
        beneficiaire=personne, motif="Contentieux", jusqu_au=date(2029, 1, 1), prise_le=JOUR, prise_par=cip
    )
    archiver(personne, archivage)
    vus = {}
    for role in (Role.CHARGE_INSERTION, Role.CHEF_SERVICE, Role.DIRECTION):
        with contexte(structure.pk, utilisateur_id=cip.pk, role=role):
            vus[role] = Beneficiaire.objects.filter(pk=personne.pk).exists()

    assert not any(vus.values())
    assert not Beneficiaire.objects.visibles_par(membre(structure, Role.DIRECTION)).exists()
    desarchiver(archivage, JOUR, "Elle revient", par=cip)
    assert Beneficiaire.objects.visibles_par(cip).exists()
