"""Handing over all that a colleague carries, at once, and taking it back."""

import re
from collections import defaultdict

from django.db.models import F, Q
from django.utils import timezone

from beneficiaires.models import Beneficiaire, Referent
from insertion.annulation import AnnulationImpossible
from insertion.isolation.contexte import contexte
from insertion.isolation.historique import retablir
from insertion.models import Appartenance, Brouillon, Utilisateur
from parcours.enums import StatutRendezVous
from parcours.models import Intervenant, RendezVous

from ..file_active.reattribution import actuels
from ..models import Depart, Passation
from .bagage import autres_referents, entreprises, possibles, projets, rendez_vous, retenus, seances
from .notes import a_replanifier, proposer

#: Drafts that concern one person, by their key; what is confidential stays with its author.
BROUILLON = re.compile(r"(entretien|contact|observation):(\d+)")
PRIVES = ("note_privee",)


class TransmissionImpossible(Exception):
    """Something is missing before the handing over; the message is French."""


def preparer(depart):
    """Save it, and propose the colleague who follows somebody already as the one who takes over."""
    depart.save()
    le = max(timezone.localdate(depart.created_at), depart.dernier_jour)
    siennes = Referent.objects.filter(utilisateur=depart.utilisateur_id, fin=None).values("beneficiaire")
    autres = Referent.objects.filter(beneficiaire__in=siennes, fin=None, utilisateur__in=possibles(depart, le))
    proches = dict(autres.order_by("-pk").values_list("beneficiaire", "utilisateur"))
    confier(depart, proches)


def reprendre(pk):
    """Bring back a preparation that was abandoned, with its notes; None when it is there or never was."""
    depart = retablir(Depart, pk, transmis_at=None)
    if depart:
        effacees = Passation.events.rel.related_model.objects.filter(depart=pk, pgh_label="delete")
        for passation in set(effacees.values_list("pgh_obj_id", flat=True)):
            retablir(Passation, passation, depart=pk)
    return depart


def confier(depart, partage):
    """Write down who takes over: {person: id of a colleague, or None}; the notes already written stay."""
    Passation.objects.bulk_create(
        [
            Passation(structure_id=depart.structure_id, depart=depart, beneficiaire_id=pk, vers_id=vers)
            for pk, vers in partage.items()
        ],
        update_conflicts=True,
        unique_fields=["structure", "depart", "beneficiaire"],
        update_fields=["vers"],
    )


def transmettre(depart, par, maintenant):
    """Do it all, at the instant `maintenant`; raise `TransmissionImpossible` when somebody has no receiver."""
    depart = Depart.objects.select_for_update().get(pk=depart.pk)
    if depart.est_transmis:
        raise TransmissionImpossible("Ce départ est déjà transmis.")
    le = timezone.localdate(maintenant)
    repreneurs = _repreneurs(depart, le)
    if depart.reste_a_id and not possibles(depart, le).filter(pk=depart.reste_a_id).exists():
        raise TransmissionImpossible("Qui reprend les ateliers, les entreprises et les projets n’est plus en poste.")
    vers = {passation.beneficiaire_id: passation.vers_id for passation in repreneurs}
    depart.trace = {
        "referents": {
            pk: {"ouvert": ouvert and ouvert.pk, "fermes": [referent.pk for referent in fermes]}
            for pk, (ouvert, fermes) in Referent.objects.remplacer(depart.utilisateur, vers, le).items()
        },
        **_passer_les_rendez_vous(depart, repreneurs, maintenant),
        "brouillons": _copier_les_brouillons(depart, vers, maintenant),
        **_passer_le_reste(depart, maintenant),
        "appartenances": _finir_l_appartenance(depart),
    }
    depart.transmis_at, depart.transmis_par = maintenant, par
    depart.save()
    return depart


def annuler(pk, par, maintenant):
    """Take it all back, as far as nobody changed it since; return the people whose file somebody moved meanwhile."""
    depart = Depart.objects.select_for_update().get(pk=pk)
    if not depart.est_transmis:
        raise AnnulationImpossible("Ce départ n’est pas transmis.")
    if not depart.annulable(maintenant):
        raise AnnulationImpossible("Une transmission s’annule pendant 24 heures : ce délai est passé.")
    if Depart.objects.prepares().filter(utilisateur=depart.utilisateur_id).exists():
        raise AnnulationImpossible("Un autre départ de ce collègue est en préparation : abandonnez-le d’abord.")
    restees = _rendre_les_personnes(depart)
    _rendre_les_rendez_vous(depart)
    _rendre_le_reste(depart, par)
    depart.passations.update(remise_at=None)
    depart.trace, depart.transmis_at, depart.transmis_par = {}, None, None
    depart.save()
    return list(Beneficiaire.objects.filter(pk__in=restees).order_by("tri", "pk"))


def restes_a_son_nom(depart, maintenant):
    """The people whose appointments stayed, for their file is limited, by name."""
    siens = rendez_vous(depart, maintenant).filter(retenus()).values("parcours__beneficiaire")
    return Beneficiaire.objects.filter(pk__in=siens).order_by("tri", "pk")


def _repreneurs(depart, le):
    """The `Passation`s of everybody whom the colleague follows; raises when one lacks a receiver who stays."""
    suivies = set(
        Referent.objects.filter(utilisateur=depart.utilisateur_id, fin=None).values_list("beneficiaire", flat=True)
    )
    restent = set(possibles(depart, le).values_list("pk", flat=True))
    passations = [p for p in Passation.objects.filter(depart=depart) if p.beneficiaire_id in suivies]
    manquent = len(suivies) - sum(passation.vers_id in restent for passation in passations)
    if manquent:
        raise TransmissionImpossible(
            f"{manquent} personnes n’ont personne pour les reprendre."
            if manquent > 1
            else "Une personne n’a personne pour la reprendre."
        )
    return passations


def _passer_les_rendez_vous(depart, passations, maintenant):
    """Move the appointments after the last day, cancel those left to rebook, and hand over the notes.

    What somebody has outside is never cancelled: it is theirs. What is in a limited file stays as it is.
    """
    ouverts = rendez_vous(depart, maintenant).exclude(retenus())
    attendus = list(ouverts.select_related("parcours").order_by("debut", "pk"))
    suivies = {passation.beneficiaire_id: passation.vers_id for passation in passations}
    ailleurs = {rdv.parcours.beneficiaire_id for rdv in attendus} - suivies.keys()
    vers = {pk: qui.pk for pk, qui in autres_referents(depart, ailleurs, timezone.localdate(maintenant)).items()}
    vers |= suivies
    passes, a_reprendre = defaultdict(list), defaultdict(list)
    for rdv in attendus:
        personne = rdv.parcours.beneficiaire_id
        if personne in vers and (rdv.avec or rdv.pk not in depart.a_reprendre):
            passes[vers[personne]].append(rdv.pk)
        elif not rdv.avec:
            a_reprendre[personne].append(rdv)
    _remettre_les_notes(depart, passations, a_reprendre, maintenant)
    for collegue, pks in passes.items():
        RendezVous.objects.filter(pk__in=pks).update(utilisateur=collegue, version=F("version") + 1)
    annules = [rdv.pk for siens in a_reprendre.values() for rdv in siens]
    RendezVous.objects.filter(pk__in=annules).update(statut=StatutRendezVous.ANNULE, version=F("version") + 1)
    return {"rendez_vous": passes, "annules": annules}


def _remettre_les_notes(depart, passations, a_reprendre, maintenant):
    proposees = proposer(depart, [p.beneficiaire_id for p in passations if not p.note], maintenant)
    for passation in passations:
        siens = a_reprendre.get(passation.beneficiaire_id)
        if not passation.note:
            passation.note = proposees[passation.beneficiaire_id]
        elif siens and (suite := a_replanifier(siens)) not in passation.note:
            passation.note = f"{passation.note}\n\n{suite}"
        passation.remise_at = maintenant
    Passation.objects.bulk_update(passations, ["note", "remise_at"])


def _copier_les_brouillons(depart, vers, maintenant):
    """Give whoever takes over a copy of the drafts about the person; return the ids. The author keeps theirs."""
    with contexte(depart.structure_id, utilisateur_id=depart.utilisateur_id, origine="départ : brouillons"):
        siens = [
            (brouillon, vers[int(trouve[2])])
            for brouillon in Brouillon.objects.filter(utilisateur=depart.utilisateur_id).exclude(contenu="")
            if (trouve := BROUILLON.fullmatch(brouillon.cle)) and int(trouve[2]) in vers
        ]
        cles = [brouillon.cle for brouillon, _ in siens]
        deja = set(Brouillon.objects.filter(cle__in=cles).values_list("utilisateur_id", "cle"))
        copies = Brouillon.objects.bulk_create(
            Brouillon(
                structure_id=depart.structure_id,
                utilisateur_id=collegue,
                cle=brouillon.cle,
                titre=f"{brouillon.titre} (commencé par {depart.utilisateur})"[:160],
                url=brouillon.url,
                champs={nom: valeur for nom, valeur in brouillon.champs.items() if nom not in PRIVES},
            )
            for brouillon, collegue in siens
            if (collegue, brouillon.cle) not in deja
        )
        pks = [copie.pk for copie in copies]
        Brouillon.objects.filter(pk__in=pks).update(updated_at=maintenant)
    return pks


def _passer_le_reste(depart, maintenant):
    """Ateliers to hold, firms and projects go to `reste_a`; without one they stay as they are."""
    trace = {"seances": [], "entreprises": [], "projets": []}
    if depart.reste_a_id is None:
        return trace
    deja = Intervenant.objects.filter(utilisateur=depart.reste_a_id).values("seance")
    a_tenir = list(seances(depart, maintenant).exclude(seance__in=deja).values_list("pk", flat=True))
    Intervenant.objects.filter(pk__in=a_tenir).update(utilisateur=depart.reste_a_id)
    trace["seances"] = a_tenir
    for nom, lignes, champ in (
        ("entreprises", entreprises(depart), "referent"),
        ("projets", projets(depart), "responsable"),
    ):
        trace[nom] = list(lignes.values_list("pk", flat=True))
        lignes.update(**{champ: depart.reste_a_id, "version": F("version") + 1})
    return trace


def _finir_l_appartenance(depart):
    """End the membership on the last day; one that ended before keeps its end. Return [[id, end before]]."""
    siennes = Appartenance.objects.filter(
        Q(fin=None) | Q(fin__gt=depart.dernier_jour),
        utilisateur=depart.utilisateur_id,
        structure=depart.structure_id,
        debut__lte=depart.dernier_jour,
    )
    avant = [[a.pk, a.fin and a.fin.isoformat()] for a in siennes]
    siennes.update(fin=depart.dernier_jour)
    return avant


def _rendre_les_personnes(depart):
    """Give back each person whom nobody moved since; return the ids of the others."""
    dossiers = {int(pk): dossier for pk, dossier in depart.trace["referents"].items()}
    vers = dict(depart.passations.values_list("beneficiaire", "vers"))
    suivent = actuels(dossiers)
    intacts = [pk for pk, dossier in dossiers.items() if _intact(dossier, suivent[pk], vers[pk], depart)]
    Referent.objects.filter(pk__in=[dossiers[pk]["ouvert"] for pk in intacts if dossiers[pk]["ouvert"]]).delete()
    Referent.objects.filter(pk__in=[f for pk in intacts for f in dossiers[pk]["fermes"]]).update(fin=None)
    return set(dossiers) - set(intacts)


def _intact(dossier, suivent, vers, depart):
    """Whether the receiver still follows the person, by the row that was opened if one was."""
    qui = {referent.utilisateur_id: referent.pk for referent in suivent}
    return depart.utilisateur_id not in qui and vers in qui and dossier["ouvert"] in (None, qui[vers])


def _rendre_les_rendez_vous(depart):
    """Those that nobody moved nor answered since, and whose file was not limited since."""
    libres = RendezVous.objects.exclude(retenus())
    for collegue, pks in depart.trace["rendez_vous"].items():
        encore = libres.prevus().filter(pk__in=pks, utilisateur=int(collegue))
        encore.update(utilisateur=depart.utilisateur_id, version=F("version") + 1)
    annules = libres.filter(pk__in=depart.trace["annules"], statut=StatutRendezVous.ANNULE)
    annules.update(statut=StatutRendezVous.PREVU, version=F("version") + 1)


def _rendre_le_reste(depart, par):
    trace, qui = depart.trace, Utilisateur.objects.get(pk=depart.utilisateur_id)
    Intervenant.objects.filter(pk__in=trace["seances"], utilisateur=depart.reste_a_id).update(utilisateur=qui)
    for modele, nom, champ in ((entreprises, "entreprises", "referent"), (projets, "projets", "responsable")):
        passees = modele(depart).model.objects.filter(pk__in=trace[nom], **{champ: depart.reste_a_id})
        passees.update(**{champ: qui, "version": F("version") + 1})
    with contexte(depart.structure_id, utilisateur_id=par.pk, origine="départ : brouillons"):
        Brouillon.objects.filter(pk__in=trace["brouillons"], updated_at=depart.transmis_at).delete()
    for pk, fin in trace["appartenances"]:
        Appartenance.objects.filter(pk=pk, fin=depart.dernier_jour).update(fin=fin)
