"""F1: each time some messages have left, the worker and its children are killed −9, and another is started."""

import time

from pilotage.enums import EtatEnvoi

from .. import faits
from ..compte_rendu import Resultat
from ..instance import Instance

TITRE = "travailleur tué six fois (−9) pendant 300 envois"
INVITES, MORTS = 25, 6
#: Seconds that the gateways take for a message: it leaves a death the time to come in the middle of one.
POLITESSE = 0.15


def eprouver(une: Instance) -> Resultat:
    une.neuve()
    une.passerelles.politesse = POLITESSE
    attendus = faits.inviter(INVITES)
    for mort in range(1, MORTS + 1):
        une.attendre(lambda mort=mort: len(une.passerelles.recus) >= mort * attendus // (MORTS + 2), 120, 0.02)
        une.tuer("taches")
        debut = time.time()
        une.demarrer("taches")
    secondes = une.attendre_la_sante(debut)
    fin = une.attendre(lambda: tout_est_dit(attendus), 180)
    return bilan(une, attendus, f"{attendus} envois, {MORTS} morts", secondes, fin)


def tout_est_dit(attendus: int) -> bool:
    """Every message due has its row, and none is left to send nor in somebody's hands."""
    etats = faits.messages()
    return etats.total() >= attendus and not etats[EtatEnvoi.A_ENVOYER] and not etats[EtatEnvoi.PRIS]


def bilan(une: Instance, attendus: int, essais: str, secondes: float, fin: float | None) -> Resultat:
    """Compare what was due with what the gateways received; an uncertain message is seen by the team."""
    etats, recues = faits.messages(), une.passerelles.cles()
    incertains = faits.cles_des_messages(EtatEnvoi.INCERTAIN)
    dits = recues | incertains
    resultat = Resultat(essais, attendus - len(dits), une.passerelles.en_double(), secondes)
    perdus_en_silence = faits.cles_des_messages(EtatEnvoi.ENVOYE) - recues
    resultat.exiger(not perdus_en_silence, f"{len(perdus_en_silence)} dits envoyés et jamais reçus")
    resultat.exiger(fin is not None, f"il reste des messages à envoyer : {dict(etats)}")
    resultat.notes.append(
        f"{len(recues)} reçus, {len(incertains)} « confirmation non reçue » (dont {len(incertains - recues)} jamais"
        f" reçus), tout était parti {fin or 0:.0f} s après le retour"
    )
    return resultat
