from django.urls import path

from . import views

app_name = "gallery"
urlpatterns = [
    path("", views.components, name="components"),
    path("fields", views.EveryField.as_view(), name="fields"),
    path("draft", views.draft, name="draft"),
    path("locking", views.locking, name="locking"),
    path("ending", views.ending, name="ending"),
    path("public", views.public, name="public"),
    path("done", views.done, name="done"),
]
