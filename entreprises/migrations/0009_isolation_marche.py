from django.db import migrations

from entreprises.operations import GenreCollaboration
from insertion.isolation.operations import Isoler, Rattacher


class Migration(migrations.Migration):
    dependencies = [("entreprises", "0008_marche")]

    operations = [
        Isoler("Campagne"),
        Isoler("CampagneEvent", ajout_seul=True),
        Isoler("CibleCampagne"),
        Isoler("CibleCampagneEvent", ajout_seul=True),
        Isoler("Evenement"),
        Isoler("EvenementEvent", ajout_seul=True),
        Isoler("Prestation"),
        Isoler("PrestationEvent", ajout_seul=True),
        Rattacher("Echange", "campagne"),
        Rattacher("Echange", "evenement"),
        GenreCollaboration(
            "prestation", "entreprises_prestation", le="x.acceptee_le", ou="x.acceptee_le IS NOT NULL"
        ),
    ]
