from django.urls import path

from ..views import immersions

urlpatterns = [
    path("parcours/<int:pk>/immersions/nouvelle/", immersions.immersion_create, name="immersion_create"),
    path("immersions/<int:pk>/", immersions.immersion_detail, name="immersion_detail"),
    path("immersions/<int:pk>/modification/", immersions.immersion_update, name="immersion_update"),
    path("immersions/<int:pk>/interruption/", immersions.immersion_interruption, name="immersion_interruption"),
    path("immersions/<int:pk>/appel/", immersions.immersion_appel, name="immersion_appel"),
    path("immersions/<int:pk>/convention/", immersions.immersion_convention, name="immersion_convention"),
    path("immersions/<int:pk>/bilan/", immersions.bilan_immersion, name="bilan_immersion"),
]
