from django.urls import path

from pilotage.views import accueil, feuille, rappels, silences, sourdines

urlpatterns = [
    path("", accueil.accueil, name="accueil"),
    path("ma-feuille/", feuille.feuille, name="feuille"),
    path("ma-feuille/sw.js", feuille.feuille_sw, name="feuille_sw"),
    path("rappels/", rappels.rappel_list, name="rappel_list"),
    path("rappels/lecture/", rappels.rappels_lus, name="rappels_lus"),
    path("rappels/<int:pk>/fait/", rappels.rappel_fait, name="rappel_fait"),
    path("rappels/<int:pk>/report/", rappels.rappel_report, name="rappel_report"),
    path("beneficiaires/<int:pk>/rappels/pause/", sourdines.sourdine_create, name="sourdine_create"),
    path("beneficiaires/<int:pk>/silence/", silences.silence_create, name="silence_create"),
    path("silences/<int:pk>/fin/", silences.silence_fin, name="silence_fin"),
    path("rappels/pauses/<int:pk>/fin/", sourdines.sourdine_fin, name="sourdine_fin"),
    path("rappels/<int:pk>/reprise/", rappels.rappel_reprise, name="rappel_reprise"),
    path("rappels/courriel/", rappels.courriel_reglage, name="courriel_reglage"),
    path("rappels/courriels/<int:pk>/renvoi/", rappels.courriel_renvoi, name="courriel_renvoi"),
]
