"""Contracts and avenants: what the dispositif proposes is typed already, each refusal stands beside its field."""

from copy import copy
from datetime import timedelta

from django.core.exceptions import ValidationError

from insertion.enums import TypeStructure
from insertion.forms import FormulaireTremplin, FormulaireVersionne
from parcours.enums import GenreDispositif, TypeContrat
from parcours.models import Avenant, Contrat
from parcours.models.contrats import dernier_jour, nombre

from .entretiens import SaisieDate

#: The contract that a kind of structure signs most; elsewhere it is the CDDI.
TYPES_PAR_STRUCTURE = {
    TypeStructure.AI: TypeContrat.USAGE,
    TypeStructure.ETTI: TypeContrat.TEMPORAIRE,
    TypeStructure.EITI: TypeContrat.CREATION,
    TypeStructure.GEIQ: TypeContrat.PROFESSIONNALISATION,
}
DATES = dict.fromkeys(("date_debut", "date_fin", "fin_anticipee_le", "date_effet"), SaisieDate)
MOTIF_DEROGATION = (
    "Seulement si la durée, les heures ou le nombre de renouvellements sortent de la règle. "
    "Ce motif se voit sur le contrat : n’écrivez rien sur la santé."
)


def proposition(parcours, precedent=None, mois=None):
    """What a new contract starts with: the dispositif's duration and hours, or those of the contract it renews."""
    dispositif = parcours.dispositif
    dernier = precedent or parcours.contrats.order_by("date_debut").last()
    debut = dernier.fin + timedelta(days=1) if dernier and dernier.fin else parcours.date_entree
    mois = mois or dispositif.duree_contrat_mois
    if precedent:
        repris = ("type", "heures", "unite_heures", "poste", "support", "site")
        champs = {nom: getattr(precedent, nom) for nom in repris} | {"renouvelle": precedent.pk}
    else:
        champs = {"type": _type_habituel(parcours), "unite_heures": dispositif.unite_heures}
        if parcours.heures_hebdo and dispositif.unite_heures == "semaine":
            champs["heures"] = parcours.heures_hebdo
    return champs | {"date_debut": debut, "date_fin": dernier_jour(debut, mois) if mois else None}


def _type_habituel(parcours):
    if parcours.dispositif.genre == GenreDispositif.PREMIERES_HEURES:
        return TypeContrat.PREMIERES_HEURES
    return TYPES_PAR_STRUCTURE.get(parcours.structure.type, TypeContrat.CDDI)


class _Champs:
    class Meta:
        model = Contrat
        widgets = DATES
        help_texts = {
            "date_fin": "Le dernier jour. Vide seulement pour un CDI.",
            "support": "Nettoyage, logistique, conditionnement…",
            "derogation": MOTIF_DEROGATION,
        }
        labels = {"renouvelle": "Renouvelle le contrat", "derogation": "Motif de dérogation"}


class ContratForm(FormulaireTremplin):
    """A contract to sign, or already signed."""

    fieldsets = (
        ("Le contrat", ("type", "renouvelle", ("date_debut", "date_fin"), ("heures", "unite_heures"))),
        ("Le travail", ("poste", ("support", "site"))),
        ("Dérogation", ("derogation", "derogation_precision")),
    )

    class Meta(_Champs.Meta):
        fields = (
            "type",
            "renouvelle",
            "date_debut",
            "date_fin",
            "heures",
            "unite_heures",
            "poste",
            "support",
            "site",
            "derogation",
            "derogation_precision",
        )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        du_parcours = self.fields["renouvelle"].queryset.filter(parcours=self.instance.parcours_id)
        self.fields["renouvelle"].queryset = du_parcours.filter(renouvellements__isnull=True)
        self.fields["renouvelle"].empty_label = "Aucun : c’est un premier contrat"
        self.fields["derogation"].choices = [("", "Aucune"), *self.fields["derogation"].choices[1:]]
        self.fields["heures"].help_text = _bornes(self.instance.parcours.dispositif)


def _bornes(dispositif):
    """What the dispositif allows, in words; empty when it bounds nothing."""
    if dispositif.heures_max is None:
        return ""
    bas = f"{nombre(dispositif.heures_min)} à " if dispositif.heures_min is not None else "jusqu’à "
    return f"{dispositif} : {bas}{nombre(dispositif.heures_max)} heures {dispositif.get_unite_heures_display()}."


class ContratUpdateForm(FormulaireVersionne):
    """Correct a contract, or say that it ended before its term; a change agreed with the person is an avenant."""

    fieldsets = (
        ("Le contrat", ("type", ("date_debut", "date_fin"), "heures", ("fin_anticipee_le", "rupture"))),
        ("Le travail", ("poste", ("support", "site"))),
        ("Dérogation", ("derogation", "derogation_precision")),
        ("Aide aux GEIQ", ("aide_demandee", "aide_justification")),
    )
    pres_de = {"contrat_rupture_datee": "fin_anticipee_le"}
    GEIQ = ("aide_demandee", "aide_justification")

    class Meta(_Champs.Meta):
        fields = (
            "type",
            "date_debut",
            "date_fin",
            "heures",
            "fin_anticipee_le",
            "rupture",
            "poste",
            "support",
            "site",
            "derogation",
            "derogation_precision",
            "aide_demandee",
            "aide_justification",
        )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if kwargs["utilisateur"].appartenance.structure.type != TypeStructure.GEIQ:
            self.fieldsets = self.fieldsets[:-1]
            for nom in self.GEIQ:
                del self.fields[nom]
        else:
            self.fields["aide_justification"].help_text = "Nécessaire pour moins de 90 jours de contrat dans l’année."
        self.fields["derogation"].choices = [("", "Aucune"), *self.fields["derogation"].choices[1:]]
        self.fields["heures"].label = f"Heures {self.instance.get_unite_heures_display()}"
        self.fields["fin_anticipee_le"].help_text = "Si le contrat s’arrête avant son terme : son dernier jour."


class AvenantForm(FormulaireTremplin):
    """A change of `contrat` agreed with the person; the contract is judged as it would become."""

    fieldsets = (("", ("date_effet", ("heures", "date_fin"), "objet")),)

    class Meta:
        model = Avenant
        fields = ("date_effet", "heures", "date_fin", "objet")
        widgets = DATES
        help_texts = {"objet": "Facultatif. Par exemple : passage à temps plein."}

    def __init__(self, *args, contrat, **kwargs):
        super().__init__(*args, **kwargs)
        self.contrat = contrat
        self.fields["heures"].label = f"Nouvelles heures {contrat.get_unite_heures_display()}"

    def clean(self):
        donnees = super().clean()
        heures, fin, effet = (donnees.get(nom) for nom in ("heures", "date_fin", "date_effet"))
        if heures is None and fin is None and not self.errors:
            raise ValidationError(
                "Un avenant change les heures, la date de fin, ou les deux : remplissez l’un des deux."
            )
        if effet and not (
            self.contrat.date_debut <= effet and (self.contrat.fin is None or effet <= self.contrat.fin)
        ):
            self.add_error("date_effet", "Un avenant prend effet pendant le contrat.")
        self._juger_le_contrat(heures, fin)
        return donnees

    def _juger_le_contrat(self, heures, fin):
        futur = copy(self.contrat)
        futur.heures = heures if heures is not None else futur.heures
        futur.date_fin = fin or futur.date_fin
        try:
            futur.clean()
        except ValidationError as refus:
            for champ, phrases in refus.message_dict.items():
                self.add_error({"heures": "heures"}.get(champ, "date_fin"), phrases)

    def save(self, commit=True):
        self.contrat.amender(self.instance)
        return self.instance
