"""Documents bound in one file: every page, every tag, every link to its mark, whatever the number of documents."""

import io

import pikepdf
import pytest

from insertion import pdf
from insertion.pdf_reunis import GROUPE, Reliure

PAGE = """<html lang="fr"><title>Dossier</title><h1>Dossier de {nom}</h1>
<p>Voir <a href="https://exemple.fr/(12 0 R)">le site</a> : 12 0 R \\( ) « été »</p>
<table><tr><th scope="col">Jour</th></tr><tr><td>Mardi</td></tr></table>
<p style="break-before: page">Suite</p></html>"""


def relier(*documents):
    sortie = io.BytesIO()
    reliure = Reliure(sortie, "Dossiers : 3 personnes & (12 0 R)")
    for rang, document in enumerate(documents):
        reliure.ajouter(document, f"Personne {rang} (é) 漢")
    reliure.terminer()
    return pikepdf.open(sortie)


def marques(relie):
    """{number of a mark: what it says} of the whole."""
    nombres = relie.Root.StructTreeRoot.ParentTree.Nums
    return {int(nombres[rang]): nombres[rang + 1] for rang in range(0, len(nombres), 2)}


def test_each_page_and_each_link_keeps_its_own_tags():
    nombre = 2 * GROUPE // 20
    document = pdf.imprimer(PAGE.format(nom="Nadia"))
    relie = relier(*[document] * nombre)

    assert relie.check_pdf_syntax() == []
    assert len(relie.pages) == 2 * nombre
    siennes = marques(relie)
    assert len(siennes) == 3 * nombre  # two pages and a link each
    for page in relie.pages:
        assert {balise.Pg.objgen for balise in siennes[int(page.obj.StructParents)]} == {page.obj.objgen}
        for lien in page.obj.get("/Annots", ()):
            assert siennes[int(lien.StructParent)].S == "/Link"
            assert str(lien.A.URI) == "https://exemple.fr/(12%200%20R)"
    (ensemble,) = relie.Root.StructTreeRoot.K
    assert len(ensemble.K) == nombre


def test_the_whole_has_a_title_a_language_and_a_bookmark_for_each_document():
    relie = relier(*[pdf.imprimer(PAGE.format(nom="Nadia"))] * 3)

    with relie.open_outline() as plan, relie.open_metadata() as meta:
        assert [signet.title for signet in plan.root] == [f"Personne {rang} (é) 漢" for rang in range(3)]
        assert [signet.destination[0].objgen for signet in plan.root] == [p.obj.objgen for p in relie.pages[::2]]
        assert (meta["dc:title"], meta["pdfuaid:part"]) == ("Dossiers : 3 personnes & (12 0 R)", "1")
    assert (str(relie.Root.Lang), bool(relie.Root.MarkInfo.Marked)) == ("fr-FR", True)


@pytest.mark.parametrize("rang", [0, 1])
def test_a_document_without_tags_takes_the_claim_away_and_nothing_else(rang):
    nu = pikepdf.new()
    nu.add_blank_page()
    octets = io.BytesIO()
    nu.save(octets)
    documents = [pdf.imprimer(PAGE.format(nom="Nadia"))]
    documents.insert(rang, octets.getvalue())

    relie = relier(*documents)

    assert len(relie.pages) == 3
    assert len(marques(relie)) == 3
    with relie.open_metadata() as meta:
        assert "pdfuaid:part" not in meta
