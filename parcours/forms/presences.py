"""Who else was there: one line for each, a colleague recognised by their name, anybody else kept as typed."""

from django import forms
from django.utils import timezone

from insertion.models import Utilisateur
from parcours.enums import Qualite
from parcours.models import Participant

MAXIMUM = 12


class PresenceForm(forms.Form):
    """One line of « Personnes présentes »; an empty line is nobody."""

    nom = forms.CharField(label="Nom", max_length=120, required=False)
    qualite = forms.ChoiceField(label="Qualité", choices=[("", "–"), *Qualite.choices], required=False)

    def clean(self):
        donnees = super().clean()
        if donnees.get("qualite") and not donnees.get("nom"):
            self.add_error("nom", "Nommez cette personne, ou videz la ligne.")
        return donnees


class PresencesFormSet(forms.BaseFormSet):
    """The lines of an entretien. Sent without its management form (a conflict settled), it changes nothing."""

    utilisateur = None

    def is_valid(self):
        return not self.is_bound or super().is_valid()

    def noms(self):
        """(name, quality) of the lines that name somebody."""
        return [(ligne["nom"], ligne["qualite"]) for ligne in self.cleaned_data if ligne.get("nom")]

    def enregistrer(self, entretien):
        """Write who was there, in place of what was written before; a name typed twice counts once."""
        if not self.is_bound or not self.has_changed():
            return
        entretien.participants.all().delete()
        noms = self.noms()
        collegues = self._collegues() if noms else {}
        presents = {}
        for nom, qualite in noms:
            collegue = collegues.get(nom.casefold())
            present = Participant(
                structure_id=entretien.structure_id,
                entretien=entretien,
                utilisateur=collegue,
                nom="" if collegue else nom,
                qualite=qualite,
            )
            presents.setdefault(collegue or nom.casefold(), present)
        Participant.objects.bulk_create(presents.values())

    def _collegues(self):
        """{what one types of a colleague: the colleague}, for those of the structure today."""
        structure = self.utilisateur.appartenance.structure_id
        collegues = Utilisateur.objects.de_la_structure(structure, timezone.localdate())
        return {nom.casefold(): collegue for collegue, nom in noms_des_collegues(collegues)}


def noms_des_collegues(collegues):
    """(colleague, the name that recognises them): two of one name take their e-mail beside it."""
    collegues = list(collegues)
    noms = [str(collegue) for collegue in collegues]
    return [
        (collegue, nom if noms.count(nom) == 1 else f"{nom} ({collegue.email})")
        for collegue, nom in zip(collegues, noms, strict=True)
    ]


Presences = forms.formset_factory(
    PresenceForm, formset=PresencesFormSet, extra=1, max_num=MAXIMUM, absolute_max=MAXIMUM
)


def preparer_presences(data, entretien, utilisateur):
    """Return the lines of `entretien` for `utilisateur`, filled from `data` (None: not sent) or from the table."""
    liees = data if data is not None and "present-TOTAL_FORMS" in data else None
    deja = list(entretien.participants.pour_liste()) if entretien.pk else []
    initial = [{"nom": str(p), "qualite": p.qualite} for p in deja]
    presences = Presences(liees, prefix="present", initial=initial, form_kwargs={"label_suffix": ""})
    presences.utilisateur = utilisateur
    return presences
