"""Contracts, PASS and renewals of the people who work: a chain from the entry to the exit, some of it interrupted."""

from datetime import timedelta
from decimal import Decimal
from itertools import groupby

from parcours.enums import (
    AvisRenouvellement,
    GenreDispositif,
    MotifProlongation,
    MotifSuspension,
    TypeContrat,
    UniteHeures,
)
from parcours.models import Avenant, Contrat, Parcours, Prolongation, Renouvellement, Suspension
from parcours.models.contrats import CDDI_MOIS_MAX, dernier_jour

from .personnes import graine

TRAVAUX = {
    "Premières Heures": ("Agent·e de tri", "Tri et valorisation", "Atelier du quai de Gand"),
    "Nettoyage": ("Agent·e de propreté", "Nettoyage", "Bureaux et halls, Roubaix centre"),
    "Restauration": ("Commis·e de cuisine", "Restauration", "Cuisine du Canal"),
    "Préparation de commandes": ("Préparateur·rice de commandes", "Logistique", "Entrepôt de la Motte"),
    "Livraison du dernier kilomètre": ("Livreur·se à vélo cargo", "Livraison", "Dépôt de Lille-Sud"),
}
HEURES_PAR_MOIS = (24, 32, 40)
DOSSIERS = (
    {
        "assiduite": 3,
        "assiduite_commentaire": "Deux absences en six mois, prévenues.",
        "motivation": 4,
        "motivation_commentaire": "Demande à apprendre les postes des autres.",
        "autonomie": 2,
        "autonomie_commentaire": "A encore besoin d’une consigne écrite le matin.",
        "participation": 3,
        "participation_commentaire": "Prend la parole en réunion d’équipe.",
        "projet": None,
        "observations": "Travail régulier, bonne entente. Pourra tenir un poste en autonomie d’ici l’été.",
        "paroles": "Je me lève le matin, et ça, ça faisait longtemps. Je voudrais finir ce que j’ai commencé.",
        "avis": AvisRenouvellement.FAVORABLE,
        "avis_motif": "Les démarches de logement avancent, il faut du temps pour le projet professionnel.",
    },
    {
        "assiduite": 1,
        "assiduite_commentaire": "Retards répétés le lundi, mieux depuis octobre.",
        "motivation": 3,
        "autonomie": 3,
        "autonomie_commentaire": "Connaît le poste, aide les nouveaux.",
        "participation": 2,
        "projet": 2,
        "projet_commentaire": "Hésite entre deux métiers, une immersion est à prévoir.",
        "observations": "Bon travail, bon esprit d’équipe. Le point à tenir est l’heure d’arrivée.",
        "paroles": "Le matin c’est compliqué avec l’école. J’ai trouvé une solution, je veux le montrer.",
        "avis": AvisRenouvellement.RESERVES,
        "avis_motif": "Point prévu dans un mois sur les horaires.",
    },
)


def contractualiser(structure, faits, equipe, le):
    """Save the contracts of the parcours among `faits` (saved), as known on the day `le`; none where nobody works."""
    if not structure.emploie:
        return
    parcours = sorted((f for f in faits if isinstance(f, Parcours)), key=lambda p: p.pk)
    rng = graine("contrats", structure.nom)
    contrats = [contrat for p in parcours for contrat in _chaine(rng, p, le)]
    for _, lot in groupby(sorted(contrats, key=lambda c: c.rang), key=lambda c: c.rang):
        Contrat.objects.bulk_create(lot)
    Avenant.objects.bulk_create(_avenants(contrats))
    suspensions = _suspensions(rng, parcours, le)
    Suspension.objects.bulk_create(suspensions)
    Prolongation.objects.bulk_create(_prolongations(parcours, suspensions, le))
    Renouvellement.objects.bulk_create(_dossiers(contrats, equipe, le))


def _chaine(rng, parcours, le):
    """Contracts one after the other until the exit, or until the one that runs today."""
    dispositif, arret = parcours.dispositif, parcours.date_sortie or le
    limite = dernier_jour(parcours.date_entree, min(dispositif.duree_max_mois or 24, CDDI_MOIS_MAX))
    debut, chaine, modele = parcours.date_entree, [], _modele(rng, parcours)
    while debut <= arret and debut < limite:
        fin = min(dernier_jour(debut, dispositif.duree_contrat_mois or 6), limite)
        precedent = chaine[-1] if chaine else None
        permis = dispositif.renouvellements_max
        if (fin - debut).days < 125 or permis is not None and len(chaine) > permis:
            break
        contrat = Contrat(parcours=parcours, renouvelle=precedent, date_debut=debut, date_fin=fin, **modele)
        contrat.structure_id = parcours.structure_id
        if parcours.date_sortie and parcours.date_sortie < fin:
            contrat.fin_anticipee_le = parcours.date_sortie
        contrat.poser_limites()
        chaine.append(contrat)
        debut = fin + timedelta(days=1)
    return chaine


def _modele(rng, parcours):
    poste, support, site = TRAVAUX.get(parcours.dispositif.nom, ("Agent·e polyvalent·e", "", ""))
    travail = {"poste": poste, "support": support, "site": site}
    if parcours.dispositif.genre == GenreDispositif.PREMIERES_HEURES:
        heures = Decimal(rng.choice(HEURES_PAR_MOIS))
        return travail | {"type": TypeContrat.PREMIERES_HEURES, "heures": heures, "unite_heures": UniteHeures.MOIS}
    return travail | {"type": TypeContrat.CDDI, "heures": Decimal(parcours.heures_hebdo or 26)}


def _avenants(contrats):
    """Premières Heures grow: after three months, each first contract gains some hours (metier.md §1 row 80)."""
    for contrat in contrats:
        if contrat.type == TypeContrat.PREMIERES_HEURES and contrat.rang == 0 and not contrat.fin_anticipee_le:
            yield Avenant(
                structure_id=contrat.structure_id,
                contrat=contrat,
                date_effet=dernier_jour(contrat.date_debut, 3) + timedelta(days=1),
                heures=contrat.heures,
                heures_avant=contrat.heures - 8,
                objet="Montée en heures",
            )


def _suspensions(rng, parcours, le):
    """One PASS out of twelve was suspended for some weeks; the first of them still is."""
    lignes = []
    for rang, p in enumerate(p for p in _ouverts(parcours) if (le - p.pass_debut).days > 120):
        if rang % 12:
            continue
        debut = le - timedelta(days=20 if not lignes else rng.randint(60, 100))
        fin = le + timedelta(days=25) if not lignes else debut + timedelta(days=rng.randint(20, 45))
        lignes.append(_fait(Suspension, p, motif=MotifSuspension.CONTRAT_SUSPENDU, date_debut=debut, date_fin=fin))
        lignes[-1].saisie_le = debut
    return lignes


def _prolongations(parcours, suspensions, le):
    """Two people whose PASS ends within the year finish a training first."""
    suspendus = {s.beneficiaire_id for s in suspensions}
    proches = [p for p in _ouverts(parcours) if (p.pass_fin - le).days < 330 and p.beneficiaire_id not in suspendus]
    for p in proches[:2]:
        yield _fait(
            Prolongation,
            p,
            motif=MotifProlongation.FORMATION,
            date_debut=p.pass_fin,
            date_fin=p.pass_fin + timedelta(days=120),
            demandee_le=le - timedelta(days=6),
        )


def _dossiers(contrats, equipe, le):
    """The contracts that end soonest have their dossier."""
    auteurs = [c.utilisateur for c in equipe if c.role == "charge_insertion"]
    encadrant = next((c.utilisateur for c in equipe if c.role == "encadrant"), "")
    proches = [c for c in contrats if le < c.date_fin <= le + timedelta(days=75) and not c.fin_anticipee_le]
    proches.sort(key=lambda c: (c.date_fin, c.pk))
    for contrat, textes in zip(proches, DOSSIERS, strict=False):
        yield Renouvellement(
            structure_id=contrat.structure_id,
            contrat=contrat,
            date=le - timedelta(days=3),
            encadrant=str(encadrant),
            duree_proposee_mois=contrat.parcours.dispositif.duree_contrat_mois,
            annonce_le=le - timedelta(days=3),
            auteur=auteurs[0],
            **textes,
        )


def _ouverts(parcours):
    """The parcours under way that have a PASS, the latest of each person."""
    derniers = {p.beneficiaire_id: p for p in parcours if p.pass_numero and p.date_sortie is None}
    return list(derniers.values())


def _fait(modele, parcours, **champs):
    return modele(
        structure_id=parcours.structure_id, parcours=parcours, beneficiaire_id=parcours.beneficiaire_id, **champs
    )
