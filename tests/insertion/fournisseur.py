"""A provider of OpenID Connect on this machine: it signs what it says, as ProConnect, and lies when it is told to."""

import json
import time
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

CLIENT, SECRET = "tremplin", "secret-de-tremplin"


@cache
def paire(nom):
    """The pair of keys of this name; « fausse » is not published."""
    return generate_private_key(public_exponent=65537, key_size=2048)


class Fournisseur:
    """What it answers next is set by the test: who signs in, how, and which lies it tells."""

    def __init__(self, adresse):
        self.adresse = adresse
        self.recommencer()

    def recommencer(self):
        self.personne = {"sub": "proconnect-1", "email": "camille@exemple.fr", "siret": "81234567600017"}
        self.amr = ["pwd"]
        self.auth_time = None  # now
        self.infos_signees = True
        self.id_token, self.infos, self.configuration, self.jetons = {}, {}, {}, {}  # the lies
        self.cle, self.cle_des_infos, self.en_panne, self.detour = "vraie", "vraie", "", ""
        self.demandes, self.recus = {}, []

    def repondre(self, chemin, donnees, entetes):
        """Return the status, the type and the body of an answer; a string alone is where to go."""
        if self.en_panne == chemin:
            return 500, "text/plain", "en panne"
        if self.detour == chemin and "suivi" not in donnees:
            return f"{self.adresse}{chemin}?suivi=1"  # whoever follows gets the right answer
        return getattr(self, "_" + chemin.rsplit("/", 1)[-1].replace("-", "_"))(donnees, entetes)

    def _openid_configuration(self, donnees, entetes):
        chemins = {
            "authorization_endpoint": "authorize",
            "token_endpoint": "token",
            "userinfo_endpoint": "userinfo",
            "jwks_uri": "jwks",
            "end_session_endpoint": "end",
        }
        config = {nom: f"{self.adresse}/{chemin}" for nom, chemin in chemins.items()}
        methodes = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
        return _json({"issuer": self.adresse} | config | methodes | self.configuration)

    def _authorize(self, donnees, entetes):
        code = f"code-{len(self.demandes)}"
        self.demandes[code] = donnees
        return f"{donnees['redirect_uri']}?{urlencode({'code': code, 'state': donnees['state']})}"

    def _token(self, donnees, entetes):
        demande = self.demandes.pop(donnees["code"], None)
        self.recus.append(donnees)
        if demande is None or donnees["client_secret"] != SECRET or "code_verifier" not in donnees:
            return 400, "application/json", '{"error": "invalid_grant"}'
        quand = int(time.time())
        dit = {"iss": self.adresse, "aud": CLIENT, "sub": self.personne["sub"], "iat": quand, "exp": quand + 60}
        dit |= {"nonce": demande["nonce"], "amr": self.amr, "auth_time": self.auth_time or quand}
        id_token = self.signer(dit | self.id_token, self.cle)
        jetons = {"access_token": "jeton-d-acces", "token_type": "Bearer", "expires_in": 60, "id_token": id_token}
        return _json(jetons | self.jetons if isinstance(self.jetons, dict) else self.jetons)

    def _userinfo(self, donnees, entetes):
        if entetes["Authorization"] != "Bearer jeton-d-acces":
            return 401, "text/plain", ""
        if not self.infos_signees:
            return _json(self.personne | self.infos)
        dit = {"iss": self.adresse, "aud": CLIENT} | self.personne | self.infos
        return 200, "application/jwt", self.signer(dit, self.cle_des_infos)

    def _jwks(self, donnees, entetes):
        publique = jwt.algorithms.RSAAlgorithm.to_jwk(paire("vraie").public_key(), as_dict=True)
        return _json({"keys": [publique | {"kid": "1", "use": "sig", "alg": "RS256"}]})

    def _end(self, donnees, entetes):
        self.recus.append(donnees)
        return donnees["post_logout_redirect_uri"]

    def signer(self, dit, cle):
        if cle == "aucune":
            return jwt.encode(dit, None, "none", headers={"kid": "1"})
        if cle == "secret":
            return jwt.encode(dit, SECRET.ljust(32, "-"), "HS256", headers={"kid": "1"})
        return jwt.encode(dit, paire(cle), "RS256", headers={"kid": "1"})


def _json(donnees):
    return 200, "application/json", json.dumps(donnees)


@contextmanager
def fournisseur_ouvert():
    """Serve a `Fournisseur` on a free port of 127.0.0.1."""

    class Reponses(BaseHTTPRequestHandler):
        def do_GET(self):
            morceaux = urlsplit(self.path)
            self._rendre(
                self.server.fournisseur.repondre(morceaux.path, dict(parse_qsl(morceaux.query)), self.headers)
            )

        def do_POST(self):
            corps = self.rfile.read(int(self.headers["Content-Length"])).decode()
            donnees = {nom: valeurs[0] for nom, valeurs in parse_qs(corps).items()}
            self._rendre(self.server.fournisseur.repondre(self.path, donnees, self.headers))

        def _rendre(self, reponse):
            if isinstance(reponse, str):
                self.send_response(302)
                self.send_header("Location", reponse)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            statut, genre, corps = reponse
            self.send_response(statut)
            self.send_header("Content-Type", genre)
            self.send_header("Content-Length", str(len(corps.encode())))
            self.end_headers()
            self.wfile.write(corps.encode())

        def log_message(self, *args):
            pass

    serveur = ThreadingHTTPServer(("127.0.0.1", 0), Reponses)
    serveur.fournisseur = Fournisseur(f"http://127.0.0.1:{serveur.server_port}")
    fil = Thread(target=serveur.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    fil.start()
    yield serveur.fournisseur
    serveur.shutdown()
    serveur.server_close()
    fil.join()
