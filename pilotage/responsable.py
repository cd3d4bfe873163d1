"""What waits for who answers for the team: what they decide, what ends among the people, files without anybody."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min
from django.urls import reverse

from beneficiaires.models import Beneficiaire
from insertion.isolation.preparees import RequetePreparee
from parcours.models import AideFinanciere, Parcours, Renouvellement, ValidationPlan

from .approbations import FILES, Aides, Plans, Renouvellements, sans_dossier
from .enums import MotifRappel
from .file_active.motifs import SANS_REFERENT, a_regarder

#: Where each thing is decided or looked at, in one word and in several.
MOTS = {
    Renouvellements.code: ("renouvellement à décider", "renouvellements à décider"),
    Plans.code: ("plan à valider", "plans à valider"),
    Aides.code: ("demande d’aide à valider", "demandes d’aide à valider"),
    "a_etablir": ("renouvellement accordé, contrat à établir", "renouvellements accordés, contrats à établir"),
    "a_preparer": (
        "contrat qui se termine, dossier à préparer",
        "contrats qui se terminent, dossiers à préparer",
    ),
    MotifRappel.FIN_DU_PARCOURS: ("fin de PASS ou de parcours", "fins de PASS ou de parcours"),
    SANS_REFERENT: ("dossier sans référent", "dossiers sans référent"),
}


@dataclass(frozen=True)
class Attendu:
    """Something that waits: how many, in words, on which page; `fin` is the first day on which it is too late."""

    combien: int
    quoi: str
    url: str
    fin: date | None = None


def a_decider(utilisateur, le):
    """The `Attendu`s that wait for a decision on the day `le`; one query a queue."""
    structure, trouves = utilisateur.appartenance.structure, []
    if structure.emploie:
        siens = Renouvellement.objects.visibles_par(utilisateur).a_decider()
        trouves.append(_compter(Renouvellements.code, siens, _liste(Renouvellements), "contrat__date_fin"))
    for code in (Plans.code, Aides.code):
        attendent = FILES[code].attendent(utilisateur, le)
        trouves.append(_attendu(code, attendent.count(), _liste(FILES[code])))
    return [attendu for attendu in trouves if attendu.combien]


def dans_l_equipe(utilisateur, le):
    """The `Attendu`s of the team that nobody decides but that press; the queries do not depend on the people."""
    structure, trouves = utilisateur.appartenance.structure, []
    if structure.emploie:
        accordes = Renouvellement.objects.visibles_par(utilisateur).a_etablir()
        liste = _liste(Renouvellements)
        trouves.append(_compter("a_etablir", accordes, f"{liste}#a-etablir", "contrat__date_fin"))
        trouves.append(_compter("a_preparer", sans_dossier(utilisateur, le), f"{liste}#a-preparer", "derniere"))
    en_cours = Beneficiaire.objects.visibles_par(utilisateur).filter(
        pk__in=Parcours.objects.en_cours(le).values("beneficiaire")
    )
    equipe = reverse("pilotage:file_active_list")
    for motif, condition in a_regarder(structure, le, motifs=(MotifRappel.FIN_DU_PARCOURS, SANS_REFERENT)).items():
        trouves.append(_attendu(motif, en_cours.filter(condition).count(), f"{equipe}?motif={motif}"))
    return [attendu for attendu in trouves if attendu.combien]


def _attendent(le):
    """One row for each thing to decide, whatever its queue."""
    files = (
        Renouvellement.objects.a_decider(),
        ValidationPlan.objects.a_decider(le),
        AideFinanciere.objects.attend_accord(),
    )
    premiere, *autres = (file.order_by().values_list("pk") for file in files)
    return premiere.union(*autres, all=True)


#: What the badge of the rail counts, written once.
ATTENDENT = RequetePreparee(_attendent)


def _compter(code, lignes, url, champ):
    vus = lignes.order_by().aggregate(combien=Count("pk"), fin=Min(champ))
    return _attendu(code, vus["combien"], url, vus["fin"])


def _attendu(code, combien, url, fin=None):
    return Attendu(combien, MOTS[code][combien > 1], url, fin)


def _liste(file):
    return reverse(f"pilotage:{file.noms}_list")
