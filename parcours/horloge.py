"""The clock of a parcours: time used and left, next end of contract, PASS (metier.md §1 rows 34 and 36, §4.6)."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from insertion.texte import en_mots

from .enums import TYPES_EN_BREF, TypeContrat
from .models import Contrat, Prolongation, Renouvellement, Suspension
from .models.pass_iae import fenetre, fin_de_carence, fin_effective

JOURS_PAR_AN = 365


@dataclass(frozen=True)
class Compteur:
    """Time of a parcours in days: `total` (None: without a maximum), `utilises`, suspended days left out of both."""

    debut: date
    utilises: int
    total: int | None

    @property
    def restants(self):
        return None if self.total is None else max(self.total - self.utilises, 0)

    @property
    def depasse(self):
        """Days beyond the maximum; 0 within it."""
        return 0 if self.total is None else max(self.utilises - self.total, 0)

    @property
    def mois_utilises(self):
        return self.utilises * 12 // JOURS_PAR_AN

    @property
    def mois_total(self):
        return None if self.total is None else round(self.total * 12 / JOURS_PAR_AN)

    @property
    def part(self):
        """How much of the maximum is used, from 0 to 100."""
        return None if not self.total else min(self.utilises * 100 // self.total, 100)

    @property
    def en_mots(self):
        """« 14 mois sur 24 », « 14 mois » without a maximum."""
        return f"{self.mois_utilises} mois" + (f" sur {self.mois_total}" if self.total is not None else "")


@dataclass(frozen=True)
class Horloge:
    """What the page of contracts says on one day. Dates are None when there is nothing to say; `decision` is the
    dossier in which the renewal of the last contract was decided."""

    le: date
    compteur: Compteur
    contrat: Contrat | None
    prochaine_fin: date | None
    decision_avant: date | None
    anciennete: relativedelta | None
    pass_fin: date | None
    suspension: Suspension | None
    carence: date | None
    fenetre: tuple[date, date] | None
    decision: Renouvellement | None = None

    @property
    def decision_en_retard(self):
        return self.decision_avant is not None and self.decision_avant < self.le

    @property
    def pass_expire(self):
        return self.pass_fin is not None and self.pass_fin < self.le

    @property
    def prolongeable(self):
        """Whether a prolongation may be asked for on that day."""
        return self.fenetre is not None and self.fenetre[0] <= self.le <= self.fenetre[1]

    @property
    def contrat_apres_le_pass(self):
        """A contract may end after the PASS (never refused, metier.md §2 row 18), but somebody should know."""
        return bool(self.pass_fin and self.prochaine_fin and self.prochaine_fin > self.pass_fin)

    @property
    def anciennete_en_mots(self):
        """« 1 an et 2 mois », « moins d’un mois »; empty before the first contract."""
        if self.anciennete is None:
            return ""
        ans, mois = self.anciennete.years, self.anciennete.months
        morceaux = [f"{ans} an{'s' if ans > 1 else ''}" if ans else "", f"{mois} mois" if mois else ""]
        return " et ".join(m for m in morceaux if m) or "moins d’un mois"


def lire(parcours, contrats, suspensions, prolongations, le, seuil, decision=None):
    """Return the `Horloge` of `parcours` on the day `le` (a date).

    `seuil` is how many days before the end of a contract its renewal is decided (metier.md §2 row 4, 60 by default).

    The lists are those of the parcours (contracts) and of its PASS. Time is that of the PASS when there is one, else
    that of the dispositif since the entry; it stops at the exit.
    """
    contrats, suspensions, prolongations = list(contrats), list(suspensions), list(prolongations)
    arret = min(le, parcours.date_sortie or le)
    compteur = _compteur(
        parcours,
        arret,
        ecoules=sum(_jours_jusqu_a(s, arret) for s in suspensions),
        prolonges=sum(p.jours for p in prolongations),
    )
    en_cours = next((c for c in contrats if c.court(le)), None)
    # A renewal already signed moves the end that matters to its own; one without a term leaves none.
    fin = max(c.fin for c in contrats) if en_cours and all(c.fin for c in contrats) else None
    pass_fin = fin_effective(parcours, suspensions, prolongations)
    return Horloge(
        le=le,
        compteur=compteur,
        contrat=en_cours,
        prochaine_fin=fin,
        decision_avant=fin - timedelta(days=seuil) if fin else None,
        anciennete=_anciennete(contrats, le),
        pass_fin=pass_fin,
        suspension=next((s for s in suspensions if s.date_debut <= le <= s.date_fin), None),
        carence=fin_de_carence(pass_fin) if pass_fin and pass_fin < le else None,
        fenetre=fenetre(pass_fin) if pass_fin else None,
        decision=decision,
    )


def ouvrir(parcours, le):
    """Read what `lire` needs for one parcours; return (horloge, contracts, suspensions, prolongations)."""
    contrats = list(Contrat.objects.filter(parcours=parcours).pour_frise())
    suspensions = list(Suspension.objects.du_parcours(parcours)) if parcours.pass_numero else []
    prolongations = list(Prolongation.objects.du_parcours(parcours)) if parcours.pass_numero else []
    seuil = parcours.structure.alerte_renouvellement_jours
    horloge = lire(parcours, contrats, suspensions, prolongations, le, seuil, _decision(contrats))
    return horloge, contrats, suspensions, prolongations


def _decision(contrats):
    """The dossier of the last contract, once decided: nothing follows that contract yet."""
    dossiers = contrats[-1].dossiers.all() if contrats else ()
    return next((dossier for dossier in dossiers if dossier.decision), None)


def puces(parcours, le):
    """Return up to three chips of the person's header for a parcours that went through `avec_horloge(le)`.

    Nothing for None, for a parcours that has ended, or for one without that annotation.
    """
    if parcours is None or not hasattr(parcours, "contrat_type") or (parcours.date_sortie or le) < le:
        return []
    compteur = _compteur(parcours, le, ecoules=parcours.jours_suspendus_ecoules, prolonges=parcours.jours_prolonges)
    temps = {"classe": "late" if compteur.depasse else "ok", "icone": "clock", "texte": compteur.en_mots}
    return [p for p in (temps, _puce_contrat(parcours, le), _puce_suspension(parcours)) if p]


def _puce_contrat(parcours, le):
    if not parcours.contrat_type:
        return {"classe": "warn", "icone": "alert-circle", "texte": "Sans contrat en cours"}
    type_contrat = TypeContrat(parcours.contrat_type)
    nom, fin = TYPES_EN_BREF.get(type_contrat, type_contrat.label), parcours.contrat_fin
    if fin is None:
        return {"classe": "info", "icone": "calendar-event", "texte": nom}
    motif = "j F" if fin.year == le.year else "j F Y"
    classe = "warn" if fin - timedelta(days=parcours.seuil_decision) <= le else "info"
    return {"classe": classe, "icone": "calendar-event", "texte": f"{nom} jusqu’au {en_mots(fin, motif)}"}


def _puce_suspension(parcours):
    return {"classe": "warn", "icone": "hourglass", "texte": "PASS suspendu"} if parcours.suspendu else None


def _compteur(parcours, le, ecoules, prolonges):
    """The first day counts: one day is used on the day of the entry; a PASS of 730 days is used up on its last."""
    if parcours.pass_debut and parcours.pass_fin:
        debut, base = parcours.pass_debut, (parcours.pass_fin - parcours.pass_debut).days + 1
    else:
        debut, base = parcours.date_entree, None
        if fin := parcours.fin_maximale():
            base = (fin - debut).days
    utilises = max((le - debut).days + 1 - ecoules, 0)
    return Compteur(debut, utilises, None if base is None else base + prolonges)


def _jours_jusqu_a(suspension, le):
    """The days of a suspension that have passed on the day `le`."""
    return max((min(suspension.date_fin, le) - suspension.date_debut).days + 1, 0)


def _anciennete(contrats, le):
    """Time since the first day of the first contract; None before it, or without any."""
    debut = min((c.date_debut for c in contrats), default=None)
    if debut is None or debut > le:
        return None
    dernier = max((c.fin or le for c in contrats), default=le)
    return relativedelta(min(le, dernier) + timedelta(days=1), debut)
