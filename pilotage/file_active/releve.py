"""What is read of everybody at once: a few simple lists, in one journey to the database, put together here.

One query that asked the eight reasons of each person took five times as long as the eight lists.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, partial

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Case, DateField, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce

from beneficiaires.models import Referent
from insertion.droits import DROITS, Droit
from insertion.isolation.contexte import contexte_exige
from insertion.isolation.preparees import RequetePreparee, ensemble
from insertion.models import Appartenance, Structure
from parcours.models import Parcours, SilenceAttendu
from parcours.models.parcours import Ecart

from ..enums import MotifRappel
from ..models import Depart, Sourdine
from .charges import partager
from .motifs import MOTIFS, SANS_REFERENT, SEUILS, listes

EN_RETARD = MotifRappel.ENTRETIEN_EN_RETARD.value
#: Lists that are no reason by themselves, beside those of the reasons.
SOURDINES, SILENCES = "sourdines", "silences"
#: Days since nobody was ever seen: more than any number of them.
JAMAIS = 1_000_000
#: The orders that mix what is read of everybody, made here.
TRIS = ("regard", "contact", "-contact")
TOUTES = (*(motif for motif in MOTIFS if motif not in (EN_RETARD, SANS_REFERENT)), SOURDINES, SILENCES)
#: In two queries: psycopg reads again, at each opening, one of more than 4,096 letters or 50 parameters.
LUES = (TOUTES[::2], TOUTES[1::2])


@dataclass(frozen=True)
class Releve:
    """The team on one day.

    `regards`: {person: their reasons as the bits of a number}; `jours`: {person: days since the last contact}, of who
    had one; `actions`: {person: how many are late}; `peser()` gives the `charges`: what each colleague carries;
    `collegues`: (id, name) of who works here and follows people, by name, with the day they leave where it is known.
    """

    le: date
    regards: dict
    jours: dict
    actions: dict
    peser: Callable
    collegues: list

    @cached_property
    def charges(self):
        return self.peser()

    def de(self, pk):
        """What a line of the list shows of the person `pk`, as `Ligne` names it."""
        jours = self.jours.get(pk)
        vu_le = None if jours is None else self.le - timedelta(days=jours)
        return {"regard": self.regards.get(pk, 0), "vu_le": vu_le, "actions": self.actions[pk], "le": self.le}

    def ordonner(self, personnes, tri):
        """`personnes`, given by name, in the order `tri` (one of `TRIS`)."""
        silences = dict.fromkeys(personnes, JAMAIS) | self.jours
        rangees = sorted(personnes, key=silences.__getitem__, reverse=tri != "-contact")
        regards = dict.fromkeys(personnes, 0) | self.regards
        return sorted(rangees, key=regards.__getitem__, reverse=True) if tri == "regard" else rangees


def relever(structure, le):
    """Return the `Releve` of `structure` on the day `le`."""
    with ensemble():
        return composer(le, lire(demander(structure, le)))


def demander(structure, le):
    """Send what a `Releve` is made of: the `Demande`s that `lire` waits for."""
    seuils = tuple(getattr(structure, seuil) for seuil in SEUILS)
    demandes = [requete.demander(le) for requete in (_parcours, _suivis, _equipe)]
    return demandes + [_listes.demander(le, seuils, noms) for noms in LUES]


def lire(demandes):
    """What `composer` puts together."""
    return [demande.lire() for demande in demandes]


def composer(le, lus):
    """Put together the `Releve` of the day `le`."""
    parcours, suivis, presents, *lues = lus
    equipe = [ligne[:-1] for ligne in presents]
    trouvees = {nom: () for noms in LUES for nom in noms}
    trouvees |= {noms[rang]: personnes for noms, listes in zip(LUES, lues, strict=True) for rang, personnes in listes}
    silencieuses, muettes = set(trouvees.pop(SILENCES)), set(trouvees.pop(SOURDINES))
    personnes, rythmes, entrees, contacts = parcours[0] if parcours else ((), (), (), ())
    jours, suivies = _les_moindres(personnes, contacts), _les_moindres(personnes, rythmes)
    # Since somebody was last seen, or entered; the twin in SQL is `avec_entretien_attendu`.
    trouvees[EN_RETARD] = {
        pk
        for pk, rythme, entree in zip(personnes, rythmes, entrees, strict=True)
        if rythme is not None and rythme < entree and rythme < jours.get(pk, entree) and pk not in silencieuses
    }
    trouvees[SANS_REFERENT] = suivies.keys() - _entourees(suivis, equipe)
    actions = Counter(trouvees[MotifRappel.ACTION_EN_RETARD.value])
    return Releve(
        le=le,
        regards=_regards(trouvees, muettes),
        jours=jours,
        actions=actions,
        peser=partial(partager, equipe, suivis, suivies, trouvees[EN_RETARD] - muettes, actions),
        collegues=[
            (pk, nommer(f"{prenom} {nom}", depart))
            for pk, role, prenom, nom, depart in presents
            if Droit.ECRIRE_SUIVI in DROITS[role]
        ],
    )


def _regards(trouvees, muettes):
    """{person: their reasons as the bits of a number}, of who has one and is not muted."""
    regards = {}
    for rang, motif in enumerate(MOTIFS):
        for pk in set(trouvees[motif]) - muettes:
            regards[pk] = regards.get(pk, 0) | 1 << rang
    return regards


def _les_moindres(personnes, nombres):
    """{person: the least of their numbers}, of who has one."""
    moindres = {}
    for pk, nombre in zip(personnes, nombres, strict=True):
        if nombre is not None and nombre < moindres.get(pk, JAMAIS):
            moindres[pk] = nombre
    return moindres


def nommer(collegue, depart):
    """« Aude Lebrun, part le 21/12 » when the day of her departure is known."""
    return f"{collegue}, part le {depart:%d/%m}" if depart else str(collegue)


def charges(structure, le):
    """The `Charge`s of the day `le` in the order of the names."""
    return relever(structure, le).charges


def _entourees(suivis, equipe):
    """People with a référent who works here and follows people; the twin in SQL is in `motifs`."""
    suivent = {pk for pk, role, *_ in equipe if Droit.ECRIRE_SUIVI in DROITS[role]}
    return {personne for pk, _, _, personnes in suivis if pk in suivent for personne in personnes}


def _parcours_le(le):
    """(person, rhythm or None when it is closed, days since the entry, since the last contact or None) of each.

    Whoever leaves on the day `le` is still followed that day, but waits for no entretien: as if just entered.
    """
    parcours = Parcours.objects.avec_ouvert(le).avec_rythme().avec_dernier_contact()
    dates = parcours.annotate(
        rythme=Case(When(ouvert=True, then="rythme_jours")),
        entree=Case(When(date_sortie=le, then=Value(0)), default=_depuis(le, "date_entree")),
        contact=_depuis(le, "dernier_contact_le"),
    )
    return _en_colonnes(dates, "beneficiaire", "rythme", "entree", "contact")


def _en_colonnes(lignes, *champs):
    """One row, an array for each of `champs`: to make thousands of rows takes longer than to read them."""
    colonnes = {f"les_{champ}": ArrayAgg(champ) for champ in champs}
    return lignes.order_by().values("structure").annotate(**colonnes).values_list(*colonnes)


def _depuis(le, quand):
    return Ecart(Value(le, DateField()), quand)


def _listes_du(le, seuils, noms):
    """(rank in `noms`, its people) of every list that holds somebody."""
    structure = Structure(pk=contexte_exige().structures[0], **dict(zip(SEUILS, seuils, strict=True)))
    hors = {
        SOURDINES: Sourdine.objects.en_cours(le).order_by().values("beneficiaire"),
        SILENCES: SilenceAttendu.objects.en_cours(le).order_by().values("beneficiaire"),
    }
    ecrites = listes(structure, le)
    premiere, *autres = (
        _numeroter(hors[nom] if nom in hors else ecrites[nom](), rang) for rang, nom in enumerate(noms)
    )
    return premiere.union(*autres, all=True)


def _numeroter(personnes, rang):
    (champ,) = personnes.query.values_select
    rangees = personnes.order_by().annotate(rang=Value(rang)).values("rang", "structure")
    return rangees.annotate(personnes=ArrayAgg(champ)).values_list("rang", "personnes")


def _suivis_le(le):
    """(colleague, first name, name, the people they follow)."""
    qui = ("utilisateur", "utilisateur__prenom", "utilisateur__nom")
    siennes = Referent.objects.filter(fin=None).order_by().values(*qui)
    return siennes.annotate(personnes=ArrayAgg("beneficiaire")).values_list(*qui, "personnes")


def _equipe_le(le):
    """(colleague, role, first name, name, day of their departure or None) of who works here, by name."""
    en_poste = Appartenance.objects.en_poste(contexte_exige().structures[0], le)
    prepares = Depart.objects.prepares().filter(utilisateur=OuterRef("utilisateur"))
    depart = Coalesce("fin", Subquery(prepares.values("dernier_jour")[:1]))
    ordonnes = en_poste.annotate(depart=depart).order_by("utilisateur__nom", "utilisateur__prenom", "utilisateur")
    return ordonnes.values_list("utilisateur", "role", "utilisateur__prenom", "utilisateur__nom", "depart")


_parcours, _listes, _suivis, _equipe = map(RequetePreparee, (_parcours_le, _listes_du, _suivis_le, _equipe_le))
