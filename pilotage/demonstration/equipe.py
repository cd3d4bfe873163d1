"""What the supervisor finds of the team: a colleague who leaves in three weeks, a silence that is expected."""

from datetime import timedelta

from insertion.enums import Role
from parcours.models import Parcours, SilenceAttendu

from ..departs import preparer
from ..models import Depart
from .calendrier import jour_ouvre
from .vies import charges_de


def quitter(structure, equipe, le):
    """Prepare the departure of the last chargé d’insertion, as it stands on the day `le`: nothing is shared out yet.

    One of the people they follow is away for a month, which they said.
    """
    charges = charges_de(equipe)
    chef = next((c for c in equipe if c.role in (Role.CHEF_SERVICE, Role.DIRECTION)), None)
    if len(charges) < 2 or chef is None:
        return
    partant = charges[-1].utilisateur
    preparer(
        Depart(
            structure=structure,
            utilisateur=partant,
            dernier_jour=jour_ouvre(le + timedelta(days=21)),
            prepare_par=chef.utilisateur,
        )
    )
    SilenceAttendu.objects.create(
        structure=structure,
        beneficiaire=Parcours.objects.en_cours(le).suivis_par(partant).latest("pk").beneficiaire,
        raison="Chez sa sœur à Lyon, revient avant Noël",
        debut=le,
        jusqu_au=le + timedelta(days=28),
        auteur=partant,
    )
