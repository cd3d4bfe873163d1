"""Doubles: listed, merged with a choice per field, undone to the row; nothing that someone wrote is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from entreprises.doublons import paires_probables
from entreprises.fusions import annuler, fusionner
from entreprises.models import Echange, Entreprise, Etablissement, FusionEntreprise, PaireDistincte
from insertion.annulation import AnnulationImpossible
from insertion.fusions import liens
from insertion.models import Brouillon
from parcours.models import Immersion, MiseEnRelation
from tests.cellules import cellules
from tests.usines import (
    CampagneFactory,
    CibleCampagneFactory,
    ContactFactory,
    EchangeFactory,
    EntrepriseFactory,
    ImmersionFactory,
    MiseEnRelationFactory,
    OffreFactory,
)
from tests.usines.socle import siret

LISTE = reverse("entreprises:doublon_list")


@pytest.fixture
def gardee(structure):
    return EntrepriseFactory(raison_sociale="Conserverie du Port", telephone="03 20 00 00 01", remarques="Quai 2")


@pytest.fixture
def absorbee(structure, cip):
    entreprise = EntrepriseFactory(
        raison_sociale="Conserverie du Port SARL", siret=siret(5), remarques="Badge obligatoire", referent=cip
    )
    EchangeFactory(entreprise=entreprise, contact=ContactFactory(entreprise=entreprise))
    MiseEnRelationFactory(entreprise=entreprise, offre=OffreFactory(entreprise=entreprise))
    ImmersionFactory(entreprise=entreprise)
    return entreprise


@pytest.fixture
def url(gardee, absorbee):
    return reverse("entreprises:fusion_create", args=[gardee.pk, absorbee.pk])


def accroches(entreprise):
    """{model: keys of the rows that point to the firm}."""
    return {
        modele._meta.label: pks
        for modele, champ in liens(Entreprise)
        if (pks := set(modele.objects.filter(**{champ.attname: entreprise.pk}).values_list("pk", flat=True)))
    }


@cellules(
    ("champs", "raison"),
    [
        ({"raison_sociale": "conserverie du port"}, "Noms proches, même commune"),
        ({"raison_sociale": "Autre enseigne", "siret": siret(9, "0002")}, "Même SIREN"),
        ({"raison_sociale": "Conserverie du Port", "commune": "Lille"}, None),
        ({"raison_sociale": "Conserverie du Port", "siret": siret(12)}, None),
    ],
)
def test_probable_doubles_say_why(structure, champs, raison):
    EntrepriseFactory(raison_sociale="Conserverie du Port", siret=siret(9))
    EntrepriseFactory(**champs)

    assert [paire.raison for paire in paires_probables()] == ([raison] if raison else [])


def test_every_key_towards_a_firm_is_known_to_the_merge():
    noms = {f"{modele.__name__}.{champ.name}" for modele, champ in liens(Entreprise)}

    assert {"Echange.entreprise", "Contact.entreprise", "Immersion.entreprise", "MiseEnRelation.entreprise"} <= noms
    assert not any("Event" in nom for nom in noms)


def test_merge_moves_everything_and_keeps_what_was_chosen(client_de, cip, gardee, absorbee, url):
    page = client_de(cip).get(url).content.decode()
    response = client_de(cip).post(url, {"versions": "0-0", "raison_sociale": "absorbee", "remarques": "deux"})

    gardee.refresh_from_db()
    assert "Badge obligatoire" in page
    assert response.url == gardee.get_absolute_url()
    assert (gardee.raison_sociale, gardee.siret) == ("Conserverie du Port SARL", absorbee.siret)
    assert (gardee.referent, gardee.telephone) == (cip, "03 20 00 00 01")
    assert gardee.remarques == "Quai 2\n\nBadge obligatoire"
    assert not Entreprise.objects.filter(pk=absorbee.pk).exists()
    assert {Echange.objects.get().entreprise_id, Immersion.objects.get().entreprise_id} == {gardee.pk}
    assert MiseEnRelation.objects.get().entreprise_id == gardee.pk


def test_address_of_the_absorbed_firm_leads_to_the_kept_one(client_de, lecteur, cip, gardee, absorbee):
    fusionner(gardee, absorbee, {}, cip)

    assert client_de(lecteur).get(absorbee.get_absolute_url()).url == gardee.get_absolute_url()


def test_undo_puts_each_row_back_where_it_was(cip, gardee, absorbee):
    EchangeFactory(entreprise=gardee)
    avant = accroches(gardee), accroches(absorbee)
    champs = Entreprise.objects.filter(pk__in=[gardee.pk, absorbee.pk]).order_by("pk")
    colonnes = [c.attname for c in Entreprise._meta.concrete_fields if c.attname != "version"]
    fiches = list(champs.values(*colonnes))
    choix = {"raison_sociale": "absorbee", "siret": "absorbee", "referent": "absorbee", "remarques": "deux"}

    fusion = fusionner(gardee, absorbee, choix, cip)
    annuler(fusion, timezone.now(), cip)

    apres = accroches(gardee), accroches(absorbee)
    assert fusion.pk in apres[0].pop("entreprises.FusionEntreprise")
    assert apres == avant
    assert list(champs.values(*colonnes)) == fiches


def test_undo_keeps_what_was_written_since(cip, gardee, absorbee):
    fusion = fusionner(gardee, absorbee, {"remarques": "deux"}, cip)
    depuis = EchangeFactory(entreprise=Entreprise.objects.get(pk=gardee.pk), texte="Depuis la fusion")
    Entreprise.objects.filter(pk=gardee.pk).update(remarques="Corrigé depuis")

    annuler(fusion, timezone.now(), cip)

    gardee.refresh_from_db()
    depuis.refresh_from_db()
    assert (gardee.remarques, depuis.entreprise_id) == ("Corrigé depuis", gardee.pk)


def test_two_merges_in_a_row_are_undone_in_any_order(cip, gardee, absorbee):
    troisieme = EntrepriseFactory(raison_sociale="Conserverie")
    avant = accroches(absorbee)
    premiere = fusionner(gardee, absorbee, {}, cip)
    seconde = fusionner(troisieme, Entreprise.objects.get(pk=gardee.pk), {}, cip)

    annuler(premiere, timezone.now(), cip)
    annuler(seconde, timezone.now(), cip)

    assert accroches(absorbee) == avant
    assert Entreprise.objects.count() == 3


def test_two_firms_of_one_campaign_are_one_target_until_the_undo(cip, gardee, absorbee):
    campagne = CampagneFactory()
    for entreprise in (gardee, absorbee):
        CibleCampagneFactory(campagne=campagne, entreprise=entreprise)
    ailleurs = CibleCampagneFactory(entreprise=absorbee)
    avant = accroches(absorbee)

    fusion = fusionner(gardee, absorbee, {}, cip)

    ailleurs.refresh_from_db()
    assert (campagne.cibles.count(), ailleurs.entreprise_id) == (1, gardee.pk)
    annuler(fusion, timezone.now(), cip)
    assert accroches(absorbee) == avant
    assert campagne.cibles.count() == 2


def test_siret_that_is_not_kept_becomes_a_site(cip, gardee, absorbee):
    Entreprise.objects.filter(pk=gardee.pk).update(siret=siret(4))

    fusion = fusionner(gardee, absorbee, {}, cip)

    site = Etablissement.objects.get()
    assert (site.siret, site.entreprise_id) == (absorbee.siret, gardee.pk)
    annuler(fusion, timezone.now(), cip)
    assert not Etablissement.objects.exists()


def test_what_a_colleague_is_typing_follows_the_firm(cip, collegue, gardee, absorbee):
    brouillon = Brouillon.objects.create(
        utilisateur=collegue,
        cle=f"echange:{absorbee.pk}",
        titre="Échange",
        url=absorbee.get_absolute_url(),
        champs={"texte": ["En cours"]},
    )

    fusion = fusionner(gardee, absorbee, {}, cip)

    brouillon.refresh_from_db()
    assert (brouillon.cle, brouillon.url) == (f"echange:{gardee.pk}", gardee.get_absolute_url())
    annuler(fusion, timezone.now(), cip)
    brouillon.refresh_from_db()
    assert brouillon.url == absorbee.get_absolute_url()


def test_merge_is_undone_from_the_page_for_a_day_only(client_de, cip, gardee, absorbee):
    fusion = fusionner(gardee, absorbee, {}, cip)
    with pytest.raises(AnnulationImpossible):
        annuler(fusion, timezone.now() + timedelta(hours=25), cip)

    client = client_de(cip)
    page = client.get(LISTE).content.decode()
    response = client.post(reverse("entreprises:fusion_annulation", args=[fusion.pk]))

    assert "« Conserverie du Port SARL »" in page
    assert response.url == absorbee.get_absolute_url()
    assert not FusionEntreprise.objects.en_vigueur().exists()


def test_firm_changed_meanwhile_is_shown_again(client_de, cip, gardee, absorbee, url):
    Entreprise.objects.filter(pk=gardee.pk).update(version=3)

    response = client_de(cip).post(url, {"versions": "0-0", "raison_sociale": "gardee", "remarques": "deux"})

    assert (response.status_code, Entreprise.objects.count()) == (409, 2)


def test_choice_that_does_not_exist_is_refused(client_de, cip, url):
    response = client_de(cip).post(url, {"versions": "0-0", "raison_sociale": "ailleurs", "remarques": "deux"})

    assert (response.status_code, Entreprise.objects.count()) == (422, 2)


def test_stranger_and_reader_merge_nothing(client_de, etranger, lecteur, url):
    assert client_de(etranger).post(url, {}).status_code == 404
    assert [client_de(lecteur).get(adresse).status_code for adresse in (url, LISTE)] == [403, 403]


def distinguer(client, une, autre):
    return client.post(reverse("entreprises:distinction_create", args=[une.pk, autre.pk]))


def test_two_firms_told_apart_leave_the_list_with_who_said_it_and_come_back_when_undone(
    client_de, cip, gardee, absorbee
):
    client = client_de(cip)
    assert len(paires_probables()) == 1

    distinguer(client, absorbee, gardee)
    distinguer(client, gardee, absorbee)
    page, paire = client.get(LISTE), PaireDistincte.objects.get()
    client.post(reverse("entreprises:distinction_delete", args=[paire.pk]))

    assert (paire.premiere, paire.seconde, paire.auteur) == (gardee, absorbee, cip)
    assert list(page.context["page"]) == []
    assert str(cip) in page.content.decode()
    assert len(paires_probables()) == 1


def test_pair_told_apart_follows_a_merge_and_its_undo(cip, gardee, absorbee):
    troisieme = EntrepriseFactory(raison_sociale="Conserverie du Port Nord")
    for une, autre in ((gardee, absorbee), (absorbee, troisieme), (gardee, troisieme)):
        PaireDistincte.noter(une, autre, cip)
    avant = accroches(absorbee)

    fusion = fusionner(gardee, absorbee, {}, cip)

    assert paires_probables() == []
    assert [{p.premiere, p.seconde} for p in PaireDistincte.objects.pour_liste()] == [{gardee, troisieme}]
    annuler(fusion, timezone.now(), cip)
    assert accroches(absorbee) == avant


def test_stranger_and_reader_tell_nothing_apart(client_de, etranger, lecteur, cip, gardee, absorbee):
    assert distinguer(client_de(etranger), gardee, absorbee).status_code == 404
    assert distinguer(client_de(lecteur), gardee, absorbee).status_code == 403
    assert distinguer(client_de(cip), gardee, gardee).status_code == 404
    paire = PaireDistincte.noter(gardee, absorbee, cip)
    adresse = reverse("entreprises:distinction_delete", args=[paire.pk])
    assert [client_de(qui).post(adresse).status_code for qui in (etranger, lecteur)] == [404, 403]
