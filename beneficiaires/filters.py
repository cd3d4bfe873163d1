"""What the list of people can be narrowed by and sorted on; read from GET, so that a list is a link one can send."""

import django_filters as filters
from django.db.models import F

from insertion.droits import Droit, peut
from insertion.filters import ListeFilter

from .enums import FAMILLES_SITUATIONS, SITUATIONS_OUVERTES, NatureSituation, Stade
from .models import Beneficiaire

#: Sort key → columns; a younger person has a later date of birth.
TRIS = {
    "nom": ("tri", "pk"),
    "-nom": ("-tri", "pk"),
    "age": (F("date_naissance").desc(nulls_last=True), "tri", "pk"),
    "-age": (F("date_naissance").asc(nulls_last=True), "tri", "pk"),
    "commune": ("commune", "tri", "pk"),
    "-commune": ("-commune", "tri", "pk"),
    "creation": ("created_at", "pk"),
    "-creation": ("-created_at", "pk"),
}


def natures_proposees(utilisateur):
    """The situations that `utilisateur` may know of: the same list as the policy of the table."""
    connues = NatureSituation if peut(utilisateur, Droit.MODIFIER_PERSONNES) else SITUATIONS_OUVERTES
    return [(n.value, n.label) for n in connues]


def natures_par_famille(utilisateur):
    """The same, as the groups of a list of choices."""
    connues = dict(natures_proposees(utilisateur))
    groupes = ((titre, [(n, connues[n]) for n in natures if n in connues]) for titre, natures in FAMILLES_SITUATIONS)
    return [(titre, choix) for titre, choix in groupes if choix]


class PersonnesFilter(ListeFilter):
    q = filters.CharFilter(method="chercher")
    referent = filters.CharFilter(method="suivies")
    suivi = filters.ChoiceFilter(choices=Stade, method="au_stade")
    situation = filters.ChoiceFilter(choices=NatureSituation, method="en_situation")
    commune = filters.CharFilter(method="dans")

    tris = TRIS
    triables = (("nom", "Nom"), ("age", "Âge"), ("commune", "Commune"), ("creation", "Créée le"))

    class Meta:
        model = Beneficiaire
        fields = ()

    def chercher(self, personnes, nom, valeur):
        return personnes.cherche(valeur)

    def suivies(self, personnes, nom, valeur):
        if valeur == "moi":
            return personnes.suivies_par(self.request.user)
        if valeur == "personne":
            return personnes.confiees_a(None)
        return personnes.confiees_a(int(valeur)) if valeur.isdecimal() and len(valeur) < 19 else personnes

    def en_situation(self, personnes, nom, valeur):
        return personnes.en_situation(valeur, self.aujourdhui)

    def au_stade(self, personnes, nom, valeur):
        return personnes.au_stade(valeur, self.aujourdhui)
