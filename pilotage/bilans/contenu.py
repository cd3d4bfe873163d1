"""What a report says, as one dict that JSON can hold: the screen, the PDF, the spreadsheet and the frozen version all
show this and nothing else, and its figures come from `pilotage.indicateurs` alone."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from insertion.texte import en_mots
from parcours.models import Dispositif

from ..indicateurs import (
    INDICATEURS,
    Cohorte,
    Donnees,
    Perimetre,
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
from ..indicateurs.chiffres import Chiffre, Unite
from .blocs import BLOCS, CIBLES
from .masque import Masque, masquer
from .modeles import MODELES, a_jour

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


def perimetre(bilan):
    """What the figures of `bilan` are about."""
    return Perimetre(bilan.structure, bilan.du, bilan.au, frozenset(bilan.dispositifs), cohorte(bilan))


def cohorte(bilan):
    """Whom the figures of `bilan` keep."""
    return Cohorte(bilan.entres_du, bilan.entres_au, frozenset(bilan.publics))


def contenu(bilan, le):
    """Return the content of `bilan` (loaded by `pour_fiche`) with the data of the instant `le`.

    {"entete": {…}, "blocs": [{"code", "titre", "texte", "graphique", "tables": […]}], "lacunes": […]}. Numbers are
    texts with a dot (« 66.7 »), or None when they cannot be computed or are hidden (`masque`); `en_mots` and
    `fraction` are what is read. `derriere`, `base` and `exclus` keep the ids, so that each figure opens later.
    """
    montres = [bloc for bloc in a_jour(bilan.blocs) if bloc["actif"]]
    cibles = {(c.indicateur, c.ligne): c.valeur for c in bilan.convention.cibles.all()} if bilan.convention else {}
    tables, lacunes = _tables(bilan, _codes(montres, cibles), cibles)
    blocs = [_bloc(bloc, tables, cibles) for bloc in montres]
    lus = {ligne["indicateur"] for bloc in blocs for table in bloc["tables"] for ligne in table["lignes"]}
    return {
        "entete": _entete(bilan, le),
        "blocs": blocs,
        "lacunes": [lacune for lacune in lacunes if lacune["indicateur"] in lus],
        "sources": [
            {nom: table[nom] for nom in ("indicateur", "libelle", "definition", "source")}
            for code, table in tables.items()
            if code in lus
        ],
    }


def annee_avant(bilan, fige, le):
    """The content of the perimeter of `fige` (frozen content of `bilan`) one year earlier, with the data of `le`."""
    entete, un_an = fige["entete"], relativedelta(years=1)
    bilan.du, bilan.au = (date.fromisoformat(entete[borne]) - un_an for borne in ("du", "au"))
    bilan.dispositifs = [dispositif["pk"] for dispositif in entete["dispositifs"]]
    criteres = entete.get("cohorte_criteres", {})
    entres = (criteres.get(borne) for borne in ("entres_du", "entres_au"))
    bilan.entres_du, bilan.entres_au = (date.fromisoformat(jour) - un_an if jour else None for jour in entres)
    bilan.publics = criteres.get("publics", [])
    bilan.masquer_petits = entete["masquer_petits"]
    bilan.blocs = [{"code": bloc["code"], "actif": True, "texte": "", "version": 0} for bloc in fige["blocs"]]
    return contenu(bilan, le)


def lignes(contenu):
    """{(indicator, line): line} of a content, each once, under its own name rather than that of a recall."""
    tables = [table for bloc in contenu["blocs"] for table in bloc["tables"]]
    trouvees = {}
    for table in sorted(tables, key=lambda table: not table["rubrique"]):
        for ligne in table["lignes"]:
            trouvees.setdefault((ligne["indicateur"], ligne["code"]), ligne)
    return trouvees


def _codes(montres, cibles):
    """The indicators to compute: those of the blocks shown, and those that the agreement aims at."""
    codes = []
    for bloc in montres:
        definition = BLOCS[bloc["code"]]
        codes += [*definition.indicateurs, *(code for code, _ in definition.cles)]
        if bloc["code"] == CIBLES:
            codes += [code for code, _ in cibles]
    return [code for code in dict.fromkeys(codes) if code in INDICATEURS]


def _tables(bilan, codes, cibles):
    """({code: table} of the indicators `codes`, what is missing behind them), small counts hidden if the report asks
    for it."""
    if not codes:
        return {}, []
    donnees = Donnees(perimetre(bilan))
    tables = {code: _table(resultat, cibles) for code, resultat in lire(donnees, codes).items()}
    lacunes = _lacunes(tables.values())
    masque = Masque()
    if bilan.masquer_petits:
        manques = [(lacune["nature"], lacune["listes"]) for lacune in lacunes]
        masque = masquer(tables.values(), manques, {s.pk: s.personne for s in donnees.suivis.values()})
    for table in tables.values():
        table["hors_calcul"] = _hors_calcul(table["lignes"], masque)
    return tables, [_comptee(lacune, masque) for lacune in lacunes]


def _table(resultat, cibles):
    definition = resultat.definition
    return {
        "indicateur": definition.code,
        "libelle": definition.libelle,
        "definition": definition.definition,
        "source": definition.source_en_clair,
        "libelle_lignes": definition.libelle_lignes,
        "rubrique": definition.rubrique,
        "lignes": [_ligne(definition, ligne, cibles.get((definition.code, ligne.code))) for ligne in resultat.lignes],
    }


def _ligne(definition, ligne, cible):
    chiffre = ligne.chiffre
    return {
        "indicateur": definition.code,
        "rubrique": definition.rubrique,
        "code": ligne.code,
        "libelle": ligne.libelle,
        "unite": str(chiffre.unite),
        "valeur": _texte(chiffre.valeur),
        "numerateur": _texte(chiffre.numerateur),
        "denominateur": _texte(chiffre.denominateur),
        "en_mots": chiffre.en_mots,
        "fraction": chiffre.fraction,
        "masque": False,
        "nature": str(chiffre.nature),
        "derriere": sorted(chiffre.derriere),
        "base": sorted(chiffre.base),
        "exclus": [{"raison": e.raison, "ids": sorted(e.ids)} for e in chiffre.exclus],
        "sensible": chiffre.sensible,
        "cible": _texte(cible),
        "cible_en_mots": "" if cible is None else Chiffre(_sans_zeros(cible), Unite(chiffre.unite)).en_mots,
    }


def _texte(nombre):
    return None if nombre is None else str(nombre)


def _sans_zeros(nombre):
    return int(nombre) if nombre == nombre.to_integral_value() else nombre


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
                    "libelle": ligne["libelle"] if len(listes) > 1 else "",
                    "nombre": masque.nombre(ligne["nature"], ids),
                    "ligne": ligne["code"],
                    "part": part,
                }
                for ids, (ligne, part) in listes.items()
            ],
        }
        for raison, listes in raisons.items()
    ]


def _bloc(bloc, tables, cibles):
    definition = BLOCS[bloc["code"]]
    siennes = [tables[code] for code in definition.indicateurs if code in tables]
    cles = list(cibles) if bloc["code"] == CIBLES else definition.cles
    if cles and (rappel := _rappel(definition, cles, tables)):
        siennes.append(rappel)
    return {
        "code": bloc["code"],
        "titre": definition.titre,
        "texte": bloc["texte"],
        "graphique": definition.graphique,
        "tables": siennes,
    }


def _rappel(definition, cles, tables):
    """One table that gathers lines shown elsewhere, each named in full; None when there is nothing to recall."""
    rappelees = [
        ligne | {"libelle": _en_entier(tables[code], ligne)}
        for code, nom in cles
        if code in tables
        for ligne in tables[code]["lignes"]
        if ligne["code"] == nom
    ]
    if not rappelees:
        return None
    return {
        "indicateur": definition.code,
        "libelle": definition.titre,
        "definition": "",
        "source": "",
        "libelle_lignes": "Chiffre",
        "rubrique": "",
        "lignes": rappelees,
        "reperes": [],
        "hors_calcul": [],
    }


def _en_entier(table, ligne):
    """« Sorties examinées », « Femmes et hommes : femmes », « Situations à l’entrée : RSA »."""
    if table["libelle"] == ligne["libelle"]:
        return table["libelle"]
    initiale, suite = ligne["libelle"][:1], ligne["libelle"][1:]
    sigle = suite[:1].isupper()  # « RSA » keeps its letters
    return f"{table['libelle']} : {initiale if sigle else initiale.lower()}{suite}"


def _entete(bilan, le):
    convention = bilan.convention
    choisis = set(bilan.dispositifs)
    dispositifs = list(Dispositif.objects.filter(pk__in=choisis).values("pk", "nom")) if choisis else []
    instant, gardes = timezone.localtime(le), cohorte(bilan)
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

    One entry per indicator and reason; it holds every answer missing (`listes`), and opens the line that misses the most.
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
    noms = [ligne["libelle"] for _, ligne, _ in listes.values()]
    return {
        "indicateur": table["indicateur"],
        "libelle": table["libelle"],
        "detail": ", ".join(noms) if len(noms) > 1 else "",
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
