"""Addresses of this app inside a workspace."""

from __future__ import annotations

from django.urls import path

from custrata.web.together import views

urlpatterns = [path("", views.home, name="home")]
