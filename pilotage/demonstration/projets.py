"""What the people of the demonstration aim at: target jobs and their stages, CVs, axes, what each one agrees to."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from django.core.files.base import ContentFile
from django.utils import timezone

from beneficiaires.enums import GenreDocument
from beneficiaires.models import Document
from insertion.enums import Domaine, Horaire, OuiNon
from insertion.models import Rome
from parcours.catalogue import garnir
from parcours.enums import Accord, ButSortie, EtapeMetier, EtatAxe, OutilRecherche
from parcours.models import (
    AccordObjectif,
    AxeEvolution,
    EtapeProjet,
    MetierVise,
    Objectif,
    Parcours,
    PointRecherche,
    Projet,
    SortieVisee,
    VersionPiece,
)

from .calendrier import jour_ouvre
from .personnes import graine

FICHES = Path(__file__).parent / "rome.csv"
#: A word of the project told by the story → its ROME code.
CODES = {
    "hospitalier": "J1301",
    "cuisine": "G1602",
    "enfance": "K1303",
    "Cariste": "N1101",
    "immeuble": "K2501",
    "cycles": "I1607",
    "commerce": "D1507",
    "commandes": "N1103",
    "livreu": "N4105",
    "logistique": "N1103",
}
#: Stories whose project is no job.
SANS_METIER = ("À ", "Reprendre", "Accéder", "Se ", "Retrouver", "Apprentissage")
ALTERNATIVES = (
    ("Entretien des espaces verts", "A1203"),
    ("Accueil", "M1601"),
    ("Mise en rayon", "D1507"),
    ("Propreté des locaux", "K2204"),
    ("Peinture en bâtiment", "F1606"),
    ("Aide à domicile", "K1304"),
    ("Manutention", "N1105"),
)
METIERS_AVANT = (
    "Maçonnerie, douze ans",
    "Ménage chez des particuliers",
    "Atelier de confection, au pays",
    "Service en salle, en extra",
    "Manutention, en intérim",
    "Aucun emploi déclaré",
    "Vente sur les marchés",
    "Conduite de chariots, jusqu’à la fermeture de l’usine",
)
PAROLES = (
    "Je veux un travail où je bouge, pas rester à une table toute la journée.",
    "Un métier que mes enfants peuvent raconter à l’école.",
    "Pas trop loin, et pas la nuit. Le reste, j’apprends.",
    "J’ai envie de finir ma journée en voyant ce que j’ai fait.",
    "Je ne sais pas encore, mais je ne veux plus attendre.",
    "Travailler avec des gens, les aider, ça je sais faire.",
)
CONTRAINTES = (
    "Pas avant 8 h 30 : école à 8 h 20.",
    "Dernier bus à 20 h 40.",
    "Pas de port de charges lourdes.",
    "Libre le samedi, pas le mercredi.",
    "",
    "",
)
HORAIRES = (
    [],
    [Horaire.JOURNEE],
    [Horaire.JOURNEE, Horaire.MATIN],
    [Horaire.JOURNEE, Horaire.MATIN, Horaire.SOIR, Horaire.WEEK_END],
    [Horaire.JOURNEE, Horaire.WEEK_END],
)
CONSTATS = {
    EtapeMetier.EXPLORE: ("Enquête métier auprès de deux professionnels.", "Film métier vu en atelier.", ""),
    EtapeMetier.CONFIRME: (
        "Visite d’une entreprise, question des horaires réglée.",
        "En reparle à chaque entretien.",
    ),
    EtapeMetier.VALIDE: (
        "Immersion de deux semaines, bilan très favorable.",
        "Immersion d’une semaine : « on le reprend ».",
    ),
    EtapeMetier.ABANDONNE: ("Les horaires ne vont pas avec la garde des enfants.", "Trop loin sans permis."),
}
AXES = (
    ("Prendre la parole en groupe", Domaine.CONFIANCE, "Parle en tête-à-tête, se tait en réunion."),
    ("Demander de l’aide à temps", Domaine.CONFIANCE, "Attend souvent qu’on vienne."),
    ("Tenir le rythme d’une journée complète", Domaine.DISPONIBILITE, "Fatigue après 15 h."),
    ("Faire les démarches simples sans aide", Domaine.DROITS, "Sait où sont ses papiers, hésite au téléphone."),
    ("Lire une consigne écrite sans aide", Domaine.SAVOIRS, ""),
)
OUI = ("", "", "C’est mon idée.", "D’accord, si on m’aide à commencer.", "Oui, mais pas avant l’été.")
NON = ("C’est trop tôt pour moi.", "Ce n’est pas le plus important pour moi.")
#: Out of so many people, one has files: enough to see the page, few enough for the disk.
UN_CV_SUR = 6


@dataclass
class Rangees:
    """The rows of one structure, in the order in which they may point at one another."""

    projets: list
    metiers: list
    etapes: list
    points: list
    axes: list
    accords: list
    visees: list

    def ecrire(self, structure):
        for lignes in vars(self).values():
            for ligne in lignes:
                ligne.structure_id = structure.pk
            if lignes:
                type(lignes[0]).objects.bulk_create(lignes, batch_size=500)


def charger_rome():
    """The handful of ROME codes that the stories use, by the same door as the published file."""
    Rome.charger(FICHES)


def projeter(structure, faits, le):
    """Write the projects of the people whose saved rows are `faits`, as they stand on the day `le`."""
    garnir(structure.pk)
    rangees = Rangees([], [], [], [], [], [], [])
    parcours = [fait for fait in faits if isinstance(fait, Parcours)]
    premiers = {p.beneficiaire_id: p for p in reversed(parcours)}
    for rang, dernier in enumerate(premiers.values()):
        rng = graine("projet", structure.type, rang)
        fin = dernier.date_sortie or le
        if (fin - dernier.date_entree).days < 20:
            continue
        _projet(rangees, rng, dernier, fin)
        _axes(rangees, rng, dernier, fin)
    _accords(rangees, faits, le)
    rangees.ecrire(structure)
    confirmes = [etape.metier for etape in rangees.etapes if etape.etape == EtapeMetier.CONFIRME]
    for metier in confirmes[::UN_CV_SUR]:
        _cv(structure, metier, le)


def _projet(rangees, rng, parcours, fin):
    """Words and limits, then one target job or two with the days on which they moved, then what is ready."""
    personne, debut = parcours.beneficiaire, parcours.date_entree
    rangees.projets.append(
        Projet(
            beneficiaire=personne,
            paroles=rng.choice(PAROLES),
            metier_avant=rng.choice(METIERS_AVANT),
            rayon_km=rng.choice((5, 10, 15, 20, 30)),
            heures_souhaitees=Decimal(rng.choice((20, 26, 30, 35))),
            contraintes=rng.choice(CONTRAINTES),
            **_conditions(graine("conditions", personne.nom, personne.prenom), fin),
        )
    )
    vises = [(parcours.projet, next((c for mot, c in CODES.items() if mot in parcours.projet), None))]
    if not parcours.projet or parcours.projet.startswith(SANS_METIER):
        vises = []
    if rng.random() < 0.5 or not vises:
        vises.insert(0, rng.choice(ALTERNATIVES))
    for rang, (intitule, code) in enumerate(vises):
        metier = MetierVise(beneficiaire=personne, intitule=intitule, rome_id=code)
        rangees.metiers.append(metier)
        _etapes(rangees, rng, metier, debut, fin, abandonne=rang < len(vises) - 1)
    visees = [rng.choice((ButSortie.EMPLOI_DURABLE, ButSortie.EMPLOI_TRANSITION, ButSortie.FORMATION))]
    if not vises or parcours.projet.startswith(("Accéder", "Se loger")):
        visees = [ButSortie.LOGEMENT]
    rangees.visees += [SortieVisee(parcours=parcours, but=but, le=jour_ouvre(debut)) for but in visees]
    for outil in OutilRecherche:
        if rng.random() < 0.35:
            jour = jour_ouvre(debut + timedelta(days=rng.randint(5, max(6, (fin - debut).days - 5))))
            rangees.points.append(PointRecherche(beneficiaire=personne, outil=outil, fait_le=min(jour, fin)))


def _conditions(rng, fin):
    """Working times, availability, loads: one person out of three has not been asked yet."""
    return {
        "horaires_possibles": rng.choice(HORAIRES),
        "disponible_le": rng.choice((None, fin, jour_ouvre(fin + timedelta(days=60)))),
        "port_charges": rng.choice(("", OuiNon.OUI, OuiNon.NON)),
    }


def _etapes(rangees, rng, metier, debut, fin, *, abandonne):
    suite = [EtapeMetier.EXPLORE]
    suite += [EtapeMetier.ABANDONNE] if abandonne else [EtapeMetier.CONFIRME, EtapeMetier.VALIDE]
    jour = debut + timedelta(days=rng.randint(4, 15))
    for etape in suite:
        if jour > fin:
            return
        constat = rng.choice(CONSTATS[etape])
        rangees.etapes.append(EtapeProjet(metier=metier, etape=etape, le=min(jour_ouvre(jour), fin), constat=constat))
        jour += timedelta(days=rng.randint(50, 130))


def _axes(rangees, rng, parcours, fin):
    for intitule, domaine, constat in rng.sample(AXES, rng.choice((0, 1, 1, 2))):
        pose = jour_ouvre(parcours.date_entree + timedelta(days=rng.randint(10, 19)))
        pose = min(pose, fin)
        axe = AxeEvolution(parcours=parcours, intitule=intitule, domaine=domaine, constat=constat, pose_le=pose)
        acquis = pose + timedelta(days=rng.randint(120, 300))
        if acquis <= fin and rng.random() < 0.6:
            axe.etat, axe.date_fin = EtatAxe.ACQUIS, acquis
        rangees.axes.append(axe)


def _accords(rangees, faits, le):
    """Most people agree with their objectifs; one in twelve does not, one in eight has not been asked yet."""
    for rang, objectif in enumerate(fait for fait in faits if isinstance(fait, Objectif)):
        rng = graine("accord", objectif.intitule, rang)
        if rang % 8 == 7:
            continue
        accord = Accord.NON if rang % 12 == 5 else Accord.OUI
        jour = min(objectif.parcours.date_entree + timedelta(days=rng.randint(10, 40)), le)
        paroles = rng.choice(NON if accord == Accord.NON else OUI)
        rangees.accords.append(AccordObjectif(objectif=objectif, accord=accord, le=jour, paroles=paroles))


def _cv(structure, metier, le):
    """Two versions of a CV, the second one ready, and a letter still to read again."""
    for rang, genre in enumerate((GenreDocument.CV, GenreDocument.CV, GenreDocument.LETTRE)):
        nom = ("CV-ancien.pdf", "CV.pdf", "Lettre.pdf")[rang]
        contenu = _pdf(f"{genre.label} : {metier.beneficiaire}")
        document = Document(
            structure_id=structure.pk,
            beneficiaire=metier.beneficiaire,
            genre=genre,
            nom=nom,
            type_mime="application/pdf",
            taille=len(contenu),
        )
        document.fichier.save(nom, ContentFile(contenu), save=False)
        document.save()
        Document.objects.filter(pk=document.pk).update(created_at=timezone.now() - timedelta(days=(60, 12, 4)[rang]))
        if rang == 1:
            relu, pret = le - timedelta(days=9), le - timedelta(days=6)
            VersionPiece.objects.create(
                structure_id=structure.pk, document=document, metier=metier, relu_le=relu, pret_le=pret
            )


def _pdf(texte):
    """The smallest PDF that shows one line."""
    propre = texte.encode("cp1252", "replace").replace(b"(", b"").replace(b")", b"")
    flux = b"BT /F1 20 Tf 60 760 Td (" + propre + b") Tj ET"
    objets = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(flux), flux),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )
    corps, places = b"%PDF-1.4\n", []
    for numero, objet in enumerate(objets, 1):
        places.append(len(corps))
        corps += b"%d 0 obj%s endobj\n" % (numero, objet)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    fin = b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return corps + fin % len(corps)
