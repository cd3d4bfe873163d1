from insertion.cote_a_cote import CoteACoteForm

from ..fusions import GROUPES


class FusionForm(CoteACoteForm):
    GROUPES = GROUPES
    LIBELLES = {
        "raison_sociale": "Raison sociale",
        "siret": "SIRET",
        "naf": "Code NAF",
        "secteur": "Secteur",
        "secteurs_verts": "Secteurs verts",
        "effectif": "Effectif",
        "adresse": "Adresse",
        "telephone": "Téléphone",
        "email": "E-mail",
        "site": "Site internet",
        "origine": "Connue par",
        "referent": "Suivie par",
        "remarques": "À savoir",
    }
    CUMULABLES = ("secteurs_verts", "remarques")

    def lisible(self, ligne, groupe):
        if groupe == "secteurs_verts":
            return ", ".join(ligne.libelles_verts)
        if groupe == "adresse":
            ville = f"{ligne.code_postal} {ligne.commune}".strip()
            return ", ".join(filter(None, (ligne.adresse, ville)))
        return super().lisible(ligne, groupe)
