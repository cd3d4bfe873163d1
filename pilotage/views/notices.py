"""What people are told about their data, who was told, and what the structure must be able to show the CNIL."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from beneficiaires.models import Beneficiaire, InformationDonnee, Notice
from insertion.droits import Droit, droit_requis
from insertion.journal import consigner
from insertion.langues import Langue
from insertion.saisie_unique import une_seule_fois

from ..forms.vie_privee import NoticeForm
from ..vie_privee import registre

PAR_PAGE = 50


@droit_requis(Droit.REPONDRE_DROITS)
@require_safe
def notice_list(request):
    """The versions of the notice, and who has not received the one in force."""
    notices = list(Notice.objects.visibles_par(request.user).select_related("auteur"))
    a_informer = Beneficiaire.objects.none()
    if notices:
        presentes = Beneficiaire.objects.visibles_par(request.user).avec_referents().order_by("tri", "pk")
        a_informer = InformationDonnee.objects.a_informer(presentes, notices[0])
    page = Paginator(a_informer, PAR_PAGE).get_page(request.GET.get("page"))
    consigner(request, "personnes à informer")
    return render(request, "pilotage/notice_list.html", {"notices": notices, "page": page, "volet": "notices"})


@droit_requis(Droit.REPONDRE_DROITS)
@une_seule_fois
def notice_create(request):
    """A new version, from the one in force: everybody is to be informed again."""
    derniere = Notice.objects.en_vigueur()
    structure = request.user.appartenance.structure
    notice = Notice(
        numero=derniere.numero + 1 if derniere else 1, publiee_le=timezone.localdate(), auteur=request.user
    )
    texte = derniere.texte if derniere else registre.notice_proposee(structure)
    form = NoticeForm(request.POST or None, instance=notice, initial={"texte": texte}, utilisateur=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, f"Version {notice.numero} publiée : les personnes sont à informer.")
        return redirect("pilotage:notice_list")
    contexte = {"form": form, "numero": notice.numero, "volet": "notices"}
    return render(request, "pilotage/notice_create.html", contexte, status=422 if form.is_bound else 200)


@droit_requis(Droit.MODIFIER_PERSONNES)
@require_safe
def notice_detail(request, pk):
    """One version, to be printed and given: in French, or with a translation beside."""
    notice = get_object_or_404(Notice.objects.visibles_par(request.user).select_related("structure"), pk=pk)
    langue = Langue.lue(request.GET.get("langue"))
    contexte = {"notice": notice, "volet": "notices", "langue": langue, "langues": Langue.choices}
    contexte["traduction"] = registre.notice_traduite(notice, langue)
    return render(request, "pilotage/notice_detail.html", contexte)


@droit_requis(Droit.REPONDRE_DROITS)
@require_safe
def registre_detail(request):
    """The record of processing (art. 30), the recipients and the impact assessment, from the declarations."""
    structure = request.user.appartenance.structure
    contexte = {
        "structure": structure,
        "categories": registre.categories(),
        "destinataires": registre.DESTINATAIRES,
        "mesures": registre.MESURES,
        "risques": registre.RISQUES,
        "volet": "registre",
    }
    return render(request, "pilotage/registre_detail.html", contexte)
