"""Going back where one came from once a form is saved: « ?retour=/bilans/… », kept by the form's own address."""

from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

#: No address of ours is longer; what answered a form is kept (`Soumission.reponse`).
LONGUEUR_MAXIMALE = 250


def de_chez_nous(adresse):
    """The `adresse` when it is a path of ours, else an empty text: nobody is sent elsewhere by a link."""
    adresse = adresse or ""
    ici = adresse.startswith("/") and url_has_allowed_host_and_scheme(adresse, allowed_hosts=None)
    ici = ici and len(adresse) <= LONGUEUR_MAXIMALE
    return adresse if ici else ""


def suite(request, vue, *args):
    """Return the address to go to: the page of ours named by `retour`, else the view `vue` (name or object)."""
    return de_chez_nous(request.GET.get("retour")) or resolve_url(vue, *args)
