"""« Charger un exemple »: a few invented people to try Tremplin on, in a structure that follows nobody yet.

The two never meet: an example is loaded in an empty structure only, and a trigger of the database refuses anybody
else as long as it is there. Hence no figure has to leave it out. Removing it leaves nothing of those people, nor of
what was tried on them.
"""

from collections import defaultdict
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion.enums import Domaine
from insertion.isolation.contexte import contexte
from insertion.isolation.models import ModeleIsole
from insertion.models import Structure
from parcours.enums import Moment
from parcours.models import Dispositif, Parcours

#: Their name, and where their appointments are: what the example wrote is told from what was tried on it.
NOM = "Exemple"
#: From this hour on, the first appointment is for tomorrow.
SOIR = 17
#: First name, town, what was said, the goal, its domain, the next step, in how many days.
PERSONNES = (
    (
        "Amina",
        "Lille",
        "Amina cherche un emploi en cuisine. Elle garde ses deux enfants le mercredi.",
        "Trouver un mode de garde",
        Domaine.FAMILLE,
        "Appeler la crèche du quartier",
        3,
    ),
    (
        "Bruno",
        "Roubaix",
        "Bruno a passé son code. Il lui manque de quoi payer les heures de conduite.",
        "Passer le permis",
        Domaine.MOBILITE,
        "Demander l’aide au permis",
        -2,
    ),
    (
        "Chloé",
        "Tourcoing",
        "Chloé reprend confiance. Elle veut essayer un métier avant de choisir.",
        "Choisir un métier",
        Domaine.PROJET,
        "Préparer une immersion d’une semaine",
        10,
    ),
)
NIVEAUX = (
    (Domaine.LOGEMENT, 3),
    (Domaine.MOBILITE, 1),
    (Domaine.FAMILLE, 2),
    (Domaine.PROJET, 1),
    (Domaine.CONFIANCE, 2),
)


class ExempleRefuse(Exception):
    """An example is not loaded here; the message is French."""


def charger(utilisateur, maintenant):
    """Write the invented people, entrusted to `utilisateur`; refused where somebody is followed already."""
    structure_id = utilisateur.appartenance.structure_id
    with contexte(structure_id, utilisateur_id=utilisateur.pk, origine="exemple"):
        structure = Structure.objects.select_for_update().get(pk=structure_id)
        if structure.exemple_at is None and Beneficiaire.objects.exists():
            raise ExempleRefuse("Votre structure suit déjà des personnes\u00a0: un exemple s’y mêlerait.")
        if structure.exemple_at is None:
            dispositif = Dispositif.objects.order_by("pk").first() or Dispositif.objects.create(nom=NOM)
            for rang, personne in enumerate(PERSONNES):
                _accompagner(rang, *personne, dispositif=dispositif, utilisateur=utilisateur, maintenant=maintenant)
            structure.exemple_at = maintenant
            structure.save(update_fields=["exemple_at"])


def _accompagner(rang, prenom, ville, dit, objectif, domaine, action, jours, *, dispositif, utilisateur, maintenant):
    le = timezone.localdate(maintenant)
    personne = Beneficiaire.objects.create(prenom=prenom, nom=NOM, commune=ville)
    personne.confier_a(utilisateur, le)
    parcours = Parcours.objects.create(
        beneficiaire=personne, dispositif=dispositif, date_entree=le - timedelta(days=60)
    )
    parcours.entretiens.create(date=maintenant - timedelta(days=7 + rang), duree_minutes=45, compte_rendu=dit)
    but = parcours.objectifs.create(intitule=objectif, domaine=domaine)
    parcours.actions.create(objectif=but, intitule=action, domaine=domaine, echeance=le + timedelta(days=jours))
    parcours.rendez_vous.create(utilisateur=utilisateur, debut=_heure(maintenant, rang), lieu=NOM)
    diagnostic = parcours.diagnostics.create(date=le - timedelta(days=50), moment=Moment.ENTREE)
    for question, niveau in NIVEAUX:
        diagnostic.evaluations.create(domaine=question, niveau=niveau)


def _heure(maintenant, rang):
    """The next hour of today for the first, 10 h of the next days for the others, and in the evening."""
    heure = timezone.localtime(maintenant).replace(minute=0, second=0, microsecond=0)
    if rang == 0 and 7 <= heure.hour < SOIR:
        return heure + timedelta(hours=1)
    return heure.replace(hour=10) + timedelta(days=rang or 1)


def retirer(utilisateur):
    """Take away the invented people and all that was written about them; without an example, nothing."""
    structure_id = utilisateur.appartenance.structure_id
    with contexte(structure_id, utilisateur_id=utilisateur.pk, origine="retrait de l’exemple"), transaction.atomic():
        structure = Structure.objects.select_for_update().get(pk=structure_id)
        if structure.exemple_at is None:
            return
        for modele, pks in _tout_ce_qui_en_depend(Beneficiaire, Beneficiaire.objects.values_list("pk", flat=True)):
            modele.objects.filter(pk__in=pks)._raw_delete("default")  # keys are checked at the end of the transaction
        Dispositif.objects.filter(nom=NOM, parcours=None).delete()
        structure.exemple_at = None
        structure.save(update_fields=["exemple_at"])


def _tout_ce_qui_en_depend(modele, pks):
    """[(model, keys)] of the rows `pks` and of all those that cannot stand without them."""
    trouves, a_suivre = defaultdict(set), [(modele, set(pks))]
    while a_suivre:
        modele, pks = a_suivre.pop()
        nouvelles = pks - trouves[modele]
        trouves[modele] |= nouvelles
        if nouvelles:
            a_suivre += _accrochees(modele, nouvelles)
    return list(trouves.items())


def _accrochees(modele, pks):
    for relation in modele._meta.related_objects:
        autre = relation.related_model
        if issubclass(autre, ModeleIsole) and not autre.__name__.endswith("Event"):
            cle = f"{relation.field.name}__in"
            yield autre, set(autre.objects.filter(**{cle: pks}).values_list("pk", flat=True))
