from django.urls import path

from ..views import offres

urlpatterns = [
    path("offres/", offres.offre_list, name="offre_list"),
    path("offres/nouvelle/", offres.offre_choix, name="offre_choix"),
    path("offres/<int:pk>/", offres.offre_detail, name="offre_detail"),
    path("offres/<int:pk>/modification/", offres.offre_update, name="offre_update"),
    path("offres/<int:pk>/cloture/", offres.offre_cloture, name="offre_cloture"),
    path("offres/<int:pk>/reouverture/", offres.offre_reouverture, name="offre_reouverture"),
    path("entreprises/<int:pk>/offres/", offres.entreprise_offres, name="entreprise_offres"),
    path("entreprises/<int:pk>/offres/nouvelle/", offres.offre_create, name="offre_create"),
]
