"""What funders ask besides: the team and its time, contrats d’engagement of the RSA, FSE+ questionnaires."""

from datetime import timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from beneficiaires.enums import NatureSituation
from beneficiaires.models import Situation
from insertion.enums import Role
from insertion.models import PosteEquipe
from parcours.enums import MomentFse, Reponse, StatutFse
from parcours.models import ContratEngagement, Parcours, QuestionnaireFse

from .calendrier import apres
from .personnes import graine
from .structures import ARRIVEE

#: What each role is called on the sheet of the team, in the feminine then in the masculine, and its full-time parts.
FONCTIONS = {
    Role.CHARGE_INSERTION: ("Chargée d’insertion", "Chargé d’insertion", "1", "0.9", None),
    Role.ENCADRANT: ("Encadrante technique", "Encadrant technique", "1", None, "1"),
    Role.CHEF_SERVICE: ("Cheffe de service", "Chef de service", "1", "0.2", "0.1"),
    Role.DIRECTION: ("Directrice", "Directeur", "0.8", None, None),
    Role.ADMINISTRATIF: ("Assistante administrative", "Assistant administratif", "0.8", None, None),
}
ORGANISMES = ("Département du Nord", "Département du Nord", "France Travail Roubaix", "Mission locale de Roubaix")
#: One person in so many has no answer yet: a completeness that is not 100 %.
OUBLI = 0.2


def financer(structure, faits, equipe, le):
    """Save what the funders of `structure` ask of the people of `faits` (saved rows), as known on the day `le`."""
    PosteEquipe.objects.bulk_create(_postes(structure, equipe))
    rng = graine("financeurs", structure.nom)
    au_rsa = {f.beneficiaire_id for f in faits if isinstance(f, Situation) and f.nature == NatureSituation.RSA}
    parcours = sorted((f for f in faits if isinstance(f, Parcours)), key=lambda p: p.pk)
    engagements = [_engagement(rng, p, le) for p in parcours if p.beneficiaire_id in au_rsa and rng.random() < 0.75]
    ContratEngagement.objects.bulk_create(engagements)
    if structure.emploie:
        QuestionnaireFse.objects.bulk_create([q for p in parcours for q in _questionnaires(rng, p, le)])


def _postes(structure, equipe):
    """A line per colleague of the permanent team."""
    postes = []
    for collegue in equipe:
        if collegue.role in FONCTIONS:
            elle, lui, *parts = FONCTIONS[collegue.role]
            tout, accompagnement, encadrement = (Decimal(part) if part else None for part in parts)
            postes.append(
                PosteEquipe(
                    structure_id=structure.pk,
                    nom=str(collegue.utilisateur),
                    fonction=elle if collegue.genre == "f" else lui,
                    debut=ARRIVEE,
                    etp=tout,
                    etp_accompagnement=accompagnement,
                    etp_encadrement=encadrement,
                )
            )
    return postes


def _engagement(rng, parcours, le):
    """A contract signed in the weeks after the entry, for 6 to 12 months."""
    signe = min(apres(parcours.date_entree, rng.uniform(0.2, 1.5)), parcours.date_sortie or le)
    return ContratEngagement(
        structure_id=parcours.structure_id,
        parcours=parcours,
        organisme=rng.choice(ORGANISMES),
        debut=signe,
        fin=signe + relativedelta(months=rng.choice((6, 6, 12)), days=-1),
        heures_hebdo=rng.choice((15, 15, 18, 20, None)),
    )


def _questionnaires(rng, parcours, le):
    """The answers of the entry, then of the exit when there was one; some are missing, a few came late."""
    jour = min(parcours.date_entree + timedelta(days=rng.choice((0, 2, 6, 13, 27, 45))), le)
    if rng.random() > OUBLI:
        yield _entree(rng, parcours, jour)
    if parcours.date_sortie and rng.random() > 2 * OUBLI:
        jour = parcours.date_sortie + timedelta(days=rng.choice((0, 5, 12, 26, 34)))
        if jour <= le:
            yield _sortie(rng, parcours, jour)


def _entree(rng, parcours, jour):
    statut = rng.choice((StatutFse.RECHERCHE,) * 6 + (StatutFse.INACTIF,) * 3 + (StatutFse.FORMATION,))
    return QuestionnaireFse(
        structure_id=parcours.structure_id,
        parcours=parcours,
        moment=MomentFse.ENTREE,
        date=jour,
        statut=statut,
        longue_duree=rng.choice((Reponse.OUI, Reponse.OUI, Reponse.NON)) if statut == StatutFse.RECHERCHE else "",
        pays_tiers=rng.choice((Reponse.OUI, Reponse.NON, Reponse.NON, Reponse.SANS_REPONSE)),
        origine_etrangere=rng.choice((Reponse.OUI, Reponse.OUI, Reponse.NON, Reponse.SANS_REPONSE)),
        sans_logement=rng.choice((Reponse.NON, Reponse.NON, Reponse.NON, Reponse.OUI, "")),
    )


def _sortie(rng, parcours, jour):
    return QuestionnaireFse(
        structure_id=parcours.structure_id,
        parcours=parcours,
        moment=MomentFse.SORTIE,
        date=jour,
        statut=rng.choice((StatutFse.EMPLOI, StatutFse.EMPLOI, StatutFse.RECHERCHE, StatutFse.FORMATION)),
        qualification=rng.choice((Reponse.OUI, Reponse.NON, Reponse.NON)),
    )
