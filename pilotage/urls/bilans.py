from django.urls import path

from pilotage.views import bilans, bilans_produits

urlpatterns = [
    path("bilans/", bilans.bilan_list, name="bilan_list"),
    path("bilans/nouveau/", bilans.bilan_create, name="bilan_create"),
    path("bilans/<int:pk>/", bilans.bilan_detail, name="bilan_detail"),
    path("bilans/<int:pk>/reglages/", bilans.bilan_update, name="bilan_update"),
    path("bilans/<int:pk>/suppression/", bilans.bilan_delete, name="bilan_delete"),
    path("bilans/<int:pk>/verification/", bilans.bilan_verification, name="bilan_verification"),
    path("bilans/<int:pk>/blocs/<slug:code>/", bilans.bilan_bloc, name="bilan_bloc"),
    path("bilans/<int:pk>/blocs/<slug:code>/texte/", bilans.bilan_texte, name="bilan_texte"),
    path("bilans/<int:pk>/versions/nouvelle/", bilans_produits.produit_create, name="produit_create"),
    path("bilans/versions/<int:pk>/", bilans_produits.produit_detail, name="produit_detail"),
    path("bilans/versions/<int:pk>/pdf/", bilans_produits.produit_pdf, name="produit_pdf"),
    path("bilans/versions/<int:pk>/tableur/", bilans_produits.produit_tableur, name="produit_tableur"),
    path("bilans/versions/<int:pk>/annee-avant/", bilans_produits.produit_comparaison, name="produit_comparaison"),
    path(
        "bilans/versions/<int:pk>/chiffres/<str:indicateur>/<str:ligne>/",
        bilans_produits.produit_chiffre,
        name="produit_chiffre",
    ),
]
