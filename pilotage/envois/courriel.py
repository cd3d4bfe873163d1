"""The door by which e-mails leave: announced just before DATA, so that nothing is sent twice."""

import smtplib
from contextlib import suppress
from email.utils import parseaddr

from django.conf import settings
from django.core import mail

from .echecs import codes_smtp, en_mots
from .prise import BailPerdu


def remettre(prise, maintenant):
    """Give the e-mail that `prise` holds to the mail server; return the `EtatEnvoi` reached, None if it was lost."""
    try:
        _deposer(prise)
    except BailPerdu:
        return None
    except OSError as echec:  # every smtplib error is one
        if prise.annoncee and not isinstance(echec, smtplib.SMTPDataError):
            return prise.douter(en_mots(echec))
        return prise.echouer(en_mots(echec), maintenant, definitif=_est_definitif(echec))
    return prise.reussir(maintenant)


def domaine():
    """The domain of our sending address: that of the Message-ID."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition("@")[2] or "localhost"


def _deposer(prise):
    connexion = mail.get_connection()
    try:
        connexion.open()
        _annoncer_avant_le_texte(connexion, prise)
        connexion.send_messages([prise.message])
    finally:
        with suppress(OSError):
            connexion.close()


def _annoncer_avant_le_texte(connexion, prise):
    """Announce at the last moment at which the server cannot have accepted anything yet: just before DATA."""
    serveur = getattr(connexion, "connection", None)
    if not isinstance(serveur, smtplib.SMTP):
        prise.annoncer()
        return
    data = serveur.data

    def annoncer_puis_data(texte):
        prise.annoncer()
        return data(texte)

    serveur.data = annoncer_puis_data


def _est_definitif(echec):
    """Whether the server refused this recipient or this text for good (a wrong password of ours is not that)."""
    refus = isinstance(echec, (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError))
    return refus and all(code >= 500 for code in codes_smtp(echec))
