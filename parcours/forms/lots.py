from django import forms

from insertion.droits import peut
from insertion.forms import FormulaireTremplin

from ..enums import FormeLot
from ..lots_genres import A_PRODUIRE, LIBELLES
from ..models import Lot


class LotForm(FormulaireTremplin):
    """Which document for everybody, and how it is given; letters have a page of their own, where they are read."""

    fieldsets = (("", ("genre", "forme")),)

    class Meta:
        model = Lot
        fields = ("genre", "forme")
        widgets = {"genre": forms.RadioSelect, "forme": forms.RadioSelect}

    def __init__(self, *args, seul=False, **kwargs):
        super().__init__(*args, **kwargs)
        emploie = self.utilisateur.appartenance.structure.emploie
        self.fields["genre"].choices = [
            (genre.value, libelle)
            for genre, libelle in LIBELLES.items()
            if peut(self.utilisateur, A_PRODUIRE[genre].droit) and (emploie or not A_PRODUIRE[genre].pour_employeurs)
        ]
        _demander_la_forme(self, seul)


class FormeForm(FormulaireTremplin):
    """How the letters are given."""

    fieldsets = (("", ("forme",)),)

    class Meta:
        model = Lot
        fields = ("forme",)
        widgets = {"forme": forms.RadioSelect}

    def __init__(self, *args, seul=False, **kwargs):
        super().__init__(*args, **kwargs)
        _demander_la_forme(self, seul)


def _demander_la_forme(form, seul):
    """One PDF or one file each: nothing to ask about one person (`seul`)."""
    if seul:
        del form.fields["forme"]
    else:
        form.fields["forme"].choices = FormeLot.choices
