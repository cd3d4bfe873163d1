"""FSE+: who entered, what became of them in the 28 days and at 6 months, what is missing (metier.md §4.9, §5)."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from beneficiaires.enums import Civilite, NatureSituation, NiveauFormation
from parcours.enums import SITUATIONS_EN_EMPLOI, EcheanceSuivi, MomentFse, Reponse, SituationApres, StatutFse
from parcours.models import QuestionnaireFse
from parcours.models.fse import CITE, FENETRE_SORTIE

from .apres import SANS_NOUVELLES, nouvelles
from .chiffres import Ligne, Nature, Repere, Unite, compte, exclusions, moyenne, taux
from .registre import indicateur
from .sorties import ENCORE_LA, encore_la

RUBRIQUE = "FSE+"
NON_RENSEIGNE, SANS_REPONSE = "non renseigné", "la personne ne souhaite pas répondre"
HORS_DELAI, PAS_ECHU = "situation pas recueillie dans les 28 jours", "28 jours pas encore écoulés"
JAMAIS_REMPLI = "questionnaire pas rempli"
#: Days after the entry within which the answers of the entry are expected (metier.md §4.9: « within the month »).
DELAI_ENTREE = timedelta(days=30)
#: An operation with more than 35 % of incomplete participants risks a correction (experience.md, job C2).
COMPLETS_VISES = 65
HANDICAP = (NatureSituation.RQTH, NatureSituation.AAH, NatureSituation.INVALIDITE)
#: A line of the sheet per level; what is in none of those of `CITE` is not known.
NIVEAUX = {
    "cite_0_2": ("Niveau CITE 0 à 2 : collège ou moins", CITE["cite_0_2"]),
    "cite_3_4": ("Niveau CITE 3 et 4 : CAP, BEP, baccalauréat", CITE["cite_3_4"]),
    "cite_5_8": ("Niveau CITE 5 à 8 : études supérieures", CITE["cite_5_8"]),
    "cite_inconnu": ("Niveau non renseigné, ou diplôme étranger", ("", NiveauFormation.ETRANGER)),
}
#: First and last ages of each bracket (None: no bound); annex I names the first, the second and the last.
AGES = {
    "moins_18": ("Moins de 18 ans", 0, 17),
    "de_18_a_29": ("De 18 à 29 ans", 18, 29),
    "de_30_a_54": ("De 30 à 54 ans", 30, 54),
    "plus_55": ("55 ans et plus", 55, 200),
}


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """The answers of one moment of one parcours."""

    parcours: int
    moment: str
    date: date
    statut: str
    longue_duree: str
    pays_tiers: str
    origine_etrangere: str
    sans_logement: str
    qualification: str

    @property
    def manques(self):
        """What is not answered, among what is asked at this moment; « ne souhaite pas répondre » is an answer."""
        noms = ["statut"]
        if self.moment == MomentFse.SORTIE:
            noms.append("qualification")
        else:
            noms += ["pays_tiers", "origine_etrangere", "sans_logement"]
            noms += ["longue_duree"] if self.statut == StatutFse.RECHERCHE else []
        return [nom for nom in noms if not getattr(self, nom)]


def questionnaires(donnees):
    """{(parcours, moment): `Questionnaire`} answered by the end of the period."""
    champs = ("parcours_id", "moment", "date", "statut", *QuestionnaireFse.ENTREE, "qualification")
    lignes = donnees.table(
        "questionnaires_fse",
        lambda donnees: QuestionnaireFse.objects.filter(date__lte=donnees.au).values_list(*champs),
        Questionnaire,
    )
    return donnees.une_fois("questionnaires_fse", lambda: {(q.parcours, q.moment): q for q in lignes})


def participants(donnees):
    """{person: (`Suivi`, `Questionnaire` of the entry or None)}: a return in the period counts once, at its first."""
    remplis, entrees = questionnaires(donnees), {}
    for suivi in sorted(donnees.entres, key=lambda s: (s.entree, s.pk)):
        entrees.setdefault(suivi.personne, (suivi, remplis.get((suivi.pk, MomentFse.ENTREE))))
    return entrees


def sortants(donnees):
    """[`Suivi`] of who left in the period, once each, at their last exit; who goes on in another parcours did not."""
    derniers = {s.personne: s for s in sorted(donnees.sortis, key=lambda s: (s.sortie, s.pk))}
    return [s for s in derniers.values() if not encore_la(donnees, s)]


@indicateur(
    "fse_entrees",
    "Participants FSE+ à l’entrée",
    rubrique=RUBRIQUE,
    definition="Personnes entrées dans la période (une seule fois chacune), par catégorie : situation et réponses du "
    "questionnaire d’entrée, âge le jour de l’entrée, niveau et civilité de la fiche, handicap d’après les "
    "situations notées ce jour-là. Une réponse absente est « non renseignée ». L’appartenance à une minorité n’est "
    "pas recueillie.",
    source="metier.md §4.9 (annexe I du règlement 2021/1057), §5 « FSE+ »",
    lignes="Catégorie",
)
def entrees(donnees):
    entres = participants(donnees)
    yield Ligne("total", "Participants entrés", compte(entres))
    yield from _statuts(entres)
    ages = {pk: donnees.personnes[pk].age(suivi.entree) for pk, (suivi, _) in entres.items()}
    for code, (libelle, bas, haut) in AGES.items():
        dedans = {pk for pk, ans in ages.items() if ans is not None and bas <= ans <= haut}
        yield Ligne(code, libelle, taux(dedans, entres))
    yield Ligne("age_inconnu", "Âge non renseigné", taux({pk for pk, ans in ages.items() if ans is None}, entres))
    for code, (libelle, niveaux) in NIVEAUX.items():
        dedans = {pk for pk in entres if donnees.personnes[pk].niveau_formation in niveaux}
        yield Ligne(code, libelle, taux(dedans, entres))
    for code, libelle, civilite in (
        ("femmes", "Femmes", Civilite.MADAME),
        ("hommes", "Hommes", Civilite.MONSIEUR),
        ("genre_inconnu", "Genre non renseigné", ""),
    ):
        dedans = {pk for pk in entres if donnees.personnes[pk].civilite == civilite}
        yield Ligne(code, libelle, taux(dedans, entres))
    handicap = {
        pk
        for pk, (suivi, _) in entres.items()
        if any(e.nature in HANDICAP and e.vrai(suivi.entree) for e in donnees.situations[pk])
    }
    yield Ligne("handicap", "Handicap reconnu noté", taux(handicap, entres, sensible=True))
    yield from _reponses(entres)


def _statuts(entres):
    """The lines of the place on the labour market, which make the whole with « non renseignée »."""
    statuts = {pk: q.statut if q else "" for pk, (_, q) in entres.items()}
    longue = {pk for pk, (_, q) in entres.items() if q and q.longue_duree == Reponse.OUI}
    recherche = {pk for pk, statut in statuts.items() if statut == StatutFse.RECHERCHE}
    tues = {pk for pk in recherche if entres[pk][1].longue_duree in ("", Reponse.SANS_REPONSE)}
    yield Ligne("chomage", "Sans emploi, en recherche", taux(recherche, entres))
    exclus = exclusions((NON_RENSEIGNE, tues))
    yield Ligne("longue_duree", "dont de longue durée", taux(longue & recherche, entres, exclus=exclus))
    inactifs = (StatutFse.INACTIF, StatutFse.FORMATION)
    yield Ligne("inactifs", "Inactifs", taux({pk for pk, s in statuts.items() if s in inactifs}, entres))
    emploi = {pk for pk, s in statuts.items() if s == StatutFse.EMPLOI}
    yield Ligne("emploi", "En emploi ou à leur compte", taux(emploi, entres))
    inconnus = {pk for pk, s in statuts.items() if not s}
    yield Ligne("statut_inconnu", "Situation non renseignée", taux(inconnus, entres))


def _reponses(entres):
    """The lines of the questions that the person may leave unanswered, over those who answered yes or no."""
    for code, libelle, sensible in (
        ("pays_tiers", "Ressortissants d’un pays hors de l’Union européenne", True),
        ("origine_etrangere", "Nés à l’étranger, ou un parent né à l’étranger", True),
        ("sans_logement", "Sans logement, ou menacés de le perdre", False),
    ):
        dites = {pk: getattr(q, code) if q else "" for pk, (_, q) in entres.items()}
        oui = {pk for pk, r in dites.items() if r == Reponse.OUI}
        base = oui | {pk for pk, r in dites.items() if r == Reponse.NON}
        exclus = exclusions(
            (NON_RENSEIGNE, {pk for pk, r in dites.items() if not r}),
            (SANS_REPONSE, {pk for pk, r in dites.items() if r == Reponse.SANS_REPONSE}),
        )
        yield Ligne(code, libelle, taux(oui, base, exclus=exclus, sensible=sensible))


@indicateur(
    "fse_sorties",
    "Situation à la sortie, dans les 28 jours (FSE+)",
    rubrique=RUBRIQUE,
    definition="Personnes sorties dans la période (une fois chacune, à leur dernière sortie), d’après la dernière "
    "situation recueillie dans les 28 jours qui suivent. Une situation jamais recueillie, ou recueillie trop tard, "
    "reste au dénominateur et est nommée ; une sortie dont les 28 jours courent encore n’est pas comptée.",
    source="metier.md §4.9 (EECR01 à EECR04), §5 « FSE+ »",
    lignes="Situation",
)
def a_la_sortie(donnees):
    partis, attente, encore = _fenetre(donnees)
    base = {s.pk for s in partis}
    connues = {s.pk: q for s in partis if (q := _dans_la_fenetre(donnees, s)) is not None}
    inconnus = base - {pk for pk, q in connues.items() if q.statut}
    exclus = exclusions((HORS_DELAI, inconnus), (PAS_ECHU, attente), (ENCORE_LA, encore))
    options = {"nature": Nature.PARCOURS, "exclus": exclus}
    remplis = questionnaires(donnees)
    inactifs = {
        s.pk
        for s in partis
        if (q := remplis.get((s.pk, MomentFse.ENTREE))) and q.statut in (StatutFse.INACTIF, StatutFse.FORMATION)
    }
    par_statut = {statut: {pk for pk, q in connues.items() if q.statut == statut} for statut in StatutFse}
    recherche = par_statut[StatutFse.RECHERCHE]
    qualifies = {pk for pk, q in connues.items() if q.qualification == Reponse.OUI}
    for code, libelle, dedans in (
        ("recherche", "En recherche d’emploi", recherche),
        ("recherche_inactifs", "dont inactifs à l’entrée (EECR01)", recherche & inactifs),
        ("formation", "En études ou en formation (EECR02)", par_statut[StatutFse.FORMATION]),
        ("qualification", "Ont obtenu une qualification (EECR03)", qualifies),
        ("emploi", "En emploi ou à leur compte (EECR04)", par_statut[StatutFse.EMPLOI]),
        ("inactif", "Sans emploi, sans en chercher", par_statut[StatutFse.INACTIF]),
        ("inconnu", "Non renseignée", inconnus),
    ):
        yield Ligne(code, libelle, taux(dedans, base, **options))


def _fenetre(donnees):
    """Return ([`Suivi`] to count, ids of the exits whose 28 days still run, ids of the exits of who goes on)."""
    partis, attente = [], set()
    for suivi in sortants(donnees):
        rempli = _dans_la_fenetre(donnees, suivi)
        if rempli is None and suivi.sortie + FENETRE_SORTIE > donnees.au:
            attente.add(suivi.pk)
        else:
            partis.append(suivi)
    encore = {s.pk for s in donnees.sortis if encore_la(donnees, s)}
    return partis, attente, encore


def _dans_la_fenetre(donnees, suivi):
    """The `Questionnaire` of the exit of `suivi` when it was answered within 28 days of it, else None."""
    rempli = questionnaires(donnees).get((suivi.pk, MomentFse.SORTIE))
    return rempli if rempli and rempli.date <= suivi.sortie + FENETRE_SORTIE else None


@indicateur(
    "fse_six_mois",
    "En emploi six mois après la sortie (FSE+)",
    rubrique=RUBRIQUE,
    definition="Personnes dont les six mois après la dernière sortie tombent dans la période, en emploi d’après les "
    "nouvelles prises à cette échéance. Celles dont personne n’a eu de nouvelles restent au dénominateur et sont "
    "nommées.",
    source="metier.md §4.9 (EECR05), §5 « FSE+ »",
)
def six_mois(donnees):
    partis = {
        s.personne: s
        for s in sorted(donnees.tous_les_suivis, key=lambda s: (s.sortie or date.max, s.pk))
        if s.sortie
        and donnees.perimetre.contient(s.sortie + relativedelta(months=EcheanceSuivi.SIX))
        and s.pk in donnees.gardes
        and not encore_la(donnees, s)
    }
    connues = nouvelles(donnees)
    dites = {s.pk: connues.get((s.pk, EcheanceSuivi.SIX), "") for s in partis.values()}
    en_emploi = {pk for pk, situation in dites.items() if situation in SITUATIONS_EN_EMPLOI}
    perdues = {pk for pk, situation in dites.items() if situation in ("", SituationApres.INJOIGNABLE)}
    exclus = exclusions((SANS_NOUVELLES, perdues))
    yield Ligne("emploi", "En emploi à 6 mois", taux(en_emploi, dites, nature=Nature.PARCOURS, exclus=exclus))


@indicateur(
    "fse_completude",
    "Complétude des questionnaires FSE+",
    rubrique=RUBRIQUE,
    definition="Part des personnes entrées dans la période dont chaque réponse est renseignée, puis dont toutes le "
    "sont ; part des personnes sorties dont le questionnaire de sortie est complet. « Ne souhaite pas répondre » est "
    "une réponse.",
    source="metier.md §4.9, §5 « FSE+ » (complétude)",
    lignes="Renseigné",
    reperes=[
        Repere(ligne, COMPLETS_VISES, "au-delà de 35 % de participants incomplets, l’opération risque une correction")
        for ligne in ("complets", "complets_sortie")
    ],
)
def completude(donnees):
    entres = participants(donnees)
    faits = {pk: _renseignes(donnees.personnes[pk], q) for pk, (_, q) in entres.items()}
    yield Ligne(
        "complets",
        "Participants complets à l’entrée",
        taux({pk for pk, f in faits.items() if all(f.values())}, entres),
    )
    for code, libelle in CHAMPS_ENTREE.items():
        yield Ligne(code, libelle, taux({pk for pk, f in faits.items() if f[code]}, entres))
    partis, attente, _ = _fenetre(donnees)
    remplis = questionnaires(donnees)
    complets = {s.pk for s in partis if (q := remplis.get((s.pk, MomentFse.SORTIE))) is not None and not q.manques}
    options = {"nature": Nature.PARCOURS, "exclus": exclusions((PAS_ECHU, attente))}
    yield Ligne("complets_sortie", "Sorties complètes", taux(complets, {s.pk for s in partis}, **options))


#: What is expected of each participant at the entry: of the file, then of the questionnaire.
CHAMPS_ENTREE = {
    "naissance": "Date de naissance",
    "civilite": "Civilité",
    "niveau": "Niveau de formation",
    "adresse": "Commune et code postal",
    "contact": "Téléphone ou adresse e-mail",
    "statut": "Situation à l’entrée",
    "longue_duree": "Durée sans emploi, si elle se demande",
    "pays_tiers": "Nationalité",
    "origine_etrangere": "Origine",
    "sans_logement": "Situation de logement",
}


def _renseignes(personne, questionnaire):
    """{field of `CHAMPS_ENTREE`: whether it is known}."""
    manques = questionnaire.manques if questionnaire else list(CHAMPS_ENTREE)
    faits = {
        "naissance": personne.naissance is not None,
        "civilite": bool(personne.civilite),
        "niveau": bool(personne.niveau_formation),
        "adresse": bool(personne.commune and personne.code_postal),
        "contact": bool(personne.telephone or personne.email),
    }
    return faits | {champ: champ not in manques for champ in CHAMPS_ENTREE if champ not in faits}


@indicateur(
    "fse_delais",
    "Délais de recueil des questionnaires FSE+",
    rubrique=RUBRIQUE,
    definition="Jours entre l’entrée et le recueil du questionnaire d’entrée, et part recueillie dans les 30 jours ; "
    "jours entre la sortie et le recueil du questionnaire de sortie, et part recueillie dans les 28 jours. Les "
    "questionnaires jamais remplis sont nommés.",
    source="metier.md §4.9, §5 « FSE+ » (délai)",
    lignes="Délai",
)
def delais(donnees):
    entres = participants(donnees)
    jours = {pk: _jours(suivi.entree, q.date) for pk, (suivi, q) in entres.items() if q}
    exclus = exclusions((JAMAIS_REMPLI, entres.keys() - jours.keys()))
    yield Ligne("entree", "Délai moyen à l’entrée", moyenne(jours, Unite.JOURS, exclus=exclus))
    a_temps = {pk for pk, delai in jours.items() if delai <= DELAI_ENTREE.days}
    yield Ligne("entree_30", "Recueillis dans les 30 jours", taux(a_temps, entres, exclus=exclus))
    partis, attente, _ = _fenetre(donnees)
    remplis = questionnaires(donnees)
    fins = {s.pk: _jours(s.sortie, q.date) for s in partis if (q := remplis.get((s.pk, MomentFse.SORTIE)))}
    base = {s.pk for s in partis}
    exclus = exclusions((JAMAIS_REMPLI, base - fins.keys()), (PAS_ECHU, attente))
    options = {"nature": Nature.PARCOURS, "exclus": exclus}
    yield Ligne("sortie", "Délai moyen à la sortie", moyenne(fins, Unite.JOURS, **options))
    a_temps = {pk for pk, delai in fins.items() if delai <= FENETRE_SORTIE.days}
    yield Ligne("sortie_28", "Recueillis dans les 28 jours", taux(a_temps, base, **options))


def _jours(debut, fin):
    """Days from `debut` to `fin`, 0 when it came before."""
    return Decimal(max((fin - debut).days, 0))
