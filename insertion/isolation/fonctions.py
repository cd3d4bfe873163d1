"""Functions and triggers of the database written from the code after each `migrate`, called by the application."""

from django.db import connection


def ecrire(connexion, *ordres):
    """Run these orders as the owner of the schema, whose `connexion` it is."""
    with connexion.cursor() as curseur:
        for ordre in ordres:
            curseur.execute(ordre)


def tables_armees(connexion, trigger):
    """The tables that have the trigger of this name already."""
    with connexion.cursor() as curseur:
        curseur.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = %s", [trigger])
        return {table for (table,) in curseur.fetchall()}


def effacer_personne(structure_id, pk):
    """Call `tremplin.effacer_personne` (pilotage/vie_privee/fonction.py); return the paths of the files to remove."""
    with connection.cursor() as curseur:
        curseur.execute("SELECT tremplin.effacer_personne(%s, %s)", [structure_id, pk])
        return set(curseur.fetchone()[0])


def motif_a_effacer(structure_id, pk):
    """Call `tremplin.motif_a_effacer`; return the regular expression that finds how somebody is named."""
    with connection.cursor() as curseur:
        curseur.execute("SELECT tremplin.motif_a_effacer(%s, %s)", [structure_id, pk])
        return curseur.fetchone()[0]
