"""What each column of a file is: guessed once, corrected by people, then remembered for the structure."""

import hashlib

from .champs import CONSERVER, IGNORER


def empreinte(entetes, catalogue):
    """The fingerprint of headings under which a structure's mapping is remembered."""
    return hashlib.sha256("\n".join(map(catalogue.normaliser, entetes)).encode()).hexdigest()


def deviner_les_colonnes(tableau, catalogue):
    """Return {rank of the column (text): field key}. A heading that nothing explains is kept, as a note; two columns
    never feed one field; what is delicate or has no place here is left out, and shown as such.
    """
    colonnes, prises = {}, set()
    for rang, entete in enumerate(tableau.entetes):
        cle = _deviner(entete, tableau, rang, catalogue)
        if cle in prises:
            cle = CONSERVER
        if cle not in (CONSERVER, IGNORER):
            prises.add(cle)
        colonnes[str(rang)] = cle
    return colonnes


def _deviner(entete, tableau, rang, catalogue):
    if catalogue.est_un_nir(entete) or not any(ligne.cellules[rang] for ligne in tableau.lignes):
        return catalogue.deviner(entete) or IGNORER
    if cle := catalogue.deviner(entete):
        return cle
    return IGNORER if catalogue.est_a_taire(entete) else CONSERVER


def memorisee(filiere, entetes):
    """Return the columns that the structure chose for these headings, or None."""
    ligne = filiere.memoire.objects.filter(entetes=empreinte(entetes, filiere.catalogue)).first()
    return ligne.correspondance.get("colonnes") if ligne else None


def memoriser(filiere, structure_id, entetes, colonnes):
    """Remember, for the structure, what each column of files with these headings is."""
    filiere.memoire.objects.update_or_create(
        structure_id=structure_id,
        entetes=empreinte(entetes, filiere.catalogue),
        defaults={"correspondance": {"colonnes": colonnes}},
    )
