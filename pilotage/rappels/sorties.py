"""After the exit: its missing motive, the FSE+ questionnaire, then the news to take."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from parcours.enums import MomentFse
from parcours.models import Parcours, QuestionnaireFse, Sortie
from parcours.models.fse import FENETRE_SORTIE
from parcours.sorties import echeance_due

from ..enums import MotifRappel
from ..models import Convention
from .dus import DERNIERE_RELANCE, aux, en_lettres

#: Days before the end of the 28 when the FSE+ questionnaire is asked for again.
FENETRE_PRESQUE_CLOSE = timedelta(days=7)


def sorties(equipe, le):
    """« Sortie non documentée »: asked for 15 days after the exit, again at 25 (delays of the structure), then left
    to the list.

    An exit of long ago (an imported file) asks nothing: the list « Sorties à documenter » holds it.
    """
    relances = (equipe.structure.sortie_relance_jours, equipe.structure.sortie_alerte_jours)
    recents = Parcours.objects.sans_motif_de_sortie(le).filter(date_sortie__gte=le - timedelta(days=DERNIERE_RELANCE))
    for parcours in recents.order_by("date_sortie", "pk"):
        jours = max((j for j in relances if parcours.date_sortie + timedelta(days=j) <= le), default=None)
        if jours is None:
            continue
        yield from aux(
            equipe.au_depart(parcours.beneficiaire_id),
            beneficiaire_id=parcours.beneficiaire_id,
            motif=MotifRappel.SORTIE_A_DOCUMENTER,
            objet_id=parcours.pk,
            echeance=parcours.date_sortie + timedelta(days=jours),
            texte=f"Parcours terminé le {en_lettres(parcours.date_sortie)} : le motif de sortie n’est pas noté.",
            url=reverse("parcours:sortie_create", args=[parcours.pk]),
        )


def questionnaires_fse(equipe, le):
    """The exit of a participant of the FSE+: their situation counts when noted within 28 days (metier.md §4.9).

    Asked for on the day of the exit, again a week before the window closes, then left to « Ce qui manque ».
    """
    sortis = Parcours.objects.filter(_du_fse(), ~_a_repondu(), date_sortie__range=(le - FENETRE_SORTIE, le))
    for parcours in sortis.order_by("date_sortie", "pk"):
        fin = parcours.date_sortie + FENETRE_SORTIE
        rappel = fin - FENETRE_PRESQUE_CLOSE
        yield from aux(
            equipe.au_depart(parcours.beneficiaire_id),
            beneficiaire_id=parcours.beneficiaire_id,
            motif=MotifRappel.QUESTIONNAIRE_FSE,
            objet_id=parcours.pk,
            echeance=rappel if rappel <= le else parcours.date_sortie,
            texte=(
                f"Sortie le {en_lettres(parcours.date_sortie)} : situation FSE+ à noter d’ici au {en_lettres(fin)}."
            ),
            url=reverse("parcours:questionnaire_fse_update", args=[parcours.pk, MomentFse.SORTIE]),
        )


def _du_fse():
    """Whether an agreement of the FSE+ paid for the parcours on the day of the exit."""
    conventions = Convention.objects.du_fse().filter(
        debut__lte=OuterRef("date_sortie"), fin__gte=OuterRef("date_sortie")
    )
    return Exists(conventions.filter(Q(couverts=None) | Q(couverts__dispositif=OuterRef("dispositif"))))


def _a_repondu():
    """Whether the questionnaire of the exit is answered to the end."""
    remplis = QuestionnaireFse.objects.filter(parcours=OuterRef("pk"), moment=MomentFse.SORTIE)
    return Exists(remplis.exclude(Q(statut="") | Q(qualification="")))


def nouvelles(equipe, le):
    """News to take 3, 6 and 12 months after the exit (metier.md §1 row 22, §5 « Maintien post-sortie »)."""
    sorties = Sortie.objects.a_suivre(le).select_related("parcours").prefetch_related("parcours__suivis_sortie")
    for sortie in sorties.order_by("date", "pk"):
        du = echeance_due(sortie.date, sortie.parcours.suivis_sortie.all(), le)
        if du is None:
            continue
        adresse = reverse("parcours:suivi_sortie_create", args=[sortie.parcours_id])
        yield from aux(
            equipe.au_depart(sortie.parcours.beneficiaire_id),
            beneficiaire_id=sortie.parcours.beneficiaire_id,
            motif=MotifRappel.SUIVI_POST_SORTIE,
            objet_id=sortie.pk,
            echeance=du.le,
            texte=f"Sortie le {en_lettres(sortie.date)} : prenez des nouvelles, {du.echeance.label.lower()}.",
            url=f"{adresse}?echeance={du.echeance.value}",
        )
