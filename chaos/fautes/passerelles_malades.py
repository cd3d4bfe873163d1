"""F6: gateways that take a minute, that take the message and cut, that ask for later, that fail."""

import time

from outillage.processus import pause

from .. import faits
from ..compte_rendu import Resultat
from ..equipe import Equipe
from ..instance import Instance
from ..passerelles import BONNE, EN_PANNE, LENTE, MENTEUSE, OCCUPEE
from .travailleurs_tues import bilan, tout_est_dit

TITRE = "passerelles occupées (429, 451), en panne (500, 421), menteuses, lentes (60 s)"
INVITES, DUREE = 5, 30
#: Seconds: a document asked for meanwhile may wait for a message, not for all of them.
DOCUMENT = 45


def eprouver(une: Instance) -> Resultat:
    une.neuve()
    equipe = Equipe(une)
    seul = _temps_d_un_document(une, equipe)
    attendus = faits.inviter(INVITES)
    etats = {}
    pires = 0.0
    for humeur in (OCCUPEE, EN_PANNE, MENTEUSE, LENTE):
        une.passerelles.humeurs.update(courriel=humeur, sms=humeur)
        debut = time.monotonic()
        pause(8)  # the slots meet the gateway
        pires = max(pires, _temps_d_un_document(une, equipe))
        pause(max(0, DUREE - (time.monotonic() - debut)))
        etats[humeur] = dict(faits.messages())
    debut = time.time()
    une.passerelles.humeurs.update(courriel=BONNE, sms=BONNE)
    secondes = une.attendre_la_sante(debut)
    fin = une.attendre(lambda: tout_est_dit(attendus), 600, 2)
    resultat = bilan(une, attendus, f"{attendus} envois, quatre humeurs de {DUREE} s", secondes, fin)
    resultat.exiger(
        pires <= DOCUMENT, f"un document a attendu {pires:.0f} s derrière les messages (seul : {seul:.0f} s)"
    )
    resultat.notes.append(
        f"un document : {seul:.1f} s seul, {pires:.1f} s au pire pendant que les passerelles traînent"
    )
    resultat.notes += [f"{humeur} : {comptes}" for humeur, comptes in etats.items()]
    return resultat


def _temps_d_un_document(une: Instance, equipe: Equipe) -> float:
    document = equipe.demander_un_document()
    return une.attendre(lambda: equipe.est_pret(document), 180, 0.2) or 180
