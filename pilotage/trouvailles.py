"""The search of everything (Ctrl+K): the sources of each floor, and what one can do from anywhere."""

import re
from dataclasses import dataclass, field

from django.urls import reverse

from beneficiaires import trouvailles as beneficiaires
from entreprises import trouvailles as entreprises
from insertion.droits import Droit, peut
from insertion.isolation.preparees import ensemble
from insertion.texte import sans_accents
from insertion.trouvailles import Source, Trouvaille
from parcours import trouvailles as parcours

#: How many answers a group shows beside the others, alone, and when somebody is asked for to write about them.
PAR_GROUPE, SEUL, POUR_ECRIRE = 5, 50, 8
#: Said of what is not for one's role to do.
DEMANDER = "pas avec votre rôle : demandez à votre direction"


@dataclass(frozen=True)
class Commande:
    """Something that can be done from anywhere; found by the words of its title, and by `mots`.

    Whoever lacks the right is led to `aide`, a page of the guide with its anchor, where there is one.
    """

    titre: str
    page: str
    droit: Droit = Droit.OUVRIR
    mots: str = ""
    aide: str = ""

    @property
    def vocabulaire(self):
        return re.split(r"[^a-z0-9]+", sans_accents(f"{self.titre} {self.mots}"))

    def trouvaille(self, utilisateur):
        """Where it leads `utilisateur`; None when it is not theirs to do and the guide has nothing to say."""
        if peut(utilisateur, self.droit):
            return Trouvaille(self.titre, reverse(self.page))
        if not self.aide:
            return None
        page, _, ancre = self.aide.partition("#")
        return Trouvaille(self.titre, f"{reverse('insertion:aide_page', args=[page])}#{ancre}", DEMANDER)


COMMANDES = (
    Commande("Ma journée", "pilotage:accueil", mots="accueil"),
    Commande("Mes rappels", "pilotage:rappel_list", mots="echeances retards"),
    Commande("Mon agenda", "pilotage:agenda", mots="semaine rendez-vous calendrier"),
    Commande("Nouvelle personne", "beneficiaires:beneficiaire_create", Droit.MODIFIER_PERSONNES, "creer ajouter"),
    Commande("Nouvelle candidature", "parcours:candidat_create", Droit.ECRIRE_SUIVI, "orientation recue"),
    Commande("Nouvelle entreprise", "entreprises:entreprise_create", Droit.ECRIRE_ENTREPRISES, "creer ajouter"),
    Commande("Liste des personnes", "beneficiaires:beneficiaire_list", Droit.VOIR_PERSONNES, "salaries accompagnes"),
    Commande("Candidatures", "parcours:candidature_list", Droit.VOIR_CANDIDATURES, "orientations"),
    Commande("Ateliers", "parcours:seance_list", Droit.VOIR_PARCOURS, "seances collectif"),
    Commande("Entreprises", "entreprises:entreprise_list", Droit.VOIR_ENTREPRISES, "carnet adresses"),
    Commande("Réseau de partenaires", "entreprises:reseau_list", Droit.VOIR_ENTREPRISES, "aides formations"),
    Commande("Bilans", "pilotage:bilan_list", Droit.VOIR_BILANS, "chiffres rapports indicateurs"),
    Commande(
        "Exporter une liste",
        "pilotage:export_list",
        Droit.EXPORTER,
        "telecharger excel tableur csv",
        "export#un-tableur",
    ),
    Commande("Équipe et file active", "pilotage:file_active_list", Droit.VOIR_EQUIPE, "reattribuer confier dossiers"),
    Commande(
        "Inviter un collègue",
        "insertion:invitation_create",
        Droit.COMPTES,
        "ajouter utilisateur compte acces",
        "equipe#inviter-un-collegue",
    ),
    Commande("Comptes et accès", "insertion:compte_list", Droit.COMPTES, "fermer role depart utilisateurs"),
    Commande(
        "Archiver, effacer un dossier",
        "pilotage:conservation_list",
        Droit.CONSERVER,
        "supprimer anonymiser rgpd conservation",
        "droits#archiver-effacer-un-dossier",
    ),
    Commande(
        "Demandes des personnes sur leurs données",
        "pilotage:demande_droit_list",
        Droit.REPONDRE_DROITS,
        "rgpd cnil copie acces rectifier",
        "droits#noter-une-demande",
    ),
    Commande("Imports", "parcours:import_list", Droit.IMPORTER, "fichier excel tableur"),
    Commande("Réglages", "parcours:structure_detail", Droit.VOIR_REGLAGES, "structure parametres"),
    Commande("Aide", "insertion:aide", mots="clavier"),
)


@dataclass(frozen=True)
class Geste:
    """Something that is done about somebody: « entretien amina » proposes it for the people found."""

    titre: str
    page: str
    mots: frozenset


GESTES = (
    Geste("Nouvel entretien avec", "parcours:entretien_create", frozenset({"entretien", "note", "saisir"})),
    Geste("Contact rapide avec", "parcours:contact_create", frozenset({"contact", "appel", "sms"})),
    Geste("Nouveau rendez-vous avec", "parcours:rendez_vous_create", frozenset({"rendez-vous", "rdv"})),
)
#: What the palette was opened for → the page that writes it.
SAISIES = {"entretien": "parcours:entretien_create", "contact": "parcours:contact_create"}
FAIRE = Source("faire", "Faire", "arrow-right", Droit.OUVRIR, lignes=None, montrer=None)
SOURCES = (*beneficiaires.SOURCES, *entreprises.SOURCES, *parcours.SOURCES)
CODES = {source.code for source in SOURCES}


@dataclass
class Groupe:
    """The answers of one source; `suite`: there are more than those shown."""

    source: Source
    lignes: list = field(default_factory=list)
    suite: bool = False


def trouver(utilisateur, texte, seul=""):
    """The groups of answers that `utilisateur` may see; those of the source `seul` alone, and more of them, if given.

    One query for each source, whatever is found, all in one journey to the database.
    """
    if seul:
        return _groupes([source for source in SOURCES if source.code == seul], utilisateur, texte, SEUL)
    geste, qui = _geste(texte)
    groupes = _groupes(SOURCES, utilisateur, texte, qui=qui)
    faire = _faire(utilisateur, texte, geste, [une for une in groupes if une.source is beneficiaires.PERSONNES])
    return [*faire, *groupes] if geste else [*groupes, *faire]


def pour_ecrire(utilisateur, texte, mode):
    """The people found, each leading to the page that writes what the palette was opened for."""
    trouvees = beneficiaires.PERSONNES.demander(utilisateur, texte, POUR_ECRIRE).lire()
    lignes = beneficiaires.vers(SAISIES[mode], trouvees)
    return [Groupe(beneficiaires.PERSONNES, lignes)] if lignes else []


def personne_a_ajouter(texte, groupes, ensuite):
    """Whether `texte` may be the name of somebody to add: words, and nobody found who bears them all.

    Where everything is looked for (no `ensuite`), only when nothing at all is found.
    """
    nomme = any(c.isalpha() for c in texte) and not any(c.isdecimal() for c in texte)
    trouvees = [ligne for groupe in groupes for ligne in groupe.lignes if not (ensuite and ligne.de_loin)]
    return nomme and not trouvees


def _groupes(sources, utilisateur, texte, limite=PAR_GROUPE, qui=None):
    """A group for each source that finds something and that this user has the right to; `qui`: the words that name
    somebody, when others do not."""
    siennes = [source for source in sources if peut(utilisateur, source.droit)]
    with ensemble():
        demandes = [
            source.demander(utilisateur, qui if qui and source is beneficiaires.PERSONNES else texte, limite + 1)
            for source in siennes
        ]
        trouvees = [(source, demande.lire()) for source, demande in zip(siennes, demandes, strict=True)]
    return [
        Groupe(source, source.montrer(utilisateur, lignes[:limite]), len(lignes) > limite)
        for source, lignes in trouvees
        if lignes
    ]


def _geste(texte):
    """What `texte` asks to do about somebody, None most often, and the words that say about whom."""
    mots = texte.split()
    for geste in GESTES:
        reste = [mot for mot in mots if sans_accents(mot) not in geste.mots]
        if reste and len(reste) < len(mots):
            return geste, " ".join(reste)
    return None, texte


def _faire(utilisateur, texte, geste, personnes):
    """What `texte` asks to do about the people found, then the commands that it names."""
    trouvees = personnes[0].lignes if geste and personnes and peut(utilisateur, Droit.ECRIRE_SUIVI) else []
    lignes = [
        Trouvaille(f"{geste.titre} {personne.titre}", reverse(geste.page, args=[personne.pk]), personne.precision)
        for personne in trouvees
    ]
    mots = sans_accents(texte).replace("-", " ").split()
    nommees = [
        commande.trouvaille(utilisateur)
        for commande in COMMANDES
        if all(any(connu.startswith(mot) for connu in commande.vocabulaire) for mot in mots)
    ]
    lignes += [trouvaille for trouvaille in nommees if trouvaille]
    return [Groupe(FAIRE, lignes[:PAR_GROUPE])] if lignes else []
