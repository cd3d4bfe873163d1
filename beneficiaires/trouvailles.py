"""What the search of everything finds on this floor: people, and the files that they brought."""

from django.urls import reverse

from insertion.droits import Droit, peut
from insertion.recherche import DE_LOIN, chercher_au_sujet
from insertion.trouvailles import Source, Trouvaille

from .enums import GenreDocument
from .models import Beneficiaire, Document

#: The field of the note on somebody's page: an address that ends so puts the caret there.
NOTE = "#id_compte_rendu"


def personnes(utilisateur, texte):
    """People by name, telephone or date of birth; of namesakes, first those whom `utilisateur` follows."""
    return Beneficiaire.objects.visibles_par(utilisateur).cherche(texte, pour=utilisateur).pour_choix()


def _personnes(utilisateur, trouvees):
    """The page of somebody opens on the note of whoever may write it."""
    page = (
        "parcours:personne_detail" if peut(utilisateur, Droit.VOIR_PARCOURS) else "beneficiaires:beneficiaire_detail"
    )
    return vers(page, trouvees, NOTE if peut(utilisateur, Droit.ECRIRE_SUIVI) else "")


def vers(page, trouvees, ancre=""):
    """The people found, each leading to the page named `page` about them."""
    return [
        Trouvaille(str(p), reverse(page, args=[p.pk]) + ancre, _precision(p), _naissance(p), p.pk, p.rang == DE_LOIN)
        for p in trouvees
    ]


def _naissance(personne):
    return f"né·e en {personne.date_naissance.year}" if personne.date_naissance else ""


def _precision(personne):
    suivi = f"suivi·e par {personne.noms_referents}" if personne.noms_referents else "sans référent·e"
    return f"{personne.commune} · {suivi}" if personne.commune else suivi


def documents(utilisateur, texte):
    """Files by their name or their kind, and the name of the person."""
    visibles = Document.objects.visibles_par(utilisateur).select_related("beneficiaire")
    return chercher_au_sujet(
        visibles,
        texte,
        "beneficiaire__recherche",
        "-created_at",
        "-pk",
        genres=GenreDocument.choices,
    )


def _documents(utilisateur, trouves):
    return [
        Trouvaille(d.nom, reverse("beneficiaires:document_fichier", args=[d.pk]), f"{d.beneficiaire} · à télécharger")
        for d in trouves
    ]


PERSONNES = Source("personnes", "Personnes", "user", Droit.VOIR_PERSONNES, personnes, _personnes)
DOCUMENTS = Source(
    "documents",
    "Documents déposés",
    "file-text",
    Droit.MODIFIER_PERSONNES,
    documents,
    _documents,
    tuple(GenreDocument.choices),
)
SOURCES = (PERSONNES, DOCUMENTS)
