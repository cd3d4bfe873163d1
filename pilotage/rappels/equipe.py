"""What a colleague asks of another: to contact somebody, to read the note of a file just received."""

from datetime import timedelta

from django.utils import timezone

from ..enums import MotifRappel
from ..models import Passation, Relance
from .dus import RappelDu, aux, en_lettres

#: How long somebody who receives a file is told to read its note.
PASSATION_JOURS = 30


def relances(equipe, le):
    """Whom to contact, to each référent, until somebody met or called them; the word is read in Tremplin only."""
    for relance in Relance.objects.en_attente(le).select_related("beneficiaire").order_by("pk"):
        jour = timezone.localdate(relance.created_at)
        yield from aux(
            equipe.suivent(relance.beneficiaire_id),
            beneficiaire_id=relance.beneficiaire_id,
            motif=MotifRappel.RELANCE,
            objet_id=relance.pk,
            echeance=jour,
            texte=f"Votre responsable vous demande depuis le {en_lettres(jour)} de prendre des nouvelles.",
            url=relance.beneficiaire.get_absolute_url(),
        )


def passations(equipe, le):
    """The files received: each receiver who still follows the person is told to read the note."""
    recentes = Passation.objects.filter(remise_at__date__range=(le - timedelta(days=PASSATION_JOURS), le))
    for passation in recentes.select_related("beneficiaire").order_by("pk"):
        if passation.vers_id in equipe.suivent(passation.beneficiaire_id):
            yield RappelDu(
                utilisateur_id=passation.vers_id,
                beneficiaire_id=passation.beneficiaire_id,
                motif=MotifRappel.PASSATION,
                objet_id=passation.pk,
                echeance=timezone.localdate(passation.remise_at),
                texte="Ce dossier vous est confié : lisez d’abord la note de continuité.",
                url=f"{passation.beneficiaire.get_absolute_url()}#passation-{passation.pk}",
            )
