"""F9: the antivirus stopped, then there with signatures of ten days, then well."""

import json
from datetime import timedelta

from beneficiaires.models import Document
from insertion.enums import EtatAnalyse
from outillage.processus import port_libre

from .. import faits
from ..compte_rendu import Resultat
from ..equipe import Equipe, un_pdf
from ..instance import Instance
from ..passerelles import antivirus

TITRE = "antivirus arrêté, puis aux signatures de dix jours"
DEPOTS = 5


def eprouver(une: Instance) -> Resultat:
    port = port_libre()
    une.reglages["CLAMD"] = f"127.0.0.1:{port}"
    try:
        une.neuve()
        return _avec(une, port)
    finally:
        une.reglages["CLAMD"] = ""


def _avec(une: Instance, port: int) -> Resultat:
    resultat = Resultat(f"{DEPOTS} fichiers déposés sans antivirus, jugés ensuite")
    equipe = Equipe(une)
    visiteur = equipe.visiteurs[0]
    deposes = [equipe.deposer(f"Essai {rang}", un_pdf()).status for rang in range(DEPOTS)]
    numeros = list(_documents())
    retenus = [visiteur.ouvrir(f"/beneficiaires/documents/{pk}/fichier/").status for pk in numeros]
    fiche = visiteur.ouvrir(f"/beneficiaires/{equipe.personnes[0]}/").corps
    resultat.exiger(deposes == [302] * DEPOTS, f"dépôts sans antivirus : {deposes}")
    resultat.exiger(retenus == [423] * DEPOTS, f"ouverts avant d’être jugés : {retenus}")
    resultat.exiger(EtatAnalyse.EN_ATTENTE.label in fiche, "la fiche ne dit pas que le fichier attend")
    resultat.exiger(_sonde(visiteur) == "mal", "/pret/ ne dit pas que l’antivirus se tait")
    with antivirus(port, age=timedelta(days=10)):
        resultat.secondes = une.attendre(lambda: set(_documents().values()) == {EtatAnalyse.SAIN}, 120)
        resultat.exiger(_sonde(visiteur) == "mal", "/pret/ ne dit pas que les signatures sont vieilles")
    with antivirus(port):
        resultat.exiger(_sonde(visiteur) == "bien", "/pret/ reste rouge une fois l’antivirus en bonne santé")
        ouverts = [visiteur.ouvrir(f"/beneficiaires/documents/{pk}/fichier/").status for pk in numeros]
    resultat.perdus = DEPOTS - ouverts.count(200)
    resultat.notes.append(f"sans antivirus : déposés {deposes}, ouverture {retenus} ; ensuite {ouverts}")
    return resultat


def _documents() -> dict[int, str]:
    with faits.partout():
        return dict(Document.objects.filter(nom__startswith="Essai").values_list("pk", "analyse"))


def _sonde(visiteur) -> str:
    return json.loads(visiteur.ouvrir("/pret/").corps)["antivirus"]
