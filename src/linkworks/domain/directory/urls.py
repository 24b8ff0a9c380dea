from django.urls import URLPattern, path

from linkworks.domain.directory.views import services

app_name = "directory"
urlpatterns: list[URLPattern] = [
    path("directory", services.search, name="search"),
    path("directory/<uuid:service_id>", services.service_page, name="service"),
    path("directory/<uuid:service_id>/check", services.CheckService.as_view(), name="check"),
]
