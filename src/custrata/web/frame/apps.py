"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class FrameConfig(AppConfig):
    """Settings of this app."""

    name = "custrata.web.frame"
    label = "frame"
