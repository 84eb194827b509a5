"""Pages for referring without an account, and what the front door does around a referral."""

from __future__ import annotations

from django.urls import path

from alongside.front_door import checks_views, desk_views, notices_views, public_views, status_views

app_name = "front_door"

urlpatterns = [
    path("refer/", public_views.start, name="start"),
    path("refer/emergency/", public_views.emergency, name="emergency"),
    path("refer/schema.json", public_views.schema_json, name="schema"),
    path("refer/about/<str:page>/", public_views.question, name="question"),
    path("refer/check/", public_views.check, name="check"),
    path("refer/later/", public_views.later, name="later"),
    path("refer/back/<str:key>/", public_views.back, name="back"),
    path("refer/confirm/<str:secret>/", public_views.confirm, name="confirm"),
    path("refer/confirmed/", public_views.confirmed, name="confirmed"),
    path("refer/status/<str:secret>/", status_views.status, name="status"),
    path("refer/status/<str:secret>/receipt/", status_views.receipt, name="receipt"),
    path("refer/status/<str:secret>/not-happy/", status_views.unhappy, name="unhappy"),
    path("children/<str:reference>/ask/", checks_views.ask_partners, name="ask-partners"),
    path("children/<str:reference>/checks/", checks_views.about_child, name="checks"),
    path("checks/", checks_views.asked_of_me, name="asked-of-me"),
    path("checks/<uuid:key>/", checks_views.answer, name="answer"),
    path("referrals/<uuid:submission>/not-happy/", status_views.unhappy_with_own, name="unhappy-with-own"),
    path("front-door/held/", desk_views.held_list, name="held"),
    path("front-door/held/<uuid:key>/", desk_views.one_held, name="one-held"),
    path("front-door/unhappy/<uuid:key>/", desk_views.one_unhappy, name="one-unhappy"),
    path("front-door/figures/", desk_views.figures, name="figures"),
    path("front-door/figures/set/", desk_views.set_figures, name="set-figures"),
    path("front-door/notices/", notices_views.notices, name="notices"),
    path("front-door/notices/undo/", notices_views.undo, name="undo"),
    path("front-door/notices/receipts/", notices_views.receipts, name="notice-receipts"),
    path("front-door/notices/receipts/<uuid:key>/", notices_views.one_receipt, name="notice-receipt"),
    path("front-door/notices/receipts/<uuid:key>/csv/", notices_views.receipt_csv, name="notice-receipt-csv"),
    path("front-door/notices/<str:key>/", notices_views.stack, name="stack"),
    path("front-door/notices/<str:key>/whose/", notices_views.match, name="match"),
    path("front-door/notices/<str:key>/part/", notices_views.part, name="part"),
]
