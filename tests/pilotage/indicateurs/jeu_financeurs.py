"""What the funders ask of the forty people of `jeu`, and who works for them, as tables to be counted by hand."""

from decimal import Decimal

from insertion.enums import Role
from parcours.models import Action, Contrat, Parcours
from tests import usines

from .lecture import instant, jour, lignes

#: rank, who sent them (all their parcours in nettoyage).
ORIENTEURS = """
 1 | plie
 2 | plie
 7 | plie
17 | plie
25 | plie
26 | plie
30 | plie
31 | france_travail
"""
#: rank, languages, commune, postal code, telephone.
FICHES = """
 1 | Français, Arabe |       |       |
 2 | français        |       |       |
 3 | arabe, Dari     |       |       |
26 |                 | Lille | 59000 | +33612345678
27 |                 | LILLE |       |
"""
#: rank, habitat, from, until.
LOGEMENTS = """
 1 | rue      | 2024-01-01 | 2024-09-01
 1 | autonome | 2024-09-02 |
 2 | urgence  | 2024-08-01 |
12 | rue      | 2023-01-01 | 2023-12-31
12 | precaire | 2024-01-01 |
"""
#: rank (and dispositif), moment, day, status, then long-term, outside the Union, origin, without home, qualification.
QUESTIONNAIRES = """
26   | entree | 2025-01-16 | recherche | oui | non          | oui | non |
27   | entree | 2025-01-15 | recherche | non | sans_reponse | non | oui |
28   | entree | 2025-03-01 | inactif   |     | oui          | oui | non |
31   | entree | 2025-01-31 | formation |     | non          | non |     |
37 N | entree | 2025-02-05 | emploi    |     |              |     |     |
32   | entree | 2026-01-05 | emploi    |     | non          | non | non |
 1   | sortie | 2025-07-10 | emploi    |     |              |     |     | oui
 2   | sortie | 2025-07-28 | recherche |     |              |     |     | non
 3   | sortie | 2025-07-29 | emploi    |     |              |     |     | oui
 4   | sortie | 2025-07-01 |           |     |              |     |     | non
27   | sortie | 2025-04-14 | formation |     |              |     |     | non
28   | sortie | 2025-04-20 | recherche |     |              |     |     |
"""
#: rank, signed on, until, hours a week.
ENGAGEMENTS = """
13 | 2024-10-01 | 2025-03-31 | 15
14 | 2024-09-10 | 2025-01-31 | 10
14 | 2025-02-01 | 2025-07-31 | 20
15 | 2025-01-10 |            |
30 | 2026-01-01 | 2026-06-30 | 20
39 | 2024-05-01 | 2024-10-31 | 18
"""
#: rank, due on, state, ended on, written on.
ACTIONS = """
13 | 2025-02-01 | fait    | 2025-01-20 | 2025-01-05
14 | 2025-03-01 | fait    | 2025-03-02 | 2025-01-05
15 | 2025-04-01 | a_faire |            | 2025-02-01
30 | 2025-11-01 | a_faire |            | 2025-10-01
30 | 2025-12-31 | a_faire |            | 2025-12-01
30 | 2026-02-01 | a_faire |            | 2025-12-01
32 | 2025-06-01 | fait    | 2026-01-05 | 2025-05-01
37 | 2025-05-01 | a_faire |            | 2026-01-03
"""
#: rank (their latest contract), ended early on, how, aid asked for, its justification.
CONTRATS = """
 1 |            |            | non |
27 | 2025-04-14 | essai      |     |
28 | 2025-04-15 | hors_essai |     |
29 |            |            | oui | Formation suivie jusqu’au bout
34 |            |            | oui |
40 |            |            | oui |
"""
#: name, from, until, full-time equivalents: all, accompaniment, encadrement.
POSTES = """
Aïcha Benali   | 2024-01-01 |            | 1   | 0.8 |
Louis Ferrand  | 2025-03-01 | 2025-09-30 | 0.5 |     | 0.5
Nadia Petit    | 2024-01-01 | 2024-12-31 | 1   |     |
Odile Marchand | 2025-01-01 |            |     |     |
Yann Le Goff   | 2026-01-01 |            | 1   |     |
"""
#: colleague, role, member until.
COLLEGUES = """
camille | charge_insertion |
karim   | charge_insertion |
ines    | charge_insertion | 2025-06-30
aude    | chef_service     |
"""
#: rank, colleague in charge, from, until.
REFERENTS = """
25 | camille | 2025-04-01 |
30 | camille | 2024-03-01 |
31 | camille | 2025-01-01 |
32 | karim   | 2025-01-01 |
35 | karim   | 2025-12-31 | 2025-12-31
37 | camille | 2026-01-01 |
 1 | ines    | 2024-09-01 | 2025-06-30
"""


def ecrire(jeu):
    """Write the rows of the tables above about the people and the parcours of `jeu`, in the open context."""
    _fiches(jeu)
    for rang, habitat, du, au in lignes(LOGEMENTS):
        usines.EtapeLogementFactory(beneficiaire=jeu.personnes[rang], habitat=habitat, debut=jour(du), fin=jour(au))
    for cle, moment, le, *reponses in lignes(QUESTIONNAIRES):
        noms = ("statut", "longue_duree", "pays_tiers", "origine_etrangere", "sans_logement", "qualification")
        usines.QuestionnaireFseFactory(
            parcours=jeu.parcours[cle], moment=moment, date=jour(le), **dict(zip(noms, reponses, strict=False))
        )
    for rang, du, au, heures in lignes(ENGAGEMENTS):
        usines.EngagementFactory(
            parcours=jeu.parcours[rang], debut=jour(du), fin=jour(au), heures_hebdo=int(heures) if heures else None
        )
    _actions(jeu)
    _contrats(jeu)
    _equipe(jeu)


def _fiches(jeu):
    for rang, orienteur in lignes(ORIENTEURS):
        Parcours.objects.filter(beneficiaire=jeu.personnes[rang], dispositif=jeu.dispositifs["N"]).update(
            orienteur=orienteur
        )
    for rang, langues, commune, code_postal, telephone in lignes(FICHES):
        personne = jeu.personnes[rang]
        personne.langues = [langue.strip() for langue in langues.split(",") if langue]
        personne.commune, personne.code_postal, personne.telephone = commune, code_postal, telephone
        personne.save()
    Parcours.objects.filter(pk=jeu.parcours["39"].pk).update(rythme_entretiens=365)


def _actions(jeu):
    for rang, echeance, etat, fin, ecrite in lignes(ACTIONS):
        action = usines.ActionFactory(
            parcours=jeu.parcours[rang], echeance=jour(echeance), etat=etat, date_fin=jour(fin)
        )
        Action.objects.filter(pk=action.pk).update(created_at=instant(f"{ecrite} 12:00"))


def _contrats(jeu):
    for rang, arret, rupture, aide, justification in lignes(CONTRATS):
        Contrat.objects.filter(parcours=jeu.parcours[rang]).update(
            fin_anticipee_le=jour(arret), rupture=rupture, aide_demandee=aide, aide_justification=justification
        )


def _equipe(jeu):
    for nom, du, au, etp, accompagnement, encadrement in lignes(POSTES):
        parts = (Decimal(part) if part else None for part in (etp, accompagnement, encadrement))
        champs = dict(zip(("etp", "etp_accompagnement", "etp_encadrement"), parts, strict=True))
        usines.PosteEquipeFactory(nom=nom, debut=jour(du), fin=jour(au), **champs)
    jeu.collegues = {}
    for nom, role, jusqu_a in lignes(COLLEGUES):
        collegue = usines.UtilisateurFactory(prenom=nom.capitalize())
        jeu.collegues[nom] = collegue
        usines.AppartenanceFactory(utilisateur=collegue, structure=jeu.structure, role=Role(role), fin=jour(jusqu_a))
    for rang, nom, du, au in lignes(REFERENTS):
        usines.ReferentFactory(
            beneficiaire=jeu.personnes[rang], utilisateur=jeu.collegues[nom], debut=jour(du), fin=jour(au)
        )
