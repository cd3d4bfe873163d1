"""Fills one database, then prints as JSON what to measure in it.

python -m bench.donnees STRUCTURES PERSONNES ENTRETIENS PERSONNES_GRANDE OFFRES CHARGES PERSONNES_CHACUN TABLEUR
    FIRMES

PERSONNES_GRANDE and OFFRES make one structure more, large: each offer of it is matched with its people. The next two
make another, of a large team; TABLEUR a last one, of so many people, who leave as a spreadsheet (0: none). Each of
the STRUCTURES knows so many FIRMES.
"""

import json
import sys
from datetime import datetime, time, timedelta

import django
from django.utils import timezone

#: People whose thread is long, people about whom notes are written, and how long a thread is.
A_LIRE, A_ECRIRE, EVENEMENTS = 5, 20, 300
A_RAPPROCHER = 20
#: How many colleagues work at once.
ENSEMBLE = 32
#: Searched for as they are: a name with a ligature, mistyped or not, and the beginning of every number, which find
#: somebody in each structure; then a birth, a year, a step.
TROUVEES = ("lœuillet", "loeuilet", "06 39 98")
RECHERCHES = (*TROUVEES, "12/03/1985", "1985", "appeler")


def main():
    django.setup()
    from insertion.isolation.contexte import contexte  # noqa: PLC0415 -- after setup
    from insertion.models import Structure, Utilisateur  # noqa: PLC0415 -- after setup
    from pilotage.demonstration.volume import amplifier, courriel_volume  # noqa: PLC0415 -- after setup

    nombre, personnes, entretiens, nombreux, offres, charges, chacun, exportes, firmes = map(int, sys.argv[1:10])
    le = timezone.localdate()
    amplifier(nombre, personnes, entretiens, le, lambda phrase: print(phrase, file=sys.stderr), firmes)
    milieu = (nombre + 1) // 2
    utilisateur = Utilisateur.objects.get(email=courriel_volume(milieu, 1))
    structure = Structure.objects.get(appartenances__utilisateur=utilisateur)
    with contexte(structure.pk, origine="bench"):
        plan = _plan(structure, utilisateur)
    plan |= {"session": _session(utilisateur), "seul": [structure.pk, utilisateur.pk]}
    plan |= _grande(nombre + 1, nombreux, offres)
    plan |= _equipe(nombre + 2, charges, chacun)
    if exportes:
        plan |= _exportes(nombre + 3, exportes)
    print(json.dumps(plan))


def _session(utilisateur):
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: PLC0415 -- after setup
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415 -- after setup

    from insertion import sessions  # noqa: PLC0415 -- after setup

    session = SessionStore()
    session[SESSION_KEY] = str(utilisateur.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = utilisateur.get_session_auth_hash()
    session[sessions.OUVERTE] = session[sessions.ACTIVE] = sessions.maintenant()
    session.save(must_create=True)
    return session.session_key


def _grande(rang, personnes, offres):
    """A large structure: the session of a colleague there, and the offers that somebody looks for people for."""
    from entreprises.models import Offre  # noqa: PLC0415 -- after setup
    from insertion.isolation.contexte import contexte  # noqa: PLC0415 -- after setup
    from insertion.models import Utilisateur  # noqa: PLC0415 -- after setup
    from pilotage.demonstration.volume import agrandir, courriel_volume  # noqa: PLC0415 -- after setup
    from pilotage.demonstration.volume_offres import offrir  # noqa: PLC0415 -- after setup

    le = timezone.localdate()
    structure = agrandir(rang, personnes, le)
    offrir(structure, offres, le)
    with contexte(structure.pk, origine="bench"):
        a_lire = list(Offre.objects.order_by("pk").values_list("pk", flat=True)[:A_RAPPROCHER])
    membre = Utilisateur.objects.get(email=courriel_volume(rang, 1))
    return {"offres": a_lire, "session_grande": _session(membre), "lot": [structure.pk, membre.pk]}


def _equipe(rang, charges, chacun):
    """A large team: the session of its chef de service, and one of those who follow people."""
    from insertion.models import Utilisateur  # noqa: PLC0415 -- after setup
    from pilotage.demonstration.volume import agrandir, courriel_volume  # noqa: PLC0415 -- after setup

    structure = agrandir(rang, charges * chacun, timezone.localdate(), charges)
    membres = [Utilisateur.objects.get(email=courriel_volume(rang, n)) for n in (charges + 1, 1)]
    return {
        "session_chef": _session(membres[0]),
        "collegue": membres[1].pk,
        "au_travail": _au_travail(structure, rang, charges),
    }


def _au_travail(structure, rang, charges):
    """Whoever works at once, each with a session, people of their own and words to search for."""
    from insertion.isolation.contexte import contexte  # noqa: PLC0415 -- after setup
    from insertion.models import Utilisateur  # noqa: PLC0415 -- after setup
    from parcours.models import Parcours  # noqa: PLC0415 -- after setup
    from pilotage.demonstration.volume import courriel_volume  # noqa: PLC0415 -- after setup

    collegues = [Utilisateur.objects.get(email=courriel_volume(rang, n)) for n in range(1, charges + 1)]
    plans = []
    with contexte(structure.pk, origine="bench"):
        for n in range(ENSEMBLE):
            collegue = collegues[n % charges]
            suivis = Parcours.objects.suivis_par(collegue.pk).filter(date_sortie=None).order_by("pk")
            siennes = list(suivis.values_list("beneficiaire", flat=True)[:A_ECRIRE])
            plans.append(
                {"session": _session(collegue), "personnes": siennes, "notes": siennes, "recherches": RECHERCHES}
            )
    return plans


def _exportes(rang, personnes):
    """A structure whose people leave as a spreadsheet, and who asks for it."""
    from insertion.models import Utilisateur  # noqa: PLC0415 -- after setup
    from pilotage.demonstration.volume import agrandir, courriel_volume  # noqa: PLC0415 -- after setup

    structure = agrandir(rang, personnes, timezone.localdate())
    return {"tableur": [structure.pk, Utilisateur.objects.get(email=courriel_volume(rang, 1)).pk]}


def _plan(structure, utilisateur):
    """Ids to read and to write about, words to search for."""
    from beneficiaires.models import Beneficiaire  # noqa: PLC0415 -- after setup
    from parcours.models import Entretien, Parcours  # noqa: PLC0415 -- after setup

    ouverts = list(Parcours.objects.filter(date_sortie__isnull=True).order_by("pk")[: A_LIRE + A_ECRIRE])
    lus = ouverts[:A_LIRE]
    Entretien.objects.bulk_create([e for parcours in lus for e in _entretiens(structure, utilisateur, parcours)])
    noms = Beneficiaire.objects.order_by("pk").values_list("prenom", "nom")[:6]
    dernier = Entretien.objects.filter(parcours__in=lus).order_by("-pk").values_list("pk", flat=True)
    return {
        "personnes": [parcours.beneficiaire_id for parcours in lus],
        "notes": [parcours.beneficiaire_id for parcours in ouverts[A_LIRE:] or lus],
        "recherches": [*(_mal_taper(f"{prenom} {nom}") for prenom, nom in noms), *RECHERCHES],
        "trouvees": TROUVEES,
        "pdf": list(dernier[:5]),
        "bilan": _bilan(structure, utilisateur).pk,
        "siennes": list(Beneficiaire.objects.values_list("pk", flat=True)),
    }


def _bilan(structure, utilisateur):
    """The report of the year of a structure that employs, with the blocks of its template."""
    from pilotage.bilans.modeles import plan  # noqa: PLC0415 -- after setup
    from pilotage.enums import ModeleBilan  # noqa: PLC0415 -- after setup
    from pilotage.models import Bilan  # noqa: PLC0415 -- after setup

    le, modele = timezone.localdate(), ModeleBilan.IAE
    return Bilan.objects.create(
        structure=structure,
        auteur=utilisateur,
        titre="Bilan de l’année",
        modele=modele,
        du=le.replace(month=1, day=1),
        au=le,
        blocs=plan(modele),
    )


def _entretiens(structure, utilisateur, parcours):
    from parcours.models import Entretien  # noqa: PLC0415 -- after setup

    midi = timezone.make_aware(datetime.combine(parcours.date_entree, time(14)))
    return [
        Entretien(
            structure=structure,
            parcours=parcours,
            auteur=utilisateur,
            date=midi + timedelta(hours=rang),
            duree_minutes=30,
            themes=["logement"],
            compte_rendu=f"Entretien {rang} : le dossier de logement avance, pièces à compléter avant la commission.",
            convenu="Apporter les deux dernières quittances.",
        )
        for rang in range(EVENEMENTS)
    ]


def _mal_taper(nom):
    """Without accents, in lower case, one letter missing: what people type."""
    return (nom[:-2] + nom[-1:]).lower()


if __name__ == "__main__":
    main()
