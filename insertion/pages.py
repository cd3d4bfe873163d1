"""Addresses of the ground floor: drafts, sessions, accounts, choice of the structure, help."""

from django.urls import path

from .views import activite, aide, comptes, depannage, invitations, openid, preferences, sessions, socle

app_name = "insertion"

urlpatterns = [
    path("structure/", socle.structure_choisir, name="structure_choisir"),
    path("brouillons/<str:cle>/", socle.brouillon, name="brouillon"),
    path("brouillons/<str:cle>/suppression/", socle.brouillon_suppression, name="brouillon_suppression"),
    path("activite/", activite.activite, name="activite"),
    path("activite/<int:pk>/annulation/", activite.geste_annulation, name="geste_annulation"),
    path("session/jeton/", socle.session_jeton, name="session_jeton"),
    path("compte/openid/", openid.openid_depart, name="openid_depart"),
    path("compte/openid/retour/", openid.openid_retour, name="openid_retour"),
    path("compte/preferences/", preferences.preferences, name="preferences"),
    path("compte/sessions/", sessions.session_list, name="session_list"),
    path("compte/sessions/fermeture/", sessions.sessions_fermeture, name="sessions_fermeture"),
    path("compte/sessions/<int:pk>/fermeture/", sessions.session_fermeture, name="session_fermeture"),
    path("equipe/comptes/", comptes.compte_list, name="compte_list"),
    path("equipe/comptes/<int:pk>/", comptes.compte_detail, name="compte_detail"),
    path("equipe/comptes/<int:pk>/modification/", comptes.compte_update, name="compte_update"),
    path("equipe/comptes/<int:pk>/fermeture/", comptes.compte_fermeture, name="compte_fermeture"),
    path("equipe/comptes/<int:pk>/confirmation/", comptes.compte_confirmation, name="compte_confirmation"),
    path("equipe/comptes/<int:pk>/reouverture/", comptes.compte_reouverture, name="compte_reouverture"),
    path("equipe/comptes/<int:pk>/second-facteur/", comptes.compte_second_facteur, name="compte_second_facteur"),
    path("equipe/invitations/nouvelle/", invitations.invitation_create, name="invitation_create"),
    path("equipe/invitations/<int:pk>/renvoi/", invitations.invitation_renvoi, name="invitation_renvoi"),
    path("equipe/invitations/<int:pk>/annulation/", invitations.invitation_annulation, name="invitation_annulation"),
    path("equipe/depannage/", depannage.acces_support_list, name="acces_support_list"),
    path("equipe/depannage/<int:pk>/", depannage.acces_support_detail, name="acces_support_detail"),
    path(
        "equipe/depannage/<int:pk>/approbation/",
        depannage.acces_support_approbation,
        name="acces_support_approbation",
    ),
    path("equipe/depannage/<int:pk>/fin/", depannage.acces_support_fin, name="acces_support_fin"),
    path("invitation/<str:jeton>/", invitations.invitation, name="invitation"),
    path("manifeste.webmanifest", socle.manifeste, name="manifeste"),
    path("aide/", aide.aide, name="aide"),
    path("aide/<slug:cle>/", aide.aide_page, name="aide_page"),
    path("accessibilite/", socle.accessibilite, name="accessibilite"),
]
