"""The local network for one person: what is known of what a scheme asks, and what a form takes from an entry.

« Non renseigné » is never a refusal (metier.md §1 row 48): what nobody wrote is to check, and no entry is hidden.
"""

from dataclasses import dataclass

from beneficiaires.enums import NatureSituation
from entreprises.conditions import Sorte, conditions
from entreprises.enums import FaitDemande, GenreDispositif
from insertion.enums import NiveauFrancais

from .enums import DispositifAide, EtatCondition, MotifAide

#: What a request for money says of each nature of scheme: the fund, and the motive when there is only one.
AIDES = {
    GenreDispositif.FSL: (DispositifAide.FSL, MotifAide.LOGEMENT),
    GenreDispositif.FAJ: (DispositifAide.FAJ, ""),
    GenreDispositif.MICROCREDIT: (DispositifAide.MICROCREDIT, ""),
    GenreDispositif.CHEQUES_MOBILITE: (DispositifAide.CHEQUES_MOBILITE, MotifAide.MOBILITE),
    GenreDispositif.PERMIS: (DispositifAide.AIDE_MOBILITE, MotifAide.PERMIS),
    GenreDispositif.MOBILITE: (DispositifAide.AIDE_MOBILITE, MotifAide.MOBILITE),
    GenreDispositif.GARDE_ENFANTS: (DispositifAide.AUTRE, MotifAide.ENFANTS),
    GenreDispositif.SECOURS: (DispositifAide.SECOURS, ""),
    GenreDispositif.CAF: (DispositifAide.CAF, ""),
    GenreDispositif.CCAS: (DispositifAide.CCAS, ""),
    GenreDispositif.DEPARTEMENT: (DispositifAide.DEPARTEMENT, ""),
    GenreDispositif.ASSOCIATION: (DispositifAide.ASSOCIATION, ""),
    GenreDispositif.AUTRE: (DispositifAide.AUTRE, ""),
}


@dataclass(frozen=True)
class Faits:
    """What the file says of somebody on one day; None, "" and an absent situation all mean « non renseigné »."""

    age: int | None = None
    francais: str = ""
    situations: frozenset = frozenset()


@dataclass(frozen=True)
class Verification:
    """One condition beside what is known: `phrase` is what is asked, `precision` what the file says."""

    phrase: str
    etat: EtatCondition
    precision: str


def faits_de(beneficiaire, le):
    """The `Faits` of somebody on the day `le`, in one query; sensitive situations only for who may read them."""
    situations = beneficiaire.situations.en_cours(le).values_list("nature", flat=True)
    return Faits(beneficiaire.age(le), beneficiaire.niveau_francais, frozenset(situations))


def rappel(fiche, beneficiaire, le):
    """What a form shows of `fiche` above its fields: its conditions for somebody on the day `le`, if there is one."""
    return {"choisie": fiche, "verifications": verifier(fiche, faits_de(beneficiaire, le)) if fiche else []}


def verifier(fiche, faits):
    """Each condition of `fiche` (a training or a scheme) beside `faits`: a list of `Verification`."""
    return [Verification(c.phrase, *_VERIFIER[c.sorte](c.valeur, faits)) for c in conditions(fiche)]


def fiche_nommee(modele, utilisateur, pk):
    """The entry of `modele` whose id is the text `pk`; None when it names none that `utilisateur` may see."""
    fiches = modele.objects.visibles_par(utilisateur).pour_liste()
    return fiches.filter(pk=pk).first() if pk.isdecimal() and len(pk) < 19 else None


def formation_proposee(formation, le):
    """The initial values of the form that proposes `formation`, its next session included."""
    session = formation.sessions.a_venir(le).first()
    return {
        "formation": formation.pk,
        "intitule": formation.nom,
        "domaine": formation.domaine,
        "organisme": formation.organisme.nom if formation.organisme else "",
        "heures": formation.heures,
        "financeur": formation.financement,
        "certification": formation.certification,
        "debut": session and session.debut,
        "fin": session and session.fin,
    }


def aide_demandee(dispositif):
    """The initial values of the form that asks for `dispositif`."""
    fonds, motif = AIDES.get(dispositif.nature, ("", ""))
    return {
        "dispositif": fonds,
        "motif": motif,
        "objet": dispositif.paie or dispositif.nom,
        "organisme": dispositif.organisme.nom if dispositif.organisme else "",
    }


def _age(bornes, faits):
    if faits.age is None:
        return EtatCondition.A_VERIFIER, "âge non renseigné"
    debut, fin = bornes
    dedans = (not debut or faits.age >= debut) and (not fin or faits.age <= fin)
    return EtatCondition.REMPLIE if dedans else EtatCondition.CONTRAIRE, f"{faits.age} ans"


def _francais(niveau, faits):
    if not faits.francais:
        return EtatCondition.A_VERIFIER, "niveau non renseigné"
    rangs = NiveauFrancais.values
    suffit = rangs.index(faits.francais) >= rangs.index(niveau)
    return EtatCondition.REMPLIE if suffit else EtatCondition.CONTRAIRE, NiveauFrancais(faits.francais).label


def _fait(fait, faits):
    if fait == FaitDemande.SANS_PERMIS_B:
        if NatureSituation.PERMIS_B in faits.situations:
            return EtatCondition.CONTRAIRE, NatureSituation.PERMIS_B.label
        return EtatCondition.A_VERIFIER, "non renseigné"
    if fait.value in faits.situations:
        return EtatCondition.REMPLIE, NatureSituation(fait.value).label
    return EtatCondition.A_VERIFIER, "non renseigné"


def _un_fait(demandes, faits):
    for fait in demandes:
        etat, precision = _fait(fait, faits)
        if etat == EtatCondition.REMPLIE:
            return etat, precision
    return EtatCondition.A_VERIFIER, "non renseigné"


def _libre(_valeur, _faits):
    return EtatCondition.A_VERIFIER, "à demander à la personne"


_VERIFIER = {
    Sorte.AGE: _age,
    Sorte.FRANCAIS: _francais,
    Sorte.FAIT: _fait,
    Sorte.UN_FAIT: _un_fait,
    Sorte.LIBRE: _libre,
}
