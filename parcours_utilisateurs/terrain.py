"""The demonstration as the jobs find it: whom they are about, and what is left in the database once they are done."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from beneficiaires.enums import NatureSituation
from beneficiaires.models import Beneficiaire
from insertion.enums import Role
from insertion.isolation.contexte import contexte
from insertion.models import Structure, Utilisateur
from parcours.models import Atelier, Entretien, Parcours, RendezVous, Seance
from pilotage.demonstration.structures import EQUIPE, RESSOURCERIE, courriel
from pilotage.vie_privee.conservation import echus


class Terrain:
    """The Ressourcerie du Canal, with somebody of each role."""

    def __init__(self) -> None:
        self.structure = Structure.objects.get(siret=RESSOURCERIE.siret)
        self.comptes = {}
        for prenom, nom, _, (modele, role), *_ in EQUIPE:
            if modele is RESSOURCERIE:
                self.comptes.setdefault(role, courriel(prenom, nom))

    def dans(self):
        """`with terrain.dans(): …` reads and writes rows of the structure, as the servers see them."""
        connection.close()  # what the servers wrote since is read
        return contexte(self.structure.pk)

    def compte(self, role: Role) -> Utilisateur:
        return Utilisateur.objects.get(email=self.comptes[role])

    def rendez_vous_a_noter(self) -> RendezVous:
        """An appointment of the day of the chargée d'insertion, not yet written about."""
        charge = self.compte(Role.CHARGE_INSERTION)
        prevus = RendezVous.objects.du_jour(timezone.localdate()).prevus().avec_nous().filter(utilisateur=charge)
        return prevus.select_related("parcours__beneficiaire").order_by("debut").first()

    def suivie(self) -> Beneficiaire:
        """Somebody whom the chargée d'insertion follows and whose parcours is open, whose name three letters find."""
        return self.suivies().first()

    def suivies(self):
        charge = self.compte(Role.CHARGE_INSERTION)
        siennes = Beneficiaire.objects.filter(referents__utilisateur=charge, referents__fin=None)
        siennes = siennes.filter(parcours__in=Parcours.objects.filter(date_sortie=None))
        return siennes.order_by("nom", "prenom").distinct()

    def dernier_entretien(self, personne) -> Entretien:
        return Entretien.objects.filter(parcours__beneficiaire=personne).order_by("-pk").first()

    def confier(self, charge, combien) -> None:
        """Have `charge` follow `combien` people at least."""
        siennes = self.suivies().values("pk")
        autres = Beneficiaire.objects.filter(parcours__in=Parcours.objects.filter(date_sortie=None)).distinct()
        manquent = max(combien - self.suivies().count(), 0)
        for personne in autres.exclude(pk__in=siennes).order_by("pk")[:manquent]:
            personne.referents.create(utilisateur=charge)

    def regler_les_touches(self, role, touches) -> None:
        Utilisateur.objects.filter(email=self.comptes[role]).update(touches=touches)

    def double(self) -> Beneficiaire:
        """A second file of somebody followed, made as an import makes one: the same name, something said in each."""
        personne = self.suivies().exclude(date_naissance=None).first()
        champs = {nom: getattr(personne, nom) for nom in ("prenom", "nom", "date_naissance", "civilite")}
        double = Beneficiaire.objects.create(**champs, telephone="+33639980001", commune="Roubaix")
        double.situations.create(nature=NatureSituation.ISOLE)
        return double

    def dossier_ancien(self) -> Beneficiaire:
        """Somebody who left long enough ago for their file to be near its end: the structure keeps them a month."""
        Structure.objects.filter(pk=self.structure.pk).update(conservation_mois=1)
        self.structure.refresh_from_db()
        (echu, *_) = echus(self.structure, timezone.localdate())
        return Beneficiaire.objects.get(pk=echu.beneficiaire_id)

    def atelier_de_douze(self) -> Seance:
        """A session that has begun, for which twelve people are expected."""
        debut = timezone.now() - timedelta(minutes=10)
        atelier = Atelier.objects.filter(sensible=False).first()
        seance = Seance.objects.create(atelier=atelier, debut=debut, fin=debut + timedelta(hours=2))
        for personne in self.suivies()[:12]:
            seance.participations.create(beneficiaire=personne, inscrit_at=debut, place_at=debut)
        return seance
