"""The first steps of a newcomer, on Ma journée: each is ticked by what was really done, none by a click."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Exists

from beneficiaires.models import Beneficiaire
from insertion.enums import EtatPas, EtatTravail, Role
from insertion.isolation.contexte import contexte_exige
from insertion.isolation.preparees import RequetePreparee
from insertion.models import AbsenceCollegue, Appartenance, Lecture, Structure
from parcours.models import (
    Diagnostic,
    Dispositif,
    Entretien,
    Import,
    Lot,
    Observation,
    Participation,
    RendezVous,
)

from .exemple import NOM
from .models import AbonnementAgenda, Bilan, Convention, Export, Reattribution


@dataclass(frozen=True)
class Pas:
    """One step: what to do, why, on which page, and the rows that say that the user did it."""

    code: str
    titre: str
    pourquoi: str
    vue: str
    preuve: Callable


def _de(modele, champ, **criteres):
    """Rows of `modele` whose `champ` is the id of the user."""
    return lambda utilisateur: modele.objects.filter(**{champ: utilisateur}, **criteres)


def _dans_la_structure(modele, **criteres):
    return lambda utilisateur: modele.objects.filter(**criteres)


def _collegues(utilisateur):
    siennes = Appartenance.objects.filter(structure_id=contexte_exige().structures[0])
    return siennes.exclude(utilisateur=utilisateur)


PERSONNES, EQUIPE = "beneficiaires:beneficiaire_list", "pilotage:file_active_list"
PERSONNE = Pas(
    "personne",
    "Ouvrir la page d’une personne",
    "Tout ce que l’équipe sait d’elle tient sur une page.",
    PERSONNES,
    _de(Lecture, "utilisateur_id", beneficiaire_id__isnull=False),
)
ABSENCE = Pas(
    "absence",
    "Noter vos prochains congés",
    "Personne ne vous y donnera de rendez-vous sans le savoir.",
    "pilotage:absence_create",
    _de(AbsenceCollegue, "utilisateur_id"),
)
AGENDA = Pas(
    "agenda",
    "Voir vos rendez-vous dans votre agenda",
    "Outlook, Google ou téléphone\u00a0: collez une adresse.",
    "pilotage:abonnement_agenda",
    _de(AbonnementAgenda, "utilisateur_id"),
)
BILAN = Pas(
    "bilan",
    "Préparer un bilan",
    "Un modèle, une période\u00a0: les chiffres sont déjà là.",
    "pilotage:bilan_create",
    _de(Bilan, "auteur_id"),
)
CONVENTION = Pas(
    "convention",
    "Noter une convention",
    "Tremplin montre toute l’année où vous en êtes.",
    "pilotage:convention_create",
    _dans_la_structure(Convention),
)
SUIVI = (
    PERSONNE,
    Pas(
        "entretien",
        "Noter un entretien",
        "Le texte suffit\u00a0: la date et la durée sont remplies.",
        PERSONNES,
        _de(Entretien, "auteur_id"),
    ),
    Pas(
        "rendez_vous",
        "Prendre un rendez-vous",
        "Il se range dans « Ma journée », à son heure.",
        PERSONNES,
        lambda utilisateur: RendezVous.objects.filter(utilisateur=utilisateur).exclude(lieu=NOM),
    ),
    Pas(
        "diagnostic",
        "Faire le point avec quelqu’un",
        "Quatre minutes, à deux, l’écran tourné.",
        PERSONNES,
        _de(Diagnostic, "auteur_id"),
    ),
    AGENDA,
)
CADRE = (
    Pas(
        "equipe",
        "Inviter vos collègues",
        "Chacun reçoit un lien et choisit son mot de passe.",
        "insertion:compte_list",
        _collegues,
    ),
    Pas(
        "dispositif",
        "Décrire un dispositif",
        "Ses places et sa durée\u00a0: les alertes en découlent.",
        "parcours:structure_detail",
        _dans_la_structure(Dispositif),
    ),
    Pas(
        "confier",
        "Confier des dossiers à un collègue",
        "Cochez, choisissez, annulez si besoin.",
        EQUIPE,
        _de(Reattribution, "par_id"),
    ),
    CONVENTION,
    BILAN,
)
ADMINISTRATIF = (
    Pas(
        "import",
        "Importer votre liste",
        "Tableau ou ancien logiciel\u00a0: rien n’est écrit sans vous.",
        "parcours:import_create",
        _dans_la_structure(Import, etat=EtatTravail.TERMINE),
    ),
    PERSONNE,
    Pas(
        "lot",
        "Imprimer un courrier pour plusieurs personnes",
        "Un seul PDF les réunit.",
        "parcours:lot_create",
        _de(Lot, "demande_par_id"),
    ),
    CONVENTION,
    Pas(
        "export",
        "Exporter un tableur",
        "Sur la liste, « Exporter (tableur) »\u00a0: vous choisissez les colonnes.",
        PERSONNES,
        _de(Export, "demande_par_id"),
    ),
)
ENCADRANT = (
    PERSONNE,
    Pas(
        "observation",
        "Noter une observation",
        "Ce que vous avez vu au poste, en une phrase.",
        PERSONNES,
        _de(Observation, "auteur_id"),
    ),
    Pas(
        "presence",
        "Pointer une séance d’atelier",
        "Un appui par personne, sur votre téléphone.",
        "parcours:seance_list",
        _de(Participation, "pointe_par_id"),
    ),
    ABSENCE,
    AGENDA,
)
AUTRES = (PERSONNE, ABSENCE, AGENDA)
PAR_ROLE = {
    Role.CHARGE_INSERTION: SUIVI,
    Role.CHEF_SERVICE: CADRE,
    Role.DIRECTION: CADRE,
    Role.ADMINISTRATIF: ADMINISTRATIF,
    Role.ENCADRANT: ENCADRANT,
}


def premiers_pas(utilisateur):
    """([(step, done)], whether there is nobody to see yet) for a newcomer, in one query.

    Nothing, and False, for whoever put the steps aside or has taken them all.
    """
    appartenance = utilisateur.appartenance
    if appartenance.premiers_pas != EtatPas.OUVERTS or appartenance.expire_at:
        return [], False
    pas = PAR_ROLE.get(appartenance.role, AUTRES)
    (faits,) = _faits(appartenance.role, utilisateur=utilisateur.pk)
    liste = [(un, faits[f"pas_{un.code}"]) for un in pas]
    if all(fait for _, fait in liste):
        ranger(appartenance, EtatPas.FINIS)
    return liste, not faits["quelqu_un"]


@RequetePreparee
def _faits(role, *, utilisateur):
    """One row: of each step whether it is done, and whether the user sees somebody."""
    preuves = {f"pas_{un.code}": Exists(un.preuve(utilisateur)) for un in PAR_ROLE.get(role, AUTRES)}
    preuves["quelqu_un"] = Exists(Beneficiaire.objects.visibles_pour(role, utilisateur))
    return Structure.objects.filter(pk=contexte_exige().structures[0]).values(**preuves)


def ranger(appartenance, etat):
    """Put the steps aside, take them up again, or remember that they are over."""
    Appartenance.objects.filter(pk=appartenance.pk).update(premiers_pas=etat)
