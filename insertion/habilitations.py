"""Who may do and read what, in one page that a director reads: docs/habilitations.md, written from the code."""

from django.urls import URLPattern, get_resolver

from .droits import DROITS, LECTURES, Droit
from .enums import Role

FLOORS = ("insertion", "beneficiaires", "entreprises", "parcours", "pilotage")
LIBELLES = {
    Droit.OUVRIR: "Se connecter, voir sa journée, son agenda, ses rappels",
    Droit.VOIR_PERSONNES: "Voir l’identité, le téléphone, l’e-mail et la commune des personnes",
    Droit.MODIFIER_PERSONNES: "Voir l’adresse et l’identifiant France Travail, créer et modifier une personne",
    Droit.FUSIONNER_PERSONNES: "Réunir deux dossiers d’une même personne",
    Droit.VOIR_PARCOURS: "Voir le parcours, le plan d’action, le fil",
    Droit.VOIR_DIAGNOSTIC: "Voir le diagnostic partagé",
    Droit.VOIR_SUIVI: "Voir les comptes rendus et les démarches",
    Droit.ECRIRE_SUIVI: "Écrire le suivi : entretiens, diagnostic, plan, sortie",
    Droit.OBSERVER: "Noter ses observations sur le chantier",
    Droit.SAISIR_HEURES: "Saisir les heures travaillées",
    Droit.VOIR_CONTRATS: "Voir les contrats et le PASS IAE",
    Droit.ECRIRE_CONTRATS: "Écrire les contrats et le PASS IAE",
    Droit.ANIMER: "Pointer les séances d’atelier",
    Droit.VOIR_CONFIDENTIEL: "Tenir des notes confidentielles",
    Droit.PRODUIRE_DOCUMENTS: "Produire les documents d’une personne",
    Droit.COURRIERS: "Courriers, feuilles d’émargement, attestations, lots de documents",
    Droit.IMPORTER: "Importer un fichier",
    Droit.VOIR_EQUIPE: "Voir l’équipe et la file active",
    Droit.APPROUVER: "Décider des renouvellements, valider les plans et les demandes d’aide",
    Droit.VOIR_JOURNAL: "Voir qui a consulté et modifié un dossier",
    Droit.COMPTES: "Inviter, changer et fermer les accès des autres",
    Droit.REINITIALISER: "Réinitialiser le second facteur d’un collègue",
    Droit.VOIR_REGLAGES: "Voir les réglages de la structure",
    Droit.REGLER: "Changer les réglages de la structure",
    Droit.VOIR_CANDIDATURES: "Voir les candidatures",
    Droit.VOIR_ENTREPRISES: "Voir les entreprises et le réseau local",
    Droit.ECRIRE_ENTREPRISES: "Écrire dans les entreprises et le réseau local",
    Droit.VOIR_PLACEMENTS: "Voir les mises en relation, immersions, embauches",
    Droit.PLACER: "Proposer quelqu’un à une entreprise",
    Droit.VOIR_BILANS: "Voir les chiffres, les conventions, les bilans",
    Droit.ECRIRE_BILANS: "Écrire les conventions et les bilans",
    Droit.EXPORTER: "Exporter des listes nominatives",
    Droit.REPONDRE_DROITS: "Répondre aux demandes des personnes sur leurs données",
    Droit.CONSERVER: "Décider des durées de conservation : garder, archiver, effacer",
    Droit.EXPORTER_TOUT: "Exporter tout ce que tient la structure",
}
ENTETE = """\
<!-- Écrit par « manage.py habilitations » à partir du code : ne pas modifier à la main. -->
# Habilitations

Qui peut faire quoi, lire quoi, ouvrir quelle page. Chacun ne travaille que dans sa structure : ce qui est d’une autre
est introuvable pour lui. Une page refusée à un rôle l’est quel que soit le numéro demandé, qu’il existe ou non. Une
ou un bénévole ne voit que les personnes qui lui sont confiées. Ce que chaque page répond à chaque rôle, personne par
personne, est dans `tests/surete/matrice.txt`.
"""


def vues(resolveur=None, chemin="", espace=""):
    """Yield (address, name, view) of every page of ours."""
    for motif in (resolveur or get_resolver()).url_patterns:
        ici = f"{chemin}{motif.pattern}"
        if not isinstance(motif, URLPattern):
            yield from vues(motif, ici, f"{motif.namespace}:" if motif.namespace else espace)
        elif motif.callback.__module__.split(".")[0] in FLOORS:
            yield f"/{ici}", f"{espace}{motif.name}", motif.callback


def page():
    """The whole page, in Markdown."""
    roles = list(Role)
    parties = [ENTETE]
    parties += ["## Ce que chaque rôle peut faire\n", _tableau("Droit", roles, _lignes_des_droits(roles))]
    parties += ["## Ce que chaque rôle peut lire\n", _tableau("Données", roles, _lignes_des_lectures(roles))]
    parties += ["## Ce que chaque rôle peut ouvrir\n", _tableau("Adresse", roles, _lignes_des_adresses(roles))]
    return "\n".join(parties)


def _lignes_des_droits(roles):
    return [(LIBELLES[droit], ["oui" if droit in DROITS[role] else "" for role in roles]) for droit in Droit]


def _lignes_des_lectures(roles):
    return [(nom, [lecture.get(role, "") for role in roles]) for nom, lecture in LECTURES.items()]


def _lignes_des_adresses(roles):
    for chemin, _, vue in vues():
        droit = getattr(vue, "droit", None)
        if droit is not None:
            qui = ["oui" if droit in DROITS[role] else "" for role in roles]
        else:
            qui = ["sans compte" if not getattr(vue, "login_required", True) else "oui"] * len(roles)
        yield f"`{chemin}`", qui


def _tableau(premier, roles, lignes):
    tetes = [premier, *(role.label for role in roles)]
    rangs = [tetes, ["---"] * len(tetes), *([nom, *cases] for nom, cases in lignes)]
    return "\n".join(f"| {' | '.join(rang)} |" for rang in rangs) + "\n"
