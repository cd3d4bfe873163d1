"""Before entry: the application itself, its eligibility, the interview, the decision."""

from django import forms
from django.db import transaction
from django.utils import timezone

from beneficiaires.forms import BeneficiaireCreateForm, confier_au_choisi, proposer_les_referents
from insertion.forms import FormulaireTremplin, FormulaireVersionne
from insertion.models import Utilisateur
from parcours.eligibilite import (
    AIDE_PLEINE,
    AIDE_REDUITE,
    GEIQ_NIVEAU_2_REQUIS,
    liste_de,
    manques,
    niveau_2_requis,
    suggestions,
)
from parcours.enums import MOTIFS_D_EMPLOYEUR, ListeCriteres, MotifDecision, StatutCandidature
from parcours.models import Candidature, CritereEligibilite, CritereRetenu, EntretienAdmission, Parcours

from .entretiens import LONGUEUR_MAXIMALE, SaisieDate, SaisieDateHeure

DEJA_DECIDEE = "Une décision a déjà été prise pour cette demande."


class CandidatForm(BeneficiaireCreateForm):
    """Somebody new who applies: nobody is in charge of them yet."""

    ESSENTIEL = ("prenom", "nom", "date_naissance", "telephone", "email", "commune")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["referent"]

    def save(self, commit=True):
        return super(BeneficiaireCreateForm, self).save(commit)


class CandidatureForm(FormulaireTremplin):
    """Who sent whom, when, for which dispositif."""

    fieldsets = (("", (("date", "dispositif"), ("orienteur", "prescripteur"), ("prescripteur_contact", "metier"))),)

    class Meta:
        model = Candidature
        fields = ("date", "dispositif", "orienteur", "prescripteur", "prescripteur_contact", "metier")
        widgets = {"date": SaisieDate}
        help_texts = {
            "prescripteur": "Par exemple : Mission locale du Val de Marque.",
            "prescripteur_contact": "Nom, téléphone ou adresse e-mail.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["date"].required = True
        if self.instance.pk is None:
            self.initial["date"] = self.initial.get("date") or timezone.localdate()
        self.fields["dispositif"].queryset = self.fields["dispositif"].queryset.ouverts()
        self.fields["dispositif"].empty_label = "Pas encore choisi"
        self.fields["orienteur"].choices = [("", "Non renseigné"), *self.fields["orienteur"].choices[1:]]
        if not self.utilisateur.appartenance.structure.emploie:
            del self.fields["metier"]

    def clean_date(self):
        date = self.cleaned_data["date"]
        if date > timezone.localdate():
            raise forms.ValidationError("Une demande ne peut pas être reçue dans le futur.")
        return date


class CandidatureUpdateForm(FormulaireVersionne, CandidatureForm):
    class Meta(CandidatureForm.Meta):
        pass

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        visibles = self.fields["dispositif"].queryset.model.objects.visibles_par(self.utilisateur)
        self.fields["dispositif"].queryset = visibles.filter(pk=self.instance.dispositif_id) | visibles.ouverts()

    def clean_date(self):
        date, decidee_le = super().clean_date(), self.instance.decidee_le
        if decidee_le and date > decidee_le:
            raise forms.ValidationError(f"La réception ne peut pas suivre la décision, le {decidee_le:%d/%m/%Y}.")
        return date

    @transaction.atomic
    def save(self, commit=True):
        """On another dispositif's waiting list one begins at the end."""
        deplacee = "dispositif" in self.changed_data and self.instance.rang is not None
        if deplacee:
            self.instance.rang = None
        candidature = super().save(commit)
        if deplacee:
            candidature.mettre_en_attente(candidature.attente_depuis)
        return candidature


class EligibiliteForm(FormulaireVersionne):
    """The diagnostic, a PASS already held, and one line per published criterion: met or not, proof of which day."""

    class Meta:
        model = Candidature
        fields = ("diagnostic_auteur", "diagnostic_le", "pass_numero", "pass_debut", "pass_fin")
        widgets = dict.fromkeys(("diagnostic_le", "pass_debut", "pass_fin"), SaisieDate)
        labels = {"diagnostic_auteur": "Diagnostic fait par", "diagnostic_le": "Le"}

    PASS = ("pass_numero", "pass_debut", "pass_fin")
    fieldsets = (
        ("Diagnostic d’éligibilité", (("diagnostic_auteur", "diagnostic_le"),)),
        ("PASS IAE déjà obtenu", ("pass_numero", ("pass_debut", "pass_fin"))),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["diagnostic_auteur"].choices = [
            ("", "Pas encore fait"),
            *self.fields["diagnostic_auteur"].choices[1:],
        ]
        aujourdhui = timezone.localdate()
        self.retenus = {retenu.critere_id: retenu for retenu in self.instance.criteres.all()}
        self.connus = suggestions(self.instance.beneficiaire, aujourdhui)
        self.liste = liste_de(self.instance.structure) or ListeCriteres.IAE
        if self.liste == ListeCriteres.GEIQ:
            self._sans_pass()
        offerts = CritereEligibilite.objects.de_la_liste(self.liste, aujourdhui)
        self.criteres = list((offerts | CritereEligibilite.objects.filter(pk__in=self.retenus)).distinct())
        for critere in self.criteres:
            self._ajouter(critere)

    def _sans_pass(self):
        """A GEIQ takes nobody in under a PASS IAE."""
        self.fieldsets = self.fieldsets[:1]
        for nom in self.PASS:
            del self.fields[nom]

    def _ajouter(self, critere):
        retenu = self.retenus.get(critere.pk)
        champs = {
            f"critere_{critere.pk}": forms.BooleanField(
                label=critere.libelle, required=False, initial=retenu is not None
            ),
            f"preuve_{critere.pk}": forms.DateField(
                label="Justificatif du", required=False, widget=SaisieDate(), initial=retenu and retenu.preuve_le
            ),
        }
        if critere.a_terme:
            champs[f"fin_{critere.pk}"] = forms.DateField(
                label="Valable jusqu’au", required=False, widget=SaisieDate(), initial=retenu and retenu.preuve_fin
            )
        if critere.honneur_seul:
            champs[f"honneur_{critere.pk}"] = forms.BooleanField(
                label="Attestation sur l’honneur",
                required=False,
                initial=retenu is not None and retenu.sur_l_honneur,
            )
        for nom, champ in champs.items():
            classe = "form-check-input" if isinstance(champ, forms.BooleanField) else "form-control"
            champ.widget.attrs |= {"class": classe, "autocomplete": "off", "aria-describedby": f"regle_{critere.pk}"}
            self.fields[nom] = champ

    @property
    def groupes(self):
        """(title, how many are needed, the criteria with their bound fields) of each level, for the page."""
        requis = niveau_2_requis(self.instance.structure)
        if self.liste == ListeCriteres.GEIQ:
            titres = {
                1: ("Annexe 2, niveau 1", f"un seul ouvre l’aide de {AIDE_PLEINE} €"),
                2: ("Annexe 2, niveau 2", f"il en faut {GEIQ_NIVEAU_2_REQUIS} pour l’aide de {AIDE_PLEINE} €"),
                None: ("Annexe 1", f"un seul ouvre l’aide de {AIDE_REDUITE} €"),
            }
        else:
            titres = {
                1: ("Critères de niveau 1", "un seul suffit"),
                2: ("Critères de niveau 2", f"il en faut {requis}"),
            }
        return [(*textes, self._lignes(niveau)) for niveau, textes in titres.items()]

    def _lignes(self, niveau):
        return [self._ligne(critere) for critere in self.criteres if critere.niveau == niveau]

    def _ligne(self, critere):
        code = critere.pk
        return {
            "critere": critere,
            "connu": critere.nature in self.connus,
            "critere_champ": self[f"critere_{code}"],
            "dates": [self._date(code, nom) for nom in (f"preuve_{code}", f"fin_{code}") if nom in self.fields],
            "honneur": self[f"honneur_{code}"] if critere.honneur_seul else None,
        }

    def _date(self, code, nom):
        """The rule is what describes a date; so is what is wrong with it, which Django leaves out then."""
        date = self[nom]
        if date.errors:
            date.field.widget.attrs["aria-describedby"] = f"regle_{code} {date.auto_id}_error"
        return date

    def clean(self):
        """A proof that is dated says that the criterion is met; its end cannot come before it."""
        donnees = super().clean()
        for critere in self.criteres:
            debut, fin = donnees.get(f"preuve_{critere.pk}"), donnees.get(f"fin_{critere.pk}")
            if debut and fin and fin < debut:
                self.add_error(
                    f"fin_{critere.pk}", "La fin de validité ne peut pas précéder la date du justificatif."
                )
            if debut and debut > timezone.localdate():
                self.add_error(f"preuve_{critere.pk}", "Un justificatif ne peut pas être daté dans le futur.")
        return donnees

    @transaction.atomic
    def save(self, commit=True):
        candidature = super().save(commit)
        for critere in self.criteres:
            self._enregistrer(candidature, critere.pk)
        return candidature

    def _enregistrer(self, candidature, code):
        donnees, retenu = self.cleaned_data, self.retenus.get(code)
        preuve, fin = donnees.get(f"preuve_{code}"), donnees.get(f"fin_{code}")
        if not (donnees[f"critere_{code}"] or preuve or fin):
            if retenu:
                retenu.delete()
            return
        retenu = retenu or CritereRetenu(
            structure_id=candidature.structure_id, candidature=candidature, critere_id=code
        )
        retenu.preuve_le, retenu.preuve_fin = preuve, fin
        retenu.sur_l_honneur = donnees.get(f"honneur_{code}", False)
        retenu.save()


class AdmissionForm(FormulaireVersionne):
    """The interview before entry."""

    fieldsets = (("", (("date", "lieu"), "presents", "notes")),)

    class Meta:
        model = EntretienAdmission
        fields = ("date", "lieu", "presents", "notes")
        widgets = {
            "date": SaisieDateHeure,
            "notes": forms.Textarea({"rows": 8, "autocomplete": "off"}),
        }
        help_texts = {
            "presents": "Par exemple : l’éducatrice de la résidence, l’encadrant technique.",
            "notes": "Lu seulement par l’équipe d’insertion.",
        }

    def clean_notes(self):
        texte = self.cleaned_data["notes"]
        if len(texte) > LONGUEUR_MAXIMALE:
            raise forms.ValidationError(f"Ce texte dépasse {LONGUEUR_MAXIMALE} caractères.")
        return texte


class DecisionForm(FormulaireVersionne):
    """No, or it falls through: which, and why."""

    fieldsets = (("", ("issue", "motif", "motif_refus")),)
    issue = forms.ChoiceField(
        label="Décision",
        choices=[
            (StatutCandidature.DECLINEE.value, "Nous ne pouvons pas accueillir la personne"),
            (StatutCandidature.ANNULEE.value, "La personne ou l’orienteur retire la demande"),
        ],
        widget=forms.RadioSelect,
        initial=StatutCandidature.DECLINEE.value,
    )

    class Meta:
        model = Candidature
        fields = ("motif", "motif_refus")
        labels = {"motif": "Motif", "motif_refus": "Précision"}
        help_texts = {"motif_refus": "Facultatif, en quelques mots. Ni santé ni justice ici."}

    def __init__(self, *args, aujourdhui, **kwargs):
        super().__init__(*args, **kwargs)
        self.aujourdhui = aujourdhui
        emploie = self.utilisateur.appartenance.structure.emploie
        motifs = [motif for motif in MotifDecision if emploie or motif not in MOTIFS_D_EMPLOYEUR]
        self.fields["motif"].required = True
        self.fields["motif"].choices = [("", "Choisir…"), *((motif.value, motif.label) for motif in motifs)]

    def clean(self):
        if not self.instance.est_ouverte:
            raise forms.ValidationError(DEJA_DECIDEE)
        return super().clean()

    def save(self, commit=True):
        self._verrouiller()
        donnees = self.cleaned_data
        self.instance.decider(
            donnees["issue"], donnees["motif"], self.aujourdhui, self.utilisateur, donnees["motif_refus"]
        )
        return self.instance


class AcceptationForm(FormulaireTremplin):
    """Accept: into which dispositif, from which day, followed by whom; why, when a rule is not met."""

    fieldsets = (("", ("dispositif", "date_entree", "referent", "derogation")),)
    referent = forms.ModelChoiceField(Utilisateur.objects.none(), label="Référent·e", required=False)
    derogation = forms.CharField(
        label="Accepter malgré ce qui manque, parce que",
        required=False,
        max_length=200,
        widget=forms.Textarea({"rows": 2, "autocomplete": "off"}),
    )

    class Meta:
        model = Parcours
        fields = ("dispositif", "date_entree")
        widgets = {"date_entree": SaisieDate}

    def __init__(self, *args, candidature, aujourdhui, bloquants, **kwargs):
        super().__init__(*args, instance=candidature.nouveau_parcours(aujourdhui), **kwargs)
        self.candidature, self.aujourdhui = candidature, aujourdhui
        self.fields["dispositif"].queryset = self.fields["dispositif"].queryset.ouverts()
        proposer_les_referents(self.fields["referent"], self.utilisateur, aujourdhui, candidature.beneficiaire)
        if not bloquants and not self.is_bound:
            del self.fields["derogation"]

    def _get_validation_exclusions(self):
        """One open parcours per person and dispositif: checked although neither person nor structure is typed."""
        return super()._get_validation_exclusions() - {"structure", "beneficiaire", "date_sortie"}

    def clean(self):
        donnees = super().clean()
        if not self.candidature.est_ouverte:
            raise forms.ValidationError(DEJA_DECIDEE)
        entree = donnees.get("date_entree")
        if entree and not donnees.get("derogation"):
            bloquants = [manque for manque in manques(self.candidature, entree) if manque.bloquant]
            if bloquants:
                self.add_error("derogation", f"{bloquants[0].phrase} Dites pourquoi vous acceptez quand même.")
        return donnees

    @transaction.atomic
    def save(self, commit=True):
        parcours = self.instance
        self.candidature.accepter(
            parcours, self.aujourdhui, self.utilisateur, self.cleaned_data.get("derogation", "")
        )
        confier_au_choisi(parcours.beneficiaire, self.cleaned_data["referent"], parcours.date_entree)
        return parcours
