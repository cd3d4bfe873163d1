from datetime import date

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Cast, Concat, TruncDate
from django.urls import reverse
from phonenumber_field.modelfields import PhoneNumberField

from insertion.enums import NiveauFrancais, Role
from insertion.isolation.historique import historise
from insertion.isolation.models import ManagerIsole, ModeleIsole, QuerySetIsole
from insertion.isolation.preparees import RequetePreparee
from insertion.recherche import chercher, dates_tapees, mots_et_chiffres
from insertion.texte import SansAccents

from ..enums import Civilite, NatureSituation, NiveauFormation, Stade


class TexteRecherche(models.Func):
    """The text that a search reads: names and telephone, without accents (SQL function of migration 0001)."""

    function = "tremplin.texte_recherche"
    output_field = models.TextField()


class NomsReferents(models.Func):
    """The référents of today in one text.

    Written in the query itself: of each row of a list, the function of the database that says the same (migration
    0003) takes five times as long.
    """

    template = """(
        SELECT coalesce(string_agg(u.prenom || ' ' || u.nom, ', ' ORDER BY r.debut, r.id), '')
          FROM beneficiaires_referent r JOIN insertion_utilisateur u ON u.id = r.utilisateur_id
         WHERE (r.structure_id, r.beneficiaire_id) = (%(expressions)s) AND r.fin IS NULL)"""
    output_field = models.TextField()


class RessourceDuJour(models.Func):
    """What somebody lives on, on a day: {"nature", "debut"} or None (SQL function of migration 0003)."""

    function = "tremplin.ressource"
    output_field = models.JSONField()


class AgeAuJour(models.Func):
    """Age in years, of a date of birth, on a day; the same figure as `Beneficiaire.age`."""

    template = "EXTRACT(YEAR FROM AGE(%(expressions)s))::int"
    output_field = models.IntegerField()

    def __init__(self, naissance, le):
        super().__init__(models.Value(le, models.DateField()), naissance)


def _modele(nom, etage="beneficiaires"):
    """The models of dated rows import this module: they are reached when a query is built."""
    return apps.get_model(etage, nom)


def _numero(chiffres):
    """The figures of a search as a telephone is stored: « 33612 » from « 0612 »."""
    chiffres = chiffres.removeprefix("00")
    return f"33{chiffres[1:]}" if chiffres.startswith("0") else chiffres


class BeneficiaireQuerySet(QuerySetIsole):
    def visibles_par(self, utilisateur):
        """Everyone of the structure; a volunteer sees only the people entrusted to them."""
        return super().visibles_par(utilisateur).visibles_pour(utilisateur.appartenance.role, utilisateur.pk)

    def visibles_pour(self, role, utilisateur_id):
        """What `role` leaves of these people to the user `utilisateur_id`: nobody archived or erased."""
        presentes = self.presentes()
        return presentes.confiees_a(utilisateur_id) if role == Role.BENEVOLE else presentes

    def presentes(self):
        """People of the active base."""
        return self.filter(archive_le=None, efface_le=None)

    def hors_base(self):
        """People archived or erased."""
        return self.filter(models.Q(archive_le__isnull=False) | models.Q(efface_le__isnull=False))

    def suivies_par(self, utilisateur):
        """People whose référent is `utilisateur` now."""
        return self.confiees_a(utilisateur.pk)

    def confiees_a(self, utilisateur_id):
        """People whose référent is the user `utilisateur_id` now; None: people who have no référent."""
        if utilisateur_id is None:
            return self.filter(~models.Exists(_referents()))
        return self.filter(models.Exists(_referents(utilisateur=utilisateur_id)))

    def en_situation(self, nature, le):
        """People in the situation `nature` on the day `le`, as far as the role that asks may know."""
        situations = _modele("Situation").objects.en_cours(le).filter(nature=nature)
        return self.filter(models.Exists(situations.filter(beneficiaire=models.OuterRef("pk"))))

    def avec_stade(self, le):
        """Annotate `stade`: where somebody stands on the day `le`, a value of `Stade`."""
        siens = _modele("Parcours", "parcours").objects.filter(beneficiaire=models.OuterRef("pk"))
        demandes = _modele("Candidature", "parcours").objects.filter(beneficiaire=models.OuterRef("pk"))
        cas = (
            (siens.en_cours(le), Stade.EN_PARCOURS),
            (siens.filter(date_sortie__lt=le), Stade.SORTIE),
            (demandes, Stade.CANDIDATURE),
        )
        suites = (models.When(models.Exists(lignes), then=models.Value(stade)) for lignes, stade in cas)
        return self.annotate(stade=models.Case(*suites, default=models.Value(Stade.SANS_PARCOURS)))

    def au_stade(self, stade, le):
        """People who stand at `stade` (a `Stade`) on the day `le`."""
        return self.avec_stade(le).filter(stade=stade)

    def cherche(self, texte, pour=None):
        """People whose names, telephone or date of birth hold each word of `texte`, typing errors forgiven.

        First those with a word that begins as typed, then those that hold it, then the likely typing errors
        (« delatour », « bennali »). Of those who answer as well, the ones whom the user `pour` follows come first.
        """
        siennes = (models.Exists(_referents(utilisateur=pour.pk)).desc(),) if pour else ()
        mots, chiffres = mots_et_chiffres(texte)
        # A number kept as it was typed, or its last figures: they may begin with a 0 that says nothing of a country.
        autrement = models.Q(recherche__regex=rf"\m{chiffres}") | models.Q(recherche__endswith=chiffres)
        for jours in dates_tapees(texte):
            autrement |= models.Q(date_naissance__range=jours)
        return chercher(self, mots, _numero(chiffres), *siennes, "tri", "pk", autrement=autrement)

    def avec_referents(self):
        """Annotate `noms_referents`: the référents of today, in one text."""
        return self.annotate(noms_referents=NomsReferents("structure_id", "pk"))

    def pour_liste(self, le):
        """What the list of people shows on the day `le`, in one query: rows as dicts, much cheaper than objects."""
        return (
            self.avec_referents()
            .avec_stade(le)
            .annotate(
                ans=AgeAuJour("date_naissance", le),
                numero=Cast("telephone", models.TextField()),
                creee_le=TruncDate("created_at"),
            )
            .values("pk", "nom", "prenom", "ans", "commune", "numero", "noms_referents", "creee_le", "stade")
        )

    def pour_choix(self):
        """What a short list to choose from shows (search, likely doubles): name, year of birth, référents."""
        return self.avec_referents().only("prenom", "nom", "date_naissance", "commune")

    def pour_fiche(self, le):
        """What the header of every page about one person shows on the day `le`, in one query."""
        return self.avec_referents().annotate(
            ressource_du_jour=RessourceDuJour("structure_id", "pk", models.Value(le, models.DateField())),
        )


def _referents(**voulus):
    """The référents of today of the person of the outer query."""
    return _modele("Referent").objects.filter(beneficiaire=models.OuterRef("pk"), fin=None, **voulus)


class BeneficiaireManager(ManagerIsole.from_queryset(BeneficiaireQuerySet)):
    def fiche(self, utilisateur, pk, le):
        """The person `pk` as every page about them shows them on the day `le`; None when `utilisateur` may not."""
        return next(iter(self.demander_fiche(utilisateur, pk, le).lire()), None)

    def demander_fiche(self, utilisateur, pk, le):
        """The same on its way to the database (a `Demande` of one person or none)."""
        return _fiche.demander(utilisateur.appartenance.role, utilisateur=utilisateur.pk, personne=pk, le=le)


@RequetePreparee
def _fiche(role, *, utilisateur, personne, le):
    return Beneficiaire.objects.filter(pk=personne).visibles_pour(role, utilisateur).pour_fiche(le)


@historise("recherche", "tri")
class Beneficiaire(ModeleIsole):
    """Someone whom the structure accompanies. What they live through is in their parcours, one floor up."""

    civilite = models.CharField("civilité", max_length=3, choices=Civilite, blank=True)
    nom = models.CharField("nom d’usage", max_length=80)
    prenom = models.CharField("prénom", max_length=80, blank=True)
    nom_naissance = models.CharField("nom de naissance", max_length=80, blank=True)
    date_naissance = models.DateField("date de naissance", null=True, blank=True)
    telephone = PhoneNumberField("téléphone", blank=True)
    email = models.EmailField("adresse e-mail", blank=True)
    adresse = models.CharField("adresse", max_length=200, blank=True)
    code_postal = models.CharField("code postal", max_length=5, blank=True)
    commune = models.CharField("commune", max_length=80, blank=True)
    langues = ArrayField(
        models.CharField(max_length=40),
        verbose_name="langues parlées",
        default=list,
        blank=True,
    )
    niveau_francais = models.CharField("niveau de français", max_length=12, choices=NiveauFrancais, blank=True)
    niveau_formation = models.CharField("niveau de formation", max_length=20, choices=NiveauFormation, blank=True)
    identifiant_france_travail = models.CharField("identifiant France Travail", max_length=11, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField("créée le", auto_now_add=True)
    archive_le = models.DateField("dossier archivé le", null=True, editable=False)
    efface_le = models.DateField("identité effacée le", null=True, editable=False)
    recherche = models.GeneratedField(
        expression=TexteRecherche("nom", "prenom", "nom_naissance", "telephone"),
        output_field=models.TextField(),
        db_persist=True,
    )
    tri = models.GeneratedField(
        expression=SansAccents(Concat("nom", models.Value(" "), "prenom")),
        output_field=models.TextField(),
        db_persist=True,
    )

    objects = BeneficiaireManager()

    class Meta(ModeleIsole.Meta):
        verbose_name = "personne"
        verbose_name_plural = "personnes"
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(nom=""),
                name="beneficiaire_nom_rempli",
                violation_error_message="Le nom est nécessaire.",
            ),
            models.CheckConstraint(
                condition=models.Q(date_naissance__isnull=True) | models.Q(date_naissance__gte="1900-01-01"),
                name="beneficiaire_date_naissance",
                violation_error_message="Cette date de naissance est trop ancienne.",
            ),
        ]
        indexes = [
            models.Index(fields=["structure", "tri", "id"], name="beneficiaire_liste"),
            models.Index(fields=["structure", "date_naissance"], name="beneficiaire_naissance"),
            models.Index(fields=["structure", "telephone"], name="beneficiaire_telephone"),
        ]

    def __str__(self):
        return f"{self.prenom} {self.nom}".strip()

    def get_absolute_url(self):
        return reverse("parcours:personne_detail", args=[self.pk])

    def age(self, le):
        """Age in years on the day `le`; None when the date of birth is unknown."""
        naissance = self.date_naissance
        if naissance is None:
            return None
        return le.year - naissance.year - ((le.month, le.day) < (naissance.month, naissance.day))

    @property
    def ressource(self):
        """What they live on (« RSA »), as `pour_fiche` found it; an empty text otherwise."""
        trouvee = getattr(self, "ressource_du_jour", None)
        return NatureSituation(trouvee["nature"]).label if trouvee else ""

    @property
    def ressource_debut(self):
        """Since when they live on it, as `pour_fiche` found it; None when unknown."""
        trouvee = getattr(self, "ressource_du_jour", None)
        return date.fromisoformat(trouvee["debut"]) if trouvee and trouvee["debut"] else None

    def confier_a(self, utilisateur, le):
        """Make `utilisateur` the référent from the day `le`; those before them end that day. Idempotent.

        Return the rows changed.
        """
        ouvert, fermes = self.referents.confier([self.pk], utilisateur, le).get(self.pk, (None, []))
        return [*fermes, ouvert] if ouvert else fermes
