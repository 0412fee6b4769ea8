"""Segments: rules that are built with live counts, saved in revisions, and made into audiences."""

from __future__ import annotations

from custrata.web.customers.segments.saving import save_audience

__all__ = ["save_audience"]
