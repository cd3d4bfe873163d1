from django.urls import path

from ..views import recopie

urlpatterns = [
    path("beneficiaires/<int:pk>/a-recopier/", recopie.recopie_detail, name="recopie_detail"),
]
