"""Going back where one came from once a form is saved: « ?retour=/bilans/… », kept by the form's own address."""

from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme


def suite(request, vue, *args):
    """Return the address to go to: the page of ours named by `retour`, else the view `vue` (name or object)."""
    retour = request.GET.get("retour", "")
    if retour.startswith("/") and url_has_allowed_host_and_scheme(retour, allowed_hosts=None):
        return retour
    return resolve_url(vue, *args)
