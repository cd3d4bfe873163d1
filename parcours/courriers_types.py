"""Letters by template: the fields that a text may hold, what they say for one person, and what is missing to say it.

Read under the role of whoever prints, like any document: what that role may not read counts as not known.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import cached_property

from beneficiaires.enums import Civilite
from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, peut
from insertion.gabarits import heure
from insertion.models import Structure, Utilisateur
from insertion.texte import en_mots

from .models import Contrat, ModeleCourrier, Parcours, RendezVous

_CHAMP = re.compile(r"\{([^{}\n]*)\}")
RENDEZ_VOUS_DES_AUTRES = (
    "Ce courrier dit le prochain rendez-vous, que votre rôle ne lit pas : demandez-le à qui suit cette personne."
)
NOMMEES = {Civilite.MADAME: "Madame", Civilite.MONSIEUR: "Monsieur"}


class ChampVide(Exception):
    """The letter cannot be written for this person: the message says which field has nothing to say."""


class ChampIllisible(ChampVide):
    """The same, of what whoever writes may not read: nothing is to complete in the person's file."""


@dataclass(frozen=True)
class Destinataire:
    """Whom a letter goes to: the person (as `pour_fiche`), their structure, who writes, and the day."""

    personne: Beneficiaire
    structure: Structure
    expediteur: Utilisateur
    le: date
    maintenant: datetime

    @cached_property
    def parcours(self):
        return Parcours.objects.d_une_personne(self.personne).first()

    @cached_property
    def contrat(self):
        siens = Contrat.objects.en_vigueur(self.le).filter(parcours__beneficiaire=self.personne)
        return siens.order_by("-date_debut", "-pk").first()

    @cached_property
    def rendez_vous(self):
        suivants = RendezVous.objects.avec_nous().prevus().a_venir(self.maintenant)
        return suivants.filter(parcours__beneficiaire=self.personne).select_related("utilisateur").first()


@dataclass(frozen=True)
class Champ:
    """One field: what it says (`aide`), how it is read, and whether a letter makes no sense without it."""

    aide: str
    valeur: Callable
    necessaire: bool = True


def _adresse(rue, code_postal, commune):
    return ", ".join(filter(None, (rue, f"{code_postal} {commune}".strip())))


def _de_contrat(d, nom):
    valeur = d.contrat and getattr(d.contrat, nom)
    return en_mots(valeur) if valeur else ""


def _rendez_vous(d):
    if d.rendez_vous is None:
        if not peut(d.expediteur, Droit.ECRIRE_SUIVI):
            raise ChampIllisible(RENDEZ_VOUS_DES_AUTRES)
        return ""
    debut = timezone.localtime(d.rendez_vous.debut)
    return f"{en_mots(debut, 'l j F Y')} à {heure(debut)}"


CHAMPS = {
    "civilite": Champ("« Madame » ou « Monsieur »", lambda d: NOMMEES.get(d.personne.civilite, "Madame, Monsieur")),
    "prenom": Champ("son prénom", lambda d: d.personne.prenom, necessaire=False),
    "nom": Champ("son nom d’usage", lambda d: d.personne.nom),
    "date_naissance": Champ(
        "sa date de naissance", lambda d: en_mots(d.personne.date_naissance) if d.personne.date_naissance else ""
    ),
    "adresse": Champ(
        "son adresse, sur une ligne",
        lambda d: _adresse(d.personne.adresse, d.personne.code_postal, d.personne.commune),
    ),
    "referent": Champ("qui l’accompagne", lambda d: d.personne.noms_referents),
    "dispositif": Champ("le nom du dispositif", lambda d: str(d.parcours.dispositif) if d.parcours else ""),
    "date_entree": Champ("sa date d’entrée", lambda d: en_mots(d.parcours.date_entree) if d.parcours else ""),
    "date_debut_contrat": Champ("le début de son contrat en cours", lambda d: _de_contrat(d, "date_debut")),
    "date_fin_contrat": Champ("la fin de son contrat en cours", lambda d: _de_contrat(d, "derniere")),
    "rendez_vous": Champ("la date et l’heure de son prochain rendez-vous", _rendez_vous),
    "lieu_rendez_vous": Champ(
        "le lieu de ce rendez-vous", lambda d: d.rendez_vous.lieu if d.rendez_vous else "", necessaire=False
    ),
    "date": Champ("la date du jour", lambda d: en_mots(d.le)),
    "structure": Champ("le nom de la structure", lambda d: d.structure.nom),
    "adresse_structure": Champ(
        "son adresse",
        lambda d: _adresse(d.structure.adresse, d.structure.code_postal, d.structure.commune),
        necessaire=False,
    ),
    "telephone_structure": Champ(
        "son téléphone", lambda d: d.structure.telephone.replace(" ", "\N{NO-BREAK SPACE}"), necessaire=False
    ),
    "signataire": Champ("votre prénom et votre nom", lambda d: str(d.expediteur)),
}


def valider(texte):
    """Raise `ValidationError` when `texte` names a field that does not exist, or holds a brace left alone."""
    inconnus = sorted({nom for nom in _CHAMP.findall(texte) if nom not in CHAMPS})
    if inconnus:
        noms = ", ".join(f"{{{nom}}}" for nom in inconnus)
        raise ValidationError(f"Ce champ n’existe pas : {noms}. Choisissez dans la liste des champs.")
    if set("{}") & set(_CHAMP.sub("", texte)):
        raise ValidationError("Une accolade n’est pas fermée. Un champ s’écrit entre deux accolades : {prenom}.")


def remplir(texte, destinataire):
    """Return `texte` with its fields said for `destinataire`; raise `ChampVide` when a needed one is not known."""

    def dire(trouve):
        champ = CHAMPS[trouve[1]]
        valeur = champ.valeur(destinataire)
        if not valeur and champ.necessaire:
            raise ChampVide(f"Il manque {champ.aide} (champ {{{trouve[1]}}}).")
        return valeur

    return _CHAMP.sub(dire, texte)


def contenu(production, beneficiaire, le):
    """Return the context of `pdf/courrier.html`; raise `ModeleCourrier.DoesNotExist` or `ChampVide`."""
    modele = ModeleCourrier.objects.get(pk=production.objet_id)
    destinataire = Destinataire(
        beneficiaire, production.structure, production.demande_par, le, maintenant=timezone.now()
    )
    return lettre(modele, destinataire)


def lettre(modele, destinataire):
    """What a letter shows, on the page before it is printed and on paper."""
    personne = destinataire.personne
    return {
        "beneficiaire": personne,
        "objet": remplir(modele.titre, destinataire),
        "corps": remplir(modele.corps, destinataire),
        "civilite": NOMMEES.get(personne.civilite, ""),
        "lignes_adresse": [
            ligne for ligne in (personne.adresse, f"{personne.code_postal} {personne.commune}") if ligne.strip()
        ],
        "le": destinataire.le,
    }


def titre(contenu, beneficiaire):
    """What a reader of PDF announces."""
    return f"{contenu['objet']}, {beneficiaire}"
