"""Scale mode of the matching: firms, offers, and what each person aims at, made in the database."""

from entreprises.models import Offre
from insertion.isolation.contexte import contexte
from insertion.masse import inserer, suspendre_historique
from insertion.models import Commune, Rome
from parcours.models import EtapeMiseEnRelation, EtapeProjet, MetierVise, MiseEnRelation, Projet

from .projets import charger_rome
from .volume import connaitre, tirer

OFFRES_PAR_FIRME = 5


def offrir(structure, offres, le):
    """Give `structure` `offres` offers of a fifth as many firms, and each of its people a project and a job aim."""
    charger_rome()
    Commune.charger()
    romes = list(Rome.objects.order_by("code").values_list("code", flat=True))
    with contexte(structure.pk, origine="peupler"):
        suspendre_historique()
        connaitre(structure, max(1, offres // OFFRES_PAR_FIRME))
        _offres(structure, offres, romes, le)
        _projets(structure, romes, le)
        _mises_en_relation(structure, le)


def _offres(structure, nombre, romes, le):
    inserer(
        Offre,
        {
            "structure_id": str(structure.pk),
            "entreprise_id": tirer("firmes", "n"),
            "rome_id": tirer("romes", "n"),
            "nature": "'emploi'",
            "intitule": "'Poste ' || n",
            "contrat": "'cdd_long'",
            "heures_hebdo": "30",
            "horaires": "'{matin,week_end}'",
            "debut": "le + 20",
            "postes": "1 + n %% 3",
            "permis": "CASE WHEN n %% 2 = 0 THEN 'permis_b' ELSE '' END",
            "francais": "'a2'",
            "port_charges": "n %% 3 = 0",
            "distance_max_km": "15",
            "description": "''",
            "recue_le": "le - n %% 60",
            "motif_cloture": "''",
            "version": "0",
        },
        "generate_series(1, %s) AS n CROSS JOIN (SELECT %s::text[] AS romes, %s::date AS le,"
        f" (SELECT array_agg(id ORDER BY id) FROM entreprises_entreprise WHERE structure_id = {structure.pk})"
        " AS firmes) AS x",
        [nombre, romes, le],
    )


def _projets(structure, romes, le):
    """A project, a job aimed at, and its stage, for everybody."""
    siennes = f"WHERE b.structure_id = {structure.pk}"
    inserer(
        Projet,
        {
            "structure_id": "b.structure_id",
            "beneficiaire_id": "b.id",
            **dict.fromkeys(("paroles", "metier_avant", "contraintes"), "''"),
            "rayon_km": "5 + (b.id %% 20)::int",
            "heures_souhaitees": "26 + (b.id %% 3)::int * 4",
            "horaires_possibles": "'{journee,matin,week_end}'",
            "disponible_le": "le + (b.id %% 40)::int",
            "port_charges": "CASE b.id %% 3 WHEN 0 THEN 'oui' WHEN 1 THEN 'non' ELSE '' END",
            "version": "0",
        },
        f"beneficiaires_beneficiaire AS b CROSS JOIN (SELECT %s::date AS le) AS x {siennes}",
        [le],
    )
    inserer(
        MetierVise,
        {
            "structure_id": "b.structure_id",
            "beneficiaire_id": "b.id",
            "intitule": "'Métier visé'",
            "rome_id": tirer("romes", "b.id / 10"),  # b.id %% 10 says who left already
            "created_at": "now()",
            "version": "0",
        },
        f"beneficiaires_beneficiaire AS b CROSS JOIN (SELECT %s::text[] AS romes) AS x {siennes}",
        [romes],
    )
    inserer(
        EtapeProjet,
        {
            "structure_id": "m.structure_id",
            "metier_id": "m.id",
            "etape": "CASE WHEN m.id %% 12 = 0 THEN 'abandonne' ELSE 'confirme' END",
            "le": "le - 30",
            "constat": "''",
        },
        f"parcours_metiervise AS m CROSS JOIN (SELECT %s::date AS le) AS x WHERE m.structure_id = {structure.pk}",
        [le],
    )


def _mises_en_relation(structure, le):
    """One parcours out of three was proposed to a firm; half of those proposals were refused."""
    inserer(
        MiseEnRelation,
        {
            "structure_id": "p.structure_id",
            "parcours_id": "p.id",
            "entreprise_id": tirer("firmes", "p.id / 3"),
            "poste": "'Poste proposé'",
            "proposee_le": "le - 20",
            "accord": "'oui'",
            "raisons": "'[]'",
            "remarque": "''",
            "version": "0",
        },
        "parcours_parcours AS p CROSS JOIN (SELECT %s::date AS le,"
        f" (SELECT array_agg(id ORDER BY id) FROM entreprises_entreprise WHERE structure_id = {structure.pk})"
        f" AS firmes) AS x WHERE p.structure_id = {structure.pk} AND p.id %% 3 = 0",
        [le],
    )
    inserer(
        EtapeMiseEnRelation,
        {
            "structure_id": "m.structure_id",
            "mise_en_relation_id": "m.id",
            "etape": "CASE WHEN m.id %% 2 = 0 THEN 'refus_entreprise' ELSE 'envoyee' END",
            "le": "le - 10",
            "motif": "CASE WHEN m.id %% 2 = 0 THEN 'autre_candidat' ELSE '' END",
            "precision": "''",
        },
        f"parcours_miseenrelation AS m CROSS JOIN (SELECT %s::date AS le) AS x WHERE m.structure_id = {structure.pk}",
        [le],
    )
