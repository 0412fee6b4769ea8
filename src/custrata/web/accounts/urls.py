"""Addresses of this app outside of workspaces."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from custrata.web.accounts import views
from custrata.web.workspaces.people import joining

urlpatterns: list[URLPattern | URLResolver] = [
    path("enter/<str:secret>/", views.enter, name="enter"),
    path("join/<str:secret>/", joining.join, name="join"),
    path("you/", views.account, name="account"),
    path("you/name/", views.rename, name="account_rename"),
    path("you/second-factor/", views.second_factor, name="second_factor"),
]
