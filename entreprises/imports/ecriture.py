"""What a line would write: computed the same way for the preview and for the run, from the same facts."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.utils import timezone

from insertion.imports.collegues import trouver
from insertion.texte import sans_accents

from .champs import CATALOGUE

FIRME = (
    *("raison_sociale", "siret", "naf", "secteur", "secteurs_verts", "effectif"),
    *("adresse", "code_postal", "commune", "telephone", "email", "site"),
)
CONTACT = {"contact": "nom", "contact_prenom": "prenom"} | {
    f"contact_{nom}": nom for nom in ("fonction", "telephone", "email")
}
DERNIER = "Dernier échange avant la reprise : le {:%d/%m/%Y}, d’après le fichier."
REMARQUES_MAX = 4_000


@dataclass(frozen=True)
class Reglages:
    """What the whole import shares. `collegues` is {name in plain letters: id}."""

    maintenant: datetime
    collegues: dict = field(default_factory=dict)
    remplacer: bool = False

    @property
    def le(self):
        return timezone.localdate(self.maintenant)


@dataclass
class Ecriture:
    """Everything that one line adds or changes. `entreprise` and `contact_change` are {field: (before, after)}."""

    entreprise: dict = field(default_factory=dict)
    contact: dict = field(default_factory=dict)
    contact_connu: object = None
    contact_change: dict = field(default_factory=dict)
    dernier: date | None = None
    avertissements: list = field(default_factory=list)

    @property
    def vide(self):
        """Whether the line brings nothing that the page of the firm does not hold already."""
        return not any((self.entreprise, self.contact, self.contact_change, self.dernier))

    @property
    def quand(self):
        """The instant under which the last exchange is kept: nobody knows its hour."""
        return datetime.combine(self.dernier, time(12), tzinfo=timezone.get_current_timezone())

    def avertir(self, champ, message):
        self.avertissements.append({"champ": champ, "message": message})


def prevoir(fiche, connue, reglages):
    """Return the `Ecriture` of a line, for a new firm (`connue` is None) or one that exists."""
    ecriture = Ecriture()
    dits = {cle: fiche.valeurs[cle] for cle in FIRME if fiche.valeurs.get(cle)}
    if connue is None:
        ecriture.entreprise = {cle: (None, valeur) for cle, valeur in dits.items()}
    else:
        dits.pop("raison_sociale", None)
        ecriture.entreprise = _changements(ecriture, connue.entreprise, dits, reglages)
    _referent(ecriture, fiche, connue, reglages)
    _remarques(ecriture, fiche, connue)
    _contact(ecriture, fiche, connue)
    dernier = fiche.valeurs.get("dernier_echange")
    if dernier and dernier <= reglages.le and not (connue and dernier in connue.jours):
        ecriture.dernier = dernier
    elif dernier and dernier > reglages.le:
        ecriture.avertir("dernier_echange", f"Le {dernier:%d/%m/%Y} n’est pas encore passé : non repris.")
    return ecriture


def _changements(ecriture, objet, dits, reglages):
    """{field: (before, after)}: what is empty is filled; what differs is replaced only if the import says so."""
    changements = {}
    for cle, valeur in dits.items():
        actuelle = getattr(objet, cle)
        if _pareils(actuelle, valeur):
            continue
        if not actuelle or reglages.remplacer:
            changements[cle] = (actuelle, valeur)
        if actuelle:
            suite = "remplacé" if reglages.remplacer else "la fiche est gardée"
            libelle = CATALOGUE[cle].libelle
            ecriture.avertir(
                cle, f"{libelle} : « {_dire(actuelle)} » dans la fiche, « {_dire(valeur)} » ici ; {suite}."
            )
    return changements


def contredits(entreprise, dits):
    """The fields in which the page of `entreprise` says something else than `dits` ({field: value}), sorted."""
    return sorted(
        cle
        for cle in FIRME
        if dits.get(cle) and getattr(entreprise, cle) and not _pareils(getattr(entreprise, cle), dits[cle])
    )


def _pareils(actuelle, valeur):
    if isinstance(valeur, str):
        return sans_accents(actuelle or "") == sans_accents(valeur)
    return actuelle == valeur


def _dire(valeur):
    return ", ".join(valeur) if isinstance(valeur, list) else valeur


def _referent(ecriture, fiche, connue, reglages):
    nom = fiche.valeurs.get("referent")
    if not nom:
        return
    trouve, actuel = trouver(reglages.collegues, nom), connue and connue.entreprise.referent_id
    if trouve is None:
        ecriture.avertir("referent", f"« {nom} » n’est pas un collègue connu : son nom reste en remarque.")
        fiche.restes.append((CATALOGUE["referent"].libelle, nom))
    elif actuel and actuel != trouve:
        ecriture.avertir("referent", f"Elle est déjà suivie par quelqu’un d’autre : « {nom} » n’est pas repris.")
    elif actuel != trouve:
        ecriture.entreprise["referent_id"] = (actuel, trouve)


def _remarques(ecriture, fiche, connue):
    """Comments, kept columns and cells that no field could take: added below what is written, never twice."""
    avant = connue.entreprise.remarques if connue else ""
    nouvelles = [ligne for ligne in dict.fromkeys(fiche.en_note()) if ligne not in avant]
    if not nouvelles:
        return
    apres = "\n".join(filter(None, (avant, *nouvelles)))
    if len(apres) > REMARQUES_MAX:
        ecriture.avertir("remarques", f"Remarques de plus de {REMARQUES_MAX} caractères : la fin est coupée.")
    ecriture.entreprise["remarques"] = (avant if connue else None, apres[:REMARQUES_MAX])


def _contact(ecriture, fiche, connue):
    dits = {champ: fiche.valeurs[cle] for cle, champ in CONTACT.items() if fiche.valeurs.get(cle)}
    if not dits:
        return
    if "nom" not in dits:
        dits["nom"] = dits.pop("prenom", "") or dits.get("fonction", "")[:80] or "Contact"
    connu = next((c for c in connue.contacts if _meme_contact(c, dits)), None) if connue else None
    if connu is None:
        ecriture.contact = dits
        return
    ecriture.contact_connu = connu
    ecriture.contact_change = {
        champ: (getattr(connu, champ), valeur) for champ, valeur in dits.items() if not getattr(connu, champ)
    }


def _meme_contact(contact, dits):
    nom = sans_accents(f"{dits.get('prenom', '')} {dits['nom']}")
    if nom in (sans_accents(str(contact)), sans_accents(f"{contact.nom} {contact.prenom}")):
        return True
    return bool(dits.get("email")) and contact.email.lower() == dits["email"]
