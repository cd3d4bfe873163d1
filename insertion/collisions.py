"""Rows of two owners that a rule « only once » forbids to put side by side, and what becomes of them in a merge.

Nothing written is lost: a row leaves only when the other says all that it says, and its history brings it back. What
contradicts itself is refused, in words. A model may say more with two attributes: `FUSION_PREMIER_DIT`, the date by
which the first said stands for both (a consent, a notice); `FUSION_REFUSEE`, what to do (French) when it is refused.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db.models import UniqueConstraint
from django.utils.text import capfirst
from pghistory.models import Event

from .models import Utilisateur

#: What no row says by itself.
TECHNIQUES = {"id", "structure", "version"}
QUE_FAIRE = "Corrigez ou supprimez l’une des deux lignes, puis revenez."


@dataclass(frozen=True)
class Conflit:
    """Two rows that contradict each other: what the rule says, and what to do (French)."""

    modele: type
    gardee: object
    absorbee: object
    message: str

    @property
    def titre(self):
        return capfirst(str(self.modele._meta.verbose_name))

    @property
    def que_faire(self):
        return getattr(self.modele, "FUSION_REFUSEE", QUE_FAIRE)


def trancher(modele, champ, absorbee, gardee):
    """(ids of the rows that leave, [Conflit]) for the rows that point by `champ` to `absorbee` and `gardee`."""
    paires = [
        paire for regle in _regles(modele, champ) for paire in _opposees(modele, champ, regle, absorbee, gardee)
    ]
    if not paires:
        return [], []
    lignes = modele.objects.in_bulk({pk for sienne, autre, *_ in paires for pk in (sienne, autre)})
    portent, ecartees, conflits = _qui_portent(modele, lignes), set(), []
    for sienne, autre, regle, periodes in paires:
        if sienne in ecartees or autre in ecartees:
            continue
        perdante = _perdante(lignes[sienne], lignes[autre], champ, regle, periodes)
        if perdante is None or perdante in portent or not hasattr(modele, "events"):
            conflits.append(Conflit(modele, lignes[autre], lignes[sienne], _message(regle)))
        else:
            ecartees.add(perdante)
    return sorted(ecartees), conflits


def _message(regle):
    """What the rule says, or that one is enough when it says nothing of its own."""
    dit = str(regle.violation_error_message)
    return "Il n’y en a qu’une par personne." if dit == regle.default_violation_error_message else dit


def _regles(modele, champ):
    for regle in modele._meta.constraints:
        exclusion = isinstance(regle, ExclusionConstraint)
        noms = dict(_expressions(regle)) if exclusion else getattr(regle, "fields", ())
        if (exclusion or isinstance(regle, UniqueConstraint)) and champ.name in noms:
            yield regle


def _expressions(regle):
    """[(column or expression, operator)] of a rule of exclusion."""
    return [(getattr(quoi, "name", quoi), operateur) for quoi, operateur in regle.expressions]


def _opposees(modele, champ, regle, absorbee, gardee):
    """[(id of absorbee's, id of gardee's, rule, {id: range of dates})]: one query."""
    lignes = modele.objects.filter(**{f"{champ.attname}__in": [absorbee.pk, gardee.pk]})
    lignes = lignes.filter(regle.condition) if regle.condition else lignes
    if isinstance(regle, UniqueConstraint):
        noms = [nom for nom in regle.fields if nom not in (champ.name, "structure")]
    else:
        egales = [quoi for quoi, operateur in _expressions(regle) if operateur == RangeOperators.EQUAL]
        noms = [nom for nom in egales if nom not in (champ.name, "structure")]
        (periode,) = [quoi for quoi, operateur in _expressions(regle) if operateur == RangeOperators.OVERLAPS]
        lignes = lignes.annotate(periode_dite=periode)
    dites, periodes = defaultdict(lambda: ([], [])), {}
    extra = ["periode_dite"] if isinstance(regle, ExclusionConstraint) else []
    for pk, a_qui, *valeurs in lignes.order_by("pk").values_list("pk", champ.attname, *noms, *extra):
        if extra:
            periodes[pk] = valeurs.pop()
        if None not in valeurs:
            dites[tuple(valeurs)][a_qui == gardee.pk].append(pk)
    for siennes, autres in dites.values():
        for sienne in siennes:
            for autre in autres:
                if not extra or _se_touchent(periodes[sienne], periodes[autre]):
                    yield sienne, autre, regle, periodes


def _se_touchent(a, b):
    """Whether two ranges of days share one; PostgreSQL gives them as [from, before]."""
    return (a.lower is None or b.upper is None or a.lower < b.upper) and (
        b.lower is None or a.upper is None or b.lower < a.upper
    )


def _contient(a, b):
    """Whether the range of days `a` holds all of `b`."""
    return (a.lower is None or b.lower is not None and a.lower <= b.lower) and (
        a.upper is None or b.upper is not None and b.upper <= a.upper
    )


def _perdante(sienne, autre, champ, regle, periodes):
    """The id of the row that says nothing that the other does not say; None when each says something of its own."""
    if premier := getattr(type(sienne), "FUSION_PREMIER_DIT", ""):
        return sienne.pk if getattr(autre, premier) <= getattr(sienne, premier) else autre.pk
    dates = _dates(regle)
    for tient, part in ((autre, sienne), (sienne, autre)):
        contenue = not periodes or _contient(periodes[tient.pk], periodes[part.pk])
        if contenue and all(_dit(tient, part, colonne) for colonne in _dites(type(part), champ, dates)):
            return part.pk
    return None


def _dates(regle):
    """The columns that the range of a rule of exclusion is made of."""
    if isinstance(regle, UniqueConstraint):
        return set()
    (periode,) = [quoi for quoi, operateur in _expressions(regle) if operateur == RangeOperators.OVERLAPS]
    return {source.name for source in periode.get_source_expressions() if hasattr(source, "name")}


def _dites(modele, champ, dates):
    """The columns by which a row says something: neither its keys, nor who wrote it, nor when."""
    for colonne in modele._meta.concrete_fields:
        ecrit = (
            colonne.related_model is Utilisateur and not colonne.editable or getattr(colonne, "auto_now_add", False)
        )
        if colonne.name not in (*TECHNIQUES, champ.name, *dates) and not colonne.generated and not ecrit:
            yield colonne


def _dit(tient, part, colonne):
    """Whether `tient` says as much as `part` in this column: the same, or `part` says nothing there."""
    valeur = getattr(part, colonne.attname)
    return valeur in (None, "", [], {}) or valeur in (colonne.get_default(), getattr(tient, colonne.attname))


def _qui_portent(modele, pks):
    """Those of the rows `pks` on which other rows hang: they would go with them."""
    portent = set()
    for relation in modele._meta.related_objects:
        if not issubclass(relation.related_model, Event):
            cle = relation.field.attname
            trouvees = relation.related_model.objects.filter(**{f"{cle}__in": list(pks)})
            portent |= set(trouvees.values_list(cle, flat=True))
    return portent
