"""Ateliers, past and to come, and trainings: a dozen séances, with people who came, who did not, and who wait."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from entreprises.enums import DomaineFormation
from insertion.enums import Domaine, TypeStructure
from parcours.enums import Certification, PresenceSeance, ReponseFormation
from parcours.models import Atelier, FormationSuivie, Intervenant, MotParticipation, Parcours, Participation, Seance

from .calendrier import jour_ouvre
from .personnes import graine

#: One training for so many parcours.
FORMES = 4


@dataclass(frozen=True)
class Modele:
    """An atelier and its séances: days from today → note (empty: not written)."""

    titre: str
    theme: str
    domaines: tuple
    description: str
    places: int
    lieu: str
    externe: str
    seances: dict
    lie: bool = True


EMPLOI = Modele(
    "CV et lettre de motivation",
    "recherche d’emploi",
    (Domaine.PROJET,),
    "Refaire son CV, écrire une lettre courte, se présenter en deux minutes. Chacun repart avec un document prêt.",
    8,
    "Salle de réunion",
    "",
    {
        -49: "Premier jet du CV pour tout le monde. Le plus difficile : nommer ce qu’on sait faire.",
        -21: "Les lettres tiennent en une demi-page. Deux annonces du secteur ont servi d’exemple.",
        -7: "",
        0: "",
        14: "",
    },
)
NUMERIQUE = Modele(
    "Démarches en ligne",
    "ordinateur et téléphone",
    (Domaine.NUMERIQUE, Domaine.DROITS),
    "Créer ses comptes, retrouver ses mots de passe, déclarer sa situation depuis son téléphone.",
    6,
    "Espace public numérique, rue de Lannoy",
    "Amandine Roussel, conseillère numérique",
    {-35: "Tout le monde a ouvert sa messagerie. Les codes ont été notés dans le carnet de chacun.", 3: ""},
)
PHILO = Modele(
    "Café philo",
    "philosophie",
    (),
    "Une question, un texte court, et on parle. Aucune connaissance n’est nécessaire.",
    12,
    "Foyer",
    "Marc Oudin, professeur de philosophie",
    {-28: "« Qu’est-ce qu’un bon travail ? » Débat vif, beaucoup d’exemples tirés de l’atelier.", 9: ""},
    lie=False,
)
CUISINE = Modele(
    "Cuisine partagée",
    "cuisine",
    (Domaine.BUDGET, Domaine.CONFIANCE),
    "Un repas complet pour moins de deux euros par personne, préparé et mangé ensemble.",
    8,
    "Cuisine du rez-de-chaussée",
    "Les Toques solidaires",
    {-14: "Soupe, lentilles, compote : le repas a coûté un euro soixante par personne.", 6: ""},
    lie=False,
)
ENTRETIENS = Modele(
    "Simulation d’entretien d’embauche",
    "recherche d’emploi",
    (Domaine.PROJET, Domaine.CONFIANCE),
    "Se présenter, répondre à la question difficile, poser la sienne. Filmé seulement si on le veut.",
    6,
    "Salle de pause",
    "Claire Delmotte, recruteuse bénévole",
    {
        -10: "Chacun a passé dix minutes devant la recruteuse. Les réponses sur les trous du CV sont plus sûres.",
        11: "",
    },
)
PAR_TYPE = {
    TypeStructure.ACI: (EMPLOI, NUMERIQUE, PHILO),
    TypeStructure.CHRS: (CUISINE, PHILO),
    TypeStructure.EI: (ENTRETIENS,),
}
MOTS = (
    "A aidé son voisin à finir.",
    "A pris la parole pour la première fois.",
    "Aimerait revenir avec son ordinateur.",
)
#: (title, domain, organisme, hours, funder, certification)
FORMATIONS = (
    ("Français, niveau A2", DomaineFormation.FRANCAIS, "Centre social des Trois Ponts", 120, "OPCO", ""),
    ("Bases du numérique", DomaineFormation.NUMERIQUE, "Espace public numérique", 35, "Département", "Pix"),
    ("Remise à niveau", DomaineFormation.SAVOIRS, "GRETA Lille Métropole", 90, "Région", ""),
    (
        "Agent polyvalent de restauration",
        DomaineFormation.QUALIFIANTE,
        "AFPA de Roubaix",
        280,
        "OPCO",
        "Titre professionnel agent de restauration",
    ),
    ("Gestes et postures, SST", DomaineFormation.HABILITATION, "Secours Formation Nord", 14, "La structure", "SST"),
)
REFUS = ("Pas avant d’avoir réglé la garde des enfants.", "Trop loin de chez moi pour le moment.")
ACCORDS = ("J’attendais ça depuis longtemps.", "D’accord, si c’est le matin.", "")


def animer_ateliers(structure, equipe, le):
    """Write the ateliers and the trainings of a structure as they stand on the day `le`, in the open context."""
    rng = graine(7000 + len(structure.nom))
    parcours = list(Parcours.objects.select_related("beneficiaire").order_by("pk"))
    collegues = [collegue.utilisateur for collegue in equipe[:3]]
    for modele in PAR_TYPE.get(structure.type, ()):
        _tenir(rng, modele, parcours, collegues, le)
    _former(rng, structure, [p for p in parcours if p.date_sortie is None], le)


def _tenir(rng, modele, parcours, collegues, le):
    atelier = Atelier.objects.create(
        titre=modele.titre,
        theme=modele.theme,
        domaines=[domaine.value for domaine in modele.domaines],
        description=modele.description,
        lie_insertion=modele.lie,
        capacite=modele.places,
    )
    for rang, (ecart, note) in enumerate(modele.seances.items()):
        jour = jour_ouvre(le + timedelta(days=ecart)) if ecart else le
        seance = Seance.objects.create(
            atelier=atelier,
            debut=_a(jour, 14),
            fin=_a(jour, 16),
            lieu=modele.lieu,
            capacite=modele.places,
            note=note,
            anonymes=rng.choice((0, 0, 2)) if ecart < 0 else 0,
        )
        par = collegues[rang % len(collegues)]
        Intervenant.objects.create(seance=seance, utilisateur=par)
        if modele.externe:
            Intervenant.objects.create(seance=seance, nom=modele.externe)
        _remplir(rng, seance, [p for p in parcours if _suivi_le(p, jour)], par, passee=ecart < 0)


def _remplir(rng, seance, presents, par, passee):
    """Seats, a short waiting list for what is to come, and for what is over those who came or not."""
    nombre = rng.randint(seance.capacite - 3, seance.capacite + (0 if passee else 2))
    inscrits = rng.sample(presents, min(nombre + passee, len(presents)))
    lignes = []
    for rang, un in enumerate(inscrits):
        inscrit_at = seance.debut - timedelta(days=rng.randint(5, 12), hours=rng.randint(0, 4))
        ligne = Participation(structure_id=seance.structure_id, seance=seance, beneficiaire=un.beneficiaire)
        if rang < nombre:
            ligne.inscrit_at, ligne.place_at = inscrit_at, inscrit_at if rang < seance.capacite else None
        if passee:
            ligne.presence = rng.choice(_issues(ligne)) if seance.note else ""
            ligne.pointe_at, ligne.pointe_par = (seance.debut, par) if ligne.presence else (None, None)
        if ligne.inscrit_at or ligne.presence:
            lignes.append(ligne)
    ecrites = Participation.objects.bulk_create(lignes)
    venus = [ligne for ligne in ecrites if ligne.presence == PresenceSeance.PRESENT]
    MotParticipation.objects.bulk_create(
        MotParticipation(structure_id=seance.structure_id, participation=ligne, auteur=par, texte=mot)
        for ligne, mot in zip(venus[:2], rng.sample(MOTS, 2), strict=False)
    )


def _issues(ligne):
    if ligne.inscrit_at is None:
        return (PresenceSeance.PRESENT,)
    return (*[PresenceSeance.PRESENT] * 6, PresenceSeance.EXCUSE, PresenceSeance.ABSENT)


def _former(rng, structure, parcours, le):
    """A training for one parcours out of `FORMES`, at every stage, from the proposal to the certification."""
    formations = []
    for rang, un in enumerate(parcours[::FORMES]):
        intitule, domaine, organisme, heures, financeur, certification = FORMATIONS[rang % len(FORMATIONS)]
        jours = (le - un.date_entree).days
        if jours < 1:
            continue
        formation = FormationSuivie(
            structure_id=structure.pk,
            parcours=un,
            intitule=intitule,
            domaine=domaine,
            organisme=organisme,
            heures=heures,
            financeur=financeur,
            certification=certification,
            proposee_le=un.date_entree + timedelta(days=jours // 4),
        )
        _repondre(rng, formation, rang, le)
        formations.append(formation)
    FormationSuivie.objects.bulk_create(formations)


def _repondre(rng, formation, rang, le):
    """One in five waits for an answer, one in five is refused; the others are followed as far as today allows."""
    if rang % 5 == 4:
        return
    formation.reponse_le = min(formation.proposee_le + timedelta(days=rng.randint(1, 9)), le)
    if rang % 5 == 2:
        formation.reponse, formation.paroles = ReponseFormation.REFUSEE, rng.choice(REFUS)
        return
    formation.reponse, formation.paroles = ReponseFormation.ACCEPTEE, rng.choice(ACCORDS)
    formation.debut = jour_ouvre(formation.reponse_le + timedelta(days=rng.randint(7, 30)))
    formation.fin = jour_ouvre(formation.debut + timedelta(days=max(1, formation.heures // 3)))
    if formation.certification and formation.fin < le:
        formation.resultat = rng.choice((Certification.OBTENUE, Certification.OBTENUE, Certification.PARTIELLE))
        formation.resultat_le = formation.fin


def _suivi_le(parcours, jour):
    return parcours.date_entree <= jour and (parcours.date_sortie is None or parcours.date_sortie >= jour)


def _a(jour, heure):
    return timezone.make_aware(datetime.combine(jour, time(heure)))
