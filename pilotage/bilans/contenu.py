"""What a report says, as one dict that JSON can hold: the screen, the PDF, the spreadsheet and the frozen version all
show this and nothing else, and its figures come from `pilotage.indicateurs` alone."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django.utils import timezone
from django.utils.text import capfirst

from insertion.isolation import replique
from insertion.texte import en_mots, minuscule
from parcours.models import Dispositif

from ..indicateurs import (
    INDICATEURS,
    Donnees,
    accompagnement,
    apres,
    convergence,
    departement,
    etp,
    freins,
    fse,
    geiq,
    lire,
    publics,
    sorties,
)
from ..indicateurs.lectures import Lectures
from .blocs import BLOCS, CIBLES
from .cibles import cibles_du_bilan, face_aux_cibles
from .etendue import cohorte, compte_jusqu_au, perimetre
from .masque import Masque, masquer
from .modeles import MODELES, a_jour
from .tables import table_de, table_de_rappel

#: Reasons for leaving somebody out that better records would do away with: the others are rules of the figure.
RAISONS_LACUNES = {
    sorties.SANS_MOTIF,
    accompagnement.SANS_SUITE,
    accompagnement.NON_POINTES,
    etp.SANS_SAISIE,
    apres.SANS_NOUVELLES,
    freins.NON_EVALUE,
    freins.NON_REEVALUE,
    publics.SANS_CONTRAT,
    publics.NON_RENSEIGNE,
    departement.HEURES_TUES,
    departement.FIN_TUE,
    departement.RIEN_NOTE,
    convergence.SANS_RUBRIQUE,
    convergence.ETP_TU,
    fse.HORS_DELAI,
    fse.JAMAIS_REMPLI,
    geiq.RESULTAT_TU,
    "durée non notée",
    "demande d’aide non renseignée",
}
#: The line of a breakdown that holds those of whom nothing is known.
INCONNU = "inconnu"


def contenu(bilan, le):
    """Return the content of `bilan` (loaded by `pour_fiche`) with the data of the instant `le`.

    {"entete": {…}, "blocs": [{"code", "titre", "texte", "graphique", "tables": […]}], "lacunes": […]}. Numbers are
    texts with a dot (« 66.7 »), or None when they cannot be computed or are hidden (`masque`); `en_mots` and
    `fraction` are what is read. `derriere`, `base` and `exclus` keep the ids, so that each figure opens later.
    """
    montres = [bloc for bloc in a_jour(bilan.blocs) if bloc["actif"]]
    jour = timezone.localdate(le)
    codes = _codes(montres)
    lectures = Lectures()  # the report and its agreement read their tables together
    donnees = Donnees(perimetre(bilan, jour), lectures)
    a_des_cibles = any(bloc["code"] == CIBLES for bloc in montres)
    cibles = cibles_du_bilan(bilan, jour)

    def lus_ensemble():
        visees = face_aux_cibles(bilan, jour, lectures) if a_des_cibles else None
        return visees, *_tables(donnees, codes, cibles, visees, masquer_petits=bilan.masquer_petits)

    with donnees.lecture():  # opened once for all the figures
        visees, tables, lacunes = replique.lire(lus_ensemble)
    blocs = [_bloc(bloc, tables, visees) for bloc in montres]
    lus = {ligne["indicateur"] for bloc in blocs for table in bloc["tables"] for ligne in table["lignes"]}
    definitions = {code: INDICATEURS[code] for code in INDICATEURS if code in lus}
    return {
        "entete": _entete(bilan, le),
        "blocs": blocs,
        "lacunes": [lacune for lacune in lacunes if lacune["indicateur"] in lus],
        "sources": [
            {"indicateur": d.code, "libelle": d.libelle, "definition": d.definition, "source": d.reference}
            for d in definitions.values()
        ],
    }


def annee_avant(bilan, fige, le):
    """The content of the perimeter of `fige` (frozen content of `bilan`) one year earlier, with the data of `le`."""
    entete, un_an = fige["entete"], relativedelta(years=1)
    fin = entete.get("compte_au") or entete["au"]
    bilan.du, bilan.au = (date.fromisoformat(borne) - un_an for borne in (entete["du"], fin))
    bilan.dispositifs = [dispositif["pk"] for dispositif in entete["dispositifs"]]
    criteres = entete.get("cohorte_criteres", {})
    entres = (criteres.get(borne) for borne in ("entres_du", "entres_au"))
    bilan.entres_du, bilan.entres_au = (date.fromisoformat(jour) - un_an if jour else None for jour in entres)
    bilan.publics = criteres.get("publics", [])
    bilan.masquer_petits = entete["masquer_petits"]
    bilan.blocs = [{"code": bloc["code"], "actif": True, "texte": "", "version": 0} for bloc in fige["blocs"]]
    return contenu(bilan, le)


def periode_comptee(entete):
    """The days that the figures of a frozen heading count, in words: a period that was not over is not told whole."""
    fin = entete.get("compte_au") or entete["au"]
    return f"du {en_mots(date.fromisoformat(entete['du']))} au {en_mots(date.fromisoformat(fin))}"


def lignes(contenu):
    """{(indicator, line): line} of a content, each once, under its own name rather than that of a recall."""
    tables = [table for bloc in contenu["blocs"] for table in bloc["tables"]]
    trouvees = {}
    for table in sorted(tables, key=lambda table: not table["rubrique"]):
        for ligne in table["lignes"]:
            trouvees.setdefault((ligne["indicateur"], ligne["code"]), ligne)
    return trouvees


def _codes(montres):
    """The indicators to compute: those of the blocks shown."""
    codes = []
    for bloc in montres:
        definition = BLOCS[bloc["code"]]
        codes += [*definition.indicateurs, *(code for code, _ in definition.cles)]
    return [code for code in dict.fromkeys(codes) if code in INDICATEURS]


def _tables(donnees, codes, cibles, visees, *, masquer_petits):
    """({code: table} of the indicators `codes`, what is missing behind them); with `masquer_petits`, small counts are
    hidden in them and in `visees` (table of the targets, or None)."""
    resultats = lire(donnees, codes) if codes else {}
    tables = {code: table_de(resultat, cibles) for code, resultat in resultats.items()}
    lacunes = _lacunes(tables.values())
    masque = Masque()
    if masquer_petits and (tables or visees):
        manques = [(lacune["nature"], lacune["listes"]) for lacune in lacunes]
        personne_de = {s.pk: s.personne for s in donnees.suivis.values()}
        masque = masquer([*tables.values(), *([visees] if visees else ())], manques, personne_de)
    for une in tables.values():
        une["hors_calcul"] = _hors_calcul(une["lignes"], masque)
    for ligne in visees["lignes"] if visees else ():
        ligne["etat"] = "" if ligne["masque"] else ligne["etat"]  # « atteinte » would say on which side it is
    return tables, [_comptee(lacune, masque) for lacune in lacunes]


def _hors_calcul(lignes, masque):
    """Who was left out of the lines of a table: each reason once, with the lists that name them (one for the lines
    that leave out the same people, else one a line)."""
    raisons = {}
    for ligne in lignes:
        for rang, exclusion in enumerate(ligne["exclus"], start=1):
            listes = raisons.setdefault(exclusion["raison"], {})
            listes.setdefault(tuple(exclusion["ids"]), (ligne, f"exclus-{rang}"))
    return [
        {
            "raison": raison,
            "listes": [
                {
                    "libelle": minuscule(ligne["libelle"]) if len(listes) > 1 else "",
                    "nombre": masque.nombre(ligne["nature"], ids),
                    "ligne": ligne["code"],
                    "part": part,
                }
                for ids, (ligne, part) in listes.items()
            ],
        }
        for raison, listes in raisons.items()
    ]


def _bloc(bloc, tables, visees):
    definition = BLOCS[bloc["code"]]
    siennes = [tables[code] for code in definition.indicateurs if code in tables]
    if bloc["code"] == CIBLES and visees:
        siennes.append(visees)
    elif rappel := _rappel(definition, tables):
        siennes.append(rappel)
    return {
        "code": bloc["code"],
        "titre": definition.titre,
        "texte": bloc["texte"],
        "graphique": definition.graphique,
        "tables": siennes,
    }


def _rappel(definition, tables):
    """One table that gathers lines shown elsewhere, each named in full; None when there is nothing to recall."""
    rappelees = [
        ligne | {"libelle": _en_entier(tables[code], ligne)}
        for code, nom in definition.cles
        if code in tables
        for ligne in tables[code]["lignes"]
        if ligne["code"] == nom
    ]
    return table_de_rappel(definition) | {"lignes": rappelees} if rappelees else None


def _en_entier(table, ligne):
    """« Sorties examinées », « Entretiens tenus », « Femmes et hommes : femmes », « Situations à l’entrée : RSA »."""
    if ligne["libelle"].startswith(table["libelle"]):
        return ligne["libelle"]
    return f"{table['libelle']} : {minuscule(ligne['libelle'])}"


def _entete(bilan, le):
    convention = bilan.convention
    choisis = set(bilan.dispositifs)
    dispositifs = list(Dispositif.objects.filter(pk__in=choisis).values("pk", "nom")) if choisis else []
    instant, gardes = timezone.localtime(le), cohorte(bilan)
    compte_au = compte_jusqu_au(bilan, instant.date())
    return {
        "titre": bilan.titre,
        "structure": bilan.structure.nom,
        "siret": bilan.structure.siret,
        "financeur": convention.financeur.nom if convention else "",
        "convention": convention.intitule if convention else "",
        "convention_numero": convention.numero if convention else "",
        "cofinance_ue": bool(convention and convention.cofinance_ue),
        "du": bilan.du.isoformat(),
        "au": bilan.au.isoformat(),
        "compte_au": compte_au.isoformat(),
        "en_cours": ""
        if compte_au == bilan.au
        else f"La période n’est pas finie : les chiffres sont comptés jusqu’au {en_mots(compte_au)} compris.",
        "periode": f"du {en_mots(bilan.du)} au {en_mots(bilan.au)}",
        "periode_courte": f"{bilan.du:%d/%m/%Y} – {bilan.au:%d/%m/%Y}",
        "dispositifs": dispositifs,
        "filtres": ", ".join(d["nom"] for d in dispositifs) or "tous les dispositifs",
        "cohorte": gardes.en_mots,
        "cohorte_criteres": {
            "entres_du": gardes.entres_du and gardes.entres_du.isoformat(),
            "entres_au": gardes.entres_au and gardes.entres_au.isoformat(),
            "publics": sorted(gardes.publics),
        },
        "modele": bilan.get_modele_display(),
        "modele_version": MODELES[bilan.modele].version,
        "masquer_petits": bilan.masquer_petits,
        "auteur": str(bilan.auteur or ""),
        "donnees_at": instant.isoformat(),
        "donnees_le": en_mots(instant, "j F Y, G \\h i"),
    }


def _lacunes(tables):
    """What better records would add: people left out for want of a word, and those of whom nothing is known.

    One entry per indicator and reason; it holds every answer missing (`listes`), and opens the line that misses the
    most.
    """
    manques = {}
    for table in tables:
        for ligne in table["lignes"]:
            for rang, exclusion in enumerate(ligne["exclus"], start=1):
                if exclusion["raison"] in RAISONS_LACUNES:
                    listes = manques.setdefault((table["indicateur"], exclusion["raison"]), {})
                    listes.setdefault(tuple(exclusion["ids"]), (table, ligne, f"exclus-{rang}"))
            if ligne["code"] == INCONNU and ligne["derriere"]:
                listes = manques.setdefault((table["indicateur"], "non renseigné"), {})
                listes[tuple(ligne["derriere"])] = (table, ligne, "derriere")
    return [_lacune(raison, listes) for (_, raison), listes in manques.items()]


def _lacune(raison, listes):
    plus_longue = max(listes, key=len)
    table, ligne, part = listes[plus_longue]
    noms = [minuscule(ligne["libelle"]) for _, ligne, _ in listes.values()]
    return {
        "indicateur": table["indicateur"],
        "libelle": table["libelle"],
        "detail": capfirst(" ; ".join(noms)) if len(noms) > 1 else "",
        "ligne": ligne["code"],
        "part": part,
        "raison": raison,
        "nature": ligne["nature"],
        "listes": [list(ids) for ids in listes],
    }


def _comptee(lacune, masque):
    """A lacune with its number as it may be read, in the place of its lists."""
    nature, listes = lacune.pop("nature"), lacune.pop("listes")
    return lacune | {"nombre": masque.nombre(nature, sum(listes, []))}
