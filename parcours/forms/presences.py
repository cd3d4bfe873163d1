"""Who else was there: one line for each, a colleague recognised by their name, anybody else kept as typed."""

from django import forms
from django.utils import timezone

from insertion.conflits import Reunion
from insertion.models import Utilisateur
from parcours.enums import Qualite
from parcours.models import Participant

MAXIMUM = 12
#: Two versions of twelve lines kept together, and room for a third.
ABSOLU = 3 * MAXIMUM


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
        """(name, quality) of the lines that name somebody: those typed; those of the table when nothing was sent."""
        lignes = self.cleaned_data if self.is_bound else self.initial
        return [(ligne["nom"], ligne["qualite"]) for ligne in lignes if ligne.get("nom")]

    def reunir(self, autre):
        """The `Reunion` of these lines with those of `autre`; a name written in both keeps the quality typed here."""
        miens, siens = self.noms(), autre.noms()
        tous = {nom.casefold(): (nom, qualite) for nom, qualite in [*siens, *miens]}.values()
        paires = [(f"{self.prefix}-TOTAL_FORMS", str(len(tous))), (f"{self.prefix}-INITIAL_FORMS", "0")]
        for rang, (nom, qualite) in enumerate(tous):
            paires += [(f"{self.prefix}-{rang}-nom", nom), (f"{self.prefix}-{rang}-qualite", qualite)]
        lus = ([_lire(*ligne) for ligne in lignes] for lignes in (miens, siens))
        return Reunion(f"{self.prefix}-", "Personnes présentes", *lus, paires)

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


def _lire(nom, qualite):
    return f"{nom} ({Qualite(qualite).label})" if qualite else nom


def noms_des_collegues(collegues):
    """(colleague, the name that recognises them): two of one name take their e-mail beside it."""
    collegues = list(collegues)
    noms = [str(collegue) for collegue in collegues]
    return [
        (collegue, nom if noms.count(nom) == 1 else f"{nom} ({collegue.email})")
        for collegue, nom in zip(collegues, noms, strict=True)
    ]


Presences = forms.formset_factory(
    PresenceForm, formset=PresencesFormSet, extra=1, max_num=MAXIMUM, absolute_max=ABSOLU
)


def preparer_presences(data, entretien, utilisateur):
    """Return the lines of `entretien` for `utilisateur`, filled from `data` (None: not sent) or from the table."""
    liees = data if data is not None and "present-TOTAL_FORMS" in data else None
    deja = list(entretien.participants.pour_liste()) if entretien.pk else []
    initial = [{"nom": str(p), "qualite": p.qualite} for p in deja]
    # A line that says what the table says already is somebody all the same, not an empty line.
    reglages = {"label_suffix": "", "empty_permitted": False}
    presences = Presences(liees, prefix="present", initial=initial, form_kwargs=reglages)
    presences.utilisateur = utilisateur
    return presences
