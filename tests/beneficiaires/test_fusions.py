"""Two files of one person: listed, made one with a choice per field, undone to the row; nothing written is lost."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import connection, models
from django.urls import reverse
from django.utils import timezone
from pghistory.models import Event

from beneficiaires.enums import CanalInformation, NatureSituation
from beneficiaires.formulaire_fusion import FusionForm
from beneficiaires.fusions import GROUPES, FusionImpossible, annuler, ce_qui_passe, fusionner
from beneficiaires.models import (
    Beneficiaire,
    FusionDossiers,
    GelSuppression,
    InformationDonnee,
    Limitation,
    Notice,
    PersonnesDistinctes,
    PreavisEffacement,
    Referent,
    Situation,
)
from insertion.annulation import AnnulationImpossible
from insertion.fusions import ABSORBEE, DEUX, liens
from insertion.isolation.contexte import contexte
from insertion.models import Brouillon, Geste, Lecture
from parcours.models import Entretien, NoteConfidentielle, Parcours
from tests.cellules import cellules
from tests.usines import (
    AccordEnvoiFactory,
    BeneficiaireFactory,
    DispositifFactory,
    EntretienFactory,
    MetierViseFactory,
    NoteConfidentielleFactory,
    ParcoursFactory,
    ParticipationFactory,
    ReferentFactory,
    SeanceFactory,
    SituationFactory,
)
from tests.usines.dossier import dossier_complet

LISTE = reverse("beneficiaires:doublon_list")
NAISSANCE = date(1992, 3, 12)
JOUR = date(2026, 11, 17)


@pytest.fixture
def gardee(structure):
    return BeneficiaireFactory(
        prenom="Amina", nom="Benali", date_naissance=NAISSANCE, telephone="+33612345678", langues=["français"]
    )


@pytest.fixture
def absorbee(structure, cip):
    personne = BeneficiaireFactory(
        prenom="Amina",
        nom="Ben Ali",
        date_naissance=NAISSANCE,
        telephone="+33698765432",
        email="amina@exemple.fr",
        langues=["arabe"],
    )
    EntretienFactory(parcours=ParcoursFactory(beneficiaire=personne))
    ReferentFactory(beneficiaire=personne, utilisateur=cip)
    return personne


@pytest.fixture
def url(gardee, absorbee):
    return reverse("beneficiaires:fusion_create", args=[gardee.pk, absorbee.pk])


def demande(form):
    """What a browser sends of the page: the choices ticked beforehand."""
    return {"versions": form.vues} | {champ.name: champ.initial for champ in form.choix()}


def accroches(*personnes):
    """{table.key: {row: file}} of all that points to these files."""
    return {
        f"{modele._meta.label}.{champ.name}": dict(lignes)
        for modele, champ in liens(Beneficiaire)
        if modele is not FusionDossiers
        and (
            lignes := modele.objects.filter(**{f"{champ.attname}__in": [p.pk for p in personnes]}).values_list(
                "pk", champ.attname
            )
        )
    }


def etat(*personnes):
    """Every column of both files and of every row that hangs on them, but for the count of their versions."""
    colonnes = [c.attname for c in Beneficiaire._meta.concrete_fields if c.attname != "version"]
    fiches = list(Beneficiaire.objects.filter(pk__in=[p.pk for p in personnes]).order_by("pk").values(*colonnes))
    lignes = {}
    for modele, champ in liens(Beneficiaire):
        if modele is not FusionDossiers:
            siennes = modele.objects.filter(**{f"{champ.attname}__in": [p.pk for p in personnes]}).order_by("pk")
            lignes[modele._meta.label, champ.name] = list(siennes.values())
    return fiches, lignes


def test_file_to_keep_is_proposed_with_the_reason(client_de, cip, gardee, absorbee, url):
    client = client_de(cip)
    liste, page = client.get(LISTE), client.get(url).content.decode()
    plus = "le plus rempli, 3 éléments contre 0"

    assert [paire[:3] for paire in liste.context["paires"]] == [(absorbee, gardee, plus)]
    assert reverse("beneficiaires:fusion_create", args=[absorbee.pk, gardee.pk]) in liste.content.decode()
    assert page.index("Dossier qui le rejoint") < page.index(f"Proposé pour être gardé\u00a0: {plus}")


def test_of_two_files_that_say_as_much_the_older_is_proposed(client_de, cip, gardee):
    autre = BeneficiaireFactory(prenom="Amina", nom="Benali", date_naissance=NAISSANCE)
    Beneficiaire.objects.filter(pk=autre.pk).update(created_at=gardee.created_at - timedelta(days=400))

    (paire,) = client_de(cip).get(LISTE).context["paires"]

    assert paire[:3] == (autre, gardee, "le plus ancien, car les deux en disent autant")


@cellules(
    ("champs", "raison"),
    [
        ({"prenom": "Amina", "nom": "Ben Ali", "date_naissance": NAISSANCE}, "Même date de naissance, noms proches"),
        ({"prenom": "Benali", "nom": "Amina", "date_naissance": NAISSANCE}, "Même date de naissance, noms proches"),
        ({"nom": "Benali", "date_naissance": None, "telephone": "+33612345678"}, "Même téléphone"),
        ({"nom": "Autre", "date_naissance": None, "email": "AMINA@exemple.fr"}, "Même adresse e-mail"),
        ({"nom": "Autre", "identifiant_france_travail": "1234567A"}, "Même identifiant France Travail"),
        ({"prenom": "Jean-Luc", "nom": "Lefebvre", "date_naissance": NAISSANCE}, None),
        ({"prenom": "Karim", "nom": "Haddad", "date_naissance": date(1990, 1, 1), "telephone": "+33612345678"}, None),
    ],
)
def test_probable_doubles_say_why(client_de, cip, champs, raison):
    BeneficiaireFactory(
        prenom="Amina",
        nom="Benali",
        date_naissance=NAISSANCE,
        telephone="+33612345678",
        email="amina@exemple.fr",
        identifiant_france_travail="1234567A",
    )
    BeneficiaireFactory(**champs)

    assert [r for *_, r in client_de(cip).get(LISTE).context["paires"]] == ([raison] if raison else [])


def test_each_column_of_somebody_is_a_choice_of_the_merge():
    """A column added later must be in `GROUPES`: else what the file that leaves says there would be lost."""
    dites = {c.name for c in Beneficiaire._meta.concrete_fields if not c.generated}
    propres = {"id", "structure", "version", "created_at", "archive_le", "efface_le"}

    assert dites - propres == {colonne for colonnes in GROUPES.values() for colonne in colonnes}


def test_each_key_and_number_that_leads_to_somebody_is_known_to_the_merge():
    """A table added later moves by itself when its key is a `CleIsolee`; any other way to a person fails here."""
    connus = {(modele, champ.name) for modele, champ in liens(Beneficiaire)}
    tables = [m for m in apps.get_models(include_auto_created=True) if not issubclass(m, Event) and m._meta.managed]
    cles = {(m, c.name) for m in tables for c in m._meta.local_fields if c.related_model is Beneficiaire}
    liaisons = {(m, c.name) for m in tables for c in m._meta.local_many_to_many if c.related_model is Beneficiaire}
    numeros = {
        f"{m.__name__}.{c.name}"
        for m in tables
        for c in m._meta.local_fields
        if isinstance(c, models.IntegerField) and not c.is_relation and c.name in ("beneficiaire_id", "personne_id")
    }

    assert cles == connus
    assert liaisons == set()
    assert numeros == {"Effacement.beneficiaire_id", "Lecture.beneficiaire_id"}  # journals, read through `numeros_de`


def test_merge_moves_everything_and_keeps_what_was_chosen(client_de, cip, gardee, absorbee, url):
    page = client_de(cip).get(url)
    voulu = demande(page.context["form"]) | {"nom": ABSORBEE, "langues": DEUX}
    response = client_de(cip).post(url, voulu)

    gardee.refresh_from_db()
    assert "1 entretien" in page.context["passent"]
    assert response.url == gardee.get_absolute_url()
    assert (gardee.nom, gardee.email, gardee.langues) == ("Ben Ali", "amina@exemple.fr", ["français", "arabe"])
    assert not Beneficiaire.objects.filter(pk=absorbee.pk).exists()
    assert Entretien.objects.get().parcours.beneficiaire_id == gardee.pk
    assert Geste.objects.get().phrase == "Les deux dossiers de Amina Ben Ali sont réunis ici."


def test_what_says_more_or_was_written_last_is_ticked_and_said(client_de, cip, gardee, absorbee, url):
    Beneficiaire.objects.filter(pk=absorbee.pk).update(prenom="Amina Sarah")
    champs = {champ.name: champ for champ in client_de(cip).get(url).context["form"].choix()}

    assert (champs["prenom"].initial, champs["prenom"].help_text) == (ABSORBEE, "Proposé\u00a0: le plus complet.")
    assert champs["langues"].initial == DEUX


def test_what_was_written_last_is_known_by_the_days_of_the_history(gardee, absorbee):
    depuis = {gardee.pk: {"telephone": date(2026, 3, 2)}, absorbee.pk: {"telephone": date(2026, 10, 1)}}
    form = FusionForm(gardee=gardee, absorbee=absorbee, depuis=depuis)

    assert form.fields["telephone"].initial == ABSORBEE
    assert form.fields["telephone"].help_text == "Proposé\u00a0: le plus récent, noté le 1er\xa0octobre\xa02026."


def test_row_of_every_table_moves_and_comes_back_as_it_was(referentiels, structure, cip, gardee):
    absorbee = BeneficiaireFactory(nom="Ben Ali")
    dossier_complet(absorbee, "Zqx")
    tables = {f"{modele._meta.label}.{champ.name}" for modele, champ in liens(Beneficiaire)}
    avant, lignes = etat(gardee, absorbee), accroches(absorbee)
    ouverts = set(tables) - set(lignes) - {"beneficiaires.FusionDossiers.gardee"}

    fusion = fusionner(gardee, absorbee, {"nom": ABSORBEE, "langues": DEUX}, cip)

    preavis = "beneficiaires.PreavisEffacement.beneficiaire"
    assert ouverts == set(), "une table n’a pas de ligne dans tests/usines/dossier.py"
    assert accroches(absorbee) == {}
    deplacees = {table: set(siennes) for table, siennes in accroches(gardee).items()}
    assert deplacees == {table: set(siennes) for table, siennes in lignes.items() if table != preavis}
    annuler(fusion, timezone.now(), cip)
    connection.check_constraints()
    assert etat(gardee, absorbee) == avant
    assert accroches(absorbee) == lignes


def test_queries_are_as_many_whatever_the_number_of_rows(cip, gardee, requetes):
    def compter(combien):
        double = BeneficiaireFactory(nom="Ben Ali")
        parcours = ParcoursFactory(beneficiaire=double, clos=True)
        for rang in range(combien):
            EntretienFactory(parcours=parcours)
            SituationFactory(beneficiaire=double, debut=JOUR + timedelta(rang * 10), fin=JOUR + timedelta(rang * 10))
            SituationFactory(
                beneficiaire=gardee, nature="ass", debut=JOUR + timedelta(rang * 10), fin=JOUR + timedelta(rang * 10)
            )
            ParticipationFactory(beneficiaire=double)
        with requetes() as page:
            ce_qui_passe(double)
        with requetes() as action:
            fusion = fusionner(gardee, double, {}, cip)
        with requetes() as retour:
            annuler(fusion, timezone.now(), cip)
        Situation.objects.all().delete()
        return len(page), len(action), len(retour)

    assert compter(1) == compter(6)


def test_sealed_text_is_still_read_by_its_author_once_moved(cip, gardee, absorbee):
    note = NoteConfidentielleFactory(parcours=Parcours.objects.get(), auteur=cip, texte="Confié à moi seule")

    fusionner(gardee, absorbee, {}, cip)

    relue = NoteConfidentielle.objects.get(pk=note.pk)
    assert (relue.texte, relue.parcours.beneficiaire_id) == ("Confié à moi seule", gardee.pk)


def test_note_of_a_colleague_moves_without_being_shown(client_de, cip, collegue, gardee, absorbee, url):
    note = NoteConfidentielleFactory(parcours=Parcours.objects.get(), auteur=collegue, texte="Pour moi seul")

    page = client_de(cip).get(url)
    client_de(cip).post(url, demande(page.context["form"]))

    assert not any("confidentielle" in dit for dit in page.context["passent"])
    assert NoteConfidentielle.objects.get(pk=note.pk).parcours.beneficiaire_id == gardee.pk


def test_address_of_the_file_that_left_leads_to_the_kept_one(client_de, cip, lecteur, gardee, absorbee):
    fusionner(gardee, absorbee, {}, cip)

    assert (
        client_de(lecteur).get(f"{absorbee.get_absolute_url()}?onglet=1").url
        == f"{gardee.get_absolute_url()}?onglet=1"
    )
    identite = reverse("beneficiaires:beneficiaire_update", args=[absorbee.pk])
    assert client_de(cip).get(identite).url == reverse("beneficiaires:beneficiaire_update", args=[gardee.pk])
    perdue = client_de(cip).post(identite, {"nom": "Benali"}, follow=True)
    assert "Rien n’a été enregistré" in perdue.content.decode()


def test_address_of_the_file_that_left_says_nothing_to_who_may_not_see_the_kept_one(
    client_de, cip, benevole, etranger, gardee, absorbee
):
    fusionner(gardee, absorbee, {}, cip)

    adresse = reverse("beneficiaires:beneficiaire_detail", args=[absorbee.pk])
    assert [client_de(qui).get(adresse).status_code for qui in (benevole, etranger)] == [404, 404]


def test_undo_from_recent_activity_gives_both_files_back(client_de, cip, gardee, absorbee, url):
    client = client_de(cip)
    avant = etat(gardee, absorbee)
    client.post(url, demande(client.get(url).context["form"]))

    client.post(reverse("insertion:geste_annulation", args=[Geste.objects.get().pk]))

    assert etat(gardee, absorbee) == avant
    assert not FusionDossiers.objects.en_vigueur().exists()


def test_undo_keeps_what_was_written_since(cip, gardee, absorbee):
    fusion = fusionner(gardee, absorbee, {"telephone": ABSORBEE, "email": ABSORBEE}, cip)
    depuis = SituationFactory(beneficiaire=Beneficiaire.objects.get(pk=gardee.pk), nature="ass")
    Beneficiaire.objects.filter(pk=gardee.pk).update(telephone="+33611111111")

    annuler(fusion, timezone.now(), cip)

    gardee.refresh_from_db()
    depuis.refresh_from_db()
    assert (gardee.telephone, gardee.email, depuis.beneficiaire_id) == ("+33611111111", "", gardee.pk)


def test_undo_is_for_a_day_and_the_last_merge_first(cip, gardee, absorbee):
    troisieme = BeneficiaireFactory(nom="Benhali")
    avant = etat(gardee, absorbee, troisieme)
    premiere = fusionner(gardee, absorbee, {"nom": ABSORBEE}, cip)
    seconde = fusionner(troisieme, Beneficiaire.objects.get(pk=gardee.pk), {}, cip)

    with pytest.raises(AnnulationImpossible, match="annulez d’abord"):
        annuler(premiere, timezone.now(), cip)
    with pytest.raises(AnnulationImpossible):
        annuler(seconde, timezone.now() + timedelta(hours=25), cip)
    assert FusionDossiers.objects.numeros_de(troisieme.pk) == [troisieme.pk, absorbee.pk, gardee.pk]
    annuler(seconde, timezone.now(), cip)
    annuler(premiere, timezone.now(), cip)

    assert etat(gardee, absorbee, troisieme) == avant


def test_what_a_colleague_is_typing_follows_the_person(cip, collegue, gardee, absorbee):
    brouillon = Brouillon.objects.create(
        utilisateur=collegue,
        cle=f"entretien:{absorbee.pk}",
        titre="Entretien",
        url=reverse("parcours:entretien_create", args=[absorbee.pk]),
        champs={"compte_rendu": ["En cours"]},
    )

    fusion = fusionner(gardee, absorbee, {}, cip)

    suivi = Brouillon.objects.get(pk=brouillon.pk)
    assert (suivi.cle, suivi.url) == (
        f"entretien:{gardee.pk}",
        reverse("parcours:entretien_create", args=[gardee.pk]),
    )
    assert suivi.champs == {"compte_rendu": ["En cours"]}
    annuler(fusion, timezone.now(), cip)
    assert Brouillon.objects.get(pk=brouillon.pk).cle == f"entretien:{absorbee.pk}"


# What a rule « only once » opposes


def test_two_open_parcours_in_one_dispositif_are_refused_with_what_to_do(client_de, cip, gardee, absorbee, url):
    ParcoursFactory(beneficiaire=gardee, dispositif=Parcours.objects.get().dispositif)

    client = client_de(cip)
    form = client.get(url).context["form"]
    refus = client.post(url, demande(form))

    page = refus.content.decode()
    assert refus.status_code == 409
    assert "Cette personne a déjà un parcours ouvert dans ce dispositif. Terminez l’un des deux parcours" in page
    assert Beneficiaire.objects.count() == 2


def test_two_open_parcours_in_two_dispositifs_go_together(cip, gardee, absorbee):
    ParcoursFactory(beneficiaire=gardee, dispositif=DispositifFactory(nom="Chantier jeunes"))

    fusionner(gardee, absorbee, {}, cip)

    assert gardee.parcours.count() == 2


def test_first_said_stands_for_both_and_the_undo_gives_each_its_own(cip, gardee, absorbee):
    notice = Notice.objects.create(numero=1, texte="Vos données", publiee_le=JOUR, auteur=cip)
    for personne, le in ((gardee, JOUR), (absorbee, JOUR - timedelta(30))):
        InformationDonnee.objects.create(
            beneficiaire=personne, notice=notice, le=le, canal=CanalInformation.LU_ENSEMBLE, donnee_par=cip
        )
        AccordEnvoiFactory(beneficiaire=personne, donne_le=le, recueilli_par=cip)
        PreavisEffacement.objects.create(beneficiaire=personne, donne_le=le, dernier_contact=le)
    ReferentFactory(beneficiaire=gardee, utilisateur=cip, debut=date(2026, 6, 1))
    avant = etat(gardee, absorbee)

    fusion = fusionner(gardee, absorbee, {}, cip)

    premier = JOUR - timedelta(30)
    assert (gardee.informations.get().le, gardee.accords_envoi.get().donne_le) == (premier, premier)
    assert Referent.objects.get().debut == date(2026, 1, 5)
    assert not PreavisEffacement.objects.exists()
    annuler(fusion, timezone.now(), cip)
    assert etat(gardee, absorbee) == avant


@cellules(
    ("une", "autre", "reste"),
    [
        (("2025-01-01", None), ("2023-06-01", None), [("2023-06-01", None)]),
        ((None, None), ("2023-06-01", "2024-01-01"), [(None, None)]),
        (("2025-01-01", None), ("2023-06-01", "2024-01-01"), [("2023-06-01", "2024-01-01"), ("2025-01-01", None)]),
        (("2025-01-01", None), ("2023-06-01", "2025-03-01"), None),
    ],
)
def test_situation_said_twice_is_kept_once_when_one_holds_the_other(cip, gardee, absorbee, une, autre, reste):
    for personne, (debut, fin) in ((gardee, une), (absorbee, autre)):
        dates = [date.fromisoformat(jour) if jour else None for jour in (debut, fin)]
        SituationFactory(beneficiaire=personne, nature=NatureSituation.RSA, debut=dates[0], fin=dates[1])
    avant = etat(gardee, absorbee)

    if reste is None:
        with pytest.raises(FusionImpossible) as refus:
            fusionner(gardee, absorbee, {}, cip)
        assert "Corrigez les dates" in refus.value.conflits[0].que_faire
    else:
        fusion = fusionner(gardee, absorbee, {}, cip)
        dites = gardee.situations.order_by("debut").values_list("debut", "fin")
        assert [(d and str(d), f and str(f)) for d, f in dites] == reste
        annuler(fusion, timezone.now(), cip)
    assert etat(gardee, absorbee) == avant


def test_row_that_would_be_lost_is_refused_rather_than_cut(cip, gardee, absorbee):
    """Both on the list of one séance, each with something of its own; both aim at one job, each with its steps."""
    seance = SeanceFactory()
    ParticipationFactory(seance=seance, beneficiaire=gardee, presence="present", pointe_at=timezone.now())
    ParticipationFactory(seance=seance, beneficiaire=absorbee, presence="", pointe_at=None)

    fusionner(gardee, absorbee, {}, cip)  # only registered here, present there: nothing is lost
    assert gardee.participations.get().presence == "present"

    encore = BeneficiaireFactory(nom="Benali-Roux")
    for personne in (gardee, encore):
        MetierViseFactory(beneficiaire=personne, intitule="Cuisinière").etapes.create(etape="explore", le=JOUR)
    with pytest.raises(FusionImpossible) as refus:
        fusionner(gardee, encore, {}, cip)
    assert [conflit.titre for conflit in refus.value.conflits] == ["Métier visé"]


# Who may, and which files may not


def test_limited_or_held_file_is_refused_with_the_reason(client_de, cip, chef, gardee, absorbee, url):
    decision = {"motif": "Contestation", "prise_le": JOUR, "prise_par": chef}
    gel = GelSuppression.objects.create(beneficiaire=absorbee, **decision)
    client = client_de(cip)
    retenue = client.post(url, demande(client.get(url).context["form"])).content.decode()
    gel.lever(JOUR, "Fini")
    Limitation.objects.create(beneficiaire=gardee, **decision)
    limitee = client.post(url, demande(client.get(url).context["form"])).content.decode()

    assert "doit être conservé tel quel depuis le 17/11/2026" in retenue
    assert "Contestation" not in retenue
    assert "est limité depuis le 17/11/2026" in limitee
    assert Beneficiaire.objects.count() == 2


def test_archived_or_erased_file_is_not_found(client_de, cip, gardee, absorbee, url):
    Beneficiaire.objects.filter(pk=absorbee.pk).update(archive_le=JOUR)
    archivee = client_de(cip).get(url).status_code
    Beneficiaire.objects.filter(pk=absorbee.pk).update(archive_le=None, efface_le=JOUR)

    assert (archivee, client_de(cip).get(url).status_code) == (404, 404)


def test_only_those_who_read_all_of_the_file_merge_and_never_across_structures(
    client_de, etranger, lecteur, administratif, benevole, encadrant, cip, gardee, absorbee, url
):
    assert client_de(etranger).post(url, {}).status_code == 404
    for qui in (lecteur, administratif, benevole, encadrant):
        assert [client_de(qui).get(adresse).status_code for adresse in (url, LISTE)] == [403, 403]
    assert client_de(cip).get(reverse("beneficiaires:fusion_create", args=[gardee.pk] * 2)).status_code == 404
    fusion = fusionner(gardee, absorbee, {}, cip)
    retour = reverse("beneficiaires:fusion_annulation", args=[fusion.pk])
    assert [client_de(qui).post(retour).status_code for qui in (etranger, administratif)] == [404, 403]


def test_file_of_another_structure_is_never_taken(client_de, cip, autre_structure, gardee):
    with contexte(autre_structure.pk):
        ailleurs = BeneficiaireFactory(nom="Benali")

    for pks in ((gardee.pk, ailleurs.pk), (ailleurs.pk, gardee.pk)):
        assert client_de(cip).get(reverse("beneficiaires:fusion_create", args=pks)).status_code == 404


def test_comparing_is_read_in_the_journal_of_each(client_de, cip, gardee, absorbee, url):
    client_de(cip).get(url)

    lues = set(Lecture.objects.values_list("beneficiaire_id", "quoi"))
    assert lues == {(pk, "comparaison de deux dossiers") for pk in (gardee.pk, absorbee.pk)}


def test_file_changed_meanwhile_is_shown_again_and_a_second_click_is_harmless(client_de, cip, gardee, absorbee, url):
    client = client_de(cip)
    voulu = demande(client.get(url).context["form"])
    Beneficiaire.objects.filter(pk=gardee.pk).update(version=3)
    perime = client.post(url, voulu)
    voulu = demande(perime.context["form"])

    assert perime.status_code == 409
    assert [client.post(url, voulu).status_code for _ in range(2)] == [302, 302]
    assert FusionDossiers.objects.count() == 1


def test_two_people_told_apart_leave_the_list_and_come_back(client_de, cip, gardee, absorbee):
    client = client_de(cip)
    adresse = reverse("beneficiaires:distinction_create", args=[absorbee.pk, gardee.pk])
    assert len(client.get(LISTE).context["paires"]) == 1

    client.post(adresse)
    client.post(adresse)
    page, paire = client.get(LISTE), PersonnesDistinctes.objects.get()
    client.post(reverse("beneficiaires:distinction_delete", args=[paire.pk]))

    assert (page.context["paires"], paire.premiere, paire.auteur) == ([], gardee, cip)
    assert len(client.get(LISTE).context["paires"]) == 1


def test_list_makes_as_many_queries_whatever_the_pairs(client_de, cip, structure, requetes):
    def compter():
        with requetes() as faites:
            client_de(cip).get(LISTE)
        return len(faites)

    BeneficiaireFactory.create_batch(2, nom="Benali")
    deux = compter()
    BeneficiaireFactory.create_batch(6, nom="Benali")
    assert compter() == deux
