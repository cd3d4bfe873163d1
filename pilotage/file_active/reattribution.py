"""Files that go to another colleague, all at once, and come back in one click."""

from collections import defaultdict

from beneficiaires.models import Beneficiaire, Referent
from insertion.annulation import DELAI, AnnulationImpossible
from insertion.models import Utilisateur

from ..models import Reattribution


def reattribuer(reattribution, personnes, le):
    """Entrust `personnes` (ids) to `reattribution.vers` from the day `le`, and write down what the undo needs.

    Return the row, saved; None when they all were that colleague's already.
    """
    changes = Referent.objects.confier(personnes, reattribution.vers, le)
    if not changes:
        return None
    avant = {referent.utilisateur_id for _, fermes in changes.values() for referent in fermes}
    noms = Utilisateur.objects.filter(pk__in=avant).order_by("nom", "prenom", "pk")
    reattribution.de = ", ".join(str(collegue) for collegue in noms)
    reattribution.dossiers = {
        pk: {"ouvert": ouvert and ouvert.pk, "fermes": [referent.pk for referent in fermes]}
        for pk, (ouvert, fermes) in changes.items()
    }
    reattribution.save()
    return reattribution


def annuler(pk, par, maintenant):
    """Give back each file that nobody moved since; return (how many came back, the people whose file did not).

    What was ended runs again, as if it had never stopped. Once undone, or 24 hours later, it is refused.
    """
    reattribution = Reattribution.objects.select_for_update().get(pk=pk)
    if reattribution.annulee_at:
        raise AnnulationImpossible("Cette réattribution est déjà annulée.")
    if reattribution.created_at < maintenant - DELAI:
        raise AnnulationImpossible("Une réattribution s’annule pendant 24 heures : ce délai est passé.")
    dossiers = {int(personne): dossier for personne, dossier in reattribution.dossiers.items()}
    suivent = actuels(dossiers)
    intacts = [pk for pk, dossier in dossiers.items() if _intact(reattribution, dossier, suivent[pk])]
    Referent.objects.filter(pk__in=[dossiers[personne]["ouvert"] for personne in intacts]).delete()
    fermes = [referent for personne in intacts for referent in dossiers[personne]["fermes"]]
    Referent.objects.filter(pk__in=fermes).update(fin=None)
    reattribution.annulee_at, reattribution.annulee_par = maintenant, par
    reattribution.save(update_fields=["annulee_at", "annulee_par"])
    restees = Beneficiaire.objects.filter(pk__in=set(dossiers) - set(intacts)).order_by("tri", "pk")
    return len(intacts), list(restees)


def _intact(reattribution, dossier, suivent):
    """Whether the one référent is still the row that was opened, or the colleague who had been one before."""
    if len(suivent) != 1:
        return False
    return dossier["ouvert"] in (suivent[0].pk, None) and suivent[0].utilisateur_id == reattribution.vers_id


def actuels(personnes):
    """{person: the rows of their référents of now}; nobody moves them meanwhile."""
    list(
        Beneficiaire.objects.filter(pk__in=personnes).order_by("pk").select_for_update(no_key=True).values_list("pk")
    )
    suivent = defaultdict(list)
    for referent in Referent.objects.filter(beneficiaire__in=personnes, fin=None):
        suivent[referent.beneficiaire_id].append(referent)
    return suivent
