"""The rail, and what replaces it on a telephone."""

import re

from insertion.enums import Role
from tests.cellules import cellules
from tests.conftest import membre


@cellules("role", [role for role in Role if role != Role.BENEVOLE])
def test_on_a_telephone_the_account_menu_leads_wherever_the_rail_does(structure, client_de, role):
    page = client_de(membre(structure, role)).get("/").content.decode()
    rail, menu = page.split('<div class="compte">')[0], page.split('<div class="compte">')[1]
    caches = re.findall(r'<a class="nl bureau[^"]*" href="([^"]+)"', rail)

    assert "/agenda/" in caches
    assert 'action="/compte/logout/"' in menu
    assert [adresse for adresse in caches if f'href="{adresse}"' not in menu] == []
