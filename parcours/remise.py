"""« Version à remettre »: one page in plain words that the person keeps, nothing sensitive (metier.md §2 row 9)."""

from dataclasses import dataclass

from django.utils.formats import date_format

from insertion.enums import DOMAINES_SENSIBLES

from .enums import Acteur, EtatAxe
from .models import AxeEvolution, Parcours
from .tableau import engagements

#: Lines of large type that fit between the title and the signatures, and how many letters one of them holds.
LIGNES, LETTRES = 25, 62

TITRES = {
    Acteur.PERSONNE: "Ce que vous faites",
    Acteur.ENSEMBLE: "Ce que nous faisons ensemble",
    Acteur.PROFESSIONNEL: "Ce que fait votre référent",
    Acteur.PARTENAIRE: "Ce que fait un partenaire",
}


@dataclass(frozen=True)
class Phrase:
    """One thing to read: its words (`fort`: in bold), a date or None, and what follows on the next line."""

    texte: str
    echeance: object = None
    suite: str = ""
    fort: bool = False

    @property
    def avant_le(self):
        """The date as one says it: « 1er décembre 2026 »."""
        jour = "1er" if self.echeance.day == 1 else str(self.echeance.day)
        return f"{jour} {date_format(self.echeance, 'F Y')}"

    @property
    def lignes(self):
        longueur = len(self.texte) + (28 if self.echeance else 0)
        return 1 + longueur // LETTRES + (1 + len(self.suite) // LETTRES if self.suite else 0)


@dataclass(frozen=True)
class Remise:
    """The page: (title, phrases) in order; `reste` counts what did not fit, and the page says so."""

    rubriques: tuple[tuple[str, tuple[Phrase, ...]], ...]
    reste: int


def a_remettre(parcours):
    """Return the `Remise` of `parcours`: what is open, the nearest first, as much of it as one page holds."""
    plan = engagements(parcours)
    axes = AxeEvolution.objects.filter(parcours=parcours, etat=EtatAxe.EN_COURS).exclude(
        domaine__in=DOMAINES_SENSIBLES
    )
    rubriques = [("Ce que vous voulez atteindre", [_objectif(o) for o in plan.objectifs])]
    rubriques += [(TITRES[acteur], [_action(a) for a in actions]) for acteur, actions in plan.actions]
    rubriques += [("Ce que vous voulez développer", [Phrase(_nette(axe.intitule)) for axe in axes])]
    return _remplir(rubriques)


def _objectif(objectif):
    suite = f"C’est atteint quand : {_nette(objectif.critere)}." if objectif.critere else ""
    return Phrase(_nette(objectif.intitule), objectif.echeance, suite, fort=True)


def _action(action):
    avec = f", avec {_nette(action.partenaire)}" if action.partenaire else ""
    return Phrase(f"{_nette(action.intitule)}{avec}", action.echeance)


def _nette(phrase):
    """Without the full stop that somebody may have typed: the page puts its own."""
    return phrase.strip().rstrip(".")


def _remplir(rubriques):
    """Give each heading its turn, one phrase at a time, until the page is full; keep the order inside each."""
    prises = {titre: [] for titre, _ in rubriques}
    place = LIGNES
    for rang in range(max((len(phrases) for _, phrases in rubriques), default=0)):
        for titre, phrases in rubriques:
            if rang < len(phrases) and len(prises[titre]) == rang:
                cout = phrases[rang].lignes + (2 if rang == 0 else 0)
                if cout <= place:
                    prises[titre].append(phrases[rang])
                    place -= cout
    reste = sum(len(phrases) for _, phrases in rubriques) - sum(map(len, prises.values()))
    return Remise(tuple((titre, tuple(prises[titre])) for titre, _ in rubriques if prises[titre]), reste)


def contenu(beneficiaire, parcours_id):
    """Return the context of `pdf/plan.html`; raise `Parcours.DoesNotExist` when it is not this person's."""
    parcours = Parcours.objects.get(pk=parcours_id, beneficiaire=beneficiaire)
    return {"beneficiaire": beneficiaire, "remise": a_remettre(parcours)}
