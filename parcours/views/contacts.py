from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from beneficiaires.models import Beneficiaire
from insertion.droits import Droit, droit_requis
from insertion.gestes import proposer_retour
from insertion.isolation.historique import ecritures
from insertion.journal import consigner
from insertion.models import Utilisateur
from insertion.saisie_unique import une_seule_fois
from parcours.forms.contacts import ContactForm
from parcours.forms.presences import noms_des_collegues
from parcours.models import Entretien, Parcours


@droit_requis(Droit.ECRIRE_SUIVI)
@une_seule_fois
def contact_create(request, pk):
    """A call, a word in the corridor, something urgent: how, one line, saved."""
    beneficiaire = get_object_or_404(
        Beneficiaire.objects.visibles_par(request.user).pour_fiche(timezone.localdate()), pk=pk
    )
    parcours = Parcours.objects.d_une_personne(beneficiaire).first()
    form = ContactForm(request.POST or None, utilisateur=request.user, beneficiaire=beneficiaire, parcours=parcours)
    if request.method == "POST" and form.is_valid():
        with ecritures(Parcours, Entretien) as ecrites:
            form.save()
        fil = f"{beneficiaire.get_absolute_url()}#fil"
        ouvert = form.cleaned_data.get("dispositif")
        phrase = f"Contact avec {beneficiaire} noté." + (f" Parcours ouvert : {ouvert}." if ouvert else "")
        proposer_retour(request, phrase, *ecrites, retour=fil)
        return redirect(fil)
    if request.method == "GET":
        consigner(request, "Contact rapide", pk)
    contexte = {"beneficiaire": beneficiaire, "parcours": parcours, "form": form, "onglet": "parcours"}
    contexte["aujourdhui"] = timezone.localdate()
    return render(request, "parcours/contact_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.ECRIRE_SUIVI)
def collegue_list(request):
    """The names of the colleagues, proposed while one writes who was there."""
    structure = request.user.appartenance.structure_id
    collegues = Utilisateur.objects.de_la_structure(structure, timezone.localdate()).exclude(pk=request.user.pk)
    noms = [nom for _, nom in noms_des_collegues(collegues)]
    return render(request, "parcours/collegue_list.html", {"noms": noms})
