"""« À recopier »: what the state platforms ask about one person, field by field, in their words and formats.

No platform opens its entry to us (metier.md §6.10): what was typed once here is copied there, never typed again (§2
row 3). Read under the role of whoever looks; health and justice stay out, but for the criteria of an eligibility.
"""

from dataclasses import dataclass
from datetime import date

from beneficiaires.enums import NatureSituation
from beneficiaires.models import Beneficiaire, Situation
from insertion.domaines import CODES
from insertion.enums import DOMAINES_SENSIBLES, Domaine

from .enums import EcheanceSuivi, EtatObjectif
from .models import (
    Candidature,
    Contrat,
    Diagnostic,
    Evaluation,
    HeuresMois,
    MetierVise,
    Objectif,
    Parcours,
    Sortie,
    SuiviPostSortie,
    Suspension,
)
from .models.fse import CITE, FENETRE_SORTIE

#: The eight constraints of the « diagnostic argumenté » (metier.md §4.1.b).
CONTRAINTES_FT = {
    "22": "Accéder au numérique et en maîtriser les fondamentaux",
    "23": "Développer sa mobilité",
    "24": "Surmonter ses contraintes familiales",
    "25": "Prendre en compte son état de santé",
    "26": "Développer ses capacités en lecture, écriture et calcul",
    "27": "Faire face à des difficultés de logement",
    "28": "Faire face à des difficultés financières",
    "29": "Faire face à des difficultés administratives ou juridiques",
}
#: How the platform of the FSE+ names the levels of `CITE` (metier.md §4.9).
LIBELLES_CITE = {
    "cite_0_2": "CITE 0 à 2 (enseignement primaire ou premier cycle)",
    "cite_3_4": "CITE 3 ou 4 (deuxième cycle, post-secondaire)",
    "cite_5_8": "CITE 5 à 8 (enseignement supérieur)",
}
MOIS_D_HEURES = 6


@dataclass(frozen=True)
class Champ:
    """One field of a platform: its name there, and the text to paste (empty: not known here)."""

    libelle: str
    valeur: str = ""


@dataclass(frozen=True)
class Bloc:
    """What one platform asks, in its order. `cle` names it in the address of the page."""

    cle: str
    titre: str
    phrase: str
    champs: tuple[Champ, ...]

    @property
    def texte(self):
        """The whole to paste at once: the fields known, one a line."""
        return "\n".join(f"{champ.libelle} : {champ.valeur}" for champ in self.champs if champ.valeur)


@dataclass(frozen=True)
class _Dossier:
    """What the blocks read of one person, loaded in as many queries as there are attributes."""

    personne: Beneficiaire
    le: date
    emploie: bool
    parcours: Parcours | None
    situations: dict
    contrat: Contrat | None
    sortie: Sortie | None


def blocs(personne, structure, le):
    """Return the `Bloc`s that a structure of this kind has to fill about `personne` (from `pour_fiche`) on `le`."""
    parcours = Parcours.objects.d_une_personne(personne).avec_pass().first()
    dossier = _Dossier(
        personne,
        le,
        structure.emploie,
        parcours,
        {s.nature: s for s in Situation.objects.filter(beneficiaire=personne).en_cours(le)},
        Contrat.objects.avec_fin().filter(parcours=parcours).order_by("-date_debut", "-pk").first(),
        Sortie.objects.filter(parcours=parcours).first(),
    )
    faits = [_france_travail(dossier)]
    if structure.emploie:
        faits += [_emplois(dossier), _asp(dossier)]
    return [*faits, _mdfse(dossier)]


def _jour(jour):
    return f"{jour:%d/%m/%Y}" if jour else ""


def _nombre(valeur):
    return "" if valeur is None else f"{valeur:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def _identite(personne):
    return (
        Champ("Nom de naissance", personne.nom_naissance or personne.nom),
        Champ("Nom d’usage", personne.nom),
        Champ("Prénom", personne.prenom),
        Champ("Date de naissance", _jour(personne.date_naissance)),
        Champ("Téléphone", personne.telephone.as_national if personne.telephone else ""),
        Champ("Adresse e-mail", personne.email),
        Champ("Adresse", personne.adresse),
        Champ("Code postal", personne.code_postal),
        Champ("Commune", personne.commune),
    )


def _france_travail(d):
    metier = MetierVise.objects.filter(beneficiaire=d.personne).select_related("rome").first()
    objectifs = Objectif.objects.filter(parcours=d.parcours, etat=EtatObjectif.EN_COURS)
    return Bloc(
        "france-travail",
        "France Travail",
        "Le dossier du demandeur d’emploi et le diagnostic argumenté. La santé et la justice n’y sont pas.",
        (
            Champ("Identifiant France Travail", d.personne.identifiant_france_travail),
            *_identite(d.personne),
            Champ("Niveau de formation", d.personne.get_niveau_formation_display()),
            Champ("Métier recherché", metier.intitule if metier else d.parcours.projet if d.parcours else ""),
            Champ("Code ROME", metier.rome.code if metier and metier.rome else ""),
            Champ("Contraintes personnelles", ", ".join(_contraintes(d))),
            Champ(
                "Objectifs en cours", ", ".join(o.intitule for o in objectifs if o.domaine not in DOMAINES_SENSIBLES)
            ),
        ),
    )


def _contraintes(d):
    """The constraints of France Travail that the last diagnostic shows, each once, in the order of their codes."""
    dernier = Diagnostic.objects.d_une_personne(d.personne).first()
    siennes = Evaluation.objects.filter(diagnostic=dernier) if dernier else ()
    codes = {CODES[Domaine(e.domaine)].code_ft for e in siennes if e.est_frein and not e.est_sensible}
    return [f"{code} {CONTRAINTES_FT[code]}" for code in sorted(codes) if code]


def _emplois(d):
    candidature = Candidature.objects.filter(beneficiaire=d.personne).prefetch_related("criteres__critere").first()
    criteres = candidature.criteres.all() if candidature else ()
    suspension = Suspension.objects.du_parcours(d.parcours).first() if d.parcours and d.parcours.pass_numero else None
    return Bloc(
        "emplois",
        "Les emplois de l’inclusion",
        "La candidature, les critères d’éligibilité, le PASS IAE et ses suspensions.",
        (
            *_identite(d.personne),
            Champ("Critères administratifs", ", ".join(_critere(critere) for critere in criteres)),
            Champ("Numéro de PASS IAE", d.parcours.pass_numero if d.parcours else ""),
            Champ("Début du PASS IAE", _jour(d.parcours.pass_debut) if d.parcours else ""),
            Champ("Fin du PASS IAE", _jour(d.parcours.pass_fin_effective) if d.parcours else ""),
            Champ("Date d’embauche", _jour(d.contrat.date_debut) if d.contrat else ""),
            Champ("Fin prévisionnelle du contrat", _jour(d.contrat.derniere) if d.contrat else ""),
            Champ("Dernière suspension, du", _jour(suspension.date_debut) if suspension else ""),
            Champ("Dernière suspension, au", _jour(suspension.date_fin) if suspension else ""),
            Champ("Motif de suspension", suspension.get_motif_display() if suspension else ""),
        ),
    )


def _critere(retenu):
    preuve = f", justificatif du {_jour(retenu.preuve_le)}" if retenu.preuve_le else ""
    return f"{retenu.critere} ({retenu.critere.place}{preuve})"


def _asp(d):
    mois = HeuresMois.objects.filter(parcours=d.parcours).order_by("-mois")[:MOIS_D_HEURES]
    return Bloc(
        "asp",
        "ASP, extranet IAE",
        "Le contrat, les heures des six derniers mois, la sortie et son motif.",
        (
            Champ("Nom de naissance", d.personne.nom_naissance or d.personne.nom),
            Champ("Prénom", d.personne.prenom),
            Champ("Date de naissance", _jour(d.personne.date_naissance)),
            Champ("Type de contrat", d.contrat.get_type_display() if d.contrat else ""),
            Champ("Début du contrat", _jour(d.contrat.date_debut) if d.contrat else ""),
            Champ("Fin du contrat", _jour(d.contrat.derniere) if d.contrat else ""),
            Champ("Heures du contrat", _heures(d.contrat)),
            *(Champ(f"Heures de {ligne.mois:%m/%Y}", _nombre(ligne.heures)) for ligne in mois),
            Champ("Date de sortie", _jour(d.parcours.date_sortie) if d.parcours else ""),
            Champ("Code du motif de sortie", d.sortie.motif_code if d.sortie else ""),
            Champ("Motif de sortie", d.sortie.motif_libelle if d.sortie else ""),
            Champ("Catégorie de sortie", d.sortie.get_categorie_display() if d.sortie else ""),
        ),
    )


def _heures(contrat):
    if contrat is None or contrat.heures is None:
        return ""
    return f"{_nombre(contrat.heures)} {contrat.get_unite_heures_display()}"


def _mdfse(d):
    entree = d.parcours.date_entree if d.parcours else None
    sortie = d.parcours.date_sortie if d.parcours else None
    suivis = SuiviPostSortie.objects.filter(parcours=d.parcours) if sortie else SuiviPostSortie.objects.none()
    a_six_mois = suivis.filter(echeance=EcheanceSuivi.SIX).first()
    return Bloc(
        "mdfse",
        "MDFSE+, questionnaire du participant",
        "L’entrée, la sortie dans les 28 jours, la situation à 6 mois. Un téléphone ou un e-mail est nécessaire.",
        (
            *_identite(d.personne),
            Champ("Sexe", {"mme": "Féminin", "m": "Masculin"}.get(d.personne.civilite, "")),
            Champ("Âge à l’entrée", str(d.personne.age(entree)) if entree and d.personne.date_naissance else ""),
            Champ("Date d’entrée", _jour(entree)),
            Champ("Statut sur le marché du travail à l’entrée", _statut(d)),
            Champ("Niveau d’éducation", _cite(d.personne.niveau_formation)),
            Champ("Sans domicile fixe ou exclusion du logement", _oui(d, NatureSituation.SANS_DOMICILE)),
            Champ("Bénéficiaire de minima sociaux", _minima(d)),
            Champ("Date de sortie", _jour(sortie)),
            Champ("Sortie à saisir avant le", _jour(sortie + FENETRE_SORTIE) if sortie else ""),
            Champ("Situation à la sortie", d.sortie.motif_libelle if d.sortie else ""),
            Champ("Situation à 6 mois", a_six_mois.get_situation_display() if a_six_mois else ""),
        ),
    )


def _cite(niveau):
    return next((LIBELLES_CITE[code] for code, niveaux in CITE.items() if niveau in niveaux), "")


def _statut(d):
    """What is known of it; nothing is guessed from silence."""
    longue = (NatureSituation.DETLD, NatureSituation.DELD)
    if any(nature in d.situations for nature in longue):
        return "Demandeur d’emploi de longue durée (plus de 12 mois)"
    return "Demandeur d’emploi" if NatureSituation.FRANCE_TRAVAIL in d.situations else ""


def _minima(d):
    percus = (NatureSituation.RSA, NatureSituation.ASS, NatureSituation.AAH)
    return ", ".join(nature.label for nature in percus if nature in d.situations)


def _oui(d, nature):
    return "Oui" if nature in d.situations else ""
