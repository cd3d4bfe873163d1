"""Scale mode: thousands of structures, made in the database, each in the context of its own structure."""

import time
from datetime import timedelta

from django.contrib.auth.hashers import make_password
from stdnum import luhn

from beneficiaires.models import Beneficiaire, Referent
from entreprises.models import Entreprise
from insertion.enums import Role, TypeStructure
from insertion.isolation.contexte import contexte
from insertion.masse import inserer, suspendre_historique
from insertion.models import Appartenance, Structure, Utilisateur
from parcours.models import Action, Diagnostic, Dispositif, Entretien, Evaluation, Parcours, RendezVous

from .personnes import COMMUNES, FRANCE, graine, inventer
from .recits import Conteur, trames
from .structures import ARRIVEE, MOT_DE_PASSE

#: How many follow people in a structure, their chef de service apart.
CHARGES = 2
DISPOSITIFS = ("Nettoyage", "Restauration", "Espaces verts")
#: How many domains of a diagnostic are filled, and how many different comptes rendus are drawn on.
DOMAINES = 4
TEXTES = 400
LOT = 1000
#: A name that people type in several ways: some of each structure bear it, to be searched for.
A_LIGATURE = "Lœuillet"


def amplifier(structures, personnes, entretiens, le, avancer=lambda phrase: None, firmes=0):
    """Create `structures` structures of `personnes` people with `entretiens` entretiens each, as of the day `le`.

    Each knows `firmes` firms.

    `avancer` hears how far it is. The history triggers are silent: this is mass, not life.
    """
    depart, textes = time.monotonic(), _comptes_rendus(le)
    for rang, (structure, equipe) in enumerate(_structures(structures), 1):
        with contexte(structure.pk, origine="peupler"):
            suspendre_historique()
            _remplir(structure, equipe, personnes, entretiens, le, textes)
            connaitre(structure, firmes)
        if rang % max(1, structures // 10) == 0 or rang == structures:
            total, secondes = rang * personnes * entretiens, time.monotonic() - depart
            avancer(f"{rang} structures, {total} entretiens, {total / secondes:.0f} par seconde")


def agrandir(rang, personnes, le, charges=CHARGES):
    """One more structure, the `rang`-th, of `personnes` people with one entretien each; return it.

    They are shared by `charges` colleagues; the last member is their chef de service.
    """
    ((structure, equipe),) = _structures(1, premier=rang, charges=charges)
    with contexte(structure.pk, origine="peupler"):
        suspendre_historique()
        _remplir(structure, equipe, personnes, 1, le, _comptes_rendus(le))
    return structure


def connaitre(structure, nombre):
    """Give `structure` an address book of `nombre` firms; the context is open."""
    inserer(
        Entreprise,
        {
            "structure_id": str(structure.pk),
            "raison_sociale": "'Entreprise ' || n",
            "secteurs_verts": "'{}'",
            "code_postal": "'59100'",
            "commune": tirer("communes", "n"),
            **dict.fromkeys(("siret", "naf", "secteur", "effectif", "adresse", "telephone", "email"), "''"),
            **dict.fromkeys(("site", "origine", "remarques"), "''"),
            "version": "0",
            "created_at": "now()",
        },
        "generate_series(1, %s) AS n CROSS JOIN (SELECT %s::text[] AS communes) AS x",
        [nombre, [commune for commune, _ in COMMUNES["aci"]]],
    )


def courriel_volume(structure, membre):
    """The address of the n-th member (from 1) of the n-th structure (from 1)."""
    return f"membre{membre}.structure{structure}@example.org"


def _structures(nombre, premier=1, charges=CHARGES):
    """Create structures with their colleagues, numbered from `premier`; return [(Structure, [Utilisateur…])]."""
    numeros, roles = range(premier, premier + nombre), [*[Role.CHARGE_INSERTION] * charges, Role.CHEF_SERVICE]
    secret = make_password(MOT_DE_PASSE)
    structures = Structure.objects.bulk_create(
        [Structure(nom=f"Structure {n:04d}", siret=_siret(n), type=TypeStructure.ACI) for n in numeros],
        batch_size=LOT,
    )
    membres = Utilisateur.objects.bulk_create(
        [
            Utilisateur(prenom="Camille", nom=f"Dubois {s}-{m}", email=courriel_volume(s, m), password=secret)
            for s in numeros
            for m in range(1, len(roles) + 1)
        ],
        batch_size=LOT,
    )
    equipes = [membres[i : i + len(roles)] for i in range(0, len(membres), len(roles))]
    Appartenance.objects.bulk_create(
        [
            Appartenance(structure=structure, utilisateur=utilisateur, role=role, debut=ARRIVEE)
            for structure, equipe in zip(structures, equipes, strict=True)
            for utilisateur, role in zip(equipe, roles, strict=True)
        ],
        batch_size=LOT,
    )
    return list(zip(structures, equipes, strict=True))


def _siret(n):
    racine = f"{82000000 + n:08d}"
    siren = racine + luhn.calc_check_digit(racine)
    return f"{siren}0001{luhn.calc_check_digit(siren + '0001')}"


def _comptes_rendus(le):
    """A pool of comptes rendus of the stories, said about as many invented people."""
    rng, textes, deja = graine("volume"), [], set()
    temps = [(t, temps) for t in trames() if t.principale and not t.enfants for temps in t.temps]
    while len(textes) < TEXTES:
        trame, note = rng.choice(temps)
        profil = inventer(
            rng, genre=trame.genre or rng.choice("fm"), ages=trame.age, allophone=False, enfants=0, le=le, deja=deja
        )
        conteur = Conteur(rng, profil, set())
        conteur.apprendre(trame.choix)
        textes.append(conteur.dire(note["texte"], le))
        deja.clear()
    return textes


def _remplir(structure, equipe, personnes, entretiens, le, textes):
    Dispositif.objects.bulk_create([Dispositif(structure=structure, nom=nom) for nom in DISPOSITIFS])
    dispositifs = list(Dispositif.objects.order_by("pk").values_list("pk", flat=True))
    charges = [utilisateur.pk for utilisateur in equipe[:-1]]
    _personnes(structure, personnes, le)
    _suivis(structure, dispositifs, charges, le)
    _entretiens(structure, entretiens, charges, le, textes)
    _a_venir(structure, charges, le)
    _diagnostics(structure, charges)


def _personnes(structure, personnes, le):
    prenoms = (FRANCE["f"] + " " + FRANCE["m"]).split()
    inserer(
        Beneficiaire,
        {
            "structure_id": str(structure.pk),
            "civilite": "CASE WHEN n %% 2 = 0 THEN 'mme' ELSE 'm' END",
            "nom": tirer("noms", "n * 7 + 3"),
            "prenom": tirer("prenoms", "n * 5 + n / 37"),
            "nom_naissance": "''",
            "date_naissance": "le - 7000 - (n * 9973) %% 14000",
            "telephone": "'+3363998' || lpad(((n * 37 + 11) %% 10000)::text, 4, '0')",
            "email": "'personne' || n || '@example.org'",
            "adresse": "n || ' rue de la Filature'",
            "code_postal": "'59100'",
            "commune": tirer("communes", "n"),
            "langues": "'{français}'",
            "niveau_francais": "''",
            "niveau_formation": "'college'",
            "identifiant_france_travail": "''",
            "version": "0",
            "created_at": "now()",
        },
        "generate_series(1, %s) AS n CROSS JOIN"
        " (SELECT %s::text[] AS noms, %s::text[] AS prenoms, %s::text[] AS communes, %s::date AS le) AS listes",
        [personnes, [A_LIGATURE, *FRANCE["noms"].split()], prenoms, [commune for commune, _ in COMMUNES["aci"]], le],
    )


def _suivis(structure, dispositifs, charges, le):
    """One référent and one parcours each; three parcours out of ten are over."""
    personnes = "beneficiaires_beneficiaire AS b CROSS JOIN (SELECT %s::bigint[] AS liste, %s::date AS le) AS x"
    siennes = f"{personnes} WHERE b.structure_id = {structure.pk}"
    entree = "le - 40 - (b.id * 7 %% 650)::int"
    inserer(
        Referent,
        {
            "structure_id": "b.structure_id",
            "beneficiaire_id": "b.id",
            "utilisateur_id": tirer("liste", "b.id"),
            "debut": entree,
        },
        siennes,
        [charges, le],
    )
    inserer(
        Parcours,
        {
            "structure_id": "b.structure_id",
            "beneficiaire_id": "b.id",
            "dispositif_id": tirer("liste", "b.id"),
            "date_entree": entree,
            "date_fin_prevue": f"{entree} + 730",
            "date_sortie": "CASE WHEN b.id %% 10 < 3 THEN le - (b.id %% 30)::int END",
            "heures_hebdo": "26",
            "orienteur": "'france_travail'",
            "prescripteur": "'France Travail'",
            "projet": "''",
            "pass_numero": "'99999' || lpad((b.id %% 10000000)::text, 7, '0')",
            "pass_debut": entree,
            "pass_fin": f"{entree} + 729",
            "version": "0",
        },
        siennes,
        [dispositifs, le],
    )


def _entretiens(structure, nombre, charges, le, textes):
    inserer(
        Entretien,
        {
            "structure_id": "p.structure_id",
            "parcours_id": "p.id",
            "auteur_id": tirer("charges", "p.beneficiaire_id"),
            "date": "p.date_entree + (le - p.date_entree) * i / nombre * interval '1 day' + interval '9 hours'",
            "duree_minutes": "30 + 15 * (i %% 3)",
            "mode": "CASE WHEN i %% 4 = 0 THEN 'telephone' ELSE 'sur_place' END",
            "genre": "'individuel'",
            "themes": "'{projet,logement}'",
            "accompagnements": "'{projet_pro}'",
            "lieu": "''",
            "imprevu": "false",
            "compte_rendu": tirer("textes", "p.id * 31 + i * 7"),
            "paroles": "''",
            "convenu": "'Prochain point dans un mois.'",
            "created_at": "now()",
            "version": "0",
        },
        "parcours_parcours AS p CROSS JOIN (SELECT %s::bigint[] AS charges, %s::text[] AS textes, %s::date AS le,"
        " %s::int AS nombre) AS x CROSS JOIN LATERAL generate_series(1, nombre) AS i"
        f" WHERE p.structure_id = {structure.pk}",
        [charges, textes, le - timedelta(days=1), nombre],
    )


def _a_venir(structure, charges, le):
    """For each open parcours: two actions, one of them late for some, and the next rendez-vous."""
    source = (
        "parcours_parcours AS p CROSS JOIN (SELECT %s::bigint[] AS charges, %s::date AS le) AS x"
        " CROSS JOIN generate_series(1, 2) AS i"
        f" WHERE p.structure_id = {structure.pk} AND p.date_sortie IS NULL"
    )
    inserer(
        Action,
        {
            "structure_id": "p.structure_id",
            "parcours_id": "p.id",
            "domaine": "'logement'",
            "intitule": "CASE WHEN i = 1 THEN 'Apporter l’avis d’imposition' ELSE 'Rappeler le bailleur' END",
            "acteur": "'personne'",
            "partenaire": "''",
            "echeance": "le + (p.id %% 40)::int * i - 4",
            "etat": "'a_faire'",
            "created_at": "now()",
            "version": "0",
        },
        source,
        [charges, le],
    )
    inserer(
        RendezVous,
        {
            "structure_id": "p.structure_id",
            "parcours_id": "p.id",
            "utilisateur_id": tirer("charges", "p.beneficiaire_id"),
            "debut": "le + (p.id %% 25)::int + make_interval(hours => 9 + (p.id %% 8)::int)",
            "duree_minutes": "45",
            "lieu": "'Bureau 2'",
            "avec": "''",
            "aupres": "''",
            "accompagne": "false",
            "accompagnant": "''",
            "statut": "'prevu'",
            "commentaire": "''",
            "version": "0",
        },
        f"{source} AND i = 1",
        [charges, le],
    )


def _diagnostics(structure, charges):
    inserer(
        Diagnostic,
        {
            "structure_id": "p.structure_id",
            "parcours_id": "p.id",
            "date": "p.date_entree + 10",
            "moment": "'entree'",
            "auteur_id": tirer("charges", "p.beneficiaire_id"),
            "a_confirmer": "false",
            "grille": "'tremplin'",
            "points_forts": "'{}'",
            "atouts": "''",
            "emploi": "''",
            "paroles": "'Je veux avancer, un pas après l’autre.'",
            "version": "0",
        },
        "parcours_parcours AS p CROSS JOIN (SELECT %s::bigint[] AS charges) AS x"
        f" WHERE p.structure_id = {structure.pk}",
        [charges],
    )
    inserer(
        Evaluation,
        {
            "structure_id": "d.structure_id",
            "diagnostic_id": "d.id",
            "domaine": "domaine",
            "niveau": "(d.id + rang) %% 5",
            "non_evalue": "false",
            "niveau_personne": "(d.id + rang + 1) %% 5",
            "paroles": "''",
            "remarque": "''",
            "impact": "''",
            "priorite": "''",
        },
        "parcours_diagnostic AS d CROSS JOIN unnest(%s::text[]) WITH ORDINALITY AS u(domaine, rang)"
        f" WHERE d.structure_id = {structure.pk}",
        [structure.domaines[:DOMAINES]],
    )


def tirer(liste, rang):
    """SQL: one element of an array, the same for the same `rang` (an expression)."""
    return f"{liste}[1 + ({rang}) %% cardinality({liste})]"
