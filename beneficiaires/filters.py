"""What the list of people can be narrowed by and sorted on; read from GET, so that a list is a link one can send."""

import django_filters as filters
from django.db.models import F

from insertion.droits import Droit, peut
from insertion.texte import SansAccents, sans_accents

from .enums import FAMILLES_SITUATIONS, SITUATIONS_SENSIBLES, NatureSituation
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

COLONNES = (("nom", "Nom"), ("age", "Âge"), ("commune", "Commune"), ("creation", "Créée le"))


def natures_proposees(utilisateur):
    """The situations that `utilisateur` may know of: the same list as the policy of the table."""
    sensibles = () if peut(utilisateur, Droit.MODIFIER_PERSONNES) else SITUATIONS_SENSIBLES
    return [(n.value, n.label) for n in NatureSituation if n not in sensibles]


def natures_par_famille(utilisateur):
    """The same, as the groups of a list of choices."""
    connues = dict(natures_proposees(utilisateur))
    groupes = ((titre, [(n, connues[n]) for n in natures if n in connues]) for titre, natures in FAMILLES_SITUATIONS)
    return [(titre, choix) for titre, choix in groupes if choix]


class PersonnesFilter(filters.FilterSet):
    q = filters.CharFilter(method="chercher")
    referent = filters.CharFilter(method="suivies")
    situation = filters.ChoiceFilter(choices=NatureSituation, method="en_situation")
    commune = filters.CharFilter(method="dans")

    class Meta:
        model = Beneficiaire
        fields = ()

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui

    @property
    def tri(self):
        """The sort key asked for; by default the names, or the best match when something is searched."""
        demande = self.data.get("tri", "")
        return demande if demande in TRIS else "" if self.data.get("q", "").strip() else "nom"

    @property
    def personnes(self):
        """The people found, in the order asked for; a search without any word sorts nothing by itself."""
        if self.tri or not self.qs.ordered:
            return self.qs.order_by(*TRIS[self.tri or "nom"])
        return self.qs

    @property
    def actifs(self):
        """How many filters narrow the list, the search apart."""
        return sum(bool(self.data.get(nom, "").strip()) for nom in ("referent", "situation", "commune"))

    @property
    def est_vide(self):
        """Whether nothing narrows the list: if it has nobody, the structure has nobody."""
        return not self.actifs and not self.data.get("q", "").strip()

    def colonnes(self):
        """The sortable headings: label, what `aria-sort` says, and the key that a click asks for."""
        return [_colonne(cle, libelle, self.tri) for cle, libelle in COLONNES]

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

    def dans(self, personnes, nom, valeur):
        return personnes.alias(ville=SansAccents("commune")).filter(ville__contains=sans_accents(valeur))


def _colonne(cle, libelle, tri):
    sens = {cle: "ascending", f"-{cle}": "descending"}.get(tri, "none")
    return {"libelle": libelle, "sens": sens, "tri": f"-{cle}" if tri == cle else cle}
