"""Pages that change what is recorded of a child and their family."""

from __future__ import annotations

from django.urls import path

from alongside.family import network_views, tracing_views, views

app_name = "family"

urlpatterns = [
    path("children/<str:reference>/details/change/", views.change_details, name="change-details"),
    path("children/<str:reference>/names/new/", views.add_name, name="add-name"),
    path("children/<str:reference>/numbers/new/", views.add_identifier, name="add-identifier"),
    path("children/<str:reference>/nhs-number/", tracing_views.nhs_number, name="nhs-number"),
    path("children/<str:reference>/family/new/", views.add_relative, name="add-relative"),
    path("children/<str:reference>/family/<uuid:key>/end/", views.end_relationship, name="end-relationship"),
    path("children/<str:reference>/family/couple/", views.add_couple, name="add-couple"),
    path(
        "children/<str:reference>/family/couple/<uuid:key>/take-back/",
        views.take_back_couple,
        name="take-back-couple",
    ),
    path("children/<str:reference>/people/network/", network_views.network, name="network"),
    path(
        "children/<str:reference>/people/network/print/",
        network_views.network_for_print,
        name="network-print",
    ),
    path("children/<str:reference>/household/", views.living_with, name="living-with"),
    path("children/<str:reference>/address/new/", views.change_address, name="change-address"),
    path("children/<str:reference>/contacts/new/", views.add_contact, name="add-contact"),
    path("children/<str:reference>/contacts/<uuid:key>/", views.change_contact, name="change-contact"),
    path("children/<str:reference>/dangers/new/", views.note_danger, name="note-danger"),
    path("children/<str:reference>/dangers/<uuid:key>/end/", views.end_danger, name="end-danger"),
]
