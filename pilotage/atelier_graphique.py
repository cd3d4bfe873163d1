"""What the page « Atelier graphique » shows of each component: invented examples, nothing of the database."""

import re
from datetime import timedelta
from types import SimpleNamespace

from django import forms
from django.conf import settings
from django.contrib.messages import constants
from django.core.paginator import Paginator

from beneficiaires.models import Beneficiaire
from insertion.enums import Domaine, GrilleDiagnostic
from insertion.fil import Details, montrer_le_fil
from parcours.enums import Moment
from parcours.evolution import Etape, Evolution, EvolutionDomaine, Passage
from parcours.fil import FILTRES, Evenement
from parcours.forms.entretiens import note_vierge
from parcours.genres import GENRES
from parcours.grilles import GRILLES
from parcours.radar import radar

from .bilans.graphiques import barres

JETON = re.compile(r"--([a-z][\w-]*): (#[0-9a-f]{3,6});")
AUTEUR = "Camille Dubois"
#: kind, days ago, text, details.
FAITS = (
    (
        "entretien", 2, "A visité **deux crèches**, dossier déposé à la seconde. Inquiète pour les trajets du soir.",
        {
            "mode": "sur_place", "genre": "individuel", "duree": 45, "themes": ["famille", "mobilite"],
            "paroles": "Si j’ai une place, je commence demain.", "convenu": "Appeler le GRETA ensemble lundi.",
            "actions": [{"intitule": "Appeler le GRETA", "echeance": "2026-11-24"}],
        },
    ),
    ("action", 10, "Carte solidaire transport", {"etat": "fait"}),
    ("note", 32, "", {}),
    ("absence", 37, "Enfant malade.", {"statut": "excuse"}),
)  # fmt: skip
NIVEAUX = {
    Domaine.LOGEMENT: (1, 3), Domaine.MOBILITE: (2, 2), Domaine.SANTE: (2, 3), Domaine.NUMERIQUE: (2, 2),
    Domaine.BUDGET: (3, 2), Domaine.FAMILLE: (1, None),
}  # fmt: skip
#: What was done, what can be undone, what did not work.
ANNONCES = (
    (constants.SUCCESS, "L’entretien est enregistré.", ""),
    (constants.SUCCESS, "L’action est terminée.", "annuler=/absente/"),
    (constants.WARNING, "Deux lignes attendent une réponse.", ""),
    (constants.ERROR, "Pas de connexion au réseau.", ""),
)
#: (state of a long text, its words): experience.md §2, principle 3.
ETATS = (
    ("", "Non enregistré"),
    ("en-cours", "Enregistrement…"),
    ("enregistre", "Brouillon enregistré à 14:32"),
    ("hors-ligne", "Hors connexion, texte gardé dans cet onglet"),
    ("echec", "Échec, réessayer"),
)
AGES = (("Moins de 26 ans", 12), ("26 à 49 ans", 41), ("50 ans et plus", 9))


class Champs(forms.Form):
    """One field of each kind."""

    prenom = forms.CharField(label="Prénom", help_text="Tel que la personne le dit.")
    naissance = forms.DateField(label="Date de naissance", widget=forms.DateInput({"type": "date"}))
    situation = forms.ChoiceField(label="Situation", choices=[("", "Non renseignée"), ("rsa", "RSA")], required=False)
    presence = forms.ChoiceField(
        label="Venue", choices=[("p", "Présente"), ("a", "Absente")], widget=forms.RadioSelect
    )
    motif = forms.CharField(label="Motif", widget=forms.Textarea({"rows": 3}), required=False)
    accord = forms.BooleanField(label="La personne est d’accord", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for champ in self.fields.values():
            champ.widget.attrs["autocomplete"] = "off"


def exemples(utilisateur, maintenant):
    """The context of the page, for `utilisateur`, at `maintenant` (local)."""
    suite = evolution(maintenant.date())
    debut = {"date": maintenant, "duree_minutes": 30, "genre": "individuel"}
    return {
        "beneficiaire": Beneficiaire(pk=0, prenom="Amina", nom="Benali"),
        "form": note_vierge(utilisateur, [None], debut),
        "compacte": True,
        **montrer_le_fil(fil(maintenant), FILTRES, {"filtre": "tout", "depuis": 0}),
        "evolution": suite,
        "radar": radar(suite),
        "graphique": barres(table_des_ages(), "ages"),
        "ages": AGES,
        "champs": Champs(auto_id="libre_%s"),
        "champs_refuses": Champs({"prenom": "Amina", "naissance": "31/02/2026"}, auto_id="refuse_%s"),
        "conflit": conflit(),
        "ligne": personne_a_regarder(maintenant.date()),
        "etats_de_saisie": ETATS,
        "page": Paginator(range(60), 20).page(2),
        "jetons": jetons(),
        "icones": (settings.BASE_DIR / "outillage" / "icones.txt").read_text().split(),
    }


def fil(maintenant):
    """A few facts of a thread, one of each look."""
    return [
        Evenement(genre, rang, maintenant - timedelta(days=jours), AUTEUR, texte, Details(details), GENRES[genre])
        for rang, (genre, jours, texte, details) in enumerate(FAITS)
    ]


def evolution(le):
    grille = GRILLES[GrilleDiagnostic.TREMPLIN]
    dates = le - timedelta(days=200), le
    domaines = []
    for domaine, niveaux in NIVEAUX.items():
        depart, connue = (Etape(jour, grille.niveau(n)) for jour, n in zip(dates, niveaux, strict=True))
        domaines.append(EvolutionDomaine(domaine, grille, depart, connue, True, (depart, connue)))
    passages = tuple(Passage(n, dates[n], moment, False) for n, moment in enumerate((Moment.ENTREE, Moment.BILAN)))
    return Evolution(passages, tuple(domaines), grille)


def table_des_ages():
    lignes = [
        {"libelle": libelle, "unite": "personnes", "valeur": str(nombre), "en_mots": str(nombre), "fraction": ""}
        for libelle, nombre in AGES
    ]
    return {"libelle": "Âge à l’entrée", "lignes": lignes}


def conflit():
    """Two versions of a text (composants/conflit_versions.html)."""
    mien, sien = "Visite de la crèche faite, dossier déposé.", "Visite de la crèche à refaire lundi."
    ecart = SimpleNamespace(nom="exemple", libelle="Compte rendu", mien=mien, sien=sien, fusion=f"{mien}\n\n{sien}")
    return SimpleNamespace(ecarts=[ecart], saisie=[], sienne=[], saisie_hors_fusion=[], a_fusionner=[ecart])


def personne_a_regarder(le):
    """What the side panel tells of somebody."""
    return SimpleNamespace(
        pk=0, prenom="Amina", nom="Benali", dispositif="Nettoyage", entree=le - timedelta(days=200), silence=None,
        noms_referents=AUTEUR, motifs=[], relance=le - timedelta(days=2), fin=le + timedelta(days=40),
    )  # fmt: skip


def jetons():
    """[(name, colour in the light theme, in the dark one)], as the stylesheet declares them."""
    clair, sombre = (
        dict(JETON.findall(corps))
        for corps in re.findall(
            r"data-bs-theme=\"(?:light|dark)\"\] {\n(.*?)\n}",
            (settings.BASE_DIR / "static" / "css" / "tremplin.css").read_text(),
            re.DOTALL,
        )
    )
    return [(nom, couleur, sombre.get(nom, couleur)) for nom, couleur in clair.items()]
