"""The data folder (`DONNEES`): all that one Tremplin keeps on this machine, for one running copy at a time."""

import fcntl
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from outillage.affichage import Abandon

RACINE = Path(__file__).resolve().parent.parent
# All that the demo writes in its folder: `make demo-vider` removes these names and no other.
CREES = (
    "battement",
    "comptes.txt",
    "documents",
    "environnement",
    "journaux",
    "mesures",
    "postgres",
    "static",
    "static.empreinte",
    "temoins",
    "valkey",
)


class Dossier:
    """A data folder, opened: recognised as ours or created, and locked until the process ends."""

    def __init__(self, racine: Path) -> None:
        self.racine = racine.resolve()
        self.fiche = self.racine / "instance.json"
        self.instance: dict = {}

    def ouvrir(self) -> "Dossier":
        if self.fiche.exists():
            self._exiger_le_meme_compte()
            self._verrouiller()
            self.instance = json.loads(self.fiche.read_text())
        else:
            self._creer()
            self._verrouiller()
            self.noter(id=secrets.token_hex(4))
        return self

    def _exiger_le_meme_compte(self) -> None:
        if self.fiche.stat().st_uid != os.geteuid():
            raise Abandon(
                f"Le dossier de données {self.racine} appartient à un autre compte ({self.fiche.owner()}).\n"
                "Lancez la commande sous ce compte, ou choisissez un autre dossier : DONNEES=/chemin"
            )

    def _creer(self) -> None:
        a_nous = self.racine.is_relative_to(RACINE / ".tremplin")
        try:
            # Others may go through it, not look into it: PostgreSQL runs under another account when root starts it.
            self.racine.mkdir(parents=True, exist_ok=True, mode=0o711)
            if not a_nous and any(p.name != "verrou" for p in self.racine.iterdir()):
                raise Abandon(
                    f"Le dossier {self.racine} contient autre chose que des données de Tremplin.\n"
                    "Choisissez un dossier vide ou nouveau : DONNEES=/chemin"
                )
        except OSError as erreur:
            raise Abandon(f"Le dossier de données {self.racine} ne s'ouvre pas : {erreur.strerror}.") from erreur

    def _verrouiller(self) -> None:
        self._verrou = os.open(self.racine / "verrou", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._verrou, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Abandon(
                f"Une commande de Tremplin travaille déjà dans {self.racine} : arrêtez-la (Ctrl-C), "
                "ou choisissez un autre dossier : DONNEES=/chemin"
            ) from None

    def noter(self, **valeurs: object) -> None:
        """Keep values in the record of this folder."""
        self.instance |= valeurs
        self.ecrire("instance.json", json.dumps(self.instance, indent=1))

    def secret(self, nom: str) -> str:
        """A secret of this folder, drawn once."""
        if nom not in self.instance:
            self.noter(**{nom: secrets.token_urlsafe(50)})
        return self.instance[nom]

    def sous_dossier(self, nom: str) -> Path:
        chemin = self.racine / nom
        chemin.mkdir(mode=0o700, exist_ok=True)
        return chemin

    def journal(self, nom: str) -> Path:
        return self.sous_dossier("journaux") / f"{nom}.log"

    def ecrire(self, nom: str, texte: str) -> Path:
        """Write a file that only this account may read, whole or not at all."""
        chemin, ebauche = self.racine / nom, self.racine / f"{nom}.nouveau"
        with open(ebauche, "w", opener=_prive) as fichier:
            fichier.write(texte)
        return ebauche.replace(chemin)

    def vider(self) -> list[str]:
        """Remove what Tremplin created here and give the names of what is left."""
        chemins = [self.racine / nom for nom in CREES]
        if abri := self.instance.get("abri"):  # PostgreSQL's own folder, when it could not live in this one
            chemins.append(Path(abri))
        for chemin in chemins:
            if chemin.is_dir():
                shutil.rmtree(chemin)
            else:
                chemin.unlink(missing_ok=True)
        self.fiche.unlink()
        (self.racine / "verrou").unlink()
        restes = sorted(p.name for p in self.racine.iterdir())
        if not restes:
            self.racine.rmdir()
        return restes


@contextmanager
def dossier_passager(nom: str) -> Iterator[Dossier]:
    """A data folder for the time of the block: nothing is left of it."""
    dossier = Dossier(RACINE / ".tremplin" / f"{nom}-{os.getpid()}").ouvrir()
    try:
        yield dossier
    finally:
        with suppress(FileNotFoundError):
            dossier.vider()
        shutil.rmtree(dossier.racine, ignore_errors=True)


def _prive(chemin: str, options: int) -> int:
    return os.open(chemin, options, 0o600)
