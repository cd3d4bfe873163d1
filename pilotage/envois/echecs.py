"""Why a message did not leave, in the words of whoever waits for it."""

import smtplib
import socket
import ssl

#: The most particular first: the last two are what every other is.
PANNES = (
    (TimeoutError, "pas de réponse à temps"),
    (ssl.SSLError, "certificat ou chiffrement refusé"),
    (socket.gaierror, "serveur introuvable"),
    (ConnectionRefusedError, "serveur injoignable"),
    (smtplib.SMTPRecipientsRefused, "adresse refusée"),
    (smtplib.SMTPSenderRefused, "expéditeur refusé"),
    (smtplib.SMTPAuthenticationError, "mot de passe du serveur refusé"),
    (smtplib.SMTPDataError, "message refusé"),
    (smtplib.SMTPServerDisconnected, "connexion coupée"),
    (ConnectionError, "connexion coupée"),
    (smtplib.SMTPException, "erreur du serveur de messagerie"),
    (Exception, "erreur de connexion"),
)


def en_mots(echec):
    """Return why `echec` (an exception of a door) kept a message here, without any address."""
    mots = next(mots for classe, mots in PANNES if isinstance(echec, classe))
    return " ".join([mots, *map(str, codes_smtp(echec))])


def codes_smtp(echec):
    """Return the codes that a mail server answered, one per recipient or one for all."""
    if isinstance(echec, smtplib.SMTPRecipientsRefused):
        return [code for code, _texte in echec.recipients.values()]
    return [echec.smtp_code] if isinstance(echec, smtplib.SMTPResponseException) else []
