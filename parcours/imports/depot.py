"""What a caseload brings to the common machinery: its columns, its settings, what to say of the whole file."""

from datetime import date
from functools import partial

from django.utils import timezone

from insertion.imports import depot
from insertion.imports.collegues import collegues
from insertion.imports.filiere import Filiere
from insertion.texte import sans_accents

from ..models import CorrespondanceMemorisee, Dispositif, Import, LigneImport
from . import formats, valeurs
from .analyse import analyser, compter
from .champs import CATALOGUE, DU_PARCOURS
from .ecriture import Reglages

DISPOSITIF_PAR_DEFAUT = "Accompagnement"
SANS_CONTRAT = "Aucun contrat n’est créé : la fin de contrat du fichier devient la fin prévue du parcours."


def reglages(importation, maintenant):
    """Return the `Reglages` of an import at the moment `maintenant`: colleagues, dispositifs, choices of people."""
    options, le = importation.correspondance, timezone.localdate(maintenant)
    dispositifs = {sans_accents(d.nom): d.pk for d in Dispositif.objects.filter(actif=True).order_by("nom")}
    choisi = options.get("dispositif_id")
    entree = options.get("date_entree_defaut")
    return Reglages(
        origine=importation.nom_fichier,
        maintenant=maintenant,
        dispositif_id=choisi if choisi in dispositifs.values() else next(iter(dispositifs.values()), None),
        dispositifs=dispositifs,
        collegues=collegues(importation.structure_id, le),
        date_entree_defaut=date.fromisoformat(entree) if entree else None,
        remplacer=bool(options.get("remplacer")),
        grille=importation.structure.grille,
        ouvrir=ouvre_des_parcours(options),
        clore=bool(options.get("clore")),
        adoucir=bool(options.get("adoucir")),
        mots=options.get("mots") or {},
    )


def ouvre_des_parcours(correspondance):
    """Whether each person gets a parcours: what was chosen, else whether a column speaks of one."""
    choisi = correspondance.get("ouvrir")
    if choisi is not None:
        return choisi
    return any(cle in DU_PARCOURS for cle in correspondance["colonnes"].values())


def generales(importation, analysees, choix):
    """What to say of the whole file: [(field, message)]."""
    dites = _dire_les_sources(analysees)
    if any(ligne.ecriture and (ligne.ecriture.parcours or {}).get("date_fin_prevue") for ligne in analysees):
        dites.append(("date_fin_prevue", SANS_CONTRAT))
    if any(ligne.ouvre_un_parcours for ligne in analysees):
        dites += _dire_le_dispositif(importation.correspondance, choix)
    return dites


def _dire_les_sources(analysees):
    """« Orienteur », « Prescripteur habilité » have no field of their own: what becomes of them is said."""
    sources = {ligne.fiche.valeurs.get("source", "") for ligne in analysees if ligne.fiche}
    dites = sorted(source for source in sources if source and not valeurs.est_spontanee(source))
    if not dites:
        return []
    mots = ", ".join(f"«\u00a0{source}\u00a0»" for source in dites)
    suite = "l’orientation est déduite du nom de l’organisation, et laissée vide sans organisation."
    return [("source", f"{mots}\u00a0: {suite}")]


def _dire_le_dispositif(correspondance, choix):
    if not choix.dispositifs:
        return [("dispositif", f"Aucun dispositif dans la structure : « {DISPOSITIF_PAR_DEFAUT} » sera créé.")]
    if len(choix.dispositifs) > 1 and correspondance.get("dispositif_id") != choix.dispositif_id:
        nom = Dispositif.objects.get(pk=choix.dispositif_id).nom
        return [("dispositif", f"Plusieurs dispositifs, aucun choisi : les parcours s’ouvrent dans « {nom} ».")]
    return []


FILIERE = Filiere(
    modele=Import,
    lignes=LigneImport,
    memoire=CorrespondanceMemorisee,
    catalogue=CATALOGUE,
    libelles=formats.LIBELLES,
    reconnaitre=formats.reconnaitre,
    modele_de_fichier=formats.MODELE,
    reglages=reglages,
    analyser=analyser,
    generales=generales,
    compter=compter,
)
deposer = partial(depot.deposer, FILIERE)
verifier = partial(depot.verifier, FILIERE)
