"""Two firms that are one: done at once, undone for 24 hours, and nothing that someone wrote is lost on the way."""

from django.db import IntegrityError
from django.db.models import F, UniqueConstraint
from pghistory.models import Event

from insertion.annulation import DELAI, AnnulationImpossible
from insertion.fusions import ABSORBEE, GARDEE, a_rendre, changements, deplacer, remettre, tenir
from insertion.isolation.contexte import contexte
from insertion.isolation.historique import retablir

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
#: The first word of the address of a firm.
DOSSIERS = "entreprises"


def fusionner(gardee, absorbee, choix, par):
    """Merge `absorbee` into `gardee` and return the `FusionEntreprise`.

    `choix` is {group of `GROUPES`: GARDEE, ABSORBEE or DEUX}; a group that is not there stays as `gardee` has it.
    Under the system's role: rows that whoever merges may not read (people placed there) move as well.
    """
    with contexte(gardee.structure_id, utilisateur_id=par.pk, origine="fusion d’entreprises"):
        gardee, absorbee = tenir(Entreprise, gardee.pk, absorbee.pk)
        demandes = changements(gardee, absorbee, GROUPES, choix)
        fusion = FusionEntreprise(
            structure_id=gardee.structure_id,
            gardee=gardee,
            absorbee_id=absorbee.pk,
            absorbee_nom=absorbee.raison_sociale,
            auteur=par,
            deplaces=deplacer(absorbee, gardee, _deja_dites, DOSSIERS),
            changements=demandes,
            site_id=_garder_le_site(gardee, absorbee, demandes),
        )
        Entreprise.objects.filter(pk=absorbee.pk).delete()
        apres = {nom: valeurs[1] for nom, valeurs in demandes.items()}
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
        remettre(fusion.deplaces, fusion.gardee_id, absorbee.pk, DOSSIERS)
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


def _deja_dites(modele, champ, absorbee, gardee):
    """The rows of `absorbee` that would say twice what one of `gardee` says already (both firms in one campaign)."""
    siennes, doubles = modele.objects.filter(**{champ.attname: absorbee.pk}), set()
    for regle in modele._meta.constraints:
        if isinstance(regle, UniqueConstraint) and champ.name in regle.fields and regle.condition is None:
            autres = [nom for nom in regle.fields if nom not in (champ.name, "structure")]
            deja = set(modele.objects.filter(**{champ.attname: gardee.pk}).values_list(*autres))
            doubles |= {pk for pk, *valeurs in siennes.values_list("pk", *autres) if tuple(valeurs) in deja}
    return sorted(doubles)


def _garder_le_site(gardee, absorbee, demandes):
    """The SIRET that is not kept is that of another place: it becomes a site. Return its id, or None."""
    gardes = demandes.get("siret", [gardee.siret, gardee.siret])
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
    rendus = a_rendre(gardee, fusion.changements)
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
