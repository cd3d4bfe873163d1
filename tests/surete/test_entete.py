"""The header of a file says the same on every page that draws it: whose référent somebody is, above all."""

import re

from insertion.enums import Role
from insertion.isolation.contexte import contexte

from .adresses import adresses
from .monde import SUIVI, Monde

ENTETE = re.compile(r'<p class="idl">(.*?)</p>\s*</div>.*?<nav aria-label="Dossier de', re.DOTALL)


def texte_de(reponse):
    """The page that was answered; nothing of a file or of a refusal."""
    return "" if reponse.status_code != 200 or reponse.streaming else reponse.content.decode(errors="replace")


def test_every_page_about_somebody_names_who_follows_them(db, referentiels, client_de):
    monde = Monde(Role.DIRECTION, categories=False)
    client, entetes = client_de(monde.moi), {}

    for adresse in (une for une in adresses() if une.rangees):
        with contexte(monde.ici.pk):
            chemin = adresse.avec(monde, SUIVI)
        if lu := ENTETE.search(texte_de(client.get(chemin))):
            entetes[adresse.nom] = " ".join(re.sub(r"<[^>]+>", "", lu[1]).split())

    assert len(entetes) > 40
    assert {nom: dit for nom, dit in entetes.items() if not dit.endswith("référent·e : Camille Dubois")} == {}
    assert len(set(entetes.values())) == 1
