from django.urls import path

from linkworks.interfaces.interop.open_referral import views

app_name = "open_referral"
urlpatterns = [
    path("", views.details, name="details"),
    path("services", views.services, name="services"),
    path("services/<str:entry_id>", views.service, name="service"),
    path("service_at_locations", views.places, name="places"),
    path("service_at_locations/<str:entry_id>", views.place, name="place"),
    path("organizations", views.organizations, name="organizations"),
    path("organizations/<str:entry_id>", views.organization, name="organization"),
    path("taxonomies", views.taxonomies, name="taxonomies"),
    path("taxonomies/<str:entry_id>", views.taxonomy, name="taxonomy"),
    path("taxonomy_terms", views.terms, name="terms"),
    path("taxonomy_terms/<str:entry_id>", views.term, name="term"),
]
