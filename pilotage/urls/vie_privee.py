from django.urls import path

from pilotage.views import conservation, demandes_droit, notices, vie_privee

urlpatterns = [
    path("beneficiaires/<int:pk>/vie-privee/", vie_privee.vie_privee_detail, name="vie_privee_detail"),
    path("beneficiaires/<int:pk>/informations/nouvelle/", vie_privee.information_create, name="information_create"),
    path("beneficiaires/<int:pk>/consentements/nouveau/", vie_privee.consentement_create, name="consentement_create"),
    path("consentements/<int:pk>/retrait/", vie_privee.consentement_retrait, name="consentement_retrait"),
    path("beneficiaires/<int:pk>/desaccords/nouveau/", vie_privee.desaccord_create, name="desaccord_create"),
    path(
        "beneficiaires/<int:pk>/demandes/nouvelle/", demandes_droit.demande_droit_create, name="demande_droit_create"
    ),
    path("vie-privee/demandes/", demandes_droit.demande_droit_list, name="demande_droit_list"),
    path("vie-privee/demandes/<int:pk>/", demandes_droit.demande_droit_detail, name="demande_droit_detail"),
    path(
        "vie-privee/demandes/<int:pk>/prolongation/",
        demandes_droit.demande_droit_prolongation,
        name="demande_droit_prolongation",
    ),
    path("vie-privee/demandes/<int:pk>/reponse/", demandes_droit.demande_droit_reponse, name="demande_droit_reponse"),
    path("vie-privee/demandes/<int:pk>/copie/", demandes_droit.extrait_create, name="extrait_create"),
    path("vie-privee/copies/<int:pk>/", demandes_droit.extrait_detail, name="extrait_detail"),
    path("vie-privee/copies/<int:pk>/fichier/", demandes_droit.extrait_fichier, name="extrait_fichier"),
    path("beneficiaires/<int:pk>/limitation/", conservation.limitation_create, name="limitation_create"),
    path("limitations/<int:pk>/levee/", conservation.limitation_levee, name="limitation_levee"),
    path("beneficiaires/<int:pk>/conservation-imposee/", conservation.gel_create, name="gel_create"),
    path("conservations-imposees/<int:pk>/levee/", conservation.gel_levee, name="gel_levee"),
    path("beneficiaires/<int:pk>/archivage/", conservation.archivage_create, name="archivage_create"),
    path("beneficiaires/<int:pk>/effacement/", conservation.effacement_create, name="effacement_create"),
    path("vie-privee/conservation/", conservation.conservation_list, name="conservation_list"),
    path("vie-privee/archives/", conservation.archive_list, name="archive_list"),
    path("vie-privee/archives/<int:pk>/retour/", conservation.archivage_levee, name="archivage_levee"),
    path(
        "vie-privee/archives/<int:pk>/consultation/",
        conservation.archivage_consultation,
        name="archivage_consultation",
    ),
    path("vie-privee/notices/", notices.notice_list, name="notice_list"),
    path("vie-privee/notices/nouvelle/", notices.notice_create, name="notice_create"),
    path("vie-privee/notices/<int:pk>/", notices.notice_detail, name="notice_detail"),
    path("vie-privee/registre/", notices.registre_detail, name="registre_detail"),
]
