"""The continuity note that is proposed of each person: where things stand, in the words of the file."""

from collections import defaultdict

from django.db.models import F
from django.utils import timezone
from django.utils.text import Truncator

from insertion.texte import en_mots
from parcours.models import Action, Entretien, RendezVous

#: How much of the last entretien is quoted, how many actions and appointments are named.
EXTRAIT, ACTIONS, RENDEZ_VOUS = 600, 8, 3


def proposer(depart, personnes, maintenant):
    """Return {person: note} for `personnes` (ids), in three queries; what is left to rebook is said so."""
    entretiens = _derniers_entretiens(personnes)
    actions, attendus = _actions(personnes), _rendez_vous(personnes, maintenant)
    return {
        pk: "\n\n".join(
            [
                _dit_entretien(entretiens.get(pk)),
                *_liste("Actions en cours :", map(_dit_action, actions[pk])),
                *_liste("Rendez-vous à venir :", (_dit_rendez_vous(r, depart) for r in attendus[pk])),
            ]
        )
        for pk in personnes
    }


def a_replanifier(rendez_vous):
    """What is added to the note of somebody whose appointments are left to rebook."""
    return "\n".join(["À replanifier avec la personne :", *(f"- {_quand(rdv)}" for rdv in rendez_vous)])


def _derniers_entretiens(personnes):
    derniers = Entretien.objects.filter(parcours__beneficiaire__in=personnes).select_related("auteur")
    derniers = derniers.annotate(personne=F("parcours__beneficiaire"))
    return {e.personne: e for e in derniers.order_by("personne", "-date", "-pk").distinct("personne")}


def _actions(personnes):
    par_personne = defaultdict(list)
    ouvertes = Action.objects.ouvertes().filter(parcours__beneficiaire__in=personnes, parcours__date_sortie=None)
    for action in ouvertes.select_related("parcours").order_by(F("echeance").asc(nulls_last=True), "pk"):
        par_personne[action.parcours.beneficiaire_id].append(action)
    return defaultdict(list, {pk: siennes[:ACTIONS] for pk, siennes in par_personne.items()})


def _rendez_vous(personnes, maintenant):
    par_personne = defaultdict(list)
    prevus = RendezVous.objects.prevus().a_venir(maintenant).filter(parcours__beneficiaire__in=personnes)
    for rdv in prevus.select_related("parcours", "utilisateur").order_by("debut", "pk"):
        par_personne[rdv.parcours.beneficiaire_id].append(rdv)
    return defaultdict(list, {pk: siens[:RENDEZ_VOUS] for pk, siens in par_personne.items()})


def _dit_entretien(entretien):
    if entretien is None:
        return "Pas encore d’entretien."
    qui = f" avec {entretien.auteur}" if entretien.auteur else ""
    dit = Truncator(entretien.compte_rendu.strip()).chars(EXTRAIT)
    titre = f"Dernier entretien le {en_mots(timezone.localdate(entretien.date))}{qui} :"
    return f"{titre}\n{dit}" if dit else f"{titre[:-2]}."


def _dit_action(action):
    return f"{action.intitule}, avant le {en_mots(action.echeance)}" if action.echeance else action.intitule


def _dit_rendez_vous(rdv, depart):
    dehors = f", {rdv.interlocuteur}" if rdv.avec else ""
    return f"{_quand(rdv)}{dehors}{' (à replanifier)' if rdv.pk in depart.a_reprendre else ''}"


def _quand(rdv):
    return en_mots(timezone.localtime(rdv.debut), r"l j F Y \à G \h i")


def _liste(titre, lignes):
    lignes = [f"- {ligne}" for ligne in lignes]
    return ["\n".join([titre, *lignes])] if lignes else []
