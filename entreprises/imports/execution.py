"""Running an import of firms (insertion/imports/execution.py): firms, then their contact, then the last exchange."""

from insertion.imports import depot as commun
from insertion.imports import enregistrement
from insertion.imports.enregistrement import a_ecrire
from insertion.imports.execution import BailPerdu, Execution

from ..enums import ObjetEchange, Origine
from ..models import Contact, Echange, Entreprise
from . import depot
from .ecriture import DERNIER

__all__ = ["BailPerdu", "executer", "execution", "lancer", "reprendre"]

LOT = 200


class Lot(enregistrement.Lot):
    """Some lines written together; `connus[numero]` is the firm of each."""

    def enregistrer(self):
        nouvelles, changees = [], []
        for ligne in self.lignes:
            if ligne.connu:
                self.connus[ligne.numero] = ligne.connu.entreprise
                changees.append((ligne, ligne.connu.entreprise, ligne.ecriture.entreprise))
            else:
                champs = {champ: valeur for champ, (_, valeur) in ligne.ecriture.entreprise.items()}
                firme = Entreprise(structure_id=self.structure_id, origine=Origine.FICHIER, **champs)
                nouvelles.append((ligne, firme))
        self.connus |= dict(self.creer(Entreprise, nouvelles))
        self.changer(Entreprise, changees)
        self.creer(Contact, [(li, Contact(**self._a(li), **li.ecriture.contact)) for li in self._avec("contact")])
        self.changer(
            Contact,
            [(li, li.ecriture.contact_connu, li.ecriture.contact_change) for li in self._avec("contact_connu")],
        )
        self.creer(Echange, [(ligne, self._echange(ligne)) for ligne in self._avec("dernier")])

    def _avec(self, nom):
        """The lines whose writing has something under `nom`."""
        return [ligne for ligne in self.lignes if getattr(ligne.ecriture, nom)]

    def _a(self, ligne):
        return {"structure_id": self.structure_id, "entreprise": self.connus[ligne.numero]}

    def _echange(self, ligne):
        texte = DERNIER.format(ligne.ecriture.dernier)
        return Echange(**self._a(ligne), date=ligne.ecriture.quand, objet=ObjetEchange.AUTRE, texte=texte)


def _ecrire(importation, maintenant):
    """Yield the `Lot`s of every line; return the `bilan`. A firm that two lines are about is changed by the first."""
    reglages = depot.reglages(importation, maintenant)
    analysees = commun.examiner(depot.FILIERE, importation, reglages)
    commun.noter(depot.FILIERE, importation, analysees)
    lignes = a_ecrire(analysees)
    for debut in range(0, len(lignes), LOT):
        yield Lot(lignes[debut : debut + LOT], importation.structure_id, reglages)
    generales = commun.generales(depot.FILIERE, importation, analysees, reglages)
    return {**depot.FILIERE.compter(analysees), "generales": generales}


execution = Execution(depot.FILIERE, _ecrire, "import d’entreprises")
executer, lancer, reprendre = execution.executer, execution.lancer, execution.reprendre
