"""What the letters and attestations about somebody hold, loaded whole under the role of whoever asked."""

from .competences import acquis
from .enums import EvenementChantier
from .models import AideFinanciere, Observation, Parcours

#: Facts of the workplace that an attestation counts, in words that hold nobody's story (metier.md §1 rows 52b, 84b).
VALORISES = {
    EvenementChantier.ENTRAIDE: "a aidé ses collègues",
    EvenementChantier.ENGAGEMENT: "s’est engagé·e pour le collectif ou l’environnement",
}


def demande_aide(production, beneficiaire, le):
    """Return the context of `pdf/demande_aide.html`; raise `DoesNotExist` when the request may not be read."""
    aides = AideFinanciere.objects.filter(parcours__beneficiaire=beneficiaire).select_related("parcours__dispositif")
    aide = aides.prefetch_related("etapes").get(pk=production.objet_id)
    return {"beneficiaire": beneficiaire, "aide": aide, "pieces": aide.pieces_manquantes, "le": le}


def attestation(production, beneficiaire, le):
    """Return the context of `pdf/attestation.html`: the skills of one parcours, and nothing that is confidential."""
    parcours = Parcours.objects.select_related("dispositif").get(pk=production.objet_id, beneficiaire=beneficiaire)
    postes = {}
    for un in acquis(beneficiaire, parcours):
        postes.setdefault(un.poste, []).append(un)
    evenements = Observation.objects.filter(parcours=parcours).values_list("evenement", flat=True)
    comptes = [(phrase, sum(e == genre for e in evenements)) for genre, phrase in VALORISES.items()]
    return {
        "beneficiaire": beneficiaire,
        "parcours": parcours,
        "postes": list(postes.items()),
        "engagements": [f"{phrase} ({nombre} fois)" for phrase, nombre in comptes if nombre],
        "le": le,
    }
