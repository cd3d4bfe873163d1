"""What the list of offers can be narrowed by; read from GET, so that a list is a link one can send."""

import django_filters as filters
from django.db.models import Count, F, Q

from insertion.texte import SansAccents, sans_accents

from .enums import EtatOffre, NatureOffre, Secteur
from .models import Offre

#: State → (slug, title of its tab, order of its list).
ETATS = {
    EtatOffre.OUVERTE: ("ouvertes", "Ouvertes", (F("expire_le").asc(nulls_last=True), "-recue_le", "-pk")),
    EtatOffre.EXPIREE: ("expirees", "Expirées", ("-expire_le", "-pk")),
    EtatOffre.CLOSE: ("closes", "Closes", ("-cloturee_le", "-pk")),
}


class OffresFilter(filters.FilterSet):
    nature = filters.ChoiceFilter(choices=NatureOffre)
    secteur = filters.ChoiceFilter(choices=Secteur, field_name="entreprise__secteur")
    rome = filters.CharFilter(method="du_metier")
    commune = filters.CharFilter(method="dans")

    class Meta:
        model = Offre
        fields = ()

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui

    @property
    def etat(self):
        """The `EtatOffre` asked for; the open ones unless said otherwise."""
        demande = self.data.get("etat", "")
        return next((etat for etat, (slug, *_) in ETATS.items() if slug == demande), EtatOffre.OUVERTE)

    @property
    def offres(self):
        """What the list shows."""
        return self.qs.dans_l_etat(self.etat, self.aujourdhui).pour_liste().order_by(*ETATS[self.etat][2])

    @property
    def actifs(self):
        """How many filters narrow the list."""
        return sum(bool(self.data.get(nom, "").strip()) for nom in ("nature", "secteur", "rome", "commune"))

    def onglets(self):
        """(slug, title, number, whether it is the one shown) of each state, the other filters applied; one query."""
        ouverte, close = Q(expire_le__isnull=True) | Q(expire_le__gte=self.aujourdhui), Q(cloturee_le__isnull=False)
        nombres = self.qs.order_by().aggregate(
            ouverte=Count("pk", filter=ouverte & ~close),
            expiree=Count("pk", filter=~ouverte & ~close),
            close=Count("pk", filter=close),
        )
        return [(slug, nom, nombres[etat.value], etat == self.etat) for etat, (slug, nom, _) in ETATS.items()]

    def du_metier(self, offres, nom, valeur):
        """A code or the beginning of one (« K22 »), or words of the job."""
        mots = sans_accents(valeur.replace("\x00", ""))
        metiers = offres.alias(metier=SansAccents("rome__libelle"), poste=SansAccents("intitule"))
        code = valeur.strip().split(" ")[0]
        return metiers.filter(Q(rome__code__istartswith=code) | Q(metier__contains=mots) | Q(poste__contains=mots))

    def dans(self, offres, nom, valeur):
        """The commune of the site when the offer names one, else that of the firm."""
        ville = sans_accents(valeur.replace("\x00", ""))
        communes = offres.alias(site=SansAccents("etablissement__commune"), siege=SansAccents("entreprise__commune"))
        return communes.filter(
            Q(etablissement__isnull=False, site__contains=ville)
            | Q(etablissement__isnull=True, siege__contains=ville)
        )
