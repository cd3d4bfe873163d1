"""A file of firms becomes firms and contacts: what such a file says, over the common machinery of insertion/imports.

champs (its columns) → valeurs (its cells) → connus (which firms are known) → ecriture (what a line would write)
→ analyse (what to do with each) → depot, execution, annulation.
"""
