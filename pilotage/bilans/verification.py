"""« Vérifier » : what to look at before a report is produced. Nothing here prevents producing it."""

from dataclasses import dataclass

from ..indicateurs.chiffres import PETIT_EFFECTIF
from ..indicateurs.cohorte import PUBLICS
from .blocs import BLOCS, SECTIONS, blocs_de
from .contenu import lignes
from .masque import est_petite
from .modeles import MODELES


@dataclass(frozen=True)
class Remarque:
    """One thing to look at; `bloc` is the block whose text it is about, `ajout` one to show, when there is one."""

    phrase: str
    bloc: str = ""
    ajout: str = ""


def verifier(bilan, contenu, le):
    """The `Remarque`s on `bilan` (loaded by `pour_fiche`) and its `contenu`, on the day `le`."""
    remarques = [*_periode(bilan, le), *_convention(bilan), *_publics(bilan), *_sections(bilan, contenu)]
    remarques += [
        Remarque(f"« {bloc['titre']} » attend un texte, et n’en a pas.", bloc["code"])
        for bloc in contenu["blocs"]
        if BLOCS[bloc["code"]].attend_un_texte and not bloc["texte"]
    ]
    return remarques + _petits(bilan, contenu)


def _periode(bilan, le):
    if bilan.au >= le:
        yield Remarque(
            f"La période n’est pas finie : les chiffres s’arrêtent au {le:%d/%m/%Y}, et la première page le dit. Ils "
            "bougeront encore."
        )


def _convention(bilan):
    convention = bilan.convention
    if convention is None:
        return
    if bilan.du < convention.debut or bilan.au > convention.fin:
        bornes = f"du {convention.debut:%d/%m/%Y} au {convention.fin:%d/%m/%Y}"
        yield Remarque(f"La période déborde de la convention, qui va {bornes}.")
    couverts = {couvert.dispositif_id for couvert in convention.couverts.all()}
    if couverts and set(bilan.dispositifs) != couverts:
        noms = ", ".join(sorted(str(couvert.dispositif) for couvert in convention.couverts.all()))
        yield Remarque(f"La convention couvre {noms} : le bilan n’a pas les mêmes dispositifs.")
    if not bilan.masquer_petits and not convention.financeur.voit_petits_effectifs:
        yield Remarque(
            f"{convention.financeur} n’est pas noté comme habilité à recevoir les petits effectifs, que ce bilan "
            "montre."
        )


def _publics(bilan):
    """The public of the template (the RSA for a Département), when the report keeps others."""
    attendus = MODELES[bilan.modele].publics
    if set(bilan.publics) != set(attendus) and attendus:
        noms = " ou ".join(PUBLICS[code] for code in attendus)
        gardes = " ou ".join(PUBLICS[code] for code in bilan.publics if code in PUBLICS) or "tout le monde"
        yield Remarque(f"Ce modèle rend compte d’un public, {noms} : le bilan compte {gardes}.")


def _sections(bilan, contenu):
    """The sections that the agreement wants and that no block of the report shows."""
    montres = [bloc["code"] for bloc in contenu["blocs"]]
    for section in bilan.convention.sections if bilan.convention else ():
        if section in SECTIONS and not blocs_de(section, montres):
            phrase = f"La convention demande la partie « {section} », que le bilan ne montre pas."
            yield Remarque(phrase, ajout=SECTIONS[section][0][0])


def _petits(bilan, contenu):
    petites = [ligne for ligne in lignes(contenu).values() if ligne["masque"] or est_petite(ligne)]
    if not petites:
        return []
    fin = "masquées, avec celles qui les feraient deviner" if bilan.masquer_petits else "montrées"
    combien = f"{len(petites)} lignes portent" if len(petites) > 1 else "1 ligne porte"
    return [Remarque(f"{combien} sur 1 à {PETIT_EFFECTIF - 1} personnes : {fin}.")]
