"""Whom to call today, on which number, and what was said last (metier.md §2 row 20)."""

import uuid
from dataclasses import dataclass, field

from .enums import RESULTATS_SANS_PERSONNE
from .models import Contact, Echange, Entreprise, Offre
from .offres import BIENTOT, expiration
from .relation import a_appeler, avec_relation, dormantes


@dataclass(frozen=True)
class Appel:
    """One line of a list of calls: the firm, why call it, whom, on which number, the last exchange (or None).

    `soumission` makes the call logged from this line count once, however often it is sent.
    """

    entreprise: Entreprise
    raison: str = ""
    contact: Contact | None = None
    dernier: Echange | None = None
    offre: Offre | None = None
    soumission: uuid.UUID = field(default_factory=uuid.uuid4)

    @property
    def telephone(self):
        """The number of the person to call, else that of the firm; empty when none is known."""
        return self.contact and self.contact.telephone or self.entreprise.telephone

    @property
    def dernier_mot(self):
        """The first line of what was said last, else its result; empty when they never spoke."""
        if self.dernier is None:
            return ""
        lignes = self.dernier.texte.strip().splitlines()
        return lignes[0] if lignes else self.dernier.get_resultat_display()


def appels(raisons):
    """Return an `Appel` for each (firm, reason, offer or None) of the list `raisons`, in its order; two queries."""
    raisons = list(raisons)
    firmes = {firme.pk for firme, *_ in raisons}
    derniers = Echange.objects.filter(entreprise__in=firmes).order_by("entreprise_id", "-date", "-pk")
    derniers = {e.entreprise_id: e for e in derniers.distinct("entreprise_id").select_related("contact", "auteur")}
    contacts = {}
    for contact in Contact.objects.filter(entreprise__in=firmes).actuels():
        contacts.setdefault(contact.entreprise_id, []).append(contact)
    return [
        Appel(firme, raison, _qui(contacts.get(firme.pk, ()), derniers.get(firme.pk)), derniers.get(firme.pk), offre)
        for firme, raison, offre in raisons
    ]


def _qui(contacts, dernier):
    """Whom to call: whoever spoke last and still works there, else the first who has a number, else the first."""
    connu = dernier.contact_id if dernier else None
    return min(contacts, key=lambda c: (c.pk != connu, not c.telephone), default=None)


def a_rappeler(entreprises, le):
    """Firms whose promised call is due on the day `le`, among a queryset of `Entreprise`; still a queryset."""
    return a_appeler(avec_relation(entreprises, le), le)


def en_sommeil(entreprises, le):
    """Firms that sleep on the day `le`, the latest sign first; still a queryset."""
    return dormantes(avec_relation(entreprises.filter(pk__in=_sans_appel(entreprises, le)), le))


def offres_a_relancer(offres, le):
    """Offers that expire soon and whose firm nobody has reached on the day `le`, as (firm, reason, offer)."""
    proches = offres.expirant(le, BIENTOT).pour_liste().exclude(entreprise__in=appelees(le))
    return [
        (o.entreprise, f"« {o} » {expiration(o, le).texte}", o) for o in proches.filter(entreprise__fermee_le=None)
    ]


def appelees(le):
    """Ids of the firms that somebody reached on the day `le`: no need to call them twice."""
    jointes = Echange.objects.filter(date__date=le).exclude(resultat__in=RESULTATS_SANS_PERSONNE)
    return jointes.order_by().values("entreprise")


def _sans_appel(entreprises, le):
    return entreprises.exclude(pk__in=appelees(le)).order_by().values("pk")
