"""Where the rows of the lists that have a page come from: the filters of those pages, and what they show besides."""

from django.db.models import OuterRef, Prefetch, Subquery
from django.db.models.functions import TruncDate
from django.utils import timezone

from beneficiaires.filters import PersonnesFilter
from beneficiaires.models import Beneficiaire, Situation
from entreprises.enums import TypePartenaire
from entreprises.filters import EntreprisesFilter
from entreprises.filters_offres import OffresFilter
from entreprises.models import Contact, Entreprise, Evenement, Offre, Partenaire
from insertion.filters import en_mots
from parcours.filters import CandidaturesFilter
from parcours.models import Candidature, Entretien, Parcours, RendezVous, Seance, Sortie


def _filtre(classe, modele, demande, **plus):
    visibles = modele.objects.visibles_par(demande.utilisateur)
    return classe(demande.parametres, visibles, request=demande.requete, **plus)


def personnes(demande):
    return _filtre(PersonnesFilter, Beneficiaire, demande, aujourdhui=demande.le)


def personnes_et_parcours(filtre):
    """The people of the list with their situations of the day and their parcours: three queries."""
    le = filtre.aujourdhui
    sorties = Sortie.objects.filter(parcours=OuterRef("pk")).order_by()
    parcours = Parcours.objects.select_related("dispositif").avec_pass().avec_contrat(le)
    parcours = parcours.annotate(motif_sortie=Subquery(sorties.values("motif_libelle")[:1]))
    prochains = RendezVous.objects.prevus().avec_nous().a_venir(timezone.now()).order_by("debut")
    personnes = filtre.resultats.avec_referents().annotate(
        vu_le=TruncDate(Entretien.objects.dernier_de("pk")),
        prochain=Subquery(prochains.filter(parcours__beneficiaire=OuterRef("pk")).values("debut")[:1]),
    )
    return personnes.prefetch_related(
        Prefetch("situations", Situation.objects.en_cours(le), to_attr="du_jour"),
        Prefetch("parcours", parcours.order_by("date_entree", "pk"), to_attr="les_parcours"),
    )


def candidatures(demande):
    return _filtre(CandidaturesFilter, Candidature, demande)


def entreprises(demande):
    return _filtre(EntreprisesFilter, Entreprise, demande, aujourdhui=demande.le)


def entreprises_et_contacts(filtre):
    """The firms of the list with whoever can be reached there."""
    return filtre.resultats.prefetch_related(Prefetch("contacts", Contact.objects.actuels(), to_attr="joignables"))


def offres(demande):
    return _filtre(OffresFilter, Offre, demande, aujourdhui=demande.le)


def mots_et_etat(filtre):
    """The words of a filter whose page has a tab for each state."""
    return "\N{NO-BREAK SPACE}; ".join(filter(None, (_onglet(filtre), en_mots(filtre))))


def _onglet(filtre):
    """The title of the tab shown, as the page itself names it."""
    noms = {onglet[0]: onglet[1] for onglet in filtre.onglets()}
    etat = filtre.etat if isinstance(filtre.etat, str) and filtre.etat in noms else None
    if etat is None:
        etat = next(onglet[0] for onglet in filtre.onglets() if onglet[-1] is True)
    return noms[etat].lower()


def seances(demande):
    visibles, maintenant = Seance.objects.visibles_par(demande.utilisateur), timezone.now()
    passees = demande.parametres.get("quand") == "passees"
    return (visibles.passees(maintenant) if passees else visibles.a_venir(maintenant)).pour_liste()


def evenements(demande):
    visibles = Evenement.objects.visibles_par(demande.utilisateur).pour_liste()
    passes = demande.parametres.get("quand") == "passes"
    return visibles.passes(demande.le) if passes else visibles.a_venir(demande.le)


def partenaires(demande):
    trouves = Partenaire.objects.visibles_par(demande.utilisateur).cherche(
        demande.parametres.get("q", "").strip()[:80]
    )
    genre = demande.parametres.get("type", "")
    return trouves.filter(type=genre) if genre in TypePartenaire.values else trouves


def mots_partenaires(demande):
    texte, genre = demande.parametres.get("q", "").strip(), demande.parametres.get("type", "")
    dits = [f"recherche : {texte}" if texte else "", dict(TypePartenaire.choices).get(genre, "")]
    return " ; ".join(filter(None, dits))
