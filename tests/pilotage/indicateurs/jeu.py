"""Forty people of one ACI over the year 2025, as a table that somebody can read and count by hand.

Each line of `PARCOURS`: rank, civilité, dispositif (N: nettoyage, M: maraîchage), entry, exit, motive of the exit,
contract (first and last days; « cdi » has no term; nothing: no contract). Two lines of the same rank are two parcours
of the same person.
"""

from datetime import date
from decimal import Decimal

from insertion.models import Conventionnement
from parcours.models import Entretien, MotifSortie
from tests import usines

from . import jeu_financeurs as financeurs
from .lecture import instant, jour, lignes

ANNEE = (date(2025, 1, 1), date(2025, 12, 31))

#: The 24 motives of the ASP, for the people 1 to 24: all entered on 1 September 2024, gone on 30 June 2025.
MOTIFS = [
    *("3", "1", "13", "9", "11", "4"),  # durable: people 1 to 6
    *("10", "14"),  # transition: 7, 8
    *("5", "2", "12"),  # positive: 9 to 11
    *("7", "6", "8", "19", "AUTO"),  # autre: 12 to 16
    *("15", "16", "17", "18", "20", "21", "22", "96"),  # withdrawn: 17 to 24
]
#: rank, birth, level of education; the others were born on 1 May 1990, nobody noted their level.
PROFILS = """
 1 | 1999-12-31 |
 2 | 2000-01-01 |
 3 | 1975-12-31 |
 4 | 1976-01-01 |
 5 |            |
 6 | 1990-05-01 | college
 7 | 1990-05-01 | primaire
 8 | 1990-05-01 | jamais_scolarise
 9 | 1990-05-01 | niveau_3
10 | 1990-05-01 | niveau_4
11 | 1990-05-01 | niveau_6
12 | 1990-05-01 | etranger
26 | 1990-05-01 | niveau_4
38 | 1965-01-01 |
"""
PARCOURS = """
25 | mme | N | 2024-10-01 | 2025-03-31 | INT | 2024-10-01 | 2025-03-31
25 | mme | M | 2025-04-01 |            |     | 2025-04-01 | 2026-03-31
26 | m   | N | 2025-01-06 | 2025-09-30 |     | 2025-01-06 | 2026-01-05
27 | mme | N | 2025-01-15 | 2025-04-14 | 7   | 2025-01-15 | 2025-05-14
28 | m   | N | 2025-01-15 | 2025-04-15 | 7   | 2025-01-15 | 2025-05-14
29 | mme | N | 2024-05-01 | 2024-06-15 | 7   | 2024-05-01 | 2024-08-31
29 | mme | N | 2025-02-01 | 2025-03-31 | 3   | 2025-02-01 | 2025-05-31
30 | m   | N | 2024-03-01 |            |     | 2024-03-01 | 2026-02-28
31 | mme | N | 2025-01-01 | 2025-12-31 | 3   | 2025-01-01 | 2025-12-31
32 | m   | N | 2025-01-01 | 2026-01-01 | 3   | 2025-01-01 | 2026-01-01
33 | mme | N | 2024-01-01 | 2024-12-31 | 3   | 2024-01-01 | 2024-12-31
34 | mme | N | 2024-01-02 | 2025-01-01 | 9   | 2024-01-02 | 2025-01-01
35 |     | N | 2025-12-31 |            |     | 2025-12-31 | 2026-06-30
36 | m   | N | 2026-01-01 |            |     | 2026-01-01 | 2026-06-30
37 | m   | N | 2025-02-01 |            |     | 2025-02-01 | 2026-01-31
37 | m   | M | 2025-03-01 | 2025-08-31 |     | 2025-03-01 | 2025-08-31
38 | mme | N | 2024-01-01 | 2025-05-31 | 15  | 2024-01-01 | cdi
39 | mme | N | 2025-05-01 |            |     |            |
40 | m   | N | 2024-11-01 | 2025-10-31 | 10  | 2024-11-01 | 2025-10-31
"""
#: rank, situation, first and last days when they are known.
SITUATIONS = """
13 | rsa   | 2024-01-01 | 2024-09-01
14 | rsa   | 2024-09-02 |
15 | rsa   |            |
16 | rqth  | 2023-01-01 |
17 | deld  | 2024-01-01 |
18 | deld  | 2023-01-01 |
18 | detld | 2024-06-01 |
29 | rsa   | 2024-05-01 | 2024-12-31
39 | rsa   | 2024-05-01 |
30 | rsa   | 2025-07-01 |
 9 | rsa   | 2025-03-01 |
 3 | complementaire | 2025-01-15 |
 3 | medecin_traitant | 2025-02-01 |
13 | heberge | 2024-01-01 | 2025-01-31
14 | sans_domicile |    | 2024-08-01
31 | invalidite | 2024-01-01 |
"""
#: rank (and dispositif), month, hours. The person 40 is noted, at zero hour, all year until the exit.
HEURES = """
 1 N | 2024-12-01 | 90
 1 N | 2025-05-01 | 100
 1 N | 2025-06-01 | 51.67
33 N | 2025-01-01 | 8
37 N | 2025-12-01 | 20
37 M | 2025-03-01 | 30.33
"""
#: rank, day, then the levels of the domains (« - »: not evaluated).
DIAGNOSTICS = """
 1 | 2024-09-10 | logement=1 mobilite=- sante=2
 1 | 2025-03-01 | logement=3 sante=1
 2 | 2024-09-10 | logement=0
 3 | 2024-09-10 | logement=3
 4 | 2024-09-10 | logement=2
 4 | 2025-02-01 | logement=2
 4 | 2026-01-02 | logement=4
26 | 2025-02-05 | logement=-
27 | 2025-02-15 | logement=4
"""
#: rank, when, minutes, written on.
ENTRETIENS = """
 1 | 2025-03-10 09:00 | 45 | 2025-03-12
30 | 2025-01-15 09:00 | 60 | 2025-01-15
30 | 2025-04-15 09:00 | 60 | 2025-04-15
30 | 2025-07-15 09:00 | 60 | 2025-07-15
30 | 2025-10-15 09:00 | 60 | 2025-10-25
31 | 2025-12-31 23:30 | 30 | 2026-01-02
32 | 2026-01-01 00:15 | 60 | 2026-01-01
"""
#: rank, when, what became of it.
RENDEZ_VOUS = """
30 | 2025-02-10 09:00 | venu
30 | 2025-02-11 09:00 | absent
31 | 2025-05-05 09:00 | excuse
32 | 2025-06-06 09:00 | annule
32 | 2025-07-07 09:00 | prevu
"""
#: rank, first day, last day, stopped on, day of the bilan, conclusion.
IMMERSIONS = """
 5 | 2024-12-29 | 2025-01-02 |            |            |
 6 | 2025-03-03 | 2025-03-14 | 2025-03-07 | 2025-03-10 | infirme
 7 | 2024-12-20 | 2025-01-10 | 2024-12-24 |            |
 8 | 2025-04-07 | 2025-04-11 |            | 2025-04-14 | confirme
31 | 2025-12-30 | 2026-01-09 |            | 2026-01-10 | confirme
"""
#: rank, first day, hours, result, its day, answer of the person.
FORMATIONS = """
10 | 2025-02-03 | 70 | obtenue     | 2025-04-01 | acceptee
11 | 2025-02-03 |    | non_obtenue | 2025-05-01 | acceptee
12 | 2025-03-01 | 20 |             |            | refusee
30 | 2024-12-31 | 20 |             |            | acceptee
31 | 2025-12-01 | 35 | obtenue     | 2026-02-01 | acceptee
"""
#: rank, asked on, amount, then the steps: state, day, amount granted.
AIDES = """
13 | 2025-03-01 | 300 | accordee 2025-03-11 200
14 | 2025-03-01 | 100 | refusee 2025-03-21
15 | 2025-03-01 | 50  | instruction 2025-03-02
16 | 2025-03-01 | 80  | accordee 2025-03-05 80, annulee 2025-03-20
31 | 2025-12-31 | 60  | accordee 2026-01-05 60
"""
#: rank, months after the exit, noted on, situation.
NOUVELLES = """
33 | 3  | 2025-04-02 | cdi
33 | 6  | 2025-07-01 | recherche
33 | 12 | 2026-01-05 | cdi
23 | 6  | 2025-12-30 | cdi
 1 | 3  | 2025-10-01 | cdd
 2 | 3  | 2025-10-01 | injoignable
"""


class Jeu:
    """The rows of the tables above, written in the open context; `parcours` is {"12 N": Parcours}."""

    def __init__(self, structure):
        self.structure = structure
        self.auteur = usines.UtilisateurFactory()
        self.motifs = {motif.code: motif for motif in MotifSortie.objects.all()}
        self.dispositifs = {code: usines.DispositifFactory(nom=code) for code in "NM"}
        self.personnes, self.parcours = {}, {}
        self.ecrire_les_parcours()
        self.ecrire_l_accompagnement()
        self.ecrire_l_emploi()
        self.ecrire_les_aides()
        financeurs.ecrire(self)
        Conventionnement.objects.create(structure=structure, numero="A1", debut=date(2025, 1, 1), etp=Decimal(2))

    def ecrire_les_parcours(self):
        profils = {rang: (naissance, niveau) for rang, naissance, niveau in lignes(PROFILS)}
        communs = [
            [str(n), "mme" if n <= 10 else "m", "N", "2024-09-01", "2025-06-30", motif, "2024-09-01", "2025-06-30"]
            for n, motif in enumerate(MOTIFS, start=1)
        ]
        sorties = []
        for rang, civilite, dispositif, entree, sortie, motif, du, au in communs + lignes(PARCOURS):
            if rang not in self.personnes:
                naissance, niveau = profils.get(rang, ("1990-05-01", ""))
                self.personnes[rang] = usines.BeneficiaireFactory(
                    civilite=civilite, date_naissance=jour(naissance), niveau_formation=niveau
                )
            parcours = usines.ParcoursFactory(
                beneficiaire=self.personnes[rang],
                dispositif=self.dispositifs[dispositif],
                date_entree=jour(entree),
                date_sortie=jour(sortie),
            )
            self.parcours[rang] = self.parcours[f"{rang} {dispositif}"] = parcours
            if du:
                type_contrat = "cdi_inclusion" if au == "cdi" else "cddi"
                fin = None if au == "cdi" else jour(au)
                usines.ContratFactory(parcours=parcours, type=type_contrat, date_debut=jour(du), date_fin=fin)
            if motif:
                sorties.append((parcours, motif))
        self.ecrire_les_heures()
        for parcours, motif in sorties:
            parcours.sortir(motif=self.motifs[motif], le=parcours.date_sortie, par=self.auteur)
        for rang, nature, debut, fin in lignes(SITUATIONS):
            usines.SituationFactory(
                beneficiaire=self.personnes[rang], nature=nature, debut=jour(debut), fin=jour(fin)
            )

    def ecrire_les_heures(self):
        mois = [f"2025-{m:02d}-01" for m in range(1, 13)]
        toutes = [*lignes(HEURES), *(["30 N", m, "140"] for m in mois), *(["40 N", m, "0"] for m in mois[:10])]
        for cle, le, heures in toutes:
            usines.HeuresMoisFactory(parcours=self.parcours[cle], mois=jour(le), heures=Decimal(heures))

    def ecrire_l_accompagnement(self):
        for rang, le, niveaux in lignes(DIAGNOSTICS):
            diagnostic = usines.DiagnosticFactory(parcours=self.parcours[rang], date=jour(le))
            for domaine, niveau in (reponse.split("=") for reponse in niveaux.split()):
                niveau = None if niveau == "-" else int(niveau)
                usines.EvaluationFactory(diagnostic=diagnostic, domaine=domaine, niveau=niveau)
        for rang, quand, minutes, ecrit in lignes(ENTRETIENS):
            themes = ["logement"] if rang == "1" else []
            entretien = usines.EntretienFactory(
                parcours=self.parcours[rang],
                auteur=self.auteur,
                date=instant(quand),
                duree_minutes=int(minutes),
                themes=themes,
            )
            Entretien.objects.filter(pk=entretien.pk).update(created_at=instant(f"{ecrit} 12:00"))
        for rang, quand, statut in lignes(RENDEZ_VOUS):
            usines.RendezVousFactory(
                parcours=self.parcours[rang], utilisateur=self.auteur, debut=instant(quand), statut=statut
            )
        siennes = {"parcours": self.parcours["28"], "auteur": self.auteur}
        usines.DemarcheFactory(**siennes, date=date(2025, 2, 3), duree_minutes=60, trajet_minutes=30)
        usines.DemarcheFactory(**siennes, date=date(2025, 3, 3), duree_minutes=None)
        partenaire = usines.PartenaireFactory()
        for rang, accord in (("1", "oui"), ("2", "oui"), ("4", "non")):
            usines.OrientationFactory(
                parcours=self.parcours[rang],
                partenaire=partenaire,
                date=date(2025, 4, 1),
                domaine="logement",
                accord=accord,
            )
        self.ecrire_l_atelier()

    def ecrire_l_atelier(self):
        atelier = usines.AtelierFactory(domaines=["projet", "numerique"])
        seance = usines.SeanceFactory(
            atelier=atelier, debut=instant("2025-11-24 14:00"), fin=instant("2025-11-24 16:00")
        )
        usines.SeanceFactory(atelier=atelier, debut=instant("2026-01-01 14:00"), fin=instant("2026-01-01 16:00"))
        for rang, presence in (
            ("30", "presente"),
            ("31", "presente"),
            ("32", "absente"),
            ("37", "excusee"),
            ("25", ""),
        ):
            traits = {presence: True} if presence else {}
            usines.ParticipationFactory(
                seance=seance,
                beneficiaire=self.personnes[rang],
                inscrit_at=instant("2025-11-10 09:00"),
                place_at=instant("2025-11-10 09:00"),
                **traits,
            )

    def ecrire_l_emploi(self):
        firmes = [usines.EntrepriseFactory() for _ in range(4)]
        for rang, debut, fin, arret, bilan, conclusion in lignes(IMMERSIONS):
            immersion = usines.ImmersionFactory(
                parcours=self.parcours[rang],
                entreprise=firmes[0],
                debut=jour(debut),
                fin=jour(fin),
                interrompue_le=jour(arret),
                motif_interruption="Horaires" if arret else "",
            )
            if bilan:
                usines.BilanImmersionFactory(immersion=immersion, le=jour(bilan), conclusion=conclusion)
        for rang, debut, heures, resultat, le, reponse in lignes(FORMATIONS):
            usines.FormationSuivieFactory(
                parcours=self.parcours[rang],
                proposee_le=date(2024, 12, 1),
                reponse=reponse,
                reponse_le=date(2024, 12, 2),
                debut=jour(debut),
                heures=int(heures) if heures else None,
                certification="CACES 3",
                resultat=resultat,
                resultat_le=jour(le),
            )
        for firme, quand, mode, resultat in (
            (0, "2025-01-01 00:10", "appel", "interesse"),
            (1, "2025-06-02 10:00", "visite", "interesse"),
            (2, "2024-12-31 23:50", "appel", "interesse"),
            (3, "2025-06-02 10:00", "appel", "message"),
        ):
            usines.EchangeFactory(entreprise=firmes[firme], date=instant(quand), mode=mode, resultat=resultat)
        for le in (date(2025, 12, 31), date(2026, 1, 1)):
            usines.OffreFactory(entreprise=firmes[0], recue_le=le)
        for rang, proposee, embauche in (
            ("33", "2024-11-15", "2025-01-06"),
            ("1", "2025-05-20", "2025-07-01"),
            ("2", "2025-05-20", ""),
        ):
            mise = usines.MiseEnRelationFactory(
                parcours=self.parcours[rang], entreprise=firmes[0], proposee_le=jour(proposee)
            )
            if embauche:
                usines.EmbaucheFactory(mise_en_relation=mise, debut=jour(embauche))

    def ecrire_les_aides(self):
        for rang, le, montant, etapes in lignes(AIDES):
            aide = usines.AideFactory(
                parcours=self.parcours[rang], auteur=self.auteur, date=jour(le), montant_demande=Decimal(montant)
            )
            for etape in etapes.split(","):
                etat, quand, *accorde = etape.split()
                usines.EtapeAideFactory(
                    aide=aide,
                    etat=etat,
                    date=jour(quand),
                    montant_accorde=Decimal(accorde[0]) if accorde else None,
                    motif_refus="Plafond dépassé" if etat == "refusee" else "",
                )
        for rang, mois, le, situation in lignes(NOUVELLES):
            parcours = self.parcours[rang]
            usines.SuiviPostSortieFactory(
                parcours=parcours,
                sortie_le=parcours.date_sortie,
                echeance=int(mois),
                date=jour(le),
                situation=situation,
            )
