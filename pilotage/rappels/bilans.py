"""Reports of the funders: the files entrusted before one that still lack something."""

from datetime import timedelta
from itertools import groupby

from django.urls import reverse
from django.utils.text import Truncator

from ..completude import de_la_convention
from ..enums import MotifRappel
from ..models import Convention, DossierACompleter
from .dus import aux

#: Days after the deadline of a report during which what it lacks is still asked for.
DERNIERE_RELANCE = 90


def dossiers(equipe, le):
    """Files that somebody was asked to complete for the report of an agreement (experience.md job C2).

    The queries grow with the agreements asked about, not with the files.
    """
    demandes = DossierACompleter.objects.select_related("convention").order_by("convention_id", "pk")
    for convention_id, siens in groupby(demandes, lambda dossier: dossier.convention_id):
        convention = Convention.objects.pour_fiche().get(pk=convention_id)
        resultat = de_la_convention(convention, le)
        if resultat is None or (convention.bilan_le and convention.bilan_le < le - timedelta(days=DERNIERE_RELANCE)):
            continue
        for dossier in siens:
            if manques := resultat.manques.get(dossier.beneficiaire_id):
                yield from _rappels(equipe, dossier, convention, len(manques))


def _rappels(equipe, dossier, convention, manques):
    champs = "1 champ manque" if manques == 1 else f"{manques} champs manquent"
    avant = f" avant le {convention.bilan_le:%d/%m/%Y}" if convention.bilan_le else ""
    return aux(
        equipe.au_depart(dossier.beneficiaire_id),
        beneficiaire_id=dossier.beneficiaire_id,
        motif=MotifRappel.DOSSIER_A_COMPLETER,
        objet_id=dossier.pk,
        echeance=convention.bilan_le or dossier.demande_le,
        texte=f"{champs} pour le bilan « {Truncator(convention.intitule).chars(80)} »{avant}.",
        url=f"{reverse('pilotage:completude')}?convention={convention.pk}&personne={dossier.beneficiaire_id}",
    )
