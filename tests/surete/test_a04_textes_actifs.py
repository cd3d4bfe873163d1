"""A4: scripts, template tags and quotes in every text of a file, then every page of it: shown as they were typed."""

from django.db import models

from insertion.enums import Role
from insertion.isolation.contexte import contexte

from .adresses import adresses
from .marche import ECHEC, GET, demander
from .monde import SUIVI, Monde
from .rangees import essai

#: Seven ways of making a page run something (rdv-insertion's list), template tags, quotes.
CHARGES = (
    "<script>alert('zq')</script>",
    "<img src=x onerror=alert('zq')>",
    "<svg/onload=alert('zq')>",
    "\"><iframe src=javascript:alert('zq')>",
    "</textarea><script>alert('zq')</script>",
    "<a href=javascript:alert('zq')>zq</a>",
    "</script><script>alert('zq')</script>",
    "zq{{7*7}}{% debug %}",
    "zq' OR ''='\"; DROP TABLE x; --",
)
#: None of these may be in a page as it is: escaped, they are text.
ACTIFS = (
    b"<script>alert",
    b"<img src=x",
    b"<svg/onload",
    b"<iframe src=java",
    b"<a href=java",
    b'href="javascript',
    b"zq49",
)
#: Texts that are codes: the application writes them, nobody types them.
CODES = {
    "cle",
    "empreinte",
    "url",
    "indicateur",
    "ligne",
    "format",
    "genre",
    "motif_code",
    "edition",
    "type_mime",
    "champ",
}


def _charger(objet):
    """Write a load in each text of a row that a person may type."""
    for rang, champ in enumerate(type(objet)._meta.concrete_fields):
        typee = type(champ) in (models.CharField, models.TextField) and champ.editable and not champ.choices
        charge = CHARGES[rang % len(CHARGES)]
        if typee and champ.name not in CODES and (champ.max_length or 1000) >= len(charge):
            with essai():
                type(objet)._base_manager.filter(pk=objet.pk).update(**{champ.name: charge})


def test_nothing_typed_runs_on_any_page(db, referentiels, client_de, mesurer):
    monde, fautes, lues = Monde(Role.DIRECTION, categories=False), [], 0
    with contexte(monde.ici.pk):
        for objet in monde.dossiers[SUIVI].values():
            _charger(objet)
    client = client_de(monde.moi)

    for adresse in adresses():
        chemin = adresse.avec(monde, SUIVI)
        reponse = demander(client, chemin, GET)
        lues += 1
        actifs = [actif for actif in ACTIFS if actif in reponse.contenu]
        if reponse.code == ECHEC or actifs:
            fautes.append(f"{adresse.nom} : {reponse.erreur or actifs}")

    mesurer("Textes actifs : pages lues", lues)
    assert fautes == []
