"""An offer beside what is known of one person: reasons in words, never a score nor a rank (experience.md §2.11).

What is not known is « à vérifier »: neither a refusal nor a fit. Pure functions, one per condition.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from beneficiaires.enums import NatureSituation
from entreprises.enums import PermisDemande
from insertion.distances import dire
from insertion.enums import Horaire, NiveauFrancais, OuiNon
from insertion.gabarits import jour as date_lue
from insertion.texte import minuscule

from .enums import AccordPersonne, EtapePlacement, MotifRefus, Verdict

#: The letter and the first two figures of a ROME code: the professional domain.
LONGUEUR_FAMILLE = 3
REFUS = (EtapePlacement.REFUS_ENTREPRISE, EtapePlacement.REFUS_PERSONNE)
NIVEAUX = list(NiveauFrancais)


@dataclass(frozen=True)
class Metier:
    """A job that somebody aims at and has not given up; `rome` is a code, or empty."""

    intitule: str
    rome: str = ""


@dataclass(frozen=True)
class Droit:
    """A permis or a vehicle (`NatureSituation`) between two dates, each None when open."""

    nature: str
    debut: date | None = None
    fin: date | None = None

    def couvre(self, jour):
        return (self.debut is None or self.debut <= jour) and (self.fin is None or self.fin >= jour)


@dataclass(frozen=True)
class Proposition:
    """A firm that somebody was proposed to before, and where it stands; `offre` is None without offer."""

    pk: int
    entreprise: int
    nom: str
    le: date
    accord: str
    offre: int | None = None
    poste: str = ""
    etape: str = ""
    etape_le: date | None = None
    motif: str = ""


@dataclass(frozen=True)
class Poste:
    """A job that somebody was hired for; `fin` is None when it has no term."""

    entreprise: str
    debut: date
    fin: date | None = None


@dataclass(frozen=True)
class Profil:
    """What is known of one person on a day; an empty or None value is « non renseigné »."""

    metiers: tuple[Metier, ...] = ()
    droits: tuple[Droit, ...] = ()
    francais: str = ""
    horaires: tuple[str, ...] = ()
    heures: Decimal | None = None
    rayon_km: int | None = None
    disponible_le: date | None = None
    port_charges: str = ""
    lieu: tuple[str, str] = ("", "")
    km: float | None = None
    contrat_fin: date | None = None
    sous_contrat: bool = False
    propositions: tuple[Proposition, ...] = ()
    postes: tuple[Poste, ...] = field(default_factory=tuple)

    def a_distance(self, km):
        """The same person, `km` kilometres away from the place of an offer (None: not known)."""
        return replace(self, km=km)

    def proposition_pour(self, offre):
        """How this offer was proposed to them already; None when it was not."""
        return next((p for p in self.propositions if p.offre == offre.pk), None)


@dataclass(frozen=True)
class Raison:
    """What one condition says, in French."""

    condition: str
    verdict: Verdict
    phrase: str

    def en_json(self):
        """What `MiseEnRelation.raisons` keeps."""
        return {"condition": self.condition, "verdict": self.verdict.value, "phrase": self.phrase}


def famille(rome):
    """The first and the last codes of the professional domain of a ROME code: K2204 → (K2200, K2299)."""
    debut = rome[:LONGUEUR_FAMILLE]
    return f"{debut}00", f"{debut}99"


def comparer(offre, profil, le):
    """The `Raison` of each condition that `offre` asks, then of what was said before, on the day `le`."""
    return [raison for condition in CONDITIONS if (raison := condition(offre, profil, le))]


def ensemble(raisons):
    """What the reasons say together: the worst of their verdicts, which is no score."""
    verdicts = {raison.verdict for raison in raisons}
    ordre = (Verdict.NE_CONVIENT_PAS, Verdict.A_VERIFIER)
    return next((verdict for verdict in ordre if verdict in verdicts), Verdict.CORRESPOND)


def metier(offre, profil, le):
    """The ROME code of the offer among the jobs aimed at; the same family is to be talked about."""
    if not offre.rome_id:
        return _a_verifier("métier", "fiche ROME de l’offre non renseignée")
    codes = {vise.rome: vise for vise in profil.metiers if vise.rome}
    if vise := codes.get(offre.rome_id):
        return _correspond("métier", f"métier visé : {vise.intitule}")
    debut, fin = famille(offre.rome_id)
    if voisin := next((vise for code, vise in codes.items() if debut <= code <= fin), None):
        return _a_verifier("métier", f"métier voisin de celui visé : {voisin.intitule}")
    if not profil.metiers:
        return _a_verifier("métier", "métier visé non renseigné")
    intitules = ", ".join(vise.intitule for vise in profil.metiers)
    if len(codes) < len(profil.metiers):
        return _a_verifier("métier", f"métier visé sans fiche ROME : {intitules}")
    return _ne_convient_pas("métier", f"vise un autre métier : {intitules}")


def permis(offre, profil, le):
    """Permis B, and a vehicle when it is asked, on the first day of the job."""
    if not offre.permis:
        return None
    jour = _premier_jour(offre, le)
    raison = _possede(profil, NatureSituation.PERMIS_B, "permis B", jour)
    if raison.verdict != Verdict.CORRESPOND or offre.permis == PermisDemande.PERMIS_B:
        return raison
    vehicule = _possede(profil, NatureSituation.VEHICULE, "véhicule", jour)
    return replace(vehicule, condition="permis", phrase=f"permis B, {vehicule.phrase}")


def _possede(profil, nature, nom, jour):
    siens = [droit for droit in profil.droits if droit.nature == nature]
    if any(droit.couvre(jour) for droit in siens):
        return _correspond("permis", nom)
    if venir := next((droit for droit in siens if droit.debut and droit.debut > jour), None):
        return _a_verifier("permis", f"{nom} à partir du {_jour(venir.debut)}")
    if siens:
        return _ne_convient_pas("permis", f"{nom} jusqu’au {_jour(max(droit.fin for droit in siens))}")
    passe = [d for d in profil.droits if d.nature == NatureSituation.PERMIS_EN_COURS and d.couvre(jour)]
    if passe and nature == NatureSituation.PERMIS_B:
        return _a_verifier("permis", "permis B en cours de préparation")
    return _a_verifier("permis", f"{nom} non renseigné")


def horaires(offre, profil, le):
    """Every working time of the offer among those that the person can do."""
    if not offre.horaires:
        return None
    if not profil.horaires:
        return _a_verifier("horaires", f"l’offre demande {_horaires(offre.horaires)} ; horaires non renseignés")
    manquent = [horaire for horaire in offre.horaires if horaire not in profil.horaires]
    if manquent:
        return _ne_convient_pas("horaires", f"n’est pas disponible : {_horaires(manquent)}")
    return _correspond("horaires", f"disponible : {_horaires(offre.horaires)}")


def heures(offre, profil, le):
    """Hours a week: another number than the one wished is talked about, it excludes nobody."""
    if offre.heures_hebdo is None:
        return None
    demandees = f"{_nombre(offre.heures_hebdo)} h par semaine"
    if profil.heures is None:
        return _a_verifier("heures", f"{demandees} ; heures souhaitées non renseignées")
    if profil.heures == offre.heures_hebdo:
        return _correspond("heures", f"{demandees}, comme souhaité")
    return _a_verifier("heures", f"{demandees} ; la personne souhaite {_nombre(profil.heures)} h")


def francais(offre, profil, le):
    """The level of French asked for, or above."""
    if not offre.francais:
        return None
    if not profil.francais:
        return _a_verifier("français", "niveau de français non renseigné")
    nom = NiveauFrancais(profil.francais).label
    if NIVEAUX.index(profil.francais) >= NIVEAUX.index(offre.francais):
        return _correspond("français", f"français {nom}")
    return _ne_convient_pas("français", f"français {nom} ; l’offre demande {NiveauFrancais(offre.francais).label}")


def distance(offre, profil, le):
    """Kilometres as the crow flies, rounded as they are said, beside the limit of the offer and the person's own."""
    limites = [limite for limite in (offre.distance_max_km, profil.rayon_km) if limite is not None]
    if profil.km is None:
        lieux = (("de l’offre", offre.lieu.commune), ("de la personne", profil.lieu[1]))
        inconnus = [nom for nom, commune in lieux if not commune]
        pourquoi = f"commune {' et '.join(inconnus)} non renseignée" if inconnus else "commune non reconnue"
        return _a_verifier("distance", f"distance inconnue : {pourquoi}")
    phrase = dire(profil.km)
    if limites and round(profil.km) > min(limites):
        trop = "l’offre demande" if min(limites) == offre.distance_max_km else "la personne cherche jusqu’à"
        return _ne_convient_pas("distance", f"{phrase} ; {trop} {min(limites)} km")
    if profil.rayon_km is None and profil.km >= 1:
        return _a_verifier("distance", f"{phrase} ; jusqu’où chercher : non renseigné")
    return _correspond("distance", phrase)


def port_charges(offre, profil, le):
    if not offre.port_charges:
        return None
    if not profil.port_charges:
        return _a_verifier("port de charges", "port de charges : non renseigné")
    if profil.port_charges == OuiNon.OUI:
        return _correspond("port de charges", "port de charges possible")
    return _ne_convient_pas("port de charges", "pas de port de charges")


def disponibilite(offre, profil, le):
    """Free on the first day of the job, or on the last one at least."""
    jour = _premier_jour(offre, le)
    if profil.disponible_le is None:
        return _a_verifier("dates", "disponibilité non renseignée")
    if profil.disponible_le <= jour:
        return _correspond("dates", "disponible" if profil.disponible_le <= le else f"disponible le {_jour(jour)}")
    phrase = f"disponible à partir du {_jour(profil.disponible_le)}"
    if offre.fin and profil.disponible_le > offre.fin:
        return _ne_convient_pas("dates", f"{phrase}, après la fin de l’offre")
    return _a_verifier("dates", f"{phrase} ; l’offre commence le {_jour(jour)}")


def contrat(offre, profil, le):
    """A contract with us that is not over when the job begins: its end has to be prepared."""
    if not profil.sous_contrat:
        return None
    if profil.contrat_fin is None:
        return _a_verifier("contrat", "en contrat chez nous, sans terme")
    if profil.contrat_fin < _premier_jour(offre, le):
        return _correspond("contrat", f"contrat chez nous fini le {_jour(profil.contrat_fin)}")
    return _a_verifier("contrat", f"en contrat chez nous jusqu’au {_jour(profil.contrat_fin)}")


def deja_en_poste(offre, profil, le):
    """« Personne déjà en poste »: a job found before that runs on the first day of this one."""
    jour = _premier_jour(offre, le)
    occupe = next((poste for poste in profil.postes if poste.fin is None or poste.fin >= jour), None)
    if occupe is None:
        return None
    quand = f"depuis le {_jour(occupe.debut)}" if occupe.debut <= le else f"à partir du {_jour(occupe.debut)}"
    terme = f", jusqu’au {_jour(occupe.fin)}" if occupe.fin else ""
    return _a_verifier("en poste", f"déjà en poste chez {occupe.entreprise}, {quand}{terme}")


def refus(offre, profil, le):
    """What was answered before: no again for the same offer, to be talked about for the same firm."""
    chez_elle = [p for p in profil.propositions if p.entreprise == offre.entreprise_id]
    refusees = [(p, phrase) for p in chez_elle if (phrase := _refus(p))]
    if pour_elle := next((phrase for p, phrase in refusees if p.offre == offre.pk), None):
        return _ne_convient_pas("refus", f"{pour_elle}, pour cette offre")
    if refusees:
        proposition, phrase = refusees[0]
        return _a_verifier("refus", f"{phrase}, pour « {proposition.poste} »" if proposition.poste else phrase)
    return None


def _refus(proposition):
    """By whom, when and why it was refused; an empty text when it was not."""
    if proposition.etape in REFUS:
        qui, motif = EtapePlacement(proposition.etape).label.lower(), MotifRefus(proposition.motif).label
        return f"{qui} le {_jour(proposition.etape_le)} ({minuscule(motif)})"
    if proposition.accord == AccordPersonne.NON:
        return f"la personne a dit non le {_jour(proposition.le)}"
    return ""


CONDITIONS = (
    metier,
    permis,
    horaires,
    heures,
    francais,
    distance,
    port_charges,
    disponibilite,
    contrat,
    deja_en_poste,
    refus,
)


def _correspond(condition, phrase):
    return Raison(condition, Verdict.CORRESPOND, phrase)


def _a_verifier(condition, phrase):
    return Raison(condition, Verdict.A_VERIFIER, phrase)


def _ne_convient_pas(condition, phrase):
    return Raison(condition, Verdict.NE_CONVIENT_PAS, phrase)


def _premier_jour(offre, le):
    """The first day that one may work: the one of the offer, or today when it is past or not said."""
    return max(offre.debut or le, le)


def _jour(jour):
    return date_lue(jour, "j F Y")


def _nombre(heures):
    return f"{heures.normalize():f}".replace(".", ",")


def _horaires(codes):
    return ", ".join(Horaire(code).label.lower() for code in codes)
