"""The read journal: a page about somebody says so, in the transaction that read them; too many stop (429)."""

from datetime import timedelta

from allauth.core.internal.httpkit import get_client_ip
from django.db import connection
from django.db.models import Q
from django.utils import timezone

from .isolation.contexte import contexte_exige
from .models import Lecture

#: One row of `Lecture`: every page about somebody writes one, and the ORM would say it more slowly than it is done.
#: It answers how many other people the user has just read, in ten minutes and in an hour.
ECRIRE = """
    INSERT INTO insertion_lecture (structure_id, utilisateur_id, beneficiaire_id, quoi, chemin, adresse_ip, at)
    VALUES (%(structure)s, %(utilisateur)s, %(personne)s, %(quoi)s, %(chemin)s, %(adresse_ip)s, %(at)s)
    RETURNING (SELECT ARRAY[
            count(DISTINCT l.beneficiaire_id) FILTER (WHERE l.at > %(dix_minutes)s), count(DISTINCT l.beneficiaire_id)
        ] FROM insertion_lecture l
        WHERE l.structure_id = %(structure)s AND l.utilisateur_id = %(utilisateur)s AND l.at > %(une_heure)s
        AND l.beneficiaire_id <> %(personne)s AND l.quoi NOT LIKE %(exports)s)
"""
#: One row for each person whose data left in a list: asked for at once, they do not count among files opened.
EXPORTES = """
    INSERT INTO insertion_lecture (structure_id, utilisateur_id, beneficiaire_id, quoi, chemin, adresse_ip, at)
    SELECT %s, %s, personne, %s, %s, NULL, %s FROM unnest(%s::bigint[]) personne
"""
EXPORT = "export :"
DIX_MINUTES, UNE_HEURE = timedelta(minutes=10), timedelta(hours=1)
#: A colleague opens a few dozen files in a busy day; a copy of all of them is made in minutes, or patiently.
DOSSIERS, DOSSIERS_EN_UNE_HEURE = 100, 250
SORTIES = 100
#: What takes data out of the application begins so.
DITES_SORTIES = ("téléchargement", "document demandé", "export demandé", "lot demandé")


class TropDeLectures(Exception):
    """Somebody reads or takes away more than a day's work asks: the page is refused, the direction is told."""


def consigner(request, quoi, beneficiaire_id=None):
    """Record that the user of `request` read `quoi` (French, short) of a person's file.

    If the journal cannot be written the page fails: nothing is shown without a trace.
    """
    Consignation(request, quoi, beneficiaire_id).verifier()


class Consignation:
    """A line of the journal on its way to the database: to be verified before anything is shown.

    Inside `ensemble()` nothing waits for it meanwhile.
    """

    def __init__(self, request, quoi, beneficiaire_id=None):
        self.request, self.quoi, self.le = request, quoi, timezone.now()
        valeurs = {
            "structure": contexte_exige().structures[0],
            "utilisateur": request.user.pk,
            "personne": beneficiaire_id,
            "quoi": quoi,
            "chemin": request.path[:200],
            "adresse_ip": get_client_ip(request),
            "at": self.le,
            "dix_minutes": self.le - DIX_MINUTES,
            "une_heure": self.le - UNE_HEURE,
            "exports": f"{EXPORT}%",
        }
        self.curseur = connection.cursor()
        self.curseur.execute(ECRIRE, valeurs)

    def verifier(self):
        """Raise `TropDeLectures` when more was read, or taken away, than a day's work asks."""
        with self.curseur:
            en_dix_minutes, en_une_heure = self.curseur.fetchone()[0]
        if en_dix_minutes >= DOSSIERS:
            raise TropDeLectures(f"plus de {DOSSIERS} dossiers ouverts en dix minutes")
        if en_une_heure >= DOSSIERS_EN_UNE_HEURE:
            raise TropDeLectures(f"plus de {DOSSIERS_EN_UNE_HEURE} dossiers ouverts en une heure")
        if self.quoi.startswith(DITES_SORTIES) and _sorties(self.request.user, self.le) > SORTIES:
            raise TropDeLectures(f"plus de {SORTIES} documents ou exports en une heure")


def consigner_export(utilisateur_id, titre, chemin, personnes):
    """Record, in the journal of each of the `personnes` (ids), that their data left in the export called `titre`.

    `chemin` is the address of the export. In the transaction that reads the rows, as everything read.
    """
    quoi = f"{EXPORT} {titre.lower()}"[:60]
    valeurs = (contexte_exige().structures[0], utilisateur_id, quoi, chemin, timezone.now(), sorted(personnes))
    with connection.cursor() as curseur:
        curseur.execute(EXPORTES, valeurs)


def _sorties(utilisateur, le):
    dites = Q(*[("quoi__startswith", dite) for dite in DITES_SORTIES], _connector=Q.OR)
    return Lecture.objects.filter(dites, utilisateur_id=utilisateur.pk, at__gt=le - UNE_HEURE).count()
