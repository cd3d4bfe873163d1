"""A caseload file becomes people, parcours and first diagnostics.

lecture (what the file says) → formats and champs (which column is what) → valeurs and fiche (what each line means)
→ connus (who is known already) → ecriture (what a line would write) → analyse (what is wrong, what to do)
→ execution (all or nothing, in the worker) → annulation (24 h). The wizard and `manage.py importer` share it all.
"""
