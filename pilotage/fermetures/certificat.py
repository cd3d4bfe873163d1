"""What is handed over once a structure is erased: the same facts on paper and for a program."""

import json
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.utils import timezone

from insertion.pdf import rendre
from insertion.texte import sans_accents

from ..sauvegardes.sauvegarde import CONSERVATION

#: What each floor is called by those who work there; the tables of none are those of the accounts.
CHAPITRES = {
    "beneficiaires": "Personnes accompagnées",
    "parcours": "Parcours",
    "entreprises": "Entreprises et réseau local",
    "pilotage": "Pilotage",
    "insertion": "Structure, équipe et journaux",
    "": "Ce qui ouvrait les comptes",
}
#: What others call in English, or too briefly.
LIBELLES = {
    "django_session": "sessions ouvertes",
    "mfa_authenticator": "seconds facteurs",
    "usersessions_usersession": "appareils connus",
    "socialaccount_socialaccount": "identités reliées",
    "insertion_soumission": "clés et empreintes d’envoi des formulaires",
}


@dataclass
class Rang:
    """One thing that was erased: its rows, and those of its history."""

    libelle: str
    lignes: int = 0
    historique: int = 0


def ecrire(fermeture, chemin, le):
    """Write the certificate at `chemin` (a PDF), and the same facts beside it as JSON."""
    chapitres = _chapitres(fermeture.lignes)
    contexte = {
        "fermeture": fermeture,
        "edite_at": le,
        "site": settings.SITE_URL,
        "chapitres": [(titre, rangs) for titre in CHAPITRES.values() if (rangs := chapitres.get(titre))],
        "total": sum(fermeture.lignes.values()),
        "sauvegardes_jours": CONSERVATION.days,
        "sauvegardes_fin": timezone.localdate(fermeture.instant) + CONSERVATION,
    }
    titre = f"Certificat d’effacement, {fermeture.nom}"
    chemin.write_bytes(rendre("pdf/certificat_effacement.html", contexte, titre=titre))
    chemin.with_suffix(".json").write_text(json.dumps(_faits(fermeture, le), ensure_ascii=False, indent=2) + "\n")


def _chapitres(lignes):
    """{title: [`Rang`]}, each table beside its history, in the order of their names."""
    modeles = {m._meta.db_table: m for m in apps.get_models(include_auto_created=True)}
    rangs = {}
    for table, nombre in lignes.items():
        modele = modeles.get(table)
        suivi = getattr(modele, "pgh_tracked_model", None)
        nom, titre = _nommer(table, suivi or modele)
        rang = rangs.setdefault((titre, nom), Rang(nom))
        rang.lignes, rang.historique = rang.lignes + nombre * (not suivi), rang.historique + nombre * bool(suivi)
    chapitres = {}
    for (titre, _), rang in sorted(rangs.items(), key=lambda un: sans_accents(un[1].libelle)):
        chapitres.setdefault(titre, []).append(rang)
    return chapitres


def _nommer(table, modele):
    """(what a table holds, the title of its chapter); its own name when no model of today knows it."""
    etiquette = modele._meta.app_label if modele else ""
    return LIBELLES.get(table) or (str(modele._meta.verbose_name_plural) if modele else table), CHAPITRES.get(
        etiquette, CHAPITRES[""]
    )


def _faits(fermeture, le):
    return {
        "certificat": "effacement d’une structure",
        "structure": {"nom": fermeture.nom, "siret": fermeture.siret, "numero": fermeture.structure},
        "efface_le": fermeture.le,
        "efface_par": fermeture.par,
        "archive_sha256": fermeture.archive,
        "lignes_effacees": fermeture.lignes,
        "lignes_effacees_total": sum(fermeture.lignes.values()),
        "comptes_effaces": fermeture.comptes,
        "comptes_gardes": fermeture.comptes_gardes,
        "fichiers_effaces": fermeture.fichiers,
        "verification": {"le": le.isoformat(), "lignes_restantes": 0, "fichiers_restants": 0},
        "installation": settings.SITE_URL,
    }
