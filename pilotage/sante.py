"""Whether the instance is well: one probe for each part, in a word for machines, in a sentence for whoever runs it.

A probe that cannot ask says so and is red: silence is never health (surete.md P2-33).
"""

from dataclasses import dataclass
from datetime import timedelta

import redis
from django.conf import settings
from django.core.files.storage import default_storage
from django.utils.timesince import timesince

from beneficiaires.enums import Canal
from insertion import antivirus
from insertion.changement_de_cle import colonnes
from insertion.chiffrement import Indechiffrable
from insertion.models import Battement, Sauvegarde, Structure

from . import attentes
from .envois import pannes

#: Beat rings each minute: three are missing before it is said.
SILENCE = timedelta(minutes=3)
#: A backup that no restoration proved for this long is worth nothing (surete.md P0-20).
PREUVE = timedelta(days=7)

NOMS_DES_PASSERELLES = {Canal.COURRIEL: "Les courriels", Canal.SMS: "Les SMS"}
#: What a red part means for those who work, and what waits.
SUITES = {
    "file": "Les pages fonctionnent ; documents et messages attendent, rien n’est perdu.",
    "taches": "Documents, messages et rappels attendent, rien n’est perdu.",
    "sceau": "Rien n’en est perdu, mais une retouche ne se verrait pas.",
    "disque": "Bientôt, les fichiers déposés seront refusés : faites de la place.",
    "antivirus": "Les documents déposés attendent en quarantaine.",
    "cles": "Les autres textes se lisent ; rien ne s’écrit par-dessus ceux-là.",
}


@dataclass(frozen=True)
class Sonde:
    """What one probe found: `nom` for the machines, `quoi` and `dit` in French, `bien` or not."""

    nom: str
    quoi: str
    bien: bool
    dit: str


def sonder(maintenant):
    """Return every `Sonde` at the instant `maintenant`; the database is asked first, the others need it."""
    sondes = [_essayer("base", "Base de données", _base, maintenant)]
    return sondes + [_essayer(nom, quoi, sonde, maintenant) for nom, quoi, sonde in SONDES]


def _essayer(nom, quoi, sonde, maintenant):
    try:
        bien, dit = sonde(maintenant)
    except Exception as erreur:  # noqa: BLE001 -- whatever keeps a probe from asking is what it reports
        bien, dit = False, f"Ne répond pas ({type(erreur).__name__})."
    return Sonde(nom, quoi, bien, dit if bien or nom not in SUITES else f"{dit} {SUITES[nom]}")


def _base(maintenant):
    Structure.objects.exists()
    return True, "Répond."


def _file(maintenant):
    with redis.from_url(settings.REDIS_URL, socket_timeout=2, socket_connect_timeout=2) as client:
        client.ping()
    return True, "Répond."


def _taches(maintenant):
    battement = Battement.du_calendrier()
    if battement is None:
        return False, "N’ont jamais tourné."
    depuis = timesince(battement.at, maintenant)
    return maintenant - battement.at <= SILENCE, f"Ont tourné il y a {depuis}."


def _messages(maintenant):
    en_retard = _en_retard(attentes.messages(maintenant))
    muets = [NOMS_DES_PASSERELLES[canal] for canal in Canal if canal in pannes.en_repit()]
    if muets:
        return False, f"{' et '.join(muets)} ne partent plus : leur serveur ne répond pas. {_retard(en_retard)}"
    return not en_retard, _retard(en_retard)


def _documents(maintenant):
    en_retard = _en_retard(attentes.documents(maintenant))
    return not en_retard, _retard(en_retard)


def _en_retard(attendus):
    return sum(attente.en_retard for attente in attendus)


def _retard(combien):
    return f"{combien} en retard de plus de 15 minutes." if combien else "Aucun retard."


def _sceau(maintenant):
    depuis = attentes.lecture_a_sceller()
    if depuis is None or maintenant - depuis <= attentes.RETARD:
        return True, "Scellé."
    return False, f"Des lectures attendent leur sceau depuis {timesince(depuis, maintenant)}."


def _disque(maintenant):
    return default_storage.sonder()


def _sauvegardes(maintenant):
    prouvee = Sauvegarde.derniere_prouvee()
    if prouvee is None:
        return False, "Aucune n’a encore été prouvée par une restauration d’essai."
    dit = f"Dernière sauvegarde prouvée : il y a {timesince(prouvee.faite_at, maintenant)}."
    return maintenant - prouvee.faite_at <= PREUVE, dit


def _antivirus(maintenant):
    if not settings.CLAMD:
        return True, "Aucun : les documents déposés sont marqués « non analysé »."
    age = antivirus.age_des_signatures(maintenant)
    return age <= PREUVE, f"Répond ; ses signatures ont {age.days} jours."


def _cles(maintenant):
    """Whether the keys of the settings open the last encrypted text of each kind."""
    with attentes.partout():
        for modele, champ in colonnes():
            ecrits = modele.objects.exclude(**{champ.name: ""}).order_by("-pk")
            for ligne in ecrits[:1]:
                try:
                    getattr(ligne, champ.name)
                except Indechiffrable as raison:
                    return False, f"{raison}"
    return True, "Ouvrent ce qui est chiffré."


SONDES = (
    ("file", "File des tâches", _file),
    ("taches", "Calendrier et tâches", _taches),
    ("messages", "Messages à envoyer", _messages),
    ("documents", "Documents et exports demandés", _documents),
    ("sceau", "Journal des lectures", _sceau),
    ("cles", "Clés de chiffrement", _cles),
    ("disque", "Place pour les documents", _disque),
    ("sauvegardes", "Sauvegardes", _sauvegardes),
    ("antivirus", "Antivirus", _antivirus),
)
