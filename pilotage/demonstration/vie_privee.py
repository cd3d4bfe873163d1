"""What people were told of their data: nearly all of them have the notice, one asks to see their file."""

from datetime import timedelta

from beneficiaires.enums import CanalInformation, GenreDemandeDroit, ObjetConsentement
from beneficiaires.models import Beneficiaire, Consentement, DemandeDroit, InformationDonnee, Notice
from insertion.enums import Role

from ..vie_privee.registre import notice_proposee

#: One person out of so many has not received the notice yet.
OUBLIS = 7


def informer(structure, equipe, le):
    """Write them as they stand on the day `le`, in the open context."""
    cadres = [c.utilisateur for c in equipe if c.role in (Role.DIRECTION, Role.CHEF_SERVICE)]
    cadre = cadres[0] if cadres else equipe[0].utilisateur
    publiee_le = le - timedelta(days=60)
    notice = Notice.objects.create(numero=1, texte=notice_proposee(structure), publiee_le=publiee_le, auteur=cadre)
    personnes = list(Beneficiaire.objects.filter(parcours__date_sortie=None).order_by("pk").distinct())
    InformationDonnee.objects.bulk_create(
        InformationDonnee(
            structure=structure,
            beneficiaire=personne,
            notice=notice,
            le=publiee_le + timedelta(days=rang % 40),
            canal=CanalInformation.LU_ENSEMBLE if rang % 3 else CanalInformation.MAIN_PROPRE,
            donnee_par=cadre,
        )
        for rang, personne in enumerate(personnes)
        if rang % OUBLIS
    )
    Consentement.objects.create(
        beneficiaire=personnes[1],
        objet=ObjetConsentement.TEMOIGNAGE,
        question="Acceptez-vous que votre photo paraisse dans la lettre de la structure ?",
        canal=CanalInformation.LU_ENSEMBLE,
        donne_le=le - timedelta(days=20),
        recueilli_par=cadre,
    )
    DemandeDroit.objects.create(
        beneficiaire=personnes[2],
        genre=GenreDemandeDroit.ACCES,
        recue_le=le - timedelta(days=9),
        precision="Je voudrais savoir ce qui est écrit sur moi.",
        recueillie_par=cadre,
    )
