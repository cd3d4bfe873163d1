"""Two firms that are one: done at once, undone for 24 hours, and nothing that someone wrote is lost on the way.

What hangs on a firm is found from the models themselves, those of higher floors included: whoever adds a key towards
`Entreprise` has nothing to do here.
"""

from collections import defaultdict

from django.apps import apps
from django.db import IntegrityError
from django.db.models import F, UniqueConstraint
from pghistory.models import Event

from insertion.annulation import DELAI, AnnulationImpossible
from insertion.isolation.contexte import contexte
from insertion.isolation.historique import retablir
from insertion.isolation.models import CleIsolee
from insertion.models import Brouillon

from .models import Entreprise, Etablissement, FusionEntreprise

#: The choices of the page, field by field: what goes together is one choice.
GROUPES = {
    "raison_sociale": ("raison_sociale",),
    "siret": ("siret",),
    "naf": ("naf",),
    "secteur": ("secteur",),
    "secteurs_verts": ("secteurs_verts",),
    "effectif": ("effectif",),
    "adresse": ("adresse", "code_postal", "commune"),
    "telephone": ("telephone",),
    "email": ("email",),
    "site": ("site",),
    "origine": ("origine",),
    "referent": ("referent_id",),
    "remarques": ("remarques",),
}
GARDEE, ABSORBEE, DEUX = "gardee", "absorbee", "deux"


def liens():
    """Every (model, key) of the application that points to a firm, its history left out."""
    for relation in Entreprise._meta.get_fields(include_hidden=True):
        champ = getattr(relation, "field", None)
        if relation.auto_created and isinstance(champ, CleIsolee) and not issubclass(champ.model, Event):
            yield champ.model, champ


def fusionner(gardee, absorbee, choix, par):
    """Merge `absorbee` into `gardee` and return the `FusionEntreprise`.

    `choix` is {group of `GROUPES`: GARDEE, ABSORBEE or DEUX}; a group that is not there stays as `gardee` has it.
    Under the system's role: rows that whoever merges may not read (people placed there) move as well.
    """
    with contexte(gardee.structure_id, utilisateur_id=par.pk, origine="fusion d’entreprises"):
        gardee, absorbee = _tenir(gardee.pk, absorbee.pk)
        changements = _changements(gardee, absorbee, choix)
        fusion = FusionEntreprise(
            structure_id=gardee.structure_id,
            gardee=gardee,
            absorbee_id=absorbee.pk,
            absorbee_nom=absorbee.raison_sociale,
            auteur=par,
            deplaces=_deplacer(absorbee, gardee),
            changements=changements,
            site_id=_garder_le_site(gardee, absorbee, changements),
        )
        Entreprise.objects.filter(pk=absorbee.pk).delete()
        apres = {nom: valeurs[1] for nom, valeurs in changements.items()}
        Entreprise.objects.filter(pk=gardee.pk).update(**apres, version=F("version") + 1)
        fusion.save()
        return fusion


def annuler(fusion, maintenant, par):
    """Put both firms back as they were; what somebody corrected since on the kept one stays.

    Raise `AnnulationImpossible` (French) after 24 hours, when it is undone already, or when the SIRET went elsewhere.
    """
    with contexte(fusion.structure_id, utilisateur_id=par.pk, origine="annulation d’une fusion"):
        fusion = FusionEntreprise.objects.select_for_update().get(pk=fusion.pk)
        if fusion.annulee_at or fusion.created_at < maintenant - DELAI:
            raise AnnulationImpossible("Cette fusion ne peut plus être annulée.")
        _rendre(fusion)
        absorbee = _retablir(fusion.absorbee_id)
        _remettre(fusion.deplaces, fusion.gardee_id, absorbee.pk)
        fusion.annulee_at = maintenant
        fusion.save(update_fields=["annulee_at"])
        return absorbee


def _retablir(pk):
    try:
        if absorbee := retablir(Entreprise, pk):
            return absorbee
    except IntegrityError:
        pass  # its SIRET is another firm's by now
    raise AnnulationImpossible("L’entreprise fusionnée ne peut plus être rétablie : son SIRET est repris ailleurs.")


def _tenir(*pks):
    """Both firms, held until the end: whoever is writing on them finishes first."""
    tenues = Entreprise.objects.select_for_update(of=("self",)).order_by("pk").in_bulk(pks)
    return [tenues[pk] for pk in pks]


def _changements(gardee, absorbee, choix):
    """{column of the kept firm: [before, after]} that the choices ask for."""
    changements = {}
    for groupe, colonnes in GROUPES.items():
        voulu = choix.get(groupe, GARDEE)
        for colonne in colonnes if voulu != GARDEE else ():
            avant, autre = getattr(gardee, colonne), getattr(absorbee, colonne)
            apres = _ensemble(avant, autre) if voulu == DEUX else autre
            if apres != avant:
                changements[colonne] = [avant, apres]
    return changements


def _ensemble(avant, autre):
    if isinstance(avant, list):
        return [*avant, *(valeur for valeur in autre if valeur not in avant)]
    return "\n\n".join(filter(None, (avant, autre)))


def _deplacer(absorbee, gardee):
    """Move every row that points to `absorbee`; return which, as `FusionEntreprise.deplaces` keeps them.

    A row that would say twice what one of `gardee` says already (both firms in one campaign) leaves with `absorbee`;
    its history brings it back.
    """
    lignes, retirees = defaultdict(dict), defaultdict(list)
    for modele, champ in liens():
        etiquette, siennes = modele._meta.label_lower, modele.objects.filter(**{champ.attname: absorbee.pk})
        if doubles := _deja_dites(modele, champ, siennes, gardee):
            retirees[etiquette] += doubles
            modele.objects.filter(pk__in=doubles).delete()
        if pks := sorted(siennes.values_list("pk", flat=True)):
            siennes.update(**{champ.attname: gardee.pk})
            lignes[etiquette][champ.attname] = pks
    brouillons = _suivre_les_brouillons(absorbee.pk, gardee.pk)
    return {"lignes": lignes, "retirees": retirees, "brouillons": brouillons}


def _deja_dites(modele, champ, siennes, gardee):
    """The ids of the rows `siennes` that a rule « only once » forbids to put beside those of `gardee`."""
    doubles = set()
    for regle in modele._meta.constraints:
        if isinstance(regle, UniqueConstraint) and champ.name in regle.fields and regle.condition is None:
            autres = [nom for nom in regle.fields if nom not in (champ.name, "structure")]
            deja = set(modele.objects.filter(**{champ.attname: gardee.pk}).values_list(*autres))
            doubles |= {pk for pk, *valeurs in siennes.values_list("pk", *autres) if tuple(valeurs) in deja}
    return sorted(doubles)


def _remettre(deplaces, gardee_id, absorbee_id):
    """Move back what `_deplacer` moved, but for what somebody moved elsewhere since."""
    for etiquette, champs in deplaces["lignes"].items():
        modele = apps.get_model(etiquette)
        for nom, pks in champs.items():
            modele.objects.filter(pk__in=pks, **{nom: gardee_id}).update(**{nom: absorbee_id})
    for etiquette, pks in deplaces["retirees"].items():
        for pk in pks:
            retablir(apps.get_model(etiquette), pk)
    _suivre_les_brouillons(gardee_id, absorbee_id, deplaces["brouillons"])


def _suivre_les_brouillons(de, vers, pks=None):
    """What somebody is typing about the firm follows it; return the ids of the drafts that moved."""
    brouillons = Brouillon.objects.filter(cle=f"echange:{de}")
    brouillons = brouillons if pks is None else brouillons.filter(pk__in=pks)
    deja = Brouillon.objects.filter(cle=f"echange:{vers}").values("utilisateur")
    suivis = list(brouillons.exclude(utilisateur__in=deja).values_list("pk", "url"))
    for pk, url in suivis:
        adresse = url.replace(f"/entreprises/{de}/", f"/entreprises/{vers}/")
        Brouillon.objects.filter(pk=pk).update(cle=f"echange:{vers}", url=adresse)
    return [pk for pk, _ in suivis]


def _garder_le_site(gardee, absorbee, changements):
    """The SIRET that is not kept is that of another place: it becomes a site. Return its id, or None."""
    gardes = changements.get("siret", [gardee.siret, gardee.siret])
    perdu = {GARDEE: gardee, ABSORBEE: absorbee}
    autre = next((e for e in perdu.values() if e.siret and e.siret != gardes[1]), None)
    if autre is None or Etablissement.objects.filter(siret=autre.siret).exists():
        return None
    return Etablissement.objects.create(
        entreprise=gardee,
        nom=autre.raison_sociale[:120],
        **{nom: getattr(autre, nom) for nom in ("siret", "adresse", "code_postal", "commune")},
    ).pk


def _rendre(fusion):
    """Give the kept firm its former values back, but for those that somebody changed since; take the site away."""
    gardee = fusion.gardee
    rendus = {nom: avant for nom, (avant, apres) in fusion.changements.items() if getattr(gardee, nom) == apres}
    Entreprise.objects.filter(pk=gardee.pk).update(**rendus, version=F("version") + 1)
    site = Etablissement.objects.filter(pk=fusion.site_id, version=0).first()
    if site and not any(_pointe(relation, site) for relation in Etablissement._meta.related_objects):
        site.delete()


def _pointe(relation, objet):
    """Whether a row of this relation, history apart, points to `objet`."""
    champ = relation.field
    if issubclass(champ.model, Event):
        return False
    return champ.model.objects.filter(**{champ.attname: objet.pk}).exists()
