from django.db import migrations

from entreprises.operations import GenreCollaboration
from insertion.isolation.operations import SUIVI, Isoler, Rattacher, roles
from parcours.operations import AUTEUR, NOM_AUTEUR, SUR_PARCOURS, GenreFil

PLACEMENTS = roles(*SUIVI, "administratif")
BILANS = roles(*SUIVI)
#: An immersion given up before its first day never took place.
TENUE = "x.interrompue_le IS NULL OR x.interrompue_le >= x.debut"
ENTREPRISE = "JOIN entreprises_entreprise e ON e.id = x.entreprise_id"
DE_LA_MISE_EN_RELATION = """JOIN parcours_miseenrelation m ON m.id = x.mise_en_relation_id
    JOIN parcours_parcours p ON p.id = m.parcours_id JOIN entreprises_entreprise e ON e.id = m.entreprise_id"""


class Migration(migrations.Migration):
    dependencies = [("parcours", "0005_placements")]

    operations = [
        Isoler("Immersion"),
        Isoler("ImmersionEvent", ajout_seul=True),
        Isoler("BilanImmersion", BILANS),
        Isoler("BilanImmersionEvent", BILANS, ajout_seul=True),
        Isoler("MiseEnRelation", PLACEMENTS),
        Isoler("MiseEnRelationEvent", PLACEMENTS, ajout_seul=True),
        Isoler("EtapeMiseEnRelation", PLACEMENTS),
        Isoler("EtapeMiseEnRelationEvent", PLACEMENTS, ajout_seul=True),
        Isoler("Embauche", PLACEMENTS),
        Isoler("EmbaucheEvent", PLACEMENTS, ajout_seul=True),
        Rattacher("Sortie", "entreprise"),
        GenreCollaboration("immersion", "parcours_immersion", le="x.debut", ou=TENUE),
        GenreCollaboration(
            "embauche",
            "parcours_embauche",
            "JOIN parcours_miseenrelation m ON m.id = x.mise_en_relation_id",
            le="x.debut",
            entreprise="m.entreprise_id",
        ),
        GenreFil(
            "placement",
            "parcours_miseenrelation",
            f"{SUR_PARCOURS} {AUTEUR} {ENTREPRISE}",
            quand="x.proposee_le",
            texte="x.poste",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('entreprise', e.raison_sociale, 'accord', x.accord)",
        ),
        GenreFil(
            "etape_mer",
            "parcours_etapemiseenrelation",
            f"{DE_LA_MISE_EN_RELATION} {AUTEUR}",
            quand="x.le",
            texte="x.precision",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('entreprise', e.raison_sociale, 'etape', x.etape, 'motif', x.motif)",
        ),
        GenreFil(
            "embauche",
            "parcours_embauche",
            f"{DE_LA_MISE_EN_RELATION} {AUTEUR}",
            quand="x.debut",
            texte="x.poste",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('entreprise', e.raison_sociale, 'forme', x.forme, 'fin', x.fin)",
        ),
        GenreFil(
            "immersion",
            "parcours_immersion",
            f"{SUR_PARCOURS} {AUTEUR} {ENTREPRISE}",
            quand="x.debut",
            texte="x.poste",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('entreprise', e.raison_sociale, 'fin', x.fin, 'interrompue', x.interrompue_le)",
        ),
        GenreFil(
            "bilan_pmsmp",
            "parcours_bilanimmersion",
            f"""JOIN parcours_immersion i ON i.id = x.immersion_id JOIN parcours_parcours p ON p.id = i.parcours_id
            JOIN entreprises_entreprise e ON e.id = i.entreprise_id {AUTEUR}""",
            quand="x.le",
            texte="x.texte",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('entreprise', e.raison_sociale, 'conclusion', x.conclusion)",
        ),
    ]
