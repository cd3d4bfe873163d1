"""The search of everything (Ctrl+K). POST: a name that is typed reaches neither an address nor a log."""

from django.shortcuts import render

from insertion.droits import Droit, droit_requis, peut
from insertion.journal import consigner

from ..trouvailles import CODES, SAISIES, personne_a_ajouter, pour_ecrire, trouver


@droit_requis(Droit.OUVRIR)
def recherche(request):
    """The answers, for the palette or as a page; `mode`: to write at once about the person chosen."""
    texte = request.POST.get("q", "").replace("\x00", "").strip()
    groupe = request.POST.get("groupe", "")
    contexte = {"texte": texte, "groupes": [], "seul": groupe if groupe in CODES else ""}
    if texte:
        consigner(request, "recherche")
        contexte["groupes"] = _groupes(request, texte, contexte["seul"])
        contexte["ensuite"] = request.POST.get("mode") if request.POST.get("mode") in SAISIES else ""
        contexte["ajouter"] = peut(request.user, Droit.MODIFIER_PERSONNES) and personne_a_ajouter(
            texte, contexte["groupes"], contexte["ensuite"]
        )
    contexte["nombre"] = sum(len(trouves.lignes) for trouves in contexte["groupes"])
    return render(request, f"pilotage/recherche.html{'#resultats' if request.htmx else ''}", contexte)


def _groupes(request, texte, seul):
    mode = request.POST.get("mode")
    if mode in SAISIES and peut(request.user, Droit.ECRIRE_SUIVI):
        return pour_ecrire(request.user, texte, mode)
    return trouver(request.user, texte, seul)
