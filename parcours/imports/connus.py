"""Who the structure knows already, read in a fixed number of queries whatever the number of lines."""

from dataclasses import dataclass, field
from difflib import SequenceMatcher

from django.db.models import Q

from beneficiaires.models import Beneficiaire, Referent, Situation
from insertion.imports.analyse import Rapprochement
from insertion.texte import sans_accents

from ..models import Candidature, Diagnostic, Observation, Parcours
from .fiche import cle_identite
from .valeurs import e164

NOMS_PROCHES = 0.8


@dataclass
class Connu:
    """Somebody whose file exists, and what is already in it."""

    personne: Beneficiaire
    parcours: list = field(default_factory=list)
    candidatures: list = field(default_factory=list)
    situations: set = field(default_factory=set)
    observations: set = field(default_factory=set)
    referents: set = field(default_factory=set)
    a_un_diagnostic: bool = False


class Annuaire:
    """The people of the open structure who share a name, a date of birth or a contact with one of the lines."""

    def __init__(self, fiches):
        personnes = [fiche.personne for fiche in fiches]
        proches = Beneficiaire.objects.filter(
            Q(date_naissance__in={p["date_naissance"] for p in personnes if p.get("date_naissance")})
            | Q(telephone__in={p["telephone"] for p in personnes if p.get("telephone")})
            | Q(email__in={p["email"] for p in personnes if p.get("email")})
            | Q(tri__in={sans_accents(f"{p.get('nom', '')} {p.get('prenom', '')}") for p in personnes})
        )
        self._par_pk = {personne.pk: personne for personne in proches.order_by("pk")}
        self._exactes, self._noms, self._naissances, self._contacts = {}, {}, {}, {}
        for personne in self._par_pk.values():
            self._ranger(personne)

    def _ranger(self, personne):
        nom, prenom, naissance = cle_identite(vars(personne))
        self._exactes.setdefault((nom, prenom, naissance), personne)
        self._noms.setdefault((nom, prenom), []).append(personne)
        if naissance:
            self._naissances.setdefault(naissance, []).append(personne)
        for contact in (e164(personne.telephone), personne.email):
            if contact:
                self._contacts.setdefault(contact, personne)

    def rapprocher(self, fiche):
        """Say who the line is: surely (same name, given name and date of birth), perhaps, or nobody known.

        Without a date of birth, the same names are enough when nobody else bears them or a contact agrees.
        """
        dite = fiche.personne
        nom, prenom, naissance = cle = cle_identite(dite)
        if naissance and cle in self._exactes:
            return Rapprochement(self._exactes[cle].pk, sur=True)
        homonymes = self._noms.get((nom, prenom), [])
        if not naissance and homonymes:
            return self._sans_date(dite, homonymes)
        if autre := self._ressemblant(dite, homonymes, nom, prenom, naissance):
            return Rapprochement(autre.pk, raison=_raison(autre, dite))
        return Rapprochement()

    def _sans_date(self, dite, homonymes):
        joints = [p for p in homonymes if _meme_contact(p, dite)]
        if len(joints) == 1 or len(homonymes) == 1:
            personne = (joints or homonymes)[0]
            raison = "" if joints else f"Reconnue par son nom seul ({_decrire(personne)}) : vérifiez."
            return Rapprochement(personne.pk, sur=True, raison=raison)
        return Rapprochement(
            homonymes[0].pk, raison="Plusieurs personnes portent ce nom : choisissez, ou donnez la date de naissance."
        )

    def _ressemblant(self, dite, homonymes, nom, prenom, naissance):
        for contact in (dite.get("telephone"), dite.get("email")):
            if contact in self._contacts:
                return self._contacts[contact]
        for personne in self._naissances.get(naissance, []):
            if _noms_proches(personne, nom, prenom):
                return personne
        return next((p for p in homonymes if p.date_naissance is None), None)

    @staticmethod
    def connus(pks, le):
        """Return {pk: `Connu`} for these people, with what their files hold on the day `le`: six queries."""
        connus = {pk: Connu(personne) for pk, personne in Beneficiaire.objects.in_bulk(pks).items()} if pks else {}
        if not connus:
            return connus
        par_parcours = {}
        siens = Parcours.objects.filter(beneficiaire__in=connus).avec_bornes_de_sortie()
        for parcours in siens.order_by("-date_entree", "-pk"):
            connus[parcours.beneficiaire_id].parcours.append(parcours)
            par_parcours[parcours.pk] = connus[parcours.beneficiaire_id]
        for candidature in Candidature.objects.filter(beneficiaire__in=connus):
            connus[candidature.beneficiaire_id].candidatures.append(candidature)
        for situation in Situation.objects.filter(beneficiaire__in=connus).en_cours(le):
            connus[situation.beneficiaire_id].situations.add(situation.nature)
        for referent in Referent.objects.filter(beneficiaire__in=connus, fin__isnull=True):
            connus[referent.beneficiaire_id].referents.add(referent.utilisateur_id)
        for parcours_id, texte in Observation.objects.filter(parcours__in=par_parcours).values_list(
            "parcours_id", "texte"
        ):
            par_parcours[parcours_id].observations.add(texte)
        for parcours_id in Diagnostic.objects.filter(parcours__in=par_parcours).values_list("parcours_id", flat=True):
            par_parcours[parcours_id].a_un_diagnostic = True
        return connus


def _meme_contact(personne, dite):
    memes = (e164(personne.telephone) == dite.get("telephone"), personne.email == dite.get("email"))
    return any(memes)


def _noms_proches(personne, nom, prenom):
    autre_nom, autre_prenom, _ = cle_identite(vars(personne))
    a, b = f"{nom} {prenom}", f"{autre_nom} {autre_prenom}"
    return a == f"{autre_prenom} {autre_nom}" or SequenceMatcher(None, a, b).ratio() >= NOMS_PROCHES


def _raison(autre, dite):
    if autre.telephone and e164(autre.telephone) == dite.get("telephone"):
        motif = "même téléphone"
    elif autre.email and autre.email == dite.get("email"):
        motif = "même adresse e-mail"
    else:
        motif = "nom proche" if autre.date_naissance else "même nom, date de naissance inconnue"
    return f"Ressemble à {_decrire(autre)} : {motif}. Choisissez « Mettre à jour » si c’est la même personne."


def _decrire(personne):
    return f"{personne}, né·e le {personne.date_naissance:%d/%m/%Y}" if personne.date_naissance else str(personne)
