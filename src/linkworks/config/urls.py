"""Every address, by the app that answers it."""

from django.apps import apps
from django.urls import URLPattern, URLResolver, include, path

from linkworks.interfaces.interop.open_referral.door import PREFIX as OPEN_REFERRAL

handler404 = "linkworks.foundation.access.error_pages.not_found"
handler403 = "linkworks.foundation.access.error_pages.not_allowed"
handler429 = "linkworks.foundation.accounts.throttle.too_many_requests"

# Addresses are tried one by one: those that are asked for most come first.
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("linkworks.domain.outreach.urls")),
    path("", include("linkworks.domain.casework.urls")),
    path("", include("linkworks.domain.referrals.urls")),
    path("", include("linkworks.domain.onward.urls")),
    path("", include("linkworks.domain.people.urls")),
    path("", include("linkworks.domain.directory.urls")),
    path("", include("linkworks.domain.reports.urls")),
    path("", include("linkworks.interfaces.public_site.urls")),
    path(OPEN_REFERRAL, include("linkworks.interfaces.interop.open_referral.urls")),
    path("", include("linkworks.interfaces.client_link.urls")),
    path("", include("linkworks.interfaces.partner_portal.urls")),
    path("", include("linkworks.foundation.messaging.urls")),
    path("", include("linkworks.foundation.accounts.urls")),
    path("", include("linkworks.foundation.accounts.sign_in_urls")),
]

if apps.is_installed("linkworks.foundation.design.gallery"):
    urlpatterns += [path("design/", include("linkworks.foundation.design.gallery.urls"))]
