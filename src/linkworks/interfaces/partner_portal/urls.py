from django.urls import path

from linkworks.interfaces.partner_portal.views import offer

app_name = "partner_portal"
urlpatterns = [path("help/<str:token>", offer, name="offer")]
