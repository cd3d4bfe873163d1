"""The pages of reports: who may, what they choose, what is kept of what they type."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from insertion.enums import EtatTravail, Role
from insertion.isolation.contexte import contexte
from insertion.models import Lecture
from pilotage.bilans import production
from pilotage.bilans.contenu import periode_comptee
from pilotage.forms.bilans import BilanUpdateForm
from pilotage.indicateurs.references import TREMPLIN
from pilotage.models import Bilan, BilanProduit
from tests.cellules import cellules
from tests.conftest import membre
from tests.usines import DispositifFactory
from tests.usines.bilans import BilanFactory, ConventionFactory

from .conftest import Sonnette

pytestmark = pytest.mark.usefixtures("pages_blanches")

LISTE, NOUVEAU = "pilotage:bilan_list", "pilotage:bilan_create"


@pytest.fixture
def produit(structure, bilan, chef):
    produit = production.demander(bilan, par=chef, tache=Sonnette())
    production.produire(structure.pk, produit.pk)
    return BilanProduit.objects.get(pk=produit.pk)


def page(client, nom, *args):
    return client.get(reverse(nom, args=args)).content.decode()


def creer(client, **champs):
    envoi = {"modele": "iae", "periode": "2025-01-01/2025-12-31", "masquer_petits": "on"}
    return client.post(reverse(NOUVEAU), envoi | champs)


# --- Who may --------------------------------------------------------------------------------------


def _adresses(bilan, produit):
    return [
        reverse(LISTE),
        reverse("pilotage:bilan_detail", args=[bilan.pk]),
        reverse("pilotage:bilan_verification", args=[bilan.pk]),
        reverse("pilotage:produit_detail", args=[produit.pk]),
        reverse("pilotage:produit_pdf", args=[produit.pk]),
        reverse("pilotage:produit_tableur", args=[produit.pk]),
        reverse("pilotage:produit_comparaison", args=[produit.pk]),
        reverse("pilotage:produit_chiffre", args=[produit.pk, "accueillis", "total"]),
    ]


def test_who_follows_people_reads_reports(bilan, produit, cip, client_de):
    client = client_de(cip)

    assert [client.get(adresse).status_code for adresse in _adresses(bilan, produit)] == [200] * 8


@cellules("role", ["encadrant", "lecteur", "benevole"])
def test_other_roles_do_not(bilan, produit, client_de, request, role):
    client = client_de(request.getfixturevalue(role))

    assert {client.get(adresse).status_code for adresse in _adresses(bilan, produit)} == {403}


def test_another_structure_finds_nothing(bilan, produit, autre_structure, client_de):
    client = client_de(membre(autre_structure, Role.CHEF_SERVICE))

    assert {client.get(adresse).status_code for adresse in _adresses(bilan, produit)[1:]} == {404}
    assert bilan.titre not in client.get(reverse(LISTE)).content.decode()


def test_reading_is_not_writing(bilan, cip, client_de):
    client = client_de(cip)
    adresses = [
        reverse(NOUVEAU),
        reverse("pilotage:bilan_update", args=[bilan.pk]),
        reverse("pilotage:bilan_bloc", args=[bilan.pk, "publics"]),
        reverse("pilotage:bilan_texte", args=[bilan.pk, "publics"]),
        reverse("pilotage:produit_create", args=[bilan.pk]),
    ]

    assert {client.post(adresse, {"action": "retirer"}).status_code for adresse in adresses} == {403}
    detail = page(client, "pilotage:bilan_detail", bilan.pk)
    assert "Produire" not in detail.split("Versions produites")[0]
    assert "Écrire un texte" not in detail


def test_another_structure_writes_nothing(bilan, autre_structure, client_de):
    client = client_de(membre(autre_structure, Role.CHEF_SERVICE))

    for nom, args in (
        ("bilan_update", [bilan.pk]),
        ("bilan_bloc", [bilan.pk, "publics"]),
        ("bilan_texte", [bilan.pk, "publics"]),
        ("produit_create", [bilan.pk]),
    ):
        assert client.post(reverse(f"pilotage:{nom}", args=args), {"action": "retirer"}).status_code == 404


# --- The list ---------------------------------------------------------------------------------------


def test_empty_list_says_where_to_begin(structure, chef, client_de):
    assert "Choisissez un modèle et une période" in page(client_de(chef), LISTE)


def test_search_finds_by_title_or_funder(bilan, convention, chef, client_de):
    Bilan.objects.update(convention=convention)
    client = client_de(chef)

    assert bilan.titre in client.get(reverse(LISTE), {"q": "dreets"}).content.decode()
    assert "Aucun bilan ne correspond" in client.get(reverse(LISTE), {"q": "plie"}).content.decode()


@cellules("nombre", [1, 12])
def test_list_costs_the_same_however_long(structure, chef, client_de, requetes, nombre):
    for bilan in BilanFactory.create_batch(nombre, auteur=chef):
        production.demander(bilan, par=chef, tache=Sonnette())
    client = client_de(chef)
    with requetes() as faites:
        client.get(reverse(LISTE))
    assert len(faites) == 9


# --- The first step -----------------------------------------------------------------------------------


def test_a_report_is_made_of_its_template_and_gets_a_title(structure, chef, client_de):
    reponse = creer(client_de(chef))

    bilan = Bilan.objects.get()
    assert reponse.url == bilan.get_absolute_url()
    assert (bilan.titre, bilan.auteur) == (f"Bilan annuel IAE, {_annee()}", chef)
    assert (bilan.du, bilan.au) == (date(2025, 1, 1), date(2025, 12, 31))
    assert [b["code"] for b in bilan.blocs if b["actif"]][:2] == ["presentation", "essentiel"]


def _annee():
    """The tests do not stop the clock: 2025 is offered by its name until the end of 2026."""
    assert timezone.localdate().year == 2026
    return "année 2025"


def test_a_cohort_is_chosen_kept_and_followed_by_each_figure(peuple, structure, chef, client_de):
    peuple(6)
    client = client_de(chef)

    creer(client, entres_du="2024-09-01", publics=["femmes", "rsa"])

    bilan = Bilan.objects.get()
    assert (bilan.entres_du, bilan.entres_au, bilan.publics) == (date(2024, 9, 1), None, ["femmes", "rsa"])
    html = page(client, "pilotage:bilan_detail", bilan.pk)
    assert "entrées depuis le 01/09/2024, public\u00a0: RSA ou Femmes" in html
    suite = "entres_du=2024-09-01&amp;public=femmes&amp;public=rsa"
    lien = next(a for a in re.findall(r'href="([^"]*/accueillis/total/[^"]*)"', html) if suite in a)
    assert len(client.get(lien.replace("&amp;", "&")).context["derriere"].page) == 4
    assert 'value="femmes"' in page(client, "pilotage:bilan_update", bilan.pk)


def test_the_parts_that_an_agreement_wants_make_the_plan_and_are_looked_for(structure, chef, client_de):
    convention = ConventionFactory(sections=["Sorties", "GEIQ"])
    client = client_de(chef)
    creer(client, convention=convention.pk)
    bilan = Bilan.objects.get()
    montres = [b["code"] for b in bilan.blocs if b["actif"]]
    assert montres[2:5] == ["sorties", "motifs", "geiq"]

    client.post(reverse("pilotage:bilan_bloc", args=[bilan.pk, "geiq"]), {"action": "retirer"})

    html = page(client, "pilotage:bilan_verification", bilan.pk)
    assert "La convention demande la partie «\u00a0GEIQ\u00a0», que le bilan ne montre pas." in html
    assert "la partie « Sorties »" not in html
    assert f'action="{reverse("pilotage:bilan_bloc", args=[bilan.pk, "geiq"])}"' in html


def test_agreement_brings_its_period_template_and_dispositifs(structure, chef, client_de):
    convention = ConventionFactory(debut=date(2025, 4, 1), fin=date(2026, 3, 31))
    convention.couverts.create(dispositif=DispositifFactory(nom="Maraîchage"), structure=structure)

    reponse = client_de(chef).get(reverse(NOUVEAU), {"convention": convention.pk})

    valeurs = reponse.context["form"].initial
    assert (valeurs["modele"], valeurs["du"], valeurs["periode"]) == ("iae", date(2025, 4, 1), "autre")
    assert len(valeurs["choix_dispositifs"]) == 1


def _departement(structure):
    convention = ConventionFactory(modele="departement")
    convention.couvrir([DispositifFactory(nom="Maraîchage")])
    DispositifFactory(nom="Restauration")
    return convention


def test_an_agreement_chosen_brings_its_dispositifs_and_a_template_its_public(structure, chef, client_de):
    convention = _departement(structure)
    client = client_de(chef)

    creer(client, modele="departement", convention=convention.pk)

    bilan = Bilan.objects.get()
    assert (len(bilan.dispositifs), bilan.publics) == (1, ["rsa"])
    html = page(client, "pilotage:bilan_detail", bilan.pk)
    assert "dispositifs de la convention (Maraîchage), public du modèle (RSA)" in html
    assert "Vous pouvez le changer dans Réglages." in html
    assert "Ce modèle rend compte" not in page(client, "pilotage:bilan_verification", bilan.pk)


def test_what_is_ticked_goes_before_the_agreement(structure, chef, client_de):
    convention = _departement(structure)
    restauration = DispositifFactory(nom="Cuisine")

    creer(
        client_de(chef),
        modele="departement",
        convention=convention.pk,
        choix_dispositifs=[restauration.pk],
        publics=["femmes"],
    )

    bilan = Bilan.objects.get()
    assert (bilan.dispositifs, bilan.publics) == ([restauration.pk], ["femmes"])


def test_boxes_that_came_ticked_and_were_emptied_stay_empty(structure, chef, client_de):
    convention = _departement(structure)
    client = client_de(chef)
    adresse = f"{reverse(NOUVEAU)}?convention={convention.pk}"
    valeurs = client.get(adresse).context["form"].initial
    assert (len(valeurs["choix_dispositifs"]), valeurs["publics"]) == (1, ["rsa"])

    client.post(adresse, {"modele": "departement", "convention": convention.pk, "periode": "2025-01-01/2025-12-31"})

    bilan = Bilan.objects.get()
    assert (bilan.dispositifs, bilan.publics) == ([], [])
    html = page(client, "pilotage:bilan_verification", bilan.pk)
    assert "La convention couvre Maraîchage\u00a0: le bilan n’a pas les mêmes dispositifs." in html
    assert "Ce modèle rend compte d’un public, RSA\u00a0: le bilan compte tout le monde." in html


def test_the_list_behind_a_figure_leads_back_to_the_report(peuple, bilan, chef, client_de):
    peuple(6)
    client = client_de(chef)
    html = client.get(bilan.get_absolute_url()).content.decode()
    lien = next(a for a in re.findall(r'href="([^"]*/taux_dynamiques/b/[^"]*)"', html)).replace("&amp;", "&")

    html = client.get(lien).content.decode()

    assert f'href="{bilan.get_absolute_url()}"' in html
    assert f"bilan={bilan.pk}" in html


def test_a_block_without_a_word_shows_in_the_builder_and_is_not_printed(bilan, produit, chef, client_de):
    client = client_de(chef)

    assert "il ne sera pas imprimé" in client.get(bilan.get_absolute_url()).content.decode()
    fige = client.get(produit.get_absolute_url()).content.decode()
    assert 'id="bloc-presentation"' not in fige
    assert 'id="bloc-effectifs"' in fige


@cellules("convention", ["x", "999999999999999999999", "0"])
def test_unknown_agreement_is_left_aside(structure, chef, client_de, convention):
    assert client_de(chef).get(reverse(NOUVEAU), {"convention": convention}).status_code == 200


@cellules(
    ("champs", "message"),
    [
        ({"modele": ""}, "obligatoire"),
        ({"periode": "autre"}, "Quel est le premier jour"),
        ({"periode": "autre", "du": "2025-06-01", "au": "2025-01-01"}, "ne peut pas finir avant de commencer"),
        ({"periode": "toujours"}, "Sélectionnez un choix valide"),
        ({"convention": "999"}, "Sélectionnez un choix valide"),
        ({"entres_du": "2025-06-01", "entres_au": "2025-01-01"}, "Les entrées ne peuvent pas finir avant"),
        ({"publics": ["marins"]}, "Ce public n’existe pas"),
    ],
)
def test_bad_input_is_said_beside_its_field_and_kept(structure, chef, client_de, champs, message):
    reponse = creer(client_de(chef), titre="Mon titre à garder", **champs)

    assert reponse.status_code == 422
    assert message in reponse.content.decode()
    assert "Mon titre à garder" in reponse.content.decode()
    assert not Bilan.objects.exists()


def test_agreement_and_dispositifs_of_others_cannot_be_chosen(structure, autre_structure, chef, client_de):
    with contexte(autre_structure.pk):
        ailleurs, dispositif = ConventionFactory(), DispositifFactory()

    for champs in ({"convention": ailleurs.pk}, {"choix_dispositifs": [dispositif.pk]}):
        assert creer(client_de(chef), **champs).status_code == 422


def test_settings_changed_by_a_colleague_meanwhile_show_both(bilan, chef, client_de):
    client, adresse = client_de(chef), reverse("pilotage:bilan_update", args=[bilan.pk])
    envoi = {"periode": "2025-01-01/2025-12-31", "titre": "Le mien", "version": 0}
    client.post(adresse, envoi | {"titre": "Le sien"})

    reponse = client.post(adresse, envoi)

    assert reponse.status_code == 409
    assert all(titre in reponse.content.decode() for titre in ("Le mien", "Le sien"))


def test_a_text_saved_while_the_settings_are_sent_stays(bilan, chef):
    envoi = {"periode": "2025-01-01/2025-12-31", "titre": "Le mien", "version": 0}
    form = BilanUpdateForm(envoi, instance=Bilan.objects.get(), utilisateur=chef)
    assert form.is_valid(), form.errors
    Bilan.objects.get().ecrire("essentiel", "Une année pleine.")

    form.save()

    garde = Bilan.objects.get()
    assert (garde.titre, garde.bloc("essentiel")["texte"]) == ("Le mien", "Une année pleine.")


# --- The builder --------------------------------------------------------------------------------------


def test_preview_costs_the_same_however_many_people(peuple, bilan, convention, chef, client_de, requetes):
    Bilan.objects.update(convention=convention)
    client, dispositif = client_de(chef), DispositifFactory()
    for de_plus in (20, 40, 140):
        peuple(de_plus, dispositif)
        with requetes() as faites:
            reponse = client.get(bilan.get_absolute_url())
        assert reponse.context["contenu"]["entete"]["financeur"] == "DREETS Hauts-de-France"
        assert len(faites) <= 41


def test_each_figure_of_the_preview_opens(peuple, bilan, chef, client_de):
    dispositif = DispositifFactory()
    peuple(6, dispositif)
    Bilan.objects.update(dispositifs=[dispositif.pk])
    client = client_de(chef)
    adresse = (
        f"/bilans/chiffres/accueillis/total/?du=2025-01-01&amp;au=2025-12-31&amp;dispositif={dispositif.pk}"
        "&amp;part=derriere"
    )

    assert adresse in client.get(bilan.get_absolute_url()).content.decode()
    assert client.get(adresse.replace("&amp;", "&")).status_code == 200


def test_a_block_goes_without_javascript(bilan, chef, client_de):
    adresse = reverse("pilotage:bilan_bloc", args=[bilan.pk, "publics"])

    reponse = client_de(chef).post(adresse, {"action": "retirer"})

    bilan.refresh_from_db()
    assert reponse.url == f"{bilan.get_absolute_url()}#plan"
    assert not bilan.bloc("publics")["actif"]


def test_with_javascript_the_plan_and_the_sheets_come_back(bilan, chef, client_de):
    adresse = reverse("pilotage:bilan_bloc", args=[bilan.pk, "publics"])

    reponse = client_de(chef).post(adresse, {"action": "retirer"}, headers={"HX-Request": "true"}).content.decode()

    assert 'id="plan"' in reponse
    assert 'id="apercu" hx-swap-oob="true"' in reponse
    assert 'id="bloc-publics"' not in reponse


@cellules(("code", "action", "status"), [("inconnu", "monter", 404), ("publics", "doubler", 400)])
def test_unknown_block_or_action(bilan, chef, client_de, code, action, status):
    reponse = client_de(chef).post(reverse("pilotage:bilan_bloc", args=[bilan.pk, code]), {"action": action})

    assert reponse.status_code == status


def ecrire(client, bilan, code, texte, version=0):
    adresse = reverse("pilotage:bilan_texte", args=[bilan.pk, code])
    return client.post(adresse, {"texte": texte, "version": version})


def test_the_text_of_a_block_is_kept_and_printed(bilan, chef, client_de):
    client = client_de(chef)

    reponse = ecrire(client, bilan, "perspectives", "Deux postes de plus.\n\n- un\n- deux")

    assert reponse.url == f"{bilan.get_absolute_url()}#bloc-perspectives"
    assert "<li>deux</li>" in page(client, "pilotage:bilan_detail", bilan.pk)


def test_two_texts_of_one_block_are_both_shown(bilan, chef, client_de):
    client = client_de(chef)
    ecrire(client, bilan, "perspectives", "Le texte d’Aude.")

    reponse = ecrire(client, bilan, "perspectives", "Le texte de Karim.")

    assert reponse.status_code == 409
    assert all(texte in reponse.content.decode() for texte in ("Le texte d’Aude.", "Le texte de Karim."))
    assert 'name="version" value="1"' in reponse.content.decode()
    assert ecrire(client, bilan, "perspectives", "Les deux.", version=1).status_code == 302


def test_two_blocks_are_written_at_once_without_a_conflict(bilan, chef, client_de):
    client = client_de(chef)

    ecrire(client, bilan, "perspectives", "A")
    assert ecrire(client, bilan, "presentation", "B").status_code == 302

    bilan.refresh_from_db()
    assert (bilan.bloc("perspectives")["texte"], bilan.bloc("presentation")["texte"]) == ("A", "B")


def test_too_long_a_text_is_refused_and_kept(bilan, chef, client_de):
    reponse = ecrire(client_de(chef), bilan, "perspectives", "Long " * 5_000)

    assert reponse.status_code == 422
    assert "20\N{NO-BREAK SPACE}000 caractères" in reponse.content.decode().replace(" 000", "\N{NO-BREAK SPACE}000")
    assert "Long Long" in reponse.content.decode()


def test_the_text_asks_for_its_draft(bilan, chef, client_de):
    html = page(client_de(chef), "pilotage:bilan_texte", bilan.pk, "perspectives")

    assert f'data-brouillon="bilan:{bilan.pk}:perspectives"' in html


def test_typed_markup_is_shown_as_typed(bilan, chef, client_de):
    client = client_de(chef)
    ecrire(client, bilan, "presentation", "<script>alert(1)</script> <img src=x onerror=alert(1)>")

    html = page(client, "pilotage:bilan_detail", bilan.pk)

    assert "<script>alert(1)" not in html
    assert "&lt;img src=x" in html


# --- « Vérifier » ---------------------------------------------------------------------------------------


def test_verification_lists_what_to_look_at(peuple, bilan, chef, client_de):
    peuple(3)
    convention = ConventionFactory(debut=date(2025, 4, 1), fin=date(2026, 3, 31))
    Bilan.objects.update(convention=convention, masquer_petits=False)

    html = page(client_de(chef), "pilotage:bilan_verification", bilan.pk)

    assert "La période déborde de la convention" in html
    assert "n’est pas noté comme habilité" in html
    assert "«\u00a0Présentation de l’action\u00a0» attend un texte" in html
    assert "montrées" in html


def test_a_period_that_still_runs_is_said(bilan, chef, client_de):
    Bilan.objects.update(au=timezone.localdate())

    assert "La période n’est pas finie" in page(client_de(chef), "pilotage:bilan_verification", bilan.pk)


# --- Versions ---------------------------------------------------------------------------------------------


def test_the_page_waits_for_the_worker(bilan, chef, client_de):
    produit = production.demander(bilan, par=chef, tache=Sonnette())
    client = client_de(chef)
    attente = client.get(produit.get_absolute_url())
    repere = attente.context["repere"]

    assert "En attente" in attente.content.decode()
    htmx = {"HX-Request": "true"}
    assert client.get(produit.get_absolute_url(), {"vu": repere}, headers=htmx).status_code == 204
    production.produire(produit.structure_id, produit.pk)
    assert client.get(produit.get_absolute_url(), {"vu": repere}, headers=htmx)["HX-Redirect"]


def test_files_of_an_unfinished_version_do_not_exist(bilan, chef, client_de):
    produit = production.demander(bilan, par=chef, tache=Sonnette())

    for nom in ("produit_pdf", "produit_tableur", "produit_comparaison"):
        assert client_de(chef).get(reverse(f"pilotage:{nom}", args=[produit.pk])).status_code == 404


def test_a_failed_version_says_why_and_can_be_asked_again(bilan, chef, client_de):
    produit = production.demander(bilan, par=chef, tache=Sonnette())
    BilanProduit.objects.update(etat=EtatTravail.ECHEC, message="Vos droits ont changé.")

    html = page(client_de(chef), "pilotage:produit_detail", produit.pk)

    assert "Vos droits ont changé." in html
    assert "Produire de nouveau" in html


def test_a_version_shows_its_checksums_and_its_files_leave_with_a_trace(produit, chef, client_de):
    client = client_de(chef)

    html = page(client, "pilotage:produit_detail", produit.pk)
    pdf = client.get(reverse("pilotage:produit_pdf", args=[produit.pk]))
    tableur = client.get(reverse("pilotage:produit_tableur", args=[produit.pk]))

    assert produit.empreinte in html
    assert produit.empreinte_tableur in html
    assert pdf.headers["Content-Disposition"] == 'attachment; filename="bilan-annuel-2025-v1.pdf"'
    assert tableur.headers["Content-Disposition"] == 'attachment; filename="bilan-annuel-2025-v1.xlsx"'
    assert Lecture.objects.filter(quoi="téléchargement\u00a0: bilan, version 1").count() == 2


def test_a_frozen_figure_lists_the_people_of_that_day(structure, peuple, bilan, chef, client_de):
    suivis = peuple(6)
    produit = production.demander(bilan, par=chef, tache=Sonnette())
    production.produire(structure.pk, produit.pk)
    peuple(2)
    client = client_de(chef)

    adresse = reverse("pilotage:produit_chiffre", args=[produit.pk, "accueillis", "total"])
    liste = client.get(adresse)

    assert f"{adresse}?part=derriere" in client.get(produit.get_absolute_url()).content.decode()
    assert liste.context["derriere"].total == 6
    assert all(str(parcours.beneficiaire) in liste.content.decode() for parcours in suivis)


def test_who_does_not_follow_people_reads_the_number_only(structure, peuple, bilan, chef, administratif, client_de):
    peuple(6)
    produit = production.demander(bilan, par=chef, tache=Sonnette())
    production.produire(structure.pk, produit.pk)

    liste = client_de(administratif).get(
        reverse("pilotage:produit_chiffre", args=[produit.pk, "freins_evolution", "non_evalues"])
    )

    assert liste.context["derriere"].reserve
    assert "réservés aux collègues" in liste.content.decode()


@cellules(
    ("indicateur", "ligne", "part"),
    [("accueillis", "inconnue", "derriere"), ("inconnu", "total", "derriere"), ("accueillis", "total", "exclus-9")],
)
def test_unknown_frozen_figure(produit, chef, client_de, indicateur, ligne, part):
    adresse = reverse("pilotage:produit_chiffre", args=[produit.pk, indicateur, ligne])

    assert client_de(chef).get(adresse, {"part": part}).status_code == 404


def test_a_year_that_is_not_over_is_compared_under_the_days_it_counts():
    entete = {"du": "2026-01-01", "au": "2026-12-31", "compte_au": "2026-11-30"}

    assert periode_comptee(entete).replace("\xa0", " ") == "du 1er janvier 2026 au 30 novembre 2026"


def test_year_before_stands_beside(peuple, bilan, produit, chef, client_de):
    html = page(client_de(chef), "pilotage:produit_comparaison", produit.pk)

    assert "Du\N{NO-BREAK SPACE}1er" in html or "Du 1er\N{NO-BREAK SPACE}janvier\N{NO-BREAK SPACE}2024" in html


def test_a_table_does_not_repeat_the_title_of_its_block(peuple, bilan, chef, client_de):
    peuple(6)

    html = page(client_de(chef), "pilotage:bilan_detail", bilan.pk)

    assert "<caption>L’essentiel</caption>" not in html
    assert 'aria-label="L’essentiel"' in html
    assert "<caption>Entretiens</caption>" in html


def test_each_source_is_said_once(peuple, bilan, chef, client_de):
    peuple(6)

    html = page(client_de(chef), "pilotage:bilan_detail", bilan.pk)

    assert html.count(TREMPLIN) == 1
    assert "Absences\N{NO-BREAK SPACE}; Heures d’accompagnement" in html
