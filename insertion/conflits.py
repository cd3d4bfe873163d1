"""Two people changed the same record: what differs, so that the second can choose (experience.md §2.6)."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Manager
from django.forms import Textarea
from django.utils import timezone

from .brouillons import CHAMP as CHAMP_BROUILLON
from .saisie_unique import CHAMP as CHAMP_SOUMISSION
from .texte import en_mots

HORS_SAISIE = {"csrfmiddlewaretoken", "version", CHAMP_SOUMISSION, CHAMP_BROUILLON}


@dataclass(frozen=True)
class Ecart:
    """One field on which the two versions differ; `fusion` holds both texts when it is a text of several lines."""

    nom: str
    libelle: str
    mien: str
    sien: str
    fusion: str = ""


@dataclass(frozen=True)
class Conflit:
    """What was typed against what is saved; `saisie` is all that was sent, as (name, value), to be sent again."""

    ecarts: list[Ecart] = field(default_factory=list)
    saisie: list[tuple[str, str]] = field(default_factory=list)

    @property
    def a_fusionner(self):
        return [ecart for ecart in self.ecarts if ecart.fusion]

    @property
    def saisie_hors_fusion(self):
        fusionnes = {ecart.nom for ecart in self.a_fusionner}
        return [(nom, valeur) for nom, valeur in self.saisie if nom not in fusionnes]


def comparer(form, actuel):
    """Return the `Conflit` between a valid ModelForm that came too late and the saved record `actuel`."""
    envoyes = form.data.lists() if hasattr(form.data, "lists") else ((n, [v]) for n, v in form.data.items())
    saisie = [(nom, valeur) for nom, valeurs in envoyes if nom not in HORS_SAISIE for valeur in valeurs]
    ecarts = [_ecart(form, champ, actuel) for champ in form if not champ.is_hidden and hasattr(actuel, champ.name)]
    return Conflit([ecart for ecart in ecarts if ecart.mien != ecart.sien], saisie)


def _ecart(form, champ, actuel):
    mien, sien = _lisible(form.instance, champ.name, form.cleaned_data.get(champ.name)), _lisible(actuel, champ.name)
    longs = isinstance(champ.field.widget, Textarea) and mien and sien
    return Ecart(champ.html_name, champ.label, mien, sien, f"{sien}\n\n{mien}" if longs else "")


def _lisible(objet, nom, saisi=None):
    """The value of a field as it is read on screen; `saisi` stands for a many-to-many that is not saved yet."""
    valeur = getattr(objet, f"get_{nom}_display")() if hasattr(objet, f"get_{nom}_display") else getattr(objet, nom)
    if isinstance(valeur, Manager):
        valeur = valeur.all() if saisi is None else saisi
    if isinstance(valeur, datetime):
        return en_mots(timezone.localtime(valeur), "j F Y, G \\h i")
    if isinstance(valeur, date):
        return en_mots(valeur)
    if isinstance(valeur, bool):
        return "oui" if valeur else "non"
    if hasattr(valeur, "__iter__") and not isinstance(valeur, str):
        return ", ".join(sorted(str(element) for element in valeur))
    return "" if valeur is None else str(valeur)
