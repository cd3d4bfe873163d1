"""« Version à remettre »: one page in plain words that the person keeps, nothing sensitive (metier.md §2 row 9)."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_noop

from beneficiaires.models import Referent
from insertion.enums import DOMAINES_SENSIBLES
from insertion.langues import Langue

from .enums import Acteur, EtatAxe
from .models import AxeEvolution, Parcours, RendezVous
from .tableau import engagements

#: Lines of large type that fit between the title and the signatures, said in one language or in two, and how many
#: letters one of them holds.
LIGNES, LIGNES_EN_DEUX_LANGUES, LETTRES = 25, 17, 62
#: Those that the next appointment takes, and whom to call.
LIGNES_DE_SUITE = 3

TITRES = {
    Acteur.PERSONNE: gettext_noop("Ce que vous faites"),
    Acteur.ENSEMBLE: gettext_noop("Ce que nous faisons ensemble"),
    Acteur.PARTENAIRE: gettext_noop("Ce que fait un partenaire"),
}
UN_AUTRE = gettext_noop("Un autre point de votre plan ne tient pas sur cette page. Demandez à le voir.")
D_AUTRES = gettext_noop("{nombre} autres points de votre plan ne tiennent pas sur cette page. Demandez à les voir.")


@dataclass(frozen=True)
class Mots:
    """How the page speaks of whoever follows the person."""

    titre: str
    joindre: str
    parler: str
    signature: str


UN_REFERENT = Mots(
    gettext_noop("Ce que fait votre référent"),
    gettext_noop("Pour joindre votre référent"),
    gettext_noop("Ce plan est à vous. Il peut changer : parlez-en avec votre référent."),
    gettext_noop("Signature de votre référent"),
)
DES_REFERENTS = Mots(
    gettext_noop("Ce que font vos référents"),
    gettext_noop("Pour joindre vos référents"),
    gettext_noop("Ce plan est à vous. Il peut changer : parlez-en avec vos référents."),
    gettext_noop("Signature de l’un de vos référents"),
)


@dataclass(frozen=True)
class Phrase:
    """One thing to read: its words (`fort`: in bold), a date or None, and how one knows that it is done."""

    texte: str
    echeance: object = None
    suite: str = ""
    fort: bool = False

    @property
    def lignes(self):
        longueur = len(self.texte) + (28 if self.echeance else 0)
        return 1 + longueur // LETTRES + (1 + (len(self.suite) + 22) // LETTRES if self.suite else 0)


@dataclass(frozen=True)
class Remise:
    """The page: (title, phrases) in order; `reste` counts what did not fit, and the page says so.

    Then when we see each other again (`rendez_vous`, the hour here, or None; `lieu`), and whom to call: `referents`
    (texts, `mots` speaks of them) and `telephone`.
    """

    rubriques: tuple[tuple[str, tuple[Phrase, ...]], ...]
    reste: int
    rendez_vous: datetime | None = None
    lieu: str = ""
    referents: tuple[str, ...] = ()
    telephone: str = ""

    @property
    def mots(self):
        return _mots(self.referents)

    @property
    def mots_du_reste(self):
        return UN_AUTRE if self.reste == 1 else D_AUTRES


def a_remettre(parcours, langue=Langue.FRANCAIS):
    """Return the `Remise` of `parcours`: what is open, the nearest first, as much of it as one page holds.

    Its headings are phrases of the catalogues (`locale/`); what was typed stays as it was typed.
    """
    plan = engagements(parcours)
    axes = AxeEvolution.objects.filter(parcours=parcours, etat=EtatAxe.EN_COURS).exclude(
        domaine__in=DOMAINES_SENSIBLES
    )
    rubriques = [(gettext_noop("Ce que vous voulez atteindre"), [_objectif(o) for o in plan.objectifs])]
    suite = *_rendez_vous(parcours), *_a_joindre(parcours)
    titres = TITRES | {Acteur.PROFESSIONNEL: _mots(suite[2]).titre}
    rubriques += [(titres[acteur], [_action(a) for a in actions]) for acteur, actions in plan.actions]
    rubriques += [(gettext_noop("Ce que vous voulez développer"), [Phrase(_nette(axe.intitule)) for axe in axes])]
    place = LIGNES if langue == Langue.FRANCAIS else LIGNES_EN_DEUX_LANGUES
    return _remplir(rubriques, place - sum(map(bool, suite[::2])) * LIGNES_DE_SUITE, suite)


def _rendez_vous(parcours):
    """(instant, place) of the next appointment of the person with us; (None, "") without one."""
    prevus = RendezVous.objects.avec_nous().prevus().a_venir(timezone.now())
    prochain = prevus.filter(parcours__beneficiaire=parcours.beneficiaire_id).order_by("debut").first()
    return (timezone.localtime(prochain.debut), prochain.lieu) if prochain else (None, "")


def _a_joindre(parcours):
    """(names of the référents of today, telephone): that of a référent, else that of the structure."""
    siens = Referent.objects.filter(beneficiaire=parcours.beneficiaire_id).a_joindre(timezone.localdate())
    referents = [referent.utilisateur for referent in siens]
    directs = [referent.telephone for referent in referents if referent.telephone]
    return tuple(map(str, referents)), next(iter(directs), parcours.structure.telephone)


def _mots(referents):
    return DES_REFERENTS if len(referents) > 1 else UN_REFERENT


def _objectif(objectif):
    return Phrase(_nette(objectif.intitule), objectif.echeance, _nette(objectif.critere), fort=True)


def _action(action):
    avec = f", avec {_nette(action.partenaire)}" if action.partenaire else ""
    return Phrase(f"{_nette(action.intitule)}{avec}", action.echeance)


def _nette(phrase):
    """Without the full stop that somebody may have typed: the page puts its own."""
    return phrase.strip().rstrip(".")


def _remplir(rubriques, place, suite=()):
    """Give each heading its turn, one phrase at a time, until the page is full; keep the order inside each."""
    prises = {titre: [] for titre, _ in rubriques}
    for rang in range(max((len(phrases) for _, phrases in rubriques), default=0)):
        for titre, phrases in rubriques:
            if rang < len(phrases) and len(prises[titre]) == rang:
                cout = phrases[rang].lignes + (2 if rang == 0 else 0)
                if cout <= place:
                    prises[titre].append(phrases[rang])
                    place -= cout
    reste = sum(len(phrases) for _, phrases in rubriques) - sum(map(len, prises.values()))
    return Remise(tuple((titre, tuple(prises[titre])) for titre, _ in rubriques if prises[titre]), reste, *suite)


def contenu(beneficiaire, parcours_id, langue):
    """Return the context of `pdf/plan.html`; raise `Parcours.DoesNotExist` when it is not this person's."""
    parcours = Parcours.objects.get(pk=parcours_id, beneficiaire=beneficiaire)
    return {"beneficiaire": beneficiaire, "langue": langue, "remise": a_remettre(parcours, langue)}
