from datetime import date, datetime
from zoneinfo import ZoneInfo

import factory
from factory.django import DjangoModelFactory

from insertion.enums import Domaine
from parcours import models
from parcours.enums import EtatAction, Fait, GenreEntretien, Interlocuteur, Moment, Niveau, Resultat

from .personnes import BeneficiaireFactory
from .socle import UtilisateurFactory

PARIS = ZoneInfo("Europe/Paris")


class DispositifFactory(DjangoModelFactory):
    nom = factory.Sequence(lambda n: f"Nettoyage {n}")

    class Meta:
        model = models.Dispositif


class ParcoursFactory(DjangoModelFactory):
    beneficiaire = factory.SubFactory(BeneficiaireFactory)
    dispositif = factory.SubFactory(DispositifFactory)
    date_entree = date(2026, 3, 12)

    class Meta:
        model = models.Parcours

    class Params:
        clos = factory.Trait(date_sortie=date(2026, 9, 30))


class DiagnosticFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    date = date(2026, 3, 20)
    moment = Moment.ENTREE

    class Meta:
        model = models.Diagnostic


class EvaluationFactory(DjangoModelFactory):
    diagnostic = factory.SubFactory(DiagnosticFactory)
    domaine = Domaine.LOGEMENT
    niveau = Niveau.FORT

    class Meta:
        model = models.Evaluation

    class Params:
        sante = factory.Trait(domaine=Domaine.SANTE, remarque="Suivi à l’hôpital de jour.")


class ObjectifFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    intitule = "Passer le code"
    domaine = Domaine.MOBILITE

    class Meta:
        model = models.Objectif


class ActionFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    intitule = "Appeler le GRETA"
    echeance = date(2026, 11, 24)

    class Meta:
        model = models.Action

    class Params:
        faite = factory.Trait(etat=EtatAction.FAIT, date_fin=date(2026, 11, 20))


class EntretienFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    auteur = factory.SubFactory(UtilisateurFactory)
    date = datetime(2026, 11, 17, 9, 30, tzinfo=PARIS)
    duree_minutes = 45
    compte_rendu = "A visité deux crèches, dossier déposé à la seconde."

    class Meta:
        model = models.Entretien

    class Params:
        tripartite = factory.Trait(genre=GenreEntretien.TRIPARTITE)


class NoteConfidentielleFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    auteur = factory.SubFactory(UtilisateurFactory)
    date = datetime(2026, 10, 28, 11, 0, tzinfo=PARIS)
    texte = "Situation familiale difficile."

    class Meta:
        model = models.NoteConfidentielle


class ObservationFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    date = datetime(2026, 11, 3, 8, 0, tzinfo=PARIS)
    texte = "À l’heure toute la semaine."

    class Meta:
        model = models.Observation


class RendezVousFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    utilisateur = factory.SubFactory(UtilisateurFactory)
    debut = datetime(2026, 11, 23, 10, 0, tzinfo=PARIS)
    lieu = "Bureau 2"

    class Meta:
        model = models.RendezVous

    class Params:
        dehors = factory.Trait(avec=Interlocuteur.CAF, aupres="Guichet 3")


class DemarcheFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    auteur = factory.SubFactory(UtilisateurFactory)
    date = date(2026, 11, 10)
    intitule = "Appel pour le dossier RSA"
    organisme = "CAF du Nord"
    fait = Fait.AVEC
    personne_presente = True
    resultat = Resultat.FAITE

    class Meta:
        model = models.Demarche


class ParticipantFactory(DjangoModelFactory):
    entretien = factory.SubFactory(EntretienFactory)
    nom = "Mme Lefort"

    class Meta:
        model = models.Participant
