"""The people ticked in the list, kept in the session from page to page and through the filters: ids, no name."""

from django.http import Http404

from insertion.forms import pks

CLE = "file_active_choix"
#: « ?tous=1 » chooses everybody that the address finds.
TOUS = "tous"


def retenues(request):
    """The ids ticked so far, on every page."""
    return set(request.session.get(CLE, ()))


def retenir(request):
    """Keep what the form says: what it shows (`affichee`) and does not tick (`personne`) is no longer chosen."""
    cochees = set(pks(request.POST.getlist("personne")))
    choix = retenues(request) - set(pks(request.POST.getlist("affichee"))) | cochees
    if choix != retenues(request):
        request.session[CLE] = sorted(choix)
    return choix


def oublier(request):
    request.session.pop(CLE, None)


def choisies(request, filtre):
    """Ids of the people that the form chose, in the order of their names; everybody found with `tous`.

    Somebody ticked now who is not of the team's files is a 404; one kept from before who is gone is left out.
    """
    if tous(request):
        return list(filtre.resultats.values_list("pk", flat=True))
    choix = retenir(request)
    siennes = filtre.queryset.filter(pk__in=choix).order_by("tri", "pk").values_list("pk", flat=True)
    if not set(pks(request.POST.getlist("personne"))) <= set(siennes):
        raise Http404("L’une de ces personnes n’est pas dans la file active.")
    return list(siennes)


def tous(request):
    return TOUS in request.GET
