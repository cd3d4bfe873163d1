"""Three structures and their twelve colleagues. The SIRETs are invented; their keys are right."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password

from insertion.enums import DOMAINES_PAR_DEFAUT, Domaine, GenreEvenementCompte, Role, TypeStructure, Vocabulaire
from insertion.isolation.contexte import contexte
from insertion.models import Appartenance, Conventionnement, EvenementCompte, Structure, Utilisateur
from parcours.enums import GenreDispositif, UniteHeures
from parcours.models import Dispositif

#: Known to everybody who reads the README: `peupler` is for demonstrations and tests only.
MOT_DE_PASSE = "tremplin-demonstration"
ARRIVEE = date(2022, 9, 5)


@dataclass(frozen=True)
class Modele:
    """What a structure of the demonstration is made of; `dispositifs` are (name, fields).

    `lieu` is (address, postal code, commune). `conventionnements` are (kind, number, from, to, full-time
    equivalents).
    """

    nom: str
    siret: str
    type: str
    vocabulaire: str
    lieu: tuple
    telephone: str
    rythme: int
    domaines: tuple
    dispositifs: tuple
    personnes: int
    conventionnements: tuple


RESSOURCERIE = Modele(
    "Ressourcerie du Canal",
    "81234567600017",
    TypeStructure.ACI,
    Vocabulaire.SALARIE,
    ("12 quai de Gand", "59100", "Roubaix"),
    "03 53 01 20 10",
    30,
    (*DOMAINES_PAR_DEFAUT, Domaine.CONFIANCE, Domaine.SAVOIRS, Domaine.DISPONIBILITE),
    (
        (
            "Premières Heures",
            {
                "genre": GenreDispositif.PREMIERES_HEURES,
                "heures_min": 1,
                "heures_max": 72,
                "unite_heures": UniteHeures.MOIS,
                "duree_contrat_mois": 6,
                "duree_max_mois": 12,
                "places": 10,
            },
        ),
        (
            "Nettoyage",
            {
                "genre": GenreDispositif.CHANTIER,
                "heures_min": 20,
                "heures_max": 35,
                "duree_contrat_mois": 6,
                "duree_max_mois": 24,
                "places": 40,
            },
        ),
        (
            "Restauration",
            {
                "genre": GenreDispositif.QUALIFIANT,
                "heures_min": 20,
                "heures_max": 35,
                "duree_contrat_mois": 12,
                "duree_max_mois": 24,
                "renouvellements_max": 1,
                "certification": "Agent polyvalent de restauration",
                "places": 20,
            },
        ),
    ),
    80,
    (
        ("convention", "ACI 059 24 0117", date(2024, 1, 1), date(2026, 12, 31), None),
        ("annexe", "ACI 059 26 A1", date(2026, 1, 1), date(2026, 12, 31), "31.50"),
        ("annexe", "ACI 059 25 A1", date(2025, 1, 1), date(2025, 12, 31), "29"),
    ),
)
ESCALE = Modele(
    "L’Escale",
    "81234568400011",
    TypeStructure.CHRS,
    Vocabulaire.BENEFICIAIRE,
    ("3 rue des Bateliers", "59000", "Lille"),
    "03 53 01 31 40",
    21,
    (*DOMAINES_PAR_DEFAUT, Domaine.CONFIANCE, Domaine.ADDICTION),
    (
        (
            "Hébergement d’insertion",
            {"genre": GenreDispositif.HEBERGEMENT, "duree_max_mois": None, "places": 30},
        ),
        (
            "Hébergement d’urgence",
            {"genre": GenreDispositif.HEBERGEMENT, "duree_max_mois": None, "places": 10},
        ),
    ),
    40,
    (("autorisation", "CHRS 59 2017 042", date(2017, 3, 1), date(2032, 2, 29), None),),
)
SECOND_SOUFFLE = Modele(
    "Second Souffle Logistique",
    "81234569200014",
    TypeStructure.EI,
    Vocabulaire.SALARIE,
    ("Zone de la Motte", "59810", "Lesquin"),
    "03 53 01 47 80",
    30,
    (*DOMAINES_PAR_DEFAUT, Domaine.CONFIANCE, Domaine.JUSTICE),
    (
        (
            "Préparation de commandes",
            {"genre": GenreDispositif.CHANTIER, "heures_max": 35, "duree_contrat_mois": 6, "places": 20},
        ),
        (
            "Livraison du dernier kilomètre",
            {"genre": GenreDispositif.CHANTIER, "heures_max": 35, "duree_contrat_mois": 6, "places": 10},
        ),
    ),
    30,
    (("convention", "EI 059 25 0031", date(2025, 1, 1), date(2027, 12, 31), None),),
)
STRUCTURES = (RESSOURCERIE, ESCALE, SECOND_SOUFFLE)

#: (first name, surname, gender, (structure, role)…); the first one is the main account of the demonstration.
EQUIPE = (
    ("Caroline", "Morvan", "f", (RESSOURCERIE, Role.CHARGE_INSERTION)),
    ("Julien", "Perrin", "m", (RESSOURCERIE, Role.CHARGE_INSERTION)),
    ("Aude", "Lebrun", "f", (RESSOURCERIE, Role.CHARGE_INSERTION)),
    ("Louis", "Ferrand", "m", (RESSOURCERIE, Role.ENCADRANT)),
    ("Solène", "Kervella", "f", (RESSOURCERIE, Role.CHEF_SERVICE)),
    ("Philippe", "Arnaud", "m", (RESSOURCERIE, Role.DIRECTION)),
    ("Mireille", "Costes", "f", (RESSOURCERIE, Role.ADMINISTRATIF)),
    ("Inès", "Vidal", "f", (RESSOURCERIE, Role.LECTURE)),
    ("Odile", "Marchand", "f", (RESSOURCERIE, Role.BENEVOLE)),
    ("Karim", "Belkacem", "m", (ESCALE, Role.CHARGE_INSERTION), (SECOND_SOUFFLE, Role.CHARGE_INSERTION)),
    ("Hélène", "Masson", "f", (ESCALE, Role.CHEF_SERVICE)),
    ("Thomas", "Rivoire", "m", (SECOND_SOUFFLE, Role.CHARGE_INSERTION)),
)

#: Who keeps Tremplin running; enters nowhere until two people of a structure agree, for an hour.
DEPANNEUSE = ("Sonia", "Delmas")


@dataclass(frozen=True)
class Collegue:
    """A member of a team, as the stories need them."""

    utilisateur: Utilisateur
    genre: str
    role: str


def courriel(prenom, nom):
    return f"{prenom}.{nom}@example.org".lower().translate(str.maketrans("éèêëï", "eeeei"))


def creer_equipes():
    """Create structures, accounts and memberships; return {structure: [Collegue…]} in the order of `STRUCTURES`."""
    structures = {modele.siret: _structure(modele) for modele in STRUCTURES}
    equipes = {structure: [] for structure in structures.values()}
    secret = make_password(MOT_DE_PASSE)
    for prenom, nom, genre, *appartenances in EQUIPE:
        utilisateur = Utilisateur.objects.create(
            prenom=prenom, nom=nom, email=courriel(prenom, nom), password=secret, telephone="03 53 01 20 10"
        )
        for modele, role in appartenances:
            structure = structures[modele.siret]
            Appartenance.objects.create(utilisateur=utilisateur, structure=structure, role=role, debut=ARRIVEE)
            equipes[structure].append(Collegue(utilisateur, genre, role))
    prenom, nom = DEPANNEUSE
    Utilisateur.objects.create(prenom=prenom, nom=nom, email=courriel(prenom, nom), password=secret, depannage=True)
    for structure, equipe in equipes.items():
        _revoir_les_acces(structure, equipe)
    return equipes


def _revoir_les_acces(structure, equipe):
    """The direction has looked at the accesses of those who follow people; the others wait."""
    direction = next((membre.utilisateur for membre in equipe if membre.role == Role.DIRECTION), None)
    with contexte(structure.pk, origine="peupler"):
        for membre in equipe if direction else ():
            if membre.role == Role.CHARGE_INSERTION:
                EvenementCompte.noter(membre.utilisateur, GenreEvenementCompte.CONFIRME, direction)


def _structure(modele):
    adresse, code_postal, commune = modele.lieu
    structure = Structure.objects.create(
        nom=modele.nom,
        siret=modele.siret,
        type=modele.type,
        vocabulaire=modele.vocabulaire,
        adresse=adresse,
        code_postal=code_postal,
        commune=commune,
        telephone=modele.telephone,
        rythme_entretiens=modele.rythme,
        domaines=[domaine.value for domaine in modele.domaines],
    )
    with contexte(structure.pk, origine="peupler"):
        for nom, champs in modele.dispositifs:
            Dispositif.objects.create(nom=nom, **champs)
        for genre, numero, debut, fin, etp in modele.conventionnements:
            Conventionnement.objects.create(genre=genre, numero=numero, debut=debut, fin=fin, etp=etp)
    return structure


def table_des_comptes():
    """The accounts by role, as lines of text to print."""
    lignes = [f"Mot de passe de tous les comptes : {MOT_DE_PASSE}", ""]
    for prenom, nom, _, *appartenances in EQUIPE:
        for modele, role in appartenances:
            lignes.append(f"{Role(role).label:<26} {courriel(prenom, nom):<36} {modele.nom}")
    lignes.append(f"{'Dépannage':<26} {courriel(*DEPANNEUSE):<36} sur accord de deux responsables, une heure")
    return lignes
