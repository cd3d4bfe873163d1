"""What ends: contracts, the PASS and the parcours themselves, suspensions, rights, proofs, documents."""

from datetime import timedelta

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from beneficiaires.enums import NatureSituation
from beneficiaires.models import Document, Situation
from parcours.enums import DecisionRenouvellement
from parcours.models import Contrat, CritereRetenu, Parcours, Renouvellement, Suspension

from ..enums import MotifRappel
from .dus import aux, en_lettres

#: Days before the end of a contract, after the first warning that the structure chose (issue « Rappels »).
CONTRAT_JOURS = (30, 15)
#: Months before the end of the PASS, or of the time that a dispositif allows (issue « Rappels »).
PASS_MOIS = (6, 3, 1)
#: Days before the end of a suspension: time to call the person back.
SUSPENSION_JOURS = 15
#: Days during which something expired is still spoken of; after that the page alone says it.
PASSE_JOURS = 30
#: Rights that are asked for again before they end (metier.md §1 row 35).
A_RENOUVELER = (
    NatureSituation.TITRE_SEJOUR,
    NatureSituation.PROTECTION,
    NatureSituation.RQTH,
    NatureSituation.AAH,
    NatureSituation.INVALIDITE,
    NatureSituation.COMPLEMENTAIRE,
    NatureSituation.ASSURANCE_MALADIE,
    NatureSituation.DOMICILIATION,
)


def contrats(equipe, le):
    """The end of a contract that nothing follows, by steps; it is that of the renewal as long as nobody decided it
    (metier.md §2 row 4); once it is granted, `contrats_a_etablir` asks. A step that comes asks again, even where
    somebody had said « fait »."""
    structure = equipe.structure
    premiers = (structure.alerte_contrat_jours, structure.alerte_renouvellement_jours)
    accordes = Renouvellement.objects.filter(decision=DecisionRenouvellement.RENOUVELE)
    finissent = Contrat.objects.qui_finissent(le, fin=premiers[False], decision=premiers[True])
    finissent = finissent.exclude(dossiers__in=accordes)
    for contrat in finissent.select_related("parcours").order_by("derniere", "pk"):
        premier = premiers[contrat.a_decider]
        paliers = (premier, *(jours for jours in CONTRAT_JOURS if jours < premier))
        atteint = min(jours for jours in paliers if contrat.derniere - timedelta(days=jours) <= le)
        motif = MotifRappel.RENOUVELLEMENT_A_DECIDER if contrat.a_decider else MotifRappel.FIN_DE_CONTRAT
        yield from _du_contrat(equipe, contrat, motif, atteint)


def _du_contrat(equipe, contrat, motif, jours):
    renouveler = motif == MotifRappel.RENOUVELLEMENT_A_DECIDER
    suite = "le renouvellement reste à décider" if renouveler else "préparez la suite avec la personne"
    page = "renouvellement_create" if renouveler else "contrat_list"
    return aux(
        equipe.suivent(contrat.parcours.beneficiaire_id),
        beneficiaire_id=contrat.parcours.beneficiaire_id,
        motif=motif,
        objet_id=contrat.pk,
        echeance=contrat.derniere - timedelta(days=jours),
        terme=contrat.derniere,
        texte=f"Contrat jusqu’au {en_lettres(contrat.derniere)} : {suite}.",
        url=reverse(f"parcours:{page}", args=[contrat.pk if renouveler else contrat.parcours_id]),
    )


def pass_iae(equipe, le):
    """The end of the PASS, else of the time that the dispositif allows, by steps (metier.md §4.4, §4.6)."""
    ouverts = Parcours.objects.en_cours(le).avec_pass().select_related("dispositif")
    for parcours in ouverts.order_by("pk"):
        fin, du_pass = parcours.pass_fin_effective or parcours.fin_maximale(), bool(parcours.pass_fin_effective)
        if fin is None:
            continue
        jours = {fin - relativedelta(months=mois) for mois in PASS_MOIS}
        jours.add(fin - timedelta(days=equipe.structure.alerte_pass_jours))
        echeance = max((jour for jour in jours if jour <= le), default=None)
        if echeance is None:
            continue
        quoi = "Le PASS IAE" if du_pass else "Le temps prévu par le dispositif"
        verbe = "a pris fin" if fin < le else "prend fin"
        yield from aux(
            equipe.suivent(parcours.beneficiaire_id),
            beneficiaire_id=parcours.beneficiaire_id,
            motif=MotifRappel.FIN_DU_PASS if du_pass else MotifRappel.FIN_DU_PARCOURS,
            objet_id=parcours.pk,
            echeance=echeance,
            terme=fin,
            texte=f"{quoi} {verbe} le {en_lettres(fin)} : préparez la sortie, ou une prolongation.",
            url=_page_du_temps(equipe.structure, parcours),
        )


def _page_du_temps(structure, parcours):
    if structure.emploie:
        return reverse("parcours:contrat_list", args=[parcours.pk])
    return reverse("parcours:personne_detail", args=[parcours.beneficiaire_id])


def suspensions(equipe, le):
    """A PASS that runs again soon."""
    finissent = Suspension.objects.filter(date_fin__range=(le, le + timedelta(days=SUSPENSION_JOURS)))
    for suspension in finissent.order_by("date_fin", "pk"):
        yield from aux(
            equipe.suivent(suspension.beneficiaire_id),
            beneficiaire_id=suspension.beneficiaire_id,
            motif=MotifRappel.FIN_DE_SUSPENSION,
            objet_id=suspension.pk,
            echeance=suspension.date_fin - timedelta(days=SUSPENSION_JOURS),
            terme=suspension.date_fin,
            texte=f"La suspension du PASS prend fin le {en_lettres(suspension.date_fin)} : préparez le retour.",
            url=reverse("parcours:contrat_list", args=[suspension.parcours_id]),
        )


def droits(equipe, le):
    """A right that ends and that nothing follows. Its nature is not written: a titre de séjour, an RQTH are read on
    the page, with the rights of whoever opens it."""
    suivantes = Situation.objects.filter(beneficiaire=OuterRef("beneficiaire"), nature=OuterRef("nature")).filter(
        Q(fin__isnull=True) | Q(fin__gt=OuterRef("fin"))
    )
    finissent = Situation.objects.filter(~Exists(suivantes), _suivis(le), nature__in=A_RENOUVELER)
    for situation in _qui_expirent(finissent, "fin", equipe, le):
        yield from aux(
            equipe.suivent(situation.beneficiaire_id),
            beneficiaire_id=situation.beneficiaire_id,
            motif=MotifRappel.DROIT_EXPIRE,
            objet_id=situation.pk,
            echeance=situation.fin - timedelta(days=equipe.structure.alerte_document_jours),
            terme=situation.fin,
            texte=f"Un droit noté au dossier prend fin le {en_lettres(situation.fin)} : vérifiez son renouvellement.",
            url=reverse("beneficiaires:situation_update", args=[situation.pk]),
        )


def documents(equipe, le):
    """A paper that expires and that no newer one of its kind replaces."""
    plus_recents = Document.objects.filter(beneficiaire=OuterRef("beneficiaire"), genre=OuterRef("genre")).filter(
        Q(expire_le__gt=OuterRef("expire_le")) | Q(expire_le__isnull=True, created_at__gt=OuterRef("created_at"))
    )
    expirent = Document.objects.filter(~Exists(plus_recents), _suivis(le))
    for document in _qui_expirent(expirent, "expire_le", equipe, le):
        yield from aux(
            equipe.suivent(document.beneficiaire_id),
            beneficiaire_id=document.beneficiaire_id,
            motif=MotifRappel.DOCUMENT_EXPIRE,
            objet_id=document.pk,
            echeance=document.expire_le - timedelta(days=equipe.structure.alerte_document_jours),
            terme=document.expire_le,
            texte=f"Un document du dossier expire le {en_lettres(document.expire_le)} : demandez le nouveau.",
            url=reverse("beneficiaires:beneficiaire_detail", args=[document.beneficiaire_id]),
        )


def justificatifs(equipe, le):
    """A proof of eligibility that will be too old before the application is decided, to who met the person."""
    attente = timedelta(days=equipe.structure.alerte_document_jours)
    retenus = CritereRetenu.objects.des_candidatures_ouvertes().select_related("critere", "candidature")
    for retenu in retenus.prefetch_related("candidature__entretiens").order_by("pk"):
        fin = retenu.valable_jusqu_au
        if fin is None or not le - timedelta(days=PASSE_JOURS) <= fin <= le + attente:
            continue
        recus_par = {entretien.auteur_id for entretien in retenu.candidature.entretiens.all()} & set(equipe.roles)
        yield from aux(
            sorted(recus_par),
            beneficiaire_id=retenu.candidature.beneficiaire_id,
            motif=MotifRappel.JUSTIFICATIF_EXPIRE,
            objet_id=retenu.pk,
            echeance=fin - attente,
            terme=fin,
            texte=f"Un justificatif d’éligibilité vaut jusqu’au {en_lettres(fin)} : demandez le nouveau.",
            url=reverse("parcours:candidature_eligibilite", args=[retenu.candidature_id]),
        )


def _suivis(le):
    """People with an open parcours."""
    return Exists(Parcours.objects.en_cours(le).filter(beneficiaire=OuterRef("beneficiaire")))


def _qui_expirent(lignes, champ, equipe, le):
    """Those whose date `champ` comes within the delay of the structure, or passed a short while ago."""
    bornes = (le - timedelta(days=PASSE_JOURS), le + timedelta(days=equipe.structure.alerte_document_jours))
    return lignes.filter(**{f"{champ}__range": bornes}).order_by(champ, "pk")
