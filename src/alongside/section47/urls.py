"""Pages of section 47: strategy discussions, enquiries, requests for a conference, immediate protection."""

from __future__ import annotations

from django.urls import path

from alongside.section47.views import discussions, enquiries, exclusions, orders, protection, requests

app_name = "section47"

CHILD = "children/<str:reference>/"
NOW = f"{CHILD}immediate-protection/"

urlpatterns = [
    path(
        f"{CHILD}strategy-discussions/new/",
        discussions.record_strategy_discussion,
        name="record-strategy-discussion",
    ),
    path(
        f"{CHILD}strategy-discussions/<uuid:key>/",
        discussions.strategy_discussion,
        name="strategy-discussion",
    ),
    path(f"{CHILD}section-47/", enquiries.enquiry, name="enquiry"),
    path(f"{CHILD}section-47/steps/new/", enquiries.record_step, name="record-step"),
    path(f"{CHILD}section-47/conclude/", enquiries.conclude, name="conclude"),
    path(f"{CHILD}conference-requests/new/", requests.request_conference, name="request-conference"),
    path(f"{CHILD}conference-requests/<uuid:key>/answer/", requests.answer_request, name="answer-request"),
    path(NOW, protection.immediate_protection, name="immediate-protection"),
    path(f"{NOW}police/", protection.record_police_protection, name="record-police-protection"),
    path(f"{NOW}police/end/", protection.end_police_protection, name="end-police-protection"),
    path(f"{NOW}action/", protection.record_action, name="record-action"),
    path(f"{NOW}police/add/", protection.add, {"what": "police"}, name="add-to-police-protection"),
    path(f"{NOW}order/add/", protection.add, {"what": "order"}, name="add-to-order"),
    path(
        f"{NOW}assessment-order/add/",
        protection.add,
        {"what": "assessment-order"},
        name="add-to-assessment-order",
    ),
    path(f"{NOW}action/add/", protection.add, {"what": "action"}, name="add-to-action"),
    path(f"{NOW}other-authority/", protection.record_other_authority, name="record-other-authority"),
    path(f"{NOW}exclusion/", exclusions.record_exclusion, name="record-exclusion"),
    path(f"{NOW}exclusion/<uuid:key>/end/", exclusions.end_exclusion, name="end-exclusion"),
    path(f"{NOW}recovery/", exclusions.record_recovery_order, name="record-recovery-order"),
    path(f"{NOW}recovery/end/", exclusions.end_recovery, name="end-recovery"),
    path(f"{NOW}order/", orders.record_order, name="record-order"),
    path(f"{NOW}order/extend/", orders.extend_order, name="extend-order"),
    path(f"{NOW}order/end/", orders.end_order, name="end-order"),
    path(f"{NOW}assessment-order/", orders.record_assessment_order, name="record-assessment-order"),
    path(f"{NOW}assessment-order/end/", orders.end_assessment_order, name="end-assessment-order"),
]
