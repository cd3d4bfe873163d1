"""How the work of the team goes, to share it out and not to rank people (metier.md §1 row 50, §5 « Supervisor »)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from beneficiaires.models import Referent
from insertion.droits import DROITS, Droit
from insertion.enums import Role
from insertion.models import Appartenance
from parcours.models import Entretien, Parcours

from .accompagnement import entretiens
from .chiffres import Chiffre, Ligne, Nature, Unite, arrondi, compte, moyenne, taux
from .departement import actions
from .registre import indicateur

RUBRIQUE = "Équipe"
#: First and last number of people of each bracket (None: no bound), metier.md §5 « Supervisor ».
TRANCHES = ((0, 9), (10, 19), (20, 29), (30, None))


@dataclass(frozen=True, slots=True)
class Charge:
    """Who is in charge of somebody, between two dates."""

    personne: int
    utilisateur: int
    debut: date
    fin: date | None


@dataclass(frozen=True, slots=True)
class Membre:
    """A colleague who worked here on the last day of the period."""

    utilisateur: int
    role: str


def suivies(donnees):
    """The people with a parcours of the perimeter open on the last day."""
    return {s.personne for s in donnees.suivis.values() if s.sortie is None or s.sortie >= donnees.au}


def charges(donnees):
    """Return ({user: number of people followed on the last day}, people whom nobody follows).

    A chargé d’insertion in charge of nobody is in it, with 0. Whoever no longer worked here that day, or does not
    write in the files, follows nobody, even when their row was never closed: as in `file_active.motifs`.
    """
    lignes = donnees.table(
        "referents",
        lambda donnees: Referent.objects.filter(debut__lte=donnees.au).values_list(
            "beneficiaire_id", "utilisateur_id", "debut", "fin"
        ),
        Charge,
    )
    la, membres = suivies(donnees), _membres(donnees)
    suivent = {m.utilisateur for m in membres if Droit.ECRIRE_SUIVI in DROITS[m.role]}
    ouvertes = [c for c in lignes if c.fin is None or c.fin > donnees.au]
    en_charge = {(c.utilisateur, c.personne) for c in ouvertes if c.personne in la and c.utilisateur in suivent}
    par_collegue = Counter({m.utilisateur: 0 for m in membres if m.role == Role.CHARGE_INSERTION})
    par_collegue.update(utilisateur for utilisateur, _ in en_charge)
    return par_collegue, la - {personne for _, personne in en_charge}


def _membres(donnees):
    return donnees.table(
        "membres",
        lambda donnees: Appartenance.objects.en_poste(donnees.structure_id, donnees.au).values_list(
            "utilisateur_id", "role"
        ),
        Membre,
    )


@indicateur(
    "equipe_charge",
    "Charge des référents",
    rubrique=RUBRIQUE,
    definition="Nombre de référents par tranche de personnes suivies le dernier jour de la période, charge moyenne, "
    "et personnes suivies sans référent. Un référent est un collègue en poste ce jour-là, dont le rôle permet de "
    "tenir les dossiers. Aucun nom de collègue, aucun classement : ces chiffres servent à répartir le travail.",
    source="metier.md §1 ligne 50, §5 « Encadrement » (tranches de file active)",
    lignes="Charge",
)
def charge(donnees):
    par_collegue, seules = charges(donnees)
    for bas, haut in TRANCHES:
        combien = sum(1 for nombre in par_collegue.values() if bas <= nombre and (haut is None or nombre <= haut))
        libelle = f"{bas} personnes et plus" if haut is None else f"De {bas} à {haut} personnes"
        yield Ligne(f"de_{bas}", libelle, Chiffre(combien, Unite.NOMBRE))
    yield Ligne("moyenne", "Personnes suivies par référent", rapport(sum(par_collegue.values()), len(par_collegue)))
    yield Ligne("sans_referent", "Personnes suivies sans référent", compte(seules))


def rapport(numerateur, denominateur):
    """So many for one; None when there is nothing to divide by. No id: colleagues are never listed."""
    valeur = arrondi(Decimal(numerateur) / denominateur, 1) if denominateur else None
    return Chiffre(valeur, Unite.RAPPORT, numerateur, denominateur)


@indicateur(
    "equipe_encadrement",
    "Encadrement de l’équipe",
    rubrique=RUBRIQUE,
    definition="Chefs de service et chargés d’insertion de l’équipe le dernier jour de la période, et combien de "
    "chargés d’insertion pour un chef de service.",
    source="metier.md §5 « Encadrement » (taux d’encadrement)",
)
def encadrement(donnees):
    roles = Counter(membre.role for membre in _membres(donnees))
    chefs, charges_insertion = roles[Role.CHEF_SERVICE], roles[Role.CHARGE_INSERTION]
    yield Ligne("chefs", "Chefs de service", Chiffre(chefs, Unite.NOMBRE))
    yield Ligne("charges", "Chargés d’insertion", Chiffre(charges_insertion, Unite.NOMBRE))
    yield Ligne("rapport", "Chargés d’insertion pour un chef de service", rapport(charges_insertion, chefs))


@indicateur(
    "equipe_suivi",
    "Suivi des dossiers",
    rubrique=RUBRIQUE,
    definition="Entretiens de la période par parcours suivi, jours entre un entretien et son écriture, et parcours "
    "ouverts le dernier jour sans entretien depuis plus longtemps que leur rythme (le leur, sinon celui de la "
    "structure).",
    source="metier.md §5 « Encadrement » (suivis par dossier, délai de saisie, dossiers sans nouvelles)",
)
def suivi(donnees):
    faits = entretiens(donnees)
    combien = Counter(e.parcours for e in faits)
    par_parcours = {pk: Decimal(combien[pk]) for pk in donnees.suivis}
    yield Ligne("suivis", "Entretiens par parcours", moyenne(par_parcours, Unite.RAPPORT, nature=Nature.PARCOURS))
    delais = {e.pk: Decimal(max((e.saisi - e.jour).days, 0)) for e in faits}
    yield Ligne("saisie", "Délai de saisie", moyenne(delais, Unite.JOURS, nature=Nature.ENTRETIENS))
    ouverts = {pk: s for pk, s in donnees.suivis.items() if s.sortie is None or s.sortie > donnees.au}
    rythmes, vus = _rythmes(donnees), _derniers(donnees)
    sans = {
        pk
        for pk, s in ouverts.items()
        if (donnees.au - max(vus.get(s.personne, s.entree), s.entree)).days
        > rythmes.get(pk, donnees.structure.rythme_entretiens)
    }
    yield Ligne("sans_nouvelles", "Dossiers sans nouvelles", taux(sans, ouverts, nature=Nature.PARCOURS))


def _rythmes(donnees):
    """{parcours: days} of those with a rhythm of their own."""
    return dict(
        donnees.table(
            "rythmes",
            lambda _: Parcours.objects.filter(rythme_entretiens__isnull=False).values_list("pk", "rythme_entretiens"),
            lambda pk, jours: (pk, jours),
        )
    )


def _derniers(donnees):
    """{person: day of their last entretien by the end of the period}, whatever the parcours."""
    lignes = donnees.table(
        "entretiens_jusque_la",
        lambda donnees: Entretien.objects.filter(date__date__lte=donnees.au).values_list(
            "parcours__beneficiaire_id", "date"
        ),
        lambda personne, quand: (personne, timezone.localdate(quand)),
    )
    derniers = {}
    for personne, jour in lignes:
        derniers[personne] = max(derniers.get(personne, jour), jour)
    return derniers


@indicateur(
    "equipe_echeances",
    "Échéances des plans",
    rubrique=RUBRIQUE,
    definition="Actions des plans dont la date tombait dans la période (celles déjà écrites à la fin de la période), "
    "part terminée à temps, et actions encore ouvertes dont la date est passée le dernier jour, parcours ouverts "
    "seulement.",
    source="metier.md §5 « Encadrement » (échéances dues, dépassées)",
)
def echeances(donnees):
    ecrites = [a for a in actions(donnees) if a.creee <= donnees.au and a.echeance]
    options = {"nature": Nature.ACTIONS}
    dues = {a.pk: a for a in ecrites if donnees.perimetre.contient(a.echeance)}
    a_temps = {pk for pk, a in dues.items() if a.fin and a.fin <= a.echeance}
    yield Ligne("dues", "Échéances de la période", compte(dues, **options))
    yield Ligne("a_temps", "Terminées à temps", taux(a_temps, dues, **options))
    ouvertes = [a for a in ecrites if a.fin is None or a.fin > donnees.au]
    retard = {a.pk for a in ouvertes if a.echeance < donnees.au and donnees.suivis[a.parcours].sortie is None}
    yield Ligne("retard", "En retard le dernier jour", compte(retard, **options))
