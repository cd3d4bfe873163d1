"""Two years after the last contact: told at −30 days, erased at the day, never before, never twice."""

from datetime import UTC, date, datetime, timedelta

import pytest

from beneficiaires.models import (
    Beneficiaire,
    DemandeDroit,
    Document,
    Effacement,
    GelSuppression,
    InformationDonnee,
    Notice,
    PreavisEffacement,
)
from insertion.enums import Role
from insertion.isolation.contexte import contexte
from parcours.enums import PresenceSeance, StatutRendezVous
from parcours.models import Passage
from pilotage.enums import MotifRappel
from pilotage.rappels import rappels_dus
from pilotage.vie_privee.conservation import (
    CONTACTS,
    DossierEchu,
    appliquer,
    archiver,
    derniers_contacts,
    desarchiver,
    echus,
    effacer_les_archives_echues,
    fin_prevue,
)
from tests.conftest import membre
from tests.usines import (
    BeneficiaireFactory,
    CandidatureFactory,
    ContratFactory,
    DemarcheFactory,
    EntretienAdmissionFactory,
    EntretienFactory,
    HeuresMoisFactory,
    ImmersionFactory,
    ObservationFactory,
    ParcoursFactory,
    ParticipationFactory,
    ReferentFactory,
    RendezVousFactory,
    SeanceFactory,
    SuiviPostSortieFactory,
)

SORTIE = date(2024, 11, 30)
PREAVIS, VEILLE, JOUR, APRES = date(2026, 10, 31), date(2026, 11, 29), date(2026, 11, 30), date(2026, 12, 30)


def partie(**champs):
    """Somebody who left on 30 November 2024."""
    return ParcoursFactory(date_entree=date(2024, 1, 8), date_sortie=SORTIE, **champs).beneficiaire


def test_a_file_is_announced_thirty_days_before_and_erased_at_two_years(structure, cip):
    personne = partie()
    ReferentFactory(beneficiaire=personne, utilisateur=cip, fin=SORTIE)
    effaces = {}
    for le in (date(2026, 10, 30), PREAVIS, PREAVIS, VEILLE):
        effaces[le] = appliquer(structure.pk, le)
    annonces = [
        (r.utilisateur_id, r.echeance)
        for r in rappels_dus(structure, VEILLE)
        if r.motif == MotifRappel.DOSSIER_A_EFFACER
    ]
    effaces[JOUR], effaces[APRES] = appliquer(structure.pk, JOUR), appliquer(structure.pk, APRES)

    assert list(effaces.values()) == [0, 0, 0, 1, 0]
    assert annonces == [(cip.pk, JOUR)]
    assert Effacement.objects.get().cause == "conservation"
    assert not PreavisEffacement.objects.exists()


def test_nobody_is_erased_without_having_been_announced_thirty_days(structure):
    partie()

    assert [appliquer(structure.pk, le) for le in (APRES, date(2027, 1, 28), date(2027, 1, 29))] == [0, 0, 1]


def test_the_dry_run_shows_what_the_run_does(structure):
    oubliee, recente = (
        partie(),
        ParcoursFactory(date_entree=date(2025, 1, 8), date_sortie=date(2026, 1, 30)).beneficiaire,
    )
    appliquer(structure.pk, PREAVIS)
    a_blanc = [echu.beneficiaire_id for echu in echus(structure, JOUR) if echu.a_effacer]
    appliquer(structure.pk, JOUR)

    assert a_blanc == [oubliee.pk]
    assert list(Beneficiaire.objects.presentes()) == [recente]


def test_a_contact_noted_in_between_saves_the_file(structure):
    personne = partie()
    appliquer(structure.pk, PREAVIS)
    EntretienFactory(parcours=personne.parcours.get(), date=datetime(2026, 11, 20, 9, tzinfo=UTC))

    assert (appliquer(structure.pk, JOUR), echus(structure, JOUR)) == (0, [])
    assert not PreavisEffacement.objects.exists()


def test_what_is_held_limited_asked_about_or_accompanied_is_kept(structure, cip):
    gelee, limitee, demandeuse = partie(), partie(), partie()
    ParcoursFactory(date_entree=date(2024, 1, 8))
    gelee.gels.create(motif="Procès", prise_le=SORTIE, prise_par=cip)
    limitee.limitations.create(motif="Conteste", prise_le=SORTIE, prise_par=cip)
    demandeuse.demandes_droit.create(genre="acces", recue_le=date(2024, 11, 1), recueillie_par=cip)

    assert [echu.retenu for echu in echus(structure, JOUR)] == [
        "à conserver\u00a0: Procès",
        "dossier limité\u00a0: Conteste",
        "une demande de la personne attend une réponse",
    ]
    assert [appliquer(structure.pk, le) for le in (PREAVIS, JOUR, APRES)] == [0, 0, 0]


def test_the_number_of_queries_does_not_grow_with_the_files(structure, requetes):
    comptes = []
    for nombre in (1, 3):
        for _ in range(nombre):
            partie()
        with requetes() as faites:
            assert len(echus(structure, JOUR)) == (1 if nombre == 1 else 4)
        comptes.append(len(faites))

    assert comptes[0] == comptes[1]


def test_an_archived_file_is_hidden_by_the_database_from_every_role(structure, cip):
    personne = partie()
    archivage = personne.archivages.model(
        beneficiaire=personne, motif="Contentieux", jusqu_au=date(2029, 1, 1), prise_le=JOUR, prise_par=cip
    )
    archiver(personne, archivage)
    vus = {}
    for role in (Role.CHARGE_INSERTION, Role.CHEF_SERVICE, Role.DIRECTION):
        with contexte(structure.pk, utilisateur_id=cip.pk, role=role):
            vus[role] = Beneficiaire.objects.filter(pk=personne.pk).exists()

    assert not any(vus.values())
    assert not Beneficiaire.objects.visibles_par(membre(structure, Role.DIRECTION)).exists()
    desarchiver(archivage, JOUR, "Elle revient", par=cip)
    assert Beneficiaire.objects.visibles_par(cip).exists()
    archivage.refresh_from_db()
    assert (archivage.levee_le, archivage.levee_motif) == (JOUR, "Elle revient")


NUIT, MATIN = datetime(2025, 3, 1, 22, 45, tzinfo=UTC), datetime(2025, 3, 1, 8, tzinfo=UTC)
MARS = date(2025, 3, 1)


def _information(personne, cip):
    notice = Notice.objects.create(numero=1, texte="Vos données", publiee_le=MARS, auteur=cip)
    InformationDonnee.objects.create(beneficiaire=personne, notice=notice, le=MARS, canal="oral", donnee_par=cip)


#: What is called so → how it is made of a person who left (`p`, and their parcours `q`), on the first of March 2025.
FAITS = {
    "entretien": lambda p, q, cip: EntretienFactory(parcours=q, date=NUIT),
    "rendez-vous tenu": lambda p, q, cip: RendezVousFactory(parcours=q, debut=NUIT, statut=StatutRendezVous.VENU),
    "atelier": lambda p, q, cip: ParticipationFactory(
        beneficiaire=p, seance=SeanceFactory(debut=MATIN), presence=PresenceSeance.PRESENT, pointe_at=MATIN
    ),
    "passage": lambda p, q, cip: Passage.objects.create(beneficiaire=p, date=MARS, note_par=cip),
    "démarche faite ensemble": lambda p, q, cip: DemarcheFactory(parcours=q, date=MARS, personne_presente=True),
    "observation sur le chantier": lambda p, q, cip: ObservationFactory(parcours=q, date=MATIN),
    "heures travaillées": lambda p, q, cip: HeuresMoisFactory(parcours=q, mois=MARS),
    "immersion": lambda p, q, cip: ImmersionFactory(parcours=q, debut=date(2025, 2, 17), fin=MARS),
    "contrat de travail": lambda p, q, cip: ContratFactory(parcours=q, date_debut=date(2024, 11, 1), date_fin=MARS),
    "nouvelles après la sortie": lambda p, q, cip: SuiviPostSortieFactory(parcours=q, date=MARS),
    "candidature": lambda p, q, cip: CandidatureFactory(beneficiaire=p, date=MARS),
    "entretien avant l’entrée": lambda p, q, cip: EntretienAdmissionFactory(
        candidature=CandidatureFactory(beneficiaire=p, date=SORTIE), date=MATIN
    ),
    "information sur ses données": lambda p, q, cip: _information(p, cip),
    "demande d’exercice d’un droit": lambda p, q, cip: DemandeDroit.objects.create(
        beneficiaire=p, genre="acces", recue_le=MARS, recueillie_par=cip
    ),
}


def test_each_kind_of_contact_counts_and_not_before_its_day(structure, cip):
    vus = {}
    for quoi, faire in FAITS.items():
        personne = partie()
        faire(personne, personne.parcours.get(), cip)
        veille, jour = (derniers_contacts(le, [personne.pk])[personne.pk] for le in (date(2025, 2, 28), MARS))
        vus[quoi] = (veille[0] < MARS, jour)

    assert vus == {quoi: (True, (MARS, quoi)) for quoi in FAITS}
    assert {quoi for *_, quoi, _ in CONTACTS} - set(FAITS) == {"entrée", "sortie", "document déposé"}


def test_what_did_not_happen_together_is_no_contact(structure, cip):
    personne = partie()
    parcours = personne.parcours.get()
    RendezVousFactory(parcours=parcours, debut=NUIT, statut=StatutRendezVous.ABSENT)
    DemarcheFactory(parcours=parcours, date=MARS, fait="pour", personne_presente=False)
    ParticipationFactory(
        beneficiaire=personne, seance=SeanceFactory(debut=MATIN), presence=PresenceSeance.ABSENT, pointe_at=MATIN
    )

    assert derniers_contacts(APRES)[personne.pk] == (SORTIE, "sortie")


def test_of_whom_nothing_is_known_the_creation_of_the_file_counts(structure):
    personne, autre = BeneficiaireFactory(), BeneficiaireFactory()
    Beneficiaire.objects.filter(pk=personne.pk).update(created_at=NUIT)
    entree = ParcoursFactory(date_entree=MARS).beneficiaire

    assert derniers_contacts(APRES, [personne.pk]) == {personne.pk: (MARS, "création du dossier")}
    assert set(derniers_contacts(APRES)) == {personne.pk, autre.pk, entree.pk}
    assert derniers_contacts(APRES)[entree.pk] == (MARS, "entrée")


def test_a_file_says_what_comes_next():
    def echu(preavis_le, le, retenu=""):
        return DossierEchu(1, SORTIE, "sortie", JOUR, preavis_le, retenu, le)

    prevenir = {"jamais dit": echu(None, PREAVIS), "dit": echu(PREAVIS, JOUR), "gardé": echu(None, JOUR, "gel")}
    assert {nom: e.a_prevenir for nom, e in prevenir.items()} == {"jamais dit": True, "dit": False, "gardé": False}
    effacer = {
        "au jour": echu(PREAVIS, JOUR),
        "la veille": echu(PREAVIS, VEILLE),
        "dit trop tard": echu(PREAVIS + timedelta(days=1), JOUR),
        "jamais dit": echu(None, APRES),
        "gardé": echu(PREAVIS, JOUR, "gel"),
    }
    assert {nom for nom, e in effacer.items() if e.a_effacer} == {"au jour"}
    assert [echu(PREAVIS, JOUR).efface_le, echu(None, JOUR).efface_le, echu(PREAVIS, JOUR, "gel").efface_le] == [
        JOUR,
        APRES,
        None,
    ]


def test_files_are_shown_the_oldest_contact_first_from_thirty_days_before(structure):
    recente = partie()
    EntretienFactory(parcours=recente.parcours.get(), date=datetime(2024, 12, 30, 9, tzinfo=UTC))
    ancienne = partie()

    lus = {le: [e.beneficiaire_id for e in echus(structure, le)] for le in (JOUR, date(2026, 11, 29))}

    assert lus == {JOUR: [ancienne.pk, recente.pk], date(2026, 11, 29): [ancienne.pk]}
    (echu, _) = echus(structure, JOUR)
    assert (echu.dernier_contact, echu.contact, echu.echeance, echu.preavis_le, echu.le) == (
        SORTIE, "sortie", JOUR, None, JOUR,
    )  # fmt: skip


def test_the_page_of_a_person_says_when_their_file_ends(structure, cip):
    personne = partie()
    assert fin_prevue(ParcoursFactory().beneficiaire, JOUR) is None
    assert fin_prevue(personne, date(2025, 1, 1)) == DossierEchu(
        personne.pk, SORTIE, "sortie", JOUR, None, "", date(2025, 1, 1)
    )

    appliquer(structure.pk, PREAVIS)
    personne.gels.create(motif="Procès", prise_le=SORTIE, prise_par=cip)
    fin = fin_prevue(personne, JOUR)

    evenement = PreavisEffacement.events.rel.related_model.objects.last()
    assert evenement.pgh_context["origine"] == "conservation"
    assert (fin.preavis_le, fin.retenu, PreavisEffacement.objects.get().dernier_contact) == (
        PREAVIS, "à conserver\u00a0: Procès", SORTIE,
    )  # fmt: skip


@pytest.fixture
def archivee(structure, cip):
    personne = partie()
    ReferentFactory(beneficiaire=personne, utilisateur=cip, fin=None)
    appliquer(structure.pk, PREAVIS)
    archivage = personne.archivages.model(
        beneficiaire=personne, motif="Contentieux", jusqu_au=date(2029, 1, 1), prise_le=JOUR, prise_par=cip
    )
    archiver(personne, archivage)
    return personne


def test_an_archived_file_is_nobody_s_any_more_and_is_erased_after_its_own_date(structure, cip, archivee):
    assert not archivee.referents.filter(fin=None).exists()
    assert not PreavisEffacement.objects.exists()
    with contexte(structure.pk, utilisateur_id=cip.pk):
        evenement = Beneficiaire.events.rel.related_model.objects.filter(archive_le=JOUR).last()
    assert (evenement.pgh_context["utilisateur"], evenement.pgh_context["origine"]) == (cip.pk, "archives")

    assert [effacer_les_archives_echues(structure.pk, le) for le in (date(2029, 1, 1), date(2029, 1, 2))] == [0, 1]
    assert Effacement.objects.get().cause == "conservation"
    assert effacer_les_archives_echues(structure.pk, date(2029, 1, 3)) == 0


def test_an_archived_file_under_a_hold_stays(structure, cip, archivee):
    GelSuppression.objects.create(beneficiaire=archivee, motif="Procès", prise_le=JOUR, prise_par=cip)

    assert effacer_les_archives_echues(structure.pk, date(2030, 1, 1)) == 0


def test_an_archived_file_stays_while_it_is_limited_or_a_request_waits(structure, cip, archivee):
    limite = archivee.limitations.create(motif="Sert à sa défense", prise_le=JOUR, prise_par=cip)
    demande = DemandeDroit.objects.create(beneficiaire=archivee, genre="acces", recue_le=MARS, recueillie_par=cip)
    assert effacer_les_archives_echues(structure.pk, date(2030, 1, 1)) == 0

    limite.lever(JOUR, "Procès terminé")
    assert effacer_les_archives_echues(structure.pk, date(2030, 1, 1)) == 0
    DemandeDroit.objects.filter(pk=demande.pk).update(repondue_le=JOUR, reponse="acceptee")
    assert effacer_les_archives_echues(structure.pk, date(2030, 1, 1)) == 1


def test_a_document_brought_is_a_contact(structure):
    personne = partie()
    Document.objects.create(beneficiaire=personne, nom="cv.pdf", type_mime="application/pdf", taille=1, fichier="x")
    Document.objects.update(created_at=NUIT)

    assert derniers_contacts(APRES)[personne.pk] == (MARS, "document déposé")
