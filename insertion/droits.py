"""Who may do what. `DROITS` is the table that a director reads; on which rows is `visibles_par`."""

from enum import StrEnum, auto
from functools import wraps

from django.core.exceptions import PermissionDenied

from .enums import Role


class Droit(StrEnum):
    """One thing that someone may do; the database policies narrow the rows further (health, justice…)."""

    OUVRIR = auto()  # sign in and see one's own day
    VOIR_PERSONNES = auto()  # identity, telephone, e-mail, commune
    MODIFIER_PERSONNES = auto()  # and read what only those who hold the file need: address, situations
    FUSIONNER_PERSONNES = auto()  # two files of one person into one: for who reads all of both, health included
    VOIR_PARCOURS = auto()  # parcours, plan, thread
    VOIR_DIAGNOSTIC = auto()  # levels and words of the diagnostic partagé, sensitive domains left to the policies
    VOIR_SUIVI = auto()  # diagnostics and comptes rendus
    ECRIRE_SUIVI = auto()
    OBSERVER = auto()  # workplace observations
    SAISIR_HEURES = auto()  # hours worked by month
    VOIR_CONTRATS = auto()  # contracts, PASS and its clock
    ECRIRE_CONTRATS = auto()
    ANIMER = auto()  # who came to a séance of an atelier, and what happened there
    VOIR_CONFIDENTIEL = auto()
    PRODUIRE_DOCUMENTS = auto()  # what tells the follow-up: file, diagnostic, plan, compte rendu
    COURRIERS = auto()  # letters by template, sheets to sign, attestations of skills, batches of these
    IMPORTER = auto()
    VOIR_EQUIPE = auto()
    APPROUVER = auto()  # decide the renewals, the plans and the requests of aid that the team puts forward
    VOIR_JOURNAL = auto()  # who read and who changed somebody's file
    COMPTES = auto()  # invite, change and close the accesses of the others
    REINITIALISER = auto()  # take away the second factor of a colleague who lost it
    VOIR_REGLAGES = auto()  # how the structure works: words, delays, dispositifs
    REGLER = auto()
    VOIR_CANDIDATURES = auto()  # applications and orientations received; criteria left to the policies
    VOIR_ENTREPRISES = auto()  # firms, contacts, exchanges, offers, the local network
    ECRIRE_ENTREPRISES = auto()
    VOIR_PLACEMENTS = auto()  # who was proposed where, immersions, hires
    PLACER = auto()
    VOIR_BILANS = auto()  # figures, agreements, reports produced; the names behind a figure follow the other rights
    ECRIRE_BILANS = auto()  # funders, agreements, reports
    EXPORTER = auto()  # spreadsheets with names
    REPONDRE_DROITS = auto()  # answer what people ask about their data: copy of the file, limitation, registre
    CONSERVER = auto()  # decide how long files are kept: hold, archive, erasure
    EXPORTER_TOUT = auto()  # everything that the structure holds, confidential notes and health included


_TOUS = {Droit.OUVRIR, Droit.VOIR_PERSONNES, Droit.VOIR_ENTREPRISES}
_SUIVI = _TOUS | {
    Droit.MODIFIER_PERSONNES,
    Droit.FUSIONNER_PERSONNES,
    Droit.VOIR_PARCOURS,
    Droit.VOIR_DIAGNOSTIC,
    Droit.VOIR_SUIVI,
    Droit.ECRIRE_SUIVI,
    Droit.OBSERVER,
    Droit.SAISIR_HEURES,
    Droit.VOIR_CONTRATS,
    Droit.ECRIRE_CONTRATS,
    Droit.ANIMER,
    Droit.VOIR_CONFIDENTIEL,
    Droit.PRODUIRE_DOCUMENTS,
    Droit.COURRIERS,
    Droit.IMPORTER,
    Droit.VOIR_CANDIDATURES,
    Droit.ECRIRE_ENTREPRISES,
    Droit.VOIR_PLACEMENTS,
    Droit.PLACER,
    Droit.VOIR_BILANS,
}
_CADRES = _SUIVI | {
    Droit.VOIR_EQUIPE,
    Droit.APPROUVER,
    Droit.VOIR_JOURNAL,
    Droit.VOIR_REGLAGES,
    Droit.REGLER,
    Droit.COMPTES,
    Droit.ECRIRE_BILANS,
    Droit.EXPORTER,
    Droit.REPONDRE_DROITS,
}

DROITS = {
    Role.CHARGE_INSERTION: _SUIVI,
    Role.CHEF_SERVICE: _CADRES,
    Role.DIRECTION: _CADRES | {Droit.EXPORTER_TOUT, Droit.REINITIALISER, Droit.CONSERVER},
    Role.ENCADRANT: _TOUS | {Droit.VOIR_PARCOURS, Droit.OBSERVER, Droit.SAISIR_HEURES, Droit.ANIMER},
    Role.ADMINISTRATIF: _TOUS
    | {
        Droit.MODIFIER_PERSONNES,
        Droit.VOIR_PARCOURS,
        Droit.VOIR_CONTRATS,
        Droit.ECRIRE_CONTRATS,
        Droit.IMPORTER,
        Droit.COURRIERS,
        Droit.SAISIR_HEURES,
        Droit.VOIR_REGLAGES,
        Droit.VOIR_CANDIDATURES,
        Droit.ECRIRE_ENTREPRISES,
        Droit.VOIR_PLACEMENTS,
        Droit.VOIR_BILANS,
        Droit.ECRIRE_BILANS,
        Droit.EXPORTER,
    },
    Role.LECTURE: _TOUS | {Droit.VOIR_PARCOURS, Droit.VOIR_DIAGNOSTIC, Droit.VOIR_CANDIDATURES},
    Role.BENEVOLE: _TOUS,
}

_LU_PAR_LE_SUIVI = dict.fromkeys((Role.CHARGE_INSERTION, Role.CHEF_SERVICE, Role.DIRECTION), "oui")
#: What each role reads of the sensitive matters, by any page, document, export or message. The policies of the
#: database hold it (`Isoler`, in the migrations), but for the last line, columns that the pages leave out;
#: tests/surete/test_sentinelles.py proves that they say the same.
LECTURES = {
    "Santé, handicap, addiction, justice": _LU_PAR_LE_SUIVI,
    "Notes confidentielles": {
        Role.CHARGE_INSERTION: "les siennes",
        Role.CHEF_SERVICE: "oui",
        Role.DIRECTION: "les siennes",
    },
    "Comptes rendus d’entretien, démarches": _LU_PAR_LE_SUIVI
    | {
        Role.ENCADRANT: "les entretiens à plusieurs où elle ou il était, hors santé, justice, droits et budget",
        Role.LECTURE: "démarches, hors santé et justice",
    },
    "Diagnostic partagé, hors santé et justice": _LU_PAR_LE_SUIVI | {Role.LECTURE: "oui"},
    "Critères d’éligibilité (RQTH, AAH, détention, réfugié, ASE)": _LU_PAR_LE_SUIVI,
    "Aides financières": _LU_PAR_LE_SUIVI,
    "Foyer, ressources, droits (RSA, RQTH…)": _LU_PAR_LE_SUIVI | {Role.ADMINISTRATIF: "oui"},
    "Adresse postale, identifiant France Travail": _LU_PAR_LE_SUIVI | {Role.ADMINISTRATIF: "oui"},
}


def peut(utilisateur, droit):
    """Whether `utilisateur` has `droit` in the structure that they work in now."""
    appartenance = utilisateur.appartenance
    return appartenance is not None and droit in DROITS[appartenance.role]


def roles_qui_peuvent(droit):
    return [role for role, droits in DROITS.items() if droit in droits]


def droit_requis(droit):
    """Decorate a view: whoever lacks `droit` gets 403. The mark left on the view is what the tests walk."""

    def decorer(vue):
        @wraps(vue)
        def verifier(request, *args, **kwargs):
            if not peut(request.user, droit):
                raise PermissionDenied
            return vue(request, *args, **kwargs)

        verifier.droit = droit
        return verifier

    return decorer
