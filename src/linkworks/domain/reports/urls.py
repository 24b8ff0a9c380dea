from django.urls import URLPattern, path

from linkworks.domain.reports import views

app_name = "reports"
urlpatterns: list[URLPattern] = [
    path("figures", views.team_figures, name="figures"),
]
