"""The address book of the demonstration: firms, their people, two years of exchanges as colleagues write them.

Every firm, name and number is invented; the SIRETs are nobody's and their keys are right.
"""

import tomllib
from datetime import datetime, time, timedelta

from django.utils import timezone
from stdnum import luhn

from entreprises.enums import Origine
from entreprises.models import Contact, Echange, Entreprise, Etablissement

from .calendrier import jour_ouvre
from .personnes import graine
from .recits import TEXTES, typographier

RECITS = tomllib.loads((TEXTES / "entreprises.toml").read_text())
ORIGINES = (Origine.PROSPECTION, Origine.RESEAU, Origine.PERSONNE, Origine.PARTENAIRE, Origine.EVENEMENT)
#: How many days ago the last exchange of a story was, firm after firm; the last ones sleep.
RECENCES = (1, 3, 6, 9, 13, 20, 27, 34, 48, 62, 80, 110, 150, 210, 390, 430)
COULOIRS = ((8, 45), (9, 30), (10, 15), (11, 0), (14, 0), (15, 20), (16, 10))


def prospecter(structure, cadre):
    """Fill the address book of `structure` as it stands on the day `cadre.le`; return its firms."""
    rng, faites = graine(f"entreprises {structure.nom}"), []
    for rang, modele in enumerate(m for m in RECITS["firmes"] if cadre.type in m["pour"]):
        referent = cadre.charges[rang % len(cadre.charges)].utilisateur
        firme = _firme(structure, modele, rang, referent)
        contacts = _contacts(structure, firme, modele)
        _raconter(structure, firme, contacts, modele, rang, cadre, rng)
        faites.append(firme)
    return faites


def _firme(structure, modele, rang, referent):
    champs = {nom: modele.get(nom, "") for nom in ("naf", "secteur", "effectif", "adresse", "remarques")}
    firme = Entreprise.objects.create(
        structure=structure,
        raison_sociale=modele["nom"],
        siret=numero_invente(modele["nom"]),
        secteurs_verts=modele.get("verts", []),
        code_postal=modele["code_postal"],
        commune=modele["commune"],
        telephone=_telephone(modele["nom"], 0),
        origine=ORIGINES[rang % len(ORIGINES)],
        referent=referent if rang % 6 != 5 else None,
        **champs,
    )
    if site := modele.get("site"):
        Etablissement.objects.create(
            structure=structure, entreprise=firme, nom=site["nom"], commune=site["commune"], code_postal=site["cp"]
        )
    return firme


def _contacts(structure, firme, modele):
    return [
        Contact.objects.create(
            structure=structure,
            entreprise=firme,
            prenom=prenom,
            nom=nom,
            role=role,
            fonction=fonction,
            telephone=_telephone(modele["nom"], rang),
            email=f"{prenom}.{nom}@example.org".lower().translate(_SANS_ACCENTS),
        )
        for rang, (prenom, nom, role, fonction) in enumerate(modele["contacts"], start=1)
    ]


def _raconter(structure, firme, contacts, modele, rang, cadre, rng):
    """The exchanges of a story, the last one `RECENCES` days ago, the earlier ones spread before it."""
    recit = RECITS["recits"][modele["recit"]]
    fin = cadre.le - timedelta(days=RECENCES[rang % len(RECENCES)])
    mots = {"contact": str(contacts[0]), "poste": modele["poste"], "nom": modele["nom"]}
    lignes = []
    for echange in recit:
        jour = _ouvre(fin - timedelta(days=echange["avant"]), cadre.le)
        heure = time(*COULOIRS[rng.randrange(len(COULOIRS))])
        rappel = cadre.le + timedelta(days=rang % 5 - 2) if echange.get("rappeler") else None
        lignes.append(
            Echange(
                structure=structure,
                entreprise=firme,
                contact=contacts[0],
                auteur=firme.referent or cadre.charges[-1].utilisateur,
                date=timezone.make_aware(datetime.combine(jour, heure)),
                mode=echange["mode"],
                objet=echange["objet"],
                resultat=echange.get("resultat", ""),
                texte=typographier(echange["texte"].format(**mots)),
                rappeler_le=max(rappel, jour) if rappel else None,
            )
        )
    Echange.objects.bulk_create(lignes)


def _ouvre(jour, le):
    """The working day nearest to `jour` that is not after `le`."""
    prevu = jour_ouvre(jour)
    while prevu > le or prevu.weekday() > 4:
        prevu -= timedelta(days=1)
    return prevu


def numero_invente(nom):
    """A SIRET that nobody bears, the same for the same name."""
    racine = f"8{sum(ord(c) * (rang + 7) ** 3 for rang, c in enumerate(nom)) % 10_000_000:07d}"
    siren = racine + luhn.calc_check_digit(racine)
    return f"{siren}0001{luhn.calc_check_digit(siren + '0001')}"


def _telephone(nom, rang):
    """A number kept by the regulator for fiction (03 53 01 …)."""
    chiffres = f"{(sum(map(ord, nom)) * 37 + rang * 101) % 10_000:04d}"
    return f"03 53 01 {chiffres[:2]} {chiffres[2:]}"


_SANS_ACCENTS = str.maketrans("àâéèêëîïôöùûüç’ ", "aaeeeeiioouuuc--")
