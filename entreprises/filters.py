"""What the address book can be narrowed by and sorted on; read from GET, so that a list is a link one can send."""

import django_filters as filters
from django.db.models import F

from insertion.filters import ListeFilter

from .enums import EtatRelation, Secteur, SecteurVert
from .models import Entreprise
from .relation import a_appeler, avec_relation

#: The state of a firm that exists no more, beside those of a relation.
FERMEE = "fermee"
ETATS = [*EtatRelation.choices, (FERMEE, "A cessé son activité")]


class EntreprisesFilter(ListeFilter):
    q = filters.CharFilter(method="chercher")
    etat = filters.ChoiceFilter(choices=ETATS, method="dans_l_etat")
    secteur = filters.ChoiceFilter(choices=Secteur)
    vert = filters.ChoiceFilter(choices=[("tous", "Tous"), *SecteurVert.choices], method="verte")
    referent = filters.CharFilter(method="suivies")
    commune = filters.CharFilter(method="dans")
    rappel = filters.ChoiceFilter(choices=[("du", "À rappeler")], method="a_rappeler")

    tris = {
        "nom": ("recherche", "pk"),
        "-nom": ("-recherche", "-pk"),
        "commune": ("commune", "recherche", "pk"),
        "-commune": ("-commune", "recherche", "pk"),
        "dernier": (F("dernier_signe_le").desc(nulls_last=True), "recherche", "pk"),
        "-dernier": (F("dernier_signe_le").asc(nulls_first=True), "recherche", "pk"),
        "appel": (F("rappeler_le").asc(nulls_last=True), "recherche", "pk"),
        "-appel": (F("rappeler_le").desc(nulls_last=True), "recherche", "pk"),
    }
    triables = (
        ("nom", "Entreprise"),
        ("commune", "Commune"),
        ("dernier", "Dernier échange"),
        ("appel", "À rappeler"),
    )

    class Meta:
        model = Entreprise
        fields = ()

    def __init__(self, data, queryset, *, aujourdhui, **kwargs):
        relation = avec_relation(queryset, aujourdhui).select_related("referent")
        ouvertes = relation if data.get("etat") == FERMEE else relation.actives()
        super().__init__(data, ouvertes, aujourdhui=aujourdhui, **kwargs)

    def chercher(self, entreprises, nom, valeur):
        return entreprises.cherche(valeur.replace("\x00", ""))

    def dans_l_etat(self, entreprises, nom, valeur):
        if valeur == FERMEE:
            return entreprises.filter(fermee_le__isnull=False)
        return entreprises.filter(etat_relation=valeur)

    def verte(self, entreprises, nom, valeur):
        if valeur == "tous":
            return entreprises.exclude(secteurs_verts=[])
        return entreprises.filter(secteurs_verts__contains=[valeur])

    def suivies(self, entreprises, nom, valeur):
        if valeur == "moi":
            return entreprises.filter(referent=self.request.user)
        if valeur == "personne":
            return entreprises.filter(referent__isnull=True)
        return entreprises.filter(referent=int(valeur)) if valeur.isdecimal() and len(valeur) < 19 else entreprises

    def a_rappeler(self, entreprises, nom, valeur):
        return a_appeler(entreprises, self.aujourdhui)
