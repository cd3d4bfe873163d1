from datetime import time, timedelta

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from ..droits import Droit, roles_qui_peuvent
from ..enums import Touches

#: An account left unused that long is suspended (CNIL, guide de la sécurité).
INUTILISE = timedelta(days=90)


class UtilisateurQuerySet(models.QuerySet):
    def de_la_structure(self, structure_id, le, **appartenance):
        """Colleagues who belong to the structure on the day `le`, in the order of their names; `appartenance` narrows
        as what."""
        return (
            self.filter(
                models.Q(appartenances__fin__isnull=True) | models.Q(appartenances__fin__gte=le),
                appartenances__structure_id=structure_id,
                appartenances__debut__lte=le,
                appartenances__expire_at__isnull=True,
                is_active=True,
                **{f"appartenances__{champ}": valeur for champ, valeur in appartenance.items()},
            )
            .order_by("nom", "prenom", "pk")
            .distinct()
        )

    def referents_possibles(self, structure_id, le):
        """Colleagues whom a file may be entrusted to: those whose role writes in it."""
        return self.de_la_structure(structure_id, le, role__in=roles_qui_peuvent(Droit.ECRIRE_SUIVI))

    def inutilises(self, quand):
        """Open accounts that nobody signed in to for `INUTILISE`, counted from the opening of the account or its
        reopening when that is later. One of the support opens nothing by itself: it stays."""
        limite = quand - INUTILISE
        ouverts = self.filter(is_active=True, depannage=False, suspendu_at__isnull=True)
        return ouverts.filter(created_at__lt=limite).exclude(
            models.Q(last_login__gte=limite) | models.Q(rouvert_at__gte=limite)
        )


class UtilisateurManager(BaseUserManager.from_queryset(UtilisateurQuerySet)):
    def create_user(self, email, password=None, **champs):
        """Create an account; `email` is the login, kept in lower case. A None password cannot sign in."""
        utilisateur = self.model(email=self.normalize_email(email).lower(), **champs)
        utilisateur.set_password(password)
        utilisateur.save(using=self._db)
        return utilisateur

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class Utilisateur(AbstractBaseUser):
    """Someone who signs in. What they may do comes from their `Appartenance`, never from the account itself."""

    email = models.EmailField("adresse e-mail", unique=True)
    prenom = models.CharField("prénom", max_length=80)
    nom = models.CharField("nom", max_length=80)
    telephone = models.CharField("téléphone", max_length=20, blank=True)
    is_active = models.BooleanField("compte actif", default=True)
    depannage = models.BooleanField("compte de dépannage", default=False, editable=False)
    suspendu_at = models.DateTimeField("suspendu le", null=True, editable=False)
    rouvert_at = models.DateTimeField("rouvert le", null=True, editable=False)
    heure_courriel = models.TimeField("heure du courriel de rappels", default=time(7, 30))
    courriel_rappels = models.BooleanField("recevoir les rappels par courriel", default=True)
    touches = models.CharField(
        "touches seules", max_length=8, choices=Touches, default=Touches.AIDE, db_default=Touches.AIDE
    )
    created_at = models.DateTimeField("créé le", auto_now_add=True)

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["prenom", "nom"]

    objects = UtilisateurManager()

    #: The membership under which the current request works; the isolation middleware sets it.
    appartenance = None

    class Meta:
        verbose_name = "utilisateur"
        verbose_name_plural = "utilisateurs"
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="utilisateur_email_unique",
                violation_error_message="Un compte existe déjà avec cette adresse.",
            )
        ]

    def __str__(self):
        return self.get_full_name()

    def get_full_name(self):
        return f"{self.prenom} {self.nom}".strip()

    @property
    def initiales(self):
        return f"{self.prenom[:1]}{self.nom[:1]}".upper()
