"""From an empty database to the whole demonstration, structure by structure."""

from contextlib import contextmanager
from itertools import cycle

from beneficiaires.models import Beneficiaire, Proche, Referent, Situation
from insertion.enums import Role
from insertion.isolation.contexte import contexte
from parcours.models import (
    Action,
    Candidature,
    Confirmation,
    CritereRetenu,
    Diagnostic,
    Dispositif,
    Entretien,
    EntretienAdmission,
    EtapeLogement,
    Evaluation,
    NoteConfidentielle,
    Objectif,
    Observation,
    Parcours,
    RendezVous,
    Sortie,
    SuiviPostSortie,
)

from ..rappels import recalculer
from .accompagnements import accompagner
from .agenda import absenter
from .approbations import approuver
from .appuis import appuyer
from .bilans import diagnostiquer
from .calendrier import Agenda
from .candidatures import demander
from .collectif import animer_ateliers
from .contrats import contractualiser
from .conventions import conventionner
from .courriers import ecrire_les_courriers
from .departs import conclure, motifs
from .entreprises import prospecter
from .equipe import quitter
from .financeurs import financer
from .freins import nuancer
from .marche import demarcher
from .messages import ecrire_aux_personnes
from .placements import placer
from .projets import charger_rome, projeter
from .rapports import rediger
from .recits import trames
from .reseau import tisser
from .saisies import saisir
from .structures import STRUCTURES, creer_equipes
from .suivis import animer, encadrant_de, raconter
from .vie_privee import informer
from .vies import Cadre, candidat, charges_de, commencer

#: In the order in which rows may point at one another.
ORDRE = (
    Beneficiaire,
    Referent,
    Situation,
    Parcours,
    Candidature,
    CritereRetenu,
    EntretienAdmission,
    Diagnostic,
    Evaluation,
    Confirmation,
    Objectif,
    Entretien,
    Action,
    NoteConfidentielle,
    Observation,
    RendezVous,
    Sortie,
    SuiviPostSortie,
    EtapeLogement,
    Proche,
)
#: One person out of so many only applied.
CANDIDATS = 15
LOT = 500


def peupler(le, avancer=lambda phrase: None):
    """Create the three structures and their 150 people as they stand on the day `le`; `avancer` hears each step."""
    charger_rome()
    numero, noms, dits, agenda = 0, set(), set(), Agenda()
    for modele, (structure, equipe) in zip(STRUCTURES, creer_equipes().items(), strict=True):
        with contexte(structure.pk, origine="peupler"):
            cadre = Cadre(
                le=le,
                type=modele.type,
                domaines=list(structure.domaines),
                dispositifs={d.nom: d for d in Dispositif.objects.all()},
                charges=charges_de(equipe),
                encadrant=encadrant_de(equipe),
                agenda=agenda,
                dits=dits,
                noms=noms,
            )
            faits = _habiter(cadre, modele.personnes, numero)
            _confier_a_la_benevole(equipe, faits, le)
            ecrire(structure, faits + demander(cadre, faits))
            appuyer(structure, cadre)
            tisser(structure, cadre.charges, le)
            accompagner(equipe, le, dits)
            saisir(structure, le)
            projeter(structure, faits, le)
            approuver(structure, equipe, le)
            contractualiser(structure, faits, equipe, le)
            financer(structure, faits, equipe, le)
            animer_ateliers(structure, equipe, le)
            absenter(structure, equipe, le)
            quitter(structure, equipe, le)
            prospecter(structure, cadre)
            demarcher(structure, cadre)
            placer(structure, cadre)
            conventionner(structure, le, equipe)
            rediger(structure, equipe, le)
            ecrire_les_courriers()
            ecrire_aux_personnes(structure, le)
            informer(structure, equipe, le)
        recalculer(structure.pk, le)
        numero += modele.personnes
        avancer(f"{structure.nom} : {modele.personnes} personnes")


def _habiter(cadre, nombre, numero):
    """The rows of `nombre` people: stories dealt in turn, référents in turn."""
    principales = [t for t in trames() if t.principale and cadre.type in t.structures]
    partants, faits, vies = cycle(principales), [], []
    referents, connus = cycle(cadre.charges), motifs()
    for rang in range(nombre):
        if rang % CANDIDATS == CANDIDATS - 1 and cadre.type != "chrs":
            faits += candidat(cadre, numero + rang)
            continue
        vie = commencer(cadre, numero + rang, next(partants), next(referents))
        raconter(vie)
        diagnostiquer(vie)
        nuancer(vie, numero + rang)
        conclure(vie, connus)
        vies.append(vie)
    animer(vies, cadre.le)
    return faits + [fait for vie in vies for fait in vie.faits]


def _confier_a_la_benevole(equipe, faits, le):
    """Three people are entrusted to the volunteer as well, who sees nobody else."""
    benevole = next((c for c in equipe if c.role == Role.BENEVOLE), None)
    if benevole:
        ouverts = [p.beneficiaire for p in faits if isinstance(p, Parcours) and p.date_sortie is None]
        faits += [Referent(beneficiaire=b, utilisateur=benevole.utilisateur, debut=le) for b in ouverts[:3]]


def ecrire(structure, faits):
    """Save unsaved rows of one structure, in bulk, with the dates at which they would have been typed."""
    with _dates_du_passe():
        for modele in ORDRE:
            lignes = [fait for fait in faits if type(fait) is modele]
            for ligne in lignes:
                ligne.structure_id = structure.pk
            modele.objects.bulk_create(lignes, batch_size=LOT)


@contextmanager
def _dates_du_passe():
    """Let `created_at` be written: rows of the demonstration were typed over two years, not today."""
    champs = [modele._meta.get_field("created_at") for modele in (Beneficiaire, Entretien, Action)]
    for champ in champs:
        champ.auto_now_add = False
    try:
        yield
    finally:
        for champ in champs:
            champ.auto_now_add = True
