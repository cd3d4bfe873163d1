"""Writing lines to the database, many at a time: the number of queries does not grow with the lines."""

from collections import defaultdict
from datetime import date
from decimal import Decimal

from django.db.models import F

from beneficiaires.models import Beneficiaire, Referent, Situation
from insertion.enums import Choix

from ..enums import Moment
from ..models import Candidature, Diagnostic, Evaluation, Observation, Parcours
from .valeurs import e164


def cle(modele):
    """How a model is named in the trace that the undo reads (`LigneImport.effets`)."""
    return modele._meta.label_lower


def en_json(valeur):
    """A value as the trace keeps it; the field's `to_python` reads it back."""
    if isinstance(valeur, date):
        return valeur.isoformat()
    if isinstance(valeur, Decimal):
        return str(valeur)
    return valeur if isinstance(valeur, str | int | list | None) else e164(valeur)


class Lot:
    """Some lines written together. After `enregistrer`, `effets[numero]` tells what each line made and changed."""

    def __init__(self, lignes, structure_id, reglages):
        self.lignes, self.structure_id, self.reglages = lignes, structure_id, reglages
        self.effets = {ligne.numero: {"crees": defaultdict(list), "changes": {}} for ligne in lignes}
        self.personnes, self.parcours = {}, {}

    def enregistrer(self):
        """Write people first, then what hangs on them, then what hangs on their parcours."""
        self._personnes()
        self._creer(Referent, self._referents())
        self._creer(Situation, self._situations())
        self._parcours()
        self._creer(Candidature, self._candidatures())
        self._changer_les_candidatures()
        self._creer(Observation, self._observations())
        self._diagnostics()

    def _personnes(self):
        nouvelles, changees = [], []
        for ligne in self.lignes:
            if ligne.connu:
                self.personnes[ligne.numero] = ligne.connu.personne
                changees.append((ligne, ligne.connu.personne, ligne.ecriture.personne))
            else:
                champs = {champ: valeur for champ, (_, valeur) in ligne.ecriture.personne.items()}
                nouvelles.append((ligne, Beneficiaire(structure_id=self.structure_id, **champs)))
        for numero, personne in self._creer(Beneficiaire, nouvelles):
            self.personnes[numero] = personne
        self._changer(Beneficiaire, changees)

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
        for numero, parcours in self._creer(Parcours, nouveaux):
            self.parcours[numero] = parcours
        self._changer(Parcours, changes)

    def _candidatures(self):
        for ligne in self.lignes:
            if champs := ligne.ecriture.candidature:
                yield ligne, Candidature(**self._rattache(ligne), parcours=self.parcours.get(ligne.numero), **champs)

    def _changer_les_candidatures(self):
        changements = [(ligne, *ligne.ecriture.candidature_change) for ligne in self.lignes if self._change(ligne)]
        self._changer(Candidature, [(ligne, c, self._autre_statut(c, statut)) for ligne, c, statut in changements])

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
        """First diagnostics « à confirmer », of the day of the import; the file's words stay beside the level."""
        premiers = [
            (
                ligne,
                Diagnostic(**self._au_parcours(ligne), date=self.reglages.le, moment=Moment.ENTREE, a_confirmer=True),
            )
            for ligne in self.lignes
            if ligne.ecriture.evaluations
        ]
        crees = dict(self._creer(Diagnostic, premiers))
        evaluations = [
            (
                ligne,
                Evaluation(
                    structure_id=self.structure_id,
                    diagnostic=crees[ligne.numero],
                    domaine=domaine,
                    niveau=niveau,
                    remarque=f"D’après le fichier : « {mots} ».",
                ),
            )
            for ligne in self.lignes
            for domaine, niveau, mots in ligne.ecriture.evaluations
        ]
        self._creer(Evaluation, evaluations)

    def _rattache(self, ligne):
        return {"structure_id": self.structure_id, "beneficiaire": self.personnes[ligne.numero]}

    def _au_parcours(self, ligne):
        return {"structure_id": self.structure_id, "parcours": self.parcours[ligne.numero]}

    def _creer(self, modele, paires):
        """Insert the objects of [(line, object)]; return [(number of the line, object with its key)]."""
        paires = list(paires)
        modele.objects.bulk_create([objet for _, objet in paires])
        for ligne, objet in paires:
            self.effets[ligne.numero]["crees"][cle(modele)].append(objet.pk)
        return [(ligne.numero, objet) for ligne, objet in paires]

    def _changer(self, modele, triplets):
        """Write the changes of [(line, object, {field: (before, after)})]; forms already open are out of date."""
        triplets = [triplet for triplet in triplets if triplet[2]]
        champs = {champ for *_, changements in triplets for champ in changements}
        for ligne, objet, changements in triplets:
            for champ, (_, valeur) in changements.items():
                setattr(objet, champ, valeur)
            self.effets[ligne.numero]["changes"].setdefault(cle(modele), {})[str(objet.pk)] = {
                champ: [en_json(avant), en_json(apres)] for champ, (avant, apres) in changements.items()
            }
        if not triplets:
            return
        objets = [objet for _, objet, _ in triplets]
        modele.objects.bulk_update(objets, sorted(champs))
        if hasattr(modele, "version"):
            modele.objects.filter(pk__in=[objet.pk for objet in objets]).update(version=F("version") + 1)


def a_ecrire(analysees):
    """The lines that write something, creations first."""
    return [ligne for choix in (Choix.CREER, Choix.METTRE_A_JOUR) for ligne in analysees if ligne.choix == choix]
