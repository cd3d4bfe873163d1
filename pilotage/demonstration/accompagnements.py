"""Démarches, appointments outside, who was there, quick contacts and passages of the demonstration."""

import re
from datetime import datetime, time, timedelta

from django.utils import timezone

from insertion.enums import Domaine, Role
from parcours.enums import Accompagnement, Fait, GenreEntretien, Interlocuteur, Mode, Qualite, Resultat
from parcours.enums import StatutRendezVous as Statut
from parcours.models import Demarche, Entretien, Parcours, Participant, Passage, RendezVous

from .calendrier import jour_ouvre
from .personnes import graine
from .recits import typographier

#: (what, where, domain, what one remembers)
DEMARCHES = (
    ("Appel pour le dossier RSA", "CAF du Nord", "droits", "Trimestrielle à renvoyer avant le 10."),
    ("Renouvellement de la complémentaire santé", "Assurance maladie", "sante", "Avis d’imposition à joindre."),
    ("Demande de logement social", "Mairie", "logement", "Numéro unique reçu par courrier."),
    ("Mise à jour de l’espace personnel", "France Travail", "numerique", "Mot de passe refait, CV déposé."),
    ("Tarif solidaire de transport", "Ilévia", "mobilite", "Photo d’identité à fournir."),
    ("Échéancier pour la dette d’électricité", "EDF", "budget", "Six mensualités proposées."),
    ("Ouverture d’un compte", "La Banque postale", "budget", ""),
    ("Inscription au cours de français", "Centre social", "langue", "Test de niveau prévu."),
    ("Prise de rendez-vous pour le titre de séjour", "Préfecture", "droits", "Créneau obtenu en ligne."),
)
#: Whom, their name, and what came of it.
DEHORS = (
    (Interlocuteur.CAF, "Accueil, guichet 3", "Dossier complet, réponse sous trois semaines."),
    (
        Interlocuteur.EMPLOYEUR,
        "Hôtel du Canal, Mme Picard",
        "Entretien d’embauche\N{NO-BREAK SPACE}: rappelle vendredi.",
    ),
    (Interlocuteur.MEDECIN, "Centre de santé", "Bilan fait, prochain contrôle dans six mois."),
    (Interlocuteur.LOGEMENT, "Bailleur social", "Visite d’un T2, dossier à compléter."),
    (Interlocuteur.FORMATION, "GRETA", "Réunion d’information, inscription ouverte."),
)
CONTACTS = {
    Mode.TELEPHONE: (
        "{} appelle",
        "Appel de {}",
        "{} rappelle en fin de matinée",
        "Message vocal de {}, rappel aussitôt",
    ),
    Mode.SPONTANE: ("{} passe au bureau", "{} frappe à la porte entre deux rendez-vous", "Croisé {} dans le couloir"),
    Mode.MESSAGE: ("{} écrit", "Courriel de {}", "Réponse de {} à l’invitation"),
}
SUJETS = (
    "un retard de bus ce matin",
    "l’adresse du rendez-vous de demain",
    "un courrier de la CAF à comprendre",
    "un justificatif de domicile à envoyer",
    "une place en crèche qui se libère",
    "un arrêt de travail de deux jours",
    "une facture d’eau plus haute que prévu",
    "le mot de passe de France Travail oublié",
    "une réponse d’employeur, plutôt bonne",
    "un changement de numéro de téléphone",
)
SUITES = (
    "Réglé tout de suite.",
    "À reprendre au prochain entretien.",
    "Copie classée au dossier.",
    "Rassurance, rien d’inquiétant.",
    "Rappel prévu demain matin.",
    "L’équipe du chantier est prévenue.",
    "Fait ensemble en cinq minutes.",
)
#: What is talked about with the encadrant in the room, and the words that no entretien held with him may say.
AU_TRAVAIL = {Domaine.PROJET, Domaine.FORMATION, Domaine.DISPONIBILITE, Domaine.MOBILITE, Domaine.NUMERIQUE}
TU_DEVANT_LUI = re.compile(
    r"arrêt de travail|médec|santé|MDPH|RQTH|AAH|vaccin|lombag|dent|soin|malad|alcool|dette|surendett|juge|SPIP"
    r"|prison|papiers|titre de séjour|préfecture|RSA|logement",
    re.IGNORECASE,
)
PARTAGES = (GenreEntretien.RENOUVELLEMENT, GenreEntretien.BILAN, GenreEntretien.RECADRAGE)
TERNES = (
    ("Mme Lefort", Qualite.EDUCATEUR),
    ("M. Aziz", Qualite.PRESCRIPTEUR),
    ("Mme Colin", Qualite.TUTEUR),
)


def accompagner(equipe, le, dits):
    """Add to each person of the open structure what the stories leave out, up to the day `le`.

    `dits` holds the notes already told in the demonstration, of which none is told twice.
    """
    parcours = list(Parcours.objects.select_related("beneficiaire").order_by("pk"))
    auteurs = dict(Entretien.objects.order_by("date").values_list("parcours_id", "auteur_id"))
    demarches, dehors, contacts, passages = [], [], [], []
    for p in parcours:
        if p.pk not in auteurs:
            continue
        rng, auteur = graine("accompagnement", p.beneficiaire, p.date_entree), auteurs[p.pk]
        demarches += _demarches(p, auteur, rng, le)
        dehors += _dehors(p, auteur, rng, le)
        contacts += [contact for contact in _contacts(p, auteur, rng, le) if not _deja_dit(contact, dits)]
        if p.date_sortie is None and rng.random() < 0.15:
            passages.append(
                Passage(structure_id=p.structure_id, beneficiaire=p.beneficiaire, date=le, note_par_id=auteur)
            )
    Demarche.objects.bulk_create(demarches)
    RendezVous.objects.bulk_create(dehors)
    Entretien.objects.bulk_create(contacts)
    for contact in contacts:
        contact.created_at = contact.date  # written on the spot, not today
    Entretien.objects.bulk_update(contacts, ["created_at"])
    Passage.objects.bulk_create(passages, ignore_conflicts=True)
    _recevoir_a_plusieurs(equipe)


def _jours(p, rng, le, nombre):
    """So many working days of a parcours, from its entry to its end or yesterday, in order."""
    fin = min(p.date_sortie or le, le - timedelta(days=1))
    duree = (fin - p.date_entree).days
    jours = [
        jour_ouvre(p.date_entree + timedelta(days=rng.randint(0, duree))) for _ in range(nombre if duree > 5 else 0)
    ]
    return sorted(jour for jour in jours if jour <= fin)


def _demarches(p, auteur, rng, le):
    """The person does more and more of it: for them at first, with them, then by themselves."""
    jours = _jours(p, rng, le, rng.randint(2, 7))
    for rang, jour in enumerate(jours):
        avance = rang / max(1, len(jours) - 1)
        fait = rng.choices(list(Fait), weights=(0.2 + avance, 0.8, 0.9 - 0.8 * avance))[0]
        intitule, organisme, domaine, suite = rng.choice(DEMARCHES)
        recente = (le - jour).days < 40
        resultat = (
            rng.choice((Resultat.EN_ATTENTE, Resultat.A_REFAIRE, Resultat.FAITE)) if recente else Resultat.FAITE
        )
        yield Demarche(
            structure_id=p.structure_id,
            parcours=p,
            auteur_id=auteur,
            date=jour,
            intitule=intitule,
            organisme=organisme,
            domaine=domaine,
            fait=fait,
            personne_presente=fait != Fait.POUR or rng.random() < 0.7,
            resultat=resultat,
            relance=jour + timedelta(days=21) if resultat == Resultat.EN_ATTENTE else None,
            duree_minutes=None if fait == Fait.PAR else rng.choice((10, 15, 20, 30)),
            commentaire=suite,
        )


def _dehors(p, auteur, rng, le):
    jours = _jours(p, rng, le, rng.randint(0, 3))
    if p.date_sortie is None and rng.random() < 0.4:
        jours.append(jour_ouvre(le + timedelta(days=rng.randint(3, 20))))
    for jour in jours:
        avec, aupres, suite = rng.choice(DEHORS)
        passe, accompagne = jour < le, rng.random() < 0.5
        yield RendezVous(
            structure_id=p.structure_id,
            parcours=p,
            utilisateur_id=auteur,
            debut=_a(jour, rng.choice((9, 11, 14, 16))),
            duree_minutes=45,
            avec=avec,
            aupres=aupres,
            accompagne=accompagne,
            trajet_minutes=rng.choice((20, 40, 60)) if accompagne else None,
            statut=rng.choice((Statut.VENU, Statut.VENU, Statut.VENU, Statut.EXCUSE)) if passe else Statut.PREVU,
            commentaire=suite if passe else "",
        )


def _contacts(p, auteur, rng, le):
    for jour in _jours(p, rng, le, rng.randint(0, 2)):
        mode = rng.choice(list(CONTACTS))
        ouverture = rng.choice(CONTACTS[mode]).format(p.beneficiaire.prenom)
        texte = typographier(f"{ouverture} pour {rng.choice(SUJETS)}. {rng.choice(SUITES)}")
        yield Entretien(
            structure_id=p.structure_id,
            parcours=p,
            auteur_id=auteur,
            date=_a(jour, rng.randint(9, 16), rng.choice((5, 25, 35, 50))),
            mode=mode,
            genre=GenreEntretien.CONTACT,
            imprevu=True,
            duree_minutes=rng.choice((None, 5, 10)),
            compte_rendu=texte,
        )


def _deja_dit(contact, dits):
    deja = contact.compte_rendu in dits
    dits.add(contact.compte_rendu)
    return deja


def _recevoir_a_plusieurs(equipe):
    """Some entretiens were held with others; the encadrant was at those of the team."""
    encadrant = next((c.utilisateur for c in equipe if c.role == Role.ENCADRANT), None)
    presents, changes = [], []
    for rang, entretien in enumerate(Entretien.objects.exclude(genre=GenreEntretien.CONTACT).order_by("pk")):
        entretien.accompagnements = [list(Accompagnement)[rang % len(Accompagnement)]] if rang % 3 == 0 else []
        partage = encadrant and _se_dit_devant_lui(entretien)
        if rang % 4 == 1 and partage:
            entretien.genre = PARTAGES[rang % 3]
        if rang % 23 == 7:
            nom, qualite = TERNES[rang % len(TERNES)]
            presents.append(_present(entretien, nom=nom, qualite=qualite))
        if entretien.genre in (GenreEntretien.TRIPARTITE, *PARTAGES) and partage:
            presents.append(_present(entretien, utilisateur=encadrant, qualite=Qualite.ENCADRANT))
        if entretien.mode == Mode.EXTERIEUR:
            entretien.trajet_minutes = 30
        changes.append(entretien)
    Entretien.objects.bulk_update(changes, ["accompagnements", "genre", "trajet_minutes"], batch_size=500)
    Participant.objects.bulk_create(presents)


def _se_dit_devant_lui(entretien):
    """Whether the encadrant may have been there: work was spoken of, and nothing of health, papers or debts."""
    textes = f"{entretien.compte_rendu} {entretien.paroles} {entretien.convenu}"
    return bool(entretien.themes) and set(entretien.themes) <= AU_TRAVAIL and not TU_DEVANT_LUI.search(textes)


def _present(entretien, **champs):
    return Participant(structure_id=entretien.structure_id, entretien=entretien, **champs)


def _a(jour, heure, minute=0):
    return timezone.make_aware(datetime.combine(jour, time(heure, minute)))
