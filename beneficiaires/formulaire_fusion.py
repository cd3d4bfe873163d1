"""Two files of one person side by side, with what is advised and why."""

from insertion.cote_a_cote import CoteACoteForm
from insertion.fusions import ABSORBEE, DEUX, GARDEE
from insertion.texte import en_mots, sans_accents, telephone

from .fusions import GROUPES
from .models import Beneficiaire


class FusionForm(CoteACoteForm):
    """`depuis` is {file: {column: the day it was given its value}} (`derniers_changements`)."""

    GROUPES = GROUPES
    LIBELLES = {
        groupe: str(Beneficiaire._meta.get_field(colonnes[0]).verbose_name).capitalize()
        for groupe, colonnes in GROUPES.items()
    } | {"identifiant_france_travail": "Identifiant France Travail"}
    CUMULABLES = ("langues",)
    PERIME = "Un des deux dossiers a été modifié entre-temps : relisez avant de réunir."

    def __init__(self, *args, depuis, **kwargs):
        self.depuis = depuis
        super().__init__(*args, **kwargs)

    def lisible(self, ligne, groupe):
        valeur = getattr(ligne, groupe)
        if groupe == "langues":
            return ", ".join(valeur)
        if groupe == "date_naissance":
            return en_mots(valeur) if valeur else ""
        if groupe == "telephone":
            return telephone(getattr(valeur, "as_e164", str(valeur))) if valeur else ""
        if groupe == "adresse":
            ville = f"{ligne.code_postal} {ligne.commune}".strip()
            return ", ".join(filter(None, (ligne.adresse, ville)))
        return super().lisible(ligne, groupe)

    def conseil(self, groupe):
        """What says more is ticked, else what was written last; the page says which of the two."""
        if groupe in self.CUMULABLES:
            return DEUX, "Les deux sont proposées."
        une, autre = (sans_accents(self.lisible(ligne, groupe)) for ligne in (self.gardee, self.absorbee))
        if une != autre and (une in autre or autre in une):
            return (ABSORBEE if une in autre else GARDEE), "Proposé : le plus complet."
        la_sienne, l_autre = self._date(self.gardee, groupe), self._date(self.absorbee, groupe)
        if la_sienne and l_autre and la_sienne != l_autre:
            dernier = max(la_sienne, l_autre)
            choix = ABSORBEE if l_autre > la_sienne else GARDEE
            return choix, f"Proposé : le plus récent, noté le {en_mots(dernier)}."
        return GARDEE, "Proposé : celui du dossier gardé."

    def _date(self, ligne, groupe):
        return max((d for c in GROUPES[groupe] if (d := self.depuis[ligne.pk].get(c))), default=None)
