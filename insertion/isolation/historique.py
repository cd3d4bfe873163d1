"""Change history by database triggers: `update()`, raw SQL, bulk writes and deletions all leave their event."""

from contextlib import contextmanager

import pghistory
from django.db import connection, router
from django.db.models.deletion import Collector

from ..annulation import AnnulationImpossible


def historise(*exclus):
    """Decorate an isolated model: each insertion, change and deletion is kept, but for the columns `exclus`.

    Who and where from is read by the trigger from the settings that the isolation door made (contexte.py).
    """
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=list(exclus) or None,
        context_field=pghistory.ContextJSONField(),
        context_id_field=None,
    )


def retablir(modele, pk, **criteres):
    """Bring back the row `pk` of an historised `modele` as it was when it was deleted: same key, same dates.

    A column that its history leaves out begins again: a search text is made anew, a date of change is that of now.
    Return it; None when the row is there, was never deleted, or did not meet `criteres` (fields of the row) then.
    """
    efface = modele.events.rel.related_model.objects.filter(pgh_obj_id=pk, pgh_label="delete", **criteres).last()
    if efface is None or modele.objects.filter(pk=pk).exists():
        return None
    suivis = {champ.attname for champ in efface._meta.concrete_fields}
    champs = modele._meta.concrete_fields
    objet = modele(**{champ.attname: getattr(efface, champ.attname) for champ in champs if champ.attname in suivis})
    for champ in champs:
        if champ.attname not in suivis and not champ.generated:
            champ.pre_save(objet, add=True)
    objet.save_base(raw=True, force_insert=True)
    return objet


def evenements(modele, pk):
    """What happened to the row `pk` of an historised `modele`, the latest first."""
    return modele.events.rel.related_model.objects.filter(pgh_obj_id=pk).order_by("-pgh_id")


@contextmanager
def ecritures(*modeles):
    """Yield a list; on leaving, it tells what this request wrote inside, as `Depuis.ecrites`."""
    reperes, depuis = [], Depuis(*modeles)
    yield reperes
    reperes += depuis.ecrites()


class Depuis:
    """A mark in the histories of these historised `modeles`: what this request writes after it can be told.

    Setting it sends a query, whose answer nothing waits for inside `ensemble()`.
    """

    def __init__(self, *modeles):
        self.tables = [(m._meta.label_lower, m.events.rel.related_model._meta.db_table) for m in modeles]
        self.marques = connection.cursor()
        self.marques.execute("SELECT " + ", ".join(_DERNIER for _ in modeles), [table for _, table in self.tables])

    def ecrites(self):
        """[label of the model, key, key of the last event, key of the first] of each row written since the mark.

        The models come in the order that was given, parents first, the rows of a model as they were last written.
        """
        with self.marques:
            marques = self.marques.fetchone()
        ecrites = " UNION ALL ".join(_ECRITES.format(rang=i, table=table) for i, (_, table) in enumerate(self.tables))
        with connection.cursor() as curseur:
            curseur.execute(f"{ecrites} ORDER BY 1, 3", marques)
            return [[self.tables[rang][0], pk, dernier, premier] for rang, pk, dernier, premier in curseur]


#: The last event of a table, whoever wrote it; then those that this transaction, and nobody else, wrote after it.
_DERNIER = "coalesce(pg_sequence_last_value(pg_get_serial_sequence(%s, 'pgh_id')::regclass), 0)"
_ECRITES = """
    SELECT {rang}, pgh_obj_id, max(pgh_id), min(pgh_id) FROM {table}
     WHERE pgh_id > %s AND pgh_created_at = now() AND pgh_context->>'utilisateur' = tremplin.utilisateur()::text
     GROUP BY 2
"""


def revenir(modele, pk, depuis=None):
    """Undo the last thing that happened to the row `pk`: it goes, comes back, or says again what it said.

    With `depuis` (the key of an event), undo all that happened from that one on. Raise `ObjectDoesNotExist` when its
    history is not there to tell, `AnnulationImpossible` when something written hangs on a row that would go.
    """
    suite = evenements(modele, pk)
    dernier = suite.first()
    premier = dernier if depuis is None else suite.filter(pgh_id=depuis).first()
    avant = suite.filter(pgh_id__lt=premier.pgh_id).first() if premier else None
    if premier is None or avant is None and premier.pgh_label != "insert":
        raise modele.DoesNotExist
    if premier.pgh_label == "insert":
        _exiger_que_rien_ne_s_y_rattache(modele, pk)
        modele.objects.filter(pk=pk).delete()
        return
    if dernier.pgh_label == "delete":
        retablir(modele, pk)
    if premier.pgh_label != "delete":
        _redire(modele, pk, avant)


def _exiger_que_rien_ne_s_y_rattache(modele, pk):
    """A row that goes takes with it what hangs on it: never something that somebody wrote."""
    collecteur = Collector(using=router.db_for_write(modele))
    collecteur.collect(modele.objects.filter(pk=pk))
    emportes = [*collecteur.fast_deletes, *(lot for lots in collecteur.field_updates.values() for lot in lots)]
    modeles = {type(ligne) for lignes in collecteur.data.values() for ligne in lignes} - {modele}
    modeles |= {lot.model for lot in emportes if lot.model is not modele and lot.exists()}
    for autre in modeles:
        if hasattr(autre, "events"):
            raise AnnulationImpossible(
                f"Cela ne s’annule plus : autre chose s’y est rattaché depuis ({autre._meta.verbose_name})."
            )


def _redire(modele, pk, avant):
    """Write again in the row what the event `avant` kept of it; its version goes on, for whoever has it open."""
    suivis = {champ.attname for champ in avant._meta.concrete_fields} - {"version"}
    objet = modele.objects.select_for_update(of=("self",)).get(pk=pk)
    for champ in modele._meta.concrete_fields:
        if champ.attname in suivis:
            setattr(objet, champ.attname, getattr(avant, champ.attname))
    if hasattr(objet, "version"):
        objet.version += 1
    objet.save_base()
