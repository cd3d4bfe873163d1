from django.db import migrations

from insertion.isolation.operations import SUIVI, Isoler, roles
from parcours.operations import NOM_AUTEUR, SUR_PARCOURS, ChangerGenreFil, GenreFil

#: What the thread said of a meeting: somebody was spoken of, nothing more.
SANS_MOT = GenreFil(
    "reunion",
    "parcours_personnementionnee",
    SUR_PARCOURS,
    quand="x.date",
    texte="''",
    details="jsonb_build_object('reunion', x.reunion_id)",
)
#: With the word written about them, that the policy of its own table hides from the other roles.
AVEC_MOT = GenreFil(
    "reunion",
    "parcours_personnementionnee",
    f"{SUR_PARCOURS} LEFT JOIN parcours_motreunion m ON m.mention_id = x.id "
    "LEFT JOIN insertion_utilisateur u ON u.id = m.auteur_id",
    quand="x.date",
    texte="coalesce(m.texte, '')",
    auteur=NOM_AUTEUR,
    details="jsonb_build_object('reunion', x.reunion_id)",
)


class Migration(migrations.Migration):
    dependencies = [("parcours", "0015_renvois_et_mots_de_reunion")]

    operations = [
        Isoler("MotReunion", roles(*SUIVI)),
        Isoler("MotReunionEvent", roles(*SUIVI), ajout_seul=True),
        ChangerGenreFil(SANS_MOT, AVEC_MOT),
    ]
