from django.db import migrations

from parcours.operations import NOM_AUTEUR, GenreFil


class Migration(migrations.Migration):
    dependencies = [("parcours", "0019_notes_chiffrees"), ("beneficiaires", "0011_droits_des_personnes")]

    operations = [
        GenreFil(
            "desaccord",
            "beneficiaires_desaccord",
            "LEFT JOIN insertion_utilisateur u ON u.id = x.auteur_id",
            personne="x.beneficiaire_id",
            quand="x.le",
            texte="x.texte",
            auteur=NOM_AUTEUR,
            details="jsonb_build_object('sur', x.appreciation)",
        ),
    ]
