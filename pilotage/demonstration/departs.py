"""How the stories end: exits and their motives, news taken since, the path towards a home, the household."""

from datetime import timedelta

from dateutil.relativedelta import relativedelta

from beneficiaires.enums import Lien
from beneficiaires.models import Proche
from parcours.enums import CategorieSortie, DocumentSortie, EcheanceSuivi, FormeEmploi, Habitat, SituationApres
from parcours.models import EtapeLogement, MotifSortie, Sortie, SuiviPostSortie
from parcours.sorties import presence

from .calendrier import apres, jour_ouvre
from .recits import typographier

#: Story → motive, employer or school, post or training, form of the job, its length in months (None: no term).
FINS = {
    "proprete": ("9", "Clinique du Parc", "Agent de bionettoyage", FormeEmploi.CDD, 7),
    "cuisine": ("5", "AFPA de Roubaix", "Titre professionnel de cuisinier", "", None),
    "petite_enfance": ("5", "GRETA Lille Métropole", "CAP Accompagnant éducatif petite enfance", "", None),
    "cariste": ("9", "Entrepôts de la Lys", "Cariste de nuit", FormeEmploi.CDD, 6),
    "senior": ("3", "Résidences du Ferrain", "Gardien d’immeuble", FormeEmploi.CDI, None),
    "jeune_ase": ("12", "Les Compagnons du Jardin", "Service civique de huit mois", "", None),
    "diplome_etranger": ("14", "Centre social de l’Alma", "Animateur, contrat aidé", FormeEmploi.CDD, 12),
    "premieres_heures": ("9", "Régie des déchets de la Métropole", "Agent de déchèterie", FormeEmploi.CDD, 12),
    "sans_nouvelles": ("8", "", "", "", None),
    "velo": ("3", "Atelier du Canal", "Mécanicien cycles", FormeEmploi.CDI, None),
    "vente": ("3", "Boutique Mode et Vous", "Vendeuse, 24 heures", FormeEmploi.CDI, None),
    "preparateur": ("3", "Plateforme Deûle Nord", "Préparateur de commandes", FormeEmploi.CDI, None),
    "reconversion": ("9", "Fret et Fleurs", "Exploitant adjoint", FormeEmploi.CDD, 9),
    "sortant_detention": ("3", "Logistique des Weppes", "Chef d’équipe", FormeEmploi.CDI, None),
    "reprise": ("3", "Cabinet Leclercq", "Assistante administrative", FormeEmploi.CDI, None),
    "expulsion": ("LOG-AUTONOME", "", "", "", None),
    "violences": ("LOG-AUTONOME", "", "", "", None),
    "soins": ("LOG-ADAPTE", "Pension de famille Les Tilleuls", "", "", None),
    "jeune_errance": ("LOG-ADAPTE", "Foyer de jeunes travailleurs Béthanie", "", "", None),
}
INTERNE = "INT"
#: (what the person says, how they judge it), by what the exit counts as.
MOTS = {
    True: (
        ("Je ne pensais pas tenir jusqu’au bout. J’ai tenu.", 5),
        ("On m’a écouté sans me presser.", 5),
        ("J’ai retrouvé une place.", 4),
        ("Il reste des choses à régler, mais je sais faire.", 4),
        ("", 4),
    ),
    False: (("", None), ("Ce n’était pas le bon moment.", 2), ("J’aurais voulu rester plus longtemps.", 3)),
}
RESTES = (
    "Prime d’activité à demander dès le premier bulletin de paie. Le numéro du bureau reste valable.",
    "Renouvellement des transports à faire en septembre.",
    "Dossier de surendettement en cours, courriers à garder ensemble.",
    "",
    "",
)
NOUVELLES = {
    "emploi": (
        "Toujours en poste. Les horaires vont bien, l’équipe aussi.",
        "Le poste se passe bien. A demandé comment lire une ligne de la fiche de paie.",
        "En poste, fatigue en fin de semaine. A pris le rythme.",
        "Bonnes nouvelles : le responsable parle de prolonger.",
    ),
    "formation": (
        "Suit la formation, moyenne au-dessus de ce qui était craint.",
        "En stage cette quinzaine, premiers retours encourageants.",
        "Formation terminée, examen dans un mois.",
    ),
    "recherche": (
        "Cherche un poste, deux entretiens cette semaine. CV renvoyé par e-mail.",
        "Le poste s’est arrêté. Inscription à France Travail faite, rendez-vous pris.",
    ),
    "logement": (
        "Bien installé, loyer payé. Le voisinage est calme.",
        "Première facture d’énergie comprise ensemble au téléphone.",
        "Le logement va, la solitude un peu moins. Passera à l’atelier du jeudi.",
    ),
    "injoignable": ("Deux appels et un message, sans réponse.",),
}
#: Where the people of the stories lived before, in months from the entry.
AVANT = {
    "expulsion": ((-34, Habitat.AUTONOME, "Logement perdu"), (-0.8, Habitat.RUE, "Gare, puis le 115")),
    "violences": ((-40, Habitat.AUTONOME, "Domicile du couple"),),
    "soins": ((-22, Habitat.RUE, "Tente, quai de Wault"),),
    "jeune_errance": ((-9, Habitat.PRECAIRE, "Chez des amis"), (-2, Habitat.RUE, "")),
}
APRES = {
    "expulsion": (Habitat.AUTONOME, "T2, parc social", False),
    "violences": (Habitat.AUTONOME, "T3 avec balcon", False),
    "soins": (Habitat.SEMI_DURABLE, "Pension de famille Les Tilleuls", True),
    "jeune_errance": (Habitat.SEMI_DURABLE, "Studio au foyer de jeunes travailleurs", False),
}


def motifs():
    """Every motive by its code; the list is loaded when nobody did it yet."""
    if not MotifSortie.objects.exists():
        MotifSortie.charger()
    return MotifSortie.objects.in_bulk()


def conclure(vie, connus):
    """Add to the life its exits, the news since, its homes and its household; `connus` are the motives by code."""
    for rang, parcours in enumerate(vie.parcours):
        if parcours.date_sortie is not None:
            dernier = rang == len(vie.parcours) - 1
            _sortir(vie, parcours, connus[FINS[vie.trame.cle][0] if dernier else INTERNE], dernier)
    if vie.cadre.type == "chrs":
        _loger(vie)
    _entourer(vie)


def _sortir(vie, parcours, motif, dernier):
    if dernier and (vie.cadre.le - parcours.date_sortie).days < 45 and vie.rng.random() < 0.5:
        return  # nobody has written it yet: the reminder says so
    emploie = vie.cadre.type != "chrs"
    sortie = Sortie(
        parcours=parcours, date=parcours.date_sortie, auteur=vie.referent_le(parcours.date_sortie).utilisateur
    )
    sortie.motif_code, sortie.motif_libelle = motif.code, motif.libelle
    sortie.categorie, sortie.edition = motif.categorie, motif.edition
    examen = presence(vie.cadre.type, vie.entree, parcours.date_sortie)
    retire = motif.categorie == CategorieSortie.RETRAIT
    sortie.examinee = examen.examinee and not retire
    sortie.raison_examen = "Motif retiré des sorties constatées : pas comptée." if retire else examen.raison
    if dernier:
        _detailler(vie, sortie)
    if emploie and not retire:
        sortie.documents_remis = list(DocumentSortie.values)
    vie.faits.append(sortie)
    if not retire:
        _rappeler(vie, sortie)


def _detailler(vie, sortie):
    _, sortie.destination, sortie.poste, sortie.forme_emploi, mois = FINS[vie.trame.cle]
    if sortie.forme_emploi:
        sortie.emploi_debut = jour_ouvre(sortie.date + timedelta(days=3))
        sortie.heures_hebdo = vie.rng.choice((24, 30, 35, 35))
        if mois:
            sortie.emploi_fin = sortie.emploi_debut + relativedelta(months=mois, days=-1)
    reussie = sortie.categorie != CategorieSortie.AUTRE
    if sortie.motif_code != "8":
        sortie.paroles, sortie.satisfaction = vie.rng.choice(MOTS[reussie])
        sortie.entretien_le = jour_ouvre(sortie.date - timedelta(days=9))
        if sortie.entretien_le > sortie.date:
            sortie.entretien_le = sortie.date
        sortie.remarques = typographier(vie.rng.choice(RESTES))


def _rappeler(vie, sortie):
    for echeance in EcheanceSuivi:
        jour = jour_ouvre(sortie.date + relativedelta(months=echeance) + timedelta(days=vie.rng.randint(0, 12)))
        if jour < vie.cadre.le and vie.rng.random() < 0.8:
            situation, famille = _devenir(vie, sortie)
            vie.faits.append(
                SuiviPostSortie(
                    parcours=sortie.parcours,
                    sortie_le=sortie.date,
                    date=jour,
                    echeance=echeance,
                    situation=situation,
                    destination=sortie.destination if famille == "emploi" else "",
                    texte=typographier(vie.rng.choice(NOUVELLES[famille])),
                    auteur=vie.referent.utilisateur,
                )
            )


def _devenir(vie, sortie):
    """(situation, kind of text) of somebody some months after."""
    if vie.rng.random() < 0.12 or sortie.motif_code == "8":
        return SituationApres.INJOIGNABLE, "injoignable"
    if sortie.categorie == CategorieSortie.LOGEMENT:
        return SituationApres.AUTRE, "logement"
    if vie.rng.random() < 0.15:
        return SituationApres.RECHERCHE, "recherche"
    if sortie.motif_code == "5":
        return SituationApres.FORMATION, "formation"
    if sortie.forme_emploi == FormeEmploi.CDI:
        return SituationApres.CDI, "emploi"
    return SituationApres.CDD, "emploi"


def _loger(vie):
    """Steps one after the other: each ends the day before the next one begins."""
    fin = vie.fin
    etapes = [(apres(vie.entree, mois), habitat, lieu, False) for mois, habitat, lieu in AVANT[vie.trame.cle]]
    etapes.append((vie.entree, Habitat.URGENCE, "L’Escale, chambre d’urgence", False))
    suite = apres(vie.entree, vie.rng.uniform(0.7, 2))
    if suite < (fin or vie.cadre.le):
        etapes.append((suite, Habitat.COLLECTIF, "L’Escale, rue des Bateliers", False))
    if fin:
        etapes.append((fin, *APRES[vie.trame.cle]))
    etapes = [e for i, e in enumerate(etapes) if i == len(etapes) - 1 or e[0] < etapes[i + 1][0]]
    suites = [debut - timedelta(days=1) for debut, *_ in etapes[1:]] + [None]
    vie.faits += [
        EtapeLogement(
            beneficiaire=vie.beneficiaire, debut=debut, fin=jusque, habitat=habitat, lieu=lieu, adapte=adapte
        )
        for (debut, habitat, lieu, adapte), jusque in zip(etapes, suites, strict=True)
    ]


def _entourer(vie):
    """The children of the stories, and now and then somebody who shares the home."""
    majeur = vie.profil.naissance.year + 19
    ensemble = max(t.enfants for t in (vie.trame, *vie.annexes)) > 0 or vie.rng.random() < 0.5
    for prenom in vie.profil.enfants:
        annee = max(majeur, vie.cadre.le.year - vie.rng.randint(2, 14))
        proche = Proche(beneficiaire=vie.beneficiaire, lien=Lien.ENFANT, prenom=prenom, annee_naissance=annee)
        proche.a_charge = proche.vit_avec = ensemble
        vie.faits.append(proche)
    if vie.cadre.type != "chrs" and vie.rng.random() < 0.2:
        vie.faits.append(
            Proche(beneficiaire=vie.beneficiaire, lien=Lien.CONJOINT, prenom=vie.profil.collegue, vit_avec=True)
        )
