"""Diagnostics of a life: at the entry, every six months, at the exit; each domain follows its story."""

from datetime import timedelta

from parcours.enums import Moment, Niveau
from parcours.models import Diagnostic, Evaluation

from .calendrier import apres
from .recits import quotidien

ENTREE, ECART = 0.4, 6
#: Levels of the domains that no story speaks of; None is « non abordé ».
AUTRES_NIVEAUX = (None, None, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4)


def diagnostiquer(vie):
    """Add the diagnostics due before today (or before the exit), with an evaluation per domain of the structure."""
    etapes = [(ENTREE, Moment.ENTREE), *((m, Moment.BILAN) for m in range(ECART, 30, ECART))]
    limite = vie.fin - timedelta(days=40) if vie.fin else vie.cadre.le - timedelta(days=1)
    faits = [(apres(vie.entree, mois), moment) for mois, moment in etapes]
    faits = [(jour, moment) for jour, moment in faits if jour <= limite]
    if vie.fin and vie.trame.cle != "sans_nouvelles":
        faits.append((apres(vie.fin - timedelta(days=4), 0), Moment.SORTIE))
    autres = {domaine: vie.rng.choice(AUTRES_NIVEAUX) for domaine in vie.cadre.domaines}
    for rang, (jour, moment) in enumerate(faits):
        _diagnostic(vie, min(jour, vie.fin or jour), moment, rang, autres)
        autres = {domaine: _evoluer(vie.rng, niveau) for domaine, niveau in autres.items()}


def _diagnostic(vie, jour, moment, rang, autres):
    auteur, dire = vie.referent_le(jour), vie.conteur.dire
    diagnostic = Diagnostic(
        parcours=vie.parcours_le(jour),
        date=jour,
        moment=moment,
        auteur=auteur.utilisateur,
        atouts=dire(vie.trame.atouts, jour),
        paroles=dire(_etape(vie.trame.dit, moment, rang), jour)
        if rang == 0
        else vie.conteur.dire(vie.rng.choice(quotidien()["diagnostic"]["paroles"]), jour),
    )
    vie.faits.append(diagnostic)
    for domaine, niveau in autres.items():
        trame = next((t for t in (vie.trame, *vie.annexes) if t.domaine == domaine), None)
        vie.faits.append(_evaluation(vie, diagnostic, domaine, trame, moment, rang, niveau))


def _evaluation(vie, diagnostic, domaine, trame, moment, rang, niveau):
    rng, textes = vie.rng, quotidien()["diagnostic"]
    paroles = remarque = ""
    if trame:
        niveau = _etape(trame.niveaux, moment, rang)
        paroles = vie.conteur.dire(_etape(trame.dit, moment, rang), diagnostic.date)
        remarque = vie.conteur.dire(_etape(trame.remarques, moment, rang), diagnostic.date)
    elif niveau is not None and rng.random() < 0.3:
        remarque = vie.conteur.dire(
            rng.choice(textes["appui" if niveau >= Niveau.LEGER else "frein"]), diagnostic.date
        )
    return Evaluation(
        diagnostic=diagnostic,
        domaine=domaine,
        niveau=niveau,
        niveau_personne=None if niveau is None else min(4, max(0, niveau + rng.choice((-1, 0, 0, 0, 0, 1)))),
        paroles=paroles,
        remarque=remarque,
    )


def _etape(valeurs, moment, rang):
    """The value of a story at this point: the last one at the exit, else that of the rank."""
    if not valeurs:
        return ""
    return valeurs[-1] if moment == Moment.SORTIE else valeurs[min(rang, len(valeurs) - 1)]


def _evoluer(rng, niveau):
    """How a domain without a story moves between two diagnostics: mostly not, sometimes up, rarely down."""
    if niveau is None:
        return rng.choice((None, None, 3))
    return min(4, max(1, niveau + rng.choice((0, 0, 0, 0, 1, 1, -1))))
