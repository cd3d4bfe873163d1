"""What the badges of the rail count: asked with what the page asks, or else when the rail is drawn.

The floor that has the rows says how each is counted (`PASTILLES`, filled by pilotage/apps.py).
"""

#: {name in the templates: what sends its count for a user, and gives a `Demande`; None when there is none for them}.
PASTILLES = {}
#: A badge counts no further.
BEAUCOUP = 99


def demander(request):
    """Send every count inside `ensemble()`: one journey less for each, once the page is being drawn."""
    request.pastilles = {nom: envoyer(request.user) for nom, envoyer in PASTILLES.items()}


def compter(request, nom):
    """What the badge `nom` says: a number, or « 99+ »."""
    demandees = getattr(request, "pastilles", {})
    demande = demandees[nom] if nom in demandees else PASTILLES[nom](request.user)
    combien = len(demande.lire()) if demande else 0
    return f"{BEAUCOUP}+" if combien > BEAUCOUP else combien
