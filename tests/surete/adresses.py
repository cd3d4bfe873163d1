"""Every address of ours, and the row that each of its arguments names, read from the address itself.

« campagnes/<int:pk>/ » speaks of a Campagne, for the word before the argument is the name of a model; the argument
« <int:parcours> » says it by its own name. `MOTS` holds the words that cannot be guessed, `VALEURS` the arguments
that are no row. An address that neither explains raises `NonDeclaree`: the build fails until somebody says it.
"""

import re
from dataclasses import dataclass

from django.urls import URLPattern, get_resolver, reverse

from .rangees import FLOORS, modeles_isoles

#: The word before the argument (or « word/word » where one is not enough) → label of the model.
MOTS = {
    "accords": "beneficiaires.AccordEnvoi",
    "abonnement": "pilotage.AbonnementAgenda",
    "absences": "insertion.AbsenceCollegue",
    "activite": "insertion.Geste",
    "admissions": "parcours.EntretienAdmission",
    "comptes": "insertion.Appartenance",
    "phrases": "parcours.PhraseType",
    "personne": "beneficiaires.Beneficiaire",
    "conservations-imposees": "beneficiaires.GelSuppression",
    "depannage": "insertion.AccesSupport",
    "equipe/alertes": "insertion.AlerteLecture",
    "equipe/vues": "pilotage.VueEnregistree",
    "silences": "parcours.SilenceAttendu",
    "vie-privee/archives": "beneficiaires.Archivage",
    "vie-privee/copies": "pilotage.ExtraitDossier",
    "vie-privee/demandes": "beneficiaires.DemandeDroit",
    "aides": "parcours.AideFinanciere",
    "aides/etapes": "parcours.EtapeAide",
    "appels": "entreprises.Echange",
    "approbations": "parcours.Renouvellement",
    "approbations/aides": "parcours.AideFinanciere",
    "approbations/plans": "parcours.ValidationPlan",
    "validations-plan": "parcours.ValidationPlan",
    "axes": "parcours.AxeEvolution",
    "beneficiaires/distinctions": "beneficiaires.PersonnesDistinctes",
    "beneficiaires/fusions": "beneficiaires.FusionDossiers",
    "bilans/completude": "beneficiaires.Beneficiaire",
    "bilans/versions": "pilotage.BilanProduit",
    "campagnes/entreprises": "entreprises.CibleCampagne",
    "catalogue/actions": "parcours.ModeleAction",
    "catalogue/objectifs": "parcours.ModeleObjectif",
    "conventions/documents": "pilotage.PieceConvention",
    "courriels": "pilotage.CourrielRappels",
    "courriers": "parcours.ModeleCourrier",
    "cv-et-lettres": "beneficiaires.Document",
    "distinctions": "entreprises.PaireDistincte",
    "documents-produits": "parcours.Production",
    "engagements": "parcours.ContratEngagement",
    "entreprises/imports": "entreprises.Import",
    "equipe": "beneficiaires.Beneficiaire",
    "equipe/collegues": "insertion.Utilisateur",
    "formations": "parcours.FormationSuivie",
    "fusions": "entreprises.FusionEntreprise",
    "imports": "parcours.Import",
    "inscriptions": "parcours.Participation",
    "logement": "parcours.EtapeLogement",
    "messages": "pilotage.Envoi",
    "mises-en-relation/etapes": "parcours.EtapeMiseEnRelation",
    "nouvelles": "parcours.SuiviPostSortie",
    "pauses": "pilotage.Sourdine",
    "places": "parcours.Dispositif",
    "prestations/personnes": "parcours.PersonnePrestation",
    "projets-partenariaux": "entreprises.ProjetPartenarial",
    "rendez-vous-exterieurs": "parcours.RendezVous#dehors",
    "reglages/equipe": "insertion.PosteEquipe",
    "reseau/dispositifs": "entreprises.DispositifLocal",
    "reseau/formations": "entreprises.Formation",
    "reunions": "parcours.ReunionEquipe",
    "reunions/mentions": "parcours.PersonneMentionnee",
    "sessions": "entreprises.SessionFormation",
    "sites": "entreprises.Etablissement",
    "reseau/<slug:genre>": "entreprises.Formation",
    # by the name of the argument, or of the address where its word says something else
    "pilotage:completude_reprise": "pilotage.DossierACompleter",
    "autre": "entreprises.Entreprise#seconde",
    "autre_dossier": "beneficiaires.Beneficiaire#seconde",
}
#: « name of the address:argument », or the argument alone → a text; a `jeton` is made by the world.
VALEURS = {
    "cle": "sans-brouillon",
    "numero": "1",
    "genre": "formation",
    "moment": "entree",
    "motif": "rendez_vous",
    "jeton": "",
    "lot": "00000000-0000-0000-0000-000000000001",
    "liste": "personnes",
    "indicateur": "entrees",
    "ligne": "total",
    "valeur": "40",
    "pilotage:completude_champ:code": "telephone",
    "pilotage:chiffre:code": "entrees",
    "insertion:aide_page:cle": "premier-jour",
    "code": "sorties",
}
#: What an address asks for besides: « name » → its query, where {label} is the key of a row.
REQUETES = {
    "pilotage:completude_champ": "convention={pilotage.Convention}",
    "pilotage:completude_confier": "convention={pilotage.Convention}",
    "parcours:proposition": "personne={beneficiaires.Beneficiaire}",
}
#: Pages that only a structure that houses people has.
D_UN_CHRS = {f"parcours:{nom}" for nom in (
    "logement_detail", "etape_logement_create", "etape_logement_update", "etape_logement_delete",
)}  # fmt: skip


class NonDeclaree(AssertionError):
    """An address whose argument is neither guessed nor declared."""


@dataclass(frozen=True)
class Adresse:
    nom: str
    motif: str
    vue: object
    arguments: tuple  # (name, label of a model, or None for a text)

    @property
    def rangees(self):
        return [label for _, label in self.arguments if label]

    def avec(self, monde, dossier, second=None):
        """The address of the rows of `dossier`; the rows after the first are those of `second`, where it is given."""
        valeurs, de = {}, dossier
        for nom, label in self.arguments:
            valeurs[nom] = monde.cle(de, label) if label else monde.texte(dossier, self.nom, nom)
            de = second or dossier if label else de
        requete = re.sub(r"{([^}]+)}", lambda trouve: str(monde.cle(dossier, trouve[1])), REQUETES.get(self.nom, ""))
        return reverse(self.nom, kwargs=valeurs) + (f"?{requete}" if requete else "")


def adresses():
    """Yield every address of our floors, in the order of the resolver."""
    noms = _noms_des_modeles()
    for chemin, nom, vue in _motifs(get_resolver()):
        yield Adresse(nom, f"/{chemin}", vue, tuple(_arguments(nom, chemin, noms)))


def _motifs(resolveur, prefixe="", espace=""):
    for motif in resolveur.url_patterns:
        chemin = f"{prefixe}{motif.pattern}"
        if not isinstance(motif, URLPattern):
            yield from _motifs(motif, chemin, f"{motif.namespace}:" if motif.namespace else espace)
        elif motif.callback.__module__.split(".")[0] in FLOORS:
            yield chemin, f"{espace}{motif.name}", motif.callback


def _noms_des_modeles():
    """« campagnes », « mises-en-relation », and « parcours » for an argument → label of the model."""
    noms = {}
    for modele in modeles_isoles():
        mots = re.sub(r"(?<!^)(?=[A-Z])", "_", modele.__name__).lower().split("_")
        pluriels = [mot if mot.endswith(("s", "z")) else f"{mot}s" for mot in mots]
        for nom in {"_".join(mots), "-".join(pluriels), "-".join([pluriels[0], *mots[1:]])}:
            noms.setdefault(nom, []).append(modele._meta.label)
    return {nom: labels[0] for nom, labels in noms.items() if len(labels) == 1}


def _arguments(nom, chemin, noms):
    segments = chemin.strip("/").split("/")
    for rang, segment in enumerate(segments):
        for convertisseur, argument in re.findall(r"<(\w+):(\w+)>", segment):
            label = None
            if convertisseur == "int":
                label = MOTS.get(nom) or _label(argument, segments[:rang], noms)
            if label is None and not {argument, f"{nom}:{argument}"} & set(VALEURS):
                raise NonDeclaree(f"{nom} ({chemin}) : dites dans tests/surete/adresses.py ce qu’est « {argument} ».")
            yield argument, label


def _label(argument, avant, noms):
    if argument in VALEURS:
        return None
    if argument != "pk":
        return MOTS.get(argument) or noms.get(argument)
    for mot in ("/".join(avant[-2:]), avant[-1] if avant else ""):
        if mot in MOTS or mot in noms:
            return MOTS.get(mot) or noms[mot]
    return None
