"""The seal of the read journal: whoever touches it afterwards is found (docs/decisions/0011-sceau.md)."""

import json
import logging
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import groupby, islice

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max, Q
from django.utils import timezone

from .isolation.contexte import contexte_exige
from .models import Lecture, Sceau

#: A reading whose transaction ends this late is still looked for; past it, the nightly round (`TOUT`) does.
RETARD, TOUT = timedelta(hours=1), timedelta(days=7)
#: Past this time, a reading that no link covers was added afterwards, or the sealing is out of order.
DELAI = timedelta(days=1)
#: A server that sets its clock right moves it by seconds.
RECUL = timedelta(minutes=5)
#: Readings sealed in one round, at most: a structure that never was does not fill the memory.
LOT = 50_000
ORIGINE = "0" * 64
COLONNES = ("pk", "utilisateur_id", "beneficiaire_id", "quoi", "chemin", "adresse_ip", "at")
#: What the witness says in the place of a head, once a backup was restored: the links that followed went with it.
RESTAURATION = "restauration:"
VERROU = "SELECT pg_try_advisory_xact_lock(hashtext('insertion_sceau'), %s)"
journal = logging.getLogger("insertion.sceau")


def sceller(le, retard=RETARD):
    """Cover the readings of the open structure that no link covers yet; return the new links, one for each day read.

    Readings are named one by one: an id drawn before another may be committed after it, and joins the next link.
    """
    structure_id = contexte_exige().structures[0]
    with transaction.atomic(), connection.cursor() as curseur:
        curseur.execute(VERROU, [structure_id])
        if not curseur.fetchone()[0]:
            return []  # another round is at it
        sceaux, precedent = [], Sceau.objects.last()
        for _, lignes in groupby(_a_sceller(le - retard), key=lambda ligne: timezone.localdate(ligne[-1])):
            precedent = _suivant(structure_id, precedent, list(lignes), le)
            sceaux.append(precedent)
        Sceau.objects.bulk_create(sceaux)
    for sceau in sceaux:
        transaction.on_commit(lambda sceau=sceau: _temoigner(sceau))
    return sceaux


def purger(le):
    """Erase the readings that the structure keeps no longer, whole links at once; return how many.

    The database does it (`tremplin.purger_lectures`), by its own clock: the application can delete none by itself.
    """
    sceller(le, TOUT)
    with connection.cursor() as curseur:
        curseur.execute("SELECT tremplin.purger_lectures(%s)", [contexte_exige().structures[0]])
        return curseur.fetchone()[0]


def verifier(le):
    """Return what is wrong in the journal of the open structure, in French; an empty list when nothing is."""
    ecarts, avant, tetes, couvertes = [], None, {}, set()
    for sceau, lignes in _sceaux_et_lectures():
        ecarts += _chaine_rompue(sceau, avant)
        ecarts += _lectures_touchees(sceau, lignes)
        couvertes.update(sceau.lectures)
        tetes[sceau.numero], avant = sceau.tete, sceau
    return [*ecarts, *_hors_chaine(le, couvertes), *_contraires_au_temoin(tetes)]


def _a_sceller(depuis):
    """The readings after the last one sealed, and those that a long transaction committed late."""
    dernier = Sceau.objects.aggregate(dernier=Max("dernier"))["dernier"] or 0
    plancher = Sceau.objects.filter(at__lt=depuis).aggregate(dernier=Max("dernier"))["dernier"] or 0
    recents = Sceau.objects.filter(fin__gte=depuis).values_list("lectures", flat=True)
    couvertes = {pk for lectures in recents for pk in lectures}
    possibles = _lignes(pk__gt=plancher).filter(Q(pk__gt=dernier) | Q(at__gte=depuis))
    libres = (ligne for ligne in possibles.iterator() if ligne[0] not in couvertes)
    return sorted(islice(libres, LOT), key=lambda ligne: (timezone.localdate(ligne[-1]), ligne[0]))


def _sceaux_et_lectures():
    """Each link with the rows that are left of those it covers, some tens of thousands of rows at a time."""
    apres = 0
    while lot := _quelques_sceaux(apres):
        portee = min(min(sceau.lectures) for sceau in lot), max(sceau.dernier for sceau in lot)
        lignes = {ligne[0]: ligne for ligne in _lignes(pk__range=portee)}
        for sceau in lot:
            yield sceau, [lignes[pk] for pk in sceau.lectures if pk in lignes]
        apres = lot[-1].numero


def _quelques_sceaux(apres):
    """The next links, a hundred of them or as many as `LOT` readings."""
    lot, lectures = [], 0
    for sceau in Sceau.objects.filter(numero__gt=apres).order_by("numero")[:100]:
        if lot and lectures + sceau.nombre > LOT:
            break
        lot.append(sceau)
        lectures += sceau.nombre
    return lot


def _lignes(**criteres):
    return Lecture.objects.filter(**criteres).order_by("pk").values_list(*COLONNES)


def _suivant(structure_id, precedent, lignes, le):
    instants = [ligne[-1] for ligne in lignes]
    sceau = Sceau(
        structure_id=structure_id,
        numero=precedent.numero + 1 if precedent else 1,
        lectures=[ligne[0] for ligne in lignes],
        dernier=max(ligne[0] for ligne in lignes),
        debut=min(instants),
        fin=max(instants),
        empreinte=_empreinte(lignes),
        precedente=precedent.tete if precedent else ORIGINE,
        at=le,
    )
    sceau.tete = _tete(sceau)
    return sceau


def _empreinte(lignes):
    somme = sha256()
    for *valeurs, at in lignes:
        somme.update(_texte([*valeurs, at.astimezone(UTC).isoformat()]))
    return somme.hexdigest()


def _tete(sceau):
    instants = [instant.astimezone(UTC).isoformat() for instant in (sceau.debut, sceau.fin, sceau.at)]
    suite = [sceau.structure_id, sceau.numero, sceau.precedente, sceau.lectures, sceau.empreinte, *instants]
    return sha256(_texte(suite)).hexdigest()


def _texte(valeurs):
    return json.dumps(valeurs, ensure_ascii=False, separators=(",", ":"), default=str).encode() + b"\n"


def _chaine_rompue(sceau, avant):
    if sceau.tete != _tete(sceau):
        yield f"{_nom(sceau)} : le sceau lui-même a été récrit."
    numero, tete = (avant.numero + 1, avant.tete) if avant else (1, ORIGINE)
    if sceau.numero != numero:
        yield f"{_nom(sceau)} : le sceau n° {numero} a été effacé."
    elif sceau.precedente != tete:
        yield f"{_nom(sceau)} : il ne suit pas le sceau n° {numero - 1}, récrit depuis."
    if avant and sceau.at < avant.at - RECUL:
        yield f"{_nom(sceau)} : posé avant le sceau n° {avant.numero}, l’horloge a été reculée."
    if avant and sceau.debut < avant.debut - TOUT:
        yield f"{_nom(sceau)} : ses lectures sont datées d’avant le sceau n° {avant.numero}, l’horloge a été reculée."


def _lectures_touchees(sceau, lignes):
    if sceau.purge_le:
        if sceau.purge_le < sceau.debut + timedelta(days=180):
            yield f"{_nom(sceau)} : {sceau.nombre} lectures effacées avant six mois."
        if lignes:
            yield f"{_nom(sceau)} : {len(lignes)} lectures encore là après leur purge."
    elif manquantes := sorted(set(sceau.lectures) - {ligne[0] for ligne in lignes}):
        yield f"{_nom(sceau)} : {len(manquantes)} lecture(s) effacée(s), n° {_numeros(manquantes)}."
    elif _empreinte(lignes) != sceau.empreinte:
        yield f"{_nom(sceau)} : au moins une lecture a été modifiée."


def _hors_chaine(le, couvertes):
    anciennes = Lecture.objects.filter(at__lt=le - DELAI).values_list("pk", flat=True)
    if libres := sorted(set(anciennes.iterator()) - couvertes):
        yield (
            f"{len(libres)} lecture(s) sans sceau, n° {_numeros(libres)} : ajoutées après coup, ou scellement arrêté"
            " depuis plus d’un jour."
        )


def _nom(sceau):
    debut, fin = (f"{timezone.localtime(instant):%d/%m/%Y %H:%M}" for instant in (sceau.debut, sceau.fin))
    return f"Sceau n° {sceau.numero} (lectures {sceau.lectures[0]} à {sceau.lectures[-1]}, du {debut} au {fin})"


def _numeros(lectures):
    return ", ".join(map(str, lectures[:10])) + ("…" if lectures[10:] else "")


def reprendre(le):
    """Say in the witness that the open structure goes on from its last link, for it comes from a backup."""
    dernier = Sceau.objects.aggregate(dernier=Max("numero"))["dernier"] or 0
    _ecrire_au_temoin(f"{contexte_exige().structures[0]} {dernier} {RESTAURATION}{le.isoformat()}")


def restaurations():
    """What each restoration took from the chain of the open structure, in French, oldest first."""
    return _temoin()[1]


def _temoigner(sceau):
    """Copy the head of the chain outside the database: a line of the logs, and one of a file beside the documents."""
    _ecrire_au_temoin(f"{sceau.structure_id} {sceau.numero} {sceau.tete}")


def _ecrire_au_temoin(ligne):
    journal.info("sceau %s", ligne)
    settings.TEMOIN_DES_SCEAUX.parent.mkdir(parents=True, exist_ok=True)
    with settings.TEMOIN_DES_SCEAUX.open("a") as temoin:
        temoin.write(f"{ligne}\n")


def _contraires_au_temoin(tetes):
    """Whoever owns the database could write the whole chain anew: not the heads that were copied outside."""
    return [
        f"Sceau n° {numero} : il n’est pas celui du témoin gardé hors de la base ({tete[:12]}…)."
        for numero, tete in _temoin()[0]
        if tetes.get(numero) != tete
    ]


def _temoin():
    """What the witness holds of the open structure: the heads it expects, [(number, head)], and the restorations."""
    if not settings.TEMOIN_DES_SCEAUX.exists():
        return [], []
    structure_id = str(contexte_exige().structures[0])
    attendues, restaurations = [], []
    for ligne in settings.TEMOIN_DES_SCEAUX.read_text().splitlines():
        structure, numero, tete = ligne.split()
        if structure != structure_id:
            continue
        if tete.startswith(RESTAURATION):
            gardees = [attendue for attendue in attendues if attendue[0] <= int(numero)]
            restaurations.append(_dire_la_restauration(tete, numero, len(attendues) - len(gardees)))
            attendues = gardees
        else:
            attendues.append((int(numero), tete))
    return attendues, restaurations


def _dire_la_restauration(tete, numero, perdus):
    instant = timezone.localtime(datetime.fromisoformat(tete.removeprefix(RESTAURATION)))
    return (
        f"Sauvegarde restaurée le {instant:%d/%m/%Y à %H:%M}, reprise après le sceau n° {numero} :"
        f" il manque {perdus} sceau(x) posé(s) depuis, et leurs lectures."
    )
