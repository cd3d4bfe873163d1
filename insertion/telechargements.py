"""Files that people brought, sent as downloads that no browser runs."""

from django.http import FileResponse
from django.shortcuts import render


def envoyer(request, depot, *, retour):
    """Return the answer that gives the `FichierDepose` `depot`, or the page that says why it may not leave (423).

    `retour` is the page that this one comes back to.
    """
    if not depot.s_ouvre:
        return render(request, "fichier_retenu.html", {"depot": depot, "retour": retour}, status=423)
    reponse = FileResponse(depot.fichier.open(), as_attachment=True, filename=depot.nom, content_type=depot.type_mime)
    reponse["Content-Security-Policy"] = "sandbox; default-src 'none'; frame-ancestors 'none'"
    reponse["X-Content-Type-Options"] = "nosniff"
    return reponse
