"""What Prometheus is told of the pages: how many were asked for, how they ended, how long they took.

The labels are names of routes: no address, no structure, no person. Each web process writes its own files in
`MESURES`, and whichever is asked adds them up.
"""

import os
import time

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed

from .verbes import VERBES

if settings.JETON_METRIQUES:  # read from the environment by the library, as it is imported
    settings.MESURES.mkdir(parents=True, exist_ok=True)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(settings.MESURES)

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

#: Seconds: a page is comfortable under 0.3, and one past 10 is lost.
SEUILS = (0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10)
REQUETES = Counter("tremplin_requetes", "Requests answered.", ["route", "methode", "status"])
DUREES = Histogram("tremplin_duree_secondes", "Time to answer.", ["route"], buckets=SEUILS)


class MesuresMiddleware:
    """Just inside the reference: what the others take is counted."""

    def __init__(self, get_response):
        if not settings.JETON_METRIQUES:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        debut = time.perf_counter()
        response = self.get_response(request)
        trouvee = request.resolver_match
        route = trouvee.view_name if trouvee else "aucune"
        methode = request.method if request.method in VERBES else "autre"  # a visitor may write any word there
        REQUETES.labels(route, methode, response.status_code).inc()
        DUREES.labels(route).observe(time.perf_counter() - debut)
        return response


def exposer(*collecteurs):
    """Return, as Prometheus reads it, what all the web processes measured, then what `collecteurs` find."""
    registre = CollectorRegistry()
    for collecteur in collecteurs:
        registre.register(collecteur)
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest(REGISTRY) + generate_latest(registre)
    MultiProcessCollector(registre)
    return generate_latest(registre)
