"""Row-level security of every table of this floor, and of its history (docs/decisions/0002-isolation.md)."""

from django.db import migrations

from insertion.isolation.operations import SUIVI, Isoler, roles
from parcours.operations import NOM_AUTEUR, GenreFil

SIEN = f"utilisateur_id = (SELECT tremplin.utilisateur()) OR {roles('systeme')}"
#: Reports and agreements: those who follow people, and those who write the reports.
BILANS = roles(*SUIVI, "administratif")
#: The journal of exports: those who may export, and whoever asked.
EXPORTS = f"demande_par_id = (SELECT tremplin.utilisateur()) OR {roles('chef_service', 'direction', 'administratif', 'systeme')}"
#: Who moves files from one to another, looks at the whole team's, and answers the people.
CADRES = roles("chef_service", "direction", "systeme")


class Migration(migrations.Migration):
    replaces = [
        ("pilotage", "0003_index_rappels_non_lus"),
        ("pilotage", "0004_rappels_de_sortie"),
        ("pilotage", "0005_bilans"),
        ("pilotage", "0006_isolation_bilans"),
        ("pilotage", "0007_rappels_d_entreprise"),
        ("pilotage", "0008_conventions"),
        ("pilotage", "0009_isolation_conventions"),
        ("pilotage", "0010_pauses_et_reports"),
        ("pilotage", "0011_isolation_pauses"),
        ("pilotage", "0012_exports"),
        ("pilotage", "0013_agenda"),
        ("pilotage", "0014_rappels_de_convention"),
        ("pilotage", "0015_envois"),
        ("pilotage", "0016_reattributions"),
        ("pilotage", "0017_isolation_reattributions"),
        ("pilotage", "0018_analyse_antivirus"),
        ("pilotage", "0019_envois_demandes"),
        ("pilotage", "0020_cohorte_des_bilans"),
        ("pilotage", "0021_departs_relances_et_vues"),
        ("pilotage", "0022_extraits_de_dossiers"),
    ]

    dependencies = [("pilotage", "0001_initial")]

    operations = [
        Isoler("Rappel", SIEN),
        Isoler("CourrielRappels", SIEN),
        Isoler("AbonnementAgenda", SIEN),
        Isoler("AbonnementAgendaEvent", SIEN, ajout_seul=True),
        Isoler("Financeur", BILANS),
        Isoler("FinanceurEvent", BILANS, ajout_seul=True),
        Isoler("Convention", BILANS),
        Isoler("ConventionEvent", BILANS, ajout_seul=True),
        Isoler("DispositifCouvert", BILANS),
        Isoler("DispositifCouvertEvent", BILANS, ajout_seul=True),
        Isoler("Cible", BILANS),
        Isoler("CibleEvent", BILANS, ajout_seul=True),
        Isoler("PieceConvention", BILANS),
        Isoler("PieceConventionEvent", BILANS, ajout_seul=True),
        Isoler("DossierACompleter", BILANS),
        Isoler("DossierACompleterEvent", BILANS, ajout_seul=True),
        Isoler("Bilan", BILANS),
        Isoler("BilanEvent", BILANS, ajout_seul=True),
        Isoler("BilanProduit", BILANS),
        Isoler("Export", EXPORTS),
        Isoler("Sourdine", roles(*SUIVI)),
        Isoler("SourdineEvent", roles(*SUIVI), ajout_seul=True),
        Isoler("Envoi", roles(*SUIVI)),
        Isoler("EnvoiEvent", roles(*SUIVI), ajout_seul=True),
        Isoler("Depart", roles(*SUIVI)),
        Isoler("DepartEvent", roles(*SUIVI), ajout_seul=True),
        Isoler("Passation", roles(*SUIVI)),
        Isoler("PassationEvent", roles(*SUIVI), ajout_seul=True),
        Isoler("Relance", roles(*SUIVI)),
        Isoler("RelanceEvent", roles(*SUIVI), ajout_seul=True),
        Isoler("Reattribution", CADRES),
        Isoler("VueEnregistree", CADRES),
        Isoler("ExtraitDossier", CADRES),
        GenreFil(
            "passation",
            "pilotage_passation",
            "JOIN pilotage_depart d ON d.id = x.depart_id JOIN insertion_utilisateur de ON de.id = d.utilisateur_id "
            "JOIN insertion_utilisateur vers ON vers.id = x.vers_id "
            "LEFT JOIN insertion_utilisateur u ON u.id = x.auteur_id",
            quand="x.remise_at",
            texte="x.note",
            personne="x.beneficiaire_id",
            auteur=NOM_AUTEUR,
            details="""jsonb_build_object('de', de.prenom || ' ' || de.nom, 'vers', vers.prenom || ' ' || vers.nom,
            'relue', x.auteur_id IS NOT NULL)""",
            ou="x.remise_at IS NOT NULL",
        ),
    ]
