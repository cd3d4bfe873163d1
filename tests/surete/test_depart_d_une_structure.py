"""A structure that leaves takes everything with it, and nothing of it stays: neither rows, nor history, nor files."""

import json
from datetime import timedelta
from hashlib import sha256
from io import StringIO
from uuid import uuid4

import pytest
import time_machine
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from pypdf import PdfReader

from beneficiaires.models import Beneficiaire, GelSuppression
from insertion.enums import Role
from insertion.isolation.contexte import contexte
from insertion.models import Lecture, Soumission, Structure, Utilisateur
from parcours.models.tours import Tour
from pilotage.fermetures import registre
from tests.conftest import membre, navigateur_de
from tests.pilotage.vie_privee.test_effacement import dump
from tests.usines import AppartenanceFactory, BeneficiaireFactory

from .monde import AILLEURS, Monde
from .rangees import JOUR, MIDI

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


class Depart:
    """Two structures with the same rows; the one that leaves has `AILLEURS` in each of its texts, and two colleagues:
    `seule` works nowhere else."""

    def __init__(self, dossier):
        monde = Monde(Role.DIRECTION, categories=False)
        self.reste, self.part, self.dossier = monde.ici, monde.ailleurs, dossier
        self.seule = monde.dossiers["ailleurs"].qui
        self.partagee = membre(self.reste, Role.ADMINISTRATIF, email="partagee@exemple.fr")
        AppartenanceFactory(utilisateur=self.partagee, structure=self.part)
        with contexte(self.part.pk):
            GelSuppression.objects.update(levee_le=JOUR)
            Lecture.objects.create(utilisateur_id=self.seule.pk, quoi="page", chemin="/")
            Tour.objects.placer(self.part.pk)
            Soumission.objects.create(utilisateur=self.seule, cle=uuid4())
        self.certificat = dossier / "certificat.pdf"

    def archiver(self, nom="archive.zip"):
        return self.commande(archive=self.dossier / nom)

    def effacer(self, nom="archive.zip"):
        return self.commande(archive=self.dossier / nom, effacer=True, certificat=self.certificat, par="Anne Roy")

    def commande(self, **options):
        call_command("fermer_structure", self.part.siret, stdout=(dit := StringIO()), **options)
        return dit.getvalue()

    def rangees(self, structure):
        """{model: rows} of a structure, history included, as the owner of the tables sees them."""
        return {
            m._meta.label: list(
                m._base_manager.using("owner").filter(structure=structure).order_by("pk").values_list()
            )
            for m in apps.get_models(include_auto_created=True)
            if m._meta.managed and any(champ.name == "structure" for champ in m._meta.fields)
        }


def fichiers(dossier=""):
    return [nom for nom, _ in default_storage.tous(dossier)]


@pytest.fixture
def depart(referentiels, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "documents"
    traces = {**settings.STORAGES["effacements"], "OPTIONS": {"location": tmp_path / "effacements"}}
    settings.STORAGES = {**settings.STORAGES, "effacements": traces}
    return Depart(tmp_path)


def test_a_structure_leaves_with_everything_and_nothing_of_it_stays(depart, dessin, monkeypatch, mesurer):
    navigateur_de(depart.seule)
    avant, voisine = depart.rangees(depart.part), depart.rangees(depart.reste)
    siens, autres = (fichiers(f"{une.pk}/") for une in (depart.part, depart.reste))
    assert [label for label, rangees in avant.items() if not rangees] == []  # each table and history held something
    assert len(siens) > 5
    ce_qui_la_retient(depart)
    with monkeypatch.context() as panne:
        panne.setattr(default_storage, "delete", lambda nom: None)
        with pytest.raises(CommandError, match=r"il reste\u00a0: fichiers \(\d+\)"):
            depart.effacer("a-jour.zip")
    depart.effacer("a-jour.zip")  # cut before its end, it is ended by the same words

    assert [label for label, rangees in depart.rangees(depart.part).items() if rangees] == []
    assert [ligne for ligne in dump() if AILLEURS.lower() in ligne.lower()] == []
    assert depart.rangees(depart.reste) == voisine
    assert fichiers() == autres
    assert list(Utilisateur.objects.filter(pk__in=[depart.seule.pk, depart.partagee.pk])) == [depart.partagee]
    assert not Session.objects.exists()
    ce_que_dit_le_certificat(depart, avant)
    ce_qui_revient_avec_une_sauvegarde(depart)
    mesurer("Structure partie : tables vidées", len(avant))


def ce_qui_la_retient(depart):
    """What was written since the archive, an archive cut, somebody whose file must be kept: each is said."""
    depart.archiver()
    with contexte(depart.part.pk):
        personne = BeneficiaireFactory(nom=AILLEURS)
        gel = GelSuppression.objects.create(
            beneficiaire=personne, motif="Contrôle en cours", prise_le=JOUR, prise_par=depart.seule
        )
    with pytest.raises(CommandError, match="1 dossier doit être conservé"):
        depart.effacer()
    with contexte(depart.part.pk):
        gel.lever(JOUR, "Contrôle fini")
    with pytest.raises(CommandError, match=r"personnes\u00a0: (\d+) lignes dans l’archive, (\d+) dans la base"):
        depart.effacer()
    depart.archiver("a-jour.zip")
    (depart.dossier / "coupee.zip").write_bytes((depart.dossier / "a-jour.zip").read_bytes()[:-100])
    with pytest.raises(CommandError, match="ne se lit pas"):
        depart.effacer("coupee.zip")
    with contexte(depart.part.pk):
        assert Beneficiaire.objects.filter(pk=personne.pk).exists()
    assert registre.faites() == []


def ce_que_dit_le_certificat(depart, avant):
    texte = " ".join(page.extract_text() for page in PdfReader(depart.certificat).pages)
    faits = json.loads(depart.certificat.with_suffix(".json").read_text())
    assert "0 ligne restante, 0 fichier restant" in texte.replace("\u00a0", " ")
    assert "Anne Roy" in texte
    assert faits["archive_sha256"] == sha256((depart.dossier / "a-jour.zip").read_bytes()).hexdigest()
    assert faits["archive_sha256"] in texte
    assert faits["lignes_effacees"]["parcours_entretien"] == len(avant["parcours.Entretien"])
    assert (faits["comptes_effaces"], faits["comptes_gardes"]) == (1, 1)


def ce_qui_revient_avec_une_sauvegarde(depart):
    """The structure is erased again, unless people have worked there since: then it is another life."""
    with contexte(depart.part.pk):
        Structure.objects.bulk_create([depart.part])
        BeneficiaireFactory(nom=AILLEURS)
    call_command("rejouer_effacements", stdout=(dit := StringIO()))
    assert "1 structures effacées de nouveau, sur 1 fermées." in dit.getvalue()
    assert not Structure.objects.filter(pk=depart.part.pk).exists()
    with time_machine.travel(MIDI + timedelta(days=1)), contexte(depart.part.pk):
        Structure.objects.bulk_create([depart.part])
        Lecture.objects.create(utilisateur_id=depart.partagee.pk, quoi="page", chemin="/")
    with pytest.raises(CommandError, match="on y a travaillé depuis"):
        call_command("rejouer_effacements", stdout=StringIO())
