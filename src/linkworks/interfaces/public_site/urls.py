from django.urls import path

from linkworks.interfaces.public_site.views.about import about
from linkworks.interfaces.public_site.views.answer import Answer
from linkworks.interfaces.public_site.views.progress import progress

app_name = "public_site"
urlpatterns = [
    path("about/<slug:slug>", about, name="home"),
    path("answer/<str:token>", Answer.as_view(), name="answer"),
    path("progress/<str:token>", progress, name="progress"),
]
