"""A14: somebody goes through every feature, then is erased: nothing of them is left, nor comes back with a backup."""

import io
import json
import logging
import os
import re
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
import redis
from django.conf import settings as reglages
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import call_command
from django.db import IntegrityError, connections, transaction
from django.urls import reverse
from django.utils import timezone

from beneficiaires.enums import Canal
from beneficiaires.models import AccordEnvoi, Beneficiaire
from insertion.celery import app
from insertion.enums import EtatTravail, Role
from insertion.isolation.contexte import contexte
from insertion.models import Brouillon
from insertion.models.chiffres import colonnes_chiffrees
from insertion.sans_donnees import SansDonnees
from parcours import lots, productions
from parcours.enums import FormeLot, GenreProduction
from parcours.lots_genres import A_PRODUIRE
from parcours.models import Lot, ModeleCourrier, Production, Seance
from pilotage import courriels, rappels
from pilotage.bilans import production as bilans
from pilotage.enums import EtatEnvoi, ModeleBilan
from pilotage.envois.remise import distribuer
from pilotage.exports import demandes
from pilotage.exports.listes import LISTES
from pilotage.models import AbonnementAgenda, BilanProduit, CourrielRappels, Envoi, Export, ExtraitDossier
from pilotage.sauvegardes import comptes, restauration
from pilotage.vie_privee import extraits
from pilotage.vie_privee.declarations import modeles
from tests import usines
from tests.conftest import membre
from tests.parcours.test_productions import Sonnette
from tests.pilotage.test_envois import prestataire  # noqa: F401
from tests.pilotage.test_sauvegardes import cle  # noqa: F401
from tests.usines.bilans import BilanFactory
from tests.usines.dossier import dossier_complet

from .marche import textes_de
from .test_a12_demarrage import RACINE, adresse

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "owner"]),
    pytest.mark.skipif(shutil.which("pg_dump") is None, reason="pg_dump n’est pas installé"),
]
#: Their name, address, number and birth, and what was written about them; however it is written.
TRACES = re.compile(
    r"zorglubine|[ée]toilette|zqxsecret|612345678|6[ .]12[ .]34[ .]56[ .]78|1987-06-05|05/06/1987|5 juin 1987", re.I
)
BRUT = {"genre": GenreProduction.DOSSIER, "avec_confidentiel": "on"}


class Vie:
    """Somebody, the colleagues who follow them, and all that the application did with their file."""

    def __init__(self, client_de):
        self.structure = usines.StructureFactory(nom="Ressourcerie du Canal")
        with contexte(self.structure.pk):
            self.direction = membre(self.structure, Role.DIRECTION)
            self.cip = membre(self.structure, Role.CHARGE_INSERTION)
            self.personne = usines.BeneficiaireFactory(
                nom="Zorglubine",
                prenom="Étoilette",
                email="etoilette@exemple.fr",
                telephone="+33612345678",
                date_naissance=date(1987, 6, 5),
            )
            usines.ReferentFactory(beneficiaire=self.personne, utilisateur=self.cip)
            self.rangees = dossier_complet(self.personne, "Zqxsecret")
            self.parcours = self.personne.parcours.first()
        self.client = client_de(self.direction)
        self.du_cip = client_de(self.cip)

    def au_nom_de(self, qui):
        return contexte(self.structure.pk, utilisateur_id=qui.pk, role=qui.appartenance.role)

    def faire(self, demander, produire, modele):
        """Ask for something that the worker makes, and make it."""
        with self.au_nom_de(self.direction):
            travail = demander()
        produire(self.structure.pk, travail.pk)
        with self.au_nom_de(self.direction):
            travail = modele.objects.get(pk=travail.pk)
            assert travail.etat == EtatTravail.TERMINE, (modele, travail.message)

    # --- The features -----------------------------------------------------------------------------

    def exporter(self):
        for genre in (*LISTES, "complet"):
            parametres = {"du": "2024-01-01", "au": "2026-12-31"}
            self.faire(
                lambda genre=genre, parametres=parametres: demandes.demander(
                    genre=genre, intitule=genre, par=self.direction, tache=Sonnette(), parametres=parametres
                ),
                demandes.produire,
                Export,
            )

    def produire_les_bilans(self):
        for modele in ModeleBilan:
            with self.au_nom_de(self.direction):
                bilan = BilanFactory(modele=modele, du=date(2024, 1, 1), au=date(2026, 12, 31))
            self.faire(
                lambda bilan=bilan: bilans.demander(bilan, par=self.direction, tache=Sonnette()),
                bilans.produire,
                BilanProduit,
            )

    def imprimer_par_lots(self):
        with self.au_nom_de(self.direction):
            courrier = ModeleCourrier.objects.create(titre="Invitation", corps="Bonjour {prenom} {nom}.")
        for genre in A_PRODUIRE:
            for forme in (FormeLot.PDF, FormeLot.ZIP):
                with self.au_nom_de(self.direction):
                    lot = lots.demander(
                        [self.personne.pk],
                        genre=genre,
                        forme=forme,
                        par=self.direction,
                        tache=Sonnette(),
                        courrier=courrier if genre == GenreProduction.COURRIER else None,
                    )
                lots.avancer(self.structure.pk, lot.pk, Sonnette(), duree=3600)
                with self.au_nom_de(self.direction):
                    assert Lot.objects.get(pk=lot.pk).etat == EtatTravail.TERMINE, genre

    def imprimer_une_feuille(self):
        with self.au_nom_de(self.direction):
            seance = Seance.objects.get(participations__beneficiaire=self.personne)
        self.faire(
            lambda: productions.demander(
                None, genre=GenreProduction.EMARGEMENT, par=self.direction, tache=Sonnette(), objet_id=seance.pk
            ),
            productions.produire,
            Production,
        )
        with contexte(self.structure.pk):
            feuille = Production.objects.get(genre=GenreProduction.EMARGEMENT).fichier.read()
        assert TRACES.search(" ".join(textes_de(feuille)))

    def copier_le_dossier(self):
        self.faire(
            lambda: extraits.demander(
                beneficiaire=self.personne, par=self.direction, tache=Sonnette(), masques={}, motif="Demande"
            ),
            extraits.produire,
            ExtraitDossier,
        )

    def taper_sans_enregistrer(self):
        """A draft of theirs, and one about a meeting, where a colleague names them."""
        for cle_brouillon, titre, url in (
            ("entretien", "Entretien avec Étoilette Zorglubine", f"/beneficiaires/{self.personne.pk}/"),
            ("reunion:nouvelle", "Préparer une réunion", "/reunions/nouvelle/"),
        ):
            saisie = {"titre": titre, "url": url, "champs": {"texte": ["Vu Mme Zorglubine et ÉTOILETTE ZORGLUBINE."]}}
            page = reverse("insertion:brouillon", args=[cle_brouillon])
            assert self.du_cip.post(page, json.dumps(saisie), "application/json").status_code in (200, 201, 204)

    def chercher(self):
        """The pages where the two words show, for the direction; and what a search answers."""
        page = self.client.post(reverse("pilotage:recherche"), {"q": "zorglub"}).content
        return page + self.client.post(reverse("beneficiaires:beneficiaire_list"), {"q": "zorglub"}).content

    def lire_l_agenda(self, client):
        if not hasattr(self, "flux"):
            with contexte(self.structure.pk):
                abonnement = AbonnementAgenda(structure=self.structure, utilisateur=self.cip, libelle="Téléphone")
                self.flux = abonnement.ouvrir()
        return client.get(reverse("pilotage:agenda_flux", args=[self.flux])).content

    def rappeler_et_ecrire(self, monkeypatch):
        """Reminders, their e-mail, an e-mail and a SMS before an appointment; then the mail server refuses: queued."""
        demain = timezone.now() + timedelta(days=1)
        with contexte(self.structure.pk):
            AccordEnvoi.objects.all().delete()
            for canal in (Canal.COURRIEL, Canal.SMS):
                usines.AccordEnvoiFactory(beneficiaire=self.personne, canal=canal)
            usines.RendezVousFactory(
                parcours=self.parcours, utilisateur=self.cip, debut=demain, lieu="12 rue des Écluses"
            )
            rappels.recalculer(self.structure.pk, timezone.localdate())
        distribuer(self.structure.pk, timezone.now)
        with contexte(self.structure.pk):
            usines.RendezVousFactory(parcours=self.parcours, utilisateur=self.cip, debut=demain + timedelta(hours=3))
        with monkeypatch.context() as panne:
            panne.setattr(mail, "get_connection", _serveur_en_panne)
            distribuer(self.structure.pk, timezone.now)
            for pk in courriels.preparer(self.structure.pk, timezone.now()):
                courriels.envoyer(self.structure.pk, pk, timezone.now())
        with contexte(self.structure.pk):
            assert Envoi.objects.filter(etat=EtatEnvoi.A_ENVOYER).exists()
            assert Envoi.objects.filter(etat=EtatEnvoi.ENVOYE).count() == 3  # the SMS left
            assert CourrielRappels.objects.filter(etat=EtatEnvoi.A_ENVOYER).exists()

    def demander_au_travailleur(self):
        """A document asked for by its page while no worker runs: its message waits in the queue."""
        page = reverse("parcours:production_create", args=[self.personne.pk])
        app.conf.task_always_eager = False
        try:
            assert self.client.post(page, BRUT).status_code == 302
        finally:
            app.conf.task_always_eager = True

    def echouer(self):
        """What is refused by the database is written in the log, with where it happened."""
        try:
            with contexte(self.structure.pk), transaction.atomic():
                Beneficiaire.objects.filter(pk=self.personne.pk).update(civilite=None, email=None)
        except IntegrityError:
            logging.getLogger("django.request").exception("Internal Server Error: /beneficiaires/")
            return
        raise AssertionError("rien n’a échoué")

    def effacer(self):
        page = reverse("pilotage:effacement_create", args=[self.personne.pk])
        assert self.client.post(page, {"nom": "zorglubine"}).status_code == 302


class _Panne:
    def open(self):
        raise ConnectionRefusedError

    def close(self):
        """See `open`."""


def _serveur_en_panne():
    return _Panne()


# --- Where something may be left ------------------------------------------------------------------


def _base(nom):
    """Every line of a full dump, what sessions hold, what encrypted columns say."""
    compte = {**comptes.qui_sauvegarde(), "dbname": nom}
    yield subprocess.run(
        ["pg_dump", "--no-owner"], env=comptes.environnement(compte), capture_output=True, check=True
    ).stdout.decode()
    with _ouverte(nom):
        for session in Session.objects.using("owner"):
            yield json.dumps(session.get_decoded(), ensure_ascii=False, default=str)
        for modele in modeles():
            for champ in colonnes_chiffrees(modele):
                for rangee in modele._base_manager.using("owner"):
                    yield getattr(rangee, champ.attname) or ""


class _ouverte:
    """The connection of the owner on another database, for the time of the block."""

    def __init__(self, nom):
        self.nom, self.reglages = nom, connections["owner"].settings_dict

    def __enter__(self):
        self.avant, self.reglages["NAME"] = self.reglages["NAME"], self.nom
        connections["owner"].close()

    def __exit__(self, *erreur):
        connections["owner"].close()
        self.reglages["NAME"] = self.avant


def _fichiers(dossier):
    for chemin in Path(dossier).rglob("*"):
        if chemin.is_file():
            yield chemin.name
            yield from textes_de(chemin.read_bytes())


def _file():
    """All that Redis holds: the queue, what workers reserve, results."""
    with redis.from_url(reglages.REDIS_URL) as client:
        lire = {
            b"string": client.get,
            b"list": lambda cle: client.lrange(cle, 0, -1),
            b"hash": client.hgetall,
            b"set": client.smembers,
            b"zset": lambda cle: client.zrange(cle, 0, -1),
        }
        for cle_redis in client.scan_iter():
            yield f"{cle_redis} {lire[client.type(cle_redis)](cle_redis)}"


def ou_l_on_trouve(**lieux):
    """{place: what of them is there} of the places (texts) where something of them is."""
    trouves = {lieu: {t.lower() for texte in textes for t in TRACES.findall(texte)} for lieu, textes in lieux.items()}
    return {lieu: traces for lieu, traces in trouves.items() if traces}


@pytest.fixture
def lignes(monkeypatch):
    """The log of the processes, as production writes it, at the level of the worker."""
    sortie = logging.StreamHandler(io.StringIO())
    sortie.setFormatter(SansDonnees())
    racine = logging.getLogger()
    monkeypatch.setattr(racine, "level", logging.INFO)
    racine.addHandler(sortie)
    logging.disable(logging.NOTSET)
    yield sortie.stream
    racine.removeHandler(sortie)


@pytest.fixture
def vie(referentiels, cle, prestataire, lignes, settings, tmp_path, client_de, monkeypatch):  # noqa: F811
    """Somebody who went through every feature, all of it committed."""
    settings.MEDIA_ROOT, settings.EFFACEMENTS = tmp_path / "documents", tmp_path / "effacements.jsonl"
    vie = Vie(client_de)
    vie.rappeler_et_ecrire(monkeypatch)
    vie.demander_au_travailleur()
    for fonction in (
        *(vie.taper_sans_enregistrer, vie.chercher, vie.echouer, vie.imprimer_une_feuille, vie.copier_le_dossier),
        *(vie.exporter, vie.produire_les_bilans, vie.imprimer_par_lots),
    ):
        fonction()
    yield vie
    app.control.purge()


def test_nothing_of_an_erased_person_is_left_nor_comes_back_with_a_backup(
    vie,
    cle,
    lignes,
    client,
    settings,
    tmp_path,
    mesurer,  # noqa: F811
):
    ici = comptes.base_de_travail()

    def partout():
        return ou_l_on_trouve(
            base=_base(ici),
            documents=_fichiers(settings.MEDIA_ROOT),
            journaux=[lignes.getvalue()],
            file=_file(),
            reste_du_dossier=_fichiers(tmp_path) if settings.EFFACEMENTS.exists() else [],
            recherche=[vie.chercher().decode()],
            agenda=[vie.lire_l_agenda(client).decode()],
        )

    avant = partout()
    call_command("sauvegarder")
    vie.effacer()
    envoyes = len(mail.outbox)
    distribuer(vie.structure.pk, timezone.now)
    for pk in courriels.preparer(vie.structure.pk, timezone.now() + timedelta(hours=2)):
        courriels.envoyer(vie.structure.pk, pk, timezone.now() + timedelta(hours=2))

    assert set(avant) >= {"base", "documents", "recherche"}, avant
    assert set(avant) & {"journaux", "file"} == set(), avant  # nothing personal ever goes there
    assert "Traceback" in lignes.getvalue()
    assert any(_file()), "rien n’attend le travailleur"
    assert partout() == {}
    assert ou_l_on_trouve(courriels=[str(m.message()) for m in mail.outbox[envoyes:]]) == {}
    with contexte(vie.structure.pk):
        assert "[personne effacée]" in Brouillon.objects.get().contenu
    revenus, dit = restaurer(cle, settings, tmp_path)
    assert "1 dossiers effacés de nouveau, sur 1 traces." in dit
    assert revenus == {}
    mesurer("Personne effacée : lieux fouillés", 11)


def restaurer(cle, settings, tmp_path):  # noqa: F811
    """Restore the older backup by the documented command, in a process of its own; (what is found, what it said)."""
    (fichier,) = settings.SAUVEGARDES.iterdir()
    donnees = tmp_path / "instance"
    with restauration._base_d_essai() as base:
        reglages_du_processus = {
            "DJANGO_SETTINGS_MODULE": "insertion.settings",
            "DATABASE_URL": _vers(adresse("default"), base),
            "DATABASE_OWNER_URL": _vers(adresse("owner"), base),
            "DONNEES": str(donnees),
            "EFFACEMENTS": str(settings.EFFACEMENTS),
        }
        donnees.mkdir()
        commande = [sys.executable, "manage.py", "restaurer", str(fichier), "--cle", str(cle)]
        fini = subprocess.run(
            commande, cwd=RACINE, env={**os.environ, **reglages_du_processus}, capture_output=True, text=True
        )
        assert fini.returncode == 0, fini.stderr
        return ou_l_on_trouve(
            base=_base(base), documents=_fichiers(donnees), dit=[fini.stdout, fini.stderr]
        ), fini.stdout


def _vers(url, base):
    return url.rpartition("/")[0] + f"/{base}"
