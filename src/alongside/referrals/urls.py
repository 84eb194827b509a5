"""Pages of the front door and of those who refer."""

from __future__ import annotations

from django.urls import path

from alongside.referrals import attachments, front_door_views, views

app_name = "referrals"

urlpatterns = [
    path("referrals/new/", views.make_referral, name="new"),
    path("referrals/", views.my_referrals, name="mine"),
    path("referrals/<uuid:submission>/", views.referral_sent, name="sent"),
    path("referrals/<uuid:submission>/attach/", attachments.attach_to_own, name="attach"),
    path("front-door/<uuid:key>/attach/", attachments.attach_at_front_door, name="attach-here"),
    path("front-door/<uuid:key>/documents/<uuid:attachment>/", attachments.download, name="document"),
    path("children/<str:reference>/refer/", views.refer_again, name="again"),
    path("children/<str:reference>/allocate/", front_door_views.allocate, name="allocate"),
    path("front-door/", front_door_views.front_door_board, name="front-door"),
    path("front-door/<uuid:key>/", front_door_views.decide, name="decide"),
    path("front-door/<uuid:key>/acknowledge/", front_door_views.acknowledge, name="acknowledge"),
    path("front-door/<uuid:key>/tell/", front_door_views.tell_referrer, name="tell"),
    path("front-door/<uuid:key>/same-child/", front_door_views.recognise, name="same-child"),
]
