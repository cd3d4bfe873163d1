"""What comes out of the printer: pages that are full, and what the page is for."""

from io import BytesIO

from pypdf import PdfReader

from tests.usines import BeneficiaireFactory, EntrepriseFactory, EntretienFactory, ParcoursFactory


def imprimer(page, adresse):
    """The text of each printed page of an address."""
    page.goto(adresse)
    return [feuille.extract_text() for feuille in PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages]


def test_a_long_list_begins_under_its_title(page, connecter, cip, dans, live_server):
    with dans():
        EntrepriseFactory.create_batch(40)
    connecter(page, cip)

    premiere, *suite = imprimer(page, f"{live_server.url}/entreprises/")

    assert suite
    assert ("Entreprises" in premiere, "Commune" in premiere) == (True, True)
    assert all("Commune" in feuille for feuille in suite)


def test_a_note_being_corrected_is_printed_without_what_was_not_chosen(page, connecter, cip, dans, live_server):
    with dans():
        parcours = ParcoursFactory(beneficiaire=BeneficiaireFactory(prenom="Amina", nom="Benali"))
        entretien = EntretienFactory(
            parcours=parcours, auteur=cip, compte_rendu="Dossier de crèche déposé.", mode="telephone"
        )
    connecter(page, cip)

    texte = " ".join(imprimer(page, f"{live_server.url}/entretiens/{entretien.pk}/modification/"))

    assert ("Dossier de crèche déposé." in texte, "Téléphone" in texte) == (True, True)
    assert ("Visio" in texte, "Enregistrer" in texte) == (False, False)


def test_a_table_keeps_its_heading(page, connecter, cip, live_server):
    """Its caption, that nobody sees, is no reason to leave the heading alone at the foot of the page."""
    connecter(page, cip)
    page.goto(f"{live_server.url}/aide/")
    page.evaluate(
        """() => {
          const lignes = Array.from({ length: 30 }, (_, i) => `<tr><td>Ligne ${i}</td></tr>`).join("");
          document.querySelector("main").innerHTML = `<h1>Essai</h1>${"<p>Texte</p>".repeat(14)}<h2>Tableau</h2>
            <table class="table"><caption class="visually-hidden">Lignes</caption>
            <thead><tr><th>Colonne</th></tr></thead><tbody>${lignes}</tbody></table>`;
        }"""
    )

    for vides in range(12):
        page.evaluate("document.querySelector('main p').insertAdjacentHTML('afterend', '<p>Encore</p>')")
        feuilles = [f.extract_text() for f in PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages]
        assert [f for f in feuilles if "Tableau" in f and "Ligne 0" not in f] == [], vides
