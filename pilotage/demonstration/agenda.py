"""What is in the agendas besides people: a colleague on leave, another in training, the next team meeting."""

from datetime import timedelta

from insertion.enums import DemiJournee, GenreAbsence
from insertion.models import AbsenceCollegue
from parcours.models import ReunionEquipe

from .calendrier import jour_ouvre

ORDRE_DU_JOUR = "Planning de décembre. Situations à revoir ensemble. Fermeture entre Noël et le jour de l’an."


def absenter(structure, equipe, le):
    """Write the absences and the next meeting of a team as they stand on the day `le`, in the open context."""
    formation, lundi = jour_ouvre(le + timedelta(days=2)), le + timedelta(days=14 - le.weekday())
    _absence(equipe[0], GenreAbsence.FORMATION, formation, DemiJournee.APRES_MIDI, formation)
    _absence(equipe[1], GenreAbsence.CONGE, lundi, DemiJournee.MATIN, lundi + timedelta(days=4))
    ReunionEquipe.objects.create(
        structure=structure,
        date=jour_ouvre(le + timedelta(days=4)),
        auteur=equipe[0].utilisateur,
        ordre_du_jour=ORDRE_DU_JOUR,
    )


def _absence(collegue, genre, du, du_demi, au):
    debut, fin = AbsenceCollegue.bornes(du, du_demi, au, DemiJournee.APRES_MIDI)
    AbsenceCollegue.objects.create(utilisateur=collegue.utilisateur, genre=genre, debut=debut, fin=fin)
