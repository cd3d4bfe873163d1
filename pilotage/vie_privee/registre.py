"""What a structure must be able to show: the record of processing (art. 30), who receives what, the impact
assessment (art. 35), and a notice in plain French to start from. Made from the declarations, to be completed by hand.
"""

from dataclasses import dataclass

from django.template.loader import render_to_string

from insertion.langues import Langue
from insertion.texte import minuscule

from .declarations import personnelles
from .libelles import libelle, majuscule


@dataclass(frozen=True)
class Categorie:
    """One table: what it holds, in words, and what becomes of it when somebody is erased."""

    titre: str
    pourquoi: str
    colonnes: str
    tiers: bool
    ensuite: str


#: Who receives data, what, and on what ground.
DESTINATAIRES = (
    ("L’équipe de la structure", "selon le rôle : voir la table des droits", "mission d’accompagnement"),
    ("Partenaires d’orientation", "ce que l’orientation demande", "accord de la personne, noté"),
    ("Entreprises d’accueil", "identité, poste, convention d’immersion", "accord de la personne, noté"),
    ("Financeurs", "chiffres sans nom ; listes nominatives prévues par la convention", "obligation de la convention"),
    ("Hébergeur", "tout, pour le faire fonctionner", "contrat de sous-traitance (art. 28), à joindre"),
)
#: What protects the data.
MESURES = (
    "Cloisonnement des structures par la base de données elle-même.",
    "Santé, justice et notes confidentielles : lues par les seuls rôles qui accompagnent.",
    "Journal de chaque consultation et de chaque modification, que l’application ne peut ni changer ni effacer.",
    "Fichiers donnés par une page qui vérifie les droits, jamais par une adresse publique.",
    "Durée de conservation appliquée chaque nuit, après un préavis de trente jours.",
)
#: The risks of the impact assessment, and what answers them.
RISQUES = (
    ("Accès par quelqu’un d’une autre structure", "cloisonnement dans la base, testé à chaque version"),
    ("Curiosité d’un collègue", "journal des consultations, remis à la personne qui le demande"),
    ("Perte ou vol d’un fichier exporté", "fichiers gardés 48 heures, journal des exports"),
    ("Données gardées trop longtemps", "préavis, effacement automatique, registre des effacements"),
    ("Perte des données", "sauvegardes ; les effacements y sont rejoués à la restauration"),
)


def categories():
    """A `Categorie` for each table that knows people."""
    return [_categorie(declaration) for declaration in personnelles()]


def _categorie(declaration):
    meta = declaration.modele._meta
    noms = [minuscule(libelle(champ)) for champ in declaration.dits]
    gardees = [minuscule(libelle(meta.get_field(nom))) for nom in declaration.fait]
    ensuite = f"gardé sans nom : {', '.join(gardees)}" if gardees else "effacé"
    titre = majuscule(meta.verbose_name_plural)
    return Categorie(titre, declaration.pourquoi, ", ".join(noms), bool(declaration.tiers), ensuite)


def notice_proposee(structure, langue=Langue.FRANCAIS):
    """A first version of the notice, to be read again by the structure before it is published; or its translation."""
    return render_to_string(f"pilotage/notices/{langue}.txt", {"structure": structure}).strip()


def notice_traduite(notice, langue):
    """(translation of the notice proposed, whether `notice` says what was proposed word for word); None in French."""
    if langue == Langue.FRANCAIS:
        return None
    structure, dite = notice.structure, " ".join(notice.texte.split())
    return notice_proposee(structure, langue), dite == " ".join(notice_proposee(structure).split())
