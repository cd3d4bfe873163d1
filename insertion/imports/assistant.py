"""The import, page by page: file, columns, lines, summary, run, undo."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from insertion import tableur
from insertion.annulation import AnnulationImpossible
from insertion.droits import droit_requis
from insertion.gestes import proposer_annulation, refuser_annulation
from insertion.journal import consigner
from insertion.saisie_unique import une_seule_fois
from insertion.stockage import PlusDePlace
from insertion.tableur import FichierRefuse

from . import apercu, depot, lecture
from .annulation import Annulation
from .filiere import Filiere
from .formulaires import FichierForm, LigneForm

PAR_PAGE = 50


def rien_de_plus(importation):
    """Nothing more than what every import shows."""
    return {}


def rien_n_empeche(utilisateur):
    """Nothing keeps the structure of `utilisateur` from importing."""
    return ""


@dataclass(frozen=True)
class Assistant:
    """The wizard of one kind of file. Its pages are `<espace>/import_*.html`, at `<espace>:import_*`.

    `tache` runs the import in the worker; `correspondance` is the form of the columns; `en_plus(importation)` returns
    what the page of the columns shows besides; `empechement(utilisateur)` says (French) why nothing may be imported
    now. `journal`: the read journal hears of it (people are in the file).
    """

    espace: str
    filiere: Filiere
    annulation: Annulation
    tache: Callable
    correspondance: type
    fichier_modele: str
    en_plus: Callable = rien_de_plus
    empechement: Callable = rien_n_empeche
    journal: bool = True

    def adresses(self, racine, droit):
        """The addresses of the wizard below `racine`; each page asks for `droit`."""
        ouvrir = droit_requis(droit)
        pages = (
            ("", require_safe(self.liste), "list"),
            ("nouveau/", une_seule_fois(self.creer), "create"),
            ("modele/", require_safe(self.modele), "modele"),
            ("<int:pk>/", require_safe(self.detail), "detail"),
            ("<int:pk>/correspondance/", self.colonnes, "correspondance"),
            ("<int:pk>/lignes/", require_safe(self.lignes), "lignes"),
            ("<int:pk>/lignes/<int:numero>/", self.ligne, "ligne"),
            ("<int:pk>/lancement/", require_POST(self.lancer), "lancement"),
            ("<int:pk>/annulation/", require_POST(self.annuler), "annulation"),
            ("<int:pk>/abandon/", require_POST(self.abandonner), "abandon"),
        )
        return [path(f"{racine}{adresse}", ouvrir(vue), name=f"import_{nom}") for adresse, vue, nom in pages]

    def liste(self, request):
        """The imports of the structure, newest first."""
        imports = self.filiere.modele.objects.visibles_par(request.user).pour_liste()
        page = Paginator(imports, PAR_PAGE).get_page(request.GET.get("page"))
        return self._page(request, "import_list", {"page": page, "maintenant": timezone.now()})

    def modele(self, request):
        """Our own empty file, for whoever starts from nothing."""
        contenu = tableur.ecrire("Modèle", self.filiere.entetes_du_modele(), [])
        entetes = {"Content-Disposition": f'attachment; filename="{self.fichier_modele}"'}
        return HttpResponse(contenu, content_type=tableur.CLASSEUR, headers=entetes)

    def creer(self, request):
        """Step 1: bring the file. It is read at once; nothing is written before « Lancer »."""
        if raison := self.empechement(request.user):
            messages.error(request, raison)
            return redirect(self._nom("list"))
        form = FichierForm(_recu(request), request.FILES or None)
        if request.method == "POST" and form.is_valid():
            fichier, structure_id = form.cleaned_data["fichier"], request.user.appartenance.structure_id
            try:
                importation = depot.deposer(
                    self.filiere, structure_id, fichier.read(), fichier.name, par=request.user
                )
            except (FichierRefuse, PlusDePlace) as refus:
                form.add_error("fichier", str(refus))
            else:
                return redirect(self._nom("correspondance"), importation.pk)
        return self._page(request, "import_create", {"form": form}, form)

    def colonnes(self, request, pk):
        """Step 2: what each column is; guessed, corrected here, remembered for the structure."""
        importation = self._modifiable(request, pk)
        if not importation.modifiable:
            return redirect(importation)
        form = self.correspondance(
            _recu(request), filiere=self.filiere, importation=importation, utilisateur=request.user
        )
        if request.method == "POST" and form.is_valid():
            form.enregistrer()
            depot.verifier(self.filiere, importation, timezone.now())
            return redirect(self._nom("lignes"), pk)
        self._consigner(request, "import, colonnes")
        contexte = {
            "importation": importation,
            "form": form,
            "libelle_format": self.filiere.libelles[importation.format],
            "deja": depot.deja_importe(importation),
            **self.en_plus(importation),
        }
        return self._page(request, "import_correspondance", contexte, form)

    def lignes(self, request, pk):
        """Step 3: the grid of the lines, their errors in words, what to do with each."""
        importation = self._import(request, pk)
        if not importation.modifiable or not importation.bilan:
            return redirect(importation)
        self._consigner(request, "import, lignes")
        return self._grille(request, importation, request.GET)

    def ligne(self, request, pk, numero):
        """Correct one line: a single cell or a choice from the grid, or the whole line on its own page."""
        importation = self._modifiable(request, pk)
        ligne = get_object_or_404(importation.lignes.exclude(nature=lecture.VIDE), numero=numero)
        if not importation.modifiable:
            return redirect(importation)
        correspondance = importation.correspondance
        form = LigneForm(
            _recu(request), ligne=ligne, entetes=correspondance["entetes"], colonnes=correspondance["colonnes"]
        )
        if request.method == "POST" and form.is_valid():
            form.enregistrer()
            depot.verifier(self.filiere, importation, timezone.now())
            if request.htmx:
                return self._grille(request, importation, request.POST)
            return redirect(f"{self._adresse(importation, request.POST)}#ligne-{numero}")
        if form.is_bound and request.htmx:
            return _refus_de_cellule(form)
        self._consigner(request, "import, ligne")
        contexte = {"importation": importation, "ligne": ligne, "form": form, "voir": request.GET.get("voir", "")}
        return self._page(request, "import_ligne", contexte, form)

    def detail(self, request, pk):
        """Steps 4 and 5: the summary, then the run with its progress (asked every two seconds), then the undo."""
        importation = self._import(request, pk)
        if request.htmx and not importation.en_travail:
            return HttpResponse(headers={"HX-Refresh": "true"})
        if not importation.bilan:
            return redirect(self._nom("correspondance"), pk)
        self._consigner(request, "import, résumé")
        contexte = {
            "importation": importation,
            "resume": apercu.resumer(importation),
            "annulable": importation.est_annulable(timezone.now()),
            "retablissable": importation.est_retablissable(timezone.now()),
            "libelle_format": self.filiere.libelles[importation.format],
            "espace": self.espace,
            "fiches": self._fiches(),
        }
        if request.htmx:
            return render(request, "imports/import_detail.html#avancement", contexte)
        return self._page(request, "import_detail", contexte)

    def lancer(self, request, pk):
        """Hand the import over to the worker, undone or not; a second click finds it gone."""
        importation = self._import(request, pk)
        if raison := self.empechement(request.user):
            messages.error(request, raison)
        elif importation.bilan.get("creations", 0) + importation.bilan.get("mises_a_jour", 0) == 0:
            messages.error(request, "Il n’y a rien à importer\u00a0: aucune ligne ne crée ni ne complète une fiche.")
        else:
            self.annulation.execution.lancer(importation, self.tache)
        return redirect(importation)

    def annuler(self, request, pk):
        """Undo an import of less than 24 hours."""
        importation = self._import(request, pk)
        try:
            bilan = self.annulation.annuler(importation, timezone.now(), request.user.pk)
        except AnnulationImpossible as impossible:
            refuser_annulation(request, impossible)
        else:
            suite = "\u00a0: des fiches sont gardées, voyez pourquoi" if bilan["gardees"] else ""
            retablir = reverse(self._nom("lancement"), args=[pk])
            proposer_annulation(request, f"Import annulé{suite}.", retablir)
        return redirect(importation)

    def abandonner(self, request, pk):
        """Throw away a file that was never run, and the lines that were read in it."""
        importation = self._modifiable(request, pk)
        if not importation.modifiable:
            return redirect(importation)
        importation.abandonner()
        messages.success(request, "Fichier retiré\u00a0: rien n’a été importé.")
        return redirect(self._nom("list"))

    def _page(self, request, nom, contexte, form=None):
        status = 422 if form is not None and form.is_bound else 200
        return render(request, f"{self.espace}/{nom}.html", contexte | {"espace": self.espace}, status=status)

    def _nom(self, page):
        return f"{self.espace}:import_{page}"

    def _fiches(self):
        """What a line is about, in French: one, several."""
        sujet = self.filiere.lignes._meta.get_field(self.filiere.lignes.CONNU).related_model._meta
        return sujet.verbose_name, sujet.verbose_name_plural

    def _consigner(self, request, quoi):
        if self.journal:
            consigner(request, quoi)

    def _import(self, request, pk):
        return get_object_or_404(self.filiere.modele.objects.visibles_par(request.user), pk=pk)

    def _modifiable(self, request, pk):
        """The import, held until the end of the request: two people correct its lines one after the other."""
        tenu = self.filiere.modele.objects.visibles_par(request.user).select_for_update(of=("self",))
        return get_object_or_404(tenu, pk=pk)

    def _grille(self, request, importation, choisi):
        voir = choisi.get("voir") if choisi.get("voir") in apercu.FILTRES else ""
        lignes = importation.lignes.filtrees(voir).select_related(self.filiere.lignes.CONNU).order_by("numero")
        page = Paginator(lignes, PAR_PAGE).get_page(choisi.get("page"))
        contexte = {
            "importation": importation,
            "page": page,
            "lignes": apercu.lignes(self.filiere, importation, page.object_list),
            "colonnes": apercu.colonnes(self.filiere, importation),
            "filtres": apercu.filtres(importation),
            "voir": voir,
            "resume": apercu.resumer(importation),
            "espace": self.espace,
        }
        if request.htmx:
            return render(request, "imports/import_lignes.html#grille", contexte)
        return self._page(request, "import_lignes", contexte)

    def _adresse(self, importation, choisi):
        garde = {cle: choisi[cle] for cle in ("voir", "page") if choisi.get(cle)}
        adresse = reverse(self._nom("lignes"), args=[importation.pk])
        return f"{adresse}?{urlencode(garde)}" if garde else adresse


def _recu(request):
    """What was sent, even nothing: an empty POST is a form to refuse, not a page to show."""
    return request.POST if request.method == "POST" else None


def _refus_de_cellule(form):
    """A cell that cannot be kept: said above the grid, which stays as it is."""
    message = " ".join(erreur for erreurs in form.errors.values() for erreur in erreurs)
    cible = {"HX-Retarget": "#grille-message", "HX-Reswap": "textContent"}
    return HttpResponse(message, content_type="text/plain; charset=utf-8", status=422, headers=cible)
