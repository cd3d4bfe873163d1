from django.urls import path

from .views import accords, documents, doublons, fusions, personnes, proches, situations

app_name = "beneficiaires"

urlpatterns = [
    path("", personnes.beneficiaire_list, name="beneficiaire_list"),
    path("nouveau/", personnes.beneficiaire_create, name="beneficiaire_create"),
    path("ressemblances/", doublons.doublons, name="doublons"),
    path("doublons/", fusions.doublon_list, name="doublon_list"),
    path("<int:pk>/fusion/<int:autre_dossier>/", fusions.fusion_create, name="fusion_create"),
    path("fusions/<int:pk>/annulation/", fusions.fusion_annulation, name="fusion_annulation"),
    path("<int:pk>/distinction/<int:autre_dossier>/", fusions.distinction_create, name="distinction_create"),
    path("distinctions/<int:pk>/annulation/", fusions.distinction_delete, name="distinction_delete"),
    path("<int:pk>/", personnes.beneficiaire_detail, name="beneficiaire_detail"),
    path("<int:pk>/modification/", personnes.beneficiaire_update, name="beneficiaire_update"),
    path("<int:pk>/situations/nouvelle/", situations.situation_create, name="situation_create"),
    path("situations/<int:pk>/modification/", situations.situation_update, name="situation_update"),
    path("<int:pk>/proches/nouveau/", proches.proche_create, name="proche_create"),
    path("proches/<int:pk>/modification/", proches.proche_update, name="proche_update"),
    path("proches/<int:pk>/suppression/", proches.proche_delete, name="proche_delete"),
    path("<int:pk>/accords/nouveau/", accords.accord_create, name="accord_create"),
    path("accords/<int:pk>/retrait/", accords.accord_retrait, name="accord_retrait"),
    path("<int:pk>/referents/nouveau/", situations.referent_create, name="referent_create"),
    path("<int:pk>/documents/nouveau/", documents.document_create, name="document_create"),
    path("documents/<int:pk>/fichier/", documents.document_fichier, name="document_fichier"),
    path("documents/<int:pk>/suppression/", documents.document_delete, name="document_delete"),
]
