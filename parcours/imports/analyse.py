"""The preview: what is wrong with each line, who is known already, what to do with each; and the counts."""

from collections import Counter
from dataclasses import dataclass, field

from insertion.enums import Choix

from . import champs
from .connus import Annuaire, Connu, Rapprochement
from .ecriture import Ecriture, prevoir
from .fiche import Fiche, cle_identite, comprendre
from .lecture import DONNEE, VIDE


@dataclass
class LigneAnalysee:
    """One line and its fate. `doublon_de` and `suite_de` are numbers of lines of the same file."""

    numero: int
    nature: str
    cellules: list
    voulu: str = ""
    fiche: Fiche | None = None
    rapprochement: Rapprochement = field(default_factory=Rapprochement)
    connu: Connu | None = None
    ecriture: Ecriture | None = None
    doublon_de: int | None = None
    suite_de: int | None = None
    choix: str = Choix.IGNORER
    avertissements: list = field(default_factory=list)

    @property
    def erreurs(self):
        return self.fiche.erreurs if self.fiche else []

    @property
    def est_lue(self):
        """Whether the line is read as somebody: a line of data, or one taken for a title that people claim back."""
        return self.nature == DONNEE or self.nature != VIDE and self.voulu == Choix.CREER

    @property
    def possibles(self):
        """The choices that people have for this line."""
        if self.nature == VIDE:
            return []
        if self.erreurs:
            return [Choix.IGNORER]
        if self.rapprochement.pk or self.suite_de:
            return [Choix.CREER, Choix.METTRE_A_JOUR, Choix.IGNORER]
        return [Choix.CREER, Choix.IGNORER]

    @property
    def sort(self):
        """What the line counts as: erreur, doublon, ignoree, creation or mise_a_jour."""
        if self.erreurs:
            return "erreur"
        if self.choix == Choix.IGNORER:
            return "doublon" if self.doublon_de else "ignoree"
        return "creation" if self.choix == Choix.CREER else "mise_a_jour"

    @property
    def ouvre_un_parcours(self):
        """Whether a parcours may be opened for the line (a sequel is only sure once the first line is written)."""
        if self.suite_de:
            return self.choix != Choix.IGNORER and self.fiche.demande_un_parcours
        return bool(self.ecriture and self.ecriture.parcours)

    def avertir(self, champ, message):
        self.avertissements.append({"champ": champ, "message": message})


def analyser(lignes, entetes, colonnes, reglages):
    """Return a `LigneAnalysee` for each (numero, nature, cellules, choice of people or '') of `lignes`.

    `colonnes` maps ranks (text) to field keys. Seven queries at most, whatever the number of lines.
    """
    analysees = [LigneAnalysee(*ligne) for ligne in lignes]
    donnees = [ligne for ligne in analysees if ligne.est_lue]
    for ligne in donnees:
        ligne.fiche = comprendre(ligne.numero, ligne.cellules, entetes, colonnes, reglages.le)
    _reperer_les_doublons(donnees, entetes, colonnes)
    valides = [ligne for ligne in donnees if not ligne.erreurs]
    annuaire = Annuaire([ligne.fiche for ligne in valides])
    for ligne in valides:
        ligne.rapprochement = annuaire.rapprocher(ligne.fiche)
    connus = annuaire.connus({ligne.rapprochement.pk for ligne in valides if ligne.rapprochement.pk}, reglages.le)
    for ligne in donnees:
        _decider(ligne, connus, reglages)
    return analysees


def _reperer_les_doublons(donnees, entetes, colonnes):
    """Mark the lines that repeat an earlier one; another application of the same person is a sequel, not a repeat."""
    premieres, contacts = {}, {}
    for ligne in donnees:
        if ligne.erreurs:
            continue
        cle = cle_identite(ligne.fiche.personne)
        premiere = next((p for p in premieres.get(cle, []) if _meme_personne(p.fiche, ligne.fiche)), None)
        if premiere is None:
            premieres.setdefault(cle, []).append(ligne)
            _comparer_les_contacts(ligne, contacts)
        elif _autre_candidature(premiere.fiche, ligne.fiche):
            ligne.suite_de = premiere.numero
            ligne.avertir(
                "nom", f"Même personne que la ligne {premiere.numero}, autre candidature : elle s’y ajoute."
            )
        else:
            ligne.doublon_de = premiere.numero
            ligne.avertir("nom", _dire_le_doublon(premiere, ligne, entetes, colonnes))


def _comparer_les_contacts(ligne, contacts):
    """Warn when another person of the file has the same telephone or e-mail: perhaps the same one, mistyped."""
    for champ, nom in (("telephone", "Même téléphone"), ("email", "Même adresse e-mail")):
        if contact := ligne.fiche.personne.get(champ):
            autre = contacts.setdefault(contact, ligne)
            if autre is not ligne:
                ligne.avertir(
                    champ, f"{nom} que la ligne {autre.numero}\u00a0: vérifiez que ce n’est pas la même personne."
                )


def _meme_personne(a, b):
    if a.personne.get("date_naissance"):
        return True
    return all(
        not a.personne.get(cle) or not b.personne.get(cle) or a.personne[cle] == b.personne[cle]
        for cle in ("telephone", "email")
    )


def _autre_candidature(a, b):
    return bool(b.candidature) and (a.candidature.get("date"), a.candidature.get("metier")) != (
        b.candidature["date"],
        b.candidature["metier"],
    )


def _dire_le_doublon(premiere, ligne, entetes, colonnes):
    differences = [
        f"{entetes[rang]} : « {autre} »"
        for rang, (une, autre) in enumerate(zip(premiere.cellules, ligne.cellules, strict=False))
        if une != autre and autre and colonnes.get(str(rang)) != champs.IGNORER
    ]
    suite = f" Elle diffère par : {', '.join(differences)}." if differences else ""
    return f"Cette ligne répète la ligne {premiere.numero} : une seule personne est créée.{suite}"


def _decider(ligne, connus, reglages):
    ligne.avertissements[:0] = ligne.fiche.avertissements
    if ligne.erreurs:
        return
    proche = ligne.rapprochement
    if proche.raison and not ligne.doublon_de and not ligne.suite_de:
        ligne.avertir("nom", proche.raison)
    ligne.choix = ligne.voulu if ligne.voulu in ligne.possibles else _proposer(ligne, connus, reglages)
    met_a_jour = ligne.choix == Choix.METTRE_A_JOUR and not ligne.suite_de
    ligne.connu = connus.get(proche.pk) if met_a_jour else None
    if ligne.choix != Choix.IGNORER and not ligne.suite_de:
        ligne.ecriture = prevoir(ligne.fiche, ligne.connu, reglages)
        ligne.avertissements += ligne.ecriture.avertissements


def _proposer(ligne, connus, reglages):
    if ligne.doublon_de:
        return Choix.IGNORER
    if ligne.suite_de:
        return Choix.METTRE_A_JOUR
    if not ligne.rapprochement.sur:
        return Choix.CREER
    prevue = prevoir(ligne.fiche, connus[ligne.rapprochement.pk], reglages)
    if not prevue.vide:
        return Choix.METTRE_A_JOUR
    ligne.avertissements += prevue.avertissements
    ligne.avertir("nom", "Personne déjà connue, rien de nouveau à reprendre.")
    return Choix.IGNORER


def compter(lignes):
    """Return the counts of the lines: people created, files changed, repeats, lines left out, lines in error."""
    sorts = Counter(ligne.sort for ligne in lignes)
    return {
        "lignes": len(lignes),
        "creations": sorts["creation"],
        "mises_a_jour": sorts["mise_a_jour"],
        "doublons": sorts["doublon"],
        "ignorees": sorts["ignoree"],
        "lignes_en_erreur": sorts["erreur"],
        "parcours": sum(ligne.ouvre_un_parcours for ligne in lignes),
    }


def raconter(bilan):
    """The counts in words: « 38 créations, 0 mise à jour, 2 doublons, 5 ignorées, 2 erreurs »."""
    mots = (
        ("creations", "création", "créations"),
        ("mises_a_jour", "mise à jour", "mises à jour"),
        ("doublons", "doublon", "doublons"),
        ("ignorees", "ignorée", "ignorées"),
        ("lignes_en_erreur", "erreur", "erreurs"),
    )
    return ", ".join(f"{bilan[cle]} {un if bilan[cle] < 2 else plusieurs}" for cle, un, plusieurs in mots)
