"""One row of every table of a structure, made from the models themselves: a new table enters the world by itself.

A factory of `tests.usines` is used where there is one, the fields of the model otherwise. `PRECIS` says the few
values that a rule of the database asks for. Rows of one `Dossier` speak of one person.
"""

import datetime
from contextlib import contextmanager
from uuid import uuid4

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import DatabaseError, models, transaction

from insertion.isolation.models import CleIsolee, ModeleIsole
from insertion.models.chiffres import TexteChiffre
from pilotage.bilans.contenu import contenu
from pilotage.models import Bilan
from tests import usines
from tests.usines.bilans import BilanFactory

FLOORS = ("insertion", "beneficiaires", "entreprises", "parcours", "pilotage")
MIDI = datetime.datetime(2026, 11, 17, 12, tzinfo=usines.parcours.PARIS)
JOUR = MIDI.date()
FIN = datetime.date(2026, 9, 30)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
#: Written by triggers or by the view of the request itself, never reached by an address.
SANS_ADRESSE = {"insertion.Lecture", "insertion.Soumission", "parcours.DernierContact"}
USINES = {usine._meta.model: usine for nom in usines.__all__ if isinstance(usine := getattr(usines, nom), type)} | {
    usine._meta.model: usine for usine in (usines.ParcoursAvecPassFactory, BilanFactory)
}


def _pdf(dossier):
    return ContentFile(PDF, name="piece.pdf")


def _fige(dossier):
    """What a report produced holds."""
    return contenu(Bilan.objects.pour_fiche().get(pk=dossier["pilotage.Bilan"].pk), MIDI)


def _plus_tard(heures):
    return lambda dossier: MIDI + datetime.timedelta(days=dossier.rang, hours=heures)


def _jour(dossier):
    return _plus_tard(0)(dossier).date()


TERMINE = {
    "etat": "termine",
    "termine_at": MIDI,
    "role_demandeur": "direction",
    "empreinte": "0" * 64,
    "fichier": _pdf,
}
CORRESPONDANCE = {
    "entetes": ["Nom"], "colonnes": {"0": "nom"}, "ligne_entete": 1, "source": "", "remarques": [], "nir": False,
    "memorisee": False,
}  # fmt: skip
DEPOSE = {"format": "modele", "lignes_total": 1}
#: label of a model (« label#variant » for another row of it) → values; a callable receives the dossier.
PRECIS = {
    "beneficiaires.Effacement": {"beneficiaire_id": lambda d: -d.rang},
    "beneficiaires.FusionDossiers": {"absorbee_id": 0},
    "beneficiaires.Limitation": {"levee_le": JOUR},
    "beneficiaires.Notice": {"numero": lambda d: d.rang},
    "beneficiaires.PersonnesDistinctes": {"seconde": lambda d: d["beneficiaires.Beneficiaire#seconde"]},
    "beneficiaires.Situation": {"nature": "rqth"},
    "entreprises.Echange": {"date": MIDI},
    "entreprises.Entreprise": {"siret": ""},
    "entreprises.FusionEntreprise": {"absorbee_id": 0},
    "entreprises.Import": {**DEPOSE, "correspondance": {**CORRESPONDANCE, "colonnes": {"0": "raison_sociale"}}},
    "entreprises.LigneImport": {"donnees": {"cellules": ["Conserverie"], "valeurs": {}}},
    "entreprises.PaireDistincte": {"seconde": lambda d: d["entreprises.Entreprise#seconde"]},
    "insertion.AbsenceCollegue": {"debut": _plus_tard(0), "fin": _plus_tard(2)},
    "insertion.Brouillon": {"cle": lambda d: d.nom},
    "insertion.Geste": {"phrase": "Échange supprimé.", "adresse": "/activite/", "fait_at": MIDI},
    "insertion.Conventionnement": {"debut": _jour, "fin": _jour},
    "insertion.Sceau": {"lectures": [1], "numero": lambda d: d.rang},
    "parcours.Avenant": {"heures": 30},
    "parcours.Confirmation": {"domaine": "logement"},
    "parcours.CritereRetenu": {"critere_id": "RSA"},
    "parcours.Dispositif": {"nom": lambda d: f"Ressourcerie {d.nom}"},
    "parcours.Import": {**DEPOSE, "correspondance": CORRESPONDANCE},
    "parcours.Intervenant": {"nom": "Mme Lefort", "utilisateur": None},
    "parcours.LigneImport": {"donnees": {"cellules": ["Benali"], "valeurs": {}}},
    "parcours.Lot": TERMINE,
    "parcours.Parcours": {"date_sortie": lambda d: d.sorti_le},
    "parcours.Participant": {"utilisateur": None},
    "parcours.Participation": {"presence": "present", "pointe_at": MIDI},
    "parcours.Production": {**TERMINE, "genre": "plan"},
    "parcours.Prolongation": {"date_debut": datetime.date(2028, 4, 9), "date_fin": datetime.date(2028, 7, 9)},
    "parcours.RendezVous": {"statut": "excuse"},
    "parcours.RendezVous#dehors": {"avec": "caf", "aupres": "Guichet 3"},
    "parcours.Sortie": {"parcours": lambda d: d.ancien_parcours(), "date": FIN},
    "parcours.SuiviPostSortie": {"parcours": lambda d: d.ancien_parcours(), "sortie_le": FIN},
    "pilotage.BilanProduit": {
        **TERMINE, "donnees_at": MIDI, "contenu": _fige, "tableur": _pdf, "empreinte_tableur": "0" * 64,
    },
    "pilotage.CourrielRappels": {"jour": _jour},
    "pilotage.Depart": {"utilisateur": lambda d: usines.UtilisateurFactory()},
    "pilotage.ExtraitDossier": {"motif": "Demande de la personne"},
    "pilotage.Envoi": {"etat": "envoye", "debut": lambda d: d["parcours.RendezVous"].debut, "refuse_at": MIDI},
    "pilotage.Export": {**TERMINE, "lignes": 1, "genre": "personnes"},
    "pilotage.Financeur": {"nom": lambda d: f"Financeur {d.nom}"},
    "pilotage.Rappel": {"objet_id": lambda d: d.rang},
}  # fmt: skip


class Dossier(dict):
    """Rows by label of their model, made when they are first asked for; all of one structure, `qui` their author."""

    def __init__(self, nom, qui, *, clos=False):
        super().__init__()
        self.nom, self.qui, self.sorti_le = nom, qui, FIN if clos else None

    def __missing__(self, label):
        self[label] = None  # a model that leads back to itself
        self[label] = self._faire(label)
        return self[label]

    def ancien_parcours(self):
        """The parcours that ended: the one of the dossier, or an earlier one of the same person."""
        if self.sorti_le:
            return self["parcours.Parcours"]
        if "ancien" not in self:
            entree = datetime.date(2026, 1, 5)
            self["ancien"] = usines.ParcoursFactory(
                beneficiaire=self["beneficiaires.Beneficiaire"], date_entree=entree, date_sortie=FIN
            )
        return self["ancien"]

    @property
    def rang(self):
        """A number that no other dossier of the structure has."""
        return sum(map(ord, self.nom))

    def _faire(self, label):
        modele = apps.get_model(label.partition("#")[0])
        champs = {c.name: self._valeur(c) for c in modele._meta.concrete_fields if self._est_utile(c, modele)}
        precis = {nom: valeur(self) if callable(valeur) else valeur for nom, valeur in PRECIS.get(label, {}).items()}
        champs |= precis
        return USINES[modele](**champs) if modele in USINES else modele.objects.create(**champs)

    def _est_utile(self, champ, modele):
        if champ.primary_key or champ.name == "structure" or isinstance(champ, models.GeneratedField):
            return False
        if champ.is_relation:
            return champ.related_model is not modele
        return modele not in USINES and not (champ.null or champ.blank or champ.has_default()) or _est_fichier(champ)

    def _valeur(self, champ):
        if isinstance(champ, CleIsolee):
            return self[champ.related_model._meta.label] if _suit(champ) else None
        if champ.is_relation:
            return self.qui if champ.related_model._meta.label == "insertion.Utilisateur" and _suit(champ) else None
        if _est_fichier(champ):
            return ContentFile(PDF, name="piece.pdf")
        if champ.choices:
            return champ.flatchoices[0][0]
        return _simple(champ, self)


def _suit(champ):
    """Whether a key is filled: what must be, and whom or what the row speaks of."""
    return not champ.null or champ.name in ("auteur", "utilisateur", "beneficiaire", "parcours", "demande_par")


def _est_fichier(champ):
    return isinstance(champ, models.FileField)


def _simple(champ, dossier):
    if isinstance(champ, models.DateTimeField):
        return MIDI
    if isinstance(champ, models.DateField):
        return JOUR
    if isinstance(champ, models.UUIDField):
        return uuid4()
    if isinstance(champ, models.BooleanField):
        return False
    if isinstance(champ, models.IntegerField | models.DecimalField):
        return 1
    return f"{champ.name} {dossier.nom}"[: champ.max_length]


def modeles_isoles():
    """Every table of a structure but its history."""
    return [
        m
        for m in apps.get_models()
        if issubclass(m, ModeleIsole) and m._meta.managed and m._meta.app_label in FLOORS and not _est_histoire(m)
    ]


def _est_histoire(modele):
    return modele.__name__.endswith("Event")


def remplir(dossier):
    """Make the rows of `dossier` that are not made yet."""
    for modele in modeles_isoles():
        if modele._meta.label not in SANS_ADRESSE:
            dossier[modele._meta.label]
    return dossier


def ecrire_partout(objet, mot):
    """Write `mot` in every text of a row that the database lets hold it."""
    for champ in type(objet)._meta.concrete_fields:
        if isinstance(champ, TexteChiffre):
            setattr(objet, champ.name, mot)
            objet.save()
        elif _porte_du_texte(champ, mot):
            with essai():
                type(objet)._base_manager.filter(pk=objet.pk).update(**{champ.name: mot})


def _porte_du_texte(champ, mot):
    return (
        isinstance(champ, models.CharField | models.TextField)
        and not isinstance(champ, models.GeneratedField | TexteChiffre)
        and not champ.choices
        and not (champ.max_length and champ.max_length < len(mot))
    )


@contextmanager
def essai():
    """A savepoint; what a rule of the database refuses is undone and left."""
    try:
        with transaction.atomic():
            yield
    except DatabaseError:
        pass
