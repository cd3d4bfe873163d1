"""What a reminder says before it is a row, and who in the team may be reminded."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F
from django.utils.formats import date_format

from beneficiaires.models import Beneficiaire, Limitation, Referent
from insertion.droits import DROITS, Droit
from insertion.models import Appartenance, Structure

from ..enums import MotifRappel
from ..models import Sourdine

#: Days after its due date during which something late is still asked for; after that the lists alone hold it.
DERNIERE_RELANCE = 90


@dataclass(frozen=True)
class RappelDu:
    """A reminder that the facts ask for. Its text names nobody and quotes nothing: it goes into an e-mail.

    `echeance` is the day on which it comes; `terme` the last day for what it announces, where that is another one.
    """

    utilisateur_id: int
    motif: MotifRappel
    objet_id: int
    echeance: date
    texte: str
    url: str
    beneficiaire_id: int | None = None
    entreprise_id: int | None = None
    convention_id: int | None = None
    terme: date | None = None

    @property
    def pour_le(self):
        """The day by which it is to be done."""
        return self.terme or self.echeance

    @property
    def cle(self):
        return (self.utilisateur_id, self.motif, self.objet_id, self.echeance)


@dataclass(frozen=True)
class Equipe:
    """Who may be reminded on a day: the role of each active colleague, the référents of each person.

    `structure` holds the delays that it chose, `muettes` the people about whom nothing is asked for a while: muted,
    archived, or whose file is limited.
    """

    structure: Structure
    roles: dict
    referents: dict
    anciens: dict
    muettes: frozenset

    def peut(self, utilisateur_id, droit):
        return droit in DROITS.get(self.roles.get(utilisateur_id), ())

    def qui_peuvent(self, droit):
        """The ids of every colleague who has `droit`."""
        return sorted(pk for pk in self.roles if self.peut(pk, droit))

    def suivent(self, beneficiaire_id):
        """The ids of their référents."""
        return self.referents.get(beneficiaire_id, ())

    def au_depart(self, beneficiaire_id):
        """Who answers for somebody whose parcours is over: their référents, else the last one they had."""
        return self.referents.get(beneficiaire_id) or self.anciens.get(beneficiaire_id, ())[-1:]


def en_lettres(jour, *, semaine=False, annee=True):
    """« 1er novembre 2026 »; with `semaine`, « dimanche 1er novembre 2026 »."""
    quantieme = "1er" if jour.day == 1 else str(jour.day)
    return date_format(jour, f"{'l ' if semaine else ''}{_litteral(quantieme)} F{' Y' if annee else ''}")


def _litteral(texte):
    return "".join(f"\\{caractere}" for caractere in texte)


def palier(le, premier, terme, jours):
    """The last day, on the day `le`, of those that ask: `premier`, then each of `jours` days before `terme`."""
    paliers = (premier, *(terme - timedelta(days=n) for n in jours))
    return max(jour for jour in paliers if premier <= jour <= le)


def aux(utilisateurs, **champs):
    """The same reminder for each of `utilisateurs` (ids)."""
    return [RappelDu(utilisateur_id=pk, **champs) for pk in utilisateurs]


def equipe_du_jour(structure, le):
    """The `Equipe` of `structure` on the day `le`, in three queries."""
    roles = dict(Appartenance.objects.en_poste(structure, le).values_list("utilisateur_id", "role"))
    referents, anciens = defaultdict(list), defaultdict(list)
    suivis = Referent.objects.filter(debut__lte=le).order_by(F("fin").asc(nulls_first=True), "pk")
    for beneficiaire_id, utilisateur_id, fin in suivis.values_list("beneficiaire_id", "utilisateur_id", "fin"):
        if Droit.ECRIRE_SUIVI in DROITS.get(roles.get(utilisateur_id), ()):
            actuels = referents if fin is None or fin > le else anciens
            actuels[beneficiaire_id].append(utilisateur_id)
    muettes = Sourdine.objects.en_cours(le).values_list("beneficiaire")
    hors_base = Beneficiaire.objects.hors_base().values_list("pk")
    limites = Limitation.objects.en_cours().values_list("beneficiaire")
    muettes = frozenset(pk for (pk,) in muettes.union(hors_base, limites))
    return Equipe(structure, roles, referents, anciens, muettes)
