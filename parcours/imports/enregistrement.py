"""Writing people and what their lines tell, many at a time."""

from beneficiaires.models import Beneficiaire, Referent, Situation
from insertion.imports import enregistrement
from insertion.imports.enregistrement import a_ecrire, cle, en_json

from ..enums import Moment
from ..models import Candidature, Diagnostic, Evaluation, Observation, Parcours
from .valeurs import NON_ABORDE, NON_EVALUE

__all__ = ["Lot", "a_ecrire", "cle", "en_json"]


class Lot(enregistrement.Lot):
    """Some lines written together; `connus[numero]` is the person of each."""

    def __init__(self, *args):
        super().__init__(*args)
        self.parcours = {}

    def enregistrer(self):
        """Write people first, then what hangs on them, then what hangs on their parcours."""
        self._personnes()
        self.creer(Referent, self._referents())
        self.creer(Situation, self._situations())
        self._parcours()
        self.creer(Candidature, self._candidatures())
        self._changer_les_candidatures()
        self.creer(Observation, self._observations())
        self._diagnostics()

    def _personnes(self):
        nouvelles, changees = [], []
        for ligne in self.lignes:
            if ligne.connu:
                self.connus[ligne.numero] = ligne.connu.personne
                changees.append((ligne, ligne.connu.personne, ligne.ecriture.personne))
            else:
                champs = {champ: valeur for champ, (_, valeur) in ligne.ecriture.personne.items()}
                nouvelles.append((ligne, Beneficiaire(structure_id=self.structure_id, **champs)))
        for numero, personne in self.creer(Beneficiaire, nouvelles):
            self.connus[numero] = personne
        self.changer(Beneficiaire, changees)

    def _referents(self):
        for ligne in self.lignes:
            if ligne.ecriture.referent_id:
                referent = {"utilisateur_id": ligne.ecriture.referent_id, "debut": self.reglages.le}
                yield ligne, Referent(**self._rattache(ligne), **referent)

    def _situations(self):
        for ligne in self.lignes:
            for nature in ligne.ecriture.situations:
                yield ligne, Situation(**self._rattache(ligne), nature=nature)

    def _parcours(self):
        nouveaux, changes = [], []
        for ligne in self.lignes:
            if champs := ligne.ecriture.parcours:
                dispositif_id = champs["dispositif_id"] or self.reglages.dispositif_id
                nouveaux.append(
                    (ligne, Parcours(**self._rattache(ligne), **champs | {"dispositif_id": dispositif_id}))
                )
            elif existant := ligne.ecriture.parcours_existant:
                self.parcours[ligne.numero] = existant
                changes.append((ligne, existant, ligne.ecriture.parcours_change))
        for numero, parcours in self.creer(Parcours, nouveaux):
            self.parcours[numero] = parcours
        self.changer(Parcours, changes)

    def _candidatures(self):
        for ligne in self.lignes:
            if champs := ligne.ecriture.candidature:
                yield ligne, Candidature(**self._rattache(ligne), parcours=self.parcours.get(ligne.numero), **champs)

    def _changer_les_candidatures(self):
        changements = [(ligne, *ligne.ecriture.candidature_change) for ligne in self.lignes if self._change(ligne)]
        self.changer(Candidature, [(ligne, c, self._autre_statut(c, statut)) for ligne, c, statut in changements])

    def _autre_statut(self, candidature, statut):
        """A new state takes the line off the waiting list."""
        sans_rang = {"rang": (candidature.rang, None)} if candidature.rang else {}
        return {"statut": (candidature.statut, statut)} | sans_rang

    def _change(self, ligne):
        return ligne.ecriture.candidature_change is not None

    def _observations(self):
        for ligne in self.lignes:
            suite = f", ligne {ligne.numero}"
            origine = f"{self.reglages.origine[: 160 - len(suite)]}{suite}"
            for quand, texte in ligne.ecriture.observations:
                yield ligne, Observation(**self._au_parcours(ligne), date=quand, texte=texte, origine=origine)

    def _diagnostics(self):
        """First diagnostics « à confirmer », of the day of the import, on the grid of the structure.

        The file's words stay beside the level, and beside « non évalué » where they are no level of that grid.
        """
        communs = {
            "date": self.reglages.le,
            "moment": Moment.ENTREE,
            "a_confirmer": True,
            "grille": self.reglages.grille,
        }
        premiers = [
            (ligne, Diagnostic(**self._au_parcours(ligne), **communs))
            for ligne in self.lignes
            if ligne.ecriture.evaluations
        ]
        crees = dict(self.creer(Diagnostic, premiers))
        evaluations = [
            (
                ligne,
                Evaluation(
                    structure_id=self.structure_id,
                    diagnostic=crees[ligne.numero],
                    domaine=domaine,
                    niveau=None if niveau in (NON_ABORDE, NON_EVALUE) else niveau,
                    non_evalue=niveau == NON_EVALUE,
                    remarque=f"D’après le fichier : « {mots} ».",
                ),
            )
            for ligne in self.lignes
            for domaine, niveau, mots in ligne.ecriture.evaluations
        ]
        self.creer(Evaluation, evaluations)

    def _rattache(self, ligne):
        return {"structure_id": self.structure_id, "beneficiaire": self.connus[ligne.numero]}

    def _au_parcours(self, ligne):
        return {"structure_id": self.structure_id, "parcours": self.parcours[ligne.numero]}
