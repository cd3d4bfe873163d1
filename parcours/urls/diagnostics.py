from django.urls import path

from parcours.views import comparaisons, confirmations, diagnostics, grilles

urlpatterns = [
    path("beneficiaires/<int:pk>/diagnostics/", diagnostics.diagnostic_evolution, name="diagnostic_evolution"),
    path(
        "beneficiaires/<int:pk>/diagnostics/comparaison/",
        comparaisons.diagnostic_comparer,
        name="diagnostic_comparer",
    ),
    path("parcours/<int:pk>/diagnostics/nouveau/", diagnostics.diagnostic_create, name="diagnostic_create"),
    path("parcours/<int:pk>/diagnostics/apercu/", diagnostics.diagnostic_apercu, name="diagnostic_apercu"),
    path("diagnostics/<int:pk>/modification/", diagnostics.diagnostic_update, name="diagnostic_update"),
    path("diagnostics/<int:pk>/confirmation/", diagnostics.diagnostic_confirmation, name="diagnostic_confirmation"),
    path("diagnostics/<int:pk>/impression/", comparaisons.diagnostic_impression, name="diagnostic_impression"),
    path(
        "evaluations/<int:pk>/confirmation/",
        confirmations.evaluation_confirmation,
        name="evaluation_confirmation",
    ),
    path(
        "confirmations/<int:pk>/annulation/",
        confirmations.confirmation_annulation,
        name="confirmation_annulation",
    ),
    path("reglages/diagnostic/", grilles.grille_update, name="grille_update"),
]
