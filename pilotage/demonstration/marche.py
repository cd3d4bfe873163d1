"""Offers, campaigns, events and services sold of the demonstration, for the structures that hire."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from entreprises.enums import (
    ContratOffert,
    ModeEchange,
    MotifCloture,
    NatureOffre,
    ObjetEchange,
    PermisDemande,
    ResultatEchange,
    TypeEvenement,
    TypePrestation,
)
from entreprises.models import Campagne, CibleCampagne, Contact, Echange, Entreprise, Evenement, Offre, Prestation
from insertion.enums import Horaire, NiveauFrancais
from parcours.models import Parcours, PersonnePrestation

from .calendrier import jour_ouvre
from .entreprises import numero_invente

J, M, S, W = Horaire.JOURNEE, Horaire.MATIN, Horaire.SOIR, Horaire.WEEK_END


@dataclass(frozen=True)
class Annonce:
    """An offer of a firm: days ago it came, days from today it expires (None: no day); `details` are its fields."""

    firme: str
    intitule: str
    rome: str
    recue: int
    expire: int | None
    details: dict = field(default_factory=dict)


ANNONCES = {
    "aci": (
        Annonce(
            *("Propreté des Flandres", "Agent d’entretien de bureaux", "K2204", 6, 3),
            {
                "contrat": ContratOffert.CDD_LONG,
                "heures_hebdo": 25,
                "horaires": [M, S],
                "postes": 2,
                "francais": NiveauFrancais.A2,
                "distance_max_km": 15,
                "description": "Deux sites à Roubaix, le matin de 5 h 30 à 8 h et le soir. Badge et tenue fournis.",
            },
        ),
        Annonce(
            *("Cuisine centrale du Ferrain", "Aide de cuisine", "G1602", 12, 18),
            {
                "contrat": ContratOffert.CDI,
                "heures_hebdo": 30,
                "horaires": [M],
                "port_charges": True,
                "description": "Préparation des entrées froides et plonge. Vaccination à jour demandée.",
            },
        ),
        Annonce(
            *("Résidence Les Glycines", "Agent de service hôtelier", "J1301", 3, 25),
            {
                "contrat": ContratOffert.CDD_COURT,
                "heures_hebdo": 35,
                "horaires": [J, W],
                "francais": NiveauFrancais.B1,
                "description": "Remplacement, un week-end sur deux. Le tutorat est prévu le premier mois.",
            },
        ),
        Annonce(
            *("Entretien et Jardins 59", "Ouvrier des espaces verts", "A1203", 20, 40),
            {
                "contrat": ContratOffert.SAISONNIER,
                "heures_hebdo": 35,
                "horaires": [J],
                "permis": PermisDemande.PERMIS_B,
                "port_charges": True,
                "description": "Tonte, taille, débroussaillage dans les parcs de la métropole.",
            },
        ),
        Annonce(
            *("Vélos du Canal", "Mécanicien cycle débutant", "I1607", 9, None),
            {"nature": NatureOffre.IMMERSION, "description": "Deux semaines pour découvrir l’atelier, à deux."},
        ),
        Annonce(
            *("Biocoop du Fresnoy", "Employé polyvalent de magasin", "D1507", 5, 12),
            {
                "nature": NatureOffre.FORMATION,
                "contrat": ContratOffert.ALTERNANCE,
                "heures_hebdo": 35,
                "horaires": [J, W],
                "francais": NiveauFrancais.B1,
                "description": "Titre professionnel en un an, un jour par semaine à l’école.",
            },
        ),
        Annonce(
            *("Maçonnerie Tanghe et fils", "Peintre débutant", "F1606", 80, -20),
            {"contrat": ContratOffert.CDD_LONG, "heures_hebdo": 35, "permis": PermisDemande.VEHICULE},
        ),
        Annonce(
            *("Aide à domicile Val de Lys", "Aide à domicile", "K1304", 60, 10),
            {
                "contrat": ContratOffert.CDI,
                "heures_hebdo": 24,
                "horaires": [J, Horaire.COUPES],
                "permis": PermisDemande.VEHICULE,
                "francais": NiveauFrancais.B1,
                "motif_cloture": MotifCloture.POURVUE_AILLEURS,
            },
        ),
        Annonce(
            *("Superette du Cul-de-Four", "Mise en rayon", "D1507", 95, -60),
            {"contrat": ContratOffert.CDD_COURT, "heures_hebdo": 20, "motif_cloture": MotifCloture.POURVUE},
        ),
    ),
    "ei": (
        Annonce(
            *("Entrepôts de la Motte", "Préparateur de commandes", "N1103", 4, 6),
            {
                "contrat": ContratOffert.INTERIM,
                "heures_hebdo": 35,
                "horaires": [M],
                "postes": 4,
                "port_charges": True,
                "distance_max_km": 20,
                "description": "Équipe du matin, 5 h à 12 h 30. Pas de transport en commun avant 6 h.",
            },
        ),
        Annonce(
            *("Transports Ficheux", "Conducteur livreur", "N4105", 15, 20),
            {
                "contrat": ContratOffert.CDI,
                "heures_hebdo": 35,
                "horaires": [J],
                "permis": PermisDemande.PERMIS_B,
                "francais": NiveauFrancais.A2,
            },
        ),
        Annonce(
            *("Colis Vert", "Livreur à vélo", "N4105", 8, None),
            {"contrat": ContratOffert.CDD_LONG, "heures_hebdo": 28, "horaires": [J, W], "postes": 2},
        ),
        Annonce(
            *("Surgelés Wambrechies", "Cariste", "N1101", 50, -10),
            {"contrat": ContratOffert.CDD_LONG, "heures_hebdo": 35, "horaires": [M, S], "port_charges": True},
        ),
        Annonce(
            *("Logipharm", "Manutentionnaire", "N1105", 30, 15),
            {"nature": NatureOffre.IMMERSION, "horaires": [J], "motif_cloture": MotifCloture.RETIREE},
        ),
    ),
}
#: (kind, name, days from today, from, to, place, host firm, the four texts of the sheet).
EVENEMENTS = (
    (
        *(
            TypeEvenement.FORUM,
            "Forum de l’emploi de proximité",
            8,
            time(9),
            time(13),
            "Salle des fêtes, Roubaix",
            None,
        ),
        "Vingt entreprises du quartier recrutent ce jour-là. Vous parlez avec elles, sans rendez-vous.",
        "Nous y allons ensemble. Donnez votre nom à votre référente avant vendredi.",
        "Métro ligne 2, arrêt Gare Jean-Lebas. Nous partons à pied à 8 h 45.",
        "Trois exemplaires de votre CV\nUne pièce d’identité\nDe quoi écrire",
    ),
    (
        *(TypeEvenement.VISITE, "Visite de l’atelier", 15, time(14), time(16), "Sur place", 0),
        "Vous voyez les postes de travail. Vous posez vos questions à ceux qui y travaillent.",
        "Six places. Inscrivez-vous auprès de votre référente.",
        "Départ en minibus à 13 h 30, devant la structure.",
        "Des chaussures fermées",
    ),
    (
        *(
            TypeEvenement.REUNION,
            "Réunion d’information sur l’alternance",
            22,
            time(10),
            time(11, 30),
            "Salle de réunion",
            None,
        ),
        "Une conseillère explique le contrat d’apprentissage. Elle répond à vos questions.",
        "Entrée libre.",
        "",
        "",
    ),
    (
        *(
            TypeEvenement.JOB_DATING,
            "Job dating de la propreté",
            -18,
            time(9),
            time(12),
            "Maison de l’emploi, Tourcoing",
            None,
        ),
        "Des entretiens de dix minutes avec cinq entreprises de propreté.",
        "",
        "",
        "Votre CV",
    ),
)
#: (rank of the firm, kind, title, days ago of the quote, euros, accepted after, begins after, lasts, invoiced after).
PRESTATIONS = (
    (0, TypePrestation.TRAVAIL, "Conditionnement de 4 000 coffrets", 310, "6240", 6, 20, 30, 60),
    (1, TypePrestation.MISE_A_DISPOSITION, "Renfort de deux agents, trois mois", 150, "11800", 10, 20, 90, 125),
    (0, TypePrestation.TRAVAIL, "Étiquetage de printemps", 45, "3150", 5, 20, 60, None),
    (2, TypePrestation.TRAVAIL, "Nettoyage de fin de chantier", 60, "1980", 8, 20, 12, None),
    (3, TypePrestation.FORMATION, "Accueillir un salarié en insertion, une journée", 12, "890", 5, 30, 1, None),
    (4, TypePrestation.OUTPLACEMENT, "Reclassement de trois salariés", 9, "5400", None, None, None, None),
    (1, TypePrestation.CONSEIL, "Sensibilisation des encadrants au handicap", 90, "650", None, None, None, None),
)
#: Ranks of the quote that was refused, and of the service that people work on.
REFUSEE, EN_COURS = 6, 2
TEXTE_CAMPAGNE = (
    "Un handicap psychique ne se voit pas. Nous proposons une heure dans vos murs, avec une personne concernée, "
    "pour en parler simplement.\n\nDemander : y a-t-il eu une situation difficile dans l’équipe cette année ?"
)
#: What the firms of a campaign said, one after the other; None: not called yet.
REPONSES = (
    (ModeEchange.VISITE, ResultatEchange.INTERESSE, "Une heure prévue avec l’équipe de nuit."),
    (ModeEchange.APPEL, ResultatEchange.RENDEZ_VOUS, "La responsable veut d’abord nous rencontrer."),
    (ModeEchange.APPEL, ResultatEchange.MESSAGE, "Message laissé au secrétariat."),
    (ModeEchange.APPEL, ResultatEchange.PAS_MAINTENANT, "Pas avant l’inventaire."),
    None,
    (ModeEchange.APPEL, ResultatEchange.SANS_REPONSE, ""),
    None,
    None,
)


def demarcher(structure, cadre):
    """Write offers, a campaign, events and services of `structure` as they stand on the day `cadre.le`."""
    if cadre.type not in ANNONCES:
        return
    auteur = cadre.charges[0].utilisateur
    for annonce in ANNONCES[cadre.type]:
        _offre(structure, annonce, auteur, cadre.le)
    firmes = list(Entreprise.objects.filter(fermee_le=None).order_by("pk"))
    _faire_campagne(structure, firmes, auteur, cadre.le)
    _remplir_agenda(structure, firmes, auteur, cadre.le)
    _vendre(structure, firmes, auteur, cadre.le)


def _offre(structure, annonce, auteur, le):
    firme, _ = Entreprise.objects.get_or_create(
        structure=structure, raison_sociale=annonce.firme, defaults={"siret": numero_invente(annonce.firme)}
    )
    recue, details = le - timedelta(days=annonce.recue), dict(annonce.details)
    if "motif_cloture" in details:
        details["cloturee_le"] = recue + timedelta(days=annonce.recue // 2)
    expire = None if annonce.expire is None else max(recue, le + timedelta(days=annonce.expire))
    Offre.objects.create(
        structure=structure,
        entreprise=firme,
        contact=Contact.objects.filter(entreprise=firme).first(),
        auteur=auteur,
        intitule=annonce.intitule,
        rome_id=annonce.rome,
        recue_le=recue,
        expire_le=expire,
        **details,
    )


def _faire_campagne(structure, firmes, auteur, le):
    campagne = Campagne.objects.create(
        structure=structure,
        nom="Le handicap psychique, parlons-en",
        objet=ObjetEchange.SENSIBILISATION,
        debut=le - timedelta(days=24),
        fin=le + timedelta(days=30),
        texte=TEXTE_CAMPAGNE,
        auteur=auteur,
    )
    visees = firmes[2 : 2 + len(REPONSES)]
    CibleCampagne.objects.bulk_create(
        CibleCampagne(structure=structure, campagne=campagne, entreprise=firme) for firme in visees
    )
    for rang, (firme, reponse) in enumerate(zip(visees, REPONSES, strict=False)):
        if reponse:
            mode, resultat, texte = reponse
            jour = jour_ouvre(le - timedelta(days=22 - 2 * rang))
            objet = campagne.objet
            _echanger(
                structure,
                firme,
                auteur,
                jour,
                campagne=campagne,
                mode=mode,
                resultat=resultat,
                texte=texte,
                objet=objet,
            )


def _remplir_agenda(structure, firmes, auteur, le):
    for genre, nom, jours, debut, fin, lieu, hote, *textes in EVENEMENTS:
        evenement = Evenement.objects.create(
            structure=structure,
            type=genre,
            nom=nom,
            jour=jour_ouvre(le + timedelta(days=jours)),
            heure_debut=debut,
            heure_fin=fin,
            lieu=lieu,
            entreprise=None if hote is None else firmes[hote],
            auteur=auteur,
            **dict(zip(("presentation", "inscription", "venir", "apporter"), textes, strict=True)),
        )
        if jours < 0:
            for firme in firmes[1:3]:
                resultat = ResultatEchange.INTERESSE
                _echanger(
                    structure,
                    firme,
                    auteur,
                    evenement.jour,
                    evenement=evenement,
                    mode=ModeEchange.EVENEMENT,
                    resultat=resultat,
                )


def _echanger(structure, firme, auteur, jour, **champs):
    Echange.objects.create(
        structure=structure,
        entreprise=firme,
        auteur=auteur,
        contact=Contact.objects.filter(entreprise=firme).first(),
        date=timezone.make_aware(datetime.combine(jour, time(11, 20))),
        **champs,
    )


def _vendre(structure, firmes, auteur, le):
    """Quotes, some accepted, one refused; three people work on the latest service accepted."""
    ouverts = list(Parcours.objects.filter(date_sortie=None).order_by("pk")[:3])
    for rang, (firme, genre, intitule, il_y_a, montant, accord, debut, duree, facture) in enumerate(PRESTATIONS):
        devis = le - timedelta(days=il_y_a)
        prestation = Prestation(
            structure=structure,
            entreprise=firmes[firme],
            contact=Contact.objects.filter(entreprise=firmes[firme]).first(),
            auteur=auteur,
            type=genre,
            intitule=intitule,
            devis_le=devis,
            montant_ht=Decimal(montant),
        )
        if accord:
            prestation.acceptee_le = devis + timedelta(days=accord)
            prestation.debut = jour_ouvre(devis + timedelta(days=debut))
            prestation.fin = jour_ouvre(prestation.debut + timedelta(days=duree))
        if facture:
            prestation.facturee_le = devis + timedelta(days=facture)
            prestation.facture = f"F-{prestation.facturee_le:%Y}-{rang + 31:03d}"
        if rang == REFUSEE:
            prestation.refusee_le = devis + timedelta(days=20)
        prestation.save()
        if rang == EN_COURS:
            PersonnePrestation.objects.bulk_create(
                PersonnePrestation(structure=structure, prestation=prestation, parcours=p, debut=prestation.debut)
                for p in ouverts
            )
