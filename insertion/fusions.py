"""Two rows that are one (two firms, two files of a person): what hangs on one goes to the other, and comes back.

What hangs on a row is found from the models themselves, those of higher floors included: whoever adds a key has
nothing to do here. Each floor says what its merge keeps, and what becomes of rows that would say a thing twice.
"""

from collections import defaultdict

from django.apps import apps
from pghistory.models import Event

from .isolation.historique import retablir
from .isolation.models import CleIsolee
from .models import Brouillon

#: What is kept of something on which two rows differ.
GARDEE, ABSORBEE, DEUX = "gardee", "absorbee", "deux"


def liens(modele):
    """Every (model, key) of the application that points to rows of `modele`, history left out."""
    for relation in modele._meta.get_fields(include_hidden=True):
        champ = getattr(relation, "field", None)
        if relation.auto_created and isinstance(champ, CleIsolee) and not issubclass(champ.model, Event):
            yield champ.model, champ


def tenir(modele, *pks):
    """The rows `pks`, held until the end: whoever is writing on them finishes first."""
    tenues = modele.objects.select_for_update(of=("self",)).order_by("pk").in_bulk(pks)
    return [tenues[pk] for pk in pks]


def changements(gardee, absorbee, groupes, choix):
    """{column of the kept row: [before, after]}, as `choix` asks: {group of `groupes`: GARDEE, ABSORBEE or DEUX}."""
    demandes = {}
    for groupe, colonnes in groupes.items():
        voulu = choix.get(groupe, GARDEE)
        for colonne in colonnes if voulu != GARDEE else ():
            avant, autre = getattr(gardee, colonne), getattr(absorbee, colonne)
            apres = _ensemble(avant, autre) if voulu == DEUX else autre
            if apres != avant:
                demandes[colonne] = [avant, apres]
    return demandes


def _ensemble(avant, autre):
    if isinstance(avant, list):
        return [*avant, *(valeur for valeur in autre if valeur not in avant)]
    return "\n\n".join(filter(None, (avant, autre)))


def a_rendre(gardee, demandes):
    """{column: former value} of what the merge changed (`changements`) and nobody changed since."""
    return {nom: avant for nom, (avant, apres) in demandes.items() if getattr(gardee, nom) == apres}


def deplacer(absorbee, gardee, ecarter, dossiers):
    """Move every row that points to `absorbee`; return which, as `Fusion.deplaces` keeps them.

    `ecarter(modele, champ, absorbee, gardee)` gives the ids of the rows that a rule « only once » forbids to put side
    by side: they leave, their history brings them back. `dossiers`: see `suivre_les_brouillons`. The queries are as
    many whatever the number of rows.
    """
    lignes, retirees = defaultdict(dict), defaultdict(list)
    for modele, champ in liens(type(gardee)):
        etiquette = modele._meta.label_lower
        if ecartees := ecarter(modele, champ, absorbee, gardee):
            retirees[etiquette] += ecartees
            modele.objects.filter(pk__in=ecartees).delete()
        siennes = modele.objects.filter(**{champ.attname: absorbee.pk})
        if pks := sorted(siennes.values_list("pk", flat=True)):
            siennes.update(**{champ.attname: gardee.pk})
            lignes[etiquette][champ.attname] = pks
    brouillons = suivre_les_brouillons(absorbee.pk, gardee.pk, dossiers)
    return {"lignes": lignes, "retirees": retirees, "brouillons": brouillons}


def remettre(deplaces, gardee_id, absorbee_id, dossiers):
    """Move back what `deplacer` moved, but for what somebody moved elsewhere since."""
    for etiquette, champs in deplaces["lignes"].items():
        modele = apps.get_model(etiquette)
        for nom, pks in champs.items():
            modele.objects.filter(pk__in=pks, **{nom: gardee_id}).update(**{nom: absorbee_id})
    for etiquette, pks in deplaces["retirees"].items():
        for pk in pks:
            retablir(apps.get_model(etiquette), pk)
    suivre_les_brouillons(gardee_id, absorbee_id, dossiers, deplaces["brouillons"])


def suivre_les_brouillons(de, vers, dossiers, pks=None):
    """What somebody is typing about `de` follows it; return the ids of the drafts that moved.

    `dossiers` is the first word of the addresses of such rows (« entreprises » for `/entreprises/12/`). A draft that
    its author has under the same key for `vers` already stays where it is.
    """
    brouillons = Brouillon.objects.filter(url__startswith=f"/{dossiers}/{de}/")
    brouillons = brouillons if pks is None else brouillons.filter(pk__in=pks)
    cles = {(b.utilisateur_id, b.cle): b for b in brouillons.only("utilisateur_id", "cle", "url")}
    voulues = {ancienne: _suivante(ancienne[1], dossiers, de, vers) for ancienne in cles}
    deja = set(Brouillon.objects.filter(cle__in=voulues.values()).values_list("utilisateur", "cle"))
    suivis = []
    for (auteur, ancienne), brouillon in cles.items():
        nouvelle = voulues[auteur, ancienne]
        if nouvelle != ancienne and (auteur, nouvelle) in deja:
            continue
        adresse = brouillon.url.replace(f"/{dossiers}/{de}/", f"/{dossiers}/{vers}/", 1)
        Brouillon.objects.filter(pk=brouillon.pk).update(cle=nouvelle, url=adresse)
        suivis.append(brouillon.pk)
    return suivis


def _suivante(cle, dossiers, de, vers):
    """« echange:7 » for « echange:12 » when 12 goes to 7, or the same in an address; another key stays."""
    genre, _, numero = cle.rpartition(":")
    if genre and numero == str(de):
        return f"{genre}:{vers}"
    return cle.replace(f":{dossiers}:{de}:", f":{dossiers}:{vers}:", 1)
