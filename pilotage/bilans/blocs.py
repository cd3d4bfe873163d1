"""The blocks a report is made of, in the order in which they are offered.

A block names indicators by their codes, asks for a free text, or both; the text of a block that asks for none may
still be written. `CIBLES`, `LACUNES` and `METHODE` are filled from what the other blocks show.
"""

from dataclasses import dataclass

CIBLES, LACUNES, METHODE = "cibles", "conformite", "methode"


@dataclass(frozen=True)
class Bloc:
    """One block. `aide` says what its text is expected to tell (empty: none expected); `graphique`: drawn as well.

    `cles` are (indicator, line) pairs gathered in one table, for a block that only recalls figures.
    """

    code: str
    titre: str
    indicateurs: tuple[str, ...] = ()
    aide: str = ""
    graphique: bool = False
    cles: tuple[tuple[str, str], ...] = ()

    @property
    def attend_un_texte(self):
        """Whether it has nothing to show without words."""
        return bool(self.aide) and not self.indicateurs and not self.cles


PUBLICS = ("publics_genre", "publics_age", "publics_situation", "publics_formation")
FREINS = ("diagnostics_a_temps", "freins_entree", "freins_evolution", "freins_asp")
ENTRETIENS = ("entretiens", "entretiens_realises", "absences", "entretien_trimestriel")
SORTIES = ("sorties_constatees", "sorties_examinees", "taux_dynamiques", "taux_durable", "sorties_categories")
CLES = (
    ("accueillis", "total"),
    ("presents", "total"),
    ("entrees", "total"),
    ("etp", "realises"),
    ("entretiens", "tenus"),
    ("freins_evolution", "leves"),
    ("immersions", "nombre"),
    ("formations", "entrees"),
    ("sorties_examinees", "total"),
    ("taux_dynamiques", "b"),
    ("taux_durable", "b"),
)

CATALOGUE = (
    Bloc("presentation", "Présentation de l’action", aide="Qui vous êtes, ce que l’action propose, à qui, où."),
    Bloc("essentiel", "L’essentiel", aide="Trois phrases à retenir de la période.", cles=CLES),
    Bloc("effectifs", "Effectifs et ETP", ("accueillis", "presents", "entrees", "etp")),
    Bloc("publics", "Publics à l’entrée", (*PUBLICS, "publics_niveaux", "publics_orienteurs"), graphique=True),
    Bloc("mixite", "Mixité des publics", ("mixite",)),
    Bloc("freins", "Diagnostics et freins", FREINS, graphique=True),
    Bloc("accompagnement", "Accompagnement", (*ENTRETIENS, "heures_accompagnement", "heures_themes")),
    Bloc("ateliers", "Ateliers", ("ateliers",)),
    Bloc("immersions", "Immersions et formations", ("immersions", "formations")),
    Bloc("entreprises", "Entreprises et offres", ("entreprises",)),
    Bloc("aides", "Aides financières", ("aides",)),
    Bloc("sorties", "Sorties", (*SORTIES, "sorties_hors_emploi", "duree_moyenne"), graphique=True),
    Bloc("motifs", "Sorties par motif", ("sorties_motifs",)),
    Bloc("apres", "Après la sortie", ("maintien",)),
    Bloc(
        "axe_accueil",
        "Axe 1. Accueil et intégration en milieu de travail",
        ("accueillis", "entrees", "presents", "etp", "publics_genre", "publics_situation", "diagnostics_a_temps"),
        aide="Recrutement, intégration, livret d’accueil, encadrement, conditions de travail.",
    ),
    Bloc(
        "axe_accompagnement",
        "Axe 2. Accompagnement social et professionnel",
        ("freins_entree", "freins_evolution", *ENTRETIENS, "heures_accompagnement", "immersions", "ateliers"),
        aide="Organisation de l’accompagnement, partenaires mobilisés, suivi des parcours.",
        graphique=True,
    ),
    Bloc(
        "axe_formation",
        "Axe 3. Formation des salariés en insertion",
        ("formations", "publics_formation"),
        aide="Plan de formation, certifications visées, formations internes et externes.",
    ),
    Bloc(
        "axe_territoire",
        "Axe 4. Contribution à l’activité économique et au développement du territoire",
        ("entreprises",),
        aide="Activité, clients, partenariats avec les entreprises et les collectivités.",
    ),
    Bloc(
        "fse",
        "Participants FSE+",
        ("fse_entrees", "fse_sorties", "fse_six_mois", "fse_completude", "fse_delais"),
    ),
    Bloc(
        "brsa",
        "Bénéficiaires du RSA",
        ("brsa", "brsa_cer", "brsa_heures", "brsa_contacts", "brsa_sorties"),
        graphique=True,
    ),
    Bloc("plie", "Participants du PLIE", ("plie_sorties", "plie_entretiens")),
    Bloc("geiq", "Parcours du GEIQ", ("geiq_ruptures", "geiq_sorties", "geiq_qualifications", "geiq_aides")),
    Bloc(
        "convergence",
        "Convergence, Premières Heures : publics et équipe",
        ("cvg_habitat", "cvg_difficultes", "cvg_droits", "publics_orienteurs", "publics_niveaux", "cvg_equipe"),
        graphique=True,
    ),
    Bloc(
        "convergence_sorties",
        "Convergence, Premières Heures : sorties",
        ("cvg_sorties_emploi", "cvg_sorties_hors_emploi", "duree_moyenne"),
    ),
    Bloc(
        "equipe",
        "Organisation de l’équipe",
        ("equipe_charge", "equipe_encadrement", "equipe_suivi", "equipe_echeances"),
    ),
    Bloc(CIBLES, "Résultats face aux cibles", aide="Ce qui explique les écarts, et ce que vous prévoyez."),
    Bloc("commentaire", "Commentaire", aide="Faits marquants, difficultés, adaptations de la période."),
    Bloc("perspectives", "Perspectives", aide="Ce que vous changez, ce que vous demandez pour la suite."),
    Bloc("libre", "Texte libre", aide="Ce qui ne va nulle part ailleurs."),
    Bloc(LACUNES, "Conformité : ce qui manque"),
    Bloc(METHODE, "Méthode et limites"),
)
BLOCS = {bloc.code: bloc for bloc in CATALOGUE}
#: The sections that an agreement may want (rubrics of the indicators): the blocks that make each, then those that
#: answer for it in a template of their own.
SECTIONS = {
    "Publics": (("publics",), ("mixite", "axe_accueil")),
    "Effectifs et ETP": (("effectifs",), ("axe_accueil",)),
    "Diagnostics et freins": (("freins",), ("axe_accompagnement",)),
    "Accompagnement": (("accompagnement", "ateliers"), ("axe_accompagnement",)),
    "Immersions, formations, entreprises": (("immersions", "entreprises"), ("axe_formation", "axe_territoire")),
    "Aides financières": (("aides",), ()),
    "Sorties": (("sorties",), ("motifs",)),
    "Après la sortie": (("apres",), ()),
    "FSE+": (("fse",), ()),
    "Conseil départemental (RSA)": (("brsa",), ()),
    "PLIE": (("plie",), ()),
    "GEIQ": (("geiq",), ()),
    "Convergence, Premières Heures": (("convergence", "convergence_sorties"), ()),
    "Équipe": (("equipe",), ()),
}


def blocs_de(section, parmi):
    """The blocks, of the codes `parmi` and in their order, that answer for a section."""
    siens = [code for codes in SECTIONS.get(section, ()) for code in codes]
    return [code for code in parmi if code in siens]
