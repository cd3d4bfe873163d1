"""A report of the demonstration, written and ready to be produced: the year of the ACI, to its last whole month."""

from datetime import timedelta

from insertion.enums import Role, TypeStructure

from ..bilans.modeles import plan
from ..enums import ModeleBilan
from ..models import Bilan, Convention
from .recits import typographier

TEXTES = {
    "presentation": (
        "La Ressourcerie du Canal collecte, répare et revend meubles, vélos et petit électroménager à Roubaix. "
        "L’action s’adresse à des personnes très éloignées de l’emploi, adressées par France Travail, les services "
        "du Département, le PLIE et les foyers du territoire.\n\n"
        "Trois entrées sont possibles :\n\n"
        "- **Premières Heures**, de 1 à 72 heures par mois, pour celles et ceux qui sortent de la rue ;\n"
        "- l’atelier et chantier d’insertion, 26 heures par semaine ;\n"
        "- un accompagnement renforcé après la sortie, pendant un an."
    ),
    "essentiel": (
        "L’année a été marquée par l’ouverture du second atelier vélo et par un partenariat avec trois entreprises "
        "de logistique, qui ont accueilli la moitié des immersions. Le logement et la mobilité restent les deux "
        "premiers freins à l’entrée."
    ),
    "perspectives": (
        "Nous demandons deux postes d’insertion de plus : la liste d’attente dépasse trois mois. Un bilan de santé "
        "sera proposé à l’entrée avec le centre d’examens, et les rendez-vous manqués seront rappelés la veille."
    ),
}


def rediger(structure, equipe, le):
    """Write the report of an ACI over the year of the last whole month, for the agreement that covers it if any."""
    if structure.type != TypeStructure.ACI:
        return
    au = le.replace(day=1) - timedelta(days=1)
    du = au.replace(month=1, day=1)
    blocs = plan(ModeleBilan.IAE)
    for bloc in blocs:
        bloc["texte"] = typographier(TEXTES.get(bloc["code"], ""))
    Bilan.objects.create(
        titre=f"Bilan {du.year} de l’atelier et chantier d’insertion",
        modele=ModeleBilan.IAE,
        convention=_convention(du, au),
        du=du,
        au=au,
        blocs=blocs,
        auteur=next(c.utilisateur for c in equipe if c.role == Role.CHEF_SERVICE),
    )


def _convention(du, au):
    """The agreement that pays for the whole chantier over that period, or None."""
    couvrantes = Convention.objects.filter(debut__lte=du, fin__gte=au, couverts__isnull=True)
    return couvrantes.order_by("pk").first()
