"""Small counts of a report: which of its numbers are published (metier.md §5 « Common rules », §6.8; surete.md A13).

One rule, for all the tables of a report at once. A number of 1 to 4 is withheld: those counted, those of the base of
a share, those of the base who are not counted. So is any number that would give one of them back, by adding and
subtracting those published, in whatever tables they stand (`_egalites`): the numbers that most lines show are
published first (a line withheld anyway counts for none), then the largest, and what would close such a sum is
withheld. A share is withheld with either of its two numbers. All of them are written « masqué »: to say which of two
is small, when their sum is known, could be to say both.

The screen, the PDF and the spreadsheet show the same content, so what is hidden is hidden in all three; the ids stay,
so that somebody of the structure can open the figure. Firms, offers, séances and posts of the team are not people
accompanied: their numbers are never hidden. Two reports of the same months are not weighed against each other.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product

from ..indicateurs.chiffres import NBSP, PETIT_EFFECTIF, Nature, Unite

RETENU = "masqué"
#: What the ids of a figure may be without being about anybody accompanied.
PAS_DES_GENS = (Nature.SEANCES, Nature.ENTREPRISES, Nature.OFFRES, Nature.POSTES)
#: The units of which a line gives the number of those counted.
COMPTES = (Unite.PERSONNES, Unite.NOMBRE, Unite.TAUX)
#: The units of which the lines of one table may add up to another.
MONTANTS = (Unite.HEURES, Unite.MINUTES, Unite.JOURS, Unite.EUROS)
#: What adding rounded amounts may be wrong by, for each.
ARRONDI = Decimal("0.05")
#: Sums are solved modulo this prime: exact integers, and no fraction that grows.
PREMIER = 2**61 - 1


@dataclass(frozen=True)
class Masque:
    """The numbers of a report that are withheld: the (nature, ids) of each; none when small counts are shown."""

    tus: frozenset = frozenset()

    def tait(self, nature, ids):
        """Whether how many `ids` there are is withheld."""
        return _cle(nature, ids) in self.tus

    def nombre(self, nature, ids):
        """How many `ids` there are, as it may be read."""
        return RETENU if self.tait(nature, ids) else str(len(ids))


def masquer(tables, sommes=(), personne_de=None):
    """Hide, in the lines of `tables` (dicts of `contenu`), what the rule withholds; return the `Masque`.

    `sommes` are (nature, lists of ids) whose total the report gives too; `personne_de` {parcours: person} tells which
    parcours are the only one of somebody, and count the same people as the figures of people.
    """
    lignes = [ligne for table in tables for ligne in table["lignes"] if ligne["nature"] not in PAS_DES_GENS]
    dits = {cle for ligne in lignes for cle in _dits(ligne)}
    dits |= {_cle(nature, sum(listes, [])) for nature, listes in sommes if nature not in PAS_DES_GENS}
    lisibles = [ligne for ligne in lignes if not est_petite(ligne)]
    poids = Counter(cle for ligne in lisibles for cle in _dits(ligne, exclus=False))
    secrets = {cle for cle in dits if _petit(cle[1])}
    restes = {_cle(ligne["nature"], _reste(ligne)) for ligne in lignes if _dit_un_compte(ligne)}
    secrets |= {cle for cle in restes if _petit(cle[1])}
    montants = {_cle_du_montant(ligne): ligne for ligne in lignes if _est_un_montant(ligne)}
    secrets |= {cle for cle, ligne in montants.items() if est_petite(ligne)}
    tailles = {cle: len(cle[1]) for cle in dits} | {cle: len(ligne["derriere"]) for cle, ligne in montants.items()}
    ordre = sorted(tailles, key=lambda cle: (-poids[cle], -tailles[cle], cle))
    egalites = [*_egalites(tables, {*dits, *restes}, _Gens(personne_de or {})), *_sommes(tables, sommes)]
    masque = Masque(frozenset(_a_taire(ordre, egalites, secrets)))
    for ligne in lignes:
        if est_petite(ligne) or masque.tus.intersection([*_dits(ligne, exclus=False), _cle_du_montant(ligne)]):
            _cacher(ligne, base_tue=masque.tait(ligne["nature"], ligne["base"]))
    return masque


def est_petite(ligne):
    """Whether publishing that line could name somebody: 1 to 4 people counted, in its base, or left over in it."""
    if ligne["nature"] in PAS_DES_GENS:
        return False
    return any(_petit(ids) for ids in (ligne["derriere"], ligne["base"], _reste(ligne)))


def _petit(ids):
    return 0 < len(ids) < PETIT_EFFECTIF


def _reste(ligne):
    """Those of the base who are not counted."""
    return sorted(set(ligne["base"]) - set(ligne["derriere"]))


def _dits(ligne, *, exclus=True):
    """The keys of the numbers that a line gives: those counted, their base, those left out."""
    dits = [ligne["derriere"]] if _dit_un_compte(ligne) else []
    dits += [ligne["base"]] if ligne["denominateur"] is not None else []
    dits += [exclu["ids"] for exclu in ligne["exclus"]] if exclus else []
    return [_cle(ligne["nature"], ids) for ids in dits if ids]


def _dit_un_compte(ligne):
    return ligne["unite"] in COMPTES


def _est_un_montant(ligne):
    return ligne["unite"] in MONTANTS and ligne["denominateur"] is None and ligne["valeur"] is not None


def _cle(nature, ids):
    return (str(nature), tuple(sorted(ids)))


def _cle_du_montant(ligne):
    return (f"{ligne['indicateur']}/{ligne['code']} = {ligne['valeur']}", ())


class _Gens:
    """Who the ids are: somebody with one parcours is the same in a count of people and in a count of parcours."""

    def __init__(self, personne_de):
        siens = defaultdict(list)
        for parcours, personne in personne_de.items():
            siens[personne].append(parcours)
        self.seul = {parcours[0]: personne for personne, parcours in siens.items() if len(parcours) == 1}

    def de(self, cle):
        """The set of those that a key counts."""
        nature, ids = cle
        seul = self.seul if nature == Nature.PARCOURS else {}
        return frozenset((str(Nature.PERSONNES), seul[pk]) if pk in seul else (nature, pk) for pk in ids)


def _egalites(tables, cles, gens):
    """The sums that a reader may know to be right, as {key: how often}, which add up to nothing.

    The same people under two keys; people who are two groups of others, whatever tables show the three; people who
    are some of the lines of a table of which nobody is on two.
    """
    ensembles = {cle: gens.de(cle) for cle in cles if len(set(cle[1])) == len(cle[1])}
    une = {}  # one key for each set
    for cle, gens_comptes in ensembles.items():
        if une.setdefault(gens_comptes, cle) != cle:
            yield {cle: 1, une[gens_comptes]: -1}
    tailles = {len(ensemble) for ensemble in une}
    for tout, partie in product(une, repeat=2):
        if not partie or len(tout) - len(partie) not in tailles or not partie < tout:
            continue
        if (reste := tout - partie) in une and une[reste] < une[partie]:
            yield {une[tout]: 1, une[partie]: -1, une[reste]: -1}
    for lignes in {frozenset(famille) for table in tables for famille in _familles(table, gens)}:
        for tout in une:
            dedans = [partie for partie in lignes if partie <= tout]
            if len(dedans) > 2 and len(tout) == sum(map(len, dedans)):
                yield {une[tout]: 1} | {une[partie]: -1 for partie in dedans}


def _familles(table, gens):
    """The sets of the lines of a table, base by base, when nobody is in two of them."""
    groupes = defaultdict(set)
    for ligne in table["lignes"]:
        if ligne["nature"] not in PAS_DES_GENS and _dit_un_compte(ligne) and ligne["derriere"]:
            groupe = (ligne["nature"], ligne["unite"], tuple(ligne["base"]))
            groupes[groupe].add(gens.de(_cle(ligne["nature"], ligne["derriere"])))
    for groupe in groupes.values():
        if len(groupe) > 2 and not any(une & autre for une, autre in combinations(groupe, 2)):
            yield groupe


def _sommes(tables, sommes):
    """The sums of several lists of the report, and the amounts of a table of which one is the total of the others."""
    for nature, listes in sommes:
        if len(listes) > 1:
            somme = Counter(_cle(nature, ids) for ids in listes)
            yield {_cle(nature, sum(listes, [])): -1} | somme
    for table in tables:
        for unite in MONTANTS:
            siennes = [ligne for ligne in table["lignes"] if ligne["unite"] == unite and _est_un_montant(ligne)]
            total = _total([Decimal(ligne["valeur"]) for ligne in siennes])
            if total is not None:
                yield {_cle_du_montant(ligne): -1 if rang == total else 1 for rang, ligne in enumerate(siennes)}


def _total(valeurs):
    """The rank of the amount that is the sum of all the others; None when there is none."""
    somme, ecart = sum(valeurs, Decimal(0)), ARRONDI * len(valeurs)
    sommes = [rang for rang, valeur in enumerate(valeurs) if valeur and abs(2 * valeur - somme) <= ecart]
    return sommes[0] if len(valeurs) > 2 and sommes else None


def _a_taire(ordre, egalites, secrets):
    """The keys, of those of `ordre`, to withhold so that nothing published gives one of `secrets` by `egalites`.

    What is known spans a space; each secret is kept out of it. A number that would bring one in is withheld.
    """
    connues = []
    for egalite in egalites:
        _apprendre(connues, egalite)
    restants = [_reduire({cle: 1}, connues) for cle in secrets]
    tus = set()
    for cle in ordre:
        vecteur = _reduire({cle: 1}, connues)
        if not vecteur:
            continue  # nothing that is not known already
        pivot, vecteur = _normer(vecteur)
        apres = [_sans(secret, pivot, vecteur) for secret in restants]
        if all(apres):
            restants = apres
            connues.append((pivot, vecteur))
        else:
            tus.add(cle)
    return tus


def _apprendre(connues, vecteur):
    if reduit := _reduire(vecteur, connues):
        connues.append(_normer(reduit))


def _reduire(vecteur, connues):
    """What is left of `vecteur` once all that is known is taken away."""
    for pivot, ligne in connues:
        vecteur = _sans(vecteur, pivot, ligne)
    return vecteur


def _normer(vecteur):
    """(one of its keys, `vecteur` where that key counts once)."""
    pivot = next(iter(vecteur))
    inverse = pow(vecteur[pivot], -1, PREMIER)
    return pivot, {cle: nombre * inverse % PREMIER for cle, nombre in vecteur.items()}


def _sans(vecteur, pivot, ligne):
    """`vecteur` with nothing left of `pivot`, which counts once in `ligne`."""
    if pivot not in vecteur:
        return vecteur
    reste, facteur = dict(vecteur), vecteur[pivot]
    for qui, nombre in ligne.items():
        if valeur := (reste.pop(qui, 0) - facteur * nombre) % PREMIER:
            reste[qui] = valeur
    return reste


def _cacher(ligne, *, base_tue):
    ligne["en_mots"] = RETENU
    if ligne["denominateur"] is not None:
        base = RETENU if base_tue else ligne["fraction"].split("/")[1].strip()
        ligne["fraction"] = f"{RETENU}{NBSP}/{NBSP}{base}"
        ligne["denominateur"] = None if base_tue else ligne["denominateur"]
    ligne["valeur"] = ligne["numerateur"] = None
    ligne["masque"] = True
