"""Closing a structure: its archive (`archive.py`), its erasure (`effacement.py`, then `retrait.py` of the ground
floor in the database), the trace kept outside (`registre.py`), what is handed over to say so (`certificat.py`)."""
