from django.shortcuts import render
from django.urls import reverse

from ..models import Entreprise

#: Firms shown while one is picked.
REPONSES = 20


def choisir(request, titre, *, liste, creation):
    """The page on which one picks the firm that `creation` (a view name) is about; `liste` is the way back."""
    texte = request.GET.get("q", "").replace("\x00", "").strip()[:80]
    firmes = Entreprise.objects.visibles_par(request.user).actives()
    trouvees = firmes.cherche(texte) if texte else firmes.order_by("-created_at", "-pk")
    contexte = {"titre": titre, "q": texte, "retour_url": reverse(liste)}
    contexte["entreprises"] = [(firme, reverse(creation, args=[firme.pk])) for firme in trouvees[:REPONSES]]
    return render(request, "entreprises/entreprise_choix.html", contexte)
