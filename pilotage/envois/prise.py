"""A message in the hands of one worker: what it may still write, and what a failure means.

À envoyer → pris (claimed, with a lease) → incertain (the text is leaving) → envoyé. Each arrow is its own
transaction, and no transaction is open while a server is being spoken to (docs/decisions/0005-courriels.md).
"""

import logging
from datetime import timedelta

from django.db.models import F

from insertion.isolation.contexte import contexte

from ..enums import EtatEnvoi
from ..models.envoi_unique import ESSAIS_MAX

logger = logging.getLogger(__name__)

#: Minutes before the next try, after each failure; then the last one again and again, up to ESSAIS_MAX.
REPRISES = (1, 5, 15, 30, 60)


class BailPerdu(Exception):
    """Another worker took the message while this one was slow: nothing must leave from here."""


class Prise:
    """A message that this worker holds until its lease ends: every later write says so, or does nothing.

    `ligne` is the claimed row (`EnvoiUnique`), `message` what is to be sent.
    """

    def __init__(self, ligne, message, origine):
        self.ligne, self.message, self.origine = ligne, message, origine
        self.annoncee = False

    def noter(self, depuis, **champs):
        """Write `champs` if the row is still ours, in the state `depuis`; return whether it was."""
        with contexte(self.ligne.structure_id, origine=self.origine):
            lignes = type(self.ligne).objects.filter(pk=self.ligne.pk, etat=depuis, bail_at=self.ligne.bail_at)
            return lignes.update(**champs) == 1

    def rendre(self):
        """Give it back untried: its server is in trouble, or the others of its batch took too long."""
        self.noter(EtatEnvoi.PRIS, etat=EtatEnvoi.A_ENVOYER, bail_at=None, essais=F("essais") - 1)

    def annoncer(self):
        """Commit that the text is about to leave: from here on, a silence means « incertain », never « again »."""
        if not self.noter(EtatEnvoi.PRIS, etat=EtatEnvoi.INCERTAIN):
            raise BailPerdu
        self.annoncee = True

    def reussir(self, maintenant, **champs):
        """The server took the message."""
        self.noter(EtatEnvoi.INCERTAIN, etat=EtatEnvoi.ENVOYE, envoye_at=maintenant, message="", **champs)
        return EtatEnvoi.ENVOYE

    def douter(self, raison):
        """Nobody knows whether it left: it waits for somebody, and is never sent again by itself."""
        self._journal(raison)
        self.noter(EtatEnvoi.INCERTAIN, message=f"Confirmation non reçue ({raison}).")
        return EtatEnvoi.INCERTAIN

    def echouer(self, raison, maintenant, *, definitif=False):
        """The server accepted nothing: try later, or give up when it will never accept."""
        self._journal(raison)
        attente = REPRISES[min(self.ligne.essais, len(REPRISES)) - 1]
        suite = {"etat": EtatEnvoi.A_ENVOYER, "prochain_essai_at": maintenant + timedelta(minutes=attente)}
        if definitif or self.ligne.essais >= ESSAIS_MAX:
            suite = {"etat": EtatEnvoi.ECHEC}
        depuis = EtatEnvoi.INCERTAIN if self.annoncee else EtatEnvoi.PRIS
        self.noter(depuis, bail_at=None, message=f"Refusé ({raison}).", **suite)
        return suite["etat"]

    def _journal(self, raison):
        logger.warning("%s %s de la structure %s : %s", self.origine, self.ligne.pk, self.ligne.structure_id, raison)
