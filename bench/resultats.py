"""The figures: one line per page and size, with what is asked of them."""

from statistics import quantiles

from outillage.affichage import ecrire

from .mesures import Serie

RATIO_MAXIMAL, REQUETES_MAXIMALES, CROISSANCE_MAXIMALE = 4, 12, 1.5
VISEES = ("liste", "personne", "note", "recherche", "rapprochement")


def resumer(page: str, structures: int, serie: Serie) -> dict:
    """One line of the JSON; times in milliseconds, `ratio_plancher` between the two medians."""
    p50, p95 = _centiles(serie.page)
    return {
        "page": page,
        "structures": structures,
        "p50_ms": round(p50, 2),
        "p95_ms": round(p95, 2),
        "ratio_plancher": round(p50 / _centiles(serie.plancher)[0], 2),
        "requetes": serie.requetes,
        "octets": serie.octets,
    }


def _centiles(valeurs: list[float]) -> tuple[float, float]:
    centiles = quantiles(valeurs, n=20, method="inclusive") if len(valeurs) > 1 else valeurs * 19
    return centiles[9], centiles[18]


def afficher(lignes: list[dict]) -> None:
    """Print the table, then what exceeds what is asked (issue 2, « Must show » 6; issue 4, « Must show » 3)."""
    ecrire(
        f"\n{'page':<14} {'structures':>10} {'p50':>10} {'p95':>10} {'÷ plancher':>11} {'requêtes':>9} {'octets':>9}"
    )
    for ligne in lignes:
        ecrire(
            f"{ligne['page']:<14} {ligne['structures']:>10} {ligne['p50_ms']:>7.1f} ms {ligne['p95_ms']:>7.1f} ms"
            f" {ligne['ratio_plancher']:>11.2f} {ligne['requetes']:>9} {ligne['octets']:>9}"
        )
    ecrire()
    for phrase in depassements(lignes) or ["Toutes les pages tiennent ce qui est demandé."]:
        ecrire(phrase)


def depassements(lignes: list[dict]) -> list[str]:
    """What exceeds the targets, in French; nothing when all is well."""
    petits = {ligne["page"]: ligne["p50_ms"] for ligne in lignes if ligne["structures"] == 1}
    phrases = []
    for ligne in lignes:
        ou, page = f"{ligne['page']}, {ligne['structures']} structure(s)", ligne["page"]
        if page not in VISEES:
            continue
        if ligne["ratio_plancher"] > RATIO_MAXIMAL:
            phrases.append(f"{ou} : {ligne['ratio_plancher']} fois son plancher (au plus {RATIO_MAXIMAL})")
        if ligne["requetes"] > REQUETES_MAXIMALES:
            phrases.append(f"{ou} : {ligne['requetes']} requêtes (au plus {REQUETES_MAXIMALES})")
        if page in petits and ligne["p50_ms"] > CROISSANCE_MAXIMALE * petits[page]:
            phrases.append(f"{ou} : plus de {CROISSANCE_MAXIMALE} fois le temps avec une structure")
    return phrases
