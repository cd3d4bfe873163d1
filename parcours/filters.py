"""What the list of applications can be narrowed by; read from GET, so that a list is a link one can send."""

import django_filters as filters

from beneficiaires.models import Beneficiaire
from insertion.filters import DemandeFilter

from .enums import StatutCandidature
from .models import Candidature, Dispositif

#: The states as they are worked with: slug → (label, states).
ETATS = {
    "a_traiter": ("À traiter", (StatutCandidature.NOUVELLE, StatutCandidature.A_L_ETUDE)),
    "attente": ("En attente", (StatutCandidature.EN_ATTENTE,)),
    "acceptees": ("Acceptées", (StatutCandidature.ACCEPTEE,)),
    "closes": ("Sans suite", (StatutCandidature.DECLINEE, StatutCandidature.ANNULEE)),
    "toutes": ("Toutes", tuple(StatutCandidature)),
}


class CandidaturesFilter(DemandeFilter):
    q = filters.CharFilter(method="de_personnes")
    dispositif = filters.ModelChoiceFilter(queryset=lambda request: Dispositif.objects.visibles_par(request.user))

    class Meta:
        model = Candidature
        fields = ()

    @property
    def etat(self):
        """The group of states asked for; those that wait for somebody unless said otherwise."""
        demande = self.data.get("etat", "")
        return demande if demande in ETATS else "a_traiter"

    @property
    def candidatures(self):
        """What the list shows."""
        return self.qs.filter(statut__in=ETATS[self.etat][1]).pour_liste()

    def onglets(self):
        """(slug, label, how many) of each group, the other filters applied."""
        nombres = self.qs.par_statut()
        return [(cle, nom, sum(nombres.get(s, 0) for s in statuts)) for cle, (nom, statuts) in ETATS.items()]

    def de_personnes(self, candidatures, nom, valeur):
        trouvees = Beneficiaire.objects.visibles_par(self.request.user).cherche(valeur.replace("\x00", ""))
        return candidatures.filter(beneficiaire__in=trouvees.order_by().values("pk"))
