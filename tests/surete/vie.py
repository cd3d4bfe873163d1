"""Somebody who goes through every feature of the application, and all that it does with their file."""

import json
import logging
import re
from datetime import date, timedelta

from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from beneficiaires.enums import Canal
from beneficiaires.models import AccordEnvoi, Beneficiaire
from insertion.celery import app
from insertion.enums import EtatTravail, Role
from insertion.isolation.contexte import contexte
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
from pilotage.vie_privee import extraits
from tests import usines
from tests.conftest import membre
from tests.parcours.test_lots import tous_les_tours
from tests.parcours.test_productions import Sonnette
from tests.usines.bilans import BilanFactory
from tests.usines.dossier import dossier_complet

from .marche import textes_de

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

    def tout_faire(self, monkeypatch):
        """Go through every feature."""
        self.rappeler_et_ecrire(monkeypatch)
        for fonction in (
            *(self.demander_au_travailleur, self.taper_sans_enregistrer, self.chercher, self.echouer),
            *(self.imprimer_une_feuille, self.copier_le_dossier, self.exporter, self.produire_les_bilans),
            self.imprimer_par_lots,
        ):
            fonction()

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
                tous_les_tours()
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
        """Reminders and their e-mail, an e-mail and a SMS before an appointment; then what a dead server leaves."""
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
