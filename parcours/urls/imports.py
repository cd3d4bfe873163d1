from insertion.droits import Droit

from ..views.imports import assistant

urlpatterns = assistant.adresses("imports/", Droit.IMPORTER)
