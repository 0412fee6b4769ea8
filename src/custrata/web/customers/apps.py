"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class CustomersConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.customers"
    label = "customers"
