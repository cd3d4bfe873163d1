"""Somebody signed in, in front of a browser that shows nothing."""

import http.client
import secrets
import time
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from bench.mesures import Formulaire
from outillage.affichage import Abandon
from pilotage.demonstration.structures import MOT_DE_PASSE

#: The status of an answer that did not come.
COUPE = 0


@dataclass(frozen=True)
class Reponse:
    status: int
    corps: str = ""
    suite: str = ""
    secondes: float = 0.0


class Visiteur:
    """Somebody in a browser; threads share it, each request has its connection."""

    def __init__(self, port: int, adresse: str = "127.0.0.1") -> None:
        self.adresse, self.port, self.cookies = adresse, port, {}

    def entrer(self, courriel: str) -> "Visiteur":
        """Sign in by the real page."""
        self.ouvrir("/compte/login/")
        reponse = self.envoyer("/compte/login/", {"login": courriel, "password": MOT_DE_PASSE})
        if reponse.status != 302:
            raise Abandon(f"{courriel} n’entre pas : la page de connexion répond {reponse.status}.")
        return self

    def ouvrir(self, chemin: str) -> Reponse:
        return self._demander("GET", chemin)

    def envoyer(self, chemin: str, champs: dict[str, str], fichiers: dict[str, tuple[str, bytes]] | None = None):
        """POST `champs`, and `fichiers` ({field: (name, bytes)}) when there are some."""
        if fichiers:
            frontiere = secrets.token_hex(16)
            return self._demander(
                "POST", chemin, _multipart(frontiere, champs, fichiers), f"multipart/form-data; boundary={frontiere}"
            )
        return self._demander("POST", chemin, urlencode(champs, doseq=True), "application/x-www-form-urlencoded")

    def garder(self, chemin: str, json: str) -> Reponse:
        """POST a draft."""
        return self._demander("POST", chemin, json, "application/json")

    def formulaire(self, chemin: str) -> dict[str, str]:
        """The fields that a browser would send back, each once."""
        champs = dict(Formulaire.lire(self.ouvrir(chemin).corps, chemin))
        champs.pop("csrfmiddlewaretoken", None)  # said in the header of each request
        return champs

    def _demander(self, methode: str, chemin: str, corps: str | bytes | None = None, genre: str = "") -> Reponse:
        cookies = "; ".join(f"{nom}={valeur}" for nom, valeur in self.cookies.items())
        entetes = {"Cookie": cookies, "X-CSRFToken": self.cookies.get("csrf", "")}
        if genre:
            entetes["Content-Type"] = genre
        connexion, debut = http.client.HTTPConnection(self.adresse, self.port, timeout=60), time.monotonic()
        try:
            connexion.request(methode, chemin, corps, entetes)
            reponse = connexion.getresponse()
            contenu = reponse.read().decode(errors="replace")
        except (OSError, http.client.HTTPException):
            return Reponse(COUPE, secondes=time.monotonic() - debut)
        finally:
            connexion.close()
        for posee in reponse.headers.get_all("Set-Cookie", []):
            self.cookies |= {nom: biscuit.value for nom, biscuit in SimpleCookie(posee).items()}
        return Reponse(reponse.status, contenu, reponse.headers.get("Location", ""), time.monotonic() - debut)


def _multipart(frontiere: str, champs: dict[str, str], fichiers: dict[str, tuple[str, bytes]]) -> bytes:
    parties = [
        f'Content-Disposition: form-data; name="{nom}"\r\n\r\n{valeur}'.encode() for nom, valeur in champs.items()
    ]
    parties += [
        f'Content-Disposition: form-data; name="{champ}"; filename="{nom}"\r\n'
        f"Content-Type: application/octet-stream\r\n\r\n".encode()
        + octets
        for champ, (nom, octets) in fichiers.items()
    ]
    debut = b"--" + frontiere.encode() + b"\r\n"
    return b"".join(debut + partie + b"\r\n" for partie in parties) + b"--" + frontiere.encode() + b"--\r\n"
