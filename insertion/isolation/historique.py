"""Change history by database triggers: `update()`, raw SQL, bulk writes and deletions all leave their event."""

import pghistory


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


def revenir(modele, pk):
    """Undo the last thing that happened to the row `pk`: it goes, comes back, or says again what it said.

    Raise `ObjectDoesNotExist` when its history is not there to tell.
    """
    dernier, avant = (*evenements(modele, pk)[:2], None, None)[:2]
    if dernier is None or avant is None and dernier.pgh_label == "update":
        raise modele.DoesNotExist
    if dernier.pgh_label == "insert":
        modele.objects.filter(pk=pk).delete()
    elif dernier.pgh_label == "delete":
        retablir(modele, pk)
    else:
        _redire(modele, pk, avant)


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
