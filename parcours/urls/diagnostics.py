from django.urls import path

from parcours.views import diagnostics

urlpatterns = [
    path("beneficiaires/<int:pk>/diagnostics/", diagnostics.diagnostic_evolution, name="diagnostic_evolution"),
    path("parcours/<int:pk>/diagnostics/nouveau/", diagnostics.diagnostic_create, name="diagnostic_create"),
    path("parcours/<int:pk>/diagnostics/apercu/", diagnostics.diagnostic_apercu, name="diagnostic_apercu"),
    path("diagnostics/<int:pk>/modification/", diagnostics.diagnostic_update, name="diagnostic_update"),
    path("diagnostics/<int:pk>/confirmation/", diagnostics.diagnostic_confirmation, name="diagnostic_confirmation"),
]
