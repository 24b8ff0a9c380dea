from django.http import HttpResponse
from django.urls import path

urlpatterns = [
    path("first/", lambda request: HttpResponse(), name="first"),
    path("later/", lambda request: HttpResponse(), name="later"),
]
