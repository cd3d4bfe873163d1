"""Immersions (PMSMP): what they wait for, the limits of metier.md §4.7 (warnings one may force), the convention."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.urls import reverse

from insertion.enums import TypeStructure
from insertion.texte import sans_accents

from .models import Immersion
from .models.contrats import dernier_jour

#: Limits of one host over twelve months, and of one convention (metier.md §4.7).
JOURS_PAR_HOTE, CONVENTIONS_PAR_HOTE, AGE_MINIMAL = 60, 2, 16


@dataclass(frozen=True)
class Attente:
    """What an immersion waits for since the day `depuis`: its mid-term call, or its bilan (`est_bilan`)."""

    immersion: Immersion
    est_bilan: bool
    depuis: date

    @property
    def url(self):
        """Where it is done."""
        return reverse(
            f"parcours:{'bilan_immersion' if self.est_bilan else 'immersion_detail'}", args=[self.immersion.pk]
        )


def attentes(immersions, le):
    """Return what `immersions` (read by `en_attente(le).pour_fiche()`) wait for on the day `le`, the latest first."""
    return sorted(
        (_attente(immersion, le) for immersion in immersions),
        key=lambda attente: (attente.depuis, attente.immersion.pk),
        reverse=True,
    )


def _attente(immersion, le):
    if immersion.finie_le < le:
        return Attente(immersion, est_bilan=True, depuis=immersion.finie_le + timedelta(days=1))
    return Attente(immersion, est_bilan=False, depuis=immersion.milieu)


@dataclass(frozen=True)
class Avertissement:
    """A limit that an immersion goes past: its code, and a sentence for whoever writes it (French)."""

    code: str
    phrase: str


def avertissements(immersion, autres, le):
    """Return the `Avertissement`s of `immersion`, written on the day `le`.

    `autres` are the other immersions of the person (`Immersion`, any order). Source of every rule: metier.md §4.7.
    Nothing here blocks: a motive forces each of them.
    """
    if immersion.debut is None or immersion.fin is None or immersion.fin < immersion.debut:
        return []
    chez_le_meme = [i for i in autres if _meme_hote(i, immersion) and _dans_les_douze_mois(i, immersion)]
    regles = (
        _duree(immersion),
        _renouvellement(immersion),
        _age(immersion),
        _prescripteur(immersion),
        _jours_chez_l_hote(immersion, chez_le_meme),
        _conventions_chez_l_hote(immersion, chez_le_meme),
        _chevauchement(immersion, autres),
        _signature(immersion, le),
        _parcours(immersion),
    )
    return [regle for regle in regles if regle]


def _meme_hote(autre, immersion):
    return autre.entreprise_id == immersion.entreprise_id


def _dans_les_douze_mois(autre, immersion):
    """Whether `autre` shares a day with the twelve months that end with `immersion`."""
    return autre.debut <= immersion.fin and autre.fin > immersion.fin - relativedelta(months=12)


def _duree(immersion):
    if immersion.fin <= dernier_jour(immersion.debut, 1):
        return None
    return Avertissement(
        "duree",
        f"Une immersion dure un mois au plus, de date à date : celle-ci va jusqu’au {immersion.fin:%d/%m/%Y}, "
        f"la limite est le {dernier_jour(immersion.debut, 1):%d/%m/%Y}.",
    )


def _renouvellement(immersion):
    if immersion.renouvelle_id is None or immersion.renouvelle.renouvelle_id is None:
        return None
    return Avertissement("renouvellement", "Une immersion se renouvelle une seule fois : celle-ci l’a déjà été.")


def _age(immersion):
    age = immersion.parcours.beneficiaire.age(immersion.debut)
    if age is None or age >= AGE_MINIMAL:
        return None
    return Avertissement("age", f"La personne aura {age} ans le premier jour : l’âge minimal est {AGE_MINIMAL} ans.")


def _prescripteur(immersion):
    """An ETTI prescribes none itself; another prescriber named on the convention may."""
    structure = immersion.parcours.structure
    nomme = sans_accents(immersion.prescripteur)
    if structure.type != TypeStructure.ETTI or nomme not in ("", sans_accents(structure.nom)):
        return None
    return Avertissement(
        "prescripteur",
        "Une entreprise de travail temporaire d’insertion ne prescrit pas d’immersion : nommez le prescripteur.",
    )


def _jours_chez_l_hote(immersion, chez_le_meme):
    jours = immersion.duree_jours + sum(_jours_comptes(i, immersion) for i in chez_le_meme)
    if jours <= JOURS_PAR_HOTE:
        return None
    return Avertissement(
        "jours_hote",
        f"Chez un même hôte, {JOURS_PAR_HOTE} jours au plus sur douze mois : cela en ferait {jours}.",
    )


def _jours_comptes(autre, immersion):
    """The days of `autre` that fall in the twelve months ended by `immersion`."""
    debut = max(autre.debut, immersion.fin - relativedelta(months=12) + timedelta(days=1))
    fin = min(autre.fin, autre.interrompue_le or autre.fin)
    return max((fin - debut).days + 1, 0)


def _conventions_chez_l_hote(immersion, chez_le_meme):
    objets = [i.objet for i in chez_le_meme if i.pk != immersion.renouvelle_id]
    if len(objets) >= CONVENTIONS_PAR_HOTE:
        phrase = f"Chez un même hôte, {CONVENTIONS_PAR_HOTE} conventions au plus sur douze mois."
        return Avertissement("conventions_hote", phrase)
    if immersion.objet and immersion.objet in objets:
        phrase = "Une seconde convention chez le même hôte doit avoir un autre objet, ou renouveler la première."
        return Avertissement("objet_hote", phrase)
    return None


def _chevauchement(immersion, autres):
    for autre in autres:
        fin = autre.interrompue_le or autre.fin
        if autre.debut <= immersion.fin and fin >= immersion.debut:
            return Avertissement(
                "chevauchement", f"À ces dates, une autre immersion est notée chez {autre.entreprise}."
            )
    return None


def _signature(immersion, le):
    if immersion.signee_le and immersion.signee_le > immersion.debut:
        return Avertissement("antidatee", "La convention se signe avant le premier jour : celle-ci est antidatée.")
    if immersion.signee_le is None and immersion.pk is None and immersion.debut < le:
        return Avertissement("antidatee", "Cette immersion a déjà commencé et sa convention n’est pas signée.")
    return None


def _parcours(immersion):
    parcours = immersion.parcours
    if immersion.debut < parcours.date_entree or (parcours.date_sortie and immersion.fin > parcours.date_sortie):
        return Avertissement("parcours", "Ces dates sortent de celles du parcours.")
    return None


def contenu(beneficiaire, immersion_id):
    """The context of `pdf/convention_immersion.html`; raises `DoesNotExist` for whoever may not read it."""
    immersion = Immersion.objects.pour_fiche().get(pk=immersion_id, parcours__beneficiaire=beneficiaire)
    return {"beneficiaire": beneficiaire, "immersion": immersion, "lieu": immersion.lieu}
