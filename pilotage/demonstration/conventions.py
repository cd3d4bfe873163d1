"""What the chantier is paid for: three funders, what each expects this year, and last year's annexe, over."""

from datetime import date, timedelta
from decimal import Decimal

from insertion.enums import TypeStructure
from parcours.models import Dispositif

from ..completude import de_la_convention
from ..enums import GenreFinanceur, ModeleBilan
from ..models import Cible, Convention, DossierACompleter, Financeur

FINANCEURS = (
    ("DREETS Hauts-de-France, unité du Nord", GenreFinanceur.DREETS, "Nathalie Deroo", "03 53 01 60 10", True),
    ("Département du Nord", GenreFinanceur.DEPARTEMENT, "Marc Vanhove", "03 53 01 60 20", False),
    ("Fonds social européen, Région Hauts-de-France", GenreFinanceur.FSE, "Cellule FSE+", "03 53 01 60 30", False),
)
#: How many incomplete files of the European report are already entrusted to their référents.
CONFIES = 4


def conventionner(structure, le, equipe):
    """Write the funders and the agreements of the chantier as they stand on the day `le`."""
    if structure.type != TypeStructure.ACI:
        return
    dreets, departement, fse = (_financeur(*champs) for champs in FINANCEURS)
    _dreets(dreets, le.year - 1, "29", "55", "22")
    _dreets(dreets, le.year, "31.5", "60", "25")
    _departement(departement, le)
    europe = _europe(fse, le)
    auteur = equipe[0].utilisateur
    incomplets = de_la_convention(Convention.objects.pour_fiche().get(pk=europe.pk), le).incomplets
    siens = sorted(incomplets)[:CONFIES]
    DossierACompleter.objects.bulk_create(
        DossierACompleter(
            structure=structure, convention=europe, beneficiaire_id=pk, demande_par=auteur, demande_le=le
        )
        for pk in siens
    )


def _financeur(nom, genre, interlocuteur, telephone, entier):
    return Financeur.objects.create(
        nom=nom, genre=genre, interlocuteur=interlocuteur, telephone=telephone, voit_petits_effectifs=entier
    )


def _dreets(financeur, annee, etp, dynamiques, durables):
    convention = Convention.objects.create(
        financeur=financeur,
        intitule=f"Annexe financière {annee}",
        numero=f"ACI 059 {annee % 100} A1",
        debut=date(annee, 1, 1),
        fin=date(annee, 12, 31),
        montant=Decimal(etp) * 24100,
        modele=ModeleBilan.DREETS,
        bilan_le=date(annee + 1, 2, 27),
    )
    _viser(
        convention,
        ("etp", "realises", etp),
        ("presents", "total", "45"),
        ("taux_dynamiques", "b", dynamiques),
        ("taux_durable", "b", durables),
        ("diagnostics_a_temps", "total", "100"),
        ("immersions", "nombre", "30"),
    )


def _departement(financeur, le):
    convention = Convention.objects.create(
        financeur=financeur,
        intitule=f"Accompagnement des bénéficiaires du RSA {le.year}",
        numero=f"DEP59-{le.year}-0412",
        debut=date(le.year, 1, 1),
        fin=date(le.year, 12, 31),
        montant=Decimal(64000),
        modele=ModeleBilan.DEPARTEMENT,
        bilan_le=date(le.year + 1, 1, 31),
        sections=["Publics", "Diagnostics et freins", "Accompagnement", "Sorties"],
        remarques="Réunion de suivi chaque trimestre avec la référente insertion du territoire.",
    )
    convention.couvrir(Dispositif.objects.exclude(nom="Restauration"))
    _viser(
        convention,
        ("entrees", "personnes", "30"),
        ("publics_situation", "rsa", "60"),
        ("entretien_trimestriel", "total", "90"),
        ("absences", "non_excusees", "15"),
    )


def _europe(financeur, le):
    debut = date(le.year - 1, 7, 1)
    convention = Convention.objects.create(
        financeur=financeur,
        intitule=f"Parcours intégrés {debut.year}-{debut.year + 2}",
        numero=f"{debut.year}HDF-FSE-0193",
        debut=debut,
        fin=date(debut.year + 2, 6, 30),
        montant=Decimal("148500"),
        cofinance_ue=True,
        modele=ModeleBilan.FSE,
        bilan_le=le + timedelta(days=20),
    )
    _viser(
        convention,
        ("accueillis", "total", "90"),
        ("formations", "entrees", "40"),
        ("heures_accompagnement", "individuel", "1200"),
        ("maintien", "m6", "50"),
    )
    return convention


def _viser(convention, *cibles):
    for indicateur, ligne, valeur in cibles:
        Cible.objects.create(convention=convention, indicateur=indicateur, ligne=ligne, valeur=Decimal(valeur))
