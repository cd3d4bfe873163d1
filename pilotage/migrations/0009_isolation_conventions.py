from django.db import migrations

from insertion.isolation.operations import SUIVI, Isoler, roles

BILANS = roles(*SUIVI, "administratif")


class Migration(migrations.Migration):
    dependencies = [("pilotage", "0008_conventions")]

    operations = [
        Isoler("PieceConvention", BILANS),
        Isoler("PieceConventionEvent", BILANS, ajout_seul=True),
        Isoler("DossierACompleter", BILANS),
        Isoler("DossierACompleterEvent", BILANS, ajout_seul=True),
    ]
