from datetime import date, datetime
from zoneinfo import ZoneInfo

import factory
from factory.django import DjangoModelFactory

from entreprises.enums import DomaineFormation
from insertion.enums import Domaine
from parcours import models
from parcours.enums import (
    EtatAction,
    Fait,
    GenreEntretien,
    Interlocuteur,
    Moment,
    Niveau,
    PresenceSeance,
    ReponseFormation,
    Resultat,
)
from parcours.models.validations import empreinte as empreinte_du_plan

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


class CandidatureFactory(DjangoModelFactory):
    beneficiaire = factory.SubFactory(BeneficiaireFactory)
    dispositif = factory.SubFactory(DispositifFactory)
    date = date(2026, 11, 2)

    class Meta:
        model = models.Candidature

    class Params:
        par_prescripteur = factory.Trait(diagnostic_auteur="prescripteur", diagnostic_le=date(2026, 11, 2))
        par_employeur = factory.Trait(diagnostic_auteur="employeur", diagnostic_le=date(2026, 11, 2))


class CritereRetenuFactory(DjangoModelFactory):
    candidature = factory.SubFactory(CandidatureFactory)
    critere_id = "RSA"
    preuve_le = date(2026, 11, 2)

    class Meta:
        model = models.CritereRetenu


class EntretienAdmissionFactory(DjangoModelFactory):
    candidature = factory.SubFactory(CandidatureFactory)
    auteur = factory.SubFactory(UtilisateurFactory)
    date = datetime(2026, 11, 9, 10, 0, tzinfo=PARIS)
    notes = "Vient avec son éducatrice."

    class Meta:
        model = models.EntretienAdmission


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


class ValidationPlanFactory(DjangoModelFactory):
    """A plan put forward, as it is when this is made."""

    parcours = factory.SubFactory(ParcoursFactory)
    demandee_par = factory.SubFactory(UtilisateurFactory)
    demandee_at = datetime(2026, 11, 10, 9, tzinfo=PARIS)
    empreinte = factory.LazyAttribute(lambda validation: empreinte_du_plan(validation.parcours))

    class Meta:
        model = models.ValidationPlan


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


A_L_HEURE = datetime(2026, 11, 24, 14, 5, tzinfo=PARIS)


class AtelierFactory(DjangoModelFactory):
    titre = factory.Sequence(lambda n: f"CV et lettre de motivation {n}")
    capacite = 12

    class Meta:
        model = models.Atelier

    class Params:
        sante = factory.Trait(domaines=[Domaine.SANTE])


class SeanceFactory(DjangoModelFactory):
    atelier = factory.SubFactory(AtelierFactory)
    debut = datetime(2026, 11, 24, 14, 0, tzinfo=PARIS)
    fin = datetime(2026, 11, 24, 16, 0, tzinfo=PARIS)
    lieu = "Salle de réunion"
    capacite = 12

    class Meta:
        model = models.Seance


class ParticipationFactory(DjangoModelFactory):
    """Somebody with a seat."""

    seance = factory.SubFactory(SeanceFactory)
    beneficiaire = factory.SubFactory(BeneficiaireFactory)
    inscrit_at = datetime(2026, 11, 10, 9, 0, tzinfo=PARIS)
    place_at = inscrit_at

    class Meta:
        model = models.Participation

    class Params:
        en_attente = factory.Trait(place_at=None)
        presente = factory.Trait(presence=PresenceSeance.PRESENT, pointe_at=A_L_HEURE)
        absente = factory.Trait(presence=PresenceSeance.ABSENT, pointe_at=A_L_HEURE)
        excusee = factory.Trait(presence=PresenceSeance.EXCUSE, pointe_at=A_L_HEURE)
        sans_inscription = factory.Trait(inscrit_at=None, place_at=None)


class FormationSuivieFactory(DjangoModelFactory):
    parcours = factory.SubFactory(ParcoursFactory)
    intitule = "Français, niveau A2"
    domaine = DomaineFormation.FRANCAIS
    organisme = "GRETA de Roubaix"
    proposee_le = date(2026, 9, 1)

    class Meta:
        model = models.FormationSuivie

    class Params:
        acceptee = factory.Trait(reponse=ReponseFormation.ACCEPTEE, reponse_le=date(2026, 9, 8))
