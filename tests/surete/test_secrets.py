"""No key and nobody's social security number is in the repository; its packages have no known hole."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from stdnum.fr import nir

RACINE = Path(__file__).parents[2]
#: What keys look like (the rules of gitleaks that concern us).
SECRETS = {
    "clé privée": r"-----BEGIN (?:RSA |EC |DSA |OPENSSH |PGP )?PRIVATE KEY",
    "AWS": r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    "GitHub": r"\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{60,}",
    "GitLab": r"\bglpat-[\w-]{20}\b",
    "Slack": r"\bxox[abprs]-[\w-]{10,}",
    "Google": r"\bAIza[\w-]{35}\b",
    "Stripe": r"\b[sr]k_live_[A-Za-z0-9]{16,}",
    "Brevo, Sendgrid": r"\bxkeysib-[0-9a-f]{64}|\bSG\.[\w-]{22}\.[\w-]{43}",
    "JWT": r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}",
    "mot de passe dans une adresse": r"\b(?:postgres(?:ql)?|redis|amqp|https?)://[^\s:/@{}$<>'\"]*:[^\s:/@{}$<>'\"]{6,}@",
    "secret écrit": r"(?i)\b(?:secret_key|api_?key|token|jeton|password)\s*[:=]\s*['\"][A-Za-z0-9+/_-]{32,}['\"]",
}
#: Run from the index of the machine, and in no lock: nothing of ours depends on it.
PIP_AUDIT = [
    *(sys.executable, "-m", "uv", "tool", "run", "--from", "pip-audit>=2.10,<3"),
    *("pip-audit", "--disable-pip", "--progress-spinner", "off", "--format", "json", "-r", "requirements.txt"),
]
#: Lines that say so themselves.
PERMISES = re.compile(r"une-cle-longue-et-tiree-au-sort|compte:mot-de-passe@")
NUMERO = re.compile(
    r"(?<![\d.])[12]\s?\d{2}\s?(?:0[1-9]|1[0-2]|[2-9]\d)\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}\s?\d{2}(?![\d.])"
)


def lignes():
    """Yield (file, number, text) of every line of every tracked file that is a text."""
    suivis = subprocess.run(["git", "ls-files", "-z"], cwd=RACINE, capture_output=True, check=True).stdout
    for nom in suivis.decode().split("\0"):
        chemin = RACINE / nom
        if nom and chemin.is_file() and not nom.endswith((".xlsx", ".xls", ".ods", ".png", ".woff2", ".ico", ".zip")):
            for numero, texte in enumerate(chemin.read_text(errors="replace").splitlines(), 1):
                yield nom, numero, texte


def test_no_secret_is_in_the_repository(mesurer):
    regles, lues = {nom: re.compile(motif) for nom, motif in SECRETS.items()}, 0
    trouves = []
    for fichier, numero, texte in lignes():
        lues += 1
        if not PERMISES.search(texte):
            trouves += [f"{fichier}:{numero} : {nom}" for nom, regle in regles.items() if regle.search(texte)]

    mesurer("Secrets : lignes du dépôt lues", lues)
    assert trouves == []


def test_no_social_security_number_with_a_valid_key_is_in_the_repository():
    trouves = [
        f"{fichier}:{numero}"
        for fichier, numero, texte in lignes()
        for candidat in NUMERO.findall(texte)
        if nir.is_valid(candidat)
    ]

    assert trouves == []


def test_no_package_has_a_known_hole(mesurer):
    """`pip-audit` asks a registry of holes; what it could not look up is not proven, and the table says so."""
    fini = subprocess.run(PIP_AUDIT, cwd=RACINE, capture_output=True, text=True, timeout=300)
    try:
        paquets = json.loads(fini.stdout)["dependencies"]
    except ValueError:
        paquets = []
    vus = [paquet for paquet in paquets if "vulns" in paquet]
    troues = {paquet["name"]: [faille["id"] for faille in paquet["vulns"]] for paquet in vus if paquet["vulns"]}

    assert troues == {}
    mesurer("Paquets examinés sans faille connue", len(vus))
    if not paquets or len(vus) < len(paquets):
        pytest.skip(
            f"non vérifié : le registre des failles n’a répondu que pour {len(vus)} paquets sur {len(paquets)}"
        )
