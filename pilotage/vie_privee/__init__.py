"""The person's rights over every floor: what is known of them, its copy, its erasure, how long it is kept.

`declarations.py` reads what each table declares; `dossier.py` gathers it, `extraits.py` makes the archive that the
person receives; `effacement.py` erases, `conservation.py` says when; `registre.py` says it all in words.
"""
