"""Hours worked by month: the grid, the file of the payroll, and the ETP that they make."""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Q, Sum

from insertion.enums import TypeStructure
from insertion.isolation.contexte import contexte, contexte_exige
from insertion.texte import sans_accents

from .models import HeuresMois, Parcours, Sortie

#: Paid hours of one full-time post in one year, by type (metier.md §5 « ETP réalisés »: ACI 1 820 h). No other is
#: sourced, so no other is computed.
HEURES_ANNUELLES = {TypeStructure.ACI: 1820}
PLAFOND = Decimal(744)
ENTETES = {
    "nom": {"nom", "nom d'usage", "nom de famille", "nom usuel"},
    "prenom": {"prenom", "prenoms"},
    "personne": {"salarie", "personne", "nom et prenom", "nom prenom", "prenom nom", "nom complet"},
    "heures": {"heures", "heures travaillees", "heures realisees", "nb heures", "nombre d'heures", "total heures"},
    "absence": {"absence", "absences", "heures absence", "heures d'absence", "heures absences"},
}
_HEURES = re.compile(r"^(\d{1,4})(?:[.,](\d{1,2})|\s*(?:h|:)\s*(\d{1,2})?)?\s*h?$")


def premier_jour(texte, le):
    """The first day of the month « 2026-10 »; without a readable one, of the last whole month before the day `le`."""
    trouve = re.fullmatch(r"(20\d\d)-(\d\d)", texte or "")
    if trouve and 1 <= int(trouve[2]) <= 12:
        return date(int(trouve[1]), int(trouve[2]), 1)
    return (le.replace(day=1) - timedelta(days=1)).replace(day=1)


def dernier_jour(mois):
    return mois.replace(day=monthrange(mois.year, mois.month)[1])


def presents(mois):
    """The parcours that are open on one day at least of the month that begins on `mois`, by name, with the person."""
    parcours = Parcours.objects.filter(
        Q(date_sortie=None) | Q(date_sortie__gte=mois), date_entree__lte=dernier_jour(mois)
    )
    return parcours.select_related("beneficiaire", "dispositif").order_by("beneficiaire__tri", "pk")


def etp(structure, du, au):
    """Full-time posts made by the hours of the months from `du` to `au` (both included); None when no source says.

    Hours worked / annual hours of a post, brought to the length of the period (metier.md §5 « ETP réalisés »).
    """
    annuelles = HEURES_ANNUELLES.get(structure.type)
    if annuelles is None:
        return None
    mois = (au.year - du.year) * 12 + au.month - du.month + 1
    total = (
        HeuresMois.objects.filter(structure=structure).entre(du.replace(day=1), au).aggregate(t=Sum("heures"))["t"]
    )
    return ((total or Decimal(0)) * 12 / (annuelles * mois)).quantize(Decimal("0.01"))


def lire_heures(brut):
    """« 104,5 », « 104 h 30 », « 104:30 » → Decimal hours; 0 for an empty cell; None for anything else."""
    if not brut.strip():
        return Decimal(0)
    trouve = _HEURES.match(sans_accents(brut))
    if not trouve:
        return None
    entier, decimales, minutes = trouve.groups()
    heures = Decimal(f"{entier}.{decimales or 0}") + Decimal(minutes or 0) / 60
    return round(heures, 2) if heures <= PLAFOND and int(minutes or 0) < 60 else None


def noter(mois, saisies):
    """Write {parcours_id: (worked, missed)} for the month; no hours at all take the row away.

    Hours often come after the exit: those exits are judged again (metier.md §4.3).
    """
    vides = [pk for pk, (heures, absence) in saisies.items() if heures is None and not absence]
    HeuresMois.objects.filter(mois=mois, parcours__in=vides).delete()
    structures = dict(Parcours.objects.filter(pk__in=saisies).values_list("pk", "structure_id"))
    HeuresMois.objects.bulk_create(
        [
            HeuresMois(
                structure_id=structures[pk],
                parcours_id=pk,
                mois=mois,
                heures=heures or 0,
                heures_absence=absence or 0,
            )
            for pk, (heures, absence) in saisies.items()
            if pk not in vides
        ],
        update_conflicts=True,
        unique_fields=["structure", "parcours", "mois"],
        update_fields=["heures", "heures_absence"],
    )
    _rejuger(mois, structures)


def _rejuger(mois, structures):
    """Judge again, under the role of the system, the exits that the hours of `structures` ({parcours: structure})
    touch: who notes hours on the site may not read the exits."""
    par = contexte_exige().utilisateur_id
    with contexte(*set(structures.values()), utilisateur_id=par, origine="heures notées après la sortie"):
        for sortie in Sortie.objects.touchees_par(mois, structures):
            sortie.reexaminer()


@dataclass
class Reprise:
    """What a file of hours brought: lines new, changed, already there, and those refused with the reason."""

    nouvelles: int = 0
    changees: int = 0
    identiques: int = 0
    erreurs: list = field(default_factory=list)


def reprendre(feuille, mois):
    """Write the hours of a `Feuille` (insertion/tableur.py) for the month; return the `Reprise`.

    Good lines are written whatever the others hold; the same file twice changes nothing. What the file does not say
    (a column it lacks, an empty cell) stays as it was noted; a new row has 0 there.
    """
    entete, colonnes = _colonnes(feuille.lignes)
    reprise = Reprise()
    if colonnes is None:
        reprise.erreurs.append("Aucune ligne d’en-têtes trouvée : il faut « Nom », « Prénom » et « Heures ».")
        return reprise
    connues = {h.parcours_id: (h.heures, h.heures_absence) for h in HeuresMois.objects.filter(mois=mois)}
    par_nom, saisies = _par_nom(mois), {}
    for numero, ligne in enumerate(feuille.lignes[entete + 1 :], start=entete + 2):
        if any(cellule.strip() for cellule in ligne):
            _lire_ligne(numero, ligne, colonnes, par_nom, saisies, reprise)
    ecrire = {}
    for pk, lues in saisies.items():
        deja = connues.get(pk, (Decimal(0), Decimal(0)))
        heures = tuple(connu if lu is None else lu for lu, connu in zip(lues, deja, strict=True))
        if pk not in connues:
            reprise.nouvelles += 1
        elif connues[pk] != heures:
            reprise.changees += 1
        else:
            reprise.identiques += 1
            continue
        ecrire[pk] = heures
    noter(mois, ecrire)
    return reprise


def _colonnes(lignes):
    """(rank of the header line, {matter: column}) among the ten first lines, or (0, None)."""
    for rang, ligne in enumerate(lignes[:10]):
        mots = [sans_accents(cellule) for cellule in ligne]
        trouvees = {
            matiere: colonne
            for matiere, noms in ENTETES.items()
            for colonne in range(len(mots) - 1, -1, -1)
            if mots[colonne] in noms
        }
        if "heures" in trouvees and ("personne" in trouvees or "nom" in trouvees):
            return rang, trouvees
    return 0, None


def _par_nom(mois):
    """{name without accents, its words sorted: [parcours ids]} of the people present in the month."""
    noms = {}
    for parcours in presents(mois):
        noms.setdefault(_cle(f"{parcours.beneficiaire.nom} {parcours.beneficiaire.prenom}"), []).append(parcours.pk)
    return noms


def _cle(nom):
    return " ".join(sorted(re.findall(r"\w+", sans_accents(nom))))


def _lire_ligne(numero, ligne, colonnes, par_nom, saisies, reprise):
    """Put in `saisies` the (worked, missed) of a line, None where it says nothing; in `reprise` why it is refused."""

    def cellule(matiere):
        colonne = colonnes.get(matiere)
        return ligne[colonne].strip() if colonne is not None and colonne < len(ligne) else ""

    nom = cellule("personne") or f"{cellule('nom')} {cellule('prenom')}".strip()
    if not nom or sans_accents(nom).startswith("total"):
        return
    candidats = par_nom.get(_cle(nom), [])
    heures, absence = lire_heures(cellule("heures")), lire_heures(cellule("absence"))
    if not candidats:
        reprise.erreurs.append(f"Ligne {numero} : « {nom} » n’a pas de parcours ouvert ce mois-là.")
    elif len(candidats) > 1:
        reprise.erreurs.append(
            f"Ligne {numero} : « {nom} » désigne plusieurs parcours. Saisissez ses heures à la main."
        )
    elif heures is None:
        reprise.erreurs.append(f"Ligne {numero} : « {cellule('heures')} » n’est pas un nombre d’heures de 0 à 744.")
    elif absence is None:
        reprise.erreurs.append(f"Ligne {numero} : « {cellule('absence')} » n’est pas un nombre d’heures d’absence.")
    elif candidats[0] in saisies:
        reprise.erreurs.append(f"Ligne {numero} : « {nom} » est déjà plus haut dans le fichier.")
    else:
        saisies[candidats[0]] = (heures if cellule("heures") else None, absence if cellule("absence") else None)
