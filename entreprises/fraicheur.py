"""How far an entry of the local network may be trusted, said in words (metier.md §2 row 17)."""

from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from insertion.texte import en_mots

#: After this long without a word an entry is to be checked again (a default of ours: no rule says).
MOIS = 6


@dataclass(frozen=True)
class Fraicheur:
    """`phrase` is what a page writes; `perimee` says that somebody should check."""

    phrase: str
    perimee: bool


def limite(le):
    """The day before which a confirmation is too old on the day `le`."""
    return le - relativedelta(months=MOIS)


def fraicheur(verifie_le, le):
    """Return the `Fraicheur` on the day `le` of an entry confirmed on the day `verifie_le` (None: never)."""
    if verifie_le is None:
        return Fraicheur("Jamais vérifié : appelez avant d’orienter.", perimee=True)
    jour = en_mots(verifie_le)
    if verifie_le < limite(le):
        return Fraicheur(f"À jour au {jour}, il y a plus de {MOIS} mois : à revérifier.", perimee=True)
    return Fraicheur(f"À jour au {jour}.", perimee=False)
