"""Whom a figure keeps: the people entered between two dates, the publics that a funder names."""

from dataclasses import dataclass
from datetime import date

from beneficiaires.enums import SITUATIONS_SENSIBLES, Civilite, NatureSituation

JEUNES, SENIORS = 26, 50
#: Situations counted as funders name them (ASP columns, metier.md §5 « Publics »).
SITUATIONS = (
    NatureSituation.RSA,
    NatureSituation.ASS,
    NatureSituation.AAH,
    NatureSituation.RQTH,
    NatureSituation.DELD,
    NatureSituation.DETLD,
    NatureSituation.QPV,
    NatureSituation.ZRR,
    NatureSituation.PARENT_ISOLE,
    NatureSituation.ASE,
    NatureSituation.DETENTION,
    NatureSituation.PROTECTION,
    NatureSituation.SANS_DOMICILE,
)
#: Who has looked for work for two years has looked for one.
PLUS_LARGES = {NatureSituation.DELD: (NatureSituation.DELD, NatureSituation.DETLD)}
FEMMES, MOINS_DE_26, PLUS_DE_50 = "femmes", "jeunes", "seniors"
#: The publics that a report may keep, by their codes.
PUBLICS = {
    **{str(nature): nature.label for nature in SITUATIONS},
    str(NatureSituation.DELD): "Demandeur d’emploi de longue durée (12 mois et plus)",
    MOINS_DE_26: f"Moins de {JEUNES} ans",
    PLUS_DE_50: f"{SENIORS} ans et plus",
    FEMMES: "Femmes",
}
#: Those that say of somebody what few colleagues may read.
SENSIBLES = frozenset(str(nature) for nature in SITUATIONS if nature in SITUATIONS_SENSIBLES)


@dataclass(frozen=True)
class Cohorte:
    """The parcours begun from `entres_du` to `entres_au` (None: no bound), of people of one of `publics` at least.

    A situation counts when it was true on the day of the entry or on a day of the parcours in the period (the last
    one of a parcours that was over before it); an age is that of the last day of the period. Empty: everybody.
    """

    entres_du: date | None = None
    entres_au: date | None = None
    publics: frozenset[str] = frozenset()

    def __post_init__(self):
        if self.entres_du and self.entres_au and self.entres_au < self.entres_du:
            raise ValueError("Les entrées finissent avant de commencer.")
        if inconnus := self.publics - PUBLICS.keys():
            raise ValueError(f"Public inconnu : {', '.join(sorted(inconnus))}.")

    def __bool__(self):
        return bool(self.entres_du or self.entres_au or self.publics)

    @property
    def natures(self):
        """The situations of which one makes somebody of the cohort."""
        return {nature for code in SITUATIONS if code in self.publics for nature in PLUS_LARGES.get(code, (code,))}

    @property
    def regarde_le_profil(self):
        """Whether a public of it is told by the civilité or the age."""
        return not self.publics.isdisjoint((FEMMES, MOINS_DE_26, PLUS_DE_50))

    @property
    def est_sensible(self):
        """Whether being in the cohort says something of somebody that few colleagues may read."""
        return not self.publics.isdisjoint(SENSIBLES)

    def admet_l_entree(self, le):
        """Whether a parcours begun on the day `le` is one of those kept."""
        return (self.entres_du is None or le >= self.entres_du) and (self.entres_au is None or le <= self.entres_au)

    def admet_le_profil(self, civilite, age):
        """Whether the civilité or the age (None: not known) makes somebody of the cohort."""
        return (
            (FEMMES in self.publics and civilite == Civilite.MADAME)
            or (MOINS_DE_26 in self.publics and age is not None and age < JEUNES)
            or (PLUS_DE_50 in self.publics and age is not None and age >= SENIORS)
        )

    @property
    def en_mots(self):
        """« entrées du 01/01/2025 au 31/12/2025, public : RSA ou Femmes »; an empty text for everybody."""
        du, au = (f"{jour:%d/%m/%Y}" if jour else "" for jour in (self.entres_du, self.entres_au))
        entrees = {(True, True): f"entrées du {du} au {au}", (True, False): f"entrées depuis le {du}"}
        entrees |= {(False, True): f"entrées jusqu’au {au}", (False, False): ""}
        publics = " ou ".join(libelle for code, libelle in PUBLICS.items() if code in self.publics)
        return ", ".join(filter(None, (entrees[bool(du), bool(au)], publics and f"public : {publics}")))
