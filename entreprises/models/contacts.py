from django.db import models

from insertion.isolation.historique import historise
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import PreferenceContact, RoleContact
from .entreprises import Entreprise
from .partenaires import numero


class ContactQuerySet(QuerySetIsole):
    def actuels(self):
        """People who still work there, as far as we know."""
        return self.filter(parti_le__isnull=True)


@historise()
class Contact(ModeleIsole):
    """Somebody whom one speaks to in a firm (metier.md §1 row 19)."""

    entreprise = CleIsolee(Entreprise, related_name="contacts")
    nom = models.CharField("nom", max_length=80)
    prenom = models.CharField("prénom", max_length=80, blank=True)
    role = models.CharField("rôle", max_length=12, choices=RoleContact, blank=True)
    fonction = models.CharField("fonction", max_length=120, blank=True)
    telephone = models.CharField("téléphone", max_length=20, blank=True, validators=[numero])
    email = models.EmailField("adresse e-mail", blank=True)
    preference = models.CharField("préfère être joint", max_length=10, choices=PreferenceContact, blank=True)
    parti_le = models.DateField("a quitté l’entreprise le", null=True, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(ContactQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "contact"
        verbose_name_plural = "contacts"
        ordering = ["nom", "prenom", "pk"]

    def __str__(self):
        return f"{self.prenom} {self.nom}".strip()

    def partir(self, le):
        """They left the firm on the day `le`; gone already, they keep their first date."""
        self.parti_le = self.parti_le or le
        self.version += 1
        self.save(update_fields=["parti_le", "version"])

    def revenir(self):
        """Undo `partir`."""
        self.parti_le = None
        self.version += 1
        self.save(update_fields=["parti_le", "version"])
