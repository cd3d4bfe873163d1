from django.db import migrations

from insertion.isolation.operations import SUIVI, Isoler, roles

#: Reports and agreements: those who follow people, and those who write the reports.
BILANS = roles(*SUIVI, "administratif")


class Migration(migrations.Migration):
    dependencies = [("pilotage", "0005_bilans")]

    operations = [
        Isoler("Financeur", BILANS),
        Isoler("FinanceurEvent", BILANS, ajout_seul=True),
        Isoler("Convention", BILANS),
        Isoler("ConventionEvent", BILANS, ajout_seul=True),
        Isoler("DispositifCouvert", BILANS),
        Isoler("DispositifCouvertEvent", BILANS, ajout_seul=True),
        Isoler("Cible", BILANS),
        Isoler("CibleEvent", BILANS, ajout_seul=True),
        Isoler("Bilan", BILANS),
        Isoler("BilanEvent", BILANS, ajout_seul=True),
        Isoler("BilanProduit", BILANS),
    ]
