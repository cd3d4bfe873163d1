"""Encrypt anew with the first key what others encrypted, a batch at a time: stopped, it goes on where it was."""

import pgtrigger
from django.apps import apps
from django.db import connections, transaction

from . import chiffrement
from .models.chiffres import colonnes_chiffrees, suivi_par

LOT = 500
CHOISIR = """SELECT {cle}, {objet}, structure_id, {colonne} FROM {table}
    WHERE {cle} > %s AND {colonne} <> '' AND NOT starts_with({colonne}, %s) ORDER BY {cle} LIMIT %s FOR UPDATE"""
ECRIRE = "UPDATE {table} SET {colonne} = %s WHERE {cle} = %s"


def colonnes():
    """(model, encrypted field) of every table, history included."""
    return [(m, champ) for m in apps.get_models() if m._meta.managed for champ in colonnes_chiffrees(m)]


def rechiffrer(modele, champ, base="owner"):
    """Encrypt the column anew as the owner of the tables, history left silent; return (done, reasons of failures)."""
    suivi, objet = suivi_par(modele)
    noms = {"table": modele._meta.db_table, "colonne": champ.column, "cle": modele._meta.pk.column, "objet": objet}
    depuis, faits, echecs = 0, 0, []
    while lot := _un_lot(modele, suivi, noms, depuis, base):
        depuis = lot[-1][0]
        echecs += [raison for _, raison in lot if raison]
        faits += sum(not raison for _, raison in lot)
    return faits, echecs


def _un_lot(modele, suivi, noms, depuis, base):
    """Encrypt one batch anew; return [(key, why it could not be, or None)]."""
    active = f"{chiffrement.PREFIXE}:{chiffrement.cle_active()}:"
    with transaction.atomic(using=base), connections[base].cursor() as curseur:
        curseur.execute("SELECT set_config('pgtrigger.ignore', %s, true)", [_declencheurs(modele)])
        curseur.execute(CHOISIR.format(**noms), [depuis, active, LOT])
        return [(ligne[0], _une_ligne(curseur, suivi, noms, *ligne)) for ligne in curseur.fetchall()]


def _une_ligne(curseur, suivi, noms, cle, objet, structure_id, chiffre):
    ligne = chiffrement.ligne_de(suivi._meta.db_table, noms["colonne"], structure_id, objet)
    try:
        nouveau = chiffrement.chiffrer(chiffrement.dechiffrer(chiffre, ligne), ligne)
    except chiffrement.Indechiffrable as raison:
        return str(raison)
    curseur.execute(ECRIRE.format(**noms), [nouveau, cle])
    return None


def _declencheurs(modele):
    """A new key is no event: the triggers of the history stay silent."""
    noms = [trigger.get_pgid(m) for m, trigger in pgtrigger.registered() if m is modele]
    return f"{{{','.join(noms)}}}"
