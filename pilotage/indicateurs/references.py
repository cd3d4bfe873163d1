"""Where each indicator comes from, as its readers at the funder's can name it: the public text, list or form, or that
the rule is ours. `Definition.source` says the same to whoever maintains the rule."""

TREMPLIN = "Règle de Tremplin : aucun texte public ne fixe ce calcul."
#: metier.md §4.2, §4.3: categories of the ASP, thresholds of the circular of 2008.
SORTIES = (
    "Circulaire DGEFP n° 2008-21 (sorties de l’insertion par l’activité économique) et catégories de sortie de "
    "l’extranet IAE de l’ASP."
)
ASP = "Rubriques de l’extranet IAE de l’ASP (Agence de services et de paiement)."
CONVERGENCE = "Fiche de suivi semestrielle du programme Convergence et Premières Heures."
DIALOGUE = "Dialogue de gestion de l’insertion par l’activité économique (instruction DGEFP n° 2014-2)."
DEPARTEMENT = "Demande des conseils départementaux pour les bénéficiaires du RSA."
FSE = "Règlement (UE) 2021/1057, annexe I : indicateurs communs du FSE+."
PLIE = "Règle des plans locaux pour l’insertion et l’emploi (PLIE)."
GEIQ = "Bilan annuel des groupements d’employeurs pour l’insertion et la qualification (GEIQ)."

REFERENCES = {
    "publics_genre": ASP,
    "publics_age": ASP,
    "publics_situation": ASP,
    "publics_formation": ASP,
    "publics_niveaux": CONVERGENCE,
    "publics_orienteurs": CONVERGENCE,
    "mixite": TREMPLIN,
    "accueillis": ASP,
    "presents": ASP,
    "entrees": ASP,
    "etp": "Temps plein annuel d’un atelier ou chantier d’insertion : 1 820 heures (annexe financière, ASP).",
    "diagnostics_a_temps": DIALOGUE,
    "freins_entree": TREMPLIN,
    "freins_evolution": TREMPLIN,
    "freins_asp": "Les huit freins à l’emploi de l’extranet IAE de l’ASP.",
    "entretiens": DIALOGUE,
    "entretiens_realises": DIALOGUE,
    "absences": TREMPLIN,
    "entretien_trimestriel": DIALOGUE,
    "heures_accompagnement": TREMPLIN,
    "heures_themes": TREMPLIN,
    "ateliers": TREMPLIN,
    "immersions": "Périodes de mise en situation en milieu professionnel : loi n° 2014-288, décret n° 2014-1360.",
    "formations": DIALOGUE,
    "entreprises": DIALOGUE,
    "aides": TREMPLIN,
    "sorties_constatees": SORTIES,
    "sorties_examinees": SORTIES,
    "taux_dynamiques": SORTIES,
    "taux_durable": SORTIES,
    "sorties_categories": SORTIES,
    "sorties_motifs": "Motifs de sortie de l’extranet IAE de l’ASP.",
    "sorties_hors_emploi": CONVERGENCE,
    "duree_moyenne": CONVERGENCE,
    "maintien": TREMPLIN,
    "fse_entrees": FSE,
    "fse_sorties": FSE,
    "fse_six_mois": FSE,
    "fse_completude": FSE,
    "fse_delais": FSE,
    "brsa": DEPARTEMENT,
    "brsa_cer": DEPARTEMENT,
    "brsa_heures": DEPARTEMENT,
    "brsa_contacts": "Rythme de l’accompagnement renforcé demandé par la Métropole de Lyon, repris comme repère.",
    "brsa_sorties": f"{DEPARTEMENT} {SORTIES}",
    "plie_sorties": PLIE,
    "plie_entretiens": PLIE,
    "geiq_ruptures": GEIQ,
    "geiq_sorties": GEIQ,
    "geiq_qualifications": GEIQ,
    "geiq_aides": GEIQ,
    "cvg_habitat": CONVERGENCE,
    "cvg_difficultes": CONVERGENCE,
    "cvg_droits": CONVERGENCE,
    "cvg_equipe": CONVERGENCE,
    "cvg_sorties_emploi": CONVERGENCE,
    "cvg_sorties_hors_emploi": CONVERGENCE,
    "equipe_charge": TREMPLIN,
    "equipe_encadrement": TREMPLIN,
    "equipe_suivi": TREMPLIN,
    "equipe_echeances": TREMPLIN,
}
