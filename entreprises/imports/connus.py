"""Which firms the structure knows already, read in a fixed number of queries whatever the number of lines."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils import timezone

from insertion.imports.analyse import Rapprochement
from insertion.texte import proximite, sans_accents, siret, trigrammes

from ..doublons import NOMS_PROCHES, SIREN, radical
from ..models import Contact, Echange, Entreprise


@dataclass
class Connue:
    """A firm that exists, and what is already on its page."""

    entreprise: Entreprise
    contacts: list = field(default_factory=list)
    jours: set = field(default_factory=set)


class Annuaire:
    """Every firm of the open structure, found by SIRET, then by name within a commune."""

    def __init__(self):
        self._par_siret, self._par_siren, self._par_nom = {}, {}, {}
        self._par_commune = defaultdict(list)
        for entreprise in Entreprise.objects.only("raison_sociale", "siret", "commune").order_by("pk"):
            commune = sans_accents(entreprise.commune)
            if entreprise.siret:
                self._par_siret[entreprise.siret] = entreprise
                self._par_siren.setdefault(entreprise.siret[:SIREN], entreprise)
            self._par_nom.setdefault((radical(entreprise.raison_sociale), commune), entreprise)
            self._par_commune[commune].append((trigrammes(radical(entreprise.raison_sociale)), entreprise))

    def rapprocher(self, valeurs):
        """Say which firm the line is: surely (same SIRET, or same name in the same commune), perhaps, or none."""
        numero, nom = valeurs.get("siret", ""), valeurs["raison_sociale"]
        commune = sans_accents(valeurs.get("commune", ""))
        if numero in self._par_siret:
            return Rapprochement(self._par_siret[numero].pk, sur=True)
        meme = self._par_nom.get((radical(nom), commune))
        if meme and not (numero and meme.siret):
            return Rapprochement(
                meme.pk, sur=True, raison=f"Reconnue par son nom seul ({_decrire(meme)}) : vérifiez."
            )
        if autre := self._par_siren.get(numero[:SIREN]) if numero else None:
            return Rapprochement(
                autre.pk,
                raison=f"Même SIREN que {_decrire(autre)} : un autre établissement, ou la même ? Choisissez.",
            )
        return self._ressemblante(nom, commune, numero)

    def _ressemblante(self, nom, commune, numero):
        siens = trigrammes(radical(nom))
        proches = ((proximite(siens, autres), entreprise) for autres, entreprise in self._par_commune[commune])
        possibles = [(p, -e.pk, e) for p, e in proches if p >= NOMS_PROCHES and not (numero and e.siret)]
        if not possibles:
            return Rapprochement()
        autre = max(possibles)[2]
        return Rapprochement(
            autre.pk,
            raison=f"Ressemble à {_decrire(autre)} : nom proche. Choisissez « Mettre à jour » si c’est la même.",
        )

    @staticmethod
    def connues(pks):
        """Return {pk: `Connue`} for these firms: three queries."""
        connues = (
            {pk: Connue(entreprise) for pk, entreprise in Entreprise.objects.in_bulk(pks).items()} if pks else {}
        )
        if not connues:
            return connues
        for contact in Contact.objects.filter(entreprise__in=connues):
            connues[contact.entreprise_id].contacts.append(contact)
        for pk, date in Echange.objects.filter(entreprise__in=connues).values_list("entreprise_id", "date"):
            connues[pk].jours.add(timezone.localdate(date))
        return connues


def _decrire(entreprise):
    details = filter(None, (entreprise.commune, f"SIRET {siret(entreprise.siret)}" if entreprise.siret else ""))
    suite = ", ".join(details)
    return f"{entreprise}, {suite}" if suite else str(entreprise)
