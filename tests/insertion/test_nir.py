"""Tremplin collects no NIR (décret 2019-341): nothing asks for it, keeps it or gives it; an import removes it."""

import re

from django import forms
from django.apps import apps
from django.urls import get_resolver

from insertion.forms import FormulaireTremplin
from pilotage.exports.listes import LISTES

NIR = re.compile(r"\bnir\b|s[ée]curit[ée] sociale|\bs[ée]cu\b", re.IGNORECASE)


def _formulaires(classe=forms.BaseForm):
    for fille in classe.__subclasses__():
        yield fille
        yield from _formulaires(fille)


def test_no_table_no_form_and_no_export_knows_a_nir():
    assert get_resolver().url_patterns  # loads every form
    colonnes = [
        (c.name, str(getattr(c, "verbose_name", ""))) for m in apps.get_models() for c in m._meta.get_fields()
    ]
    champs = [(nom, str(c.label or "")) for f in _formulaires() for nom, c in getattr(f, "base_fields", {}).items()]
    donnees = [(colonne.titre,) for liste in LISTES.values() for colonne in liste.colonnes]

    assert FormulaireTremplin in set(_formulaires())
    assert (len(colonnes) > 500, len(champs) > 200, len(donnees) > 30) == (True, True, True)
    assert [mots for mots in colonnes + champs + donnees if NIR.search(" ".join(mots))] == []
