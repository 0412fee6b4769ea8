"""Addresses of this app inside a workspace."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from custrata.web.customers.person import views as person
from custrata.web.customers.segments import views as segments
from custrata.web.customers.table import acting
from custrata.web.customers.table import views as table

urlpatterns: list[URLPattern | URLResolver] = [
    path("customers/", table.table, name="customers"),
    # What is no customer stands behind a dash, so that every id has its own address.
    path("customers/-/act/", acting.act, name="customers-act"),
    path("customers/-/views/", table.keep_shown, name="customers-view-keep"),
    path("customers/-/views/<int:view>/drop/", table.drop_kept, name="customers-view-drop"),
    path("customers/-/events/<path:customer>/", person.timeline, name="customer-events"),
    path("customers/<path:customer>/", person.person, name="customer"),
    path("segments/", segments.segments, name="segments"),
    path("segments/new/", segments.new, name="segment-new"),
    path("segments/-/count/", segments.count, name="segment-count"),
    path("segments/<int:segment>/", segments.segment, name="segment"),
    path("segments/<int:segment>/compare/", segments.compare, name="segment-compare"),
    path("segments/<int:segment>/drop/", segments.drop, name="segment-drop"),
]
