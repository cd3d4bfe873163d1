"""Offers of the firms, people proposed, immersions and hires of the demonstration; hires stand behind its exits."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from entreprises.enums import MotifCloture
from entreprises.models import Entreprise, Offre
from parcours.enums import (
    AccordPersonne,
    ConclusionImmersion,
    EtapePlacement,
    FormeEmploi,
    MotifRefus,
    ObjetImmersion,
)
from parcours.models import (
    BilanImmersion,
    Embauche,
    EtapeMiseEnRelation,
    Immersion,
    MetierVise,
    MiseEnRelation,
    Parcours,
    Sortie,
)
from parcours.profils import candidat
from parcours.rapprochement import famille

from .calendrier import jour_ouvre
from .entreprises import numero_invente


@dataclass(frozen=True)
class Modele:
    """An offer of the firm `firme`, received `recue` days ago."""

    firme: str
    intitule: str
    rome: str
    contrat: str
    heures: int
    recue: int
    horaires: tuple = ("journee",)
    permis: str = ""
    francais: str = "a2"
    port_charges: bool = False
    postes: int = 1
    distance: int | None = None


OFFRES = (
    Modele("Propreté des Flandres", "Agent d’entretien, bureaux", "K2204", "cdd_long", 26, 6, ("matin",), postes=2),
    Modele("Cuisine centrale du Ferrain", "Aide de cuisine", "G1602", "cdd_court", 30, 12, ("matin", "journee")),
    Modele("Le Comptoir du Parc", "Plongeur, plongeuse", "G1603", "cdi", 35, 3, ("soir", "week_end"), francais="a1"),
    Modele("Vélos du Canal", "Mécanique cycle, débutants acceptés", "I1607", "cdd_long", 35, 20),
    Modele(
        "Jardins de la Marque", "Ouvrier paysagiste", "A1203", "saisonnier", 35, 9, permis="permis_b", distance=15
    ),
    Modele("Résidence Les Glycines", "Agent de service hôtelier", "J1301", "cdd_long", 28, 15, ("matin", "week_end")),
    Modele("Superette du Cul-de-Four", "Employé de rayon", "D1507", "cdi", 30, 2, port_charges=True),
    Modele("Aide à domicile Val de Lys", "Aide à domicile", "K1304", "cdi", 24, 30, permis="vehicule", postes=3),
    Modele("Crèche Les P’tits Loups", "Agent d’entretien", "K2204", "cdd_court", 20, 44, ("soir",)),
    Modele(
        "Entrepôts de la Motte", "Préparateur de commandes", "N1103", "interim", 35, 5, port_charges=True, postes=4
    ),
    Modele("Colis Vert", "Livreur à vélo", "N4105", "cdi", 35, 8, distance=10),
    Modele("Surgelés Wambrechies", "Cariste", "N1101", "cdd_long", 35, 17, ("matin",), permis="permis_b"),
    Modele("Logipharm", "Préparateur de commandes", "N1103", "cdi", 35, 26, ("journee",)),
)
#: What became of each proposal in turn: the answer of the person, then (step, days after, motive, words).
SUITES = (
    (AccordPersonne.OUI, ((EtapePlacement.ENVOYEE, 1, "", "CV et lettre relus ensemble avant l’envoi."),)),
    (
        AccordPersonne.OUI,
        (
            (EtapePlacement.ENVOYEE, 1, "", ""),
            (EtapePlacement.ENTRETIEN, 4, "", "Entretien préparé la veille."),
            (EtapePlacement.REFUS_ENTREPRISE, 7, MotifRefus.AUTRE_CANDIDAT, "A plu : à rappeler au printemps."),
        ),
    ),
    (AccordPersonne.REFLECHIT, ()),
    (
        AccordPersonne.OUI,
        (
            (EtapePlacement.ENVOYEE, 2, "", ""),
            (EtapePlacement.REFUS_PERSONNE, 5, MotifRefus.HORAIRES, "Le premier bus passe trop tard."),
        ),
    ),
    (AccordPersonne.NON, ()),
    (
        AccordPersonne.OUI,
        ((EtapePlacement.ENVOYEE, 1, "", ""), (EtapePlacement.ESSAI, 6, "", "Une journée d’essai.")),
    ),
    (
        AccordPersonne.OUI,
        ((EtapePlacement.ENVOYEE, 1, "", ""), (EtapePlacement.SANS_SUITE, 25, "", "Trois relances.")),
    ),
)
PAR_OFFRE, EMBAUCHES, IMMERSIONS = 3, 6, 8
CONCLUSIONS = (ConclusionImmersion.CONFIRME, ConclusionImmersion.CONFIRME, ConclusionImmersion.NUANCE)
AVIS = (
    "Ponctuel, demande quand il ne sait pas. Nous l’accueillerions de nouveau.",
    "Le geste vient vite, l’endurance reste à construire.",
    "Très à l’aise avec l’équipe. Le rythme du matin est tenu.",
)


def placer(structure, cadre):
    """Write what the firms of `structure` offered and gave to its people, as it stands on the day `cadre.le`."""
    firmes = {firme.raison_sociale: firme for firme in Entreprise.objects.all()}
    auteurs = [charge.utilisateur for charge in cadre.charges]
    offres = [_offre(modele, firmes[modele.firme], cadre.le) for modele in OFFRES if modele.firme in firmes]
    rang = 0
    for offre in offres:
        for parcours in _visant(offre, cadre.le)[:PAR_OFFRE]:
            _proposer(offre, parcours, SUITES[rang % len(SUITES)], auteurs[rang % len(auteurs)], cadre.le)
            rang += 1
    if firmes:
        _immersions(list(firmes.values()), auteurs, cadre.le)
    _embauches(auteurs)


def _offre(modele, firme, le):
    recue = jour_ouvre(le - timedelta(days=modele.recue))
    close = modele.recue > 40
    return Offre.objects.create(
        entreprise=firme,
        contact=firme.contacts.first(),
        auteur=firme.referent,
        intitule=modele.intitule,
        rome_id=modele.rome,
        contrat=modele.contrat,
        heures_hebdo=Decimal(modele.heures),
        horaires=list(modele.horaires),
        debut=jour_ouvre(recue + timedelta(days=30)),
        postes=modele.postes,
        permis=modele.permis,
        francais=modele.francais,
        port_charges=modele.port_charges,
        distance_max_km=modele.distance,
        recue_le=min(recue, le),
        expire_le=jour_ouvre(le + timedelta(days=45)),
        cloturee_le=le if close else None,
        motif_cloture=MotifCloture.POURVUE_AILLEURS if close else "",
    )


def _visant(offre, le):
    """Open parcours whose person aims at the family of the offer, by name."""
    premier, dernier = famille(offre.rome_id)
    vises = MetierVise.objects.filter(rome__gte=premier, rome__lte=dernier).values("beneficiaire")
    ouverts = Parcours.objects.en_cours(le).filter(beneficiaire__in=vises).pour_fiche()
    return list(ouverts.order_by("beneficiaire__tri", "pk"))


def _proposer(offre, parcours, suite, auteur, le):
    accord, etapes = suite
    jour = max(offre.recue_le, parcours.date_entree)
    if MiseEnRelation.objects.filter(parcours=parcours, offre=offre).exists():
        return
    mise = MiseEnRelation.objects.create(
        parcours=parcours,
        entreprise=offre.entreprise,
        offre=offre,
        contact=offre.contact,
        poste=offre.intitule,
        proposee_le=jour,
        accord=accord,
        accord_le=jour,
        raisons=[raison.en_json() for raison in candidat(offre, parcours.beneficiaire, le).raisons],
        auteur=auteur,
    )
    for etape, apres, motif, precision in etapes:
        quand = jour_ouvre(jour + timedelta(days=apres))
        if quand <= le:
            EtapeMiseEnRelation.objects.create(
                mise_en_relation=mise, etape=etape, le=quand, motif=motif, precision=precision, auteur=auteur
            )


def _immersions(firmes, auteurs, le):
    """Two weeks in a firm for some people, the last ones still under way."""
    ouverts = Parcours.objects.en_cours(le - timedelta(days=120)).filter(date_sortie=None).pour_fiche()
    for rang, parcours in enumerate(ouverts.order_by("beneficiaire__tri", "pk")[::4][:IMMERSIONS]):
        firme, auteur = firmes[rang % len(firmes)], auteurs[rang % len(auteurs)]
        debut = jour_ouvre(le - timedelta(days=5 + 13 * rang))
        metier = parcours.beneficiaire.metiers_vises.first()
        immersion = Immersion.objects.create(
            parcours=parcours,
            entreprise=firme,
            tuteur=firme.contacts.first(),
            metier=metier,
            poste=metier.intitule if metier else "Découverte des métiers de l’entreprise",
            objet=ObjetImmersion.CONFIRMER if metier else ObjetImmersion.DECOUVRIR,
            debut=debut,
            fin=jour_ouvre(debut + timedelta(days=11)),
            jours=[1, 2, 3, 4, 5],
            horaires="8 h 30 – 12 h, 13 h – 16 h 30",
            heures_hebdo=Decimal(35),
            prescripteur="France Travail",
            signee_le=debut - timedelta(days=6),
            auteur=auteur,
        )
        if immersion.fin + timedelta(days=3) < le and rang % 4 != 3:
            BilanImmersion(
                immersion=immersion,
                le=jour_ouvre(immersion.fin + timedelta(days=1)),
                conclusion=CONCLUSIONS[rang % len(CONCLUSIONS)],
                avis_entreprise=AVIS[rang % len(AVIS)],
                texte="Bilan fait à trois, sur place.",
                auteur=auteur,
            ).enregistrer()


def _embauches(auteurs):
    """The latest exits to a job were prepared: the firm that hired joins the address book, the exit names it."""
    sorties = Sortie.objects.exclude(forme_emploi="").filter(emploi_debut__isnull=False).pour_fiche()
    for rang, sortie in enumerate(sorties.order_by("-date", "pk")[:EMBAUCHES]):
        auteur = auteurs[rang % len(auteurs)]
        firme, _ = Entreprise.objects.get_or_create(
            raison_sociale=sortie.destination, defaults={"siret": numero_invente(sortie.destination)}
        )
        proposee = max(jour_ouvre(sortie.date - timedelta(days=40)), sortie.parcours.date_entree)
        mise = MiseEnRelation.objects.create(
            parcours=sortie.parcours,
            entreprise=firme,
            poste=sortie.poste,
            proposee_le=proposee,
            accord=AccordPersonne.OUI,
            accord_le=proposee,
            auteur=auteur,
        )
        for etape, apres in ((EtapePlacement.ENVOYEE, 1), (EtapePlacement.ENTRETIEN, 8), (EtapePlacement.ESSAI, 20)):
            EtapeMiseEnRelation.objects.create(
                mise_en_relation=mise, etape=etape, le=jour_ouvre(proposee + timedelta(days=apres)), auteur=auteur
            )
        Embauche.objects.create(
            mise_en_relation=mise,
            poste=sortie.poste,
            forme=FormeEmploi(sortie.forme_emploi),
            debut=sortie.emploi_debut,
            fin=sortie.emploi_fin,
            heures_hebdo=sortie.heures_hebdo,
            auteur=auteur,
        )
        Sortie.objects.filter(pk=sortie.pk).update(entreprise=firme)
