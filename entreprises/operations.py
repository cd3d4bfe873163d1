"""Migration operation of the collaborations: one small view per kind, `entreprises_collaborations` their union."""

from django.db.migrations.operations.base import Operation

from insertion.isolation import unions

UNION, PREFIXE = "entreprises_collaborations", "collaboration_"


class GenreCollaboration(Operation):
    """Add one kind of collaboration: every row of `table` (called `x`, joined by `jointures`) that passes `ou`.

    `entreprise` and `le` are SQL expressions: the id of the firm and the day.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, nom, table, jointures="", *, le, entreprise="x.entreprise_id", ou="true"):
        self.nom, self.table, self.jointures = nom, table, jointures
        self.le, self.entreprise, self.ou = le, entreprise, ou

    def deconstruct(self):
        options = {"le": self.le, "entreprise": self.entreprise, "ou": self.ou}
        return self.__class__.__name__, [self.nom, self.table, self.jointures], options

    def state_forwards(self, app_label, state):
        """The schema as Django knows it does not change."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        requete = f"""
            SELECT '{self.nom}-' || x.id AS cle, x.structure_id, {self.entreprise} AS entreprise_id,
                   '{self.nom}'::text AS genre, ({self.le})::date AS le
              FROM {self.table} x {self.jointures} WHERE {self.ou}"""
        unions.ajouter(schema_editor, UNION, PREFIXE, self.nom, requete)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        unions.retirer(schema_editor, UNION, PREFIXE, self.nom)

    def describe(self):
        return f"Compter « {self.nom} » comme collaboration"
