"""How every form is rendered: required said in words, errors tied to their field, a summary that leads to each."""

import re

import pytest
from crispy_forms.utils import render_crispy_form

from insertion.forms import FormulaireTremplin
from parcours.models import Entretien


class NoteForm(FormulaireTremplin):
    fieldsets = (("Note", (("mode", "duree_minutes"), "compte_rendu")),)

    class Meta:
        model = Entretien
        fields = ["compte_rendu", "mode", "duree_minutes"]
        help_texts = {"compte_rendu": "La personne peut demander à lire."}


@pytest.fixture
def refuse(structure, cip):
    form = NoteForm({"mode": "inconnu", "duree_minutes": "", "compte_rendu": ""}, utilisateur=cip)
    form.is_valid()
    return render_crispy_form(form)


def test_required_fields_say_so_in_words(structure, cip):
    page = render_crispy_form(NoteForm(utilisateur=cip))

    assert "(obligatoire)" in page
    assert "asteriskField" not in page


def test_error_is_tied_to_its_field(refuse):
    assert 'aria-invalid="true"' in refuse
    assert 'aria-describedby="id_compte_rendu_helptext id_compte_rendu_error"' in refuse
    assert 'id="id_compte_rendu_error"' in refuse


def test_summary_takes_the_focus_and_leads_to_each_field(refuse):
    assert 'role="alert" tabindex="-1" autofocus' in refuse
    assert '<a href="#id_compte_rendu">' in refuse
    assert refuse.count("autofocus") == 1


def test_summary_names_the_fields_in_the_order_of_the_page(refuse):
    resume = refuse[refuse.index('role="alert"') : refuse.index("<fieldset")]

    assert re.findall(r'href="#(?:id|div_id)_(\w+)"', resume) == ["mode", "compte_rendu"]
