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

    Return it; None when the row is there, was never deleted, or did not meet `criteres` (fields of the row) then.
    """
    efface = modele.events.rel.related_model.objects.filter(pgh_obj_id=pk, pgh_label="delete", **criteres).last()
    if efface is None or modele.objects.filter(pk=pk).exists():
        return None
    suivis = {champ.attname for champ in efface._meta.concrete_fields}
    champs = [champ.attname for champ in modele._meta.concrete_fields if champ.attname in suivis]
    objet = modele(**{nom: getattr(efface, nom) for nom in champs})
    objet.save_base(raw=True, force_insert=True)
    return objet
