"""The accounts of a structure: who is let in, what is said of it by e-mail, what time closes by itself."""

from smtplib import SMTPException

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.core.mail import send_mail
from django.db.models import Exists, OuterRef, Subquery
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from . import second_facteur
from .enums import GenreEvenementCompte, Role
from .isolation.contexte import contexte
from .models import Appartenance, EvenementCompte, Invitation, Structure, Utilisateur
from .models.structures import dossiers_portes

#: An access is looked at again that often (surete.md §5, « habilitation review »).
REVUE = relativedelta(months=6)
#: What counts as having looked at an access.
REGARDS = (GenreEvenementCompte.REJOINT, GenreEvenementCompte.ROLE, GenreEvenementCompte.CONFIRME)


def acces(structure_id, le):
    """The memberships of a structure that are not over on the day `le`, with what the list of accounts shows."""
    regards = EvenementCompte.objects.filter(utilisateur=OuterRef("utilisateur"), genre__in=REGARDS).order_by("-at")
    facteurs = Authenticator.objects.filter(user=OuterRef("utilisateur"))
    return (
        Appartenance.objects.filter(structure=structure_id, expire_at__isnull=True)
        .pas_finies(le)
        .select_related("utilisateur")
        .annotate(
            application=Exists(facteurs.filter(type=Authenticator.Type.TOTP)),
            cle=Exists(facteurs.filter(type=Authenticator.Type.WEBAUTHN)),
            relie=Exists(SocialAccount.objects.filter(user=OuterRef("utilisateur"), provider=settings.OIDC_URL)),
            regarde_at=Subquery(regards.values("at")[:1]),
        )
        .order_by("utilisateur__nom", "utilisateur__prenom", "pk")
    )


def fermes(structure_id, le):
    """The last membership of each of those who have none left on the day `le`, the latest closed first.

    Each has `dossiers`, the number of files still entrusted to them.
    """
    siennes = Appartenance.objects.filter(structure=structure_id, expire_at__isnull=True)
    restent = siennes.pas_finies(le).filter(utilisateur=OuterRef("utilisateur"))
    finies = siennes.filter(~Exists(restent)).select_related("utilisateur").order_by("utilisateur", "-fin")
    lignes = sorted(finies.distinct("utilisateur"), key=lambda ligne: ligne.fin, reverse=True)
    portes = dossiers([ligne.utilisateur_id for ligne in lignes])
    for ligne in lignes:
        ligne.dossiers = portes.get(ligne.utilisateur_id, 0)
    return lignes


def dossiers(utilisateurs):
    """{id: number of files entrusted} of those among `utilisateurs` (ids) who carry some."""
    return {
        pk: n for _, reponse in dossiers_portes.send(None, utilisateurs=utilisateurs) for pk, n in reponse.items()
    }


def a_revoir(ligne, le):
    """Whether nobody has looked for six months at an access (a row of `acces`)."""
    dernier = timezone.localdate(ligne.regarde_at) if ligne.regarde_at else ligne.debut
    return dernier + REVUE <= le


def roles_proposes(utilisateur):
    """The roles that `utilisateur` may give: the direction alone names a direction."""
    direction = utilisateur.appartenance.role == Role.DIRECTION
    return [choix for choix in Role.choices if direction or choix[0] != Role.DIRECTION]


def envoyer_invitation(invitation, jeton, quand):
    """Send the link; return whether the mail server took it. A refusal leaves the invitation to be sent again."""
    parti = _ecrire(
        invitation.email,
        f"Tremplin : {invitation.structure.nom} vous invite",
        "courriels/invitation.txt",
        {"invitation": invitation, "lien": f"{settings.SITE_URL}{reverse('insertion:invitation', args=[jeton])}"},
    )
    if parti:
        invitation.envoyee_at = quand
        invitation.save(update_fields=["envoyee_at"])
    return parti


def inviter_la_direction(structure, email, quand):
    """Ask somebody to be the first direction of a structure where nobody works yet; a former link opens nothing more.

    Return whether the mail server took the message.
    """
    with contexte(structure.pk, origine="ouverture de la structure"):
        Invitation.objects.en_attente().delete()
        invitation = Invitation(
            structure=structure, email=email, role=Role.DIRECTION, debut=timezone.localdate(quand)
        )
        return envoyer_invitation(invitation, invitation.ouvrir(quand), quand)


def accepter(invitation, quand, **champs):
    """Open the account of whoever holds the link (`champs`: prenom, nom, password), or let their account in.

    The account and the membership are one transaction; the invitation serves once.
    """
    utilisateur = compte_existant(invitation.email) or Utilisateur.objects.create_user(invitation.email, **champs)
    Appartenance.objects.create(
        utilisateur=utilisateur,
        structure_id=invitation.structure_id,
        role=invitation.role,
        debut=max(invitation.debut, timezone.localdate(quand)),
        fin=invitation.fin,
    )
    invitation.acceptee_at = quand
    invitation.save(update_fields=["acceptee_at"])
    EvenementCompte.noter(utilisateur, GenreEvenementCompte.REJOINT, invitation.par, invitation.get_role_display())
    return utilisateur


def compte_existant(email):
    return Utilisateur.objects.filter(email__iexact=email).first()


def reinitialiser_second_facteur(utilisateur, par):
    """Take the second factors away, close the sessions, tell the colleague: they will set up another."""
    second_facteur.effacer(utilisateur)
    EvenementCompte.noter(utilisateur, GenreEvenementCompte.SECOND_FACTEUR, par)
    _ecrire(
        utilisateur.email,
        "Tremplin : votre second facteur est réinitialisé",
        "courriels/second_facteur.txt",
        {"utilisateur": utilisateur, "par": par, "lien": settings.SITE_URL},
    )


def rouvrir(utilisateur, par, quand):
    utilisateur.suspendu_at, utilisateur.rouvert_at = None, quand
    utilisateur.save(update_fields=["suspendu_at", "rouvert_at"])
    EvenementCompte.noter(utilisateur, GenreEvenementCompte.ROUVERT, par)


def suspendre_les_inutilises(quand):
    """Suspend what nobody used for 90 days; each structure of the colleague reads it in its journal."""
    for utilisateur in Utilisateur.objects.inutilises(quand):
        EvenementCompte.noter_partout(utilisateur, GenreEvenementCompte.SUSPENDU, quand.date(), "comptes inutilisés")
        utilisateur.suspendu_at = quand
        utilisateur.save(update_fields=["suspendu_at"])


def rappeler_les_revues(le):
    """Write to the direction of each structure where accesses wait to be looked at again."""
    for structure in Structure.objects.all():
        with contexte(structure.pk, origine="revue des accès"):
            nombre = sum(a_revoir(ligne, le) for ligne in acces(structure.pk, le))
            direction = Appartenance.objects.en_poste(structure, le).filter(role=Role.DIRECTION)
            destinataires = list(direction.values_list("utilisateur__email", flat=True)) if nombre else []
        for email in destinataires:
            lien = f"{settings.SITE_URL}{reverse('insertion:compte_list')}"
            variables = {"structure": structure, "nombre": nombre, "lien": lien}
            _ecrire(email, "Tremplin : des accès sont à revoir", "courriels/revue.txt", variables)


def _ecrire(email, sujet, gabarit, variables):
    sujet = " ".join(sujet.split())  # a name may hold a line break, a head of message may not
    try:
        send_mail(sujet, render_to_string(gabarit, variables), None, [email])
    except (OSError, SMTPException):
        return False
    return True


def invitations(structure_id):
    """Those of a structure that still wait for an answer, the latest first."""
    return Invitation.objects.filter(structure=structure_id).en_attente().select_related("par")
