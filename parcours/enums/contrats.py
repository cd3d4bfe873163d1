from django.db import models


class TypeContrat(models.TextChoices):
    """Contracts of the inclusion by work (metier.md §4.4, source les-emplois)."""

    CDDI = "cddi", "CDDI (insertion)"
    PREMIERES_HEURES = "premieres_heures", "Premières Heures (CTPH)"
    CONVERGENCE = "convergence", "CDDI Convergence"
    CDI_INCLUSION = "cdi_inclusion", "CDI inclusion"
    TREMPLIN = "tremplin", "CDD tremplin"
    USAGE = "usage", "CDD d’usage"
    TEMPORAIRE = "temporaire", "Contrat de travail temporaire"
    PROFESSIONNALISATION = "professionnalisation", "Contrat de professionnalisation"
    APPRENTISSAGE = "apprentissage", "Contrat d’apprentissage"
    CDD = "cdd", "CDD"
    CDI = "cdi", "CDI"
    CREATION = "creation", "Création d’activité"
    AUTRE = "autre", "Autre contrat"


#: What each type is called where there is little room.
TYPES_EN_BREF = {TypeContrat.CDDI: "CDDI", TypeContrat.PREMIERES_HEURES: "CTPH", TypeContrat.TEMPORAIRE: "Intérim"}


#: Contracts without a term.
TYPES_SANS_TERME = (TypeContrat.CDI_INCLUSION, TypeContrat.CDI, TypeContrat.CREATION)


class MotifDerogation(models.TextChoices):
    """Why a contract goes beyond a limit (L.5132-15-1, metier.md §4.4). Age and RQTH share one line, so that the
    contract tells nobody which."""

    FORMATION = "formation", "Formation à terminer"
    AGE_OU_RQTH = "age_ou_rqth", "50 ans et plus, ou RQTH"
    DIFFICULTES = "difficultes", "Difficultés particulièrement importantes"
    AUTRE = "autre", "Autre, à préciser"


class MotifSuspension(models.TextChoices):
    """Reasons that the state's platform offers today (metier.md §4.6). The older ones (illness, prison…) told too
    much: a suspension taken over from an old file is « autre »."""

    CONTRAT_SUSPENDU = "contrat_suspendu", "Contrat suspendu depuis plus de 15 jours"
    CONTRAT_ROMPU = "contrat_rompu", "Contrat rompu"
    CONTRAT_TERMINE = "contrat_termine", "Contrat terminé"
    ACCORD_CTA = "accord_cta", "Accord du comité technique d’animation"
    PASSERELLE = "passerelle", "Contrat passerelle (EI et ACI)"
    AUTRE = "autre", "Motif d’un ancien dossier"


class MotifProlongation(models.TextChoices):
    """Reasons for prolonging a PASS (metier.md §4.6); their ceilings are in models/pass_iae.py."""

    SENIOR_CDI = "senior_cdi", "CDI conclu avec une personne de plus de 57 ans"
    FORMATION = "formation", "Fin d’une formation"
    RQTH = "rqth", "Reconnaissance de travailleur handicapé (RQTH)"
    SENIOR = "senior", "50 ans et plus"
    DIFFICULTES = "difficultes", "Difficultés particulièrement importantes (AI et ACI)"


class Appreciation(models.IntegerChoices):
    """The grid of a renewal: higher is better; an empty line is « non évalué », never 0."""

    PAS_ENCORE = 0, "0 · Pas encore"
    FRAGILE = 1, "1 · Fragile"
    EN_PROGRES = 2, "2 · En progrès"
    ACQUIS = 3, "3 · Acquis"
    POINT_FORT = 4, "4 · Point fort"


class AvisRenouvellement(models.TextChoices):
    FAVORABLE = "favorable", "Favorable"
    RESERVES = "reserves", "Favorable avec réserves"
    DEFAVORABLE = "defavorable", "Défavorable"


class DecisionRenouvellement(models.TextChoices):
    RENOUVELE = "renouvele", "Renouvellement accordé"
    NON_RENOUVELE = "non_renouvele", "Contrat non renouvelé"
