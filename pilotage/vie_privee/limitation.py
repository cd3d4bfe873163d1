"""A limited file is read and nothing more: one trigger of the database on each table of an accompaniment (art. 18).

Rights themselves (requests, agreements withdrawn, référents) stay open. Written after each `migrate` (`fonction.py`).
"""

from beneficiaires.models import (
    AccordEnvoi,
    Archivage,
    Beneficiaire,
    Consentement,
    DemandeDroit,
    Desaccord,
    FusionDossiers,
    GelSuppression,
    InformationDonnee,
    Limitation,
    PersonnesDistinctes,
    PreavisEffacement,
    Referent,
)
from insertion.isolation.middleware import DOSSIER_LIMITE
from parcours.models import Parcours

from .declarations import personnelles

#: What somebody may still ask, or be told, while their file is limited.
OUVERTES = {
    *(AccordEnvoi, Archivage, Consentement, DemandeDroit, Desaccord, GelSuppression),
    *(InformationDonnee, Limitation, PersonnesDistinctes, PreavisEffacement, Referent),
    FusionDossiers,  # refused before: neither of the two files may be limited
}
FONCTION = f"""
CREATE OR REPLACE FUNCTION tremplin.dossier_limite() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ligne record; personne bigint;
BEGIN
  IF TG_OP = 'DELETE' THEN ligne := OLD; ELSE ligne := NEW; END IF;
  IF current_setting('tremplin.effacement', true) = 'oui'
     OR NOT EXISTS (SELECT FROM beneficiaires_limitation l
                     WHERE l.structure_id = ligne.structure_id AND l.levee_le IS NULL) THEN RETURN ligne; END IF;
  IF TG_ARGV[0] = 'parcours' THEN
    SELECT p.beneficiaire_id INTO personne FROM parcours_parcours p
     WHERE p.structure_id = ligne.structure_id AND p.id = ligne.parcours_id;
  ELSIF TG_ARGV[0] = 'beneficiaire' THEN personne := ligne.beneficiaire_id;
  ELSE personne := ligne.id; END IF;
  IF EXISTS (SELECT FROM beneficiaires_limitation l WHERE l.structure_id = ligne.structure_id
              AND l.beneficiaire_id = personne AND l.levee_le IS NULL) THEN
    RAISE EXCEPTION 'Ce dossier est limité.' USING ERRCODE = 'check_violation', CONSTRAINT = '{DOSSIER_LIMITE}';
  END IF;
  RETURN ligne;
END $$;
"""
POSER = f"""CREATE TRIGGER {DOSSIER_LIMITE} BEFORE INSERT OR UPDATE OR DELETE ON {{}}
    FOR EACH ROW EXECUTE FUNCTION tremplin.dossier_limite('{{}}')"""


def tables():
    """{table: the key that leads to the person in one step or two}; what hangs lower goes through one of them."""
    trouvees = {}
    for declaration in personnelles():
        modele, trajet = declaration.modele, declaration.chemin
        if modele in OUVERTES or modele._meta.app_label == "pilotage":
            continue
        if modele is Beneficiaire:
            trouvees[modele._meta.db_table] = ""
        elif modele._meta.get_field(trajet[0]).related_model in (Beneficiaire, Parcours):
            trouvees[modele._meta.db_table] = trajet[0]
    return trouvees


def ordres(deja):
    """The SQL that makes the function anew, and the triggers of the tables that are not among `deja`."""
    return FONCTION, *(POSER.format(table, cle) for table, cle in tables().items() if table not in deja)
