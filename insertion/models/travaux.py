from datetime import timedelta

from django.db import models
from django.db.models import Q

from ..enums import EtatTravail
from ..isolation.models import ModeleIsole, QuerySetIsole

#: A file is usually there well before.
HABITUEL = timedelta(seconds=30)
#: How long a file that is made to be downloaded can be (experience.md, job C4).
VALIDITE = timedelta(hours=48)


class TravailQuerySet(QuerySetIsole):
    def a_prendre(self, le):
        """What a worker may take at the instant `le`: waiting, or left by a worker whose lease is over."""
        return self.filter(Q(etat=EtatTravail.EN_FILE) | Q(etat=EtatTravail.EN_COURS, bail_at__lt=le))

    def en_file(self):
        return self.filter(etat=EtatTravail.EN_FILE)

    def tenus(self, travail):
        """The row of `travail` as long as the worker that took it still holds its lease."""
        return self.filter(pk=travail.pk, etat=EtatTravail.EN_COURS, bail_at=travail.bail_at)


class Travail(ModeleIsole):
    """Files asked for: the row is the truth, the queue only the doorbell, so a restart loses nothing.

    A model says which of its fields are files, with their endings (`FICHIERS`), how long a worker keeps a row to
    itself (`BAIL`, longer than the hard time limit of its task), how long after the request one that kills its
    workers is given up (`ABANDON`; None: it counts its tries), and what is said to whoever asked (French).
    """

    BAIL = timedelta(minutes=4)
    FICHIERS = {"fichier": ".pdf"}
    ABANDON = timedelta(hours=1)
    DEBUT = "Lecture des données"
    DROITS_CHANGES = "Vos droits ont changé depuis la demande. Demandez de nouveau le document."
    TROP_LONG = "Le document est trop long à mettre en page. Prévenez la personne qui gère Tremplin."
    ECHEC = "Le document n’a pas pu être produit. Demandez-le de nouveau ; si cela recommence, signalez-le."

    etat = models.CharField("état", max_length=10, choices=EtatTravail, default=EtatTravail.EN_FILE)
    progression = models.PositiveSmallIntegerField("avancement (%)", default=0)
    message = models.TextField(blank=True)
    bail_at = models.DateTimeField("pris par un travailleur jusqu’à", null=True)
    created_at = models.DateTimeField("demandé le", auto_now_add=True)
    termine_at = models.DateTimeField("terminé le", null=True)

    class Meta(ModeleIsole.Meta):
        abstract = True

    @property
    def est_pret(self):
        return self.etat == EtatTravail.TERMINE

    @property
    def est_en_travail(self):
        """Whether there is something to wait for."""
        return self.etat in (EtatTravail.EN_FILE, EtatTravail.EN_COURS)

    def tarde(self, le):
        """Whether somebody waits for longer than usual at the instant `le`."""
        return self.est_en_travail and self.created_at < le - HABITUEL

    def repere(self, le):
        """What a page opened at the instant `le` shows, so that a poll answers only when something moved."""
        return f"{self.etat}-{self.progression}-{int(self.tarde(le))}"

    def prendre(self, le):
        """Take the lease at the instant `le`; False when another worker has it or the work is done.

        The paths of the files are written before the files: a worker killed midway leaves no file that no row knows.
        """
        chemins = {nom: self._chemin(nom, fin) for nom, fin in self.FICHIERS.items()}
        if not type(self).objects.filter(pk=self.pk).a_prendre(le).update(**self._prise(le), **chemins):
            return False
        self.bail_at = le + self.BAIL
        for nom, chemin in chemins.items():
            getattr(self, nom).name = chemin
        return True

    def _prise(self, le):
        """What is written in a row that a worker takes at the instant `le`."""
        return {"etat": EtatTravail.EN_COURS, "bail_at": le + self.BAIL, "progression": 10, "message": self.DEBUT}

    def _chemin(self, nom, fin):
        return getattr(self, nom).name or self._meta.get_field(nom).upload_to(self, fin)


class PassagerQuerySet(QuerySetIsole):
    def telechargeables_par(self, utilisateur):
        """What they asked for themselves, hence may download: each holds what *they* may read."""
        return self.visibles_par(utilisateur).filter(demande_par=utilisateur)

    def expires(self, le):
        """Those whose file may no longer be kept at the instant `le`."""
        return self.filter(termine_at__lt=le - VALIDITE, purge_at=None)


class FichierPassager(models.Model):
    """A file made for whoever asked, in their role of that day: it goes after 48 hours (`VALIDITE`), the row stays.

    The model has its `etat`, its `termine_at` and its `fichier`.
    """

    demande_par = models.ForeignKey("insertion.Utilisateur", on_delete=models.PROTECT, related_name="+")
    role_demandeur = models.CharField(max_length=20, editable=False)
    empreinte = models.CharField("empreinte SHA-256", max_length=64, blank=True)
    purge_at = models.DateTimeField("fichier effacé le", null=True)

    class Meta:
        abstract = True

    @property
    def est_pret(self):
        return self.etat == EtatTravail.TERMINE and self.purge_at is None

    @property
    def expire_at(self):
        """When the file goes; None as long as there is none."""
        return self.termine_at + VALIDITE if self.termine_at else None
