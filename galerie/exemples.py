"""Which row each address is opened with: the demonstration's own, else one that is made for it.

What an address speaks of is read by `tests/surete/adresses.py`, and the rows that are missing are made as the
attacks make theirs (`tests/surete/rangees.py`).
"""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.apps import apps
from django.conf import settings
from django.db.models import Count

from beneficiaires.models import Referent
from insertion import jetons
from insertion.enums import Role
from insertion.isolation.contexte import contexte
from insertion.isolation.models import CleIsolee
from insertion.models import Appartenance, Structure, Utilisateur
from parcours.models import Parcours
from tests.conftest import membre, navigateur_de
from tests.surete.adresses import VALEURS
from tests.surete.rangees import Dossier
from tests.usines import ReferentFactory, StructureFactory, UtilisateurFactory

BENEFICIAIRE, PARCOURS = "beneficiaires.Beneficiaire", "parcours.Parcours"
#: A row that opens nothing without this other one.
SUITES = {"parcours.Import": "parcours.LigneImport", "entreprises.Import": "entreprises.LigneImport"}


class Rangees(Dossier):
    """The rows of `structure` by label of their model: found where there are some, made where there are none."""

    def __init__(self, structure, qui):
        super().__init__(f"galerie{structure.pk}", qui)
        self.structure, self.a_faire = structure, set()

    def _faire(self, label):
        if "#" not in label and label not in self.a_faire and (trouvee := self._trouver(label)):
            return trouvee
        return super()._faire(label)

    def _trouver(self, label):
        """The last row of the person, else of the colleague, else of anybody."""
        modele = apps.get_model(label)
        champs = modele._meta.concrete_fields
        siens = {c.name: self[_vise(c)] for c in champs if _vise(c) in (BENEFICIAIRE, PARCOURS) and _vise(c) in self}
        miens = {nom: self.qui for nom in ("auteur", "utilisateur") if any(champ.name == nom for champ in champs)}
        lignes = modele._base_manager.filter(structure=self.structure).order_by("-pk")
        for filtre in (siens | miens, siens, miens, {}):
            if trouvee := lignes.filter(**filtre).first():
                return trouvee
        return None


def _vise(champ):
    return champ.related_model._meta.label if isinstance(champ, CleIsolee) else None


class Lieu:
    """A structure, those who work there ({role: user}), and the rows that its addresses are opened with."""

    def __init__(self, structure, equipe):
        self.structure, self.equipe = structure, equipe
        self.collegue = equipe[Role.CHARGE_INSERTION]
        self.rangees = Rangees(structure, self.collegue)

    def cle(self, _, label):
        with contexte(self.structure.pk):
            return self.collegue.pk if label == "insertion.Utilisateur" else self.rangees[label].pk

    def texte(self, _, adresse, argument):
        if argument != "jeton":
            return VALEURS.get(f"{adresse}:{argument}") or VALEURS[argument]
        with contexte(self.structure.pk):
            objet = self.rangees["pilotage.AbonnementAgenda" if "agenda" in adresse else "pilotage.Envoi"]
            jeton, objet.empreinte = jetons.nouveau(objet.structure_id)
            objet.save()
        return jeton

    def refaire(self, labels, role):
        """Make rows of these models, of whoever asks: those that were found do not answer."""
        self.rangees.qui = self.equipe[role]
        for label in set(labels) - {BENEFICIAIRE, PARCOURS}:
            self.rangees.a_faire.add(label)
            self.rangees.pop(label, None)
            if suite := SUITES.get(label):
                self.rangees.pop(suite, None)
                self.cle(None, suite)

    def session(self, role):
        """The cookie of somebody of this role, signed in."""
        client = navigateur_de(self.equipe[role])
        session = client.session
        # given as if tomorrow: the pages that ask for the password again open as long as the walk lasts
        session["account_authentication_methods"] = [{"method": "mfa", "at": time.time() + 86_400}]
        session.save()
        return client.cookies[settings.SESSION_COOKIE_NAME].value


def demonstration(nom):
    """The structure of this name; its rows are of the longest story that its chargé·e d’insertion follows."""
    structure = Structure.objects.get(nom=nom)
    lieu = Lieu(structure, _equipe(structure))
    with contexte(structure.pk):
        suivis = Referent.objects.filter(utilisateur=lieu.collegue).values("beneficiaire")
        ouverts = Parcours.objects.filter(date_sortie=None, beneficiaire__in=suivis).select_related("beneficiaire")
        parcours = ouverts.annotate(n=Count("entretiens")).order_by("-n", "pk").first()
    lieu.rangees |= {PARCOURS: parcours, BENEFICIAIRE: parcours.beneficiaire}
    return lieu


def sans_rien(nom):
    """A structure where nothing happened yet, made once; a row appears in it when an address cannot do without."""
    structure = Structure.objects.filter(nom=nom).first()
    if structure is None:
        UtilisateurFactory.reset_sequence(Utilisateur.objects.count(), force=True)
        structure = StructureFactory(nom=nom)
        for role in Role:
            membre(structure, role)
    return Lieu(structure, _equipe(structure))


def avec_un_referent(lieu):
    """Somebody whom the colleague of `lieu` follows."""
    with contexte(lieu.structure.pk):
        personne = lieu.rangees[BENEFICIAIRE]
        if not Referent.objects.filter(beneficiaire=personne).exists():
            ReferentFactory(beneficiaire=personne, utilisateur=lieu.collegue)
    return lieu


def avec_ses_facteurs(lieu, role):
    """Somebody whose telephone and recovery codes are set up."""
    qui = lieu.equipe[role]
    if not Authenticator.objects.filter(user=qui).exists():
        TOTP.activate(qui, generate_totp_secret())
        RecoveryCodes.activate(qui)
    return lieu


def _equipe(structure):
    equipe = {}
    for appartenance in Appartenance.objects.filter(structure=structure).select_related("utilisateur").order_by("pk"):
        appartenance.utilisateur.appartenance = appartenance
        equipe.setdefault(appartenance.role, appartenance.utilisateur)
    return equipe
