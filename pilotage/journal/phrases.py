"""How what was done is said: « a consulté le diagnostic », « a modifié un rendez-vous »."""

from datetime import date, datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.text import Truncator
from phonenumber_field.modelfields import PhoneNumberField

from insertion.models import Utilisateur
from insertion.models.chiffres import TexteChiffre
from insertion.texte import en_mots, telephone

VERBES = {"insert": "a ajouté", "update": "a modifié", "delete": "a supprimé"}
VIDE = "rien"
#: A text longer than this is cut; what it said is in the file.
LONGUEUR = 80
#: What the application writes by itself: a change of these alone says nothing to a reader.
TUS = {"structure", "version", "created_at", "updated_at", "rang"}
#: What a row is called by, the first that it has.
NOMS = ("nom", "intitule", "libelle", "titre", "objet", "date", "debut", "mois", "domaine")

QUOI = {
    "beneficiaires.beneficiaire": "l’identité",
    "beneficiaires.accordenvoi": "un accord pour des messages",
    "beneficiaires.archivage": "l’archivage du dossier",
    "beneficiaires.consentement": "un consentement",
    "beneficiaires.demandedroit": "une demande sur ses données",
    "beneficiaires.desaccord": "un désaccord",
    "beneficiaires.document": "un document",
    "beneficiaires.fusiondossiers": "une réunion de dossiers",
    "beneficiaires.gelsuppression": "une conservation imposée",
    "beneficiaires.informationdonnee": "une information donnée sur ses droits",
    "beneficiaires.limitation": "une limitation du dossier",
    "beneficiaires.personnesdistinctes": "deux personnes à ne pas confondre",
    "beneficiaires.preaviseffacement": "un préavis d’effacement",
    "beneficiaires.proche": "un proche",
    "beneficiaires.situation": "une situation",
    "beneficiaires.referent": "un référent",
    "parcours.parcours": "le parcours",
    "parcours.aidefinanciere": "une demande d’aide",
    "parcours.etapeaide": "une étape d’une demande d’aide",
    "parcours.participation": "une participation à un atelier",
    "parcours.motparticipation": "un mot sur une participation",
    "parcours.contrat": "un contrat",
    "parcours.avenant": "un avenant",
    "parcours.objectif": "un objectif",
    "parcours.action": "une action",
    "parcours.axeevolution": "un axe d’évolution",
    "parcours.accordobjectif": "un accord sur un objectif",
    "parcours.sortievisee": "une sortie visée",
    "parcours.validationplan": "une validation du plan",
    "parcours.candidature": "une candidature",
    "parcours.entretienadmission": "un entretien avant l’entrée",
    "parcours.entretien": "un entretien",
    "parcours.noteconfidentielle": "une note confidentielle",
    "parcours.observation": "une observation",
    "parcours.rendezvous": "un rendez-vous",
    "parcours.competencemontree": "une compétence montrée",
    "parcours.personnedufait": "sa place dans un fait du chantier",
    "parcours.critereretenu": "un critère d’éligibilité",
    "parcours.demarche": "une démarche",
    "parcours.diagnostic": "un diagnostic",
    "parcours.evaluation": "l’évaluation d’un domaine",
    "parcours.confirmation": "la confirmation d’une évaluation",
    "parcours.contratengagement": "un contrat d’engagement",
    "parcours.formationsuivie": "une formation",
    "parcours.questionnairefse": "un questionnaire FSE+",
    "parcours.heuresmois": "les heures d’un mois",
    "parcours.projet": "le projet professionnel",
    "parcours.metiervise": "un métier visé",
    "parcours.etapeprojet": "une étape du projet",
    "parcours.versionpiece": "une version de CV ou de lettre",
    "parcours.pointrecherche": "un point de la recherche d’emploi",
    "parcours.immersion": "une immersion",
    "parcours.bilanimmersion": "un bilan d’immersion",
    "parcours.etapelogement": "une étape de logement",
    "parcours.orientation": "une orientation",
    "parcours.suspension": "une suspension",
    "parcours.prolongation": "une prolongation",
    "parcours.miseenrelation": "une mise en relation",
    "parcours.etapemiseenrelation": "une étape d’une mise en relation",
    "parcours.embauche": "une embauche",
    "parcours.participant": "un participant à un entretien",
    "parcours.passage": "un passage",
    "parcours.personneprestation": "sa place dans une prestation",
    "parcours.renouvellement": "un dossier de renouvellement",
    "parcours.personnementionnee": "sa place dans une réunion d’équipe",
    "parcours.motreunion": "un mot d’une réunion d’équipe",
    "parcours.silenceattendu": "un silence attendu",
    "parcours.sortie": "la sortie",
    "parcours.suivipostsortie": "un contact après la sortie",
    "pilotage.dossieracompleter": "un dossier à compléter",
    "pilotage.envoi": "un message avant un rendez-vous",
    "pilotage.passation": "une note de continuité",
    "pilotage.relance": "une relance",
    "pilotage.sourdine": "une pause des rappels",
}

#: How a column is called here, where its name alone would not be French.
CHAMPS = {
    "absorbee_id": "dossier qui l’a rejoint",
    "aide": "demande d’aide",
    "annulee_at": "annulée le",
    "avec": "avec qui",
    "beneficiaire": "personne",
    "choix": "ce qui a été gardé de chacun",
    "code_postal": "code postal",
    "competence": "compétence",
    "compte_rendu": "compte rendu",
    "date_fin_avant": "date de fin d’avant",
    "decidee_par": "décidée par",
    "demande_par": "demandé par",
    "demandee_par": "demandée par",
    "depart": "départ",
    "depose_par": "déposé par",
    "dernier_contact": "dernier contact",
    "documents_remis": "documents remis",
    "donnee_par": "donnée par",
    "empreinte": "contenu du message",
    "envoye_at": "envoyé le",
    "essais": "essais d’envoi",
    "evaluation": "évaluation",
    "evenement_id": "dernière écriture",
    "expire_le": "expire le",
    "fait": "fait du chantier",
    "gardee": "dossier gardé",
    "heures_avant": "heures d’avant",
    "horaires_possibles": "horaires possibles",
    "interrompue_le": "interrompue le",
    "le": "jour",
    "lot": "demande à plusieurs",
    "mention": "passage qui la concerne",
    "metier": "métier",
    "mise_en_relation": "mise en relation",
    "note_par": "noté par",
    "objet_id": "ce qui est contesté",
    "par": "par qui",
    "pointe_par": "pointée par",
    "premiere": "première personne",
    "prise_par": "décidée par",
    "prochain_essai_at": "prochain essai d’envoi",
    "rang_max": "renouvellements possibles",
    "recueilli_par": "recueilli par",
    "recueillie_par": "recueillie par",
    "relu_le": "relu le",
    "rendez_vous": "rendez-vous",
    "reunion": "réunion d’équipe",
    "saisie_le": "saisie le",
    "seance": "séance",
    "seconde": "seconde personne",
    "sortie_le": "date de sortie",
    "type_mime": "type de fichier",
    "utilisateur": "collègue",
}

#: What the read journal says that was read, in lower case, and how a sentence names it.
LUS = {
    "appuis": "les appuis",
    "candidature": "la candidature",
    "comparaison de deux dossiers": "la comparaison de deux dossiers",
    "compte rendu d’entretien": "un compte rendu d’entretien",
    "contact rapide": "la saisie d’un contact rapide",
    "contrats": "les contrats",
    "demande d’aide": "une demande d’aide",
    "diagnostic": "le diagnostic",
    "diagnostics": "les diagnostics",
    "document": "un document",
    "document produit": "un document produit",
    "documents": "les documents",
    "documents produits": "les documents produits",
    "démarche": "une démarche",
    "démarches et rendez-vous": "les démarches et rendez-vous",
    "emploi": "la page Emploi",
    "financeurs": "ce qui est demandé par les financeurs",
    "formation": "une formation",
    "identité": "l’identité",
    "immersion": "une immersion",
    "logement": "le logement",
    "mise en relation": "une mise en relation",
    "observation": "la saisie d’une observation",
    "parcours": "le parcours",
    "note confidentielle": "une note confidentielle",
    "choix d’un document": "le choix d’un document à produire",
    "dossier de renouvellement": "un dossier de renouvellement",
    "plan d’action": "le plan d’action",
    "plan à remettre": "le plan à remettre",
    "proches": "les proches",
    "projet professionnel": "le projet professionnel",
    "qui a consulté, qui a modifié": "ce journal",
    "rendez-vous": "un rendez-vous",
    "rendez-vous à l’extérieur": "un rendez-vous à l’extérieur",
    "réunion d’équipe": "ce qui s’est dit en réunion d’équipe",
    "référents": "les référents",
    "situations": "les situations",
    "sortie": "la sortie",
}

#: The first page of a file, and the one that opens on its note: nothing was looked at yet, and nothing written.
OUVERTURES = {
    "fil du parcours": "a ouvert le dossier",
    "saisie d’entretien": "a ouvert le dossier pour noter un entretien",
}


def consultation(quoi):
    """« a consulté le diagnostic », « a demandé le document : plan à remettre »."""
    if quoi.lower() in OUVERTURES:
        return OUVERTURES[quoi.lower()]
    genre, _, objet = quoi.partition(":")
    objet = objet.strip()
    if objet and genre.strip() == "document demandé":
        return f"a demandé un document\u00a0: {objet}"
    if objet and genre.strip() == "export":
        return f"a exporté une liste où est cette personne\u00a0: {objet}"
    if objet and genre.startswith("téléchargement"):
        return f"a téléchargé un document\u00a0: {objet}"
    connu = LUS.get(quoi.lower())
    return f"a consulté {connu}" if connu else f"a consulté «\u00a0{quoi}\u00a0»"


def modification(genre, fait):
    """« a modifié un rendez-vous (12 mars 2026 à 14 h) »."""
    nom = next((_en_clair(fait, champ, {}) for champ in montres(fait) if champ.name in NOMS), "")
    precision = f" ({nom})" if nom and genre != "beneficiaires.beneficiaire" else ""
    return f"{VERBES[fait.pgh_label]} {QUOI[genre]}{precision}"


def changements(avant, apres, noms):
    """[(field, before, after)] in words; before and after are None when the value is not for this page to show."""
    return [
        (libelle(champ), _en_clair(avant, champ, noms), _en_clair(apres, champ, noms))
        for champ in montres(apres)
        if getattr(avant, champ.attname) != getattr(apres, champ.attname)
    ]


def libelle(champ):
    """How a field is called: as its model says, else as `CHAMPS` does."""
    return CHAMPS.get(champ.name, str(champ.verbose_name)) if est_sans_nom(champ) else str(champ.verbose_name)


def est_sans_nom(champ):
    """Whether nobody gave the field a name: Django made one of that of the column."""
    return str(champ.verbose_name) == champ.name.replace("_", " ")


def montres(histoire):
    """The fields that a history keeps and that this page may say something of."""
    suivis = {champ.attname for champ in histoire._meta.fields}
    return [
        champ
        for champ in histoire.pgh_tracked_model._meta.fields
        if champ.attname in suivis and not champ.primary_key and champ.name not in TUS
    ]


def _en_clair(fait, champ, noms):
    """The value in French; None for what is not shown: a key towards another row, a file, an encrypted text."""
    valeur = getattr(fait, champ.attname)
    if champ.related_model is Utilisateur:
        return str(noms.get(valeur, "un ancien compte")) if valeur else VIDE
    if champ.is_relation or isinstance(champ, (models.FileField, models.JSONField, TexteChiffre)):
        return None
    if isinstance(champ, ArrayField):
        libelles = dict(champ.base_field.flatchoices)
        return ", ".join(str(libelles.get(v, v)) for v in valeur or []) or VIDE
    return _mot(champ, valeur)


def _mot(champ, valeur):
    if valeur in (None, ""):
        return VIDE
    if isinstance(valeur, bool):
        return "oui" if valeur else "non"
    if champ.flatchoices:
        return str(dict(champ.flatchoices).get(valeur, valeur))
    if isinstance(valeur, datetime):
        return en_mots(timezone.localtime(valeur), r"j F Y à G \h i")
    if isinstance(valeur, date):
        return en_mots(valeur)
    if isinstance(champ, PhoneNumberField):
        return telephone(getattr(valeur, "as_e164", str(valeur)))
    return Truncator(str(valeur)).chars(LONGUEUR)
