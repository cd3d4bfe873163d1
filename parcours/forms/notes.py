from django import forms

from insertion.forms import FormulaireTremplin
from parcours.models import NoteConfidentielle, Observation


class ObservationForm(FormulaireTremplin):
    class Meta:
        model = Observation
        fields = ("texte",)
        widgets = {"texte": forms.Textarea({"rows": 4, "autocomplete": "off"})}
        help_texts = {"texte": "Assiduité, gestes, progrès, besoins au poste. Ni santé, ni justice."}

    fieldsets = (("", ("texte",)),)


class NoteConfidentielleForm(FormulaireTremplin):
    class Meta:
        model = NoteConfidentielle
        fields = ("texte",)
        widgets = {"texte": forms.Textarea({"rows": 6, "autocomplete": "off"})}
        help_texts = {"texte": "Visible par vous et votre chef·fe de service. La personne peut demander à lire."}

    fieldsets = (("", ("texte",)),)
