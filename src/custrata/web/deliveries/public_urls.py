"""Addresses that show one object to whoever holds its link."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from custrata.web.deliveries.links import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("<str:token>/", views.shared, name="shared"),
    path("<str:token>/file/", views.shared_file, name="shared-file"),
]
