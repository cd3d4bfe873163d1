"""A file becomes rows: what every floor that imports has in common.

lecture (what the file says) → champs and formats (which column is what) → valeurs and fiche (what each line means)
→ analyse (what is wrong, what to do) → depot (rows hold what was read and what it would do) → execution (all or
nothing, in the worker) → annulation (24 h). A floor says what its lines are (`Filiere`); `assistant` is the wizard.
"""
