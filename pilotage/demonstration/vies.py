"""Two years of somebody's life: a main story, one or two side ones, and all the rows that they leave."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from beneficiaires.models import Beneficiaire, Referent, Situation
from insertion.enums import Role
from parcours.enums import Orienteur, StatutCandidature
from parcours.models import Candidature, Parcours

from .calendrier import apres
from .personnes import Profil, fiche, graine, inventer
from .recits import Conteur, Trame, trames

PRESCRIPTEURS = {
    Orienteur.FRANCE_TRAVAIL: "France Travail Roubaix",
    Orienteur.MISSION_LOCALE: "Mission locale du Val de Marque",
    Orienteur.PLIE: "PLIE Nord-Est",
    Orienteur.DEPARTEMENT: "Maison Nord Solidarités",
    Orienteur.CAP_EMPLOI: "Cap emploi Métropole",
    Orienteur.MARAUDE: "Maraude du Samu social",
    Orienteur.AUTRE: "SIAO, 115",
    Orienteur.SPONTANEE: "",
}
#: Who sends people when the story says nothing of it.
COURANTS = [o for o in PRESCRIPTEURS if o not in (Orienteur.MARAUDE, Orienteur.AUTRE)]
HEURES = {"Premières Heures": 8, "Nettoyage": 26, "Restauration": 26}
METIERS = (
    "Agent d’entretien (K2204)",
    "Employé de tri et recyclage (K2304)",
    "Aide de cuisine (G1603)",
    "Préparateur de commandes (N1103)",
)
REFUS = ("Poste pourvu", "Candidat non joignable", "Horaires incompatibles", "Réorientation vers un autre dispositif")


@dataclass
class Cadre:
    """What everybody of a structure shares: today, the team, the programmes, the diary, the texts already told."""

    le: date
    type: str
    domaines: list
    dispositifs: dict
    charges: list
    encadrant: object
    agenda: object
    dits: set
    noms: set


@dataclass
class Vie:
    """Somebody, and the rows of their life, unsaved, in any order."""

    rng: object
    cadre: Cadre
    trame: Trame
    annexes: list
    profil: Profil
    conteur: Conteur
    beneficiaire: Beneficiaire
    entree: date
    allure: float
    faits: list = field(default_factory=list)
    parcours: list = field(default_factory=list)
    suivi: list = field(default_factory=list)

    @property
    def fin(self):
        """The day on which the story ends; None while it is still going on."""
        if self.trame.sortie is None:
            return None
        fin = self.quand(self.trame.sortie)
        return fin if fin < self.cadre.le else None

    @property
    def referent(self):
        return self.suivi[-1][1]

    def quand(self, mois):
        return apres(self.entree, mois * self.allure)

    def referent_le(self, jour):
        """The colleague in charge on that day."""
        return [collegue for debut, collegue in self.suivi if debut <= jour or debut == self.entree][-1]

    def parcours_le(self, jour):
        return [p for p in self.parcours if p.date_entree <= jour or p is self.parcours[0]][-1]


def commencer(cadre, numero, trame, referent):
    """Choose who lives the story `trame`, and open it: person, parcours, référents, situations, application."""
    rng = graine("vie", cadre.type, numero)
    annexes = _choisir_annexes(rng, cadre, trame)
    ensemble = (trame, *annexes)
    profil = inventer(
        rng,
        genre=trame.genre or rng.choice("fm"),
        ages=_ages(ensemble),
        allophone=any(t.allophone for t in ensemble),
        enfants=max(t.enfants for t in ensemble),
        le=cadre.le,
        deja=cadre.noms,
    )
    conteur = Conteur(rng, profil, cadre.dits)
    for t in ensemble:
        conteur.apprendre(t.choix)
    jours = rng.randint(150, 740) if trame.cle == "sans_nouvelles" else rng.randint(8, 610)
    vie = Vie(
        rng=rng,
        cadre=cadre,
        trame=trame,
        annexes=annexes,
        profil=profil,
        conteur=conteur,
        beneficiaire=fiche(rng, profil, cadre.type, numero),
        entree=apres(cadre.le - timedelta(days=jours), 0),
        allure=rng.uniform(0.88, 1.15),
    )
    vie.beneficiaire.created_at = a_midi(vie.entree - timedelta(days=rng.randint(3, 25)))
    vie.faits.append(vie.beneficiaire)
    _ouvrir_parcours(vie)
    _confier(vie, referent)
    _situer(vie)
    _candidater(vie)
    return vie


def candidat(cadre, numero):
    """Somebody who applied and has not entered (yet)."""
    rng = graine("candidat", cadre.type, numero)
    profil = inventer(
        rng, genre=rng.choice("fm"), ages=(20, 55), allophone=False, enfants=0, le=cadre.le, deja=cadre.noms
    )
    beneficiaire = fiche(rng, profil, cadre.type, numero)
    jour = cadre.le - timedelta(days=rng.randint(2, 40))
    beneficiaire.created_at = a_midi(jour)
    statut = rng.choice(
        (
            StatutCandidature.NOUVELLE,
            StatutCandidature.A_L_ETUDE,
            StatutCandidature.EN_ATTENTE,
            StatutCandidature.DECLINEE,
        )
    )
    orienteur = rng.choice(list(PRESCRIPTEURS))
    demande = Candidature(
        beneficiaire=beneficiaire,
        date=jour,
        statut=statut,
        orienteur=orienteur,
        prescripteur=PRESCRIPTEURS[orienteur],
        metier=rng.choice(METIERS),
        motif_refus=rng.choice(REFUS) if statut == StatutCandidature.DECLINEE else "",
    )
    return [beneficiaire, demande]


def a_midi(jour):
    return timezone.make_aware(datetime.combine(jour, time(12)))


def _ages(ensemble):
    return max(t.age[0] for t in ensemble), min(t.age[1] for t in ensemble)


def _choisir_annexes(rng, cadre, trame):
    """One or two side stories that contradict neither the main one nor each other."""
    if trame.cle == "sans_nouvelles":
        return []
    retenues, occupes = [], {trame.domaine, *trame.domaines}
    candidates = [t for t in trames() if not t.principale and cadre.type in t.structures]
    for t in rng.sample(candidates, len(candidates)):
        bas, haut = _ages((trame, *retenues, t))
        compatible = t.domaine not in occupes and bas + 3 <= haut and (not t.avec or trame.cle in t.avec)
        if compatible and not (t.domaine == "langue" and any(r.domaine == "savoirs" for r in retenues)):
            retenues.append(t)
            occupes |= {t.domaine, *t.domaines}
        if len(retenues) == 2:
            break
    return retenues[: rng.choice((1, 2, 2, 2))]


def _ouvrir_parcours(vie):
    trame, fin = vie.trame, vie.fin
    passage = vie.quand(trame.passage["mois"]) if trame.passage else None
    if passage and passage < (fin or vie.cadre.le):
        vie.parcours = [
            _parcours(vie, trame.dispositif, vie.entree, passage - timedelta(days=1)),
            _parcours(vie, trame.passage["dispositif"], passage, fin),
        ]
        for champ in ("pass_numero", "pass_debut", "pass_fin"):  # the PASS goes on with the person
            setattr(vie.parcours[1], champ, getattr(vie.parcours[0], champ))
    else:
        vie.parcours = [_parcours(vie, trame.dispositif, vie.entree, fin)]
    vie.faits += vie.parcours


def _parcours(vie, dispositif, debut, fin):
    rng, trame = vie.rng, vie.trame
    orienteur = trame.orienteur or rng.choice(COURANTS)
    prevue = debut
    while prevue <= (fin or vie.cadre.le):
        prevue += relativedelta(months=6)
    champs = {}
    if vie.cadre.type != "chrs":
        champs = {
            "heures_hebdo": HEURES.get(dispositif, 35),
            "pass_numero": f"99999{rng.randint(1000000, 9999999)}",
            "pass_debut": debut,
            "pass_fin": debut + relativedelta(years=2, days=-1),
        }
    return Parcours(
        beneficiaire=vie.beneficiaire,
        dispositif=vie.cadre.dispositifs[dispositif],
        date_entree=debut,
        date_fin_prevue=prevue - timedelta(days=1),
        date_sortie=fin,
        orienteur=orienteur,
        prescripteur=PRESCRIPTEURS[Orienteur(orienteur)],
        projet=vie.conteur.dire(trame.projet, debut),
        **champs,
    )


def _confier(vie, referent):
    """The référent, who in one case out of eight took over from a colleague on the way."""
    autres = [c for c in vie.cadre.charges if c is not referent]
    jours = ((vie.fin or vie.cadre.le) - vie.entree).days
    vie.suivi = [(vie.entree, referent)]
    if autres and jours > 150 and vie.rng.random() < 0.125:
        relais = apres(vie.entree + timedelta(days=jours // 3), 0)
        vie.suivi = [(vie.entree, vie.rng.choice(autres)), (relais, referent)]
    fins = [debut for debut, _ in vie.suivi[1:]] + [vie.fin]
    vie.faits += [
        Referent(beneficiaire=vie.beneficiaire, utilisateur=collegue.utilisateur, debut=debut, fin=fin)
        for (debut, collegue), fin in zip(vie.suivi, fins, strict=True)
    ]


def _situer(vie):
    """Rights and situations of the stories, each nature once."""
    vues = set()
    for situation in [s for t in (vie.trame, *vie.annexes) for s in t.situations]:
        debut, fin = vie.quand(situation["de"]), None
        if "a" in situation and vie.quand(situation["a"]) <= vie.cadre.le:
            fin = vie.quand(situation["a"])
        if situation["nature"] not in vues and debut <= vie.cadre.le:
            vues.add(situation["nature"])
            vie.faits.append(
                Situation(beneficiaire=vie.beneficiaire, nature=situation["nature"], debut=debut, fin=fin)
            )


def _candidater(vie):
    if vie.cadre.type == "chrs" or vie.rng.random() < 0.3:
        return
    premier = vie.parcours[0]
    vie.faits.append(
        Candidature(
            beneficiaire=vie.beneficiaire,
            parcours=premier,
            date=vie.entree - timedelta(days=vie.rng.randint(9, 30)),
            statut=StatutCandidature.ACCEPTEE,
            orienteur=premier.orienteur,
            prescripteur=premier.prescripteur,
            metier=vie.rng.choice(METIERS),
        )
    )


def charges_de(equipe):
    return [collegue for collegue in equipe if collegue.role == Role.CHARGE_INSERTION]
