"""The demonstration: the same lives each time, in order, in their own structures."""

import re
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Count, F
from stdnum.fr import siret

from beneficiaires.models import Beneficiaire, Proche
from entreprises.models import Echange, Entreprise
from entreprises.relation import avec_relation
from insertion.enums import Role
from insertion.isolation.contexte import contexte
from insertion.models import Appartenance, Structure, Utilisateur
from parcours.enums import StatutRendezVous
from parcours.models import (
    Action,
    AxeEvolution,
    BilanImmersion,
    Diagnostic,
    Embauche,
    Entretien,
    EtapeLogement,
    EtapeMiseEnRelation,
    LigneFil,
    MiseEnRelation,
    NoteConfidentielle,
    Objectif,
    Observation,
    Parcours,
    RendezVous,
    Sortie,
    SuiviPostSortie,
)
from pilotage.completude import de_la_convention
from pilotage.conventions import Etat, avancements
from pilotage.demonstration.personnes import Profil, graine
from pilotage.demonstration.peuplement import peupler
from pilotage.demonstration.recits import Conteur, trames, typographier
from pilotage.demonstration.structures import MOT_DE_PASSE
from pilotage.demonstration.volume import amplifier
from pilotage.enums import EtatEnvoi, MotifRappel
from pilotage.models import Convention, Envoi, Rappel
from pilotage.rappels import recalculer
from tests.cellules import cellules

LE = date(2026, 11, 17)


@pytest.fixture(scope="module")
def demonstration(django_db_setup, django_db_blocker):
    """The whole demonstration, made once for the module, seen through the context of its three structures."""
    with django_db_blocker.unblock(), transaction.atomic():
        peupler(LE)
        with contexte(*Structure.objects.values_list("pk", flat=True)):
            yield
        transaction.set_rollback(True)


def test_three_structures_with_valid_sirets_and_thirteen_accounts_over_all_roles(demonstration):
    structures = Structure.objects.order_by("pk")

    assert [s.nom for s in structures] == ["Ressourcerie du Canal", "L’Escale", "Second Souffle Logistique"]
    assert all(siret.is_valid(s.siret) for s in structures)
    assert Utilisateur.objects.count() == 13
    assert set(Appartenance.objects.values_list("role", flat=True)) == set(Role.values)
    assert Utilisateur.objects.alias(n=Count("appartenances")).filter(n=2).count() == 1
    assert Utilisateur.objects.get(email="caroline.morvan@example.org").check_password(MOT_DE_PASSE)


#: Words of care, of papers and of debts; « l’hôpital » may be where somebody works.
TUS = re.compile(
    r"arrêt de travail|jours d.arrêt|médecin|carte vitale|MDPH|RQTH|\bAAH\b|lombag|dentaire|dentiste|alcool|surendett"
    r"|\bdettes?\b|\bSPIP\b|prison|titre de séjour|préfecture|\bRSA\b",
    re.IGNORECASE,
)


def test_nothing_that_an_encadrant_reads_speaks_of_health_papers_or_debts(demonstration):
    louis = Appartenance.objects.get(role=Role.ENCADRANT, utilisateur__nom="Ferrand")
    with contexte(louis.structure_id, utilisateur_id=louis.utilisateur_id, role=Role.ENCADRANT):
        lus = [f"{ligne.genre} : {ligne.texte} {ligne.details}" for ligne in LigneFil.objects.all()]
        lus += [str(objet) for modele in (Objectif, Action, AxeEvolution) for objet in modele.objects.all()]
        entretiens = Entretien.objects.count()

    assert entretiens > 20
    assert [lu for lu in lus if TUS.search(lu)] == []


def test_a_job_that_begins_with_a_vowel_elides_what_stands_before_it():
    assert (
        typographier("Un poste de agent d’entretien, ou de couvreur")
        == "Un poste d’agent d’entretien, ou de couvreur"
    )


def test_messages_are_agreed_to_sent_waited_for_and_answered(demonstration):
    etats = set(Envoi.objects.values_list("etat", flat=True))
    reponses = Envoi.objects.filter(refuse_at__isnull=False).values_list("rendez_vous__statut", flat=True)

    assert {EtatEnvoi.ENVOYE, EtatEnvoi.A_ENVOYER, EtatEnvoi.ECHEC} <= etats
    assert set(reponses) == {StatutRendezVous.EXCUSE}
    assert Rappel.objects.filter(motif=MotifRappel.PERSONNE_EMPECHEE).count() == len(reponses) > 0


def test_a_hundred_and_fifty_people_of_whom_no_two_have_the_same_note(demonstration):
    textes = list(Entretien.objects.values_list("compte_rendu", flat=True))

    assert Beneficiaire.objects.count() == 150
    assert len(textes) > 1000
    assert len(set(textes)) == len(textes)


def test_each_structure_has_its_address_book(demonstration):
    firmes = Entreprise.objects.all()
    nombres = dict(firmes.order_by().values_list("structure__nom").annotate(Count("pk")))

    assert nombres == {"Ressourcerie du Canal": 29, "L’Escale": 3, "Second Souffle Logistique": 18}
    assert all(siret.is_valid(firme.siret) for firme in firmes)
    assert {e.etat_relation for e in avec_relation(firmes, LE)} >= {"prospectee", "rencontree", "en_sommeil"}
    assert not Echange.objects.filter(date__date__gt=LE).exists()


def test_no_mark_of_the_grammar_is_left_in_a_text(demonstration):
    textes = [
        *Echange.objects.values_list("texte"),
        *Entretien.objects.values_list("compte_rendu", "paroles", "convenu"),
        *Observation.objects.values_list("texte"),
        *RendezVous.objects.values_list("commentaire"),
        *Diagnostic.objects.values_list("paroles", "atouts"),
        *Action.objects.values_list("intitule"),
        *NoteConfidentielle.objects.values_list("texte"),
    ]

    restes = [texte for ligne in textes for texte in ligne if re.search(r"[\[\]{}<>|']| [;:!?»]", texte)]

    assert restes == []


def test_everything_stays_inside_the_parcours_and_before_today(demonstration):
    entretiens = Entretien.objects.all()

    assert not entretiens.filter(date__date__gte=LE).exists()
    assert not entretiens.filter(date__date__lt=F("parcours__date_entree")).exists()
    assert not entretiens.filter(date__date__gt=F("parcours__date_sortie")).exists()
    assert not entretiens.filter(date__iso_week_day__gte=6).exists()
    assert not Diagnostic.objects.filter(date__gt=F("parcours__date_sortie")).exists()


def test_the_chantier_has_its_funders_and_targets_partly_reached(demonstration):
    conventions = Convention.objects.pour_fiche().order_by("debut", "pk")
    assert [c.financeur.genre for c in conventions] == ["dreets", "fse", "dreets", "departement"]
    etats = {a.etat for convention in conventions for a in avancements(convention, LE)}
    assert etats >= {Etat.ATTEINTE, Etat.A_SURVEILLER, Etat.EN_RETARD}
    europe = de_la_convention(conventions[1], LE)
    assert 0 < europe.complets < europe.total


def test_the_main_account_has_a_living_day(demonstration):
    caroline = Utilisateur.objects.get(email="caroline.morvan@example.org")
    siens = RendezVous.objects.filter(utilisateur=caroline)

    assert (siens.du_jour(LE).count(), siens.du_jour(date(2026, 11, 18)).count()) == (5, 4)
    assert Action.objects.en_retard(LE).exists()
    assert set(Rappel.objects.values_list("motif", flat=True)) == {
        "rendez_vous",
        "personne_empechee",
        "entretien_en_retard",
        "action_en_retard",
        "entreprise_a_rappeler",
        "sortie_a_documenter",
        "suivi_post_sortie",
        "dossier_a_completer",
        "bilan_a_remettre",
        "questionnaire_fse",
        *("renouvellement", "renouvellement_a_valider"),
        "diagnostic_initial",
        "justificatif_expire",
        "immersion_a_appeler",
        "bilan_immersion",
        "demande_droit",
        *("plan_a_valider", "plan_renvoye", "plan_valide"),
        *("aide_a_valider", "aide_renvoyee", "aide_a_envoyer"),
    }


def test_reminders_of_every_structure_computed_again_add_nothing(demonstration):
    structures = list(Structure.objects.values_list("pk", flat=True))
    for pk in structures:
        recalculer(pk, LE + timedelta(days=1))
    avant = list(Rappel.objects.order_by("pk").values())

    for pk in structures:
        recalculer(pk, LE + timedelta(days=1))

    assert len(avant) > 100
    assert list(Rappel.objects.order_by("pk").values()) == avant


@cellules(("genre", "attendu"), [("f", "Elle est venue, prête"), ("m", "Il est venu, prêt")])
def test_texts_agree_with_the_person(genre, attendu):
    profil = Profil(genre, "Sam", "Test", "Test", LE, allophone=False, langues=())

    assert Conteur(graine(1), profil, set()).dire("[Il|Elle] est venu[e], prêt[e]", LE) == attendu


def test_facts_contract_and_elide():
    conteur = Conteur(graine(1), Profil("f", "Sam", "Test", "Test", LE, allophone=False, langues=()), set())
    conteur.apprendre({"lieu": ["le dépôt"], "lettre": ["Odile"]})

    assert conteur.dire("De {lieu}. {lieu} : à {lieu}, de {lieu}, de {lettre}, {j+4}", LE) == (
        "De le dépôt. Le dépôt\u00a0: au dépôt, du dépôt, d’Odile, lundi 23 novembre"
    )


def test_the_offers_that_firms_speak_of_elide(demonstration):
    assert not Echange.objects.filter(texte__iregex=r"\yde [aeiouéèê]").exists()


def test_the_same_people_are_invented_on_every_machine(demonstration):
    noms = Beneficiaire.objects.order_by("pk").values_list("prenom", "nom")

    assert noms[0] == ("Farid", "Bensalem")


def test_at_least_twelve_main_stories_of_eight_notes():
    longues = [trame for trame in trames() if trame.principale and len(trame.temps) >= 8]

    assert len(longues) >= 12


def test_accounts_are_printed_by_role_without_touching_the_base(db):
    sortie = StringIO()

    call_command("peupler", comptes=True, stdout=sortie)

    assert MOT_DE_PASSE in sortie.getvalue()
    assert "caroline.morvan@example.org" in sortie.getvalue()
    assert not Structure.objects.exists()


def test_refuses_to_write_over_existing_structures(structure):
    with pytest.raises(CommandError, match="base vide"):
        call_command("peupler")

    call_command("peupler", si_vide=True, stdout=StringIO())
    assert Structure.objects.count() == 1


def test_scale_mode_fills_each_structure_and_keeps_no_history(db):
    amplifier(2, 5, 3, LE)

    for structure in Structure.objects.all():
        with contexte(structure.pk):
            assert (Beneficiaire.objects.count(), Entretien.objects.count()) == (5, 15)
            assert Entretien.pgh_event_models["insert"].objects.count() == 0


def test_every_ended_parcours_says_why_but_a_few_that_are_still_asked_for(demonstration):
    finis = Parcours.objects.filter(date_sortie__isnull=False)
    sans_motif = finis.sans_motif_de_sortie(LE)

    assert Sortie.objects.count() == finis.count() - sans_motif.count()
    assert not sans_motif.filter(date_sortie__lt=LE - timedelta(days=45)).exists()
    assert {"durable", "positive", "logement"} <= set(Sortie.objects.values_list("categorie", flat=True))
    assert SuiviPostSortie.objects.filter(situation="injoignable").exists()
    assert not SuiviPostSortie.objects.filter(date__gte=LE).exists()


def test_the_housed_people_have_a_path_and_nobody_else(demonstration):
    etapes = EtapeLogement.objects.all()

    assert set(etapes.values_list("structure__nom", flat=True)) == {"L’Escale"}
    assert etapes.values("beneficiaire").distinct().count() == 40
    assert Proche.objects.filter(lien="enfant").exists()


def test_firms_give_offers_and_every_hire_stands_behind_an_exit(demonstration):
    embauches = Embauche.objects.select_related("mise_en_relation")

    assert MiseEnRelation.objects.exclude(raisons=[]).exists()
    assert {"envoyee", "refus_entreprise", "refus_personne"} <= set(
        EtapeMiseEnRelation.objects.values_list("etape", flat=True)
    )
    assert not EtapeMiseEnRelation.objects.filter(le__gt=LE).exists()
    assert BilanImmersion.objects.exists()
    for embauche in embauches:
        sortie = Sortie.objects.get(parcours=embauche.mise_en_relation.parcours_id)
        assert (sortie.entreprise_id, sortie.poste) == (embauche.mise_en_relation.entreprise_id, embauche.poste)
    assert len(embauches) == 12
