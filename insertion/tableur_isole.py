"""Run by `tableur.py` as a script: a workbook on stdin becomes JSON on stdout. Knows nothing of the application.

Every cell becomes the text that a French spreadsheet shows, so that what is read, shown and corrected is one thing.
"""

import datetime
import io
import json
import resource
import sys

from python_calamine import CalamineWorkbook, SheetVisibleEnum

MEMOIRE = 1024 * 1024 * 1024
SECONDES = 15


def limiter():
    """Little memory, little time. A system that does not know a limit (macOS) goes without it."""
    for limite, valeur in (
        (resource.RLIMIT_AS, MEMOIRE),
        (resource.RLIMIT_CPU, SECONDES),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(limite, (valeur, valeur))
        except (ValueError, OSError):
            continue


def en_texte(valeur):
    if isinstance(valeur, bool):
        return "oui" if valeur else "non"
    if isinstance(valeur, float):
        return str(int(valeur)) if valeur.is_integer() else repr(round(valeur, 6)).replace(".", ",")
    if isinstance(valeur, datetime.datetime):
        heure = f"{valeur:%H:%M}"
        return f"{valeur:%d/%m/%Y}" if heure == "00:00" else f"{valeur:%d/%m/%Y} {heure}"
    if isinstance(valeur, datetime.date):
        return f"{valeur.day:02d}/{valeur.month:02d}/{valeur.year:04d}"
    return str(valeur).replace("\r\n", "\n").strip()


def lire_feuille(feuille, visible, lignes_max, colonnes_max):
    hauteur, largeur = (rang + 1 for rang in feuille.end) if feuille.end else (0, 0)
    lignes = []
    if hauteur and hauteur <= lignes_max and largeur <= colonnes_max:
        lignes = [[en_texte(v) for v in ligne] for ligne in feuille.to_python(skip_empty_area=False)]
    while lignes and not any(lignes[-1]):
        lignes.pop()
    return {"nom": feuille.name, "visible": visible, "lignes": lignes, "hauteur": hauteur, "largeur": largeur}


def principal(lignes_max, colonnes_max):
    limiter()
    classeur = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    feuilles = [
        lire_feuille(
            classeur.get_sheet_by_name(feuille.name),
            feuille.visible == SheetVisibleEnum.Visible,
            lignes_max,
            colonnes_max,
        )
        for feuille in classeur.sheets_metadata
        if str(feuille.typ).endswith("WorkSheet")
    ]
    json.dump(feuilles, sys.stdout)


if __name__ == "__main__":
    principal(*map(int, sys.argv[1:]))
