"""F12: twenty editors of one note, one form sent twenty times, one file imported fifty times."""

import csv
import io
import time
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from django.core.management import call_command
from django.db import connection

from beneficiaires.models import Beneficiaire
from insertion.isolation.contexte import contexte
from insertion.models import Structure
from parcours.models import Entretien

from .. import faits
from ..compte_rendu import Resultat
from ..equipe import Equipe
from ..instance import Instance
from ..visiteurs import Reponse

TITRE = "20 modifications de la même note, 20 doubles envois, 50 imports du même fichier"
EDITEURS, ENVOIS, IMPORTS, LIGNES, ENSEMBLE = 20, 20, 50, 20, 4


def eprouver(une: Instance) -> Resultat:
    une.neuve()
    equipe = Equipe(une)
    resultat = Resultat(f"{EDITEURS} éditeurs, {ENVOIS} envois, {IMPORTS} imports de {LIGNES} personnes, ensemble")
    _vingt_editeurs(resultat, equipe)
    _vingt_envois(resultat, equipe)
    _cinquante_imports(une, resultat)
    return resultat


def _vingt_editeurs(resultat: Resultat, equipe: Equipe) -> None:
    """One is saved; the others are shown what was saved beside what they wrote."""
    with faits.partout():
        note = Entretien.objects.filter(parcours__beneficiaire=equipe.personnes[0]).order_by("pk").first().pk
    chemin = f"/entretiens/{note}/modification/"
    champs = equipe.visiteurs[0].formulaire(chemin)
    reponses = _ensemble(
        EDITEURS,
        lambda rang: equipe.visiteurs[rang % 2].envoyer(chemin, {**champs, "compte_rendu": f"Version {rang}"}),
    )
    codes = Counter(reponse.status for reponse in reponses)
    montres = sum(
        f"Version {rang}" in reponse.corps for rang, reponse in enumerate(reponses) if reponse.status == 409
    )
    with faits.partout():
        gardee = Entretien.objects.get(pk=note).compte_rendu
    gagnant = [rang for rang, reponse in enumerate(reponses) if reponse.status < 400]
    resultat.perdus += codes[409] - montres
    resultat.doubles += max(0, len(gagnant) - 1)
    resultat.exiger([gardee] == [f"Version {rang}" for rang in gagnant], f"gardée : {gardee}, répondues : {gagnant}")
    resultat.exiger(codes[409] == EDITEURS - 1, f"réponses : {dict(codes)}")
    resultat.notes.append(f"éditeurs : {dict(codes)}, {montres} fois les deux textes sont montrés")


def _vingt_envois(resultat: Resultat, equipe: Equipe) -> None:
    chemin = f"/beneficiaires/{equipe.personnes[1]}/entretiens/nouveau/"
    marque = f"Essai {uuid.uuid4()}"
    saisie = {**equipe.visiteurs[0].formulaire(chemin), "compte_rendu": marque, "soumission": str(uuid.uuid4())}
    reponses = _ensemble(ENVOIS, lambda rang: equipe.visiteurs[0].envoyer(chemin, saisie))
    perdus, doubles = faits.compter([marque], faits.dans_les_notes())
    resultat.perdus += perdus
    resultat.doubles += doubles
    suites = Counter((reponse.status, reponse.suite) for reponse in reponses)
    resultat.exiger(len(suites) == 1, f"les doubles envois n’ont pas la même réponse : {dict(suites)}")
    resultat.notes.append(f"double envoi : {ENVOIS} réponses {reponses[0].status}, une note")


def _cinquante_imports(une: Instance, resultat: Resultat) -> None:
    fichier = une.dossier.racine / "personnes.csv"
    fichier.write_text(_tableau())
    structure = Structure.objects.order_by("pk").first()
    avant, debut = faits.nombre_de_personnes(structure.pk), time.monotonic()

    def importer(rang: int) -> None:
        try:
            call_command("importer", fichier, structure=structure.siret, json=True, stdout=io.StringIO())
        finally:
            connection.close()

    with ThreadPoolExecutor(ENSEMBLE) as fils:
        list(fils.map(importer, range(IMPORTS)))
    fichier.unlink()
    with contexte(structure.pk, origine=faits.ORIGINE):
        fois = Counter(Beneficiaire.objects.filter(nom__startswith="Chaos").values_list("nom", flat=True))
    creees = faits.nombre_de_personnes(structure.pk) - avant
    resultat.perdus += LIGNES - len(fois)
    resultat.doubles += creees - len(fois)
    resultat.notes.append(
        f"{IMPORTS} imports, {ENSEMBLE} à la fois : {creees} personnes créées pour {LIGNES} lignes,"
        f" en {time.monotonic() - debut:.0f} s"
    )


def _tableau() -> str:
    sortie = io.StringIO()
    tableau = csv.writer(sortie, delimiter=";")
    tableau.writerow(["Nom", "Prénom", "Date de naissance", "E-mail"])
    for rang in range(LIGNES):
        tableau.writerow([f"Chaos{chr(65 + rang)}", "Camille", f"{1 + rang:02d}/03/1985", f"chaos{rang}@example.org"])
    return sortie.getvalue()


def _ensemble(nombre: int, geste) -> list[Reponse]:
    with ThreadPoolExecutor(nombre) as fils:
        return list(fils.map(geste, range(nombre)))
