"""Every figure of the forty people of `jeu` over 2025, equal to the one worked out by hand beside it."""

import pytest

from pilotage.indicateurs import INDICATEURS

from .jeu import lignes

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
publics_formation     | bac               | 5,4 % (2/37)   |        # 10, 11
publics_formation     | etranger          | 2,7 % (1/37)   |        # 12
publics_formation     | inconnu           | 81,1 % (30/37) |        # the others
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
formations            | certifiees        | 50,0 % (1/2)   |        # 10 of 10, 11; the result of 31 is of 2026
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
"""
LIGNES = lignes("\n".join(ligne.split("#")[0] for ligne in CHIFFRES.splitlines()))


def lu(chiffre):
    """« 66,7 % (14/21) », with plain spaces."""
    texte = f"{chiffre.en_mots} ({chiffre.fraction})" if chiffre.fraction and chiffre.valeur is not None else ""
    texte = texte or chiffre.en_mots
    return texte.replace("\u00a0/\u00a0", "/").replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(("code", "ligne", "attendu", "exclus"), LIGNES, ids=[f"{li[0]}-{li[1]}" for li in LIGNES])
def test_the_figure_is_the_one_counted_by_hand(annee, code, ligne, attendu, exclus):
    chiffre = annee.toute[code].ligne(ligne).chiffre
    assert lu(chiffre) == attendu
    assert "+".join(str(exclusion.nombre) for exclusion in chiffre.exclus) == exclus


def test_every_indicator_has_its_figure_counted_by_hand():
    assert {li[0] for li in LIGNES} == set(INDICATEURS)


@pytest.mark.parametrize(
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
