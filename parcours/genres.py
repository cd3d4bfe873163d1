"""How each kind of event of a person's thread looks and what its title says."""

from datetime import date

from beneficiaires.enums import GenreAppreciation
from insertion.enums import TYPES_EMPLOYEURS
from insertion.fil import Genre
from insertion.texte import en_mots, minuscule

from .enums import (
    AccordPersonne,
    AvisRenouvellement,
    CategorieSortie,
    Certification,
    ConclusionImmersion,
    DecisionPlan,
    DecisionRenouvellement,
    DispositifAide,
    EcheanceSuivi,
    EtapeMetier,
    EtapePlacement,
    EtatAction,
    EtatAide,
    EtatObjectif,
    EvenementChantier,
    Fait,
    FormeEmploi,
    GenreEntretien,
    Habitat,
    Interlocuteur,
    Mode,
    Moment,
    MotifRefus,
    NiveauCompetence,
    Presence,
    PresenceSeance,
    Resultat,
    RetourPartenaire,
    SituationApres,
    StatutCandidature,
    StatutRendezVous,
    TypeContrat,
)

MODES = {mode.value: minuscule(mode.label) for mode in Mode}
TITRES_MODE = {code: f"Entretien {mode}" for code, mode in MODES.items()} | {
    "telephone": "Entretien téléphonique",
    "visio": "Entretien en visio",
    "domicile": "Entretien à domicile",
    "message": "Échange par e-mail",
    "courrier": "Échange par courrier",
    "spontane": "Passage spontané",
}

TITRES_CONTACT = {code: f"Contact {mode}" for code, mode in MODES.items()} | {
    "telephone": "Contact par téléphone",
    "message": "Contact par e-mail",
    "spontane": "Passage spontané",
}
TITRES_GENRE = {
    "accueil": "Entretien d’accueil",
    "recrutement": "Entretien de recrutement",
    "tripartite": "Entretien tripartite",
    "renouvellement": "Entretien de renouvellement",
    "recadrage": "Entretien de recadrage",
    "bilan": "Entretien de bilan",
    "sortie": "Entretien de sortie",
    "post_sortie": "Entretien après la sortie",
}


def _entretien(evenement):
    mode, genre = evenement.details["mode"], evenement.details["genre"]
    if genre == GenreEntretien.CONTACT:
        return TITRES_CONTACT[mode]
    return f"{TITRES_GENRE[genre]}, {MODES[mode]}" if genre in TITRES_GENRE else TITRES_MODE[mode]


def _rendez_vous_dehors(evenement):
    chez = Interlocuteur(evenement.details["avec"]).label
    chez = f"{chez} ({evenement.details['aupres']})" if evenement.details["aupres"] else chez
    suites = {"venu": "tenu", "excuse": "absence excusée", "absent": "absence non excusée", "annule": "annulé"}
    return f"Rendez-vous {suites[evenement.details['statut']]} : {chez}"


def _demarche(evenement):
    fait, resultat = Fait(evenement.details["fait"]).label, Resultat(evenement.details["resultat"]).label
    return f"Démarche {fait.lower()} : {evenement.details['intitule']} ({resultat.lower()})"


def _absence(evenement):
    return StatutRendezVous(evenement.details["statut"]).label


def _action(evenement):
    return "Action terminée" if evenement.details["etat"] == EtatAction.FAIT else "Action abandonnée"


def _admission(evenement):
    avec = evenement.details["avec"]
    return f"Entretien avant l’entrée, avec {avec}" if avec else "Entretien avant l’entrée"


def _candidature(evenement):
    mot = "Candidature" if evenement.details["type"] in TYPES_EMPLOYEURS else "Demande d’admission"
    return f"{mot} {StatutCandidature(evenement.details['statut']).label.lower()}"


def _diagnostic(evenement):
    return Moment(evenement.details["moment"]).label


def _objectif(evenement):
    return "Objectif atteint" if evenement.details["etat"] == EtatObjectif.ATTEINT else "Objectif abandonné"


def _plan(evenement):
    decision = evenement.details["decision"]
    return DecisionPlan(decision).label if decision else "Validation du plan demandée"


def _projet(evenement):
    etape = EtapeMetier(evenement.details["etape"]).label.lower()
    return f"Projet professionnel : {evenement.details['metier']}, {etape}"


def _sortie(evenement):
    categorie = evenement.details["categorie"]
    fin = f"Fin du parcours : {evenement.details['dispositif']}"
    return f"{fin}, {CategorieSortie(categorie).label.lower()}" if categorie else fin


def _suivi_sortie(evenement):
    situation = SituationApres(evenement.details["situation"]).label
    echeance = evenement.details["echeance"]
    quand = f"Nouvelles {EcheanceSuivi(echeance).label.lower()}" if echeance else "Contact après la sortie"
    return f"{quand} : {minuscule(situation)}"


def _logement(evenement):
    adapte = " (adapté)" if evenement.details["adapte"] else ""
    return f"Logement : {Habitat(evenement.details['habitat']).label.lower()}{adapte}"


def _desaccord(evenement):
    sur = GenreAppreciation(evenement.details["sur"]).label
    return f"Désaccord de la personne : {minuscule(sur)}"


def _observation(evenement):
    return "Observation reprise du fichier" if evenement.details["origine"] else "Observation"


def _aide(evenement):
    return f"Aide financière : {EtatAide(evenement.details['etat']).label.lower()}"


def _mots_aide(details):
    mots = [DispositifAide(details["dispositif"]).label]
    if details["accorde"]:
        return [*mots, f"{_euros(details['accorde'])} accordés"]
    return [*mots, f"{_euros(details['demande'])} demandés", *filter(None, [details["refus"]])]


def _euros(montant):
    return f"{montant.replace('.', ',').removesuffix(',00')} €"


def _orientation(evenement):
    return f"Orientation vers {evenement.details['partenaire']}"


def _retour(evenement):
    return f"Réponse de {evenement.details['partenaire']}"


def _niveau(niveau):
    return NiveauCompetence(niveau).label.lower()


def _mots_observation(details):
    """Presence and event of the day, then the skills shown; what older rows do not have is not said."""
    mots = [Presence(details["presence"]).label] if details.get("presence") else []
    if details.get("evenement"):
        mots.append(EvenementChantier(details["evenement"]).label)
    return mots + [f"{c['intitule']} : {_niveau(c['niveau'])}" for c in details.get("competences", ())]


def _jusqu_au(evenement):
    fin = evenement.details["fin"]
    return f" jusqu’au {en_mots(date.fromisoformat(fin))}" if fin else ""


def _contrat(evenement):
    debut = "Renouvellement" if evenement.details["rang"] else "Début du contrat"
    return f"{debut} : {TypeContrat(evenement.details['type']).label}{_jusqu_au(evenement)}"


def _suspension(evenement):
    return f"PASS IAE suspendu{_jusqu_au(evenement)}"


def _prolongation(evenement):
    return f"PASS IAE prolongé{_jusqu_au(evenement)}"


def _renouvellement(evenement):
    if decision := evenement.details["decision"]:
        return DecisionRenouvellement(decision).label
    avis = evenement.details["avis"]
    return "Dossier de renouvellement" + (f" : avis {AvisRenouvellement(avis).label.lower()}" if avis else "")


def _atelier(evenement):
    presence, titre = evenement.details["presence"], evenement.details["titre"]
    return (
        f"Atelier : {titre}" if presence == PresenceSeance.PRESENT else f"{PresenceSeance(presence).label} : {titre}"
    )


def _formation(evenement):
    verbe = {"acceptee": "acceptée", "refusee": "refusée"}.get(evenement.details["reponse"], "proposée")
    return f"Formation {verbe} : {evenement.details['titre']}"


def _certificat(evenement):
    return f"Certification, {Certification(evenement.details['resultat']).label.lower()}"


def _placement(evenement):
    return f"Mise en relation avec {evenement.details['entreprise']}"


def _etape_placement(evenement):
    return f"{EtapePlacement(evenement.details['etape']).label} : {evenement.details['entreprise']}"


def _embauche(evenement):
    return f"Embauche chez {evenement.details['entreprise']}{_jusqu_au(evenement)}"


def _immersion(evenement):
    return f"Immersion chez {evenement.details['entreprise']}{_jusqu_au(evenement)}"


def _bilan_immersion(evenement):
    return f"Bilan de l’immersion chez {evenement.details['entreprise']}"


def _passation(evenement):
    return f"Note de continuité, de {evenement.details['de']} à {evenement.details['vers']}"


#: Every kind that a migration gave to the thread (`GenreFil`), in alphabetical order.
GENRES = {
    "absence": Genre("user-off", "x", _absence, "entretiens"),
    "action": Genre("circle-check", "a", _action, "actions", corps="titre", date_seule=True),
    "admission": Genre("users", "e", _admission, "entretiens"),
    "aide": Genre("coin", "e", _aide, "actions", corps="titre", date_seule=True, mots=_mots_aide),
    "axe": Genre("bulb", "a", "Axe d’évolution acquis", "actions", corps="titre", date_seule=True),
    "atelier": Genre("users-group", "i", _atelier, "collectif"),
    "bilan_pmsmp": Genre(
        "file-certificate",
        "a",
        _bilan_immersion,
        "actions",
        date_seule=True,
        mots=lambda details: [ConclusionImmersion(details["conclusion"]).label],
    ),
    "candidature": Genre("mail", "e", _candidature, "documents", date_seule=True),
    "certificat": Genre("file-certificate", "a", _certificat, "collectif", corps="titre", date_seule=True),
    "competence": Genre(
        "school",
        "a",
        "Compétence montrée",
        "actions",
        corps="titre",
        date_seule=True,
        mots=lambda details: [NiveauCompetence(details["niveau"]).label],
    ),
    "confirmation": Genre("check", "a", "Toujours exact", "documents", corps="", date_seule=True),
    "contrat": Genre("briefcase", "a", _contrat, "documents", date_seule=True),
    "demarche": Genre("building", "e", _demarche, "demarches", date_seule=True),
    "diagnostic": Genre("chart-bar", "e", _diagnostic, "documents", date_seule=True),
    "document": Genre("file-text", "e", "Document déposé", "documents", corps="titre"),
    "embauche": Genre(
        "briefcase",
        "a",
        _embauche,
        "actions",
        corps="titre",
        date_seule=True,
        mots=lambda details: [FormeEmploi(details["forme"]).label],
    ),
    "entree": Genre("route", "a", "Début du parcours", "", corps="titre", date_seule=True),
    "entretien": Genre("message-circle", "e", _entretien, "entretiens"),
    "etape_mer": Genre(
        "building",
        "e",
        _etape_placement,
        "actions",
        date_seule=True,
        mots=lambda details: [MotifRefus(details["motif"]).label] if details["motif"] else [],
    ),
    "fait": Genre("alert-triangle", "x", "Fait du chantier", "entretiens"),
    "immersion": Genre(
        "building",
        "a",
        _immersion,
        "actions",
        corps="titre",
        date_seule=True,
        mots=lambda details: ["Interrompue"] if details["interrompue"] else [],
    ),
    "logement": Genre("home", "e", _logement, "", date_seule=True),
    "formation": Genre("school", "i", _formation, "collectif", date_seule=True),
    "note": Genre("lock", "p", "Note confidentielle", "entretiens", corps=""),
    "objectif": Genre("target", "a", _objectif, "actions", corps="titre", date_seule=True),
    "desaccord": Genre("message-circle", "e", _desaccord, "entretiens", date_seule=True),
    "observation": Genre("eye", "e", _observation, "entretiens", mots=_mots_observation),
    "orientation": Genre(
        "map-pin",
        "e",
        _orientation,
        "actions",
        date_seule=True,
        mots=lambda details: [f"Réponse de la personne : {AccordPersonne(details['accord']).label.lower()}"],
    ),
    "passation": Genre(
        "user-check",
        "a",
        _passation,
        "entretiens",
        mots=lambda details: [] if details["relue"] else ["Tirée du dossier par Tremplin, que personne n’a relue"],
    ),
    "placement": Genre(
        "building",
        "e",
        _placement,
        "actions",
        corps="titre",
        date_seule=True,
        mots=lambda details: [f"Réponse de la personne : {AccordPersonne(details['accord']).label.lower()}"],
    ),
    "plan": Genre("list-check", "e", _plan, "actions", date_seule=True),
    "prolongation": Genre("hourglass", "e", _prolongation, "documents", corps="", date_seule=True),
    "rdv_dehors": Genre("map-pin", "e", _rendez_vous_dehors, "demarches"),
    "projet": Genre("briefcase", "a", _projet, "actions", date_seule=True),
    "rendez_vous": Genre("calendar-event", "e", "Rendez-vous annulé par la structure", "actions", corps=""),
    "renouvellement": Genre("file-certificate", "e", _renouvellement, "documents", corps="", date_seule=True),
    "retour": Genre(
        "mail",
        "e",
        _retour,
        "actions",
        date_seule=True,
        mots=lambda details: [RetourPartenaire(details["retour"]).label],
    ),
    "reunion": Genre("users-group", "e", "Situation évoquée en réunion d’équipe", "entretiens", date_seule=True),
    "suspension": Genre("hourglass", "x", _suspension, "documents", corps="", date_seule=True),
    "sortie": Genre("route", "a", _sortie, "", date_seule=True),
    "suivi_sortie": Genre("phone", "e", _suivi_sortie, "entretiens", date_seule=True),
}
