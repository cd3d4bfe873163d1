"""The sensitive categories, and where each is written in a file: the words that a role must not read by any door."""

from insertion.droits import LECTURES
from insertion.enums import Domaine, Role
from parcours.enums import Fait, GenreEntretien, Interlocuteur, Resultat
from tests import usines

from .rangees import MIDI, ecrire_partout

#: category → domain of the freins that holds it.
PAR_DOMAINE = {
    "sante": Domaine.SANTE,
    "handicap": Domaine.HANDICAP,
    "addiction": Domaine.ADDICTION,
    "justice": Domaine.JUSTICE,
}
#: category → tables whose free texts hold it, whatever the domain.
PAR_TABLE = {
    "confidentiel": ("parcours.NoteConfidentielle",),
    "collegue": (),  # the confidential note that a colleague wrote
    "entretien": ("parcours.Entretien", "parcours.Demarche", "parcours.MotReunion"),
    "diagnostic": ("parcours.Diagnostic", "parcours.Evaluation"),
    "budget": ("parcours.AideFinanciere", "parcours.EtapeAide"),
    "foyer": ("beneficiaires.Proche", "beneficiaires.Situation"),
    "adresse": (),  # two columns of the person
}
CATEGORIES = (*PAR_DOMAINE, *PAR_TABLE)
#: category → line of `LECTURES` (insertion/droits.py).
LIGNES = {
    **dict.fromkeys(PAR_DOMAINE, "Santé, handicap, addiction, justice"),
    "confidentiel": "Notes confidentielles",
    "collegue": "Notes confidentielles",
    "entretien": "Comptes rendus d’entretien, démarches",
    "diagnostic": "Diagnostic partagé, hors santé et justice",
    "budget": "Aides financières",
    "foyer": "Foyer, ressources, droits (RSA, RQTH…)",
    "adresse": "Adresse postale, identifiant France Travail",
}


def mot(categorie):
    return f"Zq{categorie}"


def interdits(role):
    """The words that `role` must meet nowhere."""
    lues = {categorie: LECTURES[ligne].get(role, "") for categorie, ligne in LIGNES.items()}
    if lues["collegue"] != "oui":
        lues["collegue"] = ""  # « les siennes »
    if role == Role.ENCADRANT:
        lues["entretien"] = ""  # those of this world are between the person and their référent
    return {mot(categorie) for categorie, lecture in lues.items() if not lecture}


def remplir_les_categories(dossier):
    """Write in `dossier` one row of each kind for each sensitive domain, and the word of each table."""
    for categorie, tables in PAR_TABLE.items():
        for label in tables:
            d_un_collegue = categorie == "confidentiel" and dossier.nom == "collegue"
            ecrire_partout(dossier[label], mot("collegue" if d_un_collegue else categorie))
    for categorie, domaine in PAR_DOMAINE.items():
        _ecrire_le_domaine(dossier, mot(categorie), domaine)
    _ecrire_l_entretien_a_plusieurs(dossier, mot("budget"), Domaine.BUDGET)
    _ecrire_l_adresse(dossier["beneficiaires.Beneficiaire"], mot("adresse"))
    _ecrire_le_rendez_vous(dossier, mot("sante"), Interlocuteur.MEDECIN)
    _ecrire_le_rendez_vous(dossier, mot("justice"), Interlocuteur.JUSTICE)


def _ecrire_le_domaine(dossier, texte, domaine):
    parcours = dossier["parcours.Parcours"]
    diagnostic = dossier["parcours.Diagnostic"]
    usines.EvaluationFactory(diagnostic=diagnostic, domaine=domaine, remarque=texte)
    objectif = usines.ObjectifFactory(parcours=parcours, domaine=domaine, intitule=texte)
    usines.ActionFactory(parcours=parcours, objectif=objectif, domaine=domaine, intitule=texte)
    usines.ActionFactory(parcours=parcours, objectif=None, domaine=domaine, intitule=texte)
    usines.DemarcheFactory(
        parcours=parcours, auteur=dossier.qui, domaine=domaine, intitule=texte, organisme=texte,
        fait=Fait.AVEC, resultat=Resultat.FAITE,
    )  # fmt: skip
    _ecrire_l_entretien_a_plusieurs(dossier, texte, domaine)


def _ecrire_l_entretien_a_plusieurs(dossier, texte, domaine):
    """Held with the reader, who was named among those present."""
    entretien = usines.EntretienFactory(
        parcours=dossier["parcours.Parcours"], auteur=dossier.qui, genre=GenreEntretien.TRIPARTITE,
        themes=[Domaine.PROJET, domaine], compte_rendu=texte, paroles=texte, convenu=texte, lieu=texte,
    )  # fmt: skip
    usines.ParticipantFactory(entretien=entretien, utilisateur=dossier.qui, nom="")


def _ecrire_l_adresse(personne, texte):
    personne.adresse = personne.identifiant_france_travail = texte
    personne.save()


def _ecrire_le_rendez_vous(dossier, texte, avec):
    usines.RendezVousFactory(
        parcours=dossier["parcours.Parcours"], utilisateur=dossier.qui, debut=MIDI, avec=avec, aupres=texte,
        lieu=texte, commentaire=texte,
    )  # fmt: skip
