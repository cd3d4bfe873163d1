"""F10: last night's backup on an empty host, by the commands of docs/exploitation.md and nothing else."""

import shutil
import time
from pathlib import Path

import pyrage
from django.db import connections
from django.utils import timezone

from beneficiaires.models import Beneficiaire, Document
from insertion.isolation.contexte import contexte
from insertion.models import Utilisateur
from outillage.affichage import Abandon
from outillage.bases import BASE_PRIVEE
from parcours.models import Parcours
from pilotage.vie_privee import effacement

from .. import faits
from ..compte_rendu import Resultat
from ..equipe import Equipe, un_pdf
from ..instance import SERVEURS, Instance
from .cle_perdue import SECRET, ecrire_une_note
from .postgresql_coupe import juger_les_fichiers

TITRE = "sauvegarde restaurée sur une machine vide, par la procédure écrite"
MAXIMUM = 30 * 60


def eprouver(une: Instance) -> Resultat:
    une.neuve()
    resultat = Resultat("sauvegarder, effacer une personne, tout perdre, restaurer, ouvrir")
    equipe, note = Equipe(une), ecrire_une_note()
    equipe.deposer("Essai gardé", un_pdf())
    avant = faits.nombre_de_personnes(faits.structures()[0])
    sauvegarde, cle = _sauvegarder(une)
    effacee = _effacer_quelqu_un(une)
    debut = time.monotonic()
    une.tout_arreter()
    connections.close_all()
    shutil.rmtree(une.dossier.racine / "documents")
    une.base_vide(BASE_PRIVEE)
    _restaurer(une, resultat, sauvegarde, cle)
    ouverture = time.time()
    for nom in SERVEURS:
        une.demarrer(nom)
    resultat.secondes = une.attendre_la_sante(ouverture)
    duree = time.monotonic() - debut
    resultat.exiger(duree < MAXIMUM, f"la restauration a pris {duree / 60:.0f} minutes")
    resultat.notes.append(f"restaurée et ouverte en {duree:.0f} s ({sauvegarde.stat().st_size / 1e6:.1f} Mo)")
    _juger(resultat, Equipe(une), note, avant, effacee)
    return resultat


def _sauvegarder(une: Instance) -> tuple[Path, Path]:
    """The backup, and the file of its private key."""
    identite = pyrage.x25519.Identity.generate()
    cle = une.dossier.ecrire("cle-des-sauvegardes", f"{identite}\n")
    une.gerer("sauvegarder", CLE_SAUVEGARDE=str(identite.to_public()))
    (sauvegarde,) = (une.dossier.racine / "sauvegardes").iterdir()
    return sauvegarde, cle


def _effacer_quelqu_un(une: Instance) -> int:
    """Erase somebody whose parcours is over, since the backup."""
    structure, le = faits.structures()[0], timezone.localdate()
    with contexte(structure, origine=faits.ORIGINE):
        encore = Parcours.objects.filter(date_sortie__isnull=True).values("beneficiaire")
        quelqu_un = Beneficiaire.objects.exclude(pk__in=encore).order_by("pk").first()
        effacement.effacer(quelqu_un, le, "demande", Utilisateur.objects.de_la_structure(structure, le).last())
    return quelqu_un.pk


def _restaurer(une: Instance, resultat: Resultat, sauvegarde: Path, cle: Path) -> None:
    autre = une.dossier.ecrire("autre-cle", f"{pyrage.x25519.Identity.generate()}\n")
    try:
        une.gerer("restaurer", str(sauvegarde), "--cle", str(autre))
        resultat.defauts.append("une autre clé a ouvert la sauvegarde")
    except Abandon as refus:
        resultat.exiger("mauvaise clé" in str(refus), f"une autre clé est refusée sans le dire : {refus}")
    dit = une.gerer("restaurer", str(sauvegarde), "--cle", str(cle))
    une.gerer("migrate", "--database", "owner", "-v", "0")
    une.gerer("verifier_journal")  # the seals of the journal hold, or it fails
    resultat.exiger("1 dossiers effacés de nouveau" in dit, f"l’effacement n’a pas été rejoué : {dit}")
    resultat.notes.append(" ".join(dit.split()))


def _juger(resultat: Resultat, equipe: Equipe, note: str, avant: int, effacee: int) -> None:
    structure, visiteur = faits.structures()[0], equipe.visiteurs[0]
    resultat.perdus += avant - faits.nombre_de_personnes(structure)
    resultat.perdus += SECRET not in visiteur.ouvrir(note).corps
    with contexte(structure, origine=faits.ORIGINE):
        document = Document.objects.get(nom="Essai gardé.pdf")
        restee = Beneficiaire.objects.get(pk=effacee)
    octets = visiteur.ouvrir(f"/beneficiaires/documents/{document.pk}/fichier/")
    resultat.perdus += octets.status != 200
    resultat.exiger(restee.efface_le is not None and not restee.prenom, "la personne effacée est revenue")
    juger_les_fichiers(resultat)
