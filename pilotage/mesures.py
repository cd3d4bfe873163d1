"""What Prometheus is told of the instance: the probes of the page of health, and the figures that they judge."""

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from insertion.models import Battement, Sauvegarde, Sceau

from . import attentes
from .sante import sonder


class EtatDuService(Collector):
    """At the instant `maintenant`; when the database is away, that is all there is to say."""

    def __init__(self, maintenant):
        self.maintenant = maintenant

    def collect(self):
        sondes = sonder(self.maintenant)
        yield _jauge("tremplin_sonde", "1: well, 0: red.", "nom", {s.nom: int(s.bien) for s in sondes})
        if sondes[0].bien:
            yield from self._attentes()
            ages = {quoi: self._age(quand) for quoi, quand in _dernieres_fois().items() if quand}
            yield _jauge("tremplin_age_secondes", "Since it last happened; absent: never.", "quoi", ages)

    def _attentes(self):
        attendus = attentes.messages(self.maintenant) + attentes.documents(self.maintenant)
        nombres = {attente.genre: attente.combien for attente in attendus}
        yield _jauge("tremplin_en_attente", "What waits, by kind.", "genre", nombres)
        ages = {attente.genre: self._age(attente.depuis) if attente.depuis else 0 for attente in attendus}
        yield _jauge("tremplin_en_attente_age_secondes", "For how long the oldest waits.", "genre", ages)

    def _age(self, quand):
        return (self.maintenant - quand).total_seconds()


def _dernieres_fois():
    battement, sauvegarde = Battement.du_calendrier(), Sauvegarde.derniere_prouvee()
    with attentes.partout():
        sceau = Sceau.objects.order_by("-pk").values_list("at", flat=True).first()
    return {
        "battement": battement and battement.at,
        "sauvegarde_prouvee": sauvegarde and sauvegarde.faite_at,
        "sceau": sceau,
    }


def _jauge(nom, aide, etiquette, valeurs):
    famille = GaugeMetricFamily(nom, aide, labels=[etiquette])
    for cle, valeur in valeurs.items():
        famille.add_metric([cle], valeur)
    return famille
