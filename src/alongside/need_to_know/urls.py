"""Pages about who may see what."""

from __future__ import annotations

from django.urls import path

from alongside.need_to_know import views, views_child

app_name = "need_to_know"

CHILD = "children/<str:reference>/"

urlpatterns = [
    path(f"{CHILD}seal/", views_child.seal, name="seal"),
    path(f"{CHILD}seals/<uuid:key>/keys/", views_child.keys, name="keys"),
    path(f"{CHILD}seals/<uuid:key>/lift/", views_child.lift_seal, name="lift-seal"),
    path(f"{CHILD}conflict/", views_child.declare, name="declare"),
    path(f"{CHILD}closed-to/new/", views_child.close_to, name="close-to"),
    path(f"{CHILD}closed-to/<uuid:key>/open/", views_child.lift_conflict, name="lift-conflict"),
    path(f"{CHILD}emergencies/<uuid:key>/", views_child.review_emergency, name="review-emergency"),
    path(f"{CHILD}explain-access/", views_child.explain_access, name="explain"),
    path(f"{CHILD}named-eyes/", views_child.named_eyes, name="named-eyes"),
    path(f"{CHILD}named-eyes/new/", views_child.note_for_named_eyes, name="note-for-named-eyes"),
    path("emergency/", views.emergency, name="emergency"),
    path("conflicts/", views.conflicts_to_settle, name="conflicts"),
    path("conflicts/tell/", views.declare_by_name, name="declare-by-name"),
    path("conflicts/<uuid:key>/", views.settle, name="settle"),
    path("conflicts/found/<uuid:practitioner>/<str:reference>/", views.settle_found, name="settle-found"),
    path("team/access/", views.teams, name="teams"),
    path("team/access/<uuid:key>/", views.review_team, name="review-team"),
    path("access/", views.every_policy, name="policies"),
    path("access/mine/", views.my_access, name="mine"),
    path("administration/<str:code>/access-rules/", views.rules, name="rules"),
]
