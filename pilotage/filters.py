"""What the supervisor's list can be narrowed by and sorted on; read from GET, so that it is a link one can send."""

from datetime import timedelta

import django_filters as filters
from django.db.models import F

from beneficiaires.models import Beneficiaire
from insertion.filters import ListeFilter
from parcours.models import Dispositif, Parcours

from .file_active import MOTIFS, a_regarder

#: The choice of those who entered since the first day of the month.
MOIS = "mois"


def _dates(colonne, *, recentes):
    """Order on a date that may be unknown: nobody seen, nothing planned."""
    return F(colonne).desc(nulls_last=True) if recentes else F(colonne).asc(nulls_first=True)


class FileActiveFilter(ListeFilter):
    q = filters.CharFilter(method="chercher")
    referent = filters.CharFilter(method="suivies")
    dispositif = filters.ModelChoiceFilter(
        queryset=lambda request: Dispositif.objects.visibles_par(request.user), method="du_dispositif"
    )
    motif = filters.ChoiceFilter(choices=list(MOTIFS.items()), method="a_regarder")
    sans_contact = filters.NumberFilter(method="sans_contact_depuis", min_value=1, max_value=999)
    entrees = filters.ChoiceFilter(choices=[(MOIS, "ce mois-ci")], method="entrees_du_mois")

    tris = {
        "regard": ("-regard", _dates("vu_le", recentes=False), "tri", "pk"),
        "nom": ("tri", "pk"),
        "-nom": ("-tri", "pk"),
        "dispositif": ("dispositif", "tri", "pk"),
        "-dispositif": ("-dispositif", "tri", "pk"),
        "contact": (_dates("vu_le", recentes=False), "tri", "pk"),
        "-contact": (_dates("vu_le", recentes=True), "tri", "pk"),
        "rendez_vous": (F("rendez_vous").asc(nulls_last=True), "tri", "pk"),
        "-rendez_vous": (F("rendez_vous").desc(nulls_first=True), "tri", "pk"),
        "actions": ("-actions", "tri", "pk"),
        "-actions": ("actions", "tri", "pk"),
        "fin": (F("fin").asc(nulls_last=True), "tri", "pk"),
        "-fin": (F("fin").desc(nulls_last=True), "tri", "pk"),
        "referent": ("noms_referents", "tri", "pk"),
        "-referent": ("-noms_referents", "tri", "pk"),
    }
    triables = (
        ("nom", "Personne"),
        ("regard", "À regarder"),
        ("contact", "Dernier contact"),
        ("rendez_vous", "Prochain rendez-vous"),
        ("actions", "Actions en retard"),
        ("fin", "Fin de contrat ou de plan"),
        ("referent", "Référent·e"),
        ("dispositif", "Dispositif"),
    )

    class Meta:
        model = Beneficiaire
        fields = ()

    def chercher(self, personnes, nom, valeur):
        return personnes.cherche(valeur.replace("\x00", ""))

    def suivies(self, personnes, nom, valeur):
        if valeur == "personne":
            return personnes.confiees_a(None)
        return personnes.confiees_a(int(valeur)) if valeur.isdecimal() and len(valeur) < 19 else personnes

    def du_dispositif(self, personnes, nom, valeur):
        return self._de_parcours(personnes, Parcours.objects.en_cours(self.aujourdhui).filter(dispositif=valeur))

    def a_regarder(self, personnes, nom, valeur):
        structure = self.request.user.appartenance.structure
        return personnes.filter(a_regarder(structure, self.aujourdhui, motifs=[valeur])[valeur])

    def sans_contact_depuis(self, personnes, nom, valeur):
        """Those not seen or spoken to for so many days; entry counts as the first day."""
        limite = self.aujourdhui - timedelta(days=int(valeur))
        return personnes.filter(entree__lt=limite).exclude(vu_le__gte=limite)

    def entrees_du_mois(self, personnes, nom, valeur):
        premier = self.aujourdhui.replace(day=1)
        return self._de_parcours(
            personnes, Parcours.objects.en_cours(self.aujourdhui).filter(date_entree__gte=premier)
        )

    def _de_parcours(self, personnes, parcours):
        return personnes.filter(pk__in=parcours.order_by().values("beneficiaire"))
