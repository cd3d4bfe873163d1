"""What every list that is searched, narrowed and sorted from its address has; a list is a link that one can send."""

from urllib.parse import urlencode

import django_filters as filters
from django.http import QueryDict

from .models import Utilisateur
from .recherche_scellee import ouvrir_demande
from .texte import SansAccents, sans_accents


class DemandeFilter(filters.FilterSet):
    """What an address asks for, the words looked for encrypted in it (recherche_scellee.py)."""

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(ouvrir_demande(data), *args, **kwargs)
        self.demandee = QueryDict() if data is None else data  # as the address bears it


class ListeFilter(DemandeFilter):
    """`tris` is {sort key: columns}, the first being the order of the list at rest; `triables` are (key, heading).

    The search is called `q`; every other filter narrows.
    """

    tris = {}
    triables = ()

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui

    @property
    def tri(self):
        """The sort key asked for; by default the first, or the best match when something is searched."""
        demande = self.data.get("tri", "")
        return demande if demande in self.tris else "" if self.data.get("q", "").strip() else next(iter(self.tris))

    @property
    def resultats(self):
        """The rows found, in the order asked for; a search without any word sorts nothing by itself."""
        if self.tri or not self.qs.ordered:
            return self.qs.order_by(*self.tris[self.tri or next(iter(self.tris))])
        return self.qs

    @property
    def actifs(self):
        """How many filters narrow the list, the search apart."""
        return sum(bool(self.data.get(nom, "").strip()) for nom in self.filters if nom != "q")

    @property
    def est_vide(self):
        """Whether nothing narrows the list: if it has nobody, the structure has nobody."""
        return not self.actifs and not self.data.get("q", "").strip()

    def colonnes(self):
        """The sortable headings: label, what `aria-sort` says, the key that a click asks for and its address."""
        colonnes = [_colonne(cle, libelle, self.tri) for cle, libelle in self.triables]
        return [colonne | {"adresse": self.adresse(tri=colonne["tri"], page=None)} for colonne in colonnes]

    def adresse(self, **changes):
        """The address of the list as it is but for `changes` (None takes away), from « ? » on."""
        restent = [
            (nom, valeur) for nom, valeurs in self.demandee.lists() if nom not in changes for valeur in valeurs
        ]
        return "?" + urlencode([*restent, *((nom, valeur) for nom, valeur in changes.items() if valeur is not None)])

    def dire(self, nom, valeur):
        """The colleague that `referent` names, in words; empty for what says itself (see `en_mots`)."""
        if nom != "referent":
            return ""
        if valeur == "personne":
            return "aucun"
        pk = (
            self.request.user.pk if valeur == "moi" else int(valeur) if valeur.isdecimal() and len(valeur) < 19 else 0
        )
        collegues = Utilisateur.objects.de_la_structure(self.request.user.appartenance.structure_id, self.aujourdhui)
        return str(collegues.filter(pk=pk).first() or "")

    def dans(self, lignes, nom, valeur):
        """Rows whose `commune` holds `valeur`, accents and case aside."""
        return lignes.alias(ville=SansAccents("commune")).filter(ville__contains=sans_accents(valeur))


#: What a filter is called when it has no label of its own.
NOMS = {
    "q": "recherche",
    "referent": "référent·e",
    "suivi": "suivi",
    "situation": "situation",
    "commune": "commune",
    "dispositif": "dispositif",
    "nature": "nature",
    "secteur": "secteur",
    "rome": "métier",
    "vert": "secteur vert",
    "etat": "relation",
    "rappel": "appels",
    "motif": "à regarder",
    "sans_contact": "jours sans contact",
    "entrees": "entrées",
}


def en_mots(filtre):
    """What narrows the list of `filtre`, in French (« commune : Lille »); empty when nothing does."""
    dits = []
    for nom in filtre.filters:
        valeur = filtre.data.get(nom, "").strip()
        if valeur:
            dite = filtre.dire(nom, valeur) if isinstance(filtre, ListeFilter) else ""
            dits.append(f"{NOMS.get(nom, nom)} : {dite or _libelle(filtre, nom, valeur)}")
    return " ; ".join(dits)


def _libelle(filtre, nom, valeur):
    """The label of a choice, else the value as it was typed."""
    choix = getattr(filtre.form.fields[nom], "choices", ())
    return next((str(libelle) for cle, libelle in choix if str(cle) == valeur), valeur)


def _colonne(cle, libelle, tri):
    sens = {cle: "ascending", f"-{cle}": "descending"}.get(tri, "none")
    return {"libelle": libelle, "sens": sens, "tri": f"-{cle}" if tri == cle else cle}
