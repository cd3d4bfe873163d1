from insertion.droits import Droit

from ..views.imports import assistant

urlpatterns = assistant.adresses("entreprises/imports/", Droit.ECRIRE_ENTREPRISES)
