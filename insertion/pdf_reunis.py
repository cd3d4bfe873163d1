"""Several of our PDFs in one, the only door to pikepdf: pages, a bookmark for each document, tags when they fit.

qpdf holds the structure of what it writes, never the content of its streams, which stay as they were compressed.
Tags are what weighs: past `BALISES` objects of them the whole is left untagged, and no longer says that it is PDF/UA.
"""

import io

import pikepdf
from django.utils import timezone

#: How many objects may be kept for the tags: about 100 MB.
BALISES = 60_000


class Reliure:
    """Documents bound one after the other; use it in a `with`, then `ecrire` once."""

    def __init__(self, titre):
        self.titre, self.signets = titre, []
        self.pdf = pikepdf.new()
        self.racines, self.parents, self.suivant = [], [], 0
        self.balises = 0

    def __enter__(self):
        return self

    def __exit__(self, *erreur):
        self.pdf.close()

    @property
    def est_balisee(self):
        return self.balises <= BALISES

    def ajouter(self, contenu, signet):
        """Bind the PDF `contenu` (bytes), a bookmark `signet` on its first page."""
        source = pikepdf.open(io.BytesIO(contenu))
        self.signets.append((signet, len(self.pdf.pages)))
        debut = len(self.pdf.pages)
        self.pdf.pages.extend(source.pages)
        self.balises += len(source.objects)
        if self.est_balisee and "/StructTreeRoot" in source.Root:
            self._baliser(self.pdf.copy_foreign(source.Root.StructTreeRoot), range(debut, len(self.pdf.pages)))
        else:
            self.balises = BALISES + 1
            self.racines.clear()
            self.parents.clear()

    def ecrire(self, sortie):
        """Write the whole in the file `sortie`, open for writing bytes."""
        racine = self.pdf.Root
        racine.Lang = pikepdf.String("fr-FR")
        racine.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        with self.pdf.open_outline() as plan:
            plan.root.extend(pikepdf.OutlineItem(signet, page) for signet, page in self.signets)
        if self.est_balisee:
            self._poser_les_balises()
        else:
            for page in self.pdf.pages:
                if "/StructParents" in page.obj:
                    del page.obj["/StructParents"]
        with self.pdf.open_metadata(set_pikepdf_as_editor=False) as meta:
            meta["dc:title"], meta["xmp:CreateDate"] = self.titre, timezone.now().isoformat(timespec="seconds")
            if self.est_balisee:
                meta["pdfuaid:part"] = "1"
        self.pdf.save(sortie, min_version="1.7", object_stream_mode=pikepdf.ObjectStreamMode.generate)

    def _baliser(self, arbre, pages):
        """Give the marks of one document numbers of their own, and keep its tree to hang it under the common root."""
        numeros = {}
        nombres = arbre.ParentTree.Nums
        for rang in range(0, len(nombres), 2):
            numeros[int(nombres[rang])] = self.suivant
            self.parents.extend((self.suivant, nombres[rang + 1]))
            self.suivant += 1
        for page in pages:
            _renumeroter(self.pdf.pages[page].obj, "/StructParents", numeros)
            for annotation in self.pdf.pages[page].obj.get("/Annots", ()):
                _renumeroter(annotation, "/StructParent", numeros)
        enfants = arbre.K
        self.racines.extend(enfants if isinstance(enfants, pikepdf.Array) else [enfants])

    def _poser_les_balises(self):
        arbre = self.pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
        arbre.K = pikepdf.Array(self.racines)
        for enfant in self.racines:
            enfant.P = arbre
        arbre.ParentTree = self.pdf.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(self.parents)))
        self.pdf.Root.StructTreeRoot = arbre
        self.pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)


def _renumeroter(objet, cle, numeros):
    if cle in objet:
        objet[cle] = numeros[int(objet[cle])]
