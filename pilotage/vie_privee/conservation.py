"""How long files are kept: from the last contact, found in the facts, to the notice, then to the erasure.

`echus` says what is due and changes nothing: the page shows it, `appliquer` does it. A contact noted meanwhile takes
the file out of the list, hence out of the next run (CNIL 2023-095: two years after the last contact).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.db.models import Max
from django.db.models.functions import TruncDate
from django.utils import timezone

from beneficiaires.enums import CauseEffacement
from beneficiaires.models import (
    Beneficiaire,
    DemandeDroit,
    Document,
    GelSuppression,
    InformationDonnee,
    Limitation,
    PreavisEffacement,
)
from insertion.isolation.contexte import contexte
from insertion.jours import minuit
from insertion.models import Structure
from parcours.enums import PresenceSeance, StatutRendezVous
from parcours.models import (
    Candidature,
    Contrat,
    Demarche,
    Entretien,
    EntretienAdmission,
    HeuresMois,
    Immersion,
    Observation,
    Parcours,
    Participation,
    Passage,
    RendezVous,
    SuiviPostSortie,
)

from .effacement import effacer

#: The référent is told this long before.
PREAVIS = timedelta(days=30)
SUR_PARCOURS = "parcours__beneficiaire"
#: What counts as a contact: the table, its key to the person, its day, how it is called, and which rows count.
CONTACTS = (
    (Entretien, SUR_PARCOURS, "date", "entretien", {}),
    (RendezVous, SUR_PARCOURS, "debut", "rendez-vous tenu", {"statut": StatutRendezVous.VENU}),
    (Participation, "beneficiaire", "seance__debut", "atelier", {"presence": PresenceSeance.PRESENT}),
    (Passage, "beneficiaire", "date", "passage", {}),
    (Demarche, SUR_PARCOURS, "date", "démarche faite ensemble", {"personne_presente": True}),
    (Observation, SUR_PARCOURS, "date", "observation sur le chantier", {}),
    (HeuresMois, SUR_PARCOURS, "mois", "heures travaillées", {}),
    (Immersion, SUR_PARCOURS, "fin", "immersion", {}),
    (Contrat, SUR_PARCOURS, "date_fin", "contrat de travail", {}),
    (Parcours, "beneficiaire", "date_entree", "entrée", {}),
    (Parcours, "beneficiaire", "date_sortie", "sortie", {}),
    (SuiviPostSortie, SUR_PARCOURS, "date", "nouvelles après la sortie", {}),
    (Candidature, "beneficiaire", "date", "candidature", {}),
    (EntretienAdmission, "candidature__beneficiaire", "date", "entretien avant l’entrée", {}),
    (Document, "beneficiaire", "created_at", "document déposé", {}),
    (InformationDonnee, "beneficiaire", "le", "information sur ses données", {}),
    (DemandeDroit, "beneficiaire", "recue_le", "demande d’exercice d’un droit", {}),
)


@dataclass(frozen=True)
class DossierEchu:
    """A file near the end of its time, or past it, on a day.

    `retenu` says (French) what keeps it all the same; `preavis_le` when its référent was told.
    """

    beneficiaire_id: int
    dernier_contact: date
    contact: str
    echeance: date
    preavis_le: date | None
    retenu: str
    le: date

    @property
    def a_prevenir(self):
        return not self.retenu and self.preavis_le is None

    @property
    def a_effacer(self):
        """Past its time, and its référent told thirty days ago at least."""
        prevenu = self.preavis_le is not None and self.preavis_le + PREAVIS <= self.le
        return not self.retenu and prevenu and self.echeance <= self.le

    @property
    def efface_le(self):
        """When it is erased unless something happens; None when something keeps it."""
        return None if self.retenu else max(self.echeance, (self.preavis_le or self.le) + PREAVIS)


def derniers_contacts(le, personnes=None):
    """{person: (day, what it was)} up to the day `le`, of everyone or of `personnes` (ids): a query per kind.

    Of whom nothing is known, the creation of the file is the contact; an import says nothing more recent than itself.
    """
    presentes = Beneficiaire.objects.presentes()
    presentes = presentes if personnes is None else presentes.filter(pk__in=personnes)
    creees, trouves = dict(presentes.values_list("pk", TruncDate("created_at"))), {}
    for modele, cle, jour, quoi, lesquels in CONTACTS:
        restreindre = {} if personnes is None else {f"{cle}__in": personnes}
        borne = {f"{jour}__lt": _lendemain(modele, jour, le)}
        lus = modele.objects.filter(**lesquels, **borne, **restreindre).order_by().values_list(cle)
        for pk, dernier in lus.annotate(dernier=Max(jour)):
            dernier = timezone.localdate(dernier) if isinstance(dernier, datetime) else dernier
            if pk not in trouves or dernier > trouves[pk][0]:
                trouves[pk] = (dernier, quoi)
    return {pk: trouves.get(pk, (creee, "création du dossier")) for pk, creee in creees.items()}


def _lendemain(modele, jour, le):
    """The first instant, or day, that is after `le`."""
    demain = le + timedelta(days=1)
    champ = modele
    for nom in jour.split("__"):
        champ = (champ if isinstance(champ, type) else champ.related_model)._meta.get_field(nom)
    if champ.get_internal_type() == "DateField":
        return demain
    return minuit(demain)


def echus(structure, le, personnes=None):
    """Every `DossierEchu` of `structure` on the day `le`, the oldest contact first, in a constant number of queries.

    Somebody accompanied on that day has no end: their file is not in question.
    """
    duree = relativedelta(months=structure.conservation_mois)
    suivies = set(Parcours.objects.en_cours(le).values_list("beneficiaire", flat=True))
    preavis = {p.beneficiaire_id: p.donne_le for p in PreavisEffacement.objects.all()}
    retenus = _retenus()
    trouves = [
        DossierEchu(pk, contact, quoi, contact + duree, preavis.get(pk), retenus.get(pk, ""), le)
        for pk, (contact, quoi) in derniers_contacts(le, personnes).items()
        if pk not in suivies and contact + duree - PREAVIS <= le
    ]
    return sorted(trouves, key=lambda echu: (echu.dernier_contact, echu.beneficiaire_id))


def _retenus():
    """{person: why their file is kept} for holds, limitations, and requests that wait for an answer."""
    demandes = DemandeDroit.objects.a_repondre().values_list("beneficiaire", flat=True)
    retenus = dict.fromkeys(demandes, "une demande de la personne attend une réponse")
    retenus |= {
        limite.beneficiaire_id: f"dossier limité : {limite.motif}" for limite in Limitation.objects.en_cours()
    }
    retenus |= {gel.beneficiaire_id: f"à conserver : {gel.motif}" for gel in GelSuppression.objects.en_cours()}
    return retenus


def appliquer(structure_id, le):
    """Tell about the files that reach their end, forget the notices that a contact cancelled, erase what is due.

    Each erasure is a transaction of its own, and looks again at the facts: a contact noted since saves the file.
    """
    with contexte(structure_id, origine="conservation"):
        structure = Structure.objects.select_for_update(no_key=True).get(pk=structure_id)
        dus = echus(structure, le)
        en_cause = {echu.beneficiaire_id for echu in dus if not echu.retenu}
        for perime in PreavisEffacement.objects.exclude(beneficiaire__in=en_cause):
            perime.delete()
        for echu in dus:
            if echu.a_prevenir:
                _prevenir(echu)
    return sum(_effacer_s_il_le_faut(structure_id, echu.beneficiaire_id, le) for echu in dus if echu.a_effacer)


def _prevenir(echu):
    PreavisEffacement.objects.create(
        beneficiaire_id=echu.beneficiaire_id, donne_le=echu.le, dernier_contact=echu.dernier_contact
    )


def _effacer_s_il_le_faut(structure_id, pk, le):
    with contexte(structure_id, origine="conservation"):
        personne = Beneficiaire.objects.presentes().select_for_update().filter(pk=pk).first()
        structure = Structure.objects.get(pk=structure_id)
        if personne is None or not any(echu.a_effacer for echu in echus(structure, le, personnes=[pk])):
            return False
        effacer(personne, le, CauseEffacement.CONSERVATION)
        return True


def archiver(beneficiaire, archivage):
    """Take a file out of the active base: the policy of its table hides it from every role."""
    archivage.save()
    beneficiaire.referents.filter(fin=None).update(fin=archivage.prise_le)
    with archives(beneficiaire.structure_id, archivage.prise_par_id):
        PreavisEffacement.objects.filter(beneficiaire=beneficiaire).delete()
        Beneficiaire.objects.filter(pk=beneficiaire.pk).update(archive_le=archivage.prise_le)


def desarchiver(archivage, le, motif, par):
    """Bring a file back into the active base, for a written reason."""
    if archivage.lever(le, motif):
        with archives(archivage.structure_id, par.pk):
            Beneficiaire.objects.filter(pk=archivage.beneficiaire_id).update(archive_le=None)


def archives(structure_id, utilisateur_id):
    """The context in which the archived files are read: `utilisateur_id` is who does it, for the history."""
    return contexte(structure_id, utilisateur_id=utilisateur_id, origine="archives")


def effacer_les_archives_echues(structure_id, le):
    """Erase the archived files whose own date is past and that nothing retains; return how many were."""
    with contexte(structure_id, origine="conservation"):
        echues = Beneficiaire.objects.filter(
            archive_le__isnull=False, archivages__levee_le=None, archivages__jusqu_au__lt=le, efface_le=None
        ).exclude(pk__in=_retenus())
        personnes = list(echues.distinct())
        for personne in personnes:
            effacer(personne, le, CauseEffacement.CONSERVATION)
        return len(personnes)


def fin_prevue(beneficiaire, le):
    """The `DossierEchu` of one person, however far its end is; None while they are accompanied."""
    if Parcours.objects.en_cours(le).filter(beneficiaire=beneficiaire).exists():
        return None
    duree = relativedelta(months=Structure.objects.get(pk=beneficiaire.structure_id).conservation_mois)
    contact, quoi = derniers_contacts(le, [beneficiaire.pk])[beneficiaire.pk]
    preavis = PreavisEffacement.objects.filter(beneficiaire=beneficiaire).first()
    retenu = _retenus().get(beneficiaire.pk, "")
    return DossierEchu(beneficiaire.pk, contact, quoi, contact + duree, preavis and preavis.donne_le, retenu, le)
