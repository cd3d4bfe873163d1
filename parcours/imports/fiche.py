"""What one line of a caseload means: somebody, their parcours, their application, what was said of them."""

from beneficiaires.enums import SITUATIONS_SENSIBLES
from insertion.enums import DOMAINES_SENSIBLES, GrilleDiagnostic
from insertion.imports.fiche import FicheLue
from insertion.texte import sans_accents

from ..enums import StatutCandidature
from . import valeurs
from .champs import CATALOGUE, CHAMPS

PERSONNE = (
    *("civilite", "nom", "prenom", "nom_naissance", "date_naissance", "telephone", "email", "adresse"),
    *("code_postal", "commune", "langues", "niveau_francais", "niveau_formation", "identifiant_france_travail"),
)
PARCOURS = ("date_entree", "date_fin_prevue", "date_sortie", "heures_hebdo", "projet", "prescripteur")
PASS = ("pass_numero", "pass_debut", "pass_fin")
CANDIDATURE = ("prescripteur", "prescripteur_contact", "metier", "motif_refus")
#: What is too often written in capitals, and how it is written otherwise.
ADOUCIS = {
    **dict.fromkeys(("nom", "prenom", "nom_naissance"), valeurs.adoucir_nom),
    "commune": valeurs.adoucir_commune,
}
#: What may not be repeated in a note that every colleague reads.
_TUS = {f"frein_{domaine}" for domaine in DOMAINES_SENSIBLES} | {f"situation_{n}" for n in SITUATIONS_SENSIBLES}


class Fiche(FicheLue):
    """A line about somebody, once understood."""

    tus = _TUS

    @property
    def personne(self):
        """The fields of the person that the line fills."""
        return {cle: self.valeurs[cle] for cle in PERSONNE if self.valeurs.get(cle) not in (None, "", [])}

    @property
    def candidature(self):
        """The fields of the application that the line tells, {} when it tells none."""
        v = self.valeurs
        if not ({"candidature_date", "candidature_statut"} & v.keys()):
            return {}
        return {
            "date": v.get("candidature_date"),
            "statut": v.get("candidature_statut") or StatutCandidature.NOUVELLE.value,
            "orienteur": valeurs.orienteur(v.get("source", ""), v.get("prescripteur", "")),
            **{cle: v.get(cle, "") for cle in CANDIDATURE},
        }

    @property
    def est_admise(self):
        """Whether the line may open a parcours: an application opens one only once accepted (metier.md §4.4)."""
        candidature = self.candidature
        return not candidature or candidature["statut"] == StatutCandidature.ACCEPTEE

    @property
    def parcours(self):
        """The fields of the parcours that the line tells, {} when nothing needs one."""
        if not self.est_admise:
            return {}
        trouve = {cle: self.valeurs[cle] for cle in (*PARCOURS, *PASS) if self.valeurs.get(cle) not in (None, "")}
        if orienteur := valeurs.orienteur(self.valeurs.get("source", ""), self.valeurs.get("prescripteur", "")):
            trouve["orienteur"] = orienteur
        return trouve

    @property
    def situations(self):
        """The natures of situation that the line affirms; « non » affirms nothing (an absence is not a fact here)."""
        dites = [
            cle.removeprefix("situation_") for cle, v in self.valeurs.items() if cle.startswith("situation_") and v
        ]
        return [*dites, self.valeurs["permis"]] if self.valeurs.get("permis") else dites

    @property
    def freins(self):
        """[(domaine, level, or `valeurs.NON_ABORDE` or `NON_EVALUE`, words of the file)]."""
        return [
            (cle.removeprefix("frein_"), niveau, self.mots[cle])
            for cle, niveau in self.valeurs.items()
            if cle.startswith("frein_")
        ]

    @property
    def demande_un_parcours(self):
        """Whether something of the line can only hang on a parcours."""
        suivi = self.notes or self.freins or self.valeurs.get("dernier_entretien")
        return self.est_admise and bool(self.candidature or self.parcours or suivi)


def comprendre(
    numero, cellules, entetes, colonnes, le, grille=GrilleDiagnostic.TREMPLIN, *, adoucir=False, mots=None
):
    """Return the `Fiche` of a line: `colonnes` maps ranks (text) to fields, `le` is the day of the import.

    `grille` is that of the structure, on which the first diagnostic is made; `mots`: see `valeurs.lecteurs`.
    `adoucir`: a name or a town written in capitals is written « Dupont », « Brive-la-Gaillarde ».
    """
    fiche = Fiche(numero)
    fiche.lire(cellules, entetes, colonnes, CATALOGUE, valeurs.lecteurs(grille, mots), le)
    _separer_le_nom(fiche)
    if adoucir:
        for cle, lire in ADOUCIS.items():
            if mots := fiche.valeurs.get(cle):
                fiche.valeurs[cle] = lire(mots)
    _controler(fiche)
    return fiche


def _separer_le_nom(fiche):
    if complet := fiche.valeurs.pop("nom_complet", None):
        for cle, mots in zip(("nom", "prenom"), complet, strict=True):
            fiche.valeurs.setdefault(cle, fiche.couper(CHAMPS[cle], mots))


def _controler(fiche):
    if not fiche.valeurs.get("nom") and not any(e["champ"] == "nom_complet" for e in fiche.erreurs):
        fiche.erreur("nom", "Le nom manque : complétez-le pour garder cette ligne.")
    elif not fiche.valeurs.get("prenom"):
        fiche.avertir("prenom", "Le prénom manque.")
    _ordonner(fiche, "date_fin_prevue", "date_entree", "La fin prévue ({}) précède l’entrée ({}) : non reprise.")
    _ordonner(fiche, "date_sortie", "date_entree", "La sortie ({}) précède l’entrée ({}) : non reprise.")
    _ordonner(fiche, "pass_fin", "pass_debut", "La fin du PASS ({}) précède son début ({}) : non reprise.")
    if not fiche.est_admise:
        for cle in ("date_entree", "date_fin_prevue", "date_sortie", *PASS):
            if fiche.valeurs.pop(cle, None):
                fiche.avertir(cle, "Candidature non acceptée : aucun parcours, cette valeur n’est pas reprise.")
        for entete, _ in fiche.notes:
            fiche.avertir(entete or "commentaire", "Candidature non acceptée : aucun parcours où garder cette note.")


def _ordonner(fiche, fin, debut, message):
    v = fiche.valeurs
    if v.get(fin) and v.get(debut) and v[fin] < v[debut]:
        fiche.avertir(fin, message.format(f"{v[fin]:%d/%m/%Y}", f"{v[debut]:%d/%m/%Y}"))
        fiche.restes.append((CHAMPS[fin].libelle, fiche.mots[fin]))
        del v[fin]


def cle_identite(personne):
    """What tells one person from another: name, given name and date of birth, accents and case set aside."""
    noms = tuple(sans_accents(personne.get(cle) or "").replace("-", " ") for cle in ("nom", "prenom"))
    return (*noms, personne.get("date_naissance"))
