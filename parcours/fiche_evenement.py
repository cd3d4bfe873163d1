"""The sheet about an event that the public is given: one page, plain words (metier.md §1 row 21)."""

from entreprises.models import Evenement


def fiche(evenement_id):
    """Return the context of `pdf/evenement.html`; raise `Evenement.DoesNotExist` when it may not be read."""
    return {"evenement": Evenement.objects.select_related("entreprise").get(pk=evenement_id)}


def titre(contenu, beneficiaire):
    """What a reader of PDF announces."""
    evenement = contenu["evenement"]
    return f"{evenement}, {evenement.jour:%d/%m/%Y}"
