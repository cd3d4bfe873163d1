"""The users' guide: table of contents, search, pages, what is new. Open to everybody: it holds nobody's data."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from .. import guide

#: No question is longer.
LONGUEUR = 80


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def aide(request):
    """The table of contents, or what the guide says of the words asked for (a POST: somebody may type a name)."""
    texte = request.POST.get("q", "")[:LONGUEUR].replace("\x00", "").strip()
    contexte = {"sommaire": guide.sommaire(), "texte": texte, "trouvees": guide.chercher(texte)}
    return render(request, "insertion/aide.html", contexte)


@require_safe
@login_not_required
def aide_page(request, cle):
    page = guide.pages().get(cle)
    if page is None:
        raise Http404
    return render(request, "insertion/aide_page.html", {"page": page, "sommaire": guide.sommaire()})
