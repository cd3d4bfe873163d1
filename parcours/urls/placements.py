from django.urls import path

from ..views import placements, rapprochements

urlpatterns = [
    path("offres/<int:pk>/personnes/", rapprochements.offre_personnes, name="offre_personnes"),
    path("offres/propositions/nouvelle/", rapprochements.proposition_create, name="proposition_create"),
    path("offres/<int:pk>/pourvue/", rapprochements.offre_pourvoir, name="offre_pourvoir"),
    path("beneficiaires/<int:pk>/offres/", rapprochements.personne_offres, name="personne_offres"),
    path("entreprises/<int:pk>/placements/", rapprochements.entreprise_placements, name="entreprise_placements"),
    path(
        "beneficiaires/<int:pk>/mises-en-relation/nouvelle/",
        placements.mise_en_relation_create,
        name="mise_en_relation_create",
    ),
    path("mises-en-relation/<int:pk>/", placements.mise_en_relation_detail, name="mise_en_relation_detail"),
    path(
        "mises-en-relation/<int:pk>/modification/",
        placements.mise_en_relation_update,
        name="mise_en_relation_update",
    ),
    path(
        "mises-en-relation/<int:pk>/suppression/",
        placements.mise_en_relation_delete,
        name="mise_en_relation_delete",
    ),
    path(
        "mises-en-relation/<int:pk>/etapes/nouvelle/",
        placements.etape_placement_create,
        name="etape_placement_create",
    ),
    path(
        "mises-en-relation/etapes/<int:pk>/suppression/",
        placements.etape_placement_delete,
        name="etape_placement_delete",
    ),
    path("mises-en-relation/<int:pk>/embauche/", placements.embauche_create, name="embauche_create"),
    path("embauches/<int:pk>/modification/", placements.embauche_update, name="embauche_update"),
    path("embauches/<int:pk>/suppression/", placements.embauche_delete, name="embauche_delete"),
]
