"""Two editors: what differs is shown on both sides, and everything that was typed can be sent again."""

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string

from insertion.conflits import Ecart, comparer
from insertion.forms import FormulaireVersionne, Perime
from parcours.models import Entretien
from tests.usines import EntretienFactory


class CompteRenduForm(FormulaireVersionne):
    class Meta:
        model = Entretien
        fields = ["mode", "duree_minutes", "compte_rendu"]


@pytest.fixture
def tardif(structure, cip):
    """A valid form that comes after somebody else saved, with the record as it is now."""
    entretien = EntretienFactory(compte_rendu="Texte du matin.", duree_minutes=45, mode="sur_place")
    envoi = QueryDict("mode=telephone&duree_minutes=45&version=1&soumission=&csrfmiddlewaretoken=x", mutable=True)
    envoi["compte_rendu"] = "Le mien."
    form = CompteRenduForm(envoi, instance=Entretien.objects.get(pk=entretien.pk), utilisateur=cip)
    assert form.is_valid(), form.errors
    return form, Entretien(pk=entretien.pk, version=2, mode="sur_place", duree_minutes=45, compte_rendu="Le sien.")


def test_only_what_differs_is_shown_in_words(tardif):
    ecarts = comparer(*tardif).ecarts

    assert [(e.nom, e.mien, e.sien) for e in ecarts] == [
        ("mode", "Téléphone", "Sur place"),
        ("compte_rendu", "Le mien.", "Le sien."),
    ]


def test_long_texts_can_be_merged(tardif):
    conflit = comparer(*tardif)

    assert [e.fusion for e in conflit.a_fusionner] == ["Le sien.\n\nLe mien."]
    assert conflit.saisie_hors_fusion == [("mode", "telephone"), ("duree_minutes", "45")]


def test_what_was_typed_is_sent_again_without_its_old_version(tardif):
    assert comparer(*tardif).saisie == [("mode", "telephone"), ("duree_minutes", "45"), ("compte_rendu", "Le mien.")]


def test_page_shows_both_texts_and_the_version_to_replace(tardif, rf, cip):
    form, actuel = tardif
    request = rf.post("/entretiens/1/modification/")
    request.user = cip

    page = render_to_string("composants/conflit.html", {"form": form, "actuel": actuel}, request)

    assert "Le mien." in page
    assert "Le sien." in page
    assert '<input type="hidden" name="version" value="2">' in page


def test_equal_records_have_no_ecart(tardif):
    form, _ = tardif

    assert comparer(form, form.instance).ecarts == []
    assert Ecart("a", "A", "x", "y").fusion == ""


def test_same_words_sent_again_after_a_lost_answer_are_no_conflict(structure, cip):
    pk = EntretienFactory(compte_rendu="Texte du matin.", duree_minutes=45, mode="sur_place").pk

    def enregistrer(compte_rendu):
        envoi = {"mode": "telephone", "duree_minutes": "45", "version": "0", "compte_rendu": compte_rendu}
        form = CompteRenduForm(envoi, instance=Entretien.objects.get(pk=pk), utilisateur=cip)
        assert form.is_valid(), form.errors
        form.save()

    enregistrer("Le mien.")
    enregistrer("Le mien.")
    with pytest.raises(Perime):
        enregistrer("Un autre.")

    assert Entretien.objects.get().compte_rendu == "Le mien."
