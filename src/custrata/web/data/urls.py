"""Addresses of this app inside a workspace."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from custrata.web.data.room import building, left_out, mapping, overview, progress, receiving, removing

urlpatterns: list[URLPattern | URLResolver] = [
    path("data/", overview.data, name="data"),
    path("data/upload/", receiving.upload, name="data_upload"),
    path("data/files/remove/", receiving.remove_file, name="data_remove_file"),
    path("data/files/back/", receiving.undo_files, name="data_undo_files"),
    path("data/mapping/", mapping.mapping, name="data_mapping"),
    path("data/mapping/look/", mapping.look_again, name="data_look"),
    path("data/mapping/<int:at>/", mapping.mapping_part, name="data_mapping_part"),
    path("data/set-aside/", left_out.set_aside, name="data_set_aside"),
    path("data/set-aside.csv", left_out.set_aside_file, name="data_set_aside_file"),
    path("data/build/", building.start_build, name="data_build"),
    path("data/day/", building.set_day, name="data_day"),
    path("data/builds/compare/", building.compare, name="data_compare"),
    path("data/jobs/<int:pk>/", building.job, name="data_job"),
    path("data/jobs/<int:pk>/part/", progress.job_part, name="data_job_part"),
    path("data/jobs/<int:pk>/cancel/", building.cancel_job, name="data_cancel"),
    path("data/remove/", removing.remove_workspace, name="data_remove_workspace"),
]
