"""The world that every attack walks in: two structures, the same rows in each, and words that must never be read.

« suivi » is the file of somebody whose référent is the one who asks, « collegue » that of a colleague of the same
structure, « clos » one whose parcours ended, « ailleurs » that of the other structure, whose every text holds
`AILLEURS`. In the files of the structure, each sensitive category holds a word of its own (`mot("sante")`).
"""

import re
from contextlib import contextmanager

from django.db import connection, transaction

from insertion import jetons
from insertion.enums import Role
from insertion.isolation.contexte import contexte
from tests.conftest import membre
from tests.usines import ReferentFactory, StructureFactory

from .adresses import VALEURS
from .rangees import Dossier, ecrire_partout, remplir
from .sensibles import CATEGORIES, mot, remplir_les_categories

AILLEURS = "Zqailleurs"
SUIVI, COLLEGUE, CLOS, AUTRE, INEXISTANT = "suivi", "collegue", "clos", "ailleurs", "inexistant"
AUCUN = 2_000_000_000
MOTS_SENTINELLES = re.compile("|".join([AILLEURS, *map(mot, CATEGORIES)]))


class Monde:
    """One reader, `moi`, of `role`, and the four files; build it with `batir`."""

    def __init__(self, role, categories=True):
        self.ici, self.ailleurs = StructureFactory(nom="Ressourcerie du Canal"), StructureFactory(nom=AILLEURS)
        self.moi = membre(self.ici, role, prenom="Camille", nom="Dubois")
        self.collegue = membre(self.ici, Role.CHARGE_INSERTION, prenom="Karim", nom="Morel")
        etranger = membre(self.ailleurs, role, prenom=AILLEURS, nom=AILLEURS, email="zqailleurs@exemple.fr")
        self.dossiers = {
            SUIVI: Dossier(SUIVI, self.moi),
            COLLEGUE: Dossier(COLLEGUE, self.collegue),
            CLOS: Dossier(CLOS, self.moi, clos=True),
            AUTRE: Dossier(AUTRE, etranger),
        }
        with contexte(self.ici.pk):
            for nom in (SUIVI, COLLEGUE, CLOS):
                self._remplir(self.dossiers[nom])
                if categories:
                    remplir_les_categories(self.dossiers[nom])
        with contexte(self.ailleurs.pk):
            self._remplir(self.dossiers[AUTRE])
            for objet in self.dossiers[AUTRE].values():
                ecrire_partout(objet, AILLEURS)
        with contexte(self.ici.pk, self.ailleurs.pk):
            connection.check_constraints()  # what a commit would have checked

    def _remplir(self, dossier):
        dossier["beneficiaires.Referent"] = ReferentFactory(
            beneficiaire=dossier["beneficiaires.Beneficiaire"], utilisateur=dossier.qui
        )
        remplir(dossier)

    def cle(self, dossier, label):
        """The key of the row of `label` that belongs to `dossier`."""
        if dossier == INEXISTANT:
            return AUCUN
        trouve = self.dossiers[dossier]
        if label == "insertion.Utilisateur":
            return trouve.qui.pk
        if label not in trouve:  # a variant, made when it is first asked for
            with contexte(trouve["beneficiaires.Beneficiaire"].structure_id):
                trouve[label]  # noqa: B018
        return trouve[label].pk

    def texte(self, dossier, adresse, argument):
        """What stands for an argument that is no row: a secret that opens something, or what `VALEURS` says."""
        if argument != "jeton":
            return VALEURS.get(f"{adresse}:{argument}") or VALEURS[argument]
        objet = self.dossiers[SUIVI]["pilotage.AbonnementAgenda" if "agenda" in adresse else "pilotage.Envoi"]
        jeton, objet.empreinte = jetons.nouveau(objet.structure_id)
        with contexte(objet.structure_id):
            objet.save()
        return jeton


@contextmanager
def sans_lendemain():
    """A savepoint that is undone, whatever happened in it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
