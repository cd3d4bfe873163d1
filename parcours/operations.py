"""Migration operation of the thread: each kind of event is a view of its own, `parcours_fil` their union."""

from django.db.migrations.operations.base import Operation

from insertion.isolation import unions

#: What most kinds are made of: `x` the row itself, `p` its parcours, `u` who wrote it.
SUR_PARCOURS = "JOIN parcours_parcours p ON p.id = x.parcours_id"
AUTEUR = "LEFT JOIN insertion_utilisateur u ON u.id = x.auteur_id"
NOM_AUTEUR = "u.prenom || ' ' || u.nom"

UNION, PREFIXE = "parcours_fil", "fil_"


class GenreFil(Operation):
    """Add one kind of event to the thread: every row of `table` (called `x`, joined by `jointures`) that passes `ou`.

    The other arguments are SQL expressions: the person's id, when it happened, who wrote it, the text, and the
    particulars (jsonb) that `parcours/fil.py` and its template read.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, nom, table, jointures="", *, quand, texte, **expressions):
        self.nom, self.table, self.jointures = nom, table, jointures
        self.expressions = {"quand": quand, "texte": texte, **expressions}

    def deconstruct(self):
        return self.__class__.__name__, [self.nom, self.table, self.jointures], self.expressions

    def state_forwards(self, app_label, state):
        """The schema as Django knows it does not change."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        unions.ajouter(schema_editor, UNION, PREFIXE, self.nom, self._requete(**self.expressions))

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        unions.retirer(schema_editor, UNION, PREFIXE, self.nom)

    def describe(self):
        return f"Ajouter « {self.nom} » au fil"

    def _requete(self, *, quand, texte, personne="p.beneficiaire_id", auteur="''", details="'{}'", ou="true"):
        return f"""
            SELECT '{self.nom}-' || x.id AS cle, x.structure_id, {personne} AS beneficiaire_id,
                   '{self.nom}'::text AS genre, x.id AS objet_id, ({quand})::timestamptz AS quand,
                   coalesce({auteur}, '')::text AS auteur, ({texte})::text AS texte, ({details})::jsonb AS details
              FROM {self.table} x {self.jointures} WHERE {ou}"""


class ChangerGenreFil(Operation):
    """Take a kind of the thread away (`apres` None) or put it back (`avant` None), each a `GenreFil` or None.

    A column that a view reads cannot change: the kind steps aside, the column changes, the kind comes back.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, avant, apres):
        self.avant, self.apres = avant, apres

    def deconstruct(self):
        return self.__class__.__name__, [self.avant, self.apres], {}

    def state_forwards(self, app_label, state):
        """The schema as Django knows it does not change."""

    def database_forwards(self, *args):
        _remplacer(self.avant, self.apres, *args)

    def database_backwards(self, *args):
        _remplacer(self.apres, self.avant, *args)

    def describe(self):
        return f"Changer « {(self.avant or self.apres).nom} » dans le fil"


def _remplacer(avant, apres, *args):
    if avant:
        avant.database_backwards(*args)
    if apres:
        apres.database_forwards(*args)
