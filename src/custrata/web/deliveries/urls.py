"""Addresses of this app inside a workspace."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from custrata.web.deliveries.links import views as links
from custrata.web.deliveries.making import views as making

urlpatterns: list[URLPattern | URLResolver] = [
    path("deliver/", making.deliver, name="deliver"),
    path("deliver/make/", making.make, name="deliver-make"),
    path("deliver/<int:number>/", making.download, name="deliver-file"),
    path("deliver/<int:number>/delete/", making.delete, name="deliver-delete"),
    path("deliver/links/make/", links.make, name="link-make"),
    path("deliver/links/<int:number>/end/", links.end, name="link-end"),
]
