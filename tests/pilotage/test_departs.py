"""A colleague leaves: what they carry, who takes over, the note that the new référent reads first, and the undo."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from beneficiaires.models import Referent
from insertion.isolation.contexte import contexte
from insertion.models import Appartenance, Brouillon
from parcours.fil import evenements
from parcours.models import RendezVous
from pilotage.models import Depart, Passation
from pilotage.rappels import rappels_dus
from tests.conftest import membre
from tests.usines import (
    AbsenceFactory,
    ActionFactory,
    EntrepriseFactory,
    EntretienFactory,
    ParcoursFactory,
    ReferentFactory,
    RendezVousFactory,
)
from tests.usines.parcours import PARIS

MATIN = datetime(2026, 11, 17, 9, 30, tzinfo=PARIS)
LE, VENDREDI = date(2026, 11, 17), date(2026, 11, 20)
LUNDI = datetime(2026, 11, 23, 10, tzinfo=PARIS)
CREER = reverse("pilotage:depart_create")


@pytest.fixture(autouse=True)
def horloge():
    with time_machine.travel(MATIN, tick=False) as voyageur:
        yield voyageur


def suivi(referent, nom, **champs):
    parcours = ParcoursFactory(beneficiaire__nom=nom, beneficiaire__prenom="", date_entree=date(2026, 9, 1), **champs)
    ReferentFactory(beneficiaire=parcours.beneficiaire, utilisateur=referent, debut=date(2026, 9, 1))
    return parcours


def adresse(nom, *args):
    return reverse(f"pilotage:{nom}", args=[Depart.objects.get().pk, *args])


def preparer(client, collegue, jour=VENDREDI):
    return client.post(CREER, {"utilisateur": collegue.pk, "dernier_jour": jour.isoformat()})


def partager(client, geste, **donnees):
    return client.post(adresse("depart_partage"), {"geste": geste, **donnees}, follow=True)


def referents():
    """{name of the person: names of those who follow them now}."""
    actuels = Referent.objects.filter(fin=None).values_list("beneficiaire__nom", "utilisateur__nom").order_by("pk")
    qui = {}
    for personne, collegue in actuels:
        qui.setdefault(personne, set()).add(collegue)
    return qui


def test_everything_goes_over_in_one_click_and_comes_back_in_one(client_de, chef, cip, collegue):
    kaci, bako = suivi(cip, "Kaci"), suivi(cip, "Bako")
    ReferentFactory(beneficiaire=bako.beneficiaire, utilisateur=collegue, debut=date(2026, 9, 1))
    avant = RendezVousFactory(parcours=kaci, utilisateur=cip, debut=LUNDI - timedelta(days=4))
    apres = RendezVousFactory(parcours=kaci, utilisateur=cip, debut=LUNDI)
    annule = RendezVousFactory(parcours=bako, utilisateur=cip, debut=LUNDI)
    firme = EntrepriseFactory(referent=cip)
    client = client_de(chef)

    preparer(client, cip)
    choix = {f"vers-{kaci.beneficiaire_id}": chef.pk, f"vers-{bako.beneficiaire_id}": collegue.pk}
    partager(client, "transmettre", **choix, a_reprendre=[annule.pk], reste_a=collegue.pk)

    assert referents() == {"Kaci": {"Lebrun"}, "Bako": {"Benzema-Morel"}}
    qui = dict(RendezVous.objects.values_list("pk", "utilisateur"))
    assert (qui[avant.pk], qui[apres.pk]) == (cip.pk, chef.pk)
    assert RendezVous.objects.get(pk=annule.pk).statut == "annule"
    firme.refresh_from_db()
    assert firme.referent == collegue
    assert Appartenance.objects.get(utilisateur=cip).fin == VENDREDI

    reponse = client.post(adresse("depart_annulation"), follow=True)

    assert "Tout est rendu à Camille Dubois" in reponse.text
    assert referents() == {"Kaci": {"Dubois"}, "Bako": {"Dubois", "Benzema-Morel"}}
    assert set(RendezVous.objects.values_list("utilisateur", "statut")) == {(cip.pk, "prevu")}
    firme.refresh_from_db()
    assert firme.referent == cip
    assert Appartenance.objects.get(utilisateur=cip).fin is None
    assert not Passation.objects.exclude(remise_at=None).exists()


def test_two_screens_that_share_out_at_once_keep_what_each_has_chosen(client_de, chef, cip, collegue):
    kaci, bako = suivi(cip, "Kaci"), suivi(cip, "Bako")
    rdv = RendezVousFactory(parcours=kaci, utilisateur=cip, debut=LUNDI)
    client = client_de(chef)
    preparer(client, cip)
    avant = {f"avant-{parcours.beneficiaire_id}": "" for parcours in (kaci, bako)}
    page = client.get(adresse("depart_detail")).text
    assert all(f'name="{nom}" value=""' in page for nom in avant)

    partager(client, "garder", **avant, **{f"vers-{kaci.beneficiaire_id}": collegue.pk}, a_reprendre=[rdv.pk])
    partager(client, "garder", **avant, **{f"vers-{bako.beneficiaire_id}": chef.pk})

    vers = dict(Passation.objects.values_list("beneficiaire", "vers"))
    assert vers == {kaci.beneficiaire_id: collegue.pk, bako.beneficiaire_id: chef.pk}
    assert Depart.objects.get().a_reprendre == [rdv.pk]

    partager(client, "garder", **{f"avant-{bako.beneficiaire_id}": chef.pk, f"avant-rdv-{rdv.pk}": "oui"})
    assert Passation.objects.get(beneficiaire=bako.beneficiaire_id).vers is None
    assert Depart.objects.get().a_reprendre == []


def test_a_limited_file_goes_over_but_its_appointment_stays_until_it_may_be_written(
    structure, client_de, chef, cip, collegue
):
    kaci, bako = suivi(cip, "Kaci"), suivi(cip, "Bako")
    rdv = {parcours: RendezVousFactory(parcours=parcours, utilisateur=cip, debut=LUNDI) for parcours in (kaci, bako)}
    kaci.beneficiaire.limitations.create(motif="Conteste son dossier", prise_le=LE, prise_par=chef)
    client = client_de(chef)
    preparer(client, cip)
    assert "ce rendez-vous reste à son nom" in client.get(adresse("depart_detail")).text

    choix = {f"vers-{p.beneficiaire_id}": collegue.pk for p in (kaci, bako)}
    reponse = partager(client, "transmettre", **choix, a_reprendre=[rdv[kaci].pk])

    assert "les rendez-vous restent à son nom pour Kaci" in reponse.text
    assert referents() == {"Kaci": {"Benzema-Morel"}, "Bako": {"Benzema-Morel"}}
    qui = dict(RendezVous.objects.values_list("parcours", "utilisateur"))
    assert qui == {kaci.pk: cip.pk, bako.pk: collegue.pk}

    bako.beneficiaire.limitations.create(motif="Aussi", prise_le=LE, prise_par=chef)
    client.post(adresse("depart_annulation"), follow=True)
    assert referents() == {"Kaci": {"Dubois"}, "Bako": {"Dubois"}}


def test_two_people_who_write_the_same_note_both_keep_their_words(client_de, chef, cip):
    kaci = suivi(cip, "Kaci")
    preparer(client_de(chef), cip)
    note = adresse("passation_update", kaci.beneficiaire_id)
    ouverte = client_de(cip).get(note).context["form"]["version"].value()

    client_de(chef).post(note, {"note": "Appeler le soir.", "version": ouverte})
    tard = client_de(cip).post(note, {"note": "Appeler le matin.", "version": ouverte})

    assert tard.status_code == 409
    assert "Appeler le soir." in tard.text
    assert "Appeler le matin." in tard.text
    assert Passation.objects.get().note == "Appeler le soir."


def test_the_note_is_proposed_rewritten_and_first_on_the_thread_of_the_new_referent(
    structure, client_de, chef, cip, collegue
):
    kaci, bako = suivi(cip, "Kaci"), suivi(cip, "Bako")
    EntretienFactory(parcours=kaci, compte_rendu="Cherche une crèche.", date=MATIN - timedelta(days=6))
    ActionFactory(parcours=kaci, intitule="Appeler la crèche", echeance=date(2026, 11, 30))
    RendezVousFactory(parcours=kaci, utilisateur=cip, debut=LUNDI)
    client = client_de(chef)
    preparer(client, cip)
    note = adresse("passation_update", bako.beneficiaire_id)

    proposee = client.get(adresse("passation_update", kaci.beneficiaire_id)).context["form"]["note"].value()
    client_de(cip).post(note, {"note": "Préfère être appelé le soir.", "version": 0})
    choix = {f"vers-{p.beneficiaire_id}": collegue.pk for p in (kaci, bako)}
    partager(client, "transmettre", **choix)

    assert "Cherche une crèche." in proposee
    assert "- Appeler la crèche, avant le 30 novembre 2026" in proposee.replace("\xa0", " ")
    assert "- lundi 23 novembre 2026 à 10 h 00" in proposee.replace("\xa0", " ")
    premier = evenements(bako.beneficiaire)[0]
    assert (premier.titre, premier.texte, premier.auteur) == (
        "Note de continuité, de Camille Dubois à Karim Benzema-Morel",
        "Préfère être appelé le soir.",
        "Camille Dubois",
    )
    seule = evenements(kaci.beneficiaire)[0]
    assert (seule.texte, seule.mots) == (proposee, ["Tirée du dossier par Tremplin, que personne n’a relue"])
    annonces = [du for du in rappels_dus(structure, LE) if du.motif == "passation"]
    assert {(du.utilisateur_id, du.beneficiaire_id) for du in annonces} == {
        (collegue.pk, kaci.beneficiaire_id),
        (collegue.pk, bako.beneficiaire_id),
    }


def test_the_work_is_evened_out_and_who_follows_somebody_already_keeps_them(
    structure, client_de, chef, cip, collegue
):
    tierce = membre(structure, "charge_insertion", prenom="Ines", nom="Vidal")
    suivi(collegue, "Occupe", rythme_entretiens=10)
    personnes = [suivi(cip, f"Nom{rang}", rythme_entretiens=15) for rang in range(4)]
    ReferentFactory(beneficiaire=personnes[0].beneficiaire, utilisateur=tierce)
    client = client_de(chef)
    preparer(client, cip)

    propose = dict(Passation.objects.values_list("beneficiaire__nom", "vers"))
    partager(client, "repartir", **{f"vers-{personnes[0].beneficiaire_id}": tierce.pk})
    reparti = dict(Passation.objects.values_list("beneficiaire__nom", "vers"))
    partager(client, "confier", personne=[personnes[1].beneficiaire_id], tous_vers=chef.pk)

    assert propose == {"Nom0": tierce.pk}
    assert sorted(reparti.values()) == sorted([collegue.pk, tierce.pk, tierce.pk, tierce.pk])
    assert Passation.objects.get(beneficiaire__nom="Nom1").vers == chef


def test_nobody_is_left_behind_and_a_conflict_is_said_in_words(client_de, chef, cip, collegue):
    kaci = suivi(cip, "Kaci")
    RendezVousFactory(parcours=kaci, utilisateur=cip, debut=LUNDI)
    AbsenceFactory(utilisateur=collegue, debut=LUNDI - timedelta(hours=10), fin=LUNDI + timedelta(hours=14))
    client = client_de(chef)
    preparer(client, cip)

    refus = partager(client, "transmettre")
    page = partager(client, "garder", **{f"vers-{kaci.beneficiaire_id}": collegue.pk})

    assert "Une personne n’a personne pour la reprendre." in refus.text
    assert referents() == {"Kaci": {"Dubois"}}
    assert "Une absence de Karim Benzema-Morel est notée" in page.text


def test_a_preparation_that_is_abandoned_comes_back_with_its_notes(client_de, chef, cip):
    kaci = suivi(cip, "Kaci").beneficiaire
    client = client_de(chef)
    preparer(client, cip)
    depart = Depart.objects.get().pk
    client.post(adresse("passation_update", kaci.pk), {"note": "Appeler le soir.", "version": 0})

    client.post(reverse("pilotage:depart_abandon", args=[depart]))
    vide = Passation.objects.exists()
    client.post(reverse("pilotage:depart_reprise", args=[depart]))

    assert not vide
    assert Passation.objects.get(depart=depart).note == "Appeler le soir."
    assert client.post(reverse("pilotage:depart_reprise", args=[depart])).status_code == 404


def test_drafts_are_copied_without_what_is_confidential_and_taken_back_untouched(client_de, chef, cip, collegue):
    kaci = suivi(cip, "Kaci").beneficiaire
    champs = {"compte_rendu": ["À reprendre"], "note_privee": ["Secret"]}
    commun = {"utilisateur": cip, "titre": "Entretien", "url": "/"}
    Brouillon.objects.create(cle=f"entretien:{kaci.pk}", champs=champs, **commun)
    Brouillon.objects.create(cle=f"note_confidentielle:{kaci.pk}", champs={"texte": ["Secret"]}, **commun)
    client = client_de(chef)
    preparer(client, cip)

    partager(client, "transmettre", **{f"vers-{kaci.pk}": collegue.pk})

    (copie,) = Brouillon.objects.filter(utilisateur=collegue)
    assert (copie.titre, copie.champs) == (
        "Entretien (commencé par Camille Dubois)",
        {"compte_rendu": ["À reprendre"]},
    )
    client.post(adresse("depart_annulation"))
    assert set(Brouillon.objects.values_list("utilisateur", flat=True)) == {cip.pk}


def test_a_file_moved_since_is_left_and_a_day_later_nothing_comes_back(client_de, chef, cip, collegue, horloge):
    kaci, bako = suivi(cip, "Kaci"), suivi(cip, "Bako")
    client = client_de(chef)
    preparer(client, cip)
    partager(client, "transmettre", **{f"vers-{p.beneficiaire_id}": collegue.pk for p in (kaci, bako)})
    kaci.beneficiaire.confier_a(chef, LE)

    horloge.shift(timedelta(hours=25))
    tard = client_de(chef).post(adresse("depart_annulation"), follow=True)
    horloge.move_to(MATIN)
    reponse = client.post(adresse("depart_annulation"), follow=True)

    assert "ce délai est passé" in tard.text
    assert "rien n’est touché pour\u00a0: Kaci" in reponse.text
    assert referents() == {"Kaci": {"Lebrun"}, "Bako": {"Dubois"}}


def test_it_is_for_supervisors_and_who_leaves_only_writes_their_notes(
    client_de, chef, cip, collegue, autre_structure, etranger
):
    suivi(cip, "Kaci")
    with contexte(autre_structure.pk):
        suivi(etranger, "Ailleurs")
    preparer(client_de(chef), cip)

    assert "Vos notes de continuité" in client_de(cip).get(adresse("depart_detail")).text
    assert client_de(cip).post(adresse("depart_partage")).status_code == 403
    assert client_de(cip).get(CREER).status_code == 403
    assert client_de(collegue).get(adresse("depart_detail")).status_code == 404
    assert preparer(client_de(chef), etranger).status_code == 422
    assert preparer(client_de(chef), cip).status_code == 422


def test_a_departure_of_nobody_is_refused_in_one_sentence(client_de, chef):
    page = client_de(chef).post(CREER, {"utilisateur": "", "dernier_jour": VENDREDI.isoformat()})

    assert page.status_code == 422
    assert page.context["form"].errors == {"utilisateur": ["Ce champ est obligatoire."]}


def test_the_page_asks_as_many_questions_for_one_person_as_for_many(client_de, chef, cip, collegue, requetes):
    client = client_de(chef)
    RendezVousFactory(parcours=suivi(cip, "Kaci"), utilisateur=cip, debut=LUNDI)
    preparer(client, cip)
    client.get(adresse("depart_detail"))
    with requetes() as une:
        client.get(adresse("depart_detail"))
    for rang in range(8):
        RendezVousFactory(parcours=suivi(cip, f"Nom{rang}"), utilisateur=cip, debut=LUNDI + timedelta(hours=rang))
    with requetes() as neuf:
        client.get(adresse("depart_detail"))
    choix = {f"vers-{pk}": collegue.pk for pk in Referent.objects.values_list("beneficiaire", flat=True)}

    assert len(neuf) == len(une)
    assert partager(client, "transmettre", **choix).status_code == 200
    assert {nom for siens in referents().values() for nom in siens} == {"Benzema-Morel"}
