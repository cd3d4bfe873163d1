"""Every kind of reminder in one table: it comes on its day, goes with its cause, is put off, muted, caught up.

A kind without its row here fails `test_each_kind_has_its_row`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from unittest import mock
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command

from beneficiaires.enums import Canal, GenreDocument, NatureSituation
from beneficiaires.models import Document
from insertion.enums import EtatTravail, TypeStructure
from insertion.models import Structure
from parcours.enums import (
    EtatAction,
    GenreProduction,
    MomentFse,
    Reponse,
    StatutCandidature,
    StatutFse,
    StatutRendezVous,
)
from parcours.models import Dispositif, Parcours, Production
from pilotage.enums import EtatEnvoi, GenreFinanceur, MotifRappel, MotifSourdine
from pilotage.models import BilanProduit, Depart, DossierACompleter, Envoi, Passation, Rappel, Relance, Sourdine
from pilotage.rappels import calcul, recalculer
from tests.cellules import cellules
from tests.usines import (
    ActionFactory,
    AideFactory,
    BeneficiaireFactory,
    BilanImmersionFactory,
    CandidatureFactory,
    ContratFactory,
    CritereRetenuFactory,
    DiagnosticFactory,
    EchangeFactory,
    EntretienAdmissionFactory,
    EntretienFactory,
    EtapeAideFactory,
    ImmersionFactory,
    ObjectifFactory,
    ParcoursFactory,
    QuestionnaireFseFactory,
    ReferentFactory,
    RendezVousFactory,
    RenouvellementFactory,
    SituationFactory,
    SortieFactory,
    SuiviPostSortieFactory,
    SuspensionFactory,
    UtilisateurFactory,
)
from tests.usines.bilans import BilanFactory
from tests.usines.conventions import ConventionFactory
from tests.usines.parcours import ValidationPlanFactory

PARIS = ZoneInfo("Europe/Paris")
VEILLE = timedelta(days=1)
ENTREE, SORTIE = date(2026, 3, 12), date(2026, 9, 30)


def a(jour, heure=9):
    return datetime.combine(jour, time(heure), PARIS)


@dataclass(frozen=True)
class Cas:
    """`jour`: the day on which the reminder comes; `causer(parcours, cip)` makes the fact and returns how it ends.

    `faits` is the question of `calcul.FAITS` that finds it.
    """

    motif: MotifRappel
    jour: date
    faits: Callable
    causer: Callable
    personne: bool = True


def relance(parcours, cip):
    demandee = Relance.objects.create(beneficiaire=parcours.beneficiaire, par=cip, lot=uuid4())
    Relance.objects.filter(pk=demandee.pk).update(created_at=a(date(2026, 11, 23), 9))
    return lambda: EntretienFactory(parcours=parcours, date=a(date(2026, 11, 23), 15))


def passation(parcours, cip):
    depart = Depart.objects.create(utilisateur=UtilisateurFactory(), dernier_jour=date(2026, 12, 1), prepare_par=cip)
    recue = {"vers": cip, "note": "Tout va bien.", "remise_at": a(date(2026, 11, 23))}
    Passation.objects.create(depart=depart, beneficiaire=parcours.beneficiaire, **recue)
    return lambda: Passation.objects.update(remise_at=None)


def rendez_vous(parcours, cip):
    pris = RendezVousFactory(parcours=parcours, utilisateur=cip, debut=a(date(2026, 11, 24), 10))
    return lambda: pris.passer_a(StatutRendezVous.ANNULE)


def personne_empechee(parcours, cip):
    pris = RendezVousFactory(parcours=parcours, utilisateur=cip, debut=a(date(2026, 11, 26), 10))
    pris.passer_a(StatutRendezVous.EXCUSE)
    dit = {"etat": EtatEnvoi.ENVOYE, "refuse_at": a(date(2026, 11, 24)), "envoye_at": a(date(2026, 11, 24), 8)}
    Envoi.objects.create(rendez_vous=pris, canal=Canal.COURRIEL, debut=pris.debut, **dit)
    return lambda: pris.passer_a(StatutRendezVous.PREVU)


def entretien(parcours, cip):
    EntretienFactory(parcours=parcours, date=a(date(2026, 10, 1)))
    return lambda: EntretienFactory(parcours=parcours, date=a(date(2026, 11, 1)))


def action(parcours, cip):
    prevue = ActionFactory(parcours=parcours, echeance=date(2026, 11, 22))
    return lambda: prevue.passer_a(EtatAction.FAIT, le=date(2026, 11, 23))


def premier_diagnostic(parcours, cip):
    return lambda: DiagnosticFactory(parcours=parcours, date=date(2026, 4, 12))


def diagnostic(parcours, cip):
    DiagnosticFactory(parcours=parcours, date=date(2026, 4, 1))
    return lambda: DiagnosticFactory(parcours=parcours, date=date(2026, 10, 2))


def renouvellement(parcours, cip):
    contrat = ContratFactory(parcours=parcours, date_debut=date(2027, 1, 1), date_fin=date(2027, 6, 30))
    return lambda: _decider(contrat, date(2027, 5, 1))


def renouvellement_a_valider(parcours, cip):
    contrat = ContratFactory(parcours=parcours, date_debut=date(2026, 7, 1), date_fin=date(2026, 12, 31))
    champs = {"date": date(2026, 11, 23), "avis": "favorable", "annonce_le": date(2026, 11, 23)}
    dossier = RenouvellementFactory(contrat=contrat, **champs)
    return lambda: dossier.approuver(0, cip, date(2026, 11, 23))


def contrat_a_etablir(parcours, cip):
    contrat = ContratFactory(parcours=parcours, date_debut=date(2026, 7, 1), date_fin=date(2026, 12, 31))
    _decider(contrat, date(2026, 11, 23), "renouvele")
    return lambda: ContratFactory(parcours=parcours, date_debut=date(2027, 1, 1), date_fin=date(2027, 6, 30))


def fin_de_contrat(parcours, cip):
    contrat = ContratFactory(parcours=parcours, date_debut=date(2027, 1, 1), date_fin=date(2027, 6, 30))
    _decider(contrat, date(2027, 4, 1))
    return lambda: ContratFactory(parcours=parcours, date_debut=date(2027, 7, 1), date_fin=date(2027, 12, 31))


def _decider(contrat, jour, decision="non_renouvele"):
    RenouvellementFactory(contrat=contrat, decision=decision, annonce_le=jour, decision_le=jour)


def fin_du_pass(parcours, cip):
    _avec_pass(parcours, date(2027, 6, 30))
    return lambda: _avec_pass(parcours, date(2028, 6, 30))


def _avec_pass(parcours, fin):
    Parcours.objects.filter(pk=parcours.pk).update(
        pass_numero="999990000001", pass_debut=date(2026, 3, 12), pass_fin=fin
    )
    parcours.refresh_from_db()


def fin_du_parcours(parcours, cip):
    siens = Dispositif.objects.filter(pk=parcours.dispositif_id)
    siens.update(duree_max_mois=24)
    return lambda: siens.update(duree_max_mois=36)


def suspension(parcours, cip):
    _avec_pass(parcours, date(2028, 3, 10))
    decidee = SuspensionFactory(parcours=parcours, date_debut=date(2026, 11, 1), date_fin=date(2027, 1, 31))
    return decidee.delete


def droit(parcours, cip):
    sien = {"beneficiaire": parcours.beneficiaire, "nature": NatureSituation.TITRE_SEJOUR}
    SituationFactory(**sien, debut=date(2026, 1, 1), fin=date(2027, 6, 30))
    return lambda: SituationFactory(**sien, debut=date(2027, 7, 1))


def document(parcours, cip):
    papier = {"beneficiaire": parcours.beneficiaire, "genre": GenreDocument.IDENTITE, "nom": "carte.pdf", "taille": 1}
    Document.objects.create(**papier, expire_le=date(2027, 6, 30))
    return lambda: Document.objects.create(**papier, expire_le=date(2037, 6, 30))


def justificatif(parcours, cip):
    call_command("charger_referentiels", sans_communes=True, verbosity=0)
    candidature = CandidatureFactory(beneficiaire=parcours.beneficiaire, statut=StatutCandidature.A_L_ETUDE)
    EntretienAdmissionFactory(candidature=candidature, auteur=cip)
    retenu = CritereRetenuFactory(candidature=candidature, critere_id="RSA", preuve_le=date(2026, 11, 10))
    return retenu.delete


def sortie(parcours, cip):
    _sortir(parcours)
    return lambda: SortieFactory(parcours=parcours)


def _sortir(parcours):
    Parcours.objects.filter(pk=parcours.pk).update(date_sortie=SORTIE)
    parcours.refresh_from_db()


def questionnaire_fse(parcours, cip):
    ConventionFactory(financeur__genre=GenreFinanceur.FSE)
    _sortir(parcours)
    reponses = {"date": SORTIE, "statut": StatutFse.EMPLOI, "qualification": Reponse.NON}
    return lambda: QuestionnaireFseFactory(parcours=parcours, moment=MomentFse.SORTIE, **reponses)


def nouvelles(parcours, cip):
    _sortir(parcours)
    SortieFactory(parcours=parcours)
    return lambda: SuiviPostSortieFactory(parcours=parcours, echeance=3)


def appel_d_immersion(parcours, cip):
    immersion = ImmersionFactory(parcours=parcours)
    return lambda: immersion.noter_appel(date(2026, 11, 14))


def bilan_d_immersion(parcours, cip):
    immersion = ImmersionFactory(parcours=parcours)
    return lambda: BilanImmersionFactory(immersion=immersion)


def appel_promis(parcours, cip):
    promesse = EchangeFactory(entreprise__referent=cip, date=a(date(2026, 11, 10)), rappeler_le=date(2026, 11, 23))
    return lambda: EchangeFactory(entreprise=promesse.entreprise, auteur=cip, date=a(date(2026, 11, 12)))


def dossier(parcours, cip):
    champs = {"convention": ConventionFactory(bilan_le=date(2027, 3, 31)), "beneficiaire": parcours.beneficiaire}
    demande = DossierACompleter.objects.create(**champs, demande_par=cip, demande_le=date(2026, 11, 23))
    return demande.delete


def bilan(parcours, cip):
    rapport = BilanFactory(convention=ConventionFactory(bilan_le=date(2027, 3, 31)))
    fichiers = {"fichier": "b.pdf", "tableur": "b.xlsx", "empreinte": "0" * 64, "empreinte_tableur": "0" * 64}
    instants = {"donnees_at": a(date(2027, 2, 1)), "termine_at": a(date(2027, 2, 1))}
    termine = {"etat": EtatTravail.TERMINE, "demande_par": cip, "bilan": rapport, "numero": 1}
    return lambda: BilanProduit.objects.create(**termine, **fichiers, **instants)


def _demande_de_validation(parcours, cip):
    ObjectifFactory(parcours=parcours)
    return ValidationPlanFactory(parcours=parcours, demandee_par=cip, demandee_at=a(date(2026, 11, 23)))


def plan_a_valider(parcours, cip):
    demande = _demande_de_validation(parcours, cip)
    return demande.retirer


def plan_renvoye(parcours, cip):
    demande = _demande_de_validation(parcours, cip)
    demande.renvoyer("À dater.", UtilisateurFactory(), a(date(2026, 11, 24)))
    encore = {"demandee_par": cip, "demandee_at": a(date(2026, 11, 24), 15)}
    return lambda: ValidationPlanFactory(parcours=parcours, **encore)


def plan_valide(parcours, cip):
    demande = _demande_de_validation(parcours, cip)
    demande.approuver(demande.empreinte, UtilisateurFactory(), a(date(2026, 11, 24)))
    papier = {"beneficiaire": parcours.beneficiaire, "genre": GenreProduction.PLAN, "objet_id": parcours.pk}
    papier |= {"demande_par": cip, "role_demandeur": "charge_insertion"}

    def remettre():
        produit = Production.objects.create(**papier)
        Production.objects.filter(pk=produit.pk).update(created_at=a(date(2026, 11, 24), 15))

    return remettre


def _aide(parcours, cip, etat, **champs):
    aide = AideFactory(parcours=parcours, auteur=cip)
    EtapeAideFactory(aide=aide, etat=etat, date=date(2026, 11, 23), **champs)
    return lambda: EtapeAideFactory(aide=aide, etat="instruction", date=date(2026, 11, 23))


def aide_a_valider(parcours, cip):
    return _aide(parcours, cip, "accord")


def aide_renvoyee(parcours, cip):
    return _aide(parcours, cip, "a_revoir", commentaire="Voir le CCAS.")


def aide_a_envoyer(parcours, cip):
    return _aide(parcours, cip, "a_envoyer")


TABLE = [
    Cas(MotifRappel.RENDEZ_VOUS, date(2026, 11, 23), calcul.rendez_vous, rendez_vous),
    Cas(MotifRappel.PERSONNE_EMPECHEE, date(2026, 11, 24), calcul.empechements, personne_empechee),
    Cas(MotifRappel.ENTRETIEN_EN_RETARD, date(2026, 11, 1), calcul.entretiens, entretien),
    Cas(MotifRappel.ACTION_EN_RETARD, date(2026, 11, 23), calcul.actions, action),
    Cas(MotifRappel.DIAGNOSTIC_INITIAL, date(2026, 4, 12), calcul.diagnostics, premier_diagnostic),
    Cas(MotifRappel.DIAGNOSTIC_ANCIEN, date(2026, 10, 2), calcul.diagnostics, diagnostic),
    Cas(MotifRappel.RENOUVELLEMENT_A_DECIDER, date(2027, 5, 1), calcul.contrats, renouvellement),
    Cas(MotifRappel.FIN_DE_CONTRAT, date(2027, 5, 1), calcul.contrats, fin_de_contrat),
    Cas(MotifRappel.RELANCE, date(2026, 11, 23), calcul.relances, relance),
    Cas(MotifRappel.PASSATION, date(2026, 11, 23), calcul.passations, passation),
    Cas(MotifRappel.FIN_DU_PASS, date(2026, 12, 30), calcul.pass_iae, fin_du_pass),
    Cas(MotifRappel.FIN_DU_PARCOURS, date(2027, 9, 12), calcul.pass_iae, fin_du_parcours),
    Cas(MotifRappel.FIN_DE_SUSPENSION, date(2027, 1, 16), calcul.suspensions, suspension),
    Cas(MotifRappel.DROIT_EXPIRE, date(2027, 5, 31), calcul.droits, droit),
    Cas(MotifRappel.DOCUMENT_EXPIRE, date(2027, 5, 31), calcul.documents, document),
    Cas(MotifRappel.JUSTIFICATIF_EXPIRE, date(2027, 1, 10), calcul.justificatifs, justificatif),
    Cas(MotifRappel.SORTIE_A_DOCUMENTER, date(2026, 10, 15), calcul.sorties, sortie),
    Cas(MotifRappel.QUESTIONNAIRE_FSE, SORTIE, calcul.questionnaires_fse, questionnaire_fse),
    Cas(MotifRappel.SUIVI_POST_SORTIE, date(2026, 12, 30), calcul.nouvelles, nouvelles),
    Cas(MotifRappel.IMMERSION_A_APPELER, date(2026, 11, 14), calcul.immersions, appel_d_immersion),
    Cas(MotifRappel.BILAN_IMMERSION, date(2026, 11, 21), calcul.immersions, bilan_d_immersion),
    Cas(MotifRappel.ENTREPRISE_A_RAPPELER, date(2026, 11, 23), calcul.entreprises, appel_promis, personne=False),
    Cas(MotifRappel.DOSSIER_A_COMPLETER, date(2026, 11, 23), calcul.dossiers, dossier),
    Cas(MotifRappel.BILAN_A_REMETTRE, date(2027, 1, 30), calcul.bilans, bilan, personne=False),
    Cas(
        MotifRappel.RENOUVELLEMENT_A_VALIDER,
        date(2026, 11, 23),
        calcul.renouvellements_a_valider,
        renouvellement_a_valider,
    ),
    Cas(MotifRappel.CONTRAT_A_ETABLIR, date(2026, 11, 23), calcul.contrats_a_etablir, contrat_a_etablir),
    Cas(MotifRappel.PLAN_A_VALIDER, date(2026, 11, 23), calcul.plans_a_valider, plan_a_valider),
    Cas(MotifRappel.PLAN_RENVOYE, date(2026, 11, 24), calcul.plans_repondus, plan_renvoye),
    Cas(MotifRappel.PLAN_VALIDE, date(2026, 11, 24), calcul.plans_repondus, plan_valide),
    Cas(MotifRappel.AIDE_A_VALIDER, date(2026, 11, 23), calcul.aides_a_valider, aide_a_valider),
    Cas(MotifRappel.AIDE_RENVOYEE, date(2026, 11, 23), calcul.aides_repondues, aide_renvoyee),
    Cas(MotifRappel.AIDE_A_ENVOYER, date(2026, 11, 23), calcul.aides_repondues, aide_a_envoyer),
]
#: Those that wait for who answers for the team.
DU_CHEF = {
    MotifRappel.BILAN_A_REMETTRE,
    MotifRappel.RENOUVELLEMENT_A_VALIDER,
    MotifRappel.PLAN_A_VALIDER,
    MotifRappel.AIDE_A_VALIDER,
}
#: What the law gives a date to asks as soon as it is written: no day brings it (vie_privee/test_conservation.py).
DES_L_ECRITURE = [MotifRappel.DEMANDE_DROIT, MotifRappel.DOSSIER_A_EFFACER]
chaque_genre = cellules("cas", TABLE, ids=[cas.motif for cas in TABLE])


@pytest.fixture
def parcours(structure, cip, chef):
    """Followed by `cip`, in a structure that employs."""
    Structure.objects.filter(pk=structure.pk).update(type=TypeStructure.ACI)
    suivi = ParcoursFactory(date_entree=ENTREE, dispositif__duree_max_mois=None)
    ReferentFactory(beneficiaire=suivi.beneficiaire, utilisateur=cip)
    return suivi


def actifs(structure, cas, le):
    """The reminders of that kind that ask for something once the night before `le` did its work."""
    recalculer(structure.pk, le)
    return list(Rappel.objects.actifs().filter(motif=cas.motif))


def relus(structure, cas, le):
    """The same, when the night asked the one question of that kind: the others have nothing to say of it."""
    with mock.patch.object(calcul, "FAITS", (cas.faits,)):
        return actifs(structure, cas, le)


def test_each_kind_has_its_row():
    assert sorted([cas.motif for cas in TABLE] + DES_L_ECRITURE) == sorted(MotifRappel)


@chaque_genre
def test_it_comes_on_its_day_and_not_the_day_before(structure, cip, chef, parcours, cas):
    cas.causer(parcours, cip)

    assert relus(structure, cas, cas.jour - VEILLE) == []
    (rappel,) = actifs(structure, cas, cas.jour)
    assert rappel.utilisateur == (chef if cas.motif in DU_CHEF else cip)


@chaque_genre
def test_it_goes_with_its_cause(structure, cip, parcours, cas):
    resoudre = cas.causer(parcours, cip)
    (rappel,) = relus(structure, cas, cas.jour)

    resoudre()

    assert relus(structure, cas, cas.jour) == []
    rappel.refresh_from_db()
    assert rappel.retire_at is not None


@chaque_genre
def test_put_off_it_stays_away_until_its_day_then_asks_again(structure, cip, parcours, cas):
    cas.causer(parcours, cip)
    (rappel,) = relus(structure, cas, cas.jour)
    rappel.reporter(cas.jour + VEILLE, "En congé", a(cas.jour))

    assert relus(structure, cas, cas.jour) == []
    assert rappel in relus(structure, cas, cas.jour + VEILLE)


@chaque_genre
def test_muted_person_hears_nothing_of_it_and_it_comes_back_after(structure, cip, parcours, cas):
    """A pause is that of a person: what is about a firm or an agreement asks all the same."""
    cas.causer(parcours, cip)
    (rappel,) = relus(structure, cas, cas.jour)
    pause = {"motif": MotifSourdine.HOSPITALISATION, "debut": cas.jour, "fin": cas.jour, "auteur": cip}
    Sourdine.objects.create(beneficiaire=BeneficiaireFactory(), **pause)
    de_quelqu_un_d_autre = relus(structure, cas, cas.jour)
    Sourdine.objects.create(beneficiaire=parcours.beneficiaire, **pause)

    assert de_quelqu_un_d_autre == [rappel]
    assert relus(structure, cas, cas.jour) == ([] if cas.personne else [rappel])
    assert rappel in relus(structure, cas, cas.jour + VEILLE)


@chaque_genre
def test_missed_night_is_caught_up_by_the_next_which_may_run_twice(structure, cip, parcours, cas):
    cas.causer(parcours, cip)
    (du_lendemain,) = relus(structure, cas, cas.jour + VEILLE)
    avant = list(Rappel.objects.order_by("pk").values())

    assert relus(structure, cas, cas.jour + VEILLE) == [du_lendemain]
    assert list(Rappel.objects.order_by("pk").values()) == avant
    assert relus(structure, cas, cas.jour) == [du_lendemain]
