"""The two grids of the diagnostic: ours, domain by domain, and the public one, 8 axes of 4 levels.

A diagnostic remembers its grid; levels of two grids are never compared (`evolution.py`). In both, higher is better
and a level of at most 2 is a frein. The sentences of the public grid are ours (metier.md §4.1.d gives its cells).
"""

from dataclasses import dataclass

from insertion.enums import Domaine, GrilleDiagnostic

from .echelles import PHRASES
from .enums import Niveau, NiveauReference

#: What fits around the radar; a domain that is not here keeps its own label.
COURTS = {
    Domaine.DROITS: "Droits",
    Domaine.SAVOIRS: "Écrit, calcul",
    Domaine.FAMILLE: "Famille",
    Domaine.FORMATION: "Formation",
    Domaine.PROJET: "Projet",
    Domaine.CONFIANCE: "Confiance",
    Domaine.DISPONIBILITE: "Disponible",
}

#: Axis by axis, where the answer is kept (which also says who may read it), its name, its four sentences.
#: « Capacité à occuper un poste » is kept with health: what it tells is about health. Where two cells of the public
#: grid say the same thing, only the higher one is offered.
REFERENCE = {
    Domaine.LANGUE: (
        "Langue",
        "Ne lit et n’écrit dans aucune langue, ou ne comprend pas encore le français.",
        "Des cours de français ou de savoirs de base sont nécessaires.",
        "Se fait comprendre et comprend, avec effort ou dans des situations simples.",
        "Comprend et s’exprime bien.",
    ),
    Domaine.SANTE: (
        "Capacité à occuper un poste",
        "Ne peut pas occuper un poste dans l’immédiat.",
        "A besoin d’être accompagné·e avant d’occuper un poste.",
        "Peut occuper un poste dont les conditions sont aménagées.",
        "Peut occuper un poste dans des conditions ordinaires.",
    ),
    Domaine.LOGEMENT: (
        "Logement",
        "Sans domicile.",
        "Hébergement collectif, dans une structure.",
        "Hors d’une structure, mais logement insalubre, provisoire ou menacé.",
        "Logement stable.",
    ),
    Domaine.DROITS: (
        "Accès aux droits",
        "Ne connaît pas ses droits, ou ne les demande pas.",
        "Droits abandonnés, coupés ou difficiles à renouveler.",
        "Connaît ses droits ; des démarches sont en cours.",
        "Bénéficie de ses droits.",
    ),
    Domaine.MOBILITE: (
        "Mobilité",
        "Ne sait pas encore se rendre seul·e à un endroit.",
        "Dépend du covoiturage, ou d’un véhicule qui n’est pas en règle.",
        "Transports en commun ou deux-roues.",
        "Véhicule et permis en règle.",
    ),
    Domaine.BUDGET: (
        "Ressources",
        "Sans ressources, ou surendettement sans dossier déposé.",
        "Un dossier de surendettement est déposé et suivi.",
        "Les besoins essentiels sont couverts, ou une mesure de protection est en place.",
        "Gère son budget.",
    ),
    Domaine.JUSTICE: (
        "Justice",
        "Une peine est en cours d’exécution.",
        "Un suivi se poursuit après la peine (SPIP, PJJ).",
        "",
        "Aucune mesure en cours.",
    ),
    Domaine.DISPONIBILITE: (
        "Disponibilité",
        "Peu de temps disponible pour un emploi.",
        "Disponible à condition de s’organiser.",
        "Disponible tout de suite, avec des contraintes d’horaires.",
        "Disponible tout de suite, sans contrainte.",
    ),
}
COURTS_REFERENCE = {Domaine.SANTE: "Poste", Domaine.DROITS: "Droits", Domaine.DISPONIBILITE: "Disponible"}


@dataclass(frozen=True)
class Grille:
    """One grid: the scale of its levels, and what each of its domains is called and says at each level."""

    code: GrilleDiagnostic
    niveaux: type
    libelles: dict
    courts: dict
    phrases: dict

    def niveau(self, valeur):
        """Return the level of a number with its label, None for None."""
        return None if valeur is None else self.niveaux(valeur)

    def libelle(self, domaine):
        return self.libelles.get(domaine, Domaine(domaine).label)

    def court(self, domaine):
        return self.courts.get(domaine, self.libelle(domaine))

    def phrase(self, domaine, valeur):
        """What a level means in a domain; empty without a level."""
        return self.cartes(domaine).get(valeur, "")

    def cartes(self, domaine):
        """The answers offered about a domain, {level: sentence}."""
        return self.phrases.get(domaine, {})

    def domaines(self, retenus, repondus=()):
        """What is asked about when a structure has chosen the domains `retenus`; `repondus` are answered already.

        The public grid is always whole; what a file said of another domain comes after it, in words only.
        """
        if self.code == GrilleDiagnostic.REFERENCE:
            return [*self.phrases, *(d for d in Domaine if d in set(repondus) and d not in self.phrases)]
        return [domaine for domaine in Domaine if domaine in {*retenus, *repondus}]

    @property
    def echelle(self):
        """The scale in a few words, for captions."""
        bas, haut = self.niveaux.choices[0], self.niveaux.choices[-1]
        return f"de {bas[0]} ({bas[1].lower()}) à {haut[0]} ({haut[1].lower()})"


GRILLES = {
    GrilleDiagnostic.TREMPLIN: Grille(
        GrilleDiagnostic.TREMPLIN,
        Niveau,
        {},
        COURTS,
        {domaine: dict(zip(Niveau.values, phrases, strict=True)) for domaine, phrases in PHRASES.items()},
    ),
    GrilleDiagnostic.REFERENCE: Grille(
        GrilleDiagnostic.REFERENCE,
        NiveauReference,
        {domaine: textes[0] for domaine, textes in REFERENCE.items()},
        COURTS_REFERENCE,
        {
            domaine: {n: t for n, t in zip(NiveauReference.values, textes[1:], strict=True) if t}
            for domaine, textes in REFERENCE.items()
        },
    ),
}
