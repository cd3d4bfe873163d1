"""The function of the database that erases somebody, written from the declarations after each `migrate`.

The application's role can neither change nor delete history, and must not: the function runs with the rights of the
owner, and refuses anybody but the direction (or a task), a person of another structure, a person without tombstone,
under a hold, or still accompanied (docs/decisions/0014-droits-des-personnes.md).
"""

import pgtrigger
from django.apps import apps
from django.db import models
from phonenumber_field.modelfields import PhoneNumberField

from beneficiaires.fusions import ORIGINE
from beneficiaires.models import Beneficiaire
from insertion.isolation.operations import role_application
from insertion.models import Utilisateur

from .declarations import declarations, modeles, personnelles

REMPLACANT = "[personne effacée]"
#: What stands for a text that a rule of its table wants filled.
TIRET = "—"
#: One name as people type it: with or without accents, its words joined by a space, a hyphen or an apostrophe.
LETTRES = {"a": "àâäáãå", "c": "ç", "e": "éèêë", "i": "îïíì", "n": "ñ", "o": "ôöóòõ", "u": "ùûüú", "y": "ÿý"}
LIGATURES = {"ae": "æ", "oe": "œ"}
SEPARATEURS = r"[\s'’-]"
#: How somebody is named: the names, addresses and numbers that they have or had, in each file that was theirs; not
#: what a merge that was undone lent them for a while. `seul`: by one name alone. Python reads the expression as
#: PostgreSQL does.
DEBUT = r"""
CREATE OR REPLACE FUNCTION tremplin.motif_mot(mot text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace({lettres}, '{separateurs}+', '{remplacement}+', 'g')
    FROM regexp_replace(btrim(mot, E' \t\n''’-'), '([^[:alnum:]\s''’-])', '\\\1', 'g') AS m
$$;
CREATE OR REPLACE FUNCTION tremplin.dossiers_de(la_structure bigint, la_personne bigint) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT la_personne || ARRAY(SELECT absorbee_id FROM beneficiaires_fusiondossiers
    WHERE structure_id = la_structure AND gardee_id = la_personne AND annulee_at IS NULL)
$$;
REVOKE EXECUTE ON FUNCTION tremplin.dossiers_de(bigint, bigint) FROM PUBLIC;
CREATE OR REPLACE FUNCTION tremplin.motif_identite(la_structure bigint, la_personne bigint, seul boolean)
RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH dossiers AS (
    SELECT unnest(tremplin.dossiers_de(la_structure, la_personne)) AS id
  ), connues AS (
    SELECT nom, prenom, nom_naissance, telephone, email, identifiant_france_travail AS numero
      FROM beneficiaires_beneficiaire WHERE structure_id = la_structure AND id IN (SELECT id FROM dossiers)
    UNION SELECT nom, prenom, nom_naissance, telephone, email, identifiant_france_travail
      FROM beneficiaires_beneficiaireevent e WHERE structure_id = la_structure AND id IN (SELECT id FROM dossiers)
       AND NOT EXISTS (SELECT FROM beneficiaires_fusiondossiers f
            WHERE f.structure_id = la_structure AND f.gardee_id = e.id AND f.annulee_at IS NOT NULL
              AND (e.pgh_context ->> 'origine' = '{fusion}'
                   OR e.pgh_created_at BETWEEN f.created_at AND f.annulee_at))
  ), noms AS (
    SELECT nom AS n, prenom AS p FROM connues UNION SELECT nom_naissance, prenom FROM connues
    UNION SELECT tremplin.sans_accents(nom), tremplin.sans_accents(prenom) FROM connues
    UNION SELECT tremplin.sans_accents(nom_naissance), tremplin.sans_accents(prenom) FROM connues
  ), sures AS (
    SELECT tremplin.motif_mot(n) AS n, tremplin.motif_mot(p) AS p,
           length(trim(n)) > 2 AS n_parle, length(trim(p)) > 2 AS p_parle FROM noms
  ), motifs AS (
    SELECT '(?<!\w)' || p || '{separateurs}+' || n || '(?!\w)' AS m FROM sures WHERE n <> '' AND p <> ''
    UNION SELECT '(?<!\w)' || n || '{separateurs}+' || p || '(?!\w)' FROM sures WHERE n <> '' AND p <> ''
    UNION SELECT '(?<!\w)(M\.|Mr|Mme|Mlle|Monsieur|Madame)\s+' || n || '(?!\w)' FROM sures WHERE n <> ''
    UNION SELECT '(?<!\w)' || n || '(?!\w)' FROM sures WHERE seul AND n_parle AND n <> ''
    UNION SELECT '(?<!\w)' || p || '(?!\w)' FROM sures WHERE seul AND p_parle AND p <> ''
    UNION SELECT regexp_replace(email, '([^[:alnum:]])', '\\\1', 'g') FROM connues WHERE email <> ''
    UNION SELECT '(?<!\w)' || regexp_replace(numero, '([^[:alnum:]])', '\\\1', 'g') || '(?!\w)' FROM connues
           WHERE length(numero) > 5
    UNION SELECT '(\+33|0033|0)[ .-]*' || regexp_replace(substr(telephone, 4), '(\d)(?=\d)', '\1[ .-]*', 'g')
      FROM connues WHERE telephone ~ '^\+33\d{{9}}$'
    UNION SELECT regexp_replace(telephone, '([^[:alnum:]])', '\\\1', 'g') FROM connues WHERE telephone <> ''
  ) SELECT string_agg(DISTINCT m, '|') FROM motifs
$$;
REVOKE EXECUTE ON FUNCTION tremplin.motif_identite(bigint, bigint, boolean) FROM PUBLIC;
CREATE OR REPLACE FUNCTION tremplin.motif_a_effacer(la_structure bigint, la_personne bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT tremplin.motif_identite(la_structure, la_personne, false)
   WHERE la_structure = ANY ((SELECT tremplin.structures())::bigint[])
$$;
REVOKE EXECUTE ON FUNCTION tremplin.motif_a_effacer(bigint, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tremplin.motif_a_effacer(bigint, bigint) TO {role};
"""
#: Who may erase whom; the trigger of a limited file, and those of finished reports, let the erasure pass.
REGLES = """
  IF NOT la_structure = ANY ((SELECT tremplin.structures())::bigint[])
     OR tremplin.role() NOT IN ('direction', 'systeme')
  THEN RAISE EXCEPTION 'Effacement refusé.' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF NOT EXISTS (SELECT FROM beneficiaires_effacement e
                  WHERE e.structure_id = la_structure AND e.beneficiaire_id = la_personne)
  THEN RAISE EXCEPTION 'Effacement sans trace.' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF EXISTS (SELECT FROM beneficiaires_gelsuppression g WHERE g.structure_id = la_structure
              AND g.beneficiaire_id = la_personne AND g.levee_le IS NULL)
  THEN RAISE EXCEPTION 'Ce dossier doit être conservé.' USING ERRCODE = 'insufficient_privilege'; END IF;
  PERFORM set_config('tremplin.effacement', 'oui', true);
  PERFORM set_config('pgtrigger.ignore', '{{{figes}}}', true);
  le_motif := tremplin.motif_identite(la_structure, la_personne, false);
  le_motif_seul := tremplin.motif_identite(la_structure, la_personne, true);
"""


def ordres():
    """The SQL that creates or replaces the functions."""
    return debut(), fonction()


def debut():
    """The SQL of what the erasure looks for: how somebody is named."""
    lettres = "m"
    for lettre, accentuees in LETTRES.items():
        lettres = f"replace({lettres}, '{lettre}', '[{lettre}{accentuees}]')"
    for deux, liees in LIGATURES.items():
        suite = "".join(f"[{lettre}{LETTRES[lettre]}]" for lettre in deux)
        lettres = f"replace({lettres}, '{suite}', '(?:{suite}|{liees})')"
    separateurs = SEPARATEURS.replace("'", "''")
    return DEBUT.format(
        lettres=lettres,
        separateurs=separateurs,
        remplacement=separateurs.replace("\\", "\\\\"),
        fusion=ORIGINE,
        role=role_application(),
    )


def fonction():
    """The SQL of `tremplin.effacer_personne`: it returns the files to remove from the disk."""
    siennes = personnelles()
    corps = [
        REGLES.format(figes=",".join(_gels())),
        *(_appartenance(d) for d in siennes),
        *(_citees(d) for d in _citations()),
        *_fichiers(siennes),
        *(_vider(d) for d in siennes if d.est_gardee),
        *(f"DELETE FROM {_table(d.modele)} WHERE {_siennes(d.modele)};" for d in siennes if not d.est_gardee),
        *(_orphelines(d) for d in _citations()),
        _ailleurs(),
        *_balayage(),
        *(f"DELETE FROM {_table(e)} WHERE {_siennes(d.modele)};" for d in siennes if (e := _evenement(d.modele))),
        "PERFORM set_config('tremplin.effacement', '', true); PERFORM set_config('pgtrigger.ignore', '', true);",
        "RETURN les_fichiers;",
    ]
    variables = [f"{_variable(d.modele)} bigint[];" for d in (*siennes, *_citations())]
    return f"""
CREATE OR REPLACE FUNCTION tremplin.effacer_personne(la_structure bigint, la_personne bigint) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE les_fichiers text[] := '{{}}'; le_motif text; le_motif_seul text;
  {" ".join(variables)}
BEGIN
  {chr(10).join(corps)}
END $$;
REVOKE EXECUTE ON FUNCTION tremplin.effacer_personne(bigint, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tremplin.effacer_personne(bigint, bigint) TO {role_application()};
"""


def _table(modele):
    return modele._meta.db_table


def _variable(modele):
    return f"v_{_table(modele)}"


def _siennes(modele):
    return f"structure_id = la_structure AND id = ANY ({_variable(modele)})"


def _evenement(modele):
    """The table of the history of `modele`; None when it keeps none."""
    suivis = getattr(modele, "pgh_event_models", None) or {}
    return next(iter(suivis.values()), None)


def _citations():
    return [d for d in declarations().values() if not d.est_exclue and d.citation]


def _sources(modele):
    """The table and its history: rows that were deleted meanwhile are found by what history says of them."""
    return [table for table in (modele, _evenement(modele)) if table is not None]


def _appartenance(declaration):
    """The ids of the rows that belong to the person, or did when they were deleted.

    A row that is somebody else's by now is theirs: it was lent for the time of a merge that was undone.
    """
    modele = declaration.modele
    if modele is Beneficiaire:
        return f"{_variable(modele)} := tremplin.dossiers_de(la_structure, la_personne);"
    cle, table = modele._meta.get_field(declaration.chemin[0]), _table(modele)
    sienne = f"structure_id = la_structure AND {cle.column} = ANY ({_variable(cle.related_model)})"
    lectures = f"SELECT id FROM {table} WHERE {sienne}"
    if evenements := _evenement(modele):
        partie = f"NOT EXISTS (SELECT FROM {table} t WHERE t.structure_id = la_structure AND t.id = e.id)"
        lectures += (
            f" UNION SELECT id FROM {_table(evenements)} e WHERE {sienne} AND pgh_label = 'delete' AND {partie}"
        )
    return f"{_variable(modele)} := ARRAY({lectures});"


def _citees(declaration):
    """The ids of the texts, shared with others, that speak of the person."""
    cle = declaration.citation
    lectures = " UNION ".join(
        f"SELECT {cle.column} FROM {_table(source)} WHERE {_siennes(cle.model)}" for source in _sources(cle.model)
    )
    return f"{_variable(declaration.modele)} := ARRAY({lectures});"


def _orphelines(declaration):
    """A text that spoke of this person alone goes with them; a table of others (a meeting) only loses the name."""
    table, cle = _table(declaration.modele), declaration.citation
    noms = [champ for champ in declaration.modele._meta.concrete_fields if _est_un_texte(champ)]
    balayer = "\n".join(
        _remplacer(source, noms, "le_motif_seul", _siennes(declaration.modele))
        for source in _sources(declaration.modele)
    )
    if not declaration.efface_si_seul:
        return balayer
    autres = f"SELECT FROM {_table(cle.model)} c WHERE c.structure_id = la_structure AND c.{cle.column} = {table}.id"
    seules = f"NOT EXISTS ({autres})"
    evenements = _table(_evenement(declaration.modele))
    return (
        f"DELETE FROM {table} WHERE {_siennes(declaration.modele)} AND {seules};\n"
        f"DELETE FROM {evenements} WHERE {_siennes(declaration.modele)}"
        f" AND NOT EXISTS (SELECT FROM {table} t WHERE t.id = {evenements}.id);\n{balayer}"
    )


def _fichiers(siennes):
    """Collect the files of the person, those of deleted rows included, and those of lists that hold them."""
    for declaration in siennes:
        for champ in declaration.modele._meta.concrete_fields:
            if isinstance(champ, models.FileField):
                for source in _sources(declaration.modele):
                    yield _prendre(source, champ.column, _siennes(declaration.modele))
    production, ligne = apps.get_model("parcours.Production"), apps.get_model("parcours.LigneImport")
    dedans = {
        "parcours_lot": f"id IN (SELECT lot_id FROM parcours_production WHERE {_siennes(production)})",
        "parcours_import": f"id IN (SELECT importation_id FROM parcours_ligneimport WHERE {_siennes(ligne)}"
        " OR structure_id = la_structure AND donnees::text ~* le_motif)",
        "pilotage_export": "true",
    }
    for table, condition in dedans.items():
        ou = f"structure_id = la_structure AND fichier <> '' AND {condition}"
        purge = "" if table == "parcours_import" else ", purge_at = now()"
        yield f"les_fichiers := les_fichiers || ARRAY(SELECT fichier FROM {table} WHERE {ou});"
        yield f"UPDATE {table} SET fichier = ''{purge} WHERE {ou};"
    yield from _feuilles()


def _feuilles():
    """Attendance sheets name all who were registered: printed again, they are without the person."""
    participation, table = apps.get_model("parcours.Participation"), "parcours_production"
    seances = " UNION ".join(
        f"SELECT seance_id FROM {_table(source)} WHERE {_siennes(participation)}"
        for source in _sources(participation)
    )
    ou = f"structure_id = la_structure AND genre = 'emargement' AND objet_id IN ({seances})"
    yield f"les_fichiers := les_fichiers || ARRAY(SELECT fichier FROM {table} WHERE {ou} AND fichier <> '');"
    yield f"DELETE FROM {table} WHERE {ou};"


def _prendre(source, colonne, ou):
    lus = f"SELECT {colonne} FROM {_table(source)} WHERE {ou} AND {colonne} <> ''"
    return f"les_fichiers := les_fichiers || ARRAY({lus});"


def _vider(declaration):
    """Take out of the rows that stay everything but their facts."""
    champs = [declaration.modele._meta.get_field(nom) for nom in (*declaration.sujet, *declaration.tiers)]
    valeurs = [f"{champ.column} = {_vide(champ)}" for champ in champs if _se_vide(champ)]
    if declaration.modele is Beneficiaire:
        annee = (
            "date_naissance = date_trunc('year', date_naissance)::date"  # an age, for the figures, and no birthday
        )
        valeurs = [v for v in valeurs if not v.startswith("nom =")]
        valeurs += ["nom = 'Personne effacée'", annee, "efface_le = CURRENT_DATE", "archive_le = NULL"]
    return (
        f"UPDATE {_table(declaration.modele)} SET {', '.join(valeurs)} WHERE {_siennes(declaration.modele)};"
        if valeurs
        else ""
    )


def _se_vide(champ):
    """A key that may be empty is emptied; one towards a colleague says nothing of the person."""
    if champ.is_relation:
        return champ.null and champ.related_model is not Utilisateur
    return not isinstance(champ, models.FileField)


def _vide(champ):
    if champ.null:
        return "NULL"
    if isinstance(champ, models.JSONField):
        return f"'{'[]' if champ.default is list else '{}'}'"
    if not isinstance(champ, models.CharField | models.TextField):
        return "'{}'" if champ.get_internal_type() == "ArrayField" else champ.column
    if isinstance(champ, PhoneNumberField | models.EmailField) or champ.model is Beneficiaire:
        return "''"
    return f"CASE WHEN {champ.column} = '' THEN '' ELSE '{TIRET}' END"


def _ailleurs():
    """Drafts about the person, lines of files that name them."""
    numeros = f"array_to_string({_variable(Beneficiaire)}, '|')"
    return f"""
DELETE FROM insertion_brouillon WHERE structure_id = la_structure
   AND (url ~ ('^/beneficiaires/(' || {numeros} || ')/') OR titre ~* le_motif);
DELETE FROM parcours_ligneimport WHERE structure_id = la_structure AND donnees::text ~* le_motif;"""


def _balayage():
    """Take the full name, the address and the numbers of the person out of every other text of the structure."""
    for modele in modeles():
        if not modele._meta.managed or not any(c.name == "structure" for c in modele._meta.fields):
            continue
        textes = [champ for champ in modele._meta.concrete_fields if _est_un_texte(champ)]
        for source in _sources(modele):
            suivis = {champ.column for champ in source._meta.concrete_fields}
            if retenus := [champ for champ in textes if champ.column in suivis]:
                yield _remplacer(source, retenus, "le_motif", "structure_id = la_structure")


def _est_un_texte(champ):
    if champ.generated or champ.choices or champ.primary_key or isinstance(champ, models.FileField):
        return False
    base = getattr(champ, "base_field", champ)
    return isinstance(base, models.CharField | models.TextField | models.JSONField) and not base.choices


def _remplacer(source, champs, motif, ou):
    valeurs = ", ".join(f"{champ.column} = {_remplace(champ, motif)}" for champ in champs)
    trouves = " OR ".join(f"{champ.column}::text ~* {motif}" for champ in champs)
    return f"UPDATE {_table(source)} SET {valeurs} WHERE {ou} AND ({trouves});"


def _remplace(champ, motif):
    texte = f"regexp_replace({champ.column}::text, {motif}, '{REMPLACANT}', 'gi')"
    if isinstance(champ, models.JSONField):
        return f"{texte}::jsonb"
    if champ.get_internal_type() == "ArrayField":
        return f"{texte}::varchar[]"
    return f"left({texte}, {champ.max_length})" if getattr(champ, "max_length", None) else texte


def _gels():
    """The triggers that freeze what is finished (a report): erasing a name changes none of its figures."""
    return [t.get_pgid(modele) for modele, t in pgtrigger.registered() if isinstance(t, pgtrigger.Protect)]
