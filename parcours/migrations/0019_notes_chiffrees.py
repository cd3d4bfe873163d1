"""Confidential notes are kept encrypted, their history too (docs/decisions/0012-chiffrement.md)."""

from django.db import migrations

import insertion.models.chiffres
from insertion.chiffrement import chiffrer, dechiffrer, ligne_de
from insertion.isolation.operations import EnUneFois

NOTES, HISTOIRE = "parcours_noteconfidentielle", "parcours_noteconfidentielleevent"


def _convertir(schema_editor, fonction):
    """Rewrite each text through `fonction` without leaving an event: the text itself does not change."""
    with schema_editor.connection.cursor() as curseur:
        curseur.execute(f"ALTER TABLE {NOTES} DISABLE TRIGGER USER")
        for table, cle, note in ((NOTES, "id", "id"), (HISTOIRE, "pgh_id", "pgh_obj_id")):
            curseur.execute(f"SELECT {cle}, structure_id, {note}, texte FROM {table} WHERE texte <> ''")
            for pk, structure_id, note_id, texte in curseur.fetchall():
                nouveau = fonction(texte, ligne_de(NOTES, "texte", structure_id, note_id))
                curseur.execute(f"UPDATE {table} SET texte = %s WHERE {cle} = %s", [nouveau, pk])
        curseur.execute(f"ALTER TABLE {NOTES} ENABLE TRIGGER USER")


class Migration(migrations.Migration):
    dependencies = [("parcours", "0018_textes_cherches"), ("insertion", "0013_brouillons_chiffres")]

    operations = [
        EnUneFois(
            [
                migrations.AlterField(modele, "texte", insertion.models.chiffres.TexteChiffre("note"))
                for modele in ("noteconfidentielle", "noteconfidentielleevent")
            ]
        ),
        migrations.RunPython(
            lambda apps, schema_editor: _convertir(schema_editor, chiffrer),
            lambda apps, schema_editor: _convertir(schema_editor, dechiffrer),
        ),
    ]
