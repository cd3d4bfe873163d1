"""Two people changed the same record: what differs, so that the second can choose (experience.md §2.6)."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.db.models import Manager
from django.forms import CheckboxInput, ModelChoiceField, Textarea
from django.utils import timezone
from django.utils.choices import flatten_choices
from django.utils.formats import time_format

from .brouillons import CHAMP as CHAMP_BROUILLON
from .saisie_unique import CHAMP as CHAMP_SOUMISSION
from .texte import en_mots

HORS_SAISIE = {"csrfmiddlewaretoken", "version", CHAMP_SOUMISSION, CHAMP_BROUILLON}


@dataclass(frozen=True)
class Ecart:
    """One field on which the two versions differ; `fusion` holds both texts when it is a text of several lines.

    A list of people is `reuni`: those of both versions are kept, whichever is chosen.
    """

    nom: str
    libelle: str
    mien: str
    sien: str
    fusion: str = ""
    reuni: bool = False


@dataclass(frozen=True)
class Reunion:
    """A list of people in two versions: how each reads, and `paires`, the (name, value) to send to keep them all.

    `nom` is the field, or what the names of all its fields begin with.
    """

    nom: str
    libelle: str
    miens: list[str]
    siens: list[str]
    paires: list[tuple[str, str]]

    @property
    def ecart(self):
        return Ecart(self.nom, self.libelle, ", ".join(self.miens), ", ".join(self.siens), reuni=True)

    @property
    def ajoute(self):
        """Whether the typed version names somebody whom the saved one does not."""
        return not set(self.miens) <= set(self.siens)

    def dans(self, envoi):
        """`envoi`, (name, value) pairs, with the people of both versions."""
        return [(nom, valeur) for nom, valeur in envoi if not nom.startswith(self.nom)] + self.paires


@dataclass(frozen=True)
class Conflit:
    """What was typed against what is saved, each as (name, value) pairs that can be sent again.

    `saisie` is all that was typed. `sienne` is what is saved and the people whom only the typed version names: empty
    when there is nobody to add.
    """

    ecarts: list[Ecart] = field(default_factory=list)
    saisie: list[tuple[str, str]] = field(default_factory=list)
    sienne: list[tuple[str, str]] = field(default_factory=list)

    @property
    def a_fusionner(self):
        return [ecart for ecart in self.ecarts if ecart.fusion]

    @property
    def saisie_hors_fusion(self):
        fusionnes = {ecart.nom for ecart in self.a_fusionner}
        return [(nom, valeur) for nom, valeur in self.saisie if nom not in fusionnes]


def comparer(form, actuel):
    """Return the `Conflit` between a valid `FormulaireVersionne` that came too late and the saved record `actuel`."""
    autre = form.sur(actuel)
    reunions = [_reunir(form, autre, nom) for nom in form.reunis] + form.reunions(autre)
    ecarts = [_ecart(form, autre, champ) for champ in form if not champ.is_hidden and champ.name not in form.reunis]
    ecarts += [reunion.ecart for reunion in reunions]
    envoyes = form.data.lists() if hasattr(form.data, "lists") else ((n, [v]) for n, v in form.data.items())
    saisie = [(nom, valeur) for nom, valeurs in envoyes if nom not in HORS_SAISIE for valeur in valeurs]
    sienne = _envoi(autre) if any(reunion.ajoute for reunion in reunions) else []
    for reunion in reunions:
        saisie, sienne = reunion.dans(saisie), sienne and reunion.dans(sienne)
    return Conflit([ecart for ecart in ecarts if ecart.mien != ecart.sien], saisie, sienne)


def _ecart(form, autre, champ):
    """A field of the table reads as the record does; its list of codes, or a field that the form adds, as the form
    shows it."""
    nom, saisi = champ.name, form.cleaned_data.get(champ.name)
    if nom in form._meta.fields:
        mien, sien = _valeur(form.instance, nom, saisi), _valeur(autre.instance, nom)
        mien, sien = (_choisie(champ.field, v) if isinstance(v, list) else v for v in (mien, sien))
    else:
        mien, sien = _choisie(champ.field, saisi), _choisie(champ.field, _enregistre(autre, nom))
    if not isinstance(champ.field.widget, Textarea):
        return Ecart(champ.html_name, champ.label, _en_mots(mien), _en_mots(sien))
    mien, sien = ("\n".join(v) if isinstance(v, list) else _en_mots(v) for v in (mien, sien))
    return Ecart(champ.html_name, champ.label, mien, sien, f"{sien}\n\n{mien}" if mien and sien else "")


def _reunir(form, autre, nom):
    """The `Reunion` of a field: people ticked in a list, or written one a line."""
    champ, choisis, enregistres = form.fields[nom], form.cleaned_data[nom], _enregistre(autre, nom)
    if isinstance(champ, ModelChoiceField):
        siens = list(autre.fields[nom].queryset.filter(pk__in=enregistres or []))
        paires = [(nom, str(pk)) for pk in dict.fromkeys(un.pk for un in [*siens, *choisis])]
        miens, siens = ([champ.label_from_instance(un) for un in liste] for liste in (choisis, siens))
    else:
        miens, siens = choisis, (enregistres or "").splitlines()
        paires = [(nom, "\n".join(dict.fromkeys([*siens, *miens])))]
    return Reunion(nom, champ.label, miens, siens, paires)


def _envoi(form):
    """What a browser would send of an untouched `form`, as (name, value) pairs."""
    paires = []
    for champ in form:
        widget, valeur = champ.field.widget, champ.value()
        if champ.name in HORS_SAISIE or isinstance(widget, CheckboxInput) and not valeur:
            continue
        envoye = "on" if isinstance(widget, CheckboxInput) else widget.format_value(valeur)
        valeurs = envoye if isinstance(envoye, list) else [envoye]
        paires += [(champ.html_name, str(v)) for v in valeurs if v is not None]
    return paires


def _enregistre(form, nom):
    """What the untouched `form` shows in the field `nom`; None when it has no such field."""
    return form.get_initial_for_field(form.fields[nom], nom) if nom in form.fields else None


def _choisie(champ, valeur):
    """A value as the field of the form shows it: the words of its choice, or of its choices, when it has some."""
    choix = dict(flatten_choices(getattr(champ, "choices", ())))
    if isinstance(valeur, list):
        return [choix.get(un, un) for un in valeur]
    return choix.get("" if valeur is None else valeur, valeur)


def _valeur(objet, nom, saisie=None):
    """The value of a field of the table; `saisie` stands for a many-to-many that is not saved yet."""
    valeur = getattr(objet, f"get_{nom}_display")() if hasattr(objet, f"get_{nom}_display") else getattr(objet, nom)
    if isinstance(valeur, Manager):
        return valeur.all() if saisie is None else saisie
    return valeur


def _en_mots(valeur):
    """A value as it is read on screen."""
    if isinstance(valeur, datetime):
        return en_mots(timezone.localtime(valeur), "j F Y, G \\h i")
    if isinstance(valeur, date):
        return en_mots(valeur)
    if isinstance(valeur, time):
        return time_format(valeur, "H:i")
    if isinstance(valeur, bool):
        return "oui" if valeur else "non"
    if hasattr(valeur, "__iter__") and not isinstance(valeur, str):
        return ", ".join(sorted(str(element) for element in valeur))
    return "" if valeur is None else str(valeur)
