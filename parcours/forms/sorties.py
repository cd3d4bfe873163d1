from itertools import groupby

from django import forms
from django.db.models import Q, Sum

from insertion.forms import FormulaireTremplin, FormulaireVersionne

from ..enums import CategorieSortie, DocumentSortie
from ..models import Immersion, MiseEnRelation, MotifSortie, Sortie, SuiviPostSortie
from ..sorties import A_L_HEURE, examiner, incoherence, premier_jour
from .entretiens import LONGUEUR_MAXIMALE, SaisieDate

EMPLOI = ("entreprise", "destination", "poste", "forme_emploi", "emploi_debut", "emploi_fin", "heures_hebdo")
PERSONNE = ("satisfaction", "paroles", "entretien_le", "remarques")


def texte_long(form, nom):
    """The text typed in `nom`, refused when nobody could read it."""
    texte = form.cleaned_data[nom]
    if len(texte) > LONGUEUR_MAXIMALE:
        raise forms.ValidationError(f"Ce texte dépasse {LONGUEUR_MAXIMALE} caractères : raccourcissez-le.")
    return texte


class SortieForm(FormulaireTremplin):
    """How a parcours ends: one motive, whose category follows; all the rest may wait."""

    motif = forms.ModelChoiceField(
        MotifSortie.objects.none(), label="Motif", error_messages={"required": "Choisissez le motif de la sortie."}
    )
    documents_remis = forms.MultipleChoiceField(
        label="Documents remis", choices=DocumentSortie, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Sortie
        fields = ("date", *EMPLOI, "heures_travaillees", *PERSONNE, "documents_remis")
        widgets = {
            **dict.fromkeys(("date", "emploi_debut", "emploi_fin", "entretien_le"), SaisieDate),
            "paroles": forms.Textarea({"rows": 3, "autocomplete": "off"}),
            "remarques": forms.Textarea({"rows": 3, "autocomplete": "off"}),
            "destination": forms.TextInput({"autocomplete": "off"}),
            "poste": forms.TextInput({"autocomplete": "off"}),
        }
        help_texts = {
            "entreprise": "Une entreprise à qui la personne a été proposée, ou qui l’a reçue en immersion.",
            "emploi_fin": "Vide pour un emploi sans terme. Six mois tout juste comptent comme « 6 mois et plus ».",
            "paroles": "Ce que la personne dit de son parcours.",
        }

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui, self.parcours = aujourdhui, self.instance.parcours
        structure = self.parcours.structure
        self._proposer(structure)
        self._choisir_entreprise()
        if not structure.emploie:
            del self.fields["documents_remis"]
        if structure.type not in A_L_HEURE:
            del self.fields["heures_travaillees"]
        elif self.instance.heures_travaillees is None:
            total = self.parcours.heures_mois.aggregate(total=Sum("heures"))["total"]
            self.fields["heures_travaillees"].initial = total
            self.initial["heures_travaillees"] = total
        self.fields["satisfaction"].choices = [("", "Non demandé"), *self.fields["satisfaction"].choices[1:]]
        self.fields["forme_emploi"].choices = [("", "Non renseigné"), *self.fields["forme_emploi"].choices[1:]]
        self.fields["date"].widget.attrs["max"] = aujourdhui.isoformat()
        self.helper.layout = self._disposer()

    def _proposer(self, structure):
        """The motives of the structure, under the category that each one counts as."""
        champ, connu = self.fields["motif"], self.instance.motif_code
        champ.queryset = motifs = MotifSortie.objects.pour_structure(structure)
        champ.initial = connu
        rangs = {categorie: rang for rang, categorie in enumerate(CategorieSortie.values)}
        tries = sorted(motifs, key=lambda motif: (rangs[motif.categorie], motif.rang))
        groupes = groupby(tries, key=lambda motif: CategorieSortie(motif.categorie).label)
        champ.choices = [("", "Choisir…"), *((titre, [(m.code, str(m)) for m in siens]) for titre, siens in groupes)]

    def _choisir_entreprise(self):
        """The few firms that the person met; no field when there is none."""
        champ, personne = self.fields["entreprise"], self.parcours.beneficiaire_id
        proposees = MiseEnRelation.objects.filter(parcours__beneficiaire=personne).values("entreprise")
        accueils = Immersion.objects.filter(parcours__beneficiaire=personne).values("entreprise")
        siennes = Q(pk__in=proposees) | Q(pk__in=accueils) | Q(pk=self.instance.entreprise_id)
        champ.queryset = champ.queryset.filter(siennes)
        champ.empty_label = "Un autre employeur"
        if not champ.queryset.exists():
            del self.fields["entreprise"]

    def _disposer(self):
        papiers = (("Papiers", ("documents_remis",)),) if "documents_remis" in self.fields else ()
        heures = ("heures_travaillees",) if "heures_travaillees" in self.fields else ()
        self.fieldsets = (
            ("La sortie", (("date", "entretien_le"), "motif", *heures)),
            (
                "Emploi ou formation, s’il y en a",
                (
                    "entreprise",
                    ("destination", "poste"),
                    ("forme_emploi", "heures_hebdo"),
                    ("emploi_debut", "emploi_fin"),
                ),
            ),
            ("Le regard de la personne", ("satisfaction", "paroles")),
            *papiers,
            ("Pour la suite", ("remarques",)),
        )
        layout = type(self.helper.layout)
        return layout(*(self._groupe(*groupe) for groupe in self.fieldsets), *self._caches())

    def clean_date(self):
        jour = self.cleaned_data["date"]
        if jour > self.aujourdhui:
            raise forms.ValidationError("Une sortie se note le jour où elle a lieu, ou après.")
        if jour < self.parcours.date_entree:
            raise forms.ValidationError(
                f"La sortie ne peut pas précéder l’entrée, le {self.parcours.date_entree:%d/%m/%Y}."
            )
        dernier = self.parcours.contrats.order_by("date_debut").last()
        if dernier and jour < dernier.date_debut:
            raise forms.ValidationError(
                f"La sortie ne peut pas précéder le début du dernier contrat, le {dernier.date_debut:%d/%m/%Y}."
            )
        premier = self.parcours.suivis_sortie.order_by("date").first()
        if premier and premier.date < jour:
            raise forms.ValidationError(
                f"Un contact après la sortie est noté le {premier.date:%d/%m/%Y} : il ne peut pas la précéder."
            )
        return jour

    def clean_paroles(self):
        return texte_long(self, "paroles")

    def clean_remarques(self):
        return texte_long(self, "remarques")

    def clean(self):
        donnees = super().clean()
        debut, fin = donnees.get("emploi_debut"), donnees.get("emploi_fin")
        if debut and fin and fin < debut:
            self.add_error("emploi_fin", "La fin de l’emploi ne peut pas précéder son début.")
        elif donnees.get("motif") and (probleme := incoherence(donnees["motif"], debut, fin)):
            self.add_error("motif", probleme)
        return donnees

    def save(self, commit=True):
        """End the parcours; return the `Sortie`."""
        details = {nom: self.cleaned_data[nom] for nom in self.cleaned_data if nom in self.Meta.fields}
        return self.parcours.sortir(
            motif=self.cleaned_data["motif"], le=details.pop("date"), par=self.utilisateur, **details
        )


class SortieUpdateForm(FormulaireVersionne, SortieForm):
    """Correct an exit: the motive is frozen again, as it reads now; the parcours follows the date."""

    class Meta(SortieForm.Meta):
        pass

    def save(self, commit=True):
        if self.instance.pk:
            self._verrouiller()
        sortie, motif = self.instance, self.cleaned_data["motif"]
        examen = examiner(self.parcours, motif.categorie, sortie.date, sortie.heures_travaillees)
        sortie.figer(motif, self.utilisateur, examen)
        sortie.enregistrer()
        return sortie


class SuiviPostSortieForm(FormulaireTremplin):
    """News of somebody on a closed file."""

    fieldsets = (("", (("date", "echeance"), ("situation", "destination"), "texte", "paroles")),)

    class Meta:
        model = SuiviPostSortie
        fields = ("date", "echeance", "situation", "destination", "texte", "paroles")
        widgets = {
            "date": SaisieDate,
            "texte": forms.Textarea({"rows": 4, "autocomplete": "off"}),
            "paroles": forms.Textarea({"rows": 2, "autocomplete": "off"}),
            "destination": forms.TextInput({"autocomplete": "off"}),
        }
        help_texts = {"echeance": "Laissez « À un autre moment » quand la personne rappelle d’elle-même."}

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui
        self.fields["echeance"].choices = [("", "À un autre moment"), *self.fields["echeance"].choices[1:]]
        self.fields["date"].widget.attrs["max"] = aujourdhui.isoformat()

    def clean_date(self):
        jour, sortie = self.cleaned_data["date"], self.instance.sortie_le
        if jour > self.aujourdhui:
            raise forms.ValidationError("Un contact se note le jour où il a lieu, ou après.")
        if jour < sortie:
            raise forms.ValidationError(f"Ce contact ne peut pas précéder la sortie, le {sortie:%d/%m/%Y}.")
        return jour

    def clean_echeance(self):
        """Said beside the field; the database holds that there is one of each too."""
        echeance, jour = self.cleaned_data["echeance"], self.cleaned_data.get("date")
        autres = self.instance.parcours.suivis_sortie.exclude(pk=self.instance.pk)
        if echeance and autres.filter(echeance=echeance).exists():
            raise forms.ValidationError("Le contact de cette échéance est déjà noté : modifiez-le.")
        if echeance and jour and jour < (premier := premier_jour(self.instance.sortie_le, echeance)):
            raise forms.ValidationError(f"Trop tôt : cette échéance se note à partir du {premier:%d/%m/%Y}.")
        return echeance

    def clean_texte(self):
        return texte_long(self, "texte")

    def clean_paroles(self):
        return texte_long(self, "paroles")


class SuiviPostSortieUpdateForm(FormulaireVersionne, SuiviPostSortieForm):
    class Meta(SuiviPostSortieForm.Meta):
        pass
