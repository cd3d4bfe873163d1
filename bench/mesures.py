"""Asking for the pages over a kept connection, and taking the time."""

import http.client
import re
import time
import uuid
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode

from outillage.affichage import Abandon

from .compteur import BALAYEES, DEMANDE, REPONSE, SQL_MS

PAGES = (
    *("journee", "liste", "liste_filtree", "personne", "note", "recherche", "partout", "partout_grande"),
    *("rapprochement", "file_active", "file_active_filtree", "indicateurs", "bilan", "agenda", "pdf"),
)
#: The search (Ctrl+K): of a person to write about, of everything, of everything in a large structure.
MODES = {"recherche": "entretien", "partout": "tout", "partout_grande": "tout"}
#: Who looks, when it is not a colleague of the measured structure: one of the large one, the chef of a large team.
SESSIONS = {
    "partout_grande": "session_grande",
    "rapprochement": "session_grande",
    "file_active": "session_chef",
    "file_active_filtree": "session_chef",
}
ADRESSES = {
    "journee": "/",
    "liste": "/beneficiaires/",
    "liste_filtree": "/beneficiaires/?referent=moi&commune=rou&tri=age",
    "file_active": "/equipe/",
    "indicateurs": "/bilans/chiffres/",
    "agenda": "/agenda/",
}
#: The address of a page about something, and where the plan says what it is about.
ADRESSES_DE = {
    "personne": ("/beneficiaires/{}/parcours/", "personnes"),
    "rapprochement": ("/offres/{}/personnes/", "offres"),
    "file_active_filtree": ("/equipe/?referent={}&tri=contact", "collegue"),
    "bilan": ("/bilans/{}/", "bilan"),
    "pdf": ("/bench/pdf/{}/", "pdf"),
}
HTMX = {"HX-Request": "true"}
#: What takes as long as ten pages is asked for once in ten rounds.
RARES, UNE_SUR = ("pdf", "indicateurs", "bilan"), 10


@dataclass
class Reponse:
    status: int
    corps: bytes
    entetes: http.client.HTTPMessage
    ms: float


@dataclass
class Serie:
    """What was measured of one page at one size: its times and those of its floor, in milliseconds.

    `balayees`: the large tables that it reads from end to end; `sql`: what its queries take by themselves.
    """

    page: list[float] = field(default_factory=list)
    plancher: list[float] = field(default_factory=list)
    requetes: int = 0
    octets: int = 0
    sql: float = 0
    balayees: list[str] = field(default_factory=list)


class Site:
    """One running size, seen by one signed-in colleague; `pages` are those that are measured."""

    def __init__(self, port: int, plan: dict, planchers: Path, pages: tuple[str, ...] = PAGES) -> None:
        self.connexion = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.plan, self.planchers = plan, planchers
        self.cookies = {"session": plan["session"]}
        self.champs: dict[int, list[tuple[str, str]]] = {}
        self.series = {page: Serie() for page in pages}

    def preparer(self) -> None:
        """Open each page once, keep its bytes for the floor, count its queries."""
        self.planchers.mkdir()
        self.entrer()
        for page in self.series:
            reponse = self.ouvrir(page, 0, compter="1")
            if reponse.status != (302 if page == "note" else 200):
                raise Abandon(f"La page « {page} » a répondu {reponse.status}.")
            (self.planchers / page).write_bytes(reponse.corps)
            self.series[page].requetes = int(reponse.entetes[REPONSE])
            self.series[page].octets = len(reponse.corps)

        self._verifier_recherche()

    def entrer(self) -> None:
        """Open a first page, which gives what every form sends back."""
        accueil = self._exiger(self._demander("GET", "/beneficiaires/"))
        self.cookies["csrf"] = accueil.entetes["Set-Cookie"].partition("csrf=")[2].partition(";")[0]

    def _verifier_recherche(self) -> None:
        """Each text that every structure answers finds people of this one, and nobody else."""
        for texte in self.plan["trouvees"]:
            reponse = self._envoyer("/recherche/", [("q", texte), ("groupe", "personnes")], HTMX)
            trouvees = {int(pk) for pk in re.findall(rb"/beneficiaires/(\d+)/", reponse.corps)}
            if not trouvees or not trouvees <= set(self.plan["siennes"]):
                raise Abandon(f"« {texte} » ne trouve pas les personnes de la structure, et elles seules.")

    def chauffer(self, tours: int) -> None:
        for tour in range(tours):
            for page in self.series:
                if page not in RARES or tour < 2:
                    self.ouvrir(page, tour)
                    self.ouvrir_plancher(page)

    def mesurer(self, tour: int) -> None:
        for page in self.series:
            if page not in RARES or tour % UNE_SUR == 0:
                self.series[page].page.append(self._exiger(self.ouvrir(page, tour)).ms)
                self.series[page].plancher.append(self._exiger(self.ouvrir_plancher(page)).ms)

    def regarder_les_plans(self) -> None:
        """Open each page once more, its queries planned as they stay: which large tables they read, and how long
        they take by themselves."""
        for page, serie in self.series.items():
            entetes = self._exiger(self.ouvrir(page, 0, compter="plans")).entetes
            serie.balayees = entetes[BALAYEES].split(",") if entetes[BALAYEES] else []
            serie.sql = float(entetes[SQL_MS])

    def ouvrir(self, page: str, tour: int, *, compter: str = "") -> Reponse:
        entetes = {DEMANDE: compter} if compter else {}
        if page == "note":
            return self._noter(tour, entetes)
        if page in MODES:
            texte = self.plan["recherches"][tour % len(self.plan["recherches"])]
            champs = [("q", texte), ("mode", MODES[page])]
            return self._envoyer("/recherche/", champs, {**entetes, **HTMX}, session=self._session(page))
        return self._demander("GET", self._adresse(page, tour), entetes, session=self._session(page))

    def ouvrir_plancher(self, page: str) -> Reponse:
        if page == "note":
            vers = ("vers", f"/beneficiaires/{self.plan['notes'][0]}/parcours/#fil")
            return self._envoyer("/bench/plancher-note/", [*self._champs(self.plan["notes"][0]), vers], {})
        return self._demander("GET", f"/bench/plancher/{page}/", session=self._session(page))

    def _adresse(self, page: str, tour: int) -> str:
        if page in ADRESSES:
            return ADRESSES[page]
        adresse, cle = ADRESSES_DE[page]
        parmi = self.plan[cle]
        return adresse.format(parmi[tour % len(parmi)] if isinstance(parmi, list) else parmi)

    def _session(self, page: str) -> str:
        return self.plan[SESSIONS.get(page, "session")]

    def _noter(self, tour: int, entetes: dict[str, str]) -> Reponse:
        personne = self.plan["notes"][tour % len(self.plan["notes"])]
        return self._envoyer(f"/beneficiaires/{personne}/entretiens/nouveau/", self._champs(personne), entetes)

    def _champs(self, personne: int) -> list[tuple[str, str]]:
        """The note form of somebody as a browser would send it back, with a text and a key of its own."""
        if personne not in self.champs:
            page = self._demander("GET", f"/beneficiaires/{personne}/entretiens/nouveau/")
            self.champs[personne] = Formulaire.lire(
                page.corps.decode(), f"/beneficiaires/{personne}/entretiens/nouveau/"
            )
        connus = [(nom, valeur) for nom, valeur in self.champs[personne] if nom not in ("compte_rendu", "soumission")]
        return [*connus, ("compte_rendu", NOTE), ("soumission", str(uuid.uuid4()))]

    def _envoyer(
        self, chemin: str, champs: list[tuple[str, str]], entetes: dict[str, str], session: str = ""
    ) -> Reponse:
        entetes = {**entetes, "Content-Type": "application/x-www-form-urlencoded"}
        return self._demander("POST", chemin, entetes, urlencode(champs), session)

    def _demander(
        self, methode: str, chemin: str, entetes: dict | None = None, corps: str | None = None, session: str = ""
    ) -> Reponse:
        siens = self.cookies | ({"session": session} if session else {})
        cookies = "; ".join(f"{nom}={valeur}" for nom, valeur in siens.items())
        entetes = {"Cookie": cookies, "X-CSRFToken": self.cookies.get("csrf", ""), **(entetes or {})}
        debut = time.perf_counter()
        self.connexion.request(methode, chemin, corps, entetes)
        reponse = self.connexion.getresponse()
        contenu = reponse.read()
        return Reponse(reponse.status, contenu, reponse.headers, (time.perf_counter() - debut) * 1000)

    def _exiger(self, reponse: Reponse) -> Reponse:
        if reponse.status not in (200, 302):
            raise Abandon(f"Une page mesurée a répondu {reponse.status}.")
        return reponse


NOTE = (
    "A visité deux crèches, dossier déposé à la seconde. Confirme son intérêt pour le CAP petite enfance, "
    "inquiète pour les trajets le soir. Nous avons relu le plan ensemble."
)


class Formulaire(HTMLParser):
    """The fields of the form that posts to one address, with the values that a browser would send."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action, self.dedans, self.champs, self.choix = action, False, [], None

    @classmethod
    def lire(cls, page: str, action: str) -> list[tuple[str, str]]:
        lecteur = cls(action)
        lecteur.feed(page)
        return lecteur.champs

    def handle_starttag(self, tag: str, attrs: list) -> None:
        attributs = dict(attrs)
        if tag == "form":
            self.dedans = attributs.get("action", self.action) == self.action  # none: the address of the page
        elif self.dedans and tag == "input":
            self._saisie(attributs)
        elif self.dedans and tag == "select":
            self.choix = attributs.get("name")
        elif self.dedans and tag == "option" and self.choix and "selected" in attributs:
            self.champs.append((self.choix, attributs.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.dedans = False

    def _saisie(self, attributs: dict) -> None:
        cochable = attributs.get("type") in ("radio", "checkbox")
        if "name" in attributs and (not cochable or "checked" in attributs) and attributs.get("type") != "submit":
            self.champs.append((attributs["name"], attributs.get("value", "")))
