"""Reports of the funders: the day they are due, the files entrusted before one that still lack something."""

from datetime import timedelta
from itertools import groupby

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.text import Truncator

from insertion.droits import Droit

from ..completude import de_la_convention
from ..conventions import donnees_de
from ..enums import MotifRappel
from ..models import BilanProduit, Convention, DossierACompleter
from .dus import DERNIERE_RELANCE, aux, en_lettres

#: Days before the deadline of a report when it is asked for, then asked for again.
BILAN_JOURS = (60, 30, 7)
#: A report produced this long before the deadline of an agreement is that of the deadline before.
PREPARATION = timedelta(days=180)


def bilans(equipe, le):
    """The report that an agreement asks for, until it is produced, to those who write reports."""
    bornes = (le - timedelta(days=DERNIERE_RELANCE), le + timedelta(days=max(BILAN_JOURS)))
    recents = {"bilan__convention": OuterRef("pk"), "donnees_at__gte": OuterRef("bilan_le") - PREPARATION}
    produits = BilanProduit.objects.termines().filter(**recents)
    attendus = Convention.objects.filter(~Exists(produits), bilan_le__range=bornes)
    for convention in attendus.order_by("bilan_le", "pk"):
        jours = min(jours for jours in BILAN_JOURS if convention.bilan_le - timedelta(days=jours) <= le)
        yield from aux(
            equipe.qui_peuvent(Droit.ECRIRE_BILANS),
            convention_id=convention.pk,
            motif=MotifRappel.BILAN_A_REMETTRE,
            objet_id=convention.pk,
            echeance=convention.bilan_le - timedelta(days=jours),
            terme=convention.bilan_le,
            texte=_texte_bilan(convention, le),
            url=convention.get_absolute_url(),
        )


def _texte_bilan(convention, le):
    verbe = "était à remettre" if convention.bilan_le < le else "est à remettre"
    return f"Le bilan {verbe} avant le {en_lettres(convention.bilan_le)} : aucun n’est encore produit."


def dossiers(equipe, le):
    """Files that somebody was asked to complete for the report of an agreement (experience.md job C2).

    The queries grow neither with the agreements asked about nor with the files.
    """
    demandes = list(DossierACompleter.objects.filter(demande_le__lte=le).order_by("convention_id", "pk"))
    relancees = Q(bilan_le=None) | Q(bilan_le__gte=le - timedelta(days=DERNIERE_RELANCE))
    conventions = Convention.objects.pour_fiche().filter(relancees).in_bulk({d.convention_id for d in demandes})
    donnees = donnees_de(conventions.values(), le)
    for convention_id, siens in groupby(demandes, lambda dossier: dossier.convention_id):
        if convention_id not in donnees:
            continue
        convention = conventions[convention_id]
        resultat = de_la_convention(convention, le, donnees[convention_id])
        for dossier in siens:
            if manques := resultat.manques.get(dossier.beneficiaire_id):
                yield from _rappels(equipe, dossier, convention, len(manques))


def _rappels(equipe, dossier, convention, manques):
    champs = "1 champ manque" if manques == 1 else f"{manques} champs manquent"
    avant = f" avant le {en_lettres(convention.bilan_le)}" if convention.bilan_le else ""
    return aux(
        equipe.au_depart(dossier.beneficiaire_id),
        beneficiaire_id=dossier.beneficiaire_id,
        motif=MotifRappel.DOSSIER_A_COMPLETER,
        objet_id=dossier.pk,
        echeance=convention.bilan_le or dossier.demande_le,
        texte=f"{champs} pour le bilan « {Truncator(convention.intitule).chars(80)} »{avant}.",
        url=f"{reverse('pilotage:completude')}?convention={convention.pk}&personne={dossier.beneficiaire_id}",
    )
