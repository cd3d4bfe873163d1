"""« Must show » of the address book: 2,000 firms by the worker, and a worker killed in the middle."""

import signal
from datetime import timedelta

import pytest
from django.utils import timezone

from entreprises.imports import depot, execution
from entreprises.models import Contact, Entreprise, Import
from insertion.enums import EtatTravail
from insertion.isolation.contexte import contexte
from tests.travailleur import travailler
from tests.usines import EntrepriseFactory, StructureFactory
from tests.usines.socle import siret

FIRMES, FAUX, REPETEES, CONNUES = 2_000, 40, 20, 10
COMMUNES = ("Roubaix", "Tourcoing", "Wattrelos", "Croix", "Hem", "Lys-lez-Lannoy", "Halluin", "Mouvaux")
METIERS = ("Menuiserie", "Conserverie", "Garage", "Boulangerie", "Imprimerie", "Jardins", "Transports", "Nettoyage")


def nom(rang):
    return f"{METIERS[rang % 8]} {chr(65 + rang // 8 % 26)}{chr(65 + rang // 208 % 26)}rel{rang:04d}"


def fichier():
    """2,000 lines: among them, wrong SIRETs, repeats, firms that the structure knows already."""
    lignes = ["Raison sociale;SIRET;Commune;Contact;Téléphone du contact"]
    for rang in range(FIRMES):
        numero = "12345678901234" if rang < FAUX else siret(rang)
        lignes.append(f"{nom(rang)};{numero};{COMMUNES[rang % 8]};Responsable {rang};0320{rang:06d}")
    lignes += lignes[FAUX + 1 + CONNUES : FAUX + 1 + CONNUES + REPETEES]
    return "\n".join(lignes).encode()


@pytest.fixture
def importation(transactional_db):
    """An import that waits, committed: the worker is another process."""
    structure = StructureFactory()
    with contexte(structure.pk):
        for rang in range(FAUX, FAUX + CONNUES):
            EntrepriseFactory(raison_sociale=nom(rang), siret=siret(rang), commune=COMMUNES[rang % 8])
        importation = depot.deposer(structure.pk, fichier(), "carnet.csv")
        depot.verifier(importation, timezone.now())
        Import.objects.update(etat=EtatTravail.EN_FILE)
    return importation


def etat_vu_de_dehors(importation):
    with contexte(importation.structure_id):
        importation.refresh_from_db()
        return importation.etat, Entreprise.objects.count(), Contact.objects.count()


def test_two_thousand_firms_through_a_worker_killed_midway(importation):
    bilan = importation.bilan
    with travailler("entreprises.imports", importation) as travailleur:
        faites = [int(travailleur.stdout.readline()) for _ in range(2)]
        travailleur.send_signal(signal.SIGKILL)
    tue = etat_vu_de_dehors(importation)
    montrees = importation.lignes_faites

    plus_tard = timezone.now() + timedelta(minutes=5)
    repris = execution.executer(importation.structure_id, importation.pk, horloge=lambda: plus_tard)

    assert (bilan["lignes_en_erreur"], bilan["doublons"], bilan["mises_a_jour"]) == (FAUX, REPETEES, CONNUES)
    assert faites == [10, 20]
    assert tue == (EtatTravail.EN_COURS, CONNUES, 0)
    assert montrees >= 10
    assert repris
    assert etat_vu_de_dehors(importation) == (EtatTravail.TERMINE, FIRMES - FAUX, FIRMES - FAUX)
