"""The gallery: every component, with real examples."""

from __future__ import annotations

from django.urls import path

from alongside.ui import gallery

app_name = "gallery"
urlpatterns = [
    path("", gallery.components, name="components"),
    path("child/", gallery.child, name="child"),
    path("list/", gallery.work_list, name="list"),
    path("form/", gallery.form, name="form"),
    path("form/kept/", gallery.kept, name="kept"),
    path("letter/", gallery.letter, name="letter"),
]
