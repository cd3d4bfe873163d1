"""What a structure settles by itself."""

from django import forms

from insertion.enums import Domaine
from insertion.forms import FormulaireVersionne
from insertion.models import Conventionnement, PosteEquipe, Structure
from insertion.models.structures import SEUILS, SEUILS_CONTRAT

from ..models import Dispositif
from .entretiens import SaisieDate

DUREE_AVEC_PASS = 24


class StructureForm(FormulaireVersionne):
    """Words, domains, rhythm and delays. Where nobody is hired, no delay about a contract or a PASS is asked."""

    class Meta:
        model = Structure
        fields = (
            "nom",
            "type",
            "vocabulaire",
            "adresse",
            "code_postal",
            "commune",
            "telephone",
            "domaines",
            "grille",
            "rythme_entretiens",
            *SEUILS,
            "journal_mois",
            "journal_motif",
            "conservation_mois",
            "feuille_hors_connexion",
        )
        help_texts = {
            "type": "Les pages proposées en dépendent.",
            "commune": "Sert à dire à quelle distance est une entreprise.",
            "grille": "Les diagnostics déjà faits gardent la leur.",
            "rythme_entretiens": "30 jours par défaut. Chaque parcours peut avoir le sien.",
        }

    domaines = forms.MultipleChoiceField(
        label="Domaines du diagnostic",
        choices=Domaine,
        widget=forms.CheckboxSelectMultiple,
        help_text="Un domaine retiré n’est plus demandé ; ce qui est déjà noté reste.",
        error_messages={"required": "Gardez au moins un domaine."},
    )

    def __init__(self, *args, **kwargs):
        employeur = kwargs["instance"].emploie
        delais = SEUILS if employeur else tuple(seuil for seuil in SEUILS if seuil not in SEUILS_CONTRAT)
        self.fieldsets = (
            ("La structure", ("nom", "type", "vocabulaire", ("adresse", "code_postal", "commune"), "telephone")),
            ("L’accompagnement", ("domaines", ("grille", "rythme_entretiens"))),
            ("Les délais et les alertes", tuple(zip(delais[::2], delais[1::2], strict=False)) + _reste(delais)),
            ("La vie privée", ("conservation_mois", ("journal_mois", "journal_motif"), "feuille_hors_connexion")),
        )
        super().__init__(*args, **kwargs)
        for seuil in set(SEUILS) - set(delais):
            del self.fields[seuil]
        self.fields["type"].choices = self.fields["type"].choices[1:]
        for nom in ("adresse", "code_postal", "commune", "telephone"):  # a browser would propose the agent's own
            self.fields[nom].widget.attrs["autocomplete"] = "off"


def _reste(noms):
    return (noms[-1],) if len(noms) % 2 else ()


class ConventionnementForm(FormulaireVersionne):
    """An agreement, from when to when. The dates of one number must not overlap, although structure is not typed."""

    fieldsets = (("", (("genre", "numero"), ("debut", "fin"), "etp")),)

    class Meta:
        model = Conventionnement
        fields = ("genre", "numero", "debut", "fin", "etp")
        widgets = {"debut": SaisieDate, "fin": SaisieDate}
        labels = {"debut": "Du", "fin": "Au"}
        help_texts = {
            "etp": "Pour une annexe financière : le nombre de postes conventionnés, en équivalent temps plein."
        }

    def clean(self):
        """Said before the database looks for an overlap: it cannot read a period that ends before it begins."""
        donnees = super().clean()
        self.exiger_l_ordre()
        return donnees

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"structure"}


class PosteEquipeForm(FormulaireVersionne):
    """Somebody of the permanent team; the parts of their time are asked for by Convergence."""

    fieldsets = (
        ("", (("nom", "fonction"), ("debut", "fin"))),
        ("Temps de travail", (("etp", "etp_accompagnement", "etp_encadrement"),)),
    )
    pres_de = {"poste_equipe_fin_apres_debut": "fin", "poste_equipe_parts_dans_le_tout": "etp"}

    class Meta:
        model = PosteEquipe
        fields = ("nom", "fonction", "debut", "fin", "etp", "etp_accompagnement", "etp_encadrement")
        widgets = {"debut": SaisieDate, "fin": SaisieDate}
        help_texts = {
            "fonction": "Chargée d’insertion, encadrant technique…",
            "fin": "Laissez vide tant que la personne est là.",
            "etp": "En équivalent temps plein : 0,8 pour quatre jours sur cinq.",
        }


class DispositifForm(FormulaireVersionne):
    """A programme. Where nobody is hired, it has places and a length, and not a word about contracts."""

    CONTRAT = ("heures_min", "heures_max", "unite_heures", "duree_contrat_mois", "renouvellements_max")

    class Meta:
        model = Dispositif
        fields = (
            *("nom", "genre", "places", "actif"),
            *("heures_min", "heures_max", "unite_heures", "duree_contrat_mois", "renouvellements_max"),
            *("duree_max_mois", "certification"),
        )
        help_texts = {
            "duree_max_mois": "Laissez vide s’il n’y en a pas.",
            "renouvellements_max": "Vide : pas de limite. 0 : non renouvelable.",
            "heures_max": "Laissez vide s’il n’y en a pas.",
            "places": "Laissez vide si elles ne sont pas comptées.",
            "certification": "Par exemple : agent polyvalent de restauration.",
            "actif": "Décochez pour qu’on n’y entre plus ; les parcours en cours continuent.",
        }

    def __init__(self, *args, **kwargs):
        structure = kwargs["utilisateur"].appartenance.structure
        self.fieldsets = self._groupes(structure.emploie)
        super().__init__(*args, **kwargs)
        if not structure.emploie:
            for nom in self.CONTRAT:
                del self.fields[nom]
        else:
            self.fields["duree_max_mois"].help_text = "24 mois avec un PASS IAE. Laissez vide s’il n’y en a pas."
        if self.instance.pk is None:
            self.fields["duree_max_mois"].initial = DUREE_AVEC_PASS if structure.emploie else None

    def _groupes(self, emploie):
        contrat = (
            "Heures et contrat",
            (("heures_min", "heures_max", "unite_heures"), ("duree_contrat_mois", "renouvellements_max")),
        )
        return (
            ("", (("nom", "genre"), ("places", "actif"))),
            *((contrat,) if emploie else ()),
            ("Parcours", (("duree_max_mois", "certification"),)),
        )

    def _get_validation_exclusions(self):
        """Two dispositifs of one structure have two names: checked although the structure is not typed."""
        return super()._get_validation_exclusions() - {"structure"}
