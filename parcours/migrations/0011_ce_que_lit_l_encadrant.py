"""An encadrant reads neither health, justice, debts nor papers, in the plan and in what was said where he was."""

from django.db import migrations

from insertion.isolation.operations import SUIVI, ChangerCondition, roles

SENSIBLES = "'sante', 'handicap', 'addiction', 'justice'"
#: `insertion.enums.DOMAINES_TUS_A_L_ENCADRANT` (surete.md §5: identity, presence, work goals; never debts nor papers).
TUS = f"{SENSIBLES}, 'droits', 'budget'"
ETAIT_LA = (
    "EXISTS (SELECT 1 FROM parcours_participant q WHERE q.structure_id = parcours_entretien.structure_id"
    " AND q.entretien_id = parcours_entretien.id AND q.utilisateur_id = (SELECT tremplin.utilisateur()))"
)
PARTAGES = "genre IN ('tripartite', 'recrutement', 'renouvellement', 'recadrage', 'bilan')"
ENTRETIENS_AVANT = f"{roles(*SUIVI)} OR {roles('encadrant')} AND {PARTAGES} AND {ETAIT_LA}"
#: The text of an entretien is not cut in pieces: one that carries such a theme is not read at all.
SANS_THEME_TU = f"NOT themes && ARRAY[{TUS}]::varchar[] AND NOT accompagnements && ARRAY['acces_droits']::varchar[]"
ENTRETIENS = f"{roles(*SUIVI)} OR {roles('encadrant')} AND {PARTAGES} AND {SANS_THEME_TU} AND {ETAIT_LA}"
PLAN_AVANT = f"{roles(*SUIVI)} OR {roles('lecture', 'encadrant')} AND domaine <> '' AND domaine NOT IN ({SENSIBLES})"
PLAN = (
    f"{roles(*SUIVI)} OR {roles('lecture')} AND domaine <> '' AND domaine NOT IN ({SENSIBLES})"
    f" OR {roles('encadrant')} AND domaine <> '' AND domaine NOT IN ({TUS})"
)
DU_PLAN = ("Objectif", "Action", "AxeEvolution")


class Migration(migrations.Migration):
    dependencies = [("parcours", "0010_renouvellement_decide_par")]

    operations = [
        ChangerCondition("Entretien", ENTRETIENS, ENTRETIENS_AVANT),
        *(
            ChangerCondition(f"{modele}{suffixe}", PLAN, PLAN_AVANT)
            for modele in DU_PLAN
            for suffixe in ("", "Event")
        ),
    ]
