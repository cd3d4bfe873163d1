"""Backups of the whole instance, and their restoration (decision 0015, surete.md P0-20).

`comptes` are the accounts of the database, `contenu` counts what it holds, `archive` is the encrypted file,
`sauvegarde` makes it, `restauration` reads it back and proves it.
"""
