from django.urls import path

from ..views import contacts, echanges, entreprises

urlpatterns = [
    path("entreprises/", entreprises.entreprise_list, name="entreprise_list"),
    path("entreprises/tableau/", entreprises.entreprise_export, name="entreprise_export"),
    path("entreprises/nouvelle/", entreprises.entreprise_create, name="entreprise_create"),
    path("entreprises/ressemblances/", entreprises.entreprise_ressemblances, name="entreprise_ressemblances"),
    path("entreprises/<int:pk>/", entreprises.entreprise_detail, name="entreprise_detail"),
    path("entreprises/<int:pk>/modification/", entreprises.entreprise_update, name="entreprise_update"),
    path("entreprises/<int:pk>/fermeture/", entreprises.entreprise_fermeture, name="entreprise_fermeture"),
    path("entreprises/<int:pk>/reouverture/", entreprises.entreprise_reouverture, name="entreprise_reouverture"),
    path("entreprises/<int:pk>/echanges/nouveau/", echanges.echange_create, name="echange_create"),
    path("entreprises/echanges/<int:pk>/modification/", echanges.echange_update, name="echange_update"),
    path("entreprises/echanges/<int:pk>/suppression/", echanges.echange_suppression, name="echange_suppression"),
    path(
        "entreprises/echanges/<int:pk>/retablissement/",
        echanges.echange_retablissement,
        name="echange_retablissement",
    ),
    path("entreprises/<int:pk>/contacts/nouveau/", contacts.contact_create, name="contact_create"),
    path("entreprises/contacts/<int:pk>/modification/", contacts.contact_update, name="contact_update"),
    path("entreprises/contacts/<int:pk>/depart/", contacts.contact_depart, name="contact_depart"),
    path("entreprises/contacts/<int:pk>/retour/", contacts.contact_retour, name="contact_retour"),
    path("entreprises/<int:pk>/sites/nouveau/", contacts.etablissement_create, name="etablissement_create"),
    path("entreprises/sites/<int:pk>/modification/", contacts.etablissement_update, name="etablissement_update"),
]
