"""Every figure of the forty people of `jeu` over 2025, equal to the one worked out by hand beside it."""

from pilotage.indicateurs import INDICATEURS
from tests.cellules import cellules

from .lecture import lignes

#: indicator, line, value as it reads, with n / N; left out, one number a reason; worked out in the comment.
CHIFFRES = """
accueillis            | total             | 37             | 1      # 40 − 33, 36 (other years) − 39 (no contract)
presents              | total             | 6              |        # 25, 30, 31 (last day), 32, 35, 37
entrees               | total             | 11             |        # 25 M, 26 to 28, 29, 31, 32, 35, 37 N and M, 39
entrees               | personnes         | 10             |        # 37 twice
publics_genre         | femmes            | 43,2 % (16/37) |        # 1 to 10, 25, 27, 29, 31, 34, 38
publics_genre         | hommes            | 54,1 % (20/37) |        # 11 to 24, 26, 28, 30, 32, 37, 40
publics_genre         | inconnu           | 2,7 % (1/37)   |        # 35
publics_age           | jeunes            | 2,7 % (1/37)   |        # 2 is 25 on 31 December, 1 is 26 that day
publics_age           | milieu            | 89,2 % (33/37) |        # the others, 4 is 49
publics_age           | seniors           | 5,4 % (2/37)   |        # 3 is 50 that day, 38
publics_age           | inconnu           | 2,7 % (1/37)   |        # 5
publics_situation     | rsa               | 5,4 % (2/37)   |        # 13 (ended that day), 15; not 14, 29, 39
publics_situation     | rqth              | 2,7 % (1/37)   |        # 16
publics_situation     | deld              | 2,7 % (1/37)   |        # 17; 18 is on the next line
publics_situation     | detld             | 2,7 % (1/37)   |        # 18
publics_formation     | cap_bep           | 2,7 % (1/37)   |        # 9
publics_formation     | sans_diplome      | 2,7 % (1/37)   |        # 6
publics_formation     | infra             | 5,4 % (2/37)   |        # 7, 8
publics_formation     | bac               | 8,1 % (3/37)   |        # 10, 11, 26
publics_formation     | etranger          | 2,7 % (1/37)   |        # 12
publics_formation     | inconnu           | 78,4 % (29/37) |        # the others
publics_niveaux       | primaire          | 2,7 % (1/37)   |        # 7
publics_niveaux       | niveau_4          | 5,4 % (2/37)   |        # 10, 26
publics_niveaux       | niveau_6          | 2,7 % (1/37)   |        # 11
publics_niveaux       | inconnu           | 78,4 % (29/37) |        # the others
publics_orienteurs    | plie              | 16,2 % (6/37)  |        # 1, 2, 7, 17, 26, 30; 25 came back, unsaid
publics_orienteurs    | france_travail    | 2,7 % (1/37)   |        # 31
publics_orienteurs    | inconnu           | 81,1 % (30/37) |        # the others
mixite                | femmes            | 44,4 % (16/36) | 1      # 35: nobody noted it
mixite                | jeunes            | 2,8 % (1/36)   | 1      # 2; the birth of 5 is not known
mixite                | seniors           | 5,6 % (2/36)   | 1      # 3, 38
mixite                | langue            | 66,7 % (2/3)   | 34     # 1, 3 of 1, 2, 3
mixite                | langues           | 2              | 34     # arabe, dari
mixite                | communes          | 1              | 35     # Lille, written in two ways by 26 and 27
mixite                | orienteurs        | 2              | 30     # plie, France Travail
etp                   | heures            | 1 890,0 h      | 37     # 12 × 140 + 100 + 51,67 + 8 + 20 + 30,33 + 0
etp                   | realises          | 1,04 ETP (1 890/1 820) |        # 1 890 / 1 820
etp                   | conventionnes     | 2,00 ETP       |        # the agreement
etp                   | taux              | 52,0 % (1,04/2) |        # 1,04 / 2
diagnostics_a_temps   | total             | 10,0 % (1/10)  | 1      # 26 at 30 days, not 27 at 31; 35 has time
freins_entree         | logement          | 60,0 % (3/5)   | 1      # 1, 2, 4 of 1, 2, 3, 4, 27; 26 not evaluated
freins_entree         | mobilite          | non calculable | 1      # 1 not evaluated
freins_entree         | sante             | 100,0 % (1/1)  |        # 1
freins_evolution      | leves             | 33,3 % (1/3)   | 1      # 1 logement (1 → 3)
freins_evolution      | stables           | 33,3 % (1/3)   | 1      # 4 logement (2 → 2, then 4 in 2026: not yet)
freins_evolution      | aggraves          | 33,3 % (1/3)   | 1      # 1 santé (2 → 1)
freins_evolution      | non_evalues       | 1              |        # 2 logement
freins_asp            | heberg            | 3              |        # 1, 2, 4
freins_asp            | heberg_interne    | 33,3 % (1/3)   |        # 1, entretien of 10 March
freins_asp            | heberg_externe    | 66,7 % (2/3)   |        # 1, 2; 4 said no
freins_asp            | heberg_les_deux   | 33,3 % (1/3)   |        # 1
freins_asp            | sante             | 1              |        # 1
freins_asp            | sante_interne     | 0,0 % (0/1)    |
entretiens            | tenus             | 6              |        # 1, 30 four times, 31 (31/12 23:30), not 32
entretiens            | parcours          | 7,5 % (3/40)   |        # 1, 30, 31 of the 40 parcours of the year
entretiens_realises   | total             | 33,3 % (1/3)   | 1+1    # venu of venu, absent, excusé; 32 twice out
absences              | non_excusees      | 25,0 % (1/4)   | 1      # of venu, absent, excusé, annulé
absences              | excusees          | 25,0 % (1/4)   | 1
entretien_trimestriel | total             | 2,9 % (1/35)   |        # 30; not 27, 28, 29, 34, 35 (no whole quarter)
heures_accompagnement | individuel        | 5,3 h          | 1      # 45 + 4 × 60 + 30 min; 28: a length unknown
heures_accompagnement | exterieur         | 1,0 h          | 1      # 28, 60 min away
heures_accompagnement | collectif         | 4,0 h          | 1      # 30 and 31, 2 h each
heures_accompagnement | trajet            | 0,5 h          |        # 28
heures_themes         | logement          | 0,8 h          |        # 1, 45 min
heures_themes         | projet            | 2,0 h          |        # half of the atelier of 2 h, 30 and 31
heures_themes         | numerique         | 2,0 h          |        # the other half
heures_themes         | sans_theme        | 5,5 h          |        # 30 4 h, 31 30 min, 28 60 min: 10,25 h in all
ateliers              | seances           | 1              |        # the second one is on 1 January 2026
ateliers              | participants      | 2              |        # 30, 31
ateliers              | assiduite         | 50,0 % (2/4)   | 1      # 2 of 30, 31, 32, 37; 25: nobody noted
immersions            | nombre            | 4              |        # 5, 6, 8, 31; 7 stopped in 2024
immersions            | jours             | 14,0 j         |        # 2 + 5 + 5 + 2
immersions            | personnes         | 10,8 % (4/37)  |
immersions            | confirme          | 50,0 % (1/2)   |        # 8; the bilan of 31 is of 2026
immersions            | infirme           | 50,0 % (1/2)   |        # 6
immersions            | embauche          | 0,0 % (0/2)    |
immersions            | interrompues      | 1              |        # 6
formations            | entrees           | 3              |        # 10, 11, 31; 12 refused, 30 began in 2024
formations            | personnes         | 3              |
formations            | heures            | 105,0 h        | 1      # 70 + 35; 11: unknown
formations            | certifiees        | 33,3 % (1/3)   | 1      # 10 of 10, 11, 31; the result of 31 is of 2026
formations            | certifiees_connues | 50,0 % (1/2)  |        # 10 of 10, 11
entreprises           | prospectees       | 2              |        # 1 January 00:10, 2 June; not a message
entreprises           | rencontrees       | 50,0 % (1/2)   |
entreprises           | interessees       | 100,0 % (2/2)  |
entreprises           | offres            | 1              |        # 31 December, not 1 January
entreprises           | mises_en_relation | 2              |        # 1, 2
entreprises           | embauches         | 2              |        # 1, and 33 a week after the exit
entreprises           | conversion        | 50,0 % (1/2)   |        # 1 of 1, 2
aides                 | demandees         | 5              |
aides                 | montant_demande   | 590,00 €       |        # 300 + 100 + 50 + 80 + 60
aides                 | accordees         | 50,0 % (1/2)   | 2+1    # 13 of 13, 14; 15, 31 not decided; 16 cancelled
aides                 | montant_accorde   | 200,00 €       |        # 13
aides                 | delai             | 15,0 j (30/2)  |        # (10 + 20) / 2
sorties_constatees    | total             | 34             |        # 24 + 25 N, 26 to 29, 31, 34, 37 M, 38, 40
sorties_constatees    | sans_motif        | 2              |        # 26, 37 M
sorties_examinees     | total             | 21             | 10+2+1 # 34 − 17 to 25, 38 − 27, 40 − 37 M (still there)
taux_dynamiques       | b                 | 66,7 % (14/21) | 10+2+1 # 9 + 2 + 3
taux_dynamiques       | a                 | 70,0 % (14/20) | 10+2+1+1 # without 26
taux_durable          | b                 | 42,9 % (9/21)  | 10+2+1 # 1 to 6, 29, 31, 34
taux_durable          | a                 | 45,0 % (9/20)  | 10+2+1+1
sorties_categories    | durable           | 42,9 % (9/21)  | 10+2+1
sorties_categories    | transition        | 9,5 % (2/21)   | 10+2+1 # 7, 8
sorties_categories    | positive          | 14,3 % (3/21)  | 10+2+1 # 9, 10, 11
sorties_categories    | autre             | 28,6 % (6/21)  | 10+2+1 # 12 to 16, 28
sorties_categories    | sans_motif        | 4,8 % (1/21)   | 10+2+1 # 26
sorties_motifs        | 3                 | 3              |        # 1, 29, 31
sorties_motifs        | 7                 | 3              |        # 12, 27, 28
sorties_motifs        | 15                | 2              |        # 17, 38
sorties_motifs        | INT               | 1              |        # 25 N
sorties_hors_emploi   | 7                 | 3              | 10     # 12, 27, 28
sorties_hors_emploi   | 5                 | 1              | 10     # 9
duree_moyenne         | total             | 9,4 mois (320,6/34) |        # 9 759 days / 30,4375 / 34
maintien              | m3                | 9,5 % (2/21)   | 19     # 1, 33 of 1 to 16, 27 to 29, 33, 34
maintien              | m6                | 0,0 % (0/21)   | 20     # the same; 33 looks for a job
maintien              | m12               | 0,0 % (0/2)    | 2      # 29 (first), 33: noted in 2026, not known yet
fse_entrees           | total             | 10             |        # 25 to 29, 31, 32, 35, 37 (once), 39
fse_entrees           | chomage           | 20,0 % (2/10)  |        # 26, 27
fse_entrees           | longue_duree      | 10,0 % (1/10)  |        # 26
fse_entrees           | inactifs          | 20,0 % (2/10)  |        # 28, and 31 who studied
fse_entrees           | emploi            | 10,0 % (1/10)  |        # 37; the answers of 32 are of 2026
fse_entrees           | statut_inconnu    | 50,0 % (5/10)  |        # 25, 29, 32, 35, 39
fse_entrees           | de_30_a_54        | 100,0 % (10/10) |       # all of them born in 1990
fse_entrees           | moins_18          | 0,0 % (0/10)   |
fse_entrees           | cite_3_4          | 10,0 % (1/10)  |        # 26
fse_entrees           | cite_inconnu      | 90,0 % (9/10)  |
fse_entrees           | femmes            | 50,0 % (5/10)  |        # 25, 27, 29, 31, 39
fse_entrees           | genre_inconnu     | 10,0 % (1/10)  |        # 35
fse_entrees           | handicap          | 10,0 % (1/10)  |        # 31
fse_entrees           | pays_tiers        | 33,3 % (1/3)   | 6+1    # 28 of 26, 28, 31; 27 would rather not answer
fse_entrees           | origine_etrangere | 50,0 % (2/4)   | 6      # 26, 28 of 26, 27, 28, 31
fse_entrees           | sans_logement     | 33,3 % (1/3)   | 7      # 27 of 26, 27, 28
fse_sorties           | recherche         | 6,5 % (2/31)   | 27+1+2 # 2 (28th day), 28; 31 has time, 25 and 37 go on
fse_sorties           | recherche_inactifs | 3,2 % (1/31)  | 27+1+2 # 28
fse_sorties           | formation         | 3,2 % (1/31)   | 27+1+2 # 27
fse_sorties           | qualification     | 3,2 % (1/31)   | 27+1+2 # 1; 3 answered on the 29th day
fse_sorties           | emploi            | 3,2 % (1/31)   | 27+1+2 # 1
fse_sorties           | inactif           | 0,0 % (0/31)   | 27+1+2
fse_sorties           | inconnu           | 87,1 % (27/31) | 27+1+2 # 31 − 1, 2, 27, 28
fse_six_mois          | emploi            | 3,3 % (1/30)   | 28     # 23; exits of July 2024 to June 2025
fse_completude        | complets          | 10,0 % (1/10)  |        # 26
fse_completude        | naissance         | 100,0 % (10/10) |
fse_completude        | civilite          | 90,0 % (9/10)  |        # not 35
fse_completude        | niveau            | 10,0 % (1/10)  |        # 26
fse_completude        | adresse           | 10,0 % (1/10)  |        # 26; no postal code for 27
fse_completude        | contact           | 10,0 % (1/10)  |        # 26
fse_completude        | statut            | 50,0 % (5/10)  |        # 26, 27, 28, 31, 37
fse_completude        | longue_duree      | 50,0 % (5/10)  |        # 26, 27; not asked of 28, 31, 37
fse_completude        | pays_tiers        | 40,0 % (4/10)  |        # 26, 27 (rather not), 28, 31
fse_completude        | sans_logement     | 30,0 % (3/10)  |        # 26, 27, 28
fse_completude        | complets_sortie   | 12,9 % (4/31)  | 1      # 1, 2, 3, 27; 4 and 28 answered half
fse_delais            | entree            | 17,8 j (89/5)  | 5      # (10 + 0 + 45 + 30 + 4) / 5
fse_delais            | entree_30         | 40,0 % (4/10)  | 5      # 26, 27, 31 (30th day), 37
fse_delais            | sortie            | 12,2 j (73/6)  | 25+1   # (10 + 28 + 29 + 1 + 0 + 5) / 6
fse_delais            | sortie_28         | 16,1 % (5/31)  | 25+1   # 1, 2, 4, 27, 28
brsa                  | accompagnes       | 15,8 % (6/38)  |        # 9, 13, 14, 15, 30, 39; not 29, over before
brsa                  | entrees           | 1              |        # 39
brsa                  | presents          | 1              |        # 30; 39 has no contract
brsa_cer              | signes            | 50,0 % (3/6)   |        # 13, 14, 15; 39 is over, 30 to come
brsa_cer              | nouveaux          | 2              |        # 14, 15
brsa_cer              | heures            | 100,0 % (2/2)  | 1      # 13, 14; 15 does not say
brsa_cer              | heures_moyennes   | 17,5 h (35/2)  | 1      # (15 + 20) / 2
brsa_cer              | duree             | 6,0 mois (11,9/2) | 1   # (182 + 181) days / 30,4375 / 2
brsa_heures           | travail           | 1 680,0 h      |        # 30, 12 × 140
brsa_heures           | accompagnement    | 4,0 h          |        # 30
brsa_heures           | ateliers          | 2,0 h          |        # 30
brsa_heures           | formation         | 0,0 h          |        # that of 30 began in 2024
brsa_heures           | total             | 1 686,0 h      | 5
brsa_heures           | semaine           | 32,3 h (32,3/1) | 5     # 1 686 × 7 / 365
brsa_contacts         | contacts          | 0,0 % (0/6)    |        # 30 has 4 of 12
brsa_contacts         | actions           | 33,3 % (2/6)   |        # 13 and 14, one of one in half a year
brsa_contacts         | entreprise        | 0,0 % (0/1)    | 5      # one is due of 30 alone, there all year
brsa_contacts         | complet           | 0,0 % (0/6)    |
brsa_sorties          | total             | 4              |        # 9, 13, 14, 15
brsa_sorties          | dynamiques        | 25,0 % (1/4)   |        # 9
brsa_sorties          | positive          | 25,0 % (1/4)   |        # 9
brsa_sorties          | autre             | 75,0 % (3/4)   |        # 13, 14, 15
plie_sorties          | positives         | 50,0 % (2/4)   | 2+1    # 1, 2 of 1, 2, 7, 26; 17, 25 withdrawn
plie_sorties          | emploi            | 50,0 % (2/4)   | 2+1    # 1, 2
plie_sorties          | formation         | 0,0 % (0/4)    | 2+1
plie_entretiens       | total             | 0,0 % (0/7)    |        # 30 was seen four months in twelve
geiq_ruptures         | total             | 34             |        # 1 to 24, 25 N, 26 to 29, 31, 34, 37 M, 38, 40
geiq_ruptures         | essai             | 2,9 % (1/34)   |        # 27
geiq_ruptures         | hors_essai        | 2,9 % (1/34)   |        # 28
geiq_ruptures         | terme             | 85,3 % (29/34) |        # 1 to 24, 25 N, 31, 34, 37 M, 40
geiq_ruptures         | inconnu           | 8,8 % (3/34)   |        # 26, 29, 38
geiq_sorties          | durable           | 42,9 % (9/21)  | 10+2+1 # as taux_durable
geiq_sorties          | emploi            | 52,4 % (11/21) | 10+2+1 # 9 and 2 of transition
geiq_qualifications   | total             | 33,3 % (1/3)   | 1+31   # 10 of 10, 11, 31 (not known); 12 refused
geiq_aides            | demandees         | 3              | 35     # 29, 34, 40; the contract of 1: no; 39 in all
geiq_aides            | courts            | 2              |        # 29 (59 days), 34 (1 day)
geiq_aides            | justifies         | 50,0 % (1/2)   |        # 29
cvg_habitat           | autonome          | 0,0 % (0/37)   |
cvg_habitat           | collectif         | 2,7 % (1/37)   |        # 2, an emergency centre
cvg_habitat           | precaire          | 5,4 % (2/37)   |        # 12, and 13 at a relative’s
cvg_habitat           | rue               | 2,7 % (1/37)   |        # 1, until that day
cvg_habitat           | inconnu           | 89,2 % (33/37) |
cvg_habitat           | parcours_rue      | 8,1 % (3/37)   |        # 1, 12, 14
cvg_difficultes       | heberg            | 60,0 % (3/5)   | 1      # 1, 2, 4 of 1, 2, 3, 4, 27; 26 not evaluated
cvg_difficultes       | sante             | 100,0 % (1/1)  |        # 1
cvg_difficultes       | mobilite          | non calculable | 1
cvg_droits            | rth_aah           | 2,7 % (1/37)   |        # 16
cvg_droits            | refugies          | 0,0 % (0/37)   |
cvg_equipe            | total             | 1,50 ETP       | 1      # Aïcha, Louis; Odile: not noted
cvg_equipe            | accompagnement    | 0,80 ETP       | 2
cvg_equipe            | encadrement       | 0,50 ETP       | 2
cvg_sorties_emploi    | total             | 15             | 2+2    # 26, 37 M no motive; 16, 25 N no heading
cvg_sorties_emploi    | emploi            | 12             |        # 1 to 8, 29, 31, 34, 40
cvg_sorties_emploi    | insertion         | 2              |        # 10, 24
cvg_sorties_emploi    | formation         | 1              |        # 9
cvg_sorties_emploi    | resolu_heberg     | 50,0 % (1/2)   | 1      # 1 of 1, 4; 2 not rated again
cvg_sorties_emploi    | resolu_sante      | 0,0 % (0/1)    |        # 1, worse
cvg_sorties_emploi    | entree_rue        | 6,7 % (1/15)   |        # 1
cvg_sorties_emploi    | sortie_autonome   | 6,7 % (1/15)   |        # 1
cvg_sorties_emploi    | sortie_inconnu    | 86,7 % (13/15) |
cvg_sorties_emploi    | mieux_loges       | 50,0 % (1/2)   |        # 1 of 1, 2
cvg_sorties_emploi    | invalidite_sortie | 6,7 % (1/15)   |        # 31
cvg_sorties_emploi    | medecin_traitant_entree | 0,0 % (0/15) |
cvg_sorties_emploi    | medecin_traitant_sortie | 6,7 % (1/15) |    # 3
cvg_sorties_emploi    | couverture        | 6,7 % (1/15)   |        # 3
cvg_sorties_emploi    | suivi             | 6,7 % (1/15)   |        # 1; 2 could not be reached
cvg_sorties_hors_emploi | total           | 15             | 2+2
cvg_sorties_hors_emploi | sans_solution   | 5              |        # 12, 13, 15, 27, 28
cvg_sorties_hors_emploi | sans_nouvelles  | 1              |        # 14
cvg_sorties_hors_emploi | neutre          | 6              |        # 18 to 23
cvg_sorties_hors_emploi | retraite        | 2              |        # 17, 38
cvg_sorties_hors_emploi | positive        | 1              |        # 11
cvg_sorties_hors_emploi | entree_precaire | 13,3 % (2/15)  |        # 12, 13
cvg_sorties_hors_emploi | sortie_precaire | 6,7 % (1/15)   |        # 12
cvg_sorties_hors_emploi | suivi           | 6,7 % (1/15)   |        # 23
equipe_charge         | de_0              | 2              |        # Camille 3, Karim 1; Inès is gone
equipe_charge         | de_10             | 0              |
equipe_charge         | moyenne           | 2,0 (4/2)      |
equipe_charge         | sans_referent     | 3              |        # 35 (until that day), 37 (next year), 39
equipe_encadrement    | chefs             | 1              |
equipe_encadrement    | charges           | 2              |
equipe_encadrement    | rapport           | 2,0 (2/1)      |
equipe_suivi          | suivis            | 0,2 (6/40)     |        # 6 entretiens / 40 parcours
equipe_suivi          | saisie            | 2,3 j (14/6)   |        # (2 + 0 + 0 + 0 + 10 + 2) / 6
equipe_suivi          | sans_nouvelles    | 66,7 % (4/6)   |        # 25, 30, 32, 37; 35 came that day, 39 has a year
equipe_echeances      | dues              | 6              |        # 13, 14, 15, 30 twice, 32; 37 was written in 2026
equipe_echeances      | a_temps           | 16,7 % (1/6)   |        # 13
equipe_echeances      | retard            | 2              |        # 30 (November), 32; 15 has left
"""
LIGNES = lignes("\n".join(ligne.split("#")[0] for ligne in CHIFFRES.splitlines()))


def lu(chiffre):
    """« 66,7 % (14/21) », with plain spaces."""
    texte = f"{chiffre.en_mots} ({chiffre.fraction})" if chiffre.fraction and chiffre.valeur is not None else ""
    texte = texte or chiffre.en_mots
    return texte.replace("\u00a0/\u00a0", "/").replace("\u202f", " ").replace("\u00a0", " ")


@cellules(("code", "ligne", "attendu", "exclus"), LIGNES, ids=[f"{li[0]}-{li[1]}" for li in LIGNES])
def test_the_figure_is_the_one_counted_by_hand(annee, code, ligne, attendu, exclus):
    chiffre = annee.toute[code].ligne(ligne).chiffre
    assert lu(chiffre) == attendu
    assert "+".join(str(exclusion.nombre) for exclusion in chiffre.exclus) == exclus


def test_every_indicator_has_its_figure_counted_by_hand():
    assert {li[0] for li in LIGNES} == set(INDICATEURS)


@cellules(
    ("code", "ligne", "attendu"),
    [
        ("accueillis", "total", "2"),  # 25, 37
        ("presents", "total", "1"),  # 25
        ("entrees", "total", "2"),  # 25 M, 37 M
        ("etp", "heures", "30,3 h"),  # 37 M
        ("etp", "realises", "0,02 ETP (30,33/1 820)"),
        ("etp", "conventionnes", "non calculable"),  # signed for the whole structure
        ("etp", "taux", "non calculable"),
        ("entretiens", "tenus", "0"),
        ("sorties_constatees", "total", "1"),  # 37 M
        ("sorties_examinees", "total", "0"),  # 37 goes on in nettoyage
        ("taux_dynamiques", "b", "non calculable"),
        ("entreprises", "embauches", "0"),
        ("aides", "demandees", "0"),
        ("aides", "montant_accorde", "0,00 €"),
        ("maintien", "m3", "non calculable"),
    ],
)
def test_the_figure_of_one_dispositif(annee, code, ligne, attendu):
    assert lu(annee.maraichage[code].ligne(ligne).chiffre) == attendu
