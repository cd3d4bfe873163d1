"""Hosts of their own on this machine: network namespaces plugged into one switch, whose cables can be pulled out."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from .compte_rendu import NonEssaye

#: Network of the hosts; the first address is ours, where the gateways and Redis are.
SOUS_RESEAU, MASQUE = "10.213.77", 24


class Reseau:
    """`ici` is the address of this process, `adresses` that of each host."""

    def __init__(self, noms: Sequence[str]) -> None:
        self.marque = f"tr{os.getpid()}"
        self.pont, self.ici = f"{self.marque}p", f"{SOUS_RESEAU}.1"
        self.adresses = {nom: f"{SOUS_RESEAU}.{rang}" for rang, nom in enumerate(noms, 2)}

    def monter(self) -> None:
        _ip("link", "add", self.pont, "type", "bridge")
        _ip("addr", "add", f"{self.ici}/{MASQUE}", "dev", self.pont)
        _ip("link", "set", self.pont, "up")
        for nom, adresse in self.adresses.items():
            hote, cable = self._hote(nom), self._cable(nom)
            _ip("netns", "add", hote)
            _ip("link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", hote)
            _ip("-n", hote, "addr", "add", f"{adresse}/{MASQUE}", "dev", "eth0")
            for carte in ("lo", "eth0"):
                _ip("-n", hote, "link", "set", carte, "up")
            _ip("link", "set", cable, "up")
            self.retablir(nom)

    def demonter(self) -> None:
        """Take everything away, be it half made."""
        for nom in self.adresses:
            subprocess.run(["ip", "netns", "del", self._hote(nom)], capture_output=True)
        subprocess.run(["ip", "link", "del", self.pont], capture_output=True)

    def couper(self, nom: str) -> None:
        """What is sent to this host or by it is lost, and nobody is told."""
        _ip("link", "set", self._cable(nom), "nomaster")

    def retablir(self, nom: str) -> None:
        _ip("link", "set", self._cable(nom), "master", self.pont)

    def dans(self, nom: str) -> list[str]:
        """What a command begins with to run on this host."""
        return ["ip", "netns", "exec", self._hote(nom)]

    def _hote(self, nom: str) -> str:
        return f"{self.marque}-{nom}"

    def _cable(self, nom: str) -> str:
        return f"{self.marque}c{list(self.adresses).index(nom)}"


@contextmanager
def reseau(*noms: str) -> Iterator[Reseau]:
    """Hosts of these names for the time of the block."""
    if os.geteuid() != 0 or not shutil.which("ip"):
        raise NonEssaye("séparer des hôtes demande d’être root, et le paquet iproute2")
    cables = Reseau(noms)
    try:
        cables.monter()
        yield cables
    finally:
        cables.demonter()


def _ip(*arguments: str) -> None:
    commande = subprocess.run(["ip", *arguments], capture_output=True, text=True)
    if commande.returncode:
        raise NonEssaye(f"le noyau refuse des hôtes séparés ({commande.stderr.strip()})")
