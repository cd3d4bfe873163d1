"""Encrypt anew with the first key what others encrypted, a batch at a time: stopped, it goes on where it was."""

import pgtrigger
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.db import connections, transaction

from . import chiffrement
from .models.chiffres import colonnes_chiffrees, suivi_par
from .second_facteur import LIGNE, changer_les_secrets

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


def rechiffrer_les_seconds_facteurs(base="owner"):
    """Encrypt anew the secrets of second factors; return as `rechiffrer`."""
    faits, echecs = 0, []
    for cle in Authenticator.objects.using(base).order_by("pk").values_list("pk", flat=True):
        with transaction.atomic(using=base):
            facteur = Authenticator.objects.using(base).select_for_update().get(pk=cle)
            try:
                facteur.data, avant = changer_les_secrets(facteur.data, _avec_la_premiere_cle), facteur.data
            except chiffrement.Indechiffrable as raison:
                echecs.append(str(raison))
                continue
            if facteur.data != avant:
                facteur.save(update_fields=["data"])
                faits += 1
    return faits, echecs


def _avec_la_premiere_cle(chiffre):
    if chiffre.startswith(chiffrement.debut_actif()):
        return chiffre
    return chiffrement.chiffrer(chiffrement.dechiffrer(chiffre, LIGNE), LIGNE)


def _un_lot(modele, suivi, noms, depuis, base):
    """Encrypt one batch anew; return [(key, why it could not be, or None)]."""
    with transaction.atomic(using=base), connections[base].cursor() as curseur:
        curseur.execute("SELECT set_config('pgtrigger.ignore', %s, true)", [_declencheurs(modele)])
        curseur.execute(CHOISIR.format(**noms), [depuis, chiffrement.debut_actif(), LOT])
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
