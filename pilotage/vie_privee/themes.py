"""In which order the copy of a file tells what is known: theme by theme, each with its tables."""

from django.apps import apps

from beneficiaires.models import Beneficiaire

#: theme → the tables that it tells, in order; every table that knows somebody stands in one.
THEMES = {
    "Qui vous êtes": (
        "beneficiaires.Beneficiaire",
        "beneficiaires.Situation",
        "beneficiaires.Proche",
        "beneficiaires.Referent",
        "parcours.EtapeLogement",
    ),
    "Votre entrée et votre parcours": (
        "parcours.Candidature",
        "parcours.EntretienAdmission",
        "parcours.CritereRetenu",
        "parcours.Parcours",
        "parcours.Suspension",
        "parcours.Prolongation",
        "parcours.ContratEngagement",
        "parcours.QuestionnaireFse",
        "parcours.Sortie",
        "parcours.SuiviPostSortie",
    ),
    "Vos contrats et votre travail": (
        "parcours.Contrat",
        "parcours.Avenant",
        "parcours.Renouvellement",
        "parcours.HeuresMois",
        "parcours.CompetenceMontree",
        "parcours.Observation",
        "parcours.PersonneDuFait",
    ),
    "Vos entretiens et rendez-vous": (
        "parcours.Entretien",
        "parcours.Participant",
        "parcours.RendezVous",
        "parcours.Passage",
        "parcours.SilenceAttendu",
        "parcours.NoteConfidentielle",
    ),
    "Votre diagnostic et votre plan": (
        "parcours.Diagnostic",
        "parcours.Evaluation",
        "parcours.Confirmation",
        "parcours.Objectif",
        "parcours.AccordObjectif",
        "parcours.Action",
        "parcours.AxeEvolution",
        "parcours.SortieVisee",
        "parcours.ValidationPlan",
    ),
    "Vos démarches, aides et orientations": (
        "parcours.Demarche",
        "parcours.AideFinanciere",
        "parcours.EtapeAide",
        "parcours.Orientation",
    ),
    "Votre projet, vos formations et ateliers": (
        "parcours.Projet",
        "parcours.MetierVise",
        "parcours.EtapeProjet",
        "parcours.PointRecherche",
        "parcours.VersionPiece",
        "parcours.FormationSuivie",
        "parcours.Participation",
        "parcours.MotParticipation",
    ),
    "Les entreprises": (
        "parcours.MiseEnRelation",
        "parcours.EtapeMiseEnRelation",
        "parcours.Immersion",
        "parcours.BilanImmersion",
        "parcours.Embauche",
        "parcours.PersonnePrestation",
    ),
    "Les documents et les messages": (
        "beneficiaires.Document",
        "parcours.Production",
        "beneficiaires.AccordEnvoi",
        "pilotage.Envoi",
    ),
    "Vos droits sur ces informations": (
        "beneficiaires.InformationDonnee",
        "beneficiaires.Consentement",
        "beneficiaires.DemandeDroit",
        "beneficiaires.Desaccord",
        "beneficiaires.Limitation",
        "beneficiaires.GelSuppression",
        "beneficiaires.Archivage",
        "beneficiaires.FusionDossiers",
        "beneficiaires.PersonnesDistinctes",
        "beneficiaires.PreavisEffacement",
        "pilotage.ExtraitDossier",
    ),
    "Comment l’équipe s’organise autour de vous": (
        "parcours.PersonneMentionnee",
        "parcours.MotReunion",
        "pilotage.Rappel",
        "pilotage.Sourdine",
        "pilotage.Relance",
        "pilotage.Passation",
        "pilotage.DossierACompleter",
        "parcours.LigneImport",
    ),
}
#: What only serves the software: in dossier.json, not in what is read.
TECHNIQUES = {"created_at", "sensible", "rang", "rang_max", "plancher", "plafond", "lot", "demande", "taille"}
#: What tells nothing: « imprévu : non ».
SANS_INTERET = {
    "imprevu": "non",
    "non_evalue": "non",
    "accompagne": "non",
    "a_confirmer": "non",
    "avec_confidentiel": "non",
    "langue": "Français",
}
#: The column that says what a row is, where it has one.
INTITULE = "intitule"
#: Labels of a date that need not be said above a note.
EVIDENTS = {"Date", "Date et heure", "Le"}
#: A table is set as one, a line a row, up to so many columns of so many characters; as notes beyond.
COLONNES, CARACTERES = 5, 70


def par_theme(sections):
    """[{titre, sections}] of the sections of a copy, in the order of `THEMES`; a theme without any is left out."""
    de_la_table = {section["modele"]: section for section in sections}
    for titre, tables in THEMES.items():
        trouvees = [de_la_table[modele] for modele in map(apps.get_model, tables) if modele in de_la_table]
        mises = map(_mettre_en_page, trouvees)
        if mises := [mise for mise in mises if any(mise["rangees"]) or mise["notes"]]:
            yield {"titre": titre, "sections": mises}


def _mettre_en_page(section):
    """The section as a table (`entetes`, `rangees`) or as notes (each {titre, courts, longs}), columns in order."""
    lignes = [[champ for champ in ligne if _se_lit(section, champ)] for ligne in section["lignes"]]
    entetes = list(dict.fromkeys(champ.libelle for ligne in lignes for champ in ligne))
    mise = {
        "titre": section["titre"],
        "pourquoi": section["pourquoi"],
        "entetes": entetes,
        "rangees": [],
        "notes": [],
    }
    if section["modele"] is Beneficiaire:
        mise |= {
            "titre": "Identité",
            "entetes": (),
            "rangees": [(champ.libelle, champ.valeur) for ligne in lignes for champ in ligne],
        }
    elif len(entetes) <= COLONNES and all(len(c.valeur) <= CARACTERES for ligne in lignes for c in ligne):
        mise["rangees"] = [[valeurs.get(entete, "") for entete in entetes] for valeurs in map(_valeurs, lignes)]
    else:
        mise["notes"] = list(_une_fois(_note(ligne) for ligne in lignes if ligne))
    return mise


def _se_lit(section, champ):
    if SANS_INTERET.get(champ.nom) == champ.valeur:
        return False
    return champ.nom not in TECHNIQUES or section["modele"] is Beneficiaire


def _valeurs(ligne):
    return {champ.libelle: champ.valeur for champ in ligne}


def _note(ligne):
    """A row that is read as a note: what it is (its date, else what it is a part of) above, what is short on one
    line, each long text by itself."""
    titre = _titre(ligne)
    reste = [champ for champ in ligne if champ is not titre]
    return {
        "titre": titre and _dit(titre),
        "groupe": bool(titre and titre.est_un_tout),
        "courts": [champ for champ in reste if len(champ.valeur) <= CARACTERES],
        "longs": [champ for champ in reste if len(champ.valeur) > CARACTERES],
    }


def _titre(ligne):
    criteres = (lambda c: c.nom == INTITULE, lambda c: c.est_un_jour, lambda c: c.est_un_tout)
    return next((champ for critere in criteres for champ in ligne if critere(champ)), None)


def _dit(titre):
    seul = titre.nom == INTITULE or titre.est_un_tout or titre.libelle in EVIDENTS
    return titre.valeur if seul else f"{titre.libelle} : {titre.valeur}"


def _une_fois(notes):
    """The notes, what several in a row are a part of said above the first."""
    precedent = None
    for note in notes:
        if note["groupe"] and note["titre"] == precedent:
            note["titre"] = None
        else:
            precedent = note["titre"]
        yield note
