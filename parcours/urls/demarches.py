from django.urls import path

from parcours.views import contacts, demarches, passages, rendez_vous

urlpatterns = [
    path("beneficiaires/<int:pk>/contacts/nouveau/", contacts.contact_create, name="contact_create"),
    path("collegues/", contacts.collegue_list, name="collegue_list"),
    path("beneficiaires/<int:pk>/demarches/", demarches.demarche_list, name="demarche_list"),
    path("beneficiaires/<int:pk>/demarches/nouvelle/", demarches.demarche_create, name="demarche_create"),
    path("demarches/<int:pk>/modification/", demarches.demarche_update, name="demarche_update"),
    path(
        "beneficiaires/<int:pk>/rendez-vous-exterieurs/nouveau/",
        rendez_vous.rendez_vous_exterieur_create,
        name="rendez_vous_exterieur_create",
    ),
    path(
        "rendez-vous-exterieurs/<int:pk>/modification/",
        rendez_vous.rendez_vous_exterieur_update,
        name="rendez_vous_exterieur_update",
    ),
    path("passages/", passages.passage_list, name="passage_list"),
    path("passages/nouveau/", passages.passage_create, name="passage_create"),
    path("passages/<int:pk>/suppression/", passages.passage_delete, name="passage_delete"),
]
