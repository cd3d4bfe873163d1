"""Reminders, recomputed from facts: what is due is one pure question, what is written follows from the answer."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from beneficiaires.models import Referent
from entreprises.models import Entreprise
from entreprises.relation import a_appeler, avec_promesse, avec_relation
from insertion.droits import DROITS, Droit
from insertion.isolation.contexte import contexte
from insertion.models import Appartenance, Structure
from parcours.immersions import attentes
from parcours.models import Action, Immersion, Parcours, RendezVous, Sortie
from parcours.sorties import RELANCES, echeance_due

from .enums import MotifRappel
from .models import Rappel

HEURE = "G \\h i"
#: Days during which the missing motive of an exit, or the bilan of an immersion, is still asked for.
DERNIERE_RELANCE = 90


@dataclass(frozen=True)
class RappelDu:
    """A reminder that the facts ask for. Its text names nobody and quotes nothing: it goes into an e-mail."""

    utilisateur_id: int
    motif: MotifRappel
    objet_id: int
    echeance: date
    texte: str
    url: str
    beneficiaire_id: int | None = None
    entreprise_id: int | None = None

    @property
    def cle(self):
        return (self.utilisateur_id, self.motif, self.objet_id, self.echeance)


@dataclass(frozen=True)
class Equipe:
    """Who may be reminded on a day: the role of each active colleague, the référents of each person."""

    roles: dict
    referents: dict
    anciens: dict

    def peut(self, utilisateur_id, droit):
        return droit in DROITS.get(self.roles.get(utilisateur_id), ())

    def au_depart(self, beneficiaire_id):
        """Who answers for somebody whose parcours is over: their référents, else the last one they had."""
        return self.referents.get(beneficiaire_id) or self.anciens.get(beneficiaire_id, ())[-1:]


def rappels_dus(structure, le):
    """Return every `RappelDu` of `structure` on the day `le`, in a constant number of queries.

    Rendez-vous of tomorrow (and of today, should last night have been missed) to whoever receives the person;
    entretien later than the person's rhythm, and action whose date has passed, to the référents (metier.md §1
    row 11, experience.md A3); mid-term call and bilan of an immersion to them as well (row 61); call promised to a
    firm, to the colleague in charge of it.
    """
    equipe = _equipe(structure, le)
    return [
        *_rendez_vous(equipe, le),
        *_entretiens(equipe, le),
        *_actions(equipe, le),
        *_sorties(equipe, le),
        *_nouvelles(equipe, le),
        *_immersions(equipe, le),
        *_entreprises(equipe, le),
    ]


def recalculer(structure_id, le):
    """Write what `rappels_dus` answers: new rows once, vanished facts withdrawn, facts that are back re-armed.

    Twice the same computation, or two workers at once (the second waits for the first), change nothing.
    """
    with contexte(structure_id, origine="rappels"):
        structure = Structure.objects.select_for_update(no_key=True).get(pk=structure_id)
        dus = {rappel.cle: rappel for rappel in rappels_dus(structure, le)}
        objets = {rappel.objet_id for rappel in dus.values()}
        connus = Rappel.objects.filter(Q(retire_at__isnull=True) | Q(objet_id__in=objets))
        connus = {rappel.cle: rappel for rappel in connus}
        _retirer([rappel for cle, rappel in connus.items() if cle not in dus and rappel.retire_at is None])
        _rearmer([rappel for cle, rappel in connus.items() if cle in dus and rappel.retire_at is not None])
        _actualiser([(rappel, dus[cle]) for cle, rappel in connus.items() if cle in dus])
        _ajouter(structure, [rappel for cle, rappel in dus.items() if cle not in connus])


def grouper(rappels, le):
    """Return [(title, reminders)] by due date as seen on the day `le`; groups without a reminder are left out."""
    groupes = {"En retard": [], "Aujourd’hui": [], "Demain": [], "Plus tard": []}
    titres = {le: "Aujourd’hui", le + timedelta(days=1): "Demain"}
    for rappel in rappels:
        passe = "En retard" if rappel.echeance < le else "Plus tard"
        groupes[titres.get(rappel.echeance, passe)].append(rappel)
    return [(titre, siens) for titre, siens in groupes.items() if siens]


def avec_intitules(rappels, utilisateur):
    """Give each reminder its `intitule`: the title of a late action, read now, with the rights of now; one query."""
    objets = [rappel.objet_id for rappel in rappels if rappel.motif == MotifRappel.ACTION_EN_RETARD]
    actions = Action.objects.visibles_par(utilisateur).in_bulk(objets)
    for rappel in rappels:
        action = actions.get(rappel.objet_id) if rappel.motif == MotifRappel.ACTION_EN_RETARD else None
        rappel.intitule = action.intitule if action else ""
    return rappels


def en_lettres(jour, *, semaine=False, annee=True):
    """« 1er novembre 2026 »; with `semaine`, « dimanche 1er novembre 2026 »."""
    quantieme = "1er" if jour.day == 1 else str(jour.day)
    return date_format(jour, f"{'l ' if semaine else ''}{_litteral(quantieme)} F{' Y' if annee else ''}")


def _litteral(texte):
    return "".join(f"\\{caractere}" for caractere in texte)


def _equipe(structure, le):
    actives = Appartenance.objects.actives(le).filter(structure=structure, utilisateur__is_active=True)
    roles = dict(actives.values_list("utilisateur_id", "role"))
    referents, anciens = defaultdict(list), defaultdict(list)
    suivis = Referent.objects.filter(debut__lte=le).order_by(F("fin").asc(nulls_first=True), "pk")
    for beneficiaire_id, utilisateur_id, fin in suivis.values_list("beneficiaire_id", "utilisateur_id", "fin"):
        if Droit.ECRIRE_SUIVI in DROITS.get(roles.get(utilisateur_id), ()):
            actuels = referents if fin is None or fin > le else anciens
            actuels[beneficiaire_id].append(utilisateur_id)
    return Equipe(roles, referents, anciens)


def _rendez_vous(equipe, le):
    attendus = RendezVous.objects.prevus().qui_occupent().entre(le, le + timedelta(days=1)).pour_fiche()
    for rendez_vous in attendus.order_by("debut", "pk"):
        if rendez_vous.utilisateur_id in equipe.roles:
            yield _rappel_de_rendez_vous(equipe, rendez_vous)


def _rappel_de_rendez_vous(equipe, rendez_vous):
    debut = timezone.localtime(rendez_vous.debut)
    url = f"{reverse('pilotage:accueil')}?jour={debut:%Y-%m-%d}"
    if equipe.peut(rendez_vous.utilisateur_id, Droit.VOIR_PARCOURS):
        url = rendez_vous.parcours.beneficiaire.get_absolute_url()
    quand = f"{en_lettres(debut, semaine=True)} à {date_format(debut, HEURE)}"
    return RappelDu(
        utilisateur_id=rendez_vous.utilisateur_id,
        beneficiaire_id=rendez_vous.parcours.beneficiaire_id,
        motif=MotifRappel.RENDEZ_VOUS,
        objet_id=rendez_vous.pk,
        echeance=debut.date(),
        texte=f"Rendez-vous prévu {quand} : pensez à le préparer.",
        url=url,
    )


def _entretiens(equipe, le):
    """One reminder per person and référent: of two parcours, the one that waits the longest speaks."""
    matin = timezone.make_aware(datetime.combine(le, time.min))
    en_retard = Parcours.objects.entretien_en_retard(le).avec_prochain_rendez_vous(matin)
    vus = set()
    for parcours in en_retard.select_related("beneficiaire"):
        if parcours.beneficiaire_id in vus:
            continue
        vus.add(parcours.beneficiaire_id)
        for utilisateur_id in equipe.referents.get(parcours.beneficiaire_id, ()):
            yield RappelDu(
                utilisateur_id=utilisateur_id,
                beneficiaire_id=parcours.beneficiaire_id,
                motif=MotifRappel.ENTRETIEN_EN_RETARD,
                objet_id=parcours.pk,
                echeance=parcours.attendu_le,
                texte=_texte_entretien(parcours),
                url=parcours.beneficiaire.get_absolute_url(),
            )


def _texte_entretien(parcours):
    if parcours.vu_le is None:
        depuis = f"Pas encore d’entretien depuis l’entrée le {en_lettres(parcours.date_entree)}"
    else:
        depuis = f"Pas d’entretien depuis le {en_lettres(parcours.vu_le)}"
    if parcours.prochain_rendez_vous is None:
        suite = "proposez un rendez-vous."
    else:
        suite = f"rendez-vous déjà pris le {en_lettres(timezone.localdate(parcours.prochain_rendez_vous))}."
    return f"{depuis} (rythme prévu : {parcours.rythme_jours} jours) : {suite}"


def _actions(equipe, le):
    en_retard = Action.objects.en_retard(le).de_parcours_ouverts(le).select_related("parcours")
    for action in en_retard.order_by("echeance", "pk"):
        for utilisateur_id in equipe.referents.get(action.parcours.beneficiaire_id, ()):
            yield RappelDu(
                utilisateur_id=utilisateur_id,
                beneficiaire_id=action.parcours.beneficiaire_id,
                motif=MotifRappel.ACTION_EN_RETARD,
                objet_id=action.pk,
                echeance=action.echeance,
                texte=(
                    f"Une action du plan était prévue pour le {en_lettres(action.echeance)} : "
                    "terminez-la ou changez sa date."
                ),
                url=reverse("parcours:plan_detail", args=[action.parcours_id]),
            )


def _sorties(equipe, le):
    """« Sortie non documentée »: asked for 15 days after the exit, again 10 days later, then left to the list.

    An exit of long ago (an imported file) asks nothing: the list « Sorties à documenter » holds it.
    """
    recents = Parcours.objects.sans_motif_de_sortie(le).filter(date_sortie__gte=le - timedelta(days=DERNIERE_RELANCE))
    for parcours in recents.order_by("date_sortie", "pk"):
        jours = max((j for j in RELANCES if parcours.date_sortie + timedelta(days=j) <= le), default=None)
        if jours is None:
            continue
        for utilisateur_id in equipe.au_depart(parcours.beneficiaire_id):
            yield RappelDu(
                utilisateur_id=utilisateur_id,
                beneficiaire_id=parcours.beneficiaire_id,
                motif=MotifRappel.SORTIE_A_DOCUMENTER,
                objet_id=parcours.pk,
                echeance=parcours.date_sortie + timedelta(days=jours),
                texte=f"Parcours terminé le {en_lettres(parcours.date_sortie)} : le motif de sortie n’est pas noté.",
                url=reverse("parcours:sortie_create", args=[parcours.pk]),
            )


def _nouvelles(equipe, le):
    """News to take 3, 6 and 12 months after the exit (metier.md §1 row 22, §5 « Maintien post-sortie »)."""
    sorties = Sortie.objects.a_suivre(le).select_related("parcours").prefetch_related("parcours__suivis_sortie")
    for sortie in sorties.order_by("date", "pk"):
        du = echeance_due(sortie.date, sortie.parcours.suivis_sortie.all(), le)
        if du is None:
            continue
        for utilisateur_id in equipe.au_depart(sortie.parcours.beneficiaire_id):
            adresse = reverse("parcours:suivi_sortie_create", args=[sortie.parcours_id])
            yield RappelDu(
                utilisateur_id=utilisateur_id,
                beneficiaire_id=sortie.parcours.beneficiaire_id,
                motif=MotifRappel.SUIVI_POST_SORTIE,
                objet_id=sortie.pk,
                echeance=du.le,
                texte=f"Sortie le {en_lettres(sortie.date)} : prenez des nouvelles, {du.echeance.label.lower()}.",
                url=f"{adresse}?echeance={du.echeance.value}",
            )


def _immersions(equipe, le):
    """The host to call at mid-term, then the bilan; one of long ago is left to the list « À appeler »."""
    for attente in attentes(Immersion.objects.all(), le):
        if attente.depuis < le - timedelta(days=DERNIERE_RELANCE):
            continue
        beneficiaire_id = attente.immersion.parcours.beneficiaire_id
        for utilisateur_id in equipe.au_depart(beneficiaire_id):
            yield RappelDu(
                utilisateur_id=utilisateur_id,
                beneficiaire_id=beneficiaire_id,
                motif=MotifRappel.BILAN_IMMERSION if attente.est_bilan else MotifRappel.IMMERSION_A_APPELER,
                objet_id=attente.immersion.pk,
                echeance=attente.depuis,
                texte=_texte_immersion(attente),
                url=attente.url,
            )


def _texte_immersion(attente):
    if attente.est_bilan:
        return f"Immersion terminée le {en_lettres(attente.immersion.finie_le)} : le bilan reste à faire."
    return f"Immersion en cours jusqu’au {en_lettres(attente.immersion.fin)} : appelez l’entreprise à mi-parcours."


def _entreprises(equipe, le):
    """The call promised to a firm, on its day: to the colleague in charge of it, else to who promised."""
    promises = avec_promesse(avec_relation(Entreprise.objects.all(), le), le)
    for entreprise in a_appeler(promises, le):
        candidats = (entreprise.referent_id, entreprise.promise_par)
        qui = next((pk for pk in candidats if equipe.peut(pk, Droit.ECRIRE_ENTREPRISES)), None)
        if qui is None:
            continue
        yield RappelDu(
            utilisateur_id=qui,
            entreprise_id=entreprise.pk,
            motif=MotifRappel.ENTREPRISE_A_RAPPELER,
            objet_id=entreprise.promesse_id,
            echeance=entreprise.rappeler_le,
            texte=f"Appel promis pour le {en_lettres(entreprise.rappeler_le)} : l’échange suivant l’effacera d’ici.",
            url=entreprise.get_absolute_url(),
        )


def _retirer(rappels):
    if rappels:
        Rappel.objects.filter(pk__in=[rappel.pk for rappel in rappels]).update(retire_at=Now())


def _rearmer(rappels):
    """A fact that was gone and is back asks again, even where somebody had said « fait »."""
    if rappels:
        a_reprendre = Rappel.objects.filter(pk__in=[rappel.pk for rappel in rappels])
        a_reprendre.update(retire_at=None, fait_at=None, lu_at=None)


def _actualiser(paires):
    """The hour of an appointment or a rhythm may change while the reminder stays the same one."""
    changes = []
    for rappel, du in paires:
        if (rappel.texte, rappel.url) != (du.texte, du.url):
            rappel.texte, rappel.url = du.texte, du.url
            changes.append(rappel)
    if changes:
        Rappel.objects.bulk_update(changes, ["texte", "url"])


def _ajouter(structure, rappels):
    lignes = [Rappel(structure=structure, **vars(rappel)) for rappel in rappels]
    Rappel.objects.bulk_create(lignes, ignore_conflicts=True)
