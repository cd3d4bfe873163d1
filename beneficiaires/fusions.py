"""Two files that are of one person: made one at once, undone for 24 hours, and nothing that someone wrote is lost.

The file that leaves is no row any more, so that no list, figure, export or search can show it; its number leads to
the kept one (`dossiers_reunis.py`). Its identity stays in the history alone, where the undo reads it and the erasure
of the person finds it (docs/decisions/0018-dossiers-reunis.md).
"""

from collections import Counter

from django.apps import apps
from django.db import IntegrityError, connection
from django.db.models import Count, F, TextField, Value
from django.db.models.functions import Cast
from django.utils import timezone

from insertion.annulation import DELAI, AnnulationImpossible
from insertion.collisions import trancher
from insertion.fusions import a_rendre, changements, deplacer, liens, remettre, tenir
from insertion.isolation.contexte import contexte
from insertion.isolation.historique import evenements, retablir
from insertion.isolation.models import CleIsolee
from insertion.models.fusions import Fusion, Paire

from .models import Beneficiaire, FusionDossiers, GelSuppression, Limitation, PreavisEffacement

#: The choices of the page, field by field: what goes together is one choice.
GROUPES = {
    "civilite": ("civilite",),
    "prenom": ("prenom",),
    "nom": ("nom",),
    "nom_naissance": ("nom_naissance",),
    "date_naissance": ("date_naissance",),
    "telephone": ("telephone",),
    "email": ("email",),
    "adresse": ("adresse", "code_postal", "commune"),
    "langues": ("langues",),
    "niveau_francais": ("niveau_francais",),
    "niveau_formation": ("niveau_formation",),
    "identifiant_france_travail": ("identifiant_france_travail",),
}
#: The first word of the address of a file.
DOSSIERS = "beneficiaires"
#: What the history says of a merge.
ORIGINE = "fusion de dossiers"


class FusionImpossible(Exception):
    """These two files may not become one now: `raisons` (French), and `conflits`, rows that contradict each other."""

    def __init__(self, raisons=(), conflits=()):
        dites = [*raisons, *(f"{conflit.titre} : {conflit.message}" for conflit in conflits)]
        super().__init__(" ".join(dites))
        self.raisons, self.conflits = list(raisons), list(conflits)


def empechements(*personnes):
    """Why these files may not become one now: [French]. Read as tasks do: a hold is known to few roles."""
    noms = {personne.pk: str(personne) for personne in personnes}
    with contexte(personnes[0].structure_id, origine=ORIGINE):
        limites = Limitation.objects.en_cours().filter(beneficiaire__in=noms)
        gels = GelSuppression.objects.en_cours().filter(beneficiaire__in=noms)
        return [
            *(
                f"Le dossier de {noms[limite.beneficiaire_id]} est limité depuis le {limite.prise_le:%d/%m/%Y} : "
                "rien n’y change tant que cette limitation n’est pas levée, dans « Vie privée »."
                for limite in limites
            ),
            *(
                f"Le dossier de {noms[gel.beneficiaire_id]} doit être conservé tel quel depuis le "
                f"{gel.prise_le:%d/%m/%Y} : la direction doit d’abord lever cette conservation."
                for gel in gels
            ),
        ]


def conflits(gardee, absorbee):
    """The rows that contradict each other, as far as whoever asks may read them."""
    tranches = (_trancher(modele, champ, absorbee, gardee) for modele, champ in liens(Beneficiaire))
    return [conflit for _, opposees in tranches for conflit in opposees]


def ce_qui_passe(absorbee):
    """[« 2 entretiens »] of what hangs on the file that leaves, the most numerous first: one query.

    Only what has a history: what the machine makes again by itself is not counted.
    """
    trouves = _ecrits(absorbee.pk).order_by("-combien", "table_dite")
    return [_compte(trouve["table_dite"], trouve["combien"]) for trouve in trouves]


def ecrits(*pks):
    """Counter {file: how many rows hang on it}, counted as `ce_qui_passe` does: one query."""
    combien = Counter()
    for trouve in _ecrits(*pks) if pks else ():
        combien[trouve["dossier"]] += trouve["combien"]
    return combien


def proposer(une, autre, combien):
    """(the file to keep, the other, why in French): the one that says most (see `ecrits`), else the older."""
    gardee, absorbee = sorted((une, autre), key=lambda p: (-combien[p.pk], p.created_at, p.pk))
    plus, moins = combien[gardee.pk], combien[absorbee.pk]
    if plus == moins:
        return gardee, absorbee, "le plus ancien, car les deux en disent autant"
    return gardee, absorbee, f"le plus rempli, {plus} élément{'s' if plus > 1 else ''} contre {moins}"


def _ecrits(*pks):
    """{"dossier", "table_dite", "combien"} of what hangs on the files `pks`."""
    premier, *autres = (
        modele.objects.filter(**{f"{chemin}__in": pks})
        .order_by()
        .annotate(dossier=F(chemin), table_dite=Cast(Value(modele._meta.label_lower), TextField()))
        .values("dossier", "table_dite")
        .annotate(combien=Count("pk"))
        for modele, chemin in _accroches()
    )
    return premier.union(*autres, all=True)


def _accroches():
    """Every (model, key path) of what hangs on a file: straight on it, or on what hangs straight on it."""
    siens = {modele for modele, _ in liens(Beneficiaire)}
    for modele, champ in liens(Beneficiaire):
        if not hasattr(modele, "events") or issubclass(modele, Fusion | Paire):
            continue
        yield modele, champ.attname
        for relation in modele._meta.related_objects:
            enfant = relation.related_model
            if enfant not in siens and hasattr(enfant, "events") and isinstance(relation.field, CleIsolee):
                yield enfant, f"{relation.field.name}__{champ.attname}"


def _compte(table, combien):
    meta = apps.get_model(table)._meta
    return f"{combien} {meta.verbose_name_plural if combien > 1 else meta.verbose_name}"


def derniers_changements(*personnes):
    """{person: {column: the day it was given its present value}}, from the history, in one query."""
    colonnes = [colonne for groupe in GROUPES.values() for colonne in groupe]
    histoire = Beneficiaire.events.rel.related_model.objects.filter(pgh_obj_id__in=[p.pk for p in personnes])
    depuis, valeurs = {personne.pk: {} for personne in personnes}, {personne.pk: {} for personne in personnes}
    for fait in histoire.order_by("pgh_id"):
        for colonne in colonnes:
            valeur, siennes = getattr(fait, colonne), valeurs[fait.pgh_obj_id]
            if colonne not in siennes or siennes[colonne] != valeur:
                siennes[colonne] = valeur
                depuis[fait.pgh_obj_id][colonne] = timezone.localdate(fait.pgh_created_at)
    return depuis


def fusionner(gardee, absorbee, choix, par):
    """Make the two files one and return the `FusionDossiers`; `gardee` keeps its number.

    `choix` is {group of `GROUPES`: GARDEE, ABSORBEE or DEUX}; a group that is not there stays as `gardee` has it.
    Raise `FusionImpossible`. Under the system's role: rows that whoever merges may not read (a colleague's
    confidential notes) move as well, unread. The queries are as many whatever the number of rows.
    """
    with contexte(gardee.structure_id, utilisateur_id=par.pk, origine=ORIGINE):
        gardee, absorbee = _tenir(gardee, absorbee)
        evenement = evenements(Beneficiaire, gardee.pk).values_list("pgh_id", flat=True).first()
        try:
            deplaces = deplacer(absorbee, gardee, _ecarter, DOSSIERS)
            Beneficiaire.objects.filter(pk=absorbee.pk)._raw_delete("default")
            connection.check_constraints()  # a key that points to it still: better refused now than cut
        except IntegrityError as erreur:
            raise FusionImpossible(
                ["Une règle de la base l’interdit : prévenez qui administre Tremplin."]
            ) from erreur
        apres = {nom: valeurs[1] for nom, valeurs in changements(gardee, absorbee, GROUPES, choix).items()}
        Beneficiaire.objects.filter(pk=gardee.pk).update(**apres, version=F("version") + 1)
        return FusionDossiers.objects.create(
            structure_id=gardee.structure_id,
            gardee=gardee,
            absorbee_id=absorbee.pk,
            auteur=par,
            deplaces=deplaces,
            choix=choix,
            evenement_id=evenement,
        )


def _tenir(gardee, absorbee):
    try:
        gardee, absorbee = tenir(Beneficiaire, gardee.pk, absorbee.pk)
    except KeyError:
        raise FusionImpossible(["L’un des deux dossiers vient d’être réuni à un autre."]) from None
    if raisons := empechements(gardee, absorbee):
        raise FusionImpossible(raisons)
    opposes = conflits(gardee, absorbee)
    if opposes:
        raise FusionImpossible(conflits=opposes)
    return gardee, absorbee


def _trancher(modele, champ, absorbee, gardee):
    """As `trancher`. A notice given about half a file is none about the whole: both leave, another will be given."""
    if modele is PreavisEffacement:
        siennes = modele.objects.filter(beneficiaire__in=[absorbee.pk, gardee.pk])
        return list(siennes.order_by("pk").values_list("pk", flat=True)), []
    return trancher(modele, champ, absorbee, gardee)


def _ecarter(*quoi):
    return _trancher(*quoi)[0]


def annuler(fusion, maintenant, par):
    """Put both files back as they were and return the one that left; what was written since stays in the kept one.

    Raise `AnnulationImpossible` (French) after 24 hours, when it is undone already, when a merge made later is to be
    undone first, when one of the files may not change any more, or when what came since takes the place.
    """
    with contexte(fusion.structure_id, utilisateur_id=par.pk, origine="annulation d’une fusion"):
        fusion = FusionDossiers.objects.select_for_update().get(pk=fusion.pk)
        _verifier(fusion, maintenant)
        (gardee,) = tenir(Beneficiaire, fusion.gardee_id)
        try:
            absorbee = retablir(Beneficiaire, fusion.absorbee_id)
            if absorbee is None:
                raise AnnulationImpossible("Ce dossier ne peut plus être rétabli : la personne a été effacée.")
            _rendre(fusion, gardee, absorbee)
            remettre(fusion.deplaces, gardee.pk, absorbee.pk, DOSSIERS)
        except IntegrityError as erreur:
            raise AnnulationImpossible(
                "Cette fusion ne s’annule plus : ce qui a été écrit depuis dans le dossier prend la place de ce qui "
                "reviendrait."
            ) from erreur
        fusion.annulee_at = maintenant
        fusion.save(update_fields=["annulee_at"])
        return absorbee


def _verifier(fusion, maintenant):
    if fusion.annulee_at or fusion.created_at < maintenant - DELAI:
        raise AnnulationImpossible("Cette fusion ne peut plus être annulée.")
    if FusionDossiers.objects.en_vigueur().filter(gardee=fusion.gardee_id, pk__gt=fusion.pk).exists():
        raise AnnulationImpossible(
            "Un autre dossier a été réuni à celui-ci depuis : annulez d’abord cette fusion-là."
        )
    if raisons := empechements(fusion.gardee):
        raise AnnulationImpossible(" ".join(raisons))


def _rendre(fusion, gardee, absorbee):
    """Give the kept file its former identity back, but for what somebody corrected since."""
    avant = evenements(Beneficiaire, gardee.pk).filter(pgh_id=fusion.evenement_id).first()
    demandes = changements(avant, absorbee, GROUPES, fusion.choix) if avant else {}
    rendus = a_rendre(gardee, demandes)
    Beneficiaire.objects.filter(pk=gardee.pk).update(**rendus, version=F("version") + 1)
