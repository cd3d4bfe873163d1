from datetime import timedelta

from django.db import models
from django.db.models import F, Q

from .. import jetons
from ..enums import GenreEvenementCompte, Role
from ..isolation.contexte import contexte
from ..isolation.historique import historise
from ..isolation.models import ManagerIsole, ModeleIsole, QuerySetIsole

#: How long an invitation can be answered.
VALIDITE = timedelta(days=7)


class InvitationQuerySet(QuerySetIsole):
    def en_attente(self):
        return self.filter(acceptee_at__isnull=True)

    def valables(self, quand):
        """Those that still open an account at the instant `quand`."""
        return self.en_attente().filter(expire_at__gt=quand)


@historise("empreinte")
class Invitation(ModeleIsole):
    """Somebody is asked, at their address, to work for the structure; the link serves once, for seven days.

    The address of the link holds the number of the structure and the secret, of which only the imprint is kept.
    `par` is nobody for the first direction, whom the command `creer_structure` invites.
    """

    email = models.EmailField("adresse e-mail")
    role = models.CharField("rôle", max_length=20, choices=Role)
    debut = models.DateField("à partir du")
    fin = models.DateField("jusqu’au", null=True, blank=True)
    par = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True)
    empreinte = models.CharField(max_length=64, editable=False)
    created_at = models.DateTimeField("faite le", auto_now_add=True)
    expire_at = models.DateTimeField("valable jusqu’au", editable=False)
    envoyee_at = models.DateTimeField("partie le", null=True, editable=False)
    acceptee_at = models.DateTimeField("acceptée le", null=True, editable=False)

    objects = ManagerIsole.from_queryset(InvitationQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "invitation"
        verbose_name_plural = "invitations"
        ordering = ["-created_at", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.UniqueConstraint(
                fields=["structure", "email"],
                condition=Q(acceptee_at__isnull=True),
                name="invitation_une_en_attente",
                violation_error_code="invitation_deja",
                violation_error_message="Une invitation attend déjà une réponse à cette adresse : renvoyez-la.",
            ),
            models.CheckConstraint(
                condition=Q(fin__isnull=True) | Q(fin__gte=F("debut")),
                name="invitation_fin_apres_debut",
                violation_error_code="invitation_fin",
                violation_error_message="La fin ne peut pas précéder le début.",
            ),
        ]

    def __str__(self):
        return f"Invitation de {self.email}"

    def ouvrir(self, quand):
        """Save with a new secret, valid from `quand`; earlier links no longer open anything. Return the new token."""
        jeton, self.empreinte = jetons.nouveau(self.structure_id)
        self.email = self.email.lower()
        self.expire_at, self.envoyee_at = quand + VALIDITE, None
        self.save()
        return jeton


class EvenementCompte(ModeleIsole):
    """What happened to the account of a colleague in the structure: a journal, to which rows are added only."""

    utilisateur = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+")
    genre = models.CharField("événement", max_length=20, choices=GenreEvenementCompte)
    par = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True)
    detail = models.CharField("précision", max_length=160, blank=True)
    at = models.DateTimeField("le", auto_now_add=True)

    class Meta(ModeleIsole.Meta):
        verbose_name = "événement d’un compte"
        verbose_name_plural = "événements des comptes"
        ordering = ["-at", "-pk"]
        constraints = []
        indexes = [models.Index(fields=["structure", "utilisateur", "-at"], name="evenement_compte_par_personne")]

    def __str__(self):
        return self.get_genre_display()

    @classmethod
    def noter(cls, utilisateur, genre, par=None, detail=""):
        """Add a line to the journal of the structure whose context is open."""
        return cls.objects.create(utilisateur=utilisateur, genre=genre, par=par, detail=detail)

    @classmethod
    def noter_partout(cls, utilisateur, genre, le, origine, detail=""):
        """Add a line to the journal of each structure of the colleague that is not left on the day `le`."""
        for structure_id in set(utilisateur.appartenances.pas_finies(le).values_list("structure", flat=True)):
            with contexte(structure_id, origine=origine):
                cls.noter(utilisateur, genre, detail=detail)


class AccesSupportQuerySet(QuerySetIsole):
    def pour_liste(self):
        return self.select_related("intervenant", "demande_par", "approuve_par").order_by("-created_at", "-pk")


@historise()
class AccesSupport(ModeleIsole):
    """Break-glass: somebody who keeps Tremplin running looks into the structure, for one hour and a reason.

    One colleague asks, another agrees. What is opened is a membership in reading that ends at an instant
    (`Appartenance.expire_at`); every file read is in the journal, shown to the structure beside the reason.
    """

    motif = models.CharField("raison", max_length=300)
    intervenant = models.ForeignKey(
        "insertion.Utilisateur",
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to={"depannage": True},
        verbose_name="qui intervient",
    )
    demande_par = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+")
    approuve_par = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True)
    created_at = models.DateTimeField("demandé le", auto_now_add=True)
    approuve_at = models.DateTimeField("approuvé le", null=True)
    fin_at = models.DateTimeField("jusqu’à", null=True)

    objects = ManagerIsole.from_queryset(AccesSupportQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "accès de dépannage"
        verbose_name_plural = "accès de dépannage"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=Q(approuve_par__isnull=True) | ~Q(approuve_par=F("demande_par")),
                name="acces_support_deux_personnes",
                violation_error_message="Une autre personne que celle qui demande doit approuver.",
            ),
            models.CheckConstraint(
                condition=Q(approuve_par__isnull=True, approuve_at__isnull=True, fin_at__isnull=True)
                | Q(approuve_par__isnull=False, fin_at__gte=F("approuve_at")),
                name="acces_support_borne",
                violation_error_message="Un accès approuvé a une fin.",
            ),
        ]

    def __str__(self):
        return f"Dépannage par {self.intervenant}"

    def ouvert(self, quand):
        return bool(self.approuve_at) and quand < self.fin_at
