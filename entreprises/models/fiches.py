"""What the entries of the local network share: what for, for whom, where, when, how, up to date when."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import TrigramWordSimilarity
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.urls import reverse

from insertion.enums import NiveauFrancais
from insertion.isolation.models import ModeleIsole, QuerySetIsole
from insertion.recherche import LONGUEUR_RECHERCHE, RESSEMBLANCE
from insertion.texte import SansAccents, sans_accents
from insertion.thematiques import LIBELLES, choix

from ..enums import FaitDemande

AGE_MAX = 99


def _concatener(*champs):
    """The text of `champs` as a search reads it: lower case, without accents.

    One call of the database: Django's `Concat` is a tree, which it takes longer to write than we to run it.
    """
    return SansAccents(Func(Value(" "), *champs, function="concat_ws", output_field=models.TextField()))


def _avec_chaque_mot(queryset, colonne, texte):
    for mot in sans_accents(texte).split():
        queryset = queryset.filter(**{f"{colonne}__contains": mot})
    return queryset


class FicheReseauQuerySet(QuerySetIsole):
    def actifs(self):
        """Entries that one may still propose."""
        return self.filter(actif=True)

    def cherche(self, texte):
        """Entries whose name, commune, public or presentation hold each word of `texte`, whatever the accents."""
        if not texte:
            return self
        lues = self.alias(mots=_concatener("nom", "commune", "public", "presentation"))
        return _avec_chaque_mot(lues, "mots", texte)

    def ressemblant_a(self, texte):
        """Like `cherche`, and those whose name is `texte` with a typing error; annotates `ressemblance`."""
        texte = sans_accents(texte[:LONGUEUR_RECHERCHE])
        lues = self.alias(mots=_concatener("nom", "commune", "public", "presentation"))
        lues = lues.annotate(ressemblance=TrigramWordSimilarity(texte, SansAccents("nom")))
        dites = Q(*(Q(mots__contains=mot) for mot in texte.split()))
        return lues.filter(dites | Q(ressemblance__gte=RESSEMBLANCE))

    def sur(self, territoire):
        """Entries whose territory or address holds each word of `territoire`."""
        if not territoire:
            return self
        lues = self.alias(endroit=_concatener("territoire", "commune", "adresse"))
        return _avec_chaque_mot(lues, "endroit", territoire)

    def pour_themes(self, codes):
        """Entries that serve at least one thématique of `codes`."""
        return self.filter(themes__overlap=codes)

    def verifiees_avant(self, le):
        """Entries that nobody confirmed since the day `le`, or ever."""
        return self.filter(Q(verifie_le__isnull=True) | Q(verifie_le__lt=le))


class FicheReseau(ModeleIsole):
    """One entry; « à jour au » is a fact with its day and its author (metier.md §2 row 17)."""

    nom = models.CharField("nom", max_length=120)
    presentation = models.TextField("à quoi ça sert", max_length=2000, blank=True)
    themes = ArrayField(
        models.CharField(max_length=120, choices=choix), verbose_name="thématiques", default=list, blank=True
    )
    public = models.CharField("pour qui", max_length=300, blank=True)
    territoire = models.CharField("territoire", max_length=160, blank=True)
    adresse = models.CharField("adresse", max_length=200, blank=True)
    commune = models.CharField("commune", max_length=80, blank=True)
    horaires = models.CharField("quand", max_length=300, blank=True)
    demarche = models.TextField("comment faire", max_length=2000, blank=True)
    a_apporter = models.TextField("papiers à apporter", max_length=2000, blank=True)
    site = models.URLField("site internet", blank=True)
    verifie_le = models.DateField("à jour au", null=True, blank=True, editable=False)
    verifie_par = models.ForeignKey(
        "insertion.Utilisateur", on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    actif = models.BooleanField("proposé aux personnes", default=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta(ModeleIsole.Meta):
        abstract = True
        constraints = [
            *ModeleIsole.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(nom=""), name="%(class)s_nomme", violation_error_message="Le nom est nécessaire."
            ),
            models.CheckConstraint(
                condition=Q(verifie_par__isnull=True) | Q(verifie_le__isnull=False),
                name="%(class)s_verifie_le",
                violation_error_message="Une vérification porte sa date.",
            ),
        ]

    def get_absolute_url(self):
        return reverse(f"entreprises:{self.genre}_detail", args=[self.pk])

    @property
    def libelles(self):
        """What the entry serves, in words."""
        return [LIBELLES[code] for code in self.themes if code in LIBELLES]

    @property
    def pieces(self):
        """The papers to bring, one by one."""
        return [piece.strip() for piece in self.a_apporter.splitlines() if piece.strip()]

    def confirmer(self, par, le):
        """`par` says on the day `le` that everything is still true; None and None: nobody ever said so.

        The version stays: whoever is correcting the entry loses nothing.
        """
        self.verifie_par, self.verifie_le = par, le
        self.save(update_fields=["verifie_par", "verifie_le"])


def _faits(libelle):
    return ArrayField(
        models.CharField(max_length=20, choices=FaitDemande), verbose_name=libelle, default=list, blank=True
    )


def _age(libelle):
    bornes = [MinValueValidator(10), MaxValueValidator(AGE_MAX)]
    return models.PositiveSmallIntegerField(libelle, null=True, blank=True, validators=bornes)


class FicheAvecConditions(FicheReseau):
    """An entry that asks something of the person: checked from what is known, the rest is a line to check.

    A condition that is not asked is empty. `autres_conditions` holds one condition per line.
    """

    age_min = _age("à partir de (ans)")
    age_max = _age("jusqu’à (ans)")
    francais = models.CharField("niveau de français", max_length=12, choices=NiveauFrancais, blank=True)
    faits_tous = _faits("il faut, à la fois")
    faits_un = _faits("il faut au moins une de ces situations")
    autres_conditions = models.TextField("autres conditions à vérifier", max_length=2000, blank=True)

    class Meta(FicheReseau.Meta):
        abstract = True
        constraints = [
            *FicheReseau.Meta.constraints,
            models.CheckConstraint(
                condition=Q(age_min__isnull=True) | Q(age_max__isnull=True) | Q(age_max__gte=F("age_min")),
                name="%(class)s_ages",
                violation_error_code="ages",
                violation_error_message="L’âge le plus haut ne peut pas être sous l’âge le plus bas.",
            ),
        ]
