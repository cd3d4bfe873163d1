"""Files that no row names: a cut between the disk and the database leaves some, and nobody may erase them but us.

The row of a long work names its file before it is written; a file that somebody brings is written before its row.
That of a row which was deleted stays for as long as the deletion can be undone.
"""

from datetime import timedelta

from django.apps import apps
from django.core.files.storage import default_storage
from django.db.models import FileField
from django.utils import timezone

from .annulation import DELAI
from .isolation.contexte import contexte
from .models import Structure

#: Longer than any request: past it, whoever was writing the row of a file is gone.
AGE = timedelta(hours=1)


def balayer(age=AGE):
    """Erase the files older than `age` that no row names; return how many there were."""
    limite = timezone.now() - age
    anciens = [nom for nom, change_at in default_storage.tous() if change_at < limite]
    if not anciens:
        return 0
    nommes = _nommes()  # read after the disk: a row that comes meanwhile saves its file
    orphelins = [nom for nom in anciens if nom not in nommes]
    for nom in orphelins:
        default_storage.delete(nom)
    return len(orphelins)


def _nommes():
    """Every name that a row holds, in all structures, or held when it was deleted less than a day ago."""
    depuis = timezone.now() - DELAI
    with contexte(*Structure.objects.values_list("pk", flat=True), origine="balayage des fichiers"):
        return {
            nom
            for modele in apps.get_models()
            for champ in modele._meta.concrete_fields
            if isinstance(champ, FileField)
            for nom in _lignes(modele, depuis).exclude(**{champ.name: ""}).values_list(champ.name, flat=True)
        }


def _lignes(modele, depuis):
    """The rows of a model; of a history, those that tell a deletion since `depuis`."""
    supprimees = {"pgh_label": "delete", "pgh_created_at__gte": depuis}
    return modele.objects.filter(**(supprimees if hasattr(modele, "pgh_tracked_model") else {}))
