"""The local network of the demonstration: what each partner serves, trainings, schemes, projects with partners.

Public bodies under their public names; everything else is invented.
"""

from datetime import timedelta

from entreprises.models import (
    DispositifLocal,
    Formation,
    Partenaire,
    PartenaireDuProjet,
    ProjetPartenarial,
    SessionFormation,
)

from .calendrier import jour_ouvre
from .territoire import AUTRES, DISPOSITIFS, FORMATIONS, SERVICES


def tisser(structure, charges, le):
    """Write the local network of `structure` as of the day `le`; its partners are there already."""
    auteurs = [collegue.utilisateur for collegue in charges]
    partenaires = _servir(structure, auteurs, le)
    _former(structure, partenaires, auteurs, le)
    _aider(structure, partenaires, auteurs, le)
    _projeter(structure, partenaires, auteurs, le)


def _servir(structure, auteurs, le):
    """Say what the partners serve, add the last ones; return them by name."""
    Partenaire.objects.bulk_create(
        [
            Partenaire(
                structure=structure, nom=n, type=t, commune=c, telephone=p, themes=th, presentation=pr, public=pu
            )
            for n, t, c, p, th, pr, pu in AUTRES
        ]
    )
    partenaires = list(Partenaire.objects.order_by("pk"))
    for rang, partenaire in enumerate(partenaires):
        for champ, valeur in SERVICES.get(partenaire.nom, {}).items():
            setattr(partenaire, champ, valeur)
        partenaire.territoire = partenaire.territoire or f"{partenaire.commune} et alentours"
        partenaire.horaires = partenaire.horaires or "Du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h"
        _verifier(partenaire, rang, auteurs, le)
    champs = ("themes", "presentation", "public", "demarche", "a_apporter", "territoire", "horaires")
    Partenaire.objects.bulk_update(partenaires, [*champs, "verifie_le", "verifie_par"])
    return {partenaire.nom: partenaire for partenaire in partenaires}


def _verifier(fiche, rang, auteurs, le):
    """Most entries were confirmed lately, one out of four too long ago, one out of ten never."""
    if rang % 10 != 9:
        jours = 260 + 9 * rang if rang % 4 == 3 else 4 + 7 * rang
        fiche.verifie_le, fiche.verifie_par = jour_ouvre(le - timedelta(days=jours)), auteurs[rang % len(auteurs)]
    return fiche


def _former(structure, partenaires, auteurs, le):
    formations = [
        _verifier(
            Formation(
                structure=structure,
                nom=nom,
                domaine=domaine,
                organisme=partenaires.get(organisme),
                heures=heures,
                financement=financement,
                themes=themes,
                commune="Roubaix",
                **plus,
            ),
            *(rang, auteurs, le),
        )
        for rang, (nom, domaine, organisme, heures, financement, themes, plus) in enumerate(FORMATIONS)
    ]
    sessions = []
    for rang, formation in enumerate(Formation.objects.bulk_create(formations)):
        for mois in (1, 4) if rang % 3 else (2,):
            debut = jour_ouvre(le + timedelta(days=30 * mois + 2 * rang))
            fin = debut + timedelta(days=max(1, formation.heures // 5))
            sessions.append(SessionFormation(structure=structure, formation=formation, debut=debut, fin=fin))
    SessionFormation.objects.bulk_create(sessions)


def _aider(structure, partenaires, auteurs, le):
    DispositifLocal.objects.bulk_create(
        [
            _verifier(
                DispositifLocal(
                    structure=structure,
                    nom=nom,
                    nature=nature,
                    organisme=partenaires.get(organisme),
                    paie=paie,
                    montant=montant,
                    delai=delai,
                    themes=themes,
                    territoire="Le Département",
                    **plus,
                ),
                *(rang, auteurs, le),
            )
            for rang, (nom, nature, organisme, paie, montant, delai, themes, plus) in enumerate(DISPOSITIFS)
        ]
    )


def _projeter(structure, partenaires, auteurs, le):
    """One project under way, one that is over."""
    en_cours, fini = ProjetPartenarial.objects.bulk_create(
        [
            ProjetPartenarial(
                structure=structure,
                nom="Permanence droits et budget, un mardi par mois",
                objet="Recevoir sur place, avec le CCAS et des juristes, les personnes qui ne vont pas les voir.",
                debut=jour_ouvre(le - timedelta(days=150)),
                responsable=auteurs[0],
                prochaine_etape="Faire le point à mi-parcours avec le CCAS",
                prochaine_etape_le=jour_ouvre(le + timedelta(days=12)),
                notes="Quatre permanences tenues. Prévoir une deuxième salle.",
            ),
            ProjetPartenarial(
                structure=structure,
                nom="Essai de conduite avant le permis",
                objet="Deux heures de conduite pour dix personnes, avant de s’engager dans un permis.",
                debut=jour_ouvre(le - timedelta(days=400)),
                fin=jour_ouvre(le - timedelta(days=220)),
                responsable=auteurs[-1],
                bilan="Dix essais, six inscriptions au code. À refaire au printemps, avec deux voitures.",
            ),
        ]
    )
    avec = {en_cours: ("CCAS de Roubaix", "Point d’accès au droit"), fini: ("Auto-école Le Volant solidaire",)}
    PartenaireDuProjet.objects.bulk_create(
        [
            PartenaireDuProjet(structure=structure, projet=projet, partenaire=partenaires[nom])
            for projet, noms in avec.items()
            for nom in noms
        ]
    )
