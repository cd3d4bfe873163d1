"""Nobody loses a word: the session ends, the network falls, the browser is killed, somebody else saves first."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from insertion.models import Brouillon
from parcours.models import Demarche, Entretien
from tests.usines import EntretienFactory, ParcoursFactory

from .conftest import MOT_DE_PASSE

TEXTE = ("Amina est venue avec ses papiers. « Je veux reprendre », dit-elle. Nous avons relu l’offre. " * 22)[:2000]


@pytest.fixture
def parcours(dans):
    with dans():
        return ParcoursFactory(beneficiaire__prenom="Amina", beneficiaire__nom="Benali")


@pytest.fixture
def note(page, connecter, cip, parcours, live_server):
    """The page on which a note is written, open in the browser of the chargée d'insertion."""
    connecter(page, cip)
    page.goto(adresse(live_server, parcours))
    return page


def adresse(live_server, parcours):
    return f"{live_server.url}/beneficiaires/{parcours.beneficiaire_id}/entretiens/nouveau/"


def champ(page):
    return page.get_by_label("Compte rendu", exact=True)


def ecrire(page, texte, frappes=25):
    """Most of a text at once, as a paste does, then its last letters key by key."""
    champ(page).focus()
    page.keyboard.insert_text(texte[:-frappes])
    page.keyboard.type(texte[-frappes:])


def etat(page, texte):
    expect(page.locator("form[data-brouillon] [data-etat-saisie]")).to_contain_text(texte, timeout=12_000)


def enregistrer(page):
    page.locator("form[data-brouillon]").get_by_role("button", name="Enregistrer").click()


def se_reconnecter(page):
    dialogue = page.get_by_role("dialog", name="Votre session a expiré")
    dialogue.get_by_label("Mot de passe").fill(MOT_DE_PASSE)
    dialogue.get_by_role("button", name="Se reconnecter").click()


def attendre_la_fiche(page):
    page.wait_for_url(re.compile(r"/parcours/(#.*)?$"), timeout=15_000)


def textes_enregistres(dans):
    """The notes saved (a form sends its line breaks as CRLF), and how many drafts are left."""
    with dans():
        textes = Entretien.objects.values_list("compte_rendu", flat=True)
        return [texte.replace("\r\n", "\n") for texte in textes], Brouillon.objects.count()


def copies_de_secours(page):
    return page.evaluate("Object.keys(sessionStorage).filter((cle) => cle.startsWith('brouillon:')).length")


def test_draft_is_kept_from_the_first_keystroke(note, dans):
    champ(note).press_sequentially("A")

    etat(note, "Brouillon enregistré à")
    with dans():
        brouillon = Brouillon.objects.get()
    assert brouillon.champs["compte_rendu"] == ["A"]
    assert brouillon.titre == "Entretien avec Amina Benali"


def test_draft_taken_up_again_is_written_on_where_it_stopped(note, live_server, parcours):
    note.goto(f"{live_server.url}/beneficiaires/{parcours.beneficiaire_id}/notes-confidentielles/nouvelle/")
    texte = note.locator("form[data-brouillon] textarea").first
    texte.fill("Dit en confiance.")
    etat(note, "Brouillon enregistré à")

    note.reload()
    expect(texte).to_have_value("Dit en confiance.")
    expect(texte).to_be_focused()
    note.keyboard.type(" Et après.")
    expect(texte).to_have_value("Dit en confiance. Et après.")


def test_session_deleted_while_typing_saves_the_text_once(note, dans):
    ecrire(note, TEXTE[:1000])
    etat(note, "Brouillon enregistré")
    Session.objects.all().delete()
    ecrire(note, TEXTE[1000:])

    se_reconnecter(note)
    etat(note, "Brouillon enregistré")
    assert champ(note).input_value() == TEXTE
    champ(note).press("Control+Enter")
    attendre_la_fiche(note)

    assert textes_enregistres(dans) == ([TEXTE], 0)


def test_session_deleted_just_before_saving_saves_the_text_once(note, dans):
    champ(note).fill(TEXTE)
    etat(note, "Brouillon enregistré")
    Session.objects.all().delete()

    enregistrer(note)
    se_reconnecter(note)
    attendre_la_fiche(note)

    assert textes_enregistres(dans) == ([TEXTE], 0)


def test_wrong_password_over_the_page_keeps_the_text_and_asks_again(note, dans):
    champ(note).fill(TEXTE)
    etat(note, "Brouillon enregistré")
    Session.objects.all().delete()
    enregistrer(note)
    dialogue = note.get_by_role("dialog", name="Votre session a expiré")

    dialogue.get_by_label("Mot de passe").fill("pas celui-là du tout")
    dialogue.get_by_role("button", name="Se reconnecter").click()
    expect(dialogue.get_by_role("alert")).to_contain_text("incorrect")
    se_reconnecter(note)
    attendre_la_fiche(note)

    assert textes_enregistres(dans) == ([TEXTE], 0)


def test_server_stopped_while_saving_is_retried_by_itself(note, dans):
    champ(note).fill(TEXTE)
    etat(note, "Brouillon enregistré")
    note.route("**/*", lambda route: route.abort("connectionrefused"))

    enregistrer(note)
    etat(note, "Hors connexion, texte gardé dans cet onglet")
    assert champ(note).input_value() == TEXTE
    note.unroute_all()
    attendre_la_fiche(note)

    assert textes_enregistres(dans) == ([TEXTE], 0)


def test_database_away_while_saving_is_said_and_retried_by_itself(note, dans, incidents):
    champ(note).fill(TEXTE)
    etat(note, "Brouillon enregistré")
    note.route("**/entretiens/nouveau/", lambda route: route.fulfill(status=503, body="Tremplin revient"))

    enregistrer(note)
    etat(note, "Tremplin revient dans un instant, texte gardé dans cet onglet")
    assert champ(note).input_value() == TEXTE
    note.unroute_all()
    attendre_la_fiche(note)

    assert textes_enregistres(dans) == ([TEXTE], 0)
    incidents[:] = [dit for dit in incidents if not dit.startswith("503 ")]


def test_answer_lost_after_the_save_does_not_save_twice(note, dans):
    perdues = []

    def perdre(route):
        if route.request.method == "POST" and not perdues:
            perdues.append(route.fetch(max_redirects=0).status)
            route.abort("connectionreset")
        else:
            route.continue_()

    champ(note).fill(TEXTE)
    etat(note, "Brouillon enregistré")
    note.route("**/entretiens/nouveau/", perdre)

    enregistrer(note)
    attendre_la_fiche(note)

    assert perdues == [204]
    assert textes_enregistres(dans) == ([TEXTE], 0)


def test_draft_typed_without_network_is_sent_when_it_comes_back(note, dans):
    note.route("**/brouillons/**", lambda route: route.abort("internetdisconnected"))
    champ(note).fill(TEXTE)
    etat(note, "Hors connexion, texte gardé dans cet onglet")

    note.unroute_all()
    etat(note, "Brouillon enregistré")

    with dans():
        assert Brouillon.objects.get().champs["compte_rendu"] == [TEXTE]
    assert copies_de_secours(note) == 0


def test_draft_is_offered_again_after_the_browser_was_killed(
    nouveau_navigateur, connecter, cip, parcours, live_server
):
    tuee = connecter(nouveau_navigateur(), cip)
    tuee.goto(adresse(live_server, parcours))
    champ(tuee).fill(TEXTE)
    etat(tuee, "Brouillon enregistré")
    tuee.context.close()

    page = connecter(nouveau_navigateur(), cip)
    page.goto(adresse(live_server, parcours))

    expect(champ(page)).to_have_value(TEXTE)
    expect(page.get_by_text("repris.")).to_be_visible()


def test_hour_of_a_draft_is_said_alike_far_from_the_server(nouveau_navigateur, connecter, cip, parcours, live_server):
    page = connecter(nouveau_navigateur(timezone_id="Indian/Reunion"), cip)
    page.goto(adresse(live_server, parcours))
    champ(page).fill(TEXTE)
    etat(page, "Brouillon enregistré")
    page.reload()

    expect(page.get_by_text("repris.")).to_be_visible()
    etat(page, "Brouillon enregistré à")

    dites = re.findall(
        r"Brouillon (?:de|enregistré à) (\d\d:\d\d)", page.locator("form[data-brouillon]").inner_text()
    )
    assert len(dites) == 2
    assert dites[0] == dites[1]


GLISSEMENTS = """
window.glissements = [];
new PerformanceObserver((liste) => {
  for (const g of liste.getEntries()) window.glissements.push([g.value, g.sources.map((s) => s.node?.textContent)]);
}).observe({ type: "layout-shift", buffered: true });
"""


def test_nothing_moves_when_a_draft_comes_back(note):
    champ(note).fill(TEXTE)
    etat(note, "Brouillon enregistré")
    note.context.add_init_script(GLISSEMENTS)

    note.reload()

    expect(note.get_by_text("repris.")).to_be_visible()
    expect(champ(note)).to_have_value(TEXTE)
    etat(note, "Brouillon enregistré")
    assert note.evaluate("window.glissements") == []


def test_starting_again_from_nothing_can_be_undone(note, dans):
    champ(note).fill("Un premier jet.")
    etat(note, "Brouillon enregistré")
    note.reload()

    with note.expect_response(lambda r: r.url.endswith("/suppression/") and r.status == 204):
        note.get_by_role("button", name="Repartir de zéro").click()
    expect(champ(note)).to_have_value("")
    with dans():
        assert Brouillon.objects.count() == 0
    note.locator(".barre-annuler").get_by_role("button", name="Annuler").click()

    expect(champ(note)).to_have_value("Un premier jet.")
    etat(note, "Brouillon enregistré")


def test_nothing_stays_in_the_browser_after_signing_out(note):
    note.route("**/brouillons/**", lambda route: route.abort("internetdisconnected"))
    champ(note).fill(TEXTE)
    etat(note, "Hors connexion")
    assert copies_de_secours(note) == 1

    note.once("dialog", lambda dialogue: dialogue.accept())
    note.get_by_text("Ressourcerie du Canal", exact=True).click()
    note.get_by_role("button", name="Se déconnecter").click()
    note.wait_for_url("**/compte/login/**")

    assert note.evaluate("[sessionStorage.length, localStorage.length]") == [0, 0]


def test_refused_note_shows_its_error_and_keeps_what_was_typed(note, dans):
    note.get_by_label("Avec ses mots").fill("« Je veux reprendre. »")

    enregistrer(note)

    expect(note.get_by_role("alert")).to_be_focused()
    expect(note.get_by_label("Avec ses mots")).to_have_value("« Je veux reprendre. »")
    champ(note).fill("Corrigé.")
    enregistrer(note)
    attendre_la_fiche(note)
    assert textes_enregistres(dans) == (["Corrigé."], 0)


def test_once_saved_a_note_is_in_sight_wherever_the_page_stood(note, parcours, live_server):
    note.set_viewport_size({"width": 1280, "height": 400})
    note.goto(f"{live_server.url}/beneficiaires/{parcours.beneficiaire_id}/parcours/")
    note.locator("form.quick summary").first.click()
    ecrire(note, "Le texte de la note que l’on vient d’écrire.")
    note.evaluate("scrollTo(0, document.documentElement.scrollHeight)")

    note.keyboard.press("Control+Enter")

    expect(note.locator("#fil")).to_contain_text("Le texte de la note", timeout=15_000)
    note.wait_for_load_state()
    expect(note.get_by_role("heading", name="Fil du parcours")).to_be_in_viewport()


def test_a_correction_begins_in_its_note_shown_whole(note, dans, parcours, live_server):
    with dans():
        entretien = EntretienFactory(parcours=parcours, compte_rendu="\n".join(["Une ligne."] * 12))

    note.goto(f"{live_server.url}/entretiens/{entretien.pk}/modification/")

    expect(champ(note)).to_be_focused()
    assert champ(note).evaluate("champ => champ.scrollHeight <= champ.clientHeight")


def test_second_tab_on_the_same_note_waits_and_can_take_over(note, parcours, live_server):
    champ(note).fill("Écrit dans le premier onglet.")
    etat(note, "Brouillon enregistré")

    second = note.context.new_page()
    second.goto(adresse(live_server, parcours))
    second.get_by_role("button", name="Continuer ici").click()

    expect(champ(second)).to_have_value("Écrit dans le premier onglet.")
    expect(note.get_by_text("en cours dans un autre onglet")).to_be_visible()


@pytest.fixture
def ailleurs(note, nouveau_navigateur, connecter, cip, parcours, live_server):
    """The same note on a telephone, where it was read then written again once `note` had it."""
    champ(note).fill("Écrit à l’ordinateur.")
    etat(note, "Brouillon enregistré")
    telephone = connecter(nouveau_navigateur(), cip)
    telephone.goto(adresse(live_server, parcours))
    expect(champ(telephone)).to_have_value("Écrit à l’ordinateur.")
    champ(telephone).fill("Écrit au téléphone.")
    etat(telephone, "Brouillon enregistré")
    return telephone


@pytest.mark.parametrize(
    ("choix", "reste"),
    [
        ("Garder ce qui est écrit ici", "Repris à l’ordinateur."),
        ("Prendre l’autre", "Écrit au téléphone."),
        ("Garder les deux textes", "Écrit au téléphone.\n\nRepris à l’ordinateur."),
    ],
)
def test_two_devices_never_write_over_each_other(note, ailleurs, dans, choix, reste):
    champ(note).fill("Repris à l’ordinateur.")
    choisir = note.get_by_role("region", name="Vous avez écrit ce texte à deux endroits")
    expect(choisir.get_by_text("Écrit au téléphone.")).to_be_visible()
    expect(choisir.get_by_text("Repris à l’ordinateur.")).to_be_visible()

    choisir.get_by_role("button", name=choix).click()

    expect(champ(note)).to_have_value(reste)
    etat(note, "Brouillon enregistré")
    with dans():
        assert Brouillon.objects.get().champs["compte_rendu"] == [reste]


def test_starting_again_leaves_what_another_device_wrote_since(note, ailleurs, dans):
    note.reload()
    expect(champ(note)).to_have_value("Écrit au téléphone.")
    with ailleurs.expect_response(lambda r: "/brouillons/" in r.url and r.request.method == "POST"):
        champ(ailleurs).fill("Écrit plus tard au téléphone.")

    with note.expect_response(lambda r: r.url.endswith("/suppression/")):
        note.get_by_role("button", name="Repartir de zéro").click()

    with dans():
        assert Brouillon.objects.get().champs["compte_rendu"] == ["Écrit plus tard au téléphone."]


@pytest.mark.parametrize("encore", [True, False], ids=["written in again", "sent as it is"])
def test_two_windows_that_both_send_their_text_save_both(note, ailleurs, dans, encore):
    """They are one form, taken up on the telephone: its key is the same, and the computer never saw what it wrote."""
    enregistrer(note)
    attendre_la_fiche(note)
    assert textes_enregistres(dans) == (["Écrit à l’ordinateur."], 1)

    if encore:
        champ(ailleurs).press("End")
        champ(ailleurs).press_sequentially(" Puis la suite.")
        expect(ailleurs.get_by_text("Ce que vous écrivez ici est gardé à part.")).to_be_visible()
        etat(ailleurs, "Brouillon enregistré à")
    enregistrer(ailleurs)
    attendre_la_fiche(ailleurs)

    expect(ailleurs.get_by_text("annulez ou corrigez celle qui est de trop.")).to_have_count(0 if encore else 1)
    second = "Écrit au téléphone." + (" Puis la suite." if encore else "")
    assert (sorted(textes_enregistres(dans)[0]), textes_enregistres(dans)[1]) == (
        [second, "Écrit à l’ordinateur."],
        0,
    )


def test_window_that_sends_without_having_seen_a_draft_leaves_it_to_be_taken_up(
    note, nouveau_navigateur, connecter, cip, parcours, live_server, dans
):
    telephone = connecter(nouveau_navigateur(), cip)
    telephone.goto(adresse(live_server, parcours))
    telephone.wait_for_load_state("networkidle")
    champ(note).fill("Écrit à l’ordinateur.")
    etat(note, "Brouillon enregistré")
    telephone.route("**/brouillons/**", lambda route: route.abort("internetdisconnected"))

    champ(telephone).fill("Écrit au téléphone.")
    enregistrer(telephone)
    attendre_la_fiche(telephone)

    assert textes_enregistres(dans) == (["Écrit au téléphone."], 1)
    note.reload()
    expect(champ(note)).to_have_value("Écrit à l’ordinateur.")


def test_two_versions_are_still_shown_after_the_page_is_loaded_again(note, ailleurs):
    champ(note).fill("Repris à l’ordinateur.")
    choisir = note.get_by_role("region", name="Vous avez écrit ce texte à deux endroits")
    expect(choisir).to_be_visible()
    note.once("dialog", lambda dialogue: dialogue.accept())

    note.reload()

    expect(choisir.get_by_text("Écrit au téléphone.")).to_be_visible()
    expect(choisir.get_by_text("Repris à l’ordinateur.")).to_be_visible()


def test_five_minutes_without_network_lose_nothing(nouveau_navigateur, connecter, cip, parcours, live_server, dans):
    page = connecter(nouveau_navigateur(), cip)
    page.clock.install()
    page.goto(adresse(live_server, parcours))
    champ(page).fill(TEXTE[:1000])
    page.clock.run_for(1000)
    etat(page, "Brouillon enregistré")

    page.context.set_offline(True)
    ecrire(page, TEXTE[1000:])
    page.clock.run_for("05:00")
    etat(page, "Hors connexion, texte gardé dans cet onglet")
    page.context.set_offline(False)
    page.clock.run_for(1000)
    etat(page, "Brouillon enregistré")
    enregistrer(page)
    attendre_la_fiche(page)

    assert textes_enregistres(dans) == ([TEXTE], 0)


def test_tab_closed_on_the_last_word_keeps_it(note, parcours, live_server, dans):
    champ(note).fill(TEXTE)
    etat(note, "Brouillon enregistré")
    reprise = note.context.new_page()

    note.bring_to_front()
    champ(note).press("End")
    note.keyboard.insert_text(" Dernier mot.")
    note.close(run_before_unload=True)

    reprise.wait_for_timeout(300)
    reprise.goto(adresse(live_server, parcours))
    expect(champ(reprise)).to_have_value(f"{TEXTE} Dernier mot.")


def test_any_long_text_is_resumed_from_ma_journee_and_saved_once(page, connecter, cip, dans, parcours, live_server):
    """A démarche, as every form with a long text: what is missing is asked for in place, nothing is typed again."""
    connecter(page, cip)
    page.goto(f"{live_server.url}/beneficiaires/{parcours.beneficiaire_id}/demarches/nouvelle/")
    page.locator("form[data-brouillon] textarea").fill(TEXTE)
    etat(page, "Brouillon enregistré")

    page.goto(f"{live_server.url}/")
    page.get_by_role("link", name="Noter une démarche · Amina Benali").click()
    expect(page.locator("form[data-brouillon] textarea")).to_have_value(TEXTE)
    enregistrer(page)
    expect(page.get_by_role("alert")).to_be_focused(timeout=12_000)
    page.get_by_label("Quelle démarche").fill("Appel à la CAF")
    page.get_by_label("Par la personne").check()
    page.get_by_label("Résultat (obligatoire)").select_option("Faite")
    enregistrer(page)
    page.wait_for_url("**/demarches/", timeout=15_000)

    with dans():
        assert [(d.intitule, d.commentaire) for d in Demarche.objects.all()] == [("Appel à la CAF", TEXTE.strip())]
        assert Brouillon.objects.count() == 0


def test_two_editors_the_second_sees_both_texts_and_merges(page, connecter, cip, dans, parcours, live_server):
    with dans():
        entretien = EntretienFactory(parcours=parcours, auteur=cip, compte_rendu="Le texte du matin.")
    connecter(page, cip)
    page.goto(f"{live_server.url}/entretiens/{entretien.pk}/modification/")
    champ(page).fill("Mon texte du soir.")
    with dans():
        Entretien.objects.filter(pk=entretien.pk).update(
            compte_rendu="Le texte de Karim.", version=entretien.version + 1
        )

    enregistrer(page)
    conflit = page.locator("#conflit")
    expect(conflit).to_contain_text("Mon texte du soir.")
    expect(conflit).to_contain_text("Le texte de Karim.")
    conflit.get_by_text("Fusionner les deux").click()
    conflit.get_by_role("button", name="Enregistrer la fusion").click()
    attendre_la_fiche(page)

    assert textes_enregistres(dans) == (["Le texte de Karim.\n\nMon texte du soir."], 0)


def test_somebody_else_signing_in_over_the_page_gets_nothing_of_the_text(note, dans, chef, live_server):
    champ(note).fill(TEXTE)
    etat(note, "Brouillon enregistré")
    Session.objects.all().delete()
    enregistrer(note)
    dialogue = note.get_by_role("dialog", name="Votre session a expiré")

    dialogue.get_by_label("Adresse e-mail").fill(chef.email)
    se_reconnecter(note)
    note.wait_for_url(f"{live_server.url}/")

    assert copies_de_secours(note) == 0
    with dans():
        assert Entretien.objects.count() == 0


def test_lines_added_to_a_note_come_back_with_its_draft(note, dans):
    champ(note).fill("Deux suites.")
    note.get_by_role("button", name="Ajouter une action").click()
    note.get_by_label("Action", exact=True).nth(1).fill("Rappeler l’école")
    etat(note, "Brouillon enregistré")

    note.reload()

    expect(note.get_by_label("Action", exact=True).nth(1)).to_have_value("Rappeler l’école")
