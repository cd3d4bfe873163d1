"""What `rapprochement.py` compares, read from the database: all that is known of a page of people in one query."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from beneficiaires.enums import NatureSituation
from beneficiaires.models import Beneficiaire, Situation
from entreprises.models import Offre
from insertion.distances import kilometres, situer
from insertion.isolation.preparees import RequetePreparee

from .enums import EtapeMetier
from .models import Contrat, Embauche, MetierVise, MiseEnRelation, Parcours, Projet
from .rapprochement import Droit, Metier, Poste, Profil, Proposition, Raison, comparer, ensemble, famille

PAR_PAGE = 25
MOBILITE = (NatureSituation.PERMIS_B, NatureSituation.PERMIS_EN_COURS, NatureSituation.VEHICULE)
#: How wide the jobs aimed at are looked for: slug → label.
METIERS = {"famille": "Même famille de métiers", "exact": "Métier visé", "tous": "Tous les métiers"}
COLONNES = ("pk", "prenom", "nom", "code_postal", "commune", "niveau_francais", "parcours_id", "connu")


class UnDe(Func):
    """Whether an expression is one of the values of an array, worked out first and once.

    A plan is kept for structures of every size, and guesses that the people of one are few: with a plain `IN` it
    would read them all before it looks at what they aim at.
    """

    template, arg_joiner, output_field = "%(expressions)s)", " = ANY(", BooleanField()


@dataclass(frozen=True)
class Candidat:
    """One person beside an offer: their `Profil`, the reasons, what they say together, how they were proposed."""

    pk: int
    nom: str
    parcours_id: int
    profil: Profil
    raisons: list[Raison]

    @property
    def ensemble(self):
        return ensemble(self.raisons)


def demander_candidats(offre, *, le, utilisateur, metier="famille", miennes=False, depuis=0):
    """Ask the database for a page of people who could be proposed for `offre` on the day `le`; see `candidats`.

    They have an open parcours, and a job aim in the family of the offer's ROME code (`metier` is a key of `METIERS`;
    an offer without code asks for none). `miennes` keeps those whose référent is `utilisateur`.
    """
    debut, fin = _romes(offre, metier)
    valeurs = {"le": le, "utilisateur": utilisateur.pk, "entreprise": offre.entreprise_id, "debut": debut, "fin": fin}
    return _page.demander(bool(debut), miennes, depuis, **valeurs)


def candidats(offre, demande, le):
    """The people of a `demander_candidats`, by name, never ranked: (list of `Candidat`, whether more follow).

    One query more says where they live.
    """
    lignes = demande.lire()
    ici = (offre.lieu.code_postal, offre.lieu.commune)
    points = situer([ici, *((ligne["code_postal"], ligne["commune"]) for ligne in lignes)])
    trouves = []
    for ligne in lignes[:PAR_PAGE]:
        km = kilometres(points.get(ici), points.get((ligne["code_postal"], ligne["commune"])))
        profil = profil_lu(ligne, km)
        trouves.append(_candidat(ligne, profil, comparer(offre, profil, le)))
    return trouves, len(lignes) > PAR_PAGE


@RequetePreparee
def offre_lue(*, offre):
    """The offer `offre` (id) with its firm, its site and its ROME, in a list of one or none."""
    return Offre.objects.filter(pk=offre).pour_liste()


@RequetePreparee
def proposees(*, offre):
    """Everybody who was proposed for the offer `offre` (id)."""
    return MiseEnRelation.objects.d_une_offre(offre)


def candidat(offre, beneficiaire, le):
    """The `Candidat` that `beneficiaire` (a `Beneficiaire`) would be for `offre`; None without an open parcours."""
    ligne = _connus(le, offre.entreprise_id).filter(pk=beneficiaire.pk).values(*COLONNES).first()
    if ligne is None:
        return None
    ici, la = (offre.lieu.code_postal, offre.lieu.commune), (ligne["code_postal"], ligne["commune"])
    points = situer([ici, la])
    profil = profil_lu(ligne, kilometres(points.get(ici), points.get(la)))
    return _candidat(ligne, profil, comparer(offre, profil, le))


def profil_de(beneficiaire, le):
    """The `Profil` of one person, every firm taken; None without an open parcours. One query."""
    ligne = _connus(le).filter(pk=beneficiaire.pk).values(*COLONNES).first()
    return ligne and profil_lu(ligne)


def profil_lu(ligne, km=None):
    """The `Profil` that a row of `_connus` holds, `km` kilometres away from an offer (None: not known)."""
    connu = ligne["connu"]
    projet = (connu["projets"] or [{}])[0]
    contrats = connu["contrats"]
    fins = [_date(contrat["fin"]) for contrat in contrats]
    return Profil(
        metiers=tuple(
            Metier(m["intitule"], m["rome"] or "") for m in connu["metiers"] if m["etape"] != EtapeMetier.ABANDONNE
        ),
        droits=tuple(Droit(d["nature"], _date(d["debut"]), _date(d["fin"])) for d in connu["droits"]),
        francais=ligne["niveau_francais"],
        horaires=tuple(projet.get("horaires") or ()),
        heures=Decimal(str(projet["heures"])) if projet.get("heures") is not None else None,
        rayon_km=projet.get("rayon"),
        disponible_le=_date(projet.get("disponible_le")),
        port_charges=projet.get("port_charges") or "",
        lieu=(ligne["code_postal"], ligne["commune"]),
        km=km,
        sous_contrat=bool(contrats),
        contrat_fin=None if None in fins else max(fins, default=None),
        propositions=tuple(_proposition(p) for p in connu["propositions"]),
        postes=tuple(Poste(p["nom"], _date(p["debut"]), _date(p["fin"])) for p in connu["postes"]),
    )


def _romes(offre, metier):
    """The first and the last ROME codes that a job aimed at may have; empty for any."""
    if not offre.rome_id or metier == "tous":
        return "", ""
    return (offre.rome_id, offre.rome_id) if metier == "exact" else famille(offre.rome_id)


@RequetePreparee
def _page(par_metier, miennes, depuis, *, le, utilisateur, entreprise, debut, fin):
    personnes = _connus(le, entreprise)
    if par_metier:
        vises = MetierVise.objects.gardes().filter(rome__gte=debut, rome__lte=fin)
        personnes = personnes.filter(UnDe("pk", ArraySubquery(vises.order_by().values("beneficiaire"))))
    if miennes:
        personnes = personnes.confiees_a(utilisateur)
    return personnes.order_by("tri", "pk").values(*COLONNES)[depuis : depuis + PAR_PAGE + 1]


def _connus(le, entreprise=None):
    """People with an open parcours, with what is known of each as JSON; `entreprise` narrows what was proposed."""
    ouverts = Parcours.objects.en_cours(le).filter(beneficiaire=OuterRef("pk"))
    siens = Q(parcours__beneficiaire=OuterRef("pk"))
    propositions = MiseEnRelation.objects.filter(siens).avec_etape().order_by("-proposee_le", "-pk")
    if entreprise:
        propositions = propositions.filter(entreprise_id=entreprise)
    postes = Embauche.objects.filter(
        Q(fin__isnull=True) | Q(fin__gte=le), mise_en_relation__parcours__beneficiaire=OuterRef("pk")
    )
    return Beneficiaire.objects.filter(Exists(ouverts)).annotate(
        parcours_id=Subquery(ouverts.order_by("-date_entree", "-pk").values("pk")[:1]),
        connu=JSONObject(
            projets=_json(
                Projet.objects.filter(beneficiaire=OuterRef("pk")),
                horaires="horaires_possibles",
                heures="heures_souhaitees",
                rayon="rayon_km",
                disponible_le="disponible_le",
                port_charges="port_charges",
            ),
            metiers=_json(
                MetierVise.objects.filter(beneficiaire=OuterRef("pk")).avec_etape().order_by("pk"),
                intitule="intitule",
                rome="rome_id",
                etape="etape",
            ),
            droits=_json(
                Situation.objects.filter(beneficiaire=OuterRef("pk"), nature__in=MOBILITE).order_by("pk"),
                nature="nature",
                debut="debut",
                fin="fin",
            ),
            contrats=_json(Contrat.objects.en_vigueur(le).filter(siens), fin="derniere"),
            propositions=_json(
                propositions,
                pk="pk",
                entreprise="entreprise_id",
                nom="entreprise__raison_sociale",
                le="proposee_le",
                accord="accord",
                offre="offre_id",
                poste="poste",
                etape="etape",
                etape_le="etape_le",
                motif="motif",
            ),
            postes=_json(
                postes.order_by("debut"), nom="mise_en_relation__entreprise__raison_sociale", debut="debut", fin="fin"
            ),
        ),
    )


def _json(lignes, **champs):
    return ArraySubquery(lignes.values(json=JSONObject(**{nom: F(champ) for nom, champ in champs.items()})))


def _candidat(ligne, profil, raisons):
    nom = f"{ligne['nom']} {ligne['prenom']}".strip()
    return Candidat(ligne["pk"], nom, ligne["parcours_id"], profil, raisons)


def _proposition(lue):
    champs = lue | {"le": _date(lue["le"]), "etape_le": _date(lue["etape_le"])}
    return Proposition(**champs | {"etape": lue["etape"] or "", "motif": lue["motif"] or ""})


def _date(texte):
    return date.fromisoformat(texte) if texte else None
