"""A colleague named in a file."""

from insertion.models import Utilisateur
from insertion.texte import sans_accents


def collegues(structure_id, le):
    """{name in plain letters: id} of the colleagues of the day `le`; namesakes are left out."""
    noms = [
        (sans_accents(f"{c.prenom} {c.nom}"), c.pk) for c in Utilisateur.objects.de_la_structure(structure_id, le)
    ]
    return {nom: pk for nom, pk in noms if [n for n, _ in noms].count(nom) == 1}


def trouver(connus, nom):
    """The id of the colleague of that name (either order) among `collegues`, or None."""
    mots = sans_accents(nom)
    return connus.get(mots) or connus.get(" ".join(reversed(mots.split())))
