"""Several of our PDFs in one, the only door to pikepdf: pages, a bookmark for each document, and all their tags.

A file has about 1,500 tags, and qpdf holds each object that it writes (1.5 KB): a thousand files asked for 2 GB. So
pikepdf reads each document, and what it holds is copied at once at the end of the output, under new numbers; what
stays in memory is where each object is (8 bytes). Streams stay as they were compressed.
"""

import io
import re
import zlib
from hashlib import sha256
from itertools import pairwise
from xml.sax.saxutils import escape

import pikepdf
from django.utils import timezone

#: The objects of ours that each document is hung on; those of the documents come after.
CATALOGUE, PAGES, ARBRE, ENSEMBLE, SIGNETS, META = range(1, 7)
#: Small objects compressed together.
GROUPE = 200
#: What is written once for the whole, or for nobody.
A_LAISSER = {"/Catalog", "/Pages", "/StructTreeRoot", "/Metadata", "/ObjStm", "/XRef"}
#: A text, whose parentheses qpdf escapes, or a reference to another object.
TEXTE_OU_REFERENCE = re.compile(rb"\((?:\\.|[^\\)])*\)|(\d+) 0 R", re.DOTALL)
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{titre}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>{le}</xmp:CreateDate>{conforme}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class Reliure:
    """Documents bound one after the other in the file `sortie`, open for writing bytes; call `terminer` once."""

    def __init__(self, sortie, titre):
        self.titre, self.fichier = titre, _Objets(sortie)
        self.pages, self.signets, self.racines, self.parents, self.cles = [], [], [], [], 0
        self.est_balisee = True

    def ajouter(self, contenu, signet):
        """Bind the PDF `contenu` (bytes), a bookmark `signet` on its first page."""
        with pikepdf.open(io.BytesIO(contenu)) as source:
            copie = _Copie(self.fichier, source)
            self.signets.append((signet, len(self.pages)))
            self.pages += [copie.numero(page.obj) for page in source.pages]
            if "/StructTreeRoot" in source.Root:
                self._baliser(source, copie)
            else:
                self.est_balisee = False
            copie.tout_ecrire()

    def _baliser(self, source, copie):
        """Give the marks of one document numbers of their own, and hang its tree under that of the whole."""
        arbre, decalage = source.Root.StructTreeRoot, self.cles
        nombres = arbre.ParentTree.Nums
        for rang in range(0, len(nombres), 2):
            cle = int(nombres[rang]) + decalage
            self.parents.append((cle, self.fichier.ajouter(copie.transposer(nombres[rang + 1]))))
            self.cles = max(self.cles, cle + 1)
        for page in source.pages:
            _decaler(page.obj, "/StructParents", decalage)
            for annotation in page.obj.get("/Annots", ()):
                _decaler(annotation, "/StructParent", decalage)
        enfants = arbre.K if isinstance(arbre.K, pikepdf.Array) else [arbre.K]
        self.racines += [copie.numero(enfant) for enfant in enfants]
        copie.laisser(arbre.ParentTree)

    def terminer(self):
        """Write what holds the whole together, then the index of the objects."""
        ecrire = self.fichier.ecrire
        ecrire(
            CATALOGUE,
            b"<< /Type /Catalog /Pages %d 0 R /Outlines %d 0 R /Metadata %d 0 R /StructTreeRoot %d 0 R /Lang (fr-FR) "
            b"/MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >> >>"
            % (PAGES, SIGNETS, META, ARBRE),
        )
        ecrire(PAGES, b"<< /Type /Pages /Count %d /Kids %s >>" % (len(self.pages), _references(self.pages)))
        nombres = b" ".join(b"%d %d 0 R" % paire for paire in sorted(self.parents))
        parents = self.fichier.ajouter(b"<< /Nums [ %s ] >>" % nombres)
        ecrire(
            ARBRE,
            b"<< /Type /StructTreeRoot /K [ %d 0 R ] /ParentTree %d 0 R /ParentTreeNextKey %d >>"
            % (ENSEMBLE, parents, self.cles),
        )
        ecrire(
            ENSEMBLE,
            b"<< /Type /StructElem /S /Document /P %d 0 R /K %s >>" % (ARBRE, _references(self.racines)),
        )
        self._ecrire_les_signets()
        conforme = "<pdfuaid:part>1</pdfuaid:part>" if self.est_balisee else ""
        le = timezone.now().isoformat(timespec="seconds")
        meta = XMP.format(titre=escape(self.titre), le=le, conforme=conforme).encode()
        self.fichier.ecrire_flux(META, b"/Type /Metadata /Subtype /XML", meta)
        self.fichier.terminer(CATALOGUE)

    def _ecrire_les_signets(self):
        numeros = [self.fichier.reserver() for _ in self.signets]
        suivants = {avant: b" /Next %d 0 R" % apres for avant, apres in pairwise(numeros)}
        precedents = {apres: b" /Prev %d 0 R" % avant for avant, apres in pairwise(numeros)}
        for numero, (signet, page) in zip(numeros, self.signets, strict=True):
            self.fichier.ecrire(
                numero,
                b"<< /Title %s /Parent %d 0 R /Dest [ %d 0 R /Fit ]%s%s >>"
                % (
                    *(pikepdf.String(signet).unparse(), SIGNETS, self.pages[page]),
                    *(precedents.get(numero, b""), suivants.get(numero, b"")),
                ),
            )
        bouts = b" /First %d 0 R /Last %d 0 R" % (numeros[0], numeros[-1]) if numeros else b""
        self.fichier.ecrire(SIGNETS, b"<< /Type /Outlines /Count %d%s >>" % (len(numeros), bouts))


class _Copie:
    """The objects of one document, under the numbers that follow those of the whole."""

    def __init__(self, fichier, source):
        self.fichier, self.objets = fichier, list(source.objects)
        self.base = fichier.reserver(max(objet.objgen[0] for objet in self.objets)) - 1
        communs = {PAGES: source.Root.Pages, ENSEMBLE: source.Root.get("/StructTreeRoot")}
        self.communs = {objet.objgen[0]: numero for numero, objet in communs.items() if objet is not None}
        self.laisses = set(self.communs)
        if "/Info" in source.trailer:
            self.laisser(source.trailer.Info)

    def laisser(self, objet):
        """Do not copy an object of the document: the whole has its own."""
        self.laisses.add(objet.objgen[0])

    def numero(self, objet):
        """The number, in the whole, of an object of the document."""
        return self.base + objet.objgen[0]

    def transposer(self, objet):
        """The bytes of an object, what it refers to under its new number."""
        return TEXTE_OU_REFERENCE.sub(self._reference, objet.unparse(resolved=True))

    def _reference(self, trouve):
        if trouve[1] is None:
            return trouve[0]
        ancien = int(trouve[1])
        return b"%d 0 R" % self.communs.get(ancien, self.base + ancien)

    def tout_ecrire(self):
        for objet in self.objets:
            if objet.objgen[0] in self.laisses or _genre(objet) in A_LAISSER:
                continue
            if isinstance(objet, pikepdf.Stream):
                self._ecrire_flux(objet)
            else:
                self.fichier.ecrire(self.numero(objet), self.transposer(objet))

    def _ecrire_flux(self, objet):
        entrees = {cle: valeur for cle, valeur in objet.stream_dict.items() if cle != "/Length"}
        dictionnaire = self.transposer(pikepdf.Dictionary(entrees)).strip()
        self.fichier.ecrire_flux(self.numero(objet), dictionnaire[2:-2].strip(), objet.read_raw_bytes())


class _Objets:
    """A PDF written from its beginning to its end: objects in any order, small ones compressed by `GROUPE`."""

    ENTREE = 8  # kind, place (5 bytes), rank in its group (2)

    def __init__(self, sortie):
        self.sortie, self.index, self.groupe = sortie, bytearray(self.ENTREE * (META + 1)), []
        self.position = sortie.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def reserver(self, combien=1):
        """Take the next `combien` numbers; return the first."""
        premier = len(self.index) // self.ENTREE
        self.index.extend(bytes(self.ENTREE * combien))
        return premier

    def ajouter(self, octets):
        """Write one more object; return its number."""
        numero = self.reserver()
        self.ecrire(numero, octets)
        return numero

    def ecrire(self, numero, octets):
        """Write the object `numero`, which is no stream."""
        self.groupe.append((numero, octets))
        if len(self.groupe) == GROUPE:
            self._compresser()

    def ecrire_flux(self, numero, entrees, octets):
        """Write the stream `numero`: the entries of its dictionary (but its length), its bytes as they are."""
        self._situer(numero, 1, self.position, 0)
        debut = b"%d 0 obj\n<< %s /Length %d >>\nstream\n" % (numero, entrees, len(octets))
        for morceau in (debut, octets, b"\nendstream\nendobj\n"):
            self.position += self.sortie.write(morceau)

    def _compresser(self):
        if not self.groupe:
            return
        ensemble, sommaire, corps = self.reserver(), [], bytearray()
        for rang, (numero, octets) in enumerate(self.groupe):
            sommaire.append(b"%d %d" % (numero, len(corps)))
            self._situer(numero, 2, ensemble, rang)
            corps += octets + b"\n"
        tete = b" ".join(sommaire) + b"\n"
        entrees = b"/Type /ObjStm /N %d /First %d /Filter /FlateDecode" % (len(self.groupe), len(tete))
        self.groupe.clear()
        self.ecrire_flux(ensemble, entrees, zlib.compress(tete + corps))

    def _situer(self, numero, genre, place, rang):
        debut = numero * self.ENTREE
        self.index[debut : debut + self.ENTREE] = (
            genre.to_bytes(1, "big") + place.to_bytes(5, "big") + rang.to_bytes(2, "big")
        )

    def terminer(self, catalogue):
        """Write what waits, then where each object is."""
        self._compresser()
        numero, debut = self.reserver(), self.position
        self._situer(numero, 1, debut, 0)
        cle = sha256(self.index).hexdigest()[:32].encode()
        entrees = b"/Type /XRef /Size %d /W [ 1 5 2 ] /Root %d 0 R /ID [ <%s> <%s> ] /Filter /FlateDecode"
        self.ecrire_flux(
            numero, entrees % (len(self.index) // self.ENTREE, catalogue, cle, cle), zlib.compress(bytes(self.index))
        )
        self.sortie.write(b"startxref\n%d\n%%%%EOF\n" % debut)


def _genre(objet):
    """The type of a dictionary or of a stream, an empty text for any other object."""
    return str(objet.get("/Type", "")) if isinstance(objet, pikepdf.Dictionary | pikepdf.Stream) else ""


def _references(numeros):
    return b"[ %s ]" % b" ".join(b"%d 0 R" % numero for numero in numeros)


def _decaler(objet, cle, decalage):
    if cle in objet:
        objet[cle] = int(objet[cle]) + decalage
