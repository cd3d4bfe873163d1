from datetime import timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import (
    ArrayField,
    DateRangeField,
    RangeBoundary,
    RangeOperators,
)
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.dispatch import Signal
from django.utils import timezone
from stdnum.fr import siret as siret_fr

from ..droits import roles_qui_peuvent
from ..enums import (
    DOMAINES_PAR_DEFAUT,
    TYPES_EMPLOYEURS,
    Domaine,
    EtatPas,
    GenreEvenementCompte,
    GrilleDiagnostic,
    Role,
    TypeStructure,
    Vocabulaire,
)
from .comptes import EvenementCompte

#: Sent with `appartenance` when somebody's access to a structure is closed, in its open context.
compte_ferme = Signal()
#: Asks the floors above how many files each of the `utilisateurs` (ids) carries; a receiver answers {id: number}.
dossiers_portes = Signal()

code_postal = RegexValidator(r"^\d{5}$", "Un code postal compte 5 chiffres.")

DELAI_REFUSE = "Un délai va de 1 à 365 jours."
CONSERVATION_REFUSEE = "La durée de conservation va de 1 à 60 mois."
#: Thresholds of a structure that hires, then those of every structure.
SEUILS_CONTRAT = ("alerte_contrat_jours", "alerte_renouvellement_jours", "alerte_pass_jours")
SEUILS = (
    *SEUILS_CONTRAT,
    *("alerte_document_jours", "delai_diagnostic_jours", "sortie_relance_jours", "sortie_alerte_jours"),
)


def valider_siret(valeur):
    if not siret_fr.is_valid(valeur):
        raise ValidationError("Ce numéro SIRET n’est pas valide : 14 chiffres, clé comprise.")


def domaines_par_defaut():
    return [domaine.value for domaine in DOMAINES_PAR_DEFAUT]


def _jours(defaut, libelle, aide):
    bornes = [MinValueValidator(1, DELAI_REFUSE), MaxValueValidator(365, DELAI_REFUSE)]
    return models.PositiveSmallIntegerField(f"{libelle} (jours)", default=defaut, help_text=aide, validators=bornes)


class Structure(models.Model):
    """A structure d'insertion: the border that no row crosses.

    The thresholds are its own; their defaults come from metier.md §2 rows 4 and 18 (contract, PASS, exits at J+15 and
    J+25), §4.6 (window of a prolongation) and §5 (« Diagnostics à temps »).
    """

    nom = models.CharField("nom", max_length=120)
    siret = models.CharField("SIRET", max_length=14, unique=True, validators=[valider_siret])
    type = models.CharField("type", max_length=20, choices=TypeStructure)
    exemple_at = models.DateTimeField("exemple chargé le", null=True, editable=False)
    vocabulaire = models.CharField(
        "mot employé pour les personnes",
        max_length=20,
        choices=Vocabulaire,
        default=Vocabulaire.BENEFICIAIRE,
    )
    adresse = models.CharField("adresse", max_length=200, blank=True)
    code_postal = models.CharField("code postal", max_length=5, blank=True, validators=[code_postal])
    commune = models.CharField("commune", max_length=80, blank=True)
    telephone = models.CharField("téléphone", max_length=20, blank=True)
    rythme_entretiens = models.PositiveSmallIntegerField("rythme des entretiens (jours)", default=30)
    domaines = ArrayField(
        models.CharField(max_length=20, choices=Domaine),
        verbose_name="domaines du diagnostic",
        default=domaines_par_defaut,
    )
    grille = models.CharField(
        "grille du diagnostic",
        max_length=10,
        choices=GrilleDiagnostic,
        default=GrilleDiagnostic.TREMPLIN,
    )
    alerte_contrat_jours = _jours(60, "fin de contrat : prévenir avant", "60 jours par défaut, usage du terrain.")
    alerte_renouvellement_jours = _jours(
        60,
        "décision de renouvellement : à prendre avant",
        "60 jours avant la fin du contrat par défaut, usage du terrain.",
    )
    alerte_pass_jours = _jours(
        60, "fin du PASS IAE : prévenir avant", "60 jours par défaut ; une prolongation se demande dès 12 mois avant."
    )
    alerte_document_jours = _jours(30, "document qui expire : prévenir avant", "30 jours par défaut.")
    delai_diagnostic_jours = _jours(
        30,
        "premier diagnostic : à faire avant",
        "30 jours après l’entrée par défaut, délai que suivent les financeurs.",
    )
    sortie_relance_jours = _jours(
        15, "sortie non documentée : relancer après", "15 jours par défaut, puis l’alerte ci-contre."
    )
    sortie_alerte_jours = _jours(25, "sortie non documentée : alerter après", "25 jours par défaut.")
    journal_mois = models.PositiveSmallIntegerField(
        "garder le journal des consultations (mois)",
        default=12,
        help_text="De 6 à 12 mois (CNIL). Jusqu’à 36 si un risque le justifie, motif à l’appui.",
    )
    journal_motif = models.CharField(
        "motif d’une durée de plus de 12 mois",
        max_length=300,
        blank=True,
        help_text="Il sera demandé lors d’un contrôle.",
    )
    conservation_mois = models.PositiveSmallIntegerField(
        "effacer les dossiers après (mois sans contact)",
        default=24,
        help_text="24 mois par défaut, durée que recommande la CNIL ; de 1 à 60.",
        validators=[MinValueValidator(1, CONSERVATION_REFUSEE), MaxValueValidator(60, CONSERVATION_REFUSEE)],
    )
    feuille_hors_connexion = models.BooleanField(
        "garder les rendez-vous du jour sur les téléphones, pour les lire sans réseau",
        default=False,
        db_default=False,
        help_text=(
            "Noms, heures, lieux et téléphones du jour, jusqu’à la déconnexion (douze heures au plus). À n’ouvrir "
            "que si chaque téléphone est à une seule personne et se verrouille par un code."
        ),
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = "structure"
        verbose_name_plural = "structures"
        ordering = ["nom"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rythme_entretiens__gte=1, rythme_entretiens__lte=365),
                name="structure_rythme_entretiens",
                violation_error_message="Le rythme des entretiens va de 1 à 365 jours.",
            ),
            models.CheckConstraint(
                condition=models.Q(*[(f"{seuil}__range", (1, 365)) for seuil in SEUILS]),
                name="structure_seuils",
                violation_error_message="Un délai va de 1 à 365 jours.",
            ),
            models.CheckConstraint(
                condition=models.Q(conservation_mois__range=(1, 60)),
                name="structure_conservation",
                violation_error_message=CONSERVATION_REFUSEE,
            ),
            models.CheckConstraint(
                condition=models.Q(sortie_alerte_jours__gt=models.F("sortie_relance_jours")),
                name="structure_alerte_apres_relance",
                violation_error_message="L’alerte de sortie non documentée vient après la relance.",
            ),
            models.CheckConstraint(
                condition=models.Q(journal_mois__range=(6, 12))
                | (models.Q(journal_mois__range=(6, 36)) & ~models.Q(journal_motif="")),
                name="structure_journal",
                violation_error_message="Le journal se garde de 6 à 12 mois ; jusqu’à 36 si vous notez le motif.",
            ),
        ]

    def __str__(self):
        return self.nom

    @property
    def emploie(self):
        """Whether it signs work contracts with the people it accompanies; elsewhere no page names one."""
        return self.type in TYPES_EMPLOYEURS

    @property
    def heberge(self):
        """Whether it houses people, and so follows their path towards a home (metier.md §1 row 72)."""
        return self.type == TypeStructure.CHRS


class Periode(models.Func):
    """The closed range of dates [debut, fin]; an empty `fin` means « still »."""

    function = "daterange"
    output_field = DateRangeField()


class AppartenanceQuerySet(models.QuerySet):
    def actives(self, le=None):
        """Memberships in force on the day `le` (today unless given); one of the support ends within the day."""
        le = le or timezone.localdate()
        ouvertes = models.Q(expire_at__isnull=True) | models.Q(expire_at__gt=timezone.now())
        return self.filter(models.Q(fin__isnull=True) | models.Q(fin__gte=le), ouvertes, debut__lte=le)

    def en_poste(self, structure, le):
        """Memberships of those who work for `structure` (object or id) on the day `le`, their account open."""
        return self.actives(le).filter(structure=structure, expire_at__isnull=True, utilisateur__is_active=True)

    def qui_peuvent(self, droit):
        """Memberships whose role has `droit`."""
        return self.filter(role__in=roles_qui_peuvent(droit))

    def pas_finies(self, le):
        """Memberships in force on the day `le`, and those that begin later."""
        return self.filter(models.Q(fin__isnull=True) | models.Q(fin__gte=le))

    def pour_session(self, utilisateur, structure_id):
        """The membership chosen in the session, else the first one; None for somebody without any.

        Its `autres` are the memberships that could be chosen instead.
        """
        siennes = list(self.filter(utilisateur=utilisateur).select_related("structure").order_by("pk"))
        choisie = next((a for a in siennes if a.structure_id == structure_id), None) or next(iter(siennes), None)
        if choisie:
            choisie.autres = [a for a in siennes if a is not choisie]
        return choisie


class Appartenance(models.Model):
    """A user works for a structure, in a role, between two dates."""

    utilisateur = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="appartenances")
    structure = models.ForeignKey(Structure, on_delete=models.PROTECT, related_name="appartenances")
    role = models.CharField("rôle", max_length=20, choices=Role)
    debut = models.DateField("depuis le", default=timezone.localdate)
    fin = models.DateField("jusqu’au", null=True, blank=True)
    expire_at = models.DateTimeField("dépannage jusqu’à", null=True, editable=False)
    premiers_pas = models.CharField(
        "premiers pas",
        max_length=7,
        choices=EtatPas,
        default=EtatPas.OUVERTS,
        db_default=EtatPas.OUVERTS,
        editable=False,
    )

    objects = AppartenanceQuerySet.as_manager()

    class Meta:
        verbose_name = "appartenance"
        verbose_name_plural = "appartenances"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fin__isnull=True) | models.Q(fin__gte=models.F("debut")),
                name="appartenance_fin_apres_debut",
                violation_error_message="La fin ne peut pas précéder le début.",
            ),
            ExclusionConstraint(
                name="appartenance_sans_chevauchement",
                expressions=[
                    ("utilisateur", RangeOperators.EQUAL),
                    ("structure", RangeOperators.EQUAL),
                    (
                        Periode(
                            "debut",
                            "fin",
                            RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Cette personne appartient déjà à la structure à ces dates.",
            ),
        ]

    def __str__(self):
        return f"{self.utilisateur}, {self.get_role_display()}, {self.structure}"

    def gerable_par(self, utilisateur):
        """Nobody changes their own access; that of a direction is changed by a direction."""
        permis = self.role != Role.DIRECTION or utilisateur.appartenance.role == Role.DIRECTION
        return permis and self.utilisateur_id != utilisateur.pk

    def fermer(self, le, par=None, detail=""):
        """They no longer work here, at once: the next request is refused, `compte_ferme` tells who holds something.

        The last day is the one before `le`; somebody who had begun that very day, or not yet, leaves no membership.
        """
        veille = le - timedelta(days=1)
        if self.debut <= veille:
            self.fin = min(self.fin or veille, veille)
            self.save(update_fields=["fin"])
        else:
            self.delete()
        EvenementCompte.noter(self.utilisateur, GenreEvenementCompte.FERME, par, detail)
        compte_ferme.send(type(self), appartenance=self)

    def changer(self, role, fin, le, par=None):
        """Another role from the day `le`, another last day; return the membership in force, the former being kept."""
        detail = f"{self.get_role_display()} → {Role(role).label}" if role != self.role else ""
        nouvelle = self
        if role != self.role and self.debut < le:
            self.fin = le - timedelta(days=1)
            self.save(update_fields=["fin"])
            nouvelle = Appartenance(utilisateur=self.utilisateur, structure=self.structure, debut=le)
        nouvelle.role, nouvelle.fin = role, fin
        nouvelle.save()
        EvenementCompte.noter(self.utilisateur, GenreEvenementCompte.ROLE, par, detail)
        return nouvelle
