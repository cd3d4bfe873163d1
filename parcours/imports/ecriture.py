"""What a line would write: computed the same way for the preview and for the run, from the same facts."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.utils import timezone

from insertion.enums import GrilleDiagnostic
from insertion.imports.collegues import trouver
from insertion.texte import sans_accents

from ..models import Parcours
from .champs import CHAMPS
from .fiche import PASS
from .valeurs import e164

DERNIER_ENTRETIEN = "Dernier entretien avant la reprise : le {:%d/%m/%Y}, d’après le fichier."
FIN_PASSEE = "Fin de contrat déjà passée"
SANS_PARCOURS = (
    "Aucun parcours ne s’ouvre (étape « Colonnes ») : dates, freins et notes de cette ligne ne sont pas repris."
)
_TEXTES = {"nom", "prenom", "nom_naissance", "adresse", "commune", "email", "projet", "prescripteur"}


@dataclass(frozen=True)
class Reglages:
    """What the whole import shares. `dispositifs` and `collegues` are {name in plain letters: id}.

    `ouvrir`: each person without any parcours gets one; `clore`: a parcours whose end is past ends that day;
    `mots`: the levels chosen for words; `adoucir`: names written in capitals are written « Dupont ».
    """

    origine: str
    maintenant: datetime
    dispositif_id: int | None = None
    dispositifs: dict = field(default_factory=dict)
    collegues: dict = field(default_factory=dict)
    date_entree_defaut: date | None = None
    remplacer: bool = False
    grille: str = GrilleDiagnostic.TREMPLIN
    ouvrir: bool = True
    clore: bool = False
    adoucir: bool = False
    mots: dict = field(default_factory=dict)

    @property
    def le(self):
        return timezone.localdate(self.maintenant)

    def referent(self, nom):
        """The colleague of that name (either order), or None."""
        return trouver(self.collegues, nom)

    def dispositif(self, nom):
        """The id of the dispositif of that name, else the one chosen for the whole import (None: still to create)."""
        return self.dispositifs.get(sans_accents(nom or ""), self.dispositif_id)


@dataclass
class Ecriture:
    """Everything that one line adds or changes. `personne` and `parcours_change` are {field: (before, after)}."""

    personne: dict = field(default_factory=dict)
    referent_id: int | None = None
    situations: list = field(default_factory=list)
    parcours: dict | None = None
    parcours_existant: Parcours | None = None
    parcours_change: dict = field(default_factory=dict)
    candidature: dict | None = None
    candidature_change: tuple | None = None
    observations: list = field(default_factory=list)
    evaluations: list = field(default_factory=list)
    avertissements: list = field(default_factory=list)

    @property
    def vide(self):
        """Whether the line brings nothing that the file does not hold already."""
        faits = (self.personne, self.referent_id, self.situations, self.parcours, self.parcours_change)
        return not any((*faits, self.candidature, self.candidature_change, self.observations, self.evaluations))

    def avertir(self, champ, message):
        self.avertissements.append({"champ": champ, "message": message})


def prevoir(fiche, connu, reglages):
    """Return the `Ecriture` of a line, for somebody new (`connu` is None) or already known."""
    ecriture = Ecriture()
    _personne(ecriture, fiche, connu, reglages)
    _referent(ecriture, fiche, connu, reglages)
    deja = connu.situations if connu else set()
    ecriture.situations = [nature for nature in dict.fromkeys(fiche.situations) if nature not in deja]
    _parcours(ecriture, fiche, connu, reglages)
    _candidature(ecriture, fiche, connu)
    _observations(ecriture, fiche, connu, reglages)
    if fiche.est_admise and fiche.freins and not (connu and connu.a_un_diagnostic):
        ecriture.evaluations = fiche.freins
    elif fiche.freins and not ecriture.vide:
        ecriture.avertir("diagnostic", "Un diagnostic existe déjà : les niveaux du fichier ne sont pas repris.")
    return ecriture


def _personne(ecriture, fiche, connu, reglages):
    if connu is None:
        ecriture.personne = {cle: (None, valeur) for cle, valeur in fiche.personne.items()}
        return
    dite = {cle: valeur for cle, valeur in fiche.personne.items() if cle not in ("nom", "prenom")}
    ecriture.personne = _changements(ecriture, connu.personne, dite, reglages)


def _changements(ecriture, objet, dits, reglages):
    """{field: (before, after)}: what is empty is filled; what differs is replaced only if the import says so."""
    changements = {}
    for cle, valeur in dits.items():
        actuelle = getattr(objet, cle)
        if _pareils(cle, actuelle, valeur):
            continue
        if actuelle in (None, "", []) or reglages.remplacer:
            changements[cle] = (actuelle, valeur)
        if actuelle not in (None, "", []):
            suite = "remplacée" if reglages.remplacer else "la fiche est gardée"
            libelle = CHAMPS[cle].libelle if cle in CHAMPS else cle
            ecriture.avertir(cle, f"{libelle} : {_dire(actuelle)} dans la fiche, {_dire(valeur)} ici ; {suite}.")
    return changements


def contredits(personne, dits):
    """The fields in which the record of `personne` says something else than `dits` ({field: value}), sorted."""
    return sorted(
        cle
        for cle, valeur in dits.items()
        if getattr(personne, cle) and not _pareils(cle, getattr(personne, cle), valeur)
    )


def _pareils(cle, actuelle, valeur):
    if cle in _TEXTES:
        return sans_accents(actuelle or "") == sans_accents(valeur or "")
    return (e164(actuelle) if cle == "telephone" else actuelle) == valeur


def _dire(valeur):
    if isinstance(valeur, date):
        return f"{valeur:%d/%m/%Y}"
    return ", ".join(valeur) if isinstance(valeur, list) else f"« {valeur} »"


def _referent(ecriture, fiche, connu, reglages):
    nom = fiche.valeurs.get("referent")
    if not nom:
        return
    trouve = reglages.referent(nom)
    if trouve is None:
        ecriture.avertir("referent", f"« {nom} » n’est pas un collègue connu : la personne reste sans référent.")
    elif connu and connu.referents and trouve not in connu.referents:
        ecriture.avertir("referent", f"La personne a déjà un autre référent : « {nom} » n’est pas repris.")
    elif not (connu and trouve in connu.referents):
        ecriture.referent_id = trouve


def _parcours(ecriture, fiche, connu, reglages):
    sans_parcours = not (connu and connu.parcours)
    if not (fiche.demande_un_parcours or fiche.est_admise and sans_parcours):
        return
    existant = _existant(connu, fiche.valeurs.get("date_entree"), fiche, reglages)
    if existant is None and not reglages.ouvrir:
        if fiche.demande_un_parcours:
            ecriture.avertir("date_entree", SANS_PARCOURS)
        return
    dispositif = fiche.valeurs.get("dispositif")
    if dispositif and sans_accents(dispositif) not in reglages.dispositifs:
        ecriture.avertir(
            "dispositif", f"Le dispositif « {dispositif} » n’existe pas : celui de l’import est employé."
        )
    dits = fiche.parcours
    ecriture.parcours_existant = existant
    if ecriture.parcours_existant:
        dits.pop("date_entree", None)
        dits = _sans_contradiction(ecriture, dits)
        ecriture.parcours_change = _changements(ecriture, ecriture.parcours_existant, dits, reglages)
        return
    if "date_entree" not in dits:
        dits["date_entree"] = dits.get("pass_debut") or _entree_par_defaut(ecriture, fiche, reglages)
    _fin_passee(ecriture, dits, reglages)
    ecriture.parcours = {
        **{cle: valeur for cle, valeur in dits.items() if not _avant_l_entree(ecriture, cle, valeur, dits)},
        "dispositif_id": reglages.dispositif(fiche.valeurs.get("dispositif")),
    }


def _entree_par_defaut(ecriture, fiche, reglages):
    jour = reglages.date_entree_defaut or reglages.le
    ecriture.avertir("date_entree", f"Date d’entrée inconnue : le parcours s’ouvre le {jour:%d/%m/%Y}, à corriger.")
    return jour


def _fin_passee(ecriture, dits, reglages):
    """A parcours whose end is past, with no exit: it stays open, or ends that day, as the import says; told."""
    fin = dits.get("date_fin_prevue")
    if not fin or fin >= reglages.le or dits.get("date_sortie") or fin < dits["date_entree"]:
        return
    if reglages.clore:
        dits["date_sortie"] = fin
    suite = "le parcours se termine ce jour-là" if reglages.clore else "le parcours reste ouvert, sans contrat"
    ecriture.avertir("date_fin_prevue", f"{FIN_PASSEE} ({fin:%d/%m/%Y}) : {suite}.")


def _avant_l_entree(ecriture, cle, valeur, dits):
    """Whether an end precedes the entry that was taken in its place: the end is then left out, and said."""
    if cle not in ("date_fin_prevue", "date_sortie") or valeur >= dits["date_entree"]:
        return False
    ecriture.avertir(cle, f"{CHAMPS[cle].libelle} ({valeur:%d/%m/%Y}) avant l’entrée : non reprise.")
    return True


def _existant(connu, date_entree, fiche, reglages):
    """The parcours that the line speaks of: same entry, else open in the same dispositif, else any open one."""
    if connu is None:
        return None
    meme_entree = [p for p in connu.parcours if p.date_entree == date_entree]
    dispositif_id = reglages.dispositif(fiche.valeurs.get("dispositif"))
    ouverts = [p for p in connu.parcours if p.date_sortie is None]
    meme_dispositif = [p for p in ouverts if p.dispositif_id == dispositif_id]
    choix = meme_entree or meme_dispositif or ([] if date_entree else ouverts)
    return choix[0] if choix else None


def _sans_contradiction(ecriture, dits):
    """Leave out dates that the existing parcours contradicts: the database would refuse them."""
    parcours = ecriture.parcours_existant
    gardes = {cle: v for cle, v in dits.items() if not _avant_l_entree(ecriture, cle, v, vars(parcours))}
    if _sortie_impossible(ecriture, gardes.get("date_sortie"), parcours):
        del gardes["date_sortie"]
    debut, fin = (gardes.get(cle) or getattr(parcours, cle) for cle in ("pass_debut", "pass_fin"))
    if debut and fin and fin < debut:
        ecriture.avertir("pass_fin", "Les dates du PASS IAE contredisent celles de la fiche : non reprises.")
        return {cle: v for cle, v in gardes.items() if cle not in PASS}
    return gardes


def _sortie_impossible(ecriture, jour, parcours):
    """Whether the file's exit contradicts an exit already noted, or a contract that begins later; said then."""
    if jour is None or jour == parcours.date_sortie:
        return False
    if parcours.sortie_notee:
        raison = "la sortie est déjà notée dans le dossier"
    elif parcours.dernier_contrat and jour < parcours.dernier_contrat:
        raison = f"un contrat commence le {parcours.dernier_contrat:%d/%m/%Y}"
    else:
        return False
    ecriture.avertir("date_sortie", f"Date de sortie ({jour:%d/%m/%Y}) non reprise : {raison}.")
    return True


def _candidature(ecriture, fiche, connu):
    dite = fiche.candidature
    if not dite:
        return
    for existante in connu.candidatures if connu else ():
        if (existante.date, sans_accents(existante.metier)) == (dite["date"], sans_accents(dite["metier"])):
            if existante.statut != dite["statut"]:
                ecriture.candidature_change = (existante, dite["statut"])
            return
    ecriture.candidature = dite


def _observations(ecriture, fiche, connu, reglages):
    """Comments, kept columns and cells that no field could take become one note; the last interview, another."""
    restes = ", ".join(f"{libelle} « {mots} »" for libelle, mots in fiche.restes)
    if not (ecriture.parcours or ecriture.parcours_existant):
        if restes:
            ecriture.avertir("commentaire", f"Sans parcours où les noter, ces mots ne sont pas gardés : {restes}.")
        return
    if restes:
        ecriture.avertir("commentaire", f"Gardé en note du dossier : {restes}.")
    lignes = [f"{entete} : {texte}" if entete else texte for entete, texte in (*fiche.notes, *fiche.restes)]
    if (nom := fiche.valeurs.get("referent")) and reglages.referent(nom) is None:
        lignes.append(f"Référent : {nom}")
    notes = [(reglages.maintenant, "\n".join(lignes))] if lignes else []
    if dernier := fiche.valeurs.get("dernier_entretien"):
        midi = datetime.combine(dernier, time(12), tzinfo=timezone.get_current_timezone())
        notes.append((midi, DERNIER_ENTRETIEN.format(dernier)))
    deja = connu.observations if connu else set()
    ecriture.observations = [(quand, texte) for quand, texte in notes if texte not in deja]
