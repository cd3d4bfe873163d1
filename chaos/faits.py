"""What the database and the disk hold: what is due, what was kept, what was lost."""

from collections import Counter
from datetime import datetime, time, timedelta
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils import timezone

from beneficiaires.enums import Canal
from beneficiaires.models import AccordEnvoi, Beneficiaire, Document
from insertion.isolation.contexte import contexte
from insertion.models import Battement, Structure, Travail, Utilisateur
from parcours.models import Entretien, Parcours, RendezVous
from pilotage.models import CourrielRappels, Envoi

ORIGINE = "chaos"


def structures() -> list[int]:
    return list(Structure.objects.order_by("pk").values_list("pk", flat=True))


def partout():
    """The context of every structure."""
    return contexte(*structures(), origine=ORIGINE)


def personnes(structure: int) -> list[int]:
    """People of a structure whose parcours is open."""
    with contexte(structure, origine=ORIGINE):
        ouverts = Parcours.objects.filter(date_sortie__isnull=True).order_by("pk")
        return list(ouverts.values_list("beneficiaire", flat=True))


def inviter(nombre: int) -> int:
    """Make appointments in two days for `nombre` people of each structure, who agreed to both channels.

    Return how many messages are due; any other appointment to come is forgotten.
    """
    debut = timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=2), time(14)))
    return sum(_inviter(structure, nombre, debut) for structure in structures())


def _inviter(structure: int, nombre: int, debut: datetime) -> int:
    with contexte(structure, origine=ORIGINE):
        cip = Utilisateur.objects.de_la_structure(structure, timezone.localdate()).order_by("pk").first()
        RendezVous.objects.all().delete()
        parcours = list(Parcours.objects.filter(date_sortie__isnull=True).order_by("pk")[:nombre])
        RendezVous.objects.bulk_create(
            RendezVous(structure_id=structure, parcours=p, utilisateur=cip, debut=debut) for p in parcours
        )
        accords = [
            AccordEnvoi(
                structure_id=structure,
                beneficiaire_id=p.beneficiaire_id,
                canal=canal,
                donne_le=timezone.localdate(),
                recueilli_par=cip,
            )
            for p in parcours
            for canal in Canal
        ]
        return len(AccordEnvoi.objects.bulk_create(accords))


def messages() -> Counter:
    """{state: how many} of the messages to people."""
    with partout():
        return Counter(Envoi.objects.values_list("etat", flat=True))


def cles_des_messages(etat: str) -> set[str]:
    """What the gateways would call the messages in this state, by either door."""
    with partout():
        lus = Envoi.objects.filter(etat=etat).values_list("structure_id", "pk", "debut")
        return {f"rdv.{structure}.{pk}.{debut:%Y%m%d%H%M}" for structure, pk, debut in lus}


def rappels_envoyes() -> Counter:
    with partout():
        return Counter(CourrielRappels.objects.values_list("etat", flat=True))


def compter(marques: list[str], trouves: Counter) -> tuple[int, int]:
    """(lost, twice): the marks that are nowhere, and how often the others came once more than they should have."""
    return sum(not trouves[marque] for marque in marques), sum(max(0, trouves[marque] - 1) for marque in marques)


def dans_les_notes() -> Counter:
    with partout():
        return Counter(
            Entretien.objects.filter(compte_rendu__startswith="Essai ").values_list("compte_rendu", flat=True)
        )


def deposes() -> Counter:
    with partout():
        noms = Document.objects.filter(nom__startswith="Essai ").values_list("nom", flat=True)
        return Counter(nom.removesuffix(".pdf") for nom in noms)


def lignes_et_fichiers() -> tuple[set[str], set[str]]:
    """(rows that name a file which is not there, files that no row names)."""
    attendus, permis = _fichiers_nommes()
    racine = Path(settings.MEDIA_ROOT)
    presents = {str(chemin.relative_to(racine)) for chemin in racine.rglob("*") if chemin.is_file()}
    return attendus - presents, presents - permis


def tronques() -> int:
    """How many of the files that people ecrits are not as long on the disk as they were."""
    with partout():
        ecrits = [(depot.fichier, depot.taille) for depot in Document.objects.filter(nom__startswith="Essai ")]
    presents = [(fichier, taille) for fichier, taille in ecrits if fichier.storage.exists(fichier.name)]
    return sum(fichier.size != taille for fichier, taille in presents)


def _fichiers_nommes() -> tuple[set[str], set[str]]:
    """Names of the files that must be there, and of those that may: a worker names its file before it writes it."""
    attendus, permis = set(), set()
    with partout():
        for modele in apps.get_models():
            if hasattr(modele, "pgh_tracked_model"):
                continue
            for champ in (c for c in modele._meta.concrete_fields if isinstance(c, models.FileField)):
                lignes = modele.objects.exclude(**{champ.name: ""})
                permis |= set(lignes.values_list(champ.name, flat=True))
                finies = lignes.filter(etat="termine") if issubclass(modele, Travail) else lignes
                attendus |= set(finies.values_list(champ.name, flat=True))
    return attendus, permis


def dernier_battement() -> datetime | None:
    return Battement.objects.filter(nom=Battement.CALENDRIER).values_list("at", flat=True).first()


def nombre_de_personnes(structure: int) -> int:
    with contexte(structure, origine=ORIGINE):
        return Beneficiaire.objects.count()
