"""The matrix: what each address answers to each role, for whose file, by which method; and the file that holds it.

    sous      what is asked for: « suivi », « collegue », « clos », « ailleurs » (tests/surete/monde.py)
    o  opens    r  refused (403)    i  not found (404)    c  sign in first    m  method not allowed (405)

A cell gives GET, POST and htmx (one letter when they agree) for each of the four files, one when they agree:
« o/o/o/i » opens the files of the structure and finds nothing of another; « moo/moo/moo/mii » is for POST only.
"""

import fcntl
from pathlib import Path

from insertion.enums import Role
from insertion.models import Appartenance, Structure, Utilisateur

from .adresses import D_UN_CHRS
from .marche import ECHEC, GET, METHODES, demander
from .monde import AILLEURS, AUTRE, CLOS, COLLEGUE, INEXISTANT, SUIVI

FICHIER = Path(__file__).with_name("matrice.txt")
ROLES = tuple(Role)
DEHORS = "dehors"
COLONNES = (*ROLES, DEHORS)
#: Tables that a GET may write: the journal of reads, the session; an agenda read from outside says when it was.
ECRITES_EN_LISANT = {"insertion_lecture", "django_session"}
ECRITES_PAR = {"pilotage:agenda_flux": {"pilotage_abonnementagenda"}}
TITRE = """\
# Écrit par « make matrice » : relisez ce qui change. Colonnes : {colonnes}.
# Une case : GET POST htmx, pour sa personne / celle d’un collègue / un parcours clos / une autre structure.
# o ouvre, r refuse (403), i introuvable (404), c connexion, m méthode (405).
# « dehors » : sans compte / compte suspendu / parti.
# cellules : {cellules}
"""


class Marche:
    """The walk of one role through every address; `fautes` is what no role may ever meet.

    `rapide` only reads the cells, to write them: no page is drawn, nothing is compared.
    """

    def __init__(self, monde, ouvrir, rapide=False):
        self.monde, self.rapide = monde, rapide
        self.client = ouvrir(monde.moi)
        self.cellules, self.fautes, self.mots, self.reponses = 0, [], {}, []

    def parcourir(self, adresses):
        """Return {name of the address: cell} and {name of the address: cell « dehors »}."""
        dedans, dehors = {}, {}
        for adresse in adresses:
            dedans[adresse.nom] = self._dedans(adresse)
            if not self.rapide or self.monde.moi.appartenance.role == Role.DIRECTION:
                dehors[adresse.nom] = self._dehors(adresse)
        return dedans, dehors

    def _dedans(self, adresse):
        if not adresse.rangees:
            return _courte([self._trois(adresse, SUIVI)])
        ailleurs = self._trois(adresse, AUTRE)
        if not self.rapide:
            self._comparer(adresse, ailleurs)
        return _courte([self._trois(adresse, dossier) for dossier in (SUIVI, COLLEGUE, CLOS)] + [ailleurs])

    def _comparer(self, adresse, ailleurs):
        """What is of another structure answers as what does not exist, alone or beside a row of ours."""
        for autre, second in [(INEXISTANT, None)] + [(SUIVI, AUTRE)] * (len(adresse.rangees) > 1):
            if (lu := self._trois(adresse, autre, second)) != ailleurs:
                self.fautes.append(f"{adresse.nom} : {lu} pour {autre}/{second}, {ailleurs} pour une autre structure")
        if "r" in ailleurs and not set(ailleurs) <= set("rm"):
            self.fautes.append(f"{adresse.nom} : 403 pour une autre structure ({ailleurs})")

    def _dehors(self, adresse):
        anonyme = type(self.client)()
        chemin = adresse.avec(self.monde, SUIVI)
        return _courte(
            [
                "".join(self._demander(anonyme, adresse, chemin, methode) for methode in METHODES),
                "".join(self._demander(self.client, adresse, chemin, m, avant=self._suspendre) for m in METHODES),
                "".join(self._demander(self.client, adresse, chemin, m, avant=self._partir) for m in METHODES),
            ]
        )

    def _trois(self, adresse, dossier, second=None):
        chemin = adresse.avec(self.monde, dossier, second)
        avant = self._heberger if adresse.nom in D_UN_CHRS else None
        return "".join(
            self._demander(self.client, adresse, chemin, methode, dossier=dossier, avant=avant)
            for methode in METHODES
        )

    def _demander(self, client, adresse, chemin, methode, dossier=None, avant=None):
        dessin = not self.rapide and (methode == GET or dossier not in (COLLEGUE, CLOS))  # the same templates
        reponse = demander(client, chemin, methode, avant=avant, dessin=dessin)
        self.cellules += 1
        if reponse.code == ECHEC:
            self.fautes.append(f"{methode} {chemin} : {reponse.erreur}")
        if AILLEURS in reponse.mots:
            self.fautes.append(f"{methode} {chemin} montre l’autre structure")
        if methode == GET and reponse.ecrites - ECRITES_EN_LISANT - ECRITES_PAR.get(adresse.nom, set()):
            self.fautes.append(f"GET {chemin} écrit dans {sorted(reponse.ecrites)}")
        if dossier:
            for mot in reponse.mots:
                self.mots.setdefault(mot, set()).add(adresse.nom)
        self.fautes += entetes_fautifs(methode, chemin, reponse, connecte=dossier is not None)
        return reponse.code

    def _suspendre(self):
        Utilisateur.objects.filter(pk=self.monde.moi.pk).update(is_active=False)

    def _partir(self):
        Appartenance.objects.filter(utilisateur=self.monde.moi).delete()

    def _heberger(self):
        Structure.objects.update(type="chrs")


def entetes_fautifs(methode, chemin, reponse, *, connecte):
    """What the headers of an answer lack (must-show 1: on every address)."""
    entetes, manque = reponse.entetes, []
    if reponse.code == ECHEC:
        return []
    csp = entetes.get("Content-Security-Policy", "")
    if "default-src 'none'" not in csp or "unsafe" in csp:
        manque.append("CSP")
    if entetes.get("X-Content-Type-Options") != "nosniff":
        manque.append("nosniff")
    if entetes.get("X-Frame-Options") != "DENY" or "frame-ancestors 'none'" not in csp:
        manque.append("frame")
    if entetes.get("Referrer-Policy") != "same-origin":
        manque.append("referrer")
    if connecte and "no-store" not in entetes.get("Cache-Control", ""):
        manque.append("no-store")
    return [f"{methode} {chemin} ({reponse.statut}) : en-têtes {', '.join(manque)}"] if manque else []


def _courte(groupes):
    groupes = [groupe[0] if len(set(groupe)) == 1 else groupe for groupe in groupes]
    return groupes[0] if len(set(groupes)) == 1 else "/".join(groupes)


def lire(texte=None):
    """Return ({column: {name of the address: cell}}, number of cells) of the expected file; « ? » is unknown."""
    lignes = (FICHIER.read_text() if texte is None else texte).splitlines() if texte or FICHIER.exists() else []
    cellules = next((int(ligne.rpartition(":")[2]) for ligne in lignes if ligne.startswith("# cellules")), 0)
    attendu = {colonne: {} for colonne in COLONNES}
    for ligne in lignes:
        if not ligne.startswith("#"):
            nom, *cases = ligne.split()
            for colonne, case in zip(COLONNES, cases, strict=True):
                attendu[colonne][nom] = case
    return attendu, cellules


def combien(adresses):
    """The number of cells of these addresses, for all roles."""
    dedans = [3 * (5 + (len(a.rangees) > 1)) if a.rangees else 3 for a in adresses]
    return len(ROLES) * (sum(dedans) + 9 * len(adresses))


def ecrire(colonnes, noms, cellules):
    """Put `colonnes` ({column: {address: cell}}) in the expected file, whose other columns stay; at any time."""
    with FICHIER.open("a+") as fichier:
        fcntl.flock(fichier, fcntl.LOCK_EX)
        fichier.seek(0)
        attendu, _ = lire(fichier.read() or "#")
        for colonne, cases in colonnes.items():
            attendu[colonne] |= cases
        fichier.truncate(0)
        fichier.write(TITRE.format(colonnes=", ".join(COLONNES), cellules=cellules))
        largeur = max(map(len, noms))
        for nom in noms:
            cases = [attendu[colonne].get(nom, "?") for colonne in COLONNES]
            fichier.write("  ".join([nom.ljust(largeur), *(case.ljust(15) for case in cases)]).rstrip() + "\n")


def ecarts(colonne, vu):
    """The lines that a reviewer reads: what the file says, what was observed."""
    attendu = lire()[0][colonne]
    return [
        f"{nom} ({colonne}) : attendu {attendu.get(nom, 'rien')}, observé {vu.get(nom, 'rien')}"
        for nom in sorted(attendu.keys() | vu.keys())
        if attendu.get(nom) != vu.get(nom)
    ]
