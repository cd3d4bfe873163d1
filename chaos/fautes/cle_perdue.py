"""F11: the server starts with another key of the same name, then without the key at all, then with the right one."""

import json
import secrets
import time

from django.db import connection
from django.utils import timezone

from insertion.isolation.contexte import contexte
from insertion.models import Utilisateur
from parcours.models import NoteConfidentielle, Parcours

from .. import faits
from ..compte_rendu import Resultat
from ..equipe import Equipe
from ..instance import Instance
from ..visiteurs import Visiteur

TITRE = "clé de chiffrement fausse, puis perdue"
SECRET = "Elle a quitté le foyer."


def eprouver(une: Instance) -> Resultat:
    resultat = Resultat("une note et un brouillon chiffrés, lus et récrits sans leur clé")
    une.neuve()
    equipe, note = Equipe(une), ecrire_une_note()
    pages = Pages(equipe.visiteurs[0], note, equipe.personnes[0])
    pages.visiteur.garder(pages.brouillon, _saisie(SECRET))
    avant = _stockes()
    for quoi, cles in (("fausse", f"1:{secrets.token_hex(32)}"), ("perdue", f"2:{secrets.token_hex(32)}")):
        une.arreter("web")
        une.demarrer("web", CLES_CHIFFREMENT=cles)
        une.attendre(une.repond, 60)
        _sans_cle(resultat, f"clé {quoi}", pages)
        resultat.exiger(_stockes() == avant, f"clé {quoi} : un texte chiffré a été récrit")
    debut = time.time()
    une.arreter("web")
    une.demarrer("web")
    resultat.secondes = une.attendre_la_sante(debut)
    gardes = json.loads(pages.visiteur.ouvrir(pages.brouillon).corps)["champs"]
    resultat.perdus = (SECRET not in pages.visiteur.ouvrir(note).corps) + (gardes != {"compte_rendu": [SECRET]})
    return resultat


class Pages:
    """What one colleague opens: the note, the draft of a form, the file of the person."""

    def __init__(self, visiteur: Visiteur, note: str, personne: int) -> None:
        self.visiteur, self.note = visiteur, note
        self.brouillon = f"/brouillons/entretien:{personne}/"
        self.fiche = f"/beneficiaires/{personne}/parcours/"


def _sans_cle(resultat: Resultat, quoi: str, pages: Pages) -> None:
    visiteur = pages.visiteur
    lue, fiche = visiteur.ouvrir(pages.note), visiteur.ouvrir(pages.fiche)
    garde = visiteur.garder(pages.brouillon, _saisie("Remplacé"))
    sonde = json.loads(visiteur.ouvrir("/pret/").corps).get("cles")
    resultat.exiger("ne peut pas être lu" in lue.corps, f"{quoi} : la page de la note ne dit pas pourquoi")
    resultat.exiger(SECRET not in lue.corps, f"{quoi} : la note est lue")
    resultat.exiger(garde.status >= 400, f"{quoi} : le brouillon a été écrasé")
    resultat.exiger(fiche.status == 200, f"{quoi} : la fiche de la personne répond {fiche.status}")
    resultat.exiger(sonde == "mal", f"{quoi} : /pret/ ne le dit pas")
    resultat.notes.append(
        f"{quoi} : note {lue.status}, brouillon {garde.status}, fiche {fiche.status}, /pret/ {sonde}"
    )


def ecrire_une_note() -> str:
    """Write a confidential note; the address of its page."""
    structure = faits.structures()[0]
    auteur = Utilisateur.objects.de_la_structure(structure, timezone.localdate()).first()
    with contexte(structure, utilisateur_id=auteur.pk, origine=faits.ORIGINE):
        parcours = Parcours.objects.filter(date_sortie__isnull=True).order_by("pk").first()
        note = NoteConfidentielle.objects.create(
            structure_id=structure, parcours=parcours, auteur=auteur, date=timezone.now(), texte=SECRET
        )
    return f"/notes-confidentielles/{note.pk}/"


def _saisie(texte: str) -> str:
    return json.dumps({"titre": "Entretien", "url": "/", "champs": {"compte_rendu": [texte]}})


def _stockes() -> list[tuple]:
    """The encrypted texts as the database holds them."""
    with faits.partout(), connection.cursor() as curseur:
        curseur.execute(
            "SELECT texte FROM parcours_noteconfidentielle UNION ALL SELECT contenu FROM insertion_brouillon"
        )
        return sorted(curseur.fetchall())
