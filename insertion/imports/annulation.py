"""Undoing an import: what it made goes, what it changed comes back; nothing that somebody wrote since is lost."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.db.models import F

from insertion.annulation import DELAI, AnnulationImpossible
from insertion.enums import EtatTravail
from insertion.isolation.contexte import contexte
from insertion.models import Brouillon

from .enregistrement import cle, en_json
from .execution import Execution

ECRIT_DEPUIS = "Quelqu’un a écrit dans ce dossier depuis l’import."
MODIFIE_DEPUIS = "La fiche a été modifiée depuis l’import."


def rien(importation):
    """Nothing more to undo than what the lines made."""


@dataclass(frozen=True)
class Annulation:
    """The undoing of the imports of one kind.

    `tenus`: the models that others could be writing on. `machine`: labels of the rows that the machine makes by
    itself; they go with the rest and keep nobody. `dossiers`: {first word of an address: model}, the files in which
    somebody may be typing. `finir(importation)` undoes what belongs to no line.
    """

    execution: Execution
    tenus: tuple
    machine: frozenset
    dossiers: dict
    finir: Callable = rien

    def annuler(self, importation, maintenant, par_id=0):
        """Undo an import finished less than 24 hours ago; return its `bilan`: `gardees` lists what is kept, and why.

        Its lines stay for 24 hours, so that it can be done again. Raise `AnnulationImpossible` (French). Under the
        system's role: the undo must reach rows that whoever asks for it may not read.
        """
        source = self.execution.origine(importation.pk)
        modele = type(importation)
        with contexte(importation.structure_id, utilisateur_id=par_id, origine=f"annulation de l’{source}"):
            fini = modele.objects.filter(
                pk=importation.pk, etat=EtatTravail.TERMINE, termine_at__gte=maintenant - DELAI
            )
            if not fini.update(etat=EtatTravail.ANNULE, annule_at=maintenant):
                raise AnnulationImpossible(_pourquoi(modele.objects.get(pk=importation.pk)))
            lignes = [ligne for ligne in importation.lignes.all() if ligne.effets]
            gardees = self._defaire(lignes, source)
            self.finir(importation)
            importation.lignes.update(effets={})
            bilan = {**importation.bilan, "gardees": gardees}
            modele.objects.filter(pk=importation.pk).update(bilan=bilan)
        importation.refresh_from_db()
        return bilan

    @property
    def _sujet(self):
        """The name of the key that says what a line is about."""
        return f"{self.execution.filiere.lignes.CONNU}_id"

    def _defaire(self, lignes, source):
        """Undo file by file: all the lines about somebody together, or none of what they made."""
        par_sujet = defaultdict(list)
        for ligne in lignes:
            par_sujet[getattr(ligne, self._sujet)].append(ligne)
        crees = _crees(lignes)
        self._verrouiller(crees)
        ecrits = self._ecrits_depuis(crees, source)
        gardees, a_supprimer = [], defaultdict(set)
        for pk, siennes in par_sujet.items():
            faits = _crees(siennes)
            if any(ecrits[modele] & pks for modele, pks in faits.items()):
                gardees.append({"pk": pk, "raison": ECRIT_DEPUIS})
                continue
            if not _rendre(siennes):
                gardees.append({"pk": pk, "raison": MODIFIE_DEPUIS})
            for modele, pks in faits.items():
                a_supprimer[modele] |= pks
        self._supprimer(a_supprimer)
        return gardees

    def _verrouiller(self, crees):
        """Hold what others could be writing on: whoever is at it finishes first, and is then seen."""
        for modele in self.tenus:
            list(modele.objects.filter(pk__in=crees[cle(modele)]).select_for_update().values_list("pk", flat=True))

    def _ecrits_depuis(self, crees, source):
        """{model label: keys of the made rows that somebody changed since, or hung something on}."""
        ecrits = defaultdict(set)
        for etiquette in list(crees):
            modele, pks = apps.get_model(etiquette), crees[etiquette]
            ecrits[etiquette] |= set(
                _historique(modele)
                .objects.filter(pgh_obj_id__in=pks)
                .exclude(pgh_label="insert")
                .exclude(pgh_context__origine=source)
                .values_list("pgh_obj_id", flat=True)
            )
            for relation in modele._meta.related_objects:
                ecrits[etiquette] |= self._accroches(relation, pks, crees)
        for etiquette, pks in self._brouillons().items():
            ecrits[etiquette] |= pks & crees[etiquette]
        return ecrits

    def _accroches(self, relation, pks, crees):
        """Which of the rows `pks` bear a row of this relation that the import did not make."""
        modele = relation.related_model
        if cle(modele) in self.machine or cle(modele).endswith("event"):
            return set()
        champ = relation.field.attname
        autres = modele.objects.filter(**{f"{champ}__in": pks}).exclude(pk__in=crees.get(cle(modele), ()))
        return set(autres.values_list(champ, flat=True))

    def _brouillons(self):
        """Files in which somebody is typing: their draft must keep a place to be saved."""
        adresse = re.compile(rf"/({'|'.join(self.dossiers)})/(\d+)/")
        tapes = defaultdict(set)
        for url in Brouillon.objects.exclude(contenu="").values_list("url", flat=True):
            for racine, pk in adresse.findall(url):
                tapes[cle(self.dossiers[racine])].add(int(pk))
        return tapes

    def _supprimer(self, a_supprimer):
        """Delete what was made, the subject of the lines last: what hangs on it went first or goes with it."""
        sujet = self.execution.filiere.lignes._meta.get_field(self.execution.filiere.lignes.CONNU).related_model
        for etiquette in sorted(a_supprimer, key=lambda e: e == cle(sujet)):
            apps.get_model(etiquette).objects.filter(pk__in=a_supprimer[etiquette]).delete()


def _pourquoi(importation):
    """Why an import cannot be undone."""
    if importation.etat == EtatTravail.TERMINE:
        return "Cet import ne peut plus être annulé\u00a0: le délai de 24 heures est passé."
    return "Cet import est déjà annulé." if importation.etat == EtatTravail.ANNULE else "Cet import n’a pas tourné."


def _crees(lignes):
    """{model label: keys of the rows that these lines made}."""
    crees = defaultdict(set)
    for ligne in lignes:
        for modele, pks in ligne.effets.get("crees", {}).items():
            crees[modele] |= set(pks)
    return crees


def _historique(modele):
    return apps.get_model(modele._meta.app_label, f"{modele.__name__}Event")


def _rendre(lignes):
    """Give the changed fields their former values back; False when somebody changed one of them since."""
    intacte = True
    for ligne in reversed(lignes):
        for etiquette, objets in ligne.effets.get("changes", {}).items():
            modele = apps.get_model(etiquette)
            for objet in modele.objects.filter(pk__in=objets).select_for_update():
                intacte &= _rendre_un(modele, objet, objets[str(objet.pk)])
    return intacte


def _rendre_un(modele, objet, changements):
    rendus = {}
    for champ, (avant, apres) in changements.items():
        if en_json(getattr(objet, champ)) == apres:
            rendus[champ] = modele._meta.get_field(champ).to_python(avant)
    if rendus and hasattr(modele, "version"):
        modele.objects.filter(pk=objet.pk).update(**rendus, version=F("version") + 1)
    elif rendus:
        modele.objects.filter(pk=objet.pk).update(**rendus)
    return len(rendus) == len(changements)
