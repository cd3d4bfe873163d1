"""What a batch can print: for each kind, which row of each person it prints, and what is said when there is none."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import F

from insertion.droits import Droit

from .enums import GenreProduction
from .models import CompetenceMontree, Diagnostic, Entretien, Parcours, Renouvellement


@dataclass(frozen=True)
class Imprimable:
    """`objets(personnes)` gives {id of the person: id of what is printed}, read under the role that asks, in one
    query; whoever is not there is set aside for the reason `absence` (empty: everybody has the document).

    `champ` is the field of `Production` that names what is printed; `pour_employeurs`: only where people are hired;
    `droit`: who may have it made.
    """

    objets: Callable
    absence: str = ""
    champ: str = "objet_id"
    pour_employeurs: bool = False
    droit: Droit = Droit.PRODUIRE_DOCUMENTS

    def pointer(self, production, objet):
        setattr(production, self.champ, objet)


def _derniers(lignes, personne, *ordre):
    """The last row of each person among `lignes`, whose column `personne` names them."""
    return dict(lignes.order_by(personne, *ordre).distinct(personne).values_list(personne, "pk"))


def _parcours(personnes):
    siens = Parcours.objects.filter(beneficiaire__in=personnes)
    return _derniers(siens, "beneficiaire_id", F("date_sortie").desc(nulls_first=True), "-date_entree", "-pk")


def _parcours_avec_competences(personnes):
    acquises = CompetenceMontree.objects.filter(parcours__beneficiaire__in=personnes)
    lignes = acquises.order_by("parcours__beneficiaire_id", "-parcours__date_entree", "-parcours_id")
    return dict(lignes.distinct("parcours__beneficiaire_id").values_list("parcours__beneficiaire_id", "parcours_id"))


def _diagnostics(personnes):
    siens = Diagnostic.objects.filter(parcours__beneficiaire__in=personnes)
    return _derniers(siens, "parcours__beneficiaire_id", "-date", "-pk")


def _entretiens(personnes):
    siens = Entretien.objects.filter(parcours__beneficiaire__in=personnes)
    return _derniers(siens, "parcours__beneficiaire_id", "-date", "-pk")


def _renouvellements(personnes):
    siens = Renouvellement.objects.filter(contrat__parcours__beneficiaire__in=personnes)
    return _derniers(siens, "contrat__parcours__beneficiaire_id", "-date", "-pk")


A_PRODUIRE = {
    GenreProduction.DOSSIER: Imprimable(lambda personnes: {}),
    GenreProduction.DIAGNOSTIC: Imprimable(_diagnostics, "Aucun diagnostic n’est enregistré."),
    GenreProduction.PLAN: Imprimable(_parcours, "Aucun parcours n’est ouvert ici."),
    GenreProduction.COMPTE_RENDU: Imprimable(_entretiens, "Aucun entretien n’est enregistré.", champ="entretien_id"),
    GenreProduction.ATTESTATION: Imprimable(
        _parcours_avec_competences,
        "Aucune compétence n’a encore été constatée.",
        pour_employeurs=True,
        droit=Droit.COURRIERS,
    ),
    GenreProduction.RENOUVELLEMENT: Imprimable(
        _renouvellements, "Aucun dossier de renouvellement n’est enregistré.", pour_employeurs=True
    ),
    GenreProduction.COURRIER: Imprimable(lambda personnes: {}),
}

#: How each is told on the page where one chooses.
LIBELLES = {
    GenreProduction.DOSSIER: "Dossier de suivi",
    GenreProduction.DIAGNOSTIC: "Diagnostic partagé, le plus récent",
    GenreProduction.PLAN: "Plan à remettre à la personne",
    GenreProduction.COMPTE_RENDU: "Compte rendu du dernier entretien",
    GenreProduction.ATTESTATION: "Attestation de compétences",
    GenreProduction.RENOUVELLEMENT: "Dossier de renouvellement, le plus récent",
}
