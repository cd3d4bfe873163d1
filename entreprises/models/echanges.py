from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from insertion.isolation.historique import historise, retablir
from insertion.isolation.models import CleIsolee, ManagerIsole, ModeleIsole, QuerySetIsole

from ..enums import ModeEchange, ObjetEchange, ResultatEchange
from .campagnes import Campagne
from .contacts import Contact
from .entreprises import Entreprise
from .evenements import Evenement


class EchangeQuerySet(QuerySetIsole):
    def pour_fil(self):
        """What the thread of a firm shows, newest first, in one query."""
        return self.select_related("auteur", "contact").order_by("-date", "-pk")

    def pour_fiche(self):
        return self.select_related("entreprise", "contact", "auteur")

    def retablir(self, pk, utilisateur):
        """Bring back an exchange that `utilisateur` wrote and deleted, from its history; None when none was."""
        return retablir(self.model, pk, auteur=utilisateur)


@historise()
class Echange(ModeleIsole):
    """Somebody of the team and a firm spoke: a call, a visit, a forum… (metier.md §1 row 17).

    The next call promised is that of the last exchange: a later exchange settles it or promises another.
    """

    entreprise = CleIsolee(Entreprise, related_name="echanges")
    contact = CleIsolee(
        Contact, on_delete=models.SET_NULL, related_name="echanges", null=True, blank=True, verbose_name="avec qui"
    )
    auteur = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    date = models.DateTimeField("date", default=timezone.now)
    mode = models.CharField("comment", max_length=10, choices=ModeEchange, default=ModeEchange.APPEL)
    objet = models.CharField("objet", max_length=26, choices=ObjetEchange, default=ObjetEchange.PROSPECTION)
    resultat = models.CharField("résultat", max_length=14, choices=ResultatEchange, blank=True)
    texte = models.TextField("ce qui s’est dit", max_length=8000, blank=True)
    campagne = CleIsolee(
        Campagne, on_delete=models.SET_NULL, related_name="echanges", null=True, blank=True, verbose_name="campagne"
    )
    evenement = CleIsolee(
        Evenement, on_delete=models.SET_NULL, related_name="echanges", null=True, blank=True, verbose_name="événement"
    )
    rappeler_le = models.DateField("rappeler le", null=True, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = ManagerIsole.from_queryset(EchangeQuerySet)()

    class Meta(ModeleIsole.Meta):
        verbose_name = "échange"
        verbose_name_plural = "échanges"
        ordering = ["-date", "-pk"]
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(texte="") | ~Q(resultat=""),
                name="echange_texte_ou_resultat",
                violation_error_code="echange_texte_ou_resultat",
                violation_error_message="Dites en un mot ce qui s’est passé : le résultat, ou quelques mots.",
            ),
            models.CheckConstraint(
                condition=Q(rappeler_le__isnull=True) | Q(rappeler_le__gte=F("date__date")),
                name="echange_rappel_apres",
                violation_error_code="echange_rappel_apres",
                violation_error_message="Le rappel ne peut pas précéder l’échange.",
            ),
            models.CheckConstraint(
                condition=Q(rappeler_le__isnull=True) | ~Q(resultat="refus"),
                name="echange_refus_sans_rappel",
                violation_error_code="echange_refus_sans_rappel",
                violation_error_message="Qui ne veut plus être contacté n’est pas rappelé.",
            ),
        ]
        indexes = [
            models.Index(fields=["structure", "entreprise", "-date"], name="echange_par_entreprise"),
            models.Index(fields=["structure", "campagne", "entreprise"], name="echange_par_campagne"),
            models.Index(fields=["structure", "evenement"], name="echange_par_evenement"),
        ]

    def __str__(self):
        return f"{self.get_mode_display()} du {timezone.localdate(self.date):%d/%m/%Y}"
