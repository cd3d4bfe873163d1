"""Firms to call for what happens to people: those that hire in the jobs aimed at, those that host an immersion.

Sources: metier.md §1 rows 18 and 61, §2 row 20. The first list names nobody.
"""

from dataclasses import replace

from django.db.models import Count, F, Q
from django.db.models.functions import Left

from entreprises.models import Offre
from entreprises.prospection import appelees, appels

from .immersions import attentes
from .models import MetierVise, Parcours

#: The first characters of a ROME code that near jobs share (« K22 »: propreté).
FAMILLE = 3
#: Lines shown: open offers, then firms that hired, found among so many past offers.
OFFRES, ANCIENNES, PASSEES = 15, 10, 50
#: Immersions shown: nobody calls more in a day.
IMMERSIONS = 20


def familles_visees(le):
    """Return, for each family of ROME codes aimed at in an open parcours on the day `le`, how many people aim."""
    personnes = Parcours.objects.en_cours(le).order_by().values("beneficiaire")
    gardes = MetierVise.objects.filter(rome__isnull=False, beneficiaire__in=personnes).gardes()
    nombres = gardes.order_by().values(famille=Left("rome", FAMILLE)).annotate(n=Count("beneficiaire", distinct=True))
    return dict(nombres.values_list("famille", "n"))


def qui_recrutent(le, *, compter):
    """Return whom to call, as (firm, reason, offer): open offers of the jobs aimed at, then firms that hired there.

    A near job (same family of the ROME) counts. The reason says how many people aim at it when `compter`. Firms
    already reached on the day `le` are left out.
    """
    familles = familles_visees(le)
    proches = Offre.objects.alias(famille=Left("rome", FAMILLE)).filter(famille__in=list(familles)).pour_liste()
    proches = proches.filter(entreprise__fermee_le=None).exclude(entreprise__in=appelees(le))
    ouvertes = list(proches.ouvertes(le).order_by(F("expire_le").asc(nulls_last=True), "-recue_le", "-pk")[:OFFRES])
    firmes = proches.ouvertes(le).order_by().values("entreprise")
    passees = proches.filter(Q(cloturee_le__isnull=False) | Q(expire_le__lt=le)).exclude(entreprise__in=firmes)
    anciennes = {o.entreprise_id: o for o in reversed(passees.order_by("-recue_le", "-pk")[:PASSEES])}
    return [
        (o.entreprise, _raison(o, familles[o.rome_id[:FAMILLE]] if compter else None, texte), o)
        for texte, offres in (("Recrute", ouvertes), ("A déjà recruté", _recentes(anciennes)))
        for o in offres
    ]


def des_immersions(immersions, le):
    """Return whom to call about `immersions` (a queryset) on the day `le`, as [(Attente, Appel)], in three queries.

    The tutor is called first, else whom one would call at that firm.
    """
    attendues = attentes(immersions.en_attente(le).pour_fiche(), le)[:IMMERSIONS]
    trouves = appels((attente.immersion.entreprise, _raison_immersion(attente), None) for attente in attendues)
    return [
        (attente, replace(appel, contact=attente.immersion.tuteur or appel.contact))
        for attente, appel in zip(attendues, trouves, strict=True)
    ]


def _raison_immersion(attente):
    personne = attente.immersion.parcours.beneficiaire
    if attente.est_bilan:
        return f"Bilan d’immersion à faire : {personne}, finie le {attente.immersion.finie_le:%d/%m/%Y}"
    return f"Immersion à mi-parcours : {personne}, jusqu’au {attente.immersion.fin:%d/%m/%Y}"


def _recentes(anciennes):
    return sorted(anciennes.values(), key=lambda o: (o.recue_le, o.pk), reverse=True)[:ANCIENNES]


def _raison(offre, nombre, texte):
    raison = f"{texte} : {offre}"
    if nombre is None:
        return raison
    return f"{raison} ({nombre} personne{'s visent' if nombre > 1 else ' vise'} ce métier ou un métier proche)"
