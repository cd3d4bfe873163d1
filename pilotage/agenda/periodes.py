"""Which days, and whose: what the address of the agenda asks for."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.http import Http404
from django.utils.dateparse import parse_date

from insertion.jours import bornes
from insertion.models import Utilisateur
from insertion.texte import en_mots

JOUR, SEMAINE, MOIS = "jour", "semaine", "mois"
VUES = {JOUR: "Jour", SEMAINE: "Semaine", MOIS: "Mois"}
PAS = {JOUR: relativedelta(days=1), SEMAINE: relativedelta(weeks=1), MOIS: relativedelta(months=1)}
EQUIPE = "equipe"
#: An agenda is not looked at further than this; a date outside is a slip of the address.
ANNEES = range(2000, 2101)


@dataclass(frozen=True)
class Periode:
    """The days from `debut` to `fin` that the view `vue` shows around `jour`."""

    vue: str
    jour: date
    debut: date
    fin: date

    @property
    def jours(self):
        return [self.debut + timedelta(days=rang) for rang in range((self.fin - self.debut).days + 1)]

    @property
    def precedent(self):
        return self.jour - PAS[self.vue]

    @property
    def suivant(self):
        return self.jour + PAS[self.vue]

    @property
    def titre(self):
        """« mardi 1er décembre 2026 », « 30 novembre – 6 décembre 2026 », « décembre 2026 »."""
        if self.vue == JOUR:
            return en_mots(self.jour, "l j F Y")
        if self.vue == MOIS:
            return en_mots(self.jour, "F Y")
        motif = "j" if self.debut.month == self.fin.month else "j F" if self.debut.year == self.fin.year else "j F Y"
        return f"{en_mots(self.debut, motif)} – {en_mots(self.fin)}"

    @property
    def instants(self):
        """Midnight of the first day, midnight after the last: aware, on the days that change their clock too."""
        return bornes(self.debut, self.fin)


def periode_demandee(vue, jour, aujourdhui):
    """Return the `Periode` that two texts of the address ask for; what is wrong is the week, and today."""
    vue = vue if vue in VUES else SEMAINE
    jour = _jour(jour) or aujourdhui
    if vue == JOUR:
        return Periode(vue, jour, jour, jour)
    premier = jour if vue == SEMAINE else jour.replace(day=1)
    dernier = jour if vue == SEMAINE else premier + relativedelta(months=1, days=-1)
    lundi = premier - timedelta(days=premier.weekday())
    return Periode(vue, jour, lundi, dernier + timedelta(days=6 - dernier.weekday()))


def _jour(texte):
    try:
        jour = parse_date(texte or "")
    except ValueError:
        return None
    return jour if jour and jour.year in ANNEES else None


@dataclass(frozen=True)
class Choix:
    """Whose agenda: that of `choisi`, or of everybody (`choisi` None); `collegues` can be chosen."""

    lecteur: Utilisateur
    collegues: list
    choisi: Utilisateur | None

    @property
    def valeur(self):
        return str(self.choisi.pk) if self.choisi else EQUIPE

    @property
    def est_le_mien(self):
        return self.choisi is not None and self.choisi.pk == self.lecteur.pk

    @property
    def montres(self):
        return [self.choisi] if self.choisi else self.collegues


def choix_demande(texte, lecteur, le):
    """Return the `Choix` that the address asks for: one's own unless it names a colleague, or the team.

    Raises `Http404` for the number of somebody who does not belong to the structure on the day `le`.
    """
    collegues = list(Utilisateur.objects.de_la_structure(lecteur.appartenance.structure_id, le))
    if texte == EQUIPE:
        return Choix(lecteur, collegues, None)
    if not (texte or "").isdecimal():
        return Choix(lecteur, collegues, lecteur)
    choisi = next((collegue for collegue in collegues if str(collegue.pk) == texte), None)
    if choisi is None:
        raise Http404("Ce collègue n’est pas de la structure.")
    return Choix(lecteur, collegues, choisi)
