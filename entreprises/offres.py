"""An offer in words: what it asks, and until when it holds (metier.md §1 row 18)."""

from dataclasses import dataclass

from django.utils.formats import number_format

from insertion.enums import Horaire, NiveauFrancais
from insertion.texte import en_mots

#: An open offer that expires within so many days is announced (usage, not a rule: no source says).
BIENTOT = 7
INSECABLE = "\N{NO-BREAK SPACE}"
#: Fields that a copy keeps; days, state and history belong to the first.
REPRIS = (
    *("nature", "intitule", "rome", "contrat", "heures_hebdo", "horaires", "postes", "permis", "francais"),
    *("port_charges", "distance_max_km", "description", "contact", "etablissement"),
)


@dataclass(frozen=True)
class Expiration:
    """Until when an offer holds, in words; `proche`: somebody must act, `passee`: too late."""

    texte: str
    proche: bool = False
    passee: bool = False


def expiration(offre, le):
    """Return the `Expiration` of `offre` on the day `le`."""
    if offre.cloturee_le:
        return Expiration(f"close le {en_mots(offre.cloturee_le)}")
    if offre.expire_le is None:
        return Expiration("sans date d’expiration")
    jours = (offre.expire_le - le).days
    if jours < 0:
        return Expiration(f"expirée {_depuis(-jours)}", passee=True)
    return Expiration(_dans(jours), proche=jours <= BIENTOT)


def _dans(jours):
    if jours < 2:
        return ("expire aujourd’hui", "expire demain")[jours]
    return f"expire dans {jours}{INSECABLE}jours"


def _depuis(jours):
    return "hier" if jours == 1 else f"il y a {jours}{INSECABLE}jours"


def conditions(offre):
    """Return what `offre` asks, as pairs (name, words), in the order in which one checks them; [] when nothing."""
    dites = [
        ("Horaires", ", ".join(Horaire(code).label.lower() for code in offre.horaires)),
        ("Heures", f"{number_format(offre.heures_hebdo.normalize())} h par semaine" if offre.heures_hebdo else ""),
        ("Dates", _periode(offre)),
        ("Permis", offre.get_permis_display()),
        ("Français", f"{NiveauFrancais(offre.francais).label} au moins" if offre.francais else ""),
        ("Port de charges", "oui" if offre.port_charges else ""),
        ("Distance", f"habiter à moins de {offre.distance_max_km} km" if offre.distance_max_km else ""),
    ]
    return [
        (nom, mots.replace(" h ", f"{INSECABLE}h ").replace(" km", f"{INSECABLE}km")) for nom, mots in dites if mots
    ]


def _periode(offre):
    bornes = [f"du {en_mots(offre.debut)}" if offre.debut else "", f"au {en_mots(offre.fin)}" if offre.fin else ""]
    if offre.debut and not offre.fin:
        return f"à partir du {en_mots(offre.debut)}"
    return f"jusqu’{bornes[1]}" if offre.fin and not offre.debut else " ".join(filter(None, bornes))


def a_reprendre(offre):
    """Return the initial values of a new offer like `offre`."""
    return {champ: getattr(offre, champ) for champ in REPRIS}
