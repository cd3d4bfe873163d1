"""How entry goes, month by month: four figures of the structure, never of a colleague.

None can be asked by person, and `Saisie` does not say whose an entry was. Under five facts a figure is not given.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta
from django.db.models import Aggregate, Count, DateField, DurationField, ExpressionWrapper, F, Min, Q
from django.db.models.functions import TruncDate, TruncMonth
from django.utils.formats import date_format

from beneficiaires.models import Beneficiaire
from insertion.jours import bornes, minuit
from insertion.models import Saisie
from parcours.models import Entretien, Parcours

from .bilans.graphiques import LARGEUR_ECRAN, barres
from .indicateurs.chiffres import NBSP, PETIT_EFFECTIF, SUFFIXES, Unite

MOIS = 12
#: A draft that nobody has saved after so long is abandoned; a field filled so long after the entry is late.
ABANDON, TARD = timedelta(days=7), timedelta(days=30)
#: What funders ask about a person (exigences.py), as the columns that answer.
CHAMPS = ("civilite", "date_naissance", "commune", "code_postal", "niveau_formation", "telephone", "email")


@dataclass(frozen=True)
class Valeur:
    """A figure of one month over `base` facts; None under `PETIT_EFFECTIF` facts."""

    nombre: Decimal | None
    base: int
    unite: Unite

    @property
    def en_mots(self):
        if self.nombre is None:
            return "trop peu" if self.base else "—"
        return f"{self.nombre:.0f}{NBSP}{SUFFIXES[self.unite]}"


@dataclass(frozen=True)
class Mesure:
    """One figure, as its page explains it; `calculer(du, au)` gives {first day of a month: (value, base)}."""

    code: str
    libelle: str
    definition: str
    unite: Unite
    calculer: Callable


class Mediane(Aggregate):
    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"


def delai(du, au):
    """Median time from the first key to the save, of the entries begun each month, in minutes."""
    duree = ExpressionWrapper(F("enregistree_at") - F("commencee_at"), DurationField())
    finies = _commencees(du, au).filter(enregistree_at__isnull=False)
    lignes = _par_mois(finies, "commencee_at").annotate(base=Count("pk"), valeur=Mediane(duree))
    return {mois: (valeur.total_seconds() / 60, base) for mois, base, valeur in lignes}


def abandons(du, au):
    """Share of the entries begun each month that were not saved within seven days, the last seven days apart."""
    tardive = Q(enregistree_at__isnull=True) | Q(enregistree_at__gt=F("commencee_at") + ABANDON)
    lignes = _par_mois(_commencees(du, au - ABANDON), "commencee_at").annotate(
        base=Count("pk"), valeur=Count("pk", filter=tardive)
    )
    return _parts(lignes)


def notes_du_jour(du, au):
    """Share of the notes written each month that were written on the day of the entretien (Europe/Paris)."""
    debut, fin = bornes(du, au)
    ecrites = Entretien.objects.filter(created_at__gte=debut, created_at__lt=fin).order_by()
    le_jour_meme = Q(ecrite_le=F("vu_le"))
    lignes = _par_mois(ecrites.annotate(ecrite_le=TruncDate("created_at"), vu_le=TruncDate("date")), "created_at")
    return _parts(lignes.annotate(base=Count("pk"), valeur=Count("pk", filter=le_jour_meme)))


def champs_tardifs(du, au):
    """Share of the fields asked by funders that were filled more than thirty days after the entry, by month of entry.

    Of the people whose file was opened by then, among those who entered thirty days ago or more: history tells when
    each field was filled first. A field still empty is missing, which « Ce qui manque » says.
    """
    entrees = Parcours.objects.filter(date_entree__gte=du, date_entree__lte=au - TARD).order_by()
    entrees = dict(entrees.values_list("beneficiaire").annotate(Min("date_entree")))
    remplis = {f"{nom}_le": Min("pgh_created_at", filter=_rempli(nom)) for nom in CHAMPS}
    histoire = Beneficiaire.events.rel.related_model.objects.filter(pgh_obj__in=entrees).order_by()
    tardifs = defaultdict(list)
    lignes = histoire.values_list("pgh_obj").annotate(ouverte=Min("pgh_created_at"), **remplis)
    for personne, ouverte, *instants in lignes:
        limite = minuit(entrees[personne] + TARD)
        if ouverte <= limite:
            tardifs[entrees[personne].replace(day=1)] += [instant > limite for instant in instants if instant]
    return _parts((mois, len(dits), sum(dits)) for mois, dits in tardifs.items() if dits)


MESURES = (
    Mesure(
        "delai",
        "De la première touche à l’enregistrement",
        "Durée médiane entre le premier caractère d’un texte et son enregistrement, pour les saisies commencées "
        "dans le mois.",
        Unite.MINUTES,
        delai,
    ),
    Mesure(
        "abandons",
        "Brouillons abandonnés",
        "Part des saisies commencées dans le mois et pas enregistrées sept jours après. Un brouillon de moins d’une "
        "minute ne compte pas, ni les sept derniers jours.",
        Unite.TAUX,
        abandons,
    ),
    Mesure(
        "notes_du_jour",
        "Notes écrites le jour même",
        "Part des comptes rendus écrits dans le mois qui l’ont été le jour de l’entretien.",
        Unite.TAUX,
        notes_du_jour,
    ),
    Mesure(
        "champs_tardifs",
        "Champs remplis en retard",
        "Parmi les renseignements d’identité demandés par les financeurs et remplis, part de ceux qui l’ont été plus "
        "de trente jours après l’entrée, par mois d’entrée. Les fiches ouvertes plus tard ne comptent pas.",
        Unite.TAUX,
        champs_tardifs,
    ),
)


def mesurer(le):
    """Return [(`Mesure`, [(first day of the month, `Valeur`)])] of the twelve months up to the day `le`.

    One query a figure, two for the last, whatever the structure holds.
    """
    debut = le.replace(day=1) - relativedelta(months=MOIS - 1)
    mois = [debut + relativedelta(months=n) for n in range(MOIS)]
    return [(mesure, _suite(mesure, mesure.calculer(debut, le), mois)) for mesure in MESURES]


def graphique(mesure, suite):
    """The `Barres` of a figure that is a share, one a month; None when nothing is to compare."""
    lignes = [
        {
            "libelle": date_format(mois, "F Y"),
            "unite": valeur.unite,
            "valeur": valeur.nombre,
            "en_mots": valeur.en_mots,
            "fraction": "",
        }
        for mois, valeur in suite
        if valeur.nombre is not None
    ]
    return barres({"libelle": mesure.libelle, "lignes": lignes}, mesure.code, LARGEUR_ECRAN) if lignes else None


def _suite(mesure, valeurs, mois):
    return [(un, _valeur(mesure, *valeurs.get(un, (0, 0)))) for un in mois]


def _valeur(mesure, nombre, base):
    return Valeur(Decimal(nombre) if base >= PETIT_EFFECTIF else None, base, mesure.unite)


def _commencees(du, au):
    debut, fin = bornes(du, au)
    return Saisie.objects.filter(commencee_at__gte=debut, commencee_at__lt=fin).order_by()


def _par_mois(lignes, instant):
    """The rows by month of `instant`, for an aggregate `base` then an aggregate `valeur`."""
    return lignes.annotate(mois=TruncMonth(TruncDate(instant))).values_list("mois")


def _parts(lignes):
    return {mois: (100 * valeur / base, base) for mois, base, valeur in lignes}


def _rempli(nom):
    """The condition « the column `nom` holds something »: a date is known or null, a text may be empty."""
    if isinstance(Beneficiaire._meta.get_field(nom), DateField):
        return Q(**{f"{nom}__isnull": False})
    return Q(**{f"{nom}__gt": ""})
