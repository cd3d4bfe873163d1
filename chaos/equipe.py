"""A team at work: it reads, writes notes, brings files, asks for documents; it tries again what got no answer.

Sent again with the same key, as static/js/saisie.js does: what was kept is kept once.
"""

import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from outillage.affichage import Abandon
from pilotage.demonstration.volume import courriel_volume

from . import faits
from .instance import Instance
from .visiteurs import Reponse, Visiteur

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
#: Past this many seconds without being told that an entry is kept, somebody gives up: it is lost for them.
PATIENCE = 120


@dataclass
class Entree:
    """One thing to keep: its mark (the text of a note, the name of a file), and the answers until it was kept."""

    marque: str
    gardee: bool = False
    reponses: list[int] = field(default_factory=list)


class Equipe:
    """Two colleagues of the first structure; `notes`, `documents` and `lectures` are what they did."""

    def __init__(self, une: Instance) -> None:
        self.visiteurs = [Visiteur(une.port, une.adresse).entrer(courriel_volume(1, membre)) for membre in (1, 2)]
        self.personnes = faits.personnes(faits.structures()[0])
        self.notes: list[Entree] = []
        self.documents: list[Entree] = []
        self.lectures: list[Reponse] = []
        self._fini, self._abandonne = threading.Event(), threading.Event()

    @contextmanager
    def au_travail(self, redacteurs: int = 6, deposants: int = 0, lecteurs: int = 0) -> Iterator[None]:
        """Work for the time of the block; at its end, each finishes what they began."""
        champs = self.visiteurs[0].formulaire(self._page(self.personnes[0]))
        gestes = [lambda v, n: self._ecrire(self.notes, self._rediger(v, n, champs))] * redacteurs
        gestes += [lambda v, n: self._ecrire(self.documents, self._deposer(v, n))] * deposants
        gestes += [self._lire] * lecteurs
        fils = [threading.Thread(target=self._travailler, args=(*un,), daemon=True) for un in enumerate(gestes)]
        self._fini.clear()
        for fil in fils:
            fil.start()
        try:
            yield
        except BaseException:
            self._abandonne.set()
            raise
        finally:
            self._fini.set()
            for fil in fils:
                fil.join()

    def reponses(self) -> Counter:
        """How many times each status was answered, 0 for no answer."""
        ecrits = (code for entree in [*self.notes, *self.documents] for code in entree.reponses)
        return Counter([*ecrits, *(lecture.status for lecture in self.lectures)])

    def demander_un_document(self) -> str:
        """Ask for the file of somebody; the address of the page where it is waited for."""
        chemin = f"/beneficiaires/{self.personnes[0]}/documents-produits/nouveau/"
        reponse = self.visiteurs[0].envoyer(chemin, {"genre": "dossier", "soumission": str(uuid.uuid4())})
        if reponse.status != 302:
            raise Abandon(f"La demande d’un document a répondu {reponse.status}.")
        return reponse.suite

    def deposer(self, marque: str, octets: bytes, personne: int = 0) -> Reponse:
        """Bring a file about somebody."""
        chemin = f"/beneficiaires/{self.personnes[personne]}/documents/nouveau/"
        saisie = {"genre": "cv", "soumission": str(uuid.uuid4())}
        return self.visiteurs[0].envoyer(chemin, saisie, {"fichier": (f"{marque}.pdf", octets)})

    def est_pret(self, document: str) -> bool:
        return "Télécharger le PDF" in self.visiteurs[0].ouvrir(document).corps

    def _travailler(self, rang: int, geste: Callable[[Visiteur, int], None]) -> None:
        visiteur, fois = self.visiteurs[rang % len(self.visiteurs)], rang
        while not self._fini.is_set():
            geste(visiteur, fois)
            fois += 7  # another person each time
            time.sleep(0.1)

    def _ecrire(self, entrees: list[Entree], preparee: tuple[str, Callable[[], Reponse]]) -> None:
        """Send until it is kept, refused or given up; the key is the same each time."""
        marque, envoyer = preparee
        entrees.append(entree := Entree(marque))
        echeance = time.monotonic() + PATIENCE
        while time.monotonic() < echeance and not entree.gardee and not self._abandonne.is_set():
            reponse = envoyer()
            entree.reponses.append(reponse.status)
            entree.gardee = reponse.status == 302 and not reponse.suite.startswith("/compte/")
            if not entree.gardee:
                if 300 <= reponse.status < 500:
                    return
                time.sleep(0.5)

    def _lire(self, visiteur: Visiteur, fois: int) -> None:
        personne = self.personnes[fois % len(self.personnes)]
        pages = ("/", "/beneficiaires/", f"/beneficiaires/{personne}/parcours/")
        self.lectures.append(visiteur.ouvrir(pages[fois % len(pages)]))

    def _page(self, personne: int) -> str:
        return f"/beneficiaires/{personne}/entretiens/nouveau/"

    def _rediger(self, visiteur: Visiteur, fois: int, champs: dict[str, str]) -> tuple[str, Callable[[], Reponse]]:
        chemin, marque = self._page(self.personnes[fois % len(self.personnes)]), f"Essai {uuid.uuid4()}"
        saisie = {**champs, "compte_rendu": marque, "soumission": str(uuid.uuid4())}
        return marque, lambda: visiteur.envoyer(chemin, saisie)

    def _deposer(self, visiteur: Visiteur, fois: int) -> tuple[str, Callable[[], Reponse]]:
        marque = f"Essai {uuid.uuid4()}"
        chemin = f"/beneficiaires/{self.personnes[fois % len(self.personnes)]}/documents/nouveau/"
        saisie = {"genre": "cv", "soumission": str(uuid.uuid4())}
        return marque, lambda: visiteur.envoyer(chemin, saisie, {"fichier": (f"{marque}.pdf", un_pdf())})


def un_pdf(octets: int = 200_000) -> bytes:
    return PDF + bytes(octets) + b"\n%%EOF\n"
