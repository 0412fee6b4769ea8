"""Addresses of the site: every app has its own list; a page of a workspace lies under /w/<slug>/."""

from __future__ import annotations

from django.urls import include, path

from custrata.web.workspaces import views

handler400 = "custrata.web.frame.refusals.unread"
handler403 = "custrata.web.frame.refusals.forbidden"
handler404 = "custrata.web.frame.refusals.not_found"
handler500 = "custrata.web.site.door.outages.failed"

urlpatterns = [
    path("", views.front, name="front"),
    path("frame/", include("custrata.web.frame.shared_urls")),
    path("account/", include("allauth.urls")),
    path("", include("custrata.web.accounts.urls")),
    path("", include("custrata.web.data.site_urls")),
    path("s/", include("custrata.web.deliveries.public_urls")),
    path("api/v1/", include("custrata.web.api.urls")),
    path("w/<slug:slug>/", include("custrata.web.site.pages")),
]
