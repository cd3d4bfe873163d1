"""What the diagnostics of a life say besides levels: effects on work, priorities, disagreements, confirmations."""

from datetime import timedelta

from parcours.enums import Impact, Moment, Niveau, Priorite, RechercheEmploi
from parcours.models import Confirmation, Diagnostic, Evaluation

from .personnes import graine

IMPACTS = {
    Niveau.BLOQUANT: Impact.EMPECHE,
    Niveau.FORT: Impact.FORT,
    Niveau.MOYEN: Impact.FAIBLE,
}
PRIORITES = (Priorite.D_ABORD, Priorite.ENSUITE, Priorite.PLUS_TARD)
NON_EVALUES, CONFIRMEES, DESACCORD = 0.3, 0.25, 0.2


def nuancer(vie, numero):
    """Complete the diagnostics of `vie` in place, and add a few confirmations of the last one."""
    rng = graine("freins", vie.cadre.type, numero)
    diagnostics = [fait for fait in vie.faits if isinstance(fait, Diagnostic)]
    siennes = {id(d): [] for d in diagnostics}
    for evaluation in (fait for fait in vie.faits if isinstance(fait, Evaluation)):
        siennes[id(evaluation.diagnostic)].append(evaluation)
    for diagnostic in diagnostics:
        _points_forts(diagnostic)
        for evaluation in siennes[id(diagnostic)]:
            _ce_qu_on_n_evalue_pas(rng, evaluation)
            _desaccord(rng, evaluation)
        _prioriser(diagnostic, siennes[id(diagnostic)])
    if diagnostics:
        _confirmer(rng, vie, diagnostics[-1], siennes[id(diagnostics[-1])])


def _points_forts(diagnostic):
    """The strengths as a list, when the story names several."""
    points = [point.strip(" .") for point in diagnostic.atouts.split(",")]
    if len(points) > 1:
        diagnostic.points_forts = [point[:1].upper() + point[1:] for point in points]
        diagnostic.atouts = ""


def _ce_qu_on_n_evalue_pas(rng, evaluation):
    if evaluation.niveau is None and not evaluation.paroles and rng.random() < NON_EVALUES:
        evaluation.non_evalue = True
        evaluation.remarque = "Évoqué en fin d’entretien, à reprendre la prochaine fois."


def _desaccord(rng, evaluation):
    """Now and then the person sees things two levels away, mostly better than the professional does."""
    if evaluation.niveau is not None and rng.random() < DESACCORD:
        evaluation.niveau_personne = min(4, max(0, evaluation.niveau + rng.choice((2, 2, -2))))


def _prioriser(diagnostic, evaluations):
    """The heaviest freins come first; below a heavy one, looking for work waits."""
    freins = sorted((e for e in evaluations if e.est_frein), key=lambda e: e.niveau)
    for rang, frein in enumerate(freins):
        frein.impact = IMPACTS[frein.niveau]
        frein.priorite = PRIORITES[min(rang // 2, 2)]
    lourds = any(frein.niveau == Niveau.BLOQUANT for frein in freins)
    if lourds:
        diagnostic.emploi = RechercheEmploi.PAS_ENCORE
    elif diagnostic.moment == Moment.ENTREE:
        diagnostic.emploi = RechercheEmploi.EN_PARALLELE
    else:
        diagnostic.emploi = RechercheEmploi.MAINTENANT


def _confirmer(rng, vie, diagnostic, evaluations):
    """Some answers of the last diagnostic were checked since, in one go."""
    jour = diagnostic.date + timedelta(days=rng.randint(40, 90))
    if jour >= (vie.fin or vie.cadre.le) or rng.random() > 0.6:
        return
    vie.faits += [
        Confirmation(evaluation=e, domaine=e.domaine, date=jour, auteur=vie.referent_le(jour).utilisateur)
        for e in evaluations
        if e.niveau is not None and rng.random() < CONFIRMEES
    ]
