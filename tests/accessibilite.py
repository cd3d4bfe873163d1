"""What is read of the accessibility of a page without a browser (experience.md §4): `fautes(html)`, in words.

Every page that a test draws is read (tests/conftest.py), and every page of `make accessibilite`.
"""

import re
from collections import Counter

from lxml import html

#: Who a person is: a browser would propose what the agent typed about somebody else, or about themselves.
IDENTITE = {
    *("prenom", "nom_naissance", "nom_usage", "date_naissance", "lieu_naissance", "nir"),
    *("email", "telephone", "adresse", "code_postal", "commune"),
}
#: What a browser may fill in: the account of whoever types.
DU_COMPTE = {
    *("off", "username", "email", "given-name", "family-name"),
    *("current-password", "new-password", "one-time-code", "username webauthn"),
}
SANS_NOM = {"hidden", "submit", "button", "image", "reset"}
#: What htmx completes by itself, or while one types: without it there is a form, a link or a page beside.
SEULS = re.compile(r"load|every|revealed|intersect|input|change|keyup|from:")


def fautes(texte):
    """The faults of a whole page; nothing for a fragment."""
    if not texte.lstrip()[:15].lower().startswith("<!doctype html"):
        return []
    page = html.document_fromstring(texte)
    return [f"{nom} : {faute}" for nom, lire in LECTURES.items() for faute in lire(page)]


def _titres(page):
    """11: one h1, no level skipped, a skip link, landmarks, a title of its own."""
    niveaux = [
        int(t.tag[1]) for t in page.iter("h1", "h2", "h3", "h4", "h5", "h6") if not t.xpath("ancestor::dialog")
    ]
    if niveaux.count(1) != 1:
        yield f"{niveaux.count(1)} h1"
    avant = 1
    for niveau in niveaux:
        if niveau > avant + 1:
            yield f"h{niveau} après h{avant}"
        avant = niveau
    if len(page.xpath("//main")) != 1:
        yield "il faut un main"
    if not page.xpath("//a[@href='#contenu'][following::main[@id='contenu']]"):
        yield "pas de lien d’évitement"
    titre = _texte(page.find(".//title"))
    if titre in ("", "Tremplin", "· Tremplin"):
        yield f"titre sans objet « {titre} »"


def _langue(page):
    """12."""
    if page.get("lang") != "fr":
        yield "html sans lang=fr"


def _champs(page):
    """13: a name for each field, what is required said in words, errors and hints that exist."""
    etiquettes = {label.get("for") for label in page.iter("label")}
    for champ in page.iter("input", "select", "textarea"):
        if champ.get("type") in SANS_NOM or "hidden" in champ.attrib or champ.get("aria-hidden") == "true":
            continue
        nomme = champ.get("id") in etiquettes or champ.get("aria-label") or champ.get("aria-labelledby")
        if not nomme and not champ.xpath("ancestor::label"):
            yield f"sans étiquette : {_dire(champ)}"
        if champ.get("aria-invalid") == "true" and not champ.xpath("ancestor-or-self::*[@aria-describedby]"):
            yield f"erreur non reliée : {_dire(champ)}"
    identifiants = set(page.xpath("//@id"))
    for attribut in ("aria-describedby", "aria-labelledby", "aria-controls", "for"):
        for valeur in page.xpath(f"//@{attribut}"):
            yield from (f"{attribut} vers rien : {cible}" for cible in valeur.split() if cible not in identifiants)


def _groupes(page):
    """14: choices that answer one question are in a group with a name."""
    for nom, cases in _par_nom(page.xpath("//input[@type='radio' or @type='checkbox'][@name]")).items():
        if len(cases) > 1 and not all(case.xpath(GROUPE) for case in cases):
            yield f"{nom} : {len(cases)} cases hors d’un groupe nommé"


GROUPE = (
    "ancestor::fieldset[legend] | ancestor::table"
    " | ancestor::*[@role='group' or @role='radiogroup'][@aria-label or @aria-labelledby]"
)


def _par_nom(cases):
    groupes = {}
    for case in cases:
        formulaire = case.get("form") or next(case.iterancestors("form"), None)
        groupes.setdefault((formulaire, case.get("name")), []).append(case)
    return {nom: siennes for (_, nom), siennes in groupes.items()}


def _remplissage(page):
    """15: the browser fills in the agent's account, never somebody's identity."""
    for champ in page.iter("input", "select", "textarea"):
        valeur = champ.get("autocomplete")
        if valeur and valeur not in DU_COMPTE:
            yield f"autocomplete={valeur} : {_dire(champ)}"
        libre = champ.tag == "input" and champ.get("type", "text") in ("text", "email", "tel", "date", "search")
        if libre and (champ.get("name") or "").rpartition("-")[2] in IDENTITE and valeur is None:
            yield f"identité que le navigateur proposerait : {_dire(champ)}"


def _tableaux(page):
    """16: each table has a name, each header its direction; none is there for the layout."""
    for tableau in page.iter("table"):
        if tableau.find("caption") is None and not tableau.get("aria-label") and not tableau.get("aria-labelledby"):
            yield f"tableau sans titre : {_dire(tableau)}"
        if not tableau.xpath(".//th"):
            yield f"tableau sans en-tête : {_dire(tableau)}"
        yield from (f"th sans scope : {_texte(th)}" for th in tableau.xpath(".//th[not(@scope)]"))


def _dessins(page):
    """17: a drawing that says something has a title and a table beside; the others are hidden."""
    for dessin in page.iter("{*}svg", "svg"):
        if dessin.get("role") == "img":
            if not (
                dessin.get("aria-labelledby")
                or dessin.get("aria-label")
                or dessin.xpath(".//*[local-name()='title']")
            ):
                yield "dessin sans titre"
        elif dessin.get("aria-hidden") != "true" and not dessin.xpath("ancestor::*[@aria-hidden='true']"):
            yield f"dessin ni nommé ni caché dans {_dire(dessin.getparent())}"


def _aide(page):
    """19, 30: help begins the foot of every page and the statement is there, but for what is read over a shoulder."""
    if not page.xpath("//header"):
        return
    liens = [_texte(a) for a in page.xpath("//footer//a")]
    if liens[:1] != ["Aide"] or not any(lien.startswith("Accessibilité") for lien in liens):
        yield f"pied de page : {liens}"


def _liens(page):
    """23: each link and button has a name, and says when it opens a window."""
    for element in page.xpath("//a[@href] | //button"):
        if not _nom(element):
            yield f"sans nom : {html.tostring(element, encoding='unicode')[:120]}"
    for lien in page.xpath("//a[@target='_blank']"):
        if "fenêtre" not in _nom(lien) and "onglet" not in _nom(lien):
            yield f"nouvelle fenêtre non dite : {_nom(lien)}"


def _identifiants(page):
    """24."""
    for identifiant, fois in Counter(page.xpath("//@id")).items():
        if fois > 1:
            yield f"#{identifiant} {fois} fois"


def _sans_javascript(page):
    """27: what htmx does, a link or a form does too."""
    for element in page.xpath("//*[@hx-get or @hx-post]"):
        if element.tag == "a" and element.get("href") or element.tag == "form":
            continue
        if SEULS.search(element.get("hx-trigger", "")) or element.xpath("ancestor::form") and element.tag == "button":
            continue
        if element.tag in ("input", "select", "textarea") and element.xpath("ancestor::form"):
            continue
        yield f"rien sans JavaScript : {_dire(element)}"


def _gabarit(page):
    """A comment of Django holds on one line: longer, it shows."""
    yield from (f"commentaire montré : {texte.strip()[:60]}" for texte in page.xpath("//text()[contains(., '{#')]"))


LECTURES = {
    "titres": _titres, "langue": _langue, "champs": _champs, "groupes": _groupes, "remplissage": _remplissage,
    "tableaux": _tableaux, "dessins": _dessins, "aide": _aide, "liens": _liens, "identifiants": _identifiants,
    "sans JavaScript": _sans_javascript, "gabarit": _gabarit,
}  # fmt: skip


def _texte(element):
    return " ".join(element.text_content().split()) if element is not None else ""


def _nom(element):
    images = " ".join(element.xpath(".//img/@alt"))
    return (
        element.get("aria-label")
        or element.get("aria-labelledby")
        or _texte(element)
        or images
        or element.get("title")
    )


def _dire(element):
    return f"<{element.tag} name={element.get('name')} id={element.get('id')}> « {_texte(element)[:40]} »"
