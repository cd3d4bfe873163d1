from crispy_forms.layout import Layout
from django import forms

from insertion.forms import FormulaireTremplin
from parcours.enums import NiveauCompetence
from parcours.models import NoteConfidentielle, Observation


class ObservationForm(FormulaireTremplin):
    """What was seen; where people work (`competences` given), also the presence, the event and the skills shown.

    `competences` are the `Competence`s looked at on the post of the parcours; each gets a field for its level.
    """

    class Meta:
        model = Observation
        fields = ("texte", "presence", "evenement")
        widgets = {"texte": forms.Textarea({"rows": 4, "autocomplete": "off"})}
        help_texts = {"texte": "Assiduité, gestes, progrès, besoins au poste. Ni santé, ni justice."}

    def __init__(self, *args, competences=None, **kwargs):
        self.competences = list(competences or ())
        super().__init__(*args, **kwargs)
        if competences is None:
            del self.fields["presence"], self.fields["evenement"]
            self._disposer((("", ("texte",)),))
            return
        for nom in ("presence", "evenement"):
            self.fields[nom].choices = [("", "Rien à signaler"), *self.fields[nom].choices[1:]]
        for competence in self.competences:
            self.fields[self._nom(competence)] = forms.TypedChoiceField(
                label=f"{competence.intitule} ({competence.poste})" if competence.poste else competence.intitule,
                choices=[("", "Pas vu aujourd’hui"), *NiveauCompetence.choices],
                coerce=int,
                empty_value=None,
                required=False,
            )
        noms = tuple(self._nom(competence) for competence in self.competences)
        montrees = (("Compétences montrées", noms),) if noms else ()
        self._disposer((("", ("texte", ("presence", "evenement"))), *montrees))

    def save(self, commit=True):
        """Save the observation and the levels seen; a level already noted that day is replaced."""
        observation = super().save(commit)
        for competence in self.competences:
            niveau = self.cleaned_data[self._nom(competence)]
            if niveau is not None:
                observation.constater(competence, niveau)
        return observation

    @staticmethod
    def _nom(competence):
        return f"competence-{competence.pk}"

    def _disposer(self, fieldsets):
        self.helper.layout = Layout(*(self._groupe(*fieldset) for fieldset in fieldsets), *self._caches())


class NoteConfidentielleForm(FormulaireTremplin):
    class Meta:
        model = NoteConfidentielle
        fields = ("texte",)
        widgets = {"texte": forms.Textarea({"rows": 6, "autocomplete": "off"})}
        help_texts = {"texte": "Visible par vous et votre chef·fe de service. La personne peut demander à lire."}

    fieldsets = (("", ("texte",)),)
