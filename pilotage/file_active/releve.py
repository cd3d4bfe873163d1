"""What is read of everybody at once: a few simple lists, in one journey to the database, put together here.

One query that asked the eight reasons of each person took five times as long as the eight lists.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import DateField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, TruncDate

from beneficiaires.models import Referent
from insertion.droits import DROITS, Droit
from insertion.isolation.contexte import contexte_exige
from insertion.isolation.preparees import RequetePreparee, ensemble
from insertion.models import Appartenance, Structure
from parcours.models import Entretien, Parcours, SilenceAttendu
from parcours.models.parcours import Ecart

from ..enums import MotifRappel
from ..models import Depart, Sourdine
from .charges import partager
from .motifs import MOTIFS, SANS_REFERENT, SEUILS, listes

EN_RETARD = MotifRappel.ENTRETIEN_EN_RETARD.value
#: Lists that are no reason by themselves, beside those of the reasons.
SOURDINES, SILENCES = "sourdines", "silences"
LUES = (*(motif for motif in MOTIFS if motif not in (EN_RETARD, SANS_REFERENT)), SOURDINES, SILENCES)


@dataclass(frozen=True)
class Releve:
    """The team on one day.

    `regards`: {person: their reasons as the bits of a number}; `jours`: {person: days since the last contact, None
    when there was none}; `actions`: {person: how many are late}; `charges`: what each colleague carries;
    `collegues`: (id, name) of who works here and follows people, by name, with the day they leave where it is known.
    """

    le: date
    regards: dict
    jours: dict
    actions: dict
    charges: list
    collegues: list

    def de(self, pk):
        """What a line of the list shows of the person `pk`, as `Ligne` names it."""
        jours = self.jours[pk]
        vu_le = None if jours is None else self.le - timedelta(days=jours)
        return {"regard": self.regards.get(pk, 0), "vu_le": vu_le, "actions": self.actions[pk], "le": self.le}

    def silence(self, pk):
        """The longest silence first, before it nobody seen."""
        jours = self.jours[pk]
        return (0, 0) if jours is None else (1, -jours)


#: {sort key: the rank of a person by what a `Releve` says of them}, for people given by name.
ORDRES = {
    "regard": lambda releve, pk: (-releve.regards.get(pk, 0), releve.silence(pk)),
    "contact": lambda releve, pk: releve.silence(pk),
    "-contact": lambda releve, pk: tuple(-rang for rang in releve.silence(pk)),
}


def relever(structure, le):
    """Return the `Releve` of `structure` on the day `le`."""
    with ensemble():
        return composer(le, demander(structure, le))


def demander(structure, le):
    """Send what a `Releve` is made of: the `Demande`s that `composer` reads."""
    demandes = [requete.demander(le) for requete in (_ouverts, _contacts, _suivis, _equipe)]
    return [*demandes, _listes.demander(le, tuple(getattr(structure, seuil) for seuil in SEUILS))]


def composer(le, demandes):
    """Put together the `Releve` of the day `le`."""
    ouverts, contacts, suivis, presents, lues = (demande.lire() for demande in demandes)
    trouvees = dict.fromkeys(LUES, ()) | {LUES[rang]: personnes for rang, personnes in lues}
    ouverts, contacts = _en_lignes(ouverts), _en_lignes(contacts)
    equipe = [ligne[:-1] for ligne in presents]
    silencieuses = set(trouvees.pop(SILENCES))
    jours = {}
    for pk, contact in contacts:
        connu = jours.setdefault(pk, contact)
        if connu is None or (contact is not None and contact < connu):
            jours[pk] = contact
    trouvees[EN_RETARD] = {
        pk for pk, rythme, entree in ouverts if _attente(entree, jours[pk]) > rythme and pk not in silencieuses
    }
    trouvees[SANS_REFERENT] = {pk for pk, *_ in ouverts} - _entourees(suivis, equipe)
    muettes = set(trouvees.pop(SOURDINES))
    en_retard, actions = trouvees[EN_RETARD] - muettes, Counter(trouvees[MotifRappel.ACTION_EN_RETARD.value])
    regards = Counter()
    for rang, motif in enumerate(MOTIFS):
        for pk in set(trouvees[motif]) - muettes:
            regards[pk] += 1 << rang
    return Releve(
        le=le,
        regards=regards,
        jours=jours,
        actions=actions,
        charges=partager(equipe, suivis, _rythmes(ouverts), en_retard, actions),
        collegues=[
            (pk, nommer(f"{prenom} {nom}", depart))
            for pk, role, prenom, nom, depart in presents
            if Droit.ECRIRE_SUIVI in DROITS[role]
        ],
    )


def nommer(collegue, depart):
    """« Aude Lebrun, part le 21/12 » when the day of her departure is known."""
    return f"{collegue}, part le {depart:%d/%m}" if depart else str(collegue)


def charges(structure, le):
    """The `Charge`s of the day `le` in the order of the names."""
    return relever(structure, le).charges


def _attente(entree, contact):
    """Days since somebody was last seen, or entered; the twin in SQL is `avec_entretien_attendu`."""
    return entree if contact is None else min(entree, contact)


def _rythmes(ouverts):
    """{person: days between two entretiens}, the shortest of their parcours."""
    jours = {}
    for pk, rythme, *_ in ouverts:
        jours[pk] = min(rythme, jours.get(pk, rythme))
    return jours


def _entourees(suivis, equipe):
    """People with a référent who works here and follows people; the twin in SQL is in `motifs`."""
    suivent = {pk for pk, role, *_ in equipe if Droit.ECRIRE_SUIVI in DROITS[role]}
    return {personne for pk, _, _, personnes in suivis if pk in suivent for personne in personnes}


def _ouverts_le(le):
    """(person, rhythm, days since the entry) of each open parcours."""
    ouverts = Parcours.objects.en_cours(le).avec_rythme().annotate(entree=_depuis(le, "date_entree"))
    return _en_colonnes(ouverts, "beneficiaire", "rythme_jours", "entree")


def _contacts_le(le):
    """(person, days since the last contact) of each parcours, closed ones too, of who has an open one."""
    ouverts = Parcours.objects.en_cours(le).order_by().values("beneficiaire")
    siens = Parcours.objects.filter(beneficiaire__in=ouverts)
    dernier = TruncDate(Entretien.objects.dernier_du_parcours())
    return _en_colonnes(siens.annotate(contact=_depuis(le, dernier)), "beneficiaire", "contact")


def _en_colonnes(lignes, *champs):
    """One row, an array for each of `champs`: to make thousands of rows takes longer than to read them."""
    colonnes = {f"les_{champ}": ArrayAgg(champ) for champ in champs}
    return lignes.order_by().values("structure").annotate(**colonnes).values_list(*colonnes)


def _en_lignes(colonnes):
    """The rows that `_en_colonnes` put in one; none of them when it found nothing."""
    return list(zip(*colonnes[0], strict=True)) if colonnes else []


def _depuis(le, quand):
    return Ecart(Value(le, DateField()), quand)


def _listes_du(le, seuils):
    """(rank in `LUES`, its people) of every list that holds somebody."""
    structure = Structure(pk=contexte_exige().structures[0], **dict(zip(SEUILS, seuils, strict=True)))
    hors = {
        SOURDINES: Sourdine.objects.en_cours(le).order_by().values("beneficiaire"),
        SILENCES: SilenceAttendu.objects.en_cours(le).order_by().values("beneficiaire"),
    }
    ecrites = listes(structure, le)
    premiere, *autres = (
        _numeroter(hors[nom] if nom in hors else ecrites[nom](), rang) for rang, nom in enumerate(LUES)
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


_ouverts, _contacts, _listes, _suivis, _equipe = map(
    RequetePreparee, (_ouverts_le, _contacts_le, _listes_du, _suivis_le, _equipe_le)
)
