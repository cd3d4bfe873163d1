"""Who asked to enter: each structure has some in every state, with what was checked, said and decided."""

from datetime import timedelta

from beneficiaires.models import Beneficiaire
from parcours.eligibilite import TYPES_IAE
from parcours.enums import AuteurDiagnostic, MotifDecision, Orienteur, StatutCandidature
from parcours.models import Candidature, CritereEligibilite, CritereRetenu, EntretienAdmission, Parcours

from .personnes import graine
from .vies import METIERS, PRESCRIPTEURS

#: What becomes of those who come back after a first parcours, or are sent a second time, in turn.
RETOURS = (
    StatutCandidature.NOUVELLE,
    StatutCandidature.EN_ATTENTE,
    StatutCandidature.A_L_ETUDE,
    StatutCandidature.DECLINEE,
    StatutCandidature.EN_ATTENTE,
    StatutCandidature.ANNULEE,
    StatutCandidature.EN_ATTENTE,
    StatutCandidature.A_L_ETUDE,
)
CONTACTS = ("Mme Fernandez, 03 20 00 41 12", "M. Delcroix, conseiller", "Mme Boulanger, éducatrice", "")
CRITERES = (("RSA",), ("DELD", "QPV", "CAP_BEP"), ("DELD", "QPV"), ("DETLD",), ("RSA", "TH"), ("JEUNE", "QPV"))
NOTES = {
    True: (
        "Vient avec son conseiller. Connaît le métier, disponible tout de suite, un mode de garde reste à trouver.",
        "Motivation nette pour un travail d’équipe. À revoir : les horaires du matin, le trajet est long.",
        "A visité l’atelier avec l’encadrant technique. Souhaite commencer par un petit nombre d’heures.",
    ),
    False: (
        "Visite de la résidence avec son éducatrice. Projet de vie : un logement à soi, proche de sa sœur.",
        "Quitte un hébergement chez un tiers à la fin du mois. Demande une chambre seule si possible.",
        "Premier contact par le 115. Se dit fatigué de changer de lieu, prêt à rester et à s’engager.",
    ),
}
REFUS = {
    True: (MotifDecision.PAS_DE_POSTE, MotifDecision.NON_JOIGNABLE, MotifDecision.NON_ELIGIBLE),
    False: (MotifDecision.PAS_DE_PLACE, MotifDecision.REORIENTEE, MotifDecision.NON_INTERESSEE),
}


def demander(cadre, faits):
    """Complete the applications of `faits` and add those of people who come back; return the rows to add."""
    rng = graine("candidatures", cadre.type)
    demandes = [fait for fait in faits if isinstance(fait, Candidature)]
    nouvelles = _retours(rng, cadre, faits) + _admissions_passees(rng, cadre, faits, demandes)
    if not CritereEligibilite.objects.exists():
        CritereEligibilite.charger()
    rangs, annexes = {}, []
    for demande in sorted(demandes + nouvelles, key=lambda d: (d.date, d.beneficiaire.nom)):
        annexes += _instruire(rng, cadre, demande)
        if demande.statut == StatutCandidature.EN_ATTENTE:
            demande.rang = rangs[demande.dispositif.nom] = rangs.get(demande.dispositif.nom, 0) + 1
            demande.attente_depuis = demande.date + timedelta(days=rng.randint(1, 6))
    return nouvelles + annexes


def _retours(rng, cadre, faits):
    """People whose parcours has ended ask again."""
    partis = [p.beneficiaire for p in faits if isinstance(p, Parcours) and p.date_sortie]
    restes = {p.beneficiaire.nom for p in faits if isinstance(p, Parcours) and not p.date_sortie}
    libres = list(dict.fromkeys(id(b) for b in partis if b.nom not in restes))
    fiches = {id(b): b for b in faits if isinstance(b, Beneficiaire)}
    return [
        _demande(rng, cadre, fiches[cle], statut, cadre.le - timedelta(days=rng.randint(1, 30)))
        for cle, statut in zip(libres[-len(RETOURS) :], RETOURS, strict=False)
    ]


def _admissions_passees(rng, cadre, faits, demandes):
    """Everybody who lives in the CHRS was once admitted."""
    if demandes:
        return []
    premiers = {}
    for parcours in faits:
        if isinstance(parcours, Parcours):
            premiers.setdefault(id(parcours.beneficiaire), parcours)
    passees = []
    for parcours in premiers.values():
        jour = parcours.date_entree - timedelta(days=rng.randint(4, 25))
        demande = _demande(rng, cadre, parcours.beneficiaire, StatutCandidature.ACCEPTEE, jour)
        demande.parcours, demande.orienteur = parcours, parcours.orienteur
        demande.prescripteur = parcours.prescripteur
        passees.append(demande)
    premiere = passees[0]
    avant = premiere.date - timedelta(days=70)
    return [*passees, _demande(rng, cadre, premiere.beneficiaire, StatutCandidature.ANNULEE, avant)]


def _demande(rng, cadre, beneficiaire, statut, jour):
    orienteur = rng.choice([o for o in PRESCRIPTEURS if o != Orienteur.SPONTANEE])
    return Candidature(
        beneficiaire=beneficiaire,
        date=jour,
        statut=statut,
        orienteur=orienteur,
        prescripteur=PRESCRIPTEURS[orienteur],
        metier=rng.choice(METIERS) if cadre.type in TYPES_IAE else "",
    )


def _instruire(rng, cadre, demande):
    """Dispositif, diagnostic, decision; return the criteria and the interview that go with them."""
    emploie, statut = cadre.type in TYPES_IAE, demande.statut
    demande.dispositif = demande.parcours.dispositif if demande.parcours else rng.choice(_dispositifs(cadre))
    demande.prescripteur_contact = rng.choice(CONTACTS) if demande.prescripteur else ""
    if statut in (StatutCandidature.DECLINEE, StatutCandidature.ANNULEE, StatutCandidature.ACCEPTEE):
        demande.decidee_le = min(demande.date + timedelta(days=rng.randint(1, 8)), cadre.le)
        demande.decidee_par = cadre.charges[0].utilisateur
    if statut == StatutCandidature.DECLINEE:
        demande.motif = rng.choice(REFUS[emploie])
        demande.motif_refus = ""
    elif statut == StatutCandidature.ANNULEE:
        demande.motif = MotifDecision.NON_INTERESSEE
    if demande.parcours:
        return []
    annexes = _criteres(rng, demande) if emploie and statut != StatutCandidature.NOUVELLE else []
    if statut in (StatutCandidature.A_L_ETUDE, StatutCandidature.EN_ATTENTE):
        annexes.append(_entretien(rng, cadre, demande, emploie))
    return annexes


def _dispositifs(cadre):
    return list(cadre.dispositifs.values())


def _criteres(rng, demande):
    demande.diagnostic_auteur = rng.choice(AuteurDiagnostic.values)
    demande.diagnostic_le = demande.date - timedelta(days=rng.randint(0, 40))
    return [
        CritereRetenu(
            candidature=demande,
            critere_id=code,
            preuve_le=demande.date - timedelta(days=rng.randint(3, 80)),
            preuve_fin=demande.date + timedelta(days=700) if code == "TH" else None,
        )
        for code in rng.choice(CRITERES)
    ]


def _entretien(rng, cadre, demande, emploie):
    collegue = rng.choice(cadre.charges).utilisateur
    jour = min(demande.date + timedelta(days=rng.randint(1, 7)), cadre.le - timedelta(days=1))
    return EntretienAdmission(
        candidature=demande,
        auteur=collegue,
        date=cadre.agenda.placer(rng, collegue.pk, jour),
        lieu="Sur place",
        presents="l’encadrant technique" if emploie else "son éducatrice",
        notes=rng.choice(NOTES[emploie]),
    )
