"""The preview: what is wrong with each line, who is known already, what to do with each; and the counts."""

from dataclasses import dataclass

from insertion.enums import Choix
from insertion.imports import analyse

from .connus import Annuaire
from .ecriture import contredits, prevoir
from .fiche import cle_identite, comprendre


@dataclass
class LigneAnalysee(analyse.LigneAnalysee):
    """One line and its fate. `suite_de` is the number of the line of the same file that told of the person first,
    `ressemble_a` of one that has the same telephone or e-mail; `suite_ouvre`: whether a sequel may open a parcours.
    """

    suite_de: int | None = None
    ressemble_a: int | None = None
    suite_ouvre: bool = False

    @property
    def completable(self):
        return bool(self.rapprochement.pk or self.suite_de)

    @property
    def repete(self):
        return self.doublon_de or self.suite_de or self.ressemble_a

    @property
    def ouvre_un_parcours(self):
        """Whether a parcours may be opened for the line (a sequel is only sure once the first line is written)."""
        if self.suite_de:
            return self.choix != Choix.IGNORER and self.suite_ouvre
        return bool(self.ecriture and self.ecriture.parcours)


def analyser(lignes, entetes, colonnes, reglages):
    """Return a `LigneAnalysee` for each (numero, nature, cellules, choice of people or '') of `lignes`.

    `colonnes` maps ranks (text) to field keys. Seven queries at most, whatever the number of lines.
    """
    analysees = [LigneAnalysee(*ligne) for ligne in lignes]
    donnees = [ligne for ligne in analysees if ligne.est_lue]
    for ligne in donnees:
        ligne.fiche = comprendre(
            *(ligne.numero, ligne.cellules, entetes, colonnes, reglages.le, reglages.grille),
            adoucir=reglages.adoucir,
            mots=reglages.mots,
        )
    _reperer_les_doublons(donnees, entetes, colonnes)
    valides = [ligne for ligne in donnees if not ligne.erreurs]
    annuaire = Annuaire([ligne.fiche for ligne in valides])
    for ligne in valides:
        ligne.rapprochement = annuaire.rapprocher(ligne.fiche)
    connus = annuaire.connus({ligne.rapprochement.pk for ligne in valides if ligne.rapprochement.pk}, reglages.le)
    for ligne in valides:
        if connu := connus.get(ligne.rapprochement.pk):
            ligne.differe = contredits(connu.personne, ligne.fiche.personne)
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
                ligne.ressemble_a = autre.numero
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
    suite = analyse.differences(premiere, ligne, entetes, colonnes)
    return f"Cette ligne répète la ligne {premiere.numero} : une seule personne est créée.{suite}"


def _decider(ligne, connus, reglages):
    ligne.avertissements += ligne.fiche.avertissements  # after the repeats: only one remark shows at first
    if ligne.erreurs:
        return
    proche = ligne.rapprochement
    if proche.raison and not ligne.doublon_de and not ligne.suite_de:
        ligne.avertir("nom", proche.raison)
    ligne.choix = ligne.voulu if ligne.voulu in ligne.possibles else _proposer(ligne, connus, reglages)
    ligne.suite_ouvre = bool(ligne.suite_de) and reglages.ouvrir and ligne.fiche.demande_un_parcours
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
    """The counts of the lines, and how many parcours they open."""
    return {**analyse.compter(lignes), "parcours": sum(ligne.ouvre_un_parcours for ligne in lignes)}
