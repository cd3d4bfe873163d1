"""Invented people: names that go together, ages, addresses, telephones of the range kept for fiction."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from beneficiaires.enums import Civilite, NiveauFormation
from beneficiaires.models import Beneficiaire
from insertion.enums import NiveauFrancais

FRANCE = {
    "f": "Sandrine Nathalie Élodie Coralie Sylvie Aurore Mélanie Christelle Jessica Virginie Amandine Delphine "
    "Laetitia Karine Pauline Marine Sabrina Cindy Océane Manon Estelle Valérie Justine Émilie Brigitte Angélique",
    "m": "Thierry Jérôme Ludovic Kévin Christophe Mickaël Dylan Pascal Grégory Cédric Romain Anthony Frédéric Bruno "
    "Jordan Loïc Sébastien Dimitri Didier Franck Maxime Steven Gaël Olivier Fabrice",
    "noms": "Delattre Vandenbroucke Lefèvre Deconinck Hennion Dubrulle Wattel Caron Lecomte Descamps Pruvost Ledoux "
    "Bailleul Verstraete Catteau Dhaene Fournier Crombez Fauquembergue Leroy Duquesne Vasseur Delobel Carlier "
    "Mortreux Desmet Houzé Legrand Beaucamp Quesnel Thellier Bécu Lhermitte Noyelle Vermeersch Tiberghien Debruyne",
}
AILLEURS = {
    ("arabe",): {
        "f": "Amina Nadia Samira Khadija Fatiha Leïla Soraya Yasmina Hayat Malika Rachida Nawal Houria",
        "m": "Mourad Rachid Karim Samir Yacine Hakim Farid Nabil Abdelkader Bilal Sofiane Toufik Redouane",
        "noms": "Benali Haddad Bouzid Cherif Belhadj Mansouri Zeroual Kaddour Saïdi Bensalem Amrani Ziani Tahri",
    },
    ("bambara", "soninké"): {
        "f": "Aminata Fatoumata Mariam Kadiatou Awa Bintou Djeneba",
        "m": "Mamadou Ibrahima Moussa Boubacar Seydou Souleymane Lassana",
        "noms": "Traoré Diallo Konaté Sissoko Keïta Coulibaly Diarra Camara Touré Doumbia",
    },
    ("portugais",): {
        "f": "Fernanda Graça Paula Tânia",
        "m": "Paulo Nelson Joaquim Hélder",
        "noms": "Pereira Ferreira Teixeira Gonçalves Moreira Tavares",
    },
    ("dari", "pachto"): {
        "f": "Zahra Freshta Parwana",
        "m": "Najib Farhad Hamid Rohullah",
        "noms": "Rahimi Ahmadi Nazari Karimi Safi Wardak",
    },
    ("ukrainien", "russe"): {
        "f": "Oksana Iryna Svitlana Tetiana",
        "m": "Andriy Taras Mykola Viktor",
        "noms": "Kovalenko Bondarenko Melnyk Shevchuk Tkachenko",
    },
    ("lingala",): {
        "f": "Clarisse Grâce Bijou Solange",
        "m": "Trésor Fiston Patrick Christian",
        "noms": "Mbuyi Kabongo Ilunga Tshibanda Lukusa Mukendi",
    },
    ("turc",): {"f": "Ayşe Elif Zeynep", "m": "Mehmet Yusuf Cem", "noms": "Yılmaz Kaya Demir Arslan Doğan"},
    ("tigrinya",): {"f": "Selam Rahwa Feven", "m": "Yonas Filmon Robel", "noms": "Tesfay Haile Gebremedhin Kidane"},
}
ENFANTS = (
    "Lina Sami Noé Jade Rayan Maëlys Timéo Sofia Nolan Kaïs Lou Mila Tom Safia Marius Jules Nora Lyam Zélie Kenza"
)
COLLEGUES = (
    "Brahim Dorothée Fabien Marie-Jo Sékou Sandra Jean-Marc Latifa Cyril Rose Younès Béatrice Wilfried Monique"
)
COMMUNES = {
    "aci": (
        ("Roubaix", "59100"),
        ("Tourcoing", "59200"),
        ("Wattrelos", "59150"),
        ("Croix", "59170"),
        ("Hem", "59510"),
    ),
    "chrs": (("Lille", "59000"),),
    "ei": (("Lesquin", "59810"), ("Ronchin", "59790"), ("Lille", "59000"), ("Faches-Thumesnil", "59155")),
}
RUES = [
    "rue de la Filature",
    "rue des Peigneurs",
    "rue Pasteur",
    "avenue Jean-Lebas",
    "rue du Collège",
    "rue de l’Épeule",
    "rue Jules-Guesde",
    "boulevard Gambetta",
    "rue de Cassel",
    "rue des Tisserands",
    "rue du Moulin",
    "rue Victor-Hugo",
    "allée des Tilleuls",
    "rue Pierre-de-Roubaix",
    "rue du Général-Leclerc",
    "rue de Lannoy",
    "rue des Arts",
    "place de la Fosse-aux-Chênes",
    "rue du Pays",
    "avenue de Flandre",
]
FORMATIONS = (
    [NiveauFormation.COLLEGE] * 5
    + [NiveauFormation.NIVEAU_3] * 5
    + [NiveauFormation.NIVEAU_4] * 2
    + [NiveauFormation.PRIMAIRE, NiveauFormation.NIVEAU_5]
)


@dataclass
class Profil:
    """Somebody, as far as the stories need to know: gender (f or m), age, children, language."""

    genre: str
    prenom: str
    nom: str
    nom_naissance: str
    naissance: date
    allophone: bool
    langues: tuple
    enfants: list = field(default_factory=list)
    collegue: str = ""


def inventer(rng, *, genre, ages, allophone, enfants, le, deja):
    """Return a `Profil` whose name is not in the set `deja` (completed), aged between `ages` on the day `le`."""
    while True:
        langues, noms = _famille(rng, allophone)
        prenom, nom = rng.choice(noms[genre].split()), rng.choice(noms["noms"].split())
        if (prenom, nom) not in deja:
            deja.add((prenom, nom))
            break
    naissance = le - timedelta(days=rng.randint(int(ages[0] * 365.25) + 40, int((ages[1] + 1) * 365.25) - 40))
    autre = rng.choice(noms["noms"].split()) if genre == "f" and rng.random() < 0.35 else nom
    nombre = max(enfants, rng.choice((0, 0, 0, 1, 2)))
    return Profil(
        genre=genre,
        prenom=prenom,
        nom=nom,
        nom_naissance=autre,
        naissance=naissance,
        allophone=allophone,
        langues=langues,
        enfants=rng.sample(ENFANTS.split(), nombre),
        collegue=rng.choice([c for c in COLLEGUES.split() if c != prenom]),
    )


def _famille(rng, allophone):
    """Languages spoken and the names that go with them."""
    if allophone:
        langues = rng.choice([langues for langues in AILLEURS if langues != ("portugais",)])
        return langues, AILLEURS[langues]
    if rng.random() < 0.55:
        return ("français",), FRANCE
    langues = rng.choice((("arabe",), ("arabe",), ("bambara", "soninké"), ("portugais",), ("lingala",), ("turc",)))
    return ("français", langues[0]), AILLEURS[langues]


def fiche(rng, profil, type_structure, numero):
    """Return the unsaved `Beneficiaire` of a profile; `numero` makes the telephone theirs alone."""
    commune, code_postal = rng.choice(COMMUNES[type_structure])
    hors_ecole = NiveauFormation.ETRANGER if rng.random() < 0.5 else NiveauFormation.PRIMAIRE
    return Beneficiaire(
        civilite=Civilite.MADAME if profil.genre == "f" else Civilite.MONSIEUR,
        nom=profil.nom,
        prenom=profil.prenom,
        nom_naissance=profil.nom_naissance,
        date_naissance=profil.naissance,
        telephone=telephone(numero) if rng.random() < 0.94 else "",
        email=adresse_electronique(profil, numero) if rng.random() < 0.6 else "",
        adresse=f"{rng.randint(2, 240)} {rng.choice(RUES)}" if type_structure != "chrs" else "3 rue des Bateliers",
        code_postal=code_postal,
        commune=commune,
        langues=list(profil.langues),
        niveau_francais=rng.choice((NiveauFrancais.A1, NiveauFrancais.A2)) if profil.allophone else "",
        niveau_formation=hors_ecole if profil.allophone else rng.choice(FORMATIONS),
        identifiant_france_travail=f"{rng.randint(1000000, 9999999)}{rng.choice('ABCDEFGHJKLMNPRSTVWXYZ')}",
    )


def telephone(numero):
    """A number of the range that Arcep keeps for works of fiction: 06 39 98 xx xx, each `numero` its own."""
    return f"+3363998{(84 + numero * 37) % 10000:04d}"


def adresse_electronique(profil, numero):
    lettres = f"{profil.prenom}.{profil.nom}".lower().translate(SANS_ACCENTS)
    return f"{lettres}{numero}@example.org"


SANS_ACCENTS = str.maketrans("éèêëàâäîïôöûùüçşğıãâ’ ", "eeeeaaaiioouuucsgiaa--")


def graine(*parties):
    """A random source that gives the same draws for the same words, on every machine."""
    return random.Random("/".join(str(partie) for partie in parties))
