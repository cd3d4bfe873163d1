"""Row-level security of every table of this floor, and of its history (docs/decisions/0002-isolation.md)."""

from django.db import migrations

from entreprises.operations import GenreCollaboration
from insertion.isolation.operations import Isoler


class Migration(migrations.Migration):
    replaces = [
        ("entreprises", "0002_carnet"),
        ("entreprises", "0003_isolation_carnet"),
        ("entreprises", "0004_reseau"),
        ("entreprises", "0005_isolation_reseau"),
        ("entreprises", "0006_fusions_et_imports"),
        ("entreprises", "0007_isolation_fusions_et_imports"),
        ("entreprises", "0008_marche"),
        ("entreprises", "0009_isolation_marche"),
        ("entreprises", "0010_regles_des_echanges"),
        ("entreprises", "0011_paires_distinctes"),
        ("entreprises", "0012_isolation_paires_distinctes"),
    ]

    dependencies = [("entreprises", "0001_initial")]

    operations = [
        Isoler("Partenaire"),
        Isoler("PartenaireEvent", ajout_seul=True),
        Isoler("Contact"),
        Isoler("ContactEvent", ajout_seul=True),
        Isoler("Echange"),
        Isoler("EchangeEvent", ajout_seul=True),
        Isoler("Entreprise"),
        Isoler("EntrepriseEvent", ajout_seul=True),
        Isoler("Etablissement"),
        Isoler("EtablissementEvent", ajout_seul=True),
        Isoler("Offre"),
        Isoler("OffreEvent", ajout_seul=True),
        Isoler("DispositifLocal"),
        Isoler("DispositifLocalEvent", ajout_seul=True),
        Isoler("Formation"),
        Isoler("FormationEvent", ajout_seul=True),
        Isoler("PartenaireDuProjet"),
        Isoler("PartenaireDuProjetEvent", ajout_seul=True),
        Isoler("ProjetPartenarial"),
        Isoler("ProjetPartenarialEvent", ajout_seul=True),
        Isoler("SessionFormation"),
        Isoler("SessionFormationEvent", ajout_seul=True),
        Isoler("Campagne"),
        Isoler("CampagneEvent", ajout_seul=True),
        Isoler("CibleCampagne"),
        Isoler("CibleCampagneEvent", ajout_seul=True),
        Isoler("Evenement"),
        Isoler("EvenementEvent", ajout_seul=True),
        Isoler("Prestation"),
        Isoler("PrestationEvent", ajout_seul=True),
        Isoler("PaireDistincte"),
        Isoler("PaireDistincteEvent", ajout_seul=True),
        Isoler("Import"),
        Isoler("LigneImport"),
        Isoler("CorrespondanceMemorisee"),
        Isoler("FusionEntreprise"),
        GenreCollaboration("offre", "entreprises_offre", le="x.recue_le", ou="x.motif_cloture <> 'erreur'"),
        GenreCollaboration(
            "prestation", "entreprises_prestation", le="x.acceptee_le", ou="x.acceptee_le IS NOT NULL"
        ),
    ]
