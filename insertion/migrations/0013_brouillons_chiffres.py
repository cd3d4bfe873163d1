"""Drafts are kept encrypted (docs/decisions/0012-chiffrement.md)."""

import json

from django.db import migrations

import insertion.models.chiffres
from insertion.chiffrement import chiffrer, dechiffrer, ligne_de


def _ligne(structure_id, pk):
    return ligne_de("insertion_brouillon", "contenu", structure_id, pk)


def chiffrer_les_brouillons(apps, schema_editor):
    with schema_editor.connection.cursor() as curseur:
        curseur.execute("SELECT id, structure_id, champs::text FROM insertion_brouillon WHERE champs <> '{}'")
        for pk, structure_id, champs in curseur.fetchall():
            contenu = chiffrer(json.dumps(json.loads(champs), ensure_ascii=False), _ligne(structure_id, pk))
            curseur.execute("UPDATE insertion_brouillon SET contenu = %s WHERE id = %s", [contenu, pk])


def dechiffrer_les_brouillons(apps, schema_editor):
    with schema_editor.connection.cursor() as curseur:
        curseur.execute("SELECT id, structure_id, contenu FROM insertion_brouillon WHERE contenu <> ''")
        for pk, structure_id, contenu in curseur.fetchall():
            champs = dechiffrer(contenu, _ligne(structure_id, pk))
            curseur.execute("UPDATE insertion_brouillon SET champs = %s::jsonb WHERE id = %s", [champs, pk])


class Migration(migrations.Migration):
    dependencies = [("insertion", "0012_conservation")]

    operations = [
        migrations.AddField("brouillon", "contenu", insertion.models.chiffres.TexteChiffre(blank=True)),
        migrations.RunPython(chiffrer_les_brouillons, dechiffrer_les_brouillons),
        migrations.RemoveField("brouillon", "champs"),
    ]
