"""The tables whose history speaks of one person, found from the models: those from which keys lead to them."""

from dataclasses import dataclass
from functools import cache

from django.apps import apps

from beneficiaires.models import Beneficiaire


@dataclass(frozen=True)
class Genre:
    """An historised model, the model of its events, and the way to the person: [(key, events of where it leads)]."""

    modele: type
    histoire: type
    chemin: tuple

    def evenements(self, numeros):
        """Events about a person, by the numbers of their files. The way goes through events too: what was deleted has
        left its trace."""
        return self.histoire.objects.filter(**_filtre(self.chemin, numeros))


@cache
def genres():
    """{label: Genre} of each historised model that hangs on a person; the policies of its table apply."""
    suivis = [modele for modele in apps.get_models() if hasattr(modele, "pgh_tracked_model")]
    histoires = {histoire.pgh_tracked_model: histoire for histoire in suivis}
    chemins = {modele: _chemin(modele, histoires) for modele in histoires}
    return {
        modele._meta.label_lower: Genre(modele, histoires[modele], chemin)
        for modele, chemin in chemins.items()
        if chemin is not None
    }


def _chemin(modele, histoires, traverses=()):
    if modele is Beneficiaire:
        return ()
    chemins = []
    for champ in modele._meta.fields:
        cible = champ.related_model
        if cible in histoires and cible not in (modele, *traverses):
            suite = _chemin(cible, histoires, (*traverses, modele))
            if suite is not None:
                chemins.append(((champ.attname, histoires[cible]), *suite))
    return min(chemins, key=len, default=None)


def _filtre(chemin, numeros):
    if not chemin:
        return {"pgh_obj_id__in": numeros}
    (cle, histoire), *suite = chemin
    if not suite:
        return {f"{cle}__in": numeros}
    return {f"{cle}__in": histoire.objects.filter(**_filtre(suite, numeros)).values("pgh_obj_id")}
