"""Erasing somebody: nothing that names them is left anywhere, and the figures of past years do not move."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.management import call_command
from django.db import DatabaseError, connections, transaction

from beneficiaires.enums import CauseEffacement
from beneficiaires.models import Beneficiaire, Document, Effacement, FusionDossiers
from insertion.droits import Droit
from insertion.gestes import noter
from insertion.isolation.contexte import contexte
from insertion.isolation.fonctions import effacer_personne
from insertion.models import Brouillon, Geste, Utilisateur
from parcours.models import Entretien, Parcours, Production
from pilotage.vie_privee.declarations import personnelles
from pilotage.vie_privee.effacement import EffacementImpossible, effacer, empechement, lignes_du_registre, rejouer
from tests.usines import (
    BeneficiaireFactory,
    EchangeFactory,
    EntretienFactory,
    ParcoursFactory,
    ParticipationFactory,
    SeanceFactory,
    StructureFactory,
)
from tests.usines.dossier import dossier_complet

LE = date(2026, 11, 30)
SENTINELLE = "Zqxsecret"


MOTS = ("zqx", "zorglubine", "etoile@", "612345678", "1987-06-05")


def dump():
    """Every row of every table, as the owner of the database reads them."""
    with connections["owner"].cursor() as curseur:
        curseur.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
        for (table,) in curseur.fetchall():
            curseur.execute(f"SELECT t::text FROM {table} t")
            yield from (f"{table} {ligne}" for (ligne,) in curseur.fetchall())


@pytest.fixture
def partout(transactional_db, referentiels):
    """Somebody who went through everything; what they said to a firm and in a draft too, all of it committed."""
    structure = StructureFactory()
    with contexte(structure.pk):
        personne = BeneficiaireFactory(
            nom="Zorglubine",
            prenom="Étoile",
            email="etoile@exemple.fr",
            telephone="+33612345678",
            date_naissance=date(1987, 6, 5),
        )
        rangees = dossier_complet(personne, SENTINELLE)
        EchangeFactory(texte="Vu ETOILE ZORGLUBINE, 06 12 34 56 78, etoile@exemple.fr. Mme Zorglubine viendra.")
        auteur = rangees[Utilisateur]
        Brouillon.objects.create(utilisateur=auteur, cle="x:1", titre="Entretien avec Étoile Zorglubine", url="/x/")
    return personne, rangees


def restes():
    return [ligne for ligne in dump() if any(mot in ligne.lower() for mot in MOTS)]


@pytest.fixture
def registre(settings, tmp_path):
    """Where the traces of erasures are kept outside the database."""
    disque = {"BACKEND": "insertion.stockage.Documents", "OPTIONS": {"location": tmp_path / "traces"}}
    settings.STORAGES = {**settings.STORAGES, "effacements": disque}
    return storages["effacements"]


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_nothing_that_names_an_erased_person_is_left_anywhere(partout):
    personne, rangees = partout
    tables_avant = {ligne.split(" ", 1)[0] for ligne in restes()}
    with contexte(personne.structure_id):
        effacer(personne, LE, CauseEffacement.DEMANDE)

    assert restes() == []
    assert len(tables_avant) > 100  # rows and history: the sentinel was everywhere before
    assert not any(
        default_storage.exists(f"{personne.structure_id}/essai-{table}") for table in ("document", "production")
    )
    with contexte(personne.structure_id):
        traces = set(Effacement.objects.values_list("beneficiaire_id", flat=True))
        assert traces == {personne.pk, rangees[FusionDossiers].absorbee_id}  # each file that was theirs
        assert set(rangees) >= {d.modele for d in personnelles()}


def test_figures_keep_the_facts_without_their_names(structure):
    parcours = ParcoursFactory(clos=True, projet="Cuisine", prescripteur="Mission locale")
    EntretienFactory(parcours=parcours, compte_rendu="Elle va mieux.", duree_minutes=45)
    effacer(parcours.beneficiaire, LE, CauseEffacement.DEMANDE)
    garde = Parcours.objects.get(pk=parcours.pk)

    assert (garde.date_entree, garde.date_sortie, garde.projet) == (parcours.date_entree, parcours.date_sortie, "—")
    assert Entretien.objects.values_list("duree_minutes", "compte_rendu").get() == (45, "—")
    assert Beneficiaire.objects.get(pk=parcours.beneficiaire_id).nom == "Personne effacée"
    assert not Beneficiaire.objects.presentes().exists()


def test_a_namesake_keeps_their_file(structure):
    effacee, homonyme = BeneficiaireFactory(nom="Benali"), BeneficiaireFactory(nom="Benali", commune="Lille")
    effacer(effacee, LE, CauseEffacement.DEMANDE)

    assert str(Beneficiaire.objects.get(pk=homonyme.pk)) == "Amina Benali"


def test_a_name_that_looks_like_a_search_pattern_takes_nothing_else_with_it(structure):
    hostile = BeneficiaireFactory(nom=".*", prenom="(a|b)[", email="", identifiant_france_travail="")
    voisine = ParcoursFactory(projet="Cuisine, (a|b)[ et .* soins").beneficiaire
    effacer(hostile, LE, CauseEffacement.DEMANDE)

    assert voisine.parcours.get().projet == "Cuisine, (a|b)[ et .* soins"
    assert Beneficiaire.objects.get(pk=voisine.pk).prenom == "Amina"


def test_a_name_is_found_with_or_without_accents_hyphens_or_a_sign_at_its_end(structure):
    personne = BeneficiaireFactory(prenom="Zoé-Anne", nom="D’Été Jr.")
    textes = {
        "ZOE ANNE D'ETE JR.": "",
        "Vu Zoé-Anne D’Été Jr. hier": "Vu  hier",
        "Zoé-Annette D’Été": "Zoé-Annette D’Été",
    }
    parcours = {texte: ParcoursFactory(projet=texte) for texte in textes}
    effacer(personne, LE, CauseEffacement.DEMANDE)

    for texte, reste in textes.items():
        assert Parcours.objects.get(pk=parcours[texte].pk).projet.replace("[personne effacée]", "") == reste


def test_what_a_colleague_is_typing_about_others_loses_the_name_too(structure, cip):
    personne = BeneficiaireFactory(prenom="Étoile", nom="Zorglubine")
    brouillon = Brouillon(
        utilisateur=cip, cle="reunion:nouvelle", titre="Préparer une réunion", url="/reunions/nouvelle/"
    )
    brouillon.champs = {"ordre_du_jour": ["Étoile Zorglubine, puis Karim."]}
    brouillon.save()
    effacer(personne, LE, CauseEffacement.DEMANDE)

    assert Brouillon.objects.get().champs == {"ordre_du_jour": ["[personne effacée], puis Karim."]}


def test_what_a_colleague_may_undo_about_them_is_forgotten_and_the_rest_is_not(structure, cip):
    personne = BeneficiaireFactory(prenom="Aminata", nom="Ouattara")
    for phrase in ("Le proche d’AMINATA OUATTARA est retiré.", "Phrase « bonjour » supprimée."):
        noter(cip, phrase=phrase, droit=Droit.MODIFIER_PERSONNES, retour="/", objets=[])

    effacer(personne, LE, CauseEffacement.DEMANDE)

    assert [geste.phrase for geste in Geste.objects.all()] == ["Phrase « bonjour » supprimée."]


def test_an_attendance_sheet_that_named_them_goes(structure, cip):
    participation = ParticipationFactory()
    champs = {
        "genre": "emargement",
        "fichier": "feuille.pdf",
        "demande_par": cip,
        "role_demandeur": "charge_insertion",
    }
    feuilles = {
        seance: Production.objects.create(objet_id=seance.pk, **champs)
        for seance in (participation.seance, SeanceFactory())
    }
    effacer(participation.beneficiaire, LE, CauseEffacement.DEMANDE)

    assert set(Production.objects.all()) == set(feuilles.values()) - {feuilles[participation.seance]}


def test_nobody_is_erased_while_accompanied_or_under_a_hold(structure, cip):
    suivie, gelee = ParcoursFactory().beneficiaire, BeneficiaireFactory()
    gelee.gels.create(motif="Procès aux prud’hommes", prise_le=LE, prise_par=cip)

    for personne, raison in ((suivie, "terminez d’abord le parcours"), (gelee, "Procès aux prud’hommes")):
        with pytest.raises(EffacementImpossible, match=raison):
            effacer(personne, LE, CauseEffacement.DEMANDE)


def test_the_database_erases_nobody_without_a_trace_nor_for_another_role_or_structure(
    structure, autre_structure, cip
):
    personne = BeneficiaireFactory()
    with pytest.raises(DatabaseError, match="Effacement sans trace"), transaction.atomic():
        effacer_personne(structure.pk, personne.pk)
    Effacement.objects.create(beneficiaire_id=personne.pk, le=LE, cause=CauseEffacement.DEMANDE)
    for structure_ouverte, role in ((structure, "chef_service"), (autre_structure, "direction")):
        with (
            pytest.raises(DatabaseError, match="Effacement refusé"),
            contexte(structure_ouverte.pk, utilisateur_id=cip.pk, role=role),
        ):
            effacer_personne(structure.pk, personne.pk)


def test_a_backup_restored_later_is_cleaned_before_the_service_opens(structure, registre):
    revenue, presente = BeneficiaireFactory(nom="Revenue"), BeneficiaireFactory(nom="Presente")
    ligne = {"structure": structure.pk, "personne": revenue.pk, "le": "2026-11-30", "cause": "demande", "par": None}
    registre.save("trace.json", ContentFile(json.dumps(ligne).encode()))
    dits = [StringIO(), StringIO()]
    for sortie in dits:
        call_command("rejouer_effacements", stdout=sortie)

    assert [sortie.getvalue()[:29] for sortie in dits] == [
        "1 dossiers effacés de nouveau",
        "0 dossiers effacés de nouveau",
    ]
    assert list(Beneficiaire.objects.presentes()) == [presente]


def test_an_erasure_is_a_line_out_of_the_database_once_it_is_certain(
    structure, cip, registre, django_capture_on_commit_callbacks
):
    decidee, echue = BeneficiaireFactory(), BeneficiaireFactory()
    with django_capture_on_commit_callbacks(execute=True):
        trace = effacer(decidee, LE, CauseEffacement.DEMANDE, par=cip)
        effacer(echue, LE, CauseEffacement.CONSERVATION)
        assert not any(registre.tous())

    attendues = [
        {"structure": structure.pk, "personne": decidee.pk, "le": "2026-11-30", "cause": "demande", "par": cip.pk},
        {"structure": structure.pk, "personne": echue.pk, "le": "2026-11-30", "cause": "conservation", "par": None},
    ]
    assert sorted(json.loads(registre.open(nom).read())["personne"] for nom, _ in registre.tous()) == [
        decidee.pk,
        echue.pk,
    ]
    assert (trace.beneficiaire_id, trace.par_id) == (decidee.pk, cip.pk)
    assert sorted(lignes_du_registre(), key=lambda ligne: ligne["personne"]) == attendues
    for nom, _ in list(registre.tous()):
        registre.delete(nom)
    assert lignes_du_registre() == attendues  # the database knows them too


def test_what_is_replayed_keeps_its_day_its_cause_and_who_decided(structure, autre_structure, cip):
    revenue = BeneficiaireFactory()
    revenue.gels.create(motif="Procès", prise_le=date(2026, 1, 1), prise_par=cip)
    ligne = {"structure": structure.pk, "personne": revenue.pk, "le": "2026-11-29", "cause": "demande", "par": cip.pk}
    ailleurs = [ligne | {"structure": 0}, ligne | {"structure": autre_structure.pk}, ligne | {"personne": 0}]

    assert (rejouer([*ailleurs, ligne]), rejouer([ligne])) == (1, 0)
    trace = Effacement.objects.get()
    assert (trace.le, trace.cause, trace.par_id) == (date(2026, 11, 29), "demande", cip.pk)


def test_the_files_of_an_erased_person_leave_the_disk(structure, django_capture_on_commit_callbacks):
    personne = BeneficiaireFactory()
    nom = default_storage.save("1/cv.pdf", ContentFile(b"%PDF-"))
    Document.objects.create(beneficiaire=personne, nom="cv.pdf", type_mime="application/pdf", taille=5, fichier=nom)

    with django_capture_on_commit_callbacks(execute=True):
        effacer(personne, LE, CauseEffacement.DEMANDE)

    assert not default_storage.exists(nom)


def test_a_refusal_to_erase_says_since_when_and_why(structure, cip):
    gelee, terminee, suivie = (
        BeneficiaireFactory(),
        ParcoursFactory(clos=True).beneficiaire,
        ParcoursFactory().beneficiaire,
    )
    gelee.gels.create(motif="Procès", prise_le=date(2026, 1, 5), prise_par=cip)

    assert [empechement(personne, LE) for personne in (gelee, suivie, terminee)] == [
        "Ce dossier doit être conservé depuis le 05/01/2026\u00a0: Procès",
        "L’accompagnement est en cours\u00a0: terminez d’abord le parcours.",
        "",
    ]
