"""What the team puts before who answers for it: plans validated, sent back, waiting; requests of aid too."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from beneficiaires.models import Referent
from insertion.enums import Role
from parcours.enums import DecisionPlan, EtatAide, EtatObjectif
from parcours.models import AideFinanciere, EtapeAide, Parcours, ValidationPlan
from parcours.models.validations import empreinte

from .calendrier import jour_ouvre

MOTS = (
    "L’échéance du logement est courte, je préfère vous en parler.",
    "Premier plan depuis l’entrée : le permis passe avant le reste, à sa demande.",
    "",
    "",
)
PLAN_A_REVOIR = "L’objectif logement n’a pas de date : voyez avec la personne ce qui tient d’ici au renouvellement."
AIDE_A_REVOIR = "Demandez d’abord au CCAS, qui peut prendre la moitié, puis ramenez le montant au reste."
#: (days since it was asked, days since the answer or None, answer), over and over.
PLANS = (
    (40, 38, DecisionPlan.VALIDE),
    (9, None, ""),
    (26, 20, DecisionPlan.VALIDE),
    (12, 6, DecisionPlan.RENVOYE),
    (3, None, ""),
    (61, 55, DecisionPlan.VALIDE),
)
#: What became of a request that nobody has sent yet: days since it was asked, days since the answer, answer.
ACCORDS = ((6, None, ""), (10, 4, EtatAide.A_REVOIR), (2, None, ""), (8, 1, EtatAide.A_ENVOYER))


def approuver(structure, equipe, le):
    """One plan out of three was put forward; the last requests of aid wait for an agreement, or had their answer."""
    chef = next((c.utilisateur for c in equipe if c.role in (Role.CHEF_SERVICE, Role.DIRECTION)), None)
    if chef:
        ValidationPlan.objects.bulk_create(_validations(structure, chef, le))
        _accorder(structure, chef, le)


def _validations(structure, chef, le):
    referents = dict(Referent.objects.filter(fin=None).values_list("beneficiaire", "utilisateur"))
    ouverts = Parcours.objects.filter(date_sortie=None, objectifs__etat=EtatObjectif.EN_COURS).distinct()
    for rang, parcours in enumerate(ouverts.prefetch_related("objectifs").order_by("pk")[::3]):
        demande, reponse, decision = PLANS[rang % len(PLANS)]
        jour = max(parcours.date_entree, _avant(le, demande))
        decidee = (
            {} if reponse is None else {"decidee_par": chef, "decidee_at": _a(max(jour, _avant(le, reponse)), 16)}
        )
        yield ValidationPlan(
            structure=structure,
            parcours=parcours,
            demandee_par_id=referents.get(parcours.beneficiaire_id, chef.pk),
            demandee_at=_a(jour, 11),
            mot=MOTS[rang % len(MOTS)],
            decision=decision,
            motif=PLAN_A_REVOIR if decision == DecisionPlan.RENVOYE else "",
            empreinte=empreinte(parcours),
            **decidee,
        )


def _accorder(structure, chef, le):
    """The latest requests that the fund has not answered go back to before they were sent."""
    etapes = []
    en_cours = AideFinanciere.objects.en_cours().filter(etat=EtatAide.INSTRUCTION).order_by("-date", "pk")
    for aide, (demande, reponse, etat) in zip(list(en_cours), ACCORDS, strict=False):
        aide.date = max(aide.date, _avant(le, demande))
        commun = {"structure": structure, "aide": aide}
        etapes.append(EtapeAide(**commun, etat=EtatAide.ACCORD, date=aide.date, auteur=aide.auteur))
        if etat:
            commentaire = AIDE_A_REVOIR if etat == EtatAide.A_REVOIR else ""
            jour = max(aide.date, _avant(le, reponse))
            etapes.append(EtapeAide(**commun, etat=etat, date=jour, auteur=chef, commentaire=commentaire))
    aides = list({etape.aide.pk: etape.aide for etape in etapes}.values())
    EtapeAide.objects.filter(aide__in=aides).delete()
    AideFinanciere.objects.bulk_update(aides, ["date"])
    EtapeAide.objects.bulk_create(etapes)


def _avant(le, jours):
    return min(le, jour_ouvre(le - timedelta(days=jours)))


def _a(jour, heure):
    return timezone.make_aware(datetime.combine(jour, time(heure)))
