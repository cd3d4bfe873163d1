"""For whom one looks in the network, and against which frein: kept in the session, for addresses go into logs."""

import secrets

CLE = "reseau_pour"
#: How many searches of one session are remembered: as many tabs.
PLACES = 20


def retenir(session, **pour):
    """Keep {"personne", "domaine"}; return the word that stands for both in the addresses."""
    mot = secrets.token_urlsafe(6)
    session[CLE] = dict([*session.get(CLE, {}).items(), (mot, pour)][-PLACES:])
    return mot


def lire(session, mot):
    """What `mot` stands for; nothing when it is unknown."""
    return session.get(CLE, {}).get(mot, {})
