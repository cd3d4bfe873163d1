"""The daily e-mail of reminders, sent once: the row is the truth, the queue only the doorbell.

À envoyer → pris (claimed, with a lease) → incertain (the text is leaving) → envoyé. Each arrow is its own
transaction, and no transaction is open while the mail server is being spoken to (docs/decisions/0005-courriels.md).
"""

import logging
import smtplib
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.core import mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from insertion.isolation.contexte import contexte
from insertion.models import Utilisateur

from .enums import EtatEnvoi
from .models import CourrielRappels, Rappel
from .models.rappels import ESSAIS_MAX
from .rappels import en_lettres, grouper

logger = logging.getLogger(__name__)

#: Minutes before the next try, after each failure; then the last one again and again, up to ESSAIS_MAX.
REPRISES = (1, 5, 15, 30, 60)
ORIGINE = "courriel de rappels"


class BailPerdu(Exception):
    """Another worker took the e-mail while this one was slow: nothing must leave from here."""


@dataclass
class Prise:
    """An e-mail that this worker holds until `bail`: every later write says so, or does nothing."""

    structure_id: int
    courriel_id: int
    bail: datetime
    essais: int
    message: mail.EmailMultiAlternatives
    annoncee: bool = False

    def noter(self, depuis, **champs):
        """Write `champs` if the row is still ours, in the state `depuis`; return whether it was."""
        with contexte(self.structure_id, origine=ORIGINE):
            tenu = CourrielRappels.objects.filter(pk=self.courriel_id, etat=depuis, bail_at=self.bail)
            return tenu.update(**champs) == 1

    def annoncer(self):
        """Commit that the text is about to leave: from here on, a silence means « incertain », never « again »."""
        if not self.noter(EtatEnvoi.PRIS, etat=EtatEnvoi.INCERTAIN):
            raise BailPerdu
        self.annoncee = True


def preparer(structure_id, maintenant):
    """Make today's row of each colleague whose hour has come and who has something to read; return the ids to send.

    The hour is that of the wall clock (Europe/Paris): on the night that repeats 2:30 the row exists already the
    second time, on the night that skips it 3:00 is late enough.
    """
    local = timezone.localtime(maintenant)
    with contexte(structure_id, origine=ORIGINE):
        CourrielRappels.objects.fermer(local.date(), maintenant)
        manquants = _destinataires(structure_id, local.date()).filter(heure_courriel__lte=local.time())
        manquants = manquants.filter(pk__in=Rappel.objects.actifs().values("utilisateur"))
        deja = CourrielRappels.objects.filter(jour=local.date()).values("utilisateur")
        CourrielRappels.objects.bulk_create(
            [
                CourrielRappels(structure_id=structure_id, utilisateur_id=pk, jour=local.date())
                for pk in manquants.exclude(pk__in=deja).values_list("pk", flat=True)
            ],
            ignore_conflicts=True,
        )
        a_prendre = CourrielRappels.objects.a_prendre(maintenant).filter(jour=local.date())
        return list(a_prendre.order_by("essais", "pk").values_list("pk", flat=True))


def envoyer(structure_id, courriel_id, maintenant):
    """Send one e-mail if nobody else does; return the `EtatEnvoi` reached, None when there was nothing to do."""
    prise = _prendre(structure_id, courriel_id, maintenant)
    if prise is None:
        return None
    try:
        _remettre(prise)
    except BailPerdu:
        return None
    except OSError as echec:  # every smtplib error is one
        return _apres_echec(prise, echec, maintenant)
    prise.noter(EtatEnvoi.INCERTAIN, etat=EtatEnvoi.ENVOYE, envoye_at=maintenant, message="")
    return EtatEnvoi.ENVOYE


def _destinataires(structure_id, jour):
    return Utilisateur.objects.de_la_structure(structure_id, jour).filter(courriel_rappels=True)


def _prendre(structure_id, courriel_id, maintenant):
    """Claim the row and compose its message; None when it is taken, or when nothing is left to say."""
    with contexte(structure_id, origine=ORIGINE):
        lignes = CourrielRappels.objects.filter(pk=courriel_id)
        if not lignes.prendre(maintenant):
            return None
        courriel = lignes.select_related("utilisateur", "structure").get()
        rappels = list(Rappel.objects.actifs().pour(courriel.utilisateur).pour_liste())
        attendu = _destinataires(structure_id, courriel.jour).filter(pk=courriel.utilisateur_id).exists()
        if not rappels or not attendu:
            courriel.delete()
            return None
        return Prise(structure_id, courriel_id, courriel.bail_at, courriel.essais, composer(courriel, rappels))


def composer(courriel, rappels):
    """Return the message: no name in the subject, first name and initial in the text, the links lead to the rest."""
    jour = en_lettres(courriel.jour, semaine=True, annee=False)
    donnees = {
        "prenom": courriel.utilisateur.prenom,
        "jour": jour,
        "structure": courriel.structure,
        "groupes": [(titre, [_ligne(r) for r in siens]) for titre, siens in grouper(rappels, courriel.jour)],
        "lien": settings.SITE_URL + reverse("pilotage:rappel_list"),
    }
    message = mail.EmailMultiAlternatives(
        subject=f"Tremplin : vos rappels du {jour}",
        body=render_to_string("courriels/rappels.txt", donnees),
        to=[courriel.utilisateur.email],
        headers={"Message-ID": _identifiant(courriel), "Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(render_to_string("courriels/rappels.html", donnees), "text/html")
    return message


def _ligne(rappel):
    return {"qui": _qui(rappel), "texte": rappel.texte, "lien": settings.SITE_URL + rappel.url}


def _qui(rappel):
    return nom_discret(rappel.beneficiaire) if rappel.beneficiaire else str(rappel.sujet)


def nom_discret(beneficiaire):
    """« Amina B. »: what may leave in an e-mail (surete.md P1-23)."""
    return f"{beneficiaire.prenom} {beneficiaire.nom[:1]}.".strip()


def _identifiant(courriel):
    """The Message-ID, the same at each try: a mailbox that sees it twice can tell that it is one message."""
    domaine = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition("@")[2] or "localhost"
    return f"<rappels.{courriel.structure_id}.{courriel.utilisateur_id}.{courriel.jour:%Y%m%d}@{domaine}>"


def _remettre(prise):
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


def _apres_echec(prise, echec, maintenant):
    """Say what the failure means: nothing left (try later, or give up), or nobody knows (wait for somebody)."""
    logger.warning("Courriel %s de la structure %s : %s", prise.courriel_id, prise.structure_id, _raison(echec))
    if prise.annoncee and not isinstance(echec, smtplib.SMTPDataError):
        prise.noter(EtatEnvoi.INCERTAIN, message=f"Confirmation non reçue ({_raison(echec)}).")
        return EtatEnvoi.INCERTAIN
    essai = min(prise.essais, len(REPRISES)) - 1
    suite = {"etat": EtatEnvoi.A_ENVOYER, "prochain_essai_at": maintenant + timedelta(minutes=REPRISES[essai])}
    if _est_definitif(echec) or prise.essais >= ESSAIS_MAX:
        suite = {"etat": EtatEnvoi.ECHEC}
    depuis = EtatEnvoi.INCERTAIN if prise.annoncee else EtatEnvoi.PRIS
    prise.noter(depuis, bail_at=None, message=f"Refusé ({_raison(echec)}).", **suite)
    return suite["etat"]


def _codes(echec):
    if isinstance(echec, smtplib.SMTPRecipientsRefused):
        return [code for code, _texte in echec.recipients.values()]
    return [echec.smtp_code] if isinstance(echec, smtplib.SMTPResponseException) else []


def _raison(echec):
    """A reason without any address: servers like to quote them."""
    return " ".join([type(echec).__name__, *map(str, _codes(echec))])


def _est_definitif(echec):
    """Whether the server refused this recipient or this text for good (a wrong password of ours is not that)."""
    refus = isinstance(echec, (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError))
    return refus and all(code >= 500 for code in _codes(echec))
