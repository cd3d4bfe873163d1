"""All that a colleague carries on the day they leave, in a number of queries that does not grow with it."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from beneficiaires.models import Beneficiaire, Limitation, Referent
from entreprises.models import Entreprise, ProjetPartenarial
from insertion.droits import Droit
from insertion.isolation.contexte import contexte
from insertion.jours import minuit
from insertion.models import AbsenceCollegue, Appartenance, Brouillon, Utilisateur
from parcours.disponibilites import rencontres
from parcours.models import Action, Intervenant, Parcours, RendezVous, ReunionEquipe

from ..file_active import charges
from ..file_active.charges import MOIS_JOURS, rythmes
from ..models import Passation, Rappel

#: Absences of a receiver that are said: those of the weeks after the last day.
ABSENCES_JOURS = 30
RETENU = "dossier limité : ce rendez-vous reste à son nom"


@dataclass
class Attendu:
    """One appointment after the last day. `vers` None: nobody takes over yet; `conflits` are sentences."""

    rendez_vous: RendezVous
    vers: Utilisateur | None
    a_reprendre: bool
    conflits: list = field(default_factory=list)


@dataclass
class Portee:
    """One person whom the colleague follows: the others who do, what is open, who takes over (`passation`)."""

    personne: Beneficiaire
    dispositif: str
    rythme: int | None
    avec: list
    passation: Passation | None
    actions: int = 0
    rendez_vous: list = field(default_factory=list)

    @property
    def vers_id(self):
        return self.passation.vers_id if self.passation else None

    @property
    def entretiens(self):
        """How many entretiens a month, at their rhythm."""
        return MOIS_JOURS / self.rythme if self.rythme else 0


@dataclass(frozen=True)
class Repreneur:
    """A colleague who can take over: what they carry today, and what they would with what is shared out so far.

    `suit`: whether following people is their work, or they do already; an even share is for those.
    """

    utilisateur: Utilisateur
    suit: bool
    personnes: int
    entretiens: int
    personnes_apres: int
    entretiens_apres: int
    absences: list

    def __str__(self):
        return str(self.utilisateur)


@dataclass(frozen=True)
class Bagage:
    """`gardes`: appointments until the last day, that the colleague still holds."""

    portees: list
    attendus: list
    gardes: int
    seances: list
    entreprises: list
    projets: list
    actions: int
    rappels: int
    brouillons: int
    reunions: int
    repreneurs: list

    @property
    def sans_repreneur(self):
        """How many people nobody takes over yet, or somebody who is no longer in the team."""
        possibles = {repreneur.utilisateur.pk for repreneur in self.repreneurs}
        return sum(portee.vers_id not in possibles for portee in self.portees)

    @property
    def conflits(self):
        return sum(bool(attendu.conflits) for attendu in self.attendus)

    @property
    def reste(self):
        """How many things go to `reste_a`."""
        return len(self.seances) + len(self.entreprises) + len(self.projets)


def bagage(depart, lecteur, maintenant):
    """Return the `Bagage` of `depart` at the instant `maintenant`, as `lecteur` may see it."""
    le = timezone.localdate(maintenant)
    portees = _portees(depart, lecteur, le)
    actions = _actions(portees, le)
    attendus, gardes = _attendus(depart, lecteur, portees, maintenant)
    siens = {portee.personne.pk: portee for portee in portees}
    for portee in portees:
        portee.actions = actions[portee.personne.pk]
    for attendu in attendus:
        if portee := siens.get(attendu.rendez_vous.parcours.beneficiaire_id):
            portee.rendez_vous.append(attendu)
    rappels, brouillons = _a_lui_seul(depart)
    return Bagage(
        portees=portees,
        attendus=attendus,
        gardes=gardes,
        seances=list(seances(depart, maintenant).select_related("seance__atelier").order_by("seance__debut", "pk")),
        entreprises=list(entreprises(depart).order_by("raison_sociale", "pk")),
        projets=list(projets(depart).order_by("nom", "pk")),
        actions=sum(actions.values()),
        rappels=rappels,
        brouillons=brouillons,
        reunions=ReunionEquipe.objects.filter(auteur=depart.utilisateur_id, date__gte=le).count(),
        repreneurs=repreneurs(depart, portees, le),
    )


def seances(depart, maintenant):
    """What the colleague was to hold after their last day."""
    a_tenir = Intervenant.objects.filter(utilisateur=depart.utilisateur_id, seance__annulee_le=None)
    return a_tenir.filter(seance__debut__gte=max(maintenant, lendemain(depart)))


def entreprises(depart):
    return Entreprise.objects.filter(referent=depart.utilisateur_id)


def projets(depart):
    return ProjetPartenarial.objects.filter(responsable=depart.utilisateur_id)


def rendez_vous(depart, maintenant):
    """The appointments planned with the colleague after their last day."""
    prevus = RendezVous.objects.prevus().filter(utilisateur=depart.utilisateur_id)
    return prevus.a_venir(max(maintenant, lendemain(depart)))


def retenus():
    """The condition of appointments that nobody may write in: those of files under limitation."""
    return Q(parcours__beneficiaire__in=Limitation.objects.en_cours().values("beneficiaire"))


def lendemain(depart):
    """The instant at which they are no longer there."""
    return minuit(depart.dernier_jour + timedelta(days=1))


def possibles(depart, le):
    """The colleagues who may take over people: they write in files, and they stay."""
    suivent = Appartenance.objects.en_poste(depart.structure_id, max(le, depart.dernier_jour))
    suivent = suivent.qui_peuvent(Droit.ECRIRE_SUIVI).exclude(utilisateur=depart.utilisateur_id)
    return Utilisateur.objects.filter(pk__in=suivent.values("utilisateur")).order_by("nom", "prenom", "pk")


def autres_referents(depart, personnes, le):
    """{person: a colleague} of those whom somebody who stays follows."""
    suivent = Referent.objects.filter(beneficiaire__in=personnes, fin=None, utilisateur__in=possibles(depart, le))
    return {referent.beneficiaire_id: referent.utilisateur for referent in suivent.select_related("utilisateur")}


def repreneurs(depart, portees, le):
    """The `Repreneur`s by name, with what `portees` would add to each."""
    portent = {charge.utilisateur: charge for charge in charges(depart.structure, le)}
    depuis = lendemain(depart)
    absences = defaultdict(list)
    a_venir = AbsenceCollegue.objects.qui_touchent(depuis, depuis + timedelta(days=ABSENCES_JOURS))
    for absence in a_venir.pour_liste():
        absences[absence.utilisateur_id].append(absence)
    personnes, entretiens = Counter(), Counter()
    for portee in portees:
        if portee.vers_id not in {collegue.pk for collegue in portee.avec}:
            personnes[portee.vers_id] += 1
            entretiens[portee.vers_id] += portee.entretiens
    return [
        Repreneur(
            utilisateur=collegue,
            suit=collegue.pk in portent,
            personnes=(siennes := portent[collegue.pk].personnes if collegue.pk in portent else 0),
            entretiens=(siens := portent[collegue.pk].entretiens if collegue.pk in portent else 0),
            personnes_apres=siennes + personnes[collegue.pk],
            entretiens_apres=siens + round(entretiens[collegue.pk]),
            absences=absences[collegue.pk],
        )
        for collegue in possibles(depart, le)
    ]


def _portees(depart, lecteur, le):
    dernier = Parcours.objects.en_cours(le).filter(beneficiaire=OuterRef("pk")).order_by("-date_entree", "-pk")
    suivies = Beneficiaire.objects.visibles_par(lecteur).confiees_a(depart.utilisateur_id)
    suivies = suivies.annotate(dispositif=Subquery(dernier.values("dispositif__nom")[:1])).order_by("tri", "pk")
    avec = defaultdict(list)
    autres = Referent.objects.filter(beneficiaire__in=suivies.values("pk"), fin=None)
    for referent in autres.exclude(utilisateur=depart.utilisateur_id).select_related("utilisateur").order_by("pk"):
        avec[referent.beneficiaire_id].append(referent.utilisateur)
    passations = {p.beneficiaire_id: p for p in Passation.objects.filter(depart=depart).select_related("vers")}
    jours = rythmes(le)
    return [Portee(p, p.dispositif or "", jours.get(p.pk), avec[p.pk], passations.get(p.pk)) for p in suivies]


def _actions(portees, le):
    ouvertes = Action.objects.ouvertes().de_parcours_ouverts(le).order_by()
    siennes = ouvertes.filter(parcours__beneficiaire__in=[portee.personne.pk for portee in portees])
    return Counter(siennes.values_list("parcours__beneficiaire", flat=True))


def _attendus(depart, lecteur, portees, maintenant):
    """([`Attendu`] after the last day, number of those before), with what each meets in its receiver's time."""
    lignes = RendezVous.objects.visibles_par(lecteur).prevus().filter(utilisateur=depart.utilisateur_id)
    lignes = lignes.a_venir(maintenant).pour_fiche().order_by("debut", "pk")
    limite = lendemain(depart)
    suivies = {portee.personne.pk for portee in portees}
    ailleurs = {rdv.parcours.beneficiaire_id for rdv in lignes if rdv.debut >= limite} - suivies
    repreneurs = autres_referents(depart, ailleurs, timezone.localdate(maintenant))
    repreneurs |= {portee.personne.pk: portee.passation.vers for portee in portees if portee.vers_id}
    attendus = [
        Attendu(rdv, repreneurs.get(rdv.parcours.beneficiaire_id), rdv.pk in depart.a_reprendre)
        for rdv in lignes
        if rdv.debut >= limite
    ]
    restent = set(lignes.filter(retenus()).values_list("pk", flat=True))
    for attendu in attendus:
        if attendu.rendez_vous.pk in restent:
            attendu.vers, attendu.conflits = depart.utilisateur, [RETENU]
    passent = [attendu for attendu in attendus if attendu.vers and not attendu.a_reprendre and not attendu.conflits]
    for attendu in passent:
        attendu.rendez_vous.utilisateur = attendu.vers
    dits = rencontres([attendu.rendez_vous for attendu in passent], lecteur)
    for attendu, phrases in zip(passent, dits, strict=True):
        attendu.conflits = phrases
    return attendus, len(lignes) - len(attendus)


def _a_lui_seul(depart):
    """(reminders, drafts) that wait for the colleague: how many, for nobody else reads them."""
    with contexte(depart.structure_id, origine="départ d’un collègue"):
        rappels = Rappel.objects.filter(utilisateur=depart.utilisateur_id).actifs().count()
        brouillons = Brouillon.objects.filter(utilisateur=depart.utilisateur_id).exclude(contenu="").count()
    return rappels, brouillons
