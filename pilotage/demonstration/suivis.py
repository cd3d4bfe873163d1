"""What happens in a life once it is opened: entretiens, actions, appointments kept or missed, observations, notes."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from insertion.enums import DOMAINES_TUS_A_L_ENCADRANT, Role
from parcours.enums import Acteur, EtatAction, EtatObjectif, GenreEntretien, Mode, StatutRendezVous
from parcours.models import Action, Entretien, NoteConfidentielle, Objectif, Observation, RendezVous

from .calendrier import apres, jour_ouvre
from .recits import quotidien
from .vies import a_midi

#: A note that waits more minutes than that waits until the next day.
ATTENTE_LONGUE = 80
#: How close (in months) a note of a side story must be to one of the main story to be told in the same meeting.
MEME_ENTRETIEN = 0.45
EN_PRESENCE = (Mode.SUR_PLACE, Mode.SPONTANE, Mode.DOMICILE, Mode.EXTERIEUR)
SANS_RENDEZ_VOUS = (Mode.SPONTANE, Mode.MESSAGE, Mode.COURRIER)
LIEUX = {
    Mode.SUR_PLACE: "Bureau 2",
    Mode.TELEPHONE: "Téléphone",
    Mode.VISIO: "Visio",
    Mode.DOMICILE: "À domicile",
    Mode.EXTERIEUR: "Sur place, à l’extérieur",
}


@dataclass
class Moment:
    """One meeting: the notes of one or several stories said on the same day. An empty `notes` is a plain point."""

    jour: date
    notes: list


def raconter(vie):
    """Add to the life every entretien up to yesterday, with what came out of each."""
    moments = _moments(vie)
    objectifs = _objectifs(vie, moments)
    dernier = vie.cadre.le - timedelta(days=1)
    for rang, moment in enumerate(moments):
        _tenir(vie, moment, moments[rang + 1 :], objectifs)
    if moments:
        _manquer(vie, [m.jour for m in moments])
    _observer(vie, min(vie.fin or dernier, dernier))
    _confier_en_secret(vie, dernier)


def _moments(vie):
    """Meetings of the past in order, with short points where the stories leave a long silence."""
    prevus = [(t.get("mois"), [(vie.trame, t)]) for t in vie.trame.temps]
    for annexe in vie.annexes:
        for temps in annexe.temps:
            proche = min(prevus, key=lambda p: abs(p[0] - temps["mois"]))
            seul = len(proche[1]) == 1 and proche[1][0][0] is vie.trame and "mode" not in proche[1][0][1]
            if seul and "mode" not in temps and abs(proche[0] - temps["mois"]) < MEME_ENTRETIEN:
                proche[1].append((annexe, temps))
            else:
                prevus.append((temps["mois"] + vie.rng.uniform(-0.1, 0.2), [(annexe, temps)]))
    fin = vie.fin or vie.cadre.le - timedelta(days=1)
    moments = []
    for mois, notes in sorted(prevus, key=lambda p: p[0]):
        jour = vie.quand(mois)
        if moments and jour <= moments[-1].jour:
            jour = apres(moments[-1].jour + timedelta(days=2), 0)
        if jour <= fin:
            moments.append(Moment(jour, notes))
    return moments if vie.trame.cle == "sans_nouvelles" else _combler(vie, moments)


def _combler(vie, moments):
    complets = []
    for moment in moments:
        if complets and (moment.jour - complets[-1].jour).days > 45 and vie.rng.random() < 0.7:
            milieu = complets[-1].jour + (moment.jour - complets[-1].jour) / 2
            complets.append(Moment(jour_ouvre(milieu), []))
        complets.append(moment)
    silence = (vie.cadre.le - complets[-1].jour).days if complets else 0
    if vie.fin is None and silence > 24 and vie.rng.random() < 0.66:
        jour = jour_ouvre(vie.cadre.le - timedelta(days=vie.rng.randint(4, 18)))
        complets.append(Moment(min(jour, _veille_ouvree(vie.cadre.le)), []))
    return complets


def _veille_ouvree(le):
    jour = le - timedelta(days=1)
    while jour != jour_ouvre(jour):
        jour -= timedelta(days=1)
    return jour


def _tenir(vie, moment, suite, objectifs):
    """One entretien, its appointment, and the actions that it opened."""
    auteur, parcours = vie.referent_le(moment.jour), vie.parcours_le(moment.jour)
    quand = vie.cadre.agenda.placer(vie.rng, auteur.utilisateur.email, moment.jour)
    entretien = _entretien(vie, moment, auteur, parcours, quand)
    vie.faits.append(entretien)
    if entretien.mode not in SANS_RENDEZ_VOUS and vie.rng.random() < 0.85:
        vie.faits.append(
            RendezVous(
                parcours=parcours,
                utilisateur=auteur.utilisateur,
                entretien=entretien,
                debut=quand,
                duree_minutes=entretien.duree_minutes,
                lieu=LIEUX[entretien.mode],
                statut=StatutRendezVous.VENU,
            )
        )
    for trame, temps in moment.notes:
        if "action" in temps:
            action = _action(vie, moment.jour, trame, temps, suite)
            action.parcours, action.entretien, action.objectif = parcours, entretien, objectifs.get(trame.cle)
            vie.faits.append(action)


def _entretien(vie, moment, auteur, parcours, quand):
    premier = moment.notes[0][1] if moment.notes else {}
    mode = premier.get("mode") or (
        Mode.SUR_PLACE if moment.notes else vie.rng.choice((Mode.TELEPHONE, Mode.SPONTANE))
    )
    textes = ["\n\n".join(t["texte"] for _, t in moment.notes)] if moment.notes else quotidien()["points"][mode]
    touches = quotidien()["touches"] if mode in EN_PRESENCE else []
    if moment.jour > vie.quand(1):  # they compare with before
        touches = touches + quotidien()["touches_partout"]
    dire = vie.conteur.dire
    themes = [theme for _, t in moment.notes for theme in t.get("themes", ())]
    convenus = [t["convenu"] for _, t in moment.notes if t.get("convenu")]
    entretien = Entretien(
        parcours=parcours,
        auteur=auteur.utilisateur,
        date=quand,
        duree_minutes=premier.get("duree", 15) + 10 * (len(moment.notes) > 1),
        mode=mode,
        genre=premier.get("genre", GenreEntretien.INDIVIDUEL),
        themes=list(dict.fromkeys(themes)),
        compte_rendu=vie.conteur.dire_autrement(textes, moment.jour, auteur.genre, touches),
        paroles=dire(premier.get("paroles", ""), moment.jour),
        convenu="\n".join(dire(convenu, moment.jour) for convenu in convenus),
    )
    attente = vie.rng.randint(5, 90)
    lendemain = attente > ATTENTE_LONGUE and moment.jour < vie.cadre.le - timedelta(days=1)
    entretien.created_at = quand + timedelta(days=lendemain, minutes=entretien.duree_minutes + attente)
    return entretien


def _action(vie, jour, trame, temps, suite):
    """The action of a note, ended before the next one of its story, which speaks of it as done.

    Decided in a note about health or papers, it is of that domain, whatever the story is about.
    """
    le, rng, modele = vie.cadre.le, vie.rng, temps["action"]
    domaine = next((d for d in temps.get("themes", ()) if d in DOMAINES_TUS_A_L_ENCADRANT), trame.domaine)
    echeance = jour_ouvre(jour + timedelta(days=modele["jours"]))
    reprise = next((m.jour for m in suite if any(t is trame for t, _ in m.notes)), None)
    etat, date_fin = modele.get("issue", EtatAction.FAIT), None
    if reprise:
        ecart = (min(reprise, echeance) - jour).days
        date_fin = jour + timedelta(days=rng.randint(ecart * 2 // 3, ecart))
    elif vie.fin:
        date_fin = min(echeance, vie.fin)
    elif echeance < le - timedelta(days=30) or (echeance < le and rng.random() < 0.45):
        date_fin = echeance
    if date_fin is None:
        etat = rng.choice((EtatAction.A_FAIRE, EtatAction.A_FAIRE, EtatAction.EN_COURS))
        if echeance < le and rng.random() < 0.3:
            echeance = jour_ouvre(le + timedelta(days=rng.randint(2, 18)))
    return Action(
        domaine=domaine,
        intitule=vie.conteur.dire(modele["intitule"], jour),
        acteur=Acteur(modele["qui"]),
        echeance=echeance,
        etat=etat,
        date_fin=date_fin,
        created_at=a_midi(jour),
    )


def _objectifs(vie, moments):
    """One goal per story, in the parcours where it began; {key of the story: Objectif}."""
    objectifs = {}
    for trame in (vie.trame, *vie.annexes):
        racontes = [m.jour for m in moments if any(t is trame for t, _ in m.notes)]
        if not trame.objectif or not racontes:
            continue
        parcours, modele = vie.parcours_le(racontes[0]), trame.objectif
        etat, date_fin = EtatObjectif.EN_COURS, None
        if len(racontes) == len(trame.temps):
            etat, date_fin = modele.get("etat", EtatObjectif.ATTEINT), racontes[-1]
        elif parcours.date_sortie:
            etat, date_fin = EtatObjectif.ABANDONNE, parcours.date_sortie
        objectif = Objectif(
            parcours=parcours,
            domaine=trame.domaine,
            intitule=vie.conteur.dire(modele["intitule"], racontes[0]),
            critere=vie.conteur.dire(modele["critere"], racontes[0]),
            echeance=apres(vie.entree, modele["mois"] * vie.allure),
            etat=etat,
            date_fin=None if etat == EtatObjectif.EN_COURS else date_fin,
        )
        vie.faits.append(objectif)
        objectifs[trame.cle] = objectif
    return objectifs


def _manquer(vie, jours):
    """A few appointments missed, excused or put off, on days when nothing else happened."""
    absences = quotidien()["absences"]
    for debut, fin in zip(jours, jours[1:], strict=False):
        if (fin - debut).days < 9 or vie.rng.random() > 0.2:
            continue
        jour = jour_ouvre(debut + timedelta(days=vie.rng.randint(3, (fin - debut).days - 4)))
        if jour >= fin:
            continue
        statut = vie.rng.choice(("excuse", "excuse", "absent", "absent", "annule"))
        gabarits = absences[statut]
        if statut == "excuse" and vie.profil.enfants and any(t.enfants for t in (vie.trame, *vie.annexes)):
            gabarits = absences["excuse_enfant"] + gabarits
        collegue = vie.referent_le(jour)
        vie.faits.append(
            RendezVous(
                parcours=vie.parcours_le(jour),
                utilisateur=collegue.utilisateur,
                debut=vie.cadre.agenda.placer(vie.rng, collegue.utilisateur.email, jour),
                lieu="Bureau 2",
                statut=statut,
                commentaire=vie.conteur.dire_autrement(gabarits, jour, collegue.genre),
            )
        )


def _observer(vie, fin):
    """What the team saw at the workplace, every ten weeks or so."""
    jours, textes = (fin - vie.entree).days, list(quotidien()["observations"][vie.cadre.type])
    vie.rng.shuffle(textes)
    for texte in textes[: max(0, jours) // 70]:
        jour = jour_ouvre(vie.entree + timedelta(days=vie.rng.randint(10, max(11, jours - 3))))
        if jour <= fin:
            vie.faits.append(
                Observation(
                    parcours=vie.parcours_le(jour),
                    auteur=vie.cadre.encadrant.utilisateur,
                    date=_heure(vie.rng, jour),
                    texte=vie.conteur.dire_autrement([texte], jour),
                )
            )


def _confier_en_secret(vie, dernier):
    for note in vie.trame.confidentiel:
        jour = vie.quand(note["mois"])
        if jour <= (vie.fin or dernier):
            vie.faits.append(
                NoteConfidentielle(
                    parcours=vie.parcours_le(jour),
                    auteur=vie.referent_le(jour).utilisateur,
                    date=_heure(vie.rng, jour),
                    texte=vie.conteur.dire_autrement([note["texte"]], jour),
                )
            )


def _heure(rng, jour):
    return timezone.make_aware(datetime.combine(jour, time(rng.randint(8, 16), rng.choice((0, 10, 20, 30, 45)))))


def animer(vies, le):
    """Give the open parcours of a structure their next appointments: each colleague meets people today and tomorrow.

    Today and tomorrow are filled whatever the day of the week, so that the demonstration is alive on a Sunday too;
    the following ones fall on working days.
    """
    par_collegue = {}
    for vie in vies:
        if vie.fin is None:
            par_collegue.setdefault(vie.referent.utilisateur.email, []).append(vie)
    for suivis in par_collegue.values():
        aujourdhui, demain = (5, 4) if suivis[0].cadre.type == "aci" else (2, 2)
        for rang, vie in enumerate(suivis):
            if rang < aujourdhui + demain:
                _promettre(vie, le + timedelta(days=rang >= aujourdhui))
            elif vie.rng.random() < 0.6:
                _promettre(vie, jour_ouvre(le + timedelta(days=vie.rng.randint(2, 24))))


def _promettre(vie, jour):
    utilisateur = vie.referent.utilisateur
    mode = vie.rng.choice((Mode.SUR_PLACE, Mode.SUR_PLACE, Mode.SUR_PLACE, Mode.TELEPHONE, Mode.EXTERIEUR))
    vie.faits.append(
        RendezVous(
            parcours=vie.parcours[-1],
            utilisateur=utilisateur,
            debut=vie.cadre.agenda.placer(vie.rng, utilisateur.email, jour),
            duree_minutes=vie.rng.choice((30, 45, 60)),
            lieu=LIEUX[mode],
        )
    )


def encadrant_de(equipe):
    """Who writes the observations: the encadrant when there is one, else the first colleague."""
    return next((c for c in equipe if c.role == Role.ENCADRANT), equipe[0])
