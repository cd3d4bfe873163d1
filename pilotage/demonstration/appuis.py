"""Partners, orientations and aids of the demonstration, and the life of the site where there is one."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta
from django.db.models import Q
from django.utils import timezone

from entreprises.enums import TypePartenaire as T
from entreprises.models import Partenaire
from insertion.enums import Domaine
from parcours.enums import (
    AccordPersonne,
    DispositifAide,
    EtatAide,
    ModePaiement,
    MotifAide,
    NiveauCompetence,
    RetourPartenaire,
)
from parcours.models import (
    AideFinanciere,
    Competence,
    CompetenceMontree,
    EtapeAide,
    FaitChantier,
    HeuresMois,
    Orientation,
    Parcours,
    PersonneDuFait,
    PersonneMentionnee,
    ReunionEquipe,
)

from .calendrier import jour_ouvre
from .personnes import graine

PARTENAIRES = (
    ("CAF du Nord", T.CAF, "Roubaix", "3230", ""),
    ("CPAM de Roubaix-Tourcoing", T.CPAM, "Roubaix", "3646", ""),
    ("France Travail Roubaix Centre", T.FRANCE_TRAVAIL, "Roubaix", "3949", ""),
    (
        "Mission locale du Val de Marque",
        T.MISSION_LOCALE,
        "Croix",
        "03 53 01 60 10",
        "accueil@missionlocale.example.org",
    ),
    ("CCAS de Roubaix", T.CCAS, "Roubaix", "03 53 01 60 20", "social@ccas-roubaix.example.org"),
    ("Maison Nord Solidarités", T.DEPARTEMENT, "Roubaix", "03 53 01 60 30", ""),
    ("Banque de France", T.BANQUE_DE_FRANCE, "Lille", "3414", ""),
    ("Habitat du Val de Marque", T.BAILLEUR, "Villeneuve-d’Ascq", "03 53 01 60 40", ""),
    ("Action Logement", T.ACTION_LOGEMENT, "Lille", "03 53 01 60 50", ""),
    ("SOLIHA Métropole Nord", T.SOLIHA, "Tourcoing", "03 53 01 60 60", "contact@soliha.example.org"),
    ("GRETA Lille Métropole", T.ORGANISME_FORMATION, "Lille", "03 53 01 60 70", "greta@example.org"),
    ("Auto-école Le Volant solidaire", T.AUTO_ECOLE, "Wattrelos", "03 53 01 60 80", ""),
    ("Point d’accès au droit", T.AVOCAT, "Roubaix", "03 53 01 60 90", ""),
    ("Emmaüs Connect", T.ASSOCIATION, "Lille", "03 53 01 61 00", ""),
)
#: One month out of so many was never typed: a report says so.
OUBLIES = 0.01
#: (partner, domain, what is asked).
ORIENTATIONS = (
    ("Banque de France", Domaine.BUDGET, "Constituer un dossier de surendettement : trois crédits, deux relances."),
    ("CAF du Nord", Domaine.DROITS, "Faire le point sur la prime d’activité et l’aide au logement."),
    ("Auto-école Le Volant solidaire", Domaine.MOBILITE, "Reprendre le code, en petits groupes, le mercredi."),
    ("GRETA Lille Métropole", Domaine.LANGUE, "Test de positionnement en français, puis un groupe du soir."),
    ("Habitat du Val de Marque", Domaine.LOGEMENT, "Demande de mutation vers un T3 : la famille s’est agrandie."),
    ("Emmaüs Connect", Domaine.NUMERIQUE, "Apprendre à utiliser l’espace France Travail depuis un téléphone."),
    ("Point d’accès au droit", Domaine.DROITS, "Comprendre le courrier de la préfecture et y répondre."),
    ("SOLIHA Métropole Nord", Domaine.LOGEMENT, "Visite du logement humide et courrier au propriétaire."),
)
#: (motive, fund, what for, amount, organism, situation, own words).
AIDES = (
    (
        *(
            MotifAide.ENERGIE,
            DispositifAide.FSL,
            "la facture d’électricité de l’hiver",
            "312.50",
            "Maison Nord Solidarités",
        ),
        "Ressources : 1 012 € (salaire et prime d’activité). Charges : 684 € (loyer, eau, assurance, transport). "
        "Reste à vivre : 7 € par jour et par personne. Un échéancier a été demandé et refusé.",
        "Je préfère payer un peu chaque mois, mais là je ne peux pas tout d’un coup.",
    ),
    (
        *(
            MotifAide.PERMIS,
            DispositifAide.AIDE_MOBILITE,
            "quinze heures de conduite",
            "720",
            "France Travail Roubaix Centre",
        ),
        "Le code est obtenu. Le poste visé commence à 5 heures, sans bus à cette heure.",
        "Avec le permis, je dis oui tout de suite.",
    ),
    (
        *(
            MotifAide.MOBILITE,
            DispositifAide.CHEQUES_MOBILITE,
            "l’abonnement de transport de trois mois",
            "96",
            "CCAS de Roubaix",
        ),
        "Premier salaire attendu à la fin du mois prochain.",
        "",
    ),
    (
        *(MotifAide.LOGEMENT, DispositifAide.FSL, "le dépôt de garantie d’un T2", "450", "Maison Nord Solidarités"),
        "Loyer de 450 €, aide au logement estimée à 261 €. Entrée dans les lieux prévue le mois prochain.",
        "J’attends mes clés depuis deux ans.",
    ),
    (
        *(
            MotifAide.ALIMENTATION,
            DispositifAide.SECOURS,
            "des bons alimentaires pour deux semaines",
            "80",
            "CCAS de Roubaix",
        ),
        "Interruption des droits pendant le changement de situation.",
        "",
    ),
    (
        *(
            MotifAide.AUTRE,
            DispositifAide.MICROCREDIT,
            "la réparation du véhicule",
            "900",
            "Association de microcrédit",
        ),
        "Remboursement de 30 € par mois possible, calculé avec la personne.",
        "C’est ma voiture qui me fait travailler.",
    ),
)
COMPETENCES = {
    "": (
        "Arriver à l’heure et prévenir",
        "Comprendre une consigne orale",
        "Travailler en équipe",
        "Trier les déchets",
    ),
    "Nettoyage": (
        "Préparer son chariot",
        "Doser les produits",
        "Nettoyer un sol à l’autolaveuse",
        "Entretenir des vitres",
    ),
    "Restauration": ("Éplucher et tailler", "Tenir la plonge", "Dresser un plateau", "Respecter la chaîne du froid"),
    "Premières Heures": ("Tenir deux heures d’affilée", "Demander de l’aide"),
    "Préparation de commandes": ("Lire un bon de commande", "Conduire un transpalette", "Filmer une palette"),
    "Livraison du dernier kilomètre": ("Préparer sa tournée", "Accueillir un client"),
}
FAITS = (
    "Camion en panne à 8 h, tournée reportée à demain. Trois personnes ont aidé à l’atelier.",
    "Coupure d’eau jusqu’à midi : vitrerie déplacée à l’après-midi.",
    "Livraison en double de sacs : deux palettes rangées en réserve.",
    "Petite coupure à la main, désinfectée sur place, notée au registre.",
    "Visite surprise du donneur d’ordre, très satisfait du hall.",
)
REUNIONS = (
    (
        "Planning de décembre ; renouvellements ; tenues d’hiver",
        "Deux renouvellements à préparer avant la fin du mois.",
    ),
    ("Retour du donneur d’ordre ; points sur les situations", "Binômes revus pour le chantier de la gare."),
    ("Bilan du trimestre ; sécurité", "Rappel sur le port des gants. Nouvelle fiche de poste en cuisine."),
)
SUITES = (
    (EtatAide.ACCORDEE, {"mode_paiement": ModePaiement.VIREMENT}),
    (EtatAide.REFUSEE, {"motif_refus": "Ressources au-dessus du plafond du fonds"}),
    (EtatAide.AJOURNEE, {"commentaire": "Repasse à la commission du mois prochain."}),
    None,
)


def appuyer(structure, cadre):
    """Write partners, orientations and aids as of the day `cadre.le`, and the site where there is one."""
    rng, auteur = graine("appuis", structure.siret), cadre.charges[0].utilisateur
    partenaires = Partenaire.objects.bulk_create(
        [
            Partenaire(structure=structure, nom=n, type=t, commune=c, telephone=p, email=e)
            for n, t, c, p, e in PARTENAIRES
        ]
    )
    ouverts = list(Parcours.objects.filter(date_sortie=None).select_related("dispositif").order_by("pk"))
    _orienter(structure, {p.nom: p for p in partenaires}, ouverts, rng, auteur, cadre.le)
    _demander(structure, ouverts, rng, auteur, cadre.le)
    if structure.emploie:
        _travailler(structure, ouverts, rng, cadre)


def _orienter(structure, partenaires, ouverts, rng, auteur, le):
    """One orientation for half of the people: some answered, some to chase today."""
    orientations = []
    for rang, parcours in enumerate(ouverts[::2]):
        nom, domaine, motif = ORIENTATIONS[rang % len(ORIENTATIONS)]
        jour = max(parcours.date_entree, jour_ouvre(le - timedelta(days=rng.randint(4, 60))))
        repond = rng.random() < 0.5 and jour < le - timedelta(days=8)
        accord = rng.choice((AccordPersonne.OUI, AccordPersonne.OUI, AccordPersonne.OUI, AccordPersonne.REFLECHIT))
        orientations.append(
            Orientation(
                structure=structure,
                parcours=parcours,
                partenaire=partenaires[nom],
                auteur=auteur,
                date=jour,
                domaine=domaine,
                motif=motif,
                accord=accord,
                accord_le=jour,
                relance_le=jour + timedelta(days=15),
                retour=rng.choice((RetourPartenaire.ACCUEILLI, RetourPartenaire.ATTENTE)) if repond else "",
                retour_le=jour + timedelta(days=7) if repond else None,
                retour_texte="Premier rendez-vous tenu." if repond else "",
            )
        )
    Orientation.objects.bulk_create(orientations)


def _demander(structure, ouverts, rng, auteur, le):
    """One aid for a third of the people, at every stage."""
    aides, etapes = [], []
    for rang, parcours in enumerate(ouverts[::3]):
        motif, fonds, objet, montant, organisme, situation, paroles = AIDES[rang % len(AIDES)]
        jour = max(parcours.date_entree, jour_ouvre(le - timedelta(days=rng.randint(10, 70))))
        aides.append(
            AideFinanciere(
                structure=structure,
                parcours=parcours,
                auteur=auteur,
                date=jour,
                motif=motif,
                dispositif=fonds,
                organisme=organisme,
                objet=objet,
                montant_demande=Decimal(montant),
                situation=situation,
                paroles=paroles,
            )
        )
    for rang, aide in enumerate(AideFinanciere.objects.bulk_create(aides)):
        etapes += _etapes(structure, aide, SUITES[rang % len(SUITES)], rang, le)
    EtapeAide.objects.bulk_create(etapes)


def _etapes(structure, aide, suite, rang, le):
    commun = {"structure": structure, "aide": aide, "auteur": aide.auteur}
    if suite is None and rang % 8 == 7:
        return [
            EtapeAide(
                **commun, etat=EtatAide.INCOMPLETE, date=aide.date, pieces="Avis d’imposition\nQuittance de loyer"
            )
        ]
    etapes = [EtapeAide(**commun, etat=EtatAide.INSTRUCTION, date=aide.date)]
    decision = aide.date + timedelta(days=18)
    if suite and decision <= le:
        etat, champs = suite
        if etat == EtatAide.ACCORDEE:
            champs = champs | {
                "montant_accorde": aide.montant_demande,
                "paye_le": min(le, decision + timedelta(days=6)),
            }
        etapes.append(EtapeAide(**commun, etat=etat, date=decision, **champs))
    return etapes


def _travailler(structure, ouverts, rng, cadre):
    """Skills, hours, facts of the site and meetings."""
    competences = _competences(structure, cadre.dispositifs)
    _montrer(structure, competences, ouverts, rng, cadre)
    _compter(structure, rng, cadre.le)
    encadrant, chef = cadre.encadrant.utilisateur, cadre.charges[0].utilisateur
    jours = [jour_ouvre(cadre.le - timedelta(days=4 + 6 * rang)) for rang in range(len(FAITS))]
    faits = FaitChantier.objects.bulk_create(
        [
            FaitChantier(structure=structure, auteur=encadrant, date=_matin(jour), texte=texte)
            for jour, texte in zip(jours, FAITS, strict=True)
        ]
    )
    PersonneDuFait.objects.bulk_create(
        [PersonneDuFait(structure=structure, fait=faits[3], parcours=ouverts[rng.randrange(len(ouverts))])]
    )
    jours = [jour_ouvre(cadre.le - timedelta(days=5 + 14 * rang)) for rang in range(len(REUNIONS))]
    reunions = ReunionEquipe.objects.bulk_create(
        [
            ReunionEquipe(structure=structure, date=jour, auteur=chef, ordre_du_jour=ordre, compte_rendu=texte)
            for jour, (ordre, texte) in zip(jours, REUNIONS, strict=True)
        ]
    )
    PersonneMentionnee.objects.bulk_create(
        [
            PersonneMentionnee(structure=structure, reunion=reunion, parcours=parcours, date=reunion.date)
            for reunion in reunions
            for parcours in rng.sample(ouverts, min(3, len(ouverts)))
            if parcours.date_entree <= reunion.date
        ]
    )


def _competences(structure, dispositifs):
    return Competence.objects.bulk_create(
        [
            Competence(structure=structure, dispositif=dispositifs.get(nom), poste=nom, intitule=intitule)
            for nom, intitules in COMPETENCES.items()
            if not nom or nom in dispositifs
            for intitule in intitules
        ]
    )


def _montrer(structure, competences, ouverts, rng, cadre):
    """Two thirds of the people have shown some skills, seen twice, better the second time."""
    lignes = []
    for parcours in ouverts:
        siennes = [c for c in competences if c.dispositif_id in (None, parcours.dispositif_id)]
        if rng.random() < 0.35 or (cadre.le - parcours.date_entree).days < 40:
            continue
        for competence in rng.sample(siennes, min(4, len(siennes))):
            debut = parcours.date_entree + timedelta(days=rng.randint(5, 30))
            fin = cadre.le - timedelta(days=rng.randint(2, 8))
            niveau = rng.randint(1, 3)
            for jour, vu in ((debut, niveau), (fin, min(4, niveau + rng.randint(0, 1)))):
                lignes.append(
                    CompetenceMontree(
                        structure=structure,
                        parcours=parcours,
                        competence=competence,
                        auteur=cadre.encadrant.utilisateur,
                        date=jour,
                        niveau=NiveauCompetence(vu),
                    )
                )
    CompetenceMontree.objects.bulk_create(lignes)


def _compter(structure, rng, le):
    """The hours of every whole month since January of last year, of everybody who was there; a few were forgotten."""
    lignes, mois = [], date(le.year - 1, 1, 1)
    while mois < le.replace(day=1):
        fin = mois + relativedelta(months=1, days=-1)
        presents = Parcours.objects.filter(Q(date_sortie=None) | Q(date_sortie__gte=mois), date_entree__lte=fin)
        for parcours in presents.order_by("pk"):
            if rng.random() < OUBLIES:
                continue
            jours = (min(parcours.date_sortie or fin, fin) - max(parcours.date_entree, mois)).days + 1
            prevues = (parcours.heures_hebdo or Decimal(26)) * jours / 7
            absence = Decimal(rng.choice((0, 0, 0, 7, 14)))
            heures = (max(prevues - absence, Decimal(0))).quantize(Decimal("0.5"))
            lignes.append(
                HeuresMois(structure=structure, parcours=parcours, mois=mois, heures=heures, heures_absence=absence)
            )
        mois += relativedelta(months=1)
    HeuresMois.objects.bulk_create(lignes)


def _matin(jour):
    return timezone.make_aware(datetime.combine(jour, time(9, 15)))
