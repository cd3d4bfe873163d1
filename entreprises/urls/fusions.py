from django.urls import path

from ..views import fusions

urlpatterns = [
    path("entreprises/doublons/", fusions.doublon_list, name="doublon_list"),
    path("entreprises/<int:pk>/fusion/<int:autre>/", fusions.fusion_create, name="fusion_create"),
    path("entreprises/fusions/<int:pk>/annulation/", fusions.fusion_annulation, name="fusion_annulation"),
    path("entreprises/<int:pk>/distinction/<int:autre>/", fusions.distinction_create, name="distinction_create"),
    path("entreprises/distinctions/<int:pk>/annulation/", fusions.distinction_delete, name="distinction_delete"),
]
