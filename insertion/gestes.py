"""« Annuler » for ten seconds in a bar, then for a day in « Activité récente », instead of « Êtes-vous sûr ? »."""

from urllib.parse import urlsplit

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.http import Http404, QueryDict
from django.shortcuts import redirect
from django.urls import resolve, reverse
from django.utils import timezone
from django_htmx.http import trigger_client_event

from .annulation import AnnulationImpossible
from .droits import Droit, peut
from .isolation.historique import ecritures, evenements, revenir
from .models import Geste, Utilisateur

PARTI = "Cela ne s’annule plus : ce qui avait été fait a changé, ou a disparu, depuis."
PRIS = "Cela ne s’annule plus : autre chose a été enregistré à la place depuis, ou le dossier est limité."
SANS_DROIT = "Vous ne pouvez plus l’annuler : votre rôle a changé depuis."


def proposer_annulation(request, phrase, adresse, response=None, objet=None):
    """Show `phrase` with a button that undoes it by a POST to `adresse`; « Activité récente » keeps it for a day.

    Without `response` the bar comes with the next page (after a redirect); with one (an htmx fragment), at once.
    `objet` is the row as it was just left: once somebody changed it, the undo says so instead of writing over them.
    """
    return _proposer(request, response, phrase=phrase, adresse=adresse, objets=_reperes([objet] if objet else []))


def proposer_retour(request, phrase, *objets, retour, response=None):
    """The same for rows whose history is enough: each of `objets` goes back to what it was before.

    An object is (model, key), or what `ecritures` (isolation/historique.py) tells of a row: all of a save together.
    Whoever undoes it must still have the right that this view asks for, then goes to the page `retour`.
    """
    if not objets:  # saved as it was
        messages.success(request, phrase)
        return response
    droit = request.resolver_match.func.droit
    return _proposer(request, response, phrase=phrase, objets=_reperes(objets), droit=droit, retour=retour)


def supprimer(request, objet, phrase, retour):
    """Delete `objet` at once, and offer to bring it back with what hung on it."""
    liens = objet._meta.get_fields(include_hidden=True)
    attaches = [lien.related_model for lien in liens if lien.auto_created and hasattr(lien.related_model, "events")]
    with ecritures(*attaches, type(objet)) as ecrites:
        objet.delete()
    return proposer_retour(request, phrase, *ecrites, retour=retour)


def _proposer(request, response, **geste):
    if getattr(request, "annule_un_geste", False):  # what undoes is said, not offered again
        messages.success(request, geste["phrase"])
        return response
    adresse = reverse("insertion:geste_annulation", args=[noter(request.user, **geste).pk])
    if response is None:
        messages.success(request, geste["phrase"], extra_tags=f"annuler={adresse}")
        return None
    return trigger_client_event(response, "annulable", {"phrase": geste["phrase"], "url": adresse})


def noter(utilisateur, maintenant=None, **geste):
    """Remember something that `utilisateur` can undo."""
    return Geste.objects.create(utilisateur=utilisateur, fait_at=maintenant or timezone.now(), **geste)


def _reperes(objets):
    """[label, key, key of the last event] of each row: what « since » means. `ecritures` tells the first as well."""
    reperes = []
    for objet in objets:
        if isinstance(objet, list):
            reperes.append(objet)
            continue
        modele, pk = objet if isinstance(objet, tuple) else (type(objet), objet.pk)
        dernier = evenements(modele, pk).values_list("pgh_id", flat=True).first()
        reperes.append([modele._meta.label_lower, pk, dernier])
    return reperes


def refuser_annulation(request, raison):
    """Say why what the request asks to undo stays; « Activité récente » keeps the reason."""
    request.refus_d_annulation = str(raison)
    messages.error(request, str(raison))


def annuler(request, geste, suite):
    """Undo `geste` as its author asks; the response, which goes to the page `suite` when there is one."""
    response = None
    try:
        with transaction.atomic():
            _verifier_que_rien_n_a_change(geste)
            response = _par_l_adresse(request, geste) if geste.adresse else _par_l_histoire(request, geste)
            connection.check_constraints()  # what hangs on it and that one may not see is found here, not at the end
    except AnnulationImpossible as impossible:
        refuser_annulation(request, impossible)
    except PermissionDenied:
        refuser_annulation(request, SANS_DROIT)
    except (Http404, ObjectDoesNotExist):
        refuser_annulation(request, PARTI)
    except IntegrityError:
        refuser_annulation(request, PRIS)
    geste.refus = getattr(request, "refus_d_annulation", "")
    geste.annule_at = None if geste.refus else timezone.now()
    geste.save(update_fields=["refus", "annule_at"])
    return response if response is not None and not suite else redirect(suite or "insertion:activite")


def _verifier_que_rien_n_a_change(geste):
    for etiquette, pk, repere, *_premier in geste.objets:
        dernier = evenements(apps.get_model(etiquette), pk).first()
        if dernier is not None and dernier.pgh_id != repere:
            raise AnnulationImpossible(_change_par(dernier))


def _change_par(evenement):
    auteur = Utilisateur.objects.filter(pk=(evenement.pgh_context or {}).get("utilisateur")).first()
    le = timezone.localtime(evenement.pgh_created_at)
    return f"Cela ne s’annule plus : {auteur or 'Tremplin'} l’a modifié depuis, le {le:%d/%m} à {le:%H} h {le:%M}."


def _par_l_adresse(request, geste):
    """Answer as the page that undoes it would: it has its own rules, and its own right."""
    adresse = urlsplit(geste.adresse)
    vue, args, kwargs = resolve(adresse.path)
    request.annule_un_geste = True
    request.GET = QueryDict(adresse.query)
    response = vue(request, *args, **kwargs)
    if response.status_code >= 400:
        raise AnnulationImpossible(PARTI)
    return response


def _par_l_histoire(request, geste):
    if not peut(request.user, Droit(geste.droit)):
        raise PermissionDenied
    for etiquette, pk, _repere, *premier in reversed(geste.objets):
        revenir(apps.get_model(etiquette), pk, *premier)
    messages.success(request, "C’est annulé.")
    return redirect(geste.retour)
