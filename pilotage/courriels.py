"""The daily e-mail of reminders, sent once: the row is the truth, the queue only the doorbell.

À envoyer → pris (claimed, with a lease) → incertain (the text is leaving) → envoyé. Each arrow is its own
transaction, and no transaction is open while the mail server is being spoken to (docs/decisions/0005-courriels.md).
"""

from django.conf import settings
from django.core import mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from beneficiaires.enums import Canal
from insertion.isolation.contexte import contexte
from insertion.models import Utilisateur

from .envois import pannes
from .envois.courriel import domaine, remettre
from .envois.prise import Prise
from .models import CourrielRappels, Rappel
from .rappels import en_lettres, grouper

ORIGINE = "courriel de rappels"


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
    return pannes.confier(Canal.COURRIEL, remettre, prise, maintenant) if prise else None


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
        return Prise(courriel, composer(courriel, rappels), ORIGINE)


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
    return f"<rappels.{courriel.structure_id}.{courriel.utilisateur_id}.{courriel.jour:%Y%m%d}@{domaine()}>"
