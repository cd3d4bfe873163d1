from datetime import date

from django import forms
from django.utils import timezone
from django.utils.text import capfirst

from insertion.forms import FormulaireTremplin, FormulaireVersionne, Perime, SaisieDate
from insertion.texte import en_mots, minuscule
from parcours.models import Dispositif

from ..bilans.modeles import MODELES, a_jour, plan
from ..bilans.periodes import annee_a_rendre, periodes
from ..enums import ModeleBilan
from ..indicateurs.cohorte import PUBLICS
from ..models import Bilan, Convention
from .publics import RESERVE, publics_offerts

AUTRE = "autre"
#: What an empty box means in a new report, for the dispositifs and for the public: taken from the agreement and from
#: the template, unless the page came from the agreement with the boxes ticked.
A_REPRENDRE = (
    "Aucune case cochée : ceux que couvre la convention choisie ; sans convention, tous.",
    "Aucune case cochée : le public du modèle (RSA pour le conseil départemental), sinon tout le monde.",
)
DEJA_COCHEES = (
    "Cochés d’après la convention. Aucune case cochée : tous les dispositifs.",
    "Cochés d’après le bilan que demande la convention. Aucune case cochée : tout le monde.",
)


class BilanForm(FormulaireTremplin):
    """For whom, over which period, about which dispositifs; a title is made when none is typed."""

    titre = forms.CharField(
        label="Titre", max_length=160, required=False, help_text="Laissez vide : il sera fait du modèle et des dates."
    )
    periode = forms.ChoiceField(label="Période", widget=forms.RadioSelect)
    du = forms.DateField(label="Du", required=False, widget=SaisieDate)
    au = forms.DateField(label="Au", required=False, widget=SaisieDate)
    choix_dispositifs = forms.ModelMultipleChoiceField(
        None,
        label="Dispositifs",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Aucune case cochée : tous les dispositifs.",
    )
    publics = forms.MultipleChoiceField(
        label="Publics",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Aucune case cochée : tout le monde. Plusieurs : les personnes d’un public au moins.",
        error_messages={"invalid_choice": RESERVE},
    )
    fieldsets = (
        ("Pour qui", ("convention", "titre")),
        ("Quand", ("periode", ("du", "au"))),
        ("Sur quoi", ("choix_dispositifs", "masquer_petits")),
        ("Sur qui", (("entres_du", "entres_au"), "publics")),
    )

    class Meta:
        model = Bilan
        fields = ("convention", "titre", "du", "au", "masquer_petits", "entres_du", "entres_au", "publics")
        widgets = {"entres_du": SaisieDate, "entres_au": SaisieDate}
        help_texts = {
            "entres_du": "Laissez vides ces deux dates pour garder toutes les entrées.",
            "masquer_petits": "Montrez-les seulement à un financeur habilité à les recevoir.",
            "convention": "Ses cibles et les parties qu’elle demande entrent dans le bilan.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offertes = periodes(timezone.localdate())
        self.fields["periode"].choices = [
            *((_cle(p.du, p.au), p.libelle) for p in offertes),
            (AUTRE, "D’autres dates"),
        ]
        self.fields["publics"].choices = publics_offerts(self.utilisateur, self.instance.publics)
        dispositifs = Dispositif.objects.visibles_par(self.utilisateur).order_by("nom", "pk")
        self.fields["choix_dispositifs"].queryset = dispositifs
        self.fields["convention"].queryset = Convention.objects.visibles_par(self.utilisateur).pour_liste()
        self.fields["convention"].empty_label = "Aucune : rapport interne"
        self.initial.setdefault("choix_dispositifs", self.instance.dispositifs)
        du, au = self.initial.get("du"), self.initial.get("au")
        if du and au:
            cles = {cle for cle, _ in self.fields["periode"].choices}
            self.initial.setdefault("periode", _cle(du, au) if _cle(du, au) in cles else AUTRE)
        else:
            proposee = annee_a_rendre(timezone.localdate())
            self.initial.setdefault("periode", _cle(proposee.du, proposee.au))

    def clean(self):
        donnees = super().clean()
        periode = donnees.get("periode")
        if periode and periode != AUTRE:
            donnees["du"], donnees["au"] = map(date.fromisoformat, periode.split("/"))
            for nom in {"du", "au"} & self.errors.keys():  # dates typed before a period was chosen
                del self.errors[nom]
        elif periode:
            for nom, question in (("du", "Quel est le premier jour ?"), ("au", "Quel est le dernier jour ?")):
                if not donnees.get(nom) and nom not in self.errors:
                    self.add_error(nom, question)
        self.exiger_l_ordre("du", "au", "La période ne peut pas finir avant de commencer.")
        self.exiger_l_ordre("entres_du", "entres_au", "Les entrées ne peuvent pas finir avant de commencer.")
        if not donnees.get("titre") and donnees.get("du") and donnees.get("au"):
            donnees["titre"] = self._titre(donnees)
        return donnees

    def _titre(self, donnees):
        offertes = {(p.du, p.au): p.libelle.lower() for p in periodes(timezone.localdate())}
        du, au = donnees["du"], donnees["au"]
        quand = offertes.get((du, au)) or f"du {en_mots(du)} au {en_mots(au)}"
        return capfirst(f"{self._nom_du_modele(donnees)}, {quand}")[:160]

    def _nom_du_modele(self, donnees):
        return self.instance.get_modele_display()

    def save(self, commit=True):
        self.instance.dispositifs = sorted(d.pk for d in self.cleaned_data["choix_dispositifs"])
        return super().save(commit)


class BilanCreateForm(BilanForm):
    """The first step adds the template, which says which blocks are shown to begin with.

    A box left empty is filled from the agreement (its dispositifs) and from the template (its public); `repris` says
    which, in French. Both can be emptied afterwards, in the settings of the report.
    """

    modele = forms.ChoiceField(
        label="Modèle",
        widget=forms.RadioSelect,
        choices=[(m.value, f"{m.label} : {minuscule(MODELES[m].pour)}") for m in ModeleBilan],
    )
    fieldsets = (("Quel bilan", ("modele",)), *BilanForm.fieldsets)

    class Meta(BilanForm.Meta):
        fields = ("modele", *BilanForm.Meta.fields)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dispositifs, publics = DEJA_COCHEES if self.initial.get("convention") else A_REPRENDRE
        self.fields["choix_dispositifs"].help_text = dispositifs
        self.fields["publics"].help_text = f"{publics} Plusieurs : les personnes d’un public au moins."
        self.repris = []

    def clean(self):
        donnees = super().clean()
        convention, modele = donnees.get("convention"), donnees.get("modele")
        if convention and convention.pk != self.initial.get("convention"):  # else the boxes came ticked
            self._reprendre_les_dispositifs(donnees, convention)
        if modele and not self.initial.get("publics"):
            self._reprendre_les_publics(donnees, MODELES[modele].publics)
        return donnees

    def _reprendre_les_dispositifs(self, donnees, convention):
        couverts = [couvert.dispositif_id for couvert in convention.couverts.all()]
        if couverts and not donnees.get("choix_dispositifs"):
            siens = self.fields["choix_dispositifs"].queryset.filter(pk__in=couverts)
            donnees["choix_dispositifs"] = siens
            self.repris.append(f"dispositifs de la convention ({', '.join(map(str, siens))})")

    def _reprendre_les_publics(self, donnees, publics):
        if publics and not donnees.get("publics"):
            donnees["publics"] = list(publics)
            self.repris.append(f"public du modèle ({' ou '.join(PUBLICS[code] for code in publics)})")

    def _nom_du_modele(self, donnees):
        return ModeleBilan(donnees["modele"]).label if donnees.get("modele") else "Bilan"

    def save(self, commit=True):
        convention = self.cleaned_data["convention"]
        self.instance.blocs = plan(self.cleaned_data["modele"], convention.sections if convention else ())
        return super().save(commit)


class BilanUpdateForm(FormulaireVersionne, BilanForm):
    """Changes what the figures are about; a version already produced keeps its own.

    The words of the blocks are not written again: somebody may save one meanwhile.
    """

    def save(self, commit=True):
        bilan = super().save(commit=False)
        bilan.save(update_fields=[*self.Meta.fields, "dispositifs", "version", "updated_at"])
        return bilan


class TexteBlocForm(FormulaireVersionne):
    """The words of one block. Late against a save of this block only: two blocks may be written at once."""

    texte = forms.CharField(
        label="Texte",
        required=False,
        max_length=20_000,
        widget=forms.Textarea({"rows": 9}),
        error_messages={"max_length": "Ce texte dépasse 20 000 caractères : gardez l’essentiel, joignez le reste."},
    )
    fieldsets = (("", ("texte",)),)

    class Meta:
        model = Bilan
        fields = ()

    def __init__(self, *args, code, **kwargs):
        super().__init__(*args, **kwargs)
        self.code = code
        self.instance.blocs = a_jour(self.instance.blocs)
        bloc = self.instance.bloc(code)
        self.fields["texte"].initial, self.fields["version"].initial = bloc["texte"], bloc["version"]

    def save(self, commit=True):
        bilan = Bilan.objects.select_for_update().get(pk=self.instance.pk)
        bilan.blocs = a_jour(bilan.blocs)
        bilan.version = bilan.bloc(self.code)["version"]  # what the page of both versions sends back
        if bilan.version != self.cleaned_data["version"]:
            raise Perime(self, bilan)
        bilan.ecrire(self.code, self.cleaned_data["texte"])
        return bilan


def _cle(du, au):
    """« 2025-01-01/2025-12-31 », what a choice of period sends."""
    return f"{du.isoformat()}/{au.isoformat()}"
