"""Attendance on a telephone: one tap a person, in a row, without waiting for the network."""

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from parcours.models import Participation
from tests.usines import AtelierFactory, ParticipationFactory, SeanceFactory

PRENOMS = ("Amina", "Bakary", "Chloé", "Dimitri", "Elsa", "Farid")


def test_one_tap_a_person_on_a_telephone(nouveau_navigateur, connecter, live_server, dans, cip, verifier_axe):
    with dans():
        debut = timezone.now() - timedelta(minutes=10)
        seance = SeanceFactory(
            atelier=AtelierFactory(titre="Café philo"), debut=debut, fin=debut + timedelta(hours=2)
        )
        for prenom in PRENOMS:
            ParticipationFactory(seance=seance, beneficiaire__prenom=prenom)
    page = connecter(nouveau_navigateur(viewport={"width": 390, "height": 844}, has_touch=True), cip)
    page.goto(f"{live_server.url}/seances/{seance.pk}/")
    lignes = [page.get_by_role("group", name=re.compile(prenom)) for prenom in PRENOMS]

    for ligne in lignes[:3]:
        ligne.get_by_role("button", name="Présent").tap(no_wait_after=True)
    lignes[3].get_by_role("button", name="Absent").tap()
    expect(page.get_by_role("status").filter(has_text="3 présents")).to_be_visible()
    lignes[0].get_by_role("button", name="Présent").tap()
    expect(page.get_by_role("status").filter(has_text="3 à noter")).to_be_visible()
    page.get_by_role("button", name="Tous présents").tap()
    expect(page.get_by_role("status").filter(has_text="5 présents")).to_be_visible()

    verifier_axe(page)
    assert min(b.bounding_box()["height"] for b in page.locator(".geste").all()) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    with dans():
        presences = Participation.objects.order_by("beneficiaire__prenom").values_list("presence", flat=True)
        assert list(presences) == ["present", "present", "present", "absent", "present", "present"]
