from django import forms
from django.utils import timezone

from insertion.enums import Domaine
from insertion.forms import FormulaireTremplin, FormulaireVersionne
from parcours.enums import Fait
from parcours.models import Demarche

from .entretiens import LONGUEUR_MAXIMALE, SaisieDate

PRESENCE = [("oui", "Oui"), ("non", "Non")]


class DemarcheForm(FormulaireTremplin):
    """An errand: what was done, by whom, with what result (metier.md §1 row 33)."""

    fieldsets = (
        ("", ("intitule", ("organisme", "domaine"), "date")),
        ("Qui l’a faite", ("fait", "presente")),
        ("Résultat", (("resultat", "relance"), "commentaire")),
        ("Temps passé", (("duree_minutes", "trajet_minutes"),)),
    )

    presente = forms.ChoiceField(
        label="La personne était présente", choices=PRESENCE, widget=forms.RadioSelect, required=False
    )

    class Meta:
        model = Demarche
        fields = (
            "intitule",
            "organisme",
            "domaine",
            "date",
            "fait",
            "resultat",
            "relance",
            "duree_minutes",
            "trajet_minutes",
            "commentaire",
        )
        widgets = {
            "intitule": forms.TextInput({"autocomplete": "off"}),
            "organisme": forms.TextInput({"autocomplete": "off"}),
            "date": SaisieDate,
            "relance": SaisieDate,
            "fait": forms.RadioSelect,
            "commentaire": forms.Textarea({"rows": 3, "autocomplete": "off"}),
        }
        labels = {"intitule": "Quelle démarche", "fait": "Faite"}
        help_texts = {
            "intitule": "Par exemple : « Appel à la CAF pour le dossier RSA ».",
            "domaine": "Santé, handicap, addiction et justice ne sont lus que par l’équipe d’insertion.",
            "relance": "Facultatif. La démarche réapparaîtra ce jour-là dans « À relancer ».",
            "duree_minutes": "Facultatif. Votre temps, s’il y en a eu.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["domaine"].choices = [("", "Aucun en particulier"), *Domaine.choices]
        self.fields["fait"].choices = Fait.choices
        if self.instance.pk:
            self.fields["presente"].initial = "oui" if self.instance.personne_presente else "non"

    def clean_date(self):
        date = self.cleaned_data["date"]
        if date > timezone.localdate():
            raise forms.ValidationError("Une démarche à venir est une action du plan, ou un rendez-vous.")
        return date

    def clean_commentaire(self):
        texte = self.cleaned_data["commentaire"]
        if len(texte) > LONGUEUR_MAXIMALE:
            raise forms.ValidationError(f"Ce texte dépasse {LONGUEUR_MAXIMALE} caractères.")
        return texte

    def clean(self):
        donnees = super().clean()
        fait, presente = donnees.get("fait"), donnees.get("presente")
        if fait == Fait.POUR and not presente:
            self.add_error("presente", "Dites si la personne était à côté de vous.")
        if fait in (Fait.PAR, Fait.AVEC) and presente == "non":
            self.add_error("presente", "Faite par la personne ou avec elle : elle était présente.")
        self.instance.personne_presente = presente != "non" if fait != Fait.POUR else presente == "oui"
        return donnees

    def _get_validation_exclusions(self):
        """The presence is asked as a question of its own, so its errors stand beside that question."""
        return super()._get_validation_exclusions() | {"personne_presente"}


class DemarcheUpdateForm(FormulaireVersionne, DemarcheForm):
    class Meta(DemarcheForm.Meta):
        pass
