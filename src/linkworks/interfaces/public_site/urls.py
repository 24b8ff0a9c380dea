from django.urls import path

from linkworks.interfaces.public_site.views.about import about
from linkworks.interfaces.public_site.views.answer import Answer
from linkworks.interfaces.public_site.views.entry import CorrectEntry, entry
from linkworks.interfaces.public_site.views.find_support import find_support, service
from linkworks.interfaces.public_site.views.progress import progress
from linkworks.interfaces.public_site.views.sent import sent
from linkworks.interfaces.public_site.views.someone import ReferSomeone
from linkworks.interfaces.public_site.views.tell import TellChange
from linkworks.interfaces.public_site.views.yourself import ReferYourself

app_name = "public_site"
urlpatterns = [
    path("about/<slug:slug>", about, name="home"),
    path("find-support/<slug:slug>", find_support, name="find_support"),
    path("find-support/<slug:slug>/<uuid:service_id>", service, name="service"),
    path("find-support/<slug:slug>/<uuid:service_id>/tell", TellChange.as_view(), name="tell"),
    path("entry/<str:token>", entry, name="entry"),
    path("entry/<str:token>/correct", CorrectEntry.as_view(), name="entry_correct"),
    path("refer/<slug:slug>/someone", ReferSomeone.as_view(), name="refer_someone"),
    path("refer/<slug:slug>/yourself", ReferYourself.as_view(), name="refer_yourself"),
    path("progress/<str:token>", progress, name="progress"),
    path("progress/<str:token>/sent", sent, name="sent"),
    path("answer/<str:token>", Answer.as_view(), name="answer"),
]
