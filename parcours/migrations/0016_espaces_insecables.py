"""What people read keeps « : », « ; » and guillemets with their words: nothing changes in the tables."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
from django.conf import settings
from django.db import migrations, models

import insertion.models.structures


class Migration(migrations.Migration):
    dependencies = [
        ("beneficiaires", "0008_espaces_insecables"),
        ("insertion", "0012_espaces_insecables"),
        ("parcours", "0015_ligneentretien"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="atelier",
            name="capacite",
            field=models.PositiveSmallIntegerField(
                blank=True,
                default=12,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(
                        1, "Comptez au moins une place, ou laissez vide\xa0: sans limite."
                    )
                ],
                verbose_name="places par séance",
            ),
        ),
        migrations.AlterField(
            model_name="atelierevent",
            name="capacite",
            field=models.PositiveSmallIntegerField(
                blank=True,
                default=12,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(
                        1, "Comptez au moins une place, ou laissez vide\xa0: sans limite."
                    )
                ],
                verbose_name="places par séance",
            ),
        ),
        migrations.AlterField(
            model_name="candidature",
            name="motif",
            field=models.CharField(
                blank=True,
                choices=[
                    ("non_joignable", "Personne non joignable"),
                    ("absent", "Absente à l’entretien"),
                    ("indisponible", "Indisponible\xa0: en emploi ou en formation"),
                    ("non_eligible", "Non éligible"),
                    ("non_mobile", "Ne peut pas se déplacer jusqu’ici"),
                    ("non_interessee", "Ne souhaite pas poursuivre"),
                    ("competences", "Compétences insuffisantes pour le poste"),
                    ("frein_poste", "Frein incompatible avec le poste"),
                    ("pas_de_poste", "Pas de recrutement en cours"),
                    ("pas_de_place", "Pas de place"),
                    ("reorientee", "Réorientée vers une autre structure"),
                    ("hors_mission", "Ne relève pas de notre mission"),
                    ("doublon", "Doublon"),
                    ("non_conventionnee", "Structure plus conventionnée"),
                    ("incomplete", "Demande pas assez renseignée"),
                    ("autre", "Autre"),
                ],
                max_length=20,
                verbose_name="motif",
            ),
        ),
        migrations.AlterField(
            model_name="candidatureevent",
            name="motif",
            field=models.CharField(
                blank=True,
                choices=[
                    ("non_joignable", "Personne non joignable"),
                    ("absent", "Absente à l’entretien"),
                    ("indisponible", "Indisponible\xa0: en emploi ou en formation"),
                    ("non_eligible", "Non éligible"),
                    ("non_mobile", "Ne peut pas se déplacer jusqu’ici"),
                    ("non_interessee", "Ne souhaite pas poursuivre"),
                    ("competences", "Compétences insuffisantes pour le poste"),
                    ("frein_poste", "Frein incompatible avec le poste"),
                    ("pas_de_poste", "Pas de recrutement en cours"),
                    ("pas_de_place", "Pas de place"),
                    ("reorientee", "Réorientée vers une autre structure"),
                    ("hors_mission", "Ne relève pas de notre mission"),
                    ("doublon", "Doublon"),
                    ("non_conventionnee", "Structure plus conventionnée"),
                    ("incomplete", "Demande pas assez renseignée"),
                    ("autre", "Autre"),
                ],
                max_length=20,
                verbose_name="motif",
            ),
        ),
        migrations.AlterField(
            model_name="contrat",
            name="rupture",
            field=models.CharField(
                blank=True,
                choices=[
                    ("essai", "Rupture pendant la période d’essai"),
                    ("hors_essai", "Rupture après la période d’essai"),
                    ("sans", "Pas une rupture\xa0: suivi d’un autre contrat"),
                ],
                max_length=10,
                verbose_name="cette fin est",
            ),
        ),
        migrations.AlterField(
            model_name="contratevent",
            name="rupture",
            field=models.CharField(
                blank=True,
                choices=[
                    ("essai", "Rupture pendant la période d’essai"),
                    ("hors_essai", "Rupture après la période d’essai"),
                    ("sans", "Pas une rupture\xa0: suivi d’un autre contrat"),
                ],
                max_length=10,
                verbose_name="cette fin est",
            ),
        ),
        migrations.AlterField(
            model_name="etapemiseenrelation",
            name="motif",
            field=models.CharField(
                blank=True,
                choices=[
                    ("non_joignable", "Personne non joignable"),
                    ("absent", "Absente à l’entretien"),
                    ("indisponible", "Indisponible\xa0: en emploi ou en formation"),
                    ("non_mobile", "Ne peut pas se déplacer jusque-là"),
                    ("non_interessee", "Poste non souhaité"),
                    ("horaires", "Horaires ou conditions qui ne conviennent pas"),
                    ("competences", "Compétences insuffisantes pour le poste"),
                    ("frein_poste", "Frein incompatible avec le poste"),
                    ("pas_de_poste", "Plus de recrutement en cours"),
                    ("autre_candidat", "Autre candidature retenue"),
                    ("incomplete", "Candidature pas assez renseignée"),
                    ("autre", "Autre"),
                ],
                max_length=16,
                verbose_name="motif",
            ),
        ),
        migrations.AlterField(
            model_name="etapemiseenrelationevent",
            name="motif",
            field=models.CharField(
                blank=True,
                choices=[
                    ("non_joignable", "Personne non joignable"),
                    ("absent", "Absente à l’entretien"),
                    ("indisponible", "Indisponible\xa0: en emploi ou en formation"),
                    ("non_mobile", "Ne peut pas se déplacer jusque-là"),
                    ("non_interessee", "Poste non souhaité"),
                    ("horaires", "Horaires ou conditions qui ne conviennent pas"),
                    ("competences", "Compétences insuffisantes pour le poste"),
                    ("frein_poste", "Frein incompatible avec le poste"),
                    ("pas_de_poste", "Plus de recrutement en cours"),
                    ("autre_candidat", "Autre candidature retenue"),
                    ("incomplete", "Candidature pas assez renseignée"),
                    ("autre", "Autre"),
                ],
                max_length=16,
                verbose_name="motif",
            ),
        ),
        migrations.AlterField(
            model_name="pointrecherche",
            name="outil",
            field=models.CharField(
                choices=[
                    ("cv", "CV à jour"),
                    ("lettre", "Lettre de motivation prête"),
                    ("presentation", "Se présenter en deux minutes"),
                    ("entretien", "Entretien d’embauche préparé"),
                    ("france_travail", "Inscription à France Travail à jour"),
                    ("messagerie", "Adresse e-mail et messagerie utilisables"),
                    ("sites", "Alertes sur les sites d’offres"),
                    ("reseau", "Réseau\xa0: proches et anciens collègues prévenus"),
                    ("entreprises", "Liste d’entreprises à contacter"),
                    ("suivi", "Tableau des candidatures et des relances"),
                    ("references", "Employeurs qui peuvent recommander"),
                    ("tenue", "Tenue et trajet prêts pour un entretien"),
                ],
                max_length=16,
                verbose_name="outil",
            ),
        ),
        migrations.AlterField(
            model_name="pointrechercheevent",
            name="outil",
            field=models.CharField(
                choices=[
                    ("cv", "CV à jour"),
                    ("lettre", "Lettre de motivation prête"),
                    ("presentation", "Se présenter en deux minutes"),
                    ("entretien", "Entretien d’embauche préparé"),
                    ("france_travail", "Inscription à France Travail à jour"),
                    ("messagerie", "Adresse e-mail et messagerie utilisables"),
                    ("sites", "Alertes sur les sites d’offres"),
                    ("reseau", "Réseau\xa0: proches et anciens collègues prévenus"),
                    ("entreprises", "Liste d’entreprises à contacter"),
                    ("suivi", "Tableau des candidatures et des relances"),
                    ("references", "Employeurs qui peuvent recommander"),
                    ("tenue", "Tenue et trajet prêts pour un entretien"),
                ],
                max_length=16,
                verbose_name="outil",
            ),
        ),
        migrations.AlterField(
            model_name="seance",
            name="capacite",
            field=models.PositiveSmallIntegerField(
                blank=True,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(
                        1, "Comptez au moins une place, ou laissez vide\xa0: sans limite."
                    )
                ],
                verbose_name="places",
            ),
        ),
        migrations.AlterField(
            model_name="seanceevent",
            name="capacite",
            field=models.PositiveSmallIntegerField(
                blank=True,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(
                        1, "Comptez au moins une place, ou laissez vide\xa0: sans limite."
                    )
                ],
                verbose_name="places",
            ),
        ),
        migrations.AlterConstraint(
            model_name="atelier",
            name="atelier_capacite",
            constraint=models.CheckConstraint(
                condition=models.Q(("capacite__isnull", True), ("capacite__gt", 0), _connector="OR"),
                name="atelier_capacite",
                violation_error_message="Comptez au moins une place, ou laissez vide\xa0: sans limite.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="bilanimmersion",
            name="bilan_immersion_unique",
            constraint=models.UniqueConstraint(
                fields=("structure", "immersion"),
                name="bilan_immersion_unique",
                violation_error_message="Le bilan de cette immersion est déjà fait\xa0: modifiez-le.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="competencemontree",
            name="competence_montree_niveau",
            constraint=models.CheckConstraint(
                condition=models.Q(("niveau__gte", 1), ("niveau__lte", 4)),
                name="competence_montree_niveau",
                violation_error_message="Le niveau va de «\xa0Découverte\xa0» à «\xa0Peut montrer aux autres\xa0».",
            ),
        ),
        migrations.AlterConstraint(
            model_name="contrat",
            name="contrat_rupture_datee",
            constraint=models.CheckConstraint(
                condition=models.Q(("rupture", ""), ("fin_anticipee_le__isnull", False), _connector="OR"),
                name="contrat_rupture_datee",
                violation_error_code="contrat_rupture_datee",
                violation_error_message="Une rupture porte sa date\xa0: indiquez la fin anticipée.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="demarche",
            name="demarche_presence",
            constraint=models.CheckConstraint(
                condition=models.Q(("fait", "pour"), ("personne_presente", True), _connector="OR"),
                name="demarche_presence",
                violation_error_message="Faite par la personne ou avec elle\xa0: elle était présente.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="etapeaide",
            name="etape_aide_pieces",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("etat__in", ("incomplete", "accord", "a_revoir", "a_envoyer")), ("pieces", ""), _connector="OR"
                ),
                name="etape_aide_pieces",
                violation_error_message="La liste des pièces manquantes va avec l’état «\xa0Pièces manquantes\xa0».",
            ),
        ),
        migrations.AlterConstraint(
            model_name="etapelogement",
            name="etape_logement_sans_chevauchement",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("structure", "="),
                    ("beneficiaire", "="),
                    (
                        insertion.models.structures.Periode(
                            "debut",
                            "fin",
                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                inclusive_lower=True, inclusive_upper=True
                            ),
                        ),
                        "&&",
                    ),
                ],
                name="etape_logement_sans_chevauchement",
                violation_error_message="Une autre étape est déjà notée à ces dates\xa0: terminez-la d’abord.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="etapemiseenrelation",
            name="etape_placement_refus_motive",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("etape__in", ["refus_entreprise", "refus_personne"]), models.Q(("motif", ""), _negated=True)
                    ),
                    models.Q(
                        models.Q(("etape__in", ["refus_entreprise", "refus_personne"]), _negated=True), ("motif", "")
                    ),
                    _connector="OR",
                ),
                name="etape_placement_refus_motive",
                violation_error_message="Un refus dit son motif\xa0; une autre étape n’en a pas.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="etapeprojet",
            name="etape_validee_dit_ou",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("etape", "valide"), _negated=True),
                    models.Q(("constat", ""), _negated=True),
                    _connector="OR",
                ),
                name="etape_validee_dit_ou",
                violation_error_message="Dites ce qui valide ce métier\xa0: l’immersion, son lieu, son bilan.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="metiervise",
            name="metier_vise_unique",
            constraint=models.UniqueConstraint(
                fields=("structure", "beneficiaire", "intitule"),
                name="metier_vise_unique",
                violation_error_message="Ce métier est déjà dans le projet\xa0: dites plutôt où il en est.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="questionnairefse",
            name="questionnaire_fse_un_par_moment",
            constraint=models.UniqueConstraint(
                fields=("structure", "parcours", "moment"),
                name="questionnaire_fse_un_par_moment",
                violation_error_message="Ce questionnaire est déjà rempli\xa0: modifiez-le.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="renouvellement",
            name="renouvellement_assiduite_0_a_4",
            constraint=models.CheckConstraint(
                condition=models.Q(("assiduite__isnull", True), ("assiduite__lte", 4), _connector="OR"),
                name="renouvellement_assiduite_0_a_4",
                violation_error_message="Chaque ligne va de 0 à 4, ou «\xa0non évalué\xa0».",
            ),
        ),
        migrations.AlterConstraint(
            model_name="renouvellement",
            name="renouvellement_motivation_0_a_4",
            constraint=models.CheckConstraint(
                condition=models.Q(("motivation__isnull", True), ("motivation__lte", 4), _connector="OR"),
                name="renouvellement_motivation_0_a_4",
                violation_error_message="Chaque ligne va de 0 à 4, ou «\xa0non évalué\xa0».",
            ),
        ),
        migrations.AlterConstraint(
            model_name="renouvellement",
            name="renouvellement_autonomie_0_a_4",
            constraint=models.CheckConstraint(
                condition=models.Q(("autonomie__isnull", True), ("autonomie__lte", 4), _connector="OR"),
                name="renouvellement_autonomie_0_a_4",
                violation_error_message="Chaque ligne va de 0 à 4, ou «\xa0non évalué\xa0».",
            ),
        ),
        migrations.AlterConstraint(
            model_name="renouvellement",
            name="renouvellement_participation_0_a_4",
            constraint=models.CheckConstraint(
                condition=models.Q(("participation__isnull", True), ("participation__lte", 4), _connector="OR"),
                name="renouvellement_participation_0_a_4",
                violation_error_message="Chaque ligne va de 0 à 4, ou «\xa0non évalué\xa0».",
            ),
        ),
        migrations.AlterConstraint(
            model_name="renouvellement",
            name="renouvellement_projet_0_a_4",
            constraint=models.CheckConstraint(
                condition=models.Q(("projet__isnull", True), ("projet__lte", 4), _connector="OR"),
                name="renouvellement_projet_0_a_4",
                violation_error_message="Chaque ligne va de 0 à 4, ou «\xa0non évalué\xa0».",
            ),
        ),
        migrations.AlterConstraint(
            model_name="seance",
            name="seance_capacite",
            constraint=models.CheckConstraint(
                condition=models.Q(("capacite__isnull", True), ("capacite__gt", 0), _connector="OR"),
                name="seance_capacite",
                violation_error_message="Comptez au moins une place, ou laissez vide\xa0: sans limite.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="suivipostsortie",
            name="suivi_sortie_un_par_echeance",
            constraint=models.UniqueConstraint(
                condition=models.Q(("echeance__isnull", False)),
                fields=("structure", "parcours", "echeance"),
                name="suivi_sortie_un_par_echeance",
                violation_error_message="Le contact de cette échéance est déjà noté\xa0: modifiez-le.",
            ),
        ),
    ]
