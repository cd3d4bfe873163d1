from celery import Task

from .contexte import HorsContexte, contexte, contexte_courant

ENTETE = "tremplin"


class TacheIsolee(Task):
    """A task works for the structure of whoever asked for it: the context travels in the message's headers.

    No context when it is queued, or no header when it runs: no run. A task that only fans out declares
    `base=celery.Task` and touches no row of a structure.
    """

    abstract = True

    def apply_async(self, args=None, kwargs=None, **options):
        headers = dict(options.pop("headers", None) or {})
        if ENTETE not in headers:
            ouvert = contexte_courant()
            if ouvert is None:
                raise HorsContexte(f"{self.name} : mise en file hors de tout contexte.")
            headers[ENTETE] = [
                list(ouvert.structures),
                ouvert.utilisateur_id,
                ouvert.role,
            ]
        return super().apply_async(args, kwargs, headers=headers, **options)

    def __call__(self, *args, **kwargs):
        entete = (self.request.headers or {}).get(ENTETE) or getattr(self.request, ENTETE, None)
        if not entete:
            raise HorsContexte(f"{self.name} : message sans structure.")
        structures, utilisateur_id, role = entete
        with contexte(*structures, utilisateur_id=utilisateur_id, role=role, origine=self.name):
            return super().__call__(*args, **kwargs)
