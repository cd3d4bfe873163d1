"""Whom somebody looks for in a list: sent by POST, and encrypted in the address that one is led to.

A list keeps an address, for its pages, its sort and its export; a name in it would stay in the browser of a shared
computer and in the logs of every proxy (ASVS 14.2.1).
"""

from functools import wraps

from django.shortcuts import redirect

from .chiffrement import PREFIXE, Indechiffrable, chiffrer, dechiffrer

#: What the encrypted text is bound to: it is of no row.
LIGNE = "recherche"
#: No list reads more of what is typed.
LONGUEUR = 200
#: The field by which a form says that it only looks for somebody.
CHERCHER = "chercher"


def recherche_scellee(vue):
    """A form that looks for somebody leads to the address of what it finds; any other request goes to the view."""

    @wraps(vue)
    def repondre(request, *args, **kwargs):
        if request.method != "POST" or CHERCHER not in request.POST:
            return vue(request, *args, **kwargs)
        demande = request.POST.copy()
        for nom in ("csrfmiddlewaretoken", CHERCHER):
            demande.pop(nom, None)
        if mots := demande.get("q", "").strip():
            demande["q"] = chiffrer(mots[:LONGUEUR], LIGNE)
        return redirect(f"{request.path}?{demande.urlencode()}")

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
