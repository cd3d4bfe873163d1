"""Everything known about somebody, table by table, in words: what the access request gives (RGPD, art. 15).

Read under the role of the system, confidential notes included: the right of access goes to what a professional keeps
for themselves too (metier.md §1 row 10). What names others is masked by whoever reviews the copy.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import models
from django.utils import timezone
from phonenumber_field.modelfields import PhoneNumberField

from beneficiaires.models import Consentement, Document, FusionDossiers, Proche
from insertion import texte as dates
from insertion.models import Lecture, Utilisateur
from parcours.enums import Verdict
from parcours.models import (
    Confirmation,
    Immersion,
    MiseEnRelation,
    MotParticipation,
    MotReunion,
    Orientation,
    Participant,
)

from ..models import Envoi
from .declarations import personnelles
from .libelles import libelle, majuscule

MASQUE = "[personne tierce]"
#: Where those who are named are so in their private life: their names are proposed ticked.
PRIVES = (Proche, Participant)
#: What a row is a part of, where the key that leads to the person says less; () for what its columns say already.
PARTIES_DE = {
    Confirmation: ("evaluation", "diagnostic"),
    Envoi: (),
    MotParticipation: ("participation", "seance"),
    MotReunion: ("mention", "reunion"),
}
#: Keys whose name is read with the row: what they are called says with whom.
AVEC_ENTREPRISE = ("immersion", "mise_en_relation")
VERDICTS = dict(Verdict.choices)


@dataclass(frozen=True)
class Champ:
    """`est_un_tout`: what the row is a part of (the diagnostic of an assessment)."""

    nom: str
    libelle: str
    valeur: str
    tiers: bool
    est_un_jour: bool = False
    est_un_tout: bool = False


@dataclass(frozen=True)
class Rubrique:
    """One table: its title, why it is kept, its rows (lists of `Champ`s, those that hold nothing left out)."""

    modele: type
    titre: str
    pourquoi: str
    lignes: list


def rubriques(beneficiaire):
    """What each table says of somebody, the nearest to the person first; tables that say nothing are left out."""
    for declaration in personnelles():
        lignes = [_ligne(declaration, rangee) for rangee in _rangees(declaration, beneficiaire.pk)]
        if lignes := [ligne for ligne in lignes if ligne]:
            titre = majuscule(declaration.modele._meta.verbose_name_plural)
            yield Rubrique(declaration.modele, titre, declaration.pourquoi, lignes)


def _rangees(declaration, pk):
    chemin = "__".join((*declaration.chemin, "pk"))
    jours = [champ.name for champ in declaration.dits if isinstance(champ, models.DateField)]
    liees = [champ.name for champ in declaration.dits if champ.is_relation]
    if tout := _tout(declaration):
        liees += ["__".join(tout), *(f"{cle}__entreprise" for cle in tout if cle in AVEC_ENTREPRISE)]
    return declaration.modele.objects.filter(**{chemin: pk}).select_related(*liees).order_by(*jours[:1], "pk")


def _tout(declaration):
    """The keys that lead from a row to what it is a part of, () when that is the person or their parcours."""
    if declaration.modele in PARTIES_DE:
        return PARTIES_DE[declaration.modele]
    return declaration.chemin[:1] if len(declaration.chemin) > 1 and declaration.chemin[0] != "parcours" else ()


def _dire_le_tout(declaration, rangee):
    champs, trajet = [], _tout(declaration)
    if trajet:
        for cle in trajet[:-1]:
            rangee = getattr(rangee, cle)
        champ = rangee._meta.get_field(trajet[-1])
        champs.append(Champ(trajet[0], libelle(champ), en_mots(champ, rangee), tiers=False, est_un_tout=True))
    return champs


def _ligne(declaration, rangee):
    champs = []
    for champ in declaration.dits:
        if texte := en_mots(champ, rangee):
            un_jour = isinstance(champ, models.DateField)  # a date and time is one too
            champs.append(Champ(champ.name, libelle(champ), texte, champ.name in declaration.tiers, un_jour))
    return [*_dire_le_tout(declaration, rangee), *champs] if champs else []


def en_mots(champ, rangee):
    """The value of one column as a person reads it; an empty text for nothing."""
    if champ.is_relation:
        liee = getattr(rangee, champ.name)
        return "" if liee is None else str(liee)
    valeur = getattr(rangee, champ.attname)
    if champ.choices and valeur not in (None, ""):
        return str(dict(champ.flatchoices).get(valeur, valeur))
    if choix := dict(getattr(getattr(champ, "base_field", None), "choices", None) or ()):
        return ", ".join(str(choix.get(un, un)) for un in valeur or ())
    if isinstance(champ, PhoneNumberField):
        return valeur.as_national if valeur else ""
    if isinstance(champ, models.FileField):
        return ""
    if champ.name == "mois":
        return dates.en_mots(valeur, "F Y")
    return _texte(valeur)


def _raison(raison):
    """What a condition said on the day of a proposal (`rapprochement.Raison.en_json`)."""
    return f"{majuscule(raison['phrase'])} ({VERDICTS[raison['verdict']].lower()})"


def _texte(valeur):
    if valeur is None or valeur == "" or valeur == [] or valeur == {}:
        return ""
    if isinstance(valeur, bool):
        return "oui" if valeur else "non"
    if isinstance(valeur, datetime):
        return dates.en_mots(timezone.localtime(valeur), r"j F Y à G \h i")
    if isinstance(valeur, date):
        return dates.en_mots(valeur)
    if isinstance(valeur, list | tuple):
        return ("\n" if any(isinstance(un, dict) for un in valeur) else ", ").join(map(_texte, valeur))
    if isinstance(valeur, dict) and "verdict" in valeur:
        return _raison(valeur)
    if isinstance(valeur, dict):
        return "\n".join(f"{cle} : {texte}" for cle, un in valeur.items() if (texte := _texte(un)))
    if isinstance(valeur, Decimal):
        return f"{valeur.normalize():f}".replace(".", ",")
    return str(valeur)


@dataclass(frozen=True)
class Tiers:
    """Somebody else who is named in the file, and in which table; `prive` unless it is part of their work."""

    nom: str
    ou: str
    prive: bool


def tiers(beneficiaire):
    """Who else the file names, as far as its columns tell: relatives first, then partners and colleagues."""
    trouves = {}
    for rubrique in rubriques(beneficiaire):
        for ligne in rubrique.lignes:
            for champ in ligne:
                colonne = rubrique.modele._meta.get_field(champ.nom)
                if champ.tiers and not colonne.choices and not champ.valeur.isdigit() and len(champ.valeur) > 1:
                    prive = rubrique.modele in PRIVES and not colonne.is_relation
                    trouves.setdefault(champ.valeur, Tiers(champ.valeur, rubrique.titre.lower(), prive))
    return sorted(trouves.values(), key=lambda un: (not un.prive, un.nom.lower()))


def masquer(texte, mots):
    """`texte` without the `mots` to hide, whatever their case."""
    if not mots:
        return texte
    longs = sorted(mots, key=len, reverse=True)
    return re.sub("|".join(rf"(?<!\w){re.escape(mot)}(?!\w)" for mot in longs), MASQUE, texte, flags=re.IGNORECASE)


def destinataires(beneficiaire):
    """Who received something about somebody, outside the team: (who, what, when), the latest first."""
    siennes = {"parcours__beneficiaire": beneficiaire}
    orientations = Orientation.objects.filter(**siennes).select_related("partenaire")
    propositions = MiseEnRelation.objects.filter(**siennes).select_related("entreprise")
    immersions = Immersion.objects.filter(**siennes).select_related("entreprise")
    accords = Consentement.objects.filter(beneficiaire=beneficiaire)
    recus = [
        *((str(o.partenaire), f"orientation ({o.get_domaine_display()})", o.date) for o in orientations),
        *((str(p.entreprise), "proposition pour un poste", p.proposee_le) for p in propositions),
        *((str(i.entreprise), "convention d’immersion", i.debut) for i in immersions),
        *((a.question, a.get_objet_display().lower(), a.donne_le) for a in accords),
    ]
    return sorted(recus, key=lambda recu: recu[2], reverse=True)


def lectures(beneficiaire):
    """Who opened the file, what of it and when, the latest first."""
    numeros = FusionDossiers.objects.numeros_de(beneficiaire.pk)
    lues = list(Lecture.objects.filter(beneficiaire_id__in=numeros).order_by("-at", "-pk"))
    noms = Utilisateur.objects.in_bulk({lue.utilisateur_id for lue in lues})
    return [(lue.at, str(noms.get(lue.utilisateur_id, "compte fermé")), lue.quoi) for lue in lues]


def par_jour(lectures):
    """The same readings (when, who, what) as they are read: one line a day and a reader, what of it said once."""
    groupes = {}
    for le, qui, quoi in lectures:
        groupes.setdefault((timezone.localdate(le), qui), {})[quoi] = None
    return [(le, qui, ", ".join(quoi)) for (le, qui), quoi in groupes.items()]


def documents(beneficiaire):
    """The files that somebody brought, newest first."""
    return Document.objects.filter(beneficiaire=beneficiaire).pour_fiche()
