from django.urls import path

from linkworks.interfaces.client_link.views.answer import answer
from linkworks.interfaces.client_link.views.leave import leave
from linkworks.interfaces.client_link.views.sheet import sheet
from linkworks.interfaces.client_link.views.year import year

app_name = "client_link"
urlpatterns = [
    path("sheet/<str:token>", sheet, name="sheet"),
    path("sheet/<str:token>/year", year, name="year"),
    path("sheet/<str:token>/answer/<uuid:entry_id>", answer, name="answer"),
    path("sheet/<str:token>/leave", leave, name="leave"),
]
