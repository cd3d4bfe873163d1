"""Whom somebody looks for in a list: sent by POST, and encrypted in the address that one is led to.

A list keeps an address, for its pages, its sort and its export; a name in it would stay in the browser of a shared
computer and in the logs of every proxy (ASVS 14.2.1).
"""

from functools import partial, wraps

from django.shortcuts import redirect
from django.urls import reverse

from .chiffrement import PREFIXE, Indechiffrable, chiffrer, dechiffrer

#: What the encrypted text is bound to: it is of no row.
LIGNE = "recherche"
#: No list reads more of what is typed.
LONGUEUR = 200
#: The field by which a form says that it only looks for somebody.
CHERCHER = "chercher"
#: The field by which a button of that form takes what it finds to another page.
VERS = "vers"


def recherche_scellee(vue=None, *, vers=()):
    """A form that looks for somebody leads to the address of what it finds; any other request goes to the view.

    `vers` are the pages to which a button of the form may take it instead: {value of the button: (name of the page,
    its arguments…)}. What is typed goes along, whether or not the list had the time to narrow.
    """
    if vue is None:
        return partial(recherche_scellee, vers=vers)

    @wraps(vue)
    def repondre(request, *args, **kwargs):
        if request.method != "POST" or CHERCHER not in request.POST:
            return vue(request, *args, **kwargs)
        demande = request.POST.copy()
        ailleurs = demande.get(VERS)
        for nom in ("csrfmiddlewaretoken", CHERCHER, VERS):
            demande.pop(nom, None)
        if mots := demande.get("q", "").strip():
            demande["q"] = chiffrer(mots[:LONGUEUR], LIGNE)
        page = reverse(vers[ailleurs][0], args=vers[ailleurs][1:]) if ailleurs in vers else request.path
        return redirect(f"{page}?{demande.urlencode()}")

    return repondre


def ouvrir(valeur):
    """Return the words that an address bears, encrypted or typed there by hand; nothing when they cannot be read."""
    if not valeur.startswith(f"{PREFIXE}:"):
        return valeur
    try:
        return dechiffrer(valeur, LIGNE)
    except (Indechiffrable, ValueError):
        return ""


def ouvrir_demande(donnees):
    """Return what an address asks for (a mapping) with its `q` readable."""
    if not donnees or not (valeur := donnees.get("q")):
        return donnees
    lues = donnees.copy()
    lues["q"] = ouvrir(valeur)
    return lues
