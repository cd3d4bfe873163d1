"""The figures: one line per page and size, with what is asked of them."""

from statistics import quantiles

from outillage.affichage import ecrire

from .mesures import Serie

REQUETES_MAXIMALES, CROISSANCE_MAXIMALE = 12, 1.5
#: These hold a team, every figure, a report: their queries are asked to be constant, not few.
REQUETES = {"file_active": 20, "file_active_filtree": 20, "indicateurs": 40, "bilan": 60, "agenda": 16}
#: Times its floor that a page may take (issues 2, 4 and 8).
RATIOS = {
    "journee": 4,
    "liste": 3,
    "liste_filtree": 3,
    "personne": 3.5,
    "note": 3,
    "recherche": 3,
    "partout": 3,
    "rapprochement": 4,
    "file_active": 5,
    "file_active_filtree": 5,
    "indicateurs": 15,
}
#: The search of everything among thousands of people is « well under a second » (issue 6), in milliseconds.
P95 = {"partout": 500, "partout_grande": 300}
#: A batch: time beside WeasyPrint alone on the same HTML, two workers beside one, megabytes of a worker process.
RATIO_WEASYPRINT, RATIO_DEUX, MEMOIRE_MO = 1.3, 0.6, 600
#: A spreadsheet: time beside the library alone on the same cells, queries.
RATIO_TABLEUR, REQUETES_TABLEUR = 3, 6
#: A document asked for during a batch of another structure: time beside the same alone.
RATIO_EQUITE = 3
#: Memory of the web processes, in percent an hour, once ten minutes of work were looked at.
PENTE, DUREE_PENTE = 1, 600
VISEES = {*RATIOS, *P95, "bilan", "agenda"}


def resumer(page: str, structures: int, serie: Serie) -> dict:
    """One line of the JSON; times in milliseconds, `ratio_plancher` between the two medians."""
    p50, p95 = _centiles(serie.page)
    plancher, _ = _centiles(serie.plancher)
    return {
        "page": page,
        "structures": structures,
        "p50_ms": round(p50, 2),
        "p95_ms": round(p95, 2),
        "ratio_plancher": round(p50 / plancher, 2),
        "ratio_sql": round(p50 / serie.sql, 2),
        "requetes": serie.requetes,
        "octets": serie.octets,
        "balayees": serie.balayees,
    }


def _centiles(valeurs: list[float]) -> tuple[float, float]:
    centiles = quantiles(valeurs, n=20, method="inclusive") if len(valeurs) > 1 else valeurs * 19
    return centiles[9], centiles[18]


def afficher(lignes: list[dict]) -> None:
    """Print the table, then what exceeds what is asked (issue 2, « Must show » 6; issue 4, « Must show » 3)."""
    ecrire(
        f"\n{'page':<20} {'structures':>10} {'p50':>10} {'p95':>10} {'÷ plancher':>11} {'÷ une':>6} {'÷ SQL':>6}"
        f" {'requêtes':>9} {'octets':>9}"
    )
    seules = _p95_a_une(lignes)
    for ligne in lignes:
        une = ligne["p95_ms"] / seules.get(ligne["page"], ligne["p95_ms"])
        ecrire(
            f"{ligne['page']:<20} {ligne['structures']:>10} {ligne['p50_ms']:>7.1f} ms {ligne['p95_ms']:>7.1f} ms"
            f" {ligne['ratio_plancher']:>11.2f} {une:>6.2f} {ligne['ratio_sql']:>6.1f}"
            f" {ligne['requetes']:>9} {ligne['octets']:>9}"
        )
    ecrire()
    for phrase in depassements(lignes) or ["Toutes les pages tiennent ce qui est demandé."]:
        ecrire(phrase)


def _p95_a_une(lignes: list[dict]) -> dict[str, float]:
    """{page: its p95 with one structure}."""
    return {ligne["page"]: ligne["p95_ms"] for ligne in lignes if ligne["structures"] == 1}


def afficher_lot(lot: dict) -> None:
    """Print what the batch took, then what exceeds what is asked (issue 5, « Must show » 4)."""
    memoire = ", ".join(f"{mo} Mo" for mo in lot["memoire_mo"])
    ecrire(
        f"\nlot de {lot['documents']} dossiers, {lot['pages']} pages : {lot['secondes_un']:.0f} s avec un"
        f" travailleur, {lot['secondes_deux']:.0f} s avec deux, WeasyPrint seul {lot['secondes_weasyprint']:.0f} s"
    )
    ecrire(
        f"par page {lot['ms_page']:.0f} ms, {lot['ratio_weasyprint']:.2f} fois WeasyPrint seul ;"
        f" deux travailleurs {lot['ratio_deux']:.2f} fois le temps d’un ; mémoire au plus : {memoire}"
    )
    deux = " et ".join(f"{secondes:.0f} s" for secondes in lot["processeur_deux"])
    ecrire(
        f"processeur : {lot['processeur_un']:.0f} s avec un travailleur, {deux} avec deux,"
        f" WeasyPrint seul {lot['processeur_weasyprint']:.0f} s"
    )
    for phrase in depassements_lot(lot) or ["Le lot tient ce qui est demandé."]:
        ecrire(phrase)


def afficher_tableur(feuille: dict) -> None:
    """Print what a spreadsheet of people took, then what exceeds what is asked (issue 8, « Must show » 3)."""
    ecrire(
        f"\ntableur de {feuille['lignes']} personnes, {feuille['colonnes']} colonnes : {feuille['secondes']:.1f} s,"
        f" openpyxl seul {feuille['secondes_seul']:.1f} s, soit {feuille['ratio_seul']:.2f} fois ;"
        f" {feuille['requetes']} requêtes"
    )
    for phrase in depassements_tableur(feuille) or ["Le tableur tient ce qui est demandé."]:
        ecrire(phrase)


def afficher_equite(partage: dict) -> None:
    """Print what one document took beside a batch, then what exceeds what is asked (issue 8, « Must show » 5)."""
    ecrire(
        f"\nun document seul : {partage['secondes_seul']:.2f} s ; pendant un lot de {partage['documents']}"
        f" d’une autre structure : {partage['secondes_pendant']:.2f} s, soit {partage['ratio']:.2f} fois (au pire"
        f" {partage['secondes_pendant_max']:.2f} s, {partage['ratio_max']:.2f} fois), le temps que"
        f" le lot en fasse {partage['devant_max']} au plus"
    )
    if partage["ratio_max"] > RATIO_EQUITE:
        ecrire(f"partage : {partage['ratio_max']} fois le temps seul (au plus {RATIO_EQUITE})")
    else:
        ecrire("Le partage tient ce qui est demandé.")


def depassements_tableur(feuille: dict) -> list[str]:
    """What a spreadsheet exceeds, in French; nothing when all is well."""
    phrases = []
    if feuille["ratio_seul"] > RATIO_TABLEUR:
        phrases.append(f"tableur : {feuille['ratio_seul']} fois openpyxl seul (au plus {RATIO_TABLEUR})")
    if feuille["requetes"] > REQUETES_TABLEUR:
        phrases.append(f"tableur : {feuille['requetes']} requêtes (au plus {REQUETES_TABLEUR})")
    return phrases


def depassements_lot(lot: dict) -> list[str]:
    """What a batch exceeds, in French; nothing when all is well."""
    phrases = []
    if lot["ratio_weasyprint"] > RATIO_WEASYPRINT:
        phrases.append(f"lot : {lot['ratio_weasyprint']} fois WeasyPrint seul (au plus {RATIO_WEASYPRINT})")
    if lot["ratio_deux"] > RATIO_DEUX:
        phrases.append(f"lot : deux travailleurs, {lot['ratio_deux']} fois le temps d’un (au plus {RATIO_DEUX})")
    if max(lot["memoire_mo"]) > MEMOIRE_MO:
        phrases.append(f"lot : {max(lot['memoire_mo'])} Mo dans un travailleur (au plus {MEMOIRE_MO})")
    return phrases


def depassements(lignes: list[dict]) -> list[str]:
    """What exceeds the targets, in French; nothing when all is well."""
    seules = _p95_a_une(lignes)
    phrases = []
    for ligne in lignes:
        ou, page = f"{ligne['page']}, {ligne['structures']} structure(s)", ligne["page"]
        if page not in VISEES:
            continue
        if page in P95 and ligne["p95_ms"] > P95[page]:
            phrases.append(f"{ou} : p95 de {ligne['p95_ms']} ms (au plus {P95[page]})")
        if page in RATIOS and ligne["ratio_plancher"] > RATIOS[page]:
            phrases.append(f"{ou} : {ligne['ratio_plancher']} fois son plancher (au plus {RATIOS[page]})")
        if ligne["balayees"]:
            phrases.append(f"{ou} : lit en entier {', '.join(ligne['balayees'])}")
        permises = REQUETES.get(page, REQUETES_MAXIMALES)
        if ligne["requetes"] > permises:
            phrases.append(f"{ou} : {ligne['requetes']} requêtes (au plus {permises})")
        if page in seules and ligne["p95_ms"] > CROISSANCE_MAXIMALE * seules[page]:
            phrases.append(f"{ou} : p95 de plus de {CROISSANCE_MAXIMALE} fois celui d’une structure")
    return phrases


def afficher_pdfs(ligne: dict) -> None:
    """Print how many PDFs of so many pages so many processes make (issue 8)."""
    ecrire(
        f"PDF de {ligne['pages_chacun']} page(s), {ligne['processus']} processus : {ligne['pdf_par_seconde']} par"
        f" seconde, {ligne['pages_par_seconde']} pages par seconde"
    )


def afficher_charge(palier: dict) -> None:
    """Print what so many people at work waited, then what exceeds what is asked (issue 8, « Must show » 4)."""
    memoire = ", ".join(f"{mo} Mo" for mo in palier["memoire_mo"])
    pente = palier["pente_par_heure"]
    ecrire(
        f"\n{palier['utilisateurs']} personne(s) pendant {palier['secondes']} s, deux processus :"
        f" {palier['demandes']} pages, {palier['par_seconde']} par seconde ; p50 {palier['p50_ms']} ms,"
        f" p95 {palier['p95_ms']} ms, p99 {palier['p99_ms']} ms ; {palier['erreurs']} erreur(s) ; mémoire {memoire},"
        f" pente {'non mesurée' if pente is None else f'{pente} % par heure'}"
    )
    for phrase in depassements_charge(palier):
        ecrire(phrase)


def depassements_charge(palier: dict) -> list[str]:
    """What people at work met that they should not have, in French; a slope counts after ten minutes."""
    phrases = [f"charge : {exemple}" for exemple in palier["exemples"]]
    pente = palier["pente_par_heure"]
    if palier["secondes"] >= DUREE_PENTE and (pente is None or pente > PENTE):
        phrases.append(f"charge : la mémoire croît de {pente} % par heure (au plus {PENTE})")
    return phrases


AFFICHER = {
    "lot": afficher_lot,
    "tableur": afficher_tableur,
    "equite": afficher_equite,
    "pdfs": afficher_pdfs,
    "charge": afficher_charge,
}
