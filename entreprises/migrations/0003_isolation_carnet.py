from django.db import migrations

from entreprises.operations import GenreCollaboration
from insertion.isolation.operations import Isoler


class Migration(migrations.Migration):
    dependencies = [("entreprises", "0002_carnet")]

    operations = [
        Isoler("Contact"),
        Isoler("Echange"),
        Isoler("Entreprise"),
        Isoler("EchangeEvent", ajout_seul=True),
        Isoler("ContactEvent", ajout_seul=True),
        Isoler("EntrepriseEvent", ajout_seul=True),
        Isoler("Etablissement"),
        Isoler("EtablissementEvent", ajout_seul=True),
        Isoler("Offre"),
        Isoler("OffreEvent", ajout_seul=True),
        GenreCollaboration("offre", "entreprises_offre", le="x.recue_le", ou="x.motif_cloture <> 'erreur'"),
    ]
